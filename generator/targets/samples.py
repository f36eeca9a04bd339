"""One sample value per type: mock, docs, OpenAPI and tests all show the same ones.

A documented example is taken if it satisfies its own spec; if not, the value is made from the
default, the enum, the limits and the type. Equal specs give equal samples.
"""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from generator.output.json_text import json_line
from generator.spec import values
from generator.spec.ir import (
    NO_MEMBERS,
    Api,
    ArrayType,
    Member,
    Members,
    Number,
    ObjectType,
    ScalarType,
    Type,
    Visit,
    fold,
    fold_type,
)
from generator.spec.text import Json, Name, Scalar, SpecData
from generator.spec.values import on_wire, scalar_text

MOMENT = datetime(2024, 6, 18, 12, 0)
"""The moment, in the gateway's time, of samples that have no example."""

DAY = 86400

FILE_NAME = "image.png"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg=="
)
"""The smallest picture: one pixel."""

TEXT = "示例"
URL = "https://www.taobao.com/"
IDENTIFIER = "123456789"

_NUMBER = ScalarType("decimal", "number")


@dataclass(frozen=True, slots=True)
class Samples:
    """Samples for a gateway whose clock is `offset` ahead of UTC."""

    offset: timedelta

    def value(self, member: Member) -> Json:
        """The value of a member in JSON on the wire; a list of a reply stands in its wrapper."""
        return fold_type(member.type, _Reply(self.offset), Visit(member.name, member, NO_MEMBERS))

    def response(self, api: Api) -> dict[str, Json]:
        """The content of the response root in full JSON form, as documented or made."""
        if api.sample is not None:
            documented = api.sample.reveal()
            assert isinstance(documented, dict)
            return documented
        return _by_name(fold(api.fields, _Success(api, self.offset)))

    def request(self, api: Api) -> dict[Name, str | bytes]:
        """A call that the spec allows, as sent: what is required, and what constraints ask for."""
        chosen = _Choice(api, self.offset).paths()
        content = _by_name(fold(api.parameters, _Request(self.offset, chosen)))
        window = api.window
        if window and window.end and {window.start, window.end} <= chosen:
            # Strictly inside the shortest limit: a span of exactly the limit may be refused.
            longest = window.peak or window.longest or DAY
            _replace(content, window.end, self._later(api, window.start, window.end, longest // 2))
        return {
            member.name: sent(member.type, content[member.name])
            for member in api.parameters
            if member.name in content
        }

    def scalar(self, member: Member, type_: ScalarType) -> Scalar:
        """A value of a scalar, or of the scalars that a list holds."""
        candidates: list[Json] = [
            given.reveal() for given in (member.example, member.default) if given is not None
        ]
        candidates += [value.value.reveal() for value in member.enum]
        for candidate in candidates:
            if isinstance(candidate, Scalar):
                text = scalar_text(candidate)
                if _satisfies(member, type_, text):
                    return on_wire(type_, text)
        return on_wire(type_, self._invented(member, type_))

    def _invented(self, member: Member, type_: ScalarType) -> str:
        limits = member.limits
        if type_.kind in ("integer", "decimal"):
            return scalar_text(_between(1, limits.minimum, limits.maximum))
        if type_.format:
            return type_.format.text(MOMENT, self.offset)
        if type_.separator:
            return type_.separator.reveal().join([IDENTIFIER] * (limits.min_items or 1))
        if type_.kind == "string":
            text = _likely_text(member.name, type_)
            text *= -(-(limits.min_length or 1) // len(text))
            return text[: limits.max_length]
        if type_.kind == "boolean":
            return values.truth_texts(type_)[0]
        return {"json": "{}", "bytes": FILE_NAME}[type_.kind]

    def _later(self, api: Api, start_path: str, end_path: str, seconds: int) -> Scalar:
        """The end of a window that begins with the sample of its start."""
        start, start_type = scalar_parameter(api, start_path)
        _, end_type = scalar_parameter(api, end_path)
        assert start_type.format, start_path
        assert end_type.format, end_path
        text = scalar_text(self.scalar(start, start_type))
        moment = start_type.format.parse(text, self.offset) or MOMENT
        return on_wire(
            end_type, end_type.format.text(moment + timedelta(seconds=seconds), self.offset)
        )


def scalar_parameter(api: Api, path: str) -> tuple[Member, ScalarType]:
    """The parameter at a path, which lint found to be a scalar."""
    return _scalar_at(api.parameters, path)


def _scalar_at(members: Members, path: str) -> tuple[Member, ScalarType]:
    member = members.find(path)
    assert member is not None, path
    assert isinstance(member.type, ScalarType), path
    return member, member.type


def _replace(content: dict[str, Json], path: str, value: Json) -> None:
    *steps, last = path.split(".")
    for step in steps:
        content = content[step]  # type: ignore[assignment]
    content[last] = value


class _Reply:
    """Builds a reply: everything, lists in their wrappers."""

    def __init__(self, offset: timedelta) -> None:
        self._samples = Samples(offset)

    def wanted(self, visit: Visit) -> bool:
        return True

    def scalar(self, type_: ScalarType, visit: Visit) -> Json:
        return self._samples.scalar(visit.member, type_)

    def array(self, type_: ArrayType, items: Json, visit: Visit) -> Json:
        example = visit.member.example and visit.member.example.reveal()
        if not isinstance(example, list):
            example = [items] * (visit.member.limits.min_items or 1)
        return self._list(type_, example)

    def _list(self, type_: ArrayType, content: list[Json]) -> Json:
        return {type_.wrapper: content} if type_.wrapper else content

    def object(self, type_: ObjectType, members: Mapping[Name, Json], visit: Visit) -> Json:
        example = visit.member.example and visit.member.example.reveal()
        return example if isinstance(example, dict) else _by_name(members)


class _Success(_Reply):
    """Builds a whole reply that tells of no failure."""

    def __init__(self, api: Api, offset: timedelta) -> None:
        super().__init__(offset)
        reply, items = api.reply_outcome, api.item_outcome
        self._success = reply.success if reply else None
        self._good: dict[str, SpecData] = {}
        """Values of success, by path."""
        if reply and reply.code and reply.ok:
            self._good[reply.code] = reply.ok[0]
        if items and items.ok:
            self._good |= {f"{path}.{items.code}": items.ok[0] for path in items.lists}

    def scalar(self, type_: ScalarType, visit: Visit) -> Json:
        if visit.path == self._success:
            return on_wire(type_, values.truth_texts(type_)[0])
        if good := self._good.get(visit.path):
            value = good.reveal()
            assert isinstance(value, Scalar), visit.path
            return on_wire(type_, scalar_text(value))
        return super().scalar(type_, visit)


class _Request(_Reply):
    """Builds a request: the chosen paths, with bare lists."""

    def __init__(self, offset: timedelta, chosen: frozenset[str]) -> None:
        super().__init__(offset)
        self._chosen = chosen

    def wanted(self, visit: Visit) -> bool:
        return visit.path in self._chosen

    def _list(self, type_: ArrayType, content: list[Json]) -> Json:
        return content


def _by_name(members: Mapping[Name, Json]) -> dict[str, Json]:
    """An object of JSON."""
    return {str(name): value for name, value in members.items()}


def _likely_text(name: str, type_: ScalarType) -> str:
    if type_.wire == "number" or name.lower().endswith("id"):
        return IDENTIFIER
    return URL if name.lower().endswith(("url", "link")) else TEXT


def _between(value: Number, low: Number | None, high: Number | None) -> Number:
    if low is not None and value < low:
        return low
    return high if high is not None and value > high else value


def _satisfies(member: Member, type_: ScalarType, text: str) -> bool:
    documented = not member.closed or {value.value.reveal() for value in member.enum}.issuperset(
        values.parts(type_, text)
    )
    number = type_.wire != "number" or values.mismatch(text, _NUMBER) is None
    return (
        documented
        and number
        and values.mismatch(text, type_) is None
        and values.outside_limits(text, member) is None
    )


class _Choice:
    """Which parameters a sample call has, as dotted paths."""

    def __init__(self, api: Api, offset: timedelta) -> None:
        self._api = api
        self._samples = Samples(offset)
        self._chosen: set[str] = set()
        self._undemanding: dict[int, bool] = {}
        """Of every object that was looked at: whether it requires none of its members."""

    def paths(self) -> frozenset[str]:
        """What is required (or might be), corrected by the constraints."""
        self._add(self._api.parameters)
        for constraint in self._api.constraints:
            if all(self._has(path, value.reveal()) for path, value in constraint.when):
                given = [name for name in constraint.names if name in self._chosen]
                kind = constraint.kind.name
                if kind == "together":
                    self._add_all(constraint.names if given else ())
                elif kind != "at_most_one_of" and not given:
                    self._add_all(constraint.names[:1])
                if kind in ("exactly_one_of", "at_most_one_of"):
                    self._chosen.difference_update(given[1:])
        self._add_all(self._window())
        if self._api.pagination and self._api.pagination.send:
            self._chosen.discard(self._api.pagination.send)  # the first page has no cursor yet
        return frozenset(self._chosen)

    def _window(self) -> list[str]:
        """The ends of the time that is asked for, unless they are known to be optional: where
        nobody says, a call without them is not worth showing."""
        window = self._api.window
        ends: list[str] = [window.start, *filter(None, [window.end])] if window else []
        found = [self._api.parameters.find(end) for end in ends]
        return ends if all(member and member.required is not False for member in found) else []

    def _add_all(self, paths: Sequence[str]) -> None:
        for path in paths:
            steps = path.split(".")
            self._chosen.update(".".join(steps[:end]) for end in range(1, len(steps) + 1))
            member = self._api.parameters.find(path)
            self._add(member.members if member else NO_MEMBERS, f"{path}.")

    def _add(self, members: Members, prefix: str = "") -> None:
        """Members that are required, or might be, at every depth below others that are."""
        kept = members.walk(prefix=prefix, keep=self._is_needed)
        self._chosen.update(visit.path for visit in kept)

    def _is_needed(self, visit: Visit) -> bool:
        """Whether a call must have a member; of an object that requires nothing, it has all."""
        if visit.member.required is not False or not visit.depth:
            return visit.member.required is not False
        key = id(visit.siblings)
        if key not in self._undemanding:
            self._undemanding[key] = all(m.required is False for m in visit.siblings)
        return self._undemanding[key]

    def _has(self, path: str, value: Json) -> bool:
        if path not in self._chosen or not isinstance(value, Scalar):
            return False
        shown = self._samples.scalar(*scalar_parameter(self._api, path))
        return scalar_text(shown) == scalar_text(value)


def sent(type_: Type, value: Json) -> str | bytes:
    """A parameter as it is sent: lists of scalars joined, everything nested as JSON text."""
    inner = type_.element
    if isinstance(inner, ScalarType) and inner.kind == "bytes":
        return PNG
    if isinstance(value, list) and isinstance(type_, ArrayType) and isinstance(inner, ScalarType):
        separator = type_.separator.reveal()
        return separator.join(scalar_text(item) for item in value)  # type: ignore[arg-type]
    if isinstance(value, dict | list):
        return json_line(value, comma=",", colon=":")
    assert isinstance(value, bool | int | Decimal | str), value
    return scalar_text(value)
