"""`tbkgen import`: files in, a report out; nothing is written before everything is understood."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.importers import catalog, docjson, html, page, source
from generator.importers.document import GUESS, ApiDocument, DocumentError
from generator.importers.draft import Drafter
from generator.importers.merge import Difference, Merger, tree_of
from generator.importers.nesting import Tree
from generator.importers.tables import numbered
from generator.importers.vocabulary import Vocabulary
from generator.output.publish import replace_file
from generator.problems import Problem
from generator.spec.build import CATALOG
from generator.spec.comments import keep_comments
from generator.spec.layout import dump
from generator.spec.load import Document, parse
from generator.spec.resolve import ENUMS, ERRORS, FIELDS, TYPES, Resolver
from generator.spec.skeleton import HEADER

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".json"})
"""What is taken from a folder; a file that is named is always read."""


@dataclass(frozen=True, slots=True)
class Change:
    """A spec file before and after; `before` is None for a new one."""

    path: str
    before: str | None
    after: str

    def diff(self) -> Iterator[str]:
        """The lines of a unified diff."""
        before = "" if self.before is None else self.before
        name = "/dev/null" if self.before is None else f"a/{self.path}"
        return difflib.unified_diff(
            before.splitlines(), self.after.splitlines(), name, f"b/{self.path}", lineterm="", n=2
        )


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
    """What an import found; nothing here is printed."""

    documents: list[ApiDocument] = field(default_factory=list)
    imported: list[Imported] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    """With `partial`: what would have stopped the import."""
    changes: list[Change] = field(default_factory=list)
    written: bool = False

    def lines(self) -> Iterator[str]:
        """The report for people."""
        yield from map(str, self.notices)
        for imported in self.imported:
            yield from imported.lines()
        for change in self.changes:
            yield from change.diff()
        for change in self.changes if self.written else ():
            yield f"wrote {change.path}"
        if self.problems:
            yield from self._understood()
        if self.changes and not self.written:
            yield "nothing was written"

    def _understood(self) -> Iterator[str]:
        for document in self.documents:
            method = document.method or "a method that is not named"
            counts = {
                "request parameters": document.request,
                "response fields": document.response,
                "error codes": document.errors,
                "titles": document.titles or None,
            }
            told = ", ".join(f"{len(c)} {what}" for what, c in counts.items() if c is not None)
            yield f"understood of {document.file}: {method}, {told or 'nothing else'}"


def import_files(
    root: Path, files: Iterable[Path], *, write: bool, partial: bool = False
) -> ImportReport:
    """Import saved documents into specs/.

    A problem in any file raises DocumentError, and no file is touched. With `partial`, the report
    holds what was understood all the same, and nothing is written.
    """
    run = _Run(root)
    for file in _expanded(files):
        run.add(file)
    if run.problems and not partial:
        raise DocumentError(run.problems)
    report = run.report()
    report.problems = run.problems
    if write and report.changes and not run.problems:
        for change in report.changes:
            replace_file(root, change.path, change.after.encode())
        report.written = True
    return report


def _expanded(files: Iterable[Path]) -> Iterator[Path]:
    for file in files:
        if file.is_dir():
            yield from sorted(p for p in file.rglob("*") if p.suffix.lower() in SUFFIXES)
        else:
            yield file


def understand(
    file: str, text: str, known: page.Known = lambda _: {}
) -> tuple[ApiDocument, list[Problem]]:
    """The text of a saved file, in whichever of the three forms it is."""
    if docjson.is_json(text):
        return docjson.read(file, text)
    lines, problems = html.read(file, text) if html.is_html(text) else (numbered(text), [])
    document, more = page.read(file, lines, known)
    return document, problems + more


@dataclass(frozen=True, slots=True)
class _Present:
    """A spec that exists: its text on disk and now, its data, and the data without references."""

    path: str
    before: str | None
    text: str
    data: Mapping[str, Any]
    resolved: Mapping[str, Any]


class _Run:
    """One import: the specs as they are, and as they will be."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._shared = {name: self._document(name) for name in (FIELDS, TYPES, ENUMS, ERRORS)}
        self._texts: dict[str, tuple[str | None, str]] = {}
        self._report = ImportReport()
        self.problems: list[Problem] = []
        fields, types, _, errors = (self._data(document) for document in self._shared.values())
        self._drafter = Drafter(Vocabulary(fields, types, errors))
        self._types = types
        self._catalog = self._data(self._document(CATALOG)) or {"titles": [], "beyond": []}

    def report(self) -> ImportReport:
        """Everything found so far."""
        self._report.changes = [
            Change(path, before, after)
            for path, (before, after) in sorted(self._texts.items())
            if before != after
        ]
        return self._report

    def add(self, path: Path) -> None:
        """Read one file; what is wrong with it goes to `problems`."""
        try:
            text, notices = source.read(path)
            document, problems = understand(path.name, text, self._known)
        except DocumentError as error:
            self.problems += error.problems
            return
        self._report.documents.append(document)
        self._report.notices += notices
        self.problems += problems
        if document.titles:
            self._titles(document)
        if document.method:
            self._api(document, document.method)

    # Specs

    def _api(self, document: ApiDocument, method: str) -> None:
        title, doc_id = self._entry(document, method)
        present = self._present(method)
        if present is None:
            data = self._drafter.api(document, title, doc_id)
            path = f"specs/apis/{data['role']}/{method}.yaml"
            self._texts[path] = (None, HEADER + dump(data))
            self._report.imported.append(Imported(document.file, path, True, ()))
            self._report.notices += _guesses(path, data)
            return
        merger = Merger(present.data, present.resolved, self._resolved_types, self._drafter)
        data = merger.merge(document, document.title, document.doc_id)
        found = tuple(merger.differences)
        if any(difference.kind == "added" for difference in found):
            self._texts[present.path] = (present.before, keep_comments(present.text, dump(data)))
        self._report.imported.append(Imported(document.file, present.path, False, found))

    def _known(self, method: str) -> Tree:
        """The members that the present spec of a method has."""
        present = self._present(method)
        if present is None:
            return {}
        sides = ("request", "response")
        types = self._resolved_types
        return {side: tree_of(present.resolved.get(side, {}), types) for side in sides}

    def _present(self, method: str) -> "_Present | None":
        """The spec of a method, as this run has made it so far."""
        path = self._existing(method)
        if path is None:
            return None
        before, text = self._texts.get(path, (self._read(path),) * 2)
        document = parse(path, text.encode())
        return _Present(path, before, text, self._data(document), self._resolver.api(document))

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver({name: d for name, d in self._shared.items() if d})

    @cached_property
    def _resolved_types(self) -> Mapping[str, Any]:
        return self._resolver.types()

    def _entry(self, document: ApiDocument, method: str) -> tuple[str | None, int | None]:
        """Title and id of a method: what the document says, or else the catalog."""
        entry: Mapping[str, Any] = next(
            (
                e
                for key in ("titles", "beyond")
                for e in self._catalog[key]
                if e.get("method") == method
            ),
            {},
        )
        return document.title or entry.get("title"), document.doc_id or entry.get("doc")

    def _existing(self, method: str) -> str | None:
        name = f"{method}.yaml"
        known = [path for path in self._texts if path.endswith(f"/{name}")]
        on_disk = sorted((self._root / "specs" / "apis").glob(f"*/{name}"))
        found = known + [path.relative_to(self._root).as_posix() for path in on_disk]
        return found[0] if found else None

    # The catalog

    def _titles(self, document: ApiDocument) -> None:
        is_list = document.request is None and document.response is None
        news = catalog.compare(self._catalog, document.titles, document.file, is_list=is_list)
        for problem in news.problems:
            (self._report.notices if problem.warning else self.problems).append(problem)
        if is_list or news.differences:
            found = Imported(document.file, CATALOG, False, news.differences)
            self._report.imported.append(found)
        if news.data is not None:
            before, text = self._texts.get(CATALOG, (self._read(CATALOG),) * 2)
            self._catalog = news.data
            self._texts[CATALOG] = (before, keep_comments(text, dump(news.data)))

    # Files

    def _document(self, name: str) -> Document | None:
        path = self._root / name
        return parse(name, path.read_bytes()) if path.is_file() else None

    def _data(self, document: Document | None) -> Mapping[str, Any]:
        return document.data if document and isinstance(document.data, dict) else {}

    def _read(self, path: str) -> str:
        return (self._root / path).read_text(encoding="utf-8")


def _guesses(path: str, data: Mapping[str, Any]) -> Sequence[Problem]:
    """The guesses of a draft, told as notices."""
    notes = [("doc", note) for note in data["doc"].get("notes", ())]
    for side in ("request", "response"):
        notes += [(side, f"{name}: {note}") for name, note in _notes(data.get(side, {}))]
    return [Problem(GUESS, note, path, (where,), line=1, warning=True) for where, note in notes]


def _notes(members: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, data in members.items():
        if "note" in data:
            yield prefix + name, data["note"]
        inner = data
        while "items" in inner:
            inner = inner["items"]
        yield from _notes(inner.get("fields", {}), f"{prefix}{name}.")
