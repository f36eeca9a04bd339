"""List estimated and settled figures per member of one strategy of a team campaign:
`taobao.tbk.dg.cpa.report.sub.detail`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Json, Model, PagedResponse, wire
from .._runtime.outcomes import ReplyOutcome
from .._runtime.paging import PageNumbers
from ..models import DisplayField


class TbkDgCpaReportSubDetailCpaMemberDetail(Model):
    """各成员的明细"""

    settle: Json = wire(json=True)
    """结算明细，键的含义见 display_list"""
    pre: Json = wire(json=True)
    """预估明细，键的含义见 display_list"""
    id: str | None = wire()
    """成员 ID"""


class TbkDgCpaReportSubDetailCpaReportSubDetail(Model):
    """策略的明细数据"""

    campaign_code: str | None = wire()
    """策略名称"""
    result_list: list[TbkDgCpaReportSubDetailCpaMemberDetail] = wire(wrapper="resultlist")
    """各成员的明细"""
    display_list: list[DisplayField] = wire(wrapper="displaylist")
    """报表字段的释义"""


class TbkDgCpaReportSubDetailCpaReportSubDetailData(Model):
    """业务数据"""

    results: list[TbkDgCpaReportSubDetailCpaReportSubDetail] = wire(wrapper="result")
    """策略的明细数据"""


class TbkDgCpaReportSubDetailCpaReportSubDetailResult(Model):
    """调用结果"""

    data: TbkDgCpaReportSubDetailCpaReportSubDetailData | None = wire()
    """业务数据"""
    success: bool | None = wire()
    """调用是否成功"""
    result_code: int | None = wire()
    """结果码"""
    biz_error_desc: str | None = wire()
    """业务错误说明"""
    result_msg: str | None = wire()
    """对结果码的说明"""
    biz_error_code: int | None = wire()
    """业务错误码"""


class TbkDgCpaReportSubDetailResponse(PagedResponse[TbkDgCpaReportSubDetailCpaReportSubDetail]):
    """分页查看组团活动里某个策略下各成员的预估与结算明细：返回内容"""

    _paging = PageNumbers(
        lists=("result.data.results",), page="page_no", size="page_size", usual_size=10
    )
    _outcome = ReplyOutcome(
        success="result.success", code="result.biz_error_code", message="result.biz_error_desc"
    )

    result: TbkDgCpaReportSubDetailCpaReportSubDetailResult | None = wire()
    """调用结果"""


if TYPE_CHECKING:

    class AsyncTbkDgCpaReportSubDetailResponse(
        AsyncPagedResponse[TbkDgCpaReportSubDetailCpaReportSubDetail],
        TbkDgCpaReportSubDetailResponse,
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkDgCpaReportSubDetailResponse = TbkDgCpaReportSubDetailResponse


METHOD = Method(
    "taobao.tbk.dg.cpa.report.sub.detail",
    AsyncTbkDgCpaReportSubDetailResponse,
    Object(
        {
            "event_id": Text(number=True),
            "campaign_code": Text(),
            "page_size": Integer(),
            "page_no": Integer(),
        },
        required=("event_id", "campaign_code"),
    ),
    idempotent=True,
)
