"""Which results a page holds, and which page follows.

Sources: the request tables of taobao.tbk.shop.get (page_no, page_size, total_results),
taobao.tbk.order.details.get (position_index goes back unchanged, page_no counts on, has_next),
taobao.tbk.dg.tpwd.risk.report (offset, limit) and taobao.tbk.dg.vegas.send.report (two lists).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Page(NamedTuple):
    """What a call asks for, and what is told in return."""

    number: int
    start: int
    """Results before the first one of the page."""
    has_previous: bool
    has_next: bool


def cut(results: Sequence[T], page: Page, size: int) -> list[T]:
    """The results of a page, of one list."""
    return list(results[page.start : page.start + size])


def pages(longest: int, size: int, first: int = 1) -> Iterator[Page]:
    """All pages that hold something, if the longest list has so many results."""
    for index, start in enumerate(range(0, longest, size)):
        yield Page(first + index, start, start > 0, start + size < longest)


def calls(longest: int, size: int, *, announced: bool) -> int:
    """How many calls it takes to see everything.

    `announced`: replies tell the total, or whether more follows. Otherwise only a page that is not
    full is known to be the last.
    """
    full, rest = divmod(longest, size)
    if announced:
        return max(1, full + bool(rest))
    return full + 1
