"""What time it is for the mock."""

import time


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
        if not 0 <= seconds < float("inf"):
            raise ValueError(f"时间只能向前：{seconds} (time only moves forward)")
        self._ahead += seconds

    def reset(self) -> None:
        """Back to the time of the machine."""
        self._ahead = 0.0
