"""The synchronous transport: urllib3, with one deadline over all that a request waits for."""

from __future__ import annotations

import io
import re
import socket
import ssl
import threading
from collections.abc import Callable
from http.client import HTTPException
from time import monotonic
from typing import Any
from urllib.parse import unquote

import urllib3
from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, SSLError
from urllib3.exceptions import TimeoutError as Urllib3Timeout
from urllib3.util import make_headers

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
from .masking import MaskedText
from .settings import Settings

_SHORTEST_WAIT = 1e-6
"""Zero would make a socket non-blocking instead of late."""
_CHUNK = 65536
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
        return _Measured(_UntilDeadline(self._sock, self._time_left))


class _WithDeadline(HTTPConnection):
    """A connection whose timeout is the end of all waiting, not the limit of each.

    The pool sets `timeout` to what is left before it connects, sends and receives.
    """

    _end = 0.0

    def _start(self) -> None:
        self._end = monotonic() + (self.timeout or 0.0)

    def _time_left(self) -> float:
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        return left

    def request(self, *args: Any, **options: Any) -> None:
        """Send a request."""
        self._start()
        super().request(*args, **options)

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]
        """The head of the reply; its body comes through the same stream."""
        self._start()
        return super().getresponse()

    def response_class(  # type: ignore[override]
        self, sock: Any, *args: Any, **options: Any
    ) -> Any:
        """The reply, read until the deadline."""
        readable: Any = _Readable(sock, self._time_left)
        return super().response_class(readable, *args, **options)

    def connect(self) -> None:
        """Connect, tunnel and shake hands; until then, nothing was sent."""
        self._start()
        try:
            super().connect()
        except (OSError, HTTPError, ValueError) as error:
            raise _NotConnected from error

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
        except (OSError, HTTPException) as error:
            raise _NoTunnel from error
        self.sock.settimeout(self._time_left())


class _WithDeadlineAndTls(  # pyright: ignore[reportIncompatibleVariableOverride]
    _WithDeadline, HTTPSConnection
):
    """The same over TLS; a handshake ends with the timeout of the socket, as a whole."""


class Urllib3Transport:
    """Sends with urllib3, from any thread."""

    def __init__(self, settings: Settings) -> None:
        self._gateway = gateway = settings.gateway
        self._proxy = proxy = settings.proxy
        self._pool_size = settings.pool_size
        self._ssl_context = settings.ssl_context
        self._limit = settings.max_reply_bytes
        # Without a TLS tunnel, a proxy is told the whole URL.
        untunnelled = proxy and gateway.scheme == "http"
        self._target = gateway.url if untunnelled else gateway.target
        self._open()
        made_anew_by_forks(self)

    def _open(self) -> None:
        self._free = threading.BoundedSemaphore(self._pool_size)
        self._pool = self._new_pool()

    def _new_pool(self) -> urllib3.HTTPConnectionPool:
        pool = self._plain_pool()
        https = self._gateway.scheme == "https"
        connection: Any = _WithDeadlineAndTls if https else _WithDeadline
        pool.ConnectionCls = connection
        return pool

    def _plain_pool(self) -> urllib3.HTTPConnectionPool:
        at = self._gateway
        options: dict[str, Any] = {"maxsize": self._pool_size}
        if at.scheme == "https":
            options["ssl_context"] = self._ssl_context or ssl.create_default_context()
        if self._proxy:
            via = self._proxy
            account = {
                name: MaskedText(value)
                for name, value in make_headers(proxy_basic_auth=unquote(via.account)).items()
            }
            manager = urllib3.ProxyManager(
                via.origin, proxy_headers=account, proxy_ssl_context=self._ssl_context, **options
            )
            return manager.connection_from_host(at.host, at.port, at.scheme)
        pool = urllib3.HTTPSConnectionPool if at.scheme == "https" else urllib3.HTTPConnectionPool
        return pool(at.host, at.port, **options)

    def send(self, request: HttpRequest, /) -> HttpReply:
        """Send once; HttpFailure if no reply comes."""
        end = monotonic() + request.timeout
        free = self._free
        if not free.acquire(timeout=request.timeout):
            raise no_free_connection(request.timeout)
        try:
            reply, failure = None, None
            try:
                reply = self._pool.urlopen(
                    "POST",
                    self._target,
                    body=request.body,
                    headers=request.headers,
                    timeout=max(end - monotonic(), _SHORTEST_WAIT),
                    retries=False,
                    redirect=False,
                    assert_same_host=False,
                    preload_content=False,
                    decode_content=False,
                )
                body = self._body(reply)
                encoding = reply.headers.get("Content-Encoding")
                content = decoded(body, encoding, self._limit) if encoding else body
                return HttpReply(reply.status, content, reply.headers)
            except HttpFailure as error:
                failure = error
            except _NotConnected as error:
                failure = self._not_connected(error.__cause__, request.timeout)
            except (Urllib3Timeout, TimeoutError):
                failure = no_reply(self._gateway, request.timeout)
            except (HTTPError, OSError, ValueError) as error:
                failure = broken_reply(self._gateway, error)
            if reply is not None:
                reply.close()
            raise failure
        finally:
            free.release()

    def _body(self, reply: urllib3.BaseHTTPResponse) -> bytes:
        """The body as it comes over the line, up to the limit."""
        announced = reply.length_remaining
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
        self._open()

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()
        self._pool = self._new_pool()
