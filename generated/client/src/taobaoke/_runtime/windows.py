"""Sliding windows: who may call now, and how long everybody else waits.

A window keeps the moments of its last permits, so nothing is rounded or averaged. Who must wait
stands in line at the window that is the last to be free, in the order of arrival, and nobody
behind it takes what it waits for. Its ticket stays the same wherever it waits next, so it is before
all that came later. A call that waits for one window keeps nobody from another.
"""

from __future__ import annotations

import threading
from bisect import bisect_left, insort
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from .._words import LimitScope
from .forks import made_anew_by_forks

FOREVER = float("inf")
LONGEST_NAP = 1.0
_SHORTEST_NAP = 1e-6
"""Less may vanish when it is added to a clock."""
_MANY = 1024
"""So many windows make it look for idle ones."""


class LimiterUnavailable(Exception):  # noqa: N818
    """Redis does not answer, so nobody knows whether a call is within its limits."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return (
            "limiter unavailable / 限流器用的 Redis 不可用，不知道能否调用，请求没有发出："
            f"{self.reason}；请检查 Redis 是否在运行、地址与权限是否正确"
        )


class Rate(NamedTuple):
    """So many calls in any span of so many seconds.

    频率：任意连续 `seconds` 秒之内至多 `calls` 次调用，不是按整秒对齐的“每秒”。
    `Rate(40)` 是每秒 40 次，`Rate(500, 60)` 是每 60 秒 500 次。
    """

    calls: int
    """至多几次。"""
    seconds: float = 1.0
    """多少秒之内。"""


class Need(NamedTuple):
    """A key that a call needs free: nobody banned it, and its window, if it has one, has room."""

    scope: LimitScope
    key: str
    rate: Rate | None


class Wait(NamedTuple):
    """What keeps a call from its permit, and for how many seconds."""

    seconds: float
    scope: LimitScope
    banned: bool

    @property
    def nap(self) -> float:
        """Seconds until the next look: a ban is certain, those before in line may give up."""
        nap = self.seconds if self.banned else min(self.seconds, LONGEST_NAP)
        return max(nap, _SHORTEST_NAP)


class Place:
    """Where a call stands among those that wait."""

    __slots__ = ("line", "name", "ticket")

    def __init__(self) -> None:
        self.line: str | None = None
        """Key of the window that it waits for."""
        self.name = ""
        """Tells it from others where tickets may be equal."""
        self.ticket = 0
        """The lower, the earlier it came; 0: it never had to wait."""


Needs = tuple[Need, ...]


class _Window:
    __slots__ = ("calls", "line", "moments", "seconds")

    def __init__(self, rate: Rate) -> None:
        self.calls, self.seconds = rate
        self.moments: deque[float] = deque(maxlen=rate.calls)
        self.line: list[int] = []
        """Tickets of those that wait for it, the earliest first."""

    def wait(self, ticket: int, now: float) -> float:
        """Seconds until this caller's turn, if all that stand before it take theirs."""
        ahead = bisect_left(self.line, ticket) if ticket else len(self.line)
        rounds, turn = divmod(ahead, self.calls)
        vacant = self.calls - len(self.moments)
        wait = rounds * self.seconds
        if turn >= vacant:
            # Not `moment + seconds <= now`: it rounds, and a window would be a hair too short.
            wait += max(0.0, self.seconds - (now - self.moments[turn - vacant]))
        return wait

    def idle(self, now: float) -> bool:
        """Whether it knows nothing that still counts."""
        return not self.line and not (self.moments and now - self.moments[-1] < self.seconds)


class MemoryWindows:
    """Windows and bans of this process, for all its threads and event loops."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._windows: dict[str, _Window] = {}
        self._bans: dict[str, float] = {}
        self._last_ticket = 0
        self._many = _MANY
        self._lock = threading.Lock()
        made_anew_by_forks(self)

    def take(self, needs: Needs, place: Place, patience: float) -> Wait | None:
        """Take a permit of all needs or of none; stand in line if it comes in time."""
        with self._lock:
            now = self._clock()
            if len(self._windows) > self._many:
                self._forget_idle(now)
            windows = [self._window(need.key, need.rate) for need in needs if need.rate]
            longest = self._longest_wait(needs, place, now)
            if longest is None:
                for window in windows:
                    window.moments.append(now)
                self._stand(place, None)
                return None
            need, seconds, banned = longest
            self._stand(place, need.key if need.rate and seconds <= patience else None)
            return Wait(seconds, need.scope, banned)

    def leave(self, place: Place) -> None:
        """Give up a place in line, if there is one."""
        if place.line is not None:
            with self._lock:
                self._stand(place, None)

    def ban(self, key: str, seconds: float) -> None:
        """Give no permit for a while; a longer ban stays."""
        with self._lock:
            now = self._clock()
            self._bans = {key: until for key, until in self._bans.items() if until > now}
            self._bans[key] = max(now + seconds, self._bans.get(key, now))

    async def take_async(self, needs: Needs, place: Place, patience: float) -> Wait | None:
        """The same for tasks: it never blocks."""
        return self.take(needs, place, patience)

    async def leave_async(self, place: Place) -> None:
        """The same for tasks."""
        self.leave(place)

    async def ban_async(self, key: str, seconds: float) -> None:
        """The same for tasks."""
        self.ban(key, seconds)

    def _longest_wait(
        self, needs: Needs, place: Place, now: float
    ) -> tuple[Need, float, bool] | None:
        found, longest = None, 0.0
        for need in needs:
            if need.rate:
                wait = self._windows[need.key].wait(place.ticket, now)
                if wait > longest:
                    found, longest = (need, wait, False), wait
            if self._bans:
                wait = self._bans.get(need.key, now) - now
                if wait > longest:
                    found, longest = (need, wait, True), wait
        return found

    def _window(self, key: str, rate: Rate) -> _Window:
        window = self._windows.get(key)
        if window is None:
            window = self._windows[key] = _Window(rate)
        return window

    def _stand(self, place: Place, key: str | None) -> None:
        """Move a caller to the line of a window, or out of all lines."""
        if key == place.line:
            return
        if place.line in self._windows:
            line = self._windows[place.line].line
            index = bisect_left(line, place.ticket)
            if line[index : index + 1] == [place.ticket]:  # A fork empties lines.
                del line[index]
        if key is not None:
            if not place.ticket:
                self._last_ticket += 1
                place.ticket = self._last_ticket
            insort(self._windows[key].line, place.ticket)
        place.line = key

    def _forget_idle(self, now: float) -> None:
        kept = {key: window for key, window in self._windows.items() if not window.idle(now)}
        self._windows = kept
        self._many = max(_MANY, 2 * len(kept))

    def after_fork(self) -> None:
        """Only the thread that forked lives on: nobody holds the lock or stands in line."""
        self._lock = threading.Lock()
        for window in self._windows.values():
            window.line.clear()
