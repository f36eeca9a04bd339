"""Periods, window by window: whatever happens to the mock's book of orders, nothing is lost."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from taobaoke import (
    AsyncClient,
    AsyncPull,
    Client,
    GatewayError,
    HeldBack,
    HttpFailure,
    HttpReply,
    HttpRequest,
    IncompletePull,
    InvalidArguments,
    Limiter,
    PermissionDenied,
    Pull,
    Rate,
    RateLimited,
    RetryPolicy,
    TaobaokeError,
)
from taobaoke._runtime.method import Method
from taobaoke._runtime.paging import PageNumbers
from taobaoke.methods.tbk_order_details_get import METHOD
from taobaoke.methods.tbk_relation_refund import METHOD as REFUND_METHOD
from taobaoke.types import TbkRelationRefundResponse
from taobaoke_mock import Mock
from taobaoke_mock.http import Request

ORDERS = "taobao.tbk.order.details.get"
START = datetime(2026, 11, 26, 10, tzinfo=timezone(timedelta(hours=8)))
"""A Thursday that is no sale day."""
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


class Line:
    """Carries requests to a mock in the same process."""

    def __init__(self, mock: Mock) -> None:
        self.mock = mock
        self.asked: list[dict[str, str]] = []
        self.before: Callable[[dict[str, str]], object] = lambda given: None
        """What happens before each request; it may raise HttpFailure."""
        self.replies: list[HttpReply] = []
        """What is answered instead, in turn."""

    def send(self, request: HttpRequest) -> HttpReply:
        given = dict(parse_qsl(request.body.decode()))
        self.asked.append(given)
        self.before(given)
        if self.replies:
            return self.replies.pop(0)
        headers = {name.lower(): value for name, value in request.headers.items()}
        headers.pop("accept-encoding", None)
        reply = self.mock.answer(
            Request("POST", "/router/rest", b"", {"host": "localhost", **headers}, request.body)
        )
        date = format_datetime(datetime.fromtimestamp(self.mock.clock.now(), UTC), usegmt=True)
        return HttpReply(reply.status, reply.body, {**dict(reply.headers), "date": date})

    def close(self) -> None: ...

    @property
    def windows(self) -> list[tuple[str, str]]:
        """The windows that were asked for, without the day."""
        pages = [given for given in self.asked if given.get("page_no") == "1"]
        return [(given["start_time"][5:], given["end_time"][5:]) for given in pages]


class AsyncLine(Line):
    async def send(self, request: HttpRequest) -> HttpReply:  # type: ignore[override]
        return super().send(request)

    async def close(self) -> None: ...  # type: ignore[override]


class World:
    """A mock whose clock stands, and clients of both kinds."""

    def __init__(
        self,
        start: datetime = START,
        orders: int = 0,
        kind: str = "sync",
        *,
        check_clock: bool = False,
        ahead: float = 0,
    ) -> None:
        self.mock = Mock(orders=orders, seed=7, check_clock=check_clock)
        self.mock.clock.set(start)
        self.orders, self.clock = self.mock.orders, self.mock.clock
        self.line = (AsyncLine if kind == "async" else Line)(self.mock)
        options: Any = {
            "retries": RetryPolicy(attempts=1),
            "clock": lambda: self.clock.now() + ahead,
        }
        make: Any = AsyncClient if kind == "async" else Client
        self.client = make("12345678", "helloworld", session="test", transport=self.line, **options)

    def pull(self, start: datetime | str = START, **given: Any) -> Any:
        return self.client.tbk_order_details_get_all(start=start, **{"query_type": 4, **given})


@pytest.fixture(params=["sync", "async"])
def world(request: pytest.FixtureRequest) -> World:
    return World(kind=request.param)


def taken(pull: Any, most: int | None = None) -> list[Any]:
    """What a pull of either kind gives, or the first of it."""
    found: list[Any] = []
    if not hasattr(pull, "__aiter__"):
        for element in pull:
            found.append(element)
            if len(found) == most:
                break
        return found

    async def take() -> None:
        elements = aiter(pull)
        async for element in elements:
            found.append(element)
            if len(found) == most:
                await elements.aclose()
                break

    asyncio.run(take())
    return found


def ids(elements: list[Any]) -> list[str]:
    return [element.trade_id for element in elements]


# Cutting


def test_a_long_period_is_cut_below_the_limit(world: World) -> None:
    world.orders.add(trade_id="1")
    world.clock.advance(6 * HOUR)
    assert ids(taken(world.pull())) == ["1"]
    assert world.line.windows == [
        ("11-26 10:00:00", "11-26 12:45:00"),
        ("11-26 12:45:00", "11-26 15:30:00"),
        ("11-26 15:30:00", "11-26 16:00:00"),
    ]
    assert {given["page_size"] for given in world.line.asked} == {"100"}


def test_windows_are_short_on_sale_days(world: World) -> None:
    world.clock.set("2026-11-12 02:00:00")
    taken(world.pull(datetime(2026, 11, 10, 23), end=datetime(2026, 11, 12, 2)))
    first, second, *_, last = world.line.windows
    assert first == ("11-10 23:00:00", "11-10 23:59:59")
    assert second == ("11-10 23:59:59", "11-11 00:18:19")
    assert last[0][:5] == "11-12"
    lengths = [
        datetime.fromisoformat(f"2026-{end}") - datetime.fromisoformat(f"2026-{start}")
        for start, end in world.line.windows
    ]
    assert max(lengths[1:-1]) < 20 * MINUTE
    assert len(lengths) < 90


def test_a_sale_day_that_has_no_date_is_learned_from_the_refusal(world: World) -> None:
    world.mock.fail(ORDERS, "2007", times=1)
    world.clock.advance(HOUR)
    assert taken(world.pull()) == []
    assert world.line.windows[:3] == [
        ("11-26 10:00:00", "11-26 11:00:00"),
        ("11-26 10:00:00", "11-26 10:18:20"),
        ("11-26 10:18:20", "11-26 10:36:40"),
    ]


def test_who_calls_every_window_too_long_is_not_asked_for_ever(world: World) -> None:
    world.mock.fail(ORDERS, "2007")
    world.clock.advance(HOUR)
    with pytest.raises(GatewayError, match="2007"):
        taken(world.pull())
    assert len(world.line.asked) < 10


def test_a_step_of_the_caller(world: World) -> None:
    world.clock.advance(HOUR)
    taken(world.pull(step=30 * MINUTE))
    assert len(world.line.windows) == 2


def test_days_are_told_where_no_parameter_closes_the_window(world: World) -> None:
    world.orders.add(trade_id="1")
    world.orders.punish("1")
    world.clock.advance(timedelta(days=40))
    pull = world.client.tbk_dg_punish_order_get_all(start=START, page_size=20)
    assert [row.tb_trade_id for row in taken(pull)] == ["1"]
    options = [json.loads(given["af_order_option"]) for given in world.line.asked]
    assert [(option["start_time"], option["span"]) for option in options] == [
        ("2026-11-26 10:00:00", 30),
        ("2026-12-26 10:00:00", 10),
    ]


def test_a_start_alone_is_one_window_until_now(world: World) -> None:
    world.orders.add(trade_id="1", relation_id=5)
    world.orders.refund("1", "1.00")
    option = {"search_type": 1, "refund_type": 0, "biz_type": 1, "page_size": 20}
    world.clock.advance(3 * HOUR)
    pull = world.client.tbk_relation_refund_all(start=START, **option)
    assert [row.tb_trade_id for row in taken(pull)] == ["1"]
    later = world.client.tbk_relation_refund_all(start=START, resume=pull.token, **option)
    assert taken(later) == []
    starts = [json.loads(given["search_option"])["start_time"] for given in world.line.asked]
    assert starts == ["2026-11-26 10:00:00", "2026-11-26 12:30:00"]


def test_refunds_by_their_last_change(world: World) -> None:
    world.orders.add(trade_id="1")
    world.orders.receive("1", at=START + MINUTE)
    world.orders.refund("1", "1.00", at=START + 2 * MINUTE, finished=START + HOUR)
    world.clock.advance(30 * MINUTE)
    pull = world.client.tbk_order_refund_get_all(start=START, query_type=5)
    assert [row.refund_status for row in taken(pull)] == [4]
    world.clock.advance(HOUR)
    assert [row.refund_status for row in taken(pull)] == [2]


# Progress


def test_a_pull_goes_on_where_it_stopped(world: World) -> None:
    for number in range(250):
        world.orders.add(trade_id=f"{number}")
    world.clock.advance(HOUR)
    pull = world.pull()
    found = taken(pull, 120)
    assert set(ids(found) + ids(taken(pull))) == {f"{number}" for number in range(250)}
    assert taken(pull) == []


def test_a_token_is_behind_the_element_in_hand(world: World) -> None:
    for number in range(5):
        world.orders.add(trade_id=f"{number}")
    world.clock.advance(HOUR)
    pull = world.pull()
    found = taken(pull, 3)
    rest = taken(world.pull(resume=pull.token))
    assert ids(rest)[0] == ids(found)[-1]
    assert sorted({*ids(found), *ids(rest)}) == list("01234")
    assert len(rest) == 3


def test_what_changes_later_or_comes_late_is_given_by_the_next_pull(world: World) -> None:
    world.orders.add(trade_id="1")
    world.clock.advance(HOUR)
    pull = world.pull()
    assert ids(taken(pull)) == ["1"]
    assert taken(world.pull(resume=pull.token)) == []
    world.orders.receive("1")
    world.orders.late(5 * MINUTE, trade_id="2")
    later = world.pull(resume=pull.token)
    assert sorted(ids(taken(later))) == ["1", "2"]
    assert taken(world.pull(resume=later.token)) == []


def test_two_changes_in_one_second_are_both_given(world: World) -> None:
    world.orders.add(trade_id="1")
    world.clock.advance(HOUR)
    world.orders.change("1", total_commission_rate="0.50")
    pull = world.pull()
    (first,) = taken(pull)
    world.orders.change("1", total_commission_rate="0.60")
    (second,) = taken(pull)
    assert first.modified_time == second.modified_time
    assert second.total_commission_rate * 100 == 60 or second.total_commission_rate != (
        first.total_commission_rate
    )
    assert taken(pull) == []


def test_a_token_is_plain_and_tells_no_order(world: World) -> None:
    world.orders.add(trade_id="123456789")
    world.clock.advance(HOUR)
    pull = world.pull()
    taken(pull)
    told = json.loads(pull.token)
    assert told["version"] == 1
    assert (told["method"], told["at"]) == (ORDERS, "2026-11-26 11:00:00")
    assert "123456789" not in pull.token
    assert "helloworld" not in pull.token


def test_a_token_does_not_grow_with_what_was_given(world: World) -> None:
    """It tells what the overlap may bring again, and no more."""
    for number in range(48):
        world.orders.add(trade_id=f"{number}", tk_create_time=START + number * HOUR)
    world.clock.advance(48 * HOUR)
    pull = world.pull(query_type=1)
    assert len(taken(pull)) == 48
    assert sum(map(len, json.loads(pull.token)["given"].values())) < 7


def test_a_job_that_is_killed_again_and_again_does_not_fall_back(world: World) -> None:
    world.clock.advance(HOUR)
    token = world.pull().token
    for _ in range(3):
        world.orders.add()
        pull = world.pull(resume=token, step=2 * MINUTE, overlap=30 * MINUTE)
        taken(pull)
        world.line.before = failing("")
        with pytest.raises(TaobaokeError):
            taken(pull)
        world.line.before = lambda given: None
        token = pull.token
        assert json.loads(token)["at"] == "2026-11-26 11:00:00"


def token(**changes: Any) -> str:
    """One that fits, but for some members."""
    told = json.loads(World().pull(START - HOUR).token)
    assert told.keys() >= changes.keys()
    return json.dumps({**told, **changes})


@pytest.mark.parametrize(
    ("token", "why"),
    [
        ("", "已残缺"),
        ("[]", "已残缺"),
        ("[" * 200_000, "已残缺"),
        (token(version=9), "版本是 9"),
        (token(version=True), "版本是 True"),
        (token(version="1"), "版本是 '1'"),
        (token(method="taobao.tbk.x"), "来自 'taobao.tbk.x'"),
        (token(question="x"), "参数或 AppKey 与现在的不同"),
        (token(start="2026-11-26 11:00:00"), "已残缺"),
        (token(gaps=[["2026-11-26 10:00:00", "2026-11-26 09:00:00"]]), "已残缺"),
        (token(at="2026-11-26 10:10:01"), "客户端的时间却是 2026-11-26 10:00:00：请先校准时钟"),
    ],
)
def test_a_token_of_something_else(world: World, token: str, why: str) -> None:
    with pytest.raises(InvalidArguments, match=why):
        world.pull(resume=token)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"start": START + HOUR}, "start：不应晚于 end 与现在，客户端知道的是 2026-11-26 10:00:00"),
        ({"start": "2026-11-26"}, "start：应为 datetime 或 yyyy-MM-dd HH:mm:ss 形式的文字"),
        ({"start": START.date()}, "start：应为 datetime"),
        ({"end": "2026-11-26"}, "end：应为 datetime"),
        ({"step": timedelta(0)}, "step：应为一秒以上"),
        ({"overlap": 60}, "overlap：应为一秒以上"),
    ],
)
def test_a_period_that_is_none(world: World, given: dict[str, Any], why: str) -> None:
    with pytest.raises(InvalidArguments, match=why):
        world.pull(**given)
    assert world.line.asked == []


def test_moments_may_be_text(world: World) -> None:
    """As the parameters of the method itself take them."""
    world.orders.add(trade_id="1")
    world.clock.advance(2 * HOUR)
    pull = world.pull("2026-11-26 10:00:00", end="2026-11-26 11:00:00")
    assert repr(pull).endswith("Pull(taobao.tbk.order.details.get，已取到 2026-11-26 10:00:00)")
    assert ids(taken(pull)) == ["1"]
    assert world.line.windows == [("11-26 10:00:00", "11-26 11:00:00")]
    assert repr(pull).endswith("已取到 2026-11-26 11:00:00)")


def test_for_ever_is_until_now(world: World) -> None:
    world.clock.advance(HOUR)
    world.orders.add(trade_id="1")
    world.clock.advance(HOUR)
    pull = world.pull(end=datetime.max.replace(tzinfo=UTC), overlap=timedelta.max)
    assert ids(taken(pull)) == ["1"]
    assert taken(world.pull(resume=pull.token, overlap=timedelta.max)) == []


def test_a_clock_that_is_corrected_on_the_way_loses_nothing() -> None:
    """Two hours ahead: the first call is refused, and the client learns the gateway's time."""
    world = World(check_clock=True)
    ahead = Client(
        *("12345678", "helloworld"),
        session="test",
        transport=world.line,
        clock=lambda: world.clock.now() + 7200,
    )
    world.clock.advance(HOUR)
    pull = ahead.tbk_order_details_get_all(start=START, query_type=4)
    assert list(pull) == []
    assert json.loads(pull.token)["at"] == "2026-11-26 11:00:00"
    assert len(world.line.windows) == 2, "nothing is asked for that has not happened"
    world.clock.advance(MINUTE)
    world.orders.add(trade_id="1")
    world.clock.advance(MINUTE)
    later = ahead.tbk_order_details_get_all(start=START, query_type=4, resume=pull.token)
    assert ids([*later]) == ["1"]


def test_a_clock_within_tolerance_loses_nothing() -> None:
    world = World()
    ahead = Client(
        *("12345678", "helloworld"),
        session="test",
        transport=world.line,
        clock=lambda: world.clock.now() + 540,
    )
    world.clock.advance(HOUR)
    options: Any = {"start": START, "query_type": 4, "overlap": timedelta(seconds=1)}
    pull = ahead.tbk_order_details_get_all(**options)
    assert list(pull) == []
    world.clock.advance(MINUTE)
    world.orders.add(trade_id="1")
    world.clock.advance(timedelta(minutes=20))
    assert ids([*ahead.tbk_order_details_get_all(**options, resume=pull.token)]) == ["1"]


def test_a_later_loop_takes_over(world: World) -> None:
    world.clock.advance(HOUR)
    made = {world.orders.add() for _ in range(5)}
    world.clock.advance(MINUTE)
    pull = world.pull()
    if isinstance(world.line, AsyncLine):
        first = asyncio.run(held_back(pull))
    else:
        loop = iter(pull)
        first = [next(loop)]
        first += list(pull)
        with pytest.raises(TaobaokeError, match="后来的循环已经接着取了"):
            next(loop)
    assert {*ids(first)} == made


def test_a_loop_that_was_taken_over_gives_nothing_any_more() -> None:
    world = World()
    for _ in range(5):
        world.orders.add()
    world.clock.advance(MINUTE)
    pull = world.pull()
    older, newer = iter(pull), iter(pull)
    next(older)
    next(newer)
    with pytest.raises(TaobaokeError, match="后来的循环已经接着取了"):
        next(older)
    assert len(list(newer)) == 4


def test_a_token_that_is_a_little_ahead_fits() -> None:
    """As clocks may be."""
    world = World()
    assert list(world.pull(resume=token(at="2026-11-26 10:10:00"))) == []


def test_a_token_belongs_to_an_app() -> None:
    world = World()
    other = Client("87654321", "helloworld", transport=world.line, clock=world.clock.now)
    with pytest.raises(InvalidArguments, match="参数或 AppKey 与现在的不同"):
        other.tbk_order_details_get_all(start=START, query_type=4, resume=token())


async def held_back(pull: Any) -> list[Any]:
    """What two loops give, one of which is left and held."""
    loop = aiter(pull)
    found = [await anext(loop)]
    found += [order async for order in pull]
    with pytest.raises(TaobaokeError, match="后来的循环已经接着取了"):
        await anext(loop)
    return found


def test_more_is_looked_at_again_on_request(world: World) -> None:
    world.clock.advance(2 * HOUR)
    pull = world.pull()
    taken(pull)
    token = pull.token
    late = world.orders.late(by=1, tk_create_time=START + MINUTE)
    world.clock.advance(HOUR)
    assert taken(world.pull(resume=token)) == []
    assert ids(taken(world.pull(resume=token, overlap=2 * HOUR))) == [late]


def test_what_has_not_happened_yet_is_left_to_the_next_pull(world: World) -> None:
    world.clock.advance(HOUR)
    pull = world.pull(end=START + 9 * HOUR)
    assert taken(pull) == []
    assert world.line.windows == [("11-26 10:00:00", "11-26 11:00:00")]
    world.clock.advance(MINUTE)
    order = world.orders.add()
    world.clock.advance(HOUR)
    assert ids(taken(world.pull(end=START + 9 * HOUR, resume=pull.token))) == [order]


# Failures


def failing(*starts: str) -> Callable[[dict[str, str]], None]:
    """No connection for windows that begin so."""

    def fail(given: dict[str, str]) -> None:
        if given["start_time"].endswith(starts):
            raise HttpFailure("out of order")

    return fail


def test_a_window_that_fails_is_a_gap_that_the_next_pull_fills(world: World) -> None:
    for number in range(4):
        world.orders.add(trade_id=f"{number}", tk_create_time=START + number * HOUR)
    world.clock.advance(4 * HOUR)
    world.line.before = failing("11:00:00")
    pull = world.pull(step=HOUR)
    with pytest.raises(IncompletePull) as caught:
        taken(pull)
    (gap,) = caught.value.gaps
    assert (f"{gap.start:%T}", f"{gap.end:%T}") == ("11:00:00", "12:00:00")
    assert "2026-11-26 11:00:00 至 2026-11-26 12:00:00" in str(caught.value)
    assert pull.gaps == (gap,)
    world.line.before = lambda given: None
    world.line.asked.clear()
    world.orders.add(trade_id="9")
    later = world.pull(step=HOUR, resume=pull.token)
    assert "9" in ids(taken(later))
    assert world.line.windows[0] == ("11-26 11:00:00", "11-26 12:00:00")
    assert taken(world.pull(step=HOUR, resume=later.token)) == []


def test_what_lies_on_the_border_of_a_gap_is_not_given_again(world: World) -> None:
    world.orders.add(trade_id="1", tk_create_time=START + HOUR)
    world.clock.advance(9 * HOUR)
    world.line.before = failing("11:00:00")
    pull, found = world.pull(step=HOUR), list[Any]()
    with pytest.raises(IncompletePull):
        take_into(found, pull)
    assert ids(found) == ["1"]
    world.line.before = lambda given: None
    assert taken(world.pull(step=HOUR, resume=pull.token)) == []


def test_what_fails_again_and_again_is_no_matter_of_windows(world: World) -> None:
    world.clock.advance(24 * HOUR)

    def down(given: dict[str, str]) -> None:
        raise HttpFailure("the network is down")

    world.line.before = down
    pull = world.pull()
    with pytest.raises(Exception, match="the network is down"):
        taken(pull)
    assert len(world.line.asked) == 3
    world.line.before = lambda given: None
    world.orders.add(trade_id="1", tk_create_time=START + HOUR)
    assert taken(pull) is not None
    assert len(world.line.windows) > 9


def test_windows_that_fail_now_and_then_do_not_add_up(world: World) -> None:
    world.clock.advance(8 * HOUR)
    world.line.before = failing("10:00:00", "11:00:00", "13:00:00", "15:00:00", "16:00:00")
    pull = world.pull(step=HOUR)
    with pytest.raises(IncompletePull) as caught:
        taken(pull)
    assert [f"{gap.start:%H}" for gap in caught.value.gaps] == ["10", "11", "13", "15", "16"]


@pytest.mark.parametrize(
    ("code", "error"), [("3000", RateLimited), ("11", PermissionDenied), ("1006", GatewayError)]
)
def test_what_meets_every_window_ends_at_once(
    world: World, code: str, error: type[Exception]
) -> None:
    world.clock.advance(24 * HOUR)
    world.mock.fail(ORDERS, code)
    with pytest.raises(error):
        taken(world.pull())
    assert len(world.line.asked) == 1


def test_what_a_limiter_holds_back_ends_at_once(world: World) -> None:
    limiter = Limiter(methods={ORDERS: Rate(1, 3600.0)})
    options: Any = {"session": "test", "transport": world.line, "clock": world.clock.now}
    client = type(world.client)("12345678", "helloworld", limiter=limiter, **options)
    world.clock.advance(24 * HOUR)
    pull = client.tbk_order_details_get_all(start=START)
    with pytest.raises(HeldBack):
        taken(pull)
    assert (len(world.line.asked), pull.gaps) == (1, ())


def test_what_is_too_old_is_told_once(world: World) -> None:
    world.orders.add(trade_id="1")
    pull, found = world.pull(START - timedelta(days=91)), list[Any]()
    with pytest.raises(IncompletePull, match="最早只能查到") as caught:
        take_into(found, pull)
    assert ids(found) == ["1"]
    (gap,) = caught.value.gaps
    assert gap.end - gap.start == timedelta(days=1, minutes=10)
    assert taken(world.pull(resume=pull.token)) == []


def taken_before_the_end(pull: Any) -> Iterator[Any]:
    """One by one, for both kinds."""
    if not hasattr(pull, "__aiter__"):
        yield from pull
        return
    loop, elements = asyncio.new_event_loop(), aiter(pull)
    try:
        while True:
            yield loop.run_until_complete(anext(elements))
    except StopAsyncIteration:
        return
    finally:
        loop.close()


def test_more_pages_than_have_numbers_are_read_in_shorter_windows() -> None:
    """Page 101 has no number that the platform accepts."""
    world = World()
    for number in range(110):
        world.orders.add(trade_id=f"{number}", tk_create_time=START + number * MINUTE)
    world.clock.advance(2 * HOUR)
    arguments = {"query_type": 1, "page_size": 1, "page_no": 1}
    period: Any = {"start": START, "resume": None, "overlap": None}
    pull = Pull[Any](world.client, METHOD, arguments, session=None, timeout=None, **period)
    assert sorted(map(int, ids([*pull]))) == [*range(110)]
    assert world.line.windows[0][1] == "11-26 12:00:00"
    assert world.line.windows[1][1] == "11-26 10:18:20"


def numbered(last: int) -> tuple[Any, dict[str, Any]]:
    """The refunds, as if no page had a higher number, and what is asked for."""

    class Few(TbkRelationRefundResponse):
        _paging = PageNumbers(
            lists=TbkRelationRefundResponse._paging.lists,
            page="search_option.page_no",
            last=last,
            size="search_option.page_size",
            total="result.data.total_count",
        )

    option = {"search_type": 1, "refund_type": 0, "biz_type": 1, "page_size": 2, "page_no": 1}
    return Method(**{**vars(REFUND_METHOD), "response": Few}), {"search_option": option}


def test_pages_that_have_no_number_are_a_gap_where_nothing_can_be_cut(world: World) -> None:
    method, arguments = numbered(last=2)
    world.clock.advance(HOUR)
    kind: Any = AsyncPull if isinstance(world.line, AsyncLine) else Pull
    period: Any = {"start": START, "resume": None, "overlap": None}
    for total, missing in ((4, False), (5, True)):
        world.line.replies = [refunds(total, "1", "2"), refunds(total, "3", "4")]
        pull = kind(world.client, method, arguments, session=None, timeout=None, **period)
        if missing:
            with pytest.raises(IncompletePull, match="翻页中断：平台说还有下一页，页码却已是最大"):
                taken(pull)
        else:
            assert len(taken(pull)) == 4


REFUNDS = {"search_type": 1, "refund_type": 0, "biz_type": 1, "page_size": 2}


def refunds(total: int, *ids: str) -> HttpReply:
    """A page of refunds, of so many."""
    rows = [{"tb_trade_id": id_} for id_ in ids]
    data = {"total_count": str(total), "results": {"result": rows}}
    body = {"tbk_relation_refund_response": {"result": {"data": data, "result_code": 200}}}
    return HttpReply(200, json.dumps(body).encode())


def test_a_window_is_read_again_when_results_went_between_its_pages(world: World) -> None:
    """Without the first of them, the third has moved to the page that was read already."""
    world.clock.advance(HOUR)
    went = [refunds(4, "1", "2"), refunds(3, "4")]
    world.line.replies = [*went, refunds(3, "2", "3"), refunds(3, "4")]
    pull = world.client.tbk_relation_refund_all(start=START, **REFUNDS)
    assert [row.tb_trade_id for row in taken(pull)] == ["1", "2", "4", "3"]


def test_a_window_that_never_stands_still_is_a_gap(world: World) -> None:
    world.clock.advance(HOUR)
    world.line.replies = [refunds(4, "1", "2"), refunds(3, "4")] * 3
    pull = world.client.tbk_relation_refund_all(start=START, **REFUNDS)
    with pytest.raises(IncompletePull, match="翻页之间总数一直在变少"):
        taken(pull)
    assert len(world.line.asked) == 6


def test_what_was_given_beside_a_gap_is_not_given_again(world: World) -> None:
    """However long ago the gap was left: within an overlap, and on its last second."""
    world.orders.add(trade_id="1", tk_create_time=START + 142 * MINUTE)
    world.orders.add(trade_id="2", tk_create_time=START + 165 * MINUTE)
    world.clock.advance(165 * MINUTE)
    first = world.pull()
    assert len(taken(first)) == 2
    world.clock.advance(3 * HOUR)
    world.line.before = failing("12:20:00")
    second = world.pull(step=5 * MINUTE, overlap=25 * MINUTE, resume=first.token)
    with pytest.raises(IncompletePull):
        taken(second)
    world.line.before = lambda given: None
    world.clock.advance(9 * HOUR)
    assert taken(world.pull(resume=second.token)) == []


def answered(*results: Any, position: str = "", more: bool = False) -> HttpReply:
    """A page of orders, as it comes."""
    page = {
        "results": {"publisher_order_dto": [*results]},
        "has_next": more,
        "position_index": position,
    }
    body = {"tbk_order_details_get_response": {"data": page}}
    return HttpReply(200, json.dumps(body).encode())


@pytest.mark.parametrize("results", [["x"], [{"trade_id": "1"}, 5]])
def test_elements_that_nobody_can_read_are_a_gap(world: World, results: list[Any]) -> None:
    world.clock.advance(HOUR)
    world.line.replies = [answered(*results)]
    pull = world.pull()
    with pytest.raises(IncompletePull, match="应答里有 1 个元素读不懂"):
        taken(pull)
    world.line.replies = [answered({"trade_id": "1"}, None, {})]
    assert len(taken(pull)) == 2 - len(results)
    assert pull.gaps == ()


def test_a_total_that_only_the_first_page_tells_is_no_loss(world: World) -> None:
    world.clock.advance(HOUR)
    second = refunds(0, "3")
    second = HttpReply(200, second.body.replace(b'"total_count": "0", ', b""))
    world.line.replies = [refunds(3, "1", "2"), second]
    pull = world.client.tbk_relation_refund_all(start=START, **REFUNDS)
    assert len(taken(pull)) == 3
    assert len(world.line.asked) == 2


@pytest.mark.parametrize("code", ["25", "29", "22", "40"])
def test_what_became_wrong_with_the_app_ends_at_once(world: World, code: str) -> None:
    world.clock.advance(24 * HOUR)

    def later(given: dict[str, str]) -> None:
        if len(world.line.asked) == 2:
            world.mock.fail(ORDERS, code)

    world.line.before = later
    pull = world.pull()
    with pytest.raises(GatewayError):
        taken(pull)
    assert (len(world.line.asked), pull.gaps) == (2, ())


def test_gaps_from_before_keep_nothing_new_away(world: World) -> None:
    world.clock.advance(12 * HOUR)
    broken = failing("11:00:00", "13:00:00", "15:00:00")
    world.line.before = broken
    pull = world.pull(step=HOUR)
    with pytest.raises(IncompletePull):
        taken(pull)
    token = pull.token
    for _ in range(3):
        order = world.orders.add()
        world.clock.advance(HOUR)
        again = world.pull(step=HOUR, resume=token)
        found: list[Any] = []
        with pytest.raises(IncompletePull) as caught:
            take_into(found, again)
        assert ids(found) == [order]
        assert len(caught.value.gaps) == 3
        token = again.token


def take_into(found: list[Any], pull: Any) -> None:
    """Keep what a pull gives before it ends in an error."""
    for order in taken_before_the_end(pull):
        found.append(order)


def test_what_nobody_can_read_hides_no_other_page(world: World) -> None:
    world.clock.advance(HOUR)
    world.line.replies = [
        answered({"trade_id": "1"}, "x", position="p", more=True),
        answered("y", position="q", more=True),
        answered({"trade_id": "2"}),
    ]
    found: list[Any] = []
    with pytest.raises(IncompletePull, match="应答里有 2 个元素读不懂"):
        take_into(found, world.pull())
    assert ids(found) == ["1", "2"]


def test_a_gap_of_a_clock_that_was_ahead_is_no_hole() -> None:
    """An hour ahead and without a network, a job misses an hour that has not come."""
    world = World(ahead=3600)
    pull = world.pull(START - HOUR)
    world.line.before = failing("09:00:00")
    with pytest.raises(IncompletePull):
        taken(pull)
    world.line.before = lambda given: None
    world.clock.advance(MINUTE)
    right = Client("12345678", "helloworld", transport=world.line, clock=world.clock.now)
    options: Any = {"start": START, "query_type": 4}
    second = right.tbk_order_details_get_all(**options, resume=pull.token)
    assert taken(second) == []
    world.clock.advance(4 * MINUTE)
    order = world.orders.add()
    world.clock.advance(2 * HOUR)
    assert ids(taken(right.tbk_order_details_get_all(**options, resume=second.token))) == [order]


def test_a_second_change_in_one_second_is_seen_with_a_clock_ahead() -> None:
    world = World(ahead=540)
    order = world.orders.add()
    first = world.pull()
    world.clock.advance(timedelta(seconds=1))
    assert len(taken(first)) == 1
    world.orders.change(order, at=START, total_commission_rate="0.33")
    world.clock.advance(10 * MINUTE)
    assert len(taken(world.pull(resume=first.token))) == 1


def test_a_gap_that_has_not_begun_is_none() -> None:
    """As a clock that was far ahead has left it."""
    world = World(START + HOUR, ahead=540)
    gap = ["2026-11-26 11:05:00", "2026-11-26 11:30:00"]
    gaps = [["2026-11-26 10:00:00", "2026-11-26 10:10:00"], gap]
    pull = world.pull(resume=token(at="2026-11-26 10:30:00", gaps=gaps))
    order = world.orders.add()
    world.clock.advance(timedelta(seconds=1))
    assert ids(taken(pull)) == [order]
    assert json.loads(pull.token)["gaps"] == []
    assert len(world.line.windows) == 3


def test_wrong_arguments_are_told_for_a_short_period_too(world: World) -> None:
    world.clock.advance(5 * MINUTE)
    world.mock.fail(ORDERS, "1006")
    with pytest.raises(GatewayError):
        taken(world.pull())


def test_windows_that_have_not_begun_are_the_end() -> None:
    world = World(ahead=540)
    world.orders.add(trade_id="1")
    world.clock.advance(HOUR)
    pull = world.pull(step=3 * MINUTE)
    assert ids(taken(pull)) == ["1"]
    assert json.loads(pull.token)["at"] == "2026-11-26 11:03:00", "the overlap is longer"


# Whatever happens


def test_days_around_a_sale_day() -> None:
    """A book as it comes, over an eve, a sale day and the night behind it."""
    eve = START.replace(day=10, hour=20)
    world = World(START.replace(day=12, hour=2), orders=2160 * 4)
    book = {
        order.trade_id: order for scene in (1, 2, 3) for order in world.pull(eve, order_scene=scene)
    }
    result = world.orders.audit(book.values(), since=eve)
    assert result, str(result)
    assert result.count > 100


class Story:
    """What happens to orders while a job reads them, out of a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.world = World(ahead=self.random.choice((0, 0, 540, -540)))
        """The client's clock is off by what the platform accepts."""
        self.made: list[str] = []
        self.tokens: dict[int, str] = {}
        self.table: dict[str, Any] = {}
        self.given = Counter[tuple[int, str, str]]()
        """How often each state was given."""
        self.kills = 0
        self.calm = False
        self.world.line.before = self.happen

    def happen(self, given: dict[str, str]) -> None:
        """Between two calls, time passes, orders come and change, and the network fails."""
        if self.calm:
            return
        draw = self.random.random()
        self.world.clock.advance(self.random.choice((0, 0, 1, 7)))
        if draw < 0.2:
            self.event()
        elif draw < 0.25:
            raise HttpFailure("disconnected")
        elif draw < 0.3:
            self.world.mock.fail(ORDERS, self.random.choice(("3001", "http-502")), times=1)
        elif draw < 0.31:
            self.world.mock.fail(ORDERS, "2007", times=1)

    def event(self) -> None:
        orders, kinds = self.world.orders, [{}, {"relation_id": 5}, {"special_id": 6}]
        if not self.made or self.random.random() < 0.4:
            for _ in range(self.random.choice((1, 1, 3, 30))):
                fields: dict[str, Any] = self.random.choice(kinds)
                late = self.random.random() < 0.2
                made = orders.late(self.random.randint(60, 7200), **fields) if late else None
                self.made.append(made or orders.add(**fields))
            return
        order = self.random.choice(self.made)
        steps: list[Callable[[], object]] = [
            lambda: orders.receive(order),
            lambda: orders.settle(order),
            lambda: orders.close(order),
            lambda: orders.refund(order, "0.01"),
            lambda: orders.change(order, total_commission_rate=f"0.{self.random.randint(10, 99)}"),
        ]
        try:
            self.random.choice(steps)()
        except ValueError:
            return  # it does not make sense for this order

    def run(self) -> None:
        """One run of the job: it may be killed at any element, and resumes."""
        for scene in (1, 2, 3):
            token = self.tokens.get(scene)
            pull = self.world.pull(START - 24 * HOUR, order_scene=scene, resume=token)
            try:
                for order in pull:
                    self.table[order.trade_id] = order
                    self.given[scene, order.trade_id, order["modified_time"]] += 1
                    if self.random.random() < 0.05:
                        self.tokens[scene] = pull.token
                    if not self.calm and self.random.random() < 0.02:
                        self.kills += 1
                        break  # what was noted since the last token is lost
                else:
                    self.tokens[scene] = pull.token
            except TaobaokeError:
                if self.calm:
                    raise
                if self.random.random() < 0.5:
                    self.tokens[scene] = pull.token


@settings(max_examples=10, deadline=None, suppress_health_check=[*HealthCheck])
@given(st.integers(0, 2**32))
def test_nothing_is_lost_doubled_or_stale_whatever_happens(seed: int) -> None:
    story = Story(seed)
    for _ in range(story.random.randint(1, 6)):
        for _ in range(story.random.randint(0, 6)):
            story.event()
            story.world.clock.advance(story.random.choice((0, 30, 600, 9000)))
        story.run()
    story.calm = True
    story.world.clock.advance(600)
    story.run()
    given = story.given.total()
    story.run()
    assert story.given.total() == given
    result = story.world.orders.audit(story.table.values())
    assert result, str(result)
