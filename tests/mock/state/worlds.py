"""A mock without a server: a clock that stands, a book, and what tests do with them."""

from collections.abc import Mapping
from typing import Any

from taobaoke_mock.clock import Clock
from taobaoke_mock.errors import GatewayError
from taobaoke_mock.state.book import Book
from taobaoke_mock.state.orders_control import Orders
from taobaoke_mock.state.state import Settings, State, answer
from taobaoke_mock.times import written

ORDERS = "taobao.tbk.order.details.get"
START = "2026-11-26 10:00:00"
"""A Thursday that is no sale day."""
MINUTE, HOUR, DAY = 60, 3600, 86400


class World:
    """A book at a moment."""

    def __init__(self, book: Book | None = None, start: str = START, **settings: Any) -> None:
        self.clock = Clock()
        self.clock.set(start)
        self.book = book or Book(rate=0)
        self.state = State(self.book, self.clock, Settings(**settings))
        self.orders = Orders(self.state.ledger)

    @property
    def now(self) -> int:
        return int(self.clock.now())

    def ask(self, method: str = ORDERS, /, **given: Any) -> Mapping[str, Any]:
        """The content of a reply."""
        return answer(method, {name: str(value) for name, value in given.items()}, self.state)

    def window(self, start: int, end: int, **given: Any) -> dict[str, Any]:
        """The data of a page; moments are seconds from now on."""
        times = {"start_time": written(self.now + start), "end_time": written(self.now + end)}
        data: dict[str, Any] = self.ask(**times, **given)["data"]
        return data

    def refused(self, start: int, end: int, **given: Any) -> str | None:
        """The sub code with which a window is refused."""
        try:
            self.window(start, end, **given)
        except GatewayError as error:
            return error.sub_code
        return None


def rows(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = data.get("results", {}).get("publisher_order_dto", [])
    return found


def ids(data: Mapping[str, Any]) -> list[str]:
    return [row["trade_id"] for row in rows(data)]
