"""What time it is for the mock."""

import time

LAST = 253402300800.0
"""The year 10000, which no date can tell."""


class Clock:
    """The time by which bans, quotas and sessions end: that of the machine until it is moved.

    The timestamps of calls are held against the machine's own clock, which callers read as well:
    a test that moves this one can go on calling.
    """

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        """Let time pass at once."""
        if not isinstance(seconds, int | float) or isinstance(seconds, bool):
            raise ValueError(f"应为秒数，不是 {seconds!r} (a number of seconds is expected)")
        if not 0 <= seconds < LAST:
            raise ValueError(
                f"时间只能向前，至多几千年：{str(seconds)[:20]} (time only moves forward)"
            )
        if self.now() + seconds >= LAST:
            raise ValueError("时间不能到公元 10000 年 (no time after the year 9999)")
        self._ahead += seconds

    def reset(self) -> None:
        """Back to the time of the machine."""
        self._ahead = 0.0
