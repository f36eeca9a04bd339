"""`tbkgen import`: read → draft → merge for every file, good or bad by itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.importers.catalog import Catalog
from generator.importers.draft.complete import Completer
from generator.importers.draft.plain import plain_draft
from generator.importers.draft.vocabulary import Vocabulary
from generator.importers.merge import Difference, merge
from generator.importers.read import read
from generator.importers.read.apidoc import ApiDocument
from generator.importers.read.encoding import read_text
from generator.importers.read.nesting import Tree, tree_of
from generator.importers.report import Change, Imported, ImportReport
from generator.importers.rules import GUESS
from generator.output.publish import replace_file
from generator.problems import Problem, SpecError
from generator.spec.comments import keep_comments
from generator.spec.files import CATALOG, ENUMS, ERRORS, FIELDS, PLATFORM, PRODUCT, TYPES
from generator.spec.layout import dump
from generator.spec.load import Document, decode, parse, place
from generator.spec.product import guesses
from generator.spec.resolve import Resolver
from generator.spec.skeleton import HEADER, spec_path
from generator.spec.validate import FILE_NAME, Schemas

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".json"})
"""What is taken from a folder; a file that is named is always read."""

Progress = Callable[[str], None]


def import_files(
    root: Path,
    files: Iterable[Path],
    *,
    write: bool,
    partial: bool = False,
    progress: Progress = lambda _: None,
) -> ImportReport:
    """Import saved documents into specs/.

    A file with a problem changes nothing and does not stop the others. With `partial`, the report
    also shows what was understood of it, and what that would change. Raises SpecError if what all
    specs share is wrong.
    """
    run = _Import(root, partial=partial)
    expanded = list(_expanded(files))
    for number, (path, name) in enumerate(expanded, start=1):
        progress(f"import {number}/{len(expanded)} {name}")
        run.add(path, name)
    report = run.report()
    if write:
        for change in report.changes:
            if not change.is_damaged:
                replace_file(root, change.path, change.after.encode())
                report.written.append(change.path)
    return report


def _expanded(files: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """The files, and those below the folders, with the names that problems call them by."""
    for file in files:
        if file.is_dir():
            found = sorted(p for p in file.rglob("[!.]*") if p.suffix.lower() in SUFFIXES)
            yield from ((p, p.relative_to(file).as_posix()) for p in found if p.is_file())
        else:
            yield file, file.name


@dataclass(slots=True)
class _Spec:
    """A spec that exists: where, and its data with and without references."""

    path: str
    data: Mapping[str, Any]
    resolved: Mapping[str, Any]


class _Import:
    """One import: the specs as they are, and as they will be."""

    def __init__(self, root: Path, *, partial: bool) -> None:
        self._root = root
        self._partial = partial
        self._report = ImportReport()
        self._changes: dict[str, Change] = {}
        self._previews: list[Change] = []
        self._latest: _Spec | None = None
        shared = {file: self._document(file) for file in (FIELDS, TYPES, ENUMS, ERRORS)}
        self._resolver = Resolver({file: found for file, found in shared.items() if found})
        self._types = self._resolver.types()
        errors = self._resolver.shared.errors
        vocabulary = Vocabulary(self._resolver.vocabulary(), self._types, errors)
        product = self._document(PRODUCT)
        if product is None:
            hint = "roles and topics of drafts are guessed by the words that it lists"
            raise SpecError([Problem(FILE_NAME, "this file is missing", PRODUCT, hint=hint)])
        self._completer = Completer(vocabulary, guesses(_mapping(product)), self._resolve)
        platform = self._document(PLATFORM)
        self._public = frozenset(_mapping(platform)["parameters"] if platform else ())
        catalog = self._document(CATALOG)
        self._catalog = Catalog(_mapping(catalog) if catalog else {"titles": [], "beyond": []})
        self._catalog_before = self._catalog.data
        self._paths = {
            path.stem: path.relative_to(root).as_posix()
            for path in sorted((root / "specs" / "apis").glob("*/*.yaml"), reverse=True)
        }

    def report(self) -> ImportReport:
        """Everything found so far."""
        data = self._catalog.data
        if data != self._catalog_before:
            before = self._read(CATALOG)
            after = keep_comments(before or "", dump(data))
            self._changes[CATALOG] = Change(CATALOG, before, after)
        changes = [self._changes[path] for path in sorted(self._changes)]
        changed = [change for change in changes if change.before != change.after]
        self._report.changes = changed + self._previews
        return self._report

    def add(self, path: Path, name: str) -> None:
        """Read, draft and merge one file, or tell what is wrong with it."""
        try:
            text, notices = read_text(path, name)
            document, problems = read(name, text, self._known)
            if not problems and document.titles:
                problems = self._titles(document)
            self._report.notices += notices
            self._report.problems += problems
            if problems and self._partial:
                self._report.damaged.append(document)
            if document.method and (self._partial or not problems):
                self._api(document, document.method, is_damaged=bool(problems))
        except SpecError as error:
            self._report.problems += error.problems

    # Specs

    def _api(self, document: ApiDocument, method: str, *, is_damaged: bool) -> None:
        draft, present = plain_draft(document, self._public), self._present(method)
        if present is None:
            row = self._catalog.row(method)
            title, doc_id = row.get("title"), row.get("doc") or document.doc_id
            data = self._completer.api(draft, title, doc_id)
            path = spec_path(method, data["role"])
            self._change(path, HEADER + dump(data), is_damaged=is_damaged)
            if not is_damaged:
                self._paths[method] = path
            self._report.imported.append(Imported(document.file, path, True, ()))
            self._report.notices += _guesses(path, data)
            found: tuple[Difference, ...] = ()
        else:
            path = present.path
            data, found = merge(draft, present.data, self._completer)
            if any(difference.kind == "added" for difference in found):
                text = keep_comments(self._text(path), dump(data))
                self._change(path, text, is_damaged=is_damaged)
            self._report.imported.append(Imported(document.file, path, False, found))
        told = {difference.path for difference in found if difference.kind == "added"}
        if not is_damaged and (present is None or told & {"title", "doc.id"}):
            row_news = self._catalog.register(method, data.get("title"), data["doc"].get("id"))
            if row_news:
                imported = Imported(document.file, CATALOG, False, (row_news,))
                self._report.imported.append(imported)

    def _known(self, method: str) -> Tree:
        """The members that the present spec of a method has."""
        present = self._present(method)
        if present is None:
            return {}
        sides = ("request", "response")
        return {side: tree_of(present.resolved.get(side, {}), self._types) for side in sides}

    def _present(self, method: str) -> _Spec | None:
        """The spec of a method, as this import has made it so far."""
        path = self._paths.get(method)
        if path is None:
            return None
        if self._latest is None or self._latest.path != path:
            document = self._sound(parse(path, self._text(path).encode()))
            self._latest = _Spec(path, _mapping(document), self._resolver.api(document))
        return self._latest

    def _resolve(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        return self._resolver.api(Document("", dict(data)))

    # The catalog

    def _titles(self, document: ApiDocument) -> list[Problem]:
        """Compare the titles of a document with the catalog; returns what makes it a bad file."""
        is_list = document.request is None and document.response is None
        found, problems = self._catalog.compare(document.titles, document.file, is_list=is_list)
        self._report.notices += [problem for problem in problems if problem.warning]
        stopping = [problem for problem in problems if not problem.warning]
        if (is_list or found) and not stopping:
            self._report.imported.append(Imported(document.file, CATALOG, False, found))
        return stopping

    # Files

    @cached_property
    def _schemas(self) -> Schemas:
        return Schemas(self._root / "specs" / "_schema")

    def _sound(self, document: Document) -> Document:
        """The document itself, if it is what its schema says."""
        if problems := self._schemas.check(document):
            raise SpecError(place(problems, self._root))
        return document

    def _document(self, file: str) -> Document | None:
        text = self._read(file)
        return None if text is None else self._sound(parse(file, text.encode()))

    def _read(self, file: str) -> str | None:
        path = self._root / file
        return decode(file, path.read_bytes()) if path.is_file() else None

    def _text(self, path: str) -> str:
        """The text of a spec, as this import has made it so far."""
        change = self._changes.get(path)
        return change.after if change else self._read(path) or ""

    def _change(self, path: str, text: str, *, is_damaged: bool) -> None:
        """Remember a new text; raises SpecError if no spec may be so large."""
        decode(path, text.encode())
        self._latest = None
        if is_damaged:
            self._previews.append(Change(path, self._text(path) or None, text, is_damaged=True))
        else:
            self._changes.setdefault(path, Change(path, self._read(path), "")).after = text


def _mapping(document: Document) -> Mapping[str, Any]:
    assert isinstance(document.data, dict)
    return document.data


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
