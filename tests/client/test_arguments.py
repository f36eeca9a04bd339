"""Wrong arguments never reach the gateway, and one error tells all of them."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from taobaoke import InvalidArguments
from taobaoke._runtime.kinds import (
    Boolean,
    Exact,
    Problems,
)

from client.conftest import Caller, Callers
from client.server import Gateway

NOW = datetime(2026, 1, 2, 12)


def problems(caller: Caller, method: str, **arguments: Any) -> tuple[str, ...]:
    with pytest.raises(InvalidArguments) as caught:
        getattr(caller, method)(**arguments)
    error = caught.value
    assert all(problem in str(error) for problem in error.problems)
    return error.problems


def test_all_problems_are_told_at_once(gateway: Gateway, caller: Caller) -> None:
    found = problems(
        caller,
        "tbk_shop_get",
        fields=None,
        q="",
        page_no=0,
        page_size="20",
        end_credit=21,
        is_tmall=1,
        sort=1.5,
    )
    starts = sorted(problem.partition("：")[0] for problem in found)
    assert starts == ["end_credit", "fields", "is_tmall", "page_no", "page_size", "q", "sort"]
    assert gateway.requests == []


def test_a_wrong_argument_hides_no_text_that_cannot_be_sent(caller: Caller) -> None:
    found = problems(caller, "tbk_shop_get", fields="a", q="x", is_tmall=1, sort="\ud800")
    assert [problem.partition("：")[0] for problem in found] == ["is_tmall", "sort"]


def test_the_error_is_a_value_error_that_names_the_method(caller: Caller) -> None:
    with pytest.raises(ValueError, match=r"taobao\.tbk\.shop\.get") as caught:
        caller.tbk_shop_get(fields="user_id", q="x", page_no=0)
    assert "请求未发送" in str(caught.value)


def test_an_unknown_enum_value_passes(gateway: Gateway, caller: Caller) -> None:
    gateway.answers({"tbk_shop_get_response": {}})
    caller.tbk_shop_get(fields="user_id", q="x", sort="brand_new", platform=9)
    assert gateway.forms[0]["sort"] == "brand_new"


def test_no_list_of_values_refuses_a_call(gateway: Gateway, caller: Caller) -> None:
    """The lists are for editors and type checkers; what the platform adds must break nobody."""
    gateway.answers({"tbk_dg_general_link_convert_response": {}})
    gateway.answers({"tbk_sc_publisher_info_get_response": {}})
    caller.tbk_dg_general_link_convert(adzone_id=1, item_dto={"is_target_coupon": 2})
    caller.tbk_sc_publisher_info_get(info_type=3, relation_app="other", session="s")
    assert gateway.forms[0]["item_dto"] == '{"is_target_coupon":2}'
    assert (gateway.forms[1]["info_type"], gateway.forms[1]["relation_app"]) == ("3", "other")


@pytest.mark.parametrize("item_id", [590141576510, "590141576510", "nXtQUotkQRC0tP-d2qOpq7Tnyman"])
def test_ids_are_text_or_numbers(gateway: Gateway, caller: Caller, item_id: object) -> None:
    gateway.answers({"tbk_dg_general_link_convert_response": {}})
    caller.tbk_dg_general_link_convert(adzone_id=1, item_id_list=[item_id])
    assert gateway.forms[0]["item_id_list"] == str(item_id)


@pytest.mark.parametrize(
    ("method", "arguments", "says"),
    [
        ("tbk_dg_material_optional_upgrade", {"adzone_id": 1}, "至少要给一个"),
        ("tbk_dg_material_recommend", {"adzone_id": 1, "material_id": 13256}, "item_id 必填"),
        ("tbk_rta_consumer_match", {"adzone_id": 1}, "只能给一个，得到 0"),
        (
            "tbk_rta_consumer_match",
            {"adzone_id": 1, "strategy_id_list": "1", "offer_list": [{"offer_id": "2"}]},
            "只能给一个，得到 2",
        ),
        ("tbk_material_upload", {"param0": {}}, "至少要给一个"),
    ],
)
def test_rules_between_parameters(
    caller: Caller, method: str, arguments: dict[str, Any], says: str
) -> None:
    assert any(says in problem for problem in problems(caller, method, **arguments))


def test_a_rule_without_its_case_does_not_hold(gateway: Gateway, caller: Caller) -> None:
    gateway.answers({"tbk_dg_material_recommend_response": {}})
    caller.tbk_dg_material_recommend(adzone_id=1, material_id=1)
    assert len(gateway.requests) == 1


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        (NOW, NOW, "应晚于 start_time"),
        (NOW, NOW - timedelta(hours=1), "应晚于 start_time"),
        (NOW - timedelta(hours=3), NOW, "不到 3 小时"),
        (NOW - timedelta(days=91), NOW - timedelta(days=91, hours=-1), "90 天前"),
    ],
)
def test_impossible_time_windows(
    callers: Callers, start: datetime, end: datetime, says: str
) -> None:
    caller = callers(clock=lambda: NOW.timestamp())
    (problem,) = problems(caller, "tbk_order_details_get", start_time=start, end_time=end)
    assert says in problem


def test_a_window_may_be_text(gateway: Gateway, callers: Callers) -> None:
    caller = callers(clock=lambda: NOW.timestamp())
    window = {"start_time": "2026-01-02 00:00:00", "end_time": "2026-01-02 04:00:00"}
    (problem,) = problems(caller, "tbk_order_details_get", **window)
    assert "3 小时" in problem


def test_a_needed_session_is_asked_for(gateway: Gateway, callers: Callers) -> None:
    call = {"adzone_id": 1, "item_id": 2, "site_id": 3}
    (problem,) = problems(callers(), "tbk_sc_pic_embed", **call)
    assert "用户授权" in problem
    gateway.answers(*[{"tbk_sc_pic_embed_response": {}}] * 2)
    callers(session="s").tbk_sc_pic_embed(**call)
    callers().tbk_sc_pic_embed(**call, session="s")


def test_members_of_objects_are_checked(caller: Caller) -> None:
    option = {"pageno": 1, "span": 31, "relation_id": 1.5}
    found = problems(caller, "tbk_dg_punish_order_get", af_order_option=option)
    assert [problem.partition("：")[0] for problem in found] == [
        "af_order_option.pageno",
        "af_order_option.span",
        "af_order_option.relation_id",
    ]
    assert "page_no" in found[0]


@pytest.mark.parametrize("value", ["\ud800", b"x", object(), {"a": {"b": object()}}])
def test_what_cannot_be_sent_is_refused(gateway: Gateway, caller: Caller, value: object) -> None:
    with pytest.raises(InvalidArguments):
        caller.call("taobao.some.thing", {"p": [{"inner": value}]})
    assert gateway.requests == []


FIRST = datetime.min.replace(tzinfo=timezone(timedelta(hours=9)))


@pytest.mark.parametrize("moment", [datetime.max.replace(tzinfo=UTC), FIRST])
def test_a_moment_beyond_the_calendar_is_told_as_one(
    gateway: Gateway, caller: Caller, moment: datetime
) -> None:
    told = f"{moment} 换算成网关所在时区后超出公元 1 至 9999 年，请给出近一些的时间"
    found = problems(caller, "tbk_order_details_get", start_time=moment, end_time=NOW)
    assert found == (f"start_time：{told}",)
    for value in (moment, [moment], {"at": moment}):
        with pytest.raises(InvalidArguments) as caught:
            caller.call("taobao.tbk.new.method", {"a": value})
        assert caught.value.problems == (f"a：{told}",)
    assert gateway.requests == []


def test_none_is_not_sent_and_hides_nothing(gateway: Gateway, caller: Caller) -> None:
    gateway.answers({"some_thing_response": {}})
    caller.call("taobao.some.thing", {"a": 1, "b": None, "c": "x", "d": None, "e": [1, 2]})
    sent = {name: gateway.forms[0].get(name) for name in "abcde"}
    assert sent == {"a": "1", "b": None, "c": "x", "d": None, "e": "1,2"}


TLJ: dict[str, Any] = {
    "item_id": "1",
    "name": "礼金",
    "total_num": 1,
    "adzone_id": 1,
    "security_switch": True,
    "user_total_win_num_limit": 1,
    "send_start_time": "2026-01-01 00:00:00",
}


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (10 * 0.3001, "3.001"),
        (3 * 1.1, "3.3000000000000003"),
        ("1.001", "1.001"),
        (Decimal("1." + "0" * 40 + "1"), "1." + "0" * 40 + "1"),
    ],
)
def test_more_decimals_than_the_platform_takes_are_refused(
    caller: Caller, value: object, told: str
) -> None:
    (problem,) = problems(caller, "tbk_dg_vegas_tlj_create", per_face=value, **TLJ)
    assert problem == f"per_face：最多 2 位小数，得到 {told}"


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (1.1, "1.1"),
        (2, "2"),
        ("1.25", "1.25"),
        ("1.50", "1.50"),
        (Decimal("1.5000"), "1.50"),
        (Decimal("2.000"), "2.00"),
    ],
)
def test_decimals_within_the_scale_go_out_exactly(
    gateway: Gateway, caller: Caller, value: object, sent: str
) -> None:
    gateway.answers({"tbk_dg_vegas_tlj_create_response": {"result": {"success": True}}})
    caller.tbk_dg_vegas_tlj_create(per_face=value, **TLJ)
    assert gateway.forms[0]["per_face"] == sent


def test_whole_numbers_have_no_decimals() -> None:
    found = Problems()
    assert Exact(scale=0).write("3.00", "p", found) == "3"
    assert Exact(scale=0, number=True).write(3.0, "p", found) == Decimal(3)
    assert found == []
    Exact(scale=0).write("3.5", "p", found)
    assert found == ["p：不能有小数，得到 3.5"]


def test_true_and_false_are_sent_in_the_spelling_of_the_spec() -> None:
    found = Problems()
    kind = Boolean(text=True, yes=("Y", "1"), no=("N", "0"))
    assert [kind.write(value, "p", found) for value in (True, False)] == ["Y", "N"]
    kind.write("Y", "p", found)
    assert len(found) == 1
    number = Boolean(yes=("2",), no=("0",))
    assert [number.write(value, "p", found) for value in (True, False)] == [2, 0]
