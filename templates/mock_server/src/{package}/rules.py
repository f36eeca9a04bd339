"""What tests ordered: replies and faults by method."""

from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from .faults import Fault, parse_fault
from .http import NO_PACE, Pace

T = TypeVar("T")
ANY = "*"
"""Stands for every method."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call gets instead of the usual answer."""

    content: Mapping[str, Any] | None = None
    """None: the usual one."""
    fault: Fault | None = None
    pace: Pace = NO_PACE

    @property
    def name(self) -> str | None:
        """The fault as the journal calls it; None if the caller gets a whole answer."""
        if self.pace.drop:
            return "drop"
        return self.fault.name if self.fault else None


class _Script(Generic[T]):
    """Values by method: first those that hold for some calls, then the one that stays."""

    def __init__(self) -> None:
        self.limited: dict[str, deque[T]] = defaultdict(deque)
        self.standing: dict[str, T] = {}

    def put(self, method: str, value: T, times: int | None) -> None:
        if times is None:
            self.standing[method] = value
        else:
            self.limited[method].extend([value] * times)

    def take(self, method: str) -> T | None:
        for name in (method, ANY):
            if self.limited.get(name):
                return self.limited[name].popleft()
            if name in self.standing:
                return self.standing[name]
        return None


class Rules:
    """The script of replies and faults."""

    def __init__(self) -> None:
        self.replies: _Script[Mapping[str, Any]] = _Script()
        self.faults: _Script[Answer] = _Script()

    def __bool__(self) -> bool:
        scripts = (self.replies, self.faults)
        return any(script.limited or script.standing for script in scripts)

    def take(self, method: str, parameters: Mapping[str, str]) -> Answer | None:
        """What a call gets; it counts as one of the calls that a rule is for."""
        if (ordered := self.faults.take(method)) is not None:
            return ordered
        content = self.replies.take(method)
        return None if content is None else Answer(content)

    def fault(self, text: str, sub_msg: str | None, method: str) -> Answer:
        """The answer that a call itself asks for; ValueError if that is no fault."""
        fault, pace = parse_fault(text, sub_msg, method)
        return Answer(None, fault, pace)

    def knows(self, method: str) -> bool:
        """Whether there is a reply for the method itself."""
        return method in self.replies.standing or bool(self.replies.limited.get(method))

    def clear(self) -> None:
        """Forget everything."""
        for script in (self.replies, self.faults):
            script.limited.clear()
            script.standing.clear()
