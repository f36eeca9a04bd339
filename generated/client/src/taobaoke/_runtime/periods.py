"""Periods that are cut into windows: where to cut, what was given, and how far everything is."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from .errors import InvalidArguments
from .outcomes import attribute
from .record import Record
from .values import in_gateway_zone, moment_text, parse_moment, plain

if TYPE_CHECKING:
    from .method import Window
    from .models import Model

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
_USUAL_LENGTH = DAY
"""Of windows whose longest no document tells: what a failure has to be read again."""
_SHORTEST = timedelta(minutes=1)
"""Who refuses this as too long means something else."""
_SKEW = timedelta(minutes=1)
"""By how much the clocks of client and gateway may differ."""
_VERSION = 1
_DIGEST_SIZE = 12
"""Bytes: among millions of elements no two are alike."""


class Span(NamedTuple):
    """From a moment until another one; whole seconds in the gateway's zone."""

    start: datetime
    end: datetime


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
    """The elements that were given, by the end of the window that gave them."""

    def __init__(self, key: str | None, changed: str | None) -> None:
        self._key, self._changed = key, changed
        self._given: dict[str, Mark] = {}
        self._ends: dict[str, datetime] = {}
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

    def note(self, mark: Mark, end: datetime) -> None:
        """An element was given by a window with this end."""
        self._given[mark.identity] = mark
        self._ends[mark.identity] = end

    def forget(self, before: datetime, kept: Iterable[Span]) -> None:
        """Forget what no window can bring again, but for those within some spans."""
        spans = tuple(kept)
        for identity, end in [*self._ends.items()]:
            if end < before and not any(span.start <= end <= span.end for span in spans):
                del self._given[identity], self._ends[identity]

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
        settled = changed < asked - _SKEW
        return Mark(_digest([str(key), str(changed)]), "" if settled else _digest(element.raw))

    def written(self) -> dict[str, list[str]]:
        """As JSON: marks by the end of their window."""
        found: dict[str, list[str]] = {}
        for identity, end in self._ends.items():
            text = ".".join(filter(None, self._given[identity]))
            found.setdefault(moment_text(end), []).append(text)
        return found

    def read(self, written: Mapping[str, Iterable[str]]) -> None:
        """Take over what was written."""
        for end, marks in written.items():
            for text in marks:
                identity, _, content = text.partition(".")
                self.note(Mark(identity, content), _moment(end))


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


def written(method: str, arguments: Mapping[str, Any], progress: Progress, memory: Memory) -> str:
    """Progress as text."""
    told = {
        "version": _VERSION,
        "method": method,
        "arguments": _question(arguments),
        "start": moment_text(progress.start),
        "at": moment_text(progress.at),
        "gaps": [[*map(moment_text, span)] for span in progress.gaps],
        "given": memory.written(),
    }
    return json.dumps(told, separators=(",", ":"))


def read(method: str, arguments: Mapping[str, Any], token: str, memory: Memory) -> Progress:
    """The progress that a text tells; InvalidArguments if it is not of this method and question."""
    try:
        told = json.loads(token)
        if told["version"] != _VERSION:
            raise _unfit(
                method, f"版本是 {told['version']}，这里只懂 {_VERSION}：请从 start 重新开始"
            )
        if told["method"] != method:
            raise _unfit(method, f"来自 {told['method']}")
        if told["arguments"] != _question(arguments):
            raise _unfit(method, "来自另一次查询，参数与现在的不同：每种参数各存各的 token")
        memory.read(told["given"])
        gaps = tuple(Span(_moment(start), _moment(end)) for start, end in told["gaps"])
        return Progress(_moment(told["start"]), _moment(told["at"]), gaps)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        if isinstance(error, InvalidArguments):
            raise
        raise _unfit(method, "不是 token 给出的文字，或已残缺") from None


def _unfit(method: str, why: str) -> InvalidArguments:
    return InvalidArguments(method, (f"resume：{why}",))


def _question(arguments: Mapping[str, Any]) -> str:
    """A digest of the arguments."""
    return _digest(plain(arguments))


def _moment(text: str) -> datetime:
    moment = parse_moment(text)
    if moment is None:
        raise ValueError(text)
    return moment
