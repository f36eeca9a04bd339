"""Faults and replies that tests order: in Python, by header, over HTTP."""

import html
import http.client
import json
import threading
import time
from collections.abc import Callable

import pytest
import real
from taobaoke_mock import MockServer

from generator.spec.ir import Spec
from mock.calls import Answer, ask_sample, call, public, send

Start = Callable[..., MockServer]
SHOPS = "taobao.tbk.shop.get"
ARGUMENTS = {"fields": "user_id", "q": "x"}


def ask(server: MockServer, fault: str | None = None) -> Answer:
    headers = {} if fault is None else {"X-Mock-Error": fault}
    return call(server, SHOPS, headers=headers, **ARGUMENTS)


@pytest.mark.parametrize(
    ("fault", "code", "sub_code", "sub_msg"),
    [
        (
            "7",
            7,
            "accesscontrol.limited-by-api-access-count",
            "This ban will last for 1 more seconds",
        ),
        (
            "7:accesscontrol.limited-by-app-access-count",
            7,
            "accesscontrol.limited-by-app-access-count",
            "This ban will last for 1 more seconds",
        ),
        (
            "accesscontrol.limited-by-app-api-access-count",
            7,
            "accesscontrol.limited-by-app-api-access-count",
            "This ban will last for 1 more seconds",
        ),
        ("11", 11, "isv.permission-api-package-limit", "scope ids is 381 13168"),
        ("15:isv.invalid-parameter:q", 15, "isv.invalid-parameter:q", None),
        ("9100", 15, "9100", "账号请求过于频繁"),
        ("isp.tbkapi-service-unavailable", 15, "isp.tbkapi-service-unavailable", "内部服务不可用"),
        ("-4003", 15, "-4003", None),
        ("10", 10, None, None),
    ],
)
def test_errors(
    server: MockServer, fault: str, code: int, sub_code: str | None, sub_msg: str | None
) -> None:
    error = ask(server, fault).error
    assert (error["code"], error.get("sub_code"), error.get("sub_msg")) == (code, sub_code, sub_msg)


def test_every_code_of_the_platform_can_be_ordered(server: MockServer, spec: Spec) -> None:
    for expected in spec.platform.errors:
        error = ask(server, expected.code.reveal()).error
        assert expected.message
        assert (str(error["code"]), error["msg"]) == (
            expected.code.reveal(),
            expected.message.reveal(),
        )


def test_every_documented_error_of_a_method_can_be_ordered(server: MockServer, spec: Spec) -> None:
    """Also those whose codes belong to the platform or look like anything else."""
    api = next(api for api in spec.apis if api.method == "taobao.tbk.order.details.get")
    window = {"start_time": "2024-06-18 12:00:00", "end_time": "2024-06-18 12:20:00"}
    for expected in api.errors:
        headers = {"X-Mock-Error": f"15:{expected.code.reveal()}"}
        error = call(server, api.method, headers=headers, **window).error
        assert (error["code"], error["sub_code"]) == (15, expected.code.reveal())
        if expected.message:
            assert error["sub_msg"] == expected.message.reveal()


def test_a_missing_package_is_answered_with_those_that_the_app_holds(
    server: MockServer, spec: Spec
) -> None:
    """As the gateway does it: the ids are none of those that would grant the method."""
    server.fail("*", "11")
    seen = set()
    for api in spec.typed:
        error = ask_sample(server, api).error
        assert error["sub_code"] == "isv.permission-api-package-limit", api.method
        told = error["sub_msg"].removeprefix("scope ids is ").split(" ")
        assert len(told) == 2, api.method
        assert not {package.id for package in api.auth.packages}.intersection(told), api.method
        seen.add(error["sub_msg"])
    assert "scope ids is 11655 381" in seen
    assert len(seen) > 1
    server.fail(SHOPS, "11", sub_msg="scope ids is 1")
    assert ask(server).error["sub_msg"] == "scope ids is 1"
    assert ask(server, "11:isv.other").error.get("sub_msg") is None


@pytest.mark.parametrize("prefix", ["isv.", "isp."])
def test_codes_are_known_with_and_without_their_prefix(
    server: MockServer, spec: Spec, prefix: str
) -> None:
    checked = 0
    for api in spec.typed:
        table = {e.code.reveal(): e.message.reveal() if e.message else None for e in api.errors}
        for code in filter(lambda code: code.startswith(prefix), table):
            bare = code.removeprefix(prefix)
            same = {table.get(each) for each in (bare, f"isv.{bare}", f"isp.{bare}")} - {None}
            for form in (code, bare, f"15:{bare}"):
                server.reset()
                server.fail(api.method, form)
                error = ask_sample(server, api).error
                assert (error["code"], error["sub_code"]) == (15, form.removeprefix("15:"))
                messages = {table[code]} if form == code else same
                told = html.unescape(error.get("sub_msg", ""))
                assert told in messages or not table[code], (api.method, form)
                checked += 1
    assert checked > 20


@pytest.mark.parametrize("code", ["FAIL_BIZ_HAS_NO_PRIVILEGE", "isv.-4003", "isp.-4003"])
def test_codes_of_the_method_can_be_ordered_in_every_way(server: MockServer, code: str) -> None:
    gifts = real.api("taobao.tbk.dg.vegas.tlj.create")
    message = next(e.message for e in gifts.errors if e.code.reveal().endswith(code[4:]))
    base = server.url.removesuffix("/router/rest") + "/mock/"
    server.fail(gifts.method, code)
    answers = [ask_sample(server, gifts)]
    server.reset()
    assert send(f"{base}faults/{gifts.method}", code.encode(), verb="PUT").status == 200
    answers.append(ask_sample(server, gifts))
    server.reset()
    answers.append(ask_sample(server, gifts, headers={"X-Mock-Error": code}))
    for answer in answers:
        assert (answer.error["code"], answer.error["sub_code"]) == (15, code)
        assert answer.error.get("sub_msg") == (message and message.reveal())


def test_a_code_of_another_method_needs_its_prefix(server: MockServer) -> None:
    gifts = "taobao.tbk.dg.vegas.tlj.create"
    code = "FAIL_BIZ_HAS_NO_PRIVILEGE"
    assert ask(server, f"isv.{code}").error["sub_code"] == f"isv.{code}"
    with pytest.raises(ValueError, match="http-502"):
        server.fail(SHOPS, code)
    assert ask(server, code).status == 400
    base = server.url.removesuffix("/router/rest") + "/mock/"
    assert send(f"{base}faults/{SHOPS}", code.encode(), verb="PUT").status == 400
    with pytest.raises(ValueError, match=f"是否想写 {code}"):
        server.fail(gifts, code.replace("HAS_NO", "HASNO"))


def test_a_wrong_signature_wins_over_a_later_fault(server: MockServer) -> None:
    server.fail(SHOPS, "11")
    body = "&".join(f"{k}={v}" for k, v in {**public(SHOPS, timestamp="1"), "sign": "0"}.items())
    assert send(server.url, body.encode()).error["code"] == 31


def test_http_errors(server: MockServer) -> None:
    answer = ask(server, "http-502")
    assert answer.status == 502
    assert answer.body.startswith(b"<html>")


def test_bodies_that_are_no_json(server: MockServer) -> None:
    answer = ask(server, "bad-json")
    assert answer.status == 200
    with pytest.raises(json.JSONDecodeError):
        json.loads(answer.body)


def test_dropped_connections(server: MockServer) -> None:
    with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
        ask(server, "disconnect")
    start = time.monotonic()
    with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
        ask(server, "timeout-0.3")
    assert time.monotonic() - start >= 0.3
    assert [request.error for request in server.requests] == ["drop", "drop"]


def test_closing_ends_calls_that_wait(start: Start) -> None:
    server = start()
    failures: list[BaseException] = []

    def wait() -> None:
        try:
            ask(server, "timeout")
        except OSError as error:
            failures.append(error)

    waiting = threading.Thread(target=wait)
    waiting.start()
    while not server.requests:
        time.sleep(0.01)
    server.close()
    waiting.join(5)
    assert len(failures) == 1


def test_empty_results(server: MockServer) -> None:
    assert ask(server, "empty").json["tbk_shop_get_response"] == {
        "total_results": 0,
        "request_id": "mock00000001",
    }
    headers = {"X-Mock-Error": "empty"}
    answer = call(server, "taobao.tbk.tbkinfo.get", headers=headers, pid="mm_1_2_3")
    assert "[" not in answer.body.decode()


def test_a_fault_for_some_calls(server: MockServer) -> None:
    server.fail(SHOPS, code="7", times=2, sub_msg="This ban will last for 31062 more seconds")
    server.fail("*", code="10", times=1)
    errors = [ask(server).json.get("error_response", {}) for _ in range(4)]
    assert [error.get("code") for error in errors] == [7, 7, 10, None]
    assert errors[0]["sub_msg"] == "This ban will last for 31062 more seconds"


def test_replies(server: MockServer) -> None:
    server.reply(SHOPS, {"results": [{"user_id": 1}], "total_results": 1})
    server.reply(SHOPS, {"total_results": 5}, times=1)
    replies = [ask(server).json["tbk_shop_get_response"] for _ in range(3)]
    assert [reply["total_results"] for reply in replies] == [5, 1, 1]
    assert replies[1]["results"] == {"n_tbk_shop": [{"user_id": 1}]}
    server.reset()
    assert ask(server).json["tbk_shop_get_response"]["results"]["n_tbk_shop"][0]["user_id"] == 123
    assert len(server.requests) == 1


def test_replies_of_nested_lists_may_be_bare_or_full(server: MockServer) -> None:
    method = "taobao.tbk.order.details.get"
    window = {"start_time": "2024-06-18 12:00:00", "end_time": "2024-06-18 12:20:00"}
    bare = {"data": {"results": [{"trade_id": "1", "service_fee_dto_list": [{"share_fee": "1"}]}]}}
    fees = {"service_fee_d_t_o": [{"share_fee": "1"}]}
    full = {"publisher_order_dto": [{"trade_id": "1", "service_fee_dto_list": fees}]}
    for content in (bare, {"data": {"results": full}}):
        server.reply(method, content)
        answer = call(server, method, **window)
        assert answer.json["tbk_order_details_get_response"]["data"] == {"results": full}


def test_a_method_that_no_spec_knows(server: MockServer) -> None:
    method = "alibaba.brand.new.get"
    with pytest.raises(ValueError, match=method):
        server.fail(method, "7")
    server.reply(method, {"list": [1]})
    answer = call(server, method, any="thing")
    assert answer.json["alibaba_brand_new_get_response"]["list"] == [1]


@pytest.mark.parametrize("fault", ["", "sorry", "http-200", "http-499", "timeout-", "7x"])
def test_unknown_faults_teach_the_known_ones(server: MockServer, fault: str) -> None:
    with pytest.raises(ValueError, match="http-502"):
        server.fail(SHOPS, fault)
    answer = ask(server, fault)
    assert answer.status == 400
    assert "http-502" in answer.body.decode()


def test_orders_over_http(server: MockServer) -> None:
    base = server.url.removesuffix("/router/rest") + "/mock/"
    assert send(f"{base}faults/{SHOPS}", b"7", verb="PUT", query="times=1").status == 200
    assert ask(server).error["code"] == 7
    assert send(f"{base}replies/{SHOPS}", b'{"results": [{}]}', verb="PUT").status == 200
    assert ask(server).json["tbk_shop_get_response"]["results"] == {"n_tbk_shop": [{}]}
    recorded = send(f"{base}requests", verb="GET").json
    assert [each["error"] for each in recorded] == ["7", None]
    assert recorded[0]["parameters"]["session"] == "***"
    assert send(f"{base}all", verb="DELETE").status == 200
    assert send(f"{base}requests", verb="GET").json == []


@pytest.mark.parametrize(
    ("verb", "path", "body", "status"),
    [
        ("PUT", f"faults/{SHOPS}", b"sorry", 400),
        ("PUT", f"replies/{SHOPS}", b"[]", 400),
        ("PUT", f"replies/{SHOPS}", b"{", 400),
        ("PUT", "replies/", b"{}", 404),
        ("POST", "requests", b"", 405),
        ("GET", "elsewhere", b"", 404),
    ],
)
def test_wrong_orders_over_http(
    server: MockServer, verb: str, path: str, body: bytes, status: int
) -> None:
    base = server.url.removesuffix("/router/rest") + "/mock/"
    answer = send(base + path, body, verb=verb)
    assert answer.status == status
    assert answer.body.strip()


def test_many_threads(server: MockServer) -> None:
    server.fail(SHOPS, "7", times=20)
    codes: list[int | None] = []

    def work() -> None:
        for _ in range(10):
            codes.append(ask(server).json.get("error_response", {}).get("code"))

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (codes.count(7), codes.count(None)) == (20, 40)
    assert len(server.requests) == 60
