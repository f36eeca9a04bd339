"""What `dump` writes is read back as the same data."""

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.spec.layout import dump, lines
from generator.spec.load import parse
from generator.spec.text import Json

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
"""Anything that a file in UTF-8 can hold."""
shapes = st.sampled_from(
    [
        "no",
        "12:30",
        "0x10",
        "1e3",
        "-",
        "---",
        "a: b",
        "a #b",
        "{x}",
        "'",
        '"',
        "%",
        "@",
        "é",
        "a\tb",
    ]
)
decimals = st.one_of(
    st.decimals(
        allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4
    ),
    st.builds(
        lambda digits, exponent: Decimal(f"0.{digits}e{exponent}"),
        st.integers(1, 10**12),
        st.integers(-99, 99),
    ),
)
scalars = st.one_of(
    texts, shapes, st.integers(-(10**30), 10**30), decimals, st.booleans(), st.none()
)
keys = texts | shapes | st.sampled_from(["fields", "request", "enum", "errors"])
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=20,
)
documents = st.dictionaries(keys, values, min_size=1, max_size=5)


def exact(value: Json) -> object:
    """Equal only for equal values of the same kind: True is not 1, but 2.50 is 2.5."""
    if isinstance(value, dict):
        return [(key, exact(inner)) for key, inner in value.items()]
    if isinstance(value, list):
        return [exact(inner) for inner in value]
    return type(value).__name__, value


@given(documents)
@settings(max_examples=150, deadline=None)
@example({"a": {}, "b": [], "fields": {}, "enum": {"1": "a", "2": "b"}})
@example({"a": [[["x", {"fields": {"b": ["c"]}}], {}], {"enum": {"1": "x"}}]})
@example({"a": Decimal("1E-10"), "b": Decimal("1.10"), "c": Decimal("2E+3")})
@example({"a": Decimal("1E+1")})
@example({"a": "\U000e0001\U0001f600\ufeff\u2028\u202e\x00\x7f\x85"})
@pytest.mark.slow
def test_dumped_data_is_read_back(data: dict[str, Json]) -> None:
    text = dump(data)
    again = parse("x.yaml", text.encode()).data
    assert exact(again) == exact(data)
    assert isinstance(again, dict)
    assert dump(again) == text


def test_small_things_stand_on_one_line_and_members_on_lines_of_their_own() -> None:
    text = dump(
        {
            "method": "taobao.tbk.x.get",
            "summary": {"zh": "查询", "en": "List"},
            "request": {"a": {"type": "string", "enum": {"1": "甲", "2": "乙"}}},
            "scopes": ["381", "no"],
        }
    )
    assert text == """\
method: taobao.tbk.x.get
summary: {zh: 查询, en: List}
request:
  a:
    type: string
    enum:
      "1": 甲
      "2": 乙
scopes: ["381", "no"]
"""


def test_what_is_told_apart_or_a_row_decides_over_the_width() -> None:
    data: dict[str, Json] = {"a": {"b": 1}, "rows": {"x": {"z": "字" * 80}}}
    assert next(lines(data)).text == "a: {b: 1}"
    assert [line.text for line in lines(data, apart={("a",)})][:2] == ["a:", "  b: 1"]
    told = [line.text for line in lines(data, rows={("rows", "*")})]
    assert told[1:] == ["rows:", f"  x: {{z: {'字' * 80}}}"]


def test_every_line_tells_what_begins_in_it() -> None:
    data: dict[str, Json] = {"fields": [{"a": [[1, {"b": 2}]], "fields": {"c": 3}}]}
    apart = {("fields", 0, "a"), ("fields", 0, "a", 0)}
    assert [(line.paths, line.indent, line.text) for line in lines(data, apart=apart)] == [
        ((("fields",),), 0, "fields:"),
        ((("fields", 0), ("fields", 0, "a")), 2, "  - a:"),
        ((("fields", 0, "a", 0), ("fields", 0, "a", 0, 0)), 6, "      - - 1"),
        ((("fields", 0, "a", 0, 1),), 8, "        - {b: 2}"),
        ((("fields", 0, "fields"),), 4, "    fields:"),
        ((("fields", 0, "fields", "c"),), 6, "      c: 3"),
    ]


def test_curly_quotes_around_a_text_are_no_quotes() -> None:
    assert dump({"a": "“x”", "b": "“x”和“y”"}) == 'a: "“x”"\nb: “x”和“y”\n'
