"""One call, one request, one response."""

import asyncio
import copy
import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from oracle.signing import signature
from taobaoke import AsyncClient, Client, Pid

from client.conftest import APP_KEY, SECRET, Caller, Callers
from client.server import Gateway, Reply

SHOPS = {
    "tbk_shop_get_response": {
        "results": {"n_tbk_shop": [{"user_id": 123, "shop_title": "女装店", "brand_new": "x"}]},
        "total_results": 1,
        "request_id": "abc123",
    }
}


def test_the_request_is_a_signed_form(gateway: Gateway, callers: Callers) -> None:
    caller = callers(session="s1", partner_id="me", clock=lambda: 1451620800)
    gateway.answers(SHOPS)
    caller.tbk_shop_get(fields=["user_id", "shop_title"], q="女装 & 1+1", is_tmall=False)
    (form,) = gateway.forms
    sign = form.pop("sign")
    assert form == {
        "method": "taobao.tbk.shop.get",
        "app_key": APP_KEY,
        "sign_method": "hmac-sha256",
        "timestamp": "2016-01-01 12:00:00",
        "format": "json",
        "v": "2.0",
        "session": "s1",
        "partner_id": "me",
        "fields": "user_id,shop_title",
        "q": "女装 & 1+1",
        "is_tmall": "false",
    }
    assert sign == signature(form, SECRET.encode())
    content_type = gateway.requests[0].headers["content-type"]
    assert content_type == "application/x-www-form-urlencoded;charset=utf-8"


@pytest.mark.parametrize("sign_method", ["md5", "hmac"])
def test_other_signature_methods(gateway: Gateway, callers: Callers, sign_method: str) -> None:
    gateway.answers(SHOPS)
    callers(sign_method=sign_method).tbk_shop_get(fields="user_id", q="x")
    (form,) = gateway.forms
    assert form.pop("sign") == signature(form, SECRET.encode())
    assert form["sign_method"] == sign_method


def test_the_response_is_typed(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(SHOPS)
    response = caller.tbk_shop_get(fields="user_id", q="x")
    assert type(response).__name__ == "TbkShopGetResponse"
    assert response.request_id == "abc123"
    assert response.total_results == 1
    (shop,) = response.results
    assert shop.user_id == "123"
    assert shop.shop_url is None
    assert shop.extra == {"brand_new": "x"}


def test_numbers_of_the_body_stay_exact(gateway: Gateway, caller: Caller) -> None:
    order = b'{"trade_id":1234567890123456789012,"pay_price":"9.10","tk_total_rate":9.90}'
    gateway.answers(
        b'{"tbk_order_details_get_response":{"data":{"results":{"publisher_order_dto":['
        + order
        + b"]}}}}"
    )
    now = datetime.now()
    page = caller.tbk_order_details_get(
        start_time=now.replace(hour=1), end_time=now.replace(hour=2)
    )
    (order_read,) = page.data.results
    assert order_read.trade_id == "1234567890123456789012"
    assert str(order_read.pay_price) == "9.10"
    assert order_read.tk_total_rate == Decimal("9.90")


def test_a_session_of_the_call_wins(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(SHOPS)
    callers(session="mine").tbk_shop_get(fields="user_id", q="x", session="hers")
    assert gateway.forms[0]["session"] == "hers"


def test_times_go_out_in_beijing_time(gateway: Gateway, callers: Callers) -> None:
    clock = datetime(2026, 1, 2, tzinfo=UTC).timestamp
    gateway.answers({"tbk_order_details_get_response": {}})
    callers(clock=clock).tbk_order_details_get(
        start_time=datetime(2026, 1, 1, 16, tzinfo=UTC), end_time=datetime(2026, 1, 2, 1)
    )
    (form,) = gateway.forms
    assert form["timestamp"] == "2026-01-02 08:00:00"
    assert form["start_time"] == "2026-01-02 00:00:00"
    assert form["end_time"] == "2026-01-02 01:00:00"


def test_nested_parameters_are_json_text(gateway: Gateway, caller: Caller) -> None:
    gateway.answers({"tbk_rta_consumer_match_response": {}})
    caller.tbk_rta_consumer_match(adzone_id=33, offer_list=[{"offer_id": "甲", "item_id": 7}])
    assert gateway.forms[0]["offer_list"] == '[{"offer_id":"甲","item_id":"7"}]'


def test_a_method_that_no_spec_knows(gateway: Gateway, caller: Caller) -> None:
    gateway.answers({"tbk_new_thing_get_response": {"a": {"b": [1, 2.50]}, "request_id": "r"}})
    arguments = {"ids": [1, 2], "since": datetime(2026, 1, 1), "more": {"k": True}, "none": None}
    response = caller.call("taobao.tbk.new.thing.get", arguments)
    assert response["a"] == {"b": [1, Decimal("2.50")]}
    assert response.request_id == "r"
    (form,) = gateway.forms
    assert form["ids"] == "1,2"
    assert form["since"] == "2026-01-01 00:00:00"
    assert form["more"] == '{"k":true}'
    assert "none" not in form


@pytest.mark.parametrize(
    "body",
    [
        {"tbk_shop_get_response": {"results": {"n_tbk_shop": [{"user_id": 1}]}}},
        {"tbk_shop_get_response": {"results": [{"user_id": 1}]}},
        {"results": [{"user_id": 1}], "request_id": "r"},
        {"results": {"n_tbk_shop": [{"user_id": 1}]}},
    ],
)
def test_every_known_shape_of_a_reply(gateway: Gateway, caller: Caller, body: object) -> None:
    gateway.answers(Reply(body))
    assert [s.user_id for s in caller.tbk_shop_get(fields="user_id", q="x").results] == ["1"]


def test_an_empty_result_is_no_error(gateway: Gateway, caller: Caller) -> None:
    gateway.answers({"tbk_shop_get_response": {"total_results": 0, "request_id": "r"}})
    assert caller.tbk_shop_get(fields="user_id", q="x").results == []


def test_gzip_and_raw_control_characters(gateway: Gateway, caller: Caller) -> None:
    body = b'{"tbk_shop_get_response":{"results":{"n_tbk_shop":[{"shop_title":"a\tb"}]}}}'
    gateway.answers(Reply(body, headers={"Content-Encoding": "gzip"}))
    assert caller.tbk_shop_get(fields="user_id", q="x").results[0].shop_title == "a\tb"


def test_connections_are_kept(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(*[SHOPS] * 3)
    for _ in range(3):
        caller.tbk_shop_get(fields="user_id", q="x")
    assert len({request.connection for request in gateway.requests}) == 1


def test_elements_that_failed_are_told_apart(gateway: Gateway, caller: Caller) -> None:
    urls = [
        {"code": 1001, "msg": "无权限", "input_material_url": "a"},
        {"code": 200, "input_material_url": "b"},
        {"input_material_url": "c"},
    ]
    content = {"data": {"material_url_list": {"material_url_list": urls}}}
    gateway.answers({"tbk_dg_general_link_convert_response": content})
    response = caller.tbk_dg_general_link_convert(adzone_id=1, material_list=["a", "b", "c"])
    assert [item.input_material_url for item in response.ok] == ["b", "c"]
    ((item, code, message),) = response.failed
    assert (item.input_material_url, code, message) == ("a", "1001", "无权限")


@pytest.mark.parametrize(
    "url", ["http://eco.taobao.com/router/rest", "ftp://127.0.0.1", "prod", "http://localhost.evil"]
)
def test_only_https_leaves_the_machine(url: str) -> None:
    with pytest.raises(ValueError, match="https"):
        Client(APP_KEY, SECRET, gateway=url)


def test_a_method_that_no_client_has_is_shown_the_way(caller: Caller) -> None:
    with pytest.raises(AttributeError, match=r"'tbk_shop_gt'.*call\(全名, 参数\)") as caught:
        caller.client.tbk_shop_gt  # noqa: B018
    assert caught.value.name == "tbk_shop_gt"


def test_a_deprecated_method_names_its_successor(gateway: Gateway) -> None:
    gateway.answers(*[{"tbk_item_info_get_response": {}}] * 2)

    def call() -> None:
        with Client(APP_KEY, SECRET, gateway=gateway.url) as client:
            client.tbk_item_info_get(num_iids="1")

    async def call_async() -> None:
        async with AsyncClient(APP_KEY, SECRET, gateway=gateway.url) as client:
            await client.tbk_item_info_get(num_iids="1")

    for way in (call, lambda: asyncio.run(call_async())):
        with pytest.warns(DeprecationWarning, match="tbk_item_info_upgrade_get") as warned:
            way()
        assert [warning.filename for warning in warned] == [__file__]


def test_a_call_for_many_values_tells_of_the_successor_once_and_where_it_stands(
    gateway: Gateway,
) -> None:
    def call() -> None:
        with Client(APP_KEY, SECRET, gateway=gateway.url) as client:
            many = client.tbk_item_info_get_many(map(str, range(90)))
            assert len(list(many)) == 90

    async def call_async() -> None:
        async with AsyncClient(APP_KEY, SECRET, gateway=gateway.url) as client:
            many = client.tbk_item_info_get_many(map(str, range(90)))
            assert len([answer async for answer in many]) == 90

    for way in (call, lambda: asyncio.run(call_async())):
        gateway.answers(*[{"tbk_item_info_get_response": {}}] * 3)
        with pytest.warns(DeprecationWarning, match="tbk_item_info_upgrade_get") as warned:
            way()
        assert [warning.filename for warning in warned] == [__file__]
    assert len(gateway.requests) == 6


@pytest.mark.parametrize("name", ["retries", "timeout", "gateway", "tbk_shop_gte"])
def test_nothing_is_set_that_would_change_nothing(caller: Caller, name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(caller.client, name, 3)


def test_named_gateways() -> None:
    assert Client(APP_KEY, SECRET).gateway == "https://eco.taobao.com/router/rest"
    assert Client(APP_KEY, SECRET, gateway="sandbox").gateway.startswith("https://gw.api.tbsandbox")


def test_an_unknown_signature_method_is_refused() -> None:
    with pytest.raises(ValueError, match="hmac-sha256"):
        Client(APP_KEY, SECRET, sign_method="sha1")


def test_pid() -> None:
    pid = Pid.parse(" mm_1_22_333 ")
    assert pid == Pid(member_id="1", site_id="22", adzone_id="333")
    assert str(pid) == "mm_1_22_333"
    with pytest.raises(ValueError, match="mm_"):
        Pid.parse("mm_1_2")


def test_the_user_agent_tells_name_and_version(gateway: Gateway, caller: Caller) -> None:
    gateway.answers({"tbk_tbkinfo_get_response": {}})
    caller.call("taobao.tbk.tbkinfo.get", {})
    assert gateway.requests[0].headers["user-agent"] == "taobaoke/0.1.0"


@pytest.mark.parametrize("take", [copy.copy, copy.deepcopy, pickle.dumps])
@pytest.mark.parametrize("used", [False, True])
def test_a_client_is_not_copied_but_made_anew(
    gateway: Gateway, caller: Caller, take: Callable[[Any], Any], used: bool
) -> None:
    if used:
        gateway.answers({"tbk_shop_get_response": {"total_results": 7}})
        caller.tbk_shop_get(fields="user_id", q="x")
    with pytest.raises(TypeError, match=r"secrets and connections.*with_options\(\)") as caught:
        take(caller.client)
    assert SECRET not in str(caught.value)
