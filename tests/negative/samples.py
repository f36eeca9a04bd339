"""For every parameter of a method: values outside its spec, and right calls to put them into."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from mock.requests import Request, with_value
from oracle.values import read_moment
from real import SAMPLES

from generator.spec.ir import Api, ArrayType, Member, ObjectType, ScalarType, Type, Visit
from generator.spec.text import Json, SpecText

NOTHING: Any = object()
"""A value that cannot be put into this form."""


@dataclass(frozen=True)
class Wrong:
    """A value outside the spec of a parameter, as each of the three sees it."""

    reason: str
    openapi: Any = NOTHING
    """In JSON."""
    mock: Any = NOTHING
    """On the wire: text, or JSON inside of an object."""
    client: Any = NOTHING
    """The argument in Python."""


def wrong_values(visit: Visit) -> Iterator[Wrong]:
    """Of one parameter, at any depth."""
    member = visit.member
    match member.type:
        case ArrayType():
            yield from _of_list(visit, member.type, nested=visit.depth > 0)
        case ObjectType():
            known = bool(member.members)
            yield Wrong("type", openapi=[], mock="text", client="text" if known else b"text")
            yield Wrong("type", openapi="text", mock="[1]", client=[1] if known else NOTHING)
        case ScalarType():
            yield from _of_scalar(member, member.type, nested=visit.depth > 0)


def _of_list(visit: Visit, type_: ArrayType, *, nested: bool) -> Iterator[Wrong]:
    member, limits = visit.member, visit.member.limits
    objects = isinstance(type_.element, ObjectType)
    no_list = "text" if objects else {"a": 1}
    yield Wrong(
        "type",
        openapi={"a": 1} if objects or nested else 5,
        mock=no_list if objects or nested else NOTHING,
        client={"a": 1} if objects else 5,
    )
    if objects:
        element = "text" if member.members else b"text"
        yield Wrong("element", openapi=["text"], mock='["text"]', client=[element])
    else:
        yield Wrong("element", openapi=[1.5] if nested else NOTHING, client=[1.5])
    for count in _outside(limits.min_items, limits.max_items):
        right: Any = right_value(visit)
        values = [right[0] if objects else "1"] * count
        text = json.dumps(values) if objects else type_.separator.reveal().join(values)
        # openapi.yaml tells the most elements of a list in words only: a parameter is text there.
        yield Wrong("count", mock=values if nested else text, client=values)


def _outside(low: int | None, high: int | None) -> Iterator[int]:
    """Counts just outside; an empty one counts as not given."""
    if low is not None and low > 1:
        yield low - 1
    if high is not None:
        yield high + 1


def _of_scalar(member: Member, type_: ScalarType, *, nested: bool) -> Iterator[Wrong]:
    limits, kind = member.limits, type_.kind
    number = type_.wire == "number"
    structure = {"a": 1} if nested else NOTHING
    match kind:
        case "integer" | "decimal":
            yield Wrong("type", openapi="1x" if number else 1, mock="1x", client="1x")
            yield Wrong("type", mock="NaN", client=float("nan"))
            yield from _of_number(member, type_)
        case "boolean":
            yield Wrong("type", openapi="maybe" if not number else NOTHING, mock="maybe", client=1)
        case "datetime" | "date":
            yield from _of_time(type_)
        case "csv":
            yield Wrong("type", openapi=5, mock=structure, client=1.5)
            separator = (type_.separator or SpecText(",")).reveal()
            for count in _outside(limits.min_items, limits.max_items):
                values = ["1"] * count
                yield Wrong("count", mock=separator.join(values), client=values)
            yield Wrong("separator", client=[f"a{separator}b"])
        case "json":
            yield Wrong("type", openapi=5, mock="{", client="{")
        case "bytes":
            yield Wrong("type", mock="text", client="text")
        case "string":
            yield Wrong("type", openapi=1.5, mock=structure, client=1.5)
            yield Wrong("type", openapi={"a": 1}, mock=structure, client=["a"])
            for count in _outside(limits.min_length, limits.max_length):
                yield Wrong("length", openapi="x" * count, mock="x" * count, client="x" * count)
    if member.closed:
        yield from _of_closed_list(member, type_)


def _of_number(member: Member, type_: ScalarType) -> Iterator[Wrong]:
    limits, whole = member.limits, type_.kind == "integer"
    for limit, step in ((limits.minimum, -1), (limits.maximum, 1)):
        if limit is not None:
            steps = [Decimal(step)] if whole else [Decimal(step), step * Decimal("0.01")]
            for exact in (limit + one for one in steps):
                outside = int(exact) if whole else exact
                number = float(outside) if type_.wire == "number" else NOTHING
                openapi = outside if whole and number is not NOTHING else number
                yield Wrong("limit", openapi=openapi, mock=str(outside), client=outside)
    if whole:
        yield Wrong("type", openapi=1.5, mock="1.5", client=1.5)
        yield Wrong("type", openapi=True, mock="true", client=True)
    if limits.scale is not None:
        more = (limits.minimum or 0) + Decimal(1).scaleb(-limits.scale - 1)
        openapi = float(more) if type_.wire == "number" else NOTHING
        yield Wrong("scale", openapi, mock=f"{more:f}", client=more)


def _of_time(type_: ScalarType) -> Iterator[Wrong]:
    assert type_.format
    for text in ("yesterday", "2026/01/02", "2026-13-45 00:00:00", "12:00"):
        openapi = text if text != "2026-13-45 00:00:00" else "2026-13"
        yield Wrong("form", openapi=openapi, mock=text, client=text)
    yield Wrong("type", openapi=1.5, client=1.5)


def _of_closed_list(member: Member, type_: ScalarType) -> Iterator[Wrong]:
    """The mock refuses what a source says is refused, and the client nothing."""
    assert member.closed
    is_refused = member.closed.name == "refused"
    values = {value.value.reveal() for value in member.enum}
    if type_.kind in ("integer", "decimal"):
        other = max(int(value) for value in values) + 1
        high = member.limits.maximum
        if high is not None and other > high:
            other = min(int(value) for value in values) - 1
        yield Wrong("closed", openapi=other, mock=str(other) if is_refused else NOTHING)
    else:
        text = "no such value"
        yield Wrong("closed", openapi=text, mock=text if is_refused else NOTHING)


# Right calls


def call_with(api: Api, visit: Visit, value: Json) -> Request:
    """The sample call with a value on the wire; what excludes it is left out."""
    request = with_value(api, visit, value)
    if not visit.depth and value is not None:
        request[visit.member.name] = value  # type: ignore[assignment]
    return request


def right_value(visit: Visit) -> Json:
    """A value inside of the spec, as a request carries it."""
    value = SAMPLES.value(visit.member)
    return _bare(visit.member.type, value)


def _bare(type_: Type, value: Json) -> Json:
    """Lists of requests have no inner key."""
    if isinstance(type_, ArrayType) and isinstance(value, dict) and type_.wrapper in value:
        value = value[str(type_.wrapper)]
    if isinstance(type_, ArrayType) and isinstance(value, list):
        return [_bare(type_.items, item) for item in value]
    if isinstance(type_, ObjectType) and isinstance(value, dict):
        types = {str(member.name): member.type for member in type_.members}
        return {
            name: _bare(types[name], inner) if name in types else inner
            for name, inner in value.items()
        }
    return value


def python_value(type_: Type, value: Any) -> Any:
    """A right value of a request as a program gives it."""
    match type_:
        case ArrayType():
            if isinstance(value, str) and isinstance(type_.element, ObjectType):
                value = json.loads(value)
            if isinstance(value, str):
                return value
            if isinstance(value, bytes):
                return value
            return [python_value(type_.items, item) for item in value]
        case ObjectType():
            decoded = json.loads(value) if isinstance(value, str) else value
            types = {str(member.name): member.type for member in type_.members}
            return {
                name: python_value(types[name], inner) if name in types else inner
                for name, inner in decoded.items()
            }
    if type_.kind == "integer":
        return int(value)
    if type_.kind == "decimal":
        return Decimal(str(value))
    if type_.kind == "boolean":
        yes = [text.reveal() for text in type_.truth.yes] if type_.truth else ["true"]
        return str(value) in yes if isinstance(value, str) else bool(value)
    return value


def arguments(api: Api, request: Request) -> dict[str, Any]:
    """A right request as keyword arguments of the client."""
    types = {member.name: member for member in api.parameters}
    return {
        str(types[name].python_name): python_value(types[name].type, value)
        for name, value in request.items()
    }


def put(api: Api, given: dict[str, Any], path: str, value: Any) -> None:
    """Replace the argument at a path; NOTHING removes it."""
    name, *steps = path.split(".")
    top = api.parameters.find(name)
    assert top
    content: Any = given
    key = str(top.python_name)
    for step in steps:
        content = content[key]
        content = content[0] if isinstance(content, list) else content
        key = step
    if value is NOTHING:
        content.pop(key, None)
    else:
        content[key] = value


def clock(request: Any) -> float:
    """A moment at which the windows of sample calls are not too old."""
    for text in (text for value in request.values() for text in _moments(value)):
        return text.timestamp() + 3600
    return 1_767_294_245.0


def _moments(value: Any) -> Iterator[datetime]:
    for part in str(value).split('"'):
        if found := read_moment(part) or (len(part) == 10 and read_moment(part, "yyyy-MM-dd")):
            yield found
