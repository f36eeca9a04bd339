"""Client and mock sign as the documents say."""

from typing import Any

import pytest
from client.conftest import Callers, callers, gateway
from client.memory import client_and_memory, nothing
from client.server import Gateway
from hypothesis import given
from hypothesis import strategies as st
from mock.calls import public
from mock.direct import Direct
from taobaoke import File

from oracle.signing import signature, text_to_sign

__all__ = ["callers", "gateway"]

WAYS = ("md5", "hmac", "hmac-sha256")
SHOPS = "taobao.tbk.shop.get"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
NAMES = st.text("abz_.AZ019", min_size=1, max_size=8).filter(lambda name: name not in public(SHOPS))
DOCUMENT = {
    "method": "taobao.item.seller.get",
    "app_key": "12345678",
    "session": "test",
    "timestamp": "2016-01-01 12:00:00",
    "format": "json",
    "v": "2.0",
    "fields": "num_iid,title,nick,price,num",
    "num_iid": "11223344",
}
"""The example of page articleId=101617; its secret is helloworld."""


def test_the_oracle_gives_what_is_published() -> None:
    joined = text_to_sign({"foo": "1", "bar": "2", "foo_bar": "3", "foobar": "4", "sign": "X"})
    assert joined == "bar2foo1foo_bar3foobar4"
    published = "66987CB115214E59E6EC978214934FB8"
    assert signature({**DOCUMENT, "sign_method": "md5"}, b"helloworld") == published
    hi_there = {"Hi": " There"}  # RFC 2202 and RFC 4231, first cases
    assert signature(hi_there, b"\x0b" * 16, "hmac") == "9294727A3638BB1C13F48EF8158BFC9D"
    assert signature(hi_there, b"\x0b" * 20, "hmac-sha256") == (
        "B0344C61D8DB38535CA8AFCEAF0BF12B881DC200C9833DA726E9376C2E32CFF7"
    )


def sent_by_client(way: str, parameters: dict[str, Any], secret: str, **options: Any) -> Any:
    client, memory = client_and_memory(nothing, sign_method=way)
    given = {"secret": secret.encode(), **options}
    client._settings = client._settings._replace(**given)  # also texts that no platform gives out
    client.call("taobao.x", parameters)
    return memory.forms[0]


@given(st.sampled_from(WAYS), st.dictionaries(NAMES, TEXTS, max_size=6), TEXTS, st.none() | TEXTS)
def test_the_client_signs_any_call(
    way: str, parameters: dict[str, str], secret: str, session: str | None
) -> None:
    form = sent_by_client(way, parameters, secret, session=session)
    assert form["sign"] == signature(form, secret.encode())
    assert form["sign_method"] == way
    assert {name: form[name] for name in parameters} == parameters
    assert form.get("session") == session


@pytest.mark.parametrize("way", WAYS)
def test_files_are_not_signed(gateway: Gateway, callers: Callers, way: str) -> None:
    gateway.answers({"tbk_x_response": {}})
    callers(sign_method=way).call(
        "taobao.tbk.x", {"picture": File(b"content", "a.png"), "name": "图", "size": 7}
    )
    parts = gateway.requests[0].parts
    assert [name for name, file, _, _ in parts if file] == ["picture"]
    texts = {name: content.decode() for name, file, _, content in parts if not file}
    assert texts["sign"] == signature(texts, b"the-app-secret")


@given(way=st.sampled_from(WAYS), extra=st.dictionaries(NAMES, TEXTS, max_size=4), secret=TEXTS)
def test_the_mock_takes_what_is_signed_and_nothing_else(
    way: str, extra: dict[str, str], secret: str
) -> None:
    gateway, key = Direct(secret), secret.encode()
    call = {**public(SHOPS, sign_method=way), "fields": "user_id", "q": "女装 &+=", **extra}
    right = signature(call, key)
    assert "tbk_shop_get_response" in gateway.ask({**call, "sign": right}).json
    flipped = right[:-1] + ("1" if right[-1] == "0" else "0")
    mixed = right[0].lower() + right[1:] if right[0].isalpha() else flipped
    for wrong in (flipped, mixed, right[:-1], f"{right} ", signature(call, key + b"x")):
        assert gateway.ask({**call, "sign": wrong}).error["code"] == 25, wrong
    changed = {**call, "q": "男装", "sign": right}
    assert gateway.ask(changed).error["code"] == 25


@pytest.mark.parametrize("way", WAYS)
def test_the_mock_leaves_files_out(way: str) -> None:
    call = public("taobao.tbk.sc.pic.embed", sign_method=way)
    call |= {"adzone_id": "1", "item_id": "2", "site_id": "3"}
    fields = {**call, "sign": signature(call, b"helloworld")}
    assert "tbk_sc_pic_embed_response" in Direct().ask(fields, {"pic_stream": b"png"}).json


def test_the_mock_signs_without_empty_values_or_with_them() -> None:
    """SDKs differ: some drop empty values, others sign the bare name."""
    call = {**public(SHOPS), "fields": "user_id", "q": "x", "sort": ""}
    filled = {name: value for name, value in call.items() if value}
    for signed in (call, filled):
        sent = {**call, "sign": signature(signed, b"helloworld")}
        assert "tbk_shop_get_response" in Direct().ask(sent).json


def test_the_explanation_ends_in_the_signature_of_the_documents() -> None:
    client, _ = client_and_memory(
        lambda form: b"{}", sign_method="md5", session="test", clock=lambda: 1451620800
    )
    client._settings = client._settings._replace(app_key="12345678", secret=b"helloworld")
    arguments = {name: DOCUMENT[name] for name in ("fields", "num_iid")}
    told = client.explain_signature(DOCUMENT["method"], arguments)
    assert told.splitlines()[-1].endswith("66987CB115214E59E6EC978214934FB8")
