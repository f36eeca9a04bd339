"""Several calls in one request, as official clients send them."""

import hashlib
from urllib.parse import urlencode

import pytest

from mock.calls import Answer, public
from mock.direct import Direct, answered

SHOPS, INFO = "taobao.tbk.shop.get", "taobao.tbk.tbkinfo.get"
SHOP = urlencode({"fields": "user_id", "q": "女装"})
CUT = "\r\n-S-\r\n"


def ask(
    gateway: Direct, body: str, headers: dict[str, str] | None = None, **changes: str | None
) -> Answer:
    """The public parameters in the query, signed together with the body."""
    query = {name: value for name, value in public("", **changes).items() if value}
    text = "".join(name + query[name] for name in sorted(query)) + body
    query["sign"] = hashlib.md5(f"helloworld{text}helloworld".encode()).hexdigest().upper()
    told = {"content-type": "text/plain;charset=utf-8", **(headers or {})}
    return answered(
        gateway.send(body.encode(), told, path="/router/batch", query=urlencode(query).encode())
    )


def parts(answer: Answer, separator: str = CUT) -> list[str]:
    return answer.body.decode().split(separator)


def test_calls_of_one_method() -> None:
    gateway = Direct()
    body = CUT.join([f"#PUBLIC#method={SHOPS}", SHOP, SHOP.replace("user_id", "shop_title"), "N"])
    first, second, third = parts(ask(gateway, body, sign_method="md5"))
    assert first.startswith('{"tbk_shop_get_response":')
    assert second.startswith('{"tbk_shop_get_response":')
    assert '"msg":"Missing required arguments:fields"' in third
    assert [each.method for each in gateway.mock.requests] == [SHOPS] * 3
    assert [each.error for each in gateway.mock.requests] == [None, None, "40"]
    assert gateway.mock.requests[0].parameters["session"] == "***"


def test_calls_of_several_methods_with_a_separator_of_their_own() -> None:
    body = "||".join([f"method={SHOPS}&{SHOP}", f"method={INFO}&pid=mm_1_2_3", "method=no.such"])
    answer = ask(Direct(), body, {"top-api-separator": "||"}, sign_method="md5")
    assert [part[:16] for part in parts(answer, "||")] == [
        '{"tbk_shop_get_r',
        '{"tbk_tbkinfo_ge',
        '{"error_response',
    ]


def test_in_xml() -> None:
    body = CUT.join([f"method={SHOPS}&{SHOP}"] * 2)
    answer = ask(Direct(), body, sign_method="md5", format="xml")
    assert answer.headers["Content-Type"] == "text/xml;charset=UTF-8"
    assert [part[:38] for part in parts(answer)] == [
        '<?xml version="1.0" encoding="utf-8" ?>'[:38]
    ] * 2


@pytest.mark.parametrize(
    ("body", "changes", "code"),
    [
        (f"method={SHOPS}&{SHOP}", {"app_key": "1"}, 29),
        (f"method={SHOPS}&{SHOP}", {"timestamp": "2015-01-01 12:00:00"}, 31),
        ("", {}, 43),
        ("#PUBLIC#format=json", {}, 43),
        (CUT.join(["N"] * 101), {}, 43),
        (CUT.join(["#PUBLIC#format=json", *["N"] * 101]), {}, 43),
    ],
)
def test_what_holds_for_all_is_refused_once(body: str, changes: dict[str, str], code: int) -> None:
    assert ask(Direct(), body, sign_method="md5", **changes).error["code"] == code


def test_the_body_is_signed() -> None:
    gateway = Direct()
    query = {**public("", sign_method="md5"), "method": ""}
    query = {name: value for name, value in query.items() if value}
    text = "".join(name + query[name] for name in sorted(query))
    query["sign"] = hashlib.md5(f"helloworld{text}helloworld".encode()).hexdigest().upper()
    answer = answered(
        gateway.send(SHOP.encode(), path="/router/batch", query=urlencode(query).encode())
    )
    assert answer.error["code"] == 25
    assert answer.headers["X-Mock-Hint"] == "the body was not signed"


@pytest.mark.parametrize("shared", [[], [f"#PUBLIC#method={SHOPS}"]])
def test_a_hundred_calls_may_come_at_once(shared: list[str]) -> None:
    answer = ask(Direct(), CUT.join([*shared, *["N"] * 100]), sign_method="md5")
    assert len(parts(answer)) == 100


def test_a_call_that_is_no_utf_8() -> None:
    body = CUT.join([f"method={SHOPS}&{SHOP}", f"method={SHOPS}&fields=user_id&q=%B0%A1"])
    first, second = parts(ask(Direct(), body, sign_method="md5"))
    assert first.startswith('{"tbk_shop_get_response":')
    assert '"code":47' in second


@pytest.mark.parametrize(
    "body",
    [
        f"#PUBLIC#session=TOPSECRET{CUT}method={SHOPS}&{SHOP}",
        f"method={SHOPS}&session=TOPSECRET",
        f"session=TOPSECRET&method={SHOPS}{CUT}sess%69on=TOPSECRET{CUT}N",
        f"{'q' * 3860}&session=TOPSECRETTOPSECRETTOPSECRETTOPSECRET",
    ],
)
def test_sessions_of_single_calls_are_masked(body: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    gateway = Direct(secret="another")
    answer = ask(gateway, body, sign_method="md5", session=None)
    assert answer.error["code"] == 25
    assert "TOPSECRET" not in answer.headers["X-Mock-Signed"]
    assert "TOPSECRET" not in caplog.text
    assert "ession=***" in caplog.text or "ss%69on=***" in caplog.text


def test_sessions_of_single_calls() -> None:
    body = CUT.join([f"method={SHOPS}&{SHOP}", f"method={SHOPS}&{SHOP}&session=nobody"])
    first, second = parts(ask(Direct(), body, sign_method="md5", session=None))
    assert first.startswith('{"tbk_shop_get_response":')
    assert '"code":27' in second


def test_orders_are_for_single_calls() -> None:
    gateway = Direct()
    gateway.mock.fail(SHOPS, "7", times=1)
    body = CUT.join([f"method={SHOPS}&{SHOP}"] * 2)
    first, second = parts(ask(gateway, body, sign_method="md5"))
    assert '"code":7' in first
    assert second.startswith('{"tbk_shop_get_response":')
    gateway.mock.fail(SHOPS, "http-502", times=1)
    assert ask(gateway, body, sign_method="md5").status == 502
