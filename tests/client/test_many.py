"""Many values in calls of the documented size: each gets exactly one answer, in its place."""

import asyncio
import contextvars
import itertools
import json
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from taobaoke import (
    Answer,
    AsyncClient,
    BusinessError,
    Client,
    HeldBack,
    HttpFailure,
    HttpReply,
    HttpRequest,
    InvalidArguments,
    InvalidSignature,
    Limiter,
    Many,
    PermissionDenied,
    Rate,
    RateLimited,
    RejectedArguments,
    RetryPolicy,
    TransportError,
    Unanswered,
)
from taobaoke_mock import MockServer

MOST = 10
"""Values that a call of the method takes."""
ONCE = RetryPolicy(attempts=1)


def refusal(code: str, sub_code: str = "", msg: str = "") -> HttpReply:
    body = {"code": code, "sub_code": sub_code, "msg": msg, "request_id": "r"}
    return reply({"error_response": body})


def reply(body: Any) -> HttpReply:
    return HttpReply(200, json.dumps(body).encode(), {})


class Line:
    """Answers each value with itself, but for some."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        """The values of each request."""
        self.missing, self.guilty = set[str](), set[str]()
        self.before: Callable[[list[str]], HttpReply | None] = lambda values: None
        """What is done or answered instead."""
        self.doing = self.most = 0
        """Requests at the same time."""
        self._lock = threading.Lock()

    def send(self, request: HttpRequest) -> HttpReply:
        with self._lock:
            self.doing += 1
            self.most = max(self.most, self.doing)
        try:
            return self.answer(request)
        finally:
            with self._lock:
                self.doing -= 1

    def answer(self, request: HttpRequest) -> HttpReply:
        values = dict(parse_qsl(request.body.decode()))["source_values"].split(",")
        self.asked.append(values)
        if (told := self.before(values)) is not None:
            return told
        if self.guilty.intersection(values):
            return refusal("15", "isv.invalid-parameter")
        answers = [
            # The same value as a number, and a second time; one that nobody asked for.
            *({"source_value": int(one) if one.isdecimal() else one} for one in reversed(values)),
            *({"source_value": one, "encrypted_uvid": "again"} for one in values),
            {"source_value": "nobody's"},
        ]
        kept = [one for one in answers if str(one["source_value"]) not in self.missing]
        return reply({"tbk_uvid_encrypt_response": {"result_list": {"uv_id_generate_res": kept}}})

    def close(self) -> None: ...


class AsyncLine(Line):
    async def send(self, request: HttpRequest) -> HttpReply:  # type: ignore[override]
        self.doing += 1
        self.most = max(self.most, self.doing)
        for _ in range(3):
            await asyncio.sleep(0)
        try:
            return self.answer(request)
        finally:
            self.doing -= 1

    async def close(self) -> None: ...  # type: ignore[override]


class World:
    """A client of either kind, and the line it uses."""

    def __init__(self, kind: str, **options: Any) -> None:
        self.is_async = kind == "async"
        self.line = AsyncLine() if self.is_async else Line()
        options = {"retries": ONCE, **options}
        make: Any = AsyncClient if self.is_async else Client
        self.client = make("12345678", "helloworld", transport=self.line, **options)

    def many(self, values: Any, **given: Any) -> Any:
        return self.client.tbk_uvid_encrypt_many(values, **{"tk_domain": 1, **given})

    def taken(self, many: Any, most: int | None = None) -> list[Answer[Any, Any]]:
        """The answers of either kind, or the first of them; nothing is left running."""
        found: list[Answer[Any, Any]] = []
        self.take(many, most, found)
        return found

    def take(self, many: Any, most: int | None, found: list[Answer[Any, Any]]) -> None:
        threads = {*threading.enumerate()}
        if not self.is_async:
            try:
                for answer in many:
                    found.append(answer)
                    if len(found) == most:
                        break
            finally:
                assert {*threading.enumerate()} <= threads
            return

        async def take() -> None:
            answers = aiter(many)
            try:
                async for answer in answers:
                    found.append(answer)
                    if len(found) == most:
                        await answers.aclose()
                        break
            finally:
                assert asyncio.all_tasks() == {asyncio.current_task()}

        asyncio.run(take())


@pytest.fixture(params=["sync", "async"])
def world(request: pytest.FixtureRequest) -> World:
    return World(request.param)


def told(answer: Answer[Any, Any]) -> Any:
    """The value that the element repeats, or the class of the error."""
    return type(answer.error) if answer.error else answer.element.source_value


# Cutting and order


def test_each_value_gets_its_answer_in_the_order_of_the_values(world: World) -> None:
    answers = world.taken(world.many(range(25), concurrency=1))
    assert [answer.value for answer in answers] == [*range(25)]
    assert [told(answer) for answer in answers] == [str(number) for number in range(25)]
    assert [len(values) for values in world.line.asked] == [10, 10, 5]
    assert answers[0].element.encrypted_uvid is None, "the first of two answers"


def test_no_values_are_no_calls(world: World) -> None:
    assert world.taken(world.many([])) == []
    assert world.line.asked == []


def test_the_same_value_is_asked_once_and_answered_each_time(world: World) -> None:
    answers = world.taken(world.many(["7", 7, "8", "7"]))
    assert [(answer.value, told(answer)) for answer in answers] == [
        ("7", "7"),
        (7, "7"),
        ("8", "8"),
        ("7", "7"),
    ]
    assert world.line.asked == [["7", "8"]]


def test_a_list_is_asked_anew_by_each_loop(world: World) -> None:
    many = world.many(["1"])
    assert [told(answer) for answer in world.taken(many)] == ["1"]
    assert [told(answer) for answer in world.taken(many)] == ["1"]
    assert len(world.line.asked) == 2


JUNK = [None, "", "a,b", 1.5, True, b"x", "\ud800", ["1"]]
VALUES = st.lists(
    st.one_of(
        st.integers(0, 40),
        st.integers(0, 40).map(str),
        st.sampled_from(JUNK),
    ),
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(["sync", "async"]),
    values=VALUES,
    missing=st.sets(st.integers(0, 40).map(str), max_size=10),
    guilty=st.sets(st.integers(0, 40).map(str), max_size=3),
    concurrency=st.integers(1, 5),
    is_lazy=st.booleans(),
)
def test_whatever_fails_each_value_gets_what_is_true_of_it(
    kind: str,
    values: list[Any],
    missing: set[str],
    guilty: set[str],
    concurrency: int,
    is_lazy: bool,
) -> None:
    world = World(kind)
    world.line.missing, world.line.guilty = missing, guilty
    given_values = iter(values) if is_lazy else values
    answers = world.taken(world.many(given_values, concurrency=concurrency))
    assert [answer.value for answer in answers] == values
    for answer in answers:
        value = answer.value
        if value in JUNK and not isinstance(value, int):
            expected: Any = InvalidArguments
        elif value is True:
            expected = InvalidArguments
        elif str(value) in guilty:
            expected = BusinessError
        elif str(value) in missing:
            expected = Unanswered
        else:
            expected = str(value)
        assert told(answer) == expected
    for asked in world.line.asked:
        assert 1 <= len(asked) <= MOST
        assert len(asked) == len({*asked})
    if not guilty:
        assert len(world.line.asked) <= -(-len(values) // MOST)
    assert world.line.most <= concurrency


def test_the_guilty_value_is_found_by_halves(world: World) -> None:
    world.line.guilty = {"3"}
    answers = world.taken(world.many(range(8)))
    assert [number for number, answer in enumerate(answers) if answer.error] == [3]
    sizes = [len(values) for values in world.line.asked]
    assert sizes == [8, 4, 2, 2, 1, 1, 4]
    assert [told(answer) for answer in answers[4:]] == ["4", "5", "6", "7"]


def test_what_is_not_found_is_looked_for_by_halves_too(world: World) -> None:
    world.line.before = lambda values: (
        refusal("15", "isv.item-not-exist") if "1" in values else None
    )
    answers = world.taken(world.many(["0", "1", "2"]))
    assert [bool(answer.error) for answer in answers] == [False, True, False]


# Failures


def test_a_value_that_is_wrong_is_told_alone_and_not_sent(world: World) -> None:
    answers = world.taken(world.many([1, None, "a,b", "", "\ud800"]))
    assert world.line.asked == [["1"]]
    assert answers[0].error is None
    errors = [answer.error for answer in answers[1:]]
    assert [getattr(error, "problems", None) for error in errors] == [
        ("source_values：应为文字，得到 NoneType None",),
        ("source_values：不能含有分隔符 ','",),
        ("source_values：不能为空",),
        ("source_values：含有不能用 UTF-8 表示的字符",),
    ]


def test_values_that_are_all_wrong_are_no_call(world: World) -> None:
    assert [told(answer) for answer in world.taken(world.many([None]))] == [InvalidArguments]
    assert world.line.asked == []


def test_silence_is_an_error_that_names_the_value(world: World) -> None:
    world.line.missing = {"x"}
    (answer,) = world.taken(world.many(["x"]))
    with pytest.raises(Unanswered, match=r"taobao\.tbk\.uvid\.encrypt: unanswered / .*'x'") as it:
        _ = answer.element
    assert it.value is answer.error
    assert it.value.value == "'x'"
    assert repr(answer).startswith("Answer(value='x', error=Unanswered(")


def test_a_reply_without_a_list_answers_nothing(world: World) -> None:
    world.line.before = lambda values: reply({"tbk_uvid_encrypt_response": {"request_id": "1"}})
    assert [told(answer) for answer in world.taken(world.many([1, 2]))] == [Unanswered] * 2


def test_a_call_that_fails_is_the_failure_of_its_values_alone(world: World) -> None:
    def before(values: list[str]) -> HttpReply | None:
        if "10" in values:
            raise HttpFailure("断了", sent=True)
        return None

    world.line.before = before
    answers = world.taken(world.many(range(25)))
    failed = [answer.value for answer in answers if isinstance(answer.error, TransportError)]
    assert failed == [*range(10, 20)]
    assert len([answer for answer in answers if answer.error is None]) == 15
    assert len(world.line.asked) == 3, "broken lines say nothing of single values"


REFUSALS = [
    (refusal("7"), RateLimited),
    (refusal("11"), PermissionDenied),
    (refusal("25"), InvalidSignature),
    (refusal("41", msg="Invalid Arguments:tk_domain"), RejectedArguments),
    (refusal("15", "isv.invalid-parameter:tk_domain"), BusinessError),
]


@pytest.mark.parametrize(("refused", "kind"), REFUSALS, ids=[kind.__name__ for _, kind in REFUSALS])
def test_what_all_calls_would_meet_is_asked_once_and_told_to_all(
    world: World, refused: HttpReply, kind: Any
) -> None:
    world.line.before = lambda values: refused if "10" in values else None
    answers = world.taken(world.many(list(range(100)), concurrency=1))
    assert [told(answer) for answer in answers] == [*map(str, range(10)), *[kind] * 90]
    assert len(world.line.asked) == 2


def test_other_calls_on_their_way_are_finished(world: World) -> None:
    world.line.before = lambda values: refusal("11") if "10" in values else None
    answers = world.taken(world.many(list(range(100)), concurrency=3))
    assert [told(answer) for answer in answers[:10]] == [*map(str, range(10))]
    assert {told(answer) for answer in answers[10:20]} == {PermissionDenied}
    assert {told(answer) for answer in answers[50:]} == {PermissionDenied}
    assert len(world.line.asked) <= 4


def test_input_of_unknown_length_ends_with_what_all_would_meet(world: World) -> None:
    world.line.before = lambda values: refusal("11") if "10" in values else None
    found: list[Answer[Any, Any]] = []
    with pytest.raises(PermissionDenied):
        world.take(world.many(iter(range(500)), concurrency=1), None, found)
    assert [told(answer) for answer in found[:10]] == [*map(str, range(10))]
    assert {told(answer) for answer in found[10:]} == {PermissionDenied}
    assert [answer.value for answer in found] == [*range(21)], "all that was read is answered"


def test_a_generator_that_is_used_up_ends_without_an_error(world: World) -> None:
    world.line.before = lambda values: refusal("11")
    answers = world.taken(world.many(number for number in range(3)))
    assert [told(answer) for answer in answers] == [PermissionDenied] * 3


def test_halving_stops_with_what_all_would_meet(world: World) -> None:
    def before(values: list[str]) -> HttpReply:
        return refusal("15", "isv.invalid-parameter") if len(values) > 1 else refusal("11")

    world.line.before = before
    answers = world.taken(world.many([1, 2, 3, 4]))
    assert [told(answer) for answer in answers] == [PermissionDenied] * 4
    assert [len(values) for values in world.line.asked] == [4, 2, 1]


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_the_limiter_counts_each_call(kind: str) -> None:
    world = World(kind, limiter=Limiter(app=Rate(1, 3600)), timeout=0.05)
    answers = world.taken(world.many(list(range(30)), concurrency=1))
    assert [told(answer) for answer in answers] == [*map(str, range(10)), *[HeldBack] * 20]
    assert len(world.line.asked) == 1


def test_an_error_of_the_input_comes_after_the_answers_for_what_was_read(world: World) -> None:
    def broken() -> Iterator[int]:
        yield from range(13)
        raise LookupError("数据库断了")

    found: list[Answer[Any, Any]] = []
    with pytest.raises(LookupError, match="数据库断了"):
        world.take(world.many(broken()), None, found)
    assert [told(answer) for answer in found] == [*map(str, range(13))]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"tk_domain": None}, "tk_domain：必填，不能缺少或为空"),
        ({"source_type": "x"}, "source_type：应为整数，得到 str 'x'"),
        ({"timeout": -1}, "timeout：应为大于 0、不超过 86400 的秒数，得到 -1"),
    ],
)
def test_other_arguments_that_are_wrong_end_the_loop(
    world: World, given: dict[str, Any], problem: str
) -> None:
    with pytest.raises(InvalidArguments) as caught:
        world.taken(world.many(iter(range(500)), **given))
    assert caught.value.problems == (problem,)
    assert world.line.asked == []


@pytest.mark.parametrize("values", ["123,456", b"12", 12, None, {"1": 2}])
def test_what_is_no_series_of_values_is_told_at_once(world: World, values: Any) -> None:
    with pytest.raises(InvalidArguments) as caught:
        world.many(values)
    told = "source_values：应为若干值：列表、生成器等，只有一个值时写成 [值]"
    assert caught.value.problems == (f"{told}，得到 {type(values).__name__}",)


@pytest.mark.parametrize("concurrency", [0, -1, 101, 1.5, True, None])
def test_a_wrong_concurrency_is_told_at_once(world: World, concurrency: Any) -> None:
    with pytest.raises(InvalidArguments, match="concurrency：应为 1 至 100 的整数"):
        world.many([1], concurrency=concurrency)


def test_arguments_that_can_be_read_once_go_with_every_call(world: World) -> None:
    sent: list[str] = []
    fields = (name for name in ["num_iid", "click_url"])

    def answer(request: HttpRequest) -> HttpReply:
        sent.append(dict(parse_qsl(request.body.decode()))["fields"])
        return refusal("15", "isv.none")

    world.line.answer = answer  # type: ignore[method-assign]
    many = world.client.tbk_item_convert_many(range(50), adzone_id=1, fields=fields)
    assert len(world.taken(many)) == 50
    assert sent == ["num_iid,click_url"] * 2


# Reading ahead, and leaving


class Counted:
    """An endless input that counts what is read."""

    def __init__(self) -> None:
        self.read = 0

    def __iter__(self) -> Iterator[int]:
        for number in itertools.count():
            self.read += 1
            yield number


@pytest.mark.parametrize(("concurrency", "most"), [(1, 30), (3, 50)])
def test_endless_input_is_read_only_so_far_ahead(world: World, concurrency: int, most: int) -> None:
    values = Counted()
    many = world.many(values, concurrency=concurrency)
    assert (values.read, world.line.asked) == (0, [])
    answers = world.taken(many, 11)
    assert [answer.value for answer in answers] == [*range(11)]
    assert values.read <= most
    assert len(world.line.asked) <= most // MOST
    assert world.line.most <= concurrency


def test_so_many_calls_run_at_once_and_no_more() -> None:
    world = World("sync")
    together = threading.Barrier(3)
    world.line.before = lambda values: together.wait(5) and None
    assert len(world.taken(world.many(range(90), concurrency=3))) == 90
    assert world.line.most == 3


def test_so_many_tasks_run_at_once_and_no_more() -> None:
    world = World("async")
    assert len(world.taken(world.many(range(90), concurrency=3))) == 90
    assert world.line.most == 3


def test_a_many_says_whose_it_is() -> None:
    assert repr(World("sync").many([1])) == "Many(taobao.tbk.uvid.encrypt)"
    assert repr(World("async").many([1])) == "AsyncMany(taobao.tbk.uvid.encrypt)"


def test_an_interrupt_leaves_no_thread_behind(world: World) -> None:
    def interrupted() -> Iterator[int]:
        yield from range(13)
        raise KeyboardInterrupt

    before = {*threading.enumerate()}
    with pytest.raises(KeyboardInterrupt):
        world.taken(world.many(interrupted(), concurrency=1))
    assert {*threading.enumerate()} <= before


def test_leaving_ends_waits_between_attempts() -> None:
    world = World("sync", retries=RetryPolicy(attempts=2, longest_wait=60))
    banned = threading.Event()

    def before(values: list[str]) -> HttpReply | None:
        if "0" in values:
            return None if banned.wait(5) else refusal("11")
        banned.set()
        return refusal("7", "accesscontrol.limited-by-app-access-count", "ban will last for 30")

    world.line.before = before
    assert len(world.taken(world.many(itertools.count(), concurrency=2), 1)) == 1
    assert len(world.line.asked) <= 3
    assert not [values for values in world.line.asked if world.line.asked.count(values) > 1]


def test_leaving_ends_halving() -> None:
    """The first chunk is answered when the second one has been refused; then nobody waits."""
    world = World("sync")
    refused = threading.Event()

    def before(values: list[str]) -> HttpReply | None:
        if "0" in values:
            assert refused.wait(5)
            return None
        refused.set()
        time.sleep(0.02)
        return refusal("15", "isv.invalid-parameter")

    world.line.before = before
    assert len(world.taken(world.many(list(range(20)), concurrency=2), 1)) == 1
    assert len(world.line.asked) <= 5


def test_one_error_of_many_values_does_not_grow(world: World) -> None:
    world.line.before = lambda values: refusal("11")
    lengths = set[int]()
    for answer in world.taken(world.many(list(range(30)))):
        with pytest.raises(PermissionDenied) as caught:
            _ = answer.element
        lengths.add(len(traceback.extract_tb(caught.value.__traceback__)))
    assert len(lengths) == 1


def test_waits_of_the_user_s_own_stay_so() -> None:
    world = World("sync", retries=RetryPolicy(attempts=2, longest_wait=60))
    waits: list[float] = []
    world.client.sleep = waits.append
    refusals = [refusal("7", "accesscontrol.limited-by-app-access-count", "ban will last for 30")]
    world.line.before = lambda values: refusals.pop() if refusals else None
    assert [told(answer) for answer in world.taken(world.many([1]))] == ["1"]
    assert waits == [30]


def test_what_the_caller_set_for_its_context_holds_in_the_calls(world: World) -> None:
    tenant = contextvars.ContextVar("tenant", default="nobody")
    tenant.set("me")
    seen: list[str] = []
    world.line.before = lambda values: seen.append(tenant.get())
    world.taken(world.many(range(30)))
    assert seen == ["me"] * 3


class Hanging(AsyncLine):
    """Answers the first request, and no other one."""

    def __init__(self) -> None:
        super().__init__()
        self.cancelled = 0

    async def send(self, request: HttpRequest) -> HttpReply:  # type: ignore[override]
        if self.asked:
            try:
                await asyncio.Event().wait()
            finally:
                self.cancelled += 1
        return self.answer(request)


def hanging() -> tuple[Hanging, Any]:
    line = Hanging()
    client = AsyncClient("12345678", "helloworld", transport=line, retries=ONCE)
    return line, client.tbk_uvid_encrypt_many(itertools.count(), tk_domain=1)


def test_a_cancelled_task_leaves_no_task_behind() -> None:
    line, many = hanging()
    found: list[Any] = []

    async def consume() -> None:
        async for answer in many:
            found.append(answer)

    async def main() -> None:
        task = asyncio.create_task(consume())
        while len(found) < MOST:
            await asyncio.sleep(0)
        for _ in range(5):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(main())
    assert line.cancelled == 4


def test_a_loop_that_is_broken_off_and_forgotten_leaves_no_task_behind() -> None:
    _, many = hanging()
    complaints: list[Any] = []

    async def main() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: complaints.append(context))
        async for answer in many:
            assert answer.element.source_value == "0"
            break
        for _ in range(10):
            await asyncio.sleep(0)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(main())
    assert complaints == []


def test_a_program_that_ends_inside_of_a_loop_leaves_nothing_to_complain_of() -> None:
    _, many = hanging()
    complaints: list[Any] = []

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, it: complaints.append(it))
        answers = aiter(many)
        await anext(answers)
        asyncio.get_running_loop().kept = answers  # type: ignore[attr-defined]

    asyncio.run(main())
    assert complaints == []


# Against the mock


def test_items_are_found_by_the_ids_that_were_given() -> None:
    with MockServer() as server, Client("12345678", "helloworld", gateway=server.url) as client:
        ids = range(900_000_000_000, 900_000_000_045)
        for number in ids:
            server.items.add(number, title=f"商品 {number}")
        many = client.tbk_item_info_upgrade_get_many([*ids, "no-such-item"])
        assert isinstance(many, Many)
        *found, unknown = many
        titles = [answer.element.item_basic_info for answer in found]
        assert [basic and basic.title for basic in titles] == [f"商品 {n}" for n in ids]
        assert isinstance(unknown.error, Unanswered)
        assert len(server.requests) == 3


def test_a_session_goes_with_every_call() -> None:
    with MockServer() as server, Client("12345678", "helloworld", gateway=server.url) as client:
        many = client.tbk_sc_uvid_encrypt_many(["a"], tk_domain=1, session="test")
        assert [answer.element.source_value for answer in many] == ["a"]
        with pytest.raises(InvalidArguments, match="session"):
            list(client.tbk_sc_uvid_encrypt_many(["a"], tk_domain=1))
