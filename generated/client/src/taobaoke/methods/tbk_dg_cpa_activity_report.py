"""Query users and reward of a CPA activity, accumulated up to a day:
`taobao.tbk.dg.cpa.activity.report`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.kinds import Day, Integer, Object, Text
from .._runtime.method import Method, Rule
from .._runtime.models import AsyncPagedResponse, Json, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers


class TbkDgCpaActivityReportVegasCpaReport(Model):
    """活动报表的各行"""

    union_30d_lx_uv: int | None = wire()
    """满足奖励条件的累计用户数，预估或可结算口径由入参决定；单位：人"""
    reward_amount: Decimal | None = wire()
    """奖励金额，按入参所选是预估值或可结算值；单位：元

    注：文档未写单位，由示例 123.45 推断
    """
    relation_id: str | None = wire(number=True)
    """渠道关系 ID，按 rid 维度查询时才有"""
    biz_date: date | None = wire(form="yyyyMMdd")
    """统计截止日期，数据自活动开始累计到这一天；格式：yyyyMMdd"""
    pid: str | None = wire()
    """媒体 PID，仅按 PID 维度查询时返回"""
    query_type: Literal[1, 2] | int | None = wire()
    """数据类型；已知取值：

    - 1：预估
    - 2：结算
    """
    ext_info: Json = wire(json=True)
    """活动的奖励等数据

    注：JSON 格式按示例判断
    """


class TbkDgCpaActivityReportCpaActivityReportData(Model):
    """一页报表数据"""

    results: list[TbkDgCpaActivityReportVegasCpaReport] = wire(wrapper="vegas_cpa_report_d_t_o")
    """活动报表的各行"""


class TbkDgCpaActivityReportCpaActivityReportResult(Model):
    """调用结果"""

    data: TbkDgCpaActivityReportCpaActivityReportData | None = wire()
    """一页报表数据"""


class TbkDgCpaActivityReportResponse(PagedResponse[TbkDgCpaActivityReportVegasCpaReport]):
    """查询任务奖励活动截至某日的累计用户数与奖励金额：返回内容"""

    _paging = PageNumbers(lists=("result.data.results",), page="page_no", size="page_size")

    result: TbkDgCpaActivityReportCpaActivityReportResult | None = wire()
    """调用结果"""


if TYPE_CHECKING:

    class AsyncTbkDgCpaActivityReportResponse(
        AsyncPagedResponse[TbkDgCpaActivityReportVegasCpaReport], TbkDgCpaActivityReportResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkDgCpaActivityReportResponse = TbkDgCpaActivityReportResponse


METHOD = Method(
    "taobao.tbk.dg.cpa.activity.report",
    AsyncTbkDgCpaActivityReportResponse,
    Object(
        {
            "event_id": Text(number=True),
            "biz_date": Day(form="yyyyMMdd"),
            "page_no": Integer(minimum=1),
            "query_type": Integer(),
            "page_size": Integer(),
            "pid": Text(),
            "relation_id": Text(number=True),
        },
        required=("event_id", "biz_date"),
    ),
    rules=(Rule("at_most_one_of", ("pid", "relation_id")),),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=58111&docType=2",
)
