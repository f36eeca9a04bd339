"""How schemas are laid out: what has members is a block, all else stands in a line."""

from typing import Any

import pytest

from generator.targets.openapi.blocks import block

INNER = {"type": "object", "properties": {"a": {"type": "string"}}}


@pytest.mark.parametrize(
    ("schema", "lines"),
    [
        ({"type": "string", "maxLength": 3}, ["type: string", "maxLength: 3"]),
        ({"properties": {}}, ["properties:"]),
        (
            {"items": {"type": "array", "items": {"type": "string"}}},
            ["items: {type: array, items: {type: string}}"],
        ),
        (
            {"items": {"type": "array", "items": INNER}},
            [
                "items:",
                "  type: array",
                "  items:",
                "    type: object",
                "    properties:",
                "      a: {type: string}",
            ],
        ),
        (
            {"items": {"title": "x", **INNER}},
            ["items:", "  title: x", "  type: object", "  properties:", "    a: {type: string}"],
        ),
        ({"x-tbk-errors": {"isv.none": {"a": 1}}}, ['"x-tbk-errors":', '  "isv.none": {a: 1}']),
        ({"enum": ["1", "a b", "no"]}, ['enum: ["1", "a b", "no"]']),
    ],
)
def test_layout(schema: dict[str, Any], lines: list[str]) -> None:
    assert str(block(schema, 4)).splitlines() == ["    " + line for line in lines]
