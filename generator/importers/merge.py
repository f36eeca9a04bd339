"""An existing spec + a document → the spec with new facts. What people wrote is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from generator.importers.document import ApiDocument, RawMember
from generator.importers.draft import MEMBER_KEYS, Drafter, error_data, samples_of
from generator.importers.facts import example_of, facts
from generator.importers.nesting import Tree
from generator.importers.types import documented_kind
from generator.importers.vocabulary import wire_of
from generator.spec.layout import flow
from generator.spec.text import Json

Kind = Literal["added", "contradiction", "undocumented", "renamed", "gone"]

_WIRE_OF_KIND = {"number": "number", "boolean": "boolean", "bytes": "string"}
_COMPARED = (
    "required", "format", "separator", "unit", "minimum", "maximum", "max_length", "max_items",
    "default", "example", "deprecated",
)  # fmt: skip
_LONGEST_SHOWN = 80
_SHARED = "the shared type does not say so, and one import does not change it"
_SESSION_FITS = {
    "sent": ("required", "optional"),
    "unsent": ("none", "optional"),
}


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
        said, held = _shown(self.document), _shown(self.spec)
        return {
            "added": f"added {self.path}: {said}",
            "contradiction": f"kept {self.path}: {held}; the document says {said}",
            "undocumented": f"kept {self.path}; the document does not speak of it",
            "renamed": f"renamed {held} to {said}",
            "gone": f"gone from {self.path}: {held}",
        }[self.kind]


def _shown(value: Json) -> str:
    """A value on one line, shortened."""
    text = flow(value)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


class Merger:
    """Merges one document into one spec."""

    def __init__(
        self,
        existing: Mapping[str, Any],
        resolved: Mapping[str, Any],
        types: Mapping[str, Any],
        drafter: Drafter,
    ) -> None:
        self._data = dict(existing)
        self._resolved = resolved
        self._types = types
        self._drafter = drafter
        self.differences: list[Difference] = []

    def merge(self, document: ApiDocument, title: str | None, doc_id: int | None) -> dict[str, Any]:
        """The merged data; `differences` tells what is new and what contradicts."""
        self._value("title", title)
        if doc_id and self._data["doc"].get("id") != doc_id:
            self._doc_id(doc_id)
        self._session(document)
        for side, rows in (("request", document.request), ("response", document.response)):
            if rows is not None:
                self._side(side, rows)
        self._errors(document)
        self._examples(document)
        return self._data

    def _note(
        self,
        kind: Kind,
        path: str,
        document: Json = None,
        spec: Json = None,
        line: int | None = None,
    ) -> None:
        self.differences.append(Difference(kind, path, document, spec, line))

    def _value(self, key: str, value: Json) -> None:
        if value is None or self._data.get(key) == value:
            return
        if key in self._data:
            self._note("contradiction", key, value, self._data[key])
        else:
            self._data[key] = value
            self._note("added", key, value)

    def _doc_id(self, doc_id: int) -> None:
        doc = self._data["doc"]
        if "id" in doc:
            self._note("contradiction", "doc.id", doc_id, doc["id"])
        else:
            self._data["doc"] = {"id": doc_id} | doc
            self._note("added", "doc.id", doc_id)

    def _session(self, document: ApiDocument) -> None:
        said, held = document.session, self._data["auth"]["session"]
        if said is None or held in _SESSION_FITS.get(said, (said,)):
            return
        if held == "unknown":
            need = {"sent": "required", "unsent": "none"}.get(said, said)
            self._data["auth"] = self._data["auth"] | {"session": need}
            self._note("added", "auth.session", need)
        else:
            self._note("contradiction", "auth.session", said, held)

    # Members

    def _side(self, side: str, rows: tuple[RawMember, ...]) -> None:
        held = self._data.get(side, {})
        merged = self._members(held, self._resolved.get(side, {}), rows, side, side)
        if merged is not held:
            self._data[side] = merged
            if self._data["coverage"] != "full":
                full = "response" in self._data and "request" in self._data
                self._data["coverage"] = "full" if full else "request"

    def _members(
        self,
        own: Mapping[str, Any] | None,
        resolved: Mapping[str, Any],
        rows: tuple[RawMember, ...],
        side: str,
        path: str,
    ) -> Mapping[str, Any]:
        """The members with news. `own` is None inside a shared type, which stays as it is."""
        changed: dict[str, Any] = {}
        new: dict[str | None, dict[str, Any]] = {}
        before: str | None = None
        for row in rows:
            here = f"{path}.{row.name}"
            if row.name in resolved:
                mine = own.get(row.name) if own is not None else None
                merged = self._member(mine, resolved[row.name], row, side, here)
                if merged is not mine:
                    changed[row.name] = merged
                before = row.name
            elif own is None:
                self._note("contradiction", here, row.type, _SHARED, row.line)
            else:
                drafted = self._drafter.member(row, side)
                new.setdefault(before, {})[row.name] = drafted
                self._note("added", here, drafted, None, row.line)
        if rows or path == side:
            told = {row.name for row in rows}
            for name in resolved:
                if name not in told:
                    self._note("undocumented", f"{path}.{name}")
        if own is None or not (changed or new):
            return {} if own is None else own
        result = dict(new.get(None, {}))
        for name, data in own.items():
            result[name] = changed.get(name, data)
            result |= new.get(name, {})
        return result

    def _member(
        self,
        own: Mapping[str, Any] | None,
        resolved: Mapping[str, Any],
        row: RawMember,
        side: str,
        path: str,
    ) -> Mapping[str, Any] | None:
        """The member with news, or `own` itself if there are none."""
        if not fits(row, resolved):
            self._note("contradiction", f"{path}.type", row.type, _shown_type(resolved), row.line)
            return own
        stated = facts(row, in_request=side == "request").sure
        stated["example"] = None if own is None else self._example(row, resolved, path)
        news: dict[str, Any] = {}
        for key in _COMPARED:
            if stated.get(key) is not None and not self._agrees(key, stated[key], resolved):
                if _is_stated(key, resolved):
                    held = resolved.get(key, False)
                    self._note("contradiction", f"{path}.{key}", stated[key], held, row.line)
                else:
                    news[key] = stated[key]
        held = resolved.get("enum", {})
        if values := _missing_values(stated.get("enum"), resolved):
            news["enum"] = held | values
        for key, value in news.items():
            kind: Kind = "added" if own is not None else "contradiction"
            spec = None if own is not None else _SHARED
            self._note(kind, f"{path}.{key}", value, spec, row.line)
        inner_key, inner_own, inner_resolved = self._inside(own, resolved)
        if row.children and inner_resolved:
            members = self._members(inner_own, inner_resolved, row.children, side, path)
            if own is not None and inner_own is not None and members is not inner_own:
                news |= _replace_inside(own, inner_key, members)
        if not news or own is None:
            return own
        result = {**own, **news}
        return {key: result[key] for key in MEMBER_KEYS if key in result}

    def _example(self, row: RawMember, resolved: Mapping[str, Any], path: str) -> Json:
        """The documented example, if the spec's type has examples and its enum knows this one."""
        kind = resolved["type"]
        if kind in ("json", "array", "object") or kind in self._types:
            return None
        example = example_of(row, kind)
        enum = resolved.get("enum")
        if example is None or "example" in resolved or not isinstance(enum, dict):
            return example
        separator = resolved.get("separator", ",") if kind == "csv" else None
        if all(value.strip() in enum for value in str(example).split(separator)):
            return example
        self._note("contradiction", f"{path}.enum", example, list(enum), row.line)
        return None

    def _agrees(self, key: str, said: Json, resolved: Mapping[str, Any]) -> bool:
        held = resolved.get(key)
        if key == "required":
            return bool(said == "unknown" or said == resolved.get("required", False))
        if key == "deprecated":
            return held is not None
        if key == "separator":
            return bool(said == resolved.get("separator", ","))
        if key == "format" and resolved["type"] not in ("datetime", "date"):
            return True
        return str(held) == str(said) or _same_number(held, said)

    def _inside(
        self, own: Mapping[str, Any] | None, resolved: Mapping[str, Any]
    ) -> tuple[str, Mapping[str, Any] | None, Mapping[str, Any]]:
        """Where the members of an object stand: the keys to them, as written and as resolved."""
        steps = []
        while resolved.get("type") == "array":
            resolved = resolved.get("items", {})
            own = own.get("items") if own is not None else None
            steps.append("items")
        if resolved.get("type") in self._types:
            return "", None, self._types[resolved["type"]]["fields"]
        inner = own.get("fields") if own is not None else None
        return ".".join([*steps, "fields"]), inner, resolved.get("fields", {})

    # Errors and examples

    def _errors(self, document: ApiDocument) -> None:
        held = self._resolved.get("errors", {})
        own = self._data.get("errors", {})
        news: dict[str, Any] = {}
        for error in document.errors or ():
            path = f"errors.{error.code}"
            if error.code not in held:
                news[error.code] = error_data(error)
                self._note("added", path, error.message, None, error.line)
            elif error.code in own and error.message:
                message = own[error.code].get("message")
                if message is not None and message != error.message:
                    self._note(
                        "contradiction", f"{path}.message", error.message, message, error.line
                    )
        if news:
            self._data["errors"] = {**own, **news}

    def _examples(self, document: ApiDocument) -> None:
        held = self._data.get("example", {})
        news = {}
        for key, sample in samples_of(document).items():
            if key not in held:
                news[key] = sample
                self._note("added", f"example.{key}", sample)
            for path, value, mine in _unlike(sample, held.get(key, sample), f"example.{key}"):
                self._note("contradiction", path, value, mine)
        if news:
            self._data["example"] = {**held, **news}


def tree_of(members: Mapping[str, Any], types: Mapping[str, Any]) -> Tree:
    """The names of resolved members, with those inside them."""
    return {name: tree_of(_inner(data, types), types) for name, data in members.items()}


def _inner(resolved: Mapping[str, Any], types: Mapping[str, Any]) -> Mapping[str, Any]:
    while resolved.get("type") == "array":
        resolved = resolved.get("items", {})
    fields: Mapping[str, Any] = types.get(resolved.get("type", ""), resolved).get("fields", {})
    return fields


def _replace_inside(
    own: Mapping[str, Any], keys: str, members: Mapping[str, Any]
) -> dict[str, Any]:
    first, _, rest = keys.partition(".")
    return {
        first: {**own[first], **_replace_inside(own[first], rest, members)} if rest else members
    }


def _is_stated(key: str, resolved: Mapping[str, Any]) -> bool:
    """Whether the spec says something of its own; `required: unknown` says nothing."""
    if key == "required":
        return bool(resolved.get("required", False) != "unknown")
    return key in resolved


def _missing_values(said: Json, resolved: Mapping[str, Any]) -> dict[str, Json]:
    """The documented values that the spec's enum lacks; the number of a known value is none."""
    if not isinstance(said, dict) or resolved["type"] == "boolean":
        return {}
    held = resolved.get("enum", {})
    return {v: label for v, label in said.items() if v not in held and label not in held}


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


def _same_number(one: Json, other: Json) -> bool:
    try:
        return Decimal(str(one)) == Decimal(str(other))
    except InvalidOperation:
        return False


def _shown_type(resolved: Mapping[str, Any]) -> str:
    wire = f" ({resolved['wire']})" if "wire" in resolved else ""
    return f"{resolved['type']}{wire}"


def fits(row: RawMember, resolved: Mapping[str, Any]) -> bool:
    """Whether the spec's type is the documented one, or tells more about the same wire form."""
    kind, held = documented_kind(row.type), resolved["type"]
    if held == "array":
        return row.is_list or kind is None
    if row.is_list:
        return held in ("csv", "json")
    if kind is None or kind == "json":
        return held in ("object", "json", "string") or held[:1].isupper()
    if held == "object" or held[:1].isupper():
        return False
    if kind in ("date", "decimal", "csv"):
        return True
    return wire_of(resolved) == _WIRE_OF_KIND.get(kind, "string")
