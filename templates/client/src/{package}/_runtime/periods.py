"""Periods that are cut into windows: where to cut, what was given, and how far everything is."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from ..platform import CLOCK_TOLERANCE_SECONDS
from .errors import InvalidArguments
from .outcomes import attribute
from .record import Record
from .shown import shown
from .values import in_gateway_zone, moment_text, parse_moment, plain

if TYPE_CHECKING:
    from .method import Window
    from .models import Model

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
_USUAL_LENGTH = DAY
"""Of windows whose longest no document tells: what a failure has to be read again."""
_SHORTEST = timedelta(minutes=1)
"""Who refuses this as too long means something else."""
CLOCK_SKEW = timedelta(seconds=CLOCK_TOLERANCE_SECONDS)
"""By how much they may differ before the gateway refuses calls."""
_VERSION = 1
_DIGEST_SIZE = 12
"""Bytes: among millions of elements no two are alike."""


class Span(NamedTuple):
    """From a moment until another one; whole seconds in the gateway's zone."""

    start: datetime
    end: datetime

    def meets(self, other: Span) -> bool:
        """Whether they have a second in common."""
        return self.start <= other.end and other.start <= self.end


def whole_second(moment: datetime) -> datetime:
    """A moment in the gateway's zone, as exact as the gateway knows it."""
    return in_gateway_zone(moment).replace(microsecond=0)


# Cutting


class Cutter:
    """Where windows end, so that the gateway accepts them.

    Neighbours share the second between them: no document says whether the last second of a window
    belongs to it.
    """

    def __init__(self, window: Window, step: timedelta | None) -> None:
        self._window = window
        self._step = step
        self._learned: tuple[str, timedelta] | None = None
        """A day, and how long the gateway lets windows be on it."""

    @property
    def _cuts(self) -> bool:
        """Whether a call can tell where its window ends."""
        return self._window.end is not None or self._window.length is not None

    def cut(self, span: Span) -> Span:
        """The first window of a span."""
        if not self._cuts:
            return span
        end = span.start + self._length(span.start)
        midnight = span.start.replace(hour=0, minute=0, second=0) + DAY
        while midnight <= end:
            if self._is_peak(midnight) and midnight - SECOND > span.start:
                end = midnight - SECOND
            midnight += DAY
        return Span(span.start, min(end, span.end))

    def shorten(self, refused: Span) -> bool:
        """Have shorter windows on the day of one that was too long; false if nobody can."""
        if not self._cuts:
            return False
        length = refused.end - refused.start
        peak = self._below(self._window.peak)
        shorter = peak if peak and peak < length else length // 2
        if shorter < (DAY if self._window.length else _SHORTEST):
            return False
        self._learned = _day(refused.start), shorter - timedelta(microseconds=shorter.microseconds)
        return True

    def _length(self, start: datetime) -> timedelta:
        is_peak = self._is_peak(start) or self._is_peak(start + SECOND)
        longest = self._below(self._window.peak if is_peak else self._window.longest)
        lengths = [longest or _USUAL_LENGTH]
        if self._step:
            lengths.append(self._step)
        if self._learned and self._learned[0] == _day(start):
            lengths.append(self._learned[1])
        shortest = min(lengths)
        return max(shortest // DAY, 1) * DAY if self._window.length else shortest

    def _below(self, longest: int | None) -> timedelta | None:
        """A length that is accepted; one of exactly the longest may be refused already."""
        if longest is None:
            return None
        return timedelta(seconds=longest if self._window.length else longest - longest // 12)

    def _is_peak(self, moment: datetime) -> bool:
        return f"{moment:%m-%d}" in self._window.peak_days


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"


# What was given


class Mark(NamedTuple):
    """What tells an element from others."""

    identity: str
    content: str
    """Empty if the identity is enough: nothing changes any more without another one."""


class Memory:
    """The elements that were given, with the window that gave them."""

    def __init__(self, key: str | None, changed: str | None) -> None:
        self._key, self._changed = key, changed
        self._given: dict[str, Mark] = {}
        self._windows: dict[str, Span] = {}
        self._met = Counter[str]()

    def begin_window(self) -> None:
        """Count anew how often alike elements are met."""
        self._met.clear()

    def new(self, element: Model, asked: datetime) -> Mark | None:
        """The mark of an element that was not given yet; `asked` is when its page was asked for."""
        mark = self._mark(element, asked)
        known = self._given.get(mark.identity)
        if known is None:
            return mark
        if not known.content or known.content == _digest(element.raw):
            return None
        return mark

    def note(self, mark: Mark, window: Span) -> None:
        """An element was given by a window."""
        self._given[mark.identity] = mark
        self._windows[mark.identity] = window

    def forget(self, before: datetime, kept: Iterable[Span]) -> None:
        """Forget what no window can bring again, but for those that meet some spans."""
        spans = tuple(kept)
        for identity, window in [*self._windows.items()]:
            if window.end < before and not any(map(window.meets, spans)):
                del self._given[identity], self._windows[identity]

    def _mark(self, element: Model, asked: datetime) -> Mark:
        key, changed = attribute(element, self._key), attribute(element, self._changed)
        if key in (None, ""):
            # Alike elements of a window are several; those of its neighbour are the same again.
            digest = _digest(element.raw)
            self._met[digest] += 1
            return Mark(f"{digest}{self._met[digest]}", "")
        if changed is None:
            return Mark(_digest([str(key), element.raw]), "")
        # What changed in this second may change once more with the same moment.
        settled = changed < asked - CLOCK_SKEW
        return Mark(_digest([str(key), str(changed)]), "" if settled else _digest(element.raw))

    def written(self) -> dict[str, list[str]]:
        """As JSON: marks by their window."""
        found: dict[str, list[str]] = {}
        for identity, window in [*self._windows.items()]:  # a loop may run in another thread
            text = ".".join(filter(None, self._given[identity]))
            found.setdefault("/".join(map(moment_text, window)), []).append(text)
        return found

    def read(self, written: Mapping[str, Iterable[str]]) -> None:
        """Take over what was written."""
        for span, marks in written.items():
            start, end = span.split("/")
            window = Span(_moment(start), _moment(end))
            for text in marks:
                identity, _, content = text.partition(".")
                self.note(Mark(identity, content), window)


def _digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, default=str)
    digest = blake2b(text.encode(), digest_size=_DIGEST_SIZE).digest()
    return urlsafe_b64encode(digest).decode()


# Tokens


class Progress(Record):
    """How far a pull is."""

    start: datetime
    """Where everything began."""
    at: datetime
    """All before was given, but for the gaps."""
    gaps: tuple[Span, ...] = ()

    def behind(self, overlap: timedelta) -> datetime:
        """Where to look again from."""
        return self.at - min(overlap, self.at - self.start)


class Question(NamedTuple):
    """What is asked for in every window."""

    method: str
    app_key: str
    arguments: Mapping[str, Any]

    @property
    def digest(self) -> str:
        """Whose orders, and which of them."""
        return _digest([self.app_key, plain(self.arguments)])


def written(question: Question, progress: Progress, memory: Memory) -> str:
    """Progress as text."""
    told = {
        "version": _VERSION,
        "method": question.method,
        "question": question.digest,
        "start": moment_text(progress.start),
        "at": moment_text(progress.at),
        "gaps": [[*map(moment_text, span)] for span in progress.gaps],
        "given": memory.written(),
    }
    return json.dumps(told, separators=(",", ":"))


def read(question: Question, token: str, memory: Memory, now: datetime) -> Progress:
    """The progress that a text tells; InvalidArguments if it does not belong here."""
    try:
        told = json.loads(token)
        version, method = told["version"], told["method"]
        known = type(version) is int and version == _VERSION
        progress = _progress(told) if known and method == question.method else None
        if progress:
            memory.read(told["given"])
        asked = told["question"] if known else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise _unfit(question, "不是 token 给出的文字，或已残缺；还没有进度就不要给") from None
    if not known:
        raise _unfit(question, f"版本是 {version!r}，这里只懂 {_VERSION}：请从 start 重新开始")
    if progress is None:
        raise _unfit(question, f"来自 {shown(method)}")
    if asked != question.digest:
        why = "来自另一次查询，参数或 AppKey 与现在的不同：每种查询各存各的 token"
        raise _unfit(question, why)
    if progress.at > now + CLOCK_SKEW:
        at, known_now = moment_text(progress.at), moment_text(now)
        why = f"记着已取到 {at}，客户端的时间却是 {known_now}：请先校准时钟"
        raise _unfit(question, why)
    return progress


def _progress(told: Mapping[str, Any]) -> Progress:
    """ValueError if it makes no sense."""
    start, at = _moment(told["start"]), _moment(told["at"])
    gaps = tuple(Span(_moment(first), _moment(last)) for first, last in told["gaps"])
    if start > at or any(gap.start >= gap.end for gap in gaps):
        raise ValueError("a period ends before it begins")
    return Progress(start, at, gaps)


def _unfit(question: Question, why: str) -> InvalidArguments:
    return InvalidArguments(question.method, (f"resume：{why}",))


def _moment(text: str) -> datetime:
    moment = parse_moment(text)
    if moment is None:
        raise ValueError(text)
    return moment
