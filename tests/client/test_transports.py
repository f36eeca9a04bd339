"""Own certificates, addresses, proxies and transports."""

import asyncio
import contextlib
import socket
import ssl
import threading
import traceback
from collections.abc import Iterator
from typing import Any

import pytest
from taobaoke import (
    AsyncClient,
    Client,
    HttpFailure,
    HttpReply,
    HttpRequest,
    RetryPolicy,
    TransportError,
)

from client.conftest import APP_KEY, SECRET, Caller, Callers
from client.memory import AsyncMemory, Memory
from client.server import Gateway
from client.sockets import SELF_SIGNED, Act, acting, breaking, http, tunnels

GOOD = {"tbk_shop_get_response": {"total_results": 7}}
BODY = b'{"tbk_shop_get_response":{"total_results":7}}'
ONCE = RetryPolicy(attempts=1)
SESSION = "the-session-of-the-call"


def reads(caller: Caller, **options: Any) -> int | None:
    return caller.tbk_shop_get(fields="user_id", q="x", **options).total_results


def failure(caller: Caller) -> TransportError:
    with pytest.raises(TransportError) as caught:
        reads(caller)
    return caught.value


# Certificates


def trusting() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=SELF_SIGNED)


def test_an_own_authority_is_trusted(callers: Callers) -> None:
    with breaking(tls=True) as breaker:
        breaker.acts.extend([Act(http(BODY))] * 2)
        url = breaker.url.replace("http:", "https:")
        caller = callers(gateway=url, ssl_context=trusting())
        assert [reads(caller), reads(caller)] == [7, 7]
        assert breaker.connections == 1
        caller.close()


def test_an_own_authority_does_not_make_other_names_good(
    callers: Callers, monkeypatch: pytest.MonkeyPatch
) -> None:
    with breaking(tls=True) as breaker:
        at_home(monkeypatch, breaker.port)
        caller = callers(gateway="https://gateway.example/", ssl_context=trusting(), retries=ONCE)
        error = failure(caller)
    assert "证书校验失败" in error.reason
    assert not error.sent
    assert breaker.requests == []


def at_home(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    """Every name leads to a port of this machine."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)


# Addresses


def test_http_may_be_allowed(
    gateway: Gateway, callers: Callers, monkeypatch: pytest.MonkeyPatch
) -> None:
    gateway.answers(GOOD)
    at_home(monkeypatch, int(gateway.url.split(":")[2].split("/")[0]))
    assert reads(callers(gateway="http://mock:8321/router/rest", allow_http=True)) == 7
    assert gateway.requests[0].headers["host"] == "mock:8321"


@pytest.mark.parametrize("client_type", [Client, AsyncClient])
@pytest.mark.parametrize(
    "host",
    [
        "mock:8321",
        "127.evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "10.0.0.1",
        "[::2]",
    ],
)
def test_http_is_refused_beyond_this_machine(client_type: Any, host: str) -> None:
    with pytest.raises(ValueError, match="allow_http=True"):
        client_type(APP_KEY, SECRET, gateway=f"http://{host}/")
    assert client_type(APP_KEY, SECRET, gateway=f"https://{host}/").gateway == f"https://{host}/"


@pytest.mark.parametrize("host", ["localhost", "LocalHost", "127.0.0.1", "127.1.2.3", "[::1]"])
def test_this_machine_needs_no_encryption(host: str) -> None:
    client = Client(APP_KEY, SECRET, gateway=f"http://{host}:8321/")
    assert client.gateway == f"http://{host.lower()}:8321/"


@pytest.mark.parametrize(
    ("address", "line", "host"),
    [
        ("http://127.0.0.1:{port}", "POST / HTTP/1.1", "127.0.0.1:{port}"),
        ("HTTP://LOCALHOST:{port}/A/b", "POST /A/b HTTP/1.1", "localhost:{port}"),
        ("http://127.0.0.1:{port}?a=1", "POST /?a=1 HTTP/1.1", "127.0.0.1:{port}"),
        ("http://127.0.0.1:{port}/r%2Fs?a=%20&b", "POST /r%2Fs?a=%20&b HTTP/1.1", None),
        ("http://[::1]:{port}/r", "POST /r HTTP/1.1", "[::1]:{port}"),
    ],
)
def test_addresses_are_asked_as_they_are_written(
    callers: Callers, address: str, line: str, host: str | None
) -> None:
    asked: list[bytes] = []

    def answer(connection: socket.socket) -> None:
        asked.append(connection.recv(65536))
        connection.sendall(http(BODY, headers="Connection: close\r\n"))

    with listening("::1" if "::1" in address else "127.0.0.1", answer) as port:
        caller = callers(gateway=address.format(port=port))
        assert reads(caller) == 7
        caller.close()
    head = asked[0].decode().split("\r\n")
    assert head[0] == line
    if host:
        assert f"Host: {host.format(port=port)}" in head


@contextlib.contextmanager
def listening(host: str, answer: Any) -> Iterator[int]:
    """The port of a server that answers one request."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, 0), family=family)
    except OSError:
        pytest.skip(f"this machine has no {host}")

    def serve() -> None:
        with listener, listener.accept()[0] as connection:
            answer(connection)

    thread = threading.Thread(target=serve)
    thread.start()
    yield listener.getsockname()[1]
    thread.join()


@pytest.mark.parametrize("host", ["a" * 64 + ".example", "a..example"])
def test_a_name_that_no_machine_can_have(callers: Callers, host: str) -> None:
    error = failure(callers(gateway=f"https://{host}/", timeout=2, retries=ONCE))
    assert not error.sent
    assert error.reason.startswith(f"无法连接 https://{host}:443：")


# Proxies


@pytest.mark.parametrize(
    "said", [b"", b"SSH-2.0-OpenSSH_9.7\r\n", b"HTTP/1.1 502 Bad Gateway\r\n\r\n"]
)
def test_a_proxy_that_opens_no_tunnel_had_nothing_to_pass_on(callers: Callers, said: bytes) -> None:
    def act(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(said)

    with acting(act) as port:
        via = f"http://127.0.0.1:{port}"
        error = failure(callers(gateway="production", proxy=via, timeout=2, retries=ONCE))
    assert not error.sent
    assert f"代理 {via}" in error.reason


def test_a_proxy_may_be_reached_over_tls(callers: Callers) -> None:
    """One that passes requests on, for a gateway that does not encrypt."""
    with breaking(tls=True) as proxy:
        proxy.acts.extend([Act(http(BODY))] * 2)
        via = f"https://me:word@127.0.0.1:{proxy.port}"
        options = {"allow_http": True, "ssl_context": trusting()}
        caller = callers(gateway="http://gateway.example/r", proxy=via, timeout=9, **options)
        assert [reads(caller), reads(caller)] == [7, 7]
        assert proxy.connections == 1
        caller.close()


@pytest.mark.parametrize("tls", [False, True])
def test_a_gateway_behind_a_tunnel(callers: Callers, tls: bool) -> None:
    with breaking(tls=True) as breaker, acting(tunnels(breaker.port), tls=tls) as port:
        breaker.acts.extend([Act(http(BODY))] * 2)
        url, via = f"https://127.0.0.1:{breaker.port}/", f"{'https' if tls else 'http'}://127.0.0.1"
        caller = callers(gateway=url, proxy=f"{via}:{port}", ssl_context=trusting(), timeout=9)
        assert [reads(caller), reads(caller)] == [7, 7]
        assert breaker.connections == 1
        caller.close()


# Transports of one's own


class Odd:
    """A transport that raises what it is told to."""

    def __init__(self, trouble: BaseException) -> None:
        self.trouble = trouble
        self.sent = 0
        self.closed = 0

    def send(self, request: HttpRequest) -> HttpReply:
        self.sent += 1
        raise self.trouble

    def close(self) -> None:
        self.closed += 1


class AsyncOdd(Odd):
    async def send(self, request: HttpRequest) -> HttpReply:  # type: ignore[override]
        return super().send(request)

    async def close(self) -> None:  # type: ignore[override]
        super().close()


def odd(callers: Callers, trouble: BaseException) -> tuple[Caller, Odd]:
    transport = (Odd if callers._loop is None else AsyncOdd)(trouble)
    return callers(transport=transport, session=SESSION), transport


class UnspeakableError(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no words")


@pytest.mark.parametrize(
    "trouble",
    [
        KeyError("x"),
        RecursionError("deep"),
        MemoryError(),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"),
        OSError(5, "Input/output error"),
        TimeoutError(),
        ExceptionGroup("several", [ValueError("a"), OSError("b")]),
        AssertionError(f"with the {SESSION} inside"),
        UnspeakableError(),
    ],
)
def test_whatever_a_transport_raises_is_an_error_of_the_call(
    callers: Callers, trouble: Exception
) -> None:
    caller, transport = odd(callers, trouble)
    error = failure(caller)
    assert f"意外的 {type(trouble).__name__}" in error.reason
    assert error.__cause__ is trouble
    assert (error.sent, error.passing, transport.sent) == (True, False, 1)
    assert SESSION not in f"{error}{error!r}"


@pytest.mark.parametrize("sent", [True, False])
@pytest.mark.parametrize("passing", [True, False])
def test_what_a_transport_says_of_its_failure_counts(
    callers: Callers, sent: bool, passing: bool
) -> None:
    caller, transport = odd(callers, HttpFailure("the cable is cut", sent=sent, passing=passing))
    error = failure(caller)
    assert error.reason == "the cable is cut"
    assert (error.sent, error.passing) == (sent, passing)
    assert transport.sent == (3 if passing else 1)
    with pytest.raises(TransportError):
        caller.tbk_adzone_create(site_id="1", adzone_name="x")
    assert transport.sent == (3 if passing else 1) + (3 if passing and not sent else 1)


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), SystemExit(1), GeneratorExit()])
def test_what_ends_the_program_is_no_failure(stop: BaseException) -> None:
    transport = Odd(stop)
    with pytest.raises(type(stop)):
        Client(APP_KEY, SECRET, transport=transport).tbk_shop_get(fields="user_id", q="x")
    assert transport.sent == 1


async def test_a_cancelled_task_is_no_failure() -> None:
    transport = AsyncOdd(asyncio.CancelledError())
    client = AsyncClient(APP_KEY, SECRET, transport=transport)
    with pytest.raises(asyncio.CancelledError):
        await client.tbk_shop_get(fields="user_id", q="x")
    assert transport.sent == 1


@pytest.mark.parametrize(
    "reply",
    [
        None,
        b"{}",
        HttpReply("200", b"{}"),  # type: ignore[arg-type]
        HttpReply(503, b"", None),  # type: ignore[arg-type]
        HttpReply(503, b"", {"Retry-After": 30}),  # type: ignore[dict-item]
        HttpReply(200, None),  # type: ignore[arg-type]
        HttpReply(500, "text"),  # type: ignore[arg-type]
        HttpReply(200, b'{"error_response":{"code":31}}', 7),  # type: ignore[arg-type]
    ],
)
def test_whatever_a_transport_returns_is_an_error_of_the_call(callers: Callers, reply: Any) -> None:
    class Returns(Odd):
        def send(self, request: HttpRequest) -> HttpReply:
            return reply  # type: ignore[no-any-return]

    class AsyncReturns(AsyncOdd):
        async def send(self, request: HttpRequest) -> HttpReply:  # type: ignore[override]
            return reply  # type: ignore[no-any-return]

    kind = Returns if callers._loop is None else AsyncReturns
    assert failure(callers(transport=kind(KeyError()))).sent


def test_a_transport_is_asked_and_closed(callers: Callers) -> None:
    memory = (Memory if callers._loop is None else AsyncMemory)(lambda _: BODY)
    closed: list[bool] = []
    close = memory.close
    memory.close = lambda: closed.append(True) or close()  # type: ignore[method-assign,func-returns-value]
    caller = callers(transport=memory, timeout=3, gateway="sandbox")
    caller.close()
    assert closed == [], "what nobody used needs no closing"
    assert reads(caller, timeout=2) == 7
    (request,) = memory.requests
    assert request.url == caller.client.gateway
    assert request.timeout == 2
    assert request.headers["Content-Type"].startswith("application/x-www-form-urlencoded")
    assert SECRET not in repr(request)
    caller.close()
    assert closed == [True]


def test_two_clients_may_share_a_transport() -> None:
    memory = Memory(lambda _: BODY)
    first, second = (Client(key, SECRET, transport=memory) for key in ("11111111", "22222222"))
    for client in (first, second):
        client.tbk_shop_get(fields="user_id", q="x")
    assert [form["app_key"] for form in memory.forms] == ["11111111", "22222222"]


@pytest.mark.parametrize("client_type", [Client, AsyncClient])
@pytest.mark.parametrize("transport", [7, Memory, object(), type("NoClose", (), {"send": print})()])
def test_what_is_no_transport_is_refused(client_type: Any, transport: Any) -> None:
    with pytest.raises(ValueError, match="transport：应为有 send 与 close 两个方法的传输层"):
        client_type(APP_KEY, SECRET, transport=transport)


def test_no_trouble_of_a_transport_shows_a_secret_in_a_traceback(callers: Callers) -> None:
    caller, _ = odd(callers, OSError(5, "Input/output error"))
    error = failure(caller)
    told = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    assert SESSION not in told
    assert SECRET not in told
