"""The book of orders at a moment: what the order methods and the control of tests both read."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from ..clock import Clock
from ..times import DAY, HOUR
from . import seeding
from .account import Account
from .book import Book
from .rows import Page, Rows
from .windows import SALE_DAYS

_DAY_HOURS = DAY // HOUR


@dataclass(frozen=True, slots=True)
class Settings:
    """What sources leave open, or what differs between accounts."""

    account: Account = field(default_factory=Account)
    scene_one: Literal["regular", "all"] = "regular"
    """Which orders order_scene=1 gives: sources do not agree."""
    sale_days: frozenset[str] = SALE_DAYS
    """Days such as 11-11 on which windows are short."""


class Ledger:
    """A book, the time it is read at, and what was written of it already."""

    def __init__(self, book: Book, clock: Clock, settings: Settings) -> None:
        self.book = book
        self.clock = clock
        self.settings = settings
        self._rows = Rows()
        self._rewrites = book.rewrites
        self._pages: OrderedDict[tuple[object, ...], Page] = OrderedDict()
        self._held = 0

    def now(self) -> int:
        """The second that it is."""
        return int(self.clock.now())

    @property
    def rows(self) -> Rows:
        """The rows that were written already."""
        if self._rewrites != self.book.rewrites:
            self._rows, self._rewrites = Rows(), self.book.rewrites
        return self._rows

    def fill(self, start: int, end: int, *, created: bool) -> None:
        """Have the seeded orders that were created between two moments, or whose lives touch them.

        Whole days are made, so that the book remembers few stretches.
        """
        book, now = self.book, self.now()
        if not book.rate:
            return
        first = (start if created else start - seeding.LONGEST) // DAY * _DAY_HOURS
        last = min(end // DAY * _DAY_HOURS + _DAY_HOURS - 1, now // HOUR)
        if first <= last:
            book.fill(first, last, lambda hour: seeding.hour(book.seed, book.rate, hour))

    def meet(self, trade_ids: Iterable[str]) -> None:
        """Have the seeded orders with these ids that were created by now."""
        for trade_id in trade_ids:
            hour = seeding.hour_of(trade_id)
            if hour is None or self.book.has_hour(hour):
                continue
            if self.is_seeded(trade_id):
                self.fill(hour * HOUR, hour * HOUR, created=True)

    def is_seeded(self, trade_id: str) -> bool:
        """Whether it is the id of a seeded order, of whatever time."""
        hour, book = seeding.hour_of(trade_id), self.book
        return hour is not None and trade_id in seeding.trade_ids(book.seed, book.rate, hour)

    def page(self, query: tuple[object, ...], make: Callable[[], Page]) -> Page:
        """The page of a query, kept until the second is over or the book changes."""
        key = (self.now(), self.book.changes, *query)
        found = self._pages.get(key)
        if found is not None:
            return found
        page = make()
        self._pages[key] = page
        self._held += len(page.json)
        while self._held > _MOST_HELD:
            self._held -= len(self._pages.popitem(last=False)[1].json)
        return page


_MOST_HELD = 4_000_000
"""Bytes of pages that are kept."""
