"""The shared declarations of specs/_shared, as far as a draft can make use of them."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from generator.importers.document import RawError, RawMember
from generator.importers.facts import Facts
from generator.spec.text import Json

LEAST_LIKENESS = 0.3
"""Below this, two descriptions speak of different things."""

_WIRES = {"integer": "number", "boolean": "boolean"}


def wire_of(data: Mapping[str, Any]) -> str:
    """How a scalar is written in JSON."""
    return str(data.get("wire") or _WIRES.get(data.get("type", "string"), "string"))


def likeness(own: str, other: str) -> tuple[float, int]:
    """How much of `own` the other text says as well, by pairs of characters: share and number."""
    pairs = _pairs(own)
    common = len(pairs & _pairs(other))
    return common / len(pairs) if pairs else 0.0, common


def _pairs(text: str) -> set[str]:
    bare = "".join(char for char in text.lower() if char.isalnum())
    return {bare[i : i + 2] for i in range(len(bare) - 1)} or ({bare} if bare else set())


def _fits(shared: Mapping[str, Any], facts: Facts) -> bool:
    """Whether a shared field contradicts nothing that the document states."""
    kinds = shared["type"], facts.sure["type"]
    if not {"array", "object"}.isdisjoint(kinds) or kinds.count("csv") == 1:
        return False
    if wire_of(shared) != wire_of(facts.sure):
        return False
    if ("deprecated" in shared) != ("deprecated" in facts.sure):
        return False
    enum = facts.all.get("enum")
    return not isinstance(enum, dict) or enum.keys() == shared.get("enum", enum).keys()


class Vocabulary:
    """Shared fields, types and error sets."""

    def __init__(
        self, fields: Mapping[str, Any], types: Mapping[str, Any], errors: Mapping[str, Any]
    ) -> None:
        self._fields = fields
        self.types = types
        self._errors = errors

    def field(self, member: RawMember, facts: Facts) -> str | None:
        """The shared field that is named like the member and means the same."""
        named = list(self._named(member.name))
        fitting = [name for name in named if _fits(self._fields[name], facts)]
        scores = {name: self._score(name, member) for name in fitting}
        best = max(fitting, key=scores.__getitem__, default=None)
        if best is not None and scores[best] > 0:
            return best
        # A name that the vocabulary knows in one meaning only needs no likeness.
        if fitting == named == [member.name]:
            same_type = self._fields[member.name]["type"] == facts.sure["type"]
            return member.name if same_type else None
        return None

    @cached_property
    def _names(self) -> list[str]:
        return sorted(self._fields)

    def _named(self, wire_name: str) -> Iterator[str]:
        """A shared field has the wire name, or the wire name and a word that tells it apart."""
        return (n for n in self._names if n == wire_name or n.startswith(wire_name + "_"))

    def _score(self, name: str, member: RawMember) -> float:
        """How well the meaning of a shared field fits; 0 if it does not."""
        shared = self._fields[name]
        if member.from_sample:
            return float(name == member.name)
        words = [shared["description"], *shared.get("enum", {}).values(), shared.get("unit", "")]
        said, common = likeness("".join(words), member.description)
        if said < LEAST_LIKENESS and "deprecated" not in shared:
            return 0.0
        return LEAST_LIKENESS + said * common

    def object_type(self, members: tuple[RawMember, ...], side: str) -> str | None:
        """The shared type with exactly these members."""
        names = {member.name for member in members}
        for name, declaration in sorted(self.types.items()):
            if declaration["use_in"] == side and set(declaration["fields"]) == names:
                return str(name)
        return None

    def field_data(self, name: str) -> Mapping[str, Any]:
        """What a shared field declares."""
        data: Mapping[str, Any] = self._fields[name]
        return data

    def error_sets(self, errors: tuple[RawError, ...]) -> list[str]:
        """The shared error sets whose codes all stand in the document, with the same messages."""
        said = {error.code: error.message for error in errors}
        found = []
        for name, codes in self._errors.items():
            if codes.keys() <= said.keys() and all(
                error.get("message") == said[code] for code, error in codes.items()
            ):
                found.append(name)
        return found

    def errors_of(self, names: list[str]) -> dict[str, Json]:
        """The codes of these error sets."""
        merged: dict[str, Json] = {}
        for name in names:
            merged |= self._errors[name]
        return merged
