"""What a client and its copies with other options have in common."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .forks import made_anew_by_forks

if TYPE_CHECKING:
    from .retry import RetryQuota


class Shared:
    """Connections, the quota of retries, and what was learned about the gateway's clock."""

    def __init__(self, new_transport: Callable[[], Any]) -> None:
        self.clock_offset = 0.0
        self.quota: RetryQuota | None = None
        """Made by the first failure."""
        self._new_transport = new_transport
        self._transport: Any = None
        self._lock = threading.Lock()
        made_anew_by_forks(self)

    @property
    def transport(self) -> Any:
        """Made by the first call: one, however many threads begin at once."""
        if self._transport is None:
            with self._lock:
                if self._transport is None:
                    self._transport = self._new_transport()
        return self._transport

    @property
    def opened(self) -> Any:
        """The transport if there is one, to close it."""
        return self._transport

    def charge(self, cost: int) -> bool:
        """Pay for a retry; False if too many were needed already."""
        with self._lock:
            if self.quota is None:
                from .retry import RetryQuota  # programs without failures do without it

                self.quota = RetryQuota()
        return self.quota.take(cost)

    def after_fork(self) -> None:
        """Make the lock anew: a thread of the parent may hold it for ever."""
        self._lock = threading.Lock()
