"""Methods about reports: 报表."""

from __future__ import annotations

from typing import Literal

from .. import types
from .._runtime.arguments import CsvLike, IdLike
from .._runtime.clients import BaseAsyncClient
from .._runtime.masking import MaskedText


class ReportsMethods(BaseAsyncClient):
    """Methods about reports.

    报表类 API。
    """

    async def tbk_dg_content_media_daily_report(
        self,
        *,
        filters: str,
        page_no: int | None = None,
        page_size: int | None = None,
        dimensions: str | None = None,
        return_fields: CsvLike | None = None,
        report_type_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgContentMediaDailyReportResponse:
        """Query the daily promotion report of the Weibo channel, per influencer.

        查询微博渠道按达人统计的每日推广报表。

        report_type_id 在已知客户端中固定为 union_content_media_daily_report。filters 必
        传，但其写法没有公开资料，需向联盟运营确认。

        资料来自公开的 SDK，未与平台文档核对。返回内容没有公开资料。5 个参数没有资料说明
        是否必填。

        注：必填标记与默认值出自公开客户端的参数校验，而非文档

        Args:
            filters: 必填；查询条件，写法没有公开资料
            page_no: 页码；默认 1
            page_size: 每页条数；默认 20
            dimensions: 数据的聚合维度
            return_fields: 要返回的列，没有特别需要时照示例值传；以英文逗号分隔
            report_type_id: 报表的名称，固定取示例值
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgContentMediaDailyReportResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.content.media.daily.report
        资料：公开的客户端代码，日期不详，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_content_media_daily_report import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "filters": filters,
                "page_no": page_no,
                "page_size": page_size,
                "dimensions": dimensions,
                "return_fields": return_fields,
                "report_type_id": report_type_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_content_media_monthly_report(
        self,
        *,
        filters: str,
        page_no: int | None = None,
        page_size: int | None = None,
        dimensions: str | None = None,
        return_fields: CsvLike | None = None,
        report_type_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgContentMediaMonthlyReportResponse:
        """Query the monthly promotion report of the Weibo channel, per influencer.

        查询微博渠道按达人统计的月度推广报表。

        report_type_id 在已知客户端中固定为 union_content_media_monthly_report。filters
        必传，但其写法没有公开资料，需向联盟运营确认。

        资料来自公开的 SDK，未与平台文档核对。返回内容没有公开资料。5 个参数没有资料说明
        是否必填。

        注：必填标记与默认值出自公开客户端的参数校验，而非文档

        Args:
            filters: 必填；查询条件，写法没有公开资料
            page_no: 页码；默认 1
            page_size: 每页条数；默认 20
            dimensions: 数据的聚合维度
            return_fields: 要返回的列，没有特别需要时照示例值传；以英文逗号分隔
            report_type_id: 报表的名称，固定取示例值
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgContentMediaMonthlyReportResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.content.media.monthly.report
        资料：公开的客户端代码，日期不详，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_content_media_monthly_report import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "filters": filters,
                "page_no": page_no,
                "page_size": page_size,
                "dimensions": dimensions,
                "return_fields": return_fields,
                "report_type_id": report_type_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_media_kol_realtime_summary(
        self,
        *,
        sub_adzone_id: IdLike,
        sub_site_id: IdLike,
        sub_pub_id: IdLike,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgMediaKolRealtimeSummaryResponse:
        """Get the current sales totals of one influencer, by member, site and ad zone.

        按会员、网站和广告位查询单个达人当前的销量汇总。

        三个入参对应达人 pid 的三段数字，均须提供；返回字段没有公开资料。

        资料来自公开的 SDK，未与平台文档核对。返回内容没有公开资料。

        注：必填标记出自公开客户端的参数校验，而非文档

        Args:
            sub_adzone_id: 必填；达人 PID 中的推广位 ID
            sub_site_id: 必填；达人 PID 中的媒体 ID
            sub_pub_id: 必填；达人的会员 ID（pubid）
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgMediaKolRealtimeSummaryResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.media.kol.realtime.summary
        资料：公开的客户端代码，日期不详，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_media_kol_realtime_summary import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "sub_adzone_id": sub_adzone_id,
                "sub_site_id": sub_site_id,
                "sub_pub_id": sub_pub_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_media_kuaishou_daily_report(
        self,
        *,
        filters: str,
        page_no: int | None = None,
        page_size: int | None = None,
        dimensions: str | None = None,
        return_fields: CsvLike | None = None,
        report_type_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgMediaKuaishouDailyReportResponse:
        """Query the daily Kuaishou report by creator.

        查询快手达人维度的推广日报。

        report_type_id 固定为 union_media_daily_report_kuaishou。只知道请求部分，返回内
        容没有公开资料。

        资料来自公开的 SDK，未与平台文档核对。返回内容没有公开资料。5 个参数没有资料说明
        是否必填。

        注：必填标记与默认值只见于公开的客户端，它会自动填入 page_no、page_size、
        return_fields、report_type_id

        Args:
            filters: 必填；查询条件，写作 名=值
            page_no: 页码；默认 1
            page_size: 每页条数；默认 20
            dimensions: 数据的聚合维度
            return_fields: 要返回的列，没有特别需要时照示例值传；以英文逗号分隔
            report_type_id: 报表的名称，固定取示例值
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgMediaKuaishouDailyReportResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.media.kuaishou.daily.report
        资料：公开的客户端代码，日期不详，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_media_kuaishou_daily_report import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "filters": filters,
                "page_no": page_no,
                "page_size": page_size,
                "dimensions": dimensions,
                "return_fields": return_fields,
                "report_type_id": report_type_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_media_kuaishou_monthly_report(
        self,
        *,
        filters: str,
        page_no: int | None = None,
        page_size: int | None = None,
        dimensions: str | None = None,
        return_fields: CsvLike | None = None,
        report_type_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgMediaKuaishouMonthlyReportResponse:
        """Query the monthly promotion report of the Kuaishou channel, per influencer.

        查询快手渠道按达人统计的月度推广报表。

        report_type_id 在已知客户端中固定为 union_media_monthly_report_kuaishou。filters
        必传，但其写法没有公开资料，需向联盟运营确认。

        资料来自公开的 SDK，未与平台文档核对。返回内容没有公开资料。5 个参数没有资料说明
        是否必填。

        注：必填标记与默认值出自公开客户端的参数校验，而非文档

        Args:
            filters: 必填；查询条件，写法没有公开资料
            page_no: 页码；默认 1
            page_size: 每页条数；默认 20
            dimensions: 数据的聚合维度
            return_fields: 要返回的列，没有特别需要时照示例值传；以英文逗号分隔
            report_type_id: 报表的名称，固定取示例值
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgMediaKuaishouMonthlyReportResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.media.kuaishou.monthly.report
        资料：公开的客户端代码，日期不详，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_media_kuaishou_monthly_report import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "filters": filters,
                "page_no": page_no,
                "page_size": page_size,
                "dimensions": dimensions,
                "return_fields": return_fields,
                "report_type_id": report_type_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_media_top_rank_report(
        self,
        *,
        rank_start: int,
        rank_end: int,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgMediaTopRankReportResponse:
        """Get the live sales ranking of content-media influencers, for a range of
        ranks.

        按名次区间读取内容媒体达人的实时销量排行。

        用 rank_start 和 rank_end 圈定名次区间，二者都必传；返回字段没有公开资料。

        资料来自公开的 SDK，未与平台文档核对。返回内容没有公开资料。

        注：必填标记出自公开客户端的参数校验，而非文档

        Args:
            rank_start: 必填；达人榜的起始名次
            rank_end: 必填；达人榜的结束名次
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgMediaTopRankReportResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.media.top.rank.report
        资料：公开的客户端代码，日期不详，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_media_top_rank_report import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "rank_start": rank_start,
                "rank_end": rank_end,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_reports_newquery(
        self,
        *,
        page_size: int,
        page_no: int,
        filters: CsvLike,
        report_type_id: Literal["union_media_newlink_subpid_order_detail"] | IdLike,
        dimensions: str | None = None,
        return_fields: CsvLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkDgReportsNewqueryResponse:
        """Query the order detail report of creators.

        按条件查询达人推广的订单明细报表。

        filters 是以分号隔开的键值，含 ds、subpid、pubId、hasCount、position_index。总数
        只在 hasCount 为 true 时返回，问一次即可，其后传 false 更快。续取时把上一次的
        position_index 写进 filters。

        Args:
            page_size: 必填；每页条数
            page_no: 必填；页码
            filters: 必填；查询条件，每项写作 名=值：ds 日期，subpid 达人 PID，pubId 媒
                体账号 ID，hasCount 要不要总数（宜只在首次传 true），position_index 位
                点，取已返回数据的最小 ID；以英文分号分隔
            report_type_id: 必填；报表的名称；已知取值：
                - union_media_newlink_subpid_order_detail：订单明细
            dimensions: 数据的聚合维度
            return_fields: 要返回的列；以英文逗号分隔
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkDgReportsNewqueryResponse: 一页结果，iter_all() 逐个给出本页及
                后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_dg_reports_newquery
                1001: 参数有误
                10000: 没有结果
                4: 参数有误
                30002: 参数有误
                2: 参数有误
                40001: 平台故障
                50001: 没有结果
                30001: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.reports.newquery，文档编号 43906
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_reports_newquery import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "page_size": page_size,
                "page_no": page_no,
                "filters": filters,
                "report_type_id": report_type_id,
                "dimensions": dimensions,
                "return_fields": return_fields,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_reports_query(
        self,
        *,
        report_type_id: IdLike,
        filters: str,
        page_no: int,
        page_size: int,
        return_fields: CsvLike | None = None,
        dimensions: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgReportsQueryResponse:
        """Query a media report by name and filters.

        按报表名称与条件查询媒体报表。

        filters 写成 ds=20180919 这样的键值。结果是列名数组加行值数组，按位置对应。

        1 个列表的外层键名是推断的。

        Args:
            report_type_id: 必填；报表的名称
            filters: 必填；查询条件，写作 名=值
            page_no: 必填；页码
            page_size: 必填；每页条数
            return_fields: 要返回的列；以英文逗号分隔
            dimensions: 数据的聚合维度
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgReportsQueryResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.reports.query，文档编号 40305
        资料：平台文档页 2025，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_reports_query import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "report_type_id": report_type_id,
                "filters": filters,
                "page_no": page_no,
                "page_size": page_size,
                "return_fields": return_fields,
                "dimensions": dimensions,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_reports_query_click(
        self,
        *,
        page_size: int,
        page_no: int,
        filters: str,
        report_type_id: IdLike,
        dimensions: str | None = None,
        return_fields: CsvLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkDgReportsQueryClickResponse:
        """Query the click report of creators.

        查询达人推广的点击明细报表。

        filters 写成 ds=20190723 这样的键值。

        Args:
            page_size: 必填；每页条数
            page_no: 必填；页码
            filters: 必填；查询条件，写作 名=值
            report_type_id: 必填；报表的名称
            dimensions: 数据的聚合维度
            return_fields: 要返回的列；以英文逗号分隔
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkDgReportsQueryClickResponse: 一页结果，iter_all() 逐个给出本页
                及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页
                tbk_dg_reports_query_click
                1001: 参数有误
                10000: 没有结果
                4: 参数有误
                30002: 参数有误
                2: 参数有误
                40001: 平台故障
                50001: 没有结果
                30001: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.reports.query.click，文档编号 45096
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_reports_query_click import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "page_size": page_size,
                "page_no": page_no,
                "filters": filters,
                "report_type_id": report_type_id,
                "dimensions": dimensions,
                "return_fields": return_fields,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_reports_query_stat(
        self,
        *,
        page_size: int,
        page_no: int,
        filters: CsvLike,
        report_type_id: IdLike,
        dimensions: str | None = None,
        return_fields: CsvLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkDgReportsQueryStatResponse:
        """Query the summary report of creators.

        查询达人推广的汇总报表。

        filters 写成 ds=20191017;hasCount=true 这样的键值。总数问一次即可，其后 hasCount
        传 false 更快。

        Args:
            page_size: 必填；每页条数
            page_no: 必填；页码
            filters: 必填；查询条件，每项写作 名=值：ds 日期，hasCount 要不要总数（宜只
                在首次传 true）；以英文分号分隔
            report_type_id: 必填；报表的名称
            dimensions: 数据的聚合维度
            return_fields: 要返回的列；以英文逗号分隔
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkDgReportsQueryStatResponse: 一页结果，iter_all() 逐个给出本页
                及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_dg_reports_query_stat
                1001: 参数有误
                10000: 没有结果
                4: 参数有误
                30002: 参数有误
                2: 参数有误
                40001: 平台故障
                50001: 没有结果
                30001: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.reports.query.stat，文档编号 45095
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_reports_query_stat import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "page_size": page_size,
                "page_no": page_no,
                "filters": filters,
                "report_type_id": report_type_id,
                "dimensions": dimensions,
                "return_fields": return_fields,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_rid_report_get(
        self,
        *,
        search_option: types.TbkScRidReportGetRidReportOption | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScRidReportGetResponse:
        """Query self-purchase and promoted sales of one channel relation id, by day.

        按天查询一个渠道关系 ID 的自购与推广成交数据。

        入参放在 search_option 里。目前只能按天（biz_date）查，biz_month 还没有开放；
        relation_id 与 site_id 建议都传，有客户端把它们当必填。

        需要用户授权（session）。资料来自公开的 SDK，未与平台文档核对。4 个参数没有资料
        说明是否必填。

        注：relation_id 与 site_id：一个客户端校验为必填；另一个把 search_option 标为可
        选，没有说明其成员

        Args:
            search_option: 查询条件
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScRidReportGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.rid.report.get
        资料：公开的客户端代码 2024-02，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_rid_report_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "search_option": search_option,
            },
            session=session,
            timeout=timeout,
        )
