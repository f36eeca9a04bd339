"""`mock.items`: the catalogue, and what tests add to it."""

from contextlib import AbstractContextManager
from typing import Any

from . import goods
from .fields import decimal_in, id_text
from .goods import Item
from .state import State

_DECIMALS = ("price", "reserve_price", "rate", "subsidy_rate", "coupon", "coupon_from")
"""Facts that are told in yuan and percents, as Decimal or text, as those of orders are."""


class Items:
    """The items that there are."""

    def __init__(self, state: State, lock: AbstractContextManager[Any]) -> None:
        self._state = state
        self._lock = lock

    def add(self, /, item_id: str | int, **facts: Any) -> Item:
        """添加或改写一个商品；没有给的照目录里的某一个。

        What is not told is as of one of the catalogue. `price` and the like are Decimal or text.
        """
        told = {
            name: decimal_in(name, fact) if name in _DECIMALS else fact
            for name, fact in facts.items()
        }
        with self._lock, self._state.book.reading():
            return goods.add_item(self._state, id_text("item_id", item_id), **told)

    def all(self) -> list[Item]:
        """All of them, those of tests first; amounts are 分, rates 万分之一."""
        with self._lock, self._state.book.reading():
            return goods.all_items(self._state)
