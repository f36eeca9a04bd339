"""Whether values fit the member that they are given for: examples, defaults, enums."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generator.importers.draft.spec_types import wire_of
from generator.spec import values
from generator.spec.ir import ScalarType
from generator.spec.language import SCALARS, TIME_FORMATS, USUAL_FORMATS
from generator.spec.text import Scalar, SpecText

_INTEGER = re.compile(r"-?[0-9]{1,30}")


def typed(text: str, type_: str) -> Scalar | None:
    """A documented value as the spec language writes it; None if it is none of this type."""
    match type_:
        case "boolean":
            return {"true": True, "false": False}.get(text.lower())
        case "integer":
            return int(text) if _INTEGER.fullmatch(text) else None
        case "decimal":
            return text if values.number(text) is not None else None
    return text or None


def broken_fact(value: Scalar, member: Mapping[str, Any]) -> str | None:
    """The key of the member that a scalar contradicts; None if it fits."""
    text, type_ = values.scalar_text(value), _scalar_type(member)
    if values.mismatch(text, type_):
        return "type"
    parts = values.parts(type_, text)
    if "enum" in member and any(part.strip() not in member["enum"] for part in parts):
        return "enum"
    number, length, count = values.number(text) or Decimal(0), len(text), len(parts)
    for low, high, size in (
        ("minimum", "maximum", number),
        ("min_length", "max_length", length),
        ("min_items", "max_items", count),
    ):
        if low in member and size < Decimal(str(member[low])):
            return low
        if high in member and size > Decimal(str(member[high])):
            return high
    return None


def _scalar_type(member: Mapping[str, Any]) -> ScalarType:
    kind = SCALARS[member["type"]].name
    form = TIME_FORMATS[member["format"]] if "format" in member else USUAL_FORMATS.get(kind)
    separator = SpecText(member.get("separator", ",")) if kind == "csv" else None
    return ScalarType(kind, wire_of(member), form, separator)
