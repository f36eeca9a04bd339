"""Pages that are kept: whatever happens, the answer is that of a ledger that keeps nothing."""

import contextlib
import random
from collections.abc import Iterator
from typing import Any

import pytest
from taobaoke_mock.errors import GatewayError
from taobaoke_mock.knowledge import find_api
from taobaoke_mock.state import orders
from taobaoke_mock.state.book import Book
from taobaoke_mock.state.calls import Call
from taobaoke_mock.state.ledger import Ledger
from taobaoke_mock.times import parsed, written

from mock.state.worlds import DAY, HOUR, MINUTE, START, World, ids, rows

STEPS = ("pay", "receive", "settle", "close", "refund", "punish")
NOON = parsed(START)
Given = dict[str, str]


def answered(ledger: Ledger, method: str, given: Given) -> bytes | str | None:
    """The page, or the sub code of the refusal."""
    api = find_api(method)
    assert api
    try:
        return orders.answer(ledger, Call(api, given)).open_json
    except GatewayError as error:
        return error.sub_code


def windows(chance: random.Random) -> Given:
    """A window around the start, with or without filters."""
    start = NOON + chance.choice((-89 * DAY, -DAY, -2 * HOUR, 0, HOUR))
    given = {
        "start_time": written(start),
        "end_time": written(start + chance.choice((HOUR, 3 * HOUR - 1))),
        "query_type": str(chance.randint(1, 4)),
        "page_size": str(chance.choice((1, 3, 100))),
    }
    for name, values in (("tk_status", "12"), ("member_type", "23"), ("order_scene", "123")):
        if chance.random() < 0.2:
            given[name] = chance.choice(values)
    return given


def queries(world: World, chance: random.Random) -> Iterator[tuple[str, Given]]:
    """First pages, and those behind and before them."""
    for _ in range(12):
        method, given = chance.choice(orders.METHODS), windows(chance)
        yield method, given
        api = find_api(method)
        assert api
        try:
            data = orders.answer(world.state.ledger, Call(api, given))["data"]
        except GatewayError:
            continue
        if position := data.get("position_index"):
            for jump in ("1", "-1"):
                yield method, {
                    **given,
                    "page_no": "2",
                    "position_index": position,
                    "jump_type": jump,
                }


def happen(world: World, chance: random.Random) -> None:
    """One thing: time moves, or an order is added or changes."""
    act = chance.random()
    if act < 0.3:
        world.clock.advance(chance.choice((0.4, 1, MINUTE, HOUR, DAY)))
    elif act < 0.4:
        world.clock.set(NOON + chance.randint(-DAY, DAY))
    elif act < 0.6:
        created = written(world.now - chance.randint(0, 2 * HOUR))
        world.orders.add(tk_create_time=created, tk_status=chance.choice((11, 12, 14)))
    elif act < 0.7:
        world.orders.late(chance.randint(1, HOUR), tk_create_time=written(world.now - 60))
    elif trades := world.book.trade_ids():
        at = chance.choice((None, written(world.now + chance.randint(1, HOUR))))
        step = getattr(world.orders, chance.choice(STEPS))
        with contextlib.suppress(ValueError):  # it cannot happen to this order now
            step(chance.choice(trades), at=at)


@pytest.mark.parametrize("rate", [0, 3])
@pytest.mark.parametrize("seed", range(4))
def test_kept_pages_are_those_that_would_be_made(rate: float, seed: int) -> None:
    chance = random.Random(seed)
    world = World(Book(rate=rate))
    asked = list(queries(world, chance))
    for _ in range(60):
        for method, given in chance.sample(asked, 10):
            kept = answered(world.state.ledger, method, given)
            fresh = Ledger(world.book, world.clock, world.state.ledger.settings)
            assert kept == answered(fresh, method, given), (method, given)
        happen(world, chance)


class Reads(dict[str, str]):
    """Arguments that remember for which ones somebody looked."""

    looked: set[str]

    def get(self, name: str, default: Any = None) -> Any:
        self.looked.add(name)
        return super().get(name, default)

    def __getitem__(self, name: str) -> str:
        self.looked.add(name)
        return super().__getitem__(name)


@pytest.mark.parametrize("method", orders.METHODS)
def test_what_a_page_depends_on_is_part_of_what_is_asked(method: str) -> None:
    """A page made for one call is no answer to another one that differs in anything read."""
    api = find_api(method)
    assert api
    world = World(Book(rate=3))
    given = Reads(start_time=written(NOON - HOUR), end_time=written(NOON))
    given.looked = set()
    orders._made(world.state.ledger, Call(api, given), world.now)
    made = {*given.looked}
    orders.answer(world.state.ledger, Call(api, given))
    given.looked.clear()
    orders.answer(world.state.ledger, Call(api, given))  # this one is kept
    assert {"start_time", "end_time", "page_size", "position_index"} <= made <= given.looked


def test_a_page_is_kept_while_nothing_happens_and_no_longer() -> None:
    world = World()
    world.orders.add()
    made: list[int] = []

    def page() -> bytes:
        api = find_api(orders.METHODS[0])
        assert api
        times = {"start_time": written(NOON - HOUR), "end_time": written(NOON)}

        def make(now: int) -> tuple[bytes, int]:
            made.append(now)
            return orders._made(world.state.ledger, Call(api, times), now)

        return world.state.ledger.page(("one",), make)

    first = page()
    world.clock.advance(HOUR - 1)
    assert page() == first
    assert made == [NOON]
    world.orders.late(2 * HOUR, tk_create_time=written(NOON - 1))
    page()
    world.clock.advance(1)
    page()
    world.clock.set(NOON)
    page()
    assert made == [NOON, NOON + HOUR - 1, NOON + HOUR, NOON]


def test_a_late_order_shows_up_in_a_kept_page_in_its_second() -> None:
    world = World()
    first = world.orders.add(tk_create_time=written(NOON - 2 * MINUTE))
    late = world.orders.late(5 * MINUTE, tk_create_time=written(NOON - MINUTE))
    times = {"start_time": written(NOON - HOUR), "end_time": written(NOON)}

    def shown(moment: int) -> list[str]:
        world.clock.set(moment)
        return ids(world.ask(**times)["data"])

    assert shown(NOON) == [first]
    assert shown(NOON + 4 * MINUTE - 1) == [first]
    assert shown(NOON + 4 * MINUTE) == [first, late]
    assert shown(NOON + 4 * MINUTE - 1) == [first]


@pytest.mark.parametrize(
    ("query_type", "expected"), [(1, [12, 12, 14, 14, 12]), (4, [12, 12, None, None, 12])]
)
def test_a_step_shows_in_a_kept_page_in_its_second(
    query_type: int, expected: list[int | None]
) -> None:
    """By its creation the order looks different, by its last change it is elsewhere."""
    world = World()
    trade = world.orders.add(tk_create_time=written(NOON - MINUTE), modified_time=written(NOON))
    world.orders.receive(trade, at=written(NOON + 90))
    times = {"start_time": written(NOON - HOUR), "end_time": written(NOON)}

    def status(moment: int) -> int | None:
        world.clock.set(moment)
        shown = rows(world.ask(**times, query_type=query_type)["data"])
        return shown[0]["tk_status"] if shown else None

    assert [status(NOON + second) for second in (0, 89, 90, 91, 89)] == expected


def test_a_kept_page_is_refused_when_its_window_is_too_old() -> None:
    world = World()
    start = NOON - 90 * DAY + 1
    times = {"start_time": written(start), "end_time": written(start + HOUR)}
    ledger = world.state.ledger
    seen = []
    for _ in range(3):
        seen.append(answered(ledger, orders.METHODS[0], times))
        world.clock.advance(1)
    assert seen[0] == seen[1]
    assert seen[2] == "2004"
