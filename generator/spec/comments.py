"""Comments of a spec stay with what they are about when the file is written anew."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Literal

import yaml

from generator.problems import Path
from generator.spec.layout import lines
from generator.spec.load import compose, parse, spans
from generator.spec.text import Json

HAS_NOTES = re.compile(r"(?m)^[ \t]*#|[ \t]#|^[ \t]*\n")
"""Finds comments and blank lines, and what looks so inside of a text."""

_SIGN = re.compile(r"(?:^|(?<=[ \t]))#")
_OPENING = re.compile(r"[-?:{\[\s]*")
"""What may stand before the first key or element of a line."""

Where = Literal["above", "behind", "below"]


@dataclass(frozen=True, slots=True)
class Note:
    """One comment; an empty text is a blank line between two keys of the document."""

    where: Where
    path: Path
    """What it is about. Below (), it closes the document."""
    text: str


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a key, an element or the text of a key begins."""

    line: int
    column: int
    path: Path


def read_notes(text: str) -> list[Note]:
    """The comments of a sound text whose lines end in \\n, in their order."""
    node = compose(text)
    assert node is not None, "the text was parsed before"
    return list(_Reader(text, node).notes())


class _Reader:
    """Finds out what each comment of a text is about."""

    def __init__(self, text: str, node: yaml.Node) -> None:
        self._text = text
        self._starts: list[_Start] = []
        self._texts = list(spans(text, node))
        self._visit(node, (), 0)
        self._lines = [start.line for start in self._starts]
        self._first_of_line = {start.line: start.path for start in reversed(self._starts)}
        self._columns = {start.path: start.column for start in reversed(self._starts)}

    def _visit(self, node: yaml.Node, path: Path, column: int) -> None:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                here, column = (*path, key.value), key.start_mark.column
                self._visit(key, here, column)
                self._visit(value, here, column)
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                here = (*path, index)
                # An element of a block begins at its dash, one in brackets at itself.
                column = (item if node.flow_style else node).start_mark.column
                self._starts.append(_Start(item.start_mark.line, column, here))
                self._visit(item, here, column)
        elif node.end_mark.index > node.start_mark.index:
            self._starts.append(_Start(node.start_mark.line, column, path))

    def notes(self) -> Iterator[Note]:
        offset = 0
        follows: Path | None = None
        for number, line in enumerate(self._text.removesuffix("\n").split("\n")):
            before, after = self._around(number)
            if sign := self._sign(line, offset):
                where, path = self._subject(line[: sign.start()], number, before, after)
                if after and after.path == follows and where == "below":
                    # A comment above was about what follows, so this one is as well.
                    where, path = "above", after.path
                if where == "above":
                    follows = path
                yield Note(where, path, line[sign.start() :].rstrip())
            elif not line.strip() and not self._is_in_text(offset):
                if after is None:
                    yield Note("below", (), "")
                elif len(after.path) == 1 and not _is_inside(after, before):
                    yield Note("above", after.path, "")
            offset += len(line) + 1

    def _around(self, number: int) -> tuple[_Start | None, _Start | None]:
        """The last start up to the end of a line, and the first below."""
        count = bisect_right(self._lines, number)
        return (
            self._starts[count - 1] if count else None,
            self._starts[count] if count < len(self._starts) else None,
        )

    def _sign(self, line: str, offset: int) -> re.Match[str] | None:
        """The sign that opens the comment of a line."""
        if "#" not in line:
            return None
        signs = _SIGN.finditer(line)
        return next((s for s in signs if not self._is_in_text(offset + s.start())), None)

    def _is_in_text(self, index: int) -> bool:
        position = bisect_right(self._texts, index, key=lambda span: span[0]) - 1
        return position >= 0 and index < self._texts[position][1]

    def _subject(
        self, told: str, number: int, before: _Start | None, after: _Start | None
    ) -> tuple[Where, Path]:
        """What the comment behind `told` is about."""
        if number in self._first_of_line:
            return "behind", self._first_of_line[number]
        if before and not _OPENING.fullmatch(told):
            return "behind", self._first_of_line[before.line]
        column = len(told)
        if after and (before is None or column <= after.column or _is_inside(after, before)):
            return "above", after.path
        if before is None or column == 0:
            return "below", ()
        # Deeper than what follows: it closes what stands above, at its own depth.
        above = [before.path[:length] for length in range(len(before.path), 0, -1)]
        closed = next((path for path in above if self._columns[path] <= column), ())
        if after and after.path[: len(closed)] == closed:
            return "above", after.path
        return "below", closed


def _is_inside(after: _Start, before: _Start | None) -> bool:
    return before is not None and after.path[: len(before.path)] == before.path


def write(data: Json, notes: Iterable[Note] = (), rows: Set[Path] = frozenset()) -> str:
    """The text of a document with its comments; what one is about gets a line of its own."""
    notes = [_rooted(note, data) for note in notes]
    if not notes:
        return "".join(f"{line.text}\n" for line in lines(data, rows))
    told: dict[tuple[Where, Path], list[str]] = defaultdict(list)
    for note in notes:
        told[note.where, note.path].append(note.text)
    apart = {note.path[:length] for note in notes for length in range(len(note.path))}
    text = _Text()
    open_: list[tuple[Path, int]] = [((), 0)]
    for line in lines(data, rows, apart):
        while not _is_below(line.paths[0], open_[-1][0]):
            path, indent = open_.pop()
            text.add(told["below", path], indent)
        above = [one for path in line.paths for one in told["above", path]]
        behind = [one for path in line.paths for one in told["behind", path]]
        if len(behind) > 1:
            above, behind = above + behind, []
        text.add(above, line.indent)
        text.add([" ".join([line.text, *behind])], 0)
        open_ += [(path, line.indent + 2 * depth) for depth, path in enumerate(line.paths)]
    for path, indent in reversed(open_):
        text.add(told["below", path], indent)
    return text.finished()


def _rooted(note: Note, data: Json) -> Note:
    """A note about what is there and begins a line: itself, or what it is a part of."""
    here, firsts = data, []
    for step in note.path:
        inner = dict(enumerate(here)) if isinstance(here, list) else here
        if not isinstance(inner, dict) or step not in inner:
            break
        firsts.append(step == next(iter(inner)))
        here = inner[step]  # type: ignore[index]
    length = len(firsts)
    if note.where != "below":
        # The first thing in an element stands behind its dash.
        while length > 1 and firsts[length - 1] and isinstance(note.path[length - 2], int):
            length -= 1
    return Note(note.where if length else "below", note.path[:length], note.text)


def _is_below(path: Path, above: Path) -> bool:
    return path[: len(above)] == above


class _Text:
    """Lines, without blank ones at the start, at the end, or next to each other."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def add(self, texts: Sequence[str], indent: int) -> None:
        for text in texts:
            if text or (self._lines and self._lines[-1]):
                self._lines.append(" " * indent + text if text else "")

    def finished(self) -> str:
        if self._lines and not self._lines[-1]:
            self._lines.pop()
        return "".join(f"{line}\n" for line in self._lines)


def keep_comments(before: str, after: str) -> str:
    """The data of `after`, which has no comments, with those of `before`."""
    data = parse("", after.encode()).data
    order = list(_paths(parse("", before.encode()).data))
    present = set(_paths(data))
    return write(data, [_surviving(note, order, present) for note in read_notes(before)])


def _paths(data: Json, path: Path = ()) -> Iterator[Path]:
    """The paths of all keys and elements, in their order."""
    yield path
    inner: Iterable[tuple[str | int, Json]] = ()
    if isinstance(data, dict):
        inner = data.items()
    elif isinstance(data, list):
        inner = enumerate(data)
    for step, value in inner:
        yield from _paths(value, (*path, step))


def _surviving(note: Note, order: Sequence[Path], present: Set[Path]) -> Note:
    """A note whose subject is gone goes to what came after it, or to the end."""
    if note.path in present:
        return note
    later = order[order.index(note.path) :]
    path = next((path for path in later if path in present), None)
    return Note("below", (), note.text) if path is None else Note("above", path, note.text)
