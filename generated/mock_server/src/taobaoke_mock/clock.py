"""What time it is for the mock."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from .times import LAST, moment_of

Change = Callable[["Setting | None"], None]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a clock was set: it showed `moment` at `at` on the machine's, and goes on at `speed`."""

    moment: float
    at: float
    speed: float


class Clock:
    """The time of everything that the mock remembers: that of the machine until it is set.

    A setting is replaced as a whole, so that threads need no lock. The timestamps of calls are held
    against the machine's own clock, which callers read as well: a test that moves this one can go
    on calling.
    """

    def __init__(self) -> None:
        self._setting: Setting | None = None
        self._changed: Change | None = None

    def now(self) -> float:
        """Seconds since 1970."""
        setting = self._setting
        if setting is None:
            return time.time()
        return min(setting.moment + (time.time() - setting.at) * setting.speed, LAST)

    @property
    def setting(self) -> Setting | None:
        """How it was set; None: it is the machine's."""
        return self._setting

    @property
    def speed(self) -> float:
        """How many seconds pass in a second; 0: it stands."""
        return 1.0 if self._setting is None else self._setting.speed

    def set(self, moment: datetime | str | float) -> None:
        """Stand still at a moment: a datetime with a zone, text in Beijing time, or an epoch."""
        self._put(Setting(moment_of(moment), time.time(), 0.0))

    def advance(self, by: timedelta | float) -> None:
        """Let time pass at once."""
        seconds = by.total_seconds() if isinstance(by, timedelta) else by
        if not isinstance(seconds, int | float) or isinstance(seconds, bool):
            raise ValueError(f"应为秒数，不是 {by!r} (a number of seconds is expected)")
        if not 0 <= seconds <= LAST:
            raise ValueError(
                f"时间只能向前，至多几千年：{str(seconds)[:20]} (time only moves forward)"
            )
        if self.now() + seconds > LAST:
            raise ValueError("时间不能到公元 10000 年 (no time after the year 9999)")
        self._put(Setting(self.now() + seconds, time.time(), self.speed))

    def run(self, speed: float = 1.0) -> None:
        """Go on, `speed` seconds a second."""
        if isinstance(speed, bool) or not isinstance(speed, int | float) or not 0 < speed <= LAST:
            raise ValueError(
                f"速度应大于 0，至多 {LAST}：{str(speed)[:20]} "
                "(the speed must be positive, and not beyond all time; stop() stops)"
            )
        self._put(Setting(self.now(), time.time(), speed))

    def stop(self) -> None:
        """Stand still."""
        self._put(Setting(self.now(), time.time(), 0.0))

    def reset(self) -> None:
        """Back to the time of the machine."""
        self._put(None)

    def restore(self, setting: Setting | None) -> None:
        """As it was set before; what ran has gone on."""
        self._put(setting)

    def watch(self, changed: Change | None) -> None:
        """Tell every change of the setting from now on; None: tell nobody."""
        self._changed = changed

    def _put(self, setting: Setting | None) -> None:
        self._setting = setting
        if self._changed:
            self._changed(setting)

    def __repr__(self) -> str:
        moment = datetime.fromtimestamp(self.now(), UTC)
        return f"<Clock {moment:%Y-%m-%d %H:%M:%S}Z, {self.speed:g} s/s>"
