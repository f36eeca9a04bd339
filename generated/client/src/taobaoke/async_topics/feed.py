"""Methods about feed: 投放与种草."""

from __future__ import annotations

from typing import Literal

from .. import types
from .._runtime.arguments import CsvLike, IdLike, MomentLike, NumberLike
from .._runtime.clients import BaseAsyncClient
from .._runtime.masking import MaskedText


class FeedMethods(BaseAsyncClient):
    """Methods about feed.

    投放与种草类 API。
    """

    async def tbk_feed_event_get(
        self,
        *,
        page_no: int | None = None,
        page_size: int | None = None,
        event_id_list: CsvLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkFeedEventGetResponse:
        """List feed tasks with status, period, parties and frozen amount.

        分页查询投流星任务的状态、起止时间、双方主体和冻结金额。

        Args:
            page_no: 页码
            page_size: 每页条数
            event_id_list: 一组星任务 ID；以英文逗号分隔
                注：文档类型为 Number，示例是逗号分隔的多个 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkFeedEventGetResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.feed.event.get，文档编号 67866
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_feed_event_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "page_no": page_no,
                "page_size": page_size,
                "event_id_list": event_id_list,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_feed_indicator_exchange(
        self,
        *,
        page_no: int,
        page_size: int,
        filters: CsvLike,
        dimensions: Literal["ds"] | str,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkFeedIndicatorExchangeResponse:
        """Query shop visits, favourites, carts and purchases brought by promoted
        content.

        按日期查询种草投流带来的进店、收藏、加购和成交数据。

        dimensions 目前只能填 ds；filters 写成 ds=20231111 这样的条件，以 & 连接，同一维
        度写多次时后者会盖掉前者。

        Args:
            page_no: 必填；页码；不小于 1
            page_size: 必填；每页条数
                注：文档只提到 20，未说明是默认值还是固定值
            filters: 必填；查询条件，每项写作 名=值，支持 ds，同名条件重复时后者覆盖前
                者；以&分隔
            dimensions: 必填；数据的聚合维度；已知取值：
                - ds：日期
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkFeedIndicatorExchangeResponse: 一页结果，iter_all() 逐个给出本
                页及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.feed.indicator.exchange，文档编号 66818
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_feed_indicator_exchange import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "page_no": page_no,
                "page_size": page_size,
                "filters": filters,
                "dimensions": dimensions,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_feed_indicator_upload(
        self,
        *,
        event_id: IdLike,
        rpt_start_time: MomentLike,
        click_pv: int,
        play_pv: int,
        exposure_pv: int,
        content_id: IdLike,
        sclick_pv: int,
        rpt_end_time: MomentLike,
        content_name: str,
        sclick_exposure_pv: int,
        consume_amt: int,
        evoke_pv: int | None = None,
        creative_name: str | None = None,
        unit_name: str | None = None,
        account_name: str | None = None,
        campaign_id: IdLike | None = None,
        creative_id: IdLike | None = None,
        account_id: IdLike | None = None,
        unit_id: IdLike | None = None,
        campaign_name: str | None = None,
        play_uv: int | None = None,
        order_id: IdLike | None = None,
        order_name: str | None = None,
        cpm: int | None = None,
        cpc: int | None = None,
        cpa: int | None = None,
        like_pv: int | None = None,
        collect_pv: int | None = None,
        comment_pv: int | None = None,
        read_rate: NumberLike | None = None,
        sclick_exposure_rate: NumberLike | None = None,
        sclick_click_rate: NumberLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkFeedIndicatorUploadResponse:
        """Upload exposure, click, play and cost totals of promoted content.

        上传种草投流的曝光、点击、播放、消耗等汇总数据。

        金额和成本以分计；比率以万分之一计，1234 即 12.34%。

        Args:
            event_id: 必填；星任务 ID
            rpt_start_time: 必填；汇总时段的开始时刻；格式：yyyy-MM-dd HH:mm:ss
            click_pv: 必填；点击次数；单位：次
            play_pv: 必填；播放次数；单位：次
            exposure_pv: 必填；曝光 PV；单位：次
            content_id: 必填；媒体侧的内容 ID
            sclick_pv: 必填；蓝链的点击数；单位：次
            rpt_end_time: 必填；汇总时段的结束时刻；格式：yyyy-MM-dd HH:mm:ss
            content_name: 必填；内容的名称
            sclick_exposure_pv: 必填；蓝链的曝光数；单位：次
            consume_amt: 必填；消耗的金额；单位：分
            evoke_pv: 唤起 PV；单位：次
            creative_name: 广告创意名称
            unit_name: 广告单元名称
            account_name: 广告账户名称
            campaign_id: 广告计划 ID
            creative_id: 广告创意 ID
            account_id: 广告账户 ID
            unit_id: 广告单元 ID
            campaign_name: 广告计划名称
            play_uv: 阅读人数；单位：人
                注：名为播放 UV，文档写作阅读
            order_id: 订单 ID
            order_name: 订单的名称
            cpm: 每千次曝光的成本；单位：分
            cpc: 每次阅读的成本；单位：分
            cpa: 每次互动的成本；单位：分
            like_pv: 点赞 PV；单位：次
            collect_pv: 收藏次数；单位：次
            comment_pv: 评论次数；单位：次
            read_rate: 阅读率；单位：万分之一（1234 即 12.34%）；没有小数
            sclick_exposure_rate: 链接的曝光率；单位：万分之一（1234 即 12.34%）；没有小
                数
            sclick_click_rate: 链接的点击率；单位：万分之一（1234 即 12.34%）；没有小数
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkFeedIndicatorUploadResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_feed_indicator_upload
                1001: 平台故障
            TransportError: 没有得到可用的应答

        API: taobao.tbk.feed.indicator.upload，文档编号 66816
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_feed_indicator_upload import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "event_id": event_id,
                "rpt_start_time": rpt_start_time,
                "click_pv": click_pv,
                "play_pv": play_pv,
                "exposure_pv": exposure_pv,
                "content_id": content_id,
                "sclick_pv": sclick_pv,
                "rpt_end_time": rpt_end_time,
                "content_name": content_name,
                "sclick_exposure_pv": sclick_exposure_pv,
                "consume_amt": consume_amt,
                "evoke_pv": evoke_pv,
                "creative_name": creative_name,
                "unit_name": unit_name,
                "account_name": account_name,
                "campaign_id": campaign_id,
                "creative_id": creative_id,
                "account_id": account_id,
                "unit_id": unit_id,
                "campaign_name": campaign_name,
                "play_uv": play_uv,
                "order_id": order_id,
                "order_name": order_name,
                "cpm": cpm,
                "cpc": cpc,
                "cpa": cpa,
                "like_pv": like_pv,
                "collect_pv": collect_pv,
                "comment_pv": comment_pv,
                "read_rate": read_rate,
                "sclick_exposure_rate": sclick_exposure_rate,
                "sclick_click_rate": sclick_click_rate,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_feed_opt_upload(
        self,
        *,
        device_type: Literal[8, 9, 10, 12, 13, 14, 15, 25] | int,
        event_id: IdLike,
        campaign_id: IdLike,
        content_id: IdLike,
        device_id: IdLike,
        creative_id: IdLike,
        account_id: IdLike,
        indicator_type: Literal[1, 2] | int,
        unit_id: IdLike,
        indicator_value: int,
        behavior_time_stamp: MomentLike,
        request_id: IdLike,
        exp_id: IdLike,
        rta_switch: Literal[0, 1],
        ad_consume: int,
        rta_extra_info: str,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkFeedOptUploadResponse:
        """Upload single user actions (play, exposure) on promoted content.

        上传种草投流中单个用户的播放或曝光明细。

        所有参数都必填；ad_consume 的单位是毫分，behavior_time_stamp 用 yyyy-MM-dd
        HH:mm:ss。

        Args:
            device_type: 必填；设备号类别及加密方式；已知取值：
                - 8：IMEI
                - 9：IMEI 的 MD5
                - 10：IDFA
                - 12：OAID
                - 13：IDFA 的 MD5
                - 14：OAID 的 MD5
                - 15：CAID
                - 25：CAID 的 MD5
            event_id: 必填；星任务 ID
            campaign_id: 必填；广告计划 ID
            content_id: 必填；媒体侧的内容 ID
            device_id: 必填；用户的设备 ID
            creative_id: 必填；广告创意 ID
            account_id: 必填；广告账户 ID
            indicator_type: 必填；用户行为的指标类型；已知取值：
                - 1：播放
                - 2：曝光
            unit_id: 必填；广告单元 ID
            indicator_value: 必填；用户行为的指标值
            behavior_time_stamp: 必填；用户行为发生的时间；格式：yyyy-MM-dd HH:mm:ss
            request_id: 必填；RTA 请求的唯一 ID
            exp_id: 必填；外部媒体自行划分的实验 ID
            rta_switch: 必填；RTA 的开关；只能取：
                - 0：关
                - 1：开
            ad_consume: 必填；该次广告曝光的花费，以毫分计
                注：文档的单位是毫分，没有给出与元的换算
            rta_extra_info: 必填；RTA 的自定义业务数据
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkFeedOptUploadResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_feed_opt_upload
                1001: 平台故障
            TransportError: 没有得到可用的应答

        API: taobao.tbk.feed.opt.upload，文档编号 66773
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_feed_opt_upload import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "device_type": device_type,
                "event_id": event_id,
                "campaign_id": campaign_id,
                "content_id": content_id,
                "device_id": device_id,
                "creative_id": creative_id,
                "account_id": account_id,
                "indicator_type": indicator_type,
                "unit_id": unit_id,
                "indicator_value": indicator_value,
                "behavior_time_stamp": behavior_time_stamp,
                "request_id": request_id,
                "exp_id": exp_id,
                "rta_switch": rta_switch,
                "ad_consume": ad_consume,
                "rta_extra_info": rta_extra_info,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_feed_order_check(
        self,
        *,
        media_order_id: IdLike,
        page_no: int | None = None,
        page_size: int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkFeedOrderCheckResponse:
        """List the settlement details of a media order of feed promotion.

        按媒体订单分页查询种草投流的结算明细。

        明细中的金额以分计；明细的 status 为 2 说明那一笔打款没有成功。

        Args:
            media_order_id: 必填；媒体侧订单 ID
            page_no: 页码；默认 1
            page_size: 每页条数；默认 10
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkFeedOrderCheckResponse: 一页结果，iter_all() 逐个给出本页及后
                续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_feed_order_check
                1001: 平台故障
            TransportError: 没有得到可用的应答

        API: taobao.tbk.feed.order.check，文档编号 69046
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_feed_order_check import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "media_order_id": media_order_id,
                "page_no": page_no,
                "page_size": page_size,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_feed_relation_upload(
        self,
        *,
        event_id: IdLike,
        creative_name: str | None = None,
        unit_name: str | None = None,
        account_name: str | None = None,
        creative_url: str | None = None,
        campaign_id: IdLike | None = None,
        content_id: IdLike | None = None,
        creative_id: IdLike | None = None,
        account_id: IdLike | None = None,
        seed_content: bool | None = None,
        unit_id: IdLike | None = None,
        campaign_name: str | None = None,
        order_id: IdLike | None = None,
        order_name: str | None = None,
        content_name: str | None = None,
        content_url: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkFeedRelationUploadResponse:
        """Write how a feed task relates to ad account, campaign, unit, creative and
        content.

        写入星任务与广告账户、计划、单元、创意、稿件的对应关系。

        Args:
            event_id: 必填；星任务 ID
            creative_name: 广告创意名称
            unit_name: 广告单元名称
            account_name: 广告账户名称
            creative_url: 创意的地址
            campaign_id: 广告计划 ID
            content_id: 稿件 ID
            creative_id: 广告创意 ID
            account_id: 广告账户 ID
            seed_content: 稿件是商单与否
            unit_id: 广告单元 ID
            campaign_name: 广告计划名称
            order_id: 订单 ID
            order_name: 订单的名称
            content_name: 内容的名称
            content_url: 内容的链接
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkFeedRelationUploadResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.feed.relation.upload，文档编号 66796
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_feed_relation_upload import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "event_id": event_id,
                "creative_name": creative_name,
                "unit_name": unit_name,
                "account_name": account_name,
                "creative_url": creative_url,
                "campaign_id": campaign_id,
                "content_id": content_id,
                "creative_id": creative_id,
                "account_id": account_id,
                "seed_content": seed_content,
                "unit_id": unit_id,
                "campaign_name": campaign_name,
                "order_id": order_id,
                "order_name": order_name,
                "content_name": content_name,
                "content_url": content_url,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_seed_event_fee_update(
        self,
        *,
        change_request_id: IdLike,
        change_type: Literal[-1, 1] | int,
        change_request_time: MomentLike,
        media_event_id: IdLike,
        advertising_campaign_id: IdLike,
        media_total_fee: NumberLike,
        change_media_total_fee: NumberLike,
        media_platform_fee: NumberLike | None = None,
        kox_commission_fee: NumberLike | None = None,
        change_kox_commission_fee: NumberLike | None = None,
        change_media_platform_fee: NumberLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkSeedEventFeeUpdateResponse:
        """Request a change of the fees of a seeding subtask.

        申请调高或调低种草子任务的金额。

        提交的只是申请，处理结果用 taobao.tbk.seed.event.fee.update.result.get 查询；同
        一子任务已有改价在处理时会被拒绝。

        Args:
            change_request_id: 必填；改价请求的 ID
            change_type: 必填；改价方向；已知取值：
                - -1：减少预算
                - 1：增加预算
            change_request_time: 必填；改价请求的发起时间；格式：yyyy-MM-dd HH:mm:ss
            media_event_id: 必填；媒体侧订单 ID
            advertising_campaign_id: 必填；子任务 ID
            media_total_fee: 必填；调整前的子任务总额；单位：元
            change_media_total_fee: 必填；改价后子任务的总金额；单位：元
            media_platform_fee: 调整前的平台服务费；单位：元
            kox_commission_fee: 变更前的达人费用；单位：元
                注：单位按示例 1.00 推断
            change_kox_commission_fee: 改价后的达人费用；单位：元
            change_media_platform_fee: 改价后的平台服务费；单位：元
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkSeedEventFeeUpdateResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_seed_event_fee_update
                40132: 业务不允许
                40133: 业务不允许
            TransportError: 没有得到可用的应答

        API: taobao.tbk.seed.event.fee.update，文档编号 68039
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_seed_event_fee_update import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "change_request_id": change_request_id,
                "change_type": change_type,
                "change_request_time": change_request_time,
                "media_event_id": media_event_id,
                "advertising_campaign_id": advertising_campaign_id,
                "media_total_fee": media_total_fee,
                "change_media_total_fee": change_media_total_fee,
                "media_platform_fee": media_platform_fee,
                "kox_commission_fee": kox_commission_fee,
                "change_kox_commission_fee": change_kox_commission_fee,
                "change_media_platform_fee": change_media_platform_fee,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_seed_event_fee_update_result_get(
        self,
        *,
        advertising_campaign_id_list: CsvLike | None = None,
        page_no: int | None = None,
        page_size: int | None = None,
        request_status: int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkSeedEventFeeUpdateResultGetResponse:
        """List the results of fee change requests of seeding subtasks.

        分页查询种草子任务改价申请的结果。

        change_result 为 3 表示同意，4 表示拒绝（原因见 refuse_type），2 与 5 表示还未结
        束，-1 表示已失效。

        Args:
            advertising_campaign_id_list: 要查询的子任务 ID；以英文逗号分隔
                注：文档类型为 Number，示例是逗号分隔的多个 ID
            page_no: 页码
            page_size: 每页条数
            request_status: 子任务的变更状态
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkSeedEventFeeUpdateResultGetResponse: 一页结果，iter_all() 逐个
                给出本页及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.seed.event.fee.update.result.get，文档编号 68040
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_seed_event_fee_update_result_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "advertising_campaign_id_list": advertising_campaign_id_list,
                "page_no": page_no,
                "page_size": page_size,
                "request_status": request_status,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_seed_report_get(
        self,
        *,
        page_no: int,
        report_type_id: Literal["wb-content-rpt"] | IdLike,
        page_size: int,
        filters: str,
        return_fields: CsvLike | None = None,
        dimensions: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkSeedReportGetResponse:
        """List store visits, favourites, cart additions and deals of Weibo seeding
        content, page by page.

        分页查询微博内容种草的进店、收藏、加购和成交指标。

        report_type_id 固定填 wb-content-rpt，filters 目前只认 ds（如 ds=20220222）；
        return_fields、dimensions 以及返回的 position_index 都是预留，暂无作用。

        Args:
            page_no: 必填；页码
            report_type_id: 必填；报表的名称；已知取值：
                - wb-content-rpt：内容报表
            page_size: 必填；每页条数
            filters: 必填；查询条件，写作 名=值，只支持 ds
            return_fields: 要返回的列，预留；以英文逗号分隔
            dimensions: 数据的聚合维度，预留
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkSeedReportGetResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.seed.report.get，文档编号 61677
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_seed_report_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "page_no": page_no,
                "report_type_id": report_type_id,
                "page_size": page_size,
                "filters": filters,
                "return_fields": return_fields,
                "dimensions": dimensions,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_seed_wb_crowd_get(
        self,
        *,
        page_no: Literal[1],
        page_size: int,
        filters: CsvLike,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkSeedWbCrowdGetResponse:
        """Read the crowd package of a Weibo seeding task, in batches.

        按联盟任务分批读取微博种草的人群包。

        page_no 恒为 1，换批靠把上次返回的 position_index 写进 filters 的
        positionIndex；filters 还含 bTaskId 与 hasCount（要不要返回总数），各项用逗号隔
        开。

        1 个列表的外层键名是推断的。

        注：data_list 列在文档的字段表中，示例里没有

        Args:
            page_no: 必填；页码；只能取：
                - 1：固定值
            page_size: 必填；每页条数
            filters: 必填；查询条件，每项写作 名=值：bTaskId 联盟任务 ID，hasCount 要不
                要总数，positionIndex 位点；以英文逗号分隔
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkSeedWbCrowdGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.seed.wb.crowd.get，文档编号 62423
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_seed_wb_crowd_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "page_no": page_no,
                "page_size": page_size,
                "filters": filters,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_thor_creative_launch(
        self,
        *,
        req: types.TbkThorCreativeLaunchCreativeRequest,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkThorCreativeLaunchResponse:
        """Get one ad creative for a device and an ad zone, for smart delivery.

        按设备信息为推广位取一条智能投放的广告创意。

        请求放在 req 里，是一段 JSON 文本，至少要有请求 ID、设备信息和推广位。返回字段的
        含义与状态取值没有公开资料。

        资料来自公开的 SDK，未与平台文档核对。11 个参数没有资料说明是否必填。

        注：必填标记与默认值出自公开客户端的参数校验，而非文档

        注：资料没有给出响应类型的名称

        Args:
            req: 必填；创意投放请求
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkThorCreativeLaunchResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.thor.creative.launch
        资料：公开的客户端代码，日期不详，最后核对 2026-11-24
        """
        from ..methods.tbk_thor_creative_launch import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "req": req,
            },
            session=session,
            timeout=timeout,
        )
