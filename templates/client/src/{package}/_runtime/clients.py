"""The clients without their API methods."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast

from ..platform import DEFAULT_GATEWAY, DEFAULT_SIGN_METHOD, GatewayLike, SignMethod
from . import hints
from .masking import MaskedText
from .settings import Settings, changed, checked
from .shared import Shared

if TYPE_CHECKING:
    from .call import Call
    from .http import AsyncTransport, Transport
    from .method import Method
    from .models import Response

    R = TypeVar("R", bound=Response)

# What only a call needs is imported by the first one: many programs make a client and call nothing.


class _Configured:
    """Settings that both clients share, and the work that needs no I/O."""

    asynchronous: ClassVar[bool]
    _settings: Settings
    _shared: Shared

    def __init__(
        self,
        app_key: str,
        app_secret: str,
        *,
        session: str | None = None,
        gateway: GatewayLike = DEFAULT_GATEWAY,
        allow_http: bool = False,
        sign_method: SignMethod = DEFAULT_SIGN_METHOD,
        timeout: float = 10.0,
        deadline: float | None = None,
        retries: hints.RetryPolicy | None = None,
        limiter: hints.Limiter | None = None,
        account: str | None = None,
        partner_id: str | None = None,
        pool_size: int = 10,
        max_reply_bytes: int = 32 * 1024 * 1024,
        proxy: str | None = None,
        ssl_context: hints.SSLContext | None = None,
        transport: hints.Transport | hints.AsyncTransport | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        app_secret = cast(str, MaskedText.of(app_secret))
        session, proxy = MaskedText.of(session), MaskedText.of(proxy)
        self._settings = checked(
            type(self).__name__,
            app_key=app_key,
            app_secret=app_secret,
            session=session,
            gateway=gateway,
            allow_http=allow_http,
            sign_method=sign_method,
            timeout=timeout,
            deadline=deadline,
            retries=retries,
            limiter=limiter,
            account=account,
            partner_id=partner_id,
            pool_size=pool_size,
            max_reply_bytes=max_reply_bytes,
            proxy=proxy,
            ssl_context=ssl_context,
            transport=transport,
            clock=clock,
        )
        self._shared = Shared(self._new_transport)

    def _new_transport(self) -> Any:
        raise NotImplementedError

    def _call(
        self,
        method: Method[Any],
        arguments: Mapping[str, Any],
        *,
        session: str | None,
        timeout: float | None,
        written: Mapping[str, Any] | None = None,
    ) -> Any:
        raise NotImplementedError

    @property
    def app_key(self) -> str:
        """The key of the app.

        应用的 AppKey。
        """
        return self._settings.app_key

    @property
    def gateway(self) -> str:
        """The address of the gateway.

        网关的网址。
        """
        return self._settings.gateway.url

    def with_options(
        self,
        *,
        session: str | None = None,
        timeout: float | None = None,
        deadline: float | None = None,
        retries: hints.RetryPolicy | None = None,
    ) -> Self:
        """A copy with other options; it shares connections, limiter and retry quota.

        换了选项的副本，没有给出的不变；连接、限流器与重试配额仍然共用。

        Args:
            session: 用户授权
            timeout: 每次发送的超时秒数
            deadline: 一次调用连同全部重试与等待的期限，秒
            retries: 重试策略
        """
        session = MaskedText.of(session)
        given = {"session": session, "timeout": timeout, "deadline": deadline, "retries": retries}
        changes = {name: value for name, value in given.items() if value is not None}
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__)
        copy._settings = changed(type(self).__name__, self._settings, changes)
        return copy

    def explain_signature(
        self, method: str, arguments: Mapping[str, Any], *, session: str | None = None
    ) -> str:
        """Show how a call by name would be signed, with all secrets masked.

        逐步说明 `call(method, arguments)` 的签名过程，密钥与 session 以星号代替。已经得到
        InvalidSignature 时，它的 `explanation` 就是那次请求的签名过程。
        """
        from .call import explained

        session = MaskedText.of(session)
        return explained(self._settings, self._shared, method, arguments, session)

    def now(self) -> datetime:
        """The gateway's time.

        网关的当前时间。
        """
        from .call import gateway_time

        return gateway_time(self._settings, self._shared)

    def __repr__(self) -> str:
        if "_settings" not in self.__dict__:  # a traceback of wrong settings shows it half made
            return f"<{type(self).__name__}>"
        return f"{type(self).__name__}(app_key={self.app_key!r}, gateway={self.gateway!r})"

    def __reduce__(self) -> Any:
        raise TypeError(
            f"{type(self).__name__} holds secrets and connections / 客户端含有密钥与连接，"
            "不能 pickle 或复制：请在目标进程里新建，或用 with_options() 得到换了选项的副本"
        )

    def _new_call(
        self,
        method: Method[R],
        arguments: Mapping[str, Any],
        session: str | None,
        timeout: float | None,
        written: Mapping[str, Any] | None,
    ) -> Call[R]:
        from .call import Call

        encoded = None if written is None else method.encode_again(written)
        return Call(self._settings, self._shared, method, arguments, session, timeout, encoded)

    def _answer(
        self, call: Call[R], method: Method[R], session: str | None, timeout: float | None
    ) -> R:
        """The response, from which the pages behind it can be asked for."""
        from .paging import Origin

        response, attempts = call.result(), call.attempts
        again = partial(self._call, method, {}, session=session, timeout=timeout)
        origin = Origin(call.written, again, self.asynchronous)
        return response._answering(attempts=attempts, origin=origin)

    def __setattr__(self, name: str, value: object) -> None:
        if name.startswith("_") or hasattr(type(self), name):
            return super().__setattr__(name, value)
        text = f"{type(self).__name__} has no {name!r} to set / 客户端不能这样改设置"
        raise AttributeError(f"{text}：建立时给出，或用 with_options()", name=name, obj=self)

    if not TYPE_CHECKING:  # or type checkers would take every name for good

        def __getattr__(self, name: str) -> Any:
            text = f"{type(self).__name__!r} object has no attribute {name!r}"
            if not name.startswith("_"):
                text += "；规范没有收录的 API 用 call(全名, 参数) 调用"
            raise AttributeError(text, name=name, obj=self)


class BaseClient(_Configured):
    """The synchronous client without its API methods; safe to share between threads."""

    asynchronous = False
    sleep: Callable[[float], object] = staticmethod(time.sleep)
    """Waits between attempts; may be replaced."""

    def _new_transport(self) -> Transport:
        own: Transport | None = self._settings.transport
        if own is not None:
            return own
        from .urllib3_transport import Urllib3Transport

        return Urllib3Transport(self._settings)

    def call(
        self,
        method: str,
        arguments: Mapping[str, Any] | None = None,
        *,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.Response:
        """Call a method by name, also one that no spec knows.

        按全名调用任意 API，包括规范还没有收录的；返回的成员用 `response["名"]` 读取。
        列表以逗号连接，嵌套的 dict 与列表写成 JSON，`bytes` 或 `File` 作为文件上传。
        """
        from .method import by_name

        session = MaskedText.of(session)
        own = {} if arguments is None else arguments
        return self._call(by_name(method), own, session=session, timeout=timeout)

    def _call(
        self,
        method: Method[R],
        arguments: Mapping[str, Any],
        *,
        session: str | None,
        timeout: float | None,
        written: Mapping[str, Any] | None = None,
    ) -> R:
        call = self._new_call(method, arguments, session, timeout, written)
        while not call.is_over:
            if call.pause:
                self.sleep(call.pause)
            self._attempt(call)
        return self._answer(call, method, session, timeout)

    def _attempt(self, call: Call[Any]) -> None:
        limiter = self._settings.limiter
        try:
            if limiter is not None:
                call.waited(limiter.acquire(call.caller, deadline=call.patience, sleep=self.sleep))
            call.receive(self._shared.transport.send(call.request()))
        except Exception as error:
            call.fail(error)
        if limiter is not None and call.ban is not None:
            with call.noting_ban():
                limiter.ban(call.caller, *call.ban)

    def close(self) -> None:
        """Close all connections.

        关闭全部连接；再次调用会重新建立。
        """
        if self._shared.opened is not None:
            self._shared.opened.close()

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

    def _new_transport(self) -> AsyncTransport:
        own: AsyncTransport | None = self._settings.transport
        if own is not None:
            return own
        try:
            from .aiohttp_transport import AiohttpTransport
        except ModuleNotFoundError:
            from .errors import MissingPackage

            raise MissingPackage("AsyncClient", "aiohttp", "async") from None
        return AiohttpTransport(self._settings)

    async def call(
        self,
        method: str,
        arguments: Mapping[str, Any] | None = None,
        *,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.Response:
        """Call a method by name, also one that no spec knows.

        按全名调用任意 API，包括规范还没有收录的；返回的成员用 `response["名"]` 读取。
        列表以逗号连接，嵌套的 dict 与列表写成 JSON，`bytes` 或 `File` 作为文件上传。
        """
        from .method import by_name

        session = MaskedText.of(session)
        own = {} if arguments is None else arguments
        return await self._call(by_name(method), own, session=session, timeout=timeout)

    async def _call(
        self,
        method: Method[R],
        arguments: Mapping[str, Any],
        *,
        session: str | None,
        timeout: float | None,
        written: Mapping[str, Any] | None = None,
    ) -> R:
        call = self._new_call(method, arguments, session, timeout, written)
        while not call.is_over:
            if call.pause:
                await self.sleep(call.pause)
            await self._attempt(call)
        return self._answer(call, method, session, timeout)

    async def _attempt(self, call: Call[Any]) -> None:
        limiter = self._settings.limiter
        try:
            if limiter is not None:
                waited = limiter.acquire_async(
                    call.caller, deadline=call.patience, sleep=self.sleep
                )
                call.waited(await waited)
            call.receive(await self._shared.transport.send(call.request()))
        except Exception as error:
            call.fail(error)
        if limiter is not None and call.ban is not None:
            with call.noting_ban():
                await limiter.ban_async(call.caller, *call.ban)

    async def close(self) -> None:
        """Close all connections.

        关闭全部连接；再次调用会重新建立。
        """
        if self._shared.opened is not None:
            await self._shared.opened.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
