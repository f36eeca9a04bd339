"""The limiter: calls wait for their permits, and bans of the platform hold for everybody."""

# ruff: noqa: N818 - the errors say what is the matter

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from .._product import NAME
from .._words import LimitScope
from ..platform import DROPPED_PREFIX
from .shown import shown
from .windows import FOREVER, MemoryWindows, Need, Needs, Place, Rate, Wait

if TYPE_CHECKING:
    import redis.asyncio

    from .redis_windows import RedisWindows

_MOST_CALLS = 1_000_000
"""A window keeps the moment of every call."""
_LONGEST_SPAN = 31 * 86400
"""Seconds; more is a slip, of settings or of the platform."""


class Caller(NamedTuple):
    """Who calls what, as far as limits tell calls apart."""

    app_key: str
    account: str
    method: str


class NoPermit(Exception):
    """No permit comes before the deadline."""

    def __init__(self, caller: Caller, wait: Wait) -> None:
        super().__init__(caller, wait)
        self.caller = caller
        self.scope: LimitScope = wait.scope
        """What is limited or banned."""
        self.retry_after = wait.seconds
        """Seconds until the permit could come."""
        self.banned = wait.banned
        """Whether the platform said so; else it is a rate of the limiter."""

    def __str__(self) -> str:
        reason = "平台要求暂停调用" if self.banned else "达到限流器的频率"
        return (
            f"{self.caller.method}: no permit before the deadline / 截止之前轮不到，请求没有发出："
            f"{reason}（范围 {self.scope}），请在 {self.retry_after:.3g} 秒之后再调，或放宽截止时间"
        )


class Limiter:
    """Keep calls below the limits of the platform, and quiet while it bans them.

    限流器：调用在发送之前排队领取许可，绝不超过给定的频率；平台要求暂停（错误码 7、9100、
    3000 等）时，受影响的调用都等到期满。把同一个限流器交给多个客户端，同步或异步、任意线程与
    事件循环，它们就共用额度与暂停。

        limiter = Limiter(app=100, account=40, method=Rate(10, 1.0))
        client = Client(app_key, app_secret, limiter=limiter)

    频率写整数是每秒几次，写 `Rate(次数, 秒数)` 是任意连续那么多秒之内至多几次；不写就不限，
    `Limiter()` 只记住暂停。

    - `app`：同一应用（AppKey）的全部调用。
    - `account`：同一账号的全部调用，账号可以有多个应用；没有说明账号时就是 AppKey。
    - `method`：同一应用对同一 API 的调用，每个 API 各算各的。
    - `methods`：个别 API 的频率，代替 `method`：`{"API 全名": 5}`。

    一次调用同时领到全部许可，或者一个也不占；等待的先来先得，不会饿死；截止时间之前轮不到的
    立即报错，不白等。许可在领到的时刻计数：网络快慢不一，平台看到的间隔可能略短，需要余量就把
    频率设低一些。

    `redis` 让多个进程与机器共用：网址（`redis://…`，需要 `pip install redis`）、`redis.Redis`，
    或只在一个事件循环里用的 `redis.asyncio.Redis`；时刻以 Redis 的时钟为准，Redis 不可用时报错，
    不会悄悄不限；自己的客户端请设置 `socket_timeout`。共用者应当给出相同的频率。Redis 若淘汰键，
    或重启而没有持久化，会忘记最近的调用。`prefix` 是键名的开头，集群里请含花括号（`{limiter}`），
    让所有键落在同一个槽。
    """

    def __init__(
        self,
        *,
        app: Rate | int | None = None,
        account: Rate | int | None = None,
        method: Rate | int | None = None,
        methods: Mapping[str, Rate | int] | None = None,
        redis: redis.Redis | redis.asyncio.Redis | str | None = None,
        prefix: str = f"{NAME}:limiter",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        problems: list[str] = []
        if methods is not None and not isinstance(methods, Mapping):
            problems.append(f"methods: 应为 API 全名到频率的 dict，得到 {shown(methods)}")
            methods = None
        for name in methods or ():
            problems += _name_problems(name)
        if not callable(clock):
            problems.append("clock: 应为返回秒数的函数")
        self._rates = _Rates(
            _rate("app", app, problems),
            _rate("account", account, problems),
            _rate("method", method, problems),
            {
                name: _rate(f"methods[{shown(name)}]", rate, problems)
                for name, rate in (methods or {}).items()
            },
        )
        self._clock = clock
        self._needs = lru_cache(maxsize=1024)(self._rates.needs)
        self._windows = _windows(redis, prefix, clock, problems)
        if problems:
            from .errors import InvalidSettings  # of no use to those who set everything right

            raise InvalidSettings(type(self).__name__, tuple(problems))

    def __repr__(self) -> str:
        given = (f"{name}={rate!r}" for name, rate in self._rates._asdict().items() if rate)
        return f"{type(self).__name__}({', '.join(given)})"

    def acquire(
        self,
        caller: Caller,
        *,
        deadline: float | None = None,
        sleep: Callable[[float], object] = time.sleep,
    ) -> float:
        """Wait for a permit and take it; tell the seconds that it took.

        NoPermit if none comes before the deadline, a moment of `time.monotonic()`.
        """
        started = self._clock()
        needs, place = self._needs(caller), Place()
        try:
            while True:
                patience = self._patience(deadline)
                wait = self._windows.take(needs, place, patience)
                if wait is None:
                    return self._clock() - started
                if wait.seconds > patience:
                    raise NoPermit(caller, wait)
                sleep(wait.nap)
        finally:
            self._windows.leave(place)

    async def acquire_async(
        self,
        caller: Caller,
        *,
        deadline: float | None = None,
        sleep: Callable[[float], Awaitable[object]],
    ) -> float:
        """The same for tasks, of any event loop."""
        started = self._clock()
        needs, place = self._needs(caller), Place()
        try:
            while True:
                patience = self._patience(deadline)
                wait = await self._windows.take_async(needs, place, patience)
                if wait is None:
                    return self._clock() - started
                if wait.seconds > patience:
                    raise NoPermit(caller, wait)
                await sleep(wait.nap)
        finally:
            await self._windows.leave_async(place)

    def ban(self, caller: Caller, scope: LimitScope | None, seconds: float) -> None:
        """Give no permits within a scope for some seconds, as the platform asks."""
        self._windows.ban(_banned_key(caller, scope), min(seconds, _LONGEST_SPAN))

    async def ban_async(self, caller: Caller, scope: LimitScope | None, seconds: float) -> None:
        """The same for tasks."""
        await self._windows.ban_async(_banned_key(caller, scope), min(seconds, _LONGEST_SPAN))

    def _patience(self, deadline: float | None) -> float:
        """Seconds that are left to wait."""
        return FOREVER if deadline is None else deadline - self._clock()


class _Rates(NamedTuple):
    app: Rate | None
    account: Rate | None
    method: Rate | None
    methods: Mapping[str, Rate | None]

    def needs(self, caller: Caller) -> Needs:
        """What a call needs, the widest first."""
        return (
            Need("app", _app_key(caller), self.app),
            Need("account", _account_key(caller), self.account),
            Need("method", _method_key(caller), self.methods.get(caller.method, self.method)),
        )


def _app_key(caller: Caller) -> str:
    return f"app:{caller.app_key}"


def _account_key(caller: Caller) -> str:
    return f"account:{caller.account}"


def _method_key(caller: Caller) -> str:
    return f"method:{caller.method}:{caller.app_key}"


def _banned_key(caller: Caller, scope: LimitScope | None) -> str:
    match scope:
        case "app":
            return _app_key(caller)
        case "account":
            return _account_key(caller)
        case _:  # Users and partners are not told apart: the narrowest that is.
            return _method_key(caller)


def _name_problems(name: object) -> list[str]:
    """What is wrong with the name of a method: a misspelt one would limit nothing."""
    if not isinstance(name, str) or "." not in name or not name.isprintable():
        return [f"methods: 应为 API 全名，如 {DROPPED_PREFIX}…，得到 {shown(name)}"]
    if not name.startswith(DROPPED_PREFIX) and _is_known(name):
        return [f"methods: 应为 API 全名 {DROPPED_PREFIX}{name}，得到 {shown(name)}"]
    return []


def _is_known(name: str) -> bool:
    """Whether the package has a method of a name without its usual beginning."""
    return find_spec(f"..methods.{name.replace('.', '_')}", __package__) is not None


def _rate(name: str, given: Rate | int | None, problems: list[str]) -> Rate | None:
    if given is None:
        return None
    rate = given if isinstance(given, Rate) else Rate(given)
    if type(rate.calls) is not int or not 1 <= rate.calls <= _MOST_CALLS:
        problems.append(f"{name}: 次数应为 1 到 {_MOST_CALLS} 的整数，得到 {shown(rate.calls)}")
    if type(rate.seconds) not in (int, float) or not 0 < rate.seconds <= _LONGEST_SPAN:
        problems.append(f"{name}: 秒数应大于 0，不超过 {_LONGEST_SPAN}，得到 {shown(rate.seconds)}")
    return rate


def _windows(
    redis: redis.Redis | redis.asyncio.Redis | str | None,
    prefix: str,
    clock: Callable[[], float],
    problems: list[str],
) -> MemoryWindows | RedisWindows:
    if redis is None:
        return MemoryWindows(clock)
    from .redis_windows import RedisWindows, client_of  # Only those who share need it.

    try:
        return RedisWindows(client_of(redis), prefix)
    except ValueError as error:
        problems.append(f"redis: {error}")
        return MemoryWindows(clock)
