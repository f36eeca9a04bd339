"""List reward records of a CPA activity, estimated or settled, page by page:
`taobao.tbk.dg.cpa.activity.detail`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from .._runtime.kinds import Integer, Moment, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.outcomes import ReplyOutcome
from .._runtime.paging import PageNumbers


class TbkDgCpaActivityDetailCpaActivityDetail(Model):
    """各条奖励明细"""

    field_detail: str | None = wire()
    """奖励明细，键值结构

    参见 CPA 统计口径与字段释义
    <https://www.yuque.com/docs/share/7ecf8cf1-7f99-4633-a2ed-f9b6f8116af5>
    注：可能是 JSON 文本，文档只说 KV 结构且无示例
    """
    calc_type: Literal[1, 2] | int | None = wire()
    """明细的种类；已知取值：

    - 1：预估
    - 2：结算
    """
    id: str | None = wire(number=True)
    """明细记录 ID"""


class TbkDgCpaActivityDetailCpaActivityDetailData(Model):
    """一页明细"""

    results: list[TbkDgCpaActivityDetailCpaActivityDetail] = wire(wrapper="results")
    """各条奖励明细"""
    pre_page: int | None = wire()
    """前一页的页码"""
    next_page: int | None = wire()
    """后一页的页码"""
    page_no: int | None = wire()
    """页码"""
    total_pages: int | None = wire()
    """总页数"""
    page_size: int | None = wire()
    """每页条数"""
    has_next: bool | None = wire()
    """后面是否还有数据页"""
    total_count: int | None = wire()
    """满足条件的记录总数"""
    has_pre: bool | None = wire()
    """前面是否还有数据页

    注：文档误写为下一页，按名称更正
    """
    runtime: datetime | None = wire()
    """数据的批次号，是一个时刻；格式：yyyy-MM-dd HH:mm:ss"""


class TbkDgCpaActivityDetailCpaActivityDetailResult(Model):
    """调用结果"""

    biz_error_feature: str | None = wire()
    """业务错误的代码文本"""
    data: TbkDgCpaActivityDetailCpaActivityDetailData | None = wire()
    """一页明细

    注：文档误写为素材 ID，与实际内容不符
    """
    success: bool | None = wire()
    """调用是否成功"""
    result_code: int | None = wire()
    """结果码"""
    biz_error_desc: str | None = wire()
    """业务错误说明"""
    biz_error_code: int | None = wire()
    """业务错误码"""
    result_msg: str | None = wire()
    """对结果码的说明"""


class TbkDgCpaActivityDetailResponse(PagedResponse[TbkDgCpaActivityDetailCpaActivityDetail]):
    """分页读取 CPA 活动的奖励明细，可选预估或结算口径：返回内容"""

    _paging = PageNumbers(
        lists=("result.data.results",),
        page="page_no",
        more="result.data.has_next",
        size="page_size",
        usual_size=10,
        total="result.data.total_count",
    )
    _outcome = ReplyOutcome(
        success="result.success", code="result.biz_error_code", message="result.biz_error_desc"
    )

    result: TbkDgCpaActivityDetailCpaActivityDetailResult | None = wire()
    """调用结果"""


if TYPE_CHECKING:

    class AsyncTbkDgCpaActivityDetailResponse(
        AsyncPagedResponse[TbkDgCpaActivityDetailCpaActivityDetail], TbkDgCpaActivityDetailResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkDgCpaActivityDetailResponse = TbkDgCpaActivityDetailResponse


METHOD = Method(
    "taobao.tbk.dg.cpa.activity.detail",
    AsyncTbkDgCpaActivityDetailResponse,
    Object(
        {
            "query_type": Integer(),
            "page_size": Integer(),
            "page_no": Integer(),
            "event_id": Text(number=True),
            "indicator_alias": Text(),
            "start_id": Text(number=True),
            "runtime": Moment(),
        },
        required=("event_id",),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=56312&docType=2",
)
