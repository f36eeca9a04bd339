"""What tests order, as callers see it."""

import http.client
import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from taobaoke_mock import MockServer

from mock.calls import Answer, call, multipart, public, send, signed

Start = Callable[..., MockServer]
SHOPS, ORDERS = "taobao.tbk.shop.get", "taobao.tbk.order.details.get"
CREATE, REFRESH = "taobao.top.auth.token.create", "taobao.top.auth.token.refresh"
WINDOW = {"start_time": "2024-06-18 12:00:00", "end_time": "2024-06-18 12:20:00"}


def ask(server: MockServer, fault: str | None = None, **changes: str) -> Answer:
    headers = {} if fault is None else {"X-Mock-Error": fault}
    return call(server, SHOPS, headers=headers, **{"fields": "user_id", "q": "x", **changes})


def root(answer: Answer) -> Any:
    return answer.json["tbk_shop_get_response"]


def test_replies_by_match(server: MockServer) -> None:
    server.reply(SHOPS, {"total_results": 71}, when={"q": ["女装", "男装"]})
    server.reply(SHOPS, {"total_results": 72}, when={"q": "女装", "page_no": 2}, times=1)
    calls = [("男装", "2"), ("女装", "2"), ("女装", "2"), ("童装", "1")]
    told = [root(ask(server, q=q, page_no=page))["total_results"] for q, page in calls]
    assert told == [71, 72, 71, 1]


def test_replies_that_echo_in_json_and_in_xml(server: MockServer) -> None:
    server.reply(SHOPS, {"results": [{"shop_title": {"$text": "<{q}>"}}], "q": {"$parameter": "q"}})
    assert root(ask(server, q="女/装"))["results"] == {"n_tbk_shop": [{"shop_title": "<女/装>"}]}
    told = ask(server, q="a&b", format="xml").body.decode()
    assert "<shop_title>&lt;a&amp;b&gt;</shop_title>" in told
    assert "<q>a&amp;b</q>" in told


def test_a_script(server: MockServer) -> None:
    server.script(SHOPS, [{"total_results": 1}, "7", "http-502", {"total_results": 2}])
    answers = [ask(server) for _ in range(4)]
    assert [answer.status for answer in answers] == [200, 200, 502, 200]
    assert [root(answers[at])["total_results"] for at in (0, 3)] == [1, 2]
    assert [request.error for request in server.requests] == [None, "7", "http-502", None]
    with pytest.raises(ValueError, match="至少要有一个回复"):
        server.script(SHOPS, [])


@pytest.mark.parametrize("content", [{"a": float("nan")}, {"a": b"x"}, [1], {"a": {1: 2}}], ids=str)
def test_wrong_replies_are_refused_at_once(server: MockServer, content: Any) -> None:
    with pytest.raises(ValueError, match=r"\("):
        server.reply(SHOPS, content)
    assert "user_id" in json.dumps(root(ask(server)))


def test_slips_are_refused_at_once_and_new_methods_are_not(server: MockServer) -> None:
    with pytest.raises(ValueError, match=r"是否想写 taobao\.tbk\.shop\.get"):
        server.reply("taobao.tbk.shop.gte", {})
    server.reply("taobao.tbk.shop.gte", {"a": 1}, new=True)
    assert call(server, "taobao.tbk.shop.gte").json["tbk_shop_gte_response"]["a"] == 1


# Faults that tell how


def test_a_delay_comes_with_an_answer(server: MockServer) -> None:
    server.reply(SHOPS, {"total_results": 5})
    server.fail(SHOPS, "delay-0.2", times=1)
    start = time.monotonic()
    assert root(ask(server))["total_results"] == 5
    assert time.monotonic() - start >= 0.2
    start = time.monotonic()
    assert ask(server, "delay-0.2+7").error["code"] == 7
    assert time.monotonic() - start >= 0.2


def test_others_are_answered_while_one_waits(server: MockServer) -> None:
    slow = threading.Thread(target=ask, args=(server, "delay-1"))
    slow.start()
    start = time.monotonic()
    ask(server)
    assert time.monotonic() - start < 0.9
    slow.join()


def test_a_body_that_dribbles_arrives_whole(server: MockServer) -> None:
    start = time.monotonic()
    assert root(ask(server, "dribble-0.3"))["results"]
    assert time.monotonic() - start >= 0.2


@pytest.mark.parametrize(("fault", "size"), [("cut", 10), ("cut-25", 25), ("cut-0", 0)])
def test_a_body_that_is_cut(server: MockServer, fault: str, size: int) -> None:
    with pytest.raises(http.client.IncompleteRead) as caught:
        ask(server, fault)
    assert len(caught.value.partial) == size
    assert [request.error for request in server.requests] == ["cut"]


# Limits


def test_a_ban_holds_until_it_is_over(server: MockServer) -> None:
    server.fail(SHOPS, "ban-30", times=1)
    told = [ask(server).error for _ in range(2)]
    for error in told:
        assert error["code"] == 7
        assert error["sub_code"] == "accesscontrol.limited-by-api-access-count"
        assert error["sub_msg"] in [
            f"This ban will last for {left} more seconds" for left in (30, 29)
        ]
    server.clock.advance(31)
    assert root(ask(server))


def test_a_ban_for_the_day(server: MockServer) -> None:
    server.fail(ORDERS, "ban-today", times=1)
    for _ in range(2):
        error = call(server, ORDERS, **WINDOW).error
        assert (error["code"], error["sub_code"]) == (15, "3000")
    assert root(ask(server))
    server.clock.advance(24 * 3600)
    assert "error_response" not in call(server, ORDERS, **WINDOW).json


def test_limits_from_the_start_and_changed(start: Start) -> None:
    server = start(per_day=2)
    assert ["error_response" in ask(server).json for _ in range(3)] == [False, False, True]
    assert ask(server).error["sub_code"] == "accesscontrol.limited-by-app-access-count"
    server.limit()
    assert root(ask(server))
    server.reset()
    assert ["error_response" in ask(server).json for _ in range(3)] == [False, False, True]
    with pytest.raises(ValueError, match="qps"):
        server.limit(qps=0)


def test_refused_calls_do_not_count(start: Start) -> None:
    """Whoever signs wrongly is refused before the platform counts."""
    server = start(per_day=1)
    wrong = call(server, SHOPS, fields="user_id", q="x", format="jsn")
    assert b"<code>23</code>" in wrong.body
    assert root(ask(server))


# Sessions


def token_of(answer: Answer) -> dict[str, Any]:
    ((content,),) = [answer.json.values()]
    return dict(json.loads(content["token_result"]))


def test_sessions_that_calls_create(start: Start) -> None:
    server = start(token_lifetime=3600, refresh_lifetime=7200)
    token = token_of(call(server, CREATE, code="c-1"))
    session = token["access_token"]
    assert root(ask(server, session=session))
    assert ask(server, session="made-up").error["sub_code"] == "invalid-sessionkey"
    used = call(server, CREATE, code="c-1").error
    assert (used["code"], used["sub_code"]) == (15, "isv.invalid-parameter:code")
    server.clock.advance(3600)
    error = ask(server, session=session).error
    assert (error["code"], error["sub_code"]) == (27, "session-expired")
    newer = token_of(call(server, REFRESH, refresh_token=token["refresh_token"]))
    assert root(ask(server, session=newer["access_token"]))
    server.clock.advance(3600)
    late = call(server, REFRESH, refresh_token=token["refresh_token"]).error
    assert late["sub_code"] == "isv.invalid-parameter:refresh_token"
    server.reset()
    assert ask(server, session=session).error["sub_code"] == "invalid-sessionkey"


def test_an_expired_session_can_be_ordered(server: MockServer) -> None:
    server.fail("*", "session-expired", times=1)
    error = ask(server).error
    assert (error["code"], error["sub_code"]) == (27, "session-expired")


def test_a_code_that_comes_as_a_file_gets_an_answer(server: MockServer) -> None:
    body, kind = multipart(signed(public(CREATE)), {"code": b"c"})
    assert send(server.url, body, content_type=kind).status == 200


# The journal


def test_verifying(server: MockServer) -> None:
    ask(server, q="女装")
    server.verify(SHOPS)
    server.verify(SHOPS, times=1, parameters={"q": "女装", "page_no": None})
    with pytest.raises(AssertionError, match="q: 期望"):
        server.verify(SHOPS, times=1, parameters={"q": "男装"})


def test_the_journal_is_bounded(start: Start) -> None:
    server = start(journal=3)
    for number in range(5):
        ask(server, q=str(number))
    assert [request.parameters["q"] for request in server.requests] == ["2", "3", "4"]
    server.verify(SHOPS, times=5)
    with pytest.raises(AssertionError, match="无法判定"):
        server.verify(SHOPS, times=1, parameters={"q": "0"})


def test_a_scenario_file(server: MockServer, tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(f"rules: [{{method: {SHOPS}, reply: {{total_results: 4}}}}]", "utf-8")
    server.load(path)
    assert root(ask(server))["total_results"] == 4
    with pytest.raises(FileNotFoundError):
        server.load(tmp_path / "none.yaml")
