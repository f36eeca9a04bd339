"""Everything of a period: window by window, page by page, each state of an element once."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Generic, TypeVar

from .._product import RootError
from .._words import MOMENT_FORMAT
from . import periods
from .arguments import MomentLike
from .calling import Calling
from .errors import (
    ABOUT_EVERY_CALL,
    CallError,
    Gap,
    GatewayError,
    IncompletePull,
    InvalidArguments,
)
from .method import Method, kept
from .outcomes import attribute
from .paging import NOTHING, PagingError, Walk, with_argument
from .periods import (
    CLOCK_SKEW,
    DAY,
    SECOND,
    Cutter,
    Memory,
    Progress,
    Question,
    Span,
    whole_second,
)
from .shown import shown
from .values import GATEWAY_ZONE, moment_text, parse_moment

T_co = TypeVar("T_co", covariant=True)

OVERLAP = timedelta(minutes=30)
_MOST_FAILURES = 3
"""Windows in a row that fail: then it is not about windows."""
_MOST_READINGS = 3
"""Of a window whose results go while they are read."""


class _OutOfReachError(RootError):
    """The gateway tells nothing of such old times."""


class _UnsteadyError(RootError):
    """Results go while they are counted page by page, whenever a window is read."""


class Course:
    """What to ask for next; knows nothing of how calls are made."""

    def __init__(
        self,
        client: Calling,
        method: Method[Any],
        arguments: Mapping[str, Any],
        *,
        start: MomentLike,
        end: MomentLike | None = None,
        resume: str | None,
        overlap: timedelta | None,
        step: timedelta | None = None,
    ) -> None:
        assert method.window, method.name
        self._method, self._window = method, method.window
        self._paging = method.response._paging
        self._now = client.now
        begin, self._end = _moment(start), _moment(end)
        problems = [
            *_moment_problems("start", start, begin),
            *(() if end is None else _moment_problems("end", end, self._end)),
            *_length_problems("overlap", overlap),
            *_length_problems("step", step),
        ]
        if problems or begin is None:
            raise InvalidArguments(method.name, tuple(problems))
        self._question = Question(
            method.name,
            client.app_key,
            {name: kept(value) for name, value in arguments.items()},
        )
        # A clock that is ahead lets progress be ahead as well.
        self._overlap = max(overlap or OVERLAP, CLOCK_SKEW)
        self._memory = Memory(self._window.key, self._window.changed)
        self._cutter = Cutter(self._window, step)
        if resume is None:
            until = self._until()
            self._progress = Progress(begin, begin)
            if begin > until:
                text = f"start：不应晚于 end 与现在，客户端知道的是 {moment_text(until)}"
                raise InvalidArguments(method.name, (f"{text}，得到 {moment_text(begin)}",))
        else:
            self._progress = periods.read(self._question, resume, self._memory, self._now())
        self.gaps: list[Gap] = []
        self._missed = [*self._progress.gaps]
        """Gaps from before, which come first."""
        self._succeeded = False
        self._failures = 0
        self._readings = 0
        self._loop: object = None
        self._reached: datetime | None = None

    def __str__(self) -> str:
        return f"{self._method.name}，已取到 {moment_text(self._progress.at)}"

    @property
    def token(self) -> str:
        """How far everything is, as text."""
        told = Progress(self._progress.start, self._progress.at, self._gap_spans)
        return periods.written(self._question, told, self._memory)

    @property
    def _gap_spans(self) -> tuple[Span, ...]:
        return (*self._missed, *(Span(*gap[:2]) for gap in self.gaps))

    def begin(self) -> object:
        """Go on from how far everything is; a window that was begun begins again.

        The loop that asks; one that began before must not ask any more.
        """
        self._missed = [*self._gap_spans]
        self.gaps, self._failures = [], 0
        progress = self._progress
        self._stretch = Span(progress.behind(self._overlap), self._until())
        self._current: Span | None = None
        self._asked: Mapping[str, Any] = {}
        self._loop = object()
        return self._loop

    def request(self, loop: object) -> Mapping[str, Any] | None:
        """What the next call is given; None if there is none."""
        self._refuse_another(loop)
        if self._current is None:
            self._current = self._next_window()
            if self._current is None:
                return None
            self._memory.begin_window()
            self._reached = None
            self._total, self._shrunk, self._unread = 0, False, 0
            self._walk = Walk(self._paging)
            self._asked = {"arguments": self._first_page(self._current)}
        self._asked_at = self._now()
        return self._asked

    def elements(self, page: Any, loop: object) -> Iterator[Any]:
        """What is new on a page; an element counts as given when the next one is asked for."""
        self._refuse_another(loop)
        window = self._current
        assert window
        # Only now the client is sure to know the gateway's clock.
        self._reached = self._reached or min(window.end, whole_second(self._now()))
        for element in self._paging.elements(page):
            mark = self._memory.new(element, self._asked_at)
            if mark:
                yield element
                self._refuse_another(loop)
                self._memory.note(mark, window)
        came = [entry for entry in self._paging.entries(page) if entry not in NOTHING]
        self._unread += len(came) - len(self._paging.elements(page))
        # Behind a result that went, numbered pages leave one out.
        total = attribute(page, getattr(self._paging, "total", None))
        if total is not None:
            self._total, self._shrunk = total, self._shrunk or total < self._total
        self._turn(page, window)

    def fail(self, error: RootError, loop: object) -> None:
        """A call failed: cut shorter, leave a gap, or give up."""
        self._refuse_another(loop)
        window = self._current
        assert window
        self._fail(error, window)

    def _refuse_another(self, loop: object) -> None:
        if loop is not self._loop:
            text = f"{self._method.name}: another loop has begun / 后来的循环已经接着取了"
            raise RootError(f"{text}：这一个不能再取，要同时取请各调用一次")

    def _fail(self, error: RootError, window: Span) -> None:
        if self._is_too_long(error) and self._cutter.shorten(window):
            self._current = None
            return
        if self._is_ahead(error, window):
            self._current = None
            if self._missed:
                del self._missed[0]  # it is what the stretch has not reached, either
            else:
                self._stretch = Span(window.start, window.start)
            return
        self._failures += not self._missed  # gaps from before must not keep what is new away
        if self._is_hopeless(error) or self._failures == _MOST_FAILURES:
            self._current = None
            raise error
        self._leave_gap(window, error)

    def finish(self) -> None:
        """IncompletePull if something is missing."""
        if gaps := tuple(self.gaps):
            # What nobody can read any more is told, and not tried again.
            self.gaps = [gap for gap in gaps if not isinstance(gap.error, _OutOfReachError)]
            raise IncompletePull(self._method.name, gaps)

    def _until(self) -> datetime:
        """Where the period ends: what has not happened yet cannot be given."""
        now = whole_second(self._now())
        return now if self._end is None else min(self._end, now)

    # Windows

    def _next_window(self) -> Span | None:
        while True:
            span = self._missed[0] if self._missed else self._ahead()
            if span.start >= span.end:
                return None
            oldest = self._oldest()
            if oldest is None or span.start >= oldest:
                return self._cutter.cut(span)
            reach = moment_text(oldest)
            error = _OutOfReachError(f"{self._method.name}: out of reach / 最早只能查到 {reach}")
            gone = Span(span.start, min(oldest, span.end))
            self.gaps.append(Gap(*gone, error))
            self._pass(gone, gone.end)

    def _ahead(self) -> Span:
        """What is left of the stretch, as far as it has happened."""
        return Span(self._stretch.start, min(self._stretch.end, self._until()))

    def _oldest(self) -> datetime | None:
        """The oldest moment that can be asked for."""
        within = self._window.within
        if within is None:
            return None
        return whole_second(self._now()) - timedelta(seconds=within) + CLOCK_SKEW

    def _leave_gap(self, window: Span, error: RootError) -> None:
        self.gaps.append(Gap(*window, error))
        # A clock that no reply has confirmed moves nothing on: the next pull looks again.
        self._pass(window, self._progress.at)

    def _pass(self, window: Span, reached: datetime) -> None:
        """Go on behind a window; everything is there until a moment within it."""
        self._current, self._readings = None, 0
        if self._missed:
            end = self._missed[0].end
            self._missed[:1] = [Span(window.end, end)] if window.end < end else []
        else:
            self._stretch = Span(window.end, self._stretch.end)
            progress = self._progress
            self._progress = Progress(progress.start, max(progress.at, reached))
        self._memory.forget(self._progress.behind(self._overlap), self._gap_spans)

    def _first_page(self, window: Span) -> Mapping[str, Any]:
        rule = self._window
        arguments = with_argument(self._question.arguments, rule.start, window.start)
        if rule.end:
            arguments = with_argument(arguments, rule.end, window.end)
        if rule.length:
            days = -((window.start - window.end) // DAY)
            arguments = with_argument(arguments, rule.length, days)
        return arguments

    # Pages

    def _turn(self, page: Any, window: Span) -> None:
        """Go on to the next page, or behind the window."""
        asked = page._origin.arguments
        try:
            following = self._walk.following(page, asked)
            if following is None and self._paging.breaks_off(page, asked):
                raise PagingError("平台说还有下一页，页码却已是最大")
        except PagingError as error:
            # A shorter window has fewer pages.
            if self._cutter.shorten(window):
                self._current = None
            else:
                self._fail(error, window)
            return
        if following is not None:
            self._asked = {"arguments": {}, "written": following}
        elif self._shrunk:
            self._read_again(window)
        else:
            self._succeeded, self._failures = True, 0
            if self._unread:
                why = PagingError(f"应答里有 {self._unread} 个元素读不懂，见 unreadable()")
                self.gaps.append(Gap(*window, why))
            self._pass(window, self._reached or window.end)

    def _read_again(self, window: Span) -> None:
        self._readings += 1
        if self._readings < _MOST_READINGS:
            self._current = None
        else:
            text = f"{self._method.name}: results go while they are read / 翻页之间总数一直在变少"
            self._fail(_UnsteadyError(text), window)

    # Failures

    def _is_too_long(self, error: RootError) -> bool:
        too_long = self._window.too_long
        return isinstance(error, GatewayError) and too_long in (error.sub_code, error.code)

    def _is_ahead(self, error: RootError, window: Span) -> bool:
        """Whether a window is refused that has not begun by the gateway's clock."""
        is_refused = isinstance(error, GatewayError) and error.error_class == "argument"
        return is_refused and self._succeeded and window.start > self._now() - CLOCK_SKEW

    def _is_hopeless(self, error: RootError) -> bool:
        """Whether the other windows would fail in the same way."""
        if isinstance(error, ABOUT_EVERY_CALL):
            return True
        if isinstance(error, GatewayError):
            return error.error_class == "argument" and not self._succeeded
        return not isinstance(error, CallError | PagingError | _UnsteadyError)


def _moment(value: object) -> datetime | None:
    """A moment as callers tell it; None if it is none."""
    moment = parse_moment(value) if isinstance(value, str) else value
    if not isinstance(moment, datetime):
        return None
    try:
        return whole_second(moment)
    except OverflowError:  # for ever, or since ever: no zone makes a difference
        return whole_second(moment.replace(tzinfo=GATEWAY_ZONE))


def _moment_problems(name: str, value: object, moment: datetime | None) -> Iterator[str]:
    if moment is None:
        yield f"{name}：应为 datetime 或 {MOMENT_FORMAT} 形式的文字，得到 {shown(value)}"


def _length_problems(name: str, value: object) -> Iterator[str]:
    if value is not None and not (isinstance(value, timedelta) and value >= SECOND):
        yield f"{name}：应为一秒以上的 timedelta，得到 {shown(value)}"


class _Progressing:
    """What both kinds of pulls have in common."""

    def __init__(
        self,
        client: Calling,
        method: Method[Any],
        arguments: Mapping[str, Any],
        *,
        session: str | None,
        timeout: float | None,
        **period: Any,
    ) -> None:
        self._call = partial(client._call, method, session=session, timeout=timeout)
        self._course = Course(client, method, arguments, **period)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._course})"

    @property
    def token(self) -> str:
        """How far this is, as text; give it as `resume` to go on from there.

        进度，一段文字（JSON），不含密钥：交给下一次的 `resume`，就从那里接着取。
        循环要下一个元素时，前一个才算给出：先存元素、再存 token，中断之后至多重给手上那一个。
        """
        return self._course.token

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The windows that could not be read so far.

        到目前为止没有取到的时段；取完其余的之后，循环以 IncompletePull 结束。
        """
        return tuple(self._course.gaps)


class Pull(_Progressing, Generic[T_co]):
    """Everything of a period, for `for`.

    一个时期里的全部元素，用 `for` 逐个取得；中途离开后再次 `for`，从停下的地方接着取。
    """

    def __iter__(self) -> Iterator[T_co]:
        course = self._course
        loop = course.begin()
        while (asked := course.request(loop)) is not None:
            try:
                page = self._call(**asked)
            except RootError as error:
                course.fail(error, loop)
            else:
                yield from course.elements(page, loop)
        course.finish()


class AsyncPull(_Progressing, Generic[T_co]):
    """Everything of a period, for `async for`.

    一个时期里的全部元素，用 `async for` 逐个取得；中途离开后再次 `async for`，从停下的地方接着取。
    """

    async def __aiter__(self) -> AsyncGenerator[T_co, None]:
        course = self._course
        loop = course.begin()
        while (asked := course.request(loop)) is not None:
            try:
                page = await self._call(**asked)
            except RootError as error:
                course.fail(error, loop)
            else:
                for element in course.elements(page, loop):
                    yield element
        course.finish()
