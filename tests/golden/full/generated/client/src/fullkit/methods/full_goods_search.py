"""Search goods: `taobao.full.goods.search`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .._runtime.kinds import Exact, Integer, ListOf, Moment, Object, Text
from .._runtime.method import Method, Window
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import Offset


class FullGoodsSearchGood(Model):
    """一件货物"""

    good_id: str | None = wire()
    """货物编号"""
    title: str | None = wire()
    """名称"""
    weight: Decimal | None = wire()
    """净重；不小于 0.5"""


class FullGoodsSearchResponse(PagedResponse[FullGoodsSearchGood]):
    """搜索货物：返回内容"""

    _paging = Offset(lists=("goods",), offset="skip", size="page_size", usual_size=3, total="total")

    total: int | None = wire()
    """总数"""
    goods: list[FullGoodsSearchGood] = wire(wrapper="good")
    """货物的列表"""


if TYPE_CHECKING:

    class AsyncFullGoodsSearchResponse(
        AsyncPagedResponse[FullGoodsSearchGood], FullGoodsSearchResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncFullGoodsSearchResponse = FullGoodsSearchResponse


METHOD = Method(
    "taobao.full.goods.search",
    AsyncFullGoodsSearchResponse,
    Object(
        {
            "start_time": Moment(),
            "end_time": Moment(),
            "skip": Integer(minimum=0),
            "page_size": Integer(minimum=1, maximum=50),
            "weight": Exact(minimum=Decimal("0.5"), maximum=30, scale=2),
            "remark": Text(min_length=2, max_length=10),
            "tags": ListOf(Text(), separator="|", min_items=1, max_items=2),
            "address": Object(
                {"city": Text(), "floor": Integer(minimum=-3, maximum=200)}, required=("city",)
            ),
        },
        required=("start_time", "end_time"),
    ),
    window=Window(
        "start_time", end="end_time", longest=172800, within=7776000, pull="full_goods_search_all"
    ),
    needs_session=True,
    successor="full_stock_record",
    idempotent=True,
)
