"""The cell that says everything about a parameter or a field, line by line."""

import dataclasses
from datetime import timedelta
from typing import Any

import pytest

from generator.spec import language
from generator.spec.ir import ArrayType, EnumValue, Limits, Link, Member, Members
from generator.spec.text import Name, SpecText
from generator.targets.docs.members import rows
from generator.targets.samples import Samples
from targets.ir import member, scalar

LINK = Link(Name("rules"), SpecText("规则"), SpecText("https://pub.alimama.com/rules"))
OTHER = Name("taobao.tbk.other.get")


def lines(one: Member) -> list[str]:
    (row,) = rows(Members((one,)), Samples(timedelta(hours=8)))
    return row.text.split("<br>")


def values(count: int) -> tuple[EnumValue, ...]:
    return tuple(
        EnumValue(SpecText(str(number)), SpecText(f"第{number}")) for number in range(count)
    )


def test_everything_in_its_order() -> None:
    one = member(
        type_=scalar("integer"),
        default=1,
        example=2,
        enum=values(2),
        closed=language.CLOSINGS["refused"],
        limits=Limits(minimum=0),
        unit=language.UNITS["件"],
        see=(LINK,),
        note=SpecText("未*证实*"),
    )
    assert lines(one) == [
        "说明",
        "只能取：`0` 第0、`1` 第1",
        "默认 `1`；单位：件；不小于 0",
        "示例 `1`",
        "参见 [规则](<https://pub.alimama.com/rules>)",
        r"注：未\*证实\*",
    ]


@pytest.mark.parametrize(
    ("key", "more", "line"),
    [
        ("example", {"example": "x"}, "示例 `x`（据 `taobao.tbk.other.get` 的文档）"),
        ("default", {"default": "x"}, "默认 `x`（据 `taobao.tbk.other.get` 的文档）"),
        (
            "max_length",
            {"limits": Limits(max_length=9)},
            "至多 9 个字符（据 `taobao.tbk.other.get` 的文档）",
        ),
    ],
)
def test_what_is_borrowed_says_from_whom(key: str, more: dict[str, Any], line: str) -> None:
    assert lines(member(taken_from={key: OTHER}, **more)) == ["说明", line]


def test_an_example_of_ours_says_so() -> None:
    ours = member(example="x", taken_from={"example": Name(language.OURS)})
    assert lines(ours) == ["说明", "示例 `x`（自拟）"]


def test_the_example_of_a_list_shows_its_values() -> None:
    parts = ArrayType(scalar("string"), None, False, SpecText(","))
    ours = {"example": Name(language.OURS)}
    assert lines(member(type_=parts, example=["a", "b"], taken_from=ours)) == [
        "说明",
        "以英文逗号分隔",
        "示例 `a`、`b`（自拟）",
    ]
    assert lines(member(type_=parts, example="a,b"))[-1] == "示例 `a,b`"


def test_many_values_stand_below_each_other() -> None:
    assert lines(member(enum=values(3)))[1] == "已知取值：`0` 第0、`1` 第1、`2` 第2"
    assert lines(member(enum=values(4)))[1:] == [
        "已知取值：",
        *("`0` 第0", "`1` 第1", "`2` 第2", "`3` 第3"),
    ]


def test_forms_of_a_value() -> None:
    moment = dataclasses.replace(
        scalar("datetime"),
        further_formats=(language.TIME_FORMATS["epoch_ms"],),
        placeholders=(SpecText("--"),),
    )
    form = "格式：`yyyy-MM-dd HH:mm:ss`；也可能是 毫秒时间戳；`--` 表示没有值"
    assert lines(member(type_=moment)) == ["说明", form]


def test_a_list_tells_its_wrapper_or_what_joins_its_values() -> None:
    wrapped = ArrayType(scalar("string"), Name("string"), True, SpecText(","))
    assert lines(member(type_=wrapped))[1] == "JSON 中列表外有一层 `string`（键名为推断）"
    sent = ArrayType(scalar("string"), None, False, SpecText(";"))
    assert lines(member(type_=sent))[1] == "以英文分号分隔"
