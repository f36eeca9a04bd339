"""What runs a mock in a thread: HTTP within limits, and what faults do to a connection.

Each connection is a small state machine around the parser; it hands complete requests to the core
and sends what comes back. All limits are looked after here: sizes where bytes come in, times by one
look at all connections a few times a second, which costs a call nothing.
"""

import asyncio
import functools
import os
import socket
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import formatdate
from http import HTTPStatus
from urllib.parse import unquote

import httptools

from ._product import NAME, VERSION
from .hints import LOG
from .http import NO_PACE, Headers, HttpLimits, Reply, Request, plain

_BUFFER = 64 * 1024
"""Bytes that are read at once; all connections share them, for they are parsed at once."""
_HELD_BACK = 64 * 1024
"""Bytes of replies that wait for those of other connections."""
_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
_ONCE = ("host", "content-length", "transfer-encoding")
"""Headers of which a second one might be what another reader of the request goes by."""
_VERSIONS = ("1.0", "1.1")
_writev: Callable[[int, list[bytes]], int] | None = getattr(os, "writev", None)
"""Windows has none."""
_LONGEST_LENGTH = 20
"""Digits of a Content-Length."""


class Runner:
    """Listens until it is stopped, and keeps what its connections share."""

    def __init__(
        self,
        answer: Callable[[Request], Reply],
        listener: socket.socket,
        limits: HttpLimits,
        *,
        keep_alive: bool,
        is_slow: Callable[[Request], bool],
        is_large: Callable[[str], bool],
    ) -> None:
        """`is_slow` tells of a request whether another thread shall answer it, `is_large` of a path
        whether its body may be large."""
        self.answer = answer
        self.is_slow = is_slow
        self.is_large = is_large
        self.limits = limits
        self.keep_alive = keep_alive
        self.buffer = memoryview(bytearray(_BUFFER))
        self.connections: set[Connection] = set()
        self.received = 0
        """Bytes of bodies that are not complete."""
        self.date = b""
        self._unsent: list[Connection] = []
        self._listener = listener
        self._loop = asyncio.new_event_loop()
        self._stopped = asyncio.Event()

    def run(self) -> None:
        """Serve, in this thread."""
        self._loop.run_until_complete(self._serve())

    def stop(self) -> None:
        """End `run`, from another thread."""
        self._loop.call_soon_threadsafe(self._stopped.set)

    def close(self) -> None:
        """Give back what was taken for `run`."""
        self._loop.close()
        self._listener.close()

    def send_soon(self, connection: "Connection") -> None:
        """Send what a connection holds back when all requests that have come are answered.

        Replies that go out together wake their readers once, not one by one: under load that is a
        quarter of the work.
        """
        if not self._unsent:
            self._loop.call_soon(self._send)
        self._unsent.append(connection)

    def _send(self) -> None:
        unsent, self._unsent = self._unsent, []
        for connection in unsent:
            connection.flush()

    async def _serve(self) -> None:
        server = await self._loop.create_server(
            lambda: Connection(self, self._loop), sock=self._listener
        )
        self._look_after()
        await self._stopped.wait()
        server.close()
        for connection in [*self.connections]:
            connection.finish()
        for _ in range(20):
            if not self.connections:
                break
            await asyncio.sleep(0.05)
        for connection in [*self.connections]:
            connection.abort()
        await self._loop.shutdown_default_executor()

    def _look_after(self) -> None:
        """Once a second, or oftener for limits that are shorter: who has let his time pass?"""
        now = self._loop.time()
        self.date = b"Date: %b\r\n\r\n" % formatdate(time.time(), usegmt=True).encode()
        for connection in [*self.connections]:
            if connection.deadline < now:
                connection.expire()
        limits = self.limits
        shortest = min(
            limits.head_time,
            limits.body_time,
            limits.body_grace,
            limits.read_time,
            limits.idle_time,
        )
        self._loop.call_later(min(1.0, shortest / 4, limits.linger_time / 4), self._look_after)


@dataclass(slots=True)
class _Pending:
    """A reply that is sent slowly, or in part."""

    reply: Reply
    goes_on: bool
    """Whether the connection stays open after it."""
    pieces: deque[bytes]
    """What is still to be sent of the body."""
    has_begun: bool = False
    pause: float = 0.0
    """Seconds between two pieces."""


class Connection(asyncio.BufferedProtocol):
    """One connection: requests in, replies out, in the same order."""

    def __init__(self, runner: Runner, loop: asyncio.AbstractEventLoop) -> None:
        self.deadline = loop.time() + runner.limits.head_time
        """When the other side must have done its part."""
        self._runner = runner
        self._limits = runner.limits
        self._loop = loop
        self._parser = httptools.HttpRequestParser(self)
        self._transport: asyncio.Transport
        self._waiting: deque[tuple[Request | Reply, bool]] = deque()
        """Requests, and refusals of requests, whose turn has not come; whether to go on then."""
        self._pending: _Pending | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._is_thinking = False
        """Whether another thread makes the reply."""
        self._is_blocked = False
        """Whether the other side reads too slowly."""
        self._is_over = False
        """Whether nothing that comes is looked at any more."""
        self._has_ended = False
        """Whether the other side sends no more."""
        self._in_body = self._in_head = False
        self._expects_continue = False
        self._has_moved = False
        """Whether the data at hand began a request, or brought some of its body."""
        self._unsent: list[bytes] = []
        self._unsent_size = 0
        self._sent = self._taken = 0
        """Bytes of all replies, and how many of them had been taken when it was last looked."""
        self._begin()

    def _begin(self) -> None:
        """Forget the last request."""
        self._target = b""
        self._headers: dict[str, str] = {}
        self._count = self._head = self._length = self._without_body = 0
        self._body: bytes | bytearray = b""
        self._is_large = False
        self._body_began = 0.0

    # The transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        connections = self._runner.connections
        connections.add(self)
        if len(connections) > self._limits.connections:
            self._refuse(503, "连接太多", "too many connections")

    def connection_lost(self, error: Exception | None) -> None:
        self._is_over = True
        self._runner.connections.discard(self)
        self._drop_body()
        self._waiting.clear()
        self._unsent.clear()
        if self._timer:
            self._timer.cancel()

    def get_buffer(self, hint: int) -> memoryview:
        return self._runner.buffer

    def buffer_updated(self, count: int) -> None:
        if self._is_over:
            return
        data = self._runner.buffer[:count]
        self._has_moved = False
        try:
            self._feed(data)
        except httptools.HttpParserError as error:
            if not self._is_over:
                self._refuse_broken(error)
            return
        if self._in_head and not self._is_over:
            # What the parser holds back of a head that is not complete has no other limit.
            self._head += 0 if self._has_moved else count
            self._check_head()
        elif self._in_body and not self._is_over and not self._has_moved:
            # Neither have trailers, and what else may stand between the pieces of a body.
            self._without_body += count
            if self._without_body > self._limits.head:
                self._refuse(431, "正文之后的头太大", "the trailer is too large")

    def _feed(self, data: memoryview) -> None:
        while data:
            try:
                self._parser.feed_data(data)
            except httptools.HttpParserUpgrade as upgrade:
                if self._is_over:
                    return
                data = data[upgrade.args[0] :]
                head = self._without_offer()
                self._parser.feed_data(head)
            else:
                return

    def _without_offer(self) -> memoryview:
        """The head of a request that offers another protocol, as if it offered none.

        The parser leaves the body to that protocol. Java's client offers HTTP/2 with each request.
        """
        verb, version = self._parser.get_method().decode(), self._parser.get_http_version()
        lines = [f"{verb} {self._target.decode('latin-1')} HTTP/{version}"]
        lines += [
            f"{name}: {value}"
            for name, value in self._headers.items()
            if name not in ("upgrade", "connection")
        ]
        self._begin()
        self._parser = httptools.HttpRequestParser(self)
        return memoryview("\r\n".join([*lines, "", ""]).encode("latin-1"))

    def eof_received(self) -> bool:
        """The other side may have closed its half only: what it asked for is still sent."""
        if self._in_head or self._in_body:
            self._refuse(400, "请求没有发完", "the request ends too early")
        self.flush()
        self._is_over = self._has_ended = True
        return bool(self._pending or self._waiting or self._is_thinking)

    def pause_writing(self) -> None:
        """Replies are made faster than they are read; called anew while reading goes on."""
        self._is_blocked = True
        self._taken = self._sent - self._transport.get_write_buffer_size()
        self.deadline = self._loop.time() + self._limits.read_time

    def resume_writing(self) -> None:
        self._is_blocked = False
        self._wait_for_more()
        self._go_on()

    # The parser

    def on_message_begin(self) -> None:
        if self._is_over:
            return
        self._in_head = self._has_moved = True
        self._in_body = False
        self._allow(self._limits.head_time)

    def on_url(self, part: bytes) -> None:
        self._target += part
        self._head += len(part)

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._in_body:
            return  # a trailer: nothing that it says may change what the head has said
        self._count += 1
        self._head += len(name) + len(value)
        key = name.decode("latin-1").lower()
        if key in self._headers and key in _ONCE:
            title = name.decode("latin-1")
            self._refuse(400, f"有两个 {title} 头", f"two {title} headers")
        self._headers[key] = value.decode("latin-1")
        if self._head > self._limits.head or self._count > self._limits.headers:
            self._check_head()

    def on_headers_complete(self) -> None:
        self._in_head, self._in_body = False, True
        if self._is_over:
            return
        self._body_began = self._loop.time()
        self._is_large = self._runner.is_large(self._target.partition(b"?")[0].decode("latin-1"))
        self._allow(self._limits.body_time)
        headers, version = self._headers, self._parser.get_http_version()
        length = headers.get("content-length", "0")
        if version not in _VERSIONS:
            self._refuse(505, "只支持 HTTP 的 1.1 和 1.0 版", "use version 1.1 or 1.0 of HTTP")
        elif self._parser.should_upgrade():
            if self._parser.get_method() == b"CONNECT":
                self._refuse(405, "不是代理", "this is no proxy")
        elif "host" not in headers and version == "1.1":
            self._refuse(400, "没有 Host 头", "the Host header is missing")
        elif headers.get("transfer-encoding", "chunked").strip().lower() != "chunked":
            self._refuse(501, "Transfer-Encoding 只能是 chunked", "chunked is the one coding known")
        elif len(length) > _LONGEST_LENGTH:
            self._refuse(400, "Content-Length 太长", "Content-Length has too many digits")
        elif int(length) > self._largest:
            self._refuse_size()
        elif "expect" in headers:
            if headers["expect"].lower() != "100-continue":
                self._refuse(417, "不认识的 Expect", "unknown expectation")
            else:
                self._expects_continue = True
                self._send_continue()

    def on_body(self, part: bytes) -> None:
        if self._is_over:
            return
        self._expects_continue = False
        self._has_moved, self._without_body = True, 0
        self._length += len(part)
        self._runner.received += 0 if self._is_large else len(part)
        if self._body:
            self._body = bytearray(self._body) if isinstance(self._body, bytes) else self._body
            self._body += part
        else:
            self._body = part
        self._allow(self._limits.body_time)
        if self._length > self._largest:
            self._refuse_size()
        elif self._runner.received > self._limits.bodies:
            self._refuse(503, "正在接收的正文太多", "too many bodies at once")

    def on_message_complete(self) -> None:
        self._in_body = self._expects_continue = False
        if self._is_over or self._parser.should_upgrade():
            return
        parser, target = self._parser, self._target
        goes_on = self._runner.keep_alive and parser.should_keep_alive()
        self._forget_size()
        path, _, query = target.partition(b"?")
        if not path.startswith(b"/"):
            path = _path_of(path)
        text = path.decode("latin-1")
        if "%" in text:
            text = unquote(text, errors="replace")
        verb = parser.get_method().decode()
        request = Request(verb, text, query, self._headers, bytes(self._body))
        if not goes_on:
            self._is_over = True
        self._begin()
        if self._is_busy:
            self._wait(request, goes_on)
        else:
            self._answer(request, goes_on)

    # Requests

    def _wait(self, request: Request, goes_on: bool) -> None:
        self._waiting.append((request, goes_on))
        self._transport.pause_reading()
        if len(self._waiting) > self._limits.pipelined:
            self._refuse(429, "等待的请求太多", "too many requests are waiting")

    def _go_on(self) -> None:
        """Take up what waits."""
        while self._waiting and not (self._pending or self._is_thinking or self._is_blocked):
            waiting, goes_on = self._waiting.popleft()
            if isinstance(waiting, Request):
                self._answer(waiting, goes_on)
            else:
                self._write(waiting, "GET", goes_on)
        if self._waiting or self._pending or self._is_thinking or self._transport.is_closing():
            return
        if self._has_ended:
            self._close()
        elif not self._is_over:
            self._transport.resume_reading()
            if self._expects_continue:
                self._send_continue()

    @property
    def _is_busy(self) -> bool:
        """Whether what comes must wait for its turn."""
        return bool(self._pending or self._waiting or self._is_thinking or self._is_blocked)

    @property
    def _largest(self) -> int:
        """Bytes that the body may have."""
        return self._limits.large_body if self._is_large else self._limits.body

    def _answer(self, request: Request, goes_on: bool) -> None:
        if not self._runner.is_slow(request):
            self._give(request, self._reply_to(request), goes_on)
            return

        def thought(reply: asyncio.Future[Reply]) -> None:
            self._is_thinking = False
            if not self._transport.is_closing():
                self._give(request, reply.result(), goes_on)
                self._go_on()

        self._is_thinking = True
        future = self._loop.run_in_executor(None, self._reply_to, request)
        future.add_done_callback(thought)

    def _reply_to(self, request: Request) -> Reply:
        try:
            return self._runner.answer(request)
        except Exception:
            LOG.exception("模拟网关内部出错，请报告 (a bug of the mock)")
            return plain("模拟网关内部出错，见日志 (a bug of the mock, see its log)\n", 500)

    def _give(self, request: Request, reply: Reply, goes_on: bool) -> None:
        if reply.pace == NO_PACE:
            self._write(reply, request.verb, goes_on)
            return
        pieces = reply.pace.pieces(b"" if request.verb == "HEAD" else reply.body)
        goes_on = goes_on and reply.pace.cut is None
        self._pending = _Pending(reply, goes_on, deque(pieces))
        self._timer = self._loop.call_later(reply.pace.delay, self._send_slowly)

    def _send_slowly(self) -> None:
        """Send the next piece of the pending reply; the head comes with the first one."""
        pending = self._pending
        assert pending
        if pending.reply.pace.drop:
            self._pending, self._is_over = None, True
            self._close()
            return
        if not pending.has_begun:
            pending.has_begun = True
            pending.pause = pending.reply.pace.dribble / len(pending.pieces)
            self._put(self._head_of(pending.reply, pending.goes_on))
        self._put(pending.pieces.popleft())
        if pending.pieces:
            self._timer = self._loop.call_later(pending.pause, self._send_slowly)
        else:
            self._pending = None
            self._after(pending.goes_on)
            self._go_on()

    def _write(self, reply: Reply, verb: str, goes_on: bool) -> None:
        head = self._head_of(reply, goes_on)
        if verb == "HEAD":
            self._put(head)
        else:
            self._put(head, *reply.parts)
        self._after(goes_on)

    def _put(self, *parts: bytes) -> None:
        is_first = not self._unsent
        self._unsent += parts
        self._unsent_size += sum(map(len, parts))
        if self._unsent_size > _HELD_BACK:
            self.flush()
        elif is_first:
            self._runner.send_soon(self)

    def flush(self) -> None:
        """Send what is held back."""
        if self._unsent:
            parts, size = self._unsent, self._unsent_size
            self._unsent, self._unsent_size = [], 0
            self._sent += size
            taken = self._pass_on(parts) if size > _HELD_BACK else 0
            if taken < size:
                self._transport.write(b"".join(parts)[taken:])

    def _pass_on(self, parts: list[bytes]) -> int:
        """Give what is large to the system piece by piece; how many bytes it takes at once.

        To put it together takes as long as to send it. The transport's `writelines` does so before
        Python 3.12, and in 3.12.0 to 3.12.8 it does not tell when the other side reads too slowly.
        """
        transport = self._transport
        if _writev is None or transport.is_closing() or transport.get_write_buffer_size():
            return 0
        try:
            return _writev(transport.get_extra_info("socket").fileno(), parts)
        except OSError:
            return 0  # the transport meets it as well, and knows what to do

    def _close(self) -> None:
        self.flush()
        self._transport.close()

    def _head_of(self, reply: Reply, goes_on: bool) -> bytes:
        connection = "close"
        if goes_on:
            connection = "keep-alive" if self._parser.get_http_version() == "1.0" else ""
        return _head(reply.status, reply.headers, reply.length, connection) + self._runner.date

    def _after(self, goes_on: bool) -> None:
        """A reply has been sent."""
        if goes_on:
            self._wait_for_more()
            return
        self._is_over = True
        self._waiting.clear()
        self._linger()

    def _linger(self) -> None:
        """Close our half and let the other side come to its end, so that it sees the reply.

        With bytes unread the system would reset the connection, and the reply be lost.
        """
        self._allow(self._limits.linger_time)
        if self._transport.is_closing():
            return
        self._transport.resume_reading()
        self.flush()
        try:
            self._transport.write_eof()
        except OSError:  # it has gone, and the loop has not noticed yet
            self._transport.abort()

    def _wait_for_more(self) -> None:
        """It is the other side's turn: it has the whole time for what it has begun, or begins."""
        limits = self._limits
        self._body_began = self._loop.time()
        if self._is_over:
            self._allow(limits.linger_time)
        elif self._in_head:
            self._allow(limits.head_time)
        else:
            self._allow(limits.body_time if self._in_body else limits.idle_time)

    def _allow(self, seconds: float) -> None:
        """Give the other side so much time; none is added while it does not read our replies."""
        if self._is_blocked:
            return
        self.deadline = self._loop.time() + seconds
        if self._in_body:
            limits = self._limits
            longest = limits.body_grace + self._length / limits.body_rate
            self.deadline = min(self.deadline, self._body_began + longest)

    # Refusals

    def _check_head(self) -> None:
        if self._is_over:
            return
        if self._head > self._limits.head:
            if len(self._target) > self._limits.head // 2:
                self._refuse(414, "地址太长", "the address is too long")
            else:
                self._refuse(431, "请求头太大", "the head is too large")
        elif self._count > self._limits.headers:
            self._refuse(431, "请求头太多", "too many headers")

    def _refuse_size(self) -> None:
        size = self._largest
        self._refuse(413, f"正文超过 {size} 字节", f"the body has more than {size} bytes")

    def _refuse_broken(self, error: httptools.HttpParserError) -> None:
        if isinstance(error, httptools.HttpParserInvalidMethodError):
            zh, en = "不认识的 HTTP 方法，用大写的 GET 或 POST", "unknown verb; use GET or POST"
        else:
            zh, en = "不是正确的 HTTP 请求", f"this is no right request of HTTP: {error}"
        self._refuse(400, zh, en)

    def _refuse(self, status: int, zh: str, en: str) -> None:
        """Answer a request that is not read to its end; nothing can follow it."""
        if self._is_over:
            return
        self._is_over = True
        self._drop_body()
        reply = plain(f"{zh} ({en})\n", status)
        if self._is_busy:
            self._waiting.append((reply, False))
        else:
            self._write(reply, "GET", goes_on=False)

    def _forget_size(self) -> None:
        self._runner.received -= 0 if self._is_large else self._length

    def _drop_body(self) -> None:
        self._forget_size()
        self._length, self._body = 0, b""

    def _send_continue(self) -> None:
        """Ask for the body, unless an earlier reply is still to be sent."""
        if not (self._pending or self._waiting or self._is_thinking):
            self._expects_continue = False
            self._put(_CONTINUE)

    # Ends

    def expire(self) -> None:
        """The other side has not done its part in time, if it is its turn."""
        if self._is_blocked:
            if self._sent - self._transport.get_write_buffer_size() > self._taken:
                self.pause_writing()
            else:
                self._transport.abort()
        elif self._pending or self._is_thinking:
            return
        elif self._is_over:
            self._transport.abort()
        elif self._in_head or self._in_body:
            self._refuse(408, "请求没有及时发完", "the request did not come in time")
        else:
            self._close()

    def finish(self) -> None:
        """The server stops: what is being answered is sent at once, as much as there is of it."""
        while pending := self._pending:
            pending.goes_on = False
            if self._timer:
                self._timer.cancel()
            self._send_slowly()
        if self._in_head or self._in_body:
            self._refuse(503, "模拟网关正在关闭", "the mock is closing")
        self._is_over = True
        self._close()

    def abort(self) -> None:
        """The same without waiting for anybody."""
        self._transport.abort()


@functools.lru_cache(256)
def _head(status: int, headers: Headers, length: int, connection: str) -> bytes:
    """The head of a reply, all but the date."""
    lines = [f"HTTP/1.1 {status} {_phrase(status)}", f"Server: {NAME}/{VERSION}"]
    lines += [f"{name}: {value}" for name, value in headers]
    lines.append(f"Content-Length: {length}")
    if connection:
        lines.append(f"Connection: {connection}")
    return "".join(f"{line}\r\n" for line in lines).encode("latin-1", "replace")


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _path_of(target: bytes) -> bytes:
    """The path of an address in full, as proxies are sent it."""
    try:
        return httptools.parse_url(target).path or b"/"
    except httptools.HttpParserInvalidURLError:
        return target
