"""Names have a harmless form; texts and data of a spec cannot be printed by accident."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hostile.texts import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from project import REPOSITORY
from tables import every

from generator.spec.text import Name, SpecData, SpecText, json_literal, reveal

NO_NAMES = {"minimum", "maximum", "utc_offset", "page", "document_page", "url"}
"""What has a form and becomes a number, or an address in a text."""


def _patterns(schema: Any, place: str) -> Iterator[tuple[str, str]]:
    """Every pattern of a schema, by the key that it is about."""
    for key, inner in schema.items() if isinstance(schema, dict) else enumerate(schema):
        if key == "pattern" and isinstance(inner, str):
            yield place, inner
        elif isinstance(inner, dict | list):
            step = key in ("properties", "$defs", "propertyNames", "items") or key in range(99)
            yield from _patterns(inner, place if step else str(key))


PATTERNS = sorted(
    {
        pattern
        for file in (REPOSITORY / "specs" / "_schema").glob("*.json")
        for place, pattern in _patterns(json.loads(file.read_text("utf-8")), file.name)
        if place not in NO_NAMES
    }
)


@every(
    "text",
    [
        "a",
        "_",
        "tbk.shop.get",
        "NTbkShop",
        "a_",
        "https://eco.taobao.com/router/rest",
        "1.0",
        "Z9-x",
    ],
)
def test_names(text: str) -> None:
    assert Name(text) == text
    assert str(Name(text)) == text


@every(
    "text",
    [
        *(
            "",
            " ",
            "a b",
            "a\n",
            "\na",
            'a"',
            "a'",
            "a`",
            "a|b",
            "<b>",
            "{x}",
            "a$",
            "名",
            "a\\",
            "#a",
        ),
        *("../x", "a?b=c", "a&b", "-a", "a-", "a,b", "a;b", "a(b)", "a\x00", *HOSTILE[:10]),
    ],
)
def test_what_is_no_name(text: str) -> None:
    with pytest.raises(ValueError, match="is no name"):
        Name(text)


@pytest.mark.parametrize("pattern", PATTERNS)
@settings(max_examples=40)
@given(data=st.data())
def test_every_name_that_a_schema_takes_is_one(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern.replace("$", r"\Z"), fullmatch=True))
    assert Name(text) == text


@every(
    "convert",
    [
        str,
        "{}".format,
        "{:>5}".format,
        lambda text: f"{text}",
        lambda text: "%s" % text,  # noqa: UP031
        lambda text: "a" + text,
        lambda text: ",".join([text]),
        lambda text: Name(text),
        json.dumps,
        lambda text: re.sub("a", "b", text),
    ],
)
@every("wrapped", [SpecText("x"), SpecData("x"), SpecData(["x"])])
def test_texts_and_data_have_no_string(convert: Any, wrapped: Any) -> None:
    with pytest.raises(TypeError):
        convert(wrapped)


def test_they_reveal_what_they_hold() -> None:
    assert SpecText("x").reveal() == reveal(SpecText("x")) == reveal("x") == "x"
    assert SpecData({"a": [1]}).reveal() == {"a": [1]}
    assert not SpecText("")
    assert SpecText(" ")


def test_equal_texts_are_equal_and_no_string_is() -> None:
    assert SpecText("x") == SpecText("x") != SpecText("y")
    assert SpecText("x") != "x"
    assert SpecData([1]) == SpecData([1]) != SpecData([2])
    assert SpecData("x") != "x"
    assert len({SpecText("x"), SpecText("x"), SpecData([1]), SpecData([1])}) == 2
    assert sorted([SpecText("b"), SpecText("a")]) == [SpecText("a"), SpecText("b")]


def test_tracebacks_show_what_stands_there() -> None:
    assert repr(SpecText("x")) == "SpecText('x')"
    assert repr(SpecData(Decimal("1.50"))) == "SpecData(Decimal('1.50'))"


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("中", '"中"'),
        ('a"b\\', '"a\\"b\\\\"'),
        ("\u2028", '"\\u2028"'),
        ("\x7f", '"\\u007f"'),
        ("\U0001f600", '"\U0001f600"'),
    ],
)
def test_json_literals(text: str, literal: str) -> None:
    assert json_literal(SpecText(text)) == literal
