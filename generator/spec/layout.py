"""Plain data → YAML in the style of specs/: small things on one line, the rest as blocks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.spec.ir import Json
from generator.spec.text import json_literal

MEMBER_KEYS = (
    "use type name wire python wrapper wrapper_inferred required format separator unit minimum "
    "maximum min_length max_length min_items max_items default example enum deprecated description "
    "note items fields"
).split()
"""The keys of a member in the order in which specs write them."""

API_KEYS = (
    "method title summary description role topic coverage status replaced_by access doc auth "
    "idempotent request constraints response response_complete pagination window outcome errors "
    "example"
).split()
"""The keys of a method in the order in which specs write them."""

WIDTH = 110
BLOCK_KEYS = frozenset({"fields", "request", "response", "errors"})
"""Keys whose content is always a block: one member a line makes small diffs."""

MAX_FLOW_ENUM = 1
"""Enums with more values are written one value a line."""

_PLAIN = re.compile(r"[\w一-鿿（(¥/.，。：；、“”《》？！+-][^\x00-\x1f\x7f]*")
_PLAIN_UNSAFE = re.compile(r": |:$| #|[\[\]{},&*!?|>%@`\"']|^[-?:.+](\s|$)|^\.|\s$|^---|^\.\.\.")
_LOOKS_TYPED = re.compile(
    r"(true|false|null|yes|no|on|off|~|y|n|[-+]?[0-9][0-9_.:eExXa-fA-F+ -]*|-+)", re.IGNORECASE
)


def scalar(value: Json) -> str:
    """A scalar as YAML; text is quoted only where it must be."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return _decimal(value)
    if isinstance(value, int):
        return str(value)
    assert isinstance(value, str), value
    plain = (
        _PLAIN.fullmatch(value)
        and value.isprintable()
        and not _PLAIN_UNSAFE.search(value)
        and not _LOOKS_TYPED.fullmatch(value)
    )
    return value if plain else json_literal(value)


def _decimal(value: Decimal) -> str:
    """A number that has a point, since without one it would be read as an integer or as text."""
    text = format(value, "f")
    return text if "." in text else f"{text}.0"


def flow(value: Json) -> str:
    """Any value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(v) for v in value) + "]"
    return scalar(value)


def _width(line: str) -> int:
    return sum(2 if ord(char) > 0x2E7F else 1 for char in line)


def _is_nested(value: Json) -> bool:
    return isinstance(value, Mapping | list | tuple) and bool(value)


def _fits(key: str, value: Json, indent: int) -> bool:
    if not _is_nested(value):
        return True
    if isinstance(value, Mapping) and (
        not BLOCK_KEYS.isdisjoint(value)
        or any(_is_deep(inner) for inner in value.values())
        or any(_is_long_enum(*item) for item in (*value.items(), (key, value)))
    ):
        return False
    return indent + _width(f"{key}: {flow(value)}") <= WIDTH


def _is_long_enum(key: str, value: Json) -> bool:
    return key == "enum" and isinstance(value, Mapping) and len(value) > MAX_FLOW_ENUM


def _is_deep(value: Json) -> bool:
    if isinstance(value, Mapping):
        return any(_is_nested(v) for v in value.values())
    return isinstance(value, list | tuple) and any(_is_nested(v) for v in value)


def _lines(data: Mapping[str, Json] | Sequence[Json], indent: int) -> Iterator[str]:
    pad = " " * indent
    if isinstance(data, Mapping):
        for key, value in data.items():
            name = scalar(key)
            if (key not in BLOCK_KEYS and _fits(name, value, indent)) or not _is_nested(value):
                yield f"{pad}{name}: {flow(value)}"
            else:
                yield f"{pad}{name}:"
                yield from _lines(value, indent + 2)  # type: ignore[arg-type]
        return
    for value in data:
        if _fits("-", value, indent):
            yield f"{pad}- {flow(value)}"
        else:
            inner = list(_lines(value, indent + 2))  # type: ignore[arg-type]
            yield f"{pad}- {inner[0].lstrip()}"
            yield from inner[1:]


def dump(data: Mapping[str, Json]) -> str:
    """A whole document; mapping order is kept."""
    return "\n".join(_lines(data, 0)) + "\n"
