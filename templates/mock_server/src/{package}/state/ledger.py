"""The book of orders at a moment: what the order methods and the control of tests both read."""

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from ..cache import Cache, Key
from ..clock import Clock
from ..times import DAY, HOUR
from . import seeding
from .account import Account
from .book import Book, Span
from .rows import Rows
from .windows import OLDEST, documented_sale_days

_DAY_HOURS = DAY // HOUR
_MOST_HELD, _LARGEST_HELD = 32_000_000, 4_000_000
"""Bytes of all pages that are kept, and of one."""


class _Held(NamedTuple):
    """A page that was written, and when it is still true."""

    page: bytes
    changes: int
    """How often the book had been changed."""
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class Settings:
    """What sources leave open, or what differs between accounts."""

    account: Account = field(default_factory=Account)
    scene_one: Literal["regular", "all"] = "regular"
    """Which orders order_scene=1 gives: sources do not agree."""
    sale_days: frozenset[str] = field(default_factory=documented_sale_days)
    """Days such as 11-11 on which windows are short."""


class Ledger:
    """A book, the time it is read at, and what was written of it already."""

    def __init__(self, book: Book, clock: Clock, settings: Settings) -> None:
        self.book = book
        self.clock = clock
        self.settings = settings
        self._rows = Rows()
        self._rewrites = book.rewrites
        self._pages: Cache[_Held] = Cache(_MOST_HELD, _LARGEST_HELD)

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
        for day in self.days(start, end, created=created):
            self.fill_day(day)

    def days(self, start: int, end: int, *, created: bool) -> list[int]:
        """The days whose seeded orders `fill` makes; whoever lets others have a turn in between
        makes them one by one."""
        if not self.book.rate:
            return []
        first = (start if created else start - seeding.LONGEST) // DAY
        last = min(end // DAY, self.now() // DAY)
        return [day for day in range(first, last + 1) if not self._has_day(day)]

    def fill_day(self, day: int) -> None:
        """Have the seeded orders of a day, as far as it has come."""
        book, first = self.book, day * _DAY_HOURS
        if book.rate:
            make = functools.partial(seeding.hour, book.seed, book.rate)
            book.fill(first, self._last_hour(day), make)

    def _has_day(self, day: int) -> bool:
        return self.book.has_hours(day * _DAY_HOURS, self._last_hour(day))

    def _last_hour(self, day: int) -> int:
        return min((day + 1) * _DAY_HOURS - 1, self.now() // HOUR)

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

    def page(self, query: Key, make: Callable[[int], tuple[bytes, int]]) -> bytes:
        """The page of a query: the one that was made before, as long as it is true.

        `make` is told the second that it is, and tells until when its page holds.
        """
        now = self.now()
        held = self._pages.get(query)
        if held is None or held.changes != self.book.changes or not held.since <= now < held.until:
            page, until = make(now)
            held = _Held(page, self.book.changes, now, until)
            self._pages.put(query, held, len(page))
        return held.page

    def until(self, span: Span, now: int) -> int:
        """The moment from which on a page of a span may be another one, if the book is not changed:
        an order looks different, the hour is over and has its orders, or the span is too old.
        """
        hour_end = (now // HOUR + 1) * HOUR
        return min(self.book.next_change(span, now), hour_end, span.start + OLDEST + 1)
