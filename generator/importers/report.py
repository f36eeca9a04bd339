"""What an import found and wrote; nothing here is printed."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.importers.merge import Difference
from generator.importers.read.apidoc import ApiDocument
from generator.problems import Problem

MAX_NAMES = 20
"""A browser saves dozens of files beside a page."""


@dataclass(slots=True)
class Change:
    """A spec file before and after; `before` is None for a new one."""

    path: str
    before: str | None
    after: str
    is_damaged: bool = False
    """Whether a damaged document has a part in it; such a change is shown, and never written."""

    def diff(self) -> Iterator[str]:
        """The lines of a unified diff."""
        name = "/dev/null" if self.before is None else f"a/{self.path}"
        before, after = (self.before or "").splitlines(), self.after.splitlines()
        return difflib.unified_diff(before, after, name, f"b/{self.path}", lineterm="", n=2)


@dataclass(frozen=True, slots=True)
class Imported:
    """What one file told."""

    file: str
    path: str
    """The spec that it speaks of."""
    is_new: bool
    differences: tuple[Difference, ...]

    def lines(self) -> Iterator[str]:
        """What is new and what contradicts, one point a line."""
        if self.is_new:
            yield f"{self.file}: a draft, {self.path}"
        elif not self.differences:
            yield f"{self.file}: no difference from {self.path}"
        else:
            yield f"{self.file}: {len(self.differences)} difference(s) from {self.path}"
        for difference in self.differences:
            where = f"{self.file}:{difference.line}: " if difference.line else ""
            yield f"  {where}{difference}"


@dataclass(slots=True)
class ImportReport:
    """What an import found. A file with problems has no part in what is written."""

    imported: list[Imported] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    damaged: list[ApiDocument] = field(default_factory=list)
    """With `partial`: the documents with problems, as far as they were understood."""
    changes: list[Change] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    """Files in folders whose suffix is none of documents."""

    def lines(self) -> Iterator[str]:
        """The report for people."""
        yield from map(str, self.notices)
        for imported in self.imported:
            yield from imported.lines()
        for change in self.changes:
            yield from change.diff()
        yield from (f"wrote {path}" for path in self.written)
        for document in self.damaged:
            yield _summary(document)
        if self.passed_over:
            more = " …" if len(self.passed_over) > MAX_NAMES else ""
            names = ", ".join(self.passed_over[:MAX_NAMES])
            yield f"passed over: {len(self.passed_over)} file(s) of other kinds: {names}{more}"
        if self.changes and not self.written:
            yield "nothing was written"


def _summary(document: ApiDocument) -> str:
    """How much of a damaged document was understood."""
    method = document.method or "a method that is not named"
    counts = {
        "request parameters": document.request,
        "response fields": document.response,
        "error codes": document.errors,
        "titles": document.titles or None,
    }
    told = ", ".join(f"{len(c)} {what}" for what, c in counts.items() if c is not None)
    return f"understood of {document.file}: {method}, {told or 'nothing else'}"
