"""The server's HTTP: what is right is served, what is broken refused, and nobody can hold it."""

import contextlib
import http.client
import json
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from taobaoke_mock import MockServer, runner
from taobaoke_mock.http import HttpLimits

from mock.calls import call, send
from mock.wire import SHOPS, Wire, post, shops

Start = Callable[..., MockServer]

RIGHT = b'"tbk_shop_get_response"'


def refused(server: MockServer, data: bytes, status: int) -> bytes:
    """The one answer to a request after which the connection is closed."""
    with Wire(server) as wire:
        wire.send(data)
        answer = wire.rest()
    assert answer.startswith(b"HTTP/1.1 %d " % status), answer[:300]
    assert b"\r\nConnection: close\r\n" in answer
    assert answer.count(b"HTTP/1.1 ") == 1
    return answer


# Framing


@pytest.mark.parametrize(
    "lines",
    [
        ["Content-Length: 1", "Content-Length: 1"],
        ["Content-Length: 1", "Content-Length: 2"],
        ["Content-Length: 1, 1"],
        ["Content-Length: 5", "Transfer-Encoding: chunked"],
        ["Transfer-Encoding: chunked", "Content-Length: 5"],
        ["Transfer-Encoding: chunked, gzip"],
        ["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"],
        ["Content-Length: " + "0" * 5000 + "1"],
        ["Content-Length: -1"],
        ["Content-Length: 0x1"],
        ["Content-Length: " + "9" * 40],
        ["Content-Length : 1"],
        ["Content-Length: 1", " folded: x"],
        ["X\x00Y: 1"],
        ["X: a\x00b"],
    ],
)
def test_doubtful_lengths_are_refused(server: MockServer, lines: list[str]) -> None:
    """Where one request ends must not be a matter of taste: the rest would be another one."""
    smuggled = post(shops())
    head = ["POST /router/rest HTTP/1.1", "Host: localhost", *lines, "", ""]
    refused(server, "\r\n".join(head).encode("latin-1") + b"0\r\n\r\n" + smuggled, 400)
    assert server.requests == ()


@pytest.mark.parametrize(
    "data",
    [
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"hello\r\n\r\n",
        b"POST\r\n\r\n",
        b"POST /router/rest HTTP/9.9\r\nHost: a\r\n\r\n",
        b"POST /router/rest HTTP/1.1\r\n\r\n",
        b"POST /router/rest HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
        b"post /router/rest HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused(server: MockServer, data: bytes) -> None:
    refused(server, data, 400)


@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_chunked_bodies(server: MockServer, size: int) -> None:
    body = shops()
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)
    head = b"POST /router/rest HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
    with Wire(server) as wire:
        wire.send(head + chunks + b"0\r\n\r\n")
        assert RIGHT in wire.answer()[1]
        wire.send(post(shops()))
        assert RIGHT in wire.answer()[1]


CHUNKED = b"POST %b HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"


def test_other_codings_are_not_known(server: MockServer) -> None:
    data = CHUNKED % b"/"
    refused(server, data.replace(b"chunked", b"gzip, chunked") + b"0\r\n\r\n", 501)


@pytest.mark.parametrize("version", [b"0.9", b"2.0"])
def test_other_versions_are_not_known(server: MockServer, version: bytes) -> None:
    refused(server, b"GET /healthz HTTP/%b\r\nHost: localhost\r\n\r\n" % version, 505)


def test_a_trailer_changes_nothing(server: MockServer) -> None:
    body = shops()
    trailer = b"X-Mock-Error: http-502\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    with Wire(server) as wire:
        wire.send(
            CHUNKED % b"/router/rest" + b"%x\r\n%b\r\n0\r\n%b\r\n" % (len(body), body, trailer)
        )
        status, answer = wire.answer()
        assert (status, RIGHT in answer) == (200, True)
        wire.send(post(body))
        assert RIGHT in wire.answer()[1]


@pytest.mark.parametrize("begin", [b"0\r\nX: ", b"1;"])
def test_what_stands_beside_a_body_has_a_limit(server: MockServer, begin: bytes) -> None:
    with Wire(server) as wire:
        wire.send(CHUNKED % b"/" + b"1\r\na\r\n" + begin)
        for _ in range(20):
            wire.send(b"x" * 10_000)
            time.sleep(0.01)
        assert wire.rest().startswith(b"HTTP/1.1 431 ")


def test_a_thousand_offers_to_upgrade_at_once(server: MockServer) -> None:
    with Wire(server) as wire:
        wire.send(
            b"GET /x HTTP/1.1\r\nHost:[::1]\r\nUpgrade:a\r\nConnection:upgrade\r\n\r\n" * 1050
        )
        assert [wire.answer()[0] for _ in range(1050)] == [404] * 1050


def test_a_body_that_is_asked_for(server: MockServer) -> None:
    body = shops()
    with Wire(server) as wire:
        wire.send(post(body, "Expect: 100-continue")[: -len(body)])
        assert wire.until(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
        wire.send(body)
        assert RIGHT in wire.answer()[1]
    refused(server, post(b"", "Expect: a-miracle"), 417)


def test_a_body_is_asked_for_after_the_replies_before_it(server: MockServer) -> None:
    server.fail(SHOPS, "delay-0.2+7", times=1)
    body = shops()
    with Wire(server) as wire:
        wire.send(post(body) + post(body, "Expect: 100-continue")[: -len(body)])
        assert RIGHT not in wire.answer()[1]
        assert wire.until(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
        wire.send(body)
        assert RIGHT in wire.answer()[1]


def test_a_body_that_is_too_large_is_not_asked_for(start: Start) -> None:
    server = start(limits=HttpLimits(body=100))
    data = (
        b"POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 101\r\n\r\n"
    )
    assert "101" not in refused(server, data, 413).decode()


def test_requests_sent_at_once_are_answered_in_their_order(server: MockServer) -> None:
    server.fail(SHOPS, "delay-0.2+7", times=1)
    get = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with Wire(server) as wire:
        wire.send(post(shops()) + post(shops()) + get + post(shops()) + get)
        answers = [wire.answer()[1] for _ in range(5)]
    assert [RIGHT in answer for answer in answers] == [False, True, False, True, False]
    assert answers[2] == answers[4] == b"ok\n"


@pytest.mark.parametrize("is_chunked", [False, True])
def test_an_offer_to_upgrade_is_left_alone(server: MockServer, is_chunked: bool) -> None:
    """Java's client offers HTTP/2 with each request, whose body comes all the same."""
    body = shops()
    lines = ["Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABk"]
    request = post(body, *lines)
    if is_chunked:
        request = request.replace(b"Content-Length: %d" % len(body), b"Transfer-Encoding: chunked")
        request = request.removesuffix(body) + b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    with Wire(server) as wire:
        wire.send(request + post(body))
        assert RIGHT in wire.answer()[1]
        assert RIGHT in wire.answer()[1]
        wire.send(request[:-10])
        time.sleep(0.1)
        wire.send(request[-10:])
        assert RIGHT in wire.answer()[1]


def test_it_is_no_proxy(server: MockServer) -> None:
    refused(server, b"CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n", 405)


def test_old_clients_are_served(server: MockServer) -> None:
    body = shops()
    head = b"POST /router/rest HTTP/1.0\r\nHost: localhost\r\nContent-Length: %d\r\n" % len(body)
    with Wire(server) as wire:
        wire.send(head + b"Connection: keep-alive\r\n\r\n" + body)
        assert RIGHT in wire.answer()[1]
        wire.send(head + b"\r\n" + body)
        answer = wire.rest()
    assert RIGHT in answer
    assert b"Connection: close" in answer


def test_an_address_in_full(server: MockServer) -> None:
    body = shops()
    line = b"POST http://localhost/router/rest HTTP/1.1\r\n"
    with Wire(server) as wire:
        wire.send(line + post(body).partition(b"\r\n")[2])
        assert RIGHT in wire.answer()[1]


def test_head_has_no_body(server: MockServer) -> None:
    with Wire(server) as wire:
        wire.send(b"HEAD /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert b"Content-Length: 3\r\n" in wire.until(b"\r\n\r\n")
        wire.send(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert wire.answer() == (200, b"ok\n")


def test_every_reply_has_a_date(server: MockServer) -> None:
    date = send(server.url, b"").headers["Date"]
    assert (
        abs(
            time.mktime(time.strptime(date, "%a, %d %b %Y %H:%M:%S GMT"))
            - time.mktime(time.gmtime())
        )
        < 5
    )


# Names


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST:8321",
        "api.localhost",
        "127.0.0.1",
        "127.9.9.9:80",
        "[::1]",
        "[::1]:80",
    ],
)
def test_names_of_this_machine_are_served(server: MockServer, host: str) -> None:
    with Wire(server) as wire:
        wire.send(post(shops(), host=host))
        assert RIGHT in wire.answer()[1]


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "10.0.0.1",
        "[::2]",
        "",
        "notlocalhost",
    ],
)
@pytest.mark.parametrize("path", [b"/router/rest", b"/mock/requests", b"/"])
def test_other_names_are_not_served(server: MockServer, host: str, path: bytes) -> None:
    """A name in somebody's hands may point to this machine."""
    with Wire(server) as wire:
        wire.send(post(shops(), host=host).replace(b"/router/rest", path, 1))
        status, body = wire.answer()
    assert status == 421
    assert b"--allow-host" in body
    assert server.requests == ()


def test_a_name_may_be_allowed(start: Start) -> None:
    with Wire(start(allow_hosts=["Mock.Test"])) as wire:
        wire.send(post(shops(), host="mock.test:8321"))
        assert RIGHT in wire.answer()[1]
        wire.send(post(shops(), host="other.test"))
        assert wire.answer()[0] == 421


# Limits

SMALL = HttpLimits(head=2000, headers=10, body=5000, bodies=8000, pipelined=3, connections=4)
BRIEF = HttpLimits(head_time=0.3, body_time=0.3, idle_time=0.3, read_time=0.3, linger_time=0.1)


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"GET /" + b"x" * 2000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", 414),
        (b"GET /" + b"x" * 90_000, 414),
        (post(b"", "X: " + "x" * 2000), 431),
        (post(b"", *[f"X-{number}: y" for number in range(9)]), 431),
        (post(b"x" * 5001), 413),
        (b"POST / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 200_000, 431),
    ],
)
def test_sizes(start: Start, data: bytes, status: int) -> None:
    refused(start(limits=SMALL), data, status)


def test_a_chunked_body_has_a_limit(start: Start) -> None:
    head = b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
    refused(start(limits=SMALL), head + b"64\r\n" + (b"x" * 100 + b"\r\n64\r\n") * 60, 413)


def test_just_below_the_limits(start: Start) -> None:
    server = start(limits=SMALL)
    fields = [f"X-{number}: y" for number in range(8)]
    with Wire(server) as wire:
        wire.send(post(b"x" * 5000, *fields))
        assert wire.answer()[0] == 200


def test_bodies_together_have_a_limit(start: Start) -> None:
    server = start(limits=SMALL)
    with Wire(server) as first, Wire(server) as second:
        first.send(post(b"x" * 5000)[:-1])
        time.sleep(0.1)
        second.send(post(b"x" * 5000))
        assert second.rest().startswith(b"HTTP/1.1 503 ")
        first.send(b"x")
        assert first.answer()[0] == 200


def test_connections_have_a_limit(start: Start) -> None:
    server = start(limits=SMALL)
    wires = [Wire(server) for _ in range(4)]
    time.sleep(0.1)
    with Wire(server) as one_more:
        assert one_more.rest().startswith(b"HTTP/1.1 503 ")
    for wire in wires:
        wire.send(post(shops()))
        assert wire.answer()[0] == 200
        wire.socket.close()
    time.sleep(0.1)
    assert RIGHT in call(server, SHOPS, fields="user_id", q="x").body


def test_requests_that_wait_have_a_limit(start: Start) -> None:
    server = start(limits=SMALL)
    server.fail(SHOPS, "delay-0.3", times=1)
    with Wire(server) as wire:
        wire.send(post(shops()) * 9)
        answers = wire.rest()
    assert answers.count(RIGHT) == 5
    assert answers.rpartition(b"HTTP/1.1 ")[2].startswith(b"429 ")


@pytest.mark.parametrize(
    "data",
    [
        b"POST /router/rest HTTP/1.1\r\nHost: loc",
        b"P",
        post(b"x" * 100)[:-1],
        b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
    ],
)
def test_a_request_must_come_to_its_end(start: Start, data: bytes) -> None:
    began = time.monotonic()
    refused(start(limits=BRIEF), data, 408)
    assert time.monotonic() - began < 3


def test_a_head_has_its_time_on_a_kept_connection_as_well(start: Start) -> None:
    limits = HttpLimits(head_time=0.2, idle_time=60, linger_time=0.1)
    with Wire(start(limits=limits)) as wire:
        wire.send(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert wire.answer()[0] == 200
        wire.send(b"GET /heal")
        assert wire.answer()[0] == 408


def test_a_body_that_keeps_coming_may_take_its_time(start: Start) -> None:
    body = shops()
    with Wire(start(limits=BRIEF)) as wire:
        wire.send(post(body)[: -len(body)])
        for place in range(0, len(body), 30):
            time.sleep(0.05)
            wire.send(body[place : place + 30])
        assert RIGHT in wire.answer()[1]


def test_a_body_has_a_time_for_the_whole_of_it(start: Start) -> None:
    limits = HttpLimits(body_time=0.5, body_grace=0.6, body_rate=1000, linger_time=0.1)
    began = time.monotonic()
    with Wire(start(limits=limits)) as wire:
        wire.send(post(b"x" * 1000)[:-1000])
        wire.socket.settimeout(0.05)
        answer = b""
        while not answer and time.monotonic() - began < 8:
            wire.send(b"x")
            with contextlib.suppress(TimeoutError):
                answer = wire.socket.recv(100)
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert 0.5 < time.monotonic() - began < 4


@pytest.mark.parametrize("before", [b"", b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"])
def test_idle_connections_are_closed(start: Start, before: bytes) -> None:
    with Wire(start(limits=BRIEF)) as wire:
        wire.send(before)
        assert (b"ok\n" in wire.rest()) is bool(before)


def test_who_does_not_read_is_cut_off(start: Start) -> None:
    server = start(limits=BRIEF)
    with Wire(server) as wire:
        wire.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        wire.socket.setblocking(False)
        with contextlib.suppress(BlockingIOError, ConnectionError):
            while wire.socket.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"):
                pass
        deadline = time.monotonic() + 5
        while server._runner.connections and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not server._runner.connections
    assert RIGHT in call(server, SHOPS, fields="user_id", q="x").body


@pytest.mark.slow
def test_who_reads_slowly_gets_all(start: Start) -> None:
    server = start(limits=BRIEF)
    server.reply(SHOPS, {"text": "x" * 20_000_000})
    with Wire(server) as wire:
        wire.send(post(shops()))
        size = 0
        while size < 20_000_000:
            piece = wire.socket.recv(2_000_000)
            assert piece, f"closed after {size}"
            size += len(piece)
            time.sleep(0.1)


@pytest.mark.parametrize("has_writev", [True, False])
def test_large_replies_come_whole_and_in_order(
    start: Start, monkeypatch: pytest.MonkeyPatch, has_writev: bool
) -> None:
    """More than the system takes at once, with and without the call that takes pieces."""
    if not has_writev:
        monkeypatch.setattr(runner, "_writev", None)
    server = start()
    texts = [letter * 6_000_000 for letter in "abc"]
    for text in texts:
        server.reply(SHOPS, {"text": text}, times=1)
    with Wire(server) as wire:
        wire.send(post(shops()) * 3)
        for text in texts:
            status, body = wire.answer()
            content = json.loads(body)["tbk_shop_get_response"]
            assert (status, content["text"] == text) == (200, True)


def test_a_request_without_its_end_is_refused_when_its_sender_stops(server: MockServer) -> None:
    with Wire(server) as wire:
        wire.send(post(b"x" * 100)[:-1])
        wire.socket.shutdown(socket.SHUT_WR)
        assert wire.rest().startswith(b"HTTP/1.1 400 ")


def test_the_reply_comes_although_its_caller_sends_no_more(server: MockServer) -> None:
    server.fail(SHOPS, "delay-0.1", times=1)
    with Wire(server) as wire:
        wire.send(post(shops()))
        wire.socket.shutdown(socket.SHUT_WR)
        assert RIGHT in wire.rest()


# Faults


@pytest.mark.slow
@pytest.mark.parametrize(
    ("behind", "status"),
    [
        (b"GET /heal", 408),
        (post(b"xx")[:-1], 408),
        (b"\x00garbage\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n\r\n", 400),
    ],
)
def test_a_reply_that_waits_outlives_what_comes_behind_it(
    start: Start, behind: bytes, status: int
) -> None:
    server = start(limits=BRIEF)
    server.fail(SHOPS, "delay-1.2", times=1)
    with Wire(server) as wire:
        wire.send(post(shops()) + behind)
        first, second = wire.rest().split(b"HTTP/1.1 ")[1:]
    assert first.startswith(b"200 ")
    assert RIGHT in first
    assert second.startswith(b"%d " % status)


@pytest.mark.slow
def test_a_reply_that_dribbles_is_not_idle(start: Start) -> None:
    server = start(limits=HttpLimits(idle_time=0.3, read_time=30))
    server.reply(SHOPS, {"text": "x" * 20_000_000})
    server.fail(SHOPS, "dribble-2")
    with Wire(server) as wire:
        wire.send(post(shops()))
        wire.until(b"\r\n\r\n")
        time.sleep(0.5)
        size = len(wire.so_far())
        while size < 20_000_000:
            piece = wire.socket.recv(1 << 20)
            assert piece, f"closed after {size}"
            size += len(piece)


def test_a_delayed_reply(server: MockServer) -> None:
    server.fail(SHOPS, "delay-0.3", times=1)
    began = time.monotonic()
    assert RIGHT in call(server, SHOPS, fields="user_id", q="x").body
    assert time.monotonic() - began >= 0.3


def test_a_body_that_dribbles(server: MockServer) -> None:
    server.fail(SHOPS, "dribble-0.5", times=1)
    with Wire(server) as wire:
        wire.send(post(shops()))
        wire.until(b"\r\n\r\n")
        began, pieces = time.monotonic(), 0
        data = wire.so_far()
        while not data.endswith(b"}}"):
            data += wire.socket.recv(65536)
            pieces += 1
        assert 0.3 <= time.monotonic() - began < 3
        assert pieces >= 3
        wire.send(post(shops()))
        assert RIGHT in wire.answer()[1]


@pytest.mark.parametrize("size", [0, 20])
def test_a_body_that_is_cut(server: MockServer, size: int) -> None:
    server.fail(SHOPS, f"cut-{size}", times=1)
    with pytest.raises(http.client.IncompleteRead) as caught:
        call(server, SHOPS, fields="user_id", q="x")
    assert caught.value.partial == b'{"tbk_shop_get_response"'[:size]


def test_others_are_served_while_one_waits(server: MockServer) -> None:
    server.fail(SHOPS, "timeout-5", times=1)
    with Wire(server) as wire:
        wire.send(post(shops()))
        while not server.requests:
            time.sleep(0.01)
        began = time.monotonic()
        assert RIGHT in call(server, SHOPS, fields="user_id", q="x").body
        assert time.monotonic() - began < 2


# The end


def test_closing_sends_what_was_asked_for(start: Start) -> None:
    server = start()
    server.fail(SHOPS, "delay-30", times=1)
    with Wire(server) as wire, Wire(server) as idle:
        wire.send(post(shops()))
        while not server.requests:
            time.sleep(0.01)
        began = time.monotonic()
        server.close()
        assert time.monotonic() - began < 3
        assert RIGHT in wire.rest()
        assert idle.rest() == b""


@pytest.mark.parametrize(
    ("fault", "end", "size"),
    [
        ("dribble-30", b'"}}', None),
        ("delay-30+cut-10", b'{"tbk_shop', 10),
        ("cut-9+dribble-30", b'{"tbk_sho', 9),
    ],
)
def test_closing_sends_the_rest_and_no_more(
    start: Start, fault: str, end: bytes, size: int | None
) -> None:
    server = start()
    server.fail(SHOPS, fault, times=1)
    with Wire(server) as wire:
        wire.send(post(shops()))
        while not server.requests:
            time.sleep(0.01)
        time.sleep(0.3)
        server.close()
        head, _, body = wire.rest().partition(b"\r\n\r\n")
    length = int(head.partition(b"Content-Length: ")[2].partition(b"\r\n")[0])
    assert body.endswith(end)
    assert len(body) == (size or length)
    assert b"HTTP/1.1" not in body


def test_closing_answers_the_others_when_some_have_gone(start: Start) -> None:
    server = start()
    server.fail(SHOPS, "dribble-30")
    with Wire(server) as wire:
        wire.send(post(shops()))
        for _ in range(5):
            with Wire(server) as gone:
                gone.send(post(shops()))
                gone.until(b"\r\n\r\n")
        server.close()
        assert wire.rest().endswith(b"}}")


@pytest.mark.parametrize("data", [b"POST / HTTP/1.1\r\nHost: l", post(b"xx")[:-1]])
def test_closing_answers_who_has_not_come_to_the_end(start: Start, data: bytes) -> None:
    server = start()
    with Wire(server) as wire:
        wire.send(data)
        time.sleep(0.2)
        server.close()
        assert wire.rest().startswith(b"HTTP/1.1 503 ")


def test_closing_waits_for_who_reads(start: Start) -> None:
    server = start()
    server.reply(SHOPS, {"text": "x" * 10_000_000})
    with Wire(server) as wire:
        wire.send(post(shops()))
        wire.until(b"\r\n\r\n")
        closing = threading.Thread(target=server.close)
        closing.start()
        assert len(wire.rest()) > 10_000_000
        closing.join()


@pytest.mark.slow
def test_closing_hangs_up_on_who_does_not_read(start: Start) -> None:
    server = start()
    server.reply(SHOPS, {"text": "x" * 20_000_000})
    with Wire(server) as wire:
        wire.send(post(shops()))
        wire.until(b"\r\n\r\n")
        server.close()
        assert len(wire.rest()) < 20_000_000


def test_a_server_starts_once() -> None:
    with MockServer() as server, pytest.raises(RuntimeError, match="it has been started"):
        server.start()
    server.close()
    with pytest.raises(RuntimeError, match="make a new one"):
        server.start()


def test_several_threads_may_close(start: Start) -> None:
    for _ in range(10):
        server = start()
        with ThreadPoolExecutor(4) as pool:
            for done in [pool.submit(server.close) for _ in range(4)]:
                done.result()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_child_leaves_the_server_to_its_parent(server: MockServer) -> None:
    stop = threading.Event()

    def order() -> None:
        while not stop.is_set():
            server.reply(SHOPS, {"total_results": 1})

    busy = threading.Thread(target=order)
    busy.start()
    try:
        for _ in range(10):
            child = os.fork()
            if not child:
                signal.alarm(5)
                code = 1
                with contextlib.suppress(BaseException):
                    assert server.requests == ()
                    server.close()
                    code = 0
                os._exit(code)
            assert os.waitpid(child, 0)[1] == 0
    finally:
        stop.set()
        busy.join()
    assert call(server, SHOPS, fields="user_id", q="x").status == 200


def test_a_server_that_never_started_gives_its_port_back() -> None:
    server = MockServer()
    server.close()
    again = MockServer(port=server.port).start()
    assert call(again, SHOPS, fields="user_id", q="x").status == 200
    again.close()


def test_a_bug_is_told_and_answered(server: MockServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(request: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(server._runner, "answer", broken)
    with Wire(server) as wire:
        wire.send(post(shops()))
        status, body = wire.answer()
    assert status == 500
    assert b"a bug of the mock" in body
