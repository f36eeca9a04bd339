"""The settings of a client, checked when they are given, all problems at once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from .._product import RootError
from ..platform import GATEWAYS, SIGNING
from .addresses import Address, parse_gateway, parse_proxy
from .checks import (
    choice_problems,
    count_problems,
    object_problems,
    seconds_problems,
    text_problems,
)
from .masking import MaskedBytes, MaskedText
from .shown import shown

if TYPE_CHECKING:
    import ssl

    from .http import AsyncTransport, Transport
    from .limiter import Limiter
    from .retry import RetryPolicy

_MOST_CONNECTIONS = 10000
_LONGEST_SHOWN = 120


class Settings(NamedTuple):
    """What a client was told."""

    app_key: str
    secret: MaskedBytes
    session: MaskedText | None
    gateway: Address
    proxy: Address | None
    sign_method: str
    timeout: float
    deadline: float | None
    retries: RetryPolicy | None
    limiter: Limiter | None
    account: str
    partner_id: str | None
    pool_size: int
    max_reply_bytes: int
    ssl_context: ssl.SSLContext | None
    transport: Any
    clock: Callable[[], float]


def checked(
    of: str,
    *,
    app_key: str,
    app_secret: str,
    session: str | None,
    gateway: str,
    allow_http: bool,
    proxy: str | None,
    sign_method: str,
    timeout: float,
    deadline: float | None,
    retries: RetryPolicy | None,
    limiter: Limiter | None,
    account: str | None,
    partner_id: str | None,
    pool_size: int,
    max_reply_bytes: int,
    ssl_context: ssl.SSLContext | None,
    transport: Transport | AsyncTransport | None,
    clock: Callable[[], float],
) -> Settings:
    """The settings, or one InvalidSettings with every problem."""
    at, via = _gateway(gateway), _proxy(proxy)
    problems = [
        *text_problems("app_key", app_key),
        *text_problems("app_secret", app_secret, secret=True),
        *(() if session is None else text_problems("session", session, secret=True)),
        *_gateway_problems(gateway, at, allow_http),
        *choice_problems("allow_http", allow_http, (True, False)),
        *_proxy_problems(proxy, via),
        *choice_problems("sign_method", sign_method, tuple(SIGNING)),
        *seconds_problems("timeout", timeout),
        *(() if deadline is None else seconds_problems("deadline", deadline)),
        *_retry_problems(retries),
        *object_problems("limiter", limiter, " Limiter", "acquire", "acquire_async", "ban"),
        *(() if account is None else text_problems("account", account)),
        *(() if partner_id is None else text_problems("partner_id", partner_id)),
        *count_problems("pool_size", pool_size, _MOST_CONNECTIONS),
        *count_problems("max_reply_bytes", max_reply_bytes, sys.maxsize - 1),
        *_context_problems(ssl_context),
        *object_problems(
            "transport", transport, "有 send 与 close 两个方法的传输层", "send", "close"
        ),
        *(() if callable(clock) else ["clock：应为返回 Unix 秒数的函数"]),
    ]
    if problems or at is None:
        raise invalid(of, problems)
    return Settings(
        app_key=app_key,
        secret=MaskedBytes(app_secret.encode()),
        session=None if session is None else MaskedText(session),
        gateway=at,
        proxy=via,
        sign_method=sign_method,
        timeout=timeout,
        deadline=deadline,
        retries=retries,
        limiter=limiter,
        account=account or app_key,
        partner_id=partner_id,
        pool_size=pool_size,
        max_reply_bytes=max_reply_bytes,
        ssl_context=ssl_context,
        transport=transport,
        clock=clock,
    )


def changed(of: str, settings: Settings, changes: dict[str, Any]) -> Settings:
    """The settings with those changed that a copy of a client may change."""
    problems: list[str] = []
    for name, value in changes.items():
        match name:
            case "session":
                problems += text_problems(name, value, secret=True)
            case "retries":
                problems += _retry_problems(value)
            case _:
                problems += seconds_problems(name, value)
    if problems:
        raise invalid(of, problems)
    return settings._replace(**changes)


def invalid(of: str, problems: list[str]) -> RootError:
    """The error that tells all problems."""
    from .errors import InvalidSettings  # not needed by programs that set everything right

    return InvalidSettings(of, tuple(problems))


def _gateway(given: object) -> Address | None:
    return parse_gateway(GATEWAYS.get(given, given)) if isinstance(given, str) else None


def _gateway_problems(given: object, at: Address | None, allow_http: bool) -> Iterator[str]:
    known = "、".join(GATEWAYS)
    if at is None:
        has_account = isinstance(given, str) and "@" in given  # perhaps with a password
        told = "含有 @ 的网址" if has_account else shown(given, _LONGEST_SHOWN)
        yield (
            f"gateway：应为 {known} 之一，或 https://主机[:端口]/路径 形式的网址"
            f"（不能有用户名、反斜线、空白或 #），得到 {told}"
        )
    elif at.scheme == "http" and not at.is_loopback and not allow_http:
        yield (
            f"gateway：{at.url} 不加密，session 会被旁人看到；请用 https，"
            "只在可信的内部网络（如容器之间的模拟网关）才给出 allow_http=True"
        )


def _proxy(given: object) -> Address | None:
    return parse_proxy(given) if isinstance(given, str) else None


def _proxy_problems(given: object, via: Address | None) -> Iterator[str]:
    if given is not None and via is None:  # not shown: it may hold a password
        yield "proxy：应为 http://[用户:密码@]主机:端口 形式的网址（也可用 https；不支持 socks）"


def _retry_problems(value: object) -> Iterator[str]:
    yield from object_problems("retries", value, " RetryPolicy", "retry")


def _context_problems(value: object) -> Iterator[str]:
    if value is not None:
        import ssl  # a quarter of the time that it takes to make a client

        if not isinstance(value, ssl.SSLContext):
            yield f"ssl_context：应为 ssl.SSLContext，得到 {type(value).__name__}"
