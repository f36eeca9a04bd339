"""What a fault is: one small change of one file."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Fault:
    """One small change of one file, as a person might make it by mistake."""

    file: str
    line: int
    kind: str
    start: int
    """Where the old text starts, in characters."""
    old: str
    new: str
    before: str
    """The first changed line, without its indentation."""
    after: str

    def apply(self, text: str) -> str:
        """The file's text with the fault in it."""
        end = self.start + len(self.old)
        assert text[self.start : end] == self.old, f"{self.file} is another text"
        return text[: self.start] + self.new + text[end:]

    @property
    def name(self) -> str:
        """What tells this fault from all others of the same tree."""
        parts = (self.file, self.kind, str(self.start), self.old, self.new)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]

    @property
    def place(self) -> str:
        """Where people look."""
        return f"{self.file}:{self.line}"


class Source:
    """A file's text, and what changes of it are called."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.lines = text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self.lines)]

    def at(self, line: int, column: int) -> int:
        """The character at a line (from 0) and a column in characters."""
        return self._starts[line] + column

    def at_byte(self, line: int, column: int) -> int:
        """The character at a line (from 0) and a column in bytes of UTF-8."""
        return self._starts[line] + len(self.lines[line].encode()[:column].decode())

    def line_of(self, place: int) -> int:
        """The line of a character, from 0."""
        return bisect_right(self._starts, place) - 1

    def fault(self, kind: str, start: int, end: int, new: str) -> Fault:
        """The change of a stretch of text."""
        old = self.text[start:end]
        number, last = self.line_of(start), self.line_of(end)
        lines = self.lines[number : last + 1]
        head, tail = start - self._starts[number], end - self._starts[last]
        changed = (lines[0][:head] + new + lines[-1][tail:]).split("\n")
        same = 0  # lines before the first that differs
        while same < min(len(lines), len(changed)) - 1 and lines[same] == changed[same]:
            same += 1
        after = changed[same].strip() if len(changed) == len(lines) else ""
        before = lines[same].strip()
        return Fault(self.file, number + same + 1, kind, start, old, new, before, after)

    def dropped_lines(self, kind: str, first: int, last: int) -> Fault:
        """The change that takes whole lines away, from the first (from 0) to the last."""
        return self.fault(kind, self._starts[first], self._starts[last + 1], "")


def distinct(faults: Iterator[Fault]) -> Iterator[Fault]:
    """Each change once; the first kind that names it wins."""
    seen = set()
    for fault in faults:
        what = (fault.start, fault.old, fault.new)
        if fault.old != fault.new and what not in seen:
            seen.add(what)
            yield fault
