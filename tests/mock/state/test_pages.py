"""Pages of orders that move while a job reads them."""

from typing import Any

import pytest

from mock.state.worlds import MINUTE, World, ids


@pytest.fixture
def world() -> World:
    """Orders 1 to 4 of a minute ago."""
    made = World()
    for number in "1234":
        made.orders.add(trade_id=number)
    made.clock.advance(MINUTE)
    return made


def page(world: World, number: int, before: dict[str, Any] | None = None, jump: int = 1) -> Any:
    """Two of those that were updated up to a second ago."""
    cursor = {"position_index": before["position_index"], "jump_type": jump} if before else {}
    return world.window(-MINUTE, -1, query_type=4, page_size=2, page_no=number, **cursor)


def told(data: dict[str, Any]) -> tuple[list[str], bool, bool]:
    return ids(data), data["has_pre"], data["has_next"]


def test_nothing_is_before_a_page_once_the_earlier_ones_have_moved(world: World) -> None:
    first = page(world, 1)
    assert told(page(world, 2, first)) == (["3", "4"], True, False)
    world.orders.receive("1")
    assert told(page(world, 2, first)) == (["3", "4"], True, False)
    world.orders.receive("2")
    assert told(page(world, 2, first)) == (["3", "4"], False, False)


def test_nothing_is_behind_a_page_once_the_later_ones_have_moved(world: World) -> None:
    second = page(world, 2, page(world, 1))
    assert told(page(world, 1, second, jump=-1)) == (["1", "2"], False, True)
    world.orders.receive("3")
    assert told(page(world, 1, second, jump=-1)) == (["1", "2"], False, True)
    world.orders.receive("4")
    assert told(page(world, 1, second, jump=-1)) == (["1", "2"], False, False)


def test_a_page_from_which_all_have_moved_is_empty(world: World) -> None:
    first = page(world, 1)
    for number in "34":
        world.orders.receive(number)
    empty = page(world, 2, first)
    assert told(empty) == ([], True, False)
    assert "position_index" not in empty
    assert ids(world.window(-MINUTE, 0, query_type=4)) == ["1", "2", "3", "4"]


def test_at_the_second_of_a_change_the_new_version_is_seen_alone(world: World) -> None:
    world.orders.receive("2")
    assert ids(world.window(-MINUTE, 0, query_type=1)) == ["1", "2", "3", "4"]
    assert ids(world.window(-MINUTE, 0, query_type=1, tk_status=12)) == ["1", "3", "4"]
    assert ids(world.window(-MINUTE, 0, query_type=1, tk_status=14)) == ["2"]
