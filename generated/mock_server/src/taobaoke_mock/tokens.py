"""The sessions that are valid."""

from collections.abc import Iterable
from typing import Literal

State = Literal["valid", "expired", "unknown"]


class Sessions:
    """Sessions that stay valid."""

    def __init__(self, sessions: Iterable[str]) -> None:
        self._valid = frozenset(sessions)

    def state(self, session: str, now: float) -> State:
        """What the gateway thinks of a session."""
        return "valid" if session in self._valid else "unknown"
