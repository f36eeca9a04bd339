"""When to call again, and how often altogether."""

from __future__ import annotations

import random
import threading
from typing import NamedTuple

from .checks import count_problems, seconds_problems
from .errors import CallError, GatewayError, InvalidSettings, RateLimited, TransportError
from .forks import made_anew_by_forks

_MOST_ATTEMPTS = 100
_TOO_MANY_REQUESTS = 429

_CAPACITY = 500
_TRANSIENT_COST = 14
_THROTTLED_COST = 5
"""As the AWS SDKs do since 2026-11: a dead gateway gets few requests more than there are calls."""


class _Figures(NamedTuple):  # cheaper to import than dataclasses
    attempts: int = 3
    """最多发送几次，1 表示不重试。"""
    transient_pause: float = 0.05
    """短暂故障（断线、超时、5xx）之后第一次等待的上限，秒；以后逐次加倍。"""
    throttled_pause: float = 1.0
    """限流而没有写明秒数时第一次等待的上限，秒；以后逐次加倍。"""
    longest_pause: float = 20.0
    """加倍的上限，秒。"""
    longest_wait: float = 5.0
    """平台要求等待（封禁的秒数、Retry-After）不超过它才等待并重试，秒。"""


class RetryPolicy(_Figures):
    """How often and how long to wait before a call is repeated.

    重试策略。每次等待从 0 到上限随机取（full jitter），上限逐次加倍。写操作（规范标为非幂等）只在
    请求一定没有到达业务系统时重试：连接没有建立、限流并写明秒数，或时钟不准；其余情形只重试幂等调用。
    客户端另有重试配额：接连失败时先用尽配额，不再重试，成功后逐渐恢复。
    """

    __slots__ = ()

    def __init__(self, *_: object, **__: object) -> None:
        problems = [*count_problems("attempts", self.attempts, _MOST_ATTEMPTS)]
        for name in self._fields[1:]:
            problems += seconds_problems(name, getattr(self, name), zero=True)
        if problems:
            raise InvalidSettings("RetryPolicy", tuple(problems))

    def retry(self, error: CallError, *, attempt: int) -> Retry | None:
        """What a repetition after the failure of an attempt (from 1) takes; None: do not repeat."""
        if attempt >= self.attempts or not _helps_to_repeat(error):
            return None
        cost, base = _TRANSIENT_COST, self.transient_pause
        if _is_throttled(error):
            cost, base = _THROTTLED_COST, self.throttled_pause
        told = error.retry_after
        if told is None:
            return Retry(self._backoff(base, attempt), cost)
        return Retry(told, cost) if told <= self.longest_wait else None

    def _backoff(self, base: float, attempt: int) -> float:
        most = min(self.longest_pause, base * 2.0 ** (attempt - 1))
        return random.uniform(0, most)  # noqa: S311 - jitter is no secret


class Retry(NamedTuple):
    """One repetition: seconds to wait before it, and what it takes from the quota."""

    pause: float
    cost: int


def _helps_to_repeat(error: CallError) -> bool:
    """Whether a repetition can help and can do nothing twice."""
    match error:
        case TransportError():
            return error.passing and not error.may_have_taken_effect
        case RateLimited(retry="ban"):
            return error.retry_after is not None
        case GatewayError(retry="later"):
            return not error.is_write
        case _:
            return False


def _is_throttled(error: CallError) -> bool:
    match error:
        case TransportError():
            return error.status == _TOO_MANY_REQUESTS
        case _:
            return isinstance(error, RateLimited)


class RetryQuota:
    """Retries that a client may still make, all its threads and tasks together."""

    def __init__(self) -> None:
        self._left = _CAPACITY
        self._lock = threading.Lock()
        made_anew_by_forks(self)

    def take(self, cost: int) -> bool:
        """Pay for a retry; False if the quota does not hold as much."""
        with self._lock:
            if cost > self._left:
                return False
            self._left -= cost
            return True

    def give_back(self, cost: int) -> None:
        """A call succeeded: its last retry costs nothing, or its first attempt earns one."""
        if self._left < _CAPACITY:  # most calls find it full, and need no lock
            with self._lock:
                self._left = min(_CAPACITY, self._left + max(cost, 1))

    def after_fork(self) -> None:
        """Make the lock anew: a thread of the parent may hold it for ever."""
        self._lock = threading.Lock()


USUAL_POLICY = RetryPolicy()
