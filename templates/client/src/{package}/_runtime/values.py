"""Single values: numbers, moments and days, as text and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec

from .._words import DAY_FORMAT, EPOCHS, MOMENT_FORMAT, TIME_FORMS
from ..platform import UTC_OFFSET_MINUTES
from .shown import shown

_OFFSET = timedelta(minutes=UTC_OFFSET_MINUTES)
GATEWAY_ZONE = timezone(_OFFSET)
_ZONE = datetime.min.replace(tzinfo=GATEWAY_ZONE).isoformat()[-6:]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ZEROS = (_EPOCH, _EPOCH.replace(tzinfo=GATEWAY_ZONE))
"""What clocks at zero tell, and databases for want of a time."""
_MICROSECONDS = 1_000_000
_LENGTH = len(MOMENT_FORMAT)
_LIKELY_YEARS = range(2001, 2200)
"""No count of seconds within them is one of milliseconds or a date in digits within them."""
_ISO = "ISO 8601"
_KNOWN_FORMS = (*EPOCHS, *(form for form in TIME_FORMS if "dd" in form), _ISO)
"""Those that tell a day at least: a month is none."""
_MOST_DIGITS = 400
"""Before or behind the point; a few bytes such as 1e300000000 would else become gigabytes."""
TOO_LARGE = 10 ** (_MOST_DIGITS + 1)
"""The least whole number that is not plausible."""
_NUMERIC = (str, Decimal, int, float)

_encode_json = msgspec.json.Encoder(decimal_format="number").encode


def number_text(value: int | float | Decimal) -> str:
    """The exact text of a number, never with an exponent."""
    if isinstance(value, int):
        return str(int(value))
    number = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    return format(number, "f") if abs(number.adjusted()) <= _MOST_DIGITS else str(number)


def exact(value: object) -> Decimal | None:
    """A finite number of a plausible size, exactly; None for anything else."""
    if not isinstance(value, _NUMERIC) or isinstance(value, bool):
        return None
    try:
        number = Decimal(repr(float(value)) if isinstance(value, float) else value)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) <= _MOST_DIGITS else None


def in_gateway_zone(value: datetime) -> datetime:
    """The same moment in the gateway's zone; one without a zone is taken to be there already.

    OverflowError, with words for the caller, where the calendar does not go that far.
    """
    if value.utcoffset() in (None, _OFFSET):
        return value.replace(tzinfo=GATEWAY_ZONE)
    try:
        return value.astimezone(GATEWAY_ZONE)
    except OverflowError:
        told = f"{value} 换算成网关所在时区后超出公元 1 至 9999 年，请给出近一些的时间"
        raise OverflowError(told) from None


def moment_text(value: datetime, form: str = MOMENT_FORMAT) -> str:
    """A moment as the gateway writes it."""
    local = in_gateway_zone(value)
    if form in EPOCHS:
        since = (local - _EPOCH) // timedelta(microseconds=1)
        return str(since * EPOCHS[form] // _MICROSECONDS)
    if form == MOMENT_FORMAT:
        return local.isoformat(" ", "seconds")[:_LENGTH]  # faster, and years below 1000 keep zeros
    return local.strftime(TIME_FORMS[form])


def parse_moment(text: str, form: str = MOMENT_FORMAT) -> datetime | None:
    """A moment in the gateway's zone, or None if the text does not have the form."""
    try:
        if form in EPOCHS:
            since = timedelta(microseconds=int(text) * _MICROSECONDS // EPOCHS[form])
            return (_EPOCH + since).astimezone(GATEWAY_ZONE)
        if form == _ISO or (form == MOMENT_FORMAT and len(text) == _LENGTH):
            return in_gateway_zone(datetime.fromisoformat(text))
        return datetime.strptime(text, TIME_FORMS[form]).replace(tzinfo=GATEWAY_ZONE)
    except (ValueError, OverflowError):
        return None


def read_moment(text: str, *forms: str) -> datetime | None:
    """The moment that a reply tells; None for a text without a known form, and for a clock at zero.

    The documented forms come first, then all others as far as they tell a likely time; an unlikely
    time, or a text with a slip, still passes for one of a documented form, if it is no small count.
    """
    moment = _usual_moment(text) or _known_moment(text.strip(), forms)
    if moment is None or (moment.year == _EPOCH.year and moment in _ZEROS):
        return None
    return moment


def _usual_moment(text: str) -> datetime | None:
    if len(text) != _LENGTH:
        return None
    try:
        return datetime.fromisoformat(text + _ZONE)  # to replace the zone later takes much longer
    except ValueError:
        return None


def _known_moment(text: str, forms: tuple[str, ...]) -> datetime | None:
    for form in (*forms, *_KNOWN_FORMS):
        moment = parse_moment(text, form) if _has_form(text, form) else None
        if moment and moment.year in _LIKELY_YEARS:
            return moment
    for form in forms:
        moment = parse_moment(text, form)
        # A small count is no time: who counts since 1970 tells nothing of the years behind it.
        if moment and (form not in EPOCHS or moment.year >= _LIKELY_YEARS.start):
            return moment
    return None


def _has_form(text: str, form: str) -> bool:
    """Whether a text is as long as a form asks; a count since 1970 is nothing but digits."""
    if form == _ISO:
        return len(text) > _LENGTH and text[len(DAY_FORMAT)] in "T "
    return text.isdecimal() if form in EPOCHS else len(text) == len(form)


def read_day(text: str, *forms: str) -> date | None:
    """The calendar day that a reply tells, in the gateway's zone; None as with moments."""
    moment = read_moment(text, *forms)
    return moment and moment.date()


def day_text(value: date, form: str = DAY_FORMAT) -> str:
    """A calendar day as the gateway writes it."""
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    return moment_text(value, form)


def parse_day(text: str, form: str = DAY_FORMAT) -> date | None:
    """A calendar day in the gateway's zone, or None if the text does not have the form."""
    moment = parse_moment(text, form)
    return moment and moment.date()


def json_text(value: Any) -> str:
    """JSON text of typed values; what UTF-8 cannot hold becomes a question mark."""
    try:
        return _encode_json(value).decode()
    except UnicodeEncodeError:
        return _encode_json(_without_surrogates(value)).decode()


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {_without_surrogates(key): _without_surrogates(item) for key, item in value.items()}
    return value


def compact_json(value: Any) -> str:
    """JSON text without spaces and without escapes for Chinese."""
    return _encode_json(value).decode()


def plain(value: object) -> Any:
    """Anything a caller may nest into JSON, as plain JSON values.

    TypeError for the rest, and OverflowError for a moment beyond calendars.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int | float | Decimal):
        number = exact(value)
        if number is None:
            raise TypeError(f"{shown(value)} 不是有限的数，或者太大")
        return int(value) if isinstance(value, int) else Decimal(number_text(number))
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, Iterable) and not isinstance(value, bytes | bytearray):
        return [plain(item) for item in value]
    raise TypeError(f"{type(value).__name__} 不能写成 JSON")


def text_of(value: Any, separator: str = ",") -> str:
    """A plain JSON value as the text of a request parameter; lists of scalars are joined."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return number_text(value)
    if isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
        return separator.join(text_of(item) for item in value if item is not None)
    return compact_json(value)
