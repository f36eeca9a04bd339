"""HTTP: one request, one reply. The libraries are imported when the first request is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import TransportError

if TYPE_CHECKING:
    import aiohttp
    import urllib3


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """What is sent with POST."""

    method: str
    """Name of the API method, for errors."""
    url: str
    headers: Mapping[str, str]
    body: bytes
    timeout: float


@dataclass(frozen=True, slots=True)
class HttpReply:
    """What came back."""

    status: int
    date: str | None
    body: bytes


class UrllibTransport:
    """Sends with urllib3, from any thread."""

    def __init__(self, pool_size: int) -> None:
        self._pool_size = pool_size
        self._pool: urllib3.PoolManager | None = None

    def send(self, request: HttpRequest) -> HttpReply:
        """Send once; TransportError if no reply comes."""
        import urllib3

        if self._pool is None:
            self._pool = urllib3.PoolManager(maxsize=self._pool_size, block=True)
        try:
            reply = self._pool.request(
                "POST",
                request.url,
                body=request.body,
                headers=request.headers,
                timeout=urllib3.Timeout(total=request.timeout),
                retries=False,
                redirect=False,
            )
            return HttpReply(reply.status, reply.headers.get("Date"), reply.data)
        except urllib3.exceptions.SSLError as error:
            reason = f"TLS 握手或证书校验失败（{error}）"
            raise TransportError(request.method, reason, sent=False, passing=False) from error
        except (
            urllib3.exceptions.NewConnectionError,
            urllib3.exceptions.ConnectTimeoutError,
        ) as error:
            reason = f"无法连接（{type(error).__name__}）"
            raise TransportError(request.method, reason, sent=False) from error
        except urllib3.exceptions.TimeoutError as error:
            reason = f"{request.timeout:g} 秒内没有应答"
            raise TransportError(request.method, reason) from error
        except urllib3.exceptions.HTTPError as error:
            reason = f"连接中断或应答残缺（{type(error).__name__}）"
            raise TransportError(request.method, reason) from error

    def close(self) -> None:
        """Close all connections."""
        if self._pool is not None:
            self._pool.clear()


class AiohttpTransport:
    """Sends with aiohttp, on the event loop of the first request."""

    def __init__(self, pool_size: int) -> None:
        self._pool_size = pool_size
        self._session: aiohttp.ClientSession | None = None

    async def send(self, request: HttpRequest) -> HttpReply:
        """Send once; TransportError if no reply comes."""
        try:
            import aiohttp
        except ImportError as error:
            hint = "AsyncClient 需要 aiohttp，请安装：pip install 'taobaoke[async]'"
            raise ImportError(hint) from error

        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._pool_size)
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar()
            )
        try:
            async with self._session.post(
                request.url,
                data=request.body,
                headers=request.headers,
                timeout=aiohttp.ClientTimeout(total=request.timeout),
                allow_redirects=False,
            ) as reply:
                return HttpReply(reply.status, reply.headers.get("Date"), await reply.read())
        except aiohttp.ClientConnectorCertificateError as error:
            reason = f"TLS 握手或证书校验失败（{error}）"
            raise TransportError(request.method, reason, sent=False, passing=False) from error
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            reason = f"无法连接（{type(error).__name__}）"
            raise TransportError(request.method, reason, sent=False) from error
        except TimeoutError as error:
            reason = f"{request.timeout:g} 秒内没有应答"
            raise TransportError(request.method, reason) from error
        except aiohttp.ClientError as error:
            reason = f"连接中断或应答残缺（{type(error).__name__}）"
            raise TransportError(request.method, reason) from error

    async def close(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None
