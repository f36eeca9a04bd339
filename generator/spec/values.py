"""Values of specs (samples, examples, defaults): whether they fit, and how the wire writes them."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal, InvalidOperation

from generator.spec.ir import (
    ArrayType,
    Member,
    Members,
    ObjectType,
    Part,
    ScalarType,
    Steps,
    walk_value,
)
from generator.spec.text import Json, Scalar, SpecText

_INTEGER = re.compile(r"-?[0-9]{1,31}")
_DECIMAL = re.compile(r"-?[0-9]{1,31}(\.[0-9]{1,31})?")
_YEARS = range(1971, 3000)
"""Of examples: each zone and each format can write them, and the ends of the spans they begin."""

_EMPTY: tuple[Json, ...] = (None, "", {})
"""What the gateway sends for a list or object without content."""


def scalar_text(value: Scalar) -> str:
    """A scalar as the gateway writes and reads it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def on_wire(type_: ScalarType, text: str) -> Scalar:
    """The JSON value that carries a text which the type allows."""
    if type_.wire == "number":
        if SpecText(text) in type_.placeholders and not _DECIMAL.fullmatch(text):
            return text
        return int(text) if _INTEGER.fullmatch(text) else Decimal(text)
    return text == "true" if type_.wire == "boolean" else text


def mismatch(value: Json, type_: ScalarType) -> str | None:
    """Why a scalar, as text or as a JSON value, is not of its type; None if it is."""
    if not isinstance(value, Scalar):
        return f"is {json_kind(value)}"
    text = scalar_text(value)
    if SpecText(text) in type_.placeholders:
        return None
    match type_.kind:
        case "string" | "csv":
            return None
        case _ if text != text.strip():
            return "has space around it"
        case "integer":
            return None if _INTEGER.fullmatch(text) else "is not a whole number"
        case "decimal":
            return None if _DECIMAL.fullmatch(text) else "is not a number"
        case "boolean":
            return None if text in truth_texts(type_) else "is neither true nor false"
        case "json":
            return None if _is_json(text) else "is not JSON"
        case "datetime" | "date":
            assert type_.format
            forms = (type_.format, *type_.further_formats)
            fits = any(form.parse(text, timedelta()) is not None for form in forms)
            return None if fits else f"does not have the form {type_.format.name}"
        case "bytes":
            return "an uploaded file has no text form"


def unusable(value: Json, type_: ScalarType) -> str | None:
    """Why a value of a type is no example: it cannot go as it should, or begin a span of time."""
    if not isinstance(value, Scalar):
        return None
    text = scalar_text(value)
    if SpecText(text) in type_.placeholders:
        return None
    if type_.kind == "string" and type_.wire == "number" and not _INTEGER.fullmatch(text):
        return "is not a whole number"
    moment = type_.format and type_.format.parse(text, timedelta())
    if moment and moment.year not in _YEARS:
        return f"lies outside of the years {_YEARS[0]} to {_YEARS[-1]}"
    return None


def truth_texts(type_: ScalarType) -> tuple[str, ...]:
    """What means true or false on the wire."""
    if type_.truth is None:
        return ("true", "false")
    return tuple(text.reveal() for text in (*type_.truth.yes, *type_.truth.no))


def decimals(number: Decimal) -> int:
    """How many decimals a number needs."""
    _, point, fraction = format(number, "f").partition(".")
    return len(fraction.rstrip("0")) if point else 0


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def number(text: str) -> Decimal | None:
    """A number as the wire writes one, exactly."""
    try:
        return Decimal(text) if _DECIMAL.fullmatch(text) else None
    except InvalidOperation:
        return None


def json_kind(value: Json) -> str:
    """The JSON kind of a value: string, number, boolean, array, object or null."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | Decimal():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"


def outside_limits(value: Scalar, member: Member) -> str | None:
    """Which limit of the member a value breaks."""
    limits, text = member.limits, scalar_text(value)
    type_ = member.type
    if not isinstance(type_, ScalarType):
        return None
    if type_.kind in ("integer", "decimal") and (given := number(text)) is not None:
        if limits.minimum is not None and given < limits.minimum:
            return f"is below the minimum {limits.minimum}"
        if limits.maximum is not None and given > limits.maximum:
            return f"is above the maximum {limits.maximum}"
        if limits.scale is not None and decimals(given) > limits.scale:
            return f"has more than {limits.scale} decimals"
    elif type_.kind == "string":
        if limits.max_length is not None and len(text) > limits.max_length:
            return f"is longer than {limits.max_length}"
        if limits.min_length is not None and len(text) < limits.min_length:
            return f"is shorter than {limits.min_length}"
    elif type_.kind == "csv":
        return wrong_count(len(parts(type_, text)), member)
    return None


def parts(type_: ScalarType, text: str) -> list[str]:
    """The values that a text holds: several if the type is csv."""
    return text.split(type_.separator.reveal()) if type_.separator else [text]


def wrong_count(count: int, member: Member) -> str | None:
    """Why a number of elements is too small or too large."""
    limits = member.limits
    if limits.min_items is not None and count < limits.min_items:
        return f"has {count} elements, fewer than {limits.min_items}"
    if limits.max_items is not None and count > limits.max_items:
        return f"has {count} elements, more than {limits.max_items}"
    return None


def sample_mismatches(
    sample: Json, members: Members, request_id: str
) -> Iterator[tuple[Steps, str]]:
    """Where a documented sample contradicts the fields that describe it."""
    if not isinstance(sample, dict):
        yield (), f"is {json_kind(sample)}, not object"
        return
    for part in walk_value(members, sample):
        if part.type is None:
            if part.steps[-1] != request_id:
                yield part.steps, "is not among the fields"
        elif why := _unfit(part):
            yield part.steps, why


def _is_other_form(value: Json, type_: ScalarType) -> bool:
    """Whether a value means none, or is a time in a further form: it comes in any JSON kind."""
    if not isinstance(value, Scalar):
        return False
    text = scalar_text(value)
    return SpecText(text) in type_.placeholders or any(
        form.parse(text, timedelta()) is not None for form in type_.further_formats
    )


def _unfit(part: Part) -> str | None:
    """Why a part of a sample is none of its type, what is inside it left aside."""
    type_, value = part.type, part.value
    if isinstance(type_, ScalarType):
        if value is None or _is_other_form(value, type_):
            return None
        kind = json_kind(value)
        if type_.kind in ("csv", "json") or kind == type_.wire:
            return mismatch(value, type_) if value != "" and kind == type_.wire else None
        return f"is {kind}, not {type_.wire}"
    if value in _EMPTY:
        return None
    if isinstance(type_, ArrayType):
        if isinstance(value, dict) and type_.wrapper:
            if set(value) != {str(type_.wrapper)}:
                return f"has no list wrapper {str(type_.wrapper)!r} but {', '.join(value)}"
            value = value[type_.wrapper]
        elif isinstance(value, list) and type_.wrapper:
            return f"stands outside of its list wrapper {str(type_.wrapper)!r}"
        return None if isinstance(value, list) else f"is {json_kind(value)}, not array"
    if isinstance(type_, ObjectType) and type_.members and not isinstance(value, dict):
        return f"is {json_kind(value)}, not object"
    return None
