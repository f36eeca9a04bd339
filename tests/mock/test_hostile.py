"""Hostile calls: an answer in the platform's form, in bounded time; and nothing is kept of them."""

import json
import time
import tracemalloc
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import pytest
from taobaoke_mock import cache, knowledge
from taobaoke_mock.http import Request

from mock.calls import FORM, multipart, public, signed
from mock.direct import Direct, answered
from mock.fuzz import through_connections, through_core

SHOPS = "taobao.tbk.shop.get"
ORDERS = "taobao.tbk.order.details.get"
REPORT = "taobao.tbk.dg.cpa.activity.report"
REFUND = "taobao.tbk.sc.relation.refund"
SEARCH = "taobao.tbk.dg.material.optional.upgrade"
ARGUMENTS = {"fields": "user_id", "q": "x"}


def error(method: str, **arguments: str) -> tuple[int | None, str | None]:
    """Code and message of a call, None if it is answered."""
    told = Direct().ask(signed({**public(method), **arguments})).json
    refused = told.get("error_response", {})
    return refused.get("code"), refused.get("msg")


# Values


@pytest.mark.parametrize("digits", [4300, 5000, 1_000_000])
def test_numbers_of_any_length(digits: int) -> None:
    number = "9" * digits
    wrong = (41, "Invalid arguments:page_no")
    assert error(SHOPS, **ARGUMENTS, page_no=number) == wrong
    assert error(SHOPS, **ARGUMENTS, page_no=f"-{number}") == wrong
    assert error(SHOPS, **ARGUMENTS, page_no="0" * digits + "1") == wrong
    nested = error(REFUND, search_option=f'{{"page_size": {number}, "search_type": 1}}')
    assert nested[0] in (40, 41)
    times = {"start_time": number, "end_time": number}
    assert error(ORDERS, **times) == (41, "Invalid arguments:end_time")


@pytest.mark.parametrize("text", ["[" * 5000, '{"a":' * 5000, "[" * 5000 + "]" * 5000, "{", "NaN"])
def test_json_of_any_depth(text: str) -> None:
    assert error(REFUND, search_option=text) == (41, "Invalid arguments:search_option")
    assert error(SEARCH, adzone_id="1", q="x", ucrowd_rank_items=text)[0] == 41


@pytest.mark.parametrize(
    "cursor", ["mock-²", "mock-١", "mock--1", "mock-" + "9" * 5000, "²", "\x00"]
)
def test_cursors_that_the_mock_did_not_give(cursor: str) -> None:
    window = {"start_time": "2024-06-18 12:00:00", "end_time": "2024-06-18 12:20:00"}
    assert error(ORDERS, **window, position_index=cursor) == (None, None)


def test_lone_surrogates() -> None:
    told = Direct()
    fields = {**public(REFUND), "search_option": '{"search_type":"\\ud800","\\udfff":1}'}
    answer = told.ask(signed(fields))
    assert answer.error["code"] in (40, 41)
    requests = told.send(path="/mock/requests", verb="GET", query=b"")
    assert json.loads(requests.body)
    data = b"q=%ED%A0%80&" + urlencode(public(SHOPS)).encode()
    assert answered(told.send(data + b"&sign=0")).error["code"] == 47


def test_characters_that_no_header_may_hold() -> None:
    answer = Direct().ask(signed({**public(SHOPS), **ARGUMENTS, "女\r\nX-Injected: 1": "x"}))
    hint = answer.headers["X-Mock-Hint"]
    assert hint.isascii()
    assert "\\u" not in hint
    assert "%E5%A5%B3" in hint
    assert answer.headers["X-Mock-Encoding"] == "percent-encoded UTF-8: X-Mock-Hint"
    assert "X-Injected" not in dict(answer.headers)


# Bodies


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        (b"%", FORM, 21),
        (b"&&&=&=", FORM, 21),
        (b"method=x&" * 10_001, FORM, 43),
        (b"x", "multipart/form-data", 3),
        (b"x", "multipart/form-data; boundary=", 3),
        (b"x", "multipart/form-data; boundary=abc", 3),
        (b"--abc\r\n\r\nno head\r\n--abc--\r\n", "multipart/form-data; boundary=abc", 3),
        (b"--abc\r\n" * 2000, "multipart/form-data; boundary=abc", 3),
        (b'{"method": "x"}', "application/json", 21),
        (b"", "application/json", 21),
        (b"\xff\xfe", FORM, 21),
    ],
)
def test_bodies_that_are_no_form(body: bytes, kind: str, code: int) -> None:
    answer = Direct().send(body, {"content-type": kind})
    assert answer.status == 200
    assert ElementTree.fromstring(answer.body).findtext("code") == str(code)


def test_a_part_without_a_name() -> None:
    body, kind = multipart(signed({**public(SHOPS), **ARGUMENTS}), {})
    nameless = body.replace(b'name="q"', b'nome="q"')
    for query in (b"", b"format=json"):
        answer = Direct().send(nameless, {"content-type": kind}, query=query)
        assert b"Upload Fail" in answer.body
        assert "no name" in dict(answer.headers)["X-Mock-Hint"]


def test_uploads_are_not_kept() -> None:
    gateway = Direct()
    fields = signed(public("taobao.tbk.sc.pic.embed"))
    gateway.ask(fields, {"pic_stream": b"p" * 100_000})
    (kept,) = gateway.mock.requests
    assert kept.files == ("pic_stream",)
    assert "ppp" not in repr(kept)


def test_escapes_of_long_values_are_read_in_pieces() -> None:
    gateway = Direct()
    for shift in range(3):
        value = "a" * shift + "女" * 50_000 + "+%"
        data = urlencode(public(SHOPS)) + "&q=" + quote(value)
        gateway.send(data.encode())
        assert gateway.mock.requests[-1].parameters["q"] == value


# Time and memory


def seconds(body: bytes, kind: str = FORM) -> float:
    gateway = Direct()
    began = time.process_time()
    gateway.send(body, {"content-type": kind})
    return time.process_time() - began


@pytest.mark.slow
def test_a_wrong_signature_is_explained_in_bounded_time() -> None:
    many = {**public(SHOPS), **{f"p{number}": "x" * 20 for number in range(8000)}, "sign": "0" * 64}
    assert seconds(urlencode(many).encode()) < 2
    large = {**public(SHOPS), "q": "女" * 2_000_000, "sign": "0" * 64}
    assert seconds(urlencode(large).encode()) < 5


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [b"&" * 30_000_000, b"%41" * 10_000_000, b"q=" + b"%E5%A5%B3" * 3_000_000, b"=" * 30_000_000],
)
def test_large_bodies_take_bounded_time(body: bytes) -> None:
    assert seconds(body) < 10


def test_what_is_kept_to_be_quick_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: cache.Cache[bytes] = cache.Cache()
    for number in range(10_000):
        kept.put(("m", "json", str(number)), b"x" * 3000, 3000)
    assert kept.get(("m", "json", "9999")) == b"x" * 3000
    assert kept.get(("m", "json", "0")) is None
    assert 1000 < sum(kept.get(("m", "json", str(n))) is not None for n in range(10_000)) < 1400
    assert kept.put(("m",), b"x" * 300_000, 300_000) == b"x" * 300_000
    assert kept.get(("m",)) is None
    kept.put(("z" * 300_000,), b"", 0)
    assert kept.get(("z" * 300_000,)) is None


def test_what_is_kept_anew_counts_once() -> None:
    kept: cache.Cache[str] = cache.Cache(1000, 500)
    kept.put(("other",), "first", 100)
    for turn in range(50):
        kept.put(("m",), str(turn), 400)
    assert (kept.get(("m",)), kept.get(("other",))) == ("49", "first")
    kept.put(("m",), "too large", 501)
    assert (kept.get(("m",)), kept.get(("other",))) == (None, "first")


def test_values_of_escapes_take_no_more_memory_than_others() -> None:
    fields = signed({**public(SHOPS), **ARGUMENTS, "q": "%20" * 2_000_000})
    body, kind = multipart(fields, {})
    gateway = Direct()
    tracemalloc.start()
    try:
        answer = gateway.send(body, {"content-type": kind})
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert b"tbk_shop_get_response" in answer.body
    assert peak < 60_000_000


def test_names_of_callers_are_not_kept() -> None:
    gateway = Direct()
    before = knowledge._api.cache_info().currsize
    for number in range(50):
        name = f"method=no-such-{number}".encode()
        for fault in ("ban-30", "no-such-fault"):
            gateway.send(name, {"x-mock-error": fault})
    assert gateway.mock._limits._bans == {}
    assert knowledge._api.cache_info().currsize <= before + 1


@pytest.mark.parametrize("name", ["*", "3000"])
def test_no_name_bans_more_than_its_method(name: str) -> None:
    gateway = Direct()
    gateway.send(urlencode({"method": name}).encode(), {"x-mock-error": "ban-30"})
    right = signed({**public(SHOPS), **ARGUMENTS})
    assert "tbk_shop_get_response" in gateway.ask(right).json
    window = {"start_time": "2024-06-18 12:00:00", "end_time": "2024-06-18 12:20:00"}
    orders = signed({**public(ORDERS), **window})
    assert "tbk_order_details_get_response" in gateway.ask(orders).json


def test_names_of_uploads_are_forgotten_with_their_calls() -> None:
    names = [f"{'n' * 3000}{number}" for number in range(500)]
    gateway = Direct()
    for _ in range(5):
        gateway.ask(signed(public(SHOPS)), dict.fromkeys(names, b""))
    assert 1 <= len(gateway.mock.requests) <= 2


def test_a_page_has_at_most_a_thousand_results() -> None:
    gateway = Direct(results=10**9)
    fields = {**public(REPORT), "event_id": "1", "query_type": "1", "biz_date": "20240101"}
    answer = gateway.ask(signed({**fields, "page_size": "500000", "page_no": "2"}))
    assert answer.headers["X-Mock-Hint"] == (
        "page_size is more than the 1000 results that a page has here"
    )
    assert answer.body.count(b'"biz_date"') == 1000
    usual = gateway.ask(signed({**fields, "page_size": "1000", "page_no": "2"}))
    assert "X-Mock-Hint" not in usual.headers
    assert usual.body.count(b'"biz_date"') == 1000


def test_a_request_shows_nothing_secret() -> None:
    request = Request("POST", "/router/rest", b"session=SECRET", {}, b"session=SECRET")
    assert repr(request) == "Request(verb='POST', path='/router/rest', headers={})"


# Anything


@pytest.mark.slow
def test_thousands_of_hostile_requests() -> None:
    failures = [str(failure) for _, failure in through_core(2000, seed=2) if failure]
    failures += [str(failure) for _, failure in through_connections(300, seed=2) if failure]
    assert failures == []
