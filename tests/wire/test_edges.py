"""Every converter at its edges, in both directions; both ends of a limit belong to it."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from tables import every
from taobaoke import InvalidArguments, Model, Pid
from taobaoke._runtime.kinds import (
    Anything,
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
    Unless,
    Upload,
)
from taobaoke._runtime.method import Method, Rule, Window
from taobaoke._runtime.models import Response, wire
from taobaoke._runtime.values import GATEWAY_ZONE

TOKYO = timezone(timedelta(hours=9))
NEW_YORK = timezone(timedelta(hours=-5))
REFUSED = object()


def write(kind: Kind, value: Any) -> Any:
    """The wire value, or REFUSED with exactly one problem."""
    problems = Problems()
    written = kind.write(value, "p", problems)
    assert len(problems) <= 1, problems
    assert all(problem.startswith("p") for problem in problems)
    return REFUSED if problems else written


def at_peking(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=GATEWAY_ZONE)  # type: ignore[misc, arg-type]


WRITTEN: dict[str, list[tuple[Kind, Any, Any]]] = {
    "text": [
        (Text(min_length=2, max_length=3), "a", REFUSED),
        (Text(min_length=2, max_length=3), "ab", "ab"),
        (Text(min_length=2, max_length=3), "中文字", "中文字"),
        (Text(min_length=2, max_length=3), "中文字符", REFUSED),
        (Text(max_length=2), "𠮷😀", "𠮷😀"),  # two characters, whatever their bytes
        (Text(max_length=3), 999, "999"),
        (Text(max_length=3), 1000, REFUSED),
        (Text(), None, REFUSED),
        (Text(), b"x", REFUSED),
        (Text(), True, REFUSED),
        (Text(number=True), "0", 0),
        (Text(number=True), "-1", -1),
        (Text(number=True), "-0", "-0"),
        (Text(number=True), "00", "00"),
        (Text(number=True), "1 ", "1 "),
        (Text(number=True), "٣", "٣"),  # a digit, but none of JSON
    ],
    "integer": [
        (Integer(minimum=1, maximum=100), 0, REFUSED),
        (Integer(minimum=1, maximum=100), 1, 1),
        (Integer(minimum=1, maximum=100), 100, 100),
        (Integer(minimum=1, maximum=100), 101, REFUSED),
        (Integer(minimum=0), -1, REFUSED),
        (Integer(minimum=0), 0, 0),
        (Integer(text=True, maximum=9), 9, "9"),
        (Integer(text=True, maximum=9), 10, REFUSED),
        (Integer(), 2**70, 2**70),
        (Integer(), 1.0, REFUSED),
        (Integer(), Decimal(1), REFUSED),
        (Integer(), False, REFUSED),
    ],
    "decimal": [
        (Exact(minimum=Decimal("0.1"), maximum=Decimal("0.3")), 0.1, "0.1"),
        (Exact(minimum=Decimal("0.1"), maximum=Decimal("0.3")), 0.3, "0.3"),
        (Exact(minimum=Decimal("0.1"), maximum=Decimal("0.3")), "0.0999999999999999999", REFUSED),
        (Exact(minimum=Decimal("0.1"), maximum=Decimal("0.3")), "0.3000000000000000001", REFUSED),
        (Exact(minimum=Decimal("0.1"), maximum=Decimal("0.3")), 3 * 0.1, REFUSED),
        (Exact(scale=2), "1.23", "1.23"),
        (Exact(scale=2), "1.230", "1.23"),
        (Exact(scale=2), "1.234", REFUSED),
        (Exact(scale=2), Decimal("1E-2"), "0.01"),
        (Exact(scale=2), Decimal("1E-3"), REFUSED),
        (Exact(scale=2), Decimal("1E+3"), "1000"),
        (Exact(scale=0), 7, "7"),
        (Exact(scale=0), 7.5, REFUSED),
        (Exact(), "Infinity", REFUSED),
        (Exact(), float("-inf"), REFUSED),
        (Exact(), "", REFUSED),
        (Exact(), True, REFUSED),
        (Exact(number=True), "0.10", Decimal("0.10")),
        (Exact(number=True), 10**20, Decimal(10**20)),
    ],
    "boolean": [
        (Boolean(), True, True),
        (Boolean(), False, False),
        (Boolean(text=True), True, "true"),
        (Boolean(text=True), False, "false"),
        (Boolean(text=True, yes=("1",), no=("0", "2")), False, "0"),
        (Boolean(yes=("1",), no=("0", "2")), False, 0),
        (Boolean(), "true", REFUSED),
        (Boolean(), 1, REFUSED),
        (Boolean(), None, REFUSED),
    ],
    "moment": [
        (Moment(), datetime(2026, 1, 1, 16, tzinfo=UTC), "2026-01-02 00:00:00"),
        (Moment(), datetime(2026, 1, 1, 15, 59, 59, 999_999, UTC), "2026-01-01 23:59:59"),
        (Moment(), datetime(2026, 1, 1, 0, 59, tzinfo=TOKYO), "2025-12-31 23:59:00"),
        (Moment(), datetime(2026, 1, 1), "2026-01-01 00:00:00"),
        (Moment("epoch_s"), datetime(1970, 1, 1, 8, 0, 0, 999_999), "0"),
        (Moment("epoch_ms"), datetime(1970, 1, 1, 8, 0, 0, 999_999), "999"),
        (Moment("epoch_ms"), datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC), "-1000"),
        (Moment("epoch_ms", number=True), datetime(2024, 6, 18, 12), 1718683200000),
        (Moment("epoch_s", number=True), datetime(2024, 6, 18, 12), 1718683200),
        (Moment("yyyyMMddHHmmss", number=True), datetime(2024, 6, 18, 12), 20240618120000),
        (Moment("yyyy-MM-dd HH:mm"), datetime(2024, 6, 18, 12, 0, 59), "2024-06-18 12:00"),
        (Moment("epoch_ms"), "1718683200000", "1718683200000"),
        (Moment(), date(2026, 1, 1), REFUSED),
        (Moment(), 1718683200000, REFUSED),
        (Moment(), "2026-02-29 00:00:00", REFUSED),
        (Moment(), "2024-02-29 00:00:00", "2024-02-29 00:00:00"),
        (Moment(), "2026-01-01 24:00:00", REFUSED),
        (Moment(), "", REFUSED),
        (Moment("epoch_ms"), "12:00", REFUSED),
    ],
    "day": [
        (Day(), datetime(2026, 1, 1, 16, tzinfo=UTC), "2026-01-02"),
        (Day(), datetime(2026, 1, 1, 15, 59, tzinfo=UTC), "2026-01-01"),
        (Day(), datetime(2026, 1, 1, 20, tzinfo=NEW_YORK), "2026-01-02"),
        (Day(), datetime(2026, 1, 1, 0, 30, tzinfo=TOKYO), "2025-12-31"),
        (Day(), datetime(2026, 1, 1, 23), "2026-01-01"),
        (Day(), date(2024, 2, 29), "2024-02-29"),
        (Day("yyyyMMdd", number=True), date(2024, 2, 29), 20240229),
        (Day("yyyyMM"), date(2024, 2, 29), "202402"),
        (Day("yyyy-MM"), date(2024, 2, 29), "2024-02"),
        (Day(), "2024-02-29", "2024-02-29"),
        (Day(), "2026-02-29", REFUSED),
        (Day(), "29.02.2024", REFUSED),
        (Day(), 20240229, REFUSED),
    ],
    "csv": [
        (Csv(min_items=2, max_items=3), ["a"], REFUSED),
        (Csv(min_items=2, max_items=3), ["a", "b"], "a,b"),
        (Csv(min_items=2, max_items=3), ["a", "b", "c"], "a,b,c"),
        (Csv(min_items=2, max_items=3), "a,b,c,d", REFUSED),
        (Csv(separator=";"), ["a;b"], REFUSED),
        (Csv(separator=";"), ["a,b"], "a,b"),
        (Csv(separator=";"), ["a", "b"], "a;b"),
        (Csv(separator="|"), "a|b", "a|b"),
        (Csv(), ["a;b"], "a;b"),
        (Csv(), ["a,b"], REFUSED),
        (Csv(), [1, "2"], "1,2"),
        (Csv(), 12, "12"),
        (Csv(), (str(n) for n in range(3)), "0,1,2"),
        (Csv(), {"a": 1}, REFUSED),
        (Csv(), b"a", REFUSED),
        (Csv(), True, REFUSED),
        (Csv(), None, REFUSED),
    ],
    "list": [
        (ListOf(Integer(), min_items=1, max_items=2), [], REFUSED),
        (ListOf(Integer(), min_items=1, max_items=2), [1], [1]),
        (ListOf(Integer(), min_items=1, max_items=2), [1, 2], [1, 2]),
        (ListOf(Integer(), min_items=1, max_items=2), [1, 2, 3], REFUSED),
        (ListOf(Text(), separator=";"), "a;b,c", ["a", "b,c"]),
        (ListOf(Text(), "string"), ["a"], {"string": ["a"]}),
        (ListOf(Integer()), ["1"], REFUSED),
        (ListOf(Object({"a": Integer()})), {"a": 1}, REFUSED),
        (ListOf(Object({"a": Integer()})), "[]", REFUSED),
        (ListOf(Upload()), b"x", [File(b"x")]),
    ],
    "object": [
        (Object({"a": Integer()}, required=("a",)), {"a": 0}, {"a": 0}),
        (Object({"a": Text()}, required=("a",)), {"a": ""}, REFUSED),
        (Object({"a": Text()}, required=("a",)), {"a": None}, REFUSED),
        (Object({"a": ListOf(Text())}, required=("a",)), {"a": []}, REFUSED),
        (Object({"a": Boolean()}, required=("a",)), {"a": False}, {"a": False}),
        (Object({"a_": Text()}, required=("a_",), renamed={"a_": "a"}), {"a": "x"}, {"a": "x"}),
        (Object({"a_": Text()}, required=("a_",), renamed={"a_": "a"}), {"a_": "x"}, {"a": "x"}),
        (Object({"a_": Text()}, required=("a_",), renamed={"a_": "a"}), {}, REFUSED),
        (Object({"a": Text()}), [("a", "x")], REFUSED),
        (Object({"a": Text()}), {1: "x"}, REFUSED),
    ],
    "json": [
        (JsonText(), "null", "null"),
        (JsonText(), "0", "0"),
        (JsonText(), "", REFUSED),
        (JsonText(), "{'a': 1}", REFUSED),
        (JsonText(), {"a": Decimal("1.50")}, '{"a":1.50}'),
        (JsonText(), [], "[]"),
        (JsonText(), float("nan"), REFUSED),
        (Anything(), {"a": (1, None)}, {"a": [1, None]}),
        (Anything(), {"a": {1}}, {"a": [1]}),
        (Anything(), object(), REFUSED),
    ],
    "file": [
        (Upload(), bytearray(b"x"), File(b"x")),
        (Upload(), File(b"x", "a.png", "image/png"), File(b"x", "a.png", "image/png")),
        (Upload(), "x", REFUSED),
    ],
    "placeholder": [
        (Unless(Exact(), ("--",)), "1.5", "1.5"),
        (Unless(Exact(), ("--",)), "--", REFUSED),  # a word of replies
    ],
}


@every("converter", WRITTEN)
def test_what_goes_out(converter: str) -> None:
    wrong = []
    for kind, value, expected in WRITTEN[converter]:
        found = write(kind, value)
        if found != expected or type(found) is not type(expected):
            wrong.append(f"{kind} {value!r}: {found!r} instead of {expected!r}")
    assert wrong == []


MORNING = at_peking(2026, 1, 2, 3, 4, 5)
READ: dict[str, list[tuple[Kind, Any, Any]]] = {
    "text": [
        (Text(), "", ""),
        (Text(), 0, "0"),
        (Text(), -0.1, "-0.1"),
        (Text(), Decimal("1E+3"), "1000"),
        (Text(), 10**30, "1" + "0" * 30),
        (Text(), False, "false"),
        (Text(), None, None),
        (Text(), ["a"], None),
    ],
    "integer": [
        (Integer(), "-0", 0),
        (Integer(), "007", 7),
        (Integer(), " 7 ", 7),
        (Integer(), "1e3", 1000),
        (Integer(), Decimal("1E+401"), None),
        (Integer(), Decimal("1E-401"), None),
        (Integer(), "7.5", None),
        (Integer(), True, None),
        (Integer(), "", None),
        (Integer(), {}, None),
    ],
    "decimal": [
        (Exact(), "0.10", Decimal("0.10")),
        (Exact(), 0.1, Decimal("0.1")),
        (Exact(), 7, Decimal(7)),
        (Exact(), "-Infinity", None),
        (Exact(), "1,5", None),
        (Exact(), "", None),
        (Exact(), False, None),
    ],
    "boolean": [
        (Boolean(), "True", True),
        (Boolean(), "FALSE", False),
        (Boolean(), "1", True),
        (Boolean(), 0, False),
        (Boolean(), 2, None),
        (Boolean(), "", None),
        (Boolean(), " true ", True),
        (Boolean(), "FALSE\n", False),
        (Boolean(), "yes", None),
        (Boolean(yes=("0",), no=("1",)), "0", True),  # the spec's own spelling comes first
        (Boolean(yes=("0",), no=("1",)), 1, False),
        (Boolean(yes=("Y",), no=("N", "-")), "-", False),
        (Boolean(yes=("Y",), no=("N",)), "true", True),
        (Boolean(yes=("Y",), no=("N",)), "y", None),
    ],
    "moment": [
        (Moment(), "2026-01-02 03:04:05", MORNING),
        (Moment("epoch_s"), "1767294245", MORNING),
        (Moment("epoch_s"), 1767294245, MORNING),
        (Moment("epoch_ms"), 1767294245000, MORNING),
        (Moment("epoch_ms"), "-1", None),  # a mark, not the night before 1970
        (Moment("yyyyMMddHHmmss"), 20260102030405, MORNING),
        (Moment("yyyyMMddHHmmss"), "2026-01-02 03:04:05", MORNING),
        (Moment("yyyy-MM-dd"), "2026-01-02", at_peking(2026, 1, 2)),
        (Moment(further=("epoch_ms",)), "1767294245000", MORNING),
        (Moment(further=("epoch_ms",)), "2026-01-02 03:04:05", MORNING),
        (Moment("yyyyMMddHHmmss", further=("epoch_ms",)), "20260102030405", MORNING),
        (Moment("yyyyMMddHHmmss", further=("epoch_s",)), "1767294245", MORNING),
        (Moment(), "2026-02-29 00:00:00", None),
        (Moment(), "2026-01-02 03:04:05 and more", None),
        # Not as the documents say, but as they say elsewhere
        (Moment(), 1767294245000, MORNING),
        (Moment(), "1767294245", MORNING),
        (Moment("epoch_ms"), 1767294245, MORNING),
        (Moment("epoch_s"), "1767294245000", MORNING),
        (Moment(), "20260102030405", MORNING),
        (Moment(), "2026-01-02 03:04:05.0", MORNING),
        (Moment(), "2026-01-02 03:04:05.250000", MORNING + timedelta(milliseconds=250)),
        (Moment(), "2026-01-02T03:04:05+08:00", MORNING),
        (Moment(), "2026-01-01T19:04:05Z", MORNING),
        (Moment(), "2026-01-02T03:04:05", MORNING),
        (Moment("epoch_ms"), "2026-01-02T03:04:05", MORNING),
        (Moment(), " 2026-01-02 03:04:05\n", MORNING),
        (Moment(), "2026-01-02", at_peking(2026, 1, 2)),
        (Moment("epoch_ms"), "20260102", at_peking(2026, 1, 2)),
        (Moment(), "2026-01", None),  # a month is no day
        (Moment(), "202601", None),
        (Moment(), "978278399", None),  # counts of 2001 and later only
        (Moment(), "978278400", at_peking(2001, 1, 1)),
        (Moment(), 7258089599, at_peking(2199, 12, 31, 23, 59, 59)),
        (Moment(), 7258089600, None),
        (Moment(), 10800, None),
        (Moment(), True, None),
        (Moment(), "9999-12-31T23:59:59-12:00", None),
        (Moment(), "2026-01-02x03:04:05.0", None),
        # A clock at zero
        (Moment(), "0", None),
        (Moment("epoch_ms"), 0, None),
        (Moment("epoch_s"), "0000000000", None),
        (Moment(), "1970-01-01 00:00:00", None),
        (Moment(), "1970-01-01 08:00:00", None),
        (Moment(), "1970-01-01T00:00:00Z", None),
        (Moment(), "0000-00-00 00:00:00", None),
        (Moment(), "1970-01-01 00:00:01", at_peking(1970, 1, 1, 0, 0, 1)),
        (Moment("epoch_ms"), 1, None),
        (Moment("epoch_ms"), 978278400000, at_peking(2001, 1, 1)),
        (Moment("epoch_ms"), 978278399999, None),
        (Moment(), "", None),
        (Moment("epoch_ms"), "1e3", None),
        (Moment("epoch_ms"), "9" * 400, None),
        (Moment("epoch_s"), "253402271999", at_peking(9999, 12, 31, 23, 59, 59)),
        (Moment("epoch_s"), "253402272000", None),  # the year 10000
    ],
    "day": [
        (Day(), "2024-02-29", date(2024, 2, 29)),
        (Day("yyyyMMdd"), 20240229, date(2024, 2, 29)),
        (Day("yyyyMM"), "202402", date(2024, 2, 1)),
        (Day(further=("epoch_ms",)), 1767283200000, date(2026, 1, 2)),  # midnight in Beijing
        (Day(further=("epoch_ms",)), 1767283199999, date(2026, 1, 1)),
        (Day(further=("yyyy-MM-dd HH:mm:ss",)), "2026-01-02 23:59:59", date(2026, 1, 2)),
        (Day(), "2026-02-29", None),
        (Day(), "none", None),
        (Day(), 1767283200000, date(2026, 1, 2)),
        (Day(), "1767283199", date(2026, 1, 1)),
        (Day(), "20260102", date(2026, 1, 2)),
        (Day("yyyyMM"), "20260102", date(2026, 1, 2)),
        (Day(), "2026-01-01T16:00:00Z", date(2026, 1, 2)),
        (Day(), "2026-01-02 00:00:00.0", date(2026, 1, 2)),
        (Day(), "2026-01", None),
        (Day(), 0, None),
    ],
    "csv": [
        (Csv(), "a,b", ["a", "b"]),
        (Csv(), "a,,b", ["a", "", "b"]),
        (Csv(), ["a", 1, None], ["a", "1"]),
        (Csv(), 7, ["7"]),
        (Csv(), None, []),
        (Csv(separator=";"), "a;b,c", ["a", "b,c"]),
    ],
    "list": [
        (ListOf(Integer(), "n"), {"n": ["1", "x", 3]}, [1, 3]),
        (ListOf(Integer(), "n"), {"n": "7"}, [7]),  # XML: one element is no list
        (ListOf(Integer(), "n"), "7", [7]),
        (ListOf(Integer(), "n"), {"m": [7]}, [7]),
        (ListOf(Integer(), "n"), {"m": [7], "k": [8]}, []),
        (ListOf(Integer(), "n"), {"n": {"n": [7]}}, [7]),
        (ListOf(Anything(), "n"), {"n": {"a": 1}, "new": 5}, [{"a": 1}]),
        (ListOf(Anything(), "n"), {"a": 1, "new": 5}, [{"a": 1, "new": 5}]),
        (ListOf(Anything(), "n"), {"n": None, "total": 0}, []),
        (ListOf(Anything(), "n"), {"n": "", "total": 0}, []),
        (ListOf(Integer()), [7], [7]),
        (ListOf(Integer()), None, []),
    ],
    "json": [
        (JsonText(), '{"a":[1]}', {"a": [1]}),
        (JsonText(), {"a": 1}, {"a": 1}),
        (JsonText(), '\ufeff{"a":1.10}', {"a": Decimal("1.10")}),
        (JsonText(), r'{"a":"\ud800"}', {"a": "\ufffd"}),
        (JsonText(), "null", None),
        (JsonText(), "[", None),
        (JsonText(), "[" * 9999, None),
    ],
    "file": [(Upload(), "x", None)],
    "placeholder": [
        (Unless(Exact(), ("--", "0")), "--", None),
        (Unless(Exact(), ("--", "0")), 0, None),
        (Unless(Exact(), ("--", "0")), "0.0", Decimal("0.0")),
        (Unless(Moment("epoch_ms"), ("0",)), 0, None),
        (Unless(Moment("epoch_ms"), ("0",)), 1767294245000, MORNING),
        (Unless(Text(), ("",)), "", None),
    ],
}


@every("converter", READ)
def test_what_comes_in(converter: str) -> None:
    wrong = []
    for kind, raw, expected in READ[converter]:
        try:
            found = kind.read(raw)
        except Exception as error:
            found = error
        if found != expected or type(found) is not type(expected):
            wrong.append(f"{kind} {raw!r}: {found!r} instead of {expected!r}")
    assert wrong == []


# Rules between parameters


NOW = at_peking(2026, 1, 2)
GIVEN = [{}, {"a": "1"}, {"b": "1"}, {"a": "1", "b": "1"}]


@every(
    ("kind", "right"),
    [
        ("at_least_one_of", [False, True, True, True]),
        ("exactly_one_of", [False, True, True, False]),
        ("at_most_one_of", [True, True, True, False]),
        ("together", [True, False, False, True]),
    ],
)
@every("when", [{}, {"c": "1"}])
def test_rules_between_parameters(kind: Any, right: list[bool], when: dict[str, str]) -> None:
    members: dict[str, Kind] = {"a": Text(), "b": Text(), "c": Integer()}
    method = Method("m", Response, Object(members), (Rule(kind, ("a", "b"), when),))
    for given, passes in zip(GIVEN, right, strict=True):
        assert is_refused(method, {**given, "c": 1}) is not passes, given
        assert is_refused(method, {**given, "c": 2}) is (not passes and not when), given
        assert is_refused(method, given) is (not passes and not when), given
        empty = {"a": "", "b": None} | given
        assert is_refused(method, {**empty, "c": 1}) is not passes, empty


def test_all_of_three_belong_together() -> None:
    members = {name: Text() for name in "abc"}
    method = Method("m", Response, Object(members), (Rule("together", ("a", "b", "c")),))
    assert not is_refused(method, {})
    assert not is_refused(method, dict.fromkeys("abc", "1"))
    for some in ("a", "b", "c", "ab", "ac", "bc"):
        assert is_refused(method, dict.fromkeys(some, "1")), some


def is_refused(method: Method[Any], given: dict[str, Any], session: str | None = None) -> bool:
    try:
        method.encode(given, session=session, now=NOW)
    except InvalidArguments:
        return True
    return False


HOUR = timedelta(hours=1)


@every(
    ("start", "end", "passes"),
    [
        (NOW - HOUR, NOW, True),
        (NOW - 3 * HOUR, NOW - timedelta(seconds=1), True),
        (NOW - 3 * HOUR, NOW, False),  # the span must stay below the longest
        (NOW - HOUR, NOW - HOUR, False),
        (NOW - HOUR, NOW - 2 * HOUR, False),
        (NOW - timedelta(days=90), NOW - timedelta(days=90) + HOUR, True),
        (NOW - timedelta(days=90, seconds=1), NOW - timedelta(days=90) + HOUR, False),
    ],
)
@every("form", ["yyyy-MM-dd HH:mm:ss", "epoch_ms", "epoch_s"])
def test_windows_at_their_edges(start: datetime, end: datetime, passes: bool, form: str) -> None:
    members = {"a": Moment(form), "b": Moment(form, number=form.startswith("epoch"))}
    window = Window("a", "b", longest=3 * 3600, within=90 * 86400)
    method = Method("m", Response, Object(members), window=window)
    assert is_refused(method, {"a": start, "b": end}) is not passes
    assert (
        is_refused(method, {"a": start.astimezone(UTC), "b": end.astimezone(TOKYO)}) is not passes
    )
    assert not is_refused(method, {"b": end})


def test_a_needed_session() -> None:
    method = Method("m", Response, Object({}), needs_session=True)
    assert is_refused(method, {})
    assert is_refused(method, {}, session="")
    assert not is_refused(method, {}, session="s")


# Models


class Row(Model):
    row_id: str | None
    price: Decimal | None = wire(number=True)
    tags: list[str] = wire(wrapper="string")


class OtherRow(Model):
    row_id: str | None


def test_models_are_equal_by_class_and_content() -> None:
    assert Row.from_raw({"row_id": "1"}) == Row.from_raw({"row_id": "1"})
    assert Row.from_raw({"row_id": "1"}) != Row.from_raw({"row_id": "2"})
    assert Row.from_raw({"row_id": "1"}) != OtherRow.from_raw({"row_id": "1"})
    assert Row.from_raw({}) != {}
    read = Row.from_raw({"row_id": 1})
    assert read.row_id == "1"
    assert read == Row.from_raw({"row_id": 1})  # what was read does not matter


def test_values_go_back_as_they_came() -> None:
    raw = {"row_id": "1", "price": 1.5, "tags": {"string": ["a"]}, "new": {"x": 1}}
    assert Row.from_raw(raw).to_wire() == {**raw, "price": Decimal("1.5")}
    assert Row.from_raw({"price": "--", "tags": {}}).to_wire() == {"price": "--", "tags": {}}
    assert Row.from_raw({"price": None}).to_wire() == {"price": None}


# PID


@pytest.mark.parametrize("text", ["mm_1_2_3", " mm_1_2_3\n", "mm_0_0_0"])
def test_a_pid(text: str) -> None:
    assert str(Pid.parse(text)) == text.strip()
    assert Pid.parse(text).site_id == text.strip().split("_")[2]


@every(
    "text",
    ["mm_1_2_3_4", "mm_1_2", "mm_1_2_", "mm_1__3", "MM_1_2_3", "mm_1_2_x", "1_2_3", "", "mm_1_2_٣"],
)
def test_no_pid(text: str) -> None:
    with pytest.raises(ValueError, match="PID"):
        Pid.parse(text)
