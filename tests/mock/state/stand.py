"""The state without a server: methods are called as the gateway would, after its checks."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from taobaoke_mock.errors import GatewayError
from taobaoke_mock.knowledge import find_api
from taobaoke_mock.reply import simplified
from taobaoke_mock.state.account import Account
from taobaoke_mock.state.answers import HANDLERS
from taobaoke_mock.state.book import Book
from taobaoke_mock.state.calls import Call

NOON = 1_790_913_600.0
"""2026-10-02 12:00:00 in Beijing."""


@dataclass
class Stand:
    """A state at a time that tests set."""

    book: Book = field(default_factory=lambda: Book(rate=0))
    time: float = NOON
    account: Account = field(default_factory=Account)

    def __post_init__(self) -> None:
        self.things = self.book.things

    def now(self) -> float:
        return self.time

    def content(self, method: str, **arguments: Any) -> dict[str, Any]:
        """The content of a reply, as it goes out."""
        api = find_api(f"taobao.{method}")
        assert api, method
        return HANDLERS[api["method"]](self, Call(api, arguments))

    def ask(self, method: str, **arguments: Any) -> Any:
        """The same without the wrappers of its lists."""
        return simplified(self.content(method, **arguments))

    def refusal(self, method: str, **arguments: Any) -> tuple[str | None, str | None]:
        """The sub code and the sub message of the error with which a call ends."""
        with pytest.raises(GatewayError) as caught:
            self.content(method, **arguments)
        assert caught.value.code == "15"
        return caught.value.sub_code, caught.value.sub_msg
