"""Replies are read, and mocked, in the three forms that the documents describe."""

import json
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from client.memory import client_and_memory
from hypothesis import given
from hypothesis import strategies as st
from mock.calls import public
from mock.direct import Direct
from taobaoke import Model
from taobaoke._runtime.method import Method
from taobaoke._runtime.models import Response, wire

from oracle import replies
from oracle.signing import signature
from oracle.values import moment

METHOD = "taobao.tbk.thing.get"


class Fee(Model):
    rate: Decimal | None
    tags: list[str] = wire(wrapper="string")


class Thing(Model):
    thing_id: str | None
    price: Decimal | None
    count: int | None
    good: bool | None
    at: datetime | None
    fees: list[Fee] = wire(wrapper="fee_d_t_o")


class Things(Model):
    things: list[Thing] = wire(wrapper="n_tbk_thing")


class ThingReply(Response):
    data: Things | None
    total: int | None


KEYS = {
    "data.things": "n_tbk_thing",
    "data.things.fees": "fee_d_t_o",
    "data.things.fees.tags": "string",
}

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=9)
FEES = st.fixed_dictionaries(
    {"rate": st.decimals(-999, 999, places=2).map(str), "tags": st.lists(TEXTS, max_size=3)}
)
THINGS = st.fixed_dictionaries(
    {
        "thing_id": TEXTS,
        "price": st.decimals(0, 10**6, places=2).map(str),
        "count": st.integers(-(10**18), 10**18),
        "good": st.booleans(),
        "at": st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(moment),
        "fees": st.lists(FEES, max_size=3),
    }
)
CONTENTS = st.fixed_dictionaries(
    {
        "data": st.fixed_dictionaries({"things": st.lists(THINGS, max_size=3)}),
        "total": st.integers(0, 10**6),
        "request_id": st.text("0123456789abcdefghijklmnopqrstuvwxyz", min_size=11, max_size=13),
    }
)


def test_the_oracle_writes_what_is_documented() -> None:
    assert replies.root("taobao.tbk.item.info.get") == "tbk_item_info_get_response"
    assert (
        replies.root("alibaba.aliqin.fc.sms.num.send") == "alibaba_aliqin_fc_sms_num_send_response"
    )
    assert replies.inner_key("NTbkItem") == "n_tbk_item"
    assert replies.inner_key("ServiceFeeDTO") == "service_fee_d_t_o"
    assert replies.inner_key("String") == "string"
    content = {"results": [{"url": "http://a/b"}], "none": [], "ok": True}
    keys = {"results": "n_tbk_item", "none": "string"}
    method = "taobao.tbk.item.info.get"
    assert replies.json_body(method, content, keys).decode() == (
        r'{"tbk_item_info_get_response": {"results": {"n_tbk_item": [{"url": "http:\/\/a\/b"}]}, '
        r'"none": {}, "ok": true}}'
    )
    assert replies.xml_body(method, content, keys).decode() == (
        '<?xml version="1.0" encoding="utf-8" ?><tbk_item_info_get_response><results><n_tbk_item>'
        "<url>http://a/b</url></n_tbk_item></results><none></none><ok>true</ok>"
        "</tbk_item_info_get_response><!--top011023105124.center.na61-->"
    )


def read(body: bytes) -> ThingReply:
    client, _ = client_and_memory(lambda form: body)
    method = Method(METHOD, ThingReply)
    reply = client._call(method, {}, session=None, timeout=None)
    assert isinstance(reply, ThingReply)
    return reply


def told(reply: ThingReply) -> Any:
    """What a program sees, as the content that it came from."""
    things = reply.data.things if reply.data else []
    return {
        "data": {
            "things": [
                {
                    "thing_id": thing.thing_id,
                    "price": str(thing.price),
                    "count": thing.count,
                    "good": thing.good,
                    "at": thing.at and moment(thing.at),
                    "fees": [{"rate": str(fee.rate), "tags": fee.tags} for fee in thing.fees],
                }
                for thing in things
            ]
        },
        "total": reply.total,
        "request_id": reply.request_id,
    }


@given(CONTENTS)
def test_the_client_reads_both_forms_of_json(content: Any) -> None:
    assert told(read(replies.json_body(METHOD, content, KEYS))) == content
    assert told(read(replies.simplified_body(content))) == content


@pytest.mark.parametrize("method", ["taobao.tbk.a.b", "qimen.taobao.tbk.a", "tmall.x", "taobao.x"])
def test_the_client_knows_the_root_of_any_method(method: str) -> None:
    body = replies.json_body(method, {"a": 1}, {})
    decoy = json.loads(body) | {"decoy_response": {"a": 2}}
    client, _ = client_and_memory(lambda form: json.dumps({**decoy}).encode())
    assert client.call(method)["a"] == 1
    assert Method(method, Response).root == replies.root(method)


def ask(gateway: Direct, **changes: str | None) -> bytes:
    call = public(METHOD, **changes)
    return gateway.ask({**call, "sign": signature(call, b"helloworld")}).body


@given(CONTENTS)
def test_the_mock_writes_all_forms(content: Any) -> None:
    """Lists are given bare here; the method is one that no spec has, so it keeps them so."""
    gateway = Direct()
    ready = {name: value for name, value in content.items() if name != "request_id"}
    gateway.mock.reply(METHOD, replies.wrapped(ready, KEYS))
    for number, form in enumerate(("json", "simplified", "xml"), 1):
        expected = {**ready, "request_id": f"mock{number:08}"}
        if form == "json":
            body = ask(gateway)
            assert json.loads(body) == json.loads(replies.json_body(METHOD, expected, KEYS))
            assert b"/" not in body.replace(b"\\/", b"")
        elif form == "simplified":
            body = ask(gateway, simplify="true")
            assert json.loads(body) == without_empty(json.loads(replies.simplified_body(expected)))
        else:
            assert ask(gateway, format="xml") == replies.xml_body(METHOD, expected, KEYS)


def without_empty(value: Any) -> Any:
    """An empty list has no key in the full form, so the mock cannot tell that it is one."""
    if isinstance(value, dict):
        return {name: without_empty(item) if item != [] else {} for name, item in value.items()}
    return [without_empty(item) for item in value] if isinstance(value, list) else value


SHOPS = {"results": [{"shop_title": "a<b>&'\"/"}, {"shop_title": "中文"}], "total_results": 2}


def test_the_mock_wraps_the_lists_of_known_methods() -> None:
    gateway = Direct()
    gateway.mock.reply("taobao.tbk.shop.get", SHOPS)
    call = {**public("taobao.tbk.shop.get"), "fields": "user_id", "q": "x"}
    expected = {**SHOPS, "request_id": "mock00000001"}
    answer = gateway.ask({**call, "sign": signature(call, b"helloworld")})
    keys = {"results": "n_tbk_shop"}
    wanted = replies.json_body("taobao.tbk.shop.get", expected, keys)
    assert answer.json == json.loads(wanted)
    xml = {**call, "format": "xml"}
    expected["request_id"] = "mock00000002"
    answer = gateway.ask({**xml, "sign": signature(xml, b"helloworld")})
    assert answer.body == replies.xml_body("taobao.tbk.shop.get", expected, keys)
