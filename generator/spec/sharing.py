"""Shared declarations with a single user move into it; those without any go.

A declaration of specs/_shared is used by at least two APIs, a link by one. When methods are
retired, this restores that.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from itertools import chain, count
from typing import Any

from generator.problems import Path, Problem
from generator.spec.comments import Note
from generator.spec.files import (
    APIS,
    ENUMS,
    ERRORS,
    FIELDS,
    LINKS,
    PLATFORM,
    TYPES,
    is_fields,
)
from generator.spec.language import CONTAINERS, SCALARS
from generator.spec.layout import MEMBER_KEYS, ordered
from generator.spec.resolve import UNDEFINED, codes_of

_Members = dict[str, Any]


@dataclass(slots=True)
class Sheet:
    """A spec file that is being written anew."""

    file: str
    data: Any
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Use:
    """Where a declaration is named: a member, an error, a method or its errors."""

    sheet: Sheet
    path: Path
    place: _Members


_KINDS: Mapping[str, str] = {
    FIELDS: "field",
    TYPES: "type",
    ENUMS: "enum",
    ERRORS: "error set",
    LINKS: "link",
}
"""What stands in which file; fields stand in those of topics as well."""


class _Uses:
    """Who uses what is shared; a shared type that uses something stands for several APIs."""

    def __init__(self, sheets: Mapping[str, Sheet]) -> None:
        self.shared = {file: sheets[file].data if file in sheets else {} for file in _KINDS}
        self.homes = {
            name: sheet.file
            for sheet in sheets.values()
            if is_fields(sheet.file)
            for name in sheet.data
        }
        self.shared[FIELDS] = {name: sheets[home].data[name] for name, home in self.homes.items()}
        self.users: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.places: dict[tuple[str, str], list[_Use]] = defaultdict(list)
        for sheet in sheets.values():
            if sheet.file.startswith(APIS):
                self._api(sheet)
            elif sheet.file == TYPES:
                for name, declaration in sheet.data.items():
                    inner = members(declaration["fields"], (name, "fields"))
                    self._members(sheet, inner, f"{TYPES}#{name}")
            elif is_fields(sheet.file):
                self._members(sheet, members(sheet.data), FIELDS)
            elif sheet.file == ERRORS:
                for name, declaration in sheet.data.items():
                    self._errors(sheet, codes_of(declaration), (name, "codes"))
            elif sheet.file == PLATFORM:
                self._members(sheet, members(sheet.data["parameters"], ("parameters",)), PLATFORM)
                for key in ("errors", "sub_errors"):
                    self._errors(sheet, sheet.data[key], (key,))

    def lonely(self) -> Iterator[tuple[str, str, list[_Use]]]:
        """The declarations with one user or none, and the places where it names them."""
        for file, declarations in self.shared.items():
            for name in declarations:
                users = self.users[file, name]
                least = 1 if file == LINKS else 2
                if len(users) < least and not any("#" in user for user in users):
                    yield file, name, self.places[file, name]

    def _api(self, sheet: Sheet) -> None:
        for side in ("request", "response"):
            self._members(sheet, members(sheet.data.get(side, {}), (side,)), sheet.file)
        errors = sheet.data.get("errors", {})
        for name in errors.get("use", ()):
            self._add(ERRORS, name, sheet.file, _Use(sheet, ("errors",), errors))
        self._errors(sheet, {code: errors[code] for code in errors if code != "use"}, ("errors",))
        self._see(sheet, sheet.data, ())

    def _errors(self, sheet: Sheet, errors: Mapping[str, _Members], path: Path) -> None:
        for code, error in errors.items():
            self._see(sheet, error, (*path, code))

    def _see(self, sheet: Sheet, place: _Members, path: Path) -> None:
        for name in place.get("see", ()):
            self._add(LINKS, name, sheet.file, _Use(sheet, path, place))

    def _members(self, sheet: Sheet, inner: Iterator[tuple[Path, _Members]], user: str) -> None:
        for path, member in inner:
            use = _Use(sheet, path, member)
            self._see(sheet, member, path)
            declared = {}
            if name := member.get("use"):
                self._add(FIELDS, name, user, use)
                declared = self.shared[FIELDS].get(name, {})
            for file, key in ((TYPES, "type"), (ENUMS, "enum")):
                told = member.get(key, declared.get(key))
                if isinstance(told, str) and told not in SCALARS and told not in CONTAINERS:
                    self._add(file, told, user, use if key in member else None)

    def _add(self, file: str, name: str, user: str, use: _Use | None) -> None:
        self.users[file, name].add(user)
        if use:
            self.places[file, name].append(use)


def members(data: Mapping[str, Any], path: Path = ()) -> Iterator[tuple[Path, _Members]]:
    """All members below, at every depth, with their paths."""
    for name, member in data.items():
        yield from _below(member, (*path, name))


def _below(member: _Members, path: Path) -> Iterator[tuple[Path, _Members]]:
    yield path, member
    if "items" in member:
        yield from _below(member["items"], (*path, "items"))
    yield from members(member.get("fields", {}), (*path, "fields"))


def undefined(sheets: Mapping[str, Sheet]) -> Iterator[Problem]:
    """The names that are used and declared nowhere."""
    uses = _Uses(sheets)
    for (file, name), places in uses.places.items():
        if name not in uses.shared[file]:
            message = f"no shared {_KINDS[file]} is named {name!r}"
            for use in places:
                yield Problem(UNDEFINED, message, use.sheet.file, use.path)


def is_settled(sheets: Mapping[str, Sheet]) -> bool:
    """Whether every declaration has two users; no, if sheets are too wrong to tell."""
    try:
        return not any(_Uses(sheets).lonely())
    except (AttributeError, KeyError, TypeError):
        return False


def settle(sheets: Mapping[str, Sheet]) -> list[str]:
    """Move and remove declarations until each has two users; what was done, for people.

    The sheets satisfy their schemas, and nothing is undefined.
    """
    told: list[str] = []
    while lonely := [*(found := _Uses(sheets)).lonely()]:
        for file, name, uses in lonely:
            shared = sheets[found.homes[name] if file == FIELDS else file]
            declaration = shared.data.pop(name)
            notes = [note for note in shared.notes if note.path[:1] == (name,)]
            shared.notes = [note for note in shared.notes if note.path[:1] != (name,)]
            for use in uses:
                _MOVES[file](use, name, deepcopy(declaration), shared.data)
                use.sheet.notes += _moved(notes, use.path)
            end = f"moved into {uses[0].sheet.file}" if uses else "removed, for nothing uses it"
            told.append(f"the {_KINDS[file]} {name}: {end}")
    return told


def _moved(notes: Iterable[Note], path: Path) -> Iterator[Note]:
    """The comments of a declaration at the place where its content stands now."""
    for note in notes:
        inner = note.path[1:]
        if inner[:1] == ("values",):
            inner = ("enum", *inner[1:])
        elif inner[:1] == ("codes",):
            inner = inner[1:]
        if note.text:
            yield replace(note, path=(*path, *inner))


def _move_field(use: _Use, name: str, declaration: _Members, fields: _Members) -> None:
    own = {key: value for key, value in use.place.items() if key != "use"}
    if "enum" in own:  # and whether that one is complete is for it to say
        declaration.pop("closed", None)
    _replace(use.place, declaration | own)


def _move_type(use: _Use, name: str, declaration: _Members, types: _Members) -> None:
    told = (members(use.sheet.data.get(side, {})) for side in ("request", "response"))
    taken = {member.get("name") for inner in told for _, member in inner}
    names = chain([name], (f"{name}{number}" for number in count(2)))
    own = {
        "type": "object",
        "name": next(free for free in names if free not in taken),
        "fields": declaration["fields"],
    }
    _replace(use.place, {"description": declaration["description"]} | use.place | own)


def _move_enum(use: _Use, name: str, declaration: _Members, enums: _Members) -> None:
    use.place["enum"] = declaration["values"]


def _move_errors(use: _Use, name: str, declaration: _Members, sets: _Members) -> None:
    """The method's own errors win, and so did those of the sets that it names later."""
    names = use.place.pop("use")
    behind = (sets[other] for other in names[names.index(name) + 1 :] if other in sets)
    later = [code for declared in behind for code in codes_of(declared)]
    rest = [other for other in names if other != name]
    codes = codes_of(declaration)
    moved = {code: error for code, error in codes.items() if code not in later}
    _replace(use.place, ({"use": rest} if rest else {}) | moved | use.place)


def _replace(place: _Members, content: _Members) -> None:
    content = ordered(content, MEMBER_KEYS)
    place.clear()
    place.update(content)


_MOVES = {FIELDS: _move_field, TYPES: _move_type, ENUMS: _move_enum, ERRORS: _move_errors}
