"""The synchronous transport: connections of urllib3, with one deadline over all that they wait for.

The pool of urllib3 is left out: it takes a third of the time of a call for redirects, retries and
limits of its own, which a call has here already.
"""

from __future__ import annotations

import http.client
import io
import re
import socket
import ssl
from collections import deque
from collections.abc import Callable
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any

from urllib3 import ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, SSLError

from .addresses import proxy_headers
from .failures import (
    broken_reply,
    connecting_took_too_long,
    no_connection,
    no_free_connection,
    no_reply,
    no_tls,
    proxy_broke,
    proxy_refuses,
)
from .forks import made_anew_by_forks
from .http import HttpFailure, HttpReply, HttpRequest, decoded, too_large
from .masking import MaskedBytes
from .settings import Settings

_CHUNK = 65536
_BUFFER = 32768
"""Most replies fit in, and are there after one look."""
_LONGEST_LINE = 65536
_MOST_AT_ONCE = 65536
"""A larger body is not copied to follow its head in one piece."""
_TUNNEL_STATUS = re.compile(r"Tunnel connection failed: ([0-9]{3})\b")
"""The status alone: what a proxy says beside it may repeat the password."""


class _NotConnected(Exception):  # noqa: N818
    """No connection came about; the cause tells why."""


class _NoTunnel(HTTPError):  # noqa: N818
    """The proxy opens no tunnel; the cause tells why."""


class _UntilDeadline(io.RawIOBase):
    """A socket's stream, of which no read lasts longer than the time that is left.

    A timeout of the socket alone starts anew with every piece that comes, and a server that sends
    one byte now and then would be read for ever, head and body alike.
    """

    def __init__(self, sock: Any, time_left: Callable[[], float]) -> None:
        self._sock = sock
        self._time_left = time_left
        self._stream = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._time_left())
        read: int | None = self._stream.readinto(buffer)
        return read

    def close(self) -> None:
        self._stream.close()
        super().close()


class _Measured(io.BufferedReader):
    """A reader that is always told how much: a chunk of minus one byte would be all that comes."""

    def read(self, size: int | None = None, /) -> bytes:
        if size is None or size < 0:
            raise HttpFailure("应答的块长度是负数")
        return super().read(size)


class _Readable:
    """What a reply reads from: as a socket it only makes the file."""

    def __init__(self, sock: Any, time_left: Callable[[], float]) -> None:
        self._sock = sock
        self._time_left = time_left

    def makefile(self, _mode: str) -> io.BufferedReader:
        return _Measured(_UntilDeadline(self._sock, self._time_left), _BUFFER)


class _Reply(http.client.HTTPResponse):
    """A reply behind all interim ones, of which the library knows but one."""

    def _read_status(self) -> tuple[str, int, str]:
        while True:
            version, status, reason = super()._read_status()  # type: ignore[misc]
            if status == 101 or not 100 < status < 200:
                return version, status, reason
            while self.fp.readline(_LONGEST_LINE).strip():
                pass


class _Connection(HTTPConnection):
    """A connection on which everything that a request waits for ends with its deadline."""

    _end = 0.0
    _unsent: list[bytes] | None = None

    def exchange(
        self, target: str, headers: dict[str, str], body: bytes, end: float
    ) -> http.client.HTTPResponse:
        """The head of the reply to a request; its body is read before the next one is sent."""
        self._end = end
        # Head and body in one piece: two would be two packets.
        self._unsent = []
        try:
            http.client.HTTPConnection.request(self, "POST", target, body, headers)
            # Tracebacks show the locals of those who wait.
            pieces, self._unsent = [MaskedBytes(piece) for piece in self._unsent], None
            whole = sum(map(len, pieces)) < _MOST_AT_ONCE
            try:
                for piece in [MaskedBytes(b"".join(pieces))] if whole else pieces:
                    self.send(piece)
            except (BrokenPipeError, ConnectionResetError):
                pass  # the server may have refused a part, and say so
        finally:
            self._unsent = None
        return http.client.HTTPConnection.getresponse(self)

    def send(self, data: Any) -> None:
        """Send a piece of a request, or keep it until the request is whole."""
        if self._unsent is not None:
            self._unsent.append(data)
            return
        if self.sock is None:
            self.connect()
        # By itself, a TLS socket would give each of its records the whole time.
        sock: Any = self.sock
        rest = memoryview(data)
        while rest:
            sock.settimeout(self._time_left())
            rest = rest[sock.send(rest) :]

    def response_class(  # type: ignore[override]
        self, sock: Any, *args: Any, **options: Any
    ) -> Any:
        """The reply, read until the deadline."""
        return _Reply(_Readable(sock, self._time_left), *args, **options)  # type: ignore[arg-type]

    def connect(self) -> None:
        """Connect, tunnel and shake hands; until then, nothing was sent."""
        unsent, self._unsent = self._unsent, None  # what a tunnel says is not part of the request
        try:
            super().connect()
        except (OSError, http.client.HTTPException, HTTPError, ValueError) as error:
            raise _NotConnected from error
        finally:
            self._unsent = unsent

    def _time_left(self) -> float:
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        return left

    def _new_conn(self) -> socket.socket:
        """The first address that answers; all of them share the time."""
        failure: OSError | None = None
        found = socket.getaddrinfo(self._dns_host, self.port, type=socket.SOCK_STREAM)
        for family, kind, protocol, _, address in found:
            sock = socket.socket(family, kind, protocol)
            try:
                sock.settimeout(self._time_left())
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                sock.connect(address)
                sock.settimeout(self._time_left())
            except OSError as error:
                sock.close()
                failure = error
            else:
                return sock
        raise failure or OSError("no address")

    def _tunnel(self) -> None:
        self.sock.settimeout(self._time_left())
        try:
            super()._tunnel()
        except TimeoutError:
            raise
        except (OSError, http.client.HTTPException) as error:
            raise _NoTunnel from error
        self.sock.settimeout(self._time_left())


class _TlsConnection(  # pyright: ignore[reportIncompatibleVariableOverride]
    _Connection, HTTPSConnection
):
    """The same over TLS; a handshake ends with the timeout of the socket, as a whole."""

    def _connect_tls_proxy(self, hostname: str, sock: socket.socket) -> ssl.SSLSocket:
        outer: Any = super()._connect_tls_proxy(hostname, sock)
        receive = outer.recv

        def receive_in_time(size: int) -> Any:
            outer.settimeout(self._time_left())
            return receive(size)

        # TLS inside of it reads a record in many pieces, and each would have the whole time.
        outer.recv = receive_in_time
        return outer  # type: ignore[no-any-return]


def _check_framing(headers: http.client.HTTPMessage) -> None:
    """Refuse what different readers would cut in different places: somebody on the way tampers."""
    lengths = set(headers.get_all("Content-Length", ()))
    coding = headers.get("Transfer-Encoding")
    if len(lengths) > 1:
        raise HttpFailure("应答有两个不同的 Content-Length")
    if lengths and coding:
        raise HttpFailure("应答既有 Content-Length 又有 Transfer-Encoding")
    if not all(length.isascii() and length.isdecimal() for length in lengths):
        raise HttpFailure("应答的 Content-Length 不是数字")
    if coding and coding.strip().lower() != "chunked":
        raise HttpFailure("应答的 Transfer-Encoding 不是 chunked")


class Urllib3Transport:
    """Sends with the connections of urllib3, from any thread."""

    def __init__(self, settings: Settings) -> None:
        self._gateway = settings.gateway
        self._proxy = settings.proxy
        self._pool_size = settings.pool_size
        self._limit = settings.max_reply_bytes
        self._is_tunnelled = bool(settings.proxy) and settings.gateway.scheme == "https"
        self._ssl_context = settings.ssl_context
        if self._ssl_context is None and "https" in (self._gateway.scheme, self._scheme):
            self._ssl_context = ssl.create_default_context()
        # Without a TLS tunnel, a proxy is told the whole URL, and its account with every request.
        is_forwarded = bool(settings.proxy) and not self._is_tunnelled
        self._target = self._gateway.url if is_forwarded else self._gateway.target
        self._headers = proxy_headers(self._proxy) if is_forwarded else {}
        self._open()
        made_anew_by_forks(self)

    @property
    def _scheme(self) -> str:
        """How the first machine on the way is spoken to."""
        return self._proxy.scheme if self._proxy else self._gateway.scheme

    def _open(self) -> None:
        self._idle: deque[_Connection] = deque()
        # One ticket a connection; a queue hands them out faster than a semaphore.
        self._free: SimpleQueue[None] = SimpleQueue()
        for _ in range(self._pool_size):
            self._free.put(None)

    def send(self, request: HttpRequest, /) -> HttpReply:
        """Send once; HttpFailure if no reply comes."""
        end = monotonic() + request.timeout
        free, idle = self._free, self._idle  # a fork or a closing puts others in their place
        try:
            free.get(timeout=request.timeout)
        except Empty:
            raise no_free_connection(request.timeout) from None
        try:
            connection = self._connection(idle)
            try:
                reply = self._exchange(connection, request, end)
            except HttpFailure as error:
                failure = error
            except _NotConnected as error:
                failure = self._not_connected(error.__cause__, request.timeout)
            except TimeoutError:
                failure = no_reply(self._gateway, request.timeout)
            except (http.client.HTTPException, HTTPError, OSError, ValueError) as error:
                failure = broken_reply(self._gateway, error)
            except BaseException:  # somebody interrupts
                connection.close()
                raise
            else:
                # Behind what is no plain answer, another one may come, and be the next call's.
                if idle is self._idle and reply.status == 200:
                    idle.append(connection)
                else:
                    connection.close()
                return reply
            connection.close()
        finally:
            free.put(None)
        raise failure

    def _connection(self, idle: deque[_Connection]) -> _Connection:
        """The connection that was used last, or a new one."""
        try:
            connection = idle.pop()
        except IndexError:
            return self._new_connection()
        if connection.sock is None or connection.is_connected:
            return connection
        connection.close()
        return self._new_connection()

    def _exchange(self, connection: _Connection, request: HttpRequest, end: float) -> HttpReply:
        if self._is_tunnelled and connection.sock is None:
            self._set_tunnel(connection)
        headers = {**request.headers, **self._headers}
        with connection.exchange(self._target, headers, request.body, end) as reply:
            body = self._body(reply)
        encoding = reply.headers.get("Content-Encoding")
        content = decoded(body, encoding, self._limit) if encoding else body
        return HttpReply(reply.status, content, dict(reply.getheaders()))

    def _body(self, reply: http.client.HTTPResponse) -> bytes:
        """The body as it comes over the line, up to the limit."""
        _check_framing(reply.headers)
        announced = reply.length
        if announced is not None and announced > self._limit:
            raise too_large(self._limit)
        if announced is not None:
            return reply.read()
        body = bytearray()
        while len(body) <= self._limit:
            piece = reply.read(_CHUNK)
            if not piece:
                return bytes(body)
            body += piece
        raise too_large(self._limit)

    def _new_connection(self) -> _Connection:
        at = self._proxy or self._gateway
        host = at.host.strip("[]")
        options: dict[str, Any] = {}
        if self._proxy:
            manager = ProxyManager(self._proxy.origin, proxy_ssl_context=self._ssl_context)
            options = {"proxy": manager.proxy, "proxy_config": manager.proxy_config}
        if self._is_tunnelled or at.scheme == "https":
            return _TlsConnection(host, at.port, ssl_context=self._ssl_context, **options)
        return _Connection(host, at.port, **options)

    def _set_tunnel(self, connection: _Connection) -> None:
        connection.set_tunnel(
            self._gateway.host.strip("[]"),
            self._gateway.port,
            proxy_headers(self._proxy),
            self._scheme,
        )

    def _not_connected(self, error: BaseException | None, seconds: float) -> HttpFailure:
        match error:
            case _NoTunnel(__cause__=cause) if self._proxy and cause:
                told = _TUNNEL_STATUS.match(str(cause))
                if told:
                    return proxy_refuses(self._proxy, int(told[1]))
                return proxy_broke(self._proxy, cause)
            case TimeoutError():
                return connecting_took_too_long(self._gateway, seconds, self._proxy)
            case ssl.SSLError() | SSLError():
                return no_tls(self._gateway, error, self._proxy)
            case _:
                return no_connection(self._gateway, error, self._proxy)

    def after_fork(self) -> None:
        """Leave the connections to the parent; a forked process opens its own."""
        self.close()  # its own copies alone: nothing is said on the line
        self._open()

    def close(self) -> None:
        """Close all connections; those in use close when their calls end."""
        idle, self._idle = self._idle, deque()
        while idle:
            idle.pop().close()
