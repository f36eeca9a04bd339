"""Sample programs: a call of the generated client as Python source, with the sample arguments."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from generator.output.escape import Safe, compose, literal
from generator.output.python import import_lines
from generator.spec.ir import Api, ArrayType, ObjectType, ScalarType, Type
from generator.spec.text import Json, Name, Scalar, SpecText
from generator.spec.values import scalar_text
from generator.targets.samples import FILE_NAME, Samples

_WIDTH = 88
_TAB = "    "
_MODULES = {
    "UTC": "datetime",
    "date": "datetime",
    "datetime": "datetime",
    "timedelta": "datetime",
    "Decimal": "decimal",
    "Path": "pathlib",
}
"""The modules of the names that arguments need."""


@dataclass(frozen=True, slots=True)
class Source:
    """A piece of Python, and the names of the standard library in it."""

    text: Safe
    names: frozenset[str] = frozenset()

    def imports(self) -> tuple[Safe, ...]:
        """The imports that it needs."""
        modules: dict[str, list[str]] = {}
        for name in sorted(self.names):
            modules.setdefault(_MODULES[name], []).append(name)
        return tuple(import_lines(modules))


def call_source(api: Api, samples: Samples, indent: str = "") -> Source:
    """`client.tbk_shop_get(q="女装")`, over several lines if it is long."""
    if not api.typed:
        return Source(compose("client.call({}, {{}})", literal(api.method)))
    rows = [
        Source(compose("{}={}", name, value.text), value.names)
        for name, value in _arguments(api, samples, indent + _TAB)
    ]
    return _enclosed(compose("client.{}(", api.python_name), rows, ")", indent)


def _arguments(api: Api, samples: Samples, indent: str) -> Iterator[tuple[Name, Source]]:
    sent = samples.request(api)
    recent = _recent(api)
    for member in api.parameters:
        if member.name in recent:
            yield member.python_name, recent[member.name]
        elif member.name in sent:
            yield (
                member.python_name,
                _argument(member.type, sent[member.name], samples.offset, indent),
            )


def _recent(api: Api) -> dict[str, Source]:
    """The ends of a window that must not lie far back: a fixed moment would soon be refused."""
    window = api.window
    if window is None or window.within is None or window.end is None:
        return {}
    minutes = (window.peak or window.longest or window.within) // 120
    now = Source(Safe("datetime.now(UTC)"), frozenset({"UTC", "datetime"}))
    start = compose("{} - timedelta(minutes={})", now.text, minutes)
    return {window.start: Source(start, now.names | {"timedelta"}), window.end: now}


def _argument(type_: Type, sent: str | bytes, offset: timedelta, indent: str) -> Source:
    if isinstance(sent, bytes):
        file = f'Path("{FILE_NAME}").read_bytes()'
        source = f"[{file}]" if isinstance(type_, ArrayType) else file
        return Source(Safe(source), frozenset({"Path"}))
    if isinstance(type_, ScalarType):
        return _scalar(type_, sent, offset)
    if isinstance(type_, ArrayType) and isinstance(type_.items, ScalarType):
        parts: list[Json] = [*sent.split(type_.separator.reveal())]
        return _value(type_, parts, offset, indent)
    return _value(type_, json.loads(sent, parse_float=Decimal), offset, indent)


def _value(type_: Type, value: Json, offset: timedelta, indent: str) -> Source:
    if isinstance(type_, ObjectType) and not type_.members:
        return _plain(value, indent)
    inner = indent + _TAB
    if isinstance(type_, ArrayType) and isinstance(value, list):
        rows = [_value(type_.items, item, offset, inner) for item in value]
        return _enclosed(Safe("["), rows, "]", indent)
    if isinstance(type_, ObjectType) and isinstance(value, dict):
        rows = []
        for name, item in value.items():
            member = type_.members.find(name)
            assert member, name
            made = _value(member.type, item, offset, inner)
            rows.append(Source(compose("{}: {}", literal(name), made.text), made.names))
        return _enclosed(Safe("{"), rows, "}", indent)
    assert isinstance(type_, ScalarType), type_
    assert isinstance(value, Scalar), value
    return _scalar(type_, scalar_text(value), offset)


def _plain(value: Json, indent: str) -> Source:
    """Data of which no type is known: an object that nobody documents, and what is inside it."""
    inner = indent + _TAB
    match value:
        case dict():
            made = [(literal(SpecText(name)), _plain(item, inner)) for name, item in value.items()]
            rows = [Source(compose("{}: {}", name, item.text), item.names) for name, item in made]
            return _enclosed(Safe("{"), rows, "}", indent)
        case list():
            return _enclosed(Safe("["), [_plain(item, inner) for item in value], "]", indent)
        case Decimal():
            return Source(Safe(scalar_text(value)))
        case str():
            return Source(literal(SpecText(value)))
        case _:
            return Source(Safe(value))


def _scalar(type_: ScalarType, text: str, offset: timedelta) -> Source:
    match type_.kind:
        case "integer":
            return Source(Safe(int(text)))
        case "decimal":
            return Source(compose("Decimal({})", literal(SpecText(text))), frozenset({"Decimal"}))
        case "boolean":
            return Source(Safe(_means_true(type_, text)))
        case "datetime" | "date":
            return _moment(type_, text, offset)
        case _:
            return Source(literal(SpecText(text)))


def _means_true(type_: ScalarType, text: str) -> bool:
    if type_.truth is None:
        return text == "true"
    return SpecText(text) in type_.truth.yes


def _moment(type_: ScalarType, text: str, offset: timedelta) -> Source:
    moment = type_.format and type_.format.parse(text, offset)
    assert moment, text
    parts = [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second]
    shown = parts[:3] if type_.kind == "date" else parts if moment.second else parts[:5]
    source = f"{type_.kind}({', '.join(map(str, shown))})"
    return Source(Safe(source), frozenset({type_.kind}))


def _enclosed(start: Safe, rows: Iterable[Source], end: str, indent: str) -> Source:
    """On one line if that fits and no row is broken itself; else one row a line."""
    rows = list(rows)
    names = frozenset[str]().union(*(row.names for row in rows))
    line = start + ", ".join(row.text for row in rows) + end
    if "\n" not in line and len(indent) + len(line) <= _WIDTH:
        return Source(Safe(line), names)
    inner = indent + _TAB
    broken = f"{start}\n" + "".join(f"{inner}{row.text},\n" for row in rows) + f"{indent}{end}"
    return Source(Safe(broken), names)
