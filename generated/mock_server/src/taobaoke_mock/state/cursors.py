"""`position_index`: where a page begins and ends, in a form that only its own window takes.

`<moment>_<place>|<moment>_<place>` tells the first and the last row of a page. A place looks like
chance, but holds the id of the row and a check of it and of the query.
"""

import re
import zlib
from typing import NamedTuple

from ..errors import Hint
from .book import Place
from .calls import Call
from .windows import refusal

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_LENGTH = 11
_FORM = re.compile(r"(\d{1,12})_([0-9A-Za-z]{11})\|(\d{1,12})_([0-9A-Za-z]{11})", re.ASCII)
_FACTOR, _WHOLE = 0x9E3779B97F4A7C15, 1 << 64
_INVERSE = pow(_FACTOR, -1, _WHOLE)
_CHECK_BITS = 30


class Cursor(NamedTuple):
    """The first and the last row of a page."""

    first: Place
    last: Place


def written(query: str, cursor: Cursor) -> str:
    """A cursor as text, for a query."""
    return f"{_text(query, cursor.first)}|{_text(query, cursor.last)}"


def read(query: str, text: str) -> Cursor | None:
    """A cursor of this query; None if it is damaged or of another one."""
    found = _FORM.fullmatch(text)
    if not found:
        return None
    first = _place(query, found[1], found[2])
    last = _place(query, found[3], found[4])
    return Cursor(first, last) if first and last else None


def cursor_of(method: str, query: str, number: int, text: str) -> Cursor | None:
    """Where to go on from. The first page needs no cursor, and ignores one of another query."""
    cursor = read(query, text)
    if cursor or number <= 1:
        return cursor
    if text:
        hint = Hint(
            "position_index 不是本时段上一页返回的那一个",
            "position_index is not that of a page of this query",
        )
    else:
        hint = Hint(
            "第二页起要带上一页返回的 position_index",
            "from page 2 on send the position_index of the page before",
        )
    raise refusal(method, "1008", hint)


def note_ignored(call: Call, number: int, text: str) -> None:
    """A hint about what is no cursor at all, where a call needs none."""
    if text and number <= 1 and not _FORM.fullmatch(text):
        call.note(
            "position_index 不是任何一页返回的，第一页没有理会它",
            "position_index is that of no page; the first page has ignored it",
        )


def _text(query: str, place: Place) -> str:
    value = (place.id << _CHECK_BITS | _check(query, place)) * _FACTOR % _WHOLE
    digits = ""
    for _ in range(_LENGTH):
        value, digit = divmod(value, 62)
        digits += _DIGITS[digit]
    return f"{place.time}_{digits}"


def _place(query: str, moment: str, digits: str) -> Place | None:
    value = 0
    for digit in reversed(digits):
        value = value * 62 + _VALUES[digit]
    if value >= _WHOLE:
        return None
    id_, check = divmod(value * _INVERSE % _WHOLE, 1 << _CHECK_BITS)
    place = Place(int(moment), id_)
    return place if check == _check(query, place) else None


def _check(query: str, place: Place) -> int:
    return zlib.crc32(f"{query} {place.time} {place.id}".encode()) >> 32 - _CHECK_BITS
