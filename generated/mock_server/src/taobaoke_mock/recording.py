"""What tests tell the mock, and what the mock tells tests. All of it is safe between threads."""

import threading
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from .faults import Fault

T = TypeVar("T")
ANY = "*"
"""Stands for every method."""


@dataclass(frozen=True, slots=True)
class RecordedRequest:
    """One call that the mock received; the session is masked."""

    verb: str
    method: str
    parameters: dict[str, str]
    files: tuple[str, ...]
    """Names of the uploaded files' parameters."""
    error: str | None
    """Code of the error reply, or the fault that was played; None if all was well."""
    explanation: str | None
    """Why the call failed, or what is likely a mistake."""


class Script(Generic[T]):
    """Values by method: first those that hold for some calls, then the one that stays."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._limited: dict[str, deque[T]] = defaultdict(deque)
        self._standing: dict[str, T] = {}

    def put(self, method: str, value: T, times: int | None) -> None:
        """For the next `times` calls of a method, or from now on."""
        with self._lock:
            if times is None:
                self._standing[method] = value
            else:
                self._limited[method].extend([value] * times)

    def take(self, method: str) -> T | None:
        """The value for one call."""
        with self._lock:
            for name in (method, ANY):
                if self._limited.get(name):
                    return self._limited[name].popleft()
                if name in self._standing:
                    return self._standing[name]
        return None

    def knows(self, method: str) -> bool:
        """Whether there is a value for the method itself."""
        with self._lock:
            return method in self._standing or bool(self._limited.get(method))

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._limited.clear()
            self._standing.clear()


class Recording:
    """The script of replies and faults, and the calls that came."""

    def __init__(self) -> None:
        self.replies: Script[dict[str, Any]] = Script()
        self.faults: Script[Fault] = Script()
        self._lock = threading.Lock()
        self._requests: list[RecordedRequest] = []

    def add(self, request: RecordedRequest) -> None:
        """Remember a call."""
        with self._lock:
            self._requests.append(request)

    @property
    def requests(self) -> tuple[RecordedRequest, ...]:
        """The calls so far, oldest first."""
        with self._lock:
            return tuple(self._requests)

    def clear(self) -> None:
        """Back to how it was at the start."""
        self.replies.clear()
        self.faults.clear()
        with self._lock:
            self._requests.clear()
