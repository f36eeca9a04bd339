"""List orders: `taobao.tbk.order.get`."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Csv, Integer, Moment, Object, Text
from .._runtime.method import Method, Rule, Window
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers
from ..models import Shop


class TbkOrderGetOrder(Model):
    """一笔订单"""

    order_id: str | None = wire()
    """订单编号"""
    fee: Decimal | None = wire()
    """佣金；单位：元"""
    paid_at: datetime | None = wire()
    """付款时间；格式：yyyy-MM-dd HH:mm:ss"""
    shop: Shop | None = wire()
    """所在店铺"""
    tags: list[str] = wire(wrapper="string")
    """标签"""


class TbkOrderGetResponse(PagedResponse[TbkOrderGetOrder]):
    """查询订单：返回内容"""

    _paging = PageNumbers(
        lists=("results",), page="page_no", more="has_next", size="page_size", usual_size=20
    )

    has_next: bool | None = wire()
    """是否还有下一页"""
    results: list[TbkOrderGetOrder] = wire(wrapper="order")
    """订单的列表"""


if TYPE_CHECKING:

    class AsyncTbkOrderGetResponse(AsyncPagedResponse[TbkOrderGetOrder], TbkOrderGetResponse):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkOrderGetResponse = TbkOrderGetResponse


METHOD = Method(
    "taobao.tbk.order.get",
    AsyncTbkOrderGetResponse,
    Object(
        {
            "start_time": Moment(),
            "end_time": Moment(),
            "page_no": Integer(minimum=1),
            "page_size": Integer(minimum=1, maximum=100),
            "status": Integer(),
            "title": Text(max_length=20),
            "fields": Csv(),
        },
        required=("start_time",),
    ),
    rules=(Rule("at_least_one_of", ("title", "status")),),
    window=Window("start_time", end="end_time", longest=10800, pull="tbk_order_get_all"),
    idempotent=True,
    packages=(PermissionPackage("381"),),
    errors={
        "isv.busy": Advice("稍候重试", "later", "temporary"),
        "isv.none": Advice("换个条件", "never", "business"),
    },
)
