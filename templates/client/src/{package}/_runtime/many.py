"""Any number of values: asked for in calls of the documented size, answered one by one."""

from __future__ import annotations

from collections import deque
from collections.abc import (
    AsyncGenerator,
    Iterable,
    Iterator,
    Mapping,
    Sized,
)
from contextvars import copy_context
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

from .._product import RootError
from .call import mask_of
from .calling import Calling
from .checks import count_problems
from .codes import failure
from .errors import (
    ABOUT_EVERY_CALL,
    CallError,
    GatewayError,
    InvalidArguments,
    RejectedArguments,
    Unanswered,
)
from .kinds import Csv, ListOf, Object, Problems, scalar_text
from .method import Batch, Method, kept
from .outcomes import ItemOutcome, attribute
from .shown import shown

if TYPE_CHECKING:
    from concurrent.futures import Future
    from threading import Event

    from .settings import Settings

T = TypeVar("T")
V = TypeVar("V")

_MOST_CALLS = 100
"""At a time."""
_ABOUT_VALUES = ("argument", "not_found")
"""Classes of errors that may be the fault of one value among several."""


class Answer(Generic[V, T]):
    """What became of one value.

    一个值的结果：`error` 为 None 即成功，`element` 是回答它的元素；否则读 `element` 会抛出它。
    """

    __slots__ = ("_result", "value")

    def __init__(self, value: V, result: T | RootError) -> None:
        self.value = value
        """问的值，原样。"""
        self._result = result

    @property
    def error(self) -> RootError | None:
        """为什么没有得到回答；None 表示得到了。"""
        return self._result if isinstance(self._result, RootError) else None

    @property
    def element(self) -> T:
        """回答它的元素；没有得到则抛出 `error`。"""
        if isinstance(self._result, RootError):
            raise self._result.with_traceback(None)  # one error may be that of many values
        return self._result

    def __repr__(self) -> str:
        told = "element" if self.error is None else "error"
        return f"Answer(value={self.value!r}, {told}={self._result!r})"


class Batching(Calling, Protocol):
    """What asking for many values needs of a client."""

    _settings: Settings


class _Plan:
    """How values are asked for, whichever they are."""

    def __init__(
        self,
        client: Batching,
        method: Method[Any],
        arguments: Mapping[str, Any],
        session: str | None,
    ) -> None:
        assert method.batch, method.name
        assert method.parameters, method.name
        self.method, self.batch = method, method.batch
        self.now, self.mask = client.now, mask_of(client._settings, session)
        self._arguments = {name: kept(value) for name, value in arguments.items()}
        parameters, name = method.parameters, method.batch.values
        others = (one for one in parameters.members if one != name)
        self._others = {parameters.renamed.get(one, one) for one in others}
        self._kind = cast("Csv | ListOf", parameters.members[name])
        self._single = Object({name: self._kind})
        self.outcome = _item_outcome(method, self.batch)

    def key(self, value: Any) -> str | InvalidArguments:
        """A value as an answer repeats it, or what is wrong with it."""
        name, problems = self.batch.values, Problems()
        written = self._single.write({name: [value]}, "", problems).get(name)
        text = scalar_text(written[0] if isinstance(written, list) else written)
        if not problems:
            problems.extend(self._unfit(text))
        if problems:
            told = (problem.replace(f"{name}[0]", name, 1) for problem in problems)
            return InvalidArguments(self.method.name, tuple(told))
        return text or ""

    def _unfit(self, text: str | None) -> Iterator[str]:
        """What is wrong with a value of the right type."""
        name, separator = self.batch.values, self._kind.separator
        if not text:
            yield f"{name}：不能为空"
        elif separator in text:
            yield f"{name}：不能含有分隔符 {separator!r}"
        elif text != text.encode("utf-8", "replace").decode():
            yield f"{name}：含有不能用 UTF-8 表示的字符"

    def arguments(self, values: Iterable[Any]) -> Mapping[str, Any]:
        """The arguments of a call for some values."""
        return {**self._arguments, self.batch.values: [*values]}

    def concerns_all(self, error: RootError) -> bool:
        """Whether the calls for all other values would fail in the same way."""
        return isinstance(error, ABOUT_EVERY_CALL) or self._names_another(error)

    def concerns_values(self, error: RootError) -> bool:
        """Whether a call may fail because of one of its values."""
        return isinstance(error, GatewayError) and error.error_class in _ABOUT_VALUES

    def _names_another(self, error: RootError) -> bool:
        """Whether the gateway names another parameter than that of the values."""
        named = error.argument if isinstance(error, RejectedArguments) else None
        if isinstance(error, GatewayError) and error.sub_code:
            named = named or error.sub_code.partition(":")[2]
        return named in self._others


def _item_outcome(method: Method[Any], batch: Batch) -> ItemOutcome | None:
    """Where the answers tell of failures of their own."""
    outcome: ItemOutcome | None = getattr(method.response, "_items", None)
    if outcome is None or batch.items not in outcome.lists:
        return None
    return ItemOutcome((batch.items,), outcome.code, outcome.message, outcome.ok)


class _Run(Generic[V]):
    """One loop over the answers: reads the values, until no further call makes sense."""

    def __init__(self, plan: _Plan, values: Iterable[V]) -> None:
        self.plan = plan
        self._values = iter(values)
        self._is_counted = isinstance(values, Sized)
        self._broken: Exception | None = None
        self.stopped: RootError | None = None
        """What all further calls would meet as well."""

    def chunks(self) -> Iterator[_Chunk[V]]:
        """The values of one call after the other; none are read before they are wanted."""
        while self.stopped is None and (values := self._read()):
            yield _Chunk(self, values)

    def _read(self) -> list[V]:
        values: list[V] = []
        try:
            for value in islice(self._values, self.plan.batch.most if self._broken is None else 0):
                values.append(value)  # one by one: those before an error are kept
        except Exception as error:
            self._broken = error  # told when what was read before has been answered
        return values

    def rest(self) -> Iterator[Answer[V, Any]]:
        """The values that are not asked for any more; of unknown length, they are not read."""
        if self._broken is not None:
            raise self._broken
        if self.stopped is not None:
            for value in self._values:
                yield Answer(value, self.stopped)
                if not self._is_counted:
                    raise self.stopped


class _Chunk(Generic[V]):
    """The calls for the values of one chunk; knows nothing of how they are made."""

    def __init__(self, run: _Run[V], values: list[V]) -> None:
        self._run, self._plan = run, run.plan
        self._keys = [(value, self._plan.key(value)) for value in values]
        asked = {key: value for value, key in self._keys if isinstance(key, str)}
        self._waiting: list[dict[str, Any]] = [asked] if asked else []
        self._results: dict[str, Any] = {}

    def request(self) -> Mapping[str, Any] | None:
        """The arguments of the next call; None if there is none."""
        while self._waiting:
            self._asked = self._waiting.pop()
            if self._run.stopped is None:
                return self._plan.arguments(self._asked.values())
            self._results.update(dict.fromkeys(self._asked, self._run.stopped))
        return None

    def receive(self, reply: Any) -> None:
        """Each value gets its answer; none is an error."""
        results = dict[str, Any]()
        for key, result in self._answers(reply):
            if key is not None:
                results.setdefault(key, result)
        for key, value in self._asked.items():
            missing = Unanswered(self._plan.method.name, shown(value))
            self._results[key] = results.get(key, missing)

    def fail(self, error: RootError) -> None:
        """A call failed: the guilty value is looked for, or all of its values have failed."""
        if not isinstance(error, CallError):
            raise error
        if self._plan.concerns_all(error):
            self._run.stopped = self._run.stopped or error
        elif self._plan.concerns_values(error) and len(self._asked) > 1:
            items = [*self._asked.items()]
            middle = len(items) // 2
            self._waiting += [dict(items[middle:]), dict(items[:middle])]
            return
        self._results.update(dict.fromkeys(self._asked, error))

    def answers(self) -> Iterator[Answer[V, Any]]:
        """What became of the values, in their order."""
        for value, key in self._keys:
            yield Answer(value, self._results[key] if isinstance(key, str) else key)

    def _answers(self, reply: Any) -> Iterator[tuple[str | None, Any]]:
        """The values that a reply repeats, with element or error."""
        plan = self._plan
        if plan.outcome:
            judged = plan.outcome.judge(reply)
        else:
            judged = ((one, None) for one in attribute(reply, plan.batch.items) or ())
        for element, told in judged:
            result = element
            if told:
                code, message = told
                result = failure(plan.method, code, message or "", reply, plan.now(), plan.mask)
                result.attempts = reply.attempts
            yield scalar_text(attribute(element, plan.batch.key)), result


class _Looping(Generic[V]):
    """What both kinds of loops have in common."""

    def __init__(
        self,
        client: Batching,
        method: Method[Any],
        values: Iterable[V],
        arguments: Mapping[str, Any],
        *,
        concurrency: int,
        session: str | None,
        timeout: float | None,
    ) -> None:
        self._plan = _Plan(client, method, arguments, session)
        problems = (
            *count_problems("concurrency", concurrency, _MOST_CALLS),
            *_values_problems(self._plan.batch.values, values),
        )
        if problems:
            raise InvalidArguments(method.name, problems)
        self._client, self._values, self._concurrency = client, values, concurrency
        self._session, self._timeout = session, timeout

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._plan.method.name})"

    def _call(self, client: Batching, arguments: Mapping[str, Any]) -> Any:
        method = self._plan.method
        return client._call(method, arguments, session=self._session, timeout=self._timeout)


def _values_problems(name: str, values: object) -> Iterator[str]:
    if isinstance(values, str | bytes | Mapping) or not isinstance(values, Iterable):
        told = "应为若干值：列表、生成器等，只有一个值时写成 [值]"
        yield f"{name}：{told}，得到 {type(values).__name__}"


class Many(_Looping[V], Generic[V, T]):
    """The answers for any number of values, for `for`.

    任意多个值的回答，用 `for` 逐个取得，次序与给出的值相同；每个值恰好一个 Answer。
    """

    def __iter__(self) -> Iterator[Answer[V, T]]:
        from concurrent.futures import ThreadPoolExecutor
        from threading import Event

        over = Event()
        client = _leaving(self._client, over)
        run = _Run(self._plan, self._values)
        chunks = run.chunks()
        begun: deque[tuple[_Chunk[V], Future[None]]] = deque()

        def begin_more() -> None:
            for chunk in islice(chunks, self._concurrency - len(begun)):
                ask = partial(self._ask, client, chunk, over)
                begun.append((chunk, threads.submit(copy_context().run, ask)))

        threads = ThreadPoolExecutor(self._concurrency)
        try:
            begin_more()
            while begun:
                chunk, asked = begun.popleft()
                asked.result()
                begin_more()
                yield from chunk.answers()
        finally:
            over.set()
            threads.shutdown(cancel_futures=True)
        yield from run.rest()

    def _ask(self, client: Batching, chunk: _Chunk[V], over: Event) -> None:
        while not over.is_set() and (arguments := chunk.request()) is not None:
            try:
                reply = self._call(client, arguments)
            except RootError as error:
                chunk.fail(error)
            else:
                chunk.receive(reply)


class _Left(BaseException):
    """Nobody waits for the answers any more."""


def _leaving(client: Any, over: Event) -> Any:
    """A copy of a client whose waits between attempts end when a loop is over."""
    copy = client.with_options()
    if copy.sleep is type(copy).sleep:  # else the user's own, perhaps of another clock

        def sleep(seconds: float) -> None:
            if over.wait(seconds):
                raise _Left

        copy.sleep = sleep
    return copy


class AsyncMany(_Looping[V], Generic[V, T]):
    """The answers for any number of values, for `async for`.

    任意多个值的回答，用 `async for` 逐个取得，次序与给出的值相同；每个值恰好一个 Answer。
    """

    async def __aiter__(self) -> AsyncGenerator[Answer[V, T], None]:
        import asyncio

        run = _Run(self._plan, self._values)
        chunks = run.chunks()
        begun: deque[tuple[_Chunk[V], asyncio.Task[None]]] = deque()

        def begin_more() -> None:
            for chunk in islice(chunks, self._concurrency - len(begun)):
                begun.append((chunk, asyncio.create_task(self._ask(chunk))))

        try:
            begin_more()
            while begun:
                chunk, asked = begun.popleft()
                await asked
                begin_more()
                for answer in chunk.answers():
                    yield answer
        finally:
            for _, asked in begun:
                asked.cancel()
            await asyncio.gather(*(asked for _, asked in begun), return_exceptions=True)
        for answer in run.rest():
            yield answer

    async def _ask(self, chunk: _Chunk[V]) -> None:
        while (arguments := chunk.request()) is not None:
            try:
                reply = await self._call(self._client, arguments)
            except RootError as error:
                chunk.fail(error)
            else:
                chunk.receive(reply)
