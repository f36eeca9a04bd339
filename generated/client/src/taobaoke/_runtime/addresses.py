"""Addresses of gateways and proxies: one strict parser for the check and for the connection.

What a lenient parser reads in two ways (a backslash, user info, an empty host) could pass the check
as one address and be connected to as another, and the session would go there in clear.
"""

import re
from typing import NamedTuple

from .masking import MaskedText

_HOST = r"(?P<host>[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\.?|\[[0-9A-Fa-f:.]+\])"
# Compiled when they are first asked for: few programs have all kinds of addresses.
_GATEWAY = (
    rf"(?i)(?P<scheme>https?)://{_HOST}(?::(?P<port>[0-9]{{1,5}}))?"
    r"(?P<target>(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(?:\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?)"
)
_PROXY = (
    rf"(?i)(?P<scheme>https?)://(?:(?P<account>[^@/?#\\\s]+)@)?{_HOST}"
    r"(?::(?P<port>[0-9]{1,5}))?/?"
)
_LOOPBACK = r"localhost|127\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}|\[::1\]"
_USUAL_PORTS = {"http": 80, "https": 443}
_HIGHEST_PORT = 65535


class Address(NamedTuple):
    """Where a gateway or a proxy is reached."""

    scheme: str
    host: str
    port: int
    target: str = "/"
    """Path and query."""
    account: MaskedText = MaskedText()
    """`user:password` for a proxy, still percent-encoded."""

    @property
    def secrets(self) -> tuple[str, ...]:
        """The password of a proxy, as it is and as it is sent."""
        from base64 import b64encode  # of use to failures only
        from urllib.parse import unquote

        account = unquote(self.account)
        return account.partition(":")[2], b64encode(account.encode()).decode()

    @property
    def is_loopback(self) -> bool:
        """Whether it is on this machine, where nobody else listens on the line."""
        return re.fullmatch(_LOOPBACK, self.host) is not None

    @property
    def origin(self) -> str:
        """Scheme, host and port, as messages name it."""
        return f"{self.scheme}://{self.host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole URL, without an account."""
        port = "" if self.port == _USUAL_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}{self.target}"


def parse_gateway(url: str) -> Address | None:
    """The address of a gateway; None if it is not strictly an http or https URL."""
    found = re.fullmatch(_GATEWAY, url)
    return _address(found, found["target"]) if found else None


def parse_proxy(url: str) -> Address | None:
    """The address of a proxy, with its account; None if it is not strictly one."""
    found = re.fullmatch(_PROXY, url)
    address = _address(found, "/") if found else None
    if found is None or address is None:
        return None
    return address._replace(account=MaskedText(found["account"] or ""))


def _address(found: re.Match[str], target: str) -> Address | None:
    scheme = found["scheme"].lower()
    port = int(found["port"] or _USUAL_PORTS[scheme])
    if not 0 < port <= _HIGHEST_PORT:
        return None
    if not target.startswith("/"):
        target = f"/{target}"
    return Address(scheme, found["host"].lower(), port, target)


def proxy_headers(proxy: Address | None) -> dict[str, str]:
    """What tells a proxy the account."""
    # Transports alone ask.
    from urllib.parse import unquote

    from urllib3.util import make_headers

    account = unquote(proxy.account) if proxy else None
    headers = make_headers(proxy_basic_auth=account or None)
    return {name: MaskedText(value) for name, value in headers.items()}
