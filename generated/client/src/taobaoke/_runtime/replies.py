"""Bytes of a reply → the content of a method's answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NoReturn, Protocol

import msgspec

from ..platform import REQUEST_ID

_decode = msgspec.json.Decoder(float_hook=Decimal).decode
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Answered(Protocol):
    """What tells the answer of a method from any other JSON."""

    @property
    def root(self) -> str:
        """Name of the member that holds the answer."""
        ...

    @property
    def members(self) -> frozenset[str] | None:
        """Names of the documented members; None if no spec knows them."""
        ...


def decode_json(body: bytes) -> Any:
    """The JSON value of a body, numbers exact; ValueError if it is none.

    The gateway sometimes leaves raw control characters in texts, which only a lenient parser takes.
    """
    try:
        return _decode(body)
    except (msgspec.DecodeError, RecursionError):
        pass
    try:
        return json.loads(
            body.removeprefix(_BYTE_ORDER_MARK).decode("utf-8", "replace"),
            strict=False,
            parse_float=Decimal,
            parse_constant=_refuse_constant,
        )
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def content_of(body: Any, method: Answered) -> dict[str, Any] | None:
    """The answer inside of a reply; None if the reply is not one of the method.

    A proxy or an option of the platform may have taken the root away; then documented members tell
    the answer from whatever else speaks JSON. Without them, silence would pass for an empty answer.
    """
    if not isinstance(body, dict):
        return None
    if method.root in body:
        content = body[method.root]
        return content if isinstance(content, dict) else None
    return body if _is_bare_answer(body, method.members) else None


def _is_bare_answer(body: Mapping[str, Any], members: frozenset[str] | None) -> bool:
    if members is None:
        return REQUEST_ID in body and "code" not in body
    answered = members.intersection(body) - {REQUEST_ID}
    # A bare code may be anybody's; what holds something, or an id of a request, is the platform's.
    return any(REQUEST_ID in body or isinstance(body[name], dict | list) for name in answered)
