"""Types of the client: what a parameter takes, what a field reads as, how both are converted."""

import dataclasses
from decimal import Decimal
from typing import Any

import pytest
from project import TinyProject
from tables import every

from generator.output.python import one_line
from generator.spec import language
from generator.spec.ir import ArrayType, EnumValue, Limits, Members, ScalarType, Truth, Type
from generator.spec.text import Name, SpecText
from generator.targets.client import types
from targets.ir import an_object, member, orders
from targets.ir import scalar as plain_scalar


def a_list(items: Type, wrapper: str | None = None, separator: str = ",") -> ArrayType:
    return ArrayType(items, Name(wrapper) if wrapper else None, False, SpecText(separator))


def scalar(kind: str, wire: str | None = None, form: str | None = None, **more: Any) -> ScalarType:
    return dataclasses.replace(plain_scalar(kind, wire, form), **more)


EPOCH_MS, MINUTES = (language.TIME_FORMATS[name] for name in ("epoch_ms", "yyyy-MM-dd HH:mm"))
YES_NO = Truth((SpecText("1"), SpecText("Y")), (SpecText("0"),))
TRUE_FALSE = Truth((SpecText("true"),), (SpecText("false"),))
THING = an_object("Thing", member("a"))
SHARED = dataclasses.replace(an_object("Thing", member("a")), shared=True)
BARE = dataclasses.replace(an_object("Thing"), name=None)


@pytest.mark.parametrize(
    ("name", "type_", "text"),
    [
        ("q", scalar("string"), "str"),
        ("item_id", scalar("string"), "IdLike"),
        ("uuid", scalar("string"), "str"),
        ("paid", scalar("string"), "str"),
        ("pid", scalar("string"), "str"),
        ("x", scalar("string", "number"), "IdLike"),
        ("n", scalar("integer"), "int"),
        ("n", scalar("decimal"), "NumberLike"),
        ("n", scalar("boolean"), "bool"),
        ("n", scalar("datetime"), "MomentLike"),
        ("n", scalar("date"), "DayLike"),
        ("n", scalar("json"), "JsonLike"),
        ("n", scalar("csv"), "CsvLike"),
        ("n", scalar("bytes"), "FileLike"),
        ("n", a_list(scalar("string")), "CsvLike"),
        ("n", a_list(scalar("bytes")), "FileLike | Iterable[FileLike]"),
        ("n", THING, "TbkOrderGetThing"),
        ("n", SHARED, "Thing"),
        ("n", BARE, "Mapping[str, object]"),
        ("n", a_list(THING), "Iterable[TbkOrderGetThing]"),
    ],
)
def test_what_a_parameter_takes(tiny: TinyProject, name: str, type_: Type, text: str) -> None:
    found = types.argument_annotation(orders(tiny), member(name, type_))
    assert found.text == text


VALUES = tuple(EnumValue(SpecText(value), SpecText("值")) for value in ("1", "-2"))
STATED = language.CLOSINGS["stated"]


@pytest.mark.parametrize(
    ("type_", "closed", "taken", "read"),
    [
        ("integer", STATED, "Literal[1, -2]", "Literal[1, -2] | None"),
        ("integer", None, "Literal[1, -2] | int", "Literal[1, -2] | int | None"),
        ("string", STATED, 'Literal["1", "-2"]', 'Literal["1", "-2"] | None'),
        ("string", None, 'Literal["1", "-2"] | str', 'Literal["1", "-2"] | str | None'),
        (
            scalar("string", "number"),
            None,
            'Literal["1", "-2"] | IdLike',
            'Literal["1", "-2"] | str | None',
        ),
        ("csv", STATED, 'Iterable[Literal["1", "-2"]] | str', "list[str]"),
        ("csv", None, 'Iterable[Literal["1", "-2"]] | CsvLike', "list[str]"),
        ("decimal", STATED, "NumberLike", "Decimal | None"),
        (a_list(scalar("integer")), STATED, "Iterable[Literal[1, -2]] | str", "list[int]"),
        (a_list(scalar("decimal")), STATED, "CsvLike", "list[Decimal]"),
    ],
)
def test_lists_of_values_are_named_and_open_ones_take_others(
    tiny: TinyProject, type_: Any, closed: Any, taken: str, read: str
) -> None:
    one = member("x", type_, enum=VALUES, closed=closed)
    assert types.argument_annotation(orders(tiny), one).text == taken
    assert types.field_annotation(one).text == read


def test_request_objects_have_an_owner_outside_of_their_module(tiny: TinyProject) -> None:
    many = member("x", a_list(THING))
    found = types.argument_annotation(orders(tiny), many, owner="types.")
    assert found.text == "Iterable[types.TbkOrderGetThing]"


@every(
    ("type_", "text"),
    [
        (scalar("string"), "str | None"),
        (scalar("decimal"), "Decimal | None"),
        (scalar("json"), "Json"),
        (scalar("csv"), "list[str]"),
        (scalar("datetime"), "datetime | None"),
        (a_list(scalar("integer"), "n"), "list[int]"),
        (THING, "Thing | None"),
        (a_list(a_list(THING)), "list[list[Thing]]"),
        (BARE, "Json"),
        (an_object("Method", member("a")), "MethodObject | None"),
    ],
)
def test_what_a_field_reads_as(type_: Type, text: str) -> None:
    assert types.field_annotation(member(type_=type_)).text == text


@every(
    ("one", "source"),
    [
        (member(), "wire()"),
        (member(type_="integer"), "wire()"),
        (member("class", python_name="class_"), 'wire(name="class")'),
        (member(type_=a_list(scalar("string"), "string")), 'wire(wrapper="string")'),
        (member(type_=scalar("date", form="yyyyMMdd")), 'wire(form="yyyyMMdd")'),
        (member(type_="date"), "wire()"),
        (member(type_=scalar("string", "number")), "wire(number=True)"),
        (member(type_=scalar("integer", "string")), "wire(text=True)"),
        (member(type_=scalar("decimal", "number")), "wire(number=True)"),
        (member(type_="json"), "wire(json=True)"),
        (member(type_="csv"), 'wire(separator=",")'),
        (
            member(type_=scalar("datetime", "number", "epoch_ms")),
            'wire(form="epoch_ms", number=True)',
        ),
        (
            member(type_=scalar("date", further_formats=(EPOCH_MS, MINUTES))),
            'wire(further=("epoch_ms", "yyyy-MM-dd HH:mm"))',
        ),
        (
            member(type_=scalar("string", placeholders=(SpecText("--"), SpecText("")))),
            'wire(placeholders=("--", ""))',
        ),
        (
            member(type_=a_list(scalar("date", placeholders=(SpecText("0"),)), "day")),
            'wire(wrapper="day", placeholders=("0",))',
        ),
        (
            member(type_=scalar("boolean", "string", truth=YES_NO)),
            'wire(yes=("1", "Y"), no=("0",), text=True)',
        ),
        (member(type_=scalar("boolean", "string", truth=TRUE_FALSE)), "wire(text=True)"),
    ],
)
def test_hints_of_fields(one: Any, source: str) -> None:
    assert one_line(types.wire_hint(one)) == source


@every(
    ("one", "source"),
    [
        (member(limits=Limits(min_length=1, max_length=9)), "Text(min_length=1, max_length=9)"),
        (
            member(type_="integer", limits=Limits(minimum=1, maximum=5)),
            "Integer(minimum=1, maximum=5)",
        ),
        (member(type_="integer", limits=Limits(minimum=0)), "Integer(minimum=0)"),
        (
            member(type_="decimal", limits=Limits(maximum=Decimal("0.50"))),
            'Exact(maximum=Decimal("0.50"))',
        ),
        (member(type_="csv", limits=Limits(max_items=3)), "Csv(max_items=3)"),
        (
            member(
                type_=a_list(scalar("integer"), None, ";"), limits=Limits(min_items=1, max_items=3)
            ),
            'ListOf(Integer(), separator=";", min_items=1, max_items=3)',
        ),
        (member(type_="boolean"), "Boolean()"),
        (
            member(type_=scalar("boolean", "string", truth=YES_NO)),
            'Boolean(text=True, yes=("1", "Y"), no=("0",))',
        ),
        (member(type_=scalar("boolean", "string", truth=TRUE_FALSE)), "Boolean(text=True)"),
        (
            member(type_="decimal", limits=Limits(minimum=1, scale=2)),
            "Exact(minimum=1, scale=2)",
        ),
        (member(type_="decimal", limits=Limits(scale=0)), "Exact(scale=0)"),
        (member(type_=scalar("datetime", form="yyyyMMdd")), 'Moment(form="yyyyMMdd")'),
        (member(type_="bytes"), "Upload()"),
        (member(type_=BARE), "Anything()"),
        (member(type_=THING), 'Object({"a": Text()})'),
    ],
)
def test_kinds_of_parameters(one: Any, source: str) -> None:
    assert one_line(types.object_kind(Members((one,)))) == f'Object({{"x": {source}}})'


def test_required_and_renamed_parameters_go_by_their_names_in_python() -> None:
    members = Members(
        (
            member("class", python_name="class_", required=True),
            member("a", required=True),
            member("b"),
        )
    )
    assert one_line(types.object_kind(members)) == (
        'Object({"class_": Text(), "a": Text(), "b": Text()}, required=("class_", "a"), '
        'renamed={"class_": "class"})'
    )
