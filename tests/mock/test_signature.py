"""Signatures: the published vectors are accepted, and a wrong one is explained."""

import hashlib
import hmac
from collections.abc import Callable
from urllib.parse import quote, quote_plus, urlencode

import pytest
from taobaoke_mock import MockServer
from taobaoke_mock.signing import explain, shown_text

from generator.spec.ir import Spec
from mock.calls import Answer, public, send, signature, signed

METHOD = "taobao.tbk.shop.get"
PARAMETERS = {"fields": "user_id", "q": "女装 & 空格"}
Start = Callable[..., MockServer]
Recipe = Callable[[dict[str, str]], str]


def test_published_vectors(start: Start, spec: Spec) -> None:
    server = start(check_clock=False)
    complete = 0
    for method in spec.platform.signing:
        for vector in method.vectors:
            parameters = vector.parameters.reveal()
            if {"method", "app_key", "timestamp", "v"} <= parameters.keys():
                server.reply(parameters["method"], {"fine": True})
                sent = {**parameters, "sign": vector.sign}
                assert (
                    b'"fine":true' in send(server.url, urlencode(sent).encode()).body
                ), vector.name
                complete += 1
    assert complete >= len(spec.platform.signing)


@pytest.mark.parametrize("sign_method", [None, "md5", "hmac", "hmac-sha256"])
def test_every_method_is_accepted(server: MockServer, sign_method: str | None) -> None:
    parameters = {**public(METHOD, sign_method=sign_method), **PARAMETERS, "sort": ""}
    assert "error_response" not in send(server.url, urlencode(signed(parameters)).encode()).json
    filled = {name: value for name, value in parameters.items() if value}
    answer = send(server.url, urlencode({**parameters, "sign": signature(filled)}).encode())
    assert "error_response" not in answer.json


def refused(server: MockServer, recipe: Recipe, **changes: str | None) -> Answer:
    parameters = {**public(METHOD, **changes), **PARAMETERS}
    answer = send(server.url, urlencode({**parameters, "sign": recipe(parameters)}).encode())
    assert answer.error["code"] == 25
    return answer


def without(*names: str) -> Recipe:
    return lambda all_: signature({k: v for k, v in all_.items() if k not in names})


def joined(parameters: dict[str, str]) -> str:
    return "".join(name + parameters[name] for name in sorted(parameters))


def md5(text: bytes) -> str:
    return hashlib.md5(text).hexdigest().upper()


@pytest.mark.parametrize("safe", ["", "/", "!'()*"])
def test_every_way_to_encode_a_blank_is_known(server: MockServer, safe: str) -> None:
    awkward = "a b/c~d!'()*女"
    call = {**public(METHOD, sign_method="md5"), **PARAMETERS, "q": awkward}
    sign = signature({name: quote(value, safe=safe) for name, value in call.items()})
    answer = send(server.url, urlencode({**call, "sign": sign}).encode())
    assert answer.error["code"] == 25
    assert "blanks as %20" in answer.headers["X-Mock-Hint"]


@pytest.mark.parametrize(
    ("reason", "recipe"),
    [
        ("session was not signed", without("session")),
        ("format was not signed", without("format")),
        ("upper case", lambda all_: signature(all_).lower()),
        ("signed with hmac, not with md5", lambda all_: _with_hmac(all_)),
        ("not sorted", lambda all_: md5(b"helloworld" + _as_sent(all_) + b"helloworld")),
        (
            "URL-encoded",
            lambda all_: signature({name: quote_plus(value) for name, value in all_.items()}),
        ),
        ("GBK", lambda all_: md5(b"helloworld" + joined(all_).encode("gbk") + b"helloworld")),
        ("before and behind", lambda all_: md5(b"helloworld" + joined(all_).encode())),
        ("key=value", lambda all_: md5(b"helloworld" + _query(all_) + b"helloworld")),
        ("3 characters", lambda all_: "ABC"),
        ("another AppSecret", lambda all_: signature(all_, "other")),
    ],
)
def test_the_reason_is_told(server: MockServer, reason: str, recipe: Recipe) -> None:
    answer = refused(server, recipe, sign_method="md5")
    assert reason in answer.headers["X-Mock-Hint"]
    assert reason in server.requests[-1].explanation


def _with_hmac(parameters: dict[str, str]) -> str:
    return hmac.new(b"helloworld", joined(parameters).encode(), "md5").hexdigest().upper()


def _as_sent(parameters: dict[str, str]) -> bytes:
    return "".join(name + value for name, value in parameters.items()).encode()


def _query(parameters: dict[str, str]) -> bytes:
    return "&".join(f"{name}={parameters[name]}" for name in sorted(parameters)).encode()


def test_unknown_signature_methods_are_named(server: MockServer) -> None:
    answer = refused(server, lambda all_: "0" * 40, sign_method="sha1")
    assert "unknown sign_method 'sha1'" in answer.headers["X-Mock-Hint"]


def test_the_signed_text_is_shown_without_secrets(start: Start) -> None:
    server = start(app_secret="top-secret-value", sessions=["session-of-a-user"])
    parameters = {
        **public(METHOD, sign_method="md5", session="session-of-a-user"),
        **PARAMETERS,
        "sort": "top-secret-value",
    }
    answer = send(server.url, urlencode({**parameters, "sign": "0" * 32}).encode())
    shown = answer.headers["X-Mock-Signed"]
    assert shown.startswith("***app_key12345678")
    assert "session***" in shown
    for told in (str(answer.headers), str(server.requests[-1].explanation), answer.body.decode()):
        assert "top-secret-value" not in told
        assert "session-of-a-user" not in told
    assert server.requests[-1].parameters["session"] == "***"


def test_a_strange_signature_breaks_nothing(server: MockServer) -> None:
    refused(server, lambda all_: "签名\r\nX-Injected: 1")


def test_a_long_text_is_shown_as_far_as_it_fits() -> None:
    fits = {
        "method": "m",
        "sign_method": "hmac",
        "q": "x" * (4000 - len("methodmqsign_methodhmac")),
    }
    assert shown_text(fits, "secret") == f"methodmq{fits['q']}sign_methodhmac"
    assert shown_text({**fits, "a": "1"}, "secret") == f"a1methodmq{fits['q']}sign_methodhm..."
    assert shown_text({"q": "a secret", "session": "s"}, "secret") == "***qa ***session******"
    assert shown_text({"q": "a", "session": ""}, "secret") == "***qasession***"


def test_so_many_parameters_are_tried_one_by_one_and_no_more() -> None:
    given = {"sign_method": "md5"} | {f"p{number:02}": "1" for number in range(63)}
    for more, reason in (({}, "p62 was not signed"), ({"q": "1"}, "another AppSecret")):
        sent = {**given, **more}
        signed = {name: value for name, value in sent.items() if name != "p62"}
        hint = explain({**sent, "sign": signature(signed)}, b"helloworld")
        assert reason in hint.en
