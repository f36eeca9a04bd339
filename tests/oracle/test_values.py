"""Values go out and come in as the documents write them, in the client and in the mock."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from client.memory import client_and_memory, nothing
from hypothesis import given
from hypothesis import strategies as st
from tables import every
from taobaoke._runtime.kinds import (
    Boolean,
    Csv,
    Day,
    Exact,
    Integer,
    JsonText,
    Kind,
    ListOf,
    Moment,
    Object,
    Text,
)
from taobaoke._runtime.method import Method
from taobaoke._runtime.models import Response
from taobaoke_mock.arguments import Arguments, read_time, window_ends

from oracle import values

NOW = datetime(2026, 1, 1, tzinfo=UTC)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
PLAIN = TEXTS.filter(lambda text: "," not in text)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)
ZONES: Any = st.none() | st.integers(-14 * 4, 14 * 4).map(
    lambda q: timezone(timedelta(minutes=15 * q))
)
MOMENTS = st.datetimes(datetime(1970, 1, 3), datetime(2100, 1, 1), timezones=ZONES)
TOLD = st.datetimes(datetime(2001, 1, 2), datetime(2100, 1, 1), timezones=ZONES)
"""Smaller counts are no times, or times in another form."""
FORMS = (
    *("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyyMMddHHmmss"),
    *("yyyy-MM-dd", "yyyyMMdd", "yyyy-MM", "yyyyMM", "epoch_ms", "epoch_s"),
)
DAY_FORMS = ("yyyy-MM-dd", "yyyyMMdd", "yyyy-MM", "yyyyMM")
STRPTIME = {
    "yyyy-MM-dd HH:mm:ss": "%Y-%m-%d %H:%M:%S",
    "yyyy-MM-dd": "%Y-%m-%d",
    "epoch_ms": "epoch_ms",
    "epoch_s": "epoch_s",
}
"""As the data of the mock name them."""


@every(
    ("form", "text"),
    [
        ("yyyy-MM-dd HH:mm:ss", "2026-01-02 03:04:05"),
        ("yyyy-MM-dd HH:mm", "2026-01-02 03:04"),
        ("yyyyMMddHHmmss", "20260102030405"),
        ("yyyy-MM-dd", "2026-01-02"),
        ("yyyyMMdd", "20260102"),
        ("yyyy-MM", "2026-01"),
        ("yyyyMM", "202601"),
        ("epoch_ms", "1767294245678"),
        ("epoch_s", "1767294245"),
    ],
)
def test_the_oracle_writes_what_a_person_would(form: str, text: str) -> None:
    moment = datetime(2026, 1, 1, 19, 4, 5, 678_999, tzinfo=UTC)
    assert values.moment(moment, form) == text
    assert values.moment(datetime(2026, 1, 2, 3, 4, 5, 678_000), form) == text
    read = values.read_moment(text, form)
    assert read is not None
    assert values.moment(read, form) == text


def test_the_oracle_reads_nothing_else() -> None:
    for text in ("2026-1-2 03:04:05", "2026-01-02  03:04:05", "2026-01-02T03:04:05", "", "1"):
        assert values.read_moment(text) is None
    assert values.read_moment("2026-02-30 00:00:00") is None
    assert values.day(datetime(2026, 1, 1, 16, tzinfo=UTC)) == "2026-01-02"
    assert values.number(1e22) == "1" + "0" * 22
    assert values.number(-1.5e-7) == "-0.00000015"
    assert values.number(Decimal("1E+2")) == "100"
    assert values.number(Decimal("0.10")) == "0.10"


def sent(kinds: Mapping[str, Kind], **arguments: Any) -> dict[str, str]:
    """Parameters as a call carries them."""
    method = Method("m", Response, Object(kinds))
    encoded: dict[str, str] = method.encode(arguments, session=None, now=NOW).parameters
    return encoded


# Client, out


@given(MOMENTS, st.sampled_from(FORMS))
def test_moments_go_out(value: datetime, form: str) -> None:
    assert sent({"p": Moment(form)}, p=value) == {"p": values.moment(value, form)}
    if "epoch" in form:
        assert sent({"p": Moment(form, number=True)}, p=value) == {"p": values.moment(value, form)}


@given(st.dates(date(1970, 1, 3), date(2100, 1, 1)) | MOMENTS, st.sampled_from(DAY_FORMS))
def test_days_go_out(value: date, form: str) -> None:
    assert sent({"p": Day(form)}, p=value) == {"p": values.day(value, form)}


@given(
    MOMENTS,
    st.dates(date(1970, 1, 3), date(2100, 1, 1)),
    st.integers() | st.decimals(-(10**20), 10**20, places=8) | st.floats(-1e20, 1e20),
)
def test_without_a_spec_values_have_the_usual_forms(
    moment: datetime, day: date, number: int | float | Decimal
) -> None:
    client, memory = client_and_memory(nothing)
    given_values = {"moment": moment, "day": day, "number": number}
    client.call("taobao.x", {**given_values, "in": given_values, "list": [number, 1]})
    (form,) = memory.forms
    told = {"moment": values.moment(moment), "day": values.day(day)}
    assert {name: form[name] for name in told} == told
    assert form["number"] == values.number(number)
    assert form["list"] == f"{form['number']},1"
    assert values.nested(form["in"]) == {**told, "number": Decimal(form["number"])}


@given(st.integers() | NUMBERS | st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_go_out(value: int | float | Decimal) -> None:
    text = values.number(value)
    assert sent({"p": Exact()}, p=value) == {"p": text}
    assert Decimal(sent({"p": Exact(number=True)}, p=value)["p"]) == Decimal(text)
    if isinstance(value, int):
        for kind in (Integer(), Integer(text=True), Text(), Text(number=True)):
            assert sent({"p": kind}, p=value) == {"p": text}


@given(st.booleans())
def test_booleans_go_out(value: bool) -> None:
    for kind in (Boolean(), Boolean(text=True)):
        assert sent({"p": kind}, p=value) == {"p": values.flag(value)}


@given(st.lists(PLAIN, min_size=1), st.sampled_from([",", ";", "|", "&", " "]))
def test_basic_lists_go_out_joined(parts: list[str], separator: str) -> None:
    if not any(separator in part for part in parts):
        expected = {"p": values.basic_list(parts, separator)}
        assert sent({"p": Csv(separator)}, p=parts) == expected
        assert sent({"p": Csv(separator)}, p=tuple(parts)) == expected
        assert sent({"p": Csv(separator)}, p=expected["p"]) == expected
        assert sent({"p": ListOf(Text(), separator=separator)}, p=parts) == expected


@given(TEXTS, st.integers(-(10**17), 10**17), NUMBERS, st.booleans(), MOMENTS)
def test_objects_go_out_as_one_json_text(
    text: str, whole: int, number: Decimal, flag: bool, moment: datetime
) -> None:
    inner: dict[str, Kind] = {
        "text": Text(),
        "id": Text(number=True),
        "whole": Integer(),
        "told": Integer(text=True),
        "money": Exact(),
        "rate": Exact(number=True),
        "flag": Boolean(),
        "shown": Boolean(text=True),
        "at": Moment(),
        "ms": Moment("epoch_ms", number=True),
        "parts": Csv(),
        "list": ListOf(Integer()),
    }
    given_value = {
        "text": text,
        "id": str(whole),
        "whole": whole,
        "told": whole,
        "money": number,
        "rate": number,
        "flag": flag,
        "shown": flag,
        "at": moment,
        "ms": moment,
        "parts": ["a", "b"],
        "list": [whole, 0],
    }
    expected = {
        "text": text,
        "id": whole,
        "whole": whole,
        "told": str(whole),
        "money": values.number(number),
        "rate": Decimal(values.number(number)),
        "flag": flag,
        "shown": values.flag(flag),
        "at": values.moment(moment),
        "ms": int(values.moment(moment, "epoch_ms")),
        "parts": "a,b",
        "list": [whole, 0],
    }
    kinds: dict[str, Kind] = {
        "one": Object(inner),
        "many": ListOf(Object(inner)),
        "deep": Object({"x": Object(inner)}),
    }
    form = sent(kinds, one=given_value, many=[given_value] * 2, deep={"x": given_value})
    assert values.nested(form["one"]) == expected
    assert values.nested(form["many"]) == [expected, expected]
    assert values.nested(form["deep"]) == {"x": expected}


LEAVES = st.booleans() | st.integers(-(2**60), 2**60) | TEXTS
OBJECTS = st.dictionaries(TEXTS, LEAVES | st.lists(LEAVES, max_size=3), min_size=1, max_size=3)


@given(OBJECTS | st.lists(OBJECTS, min_size=1, max_size=2))
def test_json_goes_out_as_its_value(value: Any) -> None:
    assert values.nested(sent({"p": JsonText()}, p=value)["p"]) == value


# Client, in


@given(TOLD, st.sampled_from(FORMS), st.booleans())
def test_moments_come_in(value: datetime, form: str, as_number: bool) -> None:
    text = values.moment(value, form)
    raw = int(text) if as_number and text.isdecimal() else text
    read = Moment(form).read(raw)
    assert read == values.read_moment(text, form)
    assert read is not None
    assert read.utcoffset() == timedelta(hours=8)
    if form in DAY_FORMS:
        assert Day(form).read(raw) == read.date()


NEAR = st.sampled_from(["2026-01-02 03:04:05", "20260102", "2026-01-02", "1767294245678"]).flatmap(
    lambda text: st.tuples(
        st.just(text), st.integers(0, len(text) - 1), st.sampled_from("0123456789- :TZ.x")
    )
)


@given(NEAR, st.sampled_from(FORMS))
def test_what_is_read_means_what_it_says(near: tuple[str, int, str], form: str) -> None:
    """Readers may take more than the exact form, but never for another moment.

    A small count is no time, or a time in another form.
    """
    text, place, character = near
    changed = text[:place] + character + text[place + 1 :]
    exactly = values.read_moment(changed, form)
    if exactly is not None and not (form.startswith("epoch_") and exactly.year < 2001):
        assert Moment(form).read(changed) == exactly


@given(NUMBERS)
def test_numbers_come_in_exactly(value: Decimal) -> None:
    text = values.number(value)
    assert Exact().read(text) == value
    assert str(Text().read(text)) == text
    whole = value == value.to_integral_value()
    assert Integer().read(text) == (int(value) if whole and value.adjusted() <= 400 else None)


@given(st.lists(PLAIN, min_size=1))
def test_basic_lists_come_in(parts: list[str]) -> None:
    assert Csv().read(values.basic_list(parts)) == parts
    assert ListOf(Text(), "string").read({"string": parts}) == parts


# The mock


def refused(type_: str, text: str, **facts: Any) -> bool:
    parameter: Any = {"name": "p", "type": type_, **facts}
    arguments = Arguments([parameter])
    return arguments.check(arguments.read({"p": text}), []) is not None


@given(MOMENTS, st.sampled_from([*STRPTIME]))
def test_the_mock_takes_moments(value: datetime, form: str) -> None:
    text, name = values.moment(value, form), STRPTIME[form]
    assert not refused("datetime", text, format=name)
    seconds = read_time(text, name)
    expected = values.read_moment(text, form)
    assert seconds is not None
    assert expected is not None
    shift = 0 if "epoch" in form else 8 * 3600
    assert seconds == pytest.approx(expected.timestamp() + shift)


@given(NEAR)
def test_the_mock_takes_no_other_moment_for_one(near: tuple[str, int, str]) -> None:
    text, place, character = near
    changed = text[:place] + character + text[place + 1 :]
    if character in "TZ.x:" and text[place] != character:
        assert refused("datetime", changed, format="%Y-%m-%d %H:%M:%S")


@given(MOMENTS, st.integers(-100_000, 100_000), st.sampled_from([*STRPTIME]))
def test_the_mock_measures_windows(start: datetime, seconds: int, form: str) -> None:
    end = start.replace(microsecond=0) + timedelta(seconds=seconds)
    texts = {"a": values.moment(start, form), "b": values.moment(end, form)}
    first, last = (values.read_moment(text, form) for text in texts.values())
    assert first is not None
    assert last is not None
    window: Any = {"start": "a", "end": "b", "format": STRPTIME[form]}
    began, ended = window_ends(window, texts)
    assert began is not None
    assert ended is not None
    assert ended - began == pytest.approx((last - first).total_seconds(), abs=1e-5)


@given(st.integers() | NUMBERS | st.floats(allow_nan=False, allow_infinity=False))
def test_the_mock_takes_numbers(value: int | float | Decimal) -> None:
    text = values.number(value)
    assert not refused("decimal", text)
    assert refused("integer", text) is ("." in text)
    for wrong in (f"{text}x", f"x{text}", f"{text} 1", "NaN", "Infinity"):
        assert refused("decimal", wrong), wrong
        assert refused("integer", wrong), wrong


@given(st.lists(PLAIN, min_size=1, max_size=8), st.integers(1, 8), st.integers(1, 8))
def test_the_mock_counts_basic_lists(parts: list[str], least: int, most: int) -> None:
    text = values.basic_list(parts)
    outside = not least <= len(parts) <= most
    assert refused("csv", text, separator=",", min_items=least, max_items=most) is outside


def test_the_mock_knows_two_booleans() -> None:
    taken = [
        text for text in ("true", "false", "True", "1", "yes", "") if not refused("boolean", text)
    ]
    assert taken == [values.flag(True), values.flag(False), ""]
