"""Money in 分 and rates in 万分之一: whole numbers, so that sums are right to the last one."""

import functools
import re
from decimal import Decimal
from typing import Any

WHOLE = 10_000
"""The rate of everything."""
MOST = 10**14 - 1
"""The largest amount: one of twelve digits and two decimals."""
_DECIMAL = re.compile(r"\d{1,12}(?:\.\d+)?")


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
    text = str(value)
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise ValueError(f"{name}：不是数：{value!r} (no number)")
    if not _DECIMAL.fullmatch(text):
        raise ValueError(f"{name}：不是非负的数：{text!r} (no number that is 0 or more)")
    hundredths = Decimal(text) * 100
    if hundredths != int(hundredths):
        raise ValueError(f"{name}：最多两位小数：{text} (at most two decimals)")
    return int(hundredths)
