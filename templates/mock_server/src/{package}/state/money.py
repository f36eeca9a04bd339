"""Money in 分 and rates in 万分之一: whole numbers, so that sums are right to the last one."""

import functools
import re
from decimal import Decimal
from typing import Any

from ..texts import printed

WHOLE = 10_000
"""The rate of everything."""
MOST = 10**14 - 1
"""The largest amount: one of twelve digits and two decimals."""
_DECIMAL = re.compile(r"([0-9]{1,12})(?:\.([0-9]+))?")
_MOST_DIGITS = 40
"""Of a Decimal; more are an exponent gone wild."""


def part(amount: int, rate: int) -> int:
    """A rate of an amount, rounded half up."""
    return (amount * rate + WHOLE // 2) // WHOLE


@functools.lru_cache(10_000)
def written(hundredths: int) -> str:
    """分 as 元, 万分之一 as percents."""
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def read(name: str, value: Any) -> int:
    """The hundredths of a Decimal, a whole number or text; ValueError says what is wrong."""
    if isinstance(value, float):
        raise ValueError(
            f"{name}：浮点数 {value!r} 存不准金额，请用 Decimal 或文本 "
            "(a float cannot hold money: use Decimal or text)"
        )
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise ValueError(
            f'{name}：不是数：{printed(value)}，写成如 "9.90" (no number: write one such as "9.90")'
        )
    found = _DECIMAL.fullmatch(_plain(value))
    if not found:
        raise ValueError(
            f'{name}：不是非负的数：{printed(value)}，写成至多 12 位整数的数，如 "9.90" '
            '(no number that is 0 or more, of at most 12 digits, such as "9.90")'
        )
    whole, decimals = found[1], (found[2] or "").rstrip("0")
    if len(decimals) > 2:
        raise ValueError(f"{name}：最多两位小数：{printed(value)} (at most two decimals)")
    return int(f"{whole}{decimals:0<2}")


def _plain(value: Decimal | int | str) -> str:
    """A number without an exponent; empty if it is none, or far too long."""
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return str(value) if 0 <= value <= MOST else ""
    if not value.is_finite():
        return ""
    if value.is_zero():
        return "0"
    return f"{value:f}" if abs(value.adjusted()) < _MOST_DIGITS else ""
