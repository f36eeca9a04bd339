"""List the settlement details of a media order of feed promotion:
`taobao.tbk.feed.order.check`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.advice import Advice
from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.outcomes import ReplyOutcome
from .._runtime.paging import PageNumbers


class TbkFeedOrderCheckOrderDetail(Model):
    """查到的数据行"""

    media_order_id: str | None = wire()
    """媒体侧订单 ID

    注：文档的响应部分称之为账单 ID
    """
    order_dimision_id: str | None = wire()
    """订单维度的 ID，如星任务 ID"""
    total_frozen_amount: int | None = wire()
    """冻结金额合计；单位：分"""
    historical_settled_amount: int | None = wire()
    """历史已打款总额；单位：分"""
    this_time_cost_amount: int | None = wire()
    """本次请求的金额；单位：分"""
    this_time_real_settled_amount: int | None = wire()
    """本次结算的金额；单位：分"""
    status: Literal[1, 2] | int | None = wire()
    """账单的打款状态；已知取值：

    - 1：打款成功
    - 2：打款失败
    """


class TbkFeedOrderCheckMediaOrder(Model):
    """媒体订单的对账单"""

    media_order_id: str | None = wire()
    """媒体侧订单 ID

    注：文档的响应部分称之为账单 ID
    """
    cost_amount: Decimal | None = wire(number=True)
    """实际结算的总额

    注：文档没有写单位，示例为 10000
    """
    result: list[TbkFeedOrderCheckOrderDetail] = wire(wrapper="order_detail_d_t_o")
    """查到的数据行"""
    page_no: int | None = wire()
    """页码，首页为 1"""
    page_size: int | None = wire()
    """每页条数"""


class TbkFeedOrderCheckResponse(PagedResponse[TbkFeedOrderCheckOrderDetail]):
    """按媒体订单分页查询种草投流的结算明细：返回内容"""

    _paging = PageNumbers(lists=("data.result",), page="page_no", size="page_size", usual_size=10)
    _outcome = ReplyOutcome(code="biz_error_code", message="biz_error_desc")

    data: TbkFeedOrderCheckMediaOrder | None = wire()
    """媒体订单的对账单"""
    result_code: int | None = wire()
    """结果码"""
    biz_error_desc: str | None = wire()
    """业务错误说明"""
    result_msg: str | None = wire()
    """对结果码的说明"""
    biz_error_code: int | None = wire()
    """业务错误码"""


if TYPE_CHECKING:

    class AsyncTbkFeedOrderCheckResponse(
        AsyncPagedResponse[TbkFeedOrderCheckOrderDetail], TbkFeedOrderCheckResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkFeedOrderCheckResponse = TbkFeedOrderCheckResponse


METHOD = Method(
    "taobao.tbk.feed.order.check",
    AsyncTbkFeedOrderCheckResponse,
    Object(
        {"media_order_id": Text(), "page_no": Integer(), "page_size": Integer()},
        required=("media_order_id",),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=69046&docType=2",
    errors={
        "1001": Advice(
            "平台内部出错，过一会儿再试；上传类请求先确认上次是否已写入，再决定是否补传",
            "later",
            "temporary",
        )
    },
)
