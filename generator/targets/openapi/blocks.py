"""Schemas as YAML blocks: one member a line, everything that has members as a block."""

from collections.abc import Iterator
from typing import Any

from generator.output.escape import Safe
from generator.spec.layout import scalar
from generator.spec.text import json_literal
from generator.targets.openapi.schemas import Schema


def block(schema: Schema, indent: int) -> Safe:
    """The lines of a schema."""
    return Safe("\n".join(_lines(schema, " " * indent)))


def _is_block(key: str) -> bool:
    """Whether the content of a key is written one entry a line, however short it is."""
    return key == "properties" or key.endswith("-errors")


def _lines(schema: Schema, pad: str) -> Iterator[str]:
    for key, value in schema.items():
        if _is_block(key) or (isinstance(value, dict) and not _is_flat(value)):
            yield f"{pad}{_text(key)}:"
            yield from _lines(value, pad + "  ")
        else:
            yield f"{pad}{_text(key)}: {_flow(value)}"


def _is_flat(schema: Schema) -> bool:
    """Whether no member of any object is described inside."""
    inner = [value for value in schema.values() if isinstance(value, dict)]
    return not any(map(_is_block, schema)) and all(map(_is_flat, inner))


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(k)}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _text(value) if isinstance(value, str) else scalar(value)


def _text(text: str) -> str:
    """Words stay bare; all else is quoted, which every reader of YAML understands alike."""
    return scalar(text) if text.isascii() and text.isidentifier() else json_literal(text)
