"""The order queries: windows, times, filters, pages."""

import json
from datetime import timedelta

import pytest
from taobaoke_mock.errors import GatewayError
from taobaoke_mock.state.book import Book

from mock.state.worlds import DAY, HOUR, MINUTE, ORDERS, World, ids, rows

SC, CP = "taobao.tbk.sc.order.details.get", "taobao.tbk.cp.order.details.get"


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        (0, 0, "2001"),
        (0, -1, "2001"),
        (1, 60, "2002"),
        (-90 * DAY - 1, -90 * DAY + 60, "2004"),
        (-90 * DAY, -90 * DAY + 60, None),
        (-3 * HOUR, 0, "2007"),
        (-3 * HOUR + 1, 0, None),
        (-60, 60, None),
    ],
)
def test_windows_are_limited(start: int, end: int, code: str | None) -> None:
    assert World().refused(start, end) == code


@pytest.mark.parametrize(
    ("day", "minutes", "code"),
    [
        ("2026-11-11 12:00:00", 20, "2007"),
        ("2026-11-11 12:00:00", 19, None),
        ("2026-06-18 23:59:59", 20, "2007"),
        ("2026-11-11 00:10:00", 11, None),
        ("2026-11-11 00:10:00", 60, "2007"),
        ("2026-11-12 00:30:00", 31, "2007"),
        ("2026-11-12 00:30:00", 30, None),
        ("2026-12-12 12:00:00", 60, None),
    ],
)
def test_windows_are_short_on_sale_days(day: str, minutes: int, code: str | None) -> None:
    assert World(start=day).refused(-minutes * MINUTE, 0) == code


def test_sale_days_are_a_setting() -> None:
    world = World(start="2026-12-12 12:00:00", sale_days=frozenset({"12-12"}))
    assert world.refused(-HOUR, 0) == "2007"
    assert World(start="2026-11-11 12:00:00", sale_days=frozenset()).refused(-HOUR, 0) is None


def test_errors_have_the_documented_messages() -> None:
    world = World()
    with pytest.raises(GatewayError) as caught:
        world.ask(start_time="yesterday", end_time="today")
    assert (caught.value.code, caught.value.sub_code) == ("15", "2000")
    assert caught.value.sub_msg == "开始时间或结束时间参数非法"
    with pytest.raises(GatewayError) as caught:
        world.ask(SC, start_time="2026-11-26 09:00:00", end_time="2026-11-26 09:00:00")
    assert caught.value.sub_msg == "开始时间应该小于结束时间"
    assert world.refused(-60, 0, tk_status=5) == "1006"
    assert world.refused(-60, 0, jump_type=2) == "1005"


def test_an_empty_window_has_no_list() -> None:
    assert World().window(-60, 0) == {
        "has_pre": False,
        "has_next": False,
        "page_no": 1,
        "page_size": 20,
    }


def test_both_ends_of_a_window_are_in_it() -> None:
    world = World()
    for second in (-61, -60, -1, 0):
        world.orders.add(trade_id=str(100 + second), tk_create_time=float(world.now + second))
    assert ids(world.window(-60, -1)) == ["40", "99"]


def test_each_time_has_its_query_type() -> None:
    world = World()
    world.orders.add(trade_id="1", tk_status=11)
    for happens in (world.orders.pay, world.orders.receive, world.orders.settle):
        world.clock.advance(HOUR)
        happens("1")
    world.clock.advance(HOUR)
    world.orders.change("1", total_commission_rate="1.00")

    def found(query_type: int) -> list[int]:
        hours = range(-5, 1)
        return [
            h for h in hours if ids(world.window(h * HOUR - 1, h * HOUR, query_type=query_type))
        ]

    assert [found(query_type) for query_type in (1, 2, 3, 4)] == [[-4], [-3], [-1], [0]]


def test_rows_have_the_form_of_the_sample() -> None:
    world = World()
    world.orders.add(trade_id="1", relation_id=5, item_price="10.00", item_num=2)
    (row,) = rows(world.window(-60, 0, order_scene=2))
    assert row["trade_id"] == "1"
    assert row["relation_id"] == 5
    assert row["alipay_total_price"] == row["tb_gmv_total_price"] == "20.00"
    assert row["tk_create_time"] == "2026-11-26 10:00:00"
    assert (row["tk_deposit_time"], row["tk_status"]) == ("--", 12)
    assert "special_id" not in row
    assert "tk_earning_time" not in row
    assert "app_key" not in row


def test_scenes_roles_and_states_are_filters() -> None:
    world = World()
    world.orders.add(trade_id="1")
    world.orders.add(trade_id="2", relation_id=5, tk_order_role=3)
    world.orders.add(trade_id="3", special_id=6, tk_status=11)
    assert ids(world.window(-60, 0)) == ["1"]
    assert ids(world.window(-60, 0, order_scene=1)) == ["1"]
    assert ids(world.window(-60, 0, order_scene=2)) == ["2"]
    assert ids(world.window(-60, 0, order_scene=3)) == ["3"]
    assert ids(world.window(-60, 0, order_scene=2, member_type=2)) == []
    assert ids(world.window(-60, 0, order_scene=2, member_type=3)) == ["2"]
    assert ids(world.window(-60, 0, order_scene=3, tk_status=12)) == []
    assert ids(world.window(-60, 0, order_scene=3, tk_status=11)) == ["3"]
    everything = World(world.book, scene_one="all")
    assert ids(everything.window(-60, 0)) == ["1", "2", "3"]
    assert ids(everything.window(-60, 0, order_scene=2)) == ["2"]


def test_service_providers_and_leaders_see_the_same_orders() -> None:
    world = World()
    world.orders.add(trade_id="1", trade_parent_id="9", relation_id=5)
    times = {"start_time": "2026-11-26 09:30:00", "end_time": "2026-11-26 10:30:00"}
    (row,) = rows(world.ask(SC, **times, order_scene=2)["data"])
    assert (row["trade_id"], row["relation_id"]) == ("1", 5)
    assert "unid" not in row
    leader = world.ask(CP, **times)["data"]
    assert leader["results"] == {"result": [{"trade_parent_id": "9"}]}
    assert leader.keys() == {"results", "has_next", "position_index"}


def full(count: int = 7) -> World:
    """Orders 1, 2, … of the same second."""
    world = World()
    for number in range(1, count + 1):
        world.orders.add(trade_id=str(number))
    return world


def test_pages_follow_each_other_in_both_directions() -> None:
    world = full()
    first = world.window(-60, 0, page_size=3)
    assert (ids(first), first["has_pre"], first["has_next"]) == (["1", "2", "3"], False, True)
    second = world.window(
        -60, 0, page_size=3, page_no=2, jump_type=1, position_index=first["position_index"]
    )
    assert (ids(second), second["has_pre"], second["has_next"]) == (["4", "5", "6"], True, True)
    third = world.window(-60, 0, page_size=3, page_no=3, position_index=second["position_index"])
    assert (ids(third), third["has_pre"], third["has_next"]) == (["7"], True, False)
    back = world.window(
        -60, 0, page_size=3, page_no=2, jump_type=-1, position_index=third["position_index"]
    )
    assert (ids(back), back["has_pre"], back["has_next"]) == (["4", "5", "6"], True, True)
    start = world.window(
        -60, 0, page_size=3, page_no=1, jump_type=-1, position_index=back["position_index"]
    )
    assert (ids(start), start["has_pre"], start["has_next"]) == (["1", "2", "3"], False, True)


def test_a_later_page_needs_the_cursor_of_its_own_window() -> None:
    world = full()
    cursor = world.window(-60, 0, page_size=3)["position_index"]
    assert world.refused(-60, 0, page_size=3, page_no=2) == "1008"
    assert world.refused(-60, 0, page_size=3, page_no=2, position_index="2222_334666") == "1008"
    assert world.refused(-61, 0, page_size=3, page_no=2, position_index=cursor) == "1008"
    assert world.refused(-60, 0, page_no=2, position_index=cursor, tk_status=12) == "1008"
    for index, char in enumerate(cursor):
        damaged = cursor[:index] + ("1" if char != "1" else "2") + cursor[index + 1 :]
        assert world.refused(-60, 0, page_no=2, position_index=damaged) == "1008"
    assert world.refused(-60, 0, page_no=2, position_index=cursor) is None


def test_the_first_page_ignores_a_foreign_cursor() -> None:
    assert ids(full(2).window(-60, 0, position_index="2222_334666")) == ["1", "2"]


def test_an_order_that_moves_away_leaves_the_next_page_whole() -> None:
    world = full(6)
    world.clock.advance(60)
    first = world.window(-60, -1, page_size=3, query_type=4)
    world.orders.receive("2")
    second = world.window(
        -60, -1, page_size=3, query_type=4, page_no=2, position_index=first["position_index"]
    )
    assert ids(second) == ["4", "5", "6"]
    assert ids(world.window(-60, 0, query_type=4)) == ["1", "3", "4", "5", "6", "2"]


def test_a_late_order_is_in_a_window_that_was_read() -> None:
    world = World()
    world.clock.advance(HOUR)
    assert ids(world.window(-HOUR, -1)) == []
    world.orders.late(timedelta(minutes=30), trade_id="1")
    assert ids(world.window(-HOUR, -1)) == ["1"]
    assert ids(world.window(-HOUR, -1, query_type=4)) == []
    assert ids(world.window(-1, 0, query_type=4)) == ["1"]


def test_the_clock_may_go_back() -> None:
    world = World()
    world.orders.add(trade_id="1")
    world.clock.advance(HOUR)
    world.orders.receive("1")
    assert rows(world.window(-2 * HOUR, 0))[0]["tk_status"] == 14
    world.clock.set("2026-11-26 10:59:59")
    assert rows(world.window(-2 * HOUR, 0))[0]["tk_status"] == 12
    world.clock.set("2026-11-26 09:59:59")
    assert rows(world.window(-2 * HOUR, 0)) == []


def test_what_changed_in_this_second_is_on_the_page() -> None:
    world = full(1)
    assert rows(world.window(-60, 0))[0]["total_commission_rate"] != "7.77"
    world.orders.change("1", total_commission_rate="7.77")
    assert rows(world.window(-60, 0))[0]["total_commission_rate"] == "7.77"


def test_all_pages_of_a_seeded_book_hold_every_order_once() -> None:
    world = World(Book(rate=30))
    seen: list[str] = []
    for hours in range(-48, 0, 2):
        window = (hours * HOUR, (hours + 2) * HOUR - 1)
        for scene in (1, 2, 3):
            data = world.window(*window, order_scene=scene, page_size=7)
            seen += ids(data)
            while data["has_next"]:
                data = world.window(
                    *window,
                    order_scene=scene,
                    page_size=7,
                    page_no=data["page_no"] + 1,
                    position_index=data["position_index"],
                )
                seen += ids(data)
    start = float(world.now - 48 * HOUR)
    assert sorted(seen) == sorted(
        row["trade_id"]
        for row in world.orders.truth(since=start)
        if row["tk_create_time"] < "2026-11-26 10:00:00"
    )
    assert len(seen) > 1000


def test_a_page_is_a_content_like_any_other() -> None:
    """Its JSON is written from the facts; it says what the rows say in full form."""
    world = World(Book(rate=40))
    for method in (ORDERS, SC):
        times = {"start_time": "2026-11-26 07:30:00", "end_time": "2026-11-26 10:00:00"}
        page = world.ask(method, **times, page_size=100)
        assert list(page) == ["data"]
        assert json.loads(page.open_json + b"}") == page  # type: ignore[attr-defined]
        assert b"\\/" in page.open_json  # type: ignore[attr-defined]
        truth = {row["trade_id"]: row for row in world.orders.truth(since="2026-11-26 07:30:00")}
        for row in rows(page["data"]):
            shared = row.keys() & truth[row["trade_id"]].keys()
            assert {name: row[name] for name in shared} == {
                name: truth[row["trade_id"]][name] for name in shared
            }
            assert len(shared) > 40
        assert len(rows(page["data"])) > 30
