"""Moments: whole seconds since 1970 inside, text in the platform's zone on the wire."""

import calendar
import functools
import re
import time
from datetime import datetime, timedelta, timezone

from .knowledge import platform
from .texts import printed

FORMAT, DATE = "%Y-%m-%d %H:%M:%S", "%Y-%m-%d"
HOUR, DAY = 3600, 86400
LAST = 253402271999
"""The last second of the year 9999 in Beijing."""
_PLAIN = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", re.ASCII)


@functools.cache
def zone() -> timezone:
    """The platform's."""
    return timezone(timedelta(seconds=platform()["utc_offset"]))


def parsed(text: str) -> int:
    """The moment that a text of the platform tells; ValueError if it is none."""
    if _PLAIN.fullmatch(text):
        local = datetime.fromisoformat(text)  # ten times as fast
    else:
        local = datetime.strptime(text, FORMAT)
    return calendar.timegm(local.timetuple()) - platform()["utc_offset"]


@functools.lru_cache(10_000)
def written(moment: float, form: str = FORMAT) -> str:
    """A moment as the platform writes it, or in another form."""
    return time.strftime(form, time.gmtime(moment + platform()["utc_offset"]))


def day_start(moment: float) -> int:
    """When the day of a moment began, in the platform's zone."""
    offset = platform()["utc_offset"]
    return int((moment + offset) // DAY * DAY) - offset


def moment_of(value: datetime | str | float) -> float:
    """The moment that people name; a datetime without a zone could be any of 24."""
    if isinstance(value, str):
        try:
            moment: float = parsed(value)
        except ValueError as error:
            raise ValueError(
                f"应如 2026-11-11 00:00:00，北京时间：{printed(value)} (a moment in Beijing)"
            ) from error
    elif isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError(
                f"时刻没有时区：{value!r}，请给 tzinfo，或写成北京时间的文本 "
                "(no zone: give tzinfo, or text in Beijing time)"
            )
        moment = value.timestamp()
    elif isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f"不是时刻：{printed(value)} (no moment)")
    else:
        moment = value
    if not 0 <= moment <= LAST:
        raise ValueError(
            f"时刻不在 1970 到 9999 年之间：{printed(value)} (no moment from 1970 to 9999)"
        )
    return moment
