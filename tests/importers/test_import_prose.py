"""Facts in Chinese sentences: what is recognised, what is marked as unsure, what is left alone."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import every

from generator.importers.draft.sentences import LONGEST_LABEL, plain, proposals


def said(text: str, *, sure: bool = True) -> dict[str, Any]:
    return {p.key: p.value for p in proposals(text) if p.key and p.sure is sure}


@every(
    ("text", "values"),
    [
        ("状态，1：甲，2：乙", {"1": "甲", "2": "乙"}),
        ("状态 1:甲 2:乙 3:丙", {"1": "甲", "2": "乙", "3": "丙"}),
        ("1-甲类，2-乙类；其他说明", {"1": "甲类", "2": "乙类"}),
        ("1—甲 2—乙 3-丙", {"1": "甲", "2": "乙", "3": "丙"}),
        ("0表示甲，1表示乙", {"0": "甲", "1": "乙"}),
        ("A：甲店，B：乙店", {"A": "甲店", "B": "乙店"}),
        ("变更，-1：减少，1：增加", {"-1": "减少", "1": "增加"}),
        ("形式-1：甲，2：乙", {"1": "甲", "2": "乙"}),
        ("奖励，0=甲，1=618活动", {"0": "甲", "1": "618活动"}),
    ],
)
def test_a_clear_enum(text: str, values: dict[str, str]) -> None:
    assert said(text)["enum"] == values


@pytest.mark.parametrize(
    "text",
    [
        "甲活动时，1：新，2：旧；乙活动时，1：绑定，2：成功",
        "0否，1是",
        "取值：1不限，2无，3轻微",
    ],
)
def test_an_unsure_enum_says_why(text: str) -> None:
    assert "enum" not in said(text)
    assert "enum" in said(text, sure=False)
    assert all(p.doubt for p in proposals(text) if not p.sure)


def test_an_enum_with_one_long_meaning_is_unsure() -> None:
    text = f"状态，1：甲，2：{'乙' * (LONGEST_LABEL + 1)}"
    assert said(text, sure=False)["enum"] == {"1": "甲", "2": "乙" * (LONGEST_LABEL + 1)}
    assert said(text.replace("乙" * (LONGEST_LABEL + 1), "乙" * LONGEST_LABEL))["enum"]


def test_several_forms_of_a_time_are_a_doubt_and_no_fact() -> None:
    (doubt,) = proposals("格式yyyy-MM-dd或yyyy-MM-dd HH:mm:ss")
    assert (doubt.key, doubt.value, doubt.sure) == ("", None, False)
    assert doubt.doubt == "时间有多种写法"


@pytest.mark.parametrize(
    "text",
    [
        "时间，例如2019-01-29 20:00:10",
        "不超过3个小时，大促不超过20分钟",
        "最多支持取前6张，大小在150KB以内，分辨率600*600",
        "mm_1_2_3的第3段",
        "建议不超过3个，最多15个",
    ],
)
def test_no_enum_where_there_is_none(text: str) -> None:
    assert "enum" not in said(text) | said(text, sure=False)


@every(
    ("text", "facts"),
    [
        ("页大小，默认20，1~100", {"default": "20", "minimum": 1, "maximum": 100}),
        ("默认：１", {"default": "1"}),
        ("不填默认为1", {"default": "1"}),
        ("默认值：false", {"default": "false"}),
        ("数量，5~5", {}),
        ("最小值：1 最大值：100", {"minimum": 1, "maximum": 100}),
        ("最大长度：64", {"max_length": 64}),
        ("名称，最大10个字符", {"max_length": 10}),
        ("最大列表长度：20", {"max_items": 20}),
        ("最多40个，用英文逗号分隔", {"max_items": 40, "separator": ","}),
        ("使用空格分割", {"separator": " "}),
        ("面额，单位元", {"unit": "元"}),
        ("时长（单位：毫秒）", {"unit": "毫秒"}),
        ("比率。1550表示15.5%", {"unit": "万分之一"}),
        ("比率。1550表示1550%", {"unit": "百分之一"}),
        ("比率。20表示0%", {}),
        ("日期，格式为yyyyMMdd", {"format": "yyyyMMdd"}),
        ("13位时间戳", {"format": "epoch_ms"}),
        ("兼容旧版本参数,无实际作用", {"deprecated": True}),
        ("已下线，不用再管", {"deprecated": True}),
        ("一句普通的话。", {}),
    ],
)
def test_other_facts(text: str, facts: dict[str, Any]) -> None:
    assert said(text) == facts


def test_two_formats_are_a_doubt() -> None:
    text = "格式 yyyy-MM-dd 或 yyyy-MM-dd HH:mm:ss"
    assert "format" not in said(text)
    assert any("写法" in p.doubt for p in proposals(text))


ALPHABET = (
    "0123456789０１abAB甲乙丙默认最大多小值长度列表个字符单位元格式"
    "时间戳位 :：-—=~,，;；、。()（）.表示"
)


@settings(max_examples=400, deadline=None)
@given(st.text(st.sampled_from(ALPHABET), max_size=60))
def test_every_proposed_value_stands_in_the_prose(text: str) -> None:
    for proposal in proposals(text):
        if proposal.key == "enum":
            assert isinstance(proposal.value, dict)
            assert len(proposal.value) >= 1
            for value, label in proposal.value.items():
                assert value in plain(text)
                assert str(label) in plain(text)
        elif proposal.key in ("default", "minimum", "maximum", "max_length", "max_items"):
            assert str(proposal.value).lstrip("-") in plain(text)
