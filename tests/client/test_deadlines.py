"""One deadline over all that a call waits for: whatever a server drips, the call ends in time."""

import socket
import ssl
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import pytest
from taobaoke import GatewayError, HeldBack, Limiter, RetryPolicy, TransportError
from taobaoke._runtime.limiter import Rate

from client.conftest import Caller, Callers
from client.server import Gateway, Reply, refusal
from client.sockets import (
    SELF_SIGNED,
    Act,
    acting,
    breaking,
    deaf,
    drips,
    http,
    reads_nothing,
    reads_slowly,
    tunnels,
)

ONCE = RetryPolicy(attempts=1)
SHORT = 0.2
SOON = 9.0
"""What drips does so for ever; a busy machine is slow."""

GOOD = {"tbk_shop_get_response": {"total_results": 7}}
HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
RECORD = b"\x16\x03\x03\x40\x00"
"""The beginning of a long handshake message."""

DRIPS = {
    "status line": drips(b"HTTP/1.1 200 ", b"O"),
    "one header": drips(HEAD + b"X: ", b"x"),
    "headers": drips(HEAD, b"X: y\r\n"),
    "body": drips(HEAD + b"Content-Length: 99999\r\n\r\n", b"x"),
    "body without a length": drips(HEAD + b"\r\n", b"x"),
    "chunks": drips(CHUNKED, b"1\r\nx\r\n"),
    "size of a chunk": drips(CHUNKED + b"1;", b"x"),
    "trailers": drips(CHUNKED + b"0\r\n", b"X: y\r\n"),
    "interim replies": drips(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


def trusting() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=SELF_SIGNED)


def failure(caller: Caller, upload: bytes = b"") -> TransportError:
    """How a call fails, which must be soon."""
    started = time.monotonic()
    with pytest.raises(TransportError) as caught:
        caller.call("taobao.some.thing", {"file": upload} if upload else {})
    assert time.monotonic() - started < SOON
    caller.close()
    return caught.value


@pytest.mark.parametrize("tls", [False, True])
@pytest.mark.parametrize("what", DRIPS)
def test_a_reply_that_never_ends(callers: Callers, what: str, tls: bool) -> None:
    with acting(DRIPS[what], tls=tls) as port:
        scheme, context = ("https", trusting()) if tls else ("http", None)
        url = f"{scheme}://127.0.0.1:{port}/"
        error = failure(callers(gateway=url, timeout=SHORT, retries=ONCE, ssl_context=context))
    assert error.sent
    assert "0.2 秒内没有收到" in error.reason


def test_a_handshake_that_never_ends(callers: Callers) -> None:
    with acting(drips(RECORD, b"x")) as port:
        url = f"https://127.0.0.1:{port}/"
        error = failure(callers(gateway=url, timeout=SHORT, retries=ONCE))
    assert not error.sent
    assert "0.2 秒内没有连上" in error.reason


@pytest.mark.parametrize("tls", [False, True])
@pytest.mark.parametrize("what", ["status line", "one header", "headers"])
def test_a_proxy_whose_reply_never_ends(callers: Callers, what: str, tls: bool) -> None:
    with acting(DRIPS[what], tls=tls) as port:
        via = f"{'https' if tls else 'http'}://127.0.0.1:{port}"
        options = {"proxy": via, "ssl_context": trusting(), "timeout": SHORT, "retries": ONCE}
        error = failure(callers(gateway="production", **options))
    assert not error.sent
    assert f"没有连上 代理 {via}" in error.reason


@pytest.mark.parametrize("tls", [False, True])
@pytest.mark.parametrize(("at_once", "sent"), [(0, False), (6000, True)])
def test_a_tunnel_that_drips(callers: Callers, tls: bool, at_once: int, sent: bool) -> None:
    """Into the handshake, or into the reply; TLS inside of TLS is read in the smallest pieces."""
    with (
        breaking(tls=True) as breaker,
        acting(tunnels(breaker.port, at_once=at_once), tls=tls) as port,
    ):
        breaker.acts.append(Act(http(bytes(15_000))))
        via = f"{'https' if tls else 'http'}://127.0.0.1:{port}"
        options = {"proxy": via, "ssl_context": trusting(), "timeout": 0.7, "retries": ONCE}
        error = failure(callers(gateway=f"https://127.0.0.1:{breaker.port}/", **options))
    assert error.sent is sent
    assert "0.7 秒内没有" in error.reason


@pytest.mark.parametrize("act", [reads_nothing, reads_slowly])
@pytest.mark.parametrize("tls", [False, True])
def test_a_server_that_does_not_take_the_request(
    callers: Callers, act: Callable[[socket.socket], None], tls: bool
) -> None:
    with acting(act, tls=tls) as port:
        scheme, context = ("https", trusting()) if tls else ("http", None)
        url = f"{scheme}://127.0.0.1:{port}/"
        # Long enough to shake hands on a busy machine.
        caller = callers(gateway=url, timeout=0.8, retries=ONCE, ssl_context=context)
        error = failure(caller, upload=bytes(8_000_000))
    assert error.sent
    assert "0.8 秒内没有收到" in error.reason


def test_connecting_and_waiting_for_the_reply_share_the_time(callers: Callers) -> None:
    """Each takes less than the time-out, both together more."""

    def answer_late(connection: socket.socket) -> None:
        time.sleep(0.3)
        with context.wrap_socket(connection, server_side=True) as secure:
            secure.recv(65536)
            time.sleep(0.3)
            secure.sendall(HEAD + b"Content-Length: 2\r\n\r\n{}")

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(SELF_SIGNED)
    with acting(answer_late) as port:
        url = f"https://127.0.0.1:{port}/"
        error = failure(callers(gateway=url, timeout=0.5, retries=ONCE, ssl_context=trusting()))
    assert "0.5 秒内没有" in error.reason


def test_all_addresses_of_a_name_share_the_time(
    callers: Callers, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ExitStack() as machines:
        ports = [int(machines.enter_context(deaf()).split(":")[2].split("/")[0]) for _ in "ab"]
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port)) for port in ports]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
        url = "http://two.example/"
        error = failure(callers(gateway=url, allow_http=True, timeout=SHORT, retries=ONCE))
    assert not error.sent
    assert "0.2 秒内没有连上 http://two.example:80" in error.reason


# The deadline over all attempts


def reads(caller: Caller, **options: Any) -> Any:
    return caller.tbk_shop_get(fields="user_id", q="x", **options)


def test_the_deadline_ends_the_attempts(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(*[Reply(GOOD, delay=1)] * 9)
    caller = callers(timeout=0.3, deadline=0.55, retries=RetryPolicy(attempts=9))
    with pytest.raises(TransportError) as caught:
        reads(caller)
    first, second = caught.value.attempts
    assert "0.3 秒内没有收到" in (first.failure or "")
    assert "0.3 秒内" not in (second.failure or "")
    assert caught.value.summary == second.failure


def test_a_deadline_shortens_the_time_out(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(Reply(GOOD, delay=0.8))
    with pytest.raises(TransportError, match=r"0\.[0-3]\d* 秒内没有收到"):
        reads(callers(timeout=5, deadline=0.3))


def test_no_pause_lasts_beyond_the_deadline(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(Reply(b"", status=503, headers={"Retry-After": "3"}))
    caller = callers(deadline=2)
    with pytest.raises(TransportError) as caught:
        reads(caller)
    assert caught.value.retry_after == 3
    assert len(caught.value.attempts) == 1
    assert caller.pauses == []


def test_the_limiter_waits_no_longer_than_the_deadline(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(GOOD)
    caller = callers(limiter=Limiter(app=Rate(1, 60)), deadline=5)
    reads(caller)
    with pytest.raises(HeldBack) as caught:
        reads(caller)
    assert caught.value.attempts == ()
    assert 50 < (caught.value.retry_after or 0) <= 60
    assert caller.pauses == []
    assert len(gateway.requests) == 1


def test_the_last_error_tells_all_attempts(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(
        Reply(b"", status=503, headers={"Retry-After": "2"}),
        refusal(15, sub_code="isp.remote-service-error"),
        Reply(GOOD, cut=True),
    )
    caller = callers(retries=RetryPolicy(transient_pause=0))
    with pytest.raises(TransportError, match="共发送 3 次") as caught:
        reads(caller)
    attempts = caught.value.attempts
    assert [attempt.waited for attempt in attempts] == [0, 2, 0]
    assert all(0 < attempt.took < SOON for attempt in attempts)
    first, second, third = (attempt.failure or "" for attempt in attempts)
    assert "503" in first
    assert second == "code=15 sub_code=isp.remote-service-error"
    assert third == caught.value.reason


def test_a_result_tells_its_attempts(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(Reply(b"", status=503, headers={"Retry-After": "2"}), GOOD)
    first, second = reads(callers()).attempts
    assert (first.waited, second.waited) == (0, 2)
    assert "503" in (first.failure or "")
    assert second.failure is None


def test_an_error_at_once_has_one_attempt(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(refusal(22))
    with pytest.raises(GatewayError) as caught:
        reads(callers())
    (only,) = caught.value.attempts
    assert (only.waited, only.failure) == (0, "code=22")
