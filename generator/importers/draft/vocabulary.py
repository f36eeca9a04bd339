"""The shared declarations of specs/_shared, as far as drafts and specs make use of them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.importers.draft.spec_types import broken_fact, wire_of
from generator.importers.facts import ERROR_FACT, belongs
from generator.importers.read.apidoc import RawMember
from generator.problems import Origin, SpecError
from generator.spec.build import Builder
from generator.spec.ir import Members
from generator.spec.language import SCALARS, USUAL_FORMATS, bare_code
from generator.spec.layout import ERROR_KEYS, ordered
from generator.spec.load import Document, place
from generator.spec.resolve import VARIANT, codes_of
from generator.spec.text import Json

Data = Mapping[str, Any]

LEAST_LIKENESS = 0.3
"""Below this, two descriptions speak of different things."""

_LEFT_TO_SHARED = frozenset({"type", "wire", "format", "deprecated"})
"""What a shared field that fits says as well, or better."""


def _pairs(text: str) -> set[str]:
    """The pairs of neighbouring characters, by which texts are compared."""
    bare = "".join(char for char in text.lower() if char.isalnum())
    return {bare[i : i + 2] for i in range(len(bare) - 1)} or {bare} - {""}


def own_keys(declared: Mapping[str, Any], plain: Mapping[str, Any]) -> dict[str, Any]:
    """What a member says beside a shared field that it takes."""
    left_out = _LEFT_TO_SHARED | (declared.keys() & {"enum"})
    return {
        key: value
        for key, value in plain.items()
        if key not in left_out and declared.get(key) != value and belongs(key, declared["type"])
    }


def _form(member: Mapping[str, Any]) -> tuple[object, ...]:
    """What a member never says otherwise than the declaration that it takes."""
    kind = member["type"]
    usual = USUAL_FORMATS[kind].name if kind in USUAL_FORMATS else None
    return kind, wire_of(member), member.get("format", usual)


def _fits(declared: Mapping[str, Any], plain: Mapping[str, Any]) -> bool:
    """Whether a shared field contradicts nothing that the document states."""
    if not {declared["type"], plain["type"]} <= SCALARS.keys() or _form(declared) != _form(plain):
        return False
    if ("deprecated" in declared) != ("deprecated" in plain):
        return False
    enum = plain.get("enum", {})
    if enum and enum.keys() != declared.get("enum", enum).keys():
        return False
    together = {**declared, **own_keys(declared, plain)}
    values = list(together.get("enum", ()))
    values += [declared[key] for key in ("default", "example") if key in declared]
    return not any(broken_fact(value, together) for value in values)


CONSEQUENCES = ("class", "limit", "retry")
"""What programs do about an error."""


def like_their_twins(errors: Data, present: Data) -> dict[str, Any]:
    """Errors with the consequences of those that differ in `isv.` or `isp.` alone."""
    twins: dict[str, Data] = {bare_code(code): error for code, error in present.items()}
    alike: dict[str, Any] = {}
    for code, error in errors.items():
        twin = twins.setdefault(bare_code(code), error)
        consequences = {key: twin[key] for key in CONSEQUENCES if key in twin}
        own = {key: value for key, value in error.items() if key not in CONSEQUENCES}
        alike[code] = ordered(own | consequences, ERROR_KEYS)
    return alike


@dataclass(frozen=True, slots=True)
class Present:
    """A spec that exists: as it is written, without references, and the members of its sides."""

    path: str
    data: Mapping[str, Any]
    resolved: Mapping[str, Any]
    members: Mapping[str, Members]


class Vocabulary(Builder):
    """Shared fields, types and error sets; resolves what refers to them."""

    def __init__(self, root: Path, shared: Mapping[str, Json]) -> None:
        super().__init__({file: Document(file, data) for file, data in shared.items()})
        self._root = root
        self.shared_types()
        self.fields = self.resolver.vocabulary()
        self.types = self.resolver.types()
        if self.faults:
            raise SpecError(place(self.faults, root))
        self._names = sorted(self.fields)
        self._objects = {
            (declared["use_in"], frozenset(declared["fields"])): name
            for name, declared in sorted(self.types.items(), reverse=True)
        }

    def present(self, file: str, data: Mapping[str, Any]) -> Present:
        """A spec with everything that it refers to; raises SpecError if something is missing."""
        before = len(self.resolver.problems)
        resolved = self.resolver.api(Document(file, dict(data)))
        if wrong := [one for one in self.resolver.problems[before:] if not one.warning]:
            raise SpecError(place(wrong, self._root))
        origin = Origin(file)
        members = {
            "request": self.members(resolved.get("request", {}), "request", origin),
            "response": self.members(resolved.get("response", {}), "response", origin),
        }
        return Present(file, data, resolved, members)

    def field(self, row: RawMember, plain: Mapping[str, Any]) -> str | None:
        """The shared field that is named like the member and means the same."""
        named = list(self._named(row.name))
        scores = {n: self._score(n, row) for n in named if _fits(self.fields[n], plain)}
        best = max(scores, key=scores.__getitem__, default=None)
        if best is None or scores[best] > 0:
            return best
        # A name that the vocabulary knows in one meaning only needs no likeness.
        return best if named == [row.name] else None

    def _named(self, wire_name: str) -> Iterator[str]:
        """A shared field has the wire name, or the wire name and what tells it apart."""
        for name in self._names[bisect_left(self._names, wire_name) :]:
            if not name.startswith(wire_name):
                return
            if name.partition(VARIANT)[0] == wire_name:
                yield name

    def _score(self, name: str, row: RawMember) -> float:
        """How well the meaning of a shared field fits; 0 if it does not."""
        declared = self.fields[name]
        if row.from_sample:
            return float(name == row.name)
        words = (
            declared["description"], *declared.get("enum", {}).values(), declared.get("unit", "")
        )  # fmt: skip
        pairs = _pairs("".join(words))
        common = len(pairs & _pairs(row.description))
        said = common / max(len(pairs), 1)
        if said < LEAST_LIKENESS and "deprecated" not in declared:
            return 0.0
        return LEAST_LIKENESS + said * common

    def object_type(self, fields: Mapping[str, Any], side: str) -> str | None:
        """The shared type with exactly these members."""
        return self._objects.get((side, frozenset(fields)))

    def errors(self, errors: Mapping[str, Any]) -> dict[str, Any]:
        """Error codes, by the shared sets whose codes all stand here with the same messages."""

        told = {(code, error.get(ERROR_FACT)) for code, error in errors.items()}
        declared = {name: codes_of(one) for name, one in self.resolver.shared.errors.items()}
        sets = {
            name: codes
            for name, codes in declared.items()
            if all((code, error.get(ERROR_FACT)) in told for code, error in codes.items())
        }
        shared = {code: error for codes in sets.values() for code, error in codes.items()}
        own = {code: errors[code] for code in errors if code not in shared}
        return ({"use": list(sets)} if sets else {}) | like_their_twins(own, shared)
