"""What a schema says about one member: as keywords where tools read them, as prose elsewhere."""

import dataclasses
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tables import every

from generator.spec import language
from generator.spec.ir import (
    ArrayType,
    EnumValue,
    Limits,
    Link,
    Member,
    Members,
    ScalarType,
    Truth,
    Type,
)
from generator.spec.text import Name, SpecText
from generator.targets.openapi.schemas import Schemas
from generator.targets.samples import Samples
from targets.ir import an_object, member, scalar

SCHEMAS = Schemas(Samples(timedelta(hours=8)), Name("x-tbk"))
VALUES = (EnumValue(SpecText("1"), SpecText("是")), EnumValue(SpecText("2"), SpecText("否")))
MEANINGS = {"1": "是", "2": "否"}
CLOSED = language.CLOSINGS["stated"]
OTHER = Name("taobao.tbk.other.get")
LINKS = (
    Link(Name("a"), SpecText("规则"), SpecText("https://pub.alimama.com/a")),
    Link(Name("b"), SpecText("名单"), SpecText("https://pub.alimama.com/b")),
)


def sent(one: Member, text: str | None = None) -> dict[str, Any]:
    """What is said of a parameter."""
    call = {one.name: text} if text is not None else {}
    found: dict[str, Any] = SCHEMAS.form(Members((one,)), call)[one.name]
    return found


def read(one: Member, *nulls: str) -> dict[str, Any]:
    """What is said of a field."""
    found: dict[str, Any] = SCHEMAS.fields(Members((one,)), nulls)[one.name]
    return found


def with_type(kind: str, wire: str | None = None, **more: Any) -> ScalarType:
    return dataclasses.replace(scalar(kind, wire), **more)


def texts(*plain: str) -> tuple[SpecText, ...]:
    return tuple(map(SpecText, plain))


# Lists of values


def test_a_closed_list_of_a_request_is_an_enum() -> None:
    found = sent(member(type_=scalar("integer"), enum=VALUES, closed=CLOSED, example=2))
    assert found["enum"] == [1, 2]
    assert found["examples"] == [2]
    assert found["x-tbk-values"] == MEANINGS
    assert found["description"] == "说明；只能取：1 是、2 否"


def test_an_open_list_of_a_request_is_examples() -> None:
    found = sent(member(type_=scalar("integer"), enum=VALUES, example=2))
    assert "enum" not in found
    assert found["examples"] == [2, 1]
    assert found["x-tbk-values"] == MEANINGS
    assert found["description"] == "说明；已知取值：1 是、2 否"


@pytest.mark.parametrize("closed", [None, CLOSED])
def test_no_list_of_a_reply_is_an_enum(closed: Any) -> None:
    found = read(member(type_=scalar("integer"), enum=VALUES, closed=closed))
    assert "enum" not in found
    assert found["x-tbk-values"] == MEANINGS
    assert Draft202012Validator(found).is_valid(3)


def test_a_list_of_several_values_tells_what_they_mean() -> None:
    items = ArrayType(scalar("string"), None, False, SpecText(","))
    for found in (sent(member(type_=items, enum=VALUES)), sent(member(type_="csv", enum=VALUES))):
        assert found["x-tbk-values"] == MEANINGS
        assert "enum" not in found
        assert "examples" not in found


# Links, sources, notes


@every("side", [sent, read])
@every("type_", ["string", "object", "array"])
def test_links_are_in_the_description_and_the_first_one_is_a_keyword(side: Any, type_: str) -> None:
    thing = an_object("Thing", member("a"))
    types: dict[str, Type] = {
        "string": scalar("string"),
        "object": thing,
        "array": ArrayType(thing, Name("thing"), False, SpecText(",")),
    }
    found = side(member(type_=types[type_], see=LINKS, note=SpecText("未证实")))
    assert found["externalDocs"] == {"url": "https://pub.alimama.com/a", "description": "规则"}
    assert "参见 规则 <https://pub.alimama.com/a>、名单 <https://pub.alimama.com/b>" in (
        found["description"]
    )
    assert found["description"].endswith("；注：未证实")


def test_what_is_not_the_methods_own_says_whose_it_is() -> None:
    taken_from = {"default": OTHER, "example": Name(language.OURS), "maximum": OTHER}
    found = sent(
        member(
            type_=scalar("integer"),
            default=5,
            example=6,
            limits=Limits(minimum=1, maximum=9),
            taken_from=taken_from,
        )
    )
    assert (found["default"], found["examples"]) == (5, [6])
    assert (found["minimum"], found["maximum"]) == (1, 9)
    assert found["description"] == (
        "说明；不大于 9（据 taobao.tbk.other.get 的文档）；"
        "默认 5（据 taobao.tbk.other.get 的文档）；示例（自拟）"
    )


# Limits


def test_limits_that_keywords_tell_are_not_told_twice() -> None:
    number = sent(member(type_=scalar("integer"), limits=Limits(minimum=1, maximum=9)))
    assert number == {"type": "integer", "minimum": 1, "maximum": 9, "description": "说明"}
    text = sent(member(limits=Limits(max_length=9)))
    assert text == {"type": "string", "maxLength": 9, "description": "说明"}


def test_limits_that_no_keyword_tells_are_told_in_words() -> None:
    money = member(type_=scalar("decimal"), limits=Limits(minimum=Decimal("0.5"), scale=2))
    assert sent(money) == {"type": "string", "description": "说明；不小于 0.5；至多 2 位小数"}
    assert read(money) == {"type": "string", "description": "说明；不小于 0.5；至多 2 位小数"}
    many = member(type_="csv", limits=Limits(max_items=9))
    assert sent(many)["description"] == "说明；以英文逗号分隔；至多 9 个元素"


@pytest.mark.parametrize(("scale", "step"), [(0, 1), (2, None), (4, None)])
def test_whole_decimals_are_a_step_and_others_are_told(scale: int, step: int | None) -> None:
    """A step of 0.01 would refuse 0.07 in every validator that counts with floats."""
    number = member(type_=scalar("decimal", "number"), limits=Limits(scale=scale))
    assert sent(number).get("multipleOf") == step
    told = f"至多 {scale} 位小数" if scale else "没有小数"
    assert told in sent(number)["description"]
    assert "multipleOf" not in read(number)


# Forms


@every(
    ("type_", "values"),
    [
        (with_type("datetime", "number", placeholders=texts("0")), [0, 1717200000000]),
        (with_type("integer", placeholders=texts("--")), ["--", 5]),
        (with_type("integer", placeholders=texts("")), ["", 5]),
        (with_type("decimal", placeholders=texts("")), ["", "1.50"]),
        (with_type("decimal", "number", placeholders=texts("0", "--")), [0, "--", 1.5]),
        (
            with_type("datetime", "number", further_formats=(language.TIME_FORMATS["yyyy-MM-dd"],)),
            [1717200000000, "2026-01-01"],
        ),
        (
            with_type("datetime", further_formats=(language.TIME_FORMATS["epoch_ms"],)),
            ["2026-01-01 00:00:00", "1717200000000"],
        ),
    ],
)
def test_a_reply_may_hold_every_form_of_its_values(type_: ScalarType, values: list[Any]) -> None:
    check = Draft202012Validator(read(member(type_=type_)))
    assert [value for value in values if not check.is_valid(value)] == []
    in_a_list = read(member(type_=ArrayType(type_, None, False, SpecText(","))))
    assert Draft202012Validator(in_a_list).is_valid(values)


def test_a_reply_is_no_text_where_nothing_says_so() -> None:
    plain = read(member(type_=with_type("integer", placeholders=texts("0", "-1"))))
    assert plain["type"] == "integer"


@pytest.mark.parametrize(
    ("kind", "yes", "no", "schema"),
    [
        ("string", ("1", "true"), ("0",), {"type": "string", "enum": ["1", "true", "0"]}),
        ("number", ("1",), ("0",), {"type": "integer", "enum": [1, 0]}),
        ("boolean", ("true",), ("false",), {"type": "boolean", "enum": [True, False]}),
        ("boolean", ("Y",), ("N",), {"type": "string", "enum": ["Y", "N"]}),
    ],
)
def test_a_request_takes_every_spelling_of_true_and_false(
    kind: str, yes: tuple[str, ...], no: tuple[str, ...], schema: dict[str, Any]
) -> None:
    truth = Truth(texts(*yes), texts(*no))
    found = sent(member(type_=with_type("boolean", kind, truth=truth)))
    assert {key: found[key] for key in schema} == schema
    assert f"{yes[0]}" in found["description"]


# Examples of what is required


def test_whatever_is_required_shows_its_example() -> None:
    thing = an_object("Thing", member("a"))
    parts = ArrayType(scalar("string"), None, False, SpecText(","))
    assert sent(member(required=True, example="x"))["examples"] == ["x"]
    assert sent(member(type_=thing, required=True), '{"a":"x"}')["examples"] == ['{"a":"x"}']
    assert sent(member(type_=parts, required=True), "a,b")["examples"] == ["a,b"]
    assert "examples" not in sent(member(type_=parts), "a,b")
    assert sent(member(type_=parts, example=["c", "d"]))["examples"] == ["c,d"]
    assert "examples" not in sent(member(type_=thing, example={"a": "x"}))


# Null


def test_null_fits_where_a_sample_has_it_and_nowhere_else() -> None:
    shared = dataclasses.replace(an_object("Shop", member("s"), side="response"), shared=True)
    fields = an_object(
        "Thing",
        member("a", "integer"),
        member("b", "integer"),
        member("c", ArrayType(scalar("string"), Name("w"), False, SpecText(","))),
        member("d", an_object("Inner", side="response")),
        member("e", shared),
        side="response",
    )
    found = read(member("x", fields), "x.a", "x.c", "x.d", "x.e")["properties"]
    assert found["a"]["type"] == ["integer", "null"]
    assert found["b"]["type"] == "integer"
    assert found["c"]["type"] == ["object", "null"]
    assert found["d"]["type"] == ["object", "null"]
    assert found["e"]["anyOf"] == [{"$ref": "#/components/schemas/Shop"}, {"type": "null"}]
