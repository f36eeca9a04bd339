"""Connections: many callers at once, stale ones, proxies, closing, event loops."""

import asyncio
import signal
import socket
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

import pytest
from taobaoke import AsyncClient, Client, RetryPolicy, TransportError

from client.conftest import APP_KEY, SECRET, Caller, Callers
from client.server import Gateway, Reply
from client.sockets import Act, acting, breaking

GOOD = {"tbk_shop_get_response": {"total_results": 7}}
SLOW = Reply(GOOD, delay=0.3)
ONCE = RetryPolicy(attempts=1)


def reads(caller: Caller) -> int | None:
    return caller.tbk_shop_get(fields="user_id", q="x").total_results


def test_many_threads_share_a_client(gateway: Gateway) -> None:
    gateway.answers(*[GOOD] * 100)
    with Client(APP_KEY, SECRET, gateway=gateway.url, pool_size=4) as client:

        def read(number: int) -> int | None:
            return client.tbk_shop_get(fields="user_id", q=str(number)).total_results

        with ThreadPoolExecutor(8) as threads:
            assert list(threads.map(read, range(100))) == [7] * 100
    assert {form["q"] for form in gateway.forms} == set(map(str, range(100)))
    assert len({request.connection for request in gateway.requests}) <= 4


async def test_many_tasks_share_a_client(gateway: Gateway) -> None:
    gateway.answers(*[GOOD] * 100)
    async with AsyncClient(APP_KEY, SECRET, gateway=gateway.url, pool_size=4) as client:
        calls = [client.tbk_shop_get(fields="user_id", q=str(number)) for number in range(100)]
        assert [reply.total_results for reply in await asyncio.gather(*calls)] == [7] * 100
    assert {form["q"] for form in gateway.forms} == set(map(str, range(100)))
    assert len({request.connection for request in gateway.requests}) <= 4


def test_waiting_for_a_connection_is_part_of_the_timeout(gateway: Gateway) -> None:
    gateway.answers(SLOW)
    with (
        Client(APP_KEY, SECRET, gateway=gateway.url, pool_size=1, retries=ONCE) as client,
        ThreadPoolExecutor(1) as other,
    ):
        first = other.submit(client.tbk_shop_get, fields="user_id", q="x")
        while not gateway.requests:
            time.sleep(0.001)
        with pytest.raises(TransportError, match="空闲的连接") as caught:
            client.tbk_shop_get(fields="user_id", q="x", timeout=0.05)
        assert first.result().total_results == 7
    assert not caught.value.sent
    assert len(gateway.requests) == 1


async def test_waiting_for_a_connection_is_part_of_the_timeout_of_tasks(gateway: Gateway) -> None:
    gateway.answers(SLOW)
    client = AsyncClient(APP_KEY, SECRET, gateway=gateway.url, pool_size=1, retries=ONCE)
    async with client:
        first = asyncio.create_task(client.tbk_shop_get(fields="user_id", q="x"))
        await asyncio.sleep(0.01)
        with pytest.raises(TransportError, match="空闲的连接") as caught:
            await client.tbk_shop_get(fields="user_id", q="x", timeout=0.05)
        assert (await first).total_results == 7
    assert not caught.value.sent
    assert len(gateway.requests) == 1


async def test_a_cancelled_call_leaves_a_working_client(gateway: Gateway) -> None:
    gateway.answers(SLOW, GOOD)
    async with AsyncClient(APP_KEY, SECRET, gateway=gateway.url, pool_size=1) as client:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(client.tbk_shop_get(fields="user_id", q="x"), 0.1)
        assert (await client.tbk_shop_get(fields="user_id", q="x")).total_results == 7


def test_a_closed_client_opens_again(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(GOOD, GOOD)
    reads(caller)
    caller.close()
    assert reads(caller) == 7
    first, second = (request.connection for request in gateway.requests)
    assert first != second


def test_another_event_loop_is_told_apart(gateway: Gateway) -> None:
    gateway.answers(GOOD, GOOD)
    client = AsyncClient(APP_KEY, SECRET, gateway=gateway.url)

    async def read(*, close: bool) -> int | None:
        reply = await client.tbk_shop_get(fields="user_id", q="x")
        if close:
            await client.close()
        return reply.total_results

    assert asyncio.run(read(close=True)) == 7
    with asyncio.Runner() as owner:
        assert owner.run(read(close=False)) == 7
        with pytest.raises(RuntimeError, match="另一个事件循环"):
            asyncio.run(read(close=False))
        owner.run(client.close())


def test_a_read_on_a_dropped_connection_goes_out_again(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(GOOD, Reply(hang_up=True), GOOD)
    assert [reads(caller), reads(caller)] == [7, 7]
    first, second, third = (request.connection for request in gateway.requests)
    assert first == second != third


def test_a_write_on_a_dropped_connection_is_sent_once(gateway: Gateway, caller: Caller) -> None:
    """Nobody can know what became of the request; HTTP libraries must not repeat it either."""
    gateway.answers(GOOD, Reply(hang_up=True))
    reads(caller)
    with pytest.raises(TransportError) as caught:
        caller.tbk_adzone_create(site_id="1", adzone_name="x")
    assert caught.value.sent
    assert len(gateway.requests) == 2


@contextmanager
def proxy() -> Iterator[tuple[str, list[tuple[str, str | None]]]]:
    """A proxy that answers everything itself, and what it was asked."""
    asked: list[tuple[str, str | None]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            asked.append((self.requestline, self.headers["Proxy-Authorization"]))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"tbk_shop_get_response":{"total_results":8}}')

        def do_CONNECT(self) -> None:
            asked.append((self.requestline, self.headers["Proxy-Authorization"]))
            self.send_error(403)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://me:word@127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_proxy_is_told_the_url_and_the_account(callers: Callers) -> None:
    with proxy() as (url, asked):
        caller = callers(proxy=url, gateway="http://127.0.0.1:9/router/rest?a=1")
        assert reads(caller) == 8
        caller.close()
    assert asked == [("POST http://127.0.0.1:9/router/rest?a=1 HTTP/1.1", "Basic bWU6d29yZA==")]


def test_a_proxy_tunnels_https(callers: Callers) -> None:
    with proxy() as (url, asked):
        caller = callers(proxy=url, gateway="production", retries=RetryPolicy(attempts=1))
        with pytest.raises(TransportError) as caught:
            reads(caller)
        caller.close()
    ((line, account),) = asked
    assert line.startswith("CONNECT eco.taobao.com:443 ")
    assert account == "Basic bWU6d29yZA=="
    assert not caught.value.sent
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value.__cause__)
    assert "word" not in told
    assert "bWU6d29yZA" not in told


def test_proxies_of_the_environment_are_left_alone(
    gateway: Gateway, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    gateway.answers(GOOD)
    assert reads(caller) == 7


# A reply belongs to the call that asked for it, whatever comes on the line


def late(first: bytes, body: bytes, pause: float) -> Callable[[socket.socket], None]:
    """Answers each request with something at once, and with the reply a little later."""

    def act(connection: socket.socket) -> None:
        with connection.makefile("rb") as stream:
            while True:
                length = 0
                while line := stream.readline().strip():
                    if line.lower().startswith(b"content-length:"):
                        length = int(line.partition(b":")[2])
                if not length:
                    return
                form = dict(parse_qsl(stream.read(length).decode()))
                connection.sendall(first)
                time.sleep(pause)
                told = body.replace(b"WHO", form["adzone_name"].encode())
                head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(told)}\r\n\r\n"
                connection.sendall(head.encode() + told)

    return act


ZONE = b'{"tbk_adzone_create_response":{"data":{"model":"WHO"}}}'


@pytest.mark.parametrize("pause", [0, 0.03])
@pytest.mark.parametrize(
    "first",
    [
        b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n",
        b"HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\n\r\n",
        b"HTTP/1.1 204 No Content\r\n\r\n",
        b"HTTP/1.1 304 Not Modified\r\n\r\n",
        b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_no_call_gets_the_reply_of_another(callers: Callers, first: bytes, pause: float) -> None:
    with acting(late(first, ZONE, pause)) as port:
        caller = callers(gateway=f"http://127.0.0.1:{port}/", timeout=5, pool_size=1)
        failed: list[bool] = []
        for who in ("alice", "bob", "carol", "dave"):
            try:
                given = caller.tbk_adzone_create(site_id="1", adzone_name=who).data.model
            except TransportError as error:
                failed.append(error.may_have_taken_effect)
            else:
                assert given == who
                assert first.startswith((b"HTTP/1.1 102", b"HTTP/1.1 103"))
            time.sleep(0.01)
        assert all(failed)


@pytest.mark.parametrize(
    "framing",
    ["Content-Length: 1_0", "Content-Length: +2", "Content-Length: -2", "Transfer-Encoding: gzip"],
)
def test_a_reply_that_readers_would_cut_differently_is_refused(
    callers: Callers, framing: str
) -> None:
    with breaking() as breaker:
        caller = callers(gateway=breaker.url, timeout=1, retries=ONCE)
        breaker.acts.append(Act(f"HTTP/1.1 200 OK\r\n{framing}\r\n\r\n{{}}".encode(), "close"))
        with pytest.raises(TransportError):
            reads(caller)


async def test_closing_lets_calls_in_flight_and_in_line_end(gateway: Gateway) -> None:
    gateway.answers(*[SLOW] * 3)
    client = AsyncClient(APP_KEY, SECRET, gateway=gateway.url, pool_size=1)
    calls = [asyncio.create_task(client.tbk_shop_get(fields="user_id", q="x")) for _ in range(3)]
    while not gateway.requests:
        await asyncio.sleep(0.001)
    await client.close()
    assert [reply.total_results for reply in await asyncio.gather(*calls)] == [7] * 3
    await client.close()


async def test_a_call_that_begins_while_the_client_closes_opens_connections_of_its_own(
    gateway: Gateway,
) -> None:
    gateway.answers(Reply(GOOD, delay=0.1), Reply(GOOD, delay=0.4), *[GOOD] * 4)
    client = AsyncClient(APP_KEY, SECRET, gateway=gateway.url, pool_size=3, retries=ONCE)

    async def read() -> int | None:
        return (await client.tbk_shop_get(fields="user_id", q="x", timeout=2)).total_results

    before = [asyncio.create_task(read()) for _ in range(2)]
    while len(gateway.requests) < 2:
        await asyncio.sleep(0.001)
    closing = asyncio.create_task(client.close())
    await asyncio.sleep(0)
    assert await read() == 7
    await closing
    assert await asyncio.gather(*before) == [7, 7], "calls in flight end"
    assert await asyncio.gather(*(read() for _ in range(3))) == [7] * 3
    await client.close()


# Interruptions


class SoftTimeLimit(Exception):  # noqa: N818
    """As task queues raise it from a signal."""


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no signals of timers here")
def test_a_signal_comes_through_and_its_traceback_holds_no_secret(gateway: Gateway) -> None:
    def stop(*_: object) -> None:
        raise SoftTimeLimit

    gateway.answers(SLOW)
    before = signal.signal(signal.SIGALRM, stop)
    client = Client(APP_KEY, SECRET, session="the-session-of-all", gateway=gateway.url)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        with pytest.raises(SoftTimeLimit) as caught:
            client.tbk_shop_get(fields="user_id", q="x", timeout=5)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        client.close()
    told = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    text = "".join(told.format())
    assert "exchange" in text
    assert "the-session-of-all" not in text
    assert "sign=" not in text
