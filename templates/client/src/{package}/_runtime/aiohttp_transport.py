"""The asynchronous transport: aiohttp, with one deadline over all that a request waits for."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import unquote

import aiohttp
from urllib3.util import make_headers
from yarl import URL

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
from .masking import MaskedText
from .settings import Settings

_NO_TIMEOUT = aiohttp.ClientTimeout(total=None, connect=None, sock_connect=None, sock_read=None)
"""The library would count from the connection on, and round up; the deadline counts all."""


class _Progress:
    """How far a request has come; the library's tracing tells."""

    __slots__ = ("connected", "free")

    def __init__(self) -> None:
        self.free = False
        self.connected = False


async def _note_connection(_session: Any, context: Any, _params: Any) -> None:
    context.trace_request_ctx.connected = True


def _tracing() -> aiohttp.TraceConfig:
    tracing = aiohttp.TraceConfig()
    tracing.on_connection_create_end.append(_note_connection)
    tracing.on_connection_reuseconn.append(_note_connection)
    tracing.freeze()
    return tracing


class AiohttpTransport:
    """Sends with aiohttp, on the event loop of the first request."""

    def __init__(self, settings: Settings) -> None:
        self._gateway = gateway = settings.gateway
        self._proxy = proxy = settings.proxy
        self._pool_size = settings.pool_size
        self._ssl_context = settings.ssl_context
        self._limit = settings.max_reply_bytes
        account = proxy.account if proxy else ""
        self._proxy_headers = {
            name: MaskedText(value)
            for name, value in make_headers(proxy_basic_auth=unquote(account) or None).items()
        }
        # Without a TLS tunnel there is one request only, and the proxy reads its headers.
        self._headers = self._proxy_headers if gateway.scheme == "http" else {}
        self._url = URL(gateway.url, encoded=True)
        self._session: aiohttp.ClientSession | None = None
        self._of_parent: list[aiohttp.ClientSession] = []
        self._loop: asyncio.AbstractEventLoop
        self._free: asyncio.Semaphore
        made_anew_by_forks(self)

    async def send(self, request: HttpRequest, /) -> HttpReply:
        """Send once; HttpFailure if no reply comes."""
        session = self._session or self._open()
        if self._loop is not asyncio.get_running_loop():
            raise WrongEventLoop
        progress = _Progress()
        try:
            async with asyncio.timeout(request.timeout), self._free:
                progress.free = True
                return await self._exchange(session, request, progress)
        except HttpFailure as error:
            failure = error
        except TimeoutError:
            failure = self._too_late(progress, request.timeout)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = self._failure(error, progress)
        raise failure

    async def _exchange(
        self, session: aiohttp.ClientSession, request: HttpRequest, progress: _Progress
    ) -> HttpReply:
        async with session.post(
            self._url,
            data=request.body,
            headers={**request.headers, **self._headers},
            timeout=_NO_TIMEOUT,
            allow_redirects=False,
            proxy=self._proxy and self._proxy.origin,
            proxy_headers=self._proxy_headers or None,
            trace_request_ctx=progress,
        ) as reply:
            body = await self._body(reply)
            encoding = reply.headers.get("Content-Encoding")
            content = decoded(body, encoding, self._limit) if encoding else body
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
            case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientConnectorSSLError():
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
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, ssl=self._ssl_context or True),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trace_configs=[_tracing()],
        )
        return self._session

    def after_fork(self) -> None:
        """Leave the connections to the parent; a forked process opens its own."""
        if self._session is not None:
            # Kept, for collecting it would close what the parent still uses.
            self._of_parent.append(self._session)
            self._session = None

    async def close(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None
