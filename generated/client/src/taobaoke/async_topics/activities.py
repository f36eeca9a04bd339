"""Methods about activities: 官方活动与红包."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from .. import types
from .._runtime.arguments import DayLike, IdLike, MomentLike
from .._runtime.clients import BaseAsyncClient
from .._runtime.masking import MaskedText


class ActivitiesMethods(BaseAsyncClient):
    """Methods about activities.

    官方活动与红包类 API。
    """

    async def tbk_activity_info_get(
        self,
        *,
        activity_material_id: IdLike,
        adzone_id: IdLike,
        sub_pid: str | None = None,
        relation_id: IdLike | None = None,
        union_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkActivityInfoGetResponse:
        """Convert an official activity id into promotion links, mini-program path and
        material address.

        转换官方活动会场 ID，得到推广长短链、小程序路径和素材地址。

        adzone_id 必须归应用所有者名下；sub_pid 只在三方分成时传。微信小程序路径与二维码
        只用于本地化活动。union_id 限英文和数字，最长 12 个字符。

        权限包：
        - 18294：https://open.taobao.com/api.htm?docId=48340&docType=2&scopeId=18294

        Args:
            activity_material_id: 必填；官方会场 ID，在淘宝客后台的活动推广页查到
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            sub_pid: 三方推广者的 PID，形如 mm_xxx_xxx_xxx，只用于三方分成
            relation_id: 渠道关系 ID
            union_id: 区分推广渠道的自定义标记，仅限英文字母和数字；至多 12 个字符
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkActivityInfoGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_activity_info_get
                isp.invalid-parameter-adzone: 参数有误
                4: 参数有误
                isp.invalid-parameter-materialId: 参数有误
                1108: 平台故障
                1107: 平台故障
                isp.isp.get-activityinfo-unavailable: 平台故障
                isv.invalid-parameter-materialId: 参数有误
                isv.invalid-parameter-adzone: 参数有误
                isv.empty-parameter-materialId: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.activity.info.get，文档编号 48340
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_activity_info_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "activity_material_id": activity_material_id,
                "adzone_id": adzone_id,
                "sub_pid": sub_pid,
                "relation_id": relation_id,
                "union_id": union_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_cpa_activity_detail(
        self,
        *,
        event_id: IdLike,
        query_type: Literal[1, 2] | int | None = None,
        page_size: int | None = None,
        page_no: int | None = None,
        indicator_alias: str | None = None,
        start_id: IdLike | None = None,
        runtime: MomentLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkDgCpaActivityDetailResponse:
        """List reward records of a CPA activity, estimated or settled, page by page.

        分页读取 CPA 活动的奖励明细，可选预估或结算口径。

        明细内容在 field_detail，为键值文本，其字段随 indicator_alias 的统计口径而定。翻
        页期间把首页返回的 runtime 原样传回，可让各页出自同一批数据；start_id 可指定从哪
        条记录接着查。

        Args:
            event_id: 必填；CPA 活动 ID
            query_type: 明细的种类；默认 1；已知取值：
                - 1：预估明细
                - 2：结算明细
            page_size: 每页条数；默认 10
            page_no: 页码；默认 1
            indicator_alias: CPA 活动奖励的统计口径
                参见 CPA 统计口径与字段释义
                <https://www.yuque.com/docs/share/7ecf8cf1-7f99-4633-a2ed-f9b6f8116af5>
            start_id: 下一页第一条记录的主键 ID
            runtime: 数据的批次号，是一个时刻；格式：yyyy-MM-dd HH:mm:ss
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkDgCpaActivityDetailResponse: 一页结果，iter_all() 逐个给出本页
                及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.cpa.activity.detail，文档编号 56312
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_cpa_activity_detail import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "event_id": event_id,
                "query_type": query_type,
                "page_size": page_size,
                "page_no": page_no,
                "indicator_alias": indicator_alias,
                "start_id": start_id,
                "runtime": runtime,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_cpa_activity_report(
        self,
        *,
        event_id: IdLike,
        biz_date: DayLike,
        page_no: int | None = None,
        query_type: Literal[1, 2] | int | None = None,
        page_size: int | None = None,
        pid: str | None = None,
        relation_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkDgCpaActivityReportResponse:
        """Query users and reward of a CPA activity, accumulated up to a day.

        查询任务奖励活动截至某日的累计用户数与奖励金额。

        默认按账号汇总；传 pid 得该媒体的数据，传 relation_id 得该代理的数据，二者不可并
        用。预估口径含当天，结算口径最晚到昨天。

        pid、relation_id 不能同时填写。

        Args:
            event_id: 必填；CPA 活动 ID
                参见 CPA 活动与活动 ID
                <https://www.yuque.com/docs/share/16905f3f-3a22-4e7c-b8c3-4d23791d42f7>
            biz_date: 必填；要查询的日期；格式：yyyyMMdd
            page_no: 页码；不小于 1
            query_type: 数据类型：预估含当天的实时累计，结算最晚累计到昨天；细则看活动规
                则；默认 1；已知取值：
                - 1：预估
                - 2：结算
            page_size: 每页条数
            pid: 媒体 PID，传入按 PID 汇总，不传按 member 统计；不可与 relation_id 同传
            relation_id: 渠道关系 ID：传了就按它统计，不传则按会员账号统计
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkDgCpaActivityReportResponse: 一页结果，iter_all() 逐个给出本页
                及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.cpa.activity.report，文档编号 58111
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_cpa_activity_report import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "event_id": event_id,
                "biz_date": biz_date,
                "page_no": page_no,
                "query_type": query_type,
                "page_size": page_size,
                "pid": pid,
                "relation_id": relation_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_cpa_report_detail(
        self,
        *,
        event_id: IdLike,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgCpaReportDetailResponse:
        """Get the reward totals of a team campaign, with estimated and settled amounts
        per strategy.

        查看组团活动的奖励总额以及各策略的预估与结算金额。

        只需活动 ID；各策略下的成员明细另用 taobao.tbk.dg.cpa.report.sub.detail 查询。

        资料来自公开的 SDK，未与平台文档核对。3 个列表的外层键名是推断的。

        Args:
            event_id: 必填；CPA 活动 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgCpaReportDetailResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.cpa.report.detail
        资料：公开的客户端代码 2024-02，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_cpa_report_detail import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "event_id": event_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_cpa_report_sub_detail(
        self,
        *,
        event_id: IdLike,
        campaign_code: str,
        page_size: int | None = None,
        page_no: int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkDgCpaReportSubDetailResponse:
        """List estimated and settled figures per member of one strategy of a team
        campaign.

        分页查看组团活动里某个策略下各成员的预估与结算明细。

        pre 与 settle 是 JSON 文本，键的含义要对照同一条里的 display_list。可先用
        taobao.tbk.dg.cpa.report.detail 看各策略的 campaign_code。

        资料来自公开的 SDK，未与平台文档核对。3 个列表的外层键名是推断的。

        Args:
            event_id: 必填；CPA 活动 ID
            campaign_code: 必填；策略名称
            page_size: 每页条数；默认 10
            page_no: 页码；默认 1
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkDgCpaReportSubDetailResponse: 一页结果，iter_all() 逐个给出本
                页及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.cpa.report.sub.detail
        资料：公开的客户端代码 2024-02，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_cpa_report_sub_detail import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "event_id": event_id,
                "campaign_code": campaign_code,
                "page_size": page_size,
                "page_no": page_no,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_optimus_promotion(
        self,
        *,
        adzone_id: IdLike,
        promotion_id: Literal["37104", "37116", "62191", "61809"] | IdLike,
        page_size: int | None = None,
        page_num: int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkDgOptimusPromotionResponse:
        """List coupons and other benefits of an official benefit material, page by
        page.

        按官方权益物料 ID 分页取优惠券类权益及其链接。

        每页最多 10 条。返回里的 total_count 是该权益的初始库存，不是结果条数。

        权限包：
        - 16518：https://open.taobao.com/api.htm?docId=52700&docType=2&scopeId=16518

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            promotion_id: 必填；官方权益物料 ID；已知取值：
                - 37104：有价券
                - 37116：大额店铺券
                - 62191：天猫店铺券
                - 61809：券券补
            page_size: 每页条数；不大于 10；默认 10
            page_num: 页码；默认 1
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkDgOptimusPromotionResponse: 一页结果，iter_all() 逐个给出本页
                及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_dg_optimus_promotion
                50001: 没有结果
                40001: 平台故障
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.optimus.promotion，文档编号 52700
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_optimus_promotion import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "promotion_id": promotion_id,
                "page_size": page_size,
                "page_num": page_num,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_vegas_send_report(
        self,
        *,
        biz_date: DayLike,
        relation_id: IdLike | None = None,
        activity_id: IdLike | None = None,
        page_no: int | None = None,
        page_size: int | None = None,
        pid: str | None = None,
        rpt_dim: Literal["pid", "relation"] | str | None = None,
        activity_category: Literal[1, 2, 3, 4, 5] | int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkDgVegasSendReportResponse:
        """Count red packets sent and used on one day, per pid or per channel relation.

        统计某一天各类红包的发放量与使用量。

        数据放在哪个列表取决于 rpt_dim：pid 维度（默认）看 pid_rpt_list，渠道维度看
        relation_rpt_list。activity_category 不传时统计超级红包；activity_id 已停用，不
        要再传。

        权限包：
        - 17873：https://open.taobao.com/api.htm?docId=47593&docType=2&scopeId=17873

        注：2025-09 的客户端另有 result.model.pid_rpt_list.relation_id，文档没有

        Args:
            biz_date: 必填；要查询的统计日期；格式：yyyyMMdd
            relation_id: 渠道关系 ID
            activity_id: 红包活动 ID；已废弃，已下线，不必再传
            page_no: 页码；默认 1
            page_size: 每页条数；默认 10
            pid: 推广位 PID，形如 mm_1_2_3
            rpt_dim: 统计维度；默认 pid；已知取值：
                - pid：按推广位
                - relation：按渠道关系
            activity_category: 要查询的红包种类；默认 1；已知取值：
                - 1：超级红包
                - 2：福利购
                - 3：签到红包
                - 4：福利直降
                - 5：幸运赢免单
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkDgVegasSendReportResponse: 一页结果，iter_all() 逐个给出本页及
                后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.vegas.send.report，文档编号 47593
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_vegas_send_report import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "biz_date": biz_date,
                "relation_id": relation_id,
                "activity_id": activity_id,
                "page_no": page_no,
                "page_size": page_size,
                "pid": pid,
                "rpt_dim": rpt_dim,
                "activity_category": activity_category,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_vegas_send_status(
        self,
        *,
        relation_id: IdLike | None = None,
        special_id: IdLike | None = None,
        device_value: str | None = None,
        device_type: Literal["IMEI", "IDFA", "OAID", "MOBILE"] | str | None = None,
        thor_biz_code: str | None = None,
        pid: str | None = None,
        activity_category: Literal[1, 2, 3, 4, 5] | int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgVegasSendStatusResponse:
        """Check whether a consumer still holds unused red packets.

        判断一名消费者手里是否还有没用掉的红包。

        is_new_user 为 1 表示没有待用红包，为 0 表示有。按设备查询是模糊匹配，结果可能有
        偏差；device_value 用 MD5 后的 32 位小写值，并配上 device_type。thor_biz_code 已
        停用，不要再传。

        权限包：
        - 21226：https://open.taobao.com/api.htm?docId=52958&docType=2&scopeId=21226

        Args:
            relation_id: 渠道关系 ID
            special_id: 会员运营 ID
            device_value: 用户标识的 MD5 值，32 位小写
            device_type: 用户标识的类别；按设备查询是模糊匹配，结果可能有偏差；已知取
                值：
                - IMEI：安卓设备 IMEI
                - IDFA：苹果设备 IDFA
                - OAID：安卓匿名标识 OAID
                - MOBILE：手机号
                注：文档中的 1～4 是列举序号，示例值为 IMEI
            thor_biz_code: 业务码；已废弃，不要传入
            pid: 推广位 PID，形如 mm_1_2_3
            activity_category: 要查询的红包种类；默认 1；已知取值：
                - 1：超级红包
                - 2：福利购
                - 3：签到红包
                - 4：福利直降
                - 5：幸运赢免单
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgVegasSendStatusResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.vegas.send.status，文档编号 52958
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_vegas_send_status import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "relation_id": relation_id,
                "special_id": special_id,
                "device_value": device_value,
                "device_type": device_type,
                "thor_biz_code": thor_biz_code,
                "pid": pid,
                "activity_category": activity_category,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_activity_info_get(
        self,
        *,
        activity_material_id: IdLike,
        adzone_id: IdLike,
        site_id: IdLike,
        relation_id: IdLike | None = None,
        union_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScActivityInfoGetResponse:
        """Convert an official activity id into promotion links, for an authorised
        publisher.

        转换官方活动会场 ID，得到授权推广者的长短链、小程序路径和素材地址。

        site_id 与 adzone_id 取授权推广者 pid 的第二、三段。微信小程序路径与二维码只用于
        本地化活动。union_id 限英文和数字，最长 12 个字符。

        需要用户授权（session）。

        权限包：
        - 18353：https://open.taobao.com/api.htm?docId=48417&docType=2&scopeId=18353

        Args:
            activity_material_id: 必填；官方会场 ID，在淘宝客后台的活动推广页查到
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            relation_id: 渠道关系 ID
            union_id: 区分推广渠道的自定义标记，仅限英文字母和数字；至多 12 个字符
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScActivityInfoGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.activity.info.get，文档编号 48417
        资料：公开的客户端代码 2026，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_activity_info_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "activity_material_id": activity_material_id,
                "adzone_id": adzone_id,
                "site_id": site_id,
                "relation_id": relation_id,
                "union_id": union_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_optimus_promotion(
        self,
        *,
        adzone_id: IdLike,
        promotion_id: Literal["37104", "37116", "62191", "61809"] | IdLike,
        site_id: IdLike,
        page_size: int | None = None,
        page_num: int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkScOptimusPromotionResponse:
        """List coupons and other benefits of an official benefit material, for an
        authorised publisher.

        按官方权益物料 ID 分页取优惠券类权益，供授权推广者投放。

        每页最多 10 条。返回里的 total_count 是该权益的初始库存，不是结果条数。

        需要用户授权（session）。3 个列表的外层键名是推断的。

        权限包：
        - 16287：https://open.taobao.com/api.htm?docId=52701&docType=2&scopeId=16287

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            promotion_id: 必填；官方权益物料 ID；已知取值：
                - 37104：有价券
                - 37116：大额店铺券
                - 62191：天猫店铺券
                - 61809：券券补
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            page_size: 每页条数；不大于 10
            page_num: 页码；默认 1
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkScOptimusPromotionResponse: 一页结果，iter_all() 逐个给出本页
                及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.optimus.promotion，文档编号 52701
        资料：公开的客户端代码 2025-02，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_optimus_promotion import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "promotion_id": promotion_id,
                "site_id": site_id,
                "page_size": page_size,
                "page_num": page_num,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_vegas_send_report(
        self,
        *,
        biz_date: DayLike,
        relation_id: IdLike | None = None,
        activity_id: IdLike | None = None,
        page_no: int | None = None,
        page_size: int | None = None,
        pid: str | None = None,
        rpt_dim: Literal["pid", "relation"] | str | None = None,
        activity_category: Literal[1, 2, 3, 4] | int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkScVegasSendReportResponse:
        """Count red packets sent and used on one day, for an authorised publisher.

        统计授权推广者某一天各类红包的发放量与使用量。

        数据放在哪个列表取决于 rpt_dim：pid 维度（默认）看 pid_rpt_list，渠道维度看
        relation_rpt_list。activity_category 不传时统计超级红包；activity_id 已停用，不
        要再传。

        需要用户授权（session）。2 个列表的外层键名是推断的。

        权限包：
        - 17875：https://open.taobao.com/api.htm?docId=47590&docType=2&scopeId=17875

        注：分页的默认值、日期格式与 rpt_dim 的取值取自推广者接口
        taobao.tbk.dg.vegas.send.report

        注：activity_id：2024 年的客户端为必填；2023 年的元数据为可选，并标为停用

        Args:
            biz_date: 必填；要查询的统计日期；格式：yyyyMMdd
            relation_id: 渠道关系 ID
            activity_id: 红包活动 ID；已废弃，已下线，不必再传
            page_no: 页码；默认 1（据 taobao.tbk.dg.vegas.send.report 的文档）
            page_size: 每页条数；默认 10（据 taobao.tbk.dg.vegas.send.report 的文档）
            pid: 推广位 PID，形如 mm_1_2_3
            rpt_dim: 统计维度；默认 pid；已知取值：
                - pid：按推广位
                - relation：按渠道关系
                注：本接口的文档只提到 pid，relation 出自
                taobao.tbk.dg.vegas.send.report 的文档
            activity_category: 要查询的红包种类；默认 1；已知取值：
                - 1：超级红包
                - 2：福利购
                - 3：签到红包
                - 4：福利直降
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkScVegasSendReportResponse: 一页结果，iter_all() 逐个给出本页及
                后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.vegas.send.report，文档编号 47590
        资料：公开的客户端代码 2025-02，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_vegas_send_report import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "biz_date": biz_date,
                "relation_id": relation_id,
                "activity_id": activity_id,
                "page_no": page_no,
                "page_size": page_size,
                "pid": pid,
                "rpt_dim": rpt_dim,
                "activity_category": activity_category,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_vegas_send_status(
        self,
        *,
        special_id: IdLike | None = None,
        relation_id: IdLike | None = None,
        device_value: str | None = None,
        device_type: Literal["IMEI", "IDFA", "OAID", "MOBILE"] | str | None = None,
        activity_category: Literal[1, 2, 3, 4] | int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScVegasSendStatusResponse:
        """Check whether a consumer still holds unused red packets, for an authorised
        publisher.

        判断消费者手里是否还有没用掉的红包，供授权推广者使用。

        is_new_user 为 1 表示没有待用红包，为 0 表示有。按设备查询是模糊匹配，结果可能有
        偏差；device_value 用 MD5 后的 32 位小写值，并配上 device_type。

        需要用户授权（session）。1 个列表的外层键名是推断的。

        Args:
            special_id: 会员运营 ID
            relation_id: 渠道关系 ID
            device_value: 用户标识的 MD5 值，32 位小写
            device_type: 用户标识的类别；按设备查询是模糊匹配，结果可能有偏差；已知取
                值：
                - IMEI：安卓设备 IMEI
                - IDFA：苹果设备 IDFA
                - OAID：安卓匿名标识 OAID
                - MOBILE：手机号
                注：文档中的 1～4 是列举序号，示例值为 IMEI
            activity_category: 要查询的红包种类；默认 1；已知取值：
                - 1：超级红包
                - 2：福利购
                - 3：签到红包
                - 4：福利直降
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScVegasSendStatusResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.vegas.send.status，文档编号 52957
        资料：公开的客户端代码 2025-02，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_vegas_send_status import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "special_id": special_id,
                "relation_id": relation_id,
                "device_value": device_value,
                "device_type": device_type,
                "activity_category": activity_category,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_thor_task_select(
        self,
        *,
        req: Mapping[str, object],
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkThorTaskSelectResponse:
        """Get interactive tasks to show to a user, with texts, link and price per
        action.

        取得可向用户投放的互动任务，含文案、链接和单价。

        请求对象 req 的成员没有公开资料，需向联盟运营索取。

        Args:
            req: 必填；查询条件
                注：成员没有公开资料
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkThorTaskSelectResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.thor.task.select，文档编号 55385
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_thor_task_select import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "req": req,
            },
            session=session,
            timeout=timeout,
        )
