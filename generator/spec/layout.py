"""Plain data → YAML in the style of specs/: small things on one line, the rest as blocks."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from generator.problems import Path
from generator.spec.text import Json, json_literal

API_KEYS = (
    "method title summary description see role topic coverage status replaced_by access doc auth "
    "idempotent request constraints response response_complete pagination window batch outcome "
    "errors example"
).split()
"""The order of the keys of a method."""

MEMBER_KEYS = (
    "use type name wire python wrapper wrapper_inferred required format further_formats truth "
    "separator unit scale minimum maximum min_length max_length min_items max_items default "
    "example enum closed placeholders taken_from deprecated description see note items fields"
).split()
"""The order of the keys of a parameter or field."""

ERROR_KEYS = "message solution class limit retry see note".split()
"""The order of the keys of an error."""

WIDTH = 110
ROWS: Mapping[str, Set[Path]] = {
    "specs/platform.yaml": {("checks",), ("errors", "*"), ("sub_errors", "*")}
}
"""What stays on one line however long it is, by file: tables that people read row by row."""

BLOCK_KEYS = frozenset(
    "fields request response errors sub_errors codes gateways titles beyond roles topics".split()
)
"""Keys whose content is always a block: one entry a line makes small diffs."""

MAX_FLOW_ENUM = 1
"""Enums with more values are written one value a line."""

_PLAIN = re.compile(r"[\w一-鿿（(¥/.，。：；、“”《》？！+-][^\x00-\x1f\x7f]*")
_PLAIN_UNSAFE = re.compile(
    r": |:$| #|[\[\]{},&*!?|>%@`\"']|^[-?:.+](\s|$)|^\.|\s$|^---|^\.\.\.|^“[^“”]*[“”]$"
)
_LOOKS_TYPED = re.compile(
    r"(true|false|null|yes|no|on|off|~|y|n|[-+]?[0-9][0-9_.:eExXa-fA-F+ -]*|-+)", re.IGNORECASE
)

_DOUBLE_WIDTH = re.compile("[\u2e80-\U0010ffff]")


def ordered(data: Mapping[str, Json], keys: Sequence[str]) -> dict[str, Json]:
    """The same data with its keys in this order, and unknown ones behind."""
    known = {key: data[key] for key in keys if key in data}
    return known | {key: value for key, value in data.items() if key not in known}


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
    return _text(value)


@lru_cache(maxsize=4096)
def _text(value: str) -> str:
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
    return len(line) + len(_DOUBLE_WIDTH.findall(line))


def _is_nested(value: Json) -> bool:
    return isinstance(value, Mapping | list | tuple) and bool(value)


def _is_long_enum(key: str, value: Json) -> bool:
    return key == "enum" and isinstance(value, Mapping) and len(value) > MAX_FLOW_ENUM


def _is_deep(value: Json) -> bool:
    if isinstance(value, Mapping):
        return any(_is_nested(v) for v in value.values())
    return isinstance(value, list | tuple) and any(_is_nested(v) for v in value)


class Line(NamedTuple):
    """One line of a document."""

    paths: tuple[Path, ...]
    """What begins here: `- a: 1` begins an element, and inside of it the key a."""
    indent: int
    text: str


class _Writer:
    """Decides what stands on one line: never what is at a path of `apart`, always the `rows`."""

    def __init__(self, rows: Set[Path], apart: Set[Path]) -> None:
        self._rows = rows
        self._apart = apart

    def lines(self, data: Json, path: Path, indent: int) -> Iterator[Line]:
        pad = " " * indent
        if not _is_nested(data):
            yield Line((path,), indent, pad + flow(data))
        elif isinstance(data, Mapping):
            for key, value in data.items():
                name, here = scalar(key), (*path, key)
                if self._is_block(key, name, value, here, indent):
                    yield Line((here,), indent, f"{pad}{name}:")
                    yield from self.lines(value, here, indent + 2)
                else:
                    yield Line((here,), indent, f"{pad}{name}: {flow(value)}")
        else:
            assert isinstance(data, Sequence)
            for index, value in enumerate(data):
                here = (*path, index)
                if self._is_block("-", "-", value, here, indent):
                    first, *rest = self.lines(value, here, indent + 2)
                    text = f"{pad}- {first.text.lstrip(' ')}"
                    yield Line((here, *first.paths), indent, text)
                    yield from rest
                else:
                    yield Line((here,), indent, f"{pad}- {flow(value)}")

    def _is_block(self, key: str, name: str, value: Json, path: Path, indent: int) -> bool:
        if not _is_nested(value):
            return False
        if key in BLOCK_KEYS or path in self._apart:
            return True
        is_row = self._rows and (path in self._rows or (*path[:-1], "*") in self._rows)
        return not is_row and not _fits(name, value, indent)


def _fits(key: str, value: Json, indent: int) -> bool:
    if isinstance(value, Mapping) and (
        not BLOCK_KEYS.isdisjoint(value)
        or any(_is_deep(inner) for inner in value.values())
        or any(_is_long_enum(*item) for item in (*value.items(), (key, value)))
    ):
        return False
    return indent + _width(f"{key}: {flow(value)}") <= WIDTH


def lines(
    data: Json, rows: Set[Path] = frozenset(), apart: Set[Path] = frozenset()
) -> Iterator[Line]:
    """A whole document; mapping order is kept."""
    return _Writer(rows, apart).lines(data, (), 0)


def dump(data: Json) -> str:
    """The text of a whole document."""
    return "".join(f"{line.text}\n" for line in lines(data))
