"""The words of the language: formats of time both ways, units, durations, sentences with gaps."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import every

from generator.spec.language import (
    CONFIDENCES,
    CONSTRAINTS,
    CONTAINERS,
    COVERAGES,
    DURATIONS,
    READING,
    RETRIES,
    SCALARS,
    SESSIONS,
    TIME_FORMATS,
    UNITS,
    USUAL_FORMATS,
    WRITING,
    bare_code,
    seconds,
)

BEIJING, CALCUTTA, ST_JOHNS, ZERO = (
    timedelta(hours=8),
    timedelta(hours=5, minutes=30),
    -timedelta(hours=3, minutes=30),
    timedelta(),
)
NOON = datetime(2024, 6, 18, 12, 34, 56)

WRITTEN = [
    ("yyyy-MM-dd HH:mm:ss", "2024-06-18 12:34:56", NOON),
    ("yyyy-MM-dd HH:mm", "2024-06-18 12:34", datetime(2024, 6, 18, 12, 34)),
    ("yyyy-MM-dd", "2024-06-18", datetime(2024, 6, 18)),
    ("yyyyMMddHHmmss", "20240618123456", NOON),
    ("yyyyMMdd", "20240618", datetime(2024, 6, 18)),
    ("yyyyMM", "202406", datetime(2024, 6, 1)),
    ("yyyy-MM", "2024-06", datetime(2024, 6, 1)),
]
COUNTED = [
    ("epoch_s", "1718683200", BEIJING, datetime(2024, 6, 18, 12)),
    ("epoch_ms", "1718683200000", BEIJING, datetime(2024, 6, 18, 12)),
    ("epoch_s", "1718683200", ZERO, datetime(2024, 6, 18, 4)),
    ("epoch_s", "1718683200", CALCUTTA, datetime(2024, 6, 18, 9, 30)),
    ("epoch_ms", "1718683200000", ST_JOHNS, datetime(2024, 6, 18, 0, 30)),
    ("epoch_ms", "1718683200123", ZERO, datetime(2024, 6, 18, 4, 0, 0, 123_000)),
    ("epoch_s", "0", BEIJING, datetime(1970, 1, 1, 8)),
    ("epoch_s", "0", ST_JOHNS, datetime(1969, 12, 31, 20, 30)),
]


def test_every_format_is_tried() -> None:
    assert {name for name, *_ in WRITTEN} | {name for name, *_ in COUNTED} == set(TIME_FORMATS)


@every("offset", [BEIJING, ST_JOHNS])
@every(("name", "text", "moment"), WRITTEN)
def test_a_written_moment_both_ways(
    name: str, text: str, moment: datetime, offset: timedelta
) -> None:
    assert TIME_FORMATS[name].parse(text, offset) == moment
    assert TIME_FORMATS[name].text(moment, offset) == text


@every(("name", "text", "offset", "moment"), COUNTED)
def test_a_counted_moment_both_ways(
    name: str, text: str, offset: timedelta, moment: datetime
) -> None:
    assert TIME_FORMATS[name].parse(text, offset) == moment
    assert TIME_FORMATS[name].text(moment, offset) == text


@every(
    ("name", "text"),
    [
        ("yyyy-MM-dd HH:mm:ss", "2024-06-18  12:34:56"),
        ("yyyy-MM-dd HH:mm:ss", "2024-06-18 12:34:56 "),
        ("yyyy-MM-dd HH:mm:ss", "2024-06-18 12:34"),
        ("yyyy-MM-dd HH:mm:ss", "2024-06-18T12:34:56"),
        ("yyyy-MM-dd HH:mm:ss", "2024-06-18 25:34:56"),
        ("yyyy-MM-dd HH:mm", "2024-06-18 12:34:56"),
        ("yyyy-MM-dd", "2024-6-18"),
        ("yyyy-MM-dd", "2024-06-31"),
        ("yyyy-MM-dd", "2024-06-1８"),
        ("yyyyMMdd", "2024618"),
        ("yyyyMM", "202413"),
        ("yyyy-MM", "2024-6"),
        ("epoch_s", "17186832000"),
        ("epoch_s", "-1"),
        ("epoch_s", "1.5"),
        ("epoch_ms", "1718683200000 "),
        ("epoch_ms", "１７"),
        ("epoch_ms", ""),
    ],
)
def test_what_is_no_moment(name: str, text: str) -> None:
    assert TIME_FORMATS[name].parse(text, BEIJING) is None


def test_a_moment_that_no_calendar_holds() -> None:
    assert TIME_FORMATS["epoch_ms"].parse("9" * 13, BEIJING) == datetime(
        2286, 11, 21, 1, 46, 39, 999_000
    )
    assert TIME_FORMATS["epoch_s"].parse("9" * 10, timedelta(days=999_999_999)) is None


@given(st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1)), st.integers(-720, 840))
def test_counts_are_read_back(moment: datetime, minutes: int) -> None:
    offset = timedelta(minutes=minutes)
    whole = moment.replace(microsecond=0)
    for name in ("epoch_s", "epoch_ms"):
        text = TIME_FORMATS[name].text(whole, offset)
        assert TIME_FORMATS[name].parse(text, offset) == whole


def test_the_usual_formats() -> None:
    assert {kind: form.name for kind, form in USUAL_FORMATS.items()} == {
        "datetime": "yyyy-MM-dd HH:mm:ss",
        "date": "yyyy-MM-dd",
    }


@pytest.mark.parametrize(("unit", "divisor"), [("百分之一", 100), ("万分之一", 10_000)])
def test_shares_are_explained_by_an_example_that_is_true(unit: str, divisor: int) -> None:
    shown = {"百分之一": ("12.34", "12.34"), "万分之一": ("1234", "12.34")}[unit]
    told = UNITS[unit].label
    number, percent = shown
    assert told == f"{unit}（{number} 即 {percent}%）"
    assert Decimal(number) / divisor == Decimal(percent) / 100
    assert number in UNITS[unit].meaning
    assert f"{percent} %" in UNITS[unit].meaning


@pytest.mark.parametrize(
    ("text", "number"), [("90s", 90), ("10m", 600), ("3h", 10_800), ("90d", 7_776_000)]
)
def test_durations(text: str, number: int) -> None:
    assert seconds(text) == number


def test_durations_begin_with_the_longest() -> None:
    sizes = [size for size, _ in DURATIONS.values()]
    assert sizes == [86_400, 3_600, 60, 1]


def test_words_are_named_by_their_key_and_explained_in_both_languages() -> None:
    tables = (SCALARS, CONTAINERS, TIME_FORMATS, UNITS, RETRIES, CONSTRAINTS, COVERAGES, SESSIONS)
    for table in (*tables, CONFIDENCES):
        for name, word in table.items():
            assert (word.name, bool(word.meaning), bool(word.label)) == (name, True, True)


def test_the_labels_of_words() -> None:
    assert {name: word.label for name, word in RETRIES.items()} == {
        "never": "不重试",
        "later": "稍后重试",
        "ban": "按提示的秒数等待后重试",
        "clock": "校准时钟后重试",
        "sub_code": "由 sub_code 决定",
    }
    assert {name: word.label for name, word in SESSIONS.items()} == {
        "none": "不需要",
        "optional": "可选",
        "required": "必需",
        "unknown": "资料未说明",
    }
    assert {name: word.label for name, word in COVERAGES.items()} == {
        "full": "请求与返回",
        "request": "仅请求",
        "name": "仅名称",
    }
    assert {name: word.label for name, word in CONSTRAINTS.items()} == {
        "at_least_one_of": "{} 至少填一个",
        "exactly_one_of": "{} 必须且只能填一个",
        "at_most_one_of": "{} 不能同时填写",
        "together": "{} 必须同时填写",
    }


@every(
    ("code", "told"),
    [
        ("x", "x"),
        ("isv.x", "x"),
        ("isp.isp.x", "x"),
        ("isv.isp.x", "x"),
        ("isp.isv.isv.get-app-error", "get-app-error"),
        ("x.isv.y", "x.isv.y"),
        ("isvx", "isvx"),
        ("", ""),
    ],
)
def test_a_bare_code_has_no_prefix_at_all(code: str, told: str) -> None:
    assert bare_code(code) == told


def test_writes_and_reads_are_told_apart() -> None:
    assert {"create", "save", "send", "stop"} <= WRITING
    assert {"get", "query", "search"} <= READING
    assert not WRITING & READING
