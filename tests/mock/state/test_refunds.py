"""Refunds: by which time they are asked for, page by page, and what is given back."""

import json
from typing import Any

import pytest
from taobaoke_mock.state.book import Book
from taobaoke_mock.times import written

from mock.state.worlds import DAY, HOUR, World

REFUNDS = "taobao.tbk.order.refund.get"
PUNISHED = "taobao.tbk.dg.punish.order.get"


@pytest.fixture
def world() -> World:
    return World()


def asked(world: World, **members: Any) -> dict[str, Any]:
    """The data of a page of refunds of this day."""
    times = {"start_time": "2026-11-26 00:00:00", "end_time": "2026-11-26 23:59:59"}
    option = json.dumps({**times, **members})
    data: dict[str, Any] = world.ask(REFUNDS, publisher_refund_order_query_option=option)["data"]
    return data


def ids(data: dict[str, Any]) -> str:
    found = data.get("result", {}).get("publisher_refund_order_d_t_o", [])
    return "".join(row["refund_suit_id"] for row in found)


# Times and pages

LIVES = (
    # created, settled, refunded from … to
    ("03:00:00", "05:00:00", "08:00:00", "26 09:30:00"),
    ("01:00:00", "06:00:00", "07:00:00", "26 09:20:00"),
    ("02:00:00", "04:00:00", "09:00:00", "26 09:10:00"),
    ("00:30:00", "05:30:00", "09:15:00", "27 10:00:00"),
)
ORDER = {
    1: ("2134", "07:00:00", "09:15:00"),
    2: ("3142", "04:00:00", "06:00:00"),
    3: ("321", "09:10:00", "09:30:00"),
    4: ("4231", "00:30:00", "03:00:00"),
    5: ("3421", "09:10:00", "09:30:00"),
}
"""Query type → the refunds in the order of its time, and the first and the last time."""


@pytest.fixture
def refunded(world: World) -> World:
    for number, (created, settled, started, finished) in enumerate(LIVES, 1):
        world.orders.add(trade_id=f"{number}", tk_create_time=f"2026-11-26 {created}")
        world.orders.settle(f"{number}", at=f"2026-11-26 {settled}")
        world.orders.refund(
            f"{number}", "1.00", at=f"2026-11-26 {started}", finished=f"2026-11-{finished}"
        )
    return world


@pytest.mark.parametrize("query_type", ORDER)
def test_each_query_type_has_its_time_and_both_ends_are_in_it(
    refunded: World, query_type: int
) -> None:
    order, first, last = ORDER[query_type]
    ends = {"start_time": f"2026-11-26 {first}", "end_time": f"2026-11-26 {last}"}
    assert ids(asked(refunded, query_type=query_type, **ends)) == order
    later = {**ends, "start_time": f"2026-11-26 {first[:-1]}1"}
    assert ids(asked(refunded, query_type=query_type, **later)) == order[1:]
    minute = int(last[:2]) * 60 + int(last[3:5]) - 1
    earlier = {**ends, "end_time": f"2026-11-26 {minute // 60:02}:{minute % 60:02}:59"}
    assert ids(asked(refunded, query_type=query_type, **earlier)) == order[:-1]


@pytest.mark.parametrize("query_type", ORDER)
def test_pages_follow_the_time_that_is_asked_for(refunded: World, query_type: int) -> None:
    order = ORDER[query_type][0]
    last = len(order)
    cursor: dict[str, Any] = {}
    for number, refund in enumerate(order, 1):
        data = asked(refunded, query_type=query_type, page_size=1, page_no=number, **cursor)
        assert (ids(data), data["has_next"], data["has_pre"]) == (refund, number < last, number > 1)
        cursor = {"position_index": data["position_index"]}
    for number in range(last - 1, 0, -1):
        cursor["jump_type"] = -1
        data = asked(refunded, query_type=query_type, page_size=1, page_no=number, **cursor)
        assert (ids(data), data["has_next"], data["has_pre"]) == (
            order[number - 1],
            True,
            number > 1,
        )
        cursor["position_index"] = data["position_index"]


def test_a_refund_of_long_ago_is_still_true_if_it_was_added(world: World) -> None:
    world.orders.add(trade_id="1", tk_status=3)
    world.orders.refund("1", "1.00")
    world.clock.advance(91 * DAY)
    assert [row["trade_id"] for row in world.orders.truth()] == ["1"]
    assert [row["refund_suit_id"] for row in world.orders.refunds()] == ["1"]


def test_a_refund_that_was_planned_is_given_up_when_something_else_happens(world: World) -> None:
    world.orders.add(trade_id="1", item_price="10.00")
    world.orders.refund("1", "1.00", at=float(world.now + DAY))
    world.orders.close("1")
    world.clock.advance(2 * DAY)
    assert world.orders.refunds() == []
    (row,) = world.orders.truth()
    assert (row["tk_status"], row["refund_tag"]) == (13, 0)


def test_a_refund_at_the_same_status_is_an_update(world: World) -> None:
    world.orders.add(trade_id="1", tk_status=3)
    world.clock.advance(DAY)
    world.orders.refund("1", "1.00")
    (row,) = world.orders.truth()
    assert (row["tk_status"], row["refund_tag"]) == (3, 1)
    assert row["modified_time"] == "2026-11-27 10:00:00"
    assert "results" in world.window(-1, 0, query_type=4)


@pytest.mark.parametrize(
    ("method", "option"),
    [
        (REFUNDS, "publisher_refund_order_query_option"),
        ("taobao.tbk.relation.refund", "search_option"),
        (PUNISHED, "af_order_option"),
    ],
)
def test_no_orders_are_made_of_long_ago(method: str, option: str) -> None:
    """Of 90 days, and of the 45 days that lives before them may take."""
    world = World(Book(rate=0.01))
    world.ask(method, **{option: json.dumps({"start_time": "2020-01-01 00:00:00"})})
    assert all(first > (world.now - 136 * DAY) // HOUR for first, _ in world.book.filled)


def test_a_job_that_asks_by_update_time_keeps_up() -> None:
    world = World(Book(rate=3))
    kept: dict[str, Any] = {}

    def pull(start: int, end: int) -> None:
        times = {"start_time": written(start), "end_time": written(end), "query_type": 5}
        cursor: dict[str, Any] = {}
        for number in range(1, 100):
            option = json.dumps({**times, **cursor, "page_no": number, "page_size": 7})
            data = world.ask(REFUNDS, publisher_refund_order_query_option=option)["data"]
            for row in data.get("result", {}).get("publisher_refund_order_d_t_o", []):
                kept[row["refund_suit_id"]] = row
            if not data["has_next"]:
                return
            cursor = {"position_index": data["position_index"]}

    for day in range(-90, 0):
        pull(world.now + day * DAY, world.now + (day + 1) * DAY)
    for _ in range(10):
        done = world.now
        world.clock.advance(2 * DAY + HOUR)
        pull(done, world.now)
    result = world.orders.audit_refunds(kept.values())
    assert result, str(result)
    assert result.count > 300


# What is given back


def test_everything_back_is_everything_that_was_paid_out(world: World) -> None:
    """80 % of 10.01 % are 8.01 %; of the 80.10, a tenth is tech's and 4 % are the agent's."""
    world.orders.add(
        trade_id="1",
        relation_id=5,
        item_price="1000.00",
        total_commission_rate="10.01",
        pub_share_rate="80.00",
        tk_status=3,
    )
    (row,) = world.orders.truth()
    assert (row["tk_total_rate"], row["pub_share_fee"]) == ("8.01", "80.10")
    world.orders.refund("1")
    (refund,) = world.orders.refunds()
    assert refund["pub_share_fee"] == refund["show_return_fee"] == "80.10"
    assert refund["tk_commission_fee_refund"] == "68.89"
    assert refund["tk_commission_alimm_refund_fee"] == "8.01"
    assert refund["tk_commission_agent_refund_fee"] == "3.20"


@pytest.mark.parametrize(("price", "subsidy"), [("9999.00", "99.99"), ("20000.00", "100.00")])
def test_a_subsidy_has_a_limit(world: World, price: str, subsidy: str) -> None:
    world.orders.add(trade_id="1", item_price=price, subsidy_rate="1.00", tk_status=3)
    (row,) = world.orders.truth()
    assert row["pub_share_pre_fee_for_sdy"] == row["pub_share_fee_for_sdy"] == subsidy
    world.orders.refund("1")
    (refund,) = world.orders.refunds()
    assert refund["tk_subsidy_fee_refund"] == subsidy


@pytest.mark.parametrize(
    ("role", "type_", "mine", "theirs"), [(2, 1, "1.00", "0.00"), (3, 2, "0.00", "1.00")]
)
def test_who_gives_back_depends_on_the_role(
    world: World, role: int, type_: int, mine: str, theirs: str
) -> None:
    world.orders.add(
        trade_id="1",
        item_price="10.00",
        total_commission_rate="10.00",
        tk_order_role=role,
        relation_id=5,
        tk_status=3,
    )
    world.orders.refund("1")

    def found(refund_type: int) -> list[dict[str, Any]]:
        search = {"start_time": "2026-11-26 00:00:00", "biz_type": 1, "refund_type": refund_type}
        answer = world.ask("taobao.tbk.relation.refund", search_option=json.dumps(search))
        data = answer["result"]["data"]
        rows: list[dict[str, Any]] = data.get("results", {}).get("result", [])
        assert int(data["total_count"]) == len(rows)
        return rows

    (row,) = found(type_)
    assert found(3 - type_) == []
    assert row["refund_type"] == type_
    assert row["tk_pub_show_return_fee"] == mine
    assert row["tk3rd_pub_show_return_fee"] == theirs


# Punishments


@pytest.mark.parametrize(
    ("span", "found"), [(0, "1"), (1, "1"), (2, "12"), (30, "123"), (31, "123")]
)
def test_punished_orders_are_asked_for_over_some_days(world: World, span: int, found: str) -> None:
    start = world.now
    created = (start + DAY - 1, start + DAY, start + 30 * DAY - 1, start + 30 * DAY)
    world.clock.advance(40 * DAY)
    for number, moment in enumerate(created, 1):
        world.orders.add(trade_id=f"{number}", tk_create_time=float(moment))
        world.orders.punish(f"{number}")
    option = json.dumps({"start_time": "2026-11-26 10:00:00", "span": span})
    data = world.ask(PUNISHED, af_order_option=option)["result"]["data"]
    rows = data["results"]["result"]
    assert "".join(str(row["tb_trade_id"]) for row in rows) == found
    assert data["total_count"] == len(found)


def test_a_punished_order_tells_the_month_of_its_settlement(world: World) -> None:
    """The month is that of the platform's zone."""
    world.orders.add(trade_id="1")
    world.orders.settle("1", at="2026-12-01 00:00:00")
    world.clock.set("2026-12-02 00:00:00")
    world.orders.punish("1")
    option = json.dumps({"start_time": "2026-11-26 00:00:00", "span": 1})
    (row,) = world.ask(PUNISHED, af_order_option=option)["result"]["data"]["results"]["result"]
    assert str(row["settle_month"]) == "202612"


def test_no_punishment_comes_before_one_that_is_known(world: World) -> None:
    world.orders.add(trade_id="1")
    world.orders.punish("1", at="2026-11-26 10:00:00")
    for moment in ("2026-11-26 09:59:59", "2026-11-26 08:00:00"):
        with pytest.raises(ValueError, match="go on from there"):
            world.orders.punish("1", at=moment)
    world.orders.punish("1", "订单虚假交易", at="2026-11-26 10:00:00")
    (order,) = world.orders.export()["orders"]
    assert [each["violation"] for each in order["punishments"]] == ["订单虚假交易"]
