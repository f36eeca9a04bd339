"""How values are written in requests, and read in replies.

Sources: page apiId=57916 and platform.json `param_encoding`, `formats`: dates are GMT+8 and look
like yyyy-MM-dd HH:mm:ss, other times count seconds or milliseconds since 1970; lists of basic
values are joined by commas; objects, and lists of them, are one JSON text; booleans are true and
false; numbers are exact.
"""

import json
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

BEIJING = timezone(timedelta(hours=8))
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
PARTS = {"yyyy": "year", "MM": "month", "dd": "day", "HH": "hour", "mm": "minute", "ss": "second"}


def moment(value: datetime, form: str = "yyyy-MM-dd HH:mm:ss") -> str:
    """A moment; without a zone it is Beijing time. Fractions of the smallest part are cut off."""
    local = value.replace(tzinfo=BEIJING) if value.tzinfo is None else value.astimezone(BEIJING)
    since = local - EPOCH
    seconds = since.days * 86_400 + since.seconds
    if form == "epoch_s":
        return str(seconds)
    if form == "epoch_ms":
        return str(seconds * 1000 + since.microseconds // 1000)
    text = form
    for token, part in PARTS.items():
        text = text.replace(token, str(getattr(local, part)).rjust(len(token), "0"))
    return text


def day(value: date, form: str = "yyyy-MM-dd") -> str:
    """A day; that of a moment with a zone is the day that it is in Beijing."""
    if isinstance(value, datetime):
        return moment(value, form)
    return moment(datetime(value.year, value.month, value.day), form)


def read_moment(text: str, form: str = "yyyy-MM-dd HH:mm:ss") -> datetime | None:
    """The moment of a text that has exactly this form; None for every other text."""
    if form.startswith("epoch_"):
        scale = 1000 if form == "epoch_ms" else 1
        try:
            since = timedelta(microseconds=int(text) * 1_000_000 // scale)
            return (EPOCH + since).astimezone(BEIJING) if re.fullmatch("-?[0-9]+", text) else None
        except (ValueError, OverflowError):
            return None
    pattern = re.escape(form)
    for token, part in PARTS.items():
        pattern = pattern.replace(token, f"(?P<{part}>[0-9]{{{len(token)}}})")
    found = re.fullmatch(pattern, text)
    if found is None:
        return None
    numbers = {
        "month": 1,
        "day": 1,
        **{name: int(text) for name, text in found.groupdict().items()},
    }
    try:
        return datetime(**numbers, tzinfo=BEIJING)
    except ValueError:
        return None


def number(value: int | float | Decimal) -> str:
    """The shortest digits that mean the number, never with an exponent."""
    text = repr(value) if isinstance(value, float) else str(value)
    mantissa, _, exponent = text.lower().partition("e")
    sign = "-" if mantissa.startswith("-") else ""
    whole, _, decimals = mantissa.lstrip("+-").partition(".")
    shift = int(exponent or 0)
    if shift >= 0:
        decimals = decimals.ljust(shift, "0")
        whole, decimals = whole + decimals[:shift], decimals[shift:]
    else:
        whole = whole.rjust(1 - shift, "0")
        whole, decimals = whole[:shift], whole[shift:] + decimals
    whole = whole.lstrip("0") or "0"
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"


def flag(value: bool) -> str:
    """A boolean."""
    return {True: "true", False: "false"}[value]


def basic_list(values: Iterable[str], separator: str = ",") -> str:
    """Several basic values in one parameter."""
    return separator.join(values)


def nested(text: str) -> Any:
    """What an object, or a list of objects, in a parameter says; fractions stay exact."""
    return json.loads(text, parse_float=Decimal)
