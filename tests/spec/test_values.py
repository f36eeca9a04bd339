"""Values of samples, examples and defaults against their types."""

from dataclasses import replace
from decimal import Decimal

from tables import every

from generator.problems import Origin
from generator.spec.ir import ArrayType, Limits, Member, Members, ObjectType, ScalarType
from generator.spec.language import TIME_FORMATS
from generator.spec.text import Json, Name, SpecText
from generator.spec.values import mismatch, on_wire, outside_limits, sample_mismatches

TEXT = ScalarType("string", "string")
NUMBER = ScalarType("integer", "number")
MONEY = ScalarType("decimal", "string")
TRUTH = ScalarType("boolean", "boolean")
DAY = ScalarType("date", "string", TIME_FORMATS["yyyy-MM-dd"])
MOMENT = ScalarType("datetime", "string", TIME_FORMATS["yyyy-MM-dd HH:mm:ss"])
EPOCH = ScalarType("datetime", "number", TIME_FORMATS["epoch_ms"])
CSV = ScalarType("csv", "string", separator=SpecText(","))
JSON = ScalarType("json", "string")
FILE = ScalarType("bytes", "string")


def member(type_: ScalarType | ArrayType | ObjectType, name: str = "x") -> Member:
    return Member(Name(name), Name(name), type_, SpecText("说明"), Origin("x.yaml"))


def an_object(*members: Member) -> ObjectType:
    return ObjectType(Name("Thing"), SpecText(""), Members(members), Origin("x.yaml"), "response")


@every(
    ("value", "type_", "why"),
    [
        ("anything", TEXT, None),
        (5, TEXT, None),
        ("12", NUMBER, None),
        (-12, NUMBER, None),
        ("1.0", NUMBER, "is not a whole number"),
        ("", NUMBER, "is not a whole number"),
        ("٣", NUMBER, "is not a whole number"),
        ("1.50", MONEY, None),
        (Decimal("1.50"), MONEY, None),
        ("NaN", MONEY, "is not a number"),
        ("1,5", MONEY, "is not a number"),
        (Decimal("1E-10"), MONEY, None),
        (True, TRUTH, None),
        ("false", TRUTH, None),
        ("yes", TRUTH, "is neither true nor false"),
        ("2026-02-28", DAY, None),
        ("2026-02-30", DAY, "does not have the form yyyy-MM-dd"),
        ("2026-02-28 12:00:00", MOMENT, None),
        ("2026-02-28", MOMENT, "does not have the form yyyy-MM-dd HH:mm:ss"),
        ("1767225600000", EPOCH, None),
        ("now", EPOCH, "does not have the form epoch_ms"),
        ('{"a": 1}', JSON, None),
        ("{a: 1}", JSON, "is not JSON"),
        ("x", FILE, "an uploaded file has no text form"),
    ],
)
def test_a_value_is_of_its_type_or_told_why_not(
    value: Json, type_: ScalarType, why: str | None
) -> None:
    assert mismatch(value, type_) == why


@every(
    ("type_", "text", "value"),
    [
        (NUMBER, "12", 12),
        (NUMBER, "0", 0),
        (NUMBER, "--", "--"),
        (NUMBER, "", ""),
        (ScalarType("decimal", "number"), "1.50", Decimal("1.50")),
        (MONEY, "1.50", "1.50"),
        (MONEY, "--", "--"),
        (TRUTH, "true", True),
        (TRUTH, "false", False),
        (TEXT, "12", "12"),
    ],
)
def test_how_the_wire_carries_a_text(type_: ScalarType, text: str, value: Json) -> None:
    """A placeholder goes as a number only if it is one."""
    placeholders = tuple(map(SpecText, ("--", "", "0")))
    carried = on_wire(replace(type_, placeholders=placeholders), text)
    assert carried == value
    assert type(carried) is type(value)


@every(
    ("value", "type_", "limits", "why"),
    [
        (1, NUMBER, Limits(minimum=Decimal(1)), None),
        (0, NUMBER, Limits(minimum=Decimal(1)), "is below the minimum 1"),
        ("0.51", MONEY, Limits(maximum=Decimal("0.5")), "is above the maximum 0.5"),
        ("abc", TEXT, Limits(max_length=3), None),
        ("淘宝客户", TEXT, Limits(max_length=3), "is longer than 3"),
        ("a", TEXT, Limits(min_length=2), "is shorter than 2"),
        ("a,b", CSV, Limits(max_items=2), None),
        ("a,b,c", CSV, Limits(max_items=2), "has 3 elements, more than 2"),
    ],
)
def test_limits(value: Json, type_: ScalarType, limits: Limits, why: str | None) -> None:
    assert outside_limits(value, replace(member(type_), limits=limits)) == why


ITEM = an_object(member(TEXT, "id"), member(MONEY, "fee"))
FIELDS = Members(
    (
        member(TRUTH, "more"),
        member(ArrayType(ITEM, Name("item"), False, SpecText(",")), "results"),
        member(an_object(), "unknown"),
    )
)


@every(
    ("sample", "told"),
    [
        ({}, []),
        ({"more": True, "request_id": "x"}, []),
        ({"results": {"item": [{"id": "1", "fee": "1.5"}]}}, []),
        ({"results": {}}, []),
        ({"results": ""}, []),
        ({"results": None, "more": None}, []),
        ({"unknown": {"anything": [1]}}, []),
        ([], [((), "is array, not object")]),
        ({"more": "true"}, [(("more",), "is string, not boolean")]),
        ({"extra": 1}, [(("extra",), "is not among the fields")]),
        ({"results": {"items": []}}, [(("results",), "has no list wrapper 'item' but items")]),
        ({"results": {"item": {"id": "1"}}}, [(("results",), "is object, not array")]),
        (
            {"results": {"item": [{"id": "1"}, {"id": 2, "fee": "x"}]}},
            [
                (("results", "item", 1, "id"), "is number, not string"),
                (("results", "item", 1, "fee"), "is not a number"),
            ],
        ),
    ],
)
def test_a_sample_agrees_with_the_fields_or_is_told_where_not(
    sample: Json, told: list[tuple[tuple[str | int, ...], str]]
) -> None:
    assert list(sample_mismatches(sample, FIELDS, "request_id")) == told
