"""The clients without their API methods."""

from __future__ import annotations

import time
import warnings
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar
from urllib.parse import urlencode, urlsplit

from .._product import USER_AGENT, RootError
from ..platform import (
    DEFAULT_GATEWAY,
    DEFAULT_SIGN_METHOD,
    ERROR_ROOT,
    GATEWAYS,
    RESPONSE_SUFFIX,
    SIGNING,
)
from .codes import refusal
from .errors import (
    GatewayError,
    InvalidAppKey,
    InvalidSignature,
    InvalidTimestamp,
    TransportError,
)
from .method import Files, Method, by_name
from .models import Response
from .paging import Origin
from .replies import decode_json
from .retry import RetryPolicy
from .signing import MASK, explain, sign
from .transport import AiohttpTransport, HttpReply, HttpRequest, UrllibTransport
from .values import GATEWAY_ZONE, moment_text

R = TypeVar("R", bound=Response)

_LONGEST_EXCERPT = 200
_SHORTEST_SECRET = 8
"""Shorter ones are ordinary words, of tests and of texts."""
_CALLER = 4
"""Frames from an exchange up to the code that called the method of the client."""
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def _gateway_url(gateway: str) -> str:
    url = GATEWAYS.get(gateway, gateway)
    parts = urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        return url
    known = "、".join(GATEWAYS)
    raise ValueError(f"gateway 应为 {known} 之一或 https 网址（本机可用 http），得到 {gateway!r}")


class _Configured:
    """Settings that both clients share, and the work that needs no I/O."""

    asynchronous: ClassVar[bool]

    def __init__(
        self,
        app_key: str,
        app_secret: str,
        *,
        session: str | None = None,
        gateway: str = DEFAULT_GATEWAY,
        sign_method: str = DEFAULT_SIGN_METHOD,
        timeout: float = 10.0,
        retries: RetryPolicy | None = None,
        partner_id: str | None = None,
        clock: Callable[[], float] = time.time,
        pool_size: int = 10,
        proxy: str | None = None,
    ) -> None:
        if not app_key or not app_secret:
            raise ValueError("app_key 与 app_secret 不能为空（环境变量没有设置？）")
        if sign_method not in SIGNING:
            raise ValueError(f"sign_method 应为 {'、'.join(SIGNING)} 之一，得到 {sign_method!r}")
        self.app_key = str(app_key)
        self.gateway = _gateway_url(gateway)
        self.sign_method = sign_method
        self.timeout = timeout
        self.retries = retries or RetryPolicy()
        self.clock_offset = 0.0
        """Seconds by which the gateway's clock is ahead, as far as learned."""
        self._secret = app_secret.encode()
        self._session = session
        self._partner_id = partner_id
        self._clock = clock
        self._pool_size = pool_size
        self._proxy = proxy

    def __repr__(self) -> str:
        return f"{type(self).__name__}(app_key={self.app_key!r}, gateway={self.gateway!r})"

    if not TYPE_CHECKING:  # or type checkers would take every name for good

        def __getattr__(self, name: str) -> Any:
            text = f"{type(self).__name__!r} object has no attribute {name!r}"
            if not name.startswith("_"):
                text += "；规范没有收录的 API 用 call(全名, 参数) 调用"
            raise AttributeError(text, name=name, obj=self)

    def explain_signature(
        self, method: str, arguments: Mapping[str, Any], *, session: str | None = None
    ) -> str:
        """Show how a call by name would be signed, with all secrets masked.

        逐步说明 `call(method, arguments)` 的签名过程，密钥与 session 以星号代替。已经得到
        InvalidSignature 时，它的 `explanation` 就是那次请求的签名过程。
        """
        generic = Method(method, Response)
        encoded = generic.encode(arguments, session=None, now=self.now())
        return self._explained({**encoded.parameters, **self.public_parameters(method, session)})

    def _explained(self, parameters: Mapping[str, str]) -> str:
        """How these parameters are signed, with all secrets masked."""
        return explain(parameters, self._secret, self.sign_method)

    def now(self) -> datetime:
        """The gateway's time.

        网关的当前时间。
        """
        return datetime.fromtimestamp(self._clock() + self.clock_offset, GATEWAY_ZONE)

    def public_parameters(self, method: str, session: str | None) -> dict[str, str]:
        """The parameters of every call, without the signature."""
        session = session or self._session
        return {
            "method": method,
            "app_key": self.app_key,
            "sign_method": self.sign_method,
            "timestamp": moment_text(self.now()),
            "format": "json",
            "v": "2.0",
            **({"session": session} if session else {}),
            **({"partner_id": self._partner_id} if self._partner_id else {}),
        }

    def build(
        self, method: str, parameters: Mapping[str, str], files: Files, timeout: float | None
    ) -> HttpRequest:
        """A signed request."""
        form = {**parameters, "sign": sign(parameters, self._secret, self.sign_method)}
        if files:
            body, content_type = _multipart(form, files)
        else:
            body = urlencode(form).encode()
            content_type = "application/x-www-form-urlencoded;charset=utf-8"
        headers = {
            "Content-Type": content_type,
            "Accept-Encoding": "gzip",
            "User-Agent": USER_AGENT,
        }
        seconds = self.timeout if timeout is None else timeout
        return HttpRequest(method, headers, body, seconds)

    def learn_clock(self, date: str | None) -> bool:
        """Take the gateway's time from the Date header of a reply."""
        try:
            server = parsedate_to_datetime(date or "").timestamp()
        except ValueError:
            return False
        self.clock_offset = server - self._clock()
        return True

    def masked(self, text: str, session: str | None) -> str:
        """A text of the gateway, in case that it repeats a secret."""
        for secret in (self._secret.decode(), session, self._session):
            if secret and len(secret) >= _SHORTEST_SECRET:
                text = text.replace(secret, MASK)
        return text


def _multipart(form: Mapping[str, str], files: Files) -> tuple[bytes, str]:
    from urllib3.filepost import encode_multipart_formdata

    parts = [(name, (file.name, file.content, file.media_type)) for name, file in files]
    return encode_multipart_formdata([*form.items(), *parts])


class _Exchange(Generic[R]):
    """One call from arguments to response, all attempts included, without any I/O."""

    def __init__(
        self,
        client: _Configured,
        method: Method[R],
        arguments: Mapping[str, Any],
        session: str | None,
        timeout: float | None,
    ) -> None:
        if method.successor:
            text = f"{method.name} 已废弃，请改用 {method.successor}"
            warnings.warn(text, DeprecationWarning, stacklevel=_CALLER)
        self._client = client
        self._method = method
        self._arguments = arguments
        self._session = session
        self._timeout = timeout
        given = session or client._session
        self._encoded = method.encode(arguments, session=given, now=client.now())
        self._parameters: Mapping[str, str] = {}
        self._attempt = 0
        self._reply: HttpReply | None = None
        self._clock_learned = False

    def request(self) -> HttpRequest:
        """The request of the next attempt."""
        self._attempt += 1
        name, (own, files) = self._method.name, self._encoded
        self._parameters = {**own, **self._client.public_parameters(name, self._session)}
        return self._client.build(name, self._parameters, files, self._timeout)

    def response(self, reply: HttpReply) -> R:
        """What the reply says, or the error that it tells."""
        self._reply = reply
        if reply.status != 200:
            passing = reply.status >= 500 or reply.status == 429
            raise self._unusable(f"HTTP 状态码 {reply.status}", passing=passing)
        try:
            body = decode_json(reply.body)
        except ValueError:
            raise self._unusable("正文不是 JSON", passing=True) from None
        if not isinstance(body, dict):
            raise self._unusable("正文不是 JSON 对象", passing=True)
        if ERROR_ROOT in body:
            raise self._refusal(body[ERROR_ROOT])
        response = self._method.read(self._content(body), self._client.now, self._masked)
        options = {"session": self._session, "timeout": self._timeout}
        response._origin = Origin(self._client, self._method, self._arguments, options)
        return response

    def _content(self, body: dict[str, Any]) -> dict[str, Any]:
        """What stands inside the root, also where a proxy renamed or removed it."""
        roots = [self._method.root, *(name for name in body if name.endswith(RESPONSE_SUFFIX))]
        content = next((body[root] for root in roots if root in body), body)
        return content if isinstance(content, dict) else {}

    def _refusal(self, raw: Any) -> GatewayError:
        body = raw if isinstance(raw, dict) else {}
        error = refusal(self._method, body, self._client.now(), self._masked)
        match error:
            case InvalidSignature():
                error.explanation = self._client._explained(self._parameters)
            case InvalidAppKey():
                error.gateway = self._client.gateway
        return error

    def _masked(self, text: str) -> str:
        return self._client.masked(text, self._session)

    def _unusable(self, reason: str, *, passing: bool) -> TransportError:
        assert self._reply is not None
        # Masked before it is cut, or a secret on the edge would show its first half.
        text = self._masked(self._reply.body.decode("utf-8", "replace"))
        return TransportError(
            self._method.name,
            reason,
            status=self._reply.status,
            excerpt=text[:_LONGEST_EXCERPT],
            passing=passing,
        )

    def pause_after(self, error: RootError) -> float | None:
        """Seconds to wait before the next attempt; None if there is none."""
        retries = self._client.retries
        if isinstance(error, InvalidTimestamp) and error.retry == "clock":
            date = self._reply.date if self._reply else None
            again = not self._clock_learned and self._client.learn_clock(date)
            self._clock_learned = True
            return 0.0 if again and self._attempt < retries.attempts else None
        return retries.pause(error, attempt=self._attempt, idempotent=self._method.idempotent)


class BaseClient(_Configured):
    """The synchronous client without its API methods; safe to share between threads."""

    asynchronous = False
    sleep: Callable[[float], object] = staticmethod(time.sleep)
    """Waits between attempts; may be replaced."""

    @cached_property
    def _transport(self) -> UrllibTransport:
        return UrllibTransport(self.gateway, self._pool_size, self._proxy)

    def call(
        self,
        method: str,
        arguments: Mapping[str, Any] | None = None,
        *,
        session: str | None = None,
        timeout: float | None = None,
    ) -> Response:
        """Call a method by name, also one that no spec knows.

        按全名调用任意 API，包括规范还没有收录的；返回的成员用 `response["名"]` 读取。
        列表以逗号连接，嵌套的 dict 与列表写成 JSON，`bytes` 或 `File` 作为文件上传。
        """
        return self._call(by_name(method), arguments or {}, session=session, timeout=timeout)

    def _call(
        self,
        method: Method[R],
        arguments: Mapping[str, Any],
        *,
        session: str | None,
        timeout: float | None,
    ) -> R:
        exchange = _Exchange(self, method, arguments, session, timeout)
        while True:
            try:
                return exchange.response(self._transport.send(exchange.request()))
            except (TransportError, GatewayError) as error:
                pause = exchange.pause_after(error)
                if pause is None:
                    raise
            self.sleep(pause)

    def close(self) -> None:
        """Close all connections.

        关闭全部连接。
        """
        transport = self.__dict__.pop("_transport", None)
        if transport is not None:
            transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


async def _sleep(seconds: float) -> None:
    import asyncio  # a third of the import time, and synchronous programs do without it

    await asyncio.sleep(seconds)


class BaseAsyncClient(_Configured):
    """The asynchronous client without its API methods; belongs to one event loop."""

    asynchronous = True
    sleep: Callable[[float], Awaitable[object]] = staticmethod(_sleep)
    """Waits between attempts; may be replaced."""

    @cached_property
    def _transport(self) -> AiohttpTransport:
        return AiohttpTransport(self.gateway, self._pool_size, self._proxy)

    async def call(
        self,
        method: str,
        arguments: Mapping[str, Any] | None = None,
        *,
        session: str | None = None,
        timeout: float | None = None,
    ) -> Response:
        """Call a method by name, also one that no spec knows.

        按全名调用任意 API，包括规范还没有收录的；返回的成员用 `response["名"]` 读取。
        列表以逗号连接，嵌套的 dict 与列表写成 JSON，`bytes` 或 `File` 作为文件上传。
        """
        return await self._call(by_name(method), arguments or {}, session=session, timeout=timeout)

    async def _call(
        self,
        method: Method[R],
        arguments: Mapping[str, Any],
        *,
        session: str | None,
        timeout: float | None,
    ) -> R:
        exchange = _Exchange(self, method, arguments, session, timeout)
        while True:
            try:
                return exchange.response(await self._transport.send(exchange.request()))
            except (TransportError, GatewayError) as error:
                pause = exchange.pause_after(error)
                if pause is None:
                    raise
            await self.sleep(pause)

    async def close(self) -> None:
        """Close all connections.

        关闭全部连接。
        """
        await self._transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
