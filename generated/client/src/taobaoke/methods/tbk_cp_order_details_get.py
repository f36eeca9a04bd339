"""List service-fee orders of a recruiting leader, by time span:
`taobao.tbk.cp.order.details.get`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.kinds import Integer, Moment, Object, Text
from .._runtime.method import Method, Window
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import Cursor


class TbkCpOrderDetailsGetServiceFeeOrder(Model):
    """服务费订单明细"""

    trade_parent_id: str | None = wire()
    """订单编号"""


class TbkCpOrderDetailsGetOrderPage(Model):
    """一页服务费订单"""

    has_next: bool | None = wire()
    """后面是否还有数据页"""
    position_index: str | None = wire()
    """翻页位点，请求下一页时原样传入"""
    results: list[TbkCpOrderDetailsGetServiceFeeOrder] = wire(wrapper="result")
    """服务费订单明细"""


class TbkCpOrderDetailsGetResponse(PagedResponse[TbkCpOrderDetailsGetServiceFeeOrder]):
    """按时间段拉取招商团长的服务费订单：返回内容"""

    _paging = Cursor(
        lists=("data.results",),
        page="page_no",
        more="data.has_next",
        send="position_index",
        read="data.position_index",
    )

    data: TbkCpOrderDetailsGetOrderPage | None = wire()
    """一页服务费订单"""


if TYPE_CHECKING:

    class AsyncTbkCpOrderDetailsGetResponse(
        AsyncPagedResponse[TbkCpOrderDetailsGetServiceFeeOrder], TbkCpOrderDetailsGetResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkCpOrderDetailsGetResponse = TbkCpOrderDetailsGetResponse


METHOD = Method(
    "taobao.tbk.cp.order.details.get",
    AsyncTbkCpOrderDetailsGetResponse,
    Object(
        {
            "query_type": Integer(),
            "position_index": Text(),
            "page_size": Integer(),
            "tk_status": Integer(),
            "end_time": Moment(),
            "start_time": Moment(),
            "jump_type": Integer(),
            "page_no": Integer(),
        },
        required=("end_time", "start_time"),
    ),
    window=Window("start_time", end="end_time", longest=10800, pull="tbk_cp_order_details_get_all"),
    idempotent=True,
)
