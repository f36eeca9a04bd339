"""The words of the spec language that mean something at run time."""

from collections.abc import Mapping
from typing import Literal

Retry = Literal["never", "later", "ban", "clock", "sub_code"]
"""Whether and when a call may be sent again after an error."""

ErrorClass = Literal[
    "rate_limit",
    "permission",
    "session",
    "argument",
    "not_found",
    "business",
    "temporary",
]
"""What kind of failure an error is."""

LimitScope = Literal["account", "app", "method", "user", "partner"]
"""Which calls a limit counts together."""

LIMIT_SCOPES: Mapping[LimitScope, str] = {
    "account": "同一账号",
    "app": "同一应用",
    "method": "同一 API",
    "user": "同一授权用户",
    "partner": "同一合作方",
}
"""What the scopes are called."""

LimitSpan = Literal["told", "today", "shortly", "unknown"]
"""How long a limit lasts."""

ConstraintKind = Literal["at_least_one_of", "exactly_one_of", "at_most_one_of", "together"]
"""What a rule between parameters demands."""

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

MOMENT_FORMAT = "yyyy-MM-dd HH:mm:ss"
DAY_FORMAT = "yyyy-MM-dd"
"""The usual ones."""

EPOCHS: Mapping[str, int] = {
    "epoch_ms": 1000,
    "epoch_s": 1,
}
"""Formats that count since 1970, with their units a second."""

DURATIONS: tuple[tuple[int, str], ...] = (
    (86400, "天"),
    (3600, "小时"),
    (60, "分钟"),
    (1, "秒"),
)
"""Units of spans of time, the longest first: seconds and what people call them."""
