"""Bytes of a reply → plain values."""

import json
from decimal import Decimal
from typing import Any, NoReturn

import msgspec

_decode = msgspec.json.Decoder(float_hook=Decimal).decode


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
            body.decode("utf-8", "replace"),
            strict=False,
            parse_float=Decimal,
            parse_constant=_refuse_constant,
        )
    except RecursionError:
        raise ValueError("嵌套过深") from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} 不是合法的 JSON")
