"""The canonical text of a spec file, and of all of them together (`tbkgen fmt`, rule `layout`)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

from generator.problems import Problem, SpecError, rule
from generator.spec.comments import HAS_NOTES, Note, read_notes, write
from generator.spec.files import (
    APIS,
    ERRORS,
    PLATFORM,
    STRAY_FILE,
    TYPES,
    header,
    is_fields,
    spec_files,
)
from generator.spec.layout import API_KEYS, ERROR_KEYS, MEMBER_KEYS, ROWS, ordered
from generator.spec.load import Document, decode, parse
from generator.spec.sharing import Sheet, is_settled, settle, undefined
from generator.spec.text import Json
from generator.spec.validate import Schemas

LAYOUT = rule(
    "layout",
    "Every spec has the one canonical layout",
    "A change then shows as the lines that mean something, whoever or whatever wrote them.",
    "Run `tbkgen fmt`: it orders keys, chooses between lines and blocks, and keeps comments and "
    "one blank line between the blocks of a file.",
)

_SCHEMA_COMMENT = "# yaml-language-server:"


@dataclass(slots=True)
class Formatted:
    """What `format_specs` found; nothing is written yet."""

    files: int = 0
    changed: dict[str, bytes] = field(default_factory=dict)
    """The new contents, by path below the project."""
    moves: list[str] = field(default_factory=list)
    """Which declarations went where, for people."""
    problems: list[Problem] = field(default_factory=list)


def layout_problems(file: str, text: str, data: Json) -> Iterator[Problem]:
    """Where a spec first differs from its canonical layout."""
    canonical = canonical_text(Sheet(file, data, notes_of(file, text)))
    if text == canonical:
        return
    pairs = zip_longest(text.split("\n"), canonical.split("\n"))
    line = next(number for number, (is_, should) in enumerate(pairs, 1) if is_ != should)
    message = "lines end as on Windows" if "\r" in text else "not in the canonical layout"
    yield Problem(LAYOUT, message, file, (), "run tbkgen fmt", line=line, column=1, warning=True)


def canonical_text(sheet: Sheet) -> str:
    """The text of a spec file."""
    rows = ROWS.get(sheet.file, frozenset())
    return header(sheet.file) + write(_arranged(sheet.file, sheet.data), sheet.notes, rows)


def notes_of(file: str, text: str) -> list[Note]:
    """The comments of a spec file, but for the one that names its schema."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first = header(file)
    if not HAS_NOTES.search(text.removeprefix(first)):
        return []
    notes = read_notes(text)
    return [note for note in notes if not (first and note.text.startswith(_SCHEMA_COMMENT))]


def _arranged(file: str, data: Any) -> Any:
    """The data with the keys of methods, members and errors in their order."""
    if not isinstance(data, dict):
        return data
    if file.startswith(APIS):
        return ordered(_with(data, request=_members, response=_members, errors=_errors), API_KEYS)
    if is_fields(file):
        return _members(data)
    if file == TYPES:
        return {name: _with(declared, fields=_members) for name, declared in data.items()}
    if file == ERRORS:
        return {name: _with(declared, codes=_errors) for name, declared in data.items()}
    if file == PLATFORM:
        return _with(data, parameters=_members, errors=_errors, sub_errors=_errors)
    return data


def _with(data: Any, **arrange: Callable[[Any], Any]) -> Any:
    """The data with what stands under some of its keys arranged."""
    if not isinstance(data, dict):
        return data
    return data | {key: how(data[key]) for key, how in arrange.items() if key in data}


def _errors(data: Any) -> Any:
    """Errors by code; beside them, `use` names sets."""
    if not isinstance(data, dict):
        return data
    return {
        code: ordered(error, ERROR_KEYS) if isinstance(error, dict) else error
        for code, error in data.items()
    }


def _members(data: Any) -> Any:
    if not isinstance(data, dict):
        return data
    return {name: _member(member) for name, member in data.items()}


def _member(data: Any) -> Any:
    if not isinstance(data, dict):
        return data
    return ordered(_with(data, items=_member, fields=_members), MEMBER_KEYS)


def format_specs(root: Path, only: Iterable[str] | None = None) -> Formatted:
    """Bring the specs of a project to their canonical layout; broken ones stay as they are.

    If none is broken, declarations of specs/_shared with less than two users go. With `only`, the
    named files are laid out, and nothing is moved.
    """
    found, problems = spec_files(root)
    result = Formatted(problems=problems)
    sheets: dict[str, Sheet] = {}
    contents: dict[str, bytes] = {}
    chosen = None if only is None else set(only)
    for path in found:
        file = path.relative_to(root).as_posix()
        if chosen is not None and file not in chosen:
            continue
        try:
            contents[file] = path.read_bytes()
            data = parse(file, contents[file]).data
            sheets[file] = Sheet(file, data, notes_of(file, decode(file, contents[file])))
        except SpecError as error:
            result.problems += error.problems
        except OSError as error:
            result.problems.append(Problem(STRAY_FILE, f"cannot be read: {error.strerror}", file))
    if chosen is None and not result.problems and not is_settled(sheets):
        result.problems += _obstacles(root, sheets)
        if not result.problems:
            result.moves = settle(sheets)
    result.files = len(sheets)
    for file, sheet in sheets.items():
        content = canonical_text(sheet).encode()
        if content != contents[file]:
            result.changed[file] = content
    if lossy := [file for file in result.changed if not _says(result.changed[file], sheets[file])]:
        # What moved needs all files or none.
        return Formatted(problems=[*result.problems, *map(_lossy, lossy)])
    return result


def _says(content: bytes, sheet: Sheet) -> bool:
    """Whether a text that is about to be written reads as what it was made of."""
    try:
        return _same(parse(sheet.file, content).data, sheet.data)
    except SpecError:
        return False


def _same(one: Json, other: Json) -> bool:
    """Equal, and of equal types: to Python, true equals 1."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return type(one) is type(other) and one == other


def _lossy(file: str) -> Problem:
    message = "laid out, it would not say the same any more, so nothing was written"
    return Problem(LAYOUT, message, file, (), "this is a fault of tbkgen; please report it", line=1)


def _obstacles(root: Path, sheets: Mapping[str, Sheet]) -> list[Problem]:
    """What must be right before declarations move: a misspelt key or name hides a user."""
    schemas = Schemas(root / "specs" / "_schema")
    documents = (Document(sheet.file, sheet.data) for sheet in sheets.values())
    invalid = [problem for document in documents for problem in schemas.check(document)]
    return invalid or [*undefined(sheets)]
