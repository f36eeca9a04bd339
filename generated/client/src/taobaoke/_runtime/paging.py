"""The way from one page to the next."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, NoReturn, Protocol, TypeVar

from .._product import RootError
from .outcomes import attribute
from .record import Record

NOTHING: tuple[Any, ...] = (None, "", {}, [])
"""How the gateway writes that there is nothing."""
_MOST_ALIKE = 3
"""Pages in a row: the second may be the first, moved on by new results."""
T_co = TypeVar("T_co", covariant=True)
Arguments = Mapping[str, Any]


class Origin(NamedTuple):
    """The call that a response answers."""

    arguments: Arguments
    """As they went out, by the names on the wire."""
    call: Callable[..., Any]
    """The same call; `written=` gives it other arguments."""
    asynchronous: bool


class Paging(Protocol):
    """A rule for the next page."""

    def elements(self, page: Any) -> Sequence[Any]:
        """What the page holds."""
        ...

    def following(self, page: Any, arguments: Arguments) -> Arguments | None:
        """The arguments of the next page; None after the last."""
        ...

    def entries(self, page: Any) -> list[Any]:
        """The same as it came, with what is null or cannot be read."""
        ...

    def position(self, arguments: Arguments) -> Any:
        """What no other page is asked for with; None if the rule counts."""
        ...

    def breaks_off(self, page: Any, arguments: Arguments) -> bool:
        """Whether more follows behind a page without a next one: nobody can ask for it."""
        ...


def argument_at(arguments: Arguments, path: str | None) -> Any:
    """The argument that a dotted path leads to."""
    if path is None or "." not in path:
        return arguments.get(path) if path else None
    value: Any = arguments
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def with_argument(arguments: Arguments, path: str, value: Any) -> Arguments:
    """A copy of the arguments with one of them replaced."""
    name, _, rest = path.partition(".")
    inner = with_argument(arguments.get(name) or {}, rest, value) if rest else value
    return {**arguments, name: inner}


class _Lists(Record):
    """Pages that hold one list or several. Paths lead to attributes of the response."""

    lists: tuple[str, ...]

    def elements(self, page: Any) -> Sequence[Any]:
        return [element for path in self.lists for element in attribute(page, path) or ()]

    def entries(self, page: Any) -> list[Any]:
        return [entry for path in self.lists for entry in _entries(page, path)]

    def position(self, arguments: Arguments) -> Any:
        return None

    def breaks_off(self, page: Any, arguments: Arguments) -> bool:
        return False

    def longest(self, page: Any) -> int:
        """The length of the longest list of a page."""
        return max(len(_entries(page, path)) for path in self.lists)


def _entries(page: Any, path: str) -> list[Any]:
    """The entries of a list, as they came."""
    *way, name = path.split(".")
    model = page
    for step in way:
        inner = getattr(model, step)
        if inner is None:
            raw = model.raw.get(model._members()[step].wire_name)
            return [] if raw in NOTHING else [raw]
        model = inner
    field = model._members()[name]
    entries: list[Any] = field.kind.unwrapped(model.raw.get(field.wire_name))
    return entries


class PageNumbers(_Lists):
    """Pages with numbers. Paths lead to attributes of the response or to arguments."""

    page: str
    first: int = 1
    last: int | None = None
    """The highest number that the platform accepts."""
    size: str | None = None
    usual_size: int | None = None
    total: str | None = None
    more: str | None = None

    def following(self, page: Any, arguments: Arguments) -> Arguments | None:
        number = self._number(arguments)
        if number == self.last or self._is_last(page, arguments):
            return None
        return with_argument(arguments, self.page, number + 1)

    def breaks_off(self, page: Any, arguments: Arguments) -> bool:
        return self._number(arguments) == self.last and not self._is_last(page, arguments)

    def _number(self, arguments: Arguments) -> int:
        number = argument_at(arguments, self.page)
        return self.first if number is None else int(number)

    def _is_last(self, page: Any, arguments: Arguments) -> bool:
        held, size = len(self.entries(page)), argument_at(arguments, self.size) or self.usual_size
        behind = None if size is None else (self._number(arguments) - self.first + 1) * int(size)
        if not held and attribute(page, self.more) is not True:
            return True
        return _is_last(page, self.more, self.total, held, size, behind)


class Offset(_Lists):
    """Pages that begin behind a number of results. Paths as with numbers."""

    offset: str
    size: str
    usual_size: int | None = None
    total: str | None = None
    more: str | None = None

    def following(self, page: Any, arguments: Arguments) -> Arguments | None:
        held, size = len(self.entries(page)), argument_at(arguments, self.size) or self.usual_size
        if not held and attribute(page, self.more) is True:
            raise PagingError("平台说还有下一页，这一页却是空的")
        # Behind what came, not behind what was asked for: the platform may give less at a time. Of
        # several lists the longest one tells: rather a result twice than one left out.
        behind = int(argument_at(arguments, self.offset) or 0) + self.longest(page)
        if not held or _is_last(page, self.more, self.total, held, size, behind):
            return None
        return with_argument(arguments, self.offset, behind)


def _is_last(
    page: Any, more: str | None, total: str | None, held: int, size: Any, behind: int | None
) -> bool:
    """Whether no page follows one that holds something; `behind` counts the results up to it."""
    announced, all_results = attribute(page, more), attribute(page, total)
    if announced is not None:
        return not announced
    if all_results and behind is not None:
        return behind >= int(all_results)
    return size is not None and held < int(size)


class Cursor(_Lists):
    """Pages behind a position that the reply gives and the next request sends back."""

    send: str
    read: str
    page: str | None = None
    first: int = 1
    last: int | None = None
    """The highest number of a page that the platform accepts."""
    more: str | None = None

    def following(self, page: Any, arguments: Arguments) -> Arguments | None:
        position, more = attribute(page, self.read), attribute(page, self.more)
        # An empty page is the last one, unless the gateway says that more pages follow.
        if more is False or (more is None and not self.entries(page)):
            return None
        if position in (None, ""):
            if more:
                raise PagingError(f"平台说还有下一页，应答没有给出 {self.read}")
            return None
        if position == argument_at(arguments, self.send):
            raise PagingError(f"平台说还有下一页，{self.read} 仍是 {position!r}")
        arguments = with_argument(arguments, self.send, position)
        if self.page:
            number = argument_at(arguments, self.page)
            number = self.first if number is None else int(number)
            if number == self.last:
                raise PagingError(f"平台说还有下一页，{self.page} 最大只能是 {number}")
            arguments = with_argument(arguments, self.page, number + 1)
        return arguments

    def position(self, arguments: Arguments) -> Any:
        return argument_at(arguments, self.send)


class Walk:
    """The way over the pages of one question; a gateway may lead in a circle."""

    def __init__(self, rule: Paging) -> None:
        self._rule = rule
        self._entries: list[Any] | None = None
        self._alike = 0
        self._positions: set[Any] = set()

    def following(self, page: Any, arguments: Arguments) -> Arguments | None:
        """The arguments of the next page; None after the last, PagingError if nobody can go on."""
        following = self._rule.following(page, arguments)
        if following is None:
            return None
        position = self._rule.position(following)
        if position is None:
            entries = self._rule.entries(page)
            self._alike = self._alike + 1 if entries == self._entries else 1
            if self._alike == _MOST_ALIKE:
                raise PagingError(f"平台说还有下一页，给的却连续 {_MOST_ALIKE} 页相同")
            self._entries = entries
        elif position in self._positions:
            raise PagingError(f"平台说还有下一页，游标却又回到 {position!r}")
        self._positions.add(position)
        return following


class PagingError(RootError):
    """The gateway says that more pages follow, and nobody can ask for them, or read this one.

    翻页无法继续：就此结束会漏掉后面的，所以报错。
    """

    def __str__(self) -> str:
        return f"pages break off / 翻页中断：{self.args[0]}；有时间段的，缩短后重新查询"


class Pages(Generic[T_co]):
    """Iterates over pages, or over what they hold; every further page is one more call.

    翻页迭代器：同步客户端用 `for`，异步客户端用 `async for`。
    """

    def __init__(
        self, start: Any, pick: Callable[[Any], Sequence[T_co]], limit: int | None = None
    ) -> None:
        if limit is not None and (type(limit) is not int or limit < 0):
            raise ValueError(f"limit 应为不小于 0 的整数，得到 {limit!r}")
        self._start = start
        self._pick = pick
        self._limit = limit

    def __repr__(self) -> str:
        most = "" if self._limit is None else f", limit={self._limit}"
        return f"{type(self).__name__}({type(self._start).__name__}{most})"

    def __iter__(self) -> Iterator[T_co]:
        origin = self._origin(asynchronous=False, loop="async for")
        page, arguments, left = self._start, origin.arguments, self._limit
        walk = Walk(page._paging)
        while left != 0:
            _refuse_unreadable(page)
            picked, left = self._picked(page, left)
            yield from picked
            following = None if left == 0 else walk.following(page, arguments)
            if following is None:
                return
            page, arguments = origin.call(written=following), following

    async def _later(self) -> AsyncGenerator[T_co, None]:
        origin = self._origin(asynchronous=True, loop="for")
        page, arguments, left = self._start, origin.arguments, self._limit
        walk = Walk(page._paging)
        while left != 0:
            _refuse_unreadable(page)
            picked, left = self._picked(page, left)
            for item in picked:
                yield item
            following = None if left == 0 else walk.following(page, arguments)
            if following is None:
                return
            page, arguments = await origin.call(written=following), following

    if not TYPE_CHECKING:  # or checkers would take either loop for either client
        __aiter__ = _later

    def _picked(self, page: Any, left: int | None) -> tuple[Sequence[T_co], int | None]:
        """What a page gives, and how much may still be given."""
        picked = self._pick(page)
        if left is None:
            return picked, None
        return picked[:left], max(left - len(picked), 0)

    def _origin(self, *, asynchronous: bool, loop: str) -> Origin:
        origin: Origin | None = self._start._origin
        if origin is None:
            return Origin(_least_asked(self._start), _refuse_to_ask, asynchronous)
        if origin.asynchronous is not asynchronous:
            raise TypeError(f"wrong kind of loop / 此返回来自另一种客户端，请改用 {loop}")
        return origin


def _refuse_unreadable(page: Any) -> None:
    if any(page._paging.entries(page)) and not page._paging.elements(page):
        raise PagingError("这一页的列表读不懂，见 unreadable()")


def _least_asked(page: Any) -> Arguments:
    """What a page may have been asked with: no more than it holds, so that no end is guessed."""
    rule = page._paging
    size = getattr(rule, "size", None)
    return with_argument({}, size, len(rule.entries(page))) if size else {}


def _refuse_to_ask(*, written: Arguments) -> NoReturn:
    text = "detached response / 此返回与客户端没有联系（自己建立的，或来自 pickle、copy）"
    raise RootError(f"{text}，不能请求后面的页")


if TYPE_CHECKING:

    class AsyncPages(Pages[T_co]):
        """Pages of the asynchronous client, which `async for` alone goes through."""

        __iter__: None  # type: ignore[assignment]

        def __aiter__(self) -> AsyncGenerator[T_co, None]: ...

else:
    AsyncPages = Pages
