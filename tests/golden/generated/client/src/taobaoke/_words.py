"""The words of the spec language that mean something at run time."""

from collections.abc import Mapping
from typing import Literal

Retry = Literal["never", "later", "ban", "clock", "sub_code"]
"""Whether and when a call may be sent again after an error."""

TIME_FORMS: Mapping[str, str] = {
    "yyyy-MM-dd HH:mm:ss": "%Y-%m-%d %H:%M:%S",
    "yyyy-MM-dd HH:mm": "%Y-%m-%d %H:%M",
    "yyyy-MM-dd": "%Y-%m-%d",
    "yyyyMMddHHmmss": "%Y%m%d%H%M%S",
    "yyyyMMdd": "%Y%m%d",
    "yyyyMM": "%Y%m",
    "yyyy-MM": "%Y-%m",
}
"""Formats of moments and days, as strftime and strptime spell them."""

EPOCHS: Mapping[str, int] = {
    "epoch_ms": 1000,
    "epoch_s": 1,
}
"""Formats that count since 1970, with their units a second."""
