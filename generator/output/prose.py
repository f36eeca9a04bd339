"""Prose inside of docstrings, wrapped by the columns that it takes on a screen.

What is wrapped is escaped already. A line ends at a space or beside a wide character, so it never
ends inside of an escape, and what cannot be broken, such as an address, stands on its own line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.output.escape import Printable, Safe, compose, docstring
from generator.output.python import width
from generator.spec.text import SpecText

COLUMNS = 88
"""How wide docstrings are, indents included."""
_INDENT = "    "
_QUOTES = '"""'
_NEVER_FIRST = frozenset("，。、；：？！）》」』】〉”’…—～·％")
_NEVER_LAST = frozenset("（《「『【〈“‘")


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one thing: a sentence, a list of values, and remarks below."""

    sentence: SpecText | str
    values: tuple[SpecText, ...] = ()
    remarks: tuple[SpecText, ...] = ()


def paragraph(told: Told, depth: int) -> Safe:
    """A paragraph whose first line is indented already, `depth` times."""
    columns = COLUMNS - len(_INDENT) * depth
    lines = (*_wrapped(docstring(told.sentence), columns), *_below(told, columns))
    return _block(lines, depth)


def opening(text: SpecText | str, depth: int) -> Safe:
    """The first paragraph of a docstring that has more."""
    start = Safe(_QUOTES + docstring(text))
    return _block(_wrapped(start, COLUMNS - len(_INDENT) * depth), depth)


def entry(name: Printable, told: Told, depth: int) -> Safe:
    """`name: sentence`, and everything else below it with one more indent."""
    columns = COLUMNS - len(_INDENT) * depth
    sentence = compose("{}: {}", name, docstring(told.sentence))
    first, *others = _wrapped(sentence, columns, _INDENT)
    below = (_INDENT + line for line in _below(told, columns - len(_INDENT)))
    return _block((first, *others, *below), depth)


def whole_docstring(told: Told, depth: int) -> Safe:
    """A docstring with its quotes."""
    columns = COLUMNS - len(_INDENT) * depth
    lines = [*_wrapped(Safe(_QUOTES + docstring(told.sentence)), columns)]
    if below := [*_below(told, columns)]:
        lines += ["", *below]
    if len(lines) == 1:
        return Safe(lines[0] + _QUOTES)
    return _block((*lines, _QUOTES), depth)


def _below(told: Told, columns: int) -> Iterator[str]:
    for value in told.values:
        yield from _wrapped(Safe(f"- {docstring(value)}"), columns, "  ")
    for remark in told.remarks:
        yield from _wrapped(docstring(remark), columns)


def _block(lines: Iterable[str], depth: int) -> Safe:
    """Lines with their indents; that of the first one stands there already."""
    pad = _INDENT * depth
    return Safe("\n".join(pad + line if line else "" for line in lines).removeprefix(pad))


def _wrapped(text: Safe, columns: int, hanging: str = "") -> Iterator[str]:
    """The lines of a text; those behind the first one start with an indent of their own."""
    line = ""
    for piece in _pieces(text):
        if line.strip() and width(f"{line}{piece.rstrip(' ')}") > columns:
            yield line.rstrip(" ")
            line = hanging + piece.lstrip(" ")
        else:
            line += piece
    yield line.rstrip(" ")


def _pieces(text: str) -> Iterator[str]:
    """The shortest pieces that must stay together; spaces stand at their ends."""
    start = 0
    for place, (before, after) in enumerate(pairwise(text), 1):
        if _may_break(before, after):
            yield text[start:place]
            start = place
    yield text[start:]


def _may_break(before: str, after: str) -> bool:
    if before == " " or after == " ":
        return before == " " != after
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return width(before) == 2 or width(after) == 2
