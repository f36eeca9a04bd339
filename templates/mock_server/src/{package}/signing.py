"""Signatures, and the reason why one is wrong."""

import functools
import hashlib
import hmac
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import quote, quote_plus

from .errors import Hint
from .knowledge import platform

MASK = "***"
DEFAULT_METHOD = "md5"
"""What calls without sign_method are signed with."""

MOST_LEFT_OUT = 64
"""Of so many parameters it is tried whether one of them was not signed."""
LONGEST_TRIED = 100_000
"""Of longer texts only the mistakes that do not change the text are tried."""
LONGEST_SHOWN = 4000

_SESSIONS = re.compile(
    "((?i:" + "".join(f"(?:{char}|%{ord(char):x})" for char in "session") + r")=)[^&\r\n]+"
)
"""Those of a batch, where each call may have its own; names may be escaped."""


@functools.lru_cache(16)
def _keyed(secret: bytes, algorithm: str) -> hmac.HMAC:
    return hmac.new(secret, digestmod=algorithm)


def _hmac(secret: bytes, text: bytes, algorithm: str) -> bytes:
    """A copy of what has the key already takes half of the time."""
    keyed = _keyed(secret, algorithm).copy()
    keyed.update(text)
    return keyed.digest()


_Sign = Callable[[bytes, bytes], bytes]
_ALGORITHMS: dict[str, _Sign] = {
    "md5": lambda secret, text: hashlib.md5(secret + text + secret).digest(),  # noqa: S324
    "hmac_md5": lambda secret, text: _hmac(secret, text, "md5"),
    "hmac_sha256": lambda secret, text: _hmac(secret, text, "sha256"),
}


def joined(parameters: Mapping[str, str]) -> str:
    """The text that is signed: names and values in the order of the names."""
    return "".join([name + parameters[name] for name in sorted(parameters)])


def is_signed(parameters: Mapping[str, str], secret: bytes, body: bytes = b"") -> bool:
    """Whether the parameter sign is right; empty values may be signed or left out.

    `body` is what a batch signs behind its parameters.
    """
    method = parameters.get("sign_method", DEFAULT_METHOD)
    if method not in platform()["signing"]:
        return False
    given = parameters["sign"]
    text = "".join([name + parameters[name] for name in sorted(parameters) if name != "sign"])
    if _digest(method, secret, _encoded(text) + body) == given:
        return True
    filled = {name: value for name, value in _unsigned(parameters).items() if value}
    return _digest(method, secret, _encoded(joined(filled)) + body) == given


def shown_text(parameters: Mapping[str, str], secret: str, body: bytes = b"") -> str:
    """The text that the server signed, without anything secret."""
    masked = _unsigned(parameters)
    if masked.get("session"):
        masked["session"] = MASK
    behind = body[:LONGEST_SHOWN].decode("utf-8", "replace")
    text = joined(masked) + _SESSIONS.sub(rf"\1{MASK}", behind)
    text = text.replace(secret, MASK) if secret else text
    if len(text) > LONGEST_SHOWN:
        text = f"{text[:LONGEST_SHOWN]}..."
    digest = parameters.get("sign_method", DEFAULT_METHOD)
    return f"{MASK}{text}{MASK}" if digest == DEFAULT_METHOD else text


def explain(parameters: Mapping[str, str], secret: bytes, body: bytes = b"") -> Hint:
    """Why the signature is wrong: the usual mistakes are tried one by one."""
    method = parameters.get("sign_method", DEFAULT_METHOD)
    if method not in platform()["signing"]:
        known = "、".join(platform()["signing"])
        return Hint(f"sign_method 只能是 {known}", f"unknown sign_method {method[:20]!r}")
    given = parameters["sign"]
    for hint, signature in _mistakes(_unsigned(parameters), method, secret, body):
        if signature == given.upper():
            return hint
    length = len(_digest(method, b"", b""))
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
    rest: Mapping[str, str], method: str, secret: bytes, body: bytes
) -> Iterator[tuple[Hint, str]]:
    """The signatures that the usual mistakes give."""
    right = _encoded(joined(rest)) + body

    yield Hint("签名须为大写十六进制", "the signature must be upper case"), _digest(
        method, secret, right
    )
    for other in platform()["signing"]:
        if other != method:
            yield (
                Hint(
                    f"按 {other} 签名，却声明 {method}", f"signed with {other}, not with {method}"
                ),
                _digest(other, secret, right),
            )
    if len(right) > LONGEST_TRIED:
        return
    for hint, key in _other_secrets(secret):
        yield hint, _digest(method, key, right)
    for hint, plain in _other_places(method, secret, right):
        yield hint, plain
    for hint, text in _other_texts(rest):
        yield hint, _digest(method, secret, text + body)
    if body:
        yield Hint("正文未参与签名", "the body was not signed"), _digest(
            method, secret, _encoded(joined(rest))
        )


def _other_secrets(secret: bytes) -> Iterator[tuple[Hint, bytes]]:
    for ending in (b"\n", b"\r\n", b"\r"):
        yield Hint("AppSecret 末尾多了换行", "a line break stands behind the AppSecret"), (
            secret + ending
        )
    blanks = Hint("AppSecret 前后多了空格", "blanks stand around the AppSecret")
    for key in (secret + b" ", b" " + secret, b" " + secret + b" ", secret + b"\t"):
        yield blanks, key
    bare = secret.strip()
    if bare != secret:
        yield Hint("AppSecret 的空白也是它的一部分", "blanks of the AppSecret belong to it"), bare
    yield Hint("AppSecret 加了引号", "quotes stand around the AppSecret"), b'"' + secret + b'"'
    yield Hint("没有用 AppSecret", "signed without the AppSecret"), b""


def _other_places(method: str, secret: bytes, text: bytes) -> Iterator[tuple[Hint, str]]:
    """The secret in other places than the algorithm has it."""
    algorithm = platform()["signing"][method]
    if algorithm == "md5":
        for zh, en, content in (
            ("只在前面", "only before", secret + text),
            ("只在后面", "only behind", text + secret),
        ):
            yield (
                Hint(
                    f"MD5 要在首尾都拼上 AppSecret，现在{zh}有",
                    f"the secret belongs before and behind the text, it is {en} it",
                ),
                hashlib.md5(content).hexdigest().upper(),  # noqa: S324
            )
    else:
        yield (
            Hint("HMAC 不在首尾拼 AppSecret", "HMAC needs no secret around the text"),
            _digest(method, secret, secret + text + secret),
        )


def _other_texts(rest: Mapping[str, str]) -> Iterator[tuple[Hint, bytes]]:
    """Texts that are joined in other ways."""
    names = list(rest)
    if len(names) <= MOST_LEFT_OUT:
        for name in names:
            others = {other: value for other, value in rest.items() if other != name}
            yield Hint(f"{name} 未参与签名", f"{name} was not signed"), _encoded(joined(others))
    unsorted = Hint("参数须按名称排序后拼接", "the parameters were not sorted by name")
    yield unsorted, _encoded("".join(name + value for name, value in rest.items()))
    ignoring_case = sorted(names, key=str.lower)
    yield (
        Hint("排序要区分大小写", "names were sorted without regard to case"),
        _encoded("".join(name + rest[name] for name in ignoring_case)),
    )
    yield (
        Hint("参数名要与发送的一样大小写", "names were put into lower case before signing"),
        _encoded(joined({name.lower(): value for name, value in rest.items()})),
    )
    raw = Hint("签名要用编码之前的值", "values were URL-encoded before signing")
    yield raw, _encoded(
        joined({name: quote_plus(value, errors="replace") for name, value in rest.items()})
    )
    spaces = Hint(
        "签名要用编码之前的值（空格被编码成 %20）",
        "values were URL-encoded before signing (blanks as %20)",
    )
    for safe in ("", "/", "!'()*"):  # as RFC 3986, as Python, as JavaScript
        yield spaces, _encoded(
            joined(
                {name: quote(value, safe=safe, errors="replace") for name, value in rest.items()}
            )
        )
    yield (
        Hint(
            "签名要用原来的值，不去掉首尾的空格", "blanks around values were dropped before signing"
        ),
        _encoded(joined({name: value.strip() for name, value in rest.items()})),
    )
    printed = {name: _as_javascript_prints(value) for name, value in rest.items()}
    if printed != rest:
        yield (
            Hint(
                "签名用了 JavaScript 的 String()，发送的却是 JSON；两处都用 JSON.stringify()",
                "signed String(value) of JavaScript but sent JSON; use JSON.stringify() for both",
            ),
            _encoded(joined(printed)),
        )
    yield (
        Hint("拼接时不要加 = 和 &", "joined as key=value&key=value; join without = and &"),
        _encoded("&".join(f"{name}={rest[name]}" for name in sorted(rest))),
    )
    yield Hint("签名须用 UTF-8 编码", "signed in GBK instead of UTF-8"), joined(rest).encode(
        "gbk", "replace"
    )


def _as_javascript_prints(text: str) -> str:
    """What String() gives for a value that is sent as this JSON."""
    if not text.startswith(("{", "[")):
        return text
    try:
        return _string(json.loads(text, parse_int=str, parse_float=str))
    except (ValueError, RecursionError):
        return text


def _string(value: Any) -> str:
    if isinstance(value, list):
        return ",".join("" if each is None else _string(each) for each in value)
    if isinstance(value, dict):
        return "[object Object]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _unsigned(parameters: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in parameters.items() if name != "sign"}


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _digest(method: str, secret: bytes, text: bytes) -> str:
    return _ALGORITHMS[platform()["signing"][method]](secret, text).hex().upper()
