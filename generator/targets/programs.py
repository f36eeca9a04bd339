"""A call of the generated client as Python source, with the sample arguments of a method."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from generator.spec.ir import Api, ArrayType, Json, ObjectType, ScalarType, Type
from generator.targets.samples import (
    FILE_NAME,
    UTC_OFFSET,
    sample_request,
    scalar_text,
)
from generator.spec.text import literal
from generator.spec.values import EPOCH_UNITS, TIME_FORMATS

_STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'")
_WIDTH = 88
_TAB = "    "
_IMPORTS = (
    (re.compile(r"\bUTC\b"), "datetime", "UTC"),
    (re.compile(r"\bdate\(\d"), "datetime", "date"),
    (re.compile(r"\bdatetime[.(]"), "datetime", "datetime"),
    (re.compile(r"\btimedelta\("), "datetime", "timedelta"),
    (re.compile(r"\bDecimal\("), "decimal", "Decimal"),
    (re.compile(r"\bPath\("), "pathlib", "Path"),
)
"""What shows that a name is used, its module and the name."""


def call_source(api: Api, indent: str = "") -> str:
    """`client.tbk_shop_get(q="女装")`, over several lines if it is long."""
    if not api.typed:
        return f"client.call({literal(api.method)}, {{}})"
    arguments = [f"{name}={source}" for name, source in _arguments(api, indent + _TAB)]
    return _enclosed(f"client.{api.python_name}(", arguments, ")", indent)


def import_lines(source: str) -> list[str]:
    """The imports from the standard library that a call needs."""
    names: dict[str, list[str]] = {}
    code = _STRING.sub('""', source)
    for use, module, name in _IMPORTS:
        if use.search(code):
            names.setdefault(module, []).append(name)
    return [f"from {module} import {', '.join(used)}" for module, used in names.items()]


def _arguments(api: Api, indent: str) -> Iterator[tuple[str, str]]:
    sent = sample_request(api)
    recent = _recent(api)
    for member in api.parameters:
        if member.name in recent:
            yield member.python_name, recent[member.name]
        elif member.name in sent:
            yield member.python_name, _argument(member.type, sent[member.name], indent)


def _recent(api: Api) -> dict[str, str]:
    """The ends of a window that must not lie far back: a fixed moment would soon be refused."""
    window = api.window
    if window is None or window.within is None or window.end is None:
        return {}
    minutes = (window.peak or window.longest or window.within) // 120
    now = "datetime.now(UTC)"
    return {window.start: f"{now} - timedelta(minutes={minutes})", window.end: now}


def _argument(type_: Type, sent: str | bytes, indent: str) -> str:
    if isinstance(sent, bytes):
        file = f'Path("{FILE_NAME}").read_bytes()'
        return f"[{file}]" if isinstance(type_, ArrayType) else file
    if isinstance(type_, ScalarType):
        return _scalar(type_, sent)
    if isinstance(type_, ArrayType) and isinstance(type_.items, ScalarType):
        return _value(type_, list(sent.split(type_.separator)), indent)
    return _value(type_, json.loads(sent, parse_float=Decimal), indent)


def _value(type_: Type, value: Json, indent: str) -> str:
    inner = indent + _TAB
    if isinstance(type_, ArrayType) and isinstance(value, list):
        return _enclosed("[", [_value(type_.items, item, inner) for item in value], "]", indent)
    if isinstance(type_, ObjectType) and isinstance(value, dict):
        types = {member.name: member.type for member in type_.members}
        rows = [f"{literal(k)}: {_value(types[k], v, inner)}" for k, v in value.items()]
        return _enclosed("{", rows, "}", indent)
    assert isinstance(type_, ScalarType), type_
    assert isinstance(value, bool | int | Decimal | str), value
    return _scalar(type_, scalar_text(value))


def _scalar(type_: ScalarType, text: str) -> str:
    match type_.kind:
        case "integer":
            return text
        case "decimal":
            return f'Decimal("{Decimal(text)}")'
        case "boolean":
            return text.capitalize()
        case "datetime" | "date":
            return _moment(type_, text)
        case _:
            return literal(text)


def _moment(type_: ScalarType, text: str) -> str:
    if type_.format in EPOCH_UNITS:
        seconds = int(text) // EPOCH_UNITS[type_.format]
        moment = datetime(1970, 1, 1) + timedelta(seconds=seconds) + UTC_OFFSET
    else:
        moment = datetime.strptime(text, TIME_FORMATS[type_.format or ""])
    parts = [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second]
    shown = parts[:3] if type_.kind == "date" else parts if moment.second else parts[:5]
    return f"{type_.kind}({', '.join(map(str, shown))})"


def _enclosed(start: str, rows: Iterable[str], end: str, indent: str) -> str:
    """On one line if that fits and no row is broken itself; else one row a line."""
    rows = list(rows)
    line = start + ", ".join(rows) + end
    if "\n" not in line and len(indent) + len(line) <= _WIDTH:
        return line
    inner = indent + _TAB
    return f"{start}\n" + "".join(f"{inner}{row},\n" for row in rows) + f"{indent}{end}"
