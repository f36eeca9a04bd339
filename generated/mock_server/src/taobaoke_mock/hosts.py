"""Under which names the mock may be called.

A page in a browser can let a name of its own point to this machine (DNS rebinding) and would then
read whatever the mock answers: the name that the browser asked for gives it away. A page of
another site may also send without reading, and so move clock and orders: its origin tells.
"""

import functools
import ipaddress
import re
from collections.abc import Collection

from .http import Reply, Request, plain


def refusal(request: Request, allowed: Collection[str]) -> Reply | None:
    """The reply to a request for a name that is not served; None if it is."""
    origin = request.headers.get("origin")
    if origin is not None and not _is_served(origin.partition("://")[2], allowed):
        return plain(
            f"网页 {origin!a} 不能调用：只有本机的和 --allow-host 给出的可以\n"
            "a page of another site may not call: use one of localhost, or --allow-host\n",
            403,
        )
    host = request.headers.get("host", "")
    if _is_served(host, allowed):
        return None
    return plain(
        f"这里不提供 {host!a}：只提供本机的名字和 --allow-host 给出的名字\n"
        f"this name is not served: use localhost, or start with --allow-host {_name(host)!a}\n",
        421,
    )


def _is_served(host: str, allowed: Collection[str]) -> bool:
    return _is_own(host) or _name(host) in allowed


@functools.lru_cache(64)
def _is_own(host: str) -> bool:
    return is_loopback(_name(host))


def is_loopback(name: str) -> bool:
    """Whether a host's name or address means this machine."""
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def checked_name(text: str) -> str:
    """A name or an address as a caller may give it; ValueError if it is anything else."""
    name = text.lower().removeprefix("[").removesuffix("]")
    try:
        ipaddress.ip_address(name)
    except ValueError:
        if not _NAME(name):
            raise ValueError(
                f"{text!r} 不是主机名：不带 http://、端口和路径，如 mock.test "
                "(a name like mock.test, without scheme, port and path)"
            ) from None
    return name


_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?").fullmatch


def _name(host: str) -> str:
    """The name in a Host header, without the port and in lower case."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.rpartition(":")[0].lower() if host.count(":") == 1 else host.lower()
