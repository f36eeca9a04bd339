"""What people read: the Chinese words for what the IR says in codes, word by word."""

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from project import TinyProject
from tables import every
from taobaoke import RateLimited, RetryPolicy

from generator.output.phrases import Phrase
from generator.spec import language
from generator.spec.ir import (
    ArrayType,
    Constraint,
    Doc,
    EnumValue,
    ErrorCode,
    Limits,
    Link,
    Members,
    RateLimit,
    Source,
    Truth,
    Type,
)
from generator.spec.text import Name, SpecData, SpecText
from generator.targets import words
from targets.ir import HERE, an_object, member, orders, scalar


def told(phrases: Any) -> list[str]:
    return [phrase.plain().reveal() for phrase in phrases]


def a_list(items: Type, separator: str = ",", **more: Any) -> ArrayType:
    return ArrayType(items, None, more.get("inferred", False), SpecText(separator))


@every(
    ("type_", "word"),
    [
        (scalar("string"), "文本"),
        (scalar("integer"), "整数"),
        (scalar("decimal"), "小数"),
        (scalar("boolean"), "布尔"),
        (scalar("datetime"), "时间"),
        (scalar("date"), "日期"),
        (scalar("json"), "JSON 文本"),
        (scalar("csv"), "分隔文本"),
        (scalar("bytes"), "文件"),
        (an_object("Thing"), "对象"),
        (a_list(scalar("string")), "文本列表"),
        (a_list(a_list(an_object("Thing"))), "对象列表列表"),
    ],
)
def test_types(type_: Type, word: str) -> None:
    assert words.type_words(type_) == word


@every(
    ("type_", "lines"),
    [
        (scalar("string"), []),
        (scalar("datetime"), ["格式：yyyy-MM-dd HH:mm:ss"]),
        (scalar("datetime", form="yyyyMMdd"), ["格式：yyyyMMdd"]),
        (scalar("datetime", form="epoch_ms"), ["格式：毫秒时间戳"]),
        (scalar("date", form="epoch_s"), ["格式：秒级时间戳"]),
        (scalar("csv"), ["以英文逗号分隔"]),
        (a_list(scalar("datetime")), ["格式：yyyy-MM-dd HH:mm:ss"]),
        (a_list(scalar("date", form="epoch_s")), ["格式：秒级时间戳"]),
        (a_list(scalar("string"), separator=";"), []),
        (a_list(an_object("Thing")), []),
        (
            a_list(
                dataclasses.replace(
                    scalar("boolean", "string"), truth=Truth((SpecText("Y"),), (SpecText("N"),))
                )
            ),
            ["Y 为真，N 为假"],
        ),
        (
            a_list(
                dataclasses.replace(
                    scalar("date"),
                    further_formats=(language.TIME_FORMATS["epoch_ms"],),
                    placeholders=(SpecText("--"),),
                )
            ),
            ["格式：yyyy-MM-dd", "也可能是 毫秒时间戳", "-- 表示没有值"],
        ),
    ],
)
def test_forms(type_: Type, lines: list[str]) -> None:
    assert told(words.form_words(type_)) == lines


def test_all_forms_of_a_value() -> None:
    dates = dataclasses.replace(
        scalar("datetime"),
        further_formats=(language.TIME_FORMATS["epoch_ms"], language.TIME_FORMATS["yyyyMMdd"]),
        placeholders=(SpecText("--"), SpecText("")),
    )
    assert [line.markdown() for line in words.form_words(dates)] == [
        "格式：`yyyy-MM-dd HH:mm:ss`",
        "也可能是 毫秒时间戳 或 `yyyyMMdd`",
        "`--`、空文本 表示没有值",
    ]
    truth = Truth((SpecText("1"), SpecText("true")), (SpecText("0"),))
    flag = dataclasses.replace(scalar("boolean", "string"), truth=truth)
    assert [line.markdown() for line in words.form_words(flag)] == ["`1`、`true` 为真，`0` 为假"]


def test_a_form_is_code_and_a_count_is_a_word() -> None:
    (form,) = words.form_words(scalar("date"))
    (count,) = words.form_words(scalar("date", form="epoch_s"))
    assert form.markdown() == "格式：`yyyy-MM-dd`"
    assert count.markdown() == "格式：秒级时间戳"


@pytest.mark.parametrize(
    ("separator", "text"),
    [
        (",", "以英文逗号分隔"),
        (" ", "以空格分隔"),
        (";", "以英文分号分隔"),
        ("&", "以&分隔"),
        ("||", "以||分隔"),
    ],
)
def test_separators(separator: str, text: str) -> None:
    assert words.separator_words(SpecText(separator)).plain() == SpecText(text)


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("元", "单位：元"),
        ("分", "单位：分"),
        ("百分之一", "单位：百分之一（12.34 即 12.34%）"),
        ("万分之一", "单位：万分之一（1234 即 12.34%）"),
    ],
)
def test_units(unit: str, text: str) -> None:
    assert told(words.unit_words(member(unit=language.UNITS[unit]))) == [text]


def test_without_a_unit_nothing_is_said() -> None:
    assert told(words.unit_words(member())) == []


@every(
    ("limits", "lines"),
    [
        (Limits(), []),
        (Limits(minimum=1), ["不小于 1"]),
        (Limits(maximum=100), ["不大于 100"]),
        (Limits(minimum=0, maximum=Decimal("0.50")), ["取值 0–0.50"]),
        (Limits(maximum=Decimal("1E+3")), ["不大于 1000"]),
        (Limits(min_length=2), ["至少 2 个字符"]),
        (Limits(max_length=20), ["至多 20 个字符"]),
        (Limits(min_length=2, max_length=20), ["2–20 个字符"]),
        (Limits(min_items=1), ["至少 1 个元素"]),
        (Limits(max_items=40), ["至多 40 个元素"]),
        (Limits(min_items=1, max_items=40), ["1–40 个元素"]),
        (Limits(scale=2), ["至多 2 位小数"]),
        (Limits(scale=0), ["没有小数"]),
        (Limits(maximum=9, scale=1), ["不大于 9", "至多 1 位小数"]),
        (
            Limits(minimum=1, max_length=2, min_items=3),
            ["不小于 1", "至多 2 个字符", "至少 3 个元素"],
        ),
    ],
)
def test_limits(limits: Limits, lines: list[str]) -> None:
    assert told(words.limit_words(member(limits=limits))) == lines


VALUES = (
    EnumValue(SpecText("1"), SpecText("成功")),
    EnumValue(SpecText("2"), SpecText("*失败*")),
)


def test_an_open_list_is_what_is_known() -> None:
    both = member(enum=VALUES)
    assert words.enum_words(both).plain() == SpecText("已知取值：1 成功、2 *失败*")
    assert words.enum_words(both).markdown() == r"已知取值：`1` 成功、`2` \*失败\*"


@pytest.mark.parametrize("reason", language.CLOSINGS)
def test_a_closed_list_is_all_there_is(reason: str) -> None:
    both = member(enum=VALUES, closed=language.CLOSINGS[reason])
    assert words.enum_words(both).plain() == SpecText("只能取：1 成功、2 *失败*")


def test_values_stand_below_each_other_where_there_is_a_line_between() -> None:
    both = member(enum=VALUES)
    assert words.enum_words(both, "<br>").markdown() == r"已知取值：`1` 成功<br>`2` \*失败\*"
    below = words.enum_words(both, "<br>", "<br>").markdown()
    assert below == r"已知取值：<br>`1` 成功<br>`2` \*失败\*"


def test_a_default() -> None:
    assert told(words.default_words(member(default=20))) == ["默认 20"]
    assert told(words.default_words(member(default=False))) == ["默认 false"]
    assert told(words.default_words(member())) == []


OTHER = Name("taobao.tbk.other.get")


def test_a_value_of_another_method_says_whose_it_is() -> None:
    default = member(default=20, taken_from={"default": OTHER})
    assert told(words.default_words(default)) == ["默认 20（据 taobao.tbk.other.get 的文档）"]
    (line,) = words.default_words(default)
    assert line.markdown() == "默认 `20`（据 `taobao.tbk.other.get` 的文档）"
    assert told(words.default_words(member(default=20, taken_from={"minimum": OTHER}))) == [
        "默认 20"
    ]


def test_an_example_of_ours_says_so() -> None:
    ours = member(example="x", taken_from={"example": Name(language.OURS)})
    assert words.borrowed_words(ours, "example").plain() == SpecText("（自拟）")
    assert words.borrowed_words(member(example="x"), "example").plain() == SpecText("")


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        ("minimum maximum", ["取值 1–9（据 taobao.tbk.other.get 的文档）"]),
        ("minimum", ["不小于 1（据 taobao.tbk.other.get 的文档）", "不大于 9"]),
        ("maximum", ["不小于 1", "不大于 9（据 taobao.tbk.other.get 的文档）"]),
        ("max_items", ["取值 1–9"]),
    ],
)
def test_only_the_borrowed_one_of_two_bounds_is_marked(keys: str, lines: list[str]) -> None:
    taken_from = dict.fromkeys(keys.split(), OTHER)
    bounded = member(limits=Limits(minimum=1, maximum=9), taken_from=taken_from)
    assert told(words.limit_words(bounded)) == lines


LINK = Link(Name("rules"), SpecText("规则 *一*"), SpecText("https://pub.alimama.com/a?b=1&c=2"))


def test_links() -> None:
    assert told(words.see_words(())) == []
    assert told(words.see_words((LINK,))) == ["参见 规则 *一* <https://pub.alimama.com/a?b=1&c=2>"]
    (line,) = words.see_words((LINK, LINK))
    link = r"[规则 \*一\*](<https://pub.alimama.com/a?b=1&amp;c=2>)"
    assert line.markdown() == f"参见 {link}、{link}"


def test_notes() -> None:
    assert told(words.note_words(None)) == []
    (line,) = words.note_words(SpecText("来源*不一*"))
    assert line.plain() == SpecText("注：来源*不一*")
    assert line.markdown() == r"注：来源\*不一\*"


def a_doc(source: Source | None, verified: date | None = date(2026, 11, 24)) -> Doc:
    return Doc(None, verified, (), language.CONFIDENCES["documented"], source)


@pytest.mark.parametrize(
    ("kind", "day", "text"),
    [
        ("page", "2025-10", "平台文档页 2025-10"),
        ("metadata", "2023-10-31", "公开的 API 元数据 2023-10-31"),
        ("client", "2026", "公开的客户端代码 2026"),
        ("announcement", None, "平台公告，日期不详"),
    ],
)
def test_the_newest_source(kind: str, day: str | None, text: str) -> None:
    source = Source(language.SOURCE_KINDS[kind], Name(day) if day else None)
    phrase = words.source_words(a_doc(source))
    assert phrase
    assert phrase.plain() == SpecText(text)


def test_without_a_source_nothing_is_said_of_its_age() -> None:
    assert words.source_words(a_doc(None)) is None
    assert not words.is_old(a_doc(None))


@every(
    ("day", "old"),
    [
        ("2025-11-24", False),
        ("2025-11-23", True),
        ("2025-11", False),
        ("2025-10", True),
        ("2025", False),
        ("2024", True),
        ("2026-11-24", False),
        (None, False),
    ],
)
def test_a_source_is_old_if_all_days_that_it_can_mean_are(day: str | None, old: bool) -> None:
    source = Source(language.SOURCE_KINDS["page"], Name(day) if day else None)
    assert words.is_old(a_doc(source)) is old
    assert not words.is_old(a_doc(source, verified=None))


def an_error(error_class: str, limit: RateLimit | None = None) -> ErrorCode:
    never = language.RETRIES["never"]
    kind = language.ERROR_CLASSES[error_class]
    return ErrorCode(SpecText("7"), None, SpecText("办法"), kind, never, HERE, limit)


@every("name", language.ERROR_CLASSES)
def test_classes_of_errors(name: str) -> None:
    word = language.ERROR_CLASSES[name]
    assert words.class_words(an_error(name)) == word.label
    assert word.advice not in ("", word.label)


def test_a_limit_tells_what_is_counted_before_how_long_it_lasts() -> None:
    limit = RateLimit(language.LIMIT_SCOPES["account"], language.LIMIT_SPANS["today"])
    assert words.class_words(an_error("rate_limit", limit)) == "调用过频（同一账号，到次日为止）"


@every(
    ("seconds", "text"),
    [
        (1, "1 秒"),
        (90, "90 秒"),
        (60, "1 分钟"),
        (1200, "20 分钟"),
        (10800, "3 小时"),
        (5400, "90 分钟"),
        (86400, "1 天"),
        (7776000, "90 天"),
        (90000, "25 小时"),
    ],
)
def test_durations(seconds: int, text: str) -> None:
    assert words.duration_words(seconds) == text


@every(
    ("kind", "names", "when", "text"),
    [
        ("at_least_one_of", "a b", {}, "a、b 至少填一个"),
        ("exactly_one_of", "a b", {}, "a、b 必须且只能填一个"),
        ("at_most_one_of", "a b.c", {}, "a、b.c 不能同时填写"),
        ("together", "a b", {}, "a、b 必须同时填写"),
        ("at_least_one_of", "a", {"b": 2}, "当 b 为 2 时，a 至少填一个"),
        ("together", "a b", {"c": True, "d": "x"}, "当 c 为 true 且 d 为 x 时，a、b 必须同时填写"),
    ],
)
def test_constraints(kind: str, names: str, when: dict[str, Any], text: str) -> None:
    constraint = Constraint(
        language.CONSTRAINTS[kind],
        tuple(map(Name, names.split())),
        tuple((Name(path), SpecData(value)) for path, value in when.items()),
    )
    assert words.constraint_words(constraint).plain() == SpecText(text)


def test_names_and_values_of_a_constraint_are_code() -> None:
    constraint = Constraint(
        language.CONSTRAINTS["at_least_one_of"], (Name("a"),), ((Name("b"), SpecData("|")),)
    )
    assert words.constraint_words(constraint).markdown() == (
        "当 `b` 为 <code>&#124;</code> 时，`a` 至少填一个"
    )


# What the words promise


def _pause(retry: Any, told: float | None = None) -> float | None:
    error = RateLimited("m", "7", retry=retry)
    error.retry_after = told
    again = RetryPolicy().retry(error, attempt=1)
    return again and again.pause


def test_the_client_does_what_the_words_for_retries_say() -> None:
    told = 4.0
    assert language.RETRIES["ban"].label == "按提示的秒数等待后重试"
    assert _pause("ban", told) == 4.0
    assert language.RETRIES["later"].label == "稍后重试"
    assert 0 <= (_pause("later") or 0) < 1
    assert language.RETRIES["never"].label == "不重试"
    assert _pause("never", told) is None


# Doubts


def test_a_method_without_doubts(tiny: TinyProject) -> None:
    assert [*words.doubts(orders(tiny))] == []


@pytest.mark.parametrize(
    ("changes", "doubt"),
    [
        ({"confidence": "inferred"}, "方法名是按命名规律推测的，未经证实，因此不生成带类型的调用"),
        ({"confidence": "sdk"}, "资料来自公开的 SDK，未与平台文档核对"),
        ({"coverage": "name"}, "公开资料只有名称，参数与返回未知"),
        ({"response_complete": False}, "返回内容没有公开资料，或只有一部分"),
        ({"response_complete": False, "fields": Members()}, "返回内容没有公开资料"),
    ],
)
def test_doubts(tiny: TinyProject, changes: dict[str, Any], doubt: str) -> None:
    api = orders(tiny)
    if word := changes.pop("confidence", None):
        doc = dataclasses.replace(api.doc, confidence=language.CONFIDENCES[word])
        changes["doc"] = doc
    if word := changes.pop("coverage", None):
        changes["coverage"] = language.COVERAGES[word]
    assert [*words.doubts(dataclasses.replace(api, **changes))] == [doubt]


def test_parameters_of_which_no_source_says_whether_they_are_required(tiny: TinyProject) -> None:
    inner = an_object("Thing", member("c", required=None), member("d", required=True))
    parameters = Members(
        (member("a", required=None), member("b"), member("o", inner), member("e", required=True))
    )
    api = orders(tiny, parameters=parameters)
    assert [*words.doubts(api)] == ["2 个参数没有资料说明是否必填"]


def test_lists_whose_wrapper_is_a_guess(tiny: TinyProject) -> None:
    guessed, known = (
        ArrayType(scalar("string"), Name("x"), inferred, SpecText(","))
        for inferred in (True, False)
    )
    fields = Members((member("a", guessed), member("b", known), member("c")))
    assert [*words.doubts(orders(tiny, fields=fields))] == ["1 个列表的外层键名是推断的"]


def test_phrases_are_no_strings() -> None:
    phrase = words.separator_words(SpecText("<b>"))
    assert isinstance(phrase, Phrase)
    assert phrase.markdown() == "以<code>&#60;b&#62;</code>分隔"
