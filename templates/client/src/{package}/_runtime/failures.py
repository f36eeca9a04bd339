"""Why no reply came, in words that both transports share."""

from __future__ import annotations

import os

from .._product import MOCK
from .addresses import Address
from .http import HttpFailure

_UNTRUSTED = "CERTIFICATE_VERIFY_FAILED"
_NO_TLS = "WRONG_VERSION_NUMBER"
_HUNG_UP = "EOF occurred"
"""What OpenSSL says, in part."""
_ASYNCIO = "Connect call failed"
_WHO_ARE_YOU, _OF_SERVER = 407, 500


def no_connection(to: Address, error: BaseException | None, proxy: Address | None) -> HttpFailure:
    """The failure of a connection that did not come about, with the system's reason."""
    place = f"代理 {proxy.origin}" if proxy else to.origin
    hint = ""
    if (proxy or to).is_loopback and _is_refused(error):
        hint = (
            f"；本机没有程序在听，模拟网关 {MOCK} 在运行吗？" if not proxy else "；代理在运行吗？"
        )
    return HttpFailure(f"无法连接 {place}：{_cause(error)}{hint}", sent=False)


def no_free_connection(seconds: float) -> HttpFailure:
    """The failure of a call that waited in vain for other calls to end."""
    reason = f"{seconds:g} 秒内没有等到空闲的连接，可增大 pool_size"
    return HttpFailure(reason, sent=False)


def connecting_took_too_long(
    to: Address, seconds: float, proxy: Address | None = None
) -> HttpFailure:
    """The failure of a connection that did not come about in time."""
    place = f"代理 {proxy.origin}" if proxy else to.origin
    return HttpFailure(f"{seconds:g} 秒内没有连上 {place}", sent=False)


def no_tls(to: Address, error: BaseException, proxy: Address | None) -> HttpFailure:
    """The failure of a handshake; nothing was said yet."""
    said, hint = _cause(error), ""
    if _UNTRUSTED in said:
        hint = "；自己的 CA 请用 ssl_context 给出"
    elif _NO_TLS in said:
        hint = "；对方在这个端口上说的不是 TLS"
    through = f"（经过代理 {proxy.origin}）" if proxy else ""
    reason = f"与 {to.origin} 的 TLS 握手或证书校验失败{through}：{said}{hint}"
    return HttpFailure(reason, sent=False, passing=_HUNG_UP in said)


def proxy_refuses(proxy: Address, status: int) -> HttpFailure:
    """The failure of a tunnel that the proxy does not open."""
    hint = "；网址里的用户名或密码不对？" if status == _WHO_ARE_YOU else ""
    reason = f"代理 {proxy.origin} 拒绝打开通道：HTTP 状态码 {status}{hint}"
    return HttpFailure(reason, sent=False, passing=status >= _OF_SERVER)


def proxy_broke(proxy: Address, error: BaseException) -> HttpFailure:
    """The failure of a tunnel that broke before it stood."""
    reason = f"代理 {proxy.origin} 中断了连接，或说的不是 HTTP（{_cause(error)}）"
    return HttpFailure(reason, sent=False)


def no_reply(to: Address, seconds: float) -> HttpFailure:
    """The failure of a reply that did not come, or not to its end, in time."""
    return HttpFailure(f"{seconds:g} 秒内没有收到 {to.origin} 的完整应答")


def broken_reply(to: Address, error: BaseException) -> HttpFailure:
    """The failure of a connection that broke, or of a reply that is no HTTP."""
    return HttpFailure(f"与 {to.origin} 的连接中断或应答残缺（{_cause(error)}）")


def _cause(error: BaseException | None) -> str:
    """The system's own words for an error, the innermost that has some; else its name."""
    said = "未知原因"
    while error is not None:
        if isinstance(error, OSError) and error.strerror:
            if error.errno and _ASYNCIO in error.strerror:  # its own words, with the address
                return os.strerror(error.errno)
            return error.strerror
        said = type(error).__name__
        error = error.__cause__ or error.__context__ or _inner(error)
    return said


def _inner(error: BaseException) -> BaseException | None:
    """An error that a library put into the arguments of its own."""
    return next((part for part in reversed(error.args) if isinstance(part, BaseException)), None)


def _is_refused(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ConnectionRefusedError):
            return True
        error = error.__cause__ or error.__context__ or _inner(error)
    return False
