"""From the codes of a failure to the error that tells it.

There are two namespaces. `code` is the gateway's and means the same for every method. `sub_code`,
and the codes inside of replies, are those of the business behind it, and every method has its own.
They never share a table: "4" is a limit of the gateway here, an unknown ad zone there.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from .._words import ErrorClass
from ..platform import ERRORS, SUB_ERRORS
from .advice import Advice, Limit, PermissionPackage
from .errors import (
    BusinessError,
    GatewayError,
    InvalidAppKey,
    InvalidMethod,
    InvalidSession,
    InvalidSignature,
    InvalidTimestamp,
    MissingArguments,
    OldItemId,
    PermissionDenied,
    RateLimited,
    RejectedArguments,
    ServiceUnavailable,
)
from .kinds import scalar_text
from .models import Response
from .values import exact

_BY_CODE: Mapping[str, type[GatewayError]] = {
    "10": ServiceUnavailable,
    **dict.fromkeys(("21", "22"), InvalidMethod),
    **dict.fromkeys(("24", "25"), InvalidSignature),
    **dict.fromkeys(("28", "29"), InvalidAppKey),
    **dict.fromkeys(("30", "31"), InvalidTimestamp),
    "40": MissingArguments,
    **dict.fromkeys(("41", "43"), RejectedArguments),
}
_BY_SUB_CODE: Mapping[str, type[GatewayError]] = {
    "-4003": OldItemId,
    **dict.fromkeys(("get-app-error", "appkey-not-exists"), InvalidAppKey),
}
"""By bare codes."""
_BY_CLASS: Mapping[ErrorClass | None, type[GatewayError]] = {
    "rate_limit": RateLimited,
    "permission": PermissionDenied,
    "session": InvalidSession,
}
_UNKNOWN = Advice("", "never", None)
_CATCH_ALL = ("isv.*", "isp.*")
_PREFIXES = re.compile(r"^(?:is[vp]\.)+")
_BAN = re.compile(r"ban will last for (\d{1,9})(?!\d)")
_REMOTE = "15"
"""The gateway's code for failures of the business."""


class Documented(Protocol):
    """What is known about the errors of a method."""

    name: str
    packages: tuple[PermissionPackage, ...]
    page: str | None
    errors: Mapping[str, Advice]


class _Codes(NamedTuple):
    code: str
    sub_code: str
    msg: str
    sub_msg: str
    request_id: str


Mask = Callable[[str], str]
"""Takes secrets out of a text that is about to be shown."""


def refusal(
    method: Documented, body: Mapping[str, Any], now: datetime, mask: Mask = str
) -> GatewayError:
    """The error of an `error_response`."""
    told = (_text(body.get(name)) for name in _Codes._fields)
    return _error(method, _Codes(*told), now, mask)


def failure(
    method: Documented,
    code: str,
    message: str,
    response: Response,
    now: datetime,
    mask: Mask = str,
) -> GatewayError:
    """The error of a reply that looks successful and reports a failure inside."""
    told = (_REMOTE, code, "the reply reports a failure", _text(message), response.request_id or "")
    error = _error(method, _Codes(*told), now, mask)
    error.response = response
    return error


def _error(method: Documented, codes: _Codes, now: datetime, mask: Mask) -> GatewayError:
    # What is classified is what came; what is shown holds no secret.
    advice = advise(codes.code, codes.sub_code, method.errors)
    shown = _Codes(*map(mask, codes))
    error = _kind(codes.code, codes.sub_code, advice)(
        method.name,
        shown.code,
        shown.sub_code or None,
        shown.msg,
        shown.sub_msg,
        shown.request_id or None,
        advice.solution,
        advice.retry,
        advice.error_class,
    )
    error.see = advice.see
    error.is_documented = _is_documented(codes, method)
    match error:
        case RateLimited():
            error.limit = advice.limit
            error.retry_after = _told_seconds(error)
            error.until = end_of(advice.limit, error.retry_after, now)
        case PermissionDenied() if error.is_about_packages:
            error.packages, error.page = method.packages, method.page
    return error


def _is_documented(codes: _Codes, method: Documented) -> bool:
    """Whether the code that decides is known, and not just that of any failure of the business."""
    of_code = ERRORS.get(codes.code)
    if of_code and of_code.retry != "sub_code":
        return True
    return of_business(codes.sub_code, method.errors) is not None


def _told_seconds(error: GatewayError) -> int | None:
    """The seconds of a ban that the platform tells."""
    found = _BAN.search(error.sub_msg) or _BAN.search(error.msg)
    return int(found[1]) if found else None


def end_of(limit: Limit | None, seconds: float | None, now: datetime) -> datetime | None:
    """The end of a limit, in the gateway's zone; None if nobody knows or it is beyond calendars."""
    try:
        if seconds is not None:
            return now + timedelta(seconds=seconds)
        if limit and limit.lasts == "today":
            return datetime.combine(now + timedelta(days=1), time(), now.tzinfo)
    except OverflowError:
        pass
    return None


def _kind(code: str, sub_code: str, advice: Advice) -> type[GatewayError]:
    """The class of an error: the gateway's code decides, unless it leaves that to the sub code."""
    of_code = ERRORS.get(code)
    if of_code and of_code.retry != "sub_code":
        return _BY_CODE.get(code) or _BY_CLASS.get(of_code.error_class, GatewayError)
    of_sub_code = _BY_SUB_CODE.get(bare(sub_code)) or _BY_CLASS.get(advice.error_class)
    return of_sub_code or (BusinessError if of_code else GatewayError)


def advise(code: str, sub_code: str, own: Mapping[str, Advice]) -> Advice:
    """What to do about an error; `own` are the codes of the method's business.

    A code of the gateway keeps its meaning, and a sub code of the platform can only tell it more
    precisely. Where the code defers to the sub code, or is unknown, the sub code decides.
    """
    of_code = ERRORS.get(code)
    if of_code and of_code.retry != "sub_code":
        return _more_precise(of_code, sub_code)
    advice = of_business(sub_code, own) or of_code or _UNKNOWN
    return advice if advice.retry != "sub_code" else advice._replace(retry="never")


def _more_precise(of_code: Advice, sub_code: str) -> Advice:
    found = _of_platform(sub_code)
    # A clock that is off stays a matter of the clock, whatever else the gateway dislikes.
    if found is None or found.error_class != of_code.error_class or of_code.retry == "clock":
        return of_code
    return found


def of_business(code: str, own: Mapping[str, Advice]) -> Advice | None:
    """What a code of the business means: to the method, else to the platform."""
    if code in own:
        return own[code]
    same = (advice for key, advice in own.items() if bare(key) == bare(code))
    return next(same, None) or _of_platform(code) or _of_prefix(code)


def _of_platform(sub_code: str) -> Advice | None:
    """The narrowest row of the platform's sub codes that holds, as it stands or without prefix."""
    rows = [key for key in SUB_ERRORS if key not in _CATCH_ALL]
    matching = [key for key in rows if _pattern(key).fullmatch(sub_code)] or [
        key
        for key in rows
        if _pattern(bare(key)).fullmatch(bare(sub_code)) and not _is_of_other_side(key, sub_code)
    ]
    return SUB_ERRORS[max(matching, key=_narrowness)] if matching else None


def _is_of_other_side(row: str, sub_code: str) -> bool:
    """Whether a pattern of one prefix would take a code with the other: isv. and isp. blame."""
    sides = {text[:4] for text in (row, sub_code) if text[:4] in ("isv.", "isp.")}
    return "*" in row and len(sides) == 2


def _of_prefix(sub_code: str) -> Advice | None:
    """What the prefix alone tells: whose fault it is."""
    return next((SUB_ERRORS.get(row) for row in _CATCH_ALL if sub_code.startswith(row[:-1])), None)


def _narrowness(row: str) -> tuple[bool, int]:
    return "*" not in row, len(row)


@functools.cache
def _pattern(row: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(part) for part in row.split("*")), re.DOTALL)


def bare(code: str) -> str:
    """A code without the prefix that says whose fault it is: the gateway often leaves it out."""
    return _PREFIXES.sub("", code)


def _text(value: Any) -> str:
    """A member of an error as text. The gateway escapes its messages for HTML, even in JSON."""
    from html import unescape  # programs without failures do without its table of names

    number = exact(value) if isinstance(value, Decimal) else None
    if number is not None and number == number.to_integral_value():
        value = int(number)
    text = scalar_text(value) or ""
    try:
        return unescape(text)
    except ValueError:  # an entity of more digits than Python converts
        return text
