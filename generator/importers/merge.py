"""A plain draft and the spec that exists → the spec with the new facts of the draft.

Only facts are compared; what people wrote is kept, and every contradiction is told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from generator.importers.draft.complete import ClassNames, Completer, class_names
from generator.importers.draft.fitness import broken_fact, shown, typed
from generator.importers.draft.plain import PlainDraft, session_is_guessed
from generator.importers.draft.spec_types import wire_of
from generator.importers.facts import (
    API_FACTS,
    ERROR_FACT,
    MEMBER_FACTS,
    SAMPLE_FACTS,
    belongs,
    is_told,
)
from generator.spec.language import CONTAINERS, SCALARS
from generator.spec.layout import API_KEYS, MEMBER_KEYS, flow
from generator.spec.text import Json

Kind = Literal["added", "contradiction", "undocumented", "renamed", "gone"]
Members = Mapping[str, Any]

_LONGEST_SHOWN = 80
_SHARED = "the shared type does not say so, and one import does not change it"


@dataclass(frozen=True, slots=True)
class Difference:
    """One point in which the document and the spec differ.

    added: the spec did not say it, and says it now. contradiction: both say something, the spec's
    word is kept. undocumented: the spec says something of which the document does not speak.
    renamed, gone: titles of the catalog.
    """

    kind: Kind
    path: str
    document: Json = None
    spec: Json = None
    line: int | None = None

    def __str__(self) -> str:
        said, held = _short(self.document), _short(self.spec)
        return {
            "added": f"added {self.path}: {said}",
            "contradiction": f"kept {self.path}: {held}; the document says {said}",
            "undocumented": f"kept {self.path}; the document does not speak of it",
            "renamed": f"renamed {held} to {said}",
            "gone": f"gone from {self.path}: {held}",
        }[self.kind]


def _short(value: Json) -> str:
    """A value on one line, shortened."""
    text = flow(value)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def merge(
    draft: PlainDraft, spec: Members, completer: Completer
) -> tuple[dict[str, Any], tuple[Difference, ...]]:
    """The spec with the new facts of the draft, and every difference between the two."""
    merging = _Merging(draft, spec, completer)
    for path in API_FACTS:
        merging.fact_of_api(path)
    for side in ("request", "response"):
        if side in draft.data:
            merging.side(side)
    merging.errors()
    merging.samples()
    data = merging.data
    order = {key: data[key] for key in API_KEYS if key in data}
    return order | data, tuple(merging.differences)


class _Merging:
    """One merge: the data of the spec so far, and the differences found so far."""

    def __init__(self, draft: PlainDraft, spec: Members, completer: Completer) -> None:
        self.data: dict[str, Any] = dict(spec)
        self.differences: list[Difference] = []
        self._draft = draft
        self._completer = completer
        self._resolved = completer.resolve(spec)
        self._types = completer.vocabulary.types
        sides = (self._resolved.get(side, {}) for side in ("request", "response"))
        self._class_names = ClassNames(self._types, *(set(class_names(side)) for side in sides))

    def _note(
        self, kind: Kind, path: str, said: Json = None, held: Json = None, line: int | None = None
    ) -> None:
        self.differences.append(Difference(kind, path, said, held, line))

    def fact_of_api(self, path: tuple[str, ...]) -> None:
        """Compare one fact about the method."""
        *above, key = path
        said: Any = self._draft.data
        own = self.data.get(above[0], {}) if above else self.data
        value, held = (said[above[0]] if above else said)[key], own.get(key)
        if not is_told(value) or value == held:
            return
        if is_told(held):
            # A code sample that sends no session, or one, shows one of the two ways to call.
            if not (held == "optional" and session_is_guessed(self._draft)):
                self._note("contradiction", ".".join(path), value, held)
            return
        merged = {key: value} | {k: v for k, v in own.items() if k != key}
        self.data |= {above[0]: merged} if above else merged
        self._note("added", ".".join(path), value)

    def side(self, side: str) -> None:
        """Compare the request or the response."""
        held = self.data.get(side, {})
        merged = self._members(held, self._resolved.get(side, {}), self._draft.data[side], side)
        if merged is not held:
            self.data[side] = merged
            full = "response" in self.data and "request" in self.data
            if self.data["coverage"] != "full":
                self.data["coverage"] = "full" if full else "request"

    def _members(
        self, own: Members | None, resolved: Members, said: Members, path: str
    ) -> Members | None:
        """The members with news. `own` is None inside a shared type, which stays as it is."""
        unknown = {name: plain for name, plain in said.items() if name not in resolved}
        added = (
            {}
            if own is None
            else self._completer.members(unknown, self._draft, path, self._class_names, resolved)
        )
        changed: dict[str, Any] = {}
        new: dict[str | None, dict[str, Any]] = {}
        before: str | None = None
        for name, plain in said.items():
            here, line = f"{path}.{name}", self._draft.line(f"{path}.{name}")
            if name in resolved:
                mine = own.get(name) if own is not None else None
                changed[name] = self._member(mine, resolved[name], plain, here)
                before = name
            elif own is None:
                self._note("contradiction", here, _shown_type(plain), _SHARED, line)
            else:
                new.setdefault(before, {})[name] = added[name]
                self._note("added", here, added[name], None, line)
        for name in resolved:
            if name not in said:
                self._note("undocumented", f"{path}.{name}")
        if own is None or not (new or any(changed[name] is not own.get(name) for name in changed)):
            return own
        result = dict(new.get(None, {}))
        for name, data in own.items():
            result[name] = changed.get(name, data)
            result |= new.get(name, {})
        return result

    def _member(
        self, own: Members | None, resolved: Members, said: Members, path: str
    ) -> Members | None:
        """The member with news, or `own` itself if there are none."""
        told = self._draft.told[path]
        if not _types_agree(said, resolved, wire_is_sure="wire" not in told.guesses):
            document, spec = _shown_type(said), _shown_type(resolved)
            self._note("contradiction", f"{path}.type", document, spec, told.row.line)
        news: dict[str, Any] = {}
        for key in MEMBER_FACTS:
            if is_told(said.get(key)) and key not in told.guesses:
                value = self._news(key, said[key], {**resolved, **news}, own, path)
                news |= {} if value is None else {key: value}
        steps, inner_own, inner = self._inside(own, resolved)
        fields = (said["items"] if said["type"] == "array" else said).get("fields")
        if fields and inner:
            members = self._members(inner_own, inner, fields, path)
            if members is not inner_own:
                news |= _replaced_inside(own or {}, steps, members or {})
        if not news or own is None:
            return own
        result = {**own, **news}
        return {key: result[key] for key in MEMBER_KEYS if key in result}

    def _news(
        self, key: str, said: Json, resolved: Members, own: Members | None, path: str
    ) -> Json:
        """What the member does not say yet about one fact; None if it says it, or otherwise."""
        line, type_ = self._draft.line(path), resolved["type"]
        held = resolved.get(key, False if key == "required" else None)
        if key == "enum":
            said = _missing_values(said, held)
            if not said or not belongs(key, type_):
                return None
            said = {**(held or {}), **said}
        elif is_told(held):
            if not _agree(key, said, held):
                self._note("contradiction", f"{path}.{key}", said, held, line)
            return None
        elif not belongs(key, type_):
            return None
        elif key in ("example", "default"):
            said = typed(shown(said), type_)
            fact = "type" if said is None or own is None else broken_fact(said, resolved)
            if fact and fact != "type":
                self._note("contradiction", f"{path}.{fact}", said, _bound(resolved[fact]), line)
            if fact:
                return None
        if own is None:
            self._note("contradiction", f"{path}.{key}", said, _SHARED, line)
            return None
        self._note("added", f"{path}.{key}", said, None, line)
        return said

    def _inside(
        self, own: Members | None, resolved: Members
    ) -> tuple[tuple[str, ...], Members | None, Members]:
        """Where the members of an object stand: the keys to them, as written and as resolved."""
        steps: tuple[str, ...] = ("fields",)
        while resolved.get("type") == "array":
            resolved = resolved.get("items", {})
            own = own.get("items") if own is not None else None
            steps = ("items", *steps)
        if resolved.get("type") in self._types:
            return steps, None, self._types[resolved["type"]]["fields"]
        return steps, own.get("fields") if own is not None else None, resolved.get("fields", {})

    def errors(self) -> None:
        """Compare the error codes."""
        held, own = self._resolved.get("errors", {}), self.data.get("errors", {})
        lines = {error.code: error.line for error in self._draft.document.errors or ()}
        news: dict[str, Any] = {}
        for code, error in self._draft.data["errors"].items():
            path, said = f"errors.{code}", error.get(ERROR_FACT)
            if code not in held:
                news[code] = error
                self._note("added", path, said, None, lines[code])
            elif said and said != (message := held[code].get(ERROR_FACT, said)):
                self._note("contradiction", f"{path}.{ERROR_FACT}", said, message, lines[code])
        if news:
            self.data["errors"] = {**own, **news}

    def samples(self) -> None:
        """Compare the samples; a new one comes in as far as it agrees with the fields."""
        held = self.data.get("example", {})
        said = self._draft.data["example"]
        for key in said:
            for path, value, mine in _unlike(said[key], held.get(key, said[key]), f"example.{key}"):
                self._note("contradiction", path, value, mine)
        unknown = {key: said[key] for key in SAMPLE_FACTS if key in said and key not in held}
        new = self._completer.samples(unknown, self.data)
        for key in unknown:
            if key in new:
                self._note("added", f"example.{key}", new[key])
                self.data["example"] = {**new, **held}


def _types_agree(said: Members, held: Members, *, wire_is_sure: bool) -> bool:
    """Whether the spec's type is the documented one, or tells more about the same wire form."""
    kind, known = said["type"], held["type"]
    is_object = known == "object" or known not in (*SCALARS, *CONTAINERS)
    if known == "array" and kind == "array":
        return _types_agree(said["items"], held["items"], wire_is_sure=wire_is_sure)
    if kind == "array":
        return known in ("csv", "json")
    if kind in ("object", "json"):
        return is_object or known in ("array", "json", "string")
    if is_object or known == "array":
        return False
    return not wire_is_sure or wire_of(said) == wire_of(held)


def _shown_type(member: Members) -> str:
    if member["type"] == "array":
        return f"array of {_shown_type(member['items'])}"
    wire = f" ({member['wire']})" if "wire" in member else ""
    return f"{member['type']}{wire}"


def _agree(key: str, said: Json, held: Json) -> bool:
    return key == "deprecated" or shown(held) == shown(said) or _same_number(held, said)


def _same_number(one: Json, other: Json) -> bool:
    try:
        return Decimal(str(one)) == Decimal(str(other))
    except InvalidOperation:
        return False


def _bound(fact: Json) -> Json:
    """A fact that a value breaks; of an enum the values."""
    return list(fact) if isinstance(fact, dict) else fact


def _missing_values(said: Json, held: Json) -> dict[str, Json]:
    """The documented values that the spec's enum lacks; the number of a known value is none."""
    assert isinstance(said, dict)
    known = held if isinstance(held, dict) else {}
    return {v: label for v, label in said.items() if v not in known and label not in known}


def _replaced_inside(own: Members, steps: tuple[str, ...], members: Members) -> dict[str, Any]:
    """What changes in a member if the members inside it change."""
    first, *rest = steps
    if not rest:
        return {first: members}
    return {first: {**own[first], **_replaced_inside(own[first], tuple(rest), members)}}


def _unlike(said: Json, held: Json, path: str) -> Iterator[tuple[str, Json, Json]]:
    """The places where two samples differ, with what stands there in each."""
    if isinstance(said, dict) and isinstance(held, dict):
        for key in said | held:
            yield from _unlike(said.get(key), held.get(key), f"{path}.{key}")
    elif isinstance(said, list) and isinstance(held, list) and len(said) == len(held):
        for index, (one, other) in enumerate(zip(said, held, strict=True)):
            yield from _unlike(one, other, f"{path}.{index}")
    elif said != held:
        yield path, said, held
