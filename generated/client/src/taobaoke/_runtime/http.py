"""HTTP as the clients need it: one request, one reply, and the protocol of what carries them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

_MOST_MEMBERS = 99
"""Of one gzip; each costs a copy of all that follows, and nobody makes more than a few."""


class HttpRequest(NamedTuple):
    """What is sent with POST.

    用 POST 发出的一次请求；`body` 含密钥的签名与 session，不要写进日志。
    """

    url: str
    headers: Mapping[str, str]
    body: bytes
    timeout: float
    """从等候连接到读完应答总共可用的秒数。"""


class HttpReply(NamedTuple):
    """What came back.

    收到的应答；`body` 是解压后的正文，`headers` 至少要有平台给出的 Date 与 Retry-After。
    """

    status: int
    body: bytes
    headers: Mapping[str, str] = {}

    def __repr__(self) -> str:
        """Without the body: a page of an error may repeat what was sent."""
        return f"{type(self).__name__}(status={self.status!r}, body=<{len(self.body)} bytes>)"

    def header(self, name: str) -> str | None:
        """A header, however its name is spelt."""
        wanted = name.lower()
        for key, text in self.headers.items():
            if isinstance(key, str) and key.lower() == wanted:
                return text if isinstance(text, str) else None  # own transports give anything
        return None


class HttpFailure(Exception):  # noqa: N818
    """No reply came, or none that can be used.

    没有得到应答。`sent` 为 False 表示请求一定没有到达网关，`passing` 表示重发可能成功。
    """

    def __init__(self, reason: str, *, sent: bool = True, passing: bool = True) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sent = sent
        self.passing = passing


class Transport(Protocol):
    """Carries requests of the synchronous client; called from any thread.

    自带的传输层要有的两个方法；失败时抛出 HttpFailure。
    """

    def send(self, request: HttpRequest, /) -> HttpReply:
        """Send once, within the time of the request; HttpFailure if no reply comes."""
        ...

    def close(self) -> None:
        """Close all connections; a later request may open new ones."""
        ...


class AsyncTransport(Protocol):
    """Carries requests of the asynchronous client.

    自带的异步传输层要有的两个方法；失败时抛出 HttpFailure。
    """

    async def send(self, request: HttpRequest, /) -> HttpReply:
        """Send once, within the time of the request; HttpFailure if no reply comes."""
        ...

    async def close(self) -> None:
        """Close all connections; a later request may open new ones."""
        ...


def too_large(limit: int) -> HttpFailure:
    """The failure of a body that is longer than the client takes."""
    return HttpFailure(f"应答超过 {limit} 字节（上限由 max_reply_bytes 设定）", passing=False)


def decoded(body: bytes, encoding: str | None, limit: int) -> bytes:
    """A body without its content encoding; a bomb is given up once it passes the limit."""
    match (encoding or "identity").strip().lower():
        case "identity" | "":
            return body
        case "gzip" | "x-gzip":
            return _unzipped(body, limit)
        case other:
            raise HttpFailure(f"应答的 Content-Encoding 是 {other[:40]!r}，只能读 gzip")


def _unzipped(body: bytes, limit: int) -> bytes:
    import zlib

    parts: list[bytes] = []
    size = 0
    while body:
        if len(parts) == _MOST_MEMBERS:
            raise HttpFailure(f"应答的 gzip 超过 {_MOST_MEMBERS} 段", passing=False)
        member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            part = member.decompress(body, limit - size + 1)
        except zlib.error:
            raise HttpFailure("应答的 gzip 残缺") from None
        size += len(part)
        if size > limit:
            raise too_large(limit)
        if not member.eof:
            raise HttpFailure("应答的 gzip 残缺")
        parts.append(part)
        body = member.unused_data
    return b"".join(parts)
