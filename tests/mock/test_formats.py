"""Replies byte by byte: JSON, simplified JSON, XML, headers."""

import gzip
import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

from taobaoke_mock import MockServer

from mock.calls import Answer, call, public, send, signed

SHOPS = "taobao.tbk.shop.get"
ARGUMENTS = {"fields": "user_id", "q": "女装"}
Start = Callable[..., MockServer]
CONTENT: dict[str, Any] = {
    "results": {"n_tbk_shop": [{"url": "http://a/b", "title": "<&>'"}, {}]},
    "ok": True,
}


def ask(server: MockServer, **changes: str | None) -> Answer:
    parameters = {**ARGUMENTS, **public(SHOPS, **changes)}
    return send(server.url, urlencode(signed(parameters)).encode())


def test_json(server: MockServer) -> None:
    server.reply(SHOPS, CONTENT)
    answer = ask(server)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/javascript;charset=UTF-8"
    assert answer.body.decode() == (
        r'{"tbk_shop_get_response":{"results":{"n_tbk_shop":[{"url":"http:\/\/a\/b",'
        r'"title":"<&>' + "'" + r'"},{}]},"ok":true,"request_id":"mock00000001"}}'
    )


def test_xml_is_the_default(server: MockServer) -> None:
    server.reply(SHOPS, CONTENT)
    answer = ask(server, format=None)
    assert answer.headers["Content-Type"] == "text/xml;charset=UTF-8"
    assert answer.body.decode() == (
        '<?xml version="1.0" encoding="utf-8" ?><tbk_shop_get_response><results><n_tbk_shop>'
        "<url>http://a/b</url><title>&lt;&amp;&gt;'</title></n_tbk_shop><n_tbk_shop></n_tbk_shop>"
        "</results><ok>true</ok><request_id>mock00000001</request_id></tbk_shop_get_response>"
        "<!--top011023105124.center.na61-->"
    )


def test_an_xml_error(server: MockServer) -> None:
    answer = ask(server, format=None, v=None)
    assert answer.status == 200
    assert answer.body.decode() == (
        '<?xml version="1.0" encoding="utf-8" ?><error_response><code>32</code>'
        "<msg>Missing version</msg><request_id>mock00000001</request_id></error_response>"
        "<!--top011023105124.center.na61-->"
    )


def test_a_text_is_the_same_in_json_and_in_xml(server: MockServer) -> None:
    """Whatever a call brings along: what XML cannot carry is a question mark in both."""
    server.reply(SHOPS, {"title": {"$parameter": "q"}})
    q = "a\x00\x0b\r\n\tb<&>"
    root = ElementTree.fromstring(ask(server, format="xml", q=q).body)
    assert root.findtext("title") == "a??\r\n\tb<&>"
    assert ask(server, q=q).json["tbk_shop_get_response"]["title"] == "a??\r\n\tb<&>"


def test_simplified_json_has_neither_root_nor_wrappers(server: MockServer, start: Start) -> None:
    server.reply(SHOPS, CONTENT)
    plain = {"results": CONTENT["results"]["n_tbk_shop"], "ok": True}
    assert ask(server, simplify="true").json == {**plain, "request_id": "mock00000001"}
    rooted = start(simplify_root=True)
    rooted.reply(SHOPS, CONTENT)
    root = ask(rooted, simplify="true").json["tbk_shop_get_response"]
    assert root == {**plain, "request_id": "mock00000001"}


def test_simplified_errors_keep_their_root_and_xml_is_never_simplified(server: MockServer) -> None:
    assert ask(server, simplify="true", v=None).error["code"] == 32
    assert b"<n_tbk_shop>" in ask(server, simplify="true", format="xml").body


def test_sub_messages_are_escaped_even_in_json(server: MockServer) -> None:
    server.fail(SHOPS, "27:sessionkey-not-generated-by-server", sub_msg="don't <a> & b")
    assert ask(server).error["sub_msg"] == "don&apos;t &lt;a&gt; &amp; b"
    root = ElementTree.fromstring(ask(server, format="xml").body)
    assert root.findtext("sub_msg") == "don't <a> & b"


def test_request_ids_count(server: MockServer) -> None:
    ids = [ask(server).json["tbk_shop_get_response"]["request_id"] for _ in range(40)]
    assert len(set(ids)) == 40
    assert all(re.fullmatch("[0-9a-z]{11,13}", each) for each in ids)


def test_bodies_are_compressed_on_request(server: MockServer) -> None:
    answer = call(server, SHOPS, headers={"Accept-Encoding": "gzip, deflate"}, **ARGUMENTS)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "tbk_shop_get_response" in json.loads(gzip.decompress(answer.body))


def test_query_and_form_are_one(server: MockServer) -> None:
    everything = signed({**public(SHOPS), **ARGUMENTS})
    system = {name: everything.pop(name) for name in public(SHOPS)}
    answer = send(server.url, urlencode(everything).encode(), query=urlencode(system))
    assert "tbk_shop_get_response" in answer.json


def test_a_call_beside_the_gateway_is_shown_the_way(server: MockServer) -> None:
    answer = send(server.url.removesuffix("router/rest"), b"method=taobao.tbk.shop.get")
    assert answer.status == 404
    assert "/router/rest" in answer.body.decode()
