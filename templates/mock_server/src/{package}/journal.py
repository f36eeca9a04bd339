"""The calls that came: kept within bounds, and held against what a test expects."""

from collections import Counter, deque
from dataclasses import dataclass

from .hints import one_line
from .knowledge import platform
from .matching import Conditions, Values, described, differences, meets
from .options import check_whole
from .suggestions import ANY, nearest

CALLS, SIZE = 1000, 4_000_000
"""How many calls are remembered, and about how many bytes of what they carry."""
_EACH = 100
"""Bytes that a parameter takes beside its text."""
_MOST_NAMES, _LONGEST_NAME = 2000, 128
"""Calls are counted by method; of names that no document has, so many: callers may send any."""


SECRET = frozenset({"session", "app_secret", "access_token", "refresh_token"})
"""Parameters whose values are never kept."""


@dataclass(frozen=True, slots=True)
class RecordedRequest:
    """One call that the mock received; the session is masked."""

    verb: str
    method: str
    parameters: dict[str, str]
    files: tuple[str, ...]
    """Names of the uploaded files' parameters."""
    error: str | None
    """Code of the error reply, with the sub code if it says more: 15:isv.invalid-parameter; or
    http-502, bad-json, cut, drop if the caller got none. None if all was well."""
    explanation: str | None
    """Why the call failed, or what is likely a mistake."""
    fault: str | None = None
    """The fault that was ordered and played, as it was written."""

    def told(self, request_id: str = "") -> str:
        """The call for people: a line, and a line for each explanation."""
        ordered = f" (ordered{f': {self.fault}' if self.fault != self.error else ''})"
        parts = [
            f"{self.verb} {one_line(self.method[:_LONGEST_NAME]) or '-'} → {self.error or 'ok'}",
            ordered if self.fault else "",
            f" [{request_id}]" if request_id else "",
        ]
        lines = self.explanation.splitlines() if self.explanation else []
        return "\n  ".join(["".join(parts), *lines])


class Journal:
    """The newest calls, and how many there were by method."""

    def __init__(self, calls: int = CALLS, size: int = SIZE) -> None:
        check_whole("journal", calls, 1)
        self._most, self._largest = calls, size
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self._calls: deque[tuple[int, RecordedRequest]] = deque()
        self._size = 0
        self._counts: Counter[str] = Counter()
        self._uncounted = 0

    def add(self, request: RecordedRequest) -> None:
        """Remember a call, and forget the oldest ones; the newest is always kept."""
        size = _size(request)
        self._calls.append((size, request))
        self._size += size
        while len(self._calls) > 1 and (
            len(self._calls) > self._most or self._size > self._largest
        ):
            self._size -= self._calls.popleft()[0]
        if self._is_counted(request.method):
            self._counts[request.method] += 1
        else:
            self._uncounted += 1

    @property
    def requests(self) -> tuple[RecordedRequest, ...]:
        """The calls that are remembered, oldest first."""
        return tuple(request for _, request in self._calls)

    @property
    def counts(self) -> dict[str, int]:
        """How many calls of each method there were, forgotten ones among them."""
        return dict(self._counts)

    def verify(self, method: str, times: int | None, wanted: Conditions) -> None:
        """AssertionError unless there were so many calls; None: at least one."""
        __tracebackhide__ = True  # pytest shows the test's line instead
        calls = [each for each in self.requests if method in (each.method, ANY)]
        fitting = sum(meets(Values(call.parameters), wanted) for call in calls)
        forgotten = max(self._total(method) - len(calls), 0)
        if not wanted and (method == ANY or method in self._counts):
            fitting, forgotten = fitting + forgotten, 0
        if fitting >= 1 if times is None else (fitting == times and not forgotten):
            return
        told = [self._summary(method, times, fitting, wanted)]
        if forgotten and fitting <= (times or 0):
            told.append(
                f"  另有 {forgotten} 次调用已被遗忘，无法判定；把 journal 调大，或先 reset() "
                f"({forgotten} earlier calls are forgotten: this cannot be told)"
            )
        if wanted and (times is None or fitting < times):
            told += self._nearest(calls, wanted)
        if not calls and not forgotten:
            told += self._others(method)
        raise AssertionError("\n".join(told))

    def _total(self, method: str) -> int:
        if method == ANY:
            return self._counts.total() + self._uncounted
        return self._counts.get(method, self._uncounted)

    def _is_counted(self, method: str) -> bool:
        if method in self._counts or method in platform()["methods"]:
            return True
        return len(self._counts) < _MOST_NAMES and len(method) <= _LONGEST_NAME

    def _summary(self, method: str, times: int | None, fitting: int, wanted: Conditions) -> str:
        zh, en = ("至少 1 次", "at least 1") if times is None else (f"{times} 次", str(times))
        what = f"{method}（{described(wanted)}）" if wanted else method
        return f"{what}：期望 {zh}，实际 {fitting} 次 (expected {en}, got {fitting})"

    def _nearest(self, calls: list[RecordedRequest], wanted: Conditions) -> list[str]:
        """How the call that comes closest differs."""
        rest = [(differences(call.parameters, wanted), at) for at, call in enumerate(calls, 1)]
        missed = [(found, at) for found, at in rest if found]
        if not missed:
            return []
        found, at = min(missed, key=lambda each: len(each[0]))
        count = len(calls)
        head = f"  最接近的是第 {at} 次，共 {count} 次 (the nearest is call {at} of {count}):"
        return [head, *(f"    {difference}" for difference in found)]

    def _others(self, method: str) -> list[str]:
        """What was called instead."""
        if not self._counts:
            return ["  没有收到任何调用 (no calls at all)"]
        near = nearest(method, self._counts)
        names = [near] if near else [name for name, _ in self._counts.most_common(5)]
        told = ", ".join(f"{name or '-'} × {self._counts[name]}" for name in names)
        return [f"  收到的是 (what came): {told}"]


def _size(request: RecordedRequest) -> int:
    parameters = request.parameters
    texts = sum(sum(map(len, some)) for some in (parameters, parameters.values(), request.files))
    return texts + len(request.explanation or "") + _EACH * (len(parameters) + len(request.files))
