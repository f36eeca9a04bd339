"""What is refused of arguments, checked without a gateway: limits at both sides, JSON, rules."""

from typing import Any

import pytest
from taobaoke_mock.arguments import Arguments, broken, whole_number


def wrong(parameter: dict[str, Any], value: Any) -> str | None:
    """The path of the argument that is refused, beside an empty one before it."""
    known: list[Any] = [{"name": "a", "type": "integer"}, {"name": "x", **parameter}]
    arguments = Arguments(known)
    found = arguments.check(arguments.read({"a": "", "x": value}), [])
    return found and found.path


STRING, INTEGER = {"type": "string"}, {"type": "integer"}
LIST = {"type": "array", "separator": ",", "items": INTEGER}


@pytest.mark.parametrize(
    ("parameter", "passes", "fails"),
    [
        ({**STRING, "max_length": 3}, ["店", "店铺名"], ["店铺名称"]),
        ({**STRING, "min_length": 2}, ["店铺"], ["店"]),
        ({**STRING, "min_length": 2, "max_length": 3}, ["店铺", "店铺名"], ["店", "店铺名称"]),
        ({**LIST, "max_items": 2}, ["[]", "1", "1,2", "[1,2]"], ["1,2,3", "[1,2,3]"]),
        ({**LIST, "min_items": 1}, ["1", "[1]"], ["[]"]),
        ({**LIST, "min_items": 2, "max_items": 2}, ["1,2"], ["1", "1,2,3"]),
        ({**INTEGER, "minimum": 1, "maximum": 3}, ["1", "3", "03"], ["0", "4", "-1", "1.0", "x"]),
        (
            {"type": "decimal", "minimum": "0.1", "maximum": "0.3"},
            ["0.1", "0.3", "0.30"],
            ["0.09", "0.31", "x", "NaN", "Infinity"],
        ),
        ({"type": "decimal", "scale": 2}, ["1.25", "1.250", "1"], ["1.255"]),
        ({"type": "boolean"}, ["true", "false"], ["True", "1", "yes"]),
        ({"type": "boolean", "truth": ["1", "0"]}, ["1", "0"], ["true"]),
        ({"type": "json"}, ["{}", "[1]", "null", '"x"'], ["{", "NaN", '{"a": Infinity}', "x"]),
        (
            {"type": "object", "members": [{"name": "b", **INTEGER}]},
            ["{}", '{"b": 1}', '{"b": "1"}', '{"b": null}'],
            ["[]", "x", '{"b": NaN}'],
        ),
        ({"type": "string", "enum": ["1", "2"]}, ["1", "2"], ["3", "12"]),
        (
            {"type": "csv", "separator": ";", "enum": ["1", "2"], "max_items": 2},
            ["1", "1;2"],
            ["1,2", "1;3", "1;2;1"],
        ),
        (
            {"type": "datetime", "format": "%Y-%m-%d %H:%M:%S"},
            ["2024-02-29 23:59:59"],
            ["2023-02-29 00:00:00", "2024-2-9 1:2:3 x", "2024-02-29"],
        ),
    ],
    ids=str,
)
def test_values_at_both_sides_of_each_bound(
    parameter: dict[str, Any], passes: list[str], fails: list[str]
) -> None:
    assert [value for value in passes if wrong(parameter, value) is not None] == []
    assert [value for value in fails if wrong(parameter, value) is None] == []


def test_the_first_wrong_argument_is_told_in_the_order_of_the_document() -> None:
    known: list[Any] = [{"name": name, **INTEGER} for name in ("b", "a", "c")]
    found = Arguments(known).check({"a": "x", "b": "y", "c": "z"}, [])
    assert found
    assert found.path == "b"


def test_what_is_missing_is_told_by_its_path() -> None:
    inner = {"name": "z", "type": "string", "required": True}
    known: list[Any] = [
        {"name": "a", "type": "string"},
        {"name": "o", "type": "object", "members": [inner]},
        {"name": "l", "type": "array", "items": {"type": "object", "members": [inner]}},
        {"name": "r", "type": "string", "required": True},
    ]
    arguments = Arguments(known)

    def missing(**given: str) -> str | None:
        return arguments.missing(arguments.read(given))

    assert missing(r="x") is None
    assert missing() == "r"
    assert missing(r="") == "r"
    assert missing(r="x", o="{}") == "o.z"
    assert missing(r="x", o='{"z": "x"}', l='[{"z": "x"}, {}]') == "l.z"
    assert missing(r="x", o='{"z": ""}') == "o.z"


RULES: list[Any] = [
    {"kind": "exactly_one_of", "names": ["a", "b"], "when": {"mode": "1"}},
    {"kind": "together", "names": ["c", "d", "e"], "when": {}},
    {"kind": "at_most_one_of", "names": ["f", "g"], "when": {}},
    {"kind": "at_least_one_of", "names": ["h", "i"], "when": {"mode": "2"}},
]


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({}, None),
        ({"mode": "1"}, "exactly_one_of"),
        ({"mode": "1", "a": "x"}, None),
        ({"mode": "1", "a": "x", "b": "x"}, "exactly_one_of"),
        ({"mode": "1", "a": "x", "b": ""}, None),
        ({"c": "x"}, "together"),
        ({"c": "x", "d": "x"}, "together"),
        ({"c": "x", "d": "x", "e": "x"}, None),
        ({"f": "x"}, None),
        ({"f": "x", "g": "x"}, "at_most_one_of"),
        ({"mode": "2"}, "at_least_one_of"),
        ({"mode": "2", "h": "x", "i": "x"}, None),
    ],
    ids=str,
)
def test_rules_between_parameters(given: dict[str, str], kind: str | None) -> None:
    rule = broken(RULES, given)
    assert (rule and rule["kind"]) == kind


@pytest.mark.parametrize(
    ("value", "number"),
    [("7", 7), ("-7", None), ("007", 7), (7, 7), ("", None), ("7.0", None), ("²", None),
     ("1" * 5000, int("1" * 18)), (None, None), ("x", None)],
)  # fmt: skip
def test_whole_numbers(value: Any, number: int | None) -> None:
    assert whole_number(value) == number
