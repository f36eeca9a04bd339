"""Signatures, and the reason why one is wrong."""

import hashlib
import hmac
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote_plus

from .errors import Hint
from .knowledge import platform

MASK = "***"
DEFAULT_METHOD = "md5"
"""What calls without sign_method are signed with."""

_Sign = Callable[[bytes, bytes], bytes]
_ALGORITHMS: dict[str, _Sign] = {
    "md5": lambda secret, text: hashlib.md5(secret + text + secret).digest(),  # noqa: S324
    "hmac_md5": lambda secret, text: hmac.digest(secret, text, "md5"),
    "hmac_sha256": lambda secret, text: hmac.digest(secret, text, "sha256"),
}


def joined(parameters: Mapping[str, str]) -> str:
    """The text that is signed: names and values in the order of the names."""
    return "".join(name + parameters[name] for name in sorted(parameters))


def sign(parameters: Mapping[str, str], secret: str) -> str:
    """The signature of a call, by its own sign_method."""
    method = parameters.get("sign_method", DEFAULT_METHOD)
    return _digest(method, secret.encode(), joined(parameters).encode())


def is_signed(parameters: Mapping[str, str], secret: str) -> bool:
    """Whether the parameter sign is right; empty values may be signed or left out."""
    if parameters.get("sign_method", DEFAULT_METHOD) not in platform()["signing"]:
        return False
    rest = _unsigned(parameters)
    filled = {name: value for name, value in rest.items() if value}
    return parameters["sign"] in (sign(rest, secret), sign(filled, secret))


def shown_text(parameters: Mapping[str, str], secret: str) -> str:
    """The text that the server signed, without anything secret."""
    masked = {**_unsigned(parameters)}
    if "session" in masked:
        masked["session"] = MASK
    text = joined(masked).replace(secret, MASK)
    digest = parameters.get("sign_method", DEFAULT_METHOD)
    return f"{MASK}{text}{MASK}" if digest == DEFAULT_METHOD else text


def explain(parameters: Mapping[str, str], secret: str) -> Hint:
    """Why the signature is wrong: the usual mistakes are tried one by one."""
    method = parameters.get("sign_method", DEFAULT_METHOD)
    if method not in platform()["signing"]:
        known = "、".join(platform()["signing"])
        return Hint(f"sign_method 只能是 {known}", f"unknown sign_method {method!r}")
    given = parameters["sign"]
    length = len(_digest(method, b"", b""))
    for hint, text in _mistakes(parameters, method, secret):
        if text == given.upper():
            return hint
    if len(given) != length:
        return Hint(
            f"sign 应为 {length} 位十六进制，收到 {len(given)} 位；核对 sign_method 与所用算法",
            f"sign has {len(given)} characters, {method} gives {length}",
        )
    return Hint(
        "AppSecret 不同，或签名之后改动了参数；请与 X-Mock-Signed 里的串逐字比较",
        "another AppSecret, or a value changed after signing; compare with X-Mock-Signed",
    )


def _mistakes(
    parameters: Mapping[str, str], method: str, secret: str
) -> Iterator[tuple[Hint, str]]:
    """The signatures that the usual mistakes give."""
    rest = _unsigned(parameters)
    key = secret.encode()

    def signed(text: str, encoding: str = "utf-8") -> str:
        return _digest(method, key, text.encode(encoding, "replace"))

    yield Hint("签名须为大写十六进制", "the signature must be upper case"), sign(rest, secret)
    for name in rest:
        others = {other: value for other, value in rest.items() if other != name}
        yield Hint(f"{name} 未参与签名", f"{name} was not signed"), signed(joined(others))
    for other in platform()["signing"]:
        if other != method:
            yield (
                Hint(
                    f"按 {other} 签名，却声明 {method}", f"signed with {other}, not with {method}"
                ),
                _digest(other, key, joined(rest).encode()),
            )
    yield (
        Hint("参数须按名称排序后拼接", "the parameters were not sorted by name"),
        signed("".join(name + value for name, value in rest.items())),
    )
    yield (
        Hint("签名要用编码之前的值", "values were URL-encoded before signing"),
        signed(joined({name: quote_plus(value) for name, value in rest.items()})),
    )
    yield (
        Hint("拼接时不要加 = 和 &", "joined as key=value&…; join without = and &"),
        signed("&".join(f"{name}={rest[name]}" for name in sorted(rest))),
    )
    yield (
        Hint("签名须用 UTF-8 编码", "signed in GBK instead of UTF-8"),
        signed(joined(rest), "gbk"),
    )
    yield (
        Hint("MD5 要在首尾都拼上 AppSecret", "the secret belongs before and behind the text"),
        hashlib.md5(key + joined(rest).encode()).hexdigest().upper(),  # noqa: S324
    )


def _unsigned(parameters: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in parameters.items() if name != "sign"}


def _digest(method: str, secret: bytes, text: bytes) -> str:
    return _ALGORITHMS[platform()["signing"][method]](secret, text).hex().upper()
