"""Samples satisfy the specs that they are made from."""

import dataclasses
import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project import TinyProject
from real import SAMPLES
from tables import every

from generator.output.json_text import json_line, json_text
from generator.spec import language
from generator.spec.ir import (
    Api,
    ArrayType,
    Constraint,
    EnumValue,
    ItemOutcome,
    Limits,
    Member,
    Members,
    Pagination,
    ReplyOutcome,
    ScalarType,
    Spec,
    Truth,
    Window,
)
from generator.spec.text import Json, Name, SpecData, SpecText
from generator.spec.values import (
    json_kind,
    mismatch,
    outside_limits,
    parts,
    sample_mismatches,
    scalar_text,
)
from generator.targets.samples import PNG, Samples, sent
from targets.ir import an_object, member, orders, scalar


def members(api: Api) -> Iterator[Member]:
    """All parameters and fields, at any depth."""
    for members in (api.parameters, api.fields):
        for visit in members.walk():
            yield visit.member


def test_values_are_of_their_type_and_inside_their_limits(spec: Spec) -> None:
    for api in spec.apis:
        for one in members(api):
            value = SAMPLES.value(one)
            if not isinstance(one.type, ScalarType) or one.type.kind == "bytes":
                continue
            where = api.method, one.name, value
            assert json_kind(value) == one.type.wire, where
            text = scalar_text(value)  # type: ignore[arg-type]
            assert mismatch(text, one.type) is None, where
            assert outside_limits(text, one) is None, where
            if one.closed:
                known = {each.value.reveal() for each in one.enum}
                assert known.issuperset(parts(one.type, text)), where


def test_responses_have_the_fields_and_wrappers_of_the_spec(spec: Spec) -> None:
    for api in spec.apis:
        assert not list(
            sample_mismatches(SAMPLES.response(api), api.fields, "request_id")
        ), api.method


def test_requests_have_what_is_required(spec: Spec) -> None:
    for api in spec.apis:
        request = SAMPLES.request(api)
        names = [member.name for member in api.parameters]
        assert list(request) == [name for name in names if name in request]
        assert {member.name for member in api.parameters if member.required} <= set(request)


def _is_sent(request: Mapping[Name, str | bytes], path: str) -> bool:
    """Whether a parameter, or a member of one, is in a request."""
    top, *steps = path.split(".")
    if top not in request or not steps:
        return top in request
    value = json.loads(request[Name(top)])
    for step in steps:
        value = value[0] if isinstance(value, list) else value
        if not isinstance(value, dict) or step not in value:
            return False
        value = value[step]
    return True


def test_requests_satisfy_the_constraints(spec: Spec) -> None:
    apis = [api for api in spec.apis if api.constraints]
    assert apis
    for api in apis:
        request = SAMPLES.request(api)
        for rule in api.constraints:
            if any(request.get(path) != scalar_text(value.reveal()) for path, value in rule.when):
                continue
            count = sum(_is_sent(request, path) for path in rule.names)
            allowed = {
                "exactly_one_of": [1],
                "at_most_one_of": [0, 1],
                "at_least_one_of": range(1, len(rule.names) + 1),
                "together": [0, len(rule.names)],
            }
            assert count in allowed[rule.kind.name], (api.method, rule)


VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
def test_json_text_is_json(value: Any) -> None:
    text = json_text(value)
    assert json.loads(text) == value
    assert all(char.isprintable() or char == "\n" or ord(char) > 0xFFFF for char in text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_json_text_keeps_decimals_exact(value: Decimal) -> None:
    assert json.loads(json_text(value), parse_float=Decimal, parse_int=Decimal) == value


# Literals

ST_JOHNS = Samples(-timedelta(hours=3, minutes=30))


def _enum(*values: str) -> tuple[EnumValue, ...]:
    return tuple(EnumValue(SpecText(value), SpecText("值")) for value in values)


CLOSED = language.CLOSINGS["stated"]


def truth(texts: str, wire: Any = "string") -> ScalarType:
    """A boolean of which the last text means false."""
    *yes, no = map(SpecText, texts.split())
    return ScalarType("boolean", wire, truth=Truth(tuple(yes), (no,)))


MOMENT_OR_COUNT = dataclasses.replace(
    scalar("datetime"),
    further_formats=(language.TIME_FORMATS["epoch_ms"],),
    placeholders=(SpecText("--"),),
)


def with_placeholders(kind: str, *texts: str) -> ScalarType:
    """A scalar of which some texts mean none."""
    return dataclasses.replace(scalar(kind), placeholders=tuple(map(SpecText, texts)))


@every(
    ("one", "value"),
    [
        (member(), "示例"),
        (member("item_id"), "123456789"),
        (member("itemid"), "123456789"),
        (member("click_url"), "https://www.taobao.com/"),
        (member("short_link"), "https://www.taobao.com/"),
        (member(type_=scalar("string", "number")), 123456789),
        (member(limits=Limits(min_length=5)), "示例示例示例"),
        (member(limits=Limits(max_length=1)), "示"),
        (member(type_="integer"), 1),
        (member(type_="integer", limits=Limits(minimum=3)), 3),
        (member(type_="integer", limits=Limits(maximum=-3)), -3),
        (member(type_="decimal", limits=Limits(maximum=Decimal("0.5"))), "0.5"),
        (member(type_="boolean"), True),
        (member(type_="json"), "{}"),
        (member(type_="csv"), "123456789"),
        (member(type_="csv", limits=Limits(min_items=2)), "123456789,123456789"),
        (member(type_="bytes"), "image.png"),
        (member(type_="datetime"), "2024-06-18 12:00:00"),
        (member(type_="date"), "2024-06-18"),
        (member(type_=scalar("date", form="yyyyMM")), "202406"),
        (member(type_=scalar("datetime", "number", "epoch_ms")), 1718683200000),
        (member(type_=scalar("datetime", "number", "epoch_s")), 1718683200),
        (member(type_=scalar("datetime", "string", "epoch_s")), "1718683200"),
        (member(type_="integer", example=7, default=1), 7),
        (member(type_="integer", default=4), 4),
        (member(type_="integer", example="many", default=4), 4),
        (member(type_="integer", example=700, default=4, limits=Limits(maximum=100)), 4),
        (member(type_="integer", enum=_enum("2", "3")), 2),
        (member(type_="integer", enum=_enum("2", "3"), example=3), 3),
        (member(type_="integer", enum=_enum("2", "3"), example=4), 4),
        (member(type_="integer", enum=_enum("2", "3"), example=4, closed=CLOSED), 2),
        (member(type_="integer", enum=_enum("2", "3"), default=4, closed=CLOSED), 2),
        (member(type_="csv", enum=_enum("a", "b"), example="b,a"), "b,a"),
        (member(type_="csv", enum=_enum("a", "b"), example="b,c"), "b,c"),
        (member(type_="csv", enum=_enum("a", "b"), example="b,c", closed=CLOSED), "a"),
        (member(type_="decimal", example="1.255", limits=Limits(scale=2)), "1"),
        (member(type_="decimal", example="1.25", limits=Limits(scale=2)), "1.25"),
        (member(type_=truth("1 0")), "1"),
        (member(type_=truth("1 0"), example="0"), "0"),
        (member(type_=truth("1 0"), example="true"), "1"),
        (member(type_=truth("1 0", wire="number")), 1),
        (member(type_=truth("Y y N"), example="y"), "y"),
        (member(type_=MOMENT_OR_COUNT, example="1540000000000"), "1540000000000"),
        (member(type_=MOMENT_OR_COUNT, example="2018-10-20"), "2024-06-18 12:00:00"),
        (member(type_=MOMENT_OR_COUNT, example="--"), "--"),
        (member(type_="decimal", example=Decimal("1.10")), "1.10"),
        (member(type_=with_placeholders("decimal", "--"), example="--"), "--"),
        (member(type_=with_placeholders("integer", "0", "--"), example="0"), 0),
        # JSON carries numbers; a sample shows one, although the text is documented.
        (member(type_=with_placeholders("integer", "0", "--"), example="--"), 1),
        (member(type_=with_placeholders("integer", "--"), example="--", default=4), 4),
        (member(type_=with_placeholders("string", "--")), "示例"),
    ],
)
def test_the_sample_of_a_member(one: Member, value: Json) -> None:
    assert SAMPLES.value(one) == value
    assert type(SAMPLES.value(one)) is type(value)


def test_counted_moments_follow_the_offset_of_the_gateway() -> None:
    """Noon of the gateway is another moment for every offset."""
    one = member(type_=scalar("datetime", "number", "epoch_s"))
    assert ST_JOHNS.value(one) == 1718683200 + 8 * 3600 + 3 * 3600 + 1800
    assert ST_JOHNS.value(member(type_="datetime")) == "2024-06-18 12:00:00"


def test_lists_and_objects() -> None:
    tags = ArrayType(scalar("string"), Name("string"), False, SpecText(","))
    assert SAMPLES.value(member(type_=tags)) == {"string": ["示例"]}
    assert SAMPLES.value(member(type_=tags, limits=Limits(min_items=2))) == {
        "string": ["示例", "示例"]
    }
    assert SAMPLES.value(member(type_=tags, example=["a", "b"])) == {"string": ["a", "b"]}
    shop = an_object("Shop", member("id"), member("tags", tags))
    made = {"id": "123456789", "tags": {"string": ["示例"]}}
    assert SAMPLES.value(member(type_=shop)) == made
    assert SAMPLES.value(member(type_=shop, example={"id": "1"})) == {"id": "1"}


@pytest.mark.parametrize(
    ("type_", "sent_value"),
    [(scalar("boolean"), True), (truth("1 0"), "1"), (truth("1 0", wire="number"), 1)],
)
def test_a_made_reply_says_that_all_was_well(
    tiny: TinyProject, type_: ScalarType, sent_value: Json
) -> None:
    fields = Members([member("ok", type_, example=False), member("code", "integer")])
    outcome = ReplyOutcome(Name("ok"), Name("code"), ok=(SpecData(200),))
    api = orders(tiny, fields=fields, reply_outcome=outcome, sample=None)
    made = SAMPLES.response(api)
    assert made == {"ok": sent_value, "code": 200}
    assert type(made["ok"]) is type(sent_value)


def test_a_made_reply_says_that_every_element_went_well(tiny: TinyProject) -> None:
    failure = an_object("Failure", member("code", scalar("string", "number")), member("id"))
    fields = Members(
        [
            member("code", scalar("string", "number")),
            member("failures", ArrayType(failure, Name("failure"), False, SpecText(","))),
        ]
    )
    api = orders(
        tiny,
        fields=fields,
        reply_outcome=ReplyOutcome(code=Name("code"), ok=(SpecData("200"),)),
        item_outcome=ItemOutcome((Name("failures"),), Name("code"), ok=(SpecData("7"),)),
        sample=None,
    )
    assert SAMPLES.response(api) == {
        "code": 200,
        "failures": {"failure": [{"code": 7, "id": "123456789"}]},
    }


def test_a_documented_sample_stays_as_it_is(spec: Spec) -> None:
    """Also where it has null, or no list."""
    with_null = 0
    for api in spec.apis:
        if api.sample is not None:
            assert SAMPLES.response(api) == api.sample.reveal(), api.method
            with_null += "null" in json_line(api.sample.reveal())
    assert with_null > 1


# Requests

START = member("start", "datetime", required=True, example="2026-01-01 00:00:00")
END = member("end", "datetime", required=True)


def _request(tiny: TinyProject, *parameters: Member, **more: Any) -> dict[str, str | bytes]:
    cleared: dict[str, Any] = {"constraints": (), "pagination": None, "window": None}
    api = orders(tiny, parameters=Members(parameters), **{**cleared, **more})
    return {str(name): value for name, value in SAMPLES.request(api).items()}


def test_a_request_has_what_is_required_or_might_be(tiny: TinyProject) -> None:
    found = _request(
        tiny, member("a", required=True), member("b"), member("c", "integer", required=None)
    )
    assert found == {"a": "示例", "c": "1"}


@pytest.mark.parametrize(
    ("window", "end"),
    [
        (Window(Name("start"), Name("end"), longest=3 * 3600), "2026-01-01 01:30:00"),
        (Window(Name("start"), Name("end"), 3 * 3600, peak=1200), "2026-01-01 00:10:00"),
        (Window(Name("start"), Name("end")), "2026-01-01 12:00:00"),
    ],
)
def test_a_window_ends_well_before_its_limit(tiny: TinyProject, window: Window, end: str) -> None:
    found = _request(tiny, START, END, window=window)
    assert found == {"start": "2026-01-01 00:00:00", "end": end}


@pytest.mark.parametrize(
    ("needed", "sent"),
    [
        (None, '{"start":"2026-01-01 00:00:00","end":"2026-01-01 12:00:00"}'),
        (False, None),
    ],
)
def test_a_window_of_which_nobody_says_that_it_is_optional_is_shown(
    tiny: TinyProject, needed: bool | None, sent: str | None
) -> None:
    ends = [dataclasses.replace(end, required=needed) for end in (START, END)]
    option = member("option", an_object("Option", *ends, member("page")), required=False)
    window = Window(Name("option.start"), Name("option.end"))
    assert _request(tiny, option, window=window).get("option") == sent


def test_the_first_page_has_no_cursor(tiny: TinyProject) -> None:
    cursor = member("cursor", required=True)
    paging = Pagination("cursor", (Name("results"),), send=Name("cursor"), read=Name("next"))
    assert _request(tiny, cursor, pagination=paging) == {}
    assert _request(tiny, cursor) == {"cursor": "示例"}


def test_no_sample_request_sends_a_cursor(spec: Spec) -> None:
    paged = [api for api in spec.typed if api.pagination and api.pagination.send]
    assert paged
    assert [api for api in paged if api.pagination.send in SAMPLES.request(api)] == []


@pytest.mark.parametrize(
    ("kind", "given", "sent_names"),
    [
        ("at_least_one_of", "", "a"),
        ("at_least_one_of", "b", "b"),
        ("at_least_one_of", "a b", "a b"),
        ("exactly_one_of", "", "a"),
        ("exactly_one_of", "a b", "a"),
        ("at_most_one_of", "", ""),
        ("at_most_one_of", "a b", "a"),
        ("together", "", ""),
        ("together", "b", "a b"),
    ],
)
def test_constraints_are_satisfied(
    tiny: TinyProject, kind: str, given: str, sent_names: str
) -> None:
    names = ("a", "b")
    parameters = [member(name, required=name in given.split() or False) for name in names]
    rule = Constraint(language.CONSTRAINTS[kind], tuple(map(Name, names)))
    assert [*_request(tiny, *parameters, constraints=(rule,))] == sent_names.split()


@pytest.mark.parametrize(("value", "sent_names"), [(2, ["k", "a"]), (3, ["k"])])
def test_a_condition_decides_whether_a_constraint_holds(
    tiny: TinyProject, value: int, sent_names: list[str]
) -> None:
    kind = member("k", "integer", required=True, example=2)
    condition = ((Name("k"), SpecData(value)),)
    rule = Constraint(language.CONSTRAINTS["at_least_one_of"], (Name("a"),), condition)
    assert [*_request(tiny, kind, member("a"), constraints=(rule,))] == sent_names


def test_objects_are_sent_as_json_with_bare_lists_and_files_as_bytes(tiny: TinyProject) -> None:
    tags = ArrayType(scalar("string"), None, False, SpecText(";"))
    inner = an_object("Thing", member("n", "decimal", required=True), member("t", tags))
    shop = an_object("Shop", member("a", example="中"), member("b"))
    found = _request(
        tiny,
        member("thing", inner, required=True),
        member("shop", shop, required=True),
        member("tags", tags, required=True, example=["x", "y"]),
        member("file", "bytes", required=True),
    )
    assert found == {
        "thing": '{"n":"1"}',
        "shop": '{"a":"中","b":"示例"}',
        "tags": "x;y",
        "file": PNG,
    }


@pytest.mark.parametrize(
    ("type_", "value", "text"),
    [
        (scalar("boolean"), True, "true"),
        (scalar("decimal"), Decimal("1E+2"), "100"),
        (scalar("string"), "x", "x"),
        (an_object("A"), {"a": [1, None]}, '{"a":[1,null]}'),
    ],
)
def test_what_is_sent(type_: Any, value: Json, text: str) -> None:
    assert sent(type_, value) == text


def test_json_for_people_breaks_lines_only_where_it_must() -> None:
    short: Json = {"a": [1, True, None], "b": "中\u2028"}
    assert json_text(short) == '{"a": [1, true, null], "b": "中\\u2028"}'
    assert json_line(short, ",", ":") == '{"a":[1,true,null],"b":"中\\u2028"}'
    long = {"a": "x" * 90, "b": [1, 2]}
    assert json_text(long) == '{\n  "a": "' + "x" * 90 + '",\n  "b": [1, 2]\n}'
