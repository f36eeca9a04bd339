"""The state as a whole, and the one function by which methods answer from it."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from typing import Any, Final

from ..clock import Clock, Setting
from ..errors import Hint
from ..knowledge import find_api
from . import answers, orders, publishers, refunds
from .account import Account
from .book import Book
from .calls import Call
from .ledger import Ledger, Settings
from .seeding import RELATIONS, SPECIALS

__all__ = ["HANDLERS", "Settings", "State", "answer"]

_CLOCK = "clock"


class State:
    """Everything that the mock remembers, at the time of its clock."""

    def __init__(
        self,
        book: Book,
        clock: Clock,
        settings: Settings | None = None,
        lock: AbstractContextManager[Any] | None = None,
    ) -> None:
        """`lock` is held by whoever calls in; tests set the clock without it."""
        self.book = book
        self.clock = clock
        self._lock = lock or nullcontext()
        self.ledger = Ledger(book, clock, settings or Settings())
        self.things = book.things
        known = book.recall(_CLOCK)
        if known and clock.setting is None:
            clock.restore(Setting(**known))
        clock.watch(self._keep_clock)
        if book.rate:
            publishers.enroll(self, RELATIONS, SPECIALS)

    @property
    def account(self) -> Account:
        """Whose calls they are."""
        return self.ledger.settings.account

    def now(self) -> float:
        """Seconds since 1970."""
        return self.clock.now()

    def _keep_clock(self, setting: Setting | None) -> None:
        """A mock that starts again with the same file goes on at the same time."""
        with self._lock:
            self.book.remember(_CLOCK, asdict(setting) if setting else None)


Handler = Callable[[State, Call], Mapping[str, Any]]


def _of_orders(handle: Callable[[Ledger, Call], Mapping[str, Any]]) -> Handler:
    return lambda state, call: handle(state.ledger, call)


HANDLERS: Final[Mapping[str, Handler]] = {
    **answers.HANDLERS,
    **dict.fromkeys(orders.METHODS, _of_orders(orders.answer)),
    **dict.fromkeys(refunds.REFUNDS, _of_orders(refunds.refunds)),
    **dict.fromkeys(refunds.RELATION_REFUNDS, _of_orders(refunds.relation_refunds)),
    **dict.fromkeys(refunds.PUNISHMENTS, _of_orders(refunds.punishments)),
}


def answer(
    method: str, parameters: Mapping[str, Any], state: State, notes: list[Hint] | None = None
) -> Mapping[str, Any]:
    """The content of a method's reply, for a call that passed the gateway's checks; hints are added
    to `notes`.

    GatewayError: the call fails. KeyError: the state knows nothing of the method. A `Page` has its
    JSON already.
    """
    handler, api = HANDLERS[method], find_api(method)
    if api is None:
        raise KeyError(method)
    with state.book.reading():
        return handler(state, Call(api, parameters, [] if notes is None else notes))
