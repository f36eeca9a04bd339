"""HTTP: one request, one reply. The libraries are imported when the first request is sent.

A transport belongs to one gateway.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from .errors import TransportError

if TYPE_CHECKING:
    import asyncio

    import aiohttp
    import urllib3


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """What is sent with POST."""

    method: str
    """Name of the API method, for errors."""
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

    def __init__(self, url: str, pool_size: int, proxy: str | None) -> None:
        from urllib3.util import parse_url

        self._pool = _pool_manager(pool_size, proxy).connection_from_url(url)
        # Without a TLS tunnel, a proxy is told the whole URL.
        untunnelled = proxy and url.startswith("http:")
        self._target = url if untunnelled else parse_url(url).request_uri

    def send(self, request: HttpRequest) -> HttpReply:
        """Send once; TransportError if no reply comes."""
        import urllib3

        try:
            reply = self._pool.urlopen(
                "POST",
                self._target,
                body=request.body,
                headers=request.headers,
                timeout=urllib3.Timeout(total=request.timeout),
                retries=False,
                redirect=False,
                assert_same_host=False,
            )
            return HttpReply(reply.status, reply.headers.get("Date"), reply.data)
        except urllib3.exceptions.SSLError as error:
            reason = f"TLS 握手或证书校验失败（{error}）"
            raise TransportError(request.method, reason, sent=False, passing=False) from error
        except (
            urllib3.exceptions.NewConnectionError,
            urllib3.exceptions.ConnectTimeoutError,
            urllib3.exceptions.ProxyError,
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
        self._pool.close()


def _pool_manager(pool_size: int, proxy: str | None) -> urllib3.PoolManager:
    import urllib3

    address, account = _split_account(proxy)
    if address is None:
        return urllib3.PoolManager(maxsize=pool_size, block=True)
    return urllib3.ProxyManager(
        address, maxsize=pool_size, block=True, proxy_headers=_proxy_headers(account)
    )


def _proxy_headers(account: str) -> dict[str, str]:
    from urllib3.util import make_headers

    return make_headers(proxy_basic_auth=account) if account else {}


def _split_account(proxy: str | None) -> tuple[str | None, str]:
    """Address of a proxy and `user:password`, apart so that no error shows the password."""
    if proxy is None:
        return None, ""
    parts = urlsplit(proxy)
    account, _, host = parts.netloc.rpartition("@")
    return parts._replace(netloc=host).geturl(), unquote(account)


class AiohttpTransport:
    """Sends with aiohttp, on the event loop of the first request."""

    def __init__(self, url: str, pool_size: int, proxy: str | None) -> None:
        self._url = url
        self._pool_size = pool_size
        self._proxy, account = _split_account(proxy)
        self._proxy_headers = _proxy_headers(account)
        # Without a TLS tunnel there is one request only, and the proxy reads its headers.
        self._headers = self._proxy_headers if url.startswith("http:") else {}
        self._session: aiohttp.ClientSession | None = None
        self._loop: asyncio.AbstractEventLoop
        self._free: asyncio.Semaphore

    async def send(self, request: HttpRequest) -> HttpReply:
        """Send once; TransportError if no reply comes."""
        import asyncio

        try:
            import aiohttp
        except ImportError as error:
            hint = "AsyncClient 需要 aiohttp，请安装：pip install aiohttp"
            raise ImportError(hint) from error

        session = self._session or self._open()
        if self._loop is not asyncio.get_running_loop():
            raise RuntimeError(
                "AsyncClient 的连接属于另一个事件循环：请在每个循环里新建客户端，"
                "或在前一个循环结束之前先 await client.close()"
            )
        try:
            # Waiting for a free connection is not part of the timeout, as with urllib3.
            async with (
                self._free,
                session.post(
                    self._url,
                    data=request.body,
                    headers={**request.headers, **self._headers},
                    timeout=aiohttp.ClientTimeout(total=request.timeout),
                    allow_redirects=False,
                    proxy=self._proxy,
                    proxy_headers=self._proxy_headers,
                ) as reply,
            ):
                return HttpReply(reply.status, reply.headers.get("Date"), await reply.read())
        except aiohttp.ClientConnectorCertificateError as error:
            reason = f"TLS 握手或证书校验失败（{error}）"
            raise TransportError(request.method, reason, sent=False, passing=False) from error
        except aiohttp.ClientHttpProxyError as error:
            reason = f"代理拒绝（HTTP 状态码 {error.status}）"
            raise TransportError(request.method, reason, sent=False) from None
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            reason = f"无法连接（{type(error).__name__}）"
            raise TransportError(request.method, reason, sent=False) from error
        except TimeoutError as error:
            reason = f"{request.timeout:g} 秒内没有应答"
            raise TransportError(request.method, reason) from error
        except aiohttp.ClientError as error:
            reason = f"连接中断或应答残缺（{type(error).__name__}）"
            raise TransportError(request.method, reason) from error

    def _open(self) -> aiohttp.ClientSession:
        import asyncio

        import aiohttp

        self._loop = asyncio.get_running_loop()
        self._free = asyncio.Semaphore(self._pool_size)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=self._pool_size),
            cookie_jar=aiohttp.DummyCookieJar(),
        )
        return self._session

    async def close(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None
