"""List refunds of your channel or member orders: `taobao.tbk.relation.refund`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Integer, Moment, Object
from .._runtime.method import Method, Window
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.outcomes import ReplyOutcome
from .._runtime.paging import PageNumbers
from ..models import RelationRefundOrder


class TbkRelationRefundRelationRefundData(Model):
    """业务数据"""

    page_no: int | None = wire(text=True)
    """页码"""
    page_size: int | None = wire(text=True)
    """每页条数"""
    total_count: int | None = wire(text=True)
    """满足条件的记录总数"""
    results: list[RelationRefundOrder] = wire(wrapper="result")
    """维权退款的订单"""


class TbkRelationRefundRelationRefundResult(Model):
    """调用结果"""

    result_msg: str | None = wire()
    """对结果码的说明"""
    data: TbkRelationRefundRelationRefundData | None = wire()
    """业务数据"""
    result_code: int | None = wire()
    """结果码"""
    biz_error_desc: str | None = wire()
    """业务错误说明"""
    biz_error_code: int | None = wire()
    """业务错误码，已知 101、102、103"""


class TbkRelationRefundResponse(PagedResponse[RelationRefundOrder]):
    """查询自己的渠道或会员订单的维权退款：返回内容"""

    _paging = PageNumbers(
        lists=("result.data.results",),
        page="search_option.page_no",
        size="search_option.page_size",
        total="result.data.total_count",
    )
    _outcome = ReplyOutcome(code="result.biz_error_code", message="result.biz_error_desc")

    result: TbkRelationRefundRelationRefundResult | None = wire()
    """调用结果"""


if TYPE_CHECKING:

    class AsyncTbkRelationRefundResponse(
        AsyncPagedResponse[RelationRefundOrder], TbkRelationRefundResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkRelationRefundResponse = TbkRelationRefundResponse


METHOD = Method(
    "taobao.tbk.relation.refund",
    AsyncTbkRelationRefundResponse,
    Object(
        {
            "search_option": Object(
                {
                    "page_size": Integer(),
                    "search_type": Integer(),
                    "refund_type": Integer(),
                    "start_time": Moment(),
                    "page_no": Integer(),
                    "biz_type": Integer(),
                }
            )
        },
        required=("search_option",),
    ),
    window=Window("search_option.start_time", pull="tbk_relation_refund_all"),
    idempotent=True,
    packages=(
        PermissionPackage(
            "16175", "https://open.taobao.com/api.htm?docId=40121&docType=2&scopeId=16175"
        ),
    ),
)
