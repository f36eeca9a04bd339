"""The asynchronous transport: aiohttp, with one deadline over all that a request waits for."""

from __future__ import annotations

import asyncio
from contextvars import ContextVar
from functools import partial
from io import BytesIO
from typing import Any

import aiohttp
from aiohttp.client_proto import ResponseHandler
from yarl import URL

from .addresses import proxy_headers
from .errors import WrongEventLoop
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
from .settings import Settings

_NO_TIMEOUT = aiohttp.ClientTimeout(total=None, connect=None, sock_connect=None, sock_read=None)
"""The library would count from the connection on, and round up; the deadline counts all."""

_LARGE = 1 << 20
"""The library wants larger bodies as files."""


class _Progress:
    """How far a request has come: what failed before it had a connection was not sent."""

    __slots__ = ("connected", "free")

    def __init__(self) -> None:
        self.free = False
        self.connected = False


_progress: ContextVar[_Progress] = ContextVar("progress")


class _Protocol(ResponseHandler):
    """A connection that is left after anything but a plain answer.

    Another answer may come behind it, and it would be the next call's.
    """

    async def read(self) -> tuple[Any, Any]:
        message, payload = await super().read()
        if message.code != 200:
            self.force_close()
        return message, payload


class _Connector(aiohttp.TCPConnector):
    """Connections that a forked process does not end, and that note who has got one."""

    is_of_parent = False

    def __del__(self, *_: Any) -> None:
        # Closing takes sockets out of the selector, which parent and child share.
        if not self.is_of_parent:
            super().__del__()

    async def connect(self, *args: Any, **options: Any) -> aiohttp.connector.Connection:
        connection = await super().connect(*args, **options)
        _progress.get().connected = True  # tracing tells it, too, and costs far more
        return connection

    def _release(self, key: Any, protocol: Any, *, should_close: bool = False) -> None:
        if should_close or protocol.should_close:
            # A server that does not answer says no farewell either; TLS would wait half a minute.
            protocol.abort()
        super()._release(key, protocol, should_close=should_close)


class AiohttpTransport:
    """Sends with aiohttp, on the event loop of the first request."""

    def __init__(self, settings: Settings) -> None:
        self._gateway = gateway = settings.gateway
        self._proxy = proxy = settings.proxy
        self._pool_size = settings.pool_size
        self._ssl_context = settings.ssl_context
        self._limit = settings.max_reply_bytes
        self._proxy_headers = proxy_headers(proxy)
        # Without a TLS tunnel there is one request only, and the proxy reads its headers.
        self._headers = self._proxy_headers if gateway.scheme == "http" else {}
        self._url = URL(gateway.url, encoded=True)
        self._session: aiohttp.ClientSession | None = None
        self._connector: _Connector
        self._of_parent: list[_Connector] = []
        self._loop: asyncio.AbstractEventLoop
        self._free: asyncio.Semaphore
        made_anew_by_forks(self)

    async def send(self, request: HttpRequest, /) -> HttpReply:
        """Send once; HttpFailure if no reply comes."""
        session = self._session or self._open()
        if self._loop is not asyncio.get_running_loop():
            raise WrongEventLoop
        progress = _Progress()
        _progress.set(progress)
        try:
            async with asyncio.timeout(request.timeout), self._free:
                progress.free = True
                if session.closed:  # by somebody else, while this call waited
                    session = self._session or self._open()
                return await self._exchange(session, request)
        except HttpFailure as error:
            failure = error
        except TimeoutError:
            failure = self._too_late(progress, request.timeout)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = self._failure(error, progress)
        raise failure

    async def _exchange(self, session: aiohttp.ClientSession, request: HttpRequest) -> HttpReply:
        body = request.body
        async with session.post(
            self._url,
            data=body if len(body) < _LARGE else BytesIO(body),
            headers={**request.headers, **self._headers},
            timeout=_NO_TIMEOUT,
            allow_redirects=False,
            proxy=self._proxy and self._proxy.origin,
            proxy_headers=self._proxy_headers or None,
        ) as reply:
            content = await self._body(reply)
            encoding = reply.headers.get("Content-Encoding")
            if encoding:
                content = decoded(content, encoding, self._limit)
            return HttpReply(reply.status, content, reply.headers)

    async def _body(self, reply: aiohttp.ClientResponse) -> bytes:
        """The body as it comes over the line, up to the limit."""
        announced = reply.content_length
        if announced is not None and announced > self._limit:
            reply.close()
            raise too_large(self._limit)
        if announced is not None:
            return await reply.read()
        body = bytearray()
        async for piece in reply.content.iter_any():
            body += piece
            if len(body) > self._limit:
                reply.close()
                raise too_large(self._limit)
        return bytes(body)

    def _too_late(self, progress: _Progress, seconds: float) -> HttpFailure:
        if not progress.free:
            return no_free_connection(seconds)
        if not progress.connected:
            return connecting_took_too_long(self._gateway, seconds, self._proxy)
        return no_reply(self._gateway, seconds)

    def _failure(self, error: Exception, progress: _Progress) -> HttpFailure:
        match error:
            case aiohttp.ClientSSLError():
                return no_tls(self._gateway, error, self._proxy)
            case aiohttp.ClientHttpProxyError() if self._proxy:
                return proxy_refuses(self._proxy, error.status)
            case aiohttp.ClientConnectorError():
                return no_connection(self._gateway, error.os_error, self._proxy)
            case _ if not progress.connected and self._proxy:
                return proxy_broke(self._proxy, error)
            case _ if not progress.connected:
                return no_connection(self._gateway, error, None)
            case _:
                return broken_reply(self._gateway, error)

    def _open(self) -> aiohttp.ClientSession:
        self._loop = asyncio.get_running_loop()
        self._free = asyncio.Semaphore(self._pool_size)
        self._connector = _Connector(limit=0, ssl=self._ssl_context or True)
        factory: Any = partial(_Protocol, loop=self._loop)
        self._connector._factory = factory
        self._session = aiohttp.ClientSession(
            connector=self._connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
        )
        return self._session

    def after_fork(self) -> None:
        """Leave the connections to the parent; a forked process opens its own."""
        if self._session is not None:
            self._connector.is_of_parent = True
            self._of_parent.append(self._connector)
            self._session.detach()
            self._session = None

    async def close(self) -> None:
        """Close all connections, once the calls in flight have ended."""
        session, self._session = self._session, None
        if session is None:
            return
        free = self._free  # a call that begins meanwhile opens a session with tickets of its own
        for _ in range(self._pool_size):
            await free.acquire()
        await session.close()
