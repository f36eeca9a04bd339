"""Every check of the gateway: its code, its words, and its place in the order."""

import time
from typing import Any
from urllib.parse import urlencode

import pytest
from real import SAMPLES
from taobaoke_mock import MockServer

from generator.spec.ir import Spec
from mock.calls import Answer, call, public, send, signed

SHOPS = "taobao.tbk.shop.get"
ARGUMENTS = {"fields": "user_id", "q": "女装"}
ORDERS = "taobao.tbk.order.details.get"
SEARCH = "taobao.tbk.dg.material.optional.upgrade"
RELATION_REFUND = "taobao.tbk.sc.relation.refund"


def ask(
    server: MockServer, method: str = SHOPS, secret: str = "helloworld", **changes: str | None
) -> Answer:
    business = ARGUMENTS if method == SHOPS else {}
    parameters = {**business, **public(method, **changes)}
    return send(server.url, urlencode(signed(parameters, secret)).encode())


@pytest.mark.parametrize(
    ("changes", "code", "message"),
    [
        ({"app_key": None}, 28, "Missing app key"),
        ({"timestamp": None}, 30, "Missing timestamp"),
        ({"v": None}, 32, "Missing version"),
        ({"timestamp": "2015-01-01 12:00:00"}, 31, "Invalid timestamp"),
        ({"timestamp": "yesterday"}, 31, "Invalid timestamp"),
        ({"v": "two"}, 33, "Invalid version"),
        ({"v": "3.0"}, 34, "Unsupported version"),
        ({"method": "taobao.tbk.no.such"}, 22, "Invalid method"),
        ({"sign_method": "md5", "secret": "other"}, 25, "Invalid signature"),
    ],
)
def test_public_parameters_are_checked(
    server: MockServer, changes: dict[str, Any], code: int, message: str
) -> None:
    error = ask(server, **changes).error
    assert (error["code"], error["msg"]) == (code, message)
    assert set(error) == {"code", "msg", "request_id"}


def test_missing_method_and_signature(server: MockServer) -> None:
    assert send(server.url, urlencode({"format": "json"}).encode()).error["code"] == 21
    error = send(server.url, urlencode(public(SHOPS)).encode()).error
    assert (error["code"], error["msg"]) == (24, "Missing signature")


def test_unknown_app_key_has_a_sub_code(server: MockServer) -> None:
    error = ask(server, app_key="87654321").error
    assert (error["code"], error["msg"]) == (29, "Invalid app Key")
    assert error["sub_code"] == "isv.appkey-not-exists"


def test_unknown_format_is_refused_in_xml(server: MockServer) -> None:
    answer = ask(server, format="yaml")
    assert b"<code>23</code><msg>Invalid format</msg>" in answer.body


def test_verbs_beside_get_and_post(server: MockServer) -> None:
    body = urlencode(signed({**public(SHOPS), **ARGUMENTS}))
    assert send(server.url, verb="PUT", query=body).error["code"] == 9
    assert "error_response" not in send(server.url, verb="GET", query=body).json


def test_a_timestamp_has_ascii_digits(server: MockServer) -> None:
    now = public(SHOPS)["timestamp"]
    wide = "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in now[:4])
    assert ask(server, timestamp=wide + now[4:]).error["code"] == 31


def test_a_timestamp_may_be_milliseconds(server: MockServer) -> None:
    assert "tbk_shop_get_response" in ask(server, timestamp=str(int(time.time() * 1000))).json
    late = str(int((time.time() - 601) * 1000))
    assert ask(server, timestamp=late).error["code"] == 31


def test_a_timestamp_may_follow_the_clock_of_the_mock(server: MockServer) -> None:
    server.clock.set(time.time() + 86_400)
    tomorrow = str(int((time.time() + 86_400) * 1000))
    assert "tbk_shop_get_response" in ask(server, timestamp=tomorrow).json
    assert "tbk_shop_get_response" in ask(server).json
    between = str(int((time.time() + 43_200) * 1000))
    assert ask(server, timestamp=between).error["code"] == 31


def test_the_clock_is_beijing(server: MockServer) -> None:
    utc = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime())
    answer = ask(server, timestamp=utc)
    assert answer.error["code"] == 31
    assert "Beijing" in answer.headers["X-Mock-Hint"]


def test_sessions(server: MockServer, spec: Spec) -> None:
    needing = next(api.method for api in spec.apis if api.needs_session)
    error = ask(server, needing, session=None).error
    assert (error["code"], error["msg"]) == (26, "Missing session")
    error = ask(server, needing, session="expired").error
    assert (error["code"], error["msg"]) == (27, "Invalid session")
    assert error["sub_code"] == "invalid-sessionkey"
    assert ask(server, session=None).json["tbk_shop_get_response"]


def test_a_required_argument_is_named_after_the_colon(server: MockServer) -> None:
    assert call(server, SHOPS, fields="user_id").error["msg"] == "Missing required arguments:q"
    nested = call(server, RELATION_REFUND, search_option='{"page_size": 1}')
    assert nested.error["code"] == 40
    assert nested.error["msg"] == "Missing required arguments:search_option.search_type"


@pytest.mark.parametrize(
    ("method", "arguments", "named"),
    [
        (SHOPS, {**ARGUMENTS, "page_no": "one"}, "page_no"),
        (SHOPS, {**ARGUMENTS, "page_no": "101"}, "page_no"),
        (SHOPS, {**ARGUMENTS, "page_no": "0"}, "page_no"),
        (SHOPS, {**ARGUMENTS, "is_tmall": "True"}, "is_tmall"),
        (ORDERS, {"start_time": "2024-06-18", "end_time": "2024-06-18 12:00:00"}, "start_time"),
        (SEARCH, {"adzone_id": "1", "cat": ",".join("12345678901")}, "cat"),
        (
            SEARCH,
            {"adzone_id": "1", "q": "x", "ucrowd_rank_items": "{'a': 1}"},
            "ucrowd_rank_items",
        ),
        ("taobao.tbk.sc.pic.embed", {"pic_stream": "b'png'"}, "pic_stream"),
        (
            RELATION_REFUND,
            {
                "search_option": '{"page_size": "x", "search_type": 1, "refund_type": 1,'
                ' "start_time": "2024-06-18 12:00:00", "page_no": 1, "biz_type": 1}'
            },
            "search_option.page_size",
        ),
    ],
)
def test_arguments_are_checked_against_types_and_limits(
    server: MockServer, spec: Spec, method: str, arguments: dict[str, str], named: str
) -> None:
    api = next(api for api in spec.apis if api.method == method)
    required = {name: v for name, v in SAMPLES.request(api).items() if isinstance(v, str)}
    answer = call(server, method, **{**required, **arguments})
    assert answer.error["msg"] == f"Invalid arguments:{named}"
    assert answer.error["code"] == 41
    assert answer.headers["X-Mock-Hint"]


def test_rules_between_parameters_come_from_the_backend(server: MockServer) -> None:
    error = call(server, SEARCH, adzone_id="1").error
    assert (error["code"], error["msg"]) == (15, "Remote service error")
    assert error["sub_code"] == "isv.missing-parameter:q,cat,ucrowd_rank_items"
    assert "至少" in error["sub_msg"]
    device = {"device_type": "4", "tk_domain": "1", "device_value": "x"}
    error = call(server, "taobao.tbk.uvid.encrypt", **device).error
    assert error["sub_code"] == "isv.missing-parameter:device_value,caid_version"
    device["device_type"] = "1"
    assert "error_response" not in call(server, "taobao.tbk.uvid.encrypt", **device).json


@pytest.mark.parametrize(
    ("end", "sub_code"),
    [
        ("2024-06-18 14:59:59", None),
        ("2024-06-18 15:00:00", "2007"),
        ("2024-06-18 11:00:00", "2001"),
    ],
)
def test_windows(server: MockServer, end: str, sub_code: str | None) -> None:
    answer = call(server, ORDERS, start_time="2024-06-18 12:00:00", end_time=end)
    assert answer.json.get("error_response", {}).get("sub_code") == sub_code


def test_the_order_is_that_of_the_table(server: MockServer, spec: Spec) -> None:
    """A call with many faults, mended one by one, meets the codes in the order of the spec."""
    broken: dict[str, str] = {}
    mends: list[dict[str, str | None]] = [
        {"method": "taobao.tbk.no.such"},
        {"app_key": "87654321"},
        {"timestamp": "2015-01-01 12:00:00"},
        {"v": "two"},
        {"sign": "0"},
        {"format": "json"},
        {"app_key": "12345678"},
        {"timestamp": public(SHOPS)["timestamp"]},
        {"v": "3.0"},
        {"v": "2.0"},
        {"method": "taobao.tbk.sc.relation.refund"},
        {"sign": None},
        {"session": "nobody"},
        {"session": "test"},
        {"search_option": "text"},
    ]
    seen = []
    for mend in mends:
        seen.append(_code(server, broken))
        broken = {name: value for name, value in {**broken, **mend}.items() if value is not None}
    seen.append(_code(server, broken))
    positions = [spec.platform.checks.index(code) for code in seen]
    assert positions == sorted(set(positions)), seen
    assert len(seen) == 16


def _code(server: MockServer, parameters: dict[str, str]) -> str:
    complete = (
        parameters if "sign" in parameters or "format" not in parameters else signed(parameters)
    )
    body = send(server.url, urlencode({"format": "yaml", **complete}).encode()).body.decode()
    marker = '"code":' if body.startswith("{") else "<code>"
    return body.partition(marker)[2].partition(",")[0].partition("<")[0]


def test_text_must_be_utf_8(server: MockServer) -> None:
    body = urlencode(signed({**public(SHOPS), "fields": "x"})).encode() + b"&q=%B4%F2"
    answer = send(server.url, body)
    assert (answer.error["code"], answer.error["msg"]) == (47, "Invalid encoding")


def test_likely_mistakes_are_answered_with_a_hint(server: MockServer) -> None:
    answer = call(server, SHOPS, **ARGUMENTS, page_sise="10")
    assert "tbk_shop_get_response" in answer.json
    assert "did you mean page_size?" in answer.headers["X-Mock-Hint"]
    assert "platform='7'" in call(server, SHOPS, **ARGUMENTS, platform="7").headers["X-Mock-Hint"]
    assert call(server, SHOPS, **ARGUMENTS).headers["X-Mock-Hint"] is None


def test_an_empty_argument_hides_no_wrong_one(server: MockServer) -> None:
    shops = {"fields": "user_id", "q": "x", "page_no": "", "page_size": "many"}
    answer = call(server, "taobao.tbk.shop.get", **shops)
    assert (answer.error["code"], answer.error["msg"]) == (41, "Invalid arguments:page_size")
