"""A plain draft and the spec that exists → the spec with the new facts of the draft.

Only facts are compared; what people wrote is kept, and every contradiction is told.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from generator.importers import facts
from generator.importers.draft.complete import Completer
from generator.importers.draft.plain import PlainDraft, session_guess
from generator.importers.draft.spec_types import broken_fact, typed, wire_of
from generator.importers.draft.vocabulary import Present, like_their_twins
from generator.problems import shortened
from generator.spec.language import SCALARS
from generator.spec.layout import API_KEYS, MEMBER_KEYS, flow, ordered
from generator.spec.text import Json, Scalar
from generator.spec.values import number, scalar_text

Kind = Literal["added", "contradiction", "undocumented", "renamed", "gone"]
Data = Mapping[str, Any]

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
    return shortened(flow(value), _LONGEST_SHOWN)


def merge(
    draft: PlainDraft, spec: Present, completer: Completer
) -> tuple[dict[str, Any], tuple[Difference, ...]]:
    """The spec with the new facts of the draft, and every difference between the two."""
    merging = _Merging(draft, spec, completer)
    for path in facts.API_FACTS:
        merging.fact_of_api(path)
    for side in ("request", "response"):
        if side in draft.data:
            merging.side(side)
    merging.errors()
    merging.samples()
    return ordered(merging.data, API_KEYS), tuple(merging.differences)


class _Merging:
    """One merge: the data of the spec so far, and the differences found so far.

    Members are compared as they are resolved, and changed as they are written; what is written
    elsewhere, in a shared type, is None and stays as it is.
    """

    def __init__(self, draft: PlainDraft, spec: Present, completer: Completer) -> None:
        self.data: dict[str, Any] = deepcopy(dict(spec.data))
        self.differences: list[Difference] = []
        self._draft = draft
        self._completer = completer
        self._lines = {path: told.row.line for path, told in draft.told.items()}
        self._lines |= {f"errors.{error.code}": error.line for error in draft.document.errors or ()}
        self._resolved = spec.resolved
        objects = (type_ for members in spec.members.values() for type_ in members.objects())
        self._classes = completer.taken_classes() | {str(type_.name) for type_ in objects}

    def _note(self, kind: Kind, path: str, said: Json = None, held: Json = None) -> None:
        line = self._lines.get(path, self._lines.get(path.rpartition(".")[0]))
        self.differences.append(Difference(kind, path, said, held, line))

    def fact_of_api(self, path: tuple[str, ...]) -> None:
        """Compare one fact about the method."""
        *above, key = path
        said, own = self._draft.data, self.data
        for step in above:
            said, own = said[step], own.setdefault(step, {})
        value, held = said[key], own.get(key)
        guess = session_guess(self._draft) if key == "session" else None
        if not facts.is_told(value) or value == held:
            return
        if not facts.is_told(held):
            _refill(own, {key: value} | own | {key: value})
            self._note("added", ".".join(path), value)
            self._guessed(guess)
        elif not (held == "optional" and guess):
            # A code sample that sends no session, or one, shows one of the two ways to call.
            self._note("contradiction", ".".join(path), value, held)

    def _guessed(self, guess: str | None) -> None:
        """Say what was guessed, in the report and in the spec."""
        doc = self.data["doc"]
        if guess:
            self._draft.notes.append(guess)
        if guess and guess not in (notes := doc.get("notes", [])):
            doc["notes"] = [*notes, guess]

    def side(self, side: str) -> None:
        """Compare the request or the response."""
        own, before = self.data.get(side, {}), len(self.differences)
        self._members(own, self._resolved.get(side, {}), self._draft.data[side], side)
        if any(difference.kind == "added" for difference in self.differences[before:]):
            self.data[side] = own
            full = "response" in self.data and "request" in self.data
            if self.data["coverage"] != "full":
                self.data["coverage"] = "full" if full else "request"

    def _members(self, own: dict[str, Any] | None, resolved: Data, said: Data, path: str) -> None:
        """Compare the members of a request, a response or an object."""
        unknown = {name: plain for name, plain in said.items() if name not in resolved}
        added: Data = {}
        if own is not None:
            added = self._completer.members(unknown, self._draft, path, self._classes, resolved)
        behind: dict[str | None, dict[str, Any]] = {}
        known: str | None = None
        for name, plain in said.items():
            here = f"{path}.{name}"
            if name in resolved:
                self._member((own or {}).get(name), resolved[name], plain, here)
                known = name
            elif own is None:
                self._note("contradiction", here, _shown_type(plain), _SHARED)
            else:
                behind.setdefault(known, {})[name] = added[name]
                self._note("added", here, added[name])
        for name in resolved:
            if name not in said:
                self._note("undocumented", f"{path}.{name}")
        if own is not None and added:
            result = behind.get(None, {})
            for name, data in own.items():
                result |= {name: data} | behind.get(name, {})
            _refill(own, result)

    def _member(self, own: dict[str, Any] | None, resolved: Data, said: Data, path: str) -> None:
        """Compare one member with its facts and what is inside it."""
        guesses = self._draft.told[path].guesses
        if not _types_agree(said, resolved, wire_is_sure="wire" not in guesses):
            self._note("contradiction", f"{path}.type", _shown_type(said), _shown_type(resolved))
        news: dict[str, Any] = {}
        for key in facts.MEMBER_FACTS:
            if facts.is_told(said.get(key)) and key not in guesses:
                value = self._news(key, said[key], {**resolved, **news}, own, path)
                news |= {} if value is None else {key: value}
        if own is not None and news:
            lent = {k: v for k, v in own.get("taken_from", {}).items() if k not in news}
            left = {key: value for key, value in own.items() if key != "taken_from"}
            origin = {"taken_from": lent} if lent else {}
            _refill(own, ordered({**left, **origin, **news}, MEMBER_KEYS))
        fields = said.get("items", said).get("fields")
        while resolved["type"] == "array":
            resolved, own = resolved["items"], (own or {}).get("items")
        known = self._completer.vocabulary.types.get(resolved["type"], resolved).get("fields")
        if fields and known:
            self._members((own or {}).get("fields"), known, fields, path)

    def _news(self, key: str, said: Any, resolved: Data, own: Data | None, path: str) -> Any:
        """What the member does not say yet about one fact; None if it says it, or otherwise."""
        type_, here = resolved["type"], f"{path}.{key}"
        held = resolved.get(key, False if key == "required" else None)
        if key == "enum":
            # The number of a known value is no value.
            known = held or {}
            new = {v: label for v, label in said.items() if v not in known and label not in known}
            said, held = {**known, **new}, None
            if not new:
                return None
        if key in (own or {}).get("taken_from", {}):
            held = None  # What the method's own document says comes before what is borrowed.
        if facts.is_told(held):
            if not _agree(key, said, held):
                self._note("contradiction", here, said, held)
            return None
        if not facts.belongs(key, type_):
            return None
        if key in ("example", "default"):
            value = typed(scalar_text(said), type_)
            fact = "type" if value is None or own is None else broken_fact(value, resolved)
            if fact and fact != "type":
                bound = resolved[fact]
                bound = list(bound) if fact == "enum" else bound
                self._note("contradiction", f"{path}.{fact}", value, bound)
            if fact:
                return None
            said = value
        if own is None:
            self._note("contradiction", here, said, _SHARED)
            return None
        self._note("added", here, said)
        return said

    def errors(self) -> None:
        """Compare the error codes."""
        held, news = self._resolved.get("errors", {}), {}
        for code, error in self._draft.data["errors"].items():
            path, said = f"errors.{code}", error.get(facts.ERROR_FACT)
            if code not in held:
                news[code] = error
                self._note("added", path, said)
            elif said and said != (message := held[code].get(facts.ERROR_FACT, said)):
                self._note("contradiction", f"{path}.{facts.ERROR_FACT}", said, message)
        if news:
            news = like_their_twins(news, held)
            self.data["errors"] = {**self.data.get("errors", {}), **news}

    def samples(self) -> None:
        """Compare the samples; a new one comes in as far as it agrees with the fields."""
        held, said = self.data.get("example", {}), self._draft.data["example"]
        for key in said:
            for path, value, mine in _unlike(said[key], held.get(key, said[key]), f"example.{key}"):
                self._note("contradiction", path, value, mine)
        unknown = {key: said[key] for key in facts.SAMPLE_FACTS if key in said and key not in held}
        new = self._completer.samples(unknown, self.data)
        for key in unknown:
            if key in new:
                self._note("added", f"example.{key}", new[key])
                self.data["example"] = {**new, **held}


def _refill(data: dict[str, Any], content: Mapping[str, Any]) -> None:
    """Give a mapping that stands inside another one new content."""
    data.clear()
    data.update(content)


def _types_agree(said: Data, held: Data, *, wire_is_sure: bool) -> bool:
    """Whether the spec's type is the documented one, or tells more about the same wire form."""
    kind, known = said["type"], held["type"]
    if known == "array" and kind == "array":
        return _types_agree(said["items"], held["items"], wire_is_sure=wire_is_sure)
    if kind == "array":
        return known in ("csv", "json")
    is_scalar = known in SCALARS
    if kind in ("object", "json"):
        return not is_scalar or known in ("json", "string")
    return is_scalar and not (wire_is_sure and wire_of(said) != wire_of(held))


def _shown_type(member: Data) -> str:
    if member["type"] == "array":
        return f"array of {_shown_type(member['items'])}"
    wire = f" ({member['wire']})" if "wire" in member else ""
    return f"{member['type']}{wire}"


def _agree(key: str, said: Json, held: Json) -> bool:
    return key == "deprecated" or _meant(said) == _meant(held)


def _meant(value: Json) -> Decimal | str | None:
    """What makes two spellings one value."""
    text = scalar_text(value) if isinstance(value, Scalar) else flow(value)
    meant = number(text)
    return text if meant is None else meant


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
