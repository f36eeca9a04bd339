"""The calls that came."""

from collections import deque
from dataclasses import dataclass


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


class Journal:
    """The last calls, oldest first."""

    def __init__(self) -> None:
        self._requests: deque[RecordedRequest] = deque(maxlen=1000)

    def add(self, request: RecordedRequest) -> None:
        """Remember a call."""
        self._requests.append(request)

    @property
    def requests(self) -> tuple[RecordedRequest, ...]:
        """The calls so far, oldest first."""
        return tuple(self._requests)

    def clear(self) -> None:
        """Forget them."""
        self._requests.clear()
