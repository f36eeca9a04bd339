"""Which keys of a spec are facts of documents. All others are texts that people write.

A draft states the facts and marks each text that is missing with 待写; a merge compares the facts
and touches no text.
"""

from collections.abc import Mapping

from generator.spec.language import CONTAINERS, SCALARS

_EVERY = frozenset((*SCALARS, *CONTAINERS))
_NUMBERS = frozenset({"integer", "decimal"})
_TEXTS = frozenset({"string", "csv"})

MEMBER_FACTS: Mapping[str, frozenset[str]] = {
    "required": _EVERY,
    "format": frozenset({"datetime", "date"}),
    "separator": frozenset({"csv", "array"}),
    "unit": _NUMBERS,
    "minimum": _NUMBERS,
    "maximum": _NUMBERS,
    "max_length": frozenset({"string"}),
    "max_items": frozenset({"csv", "array"}),
    "enum": _TEXTS | {"integer"},
    "default": _TEXTS | _NUMBERS | {"boolean", "datetime", "date"},
    "example": frozenset(SCALARS) - {"bytes"},
    "deprecated": _EVERY,
}
"""The facts about a member beside its type and what is inside, with the types that have them."""

REQUEST_FACTS = frozenset({"required", "default"})
"""What is said of parameters only."""

API_FACTS = (("title",), ("doc", "id"), ("auth", "session"))
"""The facts about a method beside its members, errors and samples."""

ERROR_FACT = "message"
"""The only fact about an error code; what to do about it is for people to write."""

SAMPLE_FACTS = ("response", "error")
"""The samples that documents show."""


def belongs(key: str, type_: str) -> bool:
    """Whether members of a type can have a fact; what is not of the language is a shared object."""
    return type_ in MEMBER_FACTS[key] or (type_ not in _EVERY and MEMBER_FACTS[key] is _EVERY)


def is_told(value: object) -> bool:
    """Whether a value says something; `unknown` says nothing."""
    return value is not None and value != "unknown"
