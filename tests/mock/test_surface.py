"""What tests order, as callers see it."""

import http.client
import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from taobaoke_mock import Mock, MockServer

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


@pytest.mark.slow
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


# The start


def test_a_reset_comes_back_to_what_the_start_ordered(start: Start) -> None:
    server = start(qps=100)
    server.fail(SHOPS, "10")
    server.fail(SHOPS, "http-502", times=1)
    server.limit(per_day=2)
    server.keep()
    for _ in range(2):
        server.fail(SHOPS, "9")
        server.limit()
        assert ask(server).status == 502
        assert ask(server).error["code"] == 9
        server.reset()
        assert server.requests == ()
    answers = [ask(server) for _ in range(4)]
    assert answers[0].status == 502
    assert [answer.error["code"] for answer in answers[1:]] == [10, 10, 7]


def test_only_a_call_that_gets_its_answer_uses_it_up(server: MockServer) -> None:
    server.fail(SHOPS, "41", times=1)
    server.reply(SHOPS, {"total_results": 5}, times=1)
    server.fail(SHOPS, "ban-30", times=1)
    assert ask(server, session="made-up").error["code"] == 27
    assert ask(server, q="").error["code"] == 40
    assert ask(server).error["code"] == 41
    assert ask(server, session="made-up").error["code"] == 27
    assert root(ask(server))["total_results"] == 5
    assert ask(server, format="jsn").body.startswith(b"<?xml"), "no ban yet: another error"
    assert ask(server).error["code"] == 7
    assert not server._rules
    assert ask(server).error["code"] == 7


def test_a_ban_by_header_is_of_one_call(server: MockServer) -> None:
    answer = ask(server, "ban-30")
    assert answer.error["sub_msg"] == "This ban will last for 30 more seconds"
    assert answer.headers["X-Mock-Hint"] == "a ban that a header asks for is of this call only"
    assert root(ask(server))
    server.fail(SHOPS, "ban-30", times=1)
    assert "to end it: reset(), clock.advance(30), DELETE /mock/all" in (
        ask(server).headers["X-Mock-Hint"]
    )
    assert ask(server).error["code"] == 7


def test_the_journal_names_the_code_and_the_fault(server: MockServer) -> None:
    faults = [
        "15:isv.x",
        "2007",
        "empty",
        "http-502",
        "27",
        "session-expired",
        "11",
        "delay-0.01+7",
    ]
    for fault in faults:
        ask(server, fault)
    ask(server, q="")
    assert [(each.error, each.fault) for each in server.requests] == [
        ("15:isv.x", "15:isv.x"),
        ("15:2007", "2007"),
        (None, "empty"),
        ("http-502", "http-502"),
        ("27", "27"),
        ("27:session-expired", "session-expired"),
        ("11", "11"),
        ("7", "delay-0.01+7"),
        ("40", None),
    ]
    assert ask(server, "sorry").status == 400
    assert server.requests[-1].error == "http-400"
    assert "不认识的故障 'sorry'" in (server.requests[-1].explanation or "")


def test_nothing_secret_is_kept(start: Start) -> None:
    server = start(app_secret="top-secret")
    parameters = {**public(SHOPS), "refresh_token": "r-1", "app_secret": "s", "q": "top-secret"}
    body = "&".join(f"{name}={value}" for name, value in signed(parameters, "top-secret").items())
    send(server.url, body.replace(" ", "%20").encode())
    kept = server.requests[0]
    hidden = ("session", "refresh_token", "app_secret", "q")
    assert [kept.parameters[name] for name in hidden] == ["***"] * 4
    assert "top-secret" not in str(kept)
    for flag in ("true", "1"):
        parameters = {**public(SHOPS), "fields": "x", "q": "x", "top-secret": "", "is_tmall": flag}
        body = "&".join(f"{key}={value}" for key, value in signed(parameters, "top-secret").items())
        told = send(server.url, body.replace(" ", "%20").encode())
        assert "no parameter '***' is documented" in told.headers["X-Mock-Hint"]
        assert "top-secret" not in str(server.requests[-1].explanation)
    ask(server, session="")
    server.verify(SHOPS, times=1, parameters={"session": ""})
    with pytest.raises(ValueError, match="refresh_token 已隐去"):
        server.verify(SHOPS, parameters={"refresh_token": "r-1"})


@pytest.mark.parametrize("method", [5, None, ["a"]])
def test_methods_are_texts(server: MockServer, method: Any) -> None:
    for wrong in (
        lambda: server.verify(method),
        lambda: server.reply(method, {}),
        lambda: server.fail(method, "7"),
    ):
        with pytest.raises(ValueError, match="方法名应为文本"):
            wrong()


def test_wrong_questions_are_told(server: MockServer) -> None:
    wrong: list[tuple[Callable[[], Any], str]] = [
        (lambda: server.script(SHOPS, None), "应为回复的列表"),  # type: ignore[arg-type]
        (lambda: server.script(SHOPS, "17"), "应为回复的列表"),
        (lambda: server.verify(SHOPS, times=True), "times 应为"),
        (lambda: server.verify(SHOPS, parameters={"page_no": 10**5000}), "数字过长"),
        (lambda: server.clock.advance("5"), "应为秒数"),  # type: ignore[arg-type]
        (lambda: server.clock.advance(10**400), "只能向前"),
        (lambda: server.clock.advance(1e12), "只能向前"),
        (lambda: server.clock.advance(253402271999), "公元 10000 年"),
    ]
    for question, words in wrong:
        with pytest.raises(ValueError, match=words):
            question()
    assert root(ask(server))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"results": "x"}, "results 应为"),
        ({"results": -3}, "results 应为"),
        ({"orders": -1}, "orders 应为不小于 0 的整数"),
        ({"orders": 1.5}, "orders 应为不小于 0 的整数"),
        ({"orders": "5"}, "orders 应为不小于 0 的整数"),
        ({"orders": True}, "orders 应为不小于 0 的整数"),
        ({"seed": 1.5}, "seed 应为不小于 0 的整数"),
        ({"qps": 5.0}, "qps 应为正整数"),
        ({"journal": None}, "journal 应为正整数"),
        ({"journal": 0}, "journal 应为正整数"),
        ({"token_lifetime": 10**400}, "token_lifetime 应为 1 到"),
        ({"app_key": 12345678}, "app_key 应为文本"),
        ({"app_secret": "\udcff"}, "app_secret 应为文本"),
        ({"content_type": "text/x\r\nX: y"}, "content_type 应如 application/json"),
        ({"sessions": "test"}, "sessions 应为文本的列表"),
        ({"sessions": [1]}, "sessions 应为文本的列表"),
        ({"sessions": ["test", 1]}, "sessions 应为文本的列表"),
        ({"allow_hosts": ["http://x/"]}, "不是主机名"),
        ({"allow_hosts": ["x:80"]}, "不是主机名"),
    ],
)
def test_options_are_checked_at_the_start(options: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Mock(**options)


def test_names_and_addresses_that_may_be_allowed() -> None:
    assert Mock(allow_hosts=["Mock.test", "192.168.1.5", "[fe80::1]"])._allowed == {
        "mock.test",
        "192.168.1.5",
        "fe80::1",
    }
