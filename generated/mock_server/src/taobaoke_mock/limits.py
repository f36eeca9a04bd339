"""Limits of how often may be called, and bans, as the platform tells of them."""

import math
from dataclasses import dataclass
from enum import Enum

from .errors import BACKEND, BAN, GatewayError, Hint, sub_message
from .knowledge import find_api
from .options import check_whole
from .times import DAY, day_start

METHOD_TOO_FAST = "accesscontrol.limited-by-api-access-count"
DAY_USED_UP = "accesscontrol.limited-by-app-access-count"
ACCOUNT_USED_UP = "3000"
"""Sub code of the methods that query orders: the account may not call them until tomorrow."""

SECOND = 1.0


@dataclass(frozen=True, slots=True)
class Quota:
    """How many calls are answered; None: any number."""

    qps: int | None = None
    """Of each method in a second."""
    per_day: int | None = None
    """Of all methods from midnight to midnight, in the platform's time."""

    def __post_init__(self) -> None:
        for name in ("qps", "per_day"):
            if (value := getattr(self, name)) is not None:
                check_whole(name, value, 1)


_NO_QUOTA = Quota()


@dataclass(frozen=True, slots=True)
class _Ban:
    until: float
    sub_code: str


class _Whole(Enum):
    """What is banned if it is no single method: no name of a caller can be one of these."""

    APP = 1
    ORDERS = 2
    """The methods that query orders."""


class Limits:
    """The quota, what was used of it, and the bans that hold. Not safe between threads."""

    def __init__(self, quota: Quota = _NO_QUOTA) -> None:
        self.quota = quota
        self.clear()

    def clear(self) -> None:
        """Forget calls and bans; the quota stays."""
        self._bans: dict[str | _Whole, _Ban] = {}
        self._windows: dict[str, tuple[float, int]] = {}
        self._day = 0, 0
        """When the day of the last call began, and how many calls it had."""

    def __bool__(self) -> bool:
        return bool(self._bans) or self.quota != _NO_QUOTA

    def ban(self, method: str, seconds: float | None, now: float) -> None:
        """Refuse a method that exists for some seconds, or more than it until midnight.

        A ban that holds is not made longer.
        """
        key, ban = _ban(method, seconds, now)
        if not self._holding(key, now):
            self._bans = {each: held for each, held in self._bans.items() if held.until > now}
            self._bans[key] = ban

    def refusal(self, method: str, now: float) -> GatewayError | None:
        """Why a call is refused. One that is not counts."""
        keys: tuple[str | _Whole, ...] = (_Whole.APP, method)
        for key in (*keys, _Whole.ORDERS) if _queries_orders(method) else keys:
            if ban := self._holding(key, now):
                return _error(ban, method, now)
        if self._exceeds_day(now):
            ban = _Ban(_midnight(now), DAY_USED_UP)
            self._bans[_Whole.APP] = ban
            return _error(ban, method, now)
        if self._exceeds_second(method, now):
            ban = _Ban(now + SECOND, METHOD_TOO_FAST)
            self._bans[method] = ban
            return _error(ban, method, now)
        return None

    def _holding(self, key: str | _Whole, now: float) -> _Ban | None:
        ban = self._bans.get(key)
        if ban and ban.until <= now:
            del self._bans[key]
            return None
        return ban

    def _exceeds_day(self, now: float) -> bool:
        if self.quota.per_day is None:
            return False
        today, (day, count) = day_start(now), self._day
        self._day = today, count + 1 if day == today else 1
        return self._day[1] > self.quota.per_day

    def _exceeds_second(self, method: str, now: float) -> bool:
        if self.quota.qps is None:
            return False
        start, count = self._windows.get(method, (now, 0))
        window = (start, count + 1) if now - start < SECOND else (now, 1)
        self._windows[method] = window
        return window[1] > self.quota.qps


def ban_error(method: str, seconds: float | None, now: float) -> GatewayError:
    """What the first call of a ban is told."""
    return _error(_ban(method, seconds, now)[1], method, now)


def _ban(method: str, seconds: float | None, now: float) -> tuple[str | _Whole, _Ban]:
    """A ban, and what it is of.

    One until midnight is of the whole app; one of the methods that query orders is of the account,
    which they say in their own way.
    """
    if seconds is not None:
        return method, _Ban(now + seconds, METHOD_TOO_FAST)
    if _queries_orders(method):
        return _Whole.ORDERS, _Ban(_midnight(now), ACCOUNT_USED_UP)
    return _Whole.APP, _Ban(_midnight(now), DAY_USED_UP)


def _error(ban: _Ban, method: str, now: float) -> GatewayError:
    left = math.ceil(ban.until - now)
    ways = f"reset(), clock.advance({left}), DELETE /mock/all"
    hint = Hint(
        f"限流，还剩 {left} 秒；想提前结束：{ways}",
        f"limited for {left} more seconds; to end it: {ways}",
    )
    if ban.sub_code == ACCOUNT_USED_UP:
        api = find_api(method)
        message = sub_message(api, ban.sub_code) if api else None
        return GatewayError(BACKEND, sub_code=ban.sub_code, sub_msg=message, hint=hint)
    return GatewayError("7", sub_code=ban.sub_code, sub_msg=BAN.format(left), hint=hint)


def _queries_orders(method: str) -> bool:
    api = find_api(method)
    return api is not None and ACCOUNT_USED_UP in api["errors"]


def _midnight(now: float) -> int:
    return day_start(now) + DAY
