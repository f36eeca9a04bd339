"""`tbkgen import`: read → draft → merge for every file, good or bad by itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.importers.catalog import Catalog
from generator.importers.draft import sentences
from generator.importers.draft.complete import Completer
from generator.importers.draft.plain import PlainDraft, plain_draft
from generator.importers.draft.vocabulary import Present, Vocabulary
from generator.importers.merge import merge
from generator.importers.read import read
from generator.importers.read.apidoc import ApiDocument
from generator.importers.read.encoding import read_text
from generator.importers.report import Change, Imported, ImportReport
from generator.importers.rules import GUESS, LINK, problem
from generator.output.publish import replace_file
from generator.problems import Problem, SpecError
from generator.spec.comments import keep_comments
from generator.spec.files import (
    CATALOG,
    ENUMS,
    ERRORS,
    FIELDS,
    FIELDS_OF_TOPICS,
    LINKS,
    PLATFORM,
    PRODUCT,
    TYPES,
)
from generator.spec.ir import Members
from generator.spec.layout import dump, ordered
from generator.spec.load import decode, parse, place
from generator.spec.product import guesses
from generator.spec.skeleton import HEADER, spec_path
from generator.spec.validate import FILE_NAME, Schemas

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".json"})
"""What is taken from a folder; a file that is named is always read."""


def import_files(
    root: Path,
    files: Iterable[Path],
    *,
    write: bool,
    partial: bool = False,
    today: str | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> ImportReport:
    """Import saved documents into specs/.

    A file with a problem changes nothing and does not stop the others. With `partial`, the report
    also shows what was understood of it, and what that would change. A spec that is new or changed
    was verified `today`. Raises SpecError if what all specs share is wrong.
    """
    run = _Import(root, partial=partial, today=today or date.today().isoformat())
    saved, unknown = _expanded(files)
    for number, path in enumerate(saved, start=1):
        progress(f"import {number}/{len(saved)} {path.name}")
        run.add(path)
    report = run.report()
    report.passed_over = unknown
    for change in report.changes if write else ():
        if not change.is_damaged:
            replace_file(root, change.path, change.after.encode())
            report.written.append(change.path)
    return report


def _expanded(files: Iterable[Path]) -> tuple[list[Path], list[str]]:
    """The files and the documents below the folders; what else stands there."""
    saved: list[Path] = []
    unknown: list[str] = []
    for file in files:
        if not file.is_dir():
            saved.append(file)
            continue
        for path in sorted(p for p in file.rglob("[!.]*") if p.is_file()):
            if path.suffix.lower() in SUFFIXES:
                saved.append(path)
            else:
                unknown.append(path.as_posix())
    return saved, unknown


class _Import:
    """One import: the specs as they are, and as they will be."""

    def __init__(self, root: Path, *, partial: bool, today: str) -> None:
        self._root = root
        self._partial = partial
        self._today = today
        self._report = ImportReport()
        self._changes: dict[tuple[str, bool], Change] = {}
        """By path; that of a damaged document beside the true one."""
        self._latest: Present | None = None
        of_topics = sorted((root / FIELDS_OF_TOPICS).glob("[!.]*.yaml"))
        files = (
            *(FIELDS, *(path.relative_to(root).as_posix() for path in of_topics)),
            *(TYPES, ENUMS, ERRORS, LINKS, PLATFORM, CATALOG, PRODUCT),
        )
        shared = {file: self._data(file) for file in files if (root / file).is_file()}
        if PRODUCT not in shared:
            hint = "roles and topics of drafts are guessed by the words that it lists"
            raise SpecError([Problem(FILE_NAME, "this file is missing", PRODUCT, hint=hint)])
        self._vocabulary = Vocabulary(root, shared)
        self._guesses = guesses(shared[PRODUCT])
        self._completer = Completer(self._vocabulary, self._guesses)
        self._public = frozenset(shared.get(PLATFORM, {}).get("parameters", ()))
        self._catalog = Catalog(shared.get(CATALOG, {}))
        self._catalog_before = self._catalog.data
        self._paths = {
            path.stem: path.relative_to(root).as_posix()
            for path in sorted((root / "specs" / "apis").glob("*/*.yaml"), reverse=True)
        }

    def report(self) -> ImportReport:
        """Everything found so far."""
        if self._catalog.data != self._catalog_before:
            self._change(CATALOG, keep_comments(self._text(CATALOG), dump(self._catalog.data)))
        changes = (self._changes[key] for key in sorted(self._changes))
        self._report.changes = [change for change in changes if change.before != change.after]
        return self._report

    def add(self, path: Path) -> None:
        """Read, draft and merge one file, or tell what is wrong with it."""
        name = path.as_posix()
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
            imported = Imported(document.file, spec_path(method, data["role"]), True, ())
        else:
            data, found = merge(draft, present, self._completer)
            imported = Imported(document.file, present.path, False, found)
        added = {told.path for told in imported.differences if told.kind == "added"}
        if imported.is_new or added:
            keys = ("id", "source", "verified")
            data["doc"] = ordered({**data["doc"], "verified": self._today}, keys)
            text, before = dump(data), self._text(imported.path)
            text = HEADER + text if imported.is_new else keep_comments(before, text)
            self._change(imported.path, text, is_damaged=is_damaged)
        self._report.imported.append(imported)
        self._report.notices += (
            Problem(GUESS, note, imported.path, line=1, warning=True) for note in draft.notes
        )
        self._report.notices += self._links(draft)
        if is_damaged:
            return
        self._paths[method] = imported.path
        if imported.is_new or added & {"title", "doc.id"}:
            news = self._catalog.register(method, data.get("title"), data["doc"].get("id"))
            if news:
                self._report.imported.append(Imported(document.file, CATALOG, False, (news,)))

    def _links(self, draft: PlainDraft) -> Iterator[Problem]:
        """The addresses in the sentences of a document that no link of specs/_shared has."""
        known = {str(link["url"]) for link in self._vocabulary.resolver.shared.links.values()}
        for path, told in draft.told.items():
            for url in sentences.urls(told.row.description):
                if url not in known:
                    message = f"{path}: the document refers to {url}"
                    yield problem(LINK, message, draft.document.file, told.row.line, warning=True)

    def _known(self, method: str) -> Mapping[str, Members]:
        """The members that the present spec of a method has."""
        present = self._present(method)
        return present.members if present else {}

    def _present(self, method: str) -> Present | None:
        """The spec of a method, as this import has made it so far."""
        path = self._paths.get(method)
        if path is None:
            return None
        if self._latest is None or self._latest.path != path:
            self._latest = self._vocabulary.present(path, self._data(path))
        return self._latest

    # The catalog

    def _titles(self, document: ApiDocument) -> list[Problem]:
        """Compare the titles of a document with the catalog; returns what makes it a bad file."""
        is_list = document.request is None and document.response is None
        titles, families = document.titles, self._guesses.families
        found, problems = self._catalog.compare(titles, families, document.file, is_list=is_list)
        if is_list and problems:
            return problems
        self._report.notices += problems
        if is_list or found:
            self._report.imported.append(Imported(document.file, CATALOG, False, found))
        return []

    # Files

    @cached_property
    def _schemas(self) -> Schemas:
        return Schemas(self._root / "specs" / "_schema")

    def _data(self, file: str) -> Any:
        """The data of a file as this import has made it so far, if it is what its schema says."""
        document = parse(file, self._text(file).encode())
        if problems := self._schemas.check(document):
            raise SpecError(place(problems, self._root))
        return document.data

    def _read(self, file: str) -> str | None:
        path = self._root / file
        return decode(file, path.read_bytes()) if path.is_file() else None

    def _text(self, file: str) -> str:
        """The text of a file as this import has made it so far; empty if there is none."""
        change = self._changes.get((file, False))
        return change.after if change else self._read(file) or ""

    def _change(self, path: str, text: str, *, is_damaged: bool = False) -> None:
        """Remember a new text; raises SpecError if no spec may be so large."""
        decode(path, text.encode())
        self._latest = None
        before = self._text(path) or None if is_damaged else self._read(path)
        change = Change(path, before, text, is_damaged)
        self._changes.setdefault((path, is_damaged), change).after = text
