"""The shared declarations of specs/_shared, as far as a draft can make use of them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any

from generator.importers.draft.fitness import broken_fact
from generator.importers.draft.spec_types import wire_of
from generator.importers.facts import ERROR_FACT, belongs
from generator.importers.read.apidoc import RawMember
from generator.spec.language import SCALARS
from generator.spec.text import Json

LEAST_LIKENESS = 0.3
"""Below this, two descriptions speak of different things."""

_LEFT_TO_SHARED = frozenset({"type", "wire", "format", "deprecated"})
"""What a shared field that fits says as well, or better."""


def likeness(own: str, other: str) -> tuple[float, int]:
    """How much of `own` the other text says as well, by pairs of characters: share and number."""
    pairs = _pairs(own)
    common = len(pairs & _pairs(other))
    return common / len(pairs) if pairs else 0.0, common


def _pairs(text: str) -> set[str]:
    bare = "".join(char for char in text.lower() if char.isalnum())
    return {bare[i : i + 2] for i in range(len(bare) - 1)} or ({bare} if bare else set())


def own_keys(declared: Mapping[str, Any], plain: Mapping[str, Any]) -> dict[str, Any]:
    """What a member says beside a shared field that it takes."""
    own = {k: v for k, v in plain.items() if k not in _LEFT_TO_SHARED and declared.get(k) != v}
    if "enum" in declared:
        own.pop("enum", None)
    return {k: v for k, v in own.items() if belongs(k, declared["type"])}


def _fits(declared: Mapping[str, Any], plain: Mapping[str, Any]) -> bool:
    """Whether a shared field contradicts nothing that the document states."""
    kinds = declared["type"], plain["type"]
    if not SCALARS.keys() >= set(kinds) or kinds.count("csv") == 1 or kinds.count("bytes") == 1:
        return False
    if wire_of(declared) != wire_of(plain):
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


class Vocabulary:
    """Shared fields, types and error sets, all without references."""

    def __init__(
        self, fields: Mapping[str, Any], types: Mapping[str, Any], errors: Mapping[str, Any]
    ) -> None:
        self.fields = fields
        self.types = types
        self._errors = errors
        self._names = sorted(fields)
        self._objects: dict[tuple[str, frozenset[str]], str] = {}
        for name, declaration in sorted(types.items()):
            key = declaration["use_in"], frozenset(declaration["fields"])
            self._objects.setdefault(key, name)

    def field(self, row: RawMember, plain: Mapping[str, Any]) -> str | None:
        """The shared field that is named like the member and means the same."""
        named = list(self._named(row.name))
        fitting = [name for name in named if _fits(self.fields[name], plain)]
        scores = {name: self._score(name, row) for name in fitting}
        best = max(fitting, key=scores.__getitem__, default=None)
        if best is not None and scores[best] > 0:
            return best
        # A name that the vocabulary knows in one meaning only needs no likeness.
        if fitting == named == [row.name]:
            return row.name if self.fields[row.name]["type"] == plain["type"] else None
        return None

    def _named(self, wire_name: str) -> Iterator[str]:
        """A shared field has the wire name, or the wire name and a word that tells it apart."""
        for index in range(bisect_left(self._names, wire_name), len(self._names)):
            name = self._names[index]
            if not name.startswith(wire_name):
                return
            if name == wire_name or name[len(wire_name)] == "_":
                yield name

    def _score(self, name: str, row: RawMember) -> float:
        """How well the meaning of a shared field fits; 0 if it does not."""
        declared = self.fields[name]
        if row.from_sample:
            return float(name == row.name)
        words = [
            declared["description"], *declared.get("enum", {}).values(), declared.get("unit", "")
        ]  # fmt: skip
        said, common = likeness("".join(words), row.description)
        if said < LEAST_LIKENESS and "deprecated" not in declared:
            return 0.0
        return LEAST_LIKENESS + said * common

    def object_type(self, fields: Mapping[str, Any], side: str) -> str | None:
        """The shared type with exactly these members."""
        return self._objects.get((side, frozenset(fields)))

    def errors(self, errors: Mapping[str, Any]) -> dict[str, Any]:
        """Error codes, by the shared sets whose codes all stand here with the same messages."""
        sets = [
            name
            for name, codes in self._errors.items()
            if all(code in errors and _same_message(errors[code], codes[code]) for code in codes)
        ]
        shared: dict[str, Json] = {}
        for name in sets:
            shared |= self._errors[name]
        own = {code: error for code, error in errors.items() if code not in shared}
        return ({"use": sets} if sets else {}) | own


def _same_message(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return one.get(ERROR_FACT) == other.get(ERROR_FACT)
