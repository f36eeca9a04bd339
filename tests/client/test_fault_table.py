"""Every kind of transport fault: what the error says, and how often reads and writes are sent.

A read may be repeated after any fault that can pass, a write only if it certainly never left.
"""

import asyncio
import random
import time
from dataclasses import dataclass
from typing import Any
from unittest.mock import ANY

import pytest
from taobaoke import RetryPolicy, TransportError

from client.conftest import SECRET, Caller, Callers
from client.server import Gateway, Reply
from client.sockets import Act, Breaker, breaking, deaf, http, nobody

GOOD = Act(
    http(
        b'{"tbk_shop_get_response":{"total_results":7},'
        b'"tbk_adzone_create_response":{"data":{"model":"7"}}}'
    )
)
HALF = b'{"tbk_shop_get_response":{"total_resu'
CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@dataclass(frozen=True)
class Row:
    """A fault, and what must come of it."""

    act: Act
    status: Any
    passing: bool
    reads: int
    """Attempts of a read that meets the fault each time; those of a write are one."""
    says: str = ""
    excerpt: Any = ""


PASSES, STAYS = (True, 3), (False, 1)
ROWS = {
    "closed before the reply": Row(Act(end="close"), None, *PASSES, "中断"),
    "reset before the reply": Row(Act(end="reset"), None, *PASSES, "中断"),
    "closed in the status line": Row(Act(b"HTTP/1.1 20", "close"), None, *PASSES),
    "closed in the headers": Row(
        Act(http(HALF, missing=9)[:30], "close"), ANY, *PASSES, excerpt=ANY
    ),
    "closed in the body": Row(Act(http(HALF, missing=9), "close"), None, *PASSES, "残缺"),
    "reset in the body": Row(Act(http(HALF, missing=9), "reset"), None, *PASSES, "残缺"),
    "closed in a chunk": Row(Act(CHUNKED.encode() + b"40\r\n" + HALF, "close"), None, *PASSES),
    "closed between chunks": Row(Act(CHUNKED.encode() + b"1\r\n{\r\n", "close"), None, *PASSES),
    "damaged compression": Row(
        Act(http(b"\x1f\x8b" + b"no gzip" * 9, headers="Content-Encoding: gzip\r\n")),
        *(None, *PASSES),
    ),
    "no HTTP at all": Row(Act(b"SSH-2.0-OpenSSH_9.7\r\n\r\n", "close"), None, *PASSES),
    "silence": Row(Act(end="hang"), None, *PASSES, "0.3 秒内没有收到"),
    "silence in the body": Row(Act(http(HALF, missing=9), "hang"), None, *PASSES, "0.3 秒内"),
    **{
        f"status {status}": Row(
            Act(http(b"<h1>sorry</h1>", status)),
            int(status[:3]),
            *(PASSES if status[0] == "5" or status[:3] == "429" else STAYS),
            f"HTTP 状态码 {status[:3]}",
            "<h1>sorry</h1>",
        )
        for status in (
            *("302 Found", "403 Forbidden", "404 Not Found", "429 Too Many Requests"),
            *("500 Oops", "502 Bad Gateway", "503 Unavailable"),
        )
    },
    "a redirect with an address": Row(
        Act(http(b"", "302 Found", headers="Location: https://login.example/\r\n")),
        *(302, *STAYS),
    ),
    "a page of HTML": Row(
        Act(http(b"<html>login</html>")), 200, *PASSES, "正文不是 JSON", "<html>login</html>"
    ),
    "an empty body": Row(Act(http(b"")), 200, *PASSES, "正文不是 JSON"),
    "half a JSON": Row(Act(http(HALF)), 200, *PASSES, "正文不是 JSON", HALF.decode()),
    "a JSON list": Row(Act(http(b"[1]")), 200, *PASSES, "正文不是 JSON 对象", "[1]"),
    "a JSON text": Row(Act(http(b'"busy"')), 200, *PASSES, "正文不是 JSON 对象", '"busy"'),
    "null": Row(Act(http(b"null")), 200, *PASSES, "正文不是 JSON 对象", "null"),
}


def read(caller: Caller, **options: Any) -> Any:
    return caller.tbk_shop_get(fields="user_id", q="x", **options)


def write(caller: Caller, **options: Any) -> Any:
    return caller.tbk_adzone_create(site_id="1", adzone_name="x", **options)


@pytest.mark.parametrize("fault", ROWS)
def test_faults_once_a_connection_stands(breaker: Breaker, callers: Callers, fault: str) -> None:
    row = ROWS[fault]
    for reused in (False, True):
        for call, name in ((read, "taobao.tbk.shop.get"), (write, "taobao.tbk.adzone.create")):
            where = f"{call.__name__}, {'reused' if reused else 'first'} connection"
            attempts = row.reads if call is read else 1
            caller = callers(gateway=breaker.url, timeout=9, pool_size=1)
            breaker.requests.clear()
            breaker.acts.extend([GOOD] * reused + [row.act] * attempts + [GOOD])
            if reused:
                call(caller)
            with pytest.raises(TransportError) as caught:
                call(caller, timeout=0.3 if row.act.end == "hang" else None)
            error = caught.value
            told = (error.sent, error.passing, error.status, error.excerpt, error.method)
            assert told == (True, row.passing, row.status, row.excerpt, name), where
            assert row.says in error.reason, where
            assert error.may_have_taken_effect == (call is write), where
            assert ("写操作可能已生效" in str(error)) == (call is write), where
            numbers = [number for number, _ in breaker.requests]
            assert len(numbers) - reused == attempts, where
            assert len(caller.pauses) == attempts - 1, where
            if reused:
                assert numbers[0] == numbers[1], "the connection was not kept"
            assert call(caller).raw, "the client must go on after a fault"
            assert not breaker.acts


@pytest.mark.parametrize("call", [read, write])
def test_a_fault_that_passes_is_survived_by_reads(
    breaker: Breaker, callers: Callers, call: Any
) -> None:
    for fault in ("closed before the reply", "closed in the body", "status 503 Unavailable"):
        caller = callers(gateway=breaker.url, timeout=2)
        breaker.acts.extend([ROWS[fault].act, GOOD])
        if call is read:
            assert call(caller).total_results == 7
        else:
            with pytest.raises(TransportError):
                call(caller)
            breaker.acts.clear()


@pytest.mark.parametrize("call", [read, write])
def test_a_connection_that_ended_while_idle_is_replaced(
    breaker: Breaker, callers: Callers, call: Any
) -> None:
    """The usual fate of a kept connection; the call never left on it, so writes go out as well."""
    caller = callers(gateway=breaker.url, pool_size=1)
    breaker.acts.extend([Act(GOOD.sends, "close"), GOOD])
    call(caller)
    time.sleep(0.1)
    if callers._loop:
        callers._loop.run_until_complete(asyncio.sleep(0.02))
    call(caller)
    first, second = (number for number, _ in breaker.requests)
    assert first != second
    assert caller.pauses == []


# Before a connection stands: nothing was sent, so writes may be repeated, too.


@pytest.mark.parametrize("call", [read, write])
def test_nobody_listens(callers: Callers, call: Any) -> None:
    caller = callers(gateway=nobody(), timeout=2)
    with pytest.raises(TransportError) as caught:
        call(caller)
    error = caught.value
    assert (error.sent, error.passing, error.status, error.excerpt) == (False, True, None, "")
    assert "无法连接" in error.reason
    assert "请求没有发出" in str(error)
    assert len(caller.pauses) == 2


@pytest.mark.parametrize("call", [read, write])
def test_nobody_answers_the_knock(callers: Callers, call: Any) -> None:
    with deaf() as url:
        caller = callers(gateway=url, timeout=0.1)
        started = time.monotonic()
        with pytest.raises(TransportError) as caught:
            call(caller)
        error = caught.value
        assert (error.sent, error.passing, error.status) == (False, True, None)
        assert "没有连上" in error.reason
        assert len(caller.pauses) == 2
        assert time.monotonic() - started < 20


@pytest.mark.parametrize("call", [read, write])
def test_a_certificate_that_nobody_trusts(callers: Callers, call: Any) -> None:
    with breaking(tls=True) as breaker:
        caller = callers(gateway=breaker.url.replace("http:", "https:"), timeout=2)
        with pytest.raises(TransportError) as caught:
            call(caller)
        error = caught.value
        assert (error.sent, error.passing, error.status) == (False, False, None)
        assert "TLS" in error.reason
        assert caller.pauses == []
        assert breaker.connections == 1
        assert breaker.requests == []


@pytest.mark.parametrize("call", [read, write])
def test_a_server_that_speaks_no_tls(breaker: Breaker, callers: Callers, call: Any) -> None:
    policy = RetryPolicy(attempts=1)
    caller = callers(gateway=breaker.url.replace("http:", "https:"), timeout=9, retries=policy)
    breaker.greeting = b"HTTP/1.1 400 Bad Request\r\n\r\n"
    with pytest.raises(TransportError) as caught:
        call(caller)
    assert (caught.value.sent, caught.value.status) == (False, None)


def test_no_policy_repeats_more_than_it_says(breaker: Breaker, callers: Callers) -> None:
    for attempts in (1, 2, 5):
        breaker.requests.clear()
        with pytest.raises(TransportError):
            read(callers(gateway=breaker.url, retries=RetryPolicy(attempts=attempts)))
        assert len(breaker.requests) == attempts


def test_pauses_double_up_to_the_longest(
    breaker: Breaker, callers: Callers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(random, "uniform", lambda least, most: (least, most))
    policy = RetryPolicy(attempts=6, transient_pause=1, longest_pause=10)
    caller = callers(gateway=breaker.url, retries=policy)
    with pytest.raises(TransportError):
        read(caller)
    assert caller.pauses == [(0, most) for most in (1, 2, 4, 8, 10)]


# The time-out of a call wins over that of the client.


def ask_by_name(caller: Caller, **options: Any) -> Any:
    return caller.call("taobao.tbk.shop.get", {"fields": "user_id", "q": "x"}, **options)


@pytest.mark.parametrize("call", [read, ask_by_name])
def test_a_shorter_time_of_the_call_wins(breaker: Breaker, callers: Callers, call: Any) -> None:
    breaker.acts.append(Act(end="hang"))
    caller = callers(gateway=breaker.url, timeout=30, retries=RetryPolicy(attempts=1))
    started = time.monotonic()
    with pytest.raises(TransportError, match=r"0\.1 秒") as caught:
        call(caller, timeout=0.1)
    assert time.monotonic() - started < 2.5
    assert caught.value.sent


@pytest.mark.parametrize("call", [read, ask_by_name])
def test_a_longer_time_of_the_call_wins(gateway: Gateway, callers: Callers, call: Any) -> None:
    gateway.answers(Reply({"tbk_shop_get_response": {"total_results": 7}}, delay=0.2))
    caller = callers(timeout=0.1, retries=RetryPolicy(attempts=1))
    assert call(caller, timeout=30)["total_results"] == 7


# Secrets in what a broken server says.

SESSION = "the-session-of-the-call"


def wrong_page(*parts: str) -> Reply:
    return Reply("".join(parts).encode(), status=502)


@pytest.mark.parametrize("secret", [SECRET, SESSION])
@pytest.mark.parametrize("begin", [0, 185, 190, 195, 199, 200])
def test_a_secret_at_the_edge_of_the_excerpt_is_masked(
    gateway: Gateway, callers: Callers, secret: str, begin: int
) -> None:
    """Cut first and masked then, its first half would be shown."""
    gateway.answers(wrong_page("x" * begin, secret, "y" * 300))
    caller = callers(retries=RetryPolicy(attempts=1))
    with pytest.raises(TransportError) as caught:
        read(caller, session=SESSION)
    excerpt = caught.value.excerpt
    assert excerpt.lstrip("x").startswith(("*", "")[begin == 200])
    assert secret[:1] not in excerpt
    assert len(excerpt) <= 200


def test_an_excerpt_is_the_beginning_of_the_body(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(wrong_page("a" * 199, "中", "b" * 99))
    with pytest.raises(TransportError) as caught:
        read(callers(retries=RetryPolicy(attempts=1)))
    assert caught.value.excerpt == "a" * 199 + "中"


@pytest.mark.parametrize("of_client", [None, "the-session-of-the-client"])
def test_sessions_are_masked_wherever_they_come_back(
    gateway: Gateway, callers: Callers, of_client: str | None
) -> None:
    caller = callers(session=of_client, retries=RetryPolicy(attempts=1))
    said = f"{SESSION} {of_client}"
    refused = {"code": 27, "msg": said, "sub_code": "invalid-sessionkey", "sub_msg": said}
    gateway.answers({"error_response": refused}, wrong_page(said))
    for _ in range(2):
        with pytest.raises(Exception) as caught:  # noqa: PT011
            read(caller, session=SESSION)
        told = f"{caught.value}{caught.value!r}{vars(caught.value)}"
        assert "***" in told
        assert SESSION not in told
        assert not of_client or of_client not in told
