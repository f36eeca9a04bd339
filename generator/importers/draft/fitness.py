"""Whether values fit the member that they are given for: examples, defaults, enums, samples."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.importers.draft.spec_types import wire_of
from generator.importers.read.nesting import UNTOLD
from generator.spec import values
from generator.spec.ir import ScalarType
from generator.spec.language import SCALARS, TIME_FORMATS, USUAL_FORMATS
from generator.spec.text import Json, SpecText

_INTEGER = re.compile(r"-?[0-9]{1,30}")
_EMPTY: tuple[Json, ...] = (None, "", {})
"""What the gateway sends for a list or object without content."""


def typed(text: str, type_: str) -> Json:
    """A documented value as the spec language writes it; None if it is none of this type."""
    if type_ == "boolean":
        return {"true": True, "false": False}.get(text.lower())
    if type_ == "integer":
        return int(text) if _INTEGER.fullmatch(text) else None
    if type_ == "decimal":
        return text if values.number(text) is not None else None
    return text or None


def shown(value: Json) -> str:
    """A scalar as it stands on the wire."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def broken_fact(value: Json, member: Mapping[str, Any]) -> str | None:
    """The key of the member that a scalar contradicts; None if it fits."""
    text, type_ = shown(value), member["type"]
    if not _has_type(text, member):
        return "type"
    parts = text.split(member.get("separator", ",")) if type_ == "csv" else [text]
    if "enum" in member and any(part.strip() not in member["enum"] for part in parts):
        return "enum"
    size: Decimal | int = Decimal(text) if type_ in ("integer", "decimal") else len(text)
    limits: Sequence[str] = ("min_length", "max_length") if type_ == "string" else ()
    if type_ == "csv":
        size, limits = len(parts), ("min_items", "max_items")
    elif type_ in ("integer", "decimal"):
        limits = ("minimum", "maximum")
    for key in limits:
        bound = Decimal(str(member[key])) if key in member else size
        if size < bound if key.startswith("min") else size > bound:
            return key
    return None


def _has_type(value: Json, member: Mapping[str, Any]) -> bool:
    return member["type"] != "bytes" and values.mismatch(value, _scalar_type(member)) is None


def _scalar_type(member: Mapping[str, Any]) -> ScalarType:
    kind = SCALARS[member["type"]].name
    format_ = member.get("format")
    usual = USUAL_FORMATS.get(kind)
    separator = SpecText(member.get("separator", ",")) if kind == "csv" else None
    return ScalarType(kind, wire_of(member), TIME_FORMATS[format_] if format_ else usual, separator)


class SampleFilter:
    """Takes out of a sample what contradicts the members; `left_out` names the places."""

    def __init__(self, types: Mapping[str, Any]) -> None:
        self._types = types
        self.left_out: list[str] = []

    def object(self, sample: Json, fields: Mapping[str, Any], path: str = "") -> dict[str, Json]:
        """The sample of an object with these members, as far as it agrees with them."""
        assert isinstance(sample, dict)
        kept = {}
        for name, value in sample.items():
            here = f"{path}.{name}" if path else name
            if name in fields:
                for fitting in self._fitting(value, fields[name], here):
                    kept[name] = fitting
            elif name in UNTOLD:
                kept[name] = value
            else:
                self.left_out.append(here)
        return kept

    def _fitting(self, value: Json, member: Mapping[str, Any], path: str) -> list[Json]:
        """The value, or what is left of it; an empty list if nothing is."""
        type_ = member["type"]
        if value is None or (value in _EMPTY and type_ not in SCALARS):
            return [value]
        if type_ == "array":
            elements: Json = value
            wrapper = str(member.get("wrapper"))
            if isinstance(value, dict) and list(value) == [wrapper]:
                elements = value[wrapper]
            if isinstance(elements, list):
                kept = [v for e in elements for v in self._fitting(e, member["items"], path)]
                return [kept if elements is value else {wrapper: kept}]
        elif type_ not in SCALARS:
            fields = self._types.get(type_, member).get("fields", {})
            if not fields:
                return [value]
            if isinstance(value, dict):
                return [self.object(value, fields, path)]
        elif _has_sample_type(value, member):
            return [value]
        self.left_out.append(path)
        return []


def _has_sample_type(value: Json, member: Mapping[str, Any]) -> bool:
    if isinstance(value, dict | list):
        return False
    kind = (
        "boolean" if isinstance(value, bool) else "string" if isinstance(value, str) else "number"
    )
    if kind != wire_of(member) and member["type"] not in ("csv", "json"):
        return False
    return value == "" or _has_type(value, member)
