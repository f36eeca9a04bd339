"""One sample value per type: mock, docs, OpenAPI and tests all show the same ones.

A documented example is taken if it satisfies its own spec; if not, the value is made from the
default, the enum, the limits and the type. Equal specs give equal samples.
"""

import base64
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from generator.spec.build import element_type, find_member
from generator.spec.ir import Api, ArrayType, Json, Member, ObjectType, Scalar, ScalarType, Type
from generator.spec.text import json_literal
from generator.spec.values import EPOCH_UNITS, TIME_FORMATS, mismatch, outside_limits

MOMENT = datetime(2024, 6, 18, 12, 0)
"""The moment, in Beijing time, of samples that have no example."""

UTC_OFFSET = timedelta(hours=8)
DAY = 86400

FILE_NAME = "image.png"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg=="
)
"""The smallest picture: one pixel."""

TEXT = "示例"
URL = "https://www.taobao.com/"
IDENTIFIER = "123456789"

_INTEGER = re.compile(r"-?[0-9]+")
_NUMBER = ScalarType("decimal", "number")
_LINE = 100


def sample_value(member: Member) -> Json:
    """The value of a member in JSON on the wire; a list of a reply stands in its wrapper."""
    return _Sampler().value(member, member.name)


def sample_response(api: Api) -> dict[str, Json]:
    """The content of the response root in full JSON form: the documented sample, or a made one."""
    if api.example.response is not None:
        return api.example.response
    made = _Sampler().members(api.fields, "")
    outcome = api.reply_outcome
    if outcome and outcome.success:
        _replace(made, outcome.success, True)
    if outcome and outcome.code and outcome.ok:
        _replace(made, outcome.code, outcome.ok[0])
    return made


def sample_request(api: Api) -> dict[str, str | bytes]:
    """A call that the spec allows, as sent: what is required and what the constraints ask for."""
    chosen = _Choice(api).paths()
    sampler = _Sampler(chosen)
    values = sampler.members(api.parameters, "")
    window = api.window
    if window and window.end and {window.start, window.end} <= chosen:
        longest = window.peak or window.longest or DAY
        _replace(values, window.end, _later(api, window.start, window.end, longest // 2))
    return {
        member.name: _sent(member.type, values[member.name])
        for member in api.parameters
        if member.name in values
    }


def scalar_text(value: Scalar) -> str:
    """A scalar as the gateway writes and reads it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def json_text(value: Json, indent: str = "") -> str:
    """A sample as JSON text that people can read: what fits on a line stays on one line."""
    line = _json_line(value)
    if len(indent) + len(line) <= _LINE or not isinstance(value, dict | list) or not value:
        return line
    inner = indent + "  "
    if isinstance(value, dict):
        rows = [f"{json_literal(key)}: {json_text(item, inner)}" for key, item in value.items()]
        start, end = "{", "}"
    else:
        rows = [json_text(item, inner) for item in value]
        start, end = "[", "]"
    return f"{start}\n{inner}" + f",\n{inner}".join(rows) + f"\n{indent}{end}"


def _json_line(value: Json, comma: str = ", ", colon: str = ": ") -> str:
    if isinstance(value, dict):
        pairs = (
            json_literal(key) + colon + _json_line(item, comma, colon)
            for key, item in value.items()
        )
        return "{" + comma.join(pairs) + "}"
    if isinstance(value, list):
        return "[" + comma.join(_json_line(item, comma, colon) for item in value) + "]"
    if value is None:
        return "null"
    return json_literal(value) if isinstance(value, str) else scalar_text(value)


# Values


class _Sampler:
    """Makes values; of a request only the chosen paths, with bare lists."""

    def __init__(self, chosen: frozenset[str] | None = None) -> None:
        self._chosen = chosen

    def members(self, members: Iterable[Member], prefix: str) -> dict[str, Json]:
        """The values of an object."""
        return {
            member.name: self.value(member, prefix + member.name)
            for member in members
            if self._chosen is None or prefix + member.name in self._chosen
        }

    def value(self, member: Member, path: str) -> Json:
        """The value of one member."""
        return self._of(member, member.type, path)

    def _of(self, member: Member, type_: Type, path: str) -> Json:
        if isinstance(type_, ScalarType):
            return _scalar(member, type_)
        if isinstance(type_, ObjectType):
            if isinstance(member.example, dict):
                return member.example
            return self.members(type_.members, path + ".")
        items: list[Json]
        if isinstance(member.example, list):
            items = member.example
        else:
            items = [self._of(member, type_.items, path)] * (member.limits.min_items or 1)
        wrapped = type_.wrapper is not None and self._chosen is None
        return {type_.wrapper: items} if wrapped else items  # type: ignore[dict-item]


def _scalar(member: Member, type_: ScalarType) -> Scalar:
    candidates = (member.example, member.default, *(value.value for value in member.enum))
    for candidate in candidates:
        if isinstance(candidate, Scalar):
            text = scalar_text(candidate)
            if _satisfies(member, type_, text):
                return _on_wire(type_, text)
    return _on_wire(type_, _invented(member, type_))


def _on_wire(type_: ScalarType, text: str) -> Scalar:
    """The JSON value that carries a text which the type allows."""
    if type_.wire == "number":
        return int(text) if _INTEGER.fullmatch(text) else Decimal(text)
    return text == "true" if type_.wire == "boolean" else text


def _invented(member: Member, type_: ScalarType) -> str:
    limits = member.limits
    if type_.kind in ("integer", "decimal"):
        return scalar_text(_between(Decimal(1), limits.minimum, limits.maximum))
    if type_.kind in ("datetime", "date"):
        return _time_text(MOMENT, type_.format)
    if type_.kind == "csv":
        return (type_.separator or ",").join([IDENTIFIER] * (limits.min_items or 1))
    if type_.kind == "string":
        text = _likely_text(member.name, type_)
        text *= -(-(limits.min_length or 1) // len(text))
        return text[: limits.max_length]
    return {"boolean": "true", "json": "{}", "bytes": FILE_NAME}[type_.kind]


def _likely_text(name: str, type_: ScalarType) -> str:
    if type_.wire == "number" or name.lower().endswith("id"):
        return IDENTIFIER
    return URL if name.lower().endswith(("url", "link")) else TEXT


def _between(value: Decimal, low: Decimal | None, high: Decimal | None) -> Decimal:
    if low is not None and value < low:
        return low
    return high if high is not None and value > high else value


# Whether an example satisfies its spec


def _satisfies(member: Member, type_: ScalarType, text: str) -> bool:
    parts = text.split(type_.separator) if type_.separator else [text]
    documented = not member.enum or {value.value for value in member.enum}.issuperset(parts)
    number = type_.wire != "number" or mismatch(text, _NUMBER) is None
    return (
        documented
        and number
        and mismatch(text, type_) is None
        and outside_limits(text, member) is None
    )


def _time(type_: ScalarType, text: str) -> datetime | None:
    try:
        if type_.format in EPOCH_UNITS:
            moment = datetime.fromtimestamp(int(text) / EPOCH_UNITS[type_.format], UTC)
            return (moment + UTC_OFFSET).replace(tzinfo=None)
        return datetime.strptime(text, TIME_FORMATS[type_.format or ""])
    except (ValueError, OverflowError, OSError):
        return None


def _time_text(moment: datetime, format_: str | None) -> str:
    if format_ in EPOCH_UNITS:
        since = (moment - UTC_OFFSET).replace(tzinfo=UTC)
        return str(int(since.timestamp()) * EPOCH_UNITS[format_])
    return moment.strftime(TIME_FORMATS[format_ or ""])


# Requests


class _Choice:
    """Which parameters a sample call has, as dotted paths."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._chosen: set[str] = set()

    def paths(self) -> frozenset[str]:
        """What is required (or might be), corrected by the constraints."""
        for member in self._api.parameters:
            if member.required is not False:
                self._add(member, member.name)
        for constraint in self._api.constraints:
            if all(self._has(path, value) for path, value in constraint.when):
                given = [name for name in constraint.names if name in self._chosen]
                if constraint.kind == "together":
                    self._add_all(constraint.names if given else ())
                elif constraint.kind != "at_most_one_of" and not given:
                    self._add_all(constraint.names[:1])
                if constraint.kind in ("exactly_one_of", "at_most_one_of"):
                    self._chosen.difference_update(given[1:])
        if self._api.pagination and self._api.pagination.send:
            self._chosen.discard(self._api.pagination.send)  # the first page has no cursor yet
        return frozenset(self._chosen)

    def _add_all(self, paths: Sequence[str]) -> None:
        for path in paths:
            steps = path.split(".")
            self._chosen.update(".".join(steps[:end]) for end in range(1, len(steps)))
            member = find_member(self._api.parameters, path)
            if member is not None:
                self._add(member, path)

    def _add(self, member: Member, path: str) -> None:
        self._chosen.add(path)
        inner = element_type(member.type)
        if isinstance(inner, ObjectType):
            wanted = [child for child in inner.members if child.required is not False]
            for child in wanted or inner.members:
                self._add(child, f"{path}.{child.name}")

    def _has(self, path: str, value: Scalar) -> bool:
        if path not in self._chosen:
            return False
        return scalar_text(_scalar(*_scalar_parameter(self._api, path))) == scalar_text(value)


def _later(api: Api, start_path: str, end_path: str, seconds: int) -> Scalar:
    """The end of a window that begins with the sample of its start."""
    start, start_type = _scalar_parameter(api, start_path)
    _, end_type = _scalar_parameter(api, end_path)
    moment = _time(start_type, scalar_text(_scalar(start, start_type))) or MOMENT
    return _on_wire(end_type, _time_text(moment + timedelta(seconds=seconds), end_type.format))


def _scalar_parameter(api: Api, path: str) -> tuple[Member, ScalarType]:
    member = find_member(api.parameters, path)
    if member is None or not isinstance(member.type, ScalarType):
        raise LookupError(f"{api.method}: {path!r} is no scalar parameter")
    return member, member.type


def _replace(values: dict[str, Json], path: str, value: Json) -> None:
    *steps, last = path.split(".")
    for step in steps:
        values = values[step]  # type: ignore[assignment]
    values[last] = value


def _sent(type_: Type, value: Json) -> str | bytes:
    """A parameter as it is sent: lists of scalars joined, everything nested as JSON text."""
    inner = element_type(type_)
    if isinstance(inner, ScalarType) and inner.kind == "bytes":
        return PNG
    if isinstance(value, list) and isinstance(type_, ArrayType) and isinstance(inner, ScalarType):
        return type_.separator.join(scalar_text(item) for item in value)  # type: ignore[arg-type]
    if isinstance(value, dict | list):
        return _json_line(value, comma=",", colon=":")
    return scalar_text(value)  # type: ignore[arg-type]
