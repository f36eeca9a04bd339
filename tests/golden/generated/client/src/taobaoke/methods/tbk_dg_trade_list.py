"""Read trades piece by piece: `taobao.tbk.dg.trade.list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import Cursor


class TbkDgTradeListTrade(Model):
    """一笔交易"""

    id: str | None = wire()
    """交易编号"""


class TbkDgTradeListTradePage(Model):
    """一段交易"""

    more: bool | None = wire()
    """后面是否还有"""
    position: str | None = wire()
    """读到的位置"""
    trades: list[TbkDgTradeListTrade] = wire(wrapper="trade")
    """交易的列表"""


class TbkDgTradeListResponse(PagedResponse[TbkDgTradeListTrade]):
    """逐段读取交易：返回内容"""

    _paging = Cursor(
        lists=("data.trades",), more="data.more", send="position", read="data.position"
    )

    data: TbkDgTradeListTradePage | None = wire()
    """一段交易"""


if TYPE_CHECKING:

    class AsyncTbkDgTradeListResponse(
        AsyncPagedResponse[TbkDgTradeListTrade], TbkDgTradeListResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkDgTradeListResponse = TbkDgTradeListResponse


METHOD = Method(
    "taobao.tbk.dg.trade.list",
    AsyncTbkDgTradeListResponse,
    Object({"position": Text()}),
    idempotent=True,
)
