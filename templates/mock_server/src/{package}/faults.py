"""Faults that a test can ask for, and their short text forms."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from random import Random
from typing import Literal

from .errors import (
    BACKEND,
    NO_PACKAGE,
    PACKAGE_LIMIT,
    GatewayError,
    Hint,
    documented,
    outer_code,
    sub_message,
    without_prefix,
)
from .http import Pace
from .knowledge import Api, find_api, platform
from .suggestions import nearest
from .times import DAY

FORMS = {
    "7": "平台错误码 (a code of the platform)",
    "15:isv.invalid-parameter": "错误码与 sub_code (a code and a sub code)",
    "2007": "方法自己的错误码，外层是 15；文档没有的，写 15:99 (a code of the method's own)",
    "isv.CODE": "同上；前缀 isv. 或 isp. 可写可不写 (the same, with its prefix or without)",
    "session-expired": "授权已过期，外层是 27 (the session has expired)",
    "ban-30": "封禁 30 秒，sub_msg 里的秒数逐次减少；写在请求头里只管这一次 (banned for so long)",
    "ban-today": "封禁到北京时间零点 (banned until midnight in Beijing)",
    "http-502": "这个 HTTP 状态与一页 HTML (this status and a page of HTML)",
    "bad-json": "状态 200，内容却是 HTML (HTML with status 200)",
    "empty": "什么也没查到 (nothing was found)",
    "timeout-3": "3 秒不回答，然后断开；不写秒数为 60 (no answer, then closed)",
    "disconnect": "立即断开 (closed at once)",
    "delay-2": "2 秒之后才回答 (answered later)",
    "delay-1-3": "1 到 3 秒之后才回答 (answered after 1 to 3 seconds)",
    "dribble-5": "正文在 5 秒里一点一点发 (the body takes 5 seconds)",
    "cut-100": "正文发到 100 字节就断开；不写字节数为 10 (the body breaks off)",
    "delay-2+7": "用 + 连接，至多一个是错误 (joined; at most one of them is an error)",
}
"""How faults are written, and what they do."""

HELD_OPEN = 60.0
"""Seconds after which a call without an answer is dropped."""
LONGEST = 3600.0
"""Seconds that a call may be held; more is a slip."""
CUT = 10
"""Bytes of the body that are sent if a test does not say how many: no JSON is complete so early."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is answered instead of the usual."""

    kind: Literal["error", "ban", "http", "bad-json", "empty"]
    code: str = ""
    sub_code: str | None = None
    sub_msg: str | None = None
    status: int = 200
    seconds: float | None = None
    """How long a ban lasts; None: until midnight."""
    note: Hint | None = field(default=None, compare=False)
    """What is likely a mistake of whoever ordered it."""

    @property
    def name(self) -> str:
        """As the journal calls it."""
        return f"http-{self.status}" if self.kind == "http" else self.code or self.kind

    def error(self, api: Api) -> GatewayError:
        """The error reply of a fault of kind error."""
        sub_code = self.sub_code or (PACKAGE_LIMIT if self.code == NO_PACKAGE else None)
        message = self.sub_msg or (sub_message(api, sub_code) if sub_code else None)
        return GatewayError(self.code, sub_code=sub_code, sub_msg=message)


@dataclass(frozen=True, slots=True)
class Manner:
    """How an answer is sent, before chance has chosen the delay."""

    delay: tuple[float, float] = (0.0, 0.0)
    """Least and most seconds."""
    dribble: float = 0.0
    cut: int | None = None
    drop: bool = False

    def pace(self, chance: Random) -> Pace:
        """The pace of one answer."""
        low, high = self.delay
        delay = low if low == high else chance.uniform(low, high)
        return Pace(delay, self.dribble, self.cut, self.drop)


PLAIN = Manner()


def parse_fault(
    text: str, sub_msg: str | None = None, method: str = ""
) -> tuple[Fault | None, Manner]:
    """What is answered and how, from a short form; ValueError tells which forms there are.

    Parts are joined by +: at most one tells what is answered, the others tell how.
    """
    fault: Fault | None = None
    manner = PLAIN
    for part in text.strip().split("+"):
        if (changed := _manner(part, manner)) is not None:
            manner = changed
        elif fault is None:
            fault = _fault(part, sub_msg, method)
        else:
            raise ValueError(f"{text!r} 只能有一个错误 (only one answer at a time)")
    if manner.drop and (fault or manner.dribble or manner.cut is not None):
        raise ValueError(f"{text!r}：断开时没有别的回复 (a dropped call has no other answer)")
    return fault, manner


# How


def _manner(text: str, manner: Manner) -> Manner | None:
    """The manner with one part more; None if the text tells something else."""
    for pattern, change in _MANNERS.items():
        if found := re.fullmatch(pattern, text):
            changed = change(manner, *found.groups())
            if changed == manner:
                raise ValueError(f"{text!r} 没有效果，或写了两次 (without effect, or said twice)")
            return changed
    return None


def _delay(manner: Manner, low: str, high: str | None) -> Manner:
    if manner.delay != PLAIN.delay:
        raise ValueError("延迟只能写一次 (one delay only)")
    least, most = _seconds(low), _seconds(high or low)
    if most < least:
        raise ValueError(f"delay-{low}-{high}：先写短的，再写长的 (the shorter one first)")
    return replace(manner, delay=(least, most))


def _timeout(manner: Manner, seconds: str | None) -> Manner:
    held = seconds or f"{HELD_OPEN:g}"
    return replace(_delay(manner, held, None) if float(held) else manner, drop=True)


def _disconnect(manner: Manner) -> Manner:
    return replace(manner, drop=True)


def _dribble(manner: Manner, seconds: str) -> Manner:
    return replace(manner, dribble=_seconds(seconds))


def _cut(manner: Manner, size: str | None) -> Manner:
    return replace(manner, cut=int(size or CUT))


def _seconds(text: str) -> float:
    seconds = float(text)
    if seconds > LONGEST:
        raise ValueError(f"{text} 秒太久，最多 {LONGEST:g} 秒 (at most {LONGEST:g} seconds)")
    return seconds


_NUMBER = r"([0-9]{1,9}(?:\.[0-9]{1,9})?)"
_MANNERS: Mapping[str, Callable[..., Manner]] = {
    rf"delay-{_NUMBER}(?:-{_NUMBER})?": _delay,
    rf"timeout(?:-{_NUMBER})?": _timeout,
    r"disconnect": _disconnect,
    rf"dribble-{_NUMBER}": _dribble,
    r"cut(?:-([0-9]{1,9}))?": _cut,
}


# What


def _fault(text: str, sub_msg: str | None, method: str) -> Fault:
    code, _, sub_code = text.partition(":")
    if code in platform()["errors"]:
        return Fault("error", code=code, sub_code=sub_code or None, sub_msg=sub_msg)
    if re.fullmatch(r"-?[0-9]+|is[vp]\..+", text):
        note = _doubt(text, method)
        return Fault("error", code=outer_code(text), sub_code=text, sub_msg=sub_msg, note=note)
    if (status := re.fullmatch(r"http-([45][0-9]{2})", text)) and _is_status(int(status[1])):
        return Fault("http", status=int(status[1]))
    if ban := re.fullmatch(r"ban-(?:today|([0-9]{1,9}))", text):
        return Fault("ban", seconds=_ban_seconds(ban[1]) if ban[1] else None)
    if text == "bad-json":
        return Fault("bad-json")
    if text == "empty":
        return Fault("empty")
    if documented(_codes(method), text.partition(":")[0]):
        return Fault("error", code=outer_code(text), sub_code=text, sub_msg=sub_msg)
    near = nearest(text, _codes(method))
    meant = f"，是否想写 {near}？" if near else "，"
    forms = " | ".join(FORMS)
    raise ValueError(f"不认识的故障 {text[:80]!r}{meant}可用：{forms} (unknown fault)")


def _ban_seconds(text: str) -> float:
    if not 0 < int(text) <= DAY:
        raise ValueError(f"ban-{text}：须在 1 到 {DAY} 秒之间 (1 to {DAY} seconds)")
    return float(text)


def _doubt(code: str, method: str) -> Hint | None:
    """What is said of a bare number that a method is not documented to answer."""
    api = find_api(method)
    if api is None or not code.lstrip("-").isdecimal() or documented(_codes(method), code):
        return None
    return Hint(
        f"{method} 的文档没有错误码 {code}；确实要它时写 {BACKEND}:{code}",
        f"{method} has no documented code {code}; if it is meant, write {BACKEND}:{code}",
    )


def _codes(method: str) -> list[str]:
    """The sub codes that a method may answer, with and without their prefix."""
    api = find_api(method)
    # Of families of codes, which end with a star, the plain one; others have no plain one.
    families = (code.removesuffix("*") for code in platform()["sub_errors"])
    codes = [*(api["errors"] if api else ()), *(code for code in families if "*" not in code)]
    codes = [code for code in codes if not code.endswith(".")]
    return [*dict.fromkeys([*codes, *map(without_prefix, codes)])]


def _is_status(number: int) -> bool:
    return number in list(HTTPStatus)


def table() -> str:
    """All forms for people, a line each."""
    width = max(map(len, FORMS))
    return "\n".join(f"  {form:<{width}}  {meaning}" for form, meaning in FORMS.items())
