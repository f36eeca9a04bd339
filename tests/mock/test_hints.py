"""What is likely a mistake is said, in plain words."""

import hashlib
import json
import logging
from urllib.parse import quote, quote_plus, urlencode

import pytest

from mock.calls import FORM, Answer, public, signature, signed
from mock.direct import Direct, answered

SHOPS = "taobao.tbk.shop.get"
REFUND = "taobao.tbk.sc.relation.refund"
COMMAND = "taobao.tbk.tpwd.create"
ORDERS = "taobao.tbk.order.details.get"
OPTION = (
    '{"page_size": 1, "search_type": 1, "refund_type": 1, "start_time": "2024-06-18 12:00:00",'
    ' "page_no": 1, "biz_type": 1}'
)


def ask(method: str, **arguments: str) -> Answer:
    return Direct().ask(signed({**public(method), **arguments}))


def hint(answer: Answer) -> str:
    return answer.headers["X-Mock-Hint"] or ""


@pytest.mark.parametrize(
    ("method", "arguments", "told"),
    [
        (REFUND, {"page_size": "1"}, "'page_size' is a member of search_option; send it as JSON"),
        (
            REFUND,
            {"search_option.page_size": "1"},
            "'search_option.page_size' is a member of search_option",
        ),
        (REFUND, {"search_option": OPTION, "page_no": "1"}, "'page_no' is a member of"),
        (
            REFUND,
            {"search_option": OPTION.replace('"biz_type": 1', '"biz_type": 1, "biz_tipe": 2')},
            "no parameter 'biz_tipe' is documented, did you mean biz_type?",
        ),
        (COMMAND, {"url": "//s.click.taobao.com/t"}, "'url' has no scheme; put https: in front"),
        (COMMAND, {"url": quote("https://a.b/c", safe="")}, "'url' is URL-encoded twice"),
        (SHOPS, {"fields": "user_id", "q": quote("女装")}, "'q' is URL-encoded twice"),
        (
            SHOPS,
            {"fields": "user_id", "q": "x", "simplify": "1"},
            "simplify is either true or false",
        ),
        (SHOPS, {"fields": "user_id", "q": "x", "simplify": "True"}, "simplify is either"),
        (
            REFUND,
            {"search_option": "{'page_size': 1}"},
            "search_option: a JSON object as text is expected; "
            "this is how Python prints it, use json.dumps()",
        ),
        (REFUND, {"search_option": '{"a": True}'}, "use json.dumps()"),
        (REFUND, {"search_option": "[object Object]"}, "use JSON.stringify()"),
        (REFUND, {"search_option": "{"}, "search_option: a JSON object as text is expected"),
        (
            SHOPS,
            {"fields": "user_id", "q": "x", "is_tmall": "True"},
            "is_tmall: true or false is expected, in lower case",
        ),
        (
            ORDERS,
            {"start_time": "18/6/2024", "end_time": "2024-06-18 12:00:00"},
            "start_time: a time like yyyy-MM-dd HH:mm:ss is expected",
        ),
        (
            ORDERS,
            {"start_time": "2024-06-18 12:00:00", "end_time": "2024-06-18 12:20:00"},
            "start_time is more than 90 days ago; the real gateway refuses it with 15:2004",
        ),
        (
            ORDERS,
            {"start_time": "2096-06-18 12:00:00", "end_time": "2096-06-18 12:20:00"},
            "the start is in the future of Beijing time",
        ),
        ("taobao.tbk.shop.gte", {}, "no such method, did you mean taobao.tbk.shop.get?"),
        ("alibaba.brand.new.get", {}, "no such method; give it a reply first"),
    ],
)
def test_likely_mistakes(method: str, arguments: dict[str, str], told: str) -> None:
    assert told in hint(ask(method, **arguments))


@pytest.mark.parametrize(
    "arguments",
    [
        {"url": "https://a.b/c?d=%E5%A5%B3&e=%2F"},
        {"url": "https://uland.taobao.com/coupon/edetail?e=a%2Bb", "text": "100% 好"},
    ],
)
def test_addresses_as_they_should_be(arguments: dict[str, str]) -> None:
    assert hint(ask(COMMAND, **arguments)) == ""


def test_files_that_no_parameter_takes() -> None:
    fields = signed({**public(SHOPS), "fields": "user_id"})
    told = hint(Direct().ask(fields, {"q": b"x"}))
    assert "'q' is no file; send it as text" in told
    fields = signed({**public(SHOPS), "fields": "user_id", "q": "x"})
    assert "no parameter 'picture' is documented" in hint(Direct().ask(fields, {"picture": b"x"}))


@pytest.mark.parametrize("kind", ["application/json", "application/json; charset=utf-8", FORM])
def test_json_bodies(kind: str) -> None:
    arguments = {"fields": "user_id", "q": "x"}
    everything = json.dumps(signed({**public(SHOPS), **arguments})).encode()
    answer = answered(Direct().send(everything, {"content-type": kind}, query=b"format=json"))
    assert answer.error["code"] == 21
    assert "send a form" in hint(answer)
    # Official clients put the public parameters into the query.
    query = urlencode(signed(public(SHOPS))).encode()
    answer = answered(
        Direct().send(json.dumps(arguments).encode(), {"content-type": kind}, query=query)
    )
    assert answer.error["msg"] == "Missing required arguments:fields"
    assert "send a form" in hint(answer)


# Signatures

FIELDS = {"fields": "user_id,shop_title", "q": "女装 & 空格/x", "Upper": "b", "sort": " blank"}


def joined(parameters: dict[str, str]) -> str:
    return "".join(name + parameters[name] for name in sorted(parameters))


def md5(text: str) -> str:
    return hashlib.md5(text.encode()).hexdigest().upper()


def recipes() -> dict[str, str]:
    """Reason → the signature of somebody who made that mistake."""
    call = {**public(SHOPS, sign_method="md5", timestamp="2024-06-18 12:00:00"), **FIELDS}
    blanks = {name: quote(value) for name, value in call.items()}
    lower = {name.lower(): value for name, value in call.items()}
    ignoring_case = "".join(name + call[name] for name in sorted(call, key=str.lower))
    return {
        "it is only behind it": md5(joined(call) + "helloworld"),
        "it is only before it": md5("helloworld" + joined(call)),
        "a line break stands behind the AppSecret": signature(call, "helloworld\n"),
        "blanks stand around the AppSecret": signature(call, " helloworld"),
        "quotes stand around the AppSecret": signature(call, '"helloworld"'),
        "signed without the AppSecret": md5(joined(call)),
        "values were URL-encoded before signing (blanks as %20)": signature(blanks),
        "values were URL-encoded before signing": signature(
            {name: quote_plus(value) for name, value in call.items()}
        ),
        "names were put into lower case before signing": signature(lower),
        "names were sorted without regard to case": md5(f"helloworld{ignoring_case}helloworld"),
        "blanks around values were dropped before signing": signature(
            {name: value.strip() for name, value in call.items()}
        ),
        "q was not signed": signature({name: call[name] for name in call if name != "q"}),
    }


@pytest.mark.parametrize("reason", list(recipes()))
def test_reasons_of_wrong_signatures(reason: str) -> None:
    call = {**public(SHOPS, sign_method="md5", timestamp="2024-06-18 12:00:00"), **FIELDS}
    answer = Direct(check_clock=False).ask({**call, "sign": recipes()[reason]})
    assert answer.error["code"] == 25
    assert hint(answer) == reason or f"it {hint(answer)}".endswith(reason)


def test_a_secret_around_the_text_of_hmac() -> None:
    call = {**public(SHOPS, sign_method="hmac-sha256"), "fields": "user_id", "q": "x"}
    import hmac

    text = f"helloworld{joined(call)}helloworld".encode()
    wrong = hmac.new(b"helloworld", text, "sha256").hexdigest().upper()
    assert hint(Direct().ask({**call, "sign": wrong})) == "HMAC needs no secret around the text"


# How hints are written


def test_the_signed_text_says_how_it_is_encoded() -> None:
    call = {**public(SHOPS), "fields": "user_id", "q": "女装"}
    answer = Direct().ask({**call, "sign": "0" * 64})
    assert "q%E5%A5%B3%E8%A3%85" in answer.headers["X-Mock-Signed"]
    assert answer.headers["X-Mock-Encoding"] == "percent-encoded UTF-8: X-Mock-Signed"
    plain = Direct().ask({**call, "q": "shoes", "sign": "0" * 64})
    assert "qshoes" in plain.headers["X-Mock-Signed"]
    assert plain.headers["X-Mock-Encoding"] is None


def test_a_percent_sign_is_not_taken_for_an_encoding() -> None:
    call = {**public(SHOPS), "fields": "100%", "q": "女"}
    assert "100%25" in Direct().ask({**call, "sign": "0" * 64}).headers["X-Mock-Signed"]


def test_headers_have_a_limit() -> None:
    call = {**public(SHOPS), "q": "女" * 100_000, "sign": "0" * 64}
    answer = Direct().ask(call)
    assert all(len(value) <= 4000 for value in answer.headers.values())


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("http-502", "http-502 (ordered)"),
        ("timeout-0", "drop (ordered: timeout-0)"),
        ("7", "7 (ordered) [mock00000001]"),
        ("cut-5", "cut (ordered: cut-5) [mock00000001]"),
        ("delay-0.1", "ok (ordered: delay-0.1) [mock00000001]"),
        (
            "isv.invalid-parameter",
            "15:isv.invalid-parameter (ordered: isv.invalid-parameter) " "[mock00000001]",
        ),
    ],
)
def test_the_log_names_the_fault(caplog: pytest.LogCaptureFixture, fault: str, told: str) -> None:
    gateway = Direct()
    gateway.mock.fail(SHOPS, fault)
    with caplog.at_level(logging.INFO, "taobaoke_mock"):
        gateway.send(urlencode(signed({**public(SHOPS), "fields": "x", "q": "x"})).encode())
    assert caplog.messages == [f"POST {SHOPS} → {told}"]


def test_a_window_in_the_future_is_refused_as_documented() -> None:
    window = {"start_time": "2096-06-18 12:00:00", "end_time": "2096-06-18 12:20:00"}
    error = ask(ORDERS, **window).error
    assert (error["code"], error["sub_code"]) == (15, "2002")
    assert error["sub_msg"] == "请求参数非法，开始时间应该小于当前时间"


def test_a_reply_and_a_fault_that_look_like_mistakes() -> None:
    gateway = Direct()
    gateway.mock.reply(SHOPS, {"result": []})
    fields = signed({**public(SHOPS), "fields": "user_id", "q": "x"})
    assert hint(gateway.ask(fields)) == "no field 'result' is documented, did you mean results?"
    gateway.mock.fail(SHOPS, "99")
    answer = gateway.ask(fields)
    assert answer.error["sub_code"] == "99"
    assert hint(answer).endswith("has no documented code 99; if it is meant, write 15:99")


@pytest.mark.parametrize("value", ['["1","2"]', '{"a": {"b": 1}}', '[{"a": 1}, null, true]'])
def test_values_that_javascript_signed_as_text(value: str) -> None:
    printed = {
        '["1","2"]': "1,2",
        '{"a": {"b": 1}}': "[object Object]",
        '[{"a": 1}, null, true]': "[object Object],,true",
    }[value]
    call = {**public(SHOPS, sign_method="md5"), "fields": "x", "q": value}
    answer = Direct().ask({**call, "sign": signature({**call, "q": printed})})
    assert answer.error["code"] == 25
    assert hint(answer).startswith("signed String(value) of JavaScript but sent JSON")


@pytest.mark.parametrize(
    ("verb", "path", "headers", "lines"),
    [
        ("GET", "/healthz", {"host": "evil.test"}, "GET /healthz → 421\n  这里不提供"),
        ("PUT", "/mock/limits", {}, "PUT /mock/limits → 400\n  不是 JSON："),
        ("DELETE", "/mock/all", {}, "DELETE /mock/all → 200"),
        ("GET", "/x", {}, "GET /x → 404\n  网关地址是"),
        ("GET", "/router/rest", {"x-mock-error": "sorry"}, "GET - → http-400\n  X-Mock-Error："),
    ],
)
def test_everything_has_a_line_in_the_log(
    caplog: pytest.LogCaptureFixture, verb: str, path: str, headers: dict[str, str], lines: str
) -> None:
    with caplog.at_level(logging.INFO, "taobaoke_mock"):
        Direct().send(b"", headers, verb=verb, path=path)
    assert len(caplog.messages) == 1
    assert caplog.messages[0].startswith(lines)
