"""Single values ↔ wire, both ways."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import every
from taobaoke._runtime.kinds import (
    Boolean,
    Csv,
    Day,
    Exact,
    File,
    Integer,
    JsonText,
    Kind,
    ListOf,
    Moment,
    Object,
    Problems,
    Text,
    Upload,
)
from taobaoke._runtime.method import Method
from taobaoke._runtime.models import Response
from taobaoke._runtime.replies import decode_json
from taobaoke._runtime.values import GATEWAY_ZONE, compact_json, number_text, parse_moment, plain

NOW = datetime(2026, 1, 1, tzinfo=GATEWAY_ZONE)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=6)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=10,
)


def written(kind: Kind, value: Any) -> Any:
    problems = Problems()
    result = kind.write(value, "p", problems)
    assert problems == []
    return result


def problem(kind: Kind, value: Any) -> str:
    problems = Problems()
    kind.write(value, "p", problems)
    assert len(problems) == 1
    return problems[0]


def sent(**arguments: Any) -> dict[str, str]:
    """The text of arguments that no spec describes."""
    return Method("m", Response).encode(arguments, session=None, now=NOW).parameters


# Arguments → text


@every(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.10"),
        (1e-7, "0.0000001"),
        (0.1, "0.1"),
        (1e22, "10000000000000000000000"),
        (datetime(2026, 1, 2, 3, 4, 5), "2026-01-02 03:04:05"),
        (datetime(2026, 1, 1, 19, 4, 5, tzinfo=UTC), "2026-01-02 03:04:05"),
        (date(2026, 1, 2), "2026-01-02"),
        (["a", 1, "中"], "a,1,中"),
        ({"name": "中文/", "list": [1, {"a": None}]}, '{"name":"中文/","list":[1,{}]}'),
        ([{"a": Decimal("1.50")}], '[{"a":1.50}]'),
    ],
)
def test_values_without_a_spec_are_written_by_their_type(value: Any, text: str) -> None:
    assert sent(p=value) == {"p": text}


@pytest.mark.parametrize("value", [None, "", []])
def test_nothing_is_not_sent(value: Any) -> None:
    assert sent(p=value) == {}


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_keeps_its_digits_and_gets_no_exponent(value: float) -> None:
    text = number_text(value)
    assert "e" not in text.lower()
    assert float(text) == value


@given(NUMBERS)
def test_money_is_exact_both_ways(value: Decimal) -> None:
    assert Exact().read(written(Exact(), value)) == value
    assert Exact(number=True).read(written(Exact(number=True), value)) == value


@given(JSON)
def test_nested_json_is_exact(value: Any) -> None:
    assert json.loads(compact_json(plain(value)), parse_float=Decimal) == without_nulls(value)


def without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_nulls(item) for name, item in value.items() if item is not None}
    return [without_nulls(item) for item in value] if isinstance(value, list) else value


FORMS = ["yyyy-MM-dd HH:mm:ss", "yyyyMMddHHmmss", "epoch_s", "epoch_ms"]


@given(
    st.datetimes(datetime(2001, 1, 2), datetime(2100, 1, 1)),
    st.none() | st.integers(-12, 12),
    st.sampled_from(FORMS),
)
def test_a_moment_is_the_same_moment_after_the_trip(
    value: datetime, hours: int | None, form: str
) -> None:
    value = value.replace(microsecond=0)
    zone = GATEWAY_ZONE if hours is None else timezone(timedelta(hours=hours))
    given_value = value if hours is None else value.replace(tzinfo=zone)
    read = Moment(form).read(written(Moment(form), given_value))
    assert read == value.replace(tzinfo=zone)
    assert read is not None
    assert read.utcoffset() == timedelta(hours=8)


@given(st.dates(date(1980, 1, 1), date(2100, 1, 1)), st.sampled_from(["yyyy-MM-dd", "yyyyMMdd"]))
def test_a_day_is_the_same_day_after_the_trip(value: date, form: str) -> None:
    assert Day(form).read(written(Day(form), value)) == value


@given(st.lists(st.text("abc中;", min_size=1), min_size=1))
def test_joined_values_are_told_apart_again(values: list[str]) -> None:
    assert Csv().read(written(Csv(), values)) == values
    assert written(Csv(), iter(values)) == ",".join(values)


@every(
    ("kind", "value", "wire"),
    [
        (Text(number=True), "4611686018427387904", "4611686018427387904"),
        (Text(number=True), "123", 123),
        (Text(number=True), 123, 123),
        (Text(number=True), "0123", "0123"),
        (Text(number=True), "nXtQUotkQRC0tP-d2qO", "nXtQUotkQRC0tP-d2qO"),
        (Text(), 123, "123"),
        (Integer(text=True), 5, "5"),
        (Exact(number=True), "1349", 1349),
        (Moment("epoch_ms", number=True), datetime(1970, 1, 1, 8), 0),
        (Moment(), "2026-01-02 03:04:05", "2026-01-02 03:04:05"),
        (Day("yyyyMM"), date(2026, 1, 2), "202601"),
        (ListOf(Text(number=True)), "1,2", [1, 2]),
        (JsonText(), {"a": "中"}, '{"a":"中"}'),
        (JsonText(), '{"a": 1}', '{"a": 1}'),
        (Object({"kind_": Integer()}, renamed={"kind_": "kind"}), {"kind_": 1}, {"kind": 1}),
        (Object({"kind_": Integer()}, renamed={"kind_": "kind"}), {"kind": 1}, {"kind": 1}),
        (Object({"a": Integer()}), {"a": None}, {}),
    ],
)
def test_arguments_become_the_wire_form_of_their_spec(kind: Kind, value: Any, wire: Any) -> None:
    result = written(kind, value)
    assert result == wire
    assert type(result) is type(wire) or isinstance(result, Decimal)


@every(
    ("kind", "value", "says"),
    [
        (Text(), 1.5, "应为文字"),
        (Text(), True, "应为文字"),
        (Text(max_length=3), "abcd", "最多 3 个字符"),
        (Integer(), "5", "应为整数"),
        (Integer(), True, "应为整数"),
        (Integer(minimum=1), 0, "不能小于 1"),
        (Integer(maximum=100), 101, "不能大于 100"),
        (Exact(), "1.2.3", "应为数"),
        (Exact(), float("nan"), "应为数"),
        (Exact(minimum=Decimal("0.01")), 0, "不能小于 0.01"),
        (Boolean(), 1, "True 或 False"),
        (Moment(), "2026-01-02", "yyyy-MM-dd HH:mm:ss"),
        (Moment(), "2026-13-02 00:00:00", "yyyy-MM-dd HH:mm:ss"),
        (Day(), "20260102", "yyyy-MM-dd"),
        (Csv(max_items=2), ["a", "b", "c"], "最多 2 个值"),
        (Csv(max_items=2), "a,b,c", "最多 2 个值"),
        (Csv(), ["a,b"], "不能含有分隔符"),
        (ListOf(Text(), max_items=1), ["a", "b"], "最多 1 个元素"),
        (ListOf(Object({"a": Integer()})), [{"a": "x"}], "p[0].a"),
        (Object({"page_no": Integer()}), {"pageno": 1}, "是否想写 page_no"),
        (Object({"a": Integer()}, required=("a",)), {}, "p.a：必填"),
        (JsonText(), "{", "不是合法的 JSON"),
        (JsonText(), {"a": b"x"}, "不能写成 JSON"),
    ],
)
def test_wrong_arguments_are_told(kind: Kind, value: Any, says: str) -> None:
    assert says in problem(kind, value)


def test_several_files_go_by_one_name() -> None:
    method = Method("m", Response, Object({"p": ListOf(Upload())}))
    encoded = method.encode({"p": [b"one", File(b"two", "b")]}, session=None, now=NOW)
    assert encoded.files == [("p", File(b"one")), ("p", File(b"two", "b"))]
    assert encoded.parameters == {}


# Replies → values


@every(
    ("kind", "raw", "value"),
    [
        (Text(), 12345678901234567890, "12345678901234567890"),
        (Text(), Decimal("1.50"), "1.50"),
        (Text(), True, "true"),
        (Text(), {"a": 1}, None),
        (Integer(), "12", 12),
        (Integer(), Decimal("12.0"), 12),
        (Integer(), "12.5", None),
        (Integer(), "many", None),
        (Integer(), "1e999999999", None),
        (Exact(), "9.110", Decimal("9.110")),
        (Exact(), "--", None),
        (Exact(), "NaN", None),
        (Boolean(), "TRUE", True),
        (Boolean(), 0, False),
        (Boolean(), "maybe", None),
        (Moment(), "--", None),
        (Moment("epoch_ms"), "9" * 30, None),
        (Day(), "", None),
        (Csv(), "", []),
        (JsonText(), '["a"]', ["a"]),
        (JsonText(), "[", None),
    ],
)
def test_replies_are_read_tolerantly(kind: Kind, raw: Any, value: Any) -> None:
    assert kind.read(raw) == value


@pytest.mark.parametrize(
    "raw",
    [
        ["a", "b"],
        {"string": ["a", "b"]},
        {"urls": ["a", "b"]},
        {"string": {"string": ["a", "b"]}},
    ],
)
def test_every_shape_of_a_list_is_read(raw: Any) -> None:
    assert ListOf(Text(), wrapper="string").read(raw) == ["a", "b"]


@every("raw", [None, "", {}, [], {"string": ""}, {"string": None}])
def test_every_shape_of_an_empty_list_is_read(raw: Any) -> None:
    assert ListOf(Text(), wrapper="string").read(raw) == []


@given(JSON, st.sampled_from([Text(), Integer(), Exact(), Boolean(), Moment(), Day(), JsonText()]))
def test_no_value_breaks_the_reader(raw: Any, kind: Kind) -> None:
    kind.read(raw)
    ListOf(kind, wrapper="string").read(raw)


def test_bodies_are_decoded_exactly() -> None:
    body = b'{"a":12345678901234567890123,"b":0.10,"c":"\\/\\u4e2d"}'
    assert decode_json(body) == {"a": 12345678901234567890123, "b": Decimal("0.10"), "c": "/中"}
    assert str(decode_json(body)["b"]) == "0.10"


def test_raw_control_characters_are_tolerated() -> None:
    assert decode_json(b'{"a":"x\ty\nz","b":0.10}') == {"a": "x\ty\nz", "b": Decimal("0.10")}


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"a":NaN}', b"[" * 100_000, b"{'a':1}"])
def test_what_is_not_json_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the caller words the message
        decode_json(body)


def test_moments_beyond_the_calendar_are_none() -> None:
    assert parse_moment("0000-00-00 00:00:00") is None
