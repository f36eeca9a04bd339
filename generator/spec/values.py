"""Whether a wire value fits its type: for samples, examples and defaults in specs."""

import datetime
import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from generator.spec.ir import ArrayType, Json, Member, ObjectType, ScalarType, Type

TIME_FORMATS = {
    "yyyy-MM-dd HH:mm:ss": "%Y-%m-%d %H:%M:%S",
    "yyyy-MM-dd HH:mm": "%Y-%m-%d %H:%M",
    "yyyy-MM-dd": "%Y-%m-%d",
    "yyyyMMddHHmmss": "%Y%m%d%H%M%S",
    "yyyyMMdd": "%Y%m%d",
    "yyyyMM": "%Y%m",
    "yyyy-MM": "%Y-%m",
}
"""The formats of datetime and date, as Python spells them."""

EPOCH_UNITS = {"epoch_ms": 1000, "epoch_s": 1}
"""The formats that count since 1970, with their units a second."""

_INTEGER = re.compile(r"-?[0-9]+")
_EMPTY: tuple[Json, ...] = (None, "", {})
"""What the gateway sends for a list or object without content."""


def mismatch(value: Json, type_: ScalarType) -> str | None:
    """Why a scalar, as text or as a JSON value, is not of its type; None if it is."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    match type_.kind:
        case "string" | "csv":
            return None
        case _ if text != text.strip():
            return "has space around it"
        case "integer":
            return None if _INTEGER.fullmatch(text) else "is not a whole number"
        case "decimal":
            return None if _is_decimal(text) else "is not a number"
        case "boolean":
            return None if text in ("true", "false") else "is neither true nor false"
        case "json":
            return None if _is_json(text) else "is not JSON"
        case "datetime" | "date":
            return (
                None if _is_moment(text, type_.format) else f"does not have the form {type_.format}"
            )
        case "bytes":
            return "an uploaded file has no text form"


def _is_decimal(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _is_moment(text: str, format_: str | None) -> bool:
    if format_ in EPOCH_UNITS:
        return bool(_INTEGER.fullmatch(text))
    python_format = TIME_FORMATS[format_ or ""]
    try:
        moment = datetime.datetime.strptime(text, python_format)
    except ValueError:
        return False
    # strptime takes "2019-1-1" and doubled spaces as well.
    return moment.strftime(python_format) == text


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


def outside_limits(value: Json, member: Member) -> str | None:
    """Which limit of the member a value breaks."""
    limits, text = member.limits, str(value)
    type_ = member.type
    if isinstance(type_, ScalarType) and type_.kind in ("integer", "decimal") and _is_decimal(text):
        number = Decimal(text)
        if limits.minimum is not None and number < limits.minimum:
            return f"is below the minimum {limits.minimum}"
        if limits.maximum is not None and number > limits.maximum:
            return f"is above the maximum {limits.maximum}"
    elif isinstance(type_, ScalarType) and type_.kind == "string":
        if limits.max_length is not None and len(text) > limits.max_length:
            return f"is longer than {limits.max_length}"
        if limits.min_length is not None and len(text) < limits.min_length:
            return f"is shorter than {limits.min_length}"
    elif isinstance(type_, ScalarType) and type_.kind == "csv" and limits.max_items is not None:
        too_many = len(text.split(type_.separator)) > limits.max_items
        return f"has more than {limits.max_items} elements" if too_many else None
    return None


Step = str | int
Mismatch = tuple[tuple[Step, ...], str]


def sample_mismatches(
    value: Json, members: tuple[Member, ...], path: tuple[Step, ...] = ()
) -> Iterator[Mismatch]:
    """Where a documented sample contradicts the fields that describe it."""
    if not isinstance(value, dict):
        yield path, f"is {json_kind(value)}, not object"
        return
    known = {member.name: member for member in members}
    for name, inner in value.items():
        if name in known:
            yield from _value_mismatches(inner, known[name].type, (*path, name))
        elif name != "request_id":
            yield (*path, name), "is not among the fields"


def _value_mismatches(value: Json, type_: Type, path: tuple[Step, ...]) -> Iterator[Mismatch]:
    if value is None:
        return
    if isinstance(type_, ArrayType):
        yield from _list_mismatches(value, type_, path)
    elif isinstance(type_, ObjectType):
        if type_.members and value not in _EMPTY:
            yield from sample_mismatches(value, type_.members, path)
    elif (kind := json_kind(value)) != type_.wire and type_.kind not in ("csv", "json"):
        yield path, f"is a {kind}, not a {type_.wire}"
    elif value != "" and (why := mismatch(value, type_)):
        yield path, why


def _list_mismatches(value: Json, type_: ArrayType, path: tuple[Step, ...]) -> Iterator[Mismatch]:
    if value in _EMPTY:
        return
    if isinstance(value, dict) and type_.wrapper:
        if set(value) != {type_.wrapper}:
            yield path, f"has no list wrapper {type_.wrapper!r} but {', '.join(value)}"
            return
        path, value = (*path, type_.wrapper), value[type_.wrapper]
    if not isinstance(value, list):
        yield path, f"is a {json_kind(value)}, not a list"
        return
    for index, item in enumerate(value):
        yield from _value_mismatches(item, type_.items, (*path, index))
