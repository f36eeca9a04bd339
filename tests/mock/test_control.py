"""Orders and questions over HTTP."""

import json
from typing import Any
from urllib.parse import quote

import pytest
from taobaoke_mock import MockServer

from mock.calls import Answer, call, send

SHOPS = "taobao.tbk.shop.get"


def order(server: MockServer, verb: str, path: str, body: Any = b"", query: str = "") -> Answer:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    base = server.url.removesuffix("/router/rest") + "/mock/"
    return send(base + path, data, verb=verb, query=query)


def ask(server: MockServer, **changes: str) -> Any:
    return call(server, SHOPS, **{"fields": "user_id", "q": "x", **changes}).json


def test_the_usage_is_told(server: MockServer) -> None:
    usage = order(server, "GET", "")
    assert usage.status == 200
    for word in ("requests", "scenario", "limits", "verify", "clock", "delay-1-3", "when="):
        assert word in usage.body.decode()
    wrong = order(server, "GET", "elsewhere")
    assert wrong.status == 404
    first, second = wrong.body.decode().splitlines()
    assert first == "没有 /mock/elsewhere (no such path)"
    assert "GET /mock/" in second
    assert order(server, "POST", "all").headers["Allow"] == "DELETE"


def test_replies_for_some_calls(server: MockServer) -> None:
    query = "times=1&when=" + quote('{"q": "女装"}')
    content = {"total_results": 7}
    assert order(server, "PUT", f"replies/{SHOPS}", content, query).status == 200
    root = "tbk_shop_get_response"
    totals = [ask(server, q=q)[root]["total_results"] for q in ("x", "女装", "女装")]
    assert totals[1] == 7
    assert totals[0] == totals[2] != 7


def test_faults_of_all_methods(server: MockServer) -> None:
    assert order(server, "PUT", "faults/*", b"delay-0.01+10", "times=1&sub_msg=later").status == 200
    assert ask(server)["error_response"]["sub_msg"] == "later"


def test_a_scenario_takes_the_place_of_all_rules(server: MockServer) -> None:
    server.fail(SHOPS, "10")
    text = f"limits: {{qps: 1}}\nrules: [{{method: {SHOPS}, when: {{q: no}}, fail: 2007}}]"
    assert order(server, "PUT", "scenario", text.encode()).status == 200
    assert "tbk_shop_get_response" in ask(server)
    assert ask(server)["error_response"]["code"] == 7
    wrong = order(server, "PUT", "scenario", b"rules:\n  - {method: x}\n")
    assert wrong.status == 400
    assert wrong.body.decode().startswith("scenario:2:5: 须有 reply 或 fail 或 answers")


def test_json_is_a_scenario_too(server: MockServer) -> None:
    rules = [{"method": SHOPS, "reply": {"total_results": 3}}]
    assert order(server, "PUT", "scenario", {"rules": rules}).status == 200
    assert ask(server)["tbk_shop_get_response"]["total_results"] == 3


def test_limits(server: MockServer) -> None:
    assert order(server, "PUT", "limits", {"per_day": 1}).status == 200
    assert [("error_response" in ask(server)) for _ in range(2)] == [False, True]
    assert order(server, "PUT", "limits", {}).status == 200
    assert "error_response" not in ask(server)


def test_what_was_expected(server: MockServer) -> None:
    ask(server, q="女装")
    right = {"method": SHOPS, "times": 1, "parameters": {"q": "女装"}}
    assert order(server, "POST", "verify", right).status == 200
    wrong = order(server, "POST", "verify", {**right, "parameters": {"q": "男装"}})
    assert wrong.status == 409
    assert "q: 期望 (expected) '男装'，实际 (got) '女装'" in wrong.body.decode()


def test_time_passes(server: MockServer) -> None:
    order(server, "PUT", f"faults/{SHOPS}", b"ban-3600", "times=1")
    assert ask(server)["error_response"]["code"] == 7
    assert order(server, "POST", "clock", {"advance": 3599}).status == 200
    told = ask(server)["error_response"]["sub_msg"]
    assert told == "This ban will last for 1 more seconds"
    order(server, "POST", "clock", {"advance": 1})
    assert "error_response" not in ask(server)


@pytest.mark.parametrize(
    ("verb", "path", "body", "query", "status", "words"),
    [
        ("PUT", f"replies/{SHOPS}", b"\xff", "", 400, ""),
        ("PUT", f"replies/{SHOPS}", b"[" * 100_000, "", 400, ""),
        ("PUT", f"replies/{SHOPS}", b'{"a": ' + b"9" * 5000 + b"}", "", 400, ""),
        ("PUT", f"replies/{SHOPS}", b'{"a": 1e999}', "", 400, "JSON has no such number"),
        ("PUT", f"replies/{SHOPS}", b'{"a": "' + b"x" * 300_000 + b'"}', "", 413, "too large"),
        ("PUT", "replies/taobao.tbk.shop.gte", {}, "", 400, "是否想写 taobao.tbk.shop.get"),
        ("PUT", "replies/taobao.tbk.shop.gte", {}, "new=maybe", 400, "either true or false"),
        ("PUT", "replies/taobao.tbk.shop.gte", {}, "", 400, "say ?new=true"),
        ("PUT", f"replies/{SHOPS}", b"{", "", 400, "不是 JSON：第 1 行第 2 列"),
        ("PUT", f"faults/{SHOPS}", b"\xff", "", 400, "第 1 字节不是 UTF-8"),
        ("PUT", f"replies/{SHOPS}", {}, "sub_msg=x", 400, "没有选项 'sub_msg'"),
        ("PUT", "faults/taobao.tbk.shop.gte", b"7", "", 400, "did you mean taobao.tbk.shop.get"),
        ("PUT", f"faults/{SHOPS}", b"7", "times=x", 400, "times=x：应为正整数"),
        ("PUT", f"faults/{SHOPS}", b"7", "times=0", 400, "at least 1"),
        ("PUT", f"faults/{SHOPS}", b"7", "time=1", 400, "'time'"),
        ("PUT", f"faults/{SHOPS}", b"7", "when=[]", 400, "when"),
        ("PUT", f"faults/{SHOPS}", b"7", "when=%7B%22page_nu%22:1%7D", 400, "page_no"),
        ("PUT", f"faults/{SHOPS}", b"", "", 400, "http-502"),
        ("PUT", "faults/", b"7", "", 404, "faults"),
        ("PUT", "scenario/x", b"", "", 404, "scenario"),
        ("PUT", "scenario", b"[" * 100_000, "", 400, "scenario:1:"),
        ("PUT", "scenario", b"\xff", "", 400, ""),
        ("PUT", "limits", {"qps": 0}, "", 400, "qps"),
        ("PUT", "limits", {"qp": 1}, "", 400, "qp"),
        ("PUT", "limits", b"", "", 400, ""),
        ("POST", "verify", {"times": 1}, "", 400, "method"),
        ("POST", "verify", {"method": SHOPS, "times": "1"}, "", 400, "times"),
        ("POST", "verify", {"method": "taobao.tbk.shop.gte"}, "", 400, "did you mean"),
        ("POST", "verify", {"method": SHOPS, "parameters": [1]}, "", 400, ""),
        ("POST", "clock", {"advance": -1}, "", 400, "forward"),
        ("POST", "clock", {"advance": "1"}, "", 400, "advance：应为秒数"),
        ("POST", "clock", {"advance": 10**400}, "", 400, "forward"),
        ("POST", "clock", {"advance": 1e308}, "", 400, "forward"),
        ("PUT", "scenario", b'a: "\\UFFFFFFFF"', "", 400, "scenario:1:"),
        ("PUT", "scenario", b'a: "\\U00110000"', "", 400, "scenario:1:"),
        ("PUT", "scenario", b"%YAML 1." + b"1" * 5000, "", 400, "scenario:1:"),
        ("PUT", f"faults/{SHOPS}", b"7", "when=%7B%22page_no%22:1" + "0" * 4000 + "%7D", 400, ""),
        (
            "POST",
            "verify",
            {"method": SHOPS, "parameters": {f"p{number}": 1 for number in range(65)}},
            "",
            400,
            "至多比较 64 个",
        ),
        ("POST", "clock", b'{"advance": 1e999}', "", 400, "forward"),
        ("DELETE", "everything", b"", "", 404, "all"),
        ("PATCH", "all", b"", "", 405, "use DELETE, not PATCH"),
        ("POST", f"faults/{SHOPS}", b"7", "", 405, "use PUT, not POST"),
        ("DELETE", "requests", b"", "", 405, "use GET, not DELETE"),
        ("PUT", f"everything/{SHOPS}", b"", "", 404, "no such path"),
    ],
)
def test_orders_that_cannot_be_carried_out(
    server: MockServer, verb: str, path: str, body: Any, query: str, status: int, words: str
) -> None:
    answer = order(server, verb, path, body, query)
    assert (answer.status, words in answer.body.decode()) == (status, True), answer.body
    assert answer.body.strip()
    assert "error_response" not in ask(server)
