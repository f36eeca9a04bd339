"""Seeded orders: the same for the same seed, of every kind, and right to the 分."""

import json
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from taobaoke_mock.state import seeding
from taobaoke_mock.state.book import Book
from taobaoke_mock.state.lives import Life, Version
from taobaoke_mock.times import written

from mock.state.worlds import DAY, HOUR, World, ids, rows

FIRST = 498_000


def lives(hours: int, rate: float = 3, seed: int = 1) -> list[Life]:
    return [life for hour in range(FIRST, FIRST + hours) for life in seeding.hour(seed, rate, hour)]


def test_an_hour_depends_on_nothing_but_seed_rate_and_number() -> None:
    later = [life for hour in (FIRST + 5,) for life in seeding.hour(1, 3, hour)]
    assert later == lives(6)[-3:]
    assert lives(3, seed=2) != lives(3, seed=1)


def test_the_orders_of_an_hour_are_created_in_it() -> None:
    for hour in range(FIRST, FIRST + 100):
        assert {life.order.created // HOUR for life in seeding.hour(1, 3, hour)} == {hour}


def test_the_rate_holds_over_any_hours() -> None:
    assert len(lives(100)) == 300
    assert len(lives(2160, rate=100 / 2160)) in (99, 100, 101)
    assert lives(100, rate=0) == []


def test_every_kind_of_order_is_there() -> None:
    many = lives(1000)
    orders = [life.order for life in many]
    assert {order.scene for order in orders} == {1, 2, 3}
    assert {order.role for order in orders} == {2, 3}
    assert all((order.scene == 2) == (order.relation_id is not None) for order in orders)
    assert all((order.scene == 3) == (order.special_id is not None) for order in orders)
    assert len({order.trade_id for order in orders}) == len(orders)
    assert len({order.parent_id for order in orders}) < len(orders)
    assert len({order.created for order in orders}) < len(orders)
    assert {order.adzone for order in orders} == {0, 1, 2}
    assert 0.85 < sum(order.wireless for order in orders) / len(orders) < 0.95
    ways = {tuple(version.status for version in life.versions) for life in many}
    assert {(12, 14, 3), (11, 12, 14, 3), (11, 13), (12, 13), (12, 12, 14, 3)} <= ways
    assert any(life.order.deposit and life.versions[-1].status == 13 for life in many)
    assert any(life.order.deposit and life.versions[-1].status == 3 for life in many)
    assert any(life.refunds and life.versions[-1].tag for life in many)
    assert any(life.punishments for life in many)
    rests = [
        second.since - life.order.created
        for life in many
        if life.order.deposit
        for first, second in [life.versions[:2]]
        if first.since == life.order.created
    ]
    assert 3 * DAY <= min(rests) < max(rests) <= 12 * DAY
    assert 0.03 < len(rests) / len(many) < 0.07
    late = [life for life in many if life.versions[0].since > life.order.created]
    assert 0.03 < len(late) / len(many) < 0.08


def test_an_order_may_arrive_in_the_second_in_which_it_changes() -> None:
    first = Version(100, 11, None, None, 100, 0, 0, 0, 500, None)
    paid = first._replace(since=200, updated=200, status=12)
    closed = first._replace(since=300, updated=300, status=13)
    versions = [first, paid, closed]
    for arrival, earlier in ((199, first), (200, paid), (299, paid), (300, closed)):
        shown = seeding._late(versions, arrival)
        assert shown[0] == earlier._replace(since=arrival, updated=arrival)
        assert shown[1:] == [version for version in versions if version.since > arrival]


def test_lives_go_forward_and_end() -> None:
    for life in lives(1000):
        moments = [version.since for version in life.versions]
        assert moments == sorted(set(moments))
        assert life.order.created <= moments[0]
        assert all(version.updated == version.since for version in life.versions)
        ends = [moments[-1], *(refund.updated for refund in life.refunds)]
        assert max(ends) - life.order.created < seeding.LONGEST


def yuan(text: str) -> Decimal:
    return Decimal(text)


def share(amount: str, rate: str) -> Decimal:
    return (yuan(amount) * yuan(rate) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_amounts_follow_from_each_other_as_the_fields_say() -> None:
    checked = 0
    for row in World(Book(rate=1)).orders.truth():
        checked += 1
        assert yuan(row["tb_gmv_total_price"]) == yuan(row["item_price"]) * row["item_num"]
        alive = row["alipay_total_price"] if row["tk_status"] != 13 else "0"
        base = row["pay_price"] if row["tk_status"] == 3 else alive
        assert yuan(row["total_commission_fee"]) == share(base, row["total_commission_rate"])
        assert row["pub_share_pre_fee_for_commission"] == str(share(alive, row["tk_total_rate"]))
        for kind in ("", "pre_"):
            parts = [row[f"pub_share_{kind}fee_for_{what}"] for what in ("commission", "sdy")]
            assert yuan(row[f"pub_share_{kind}fee"]) == sum(map(yuan, parts))
        assert yuan(row["income_rate"]) == yuan(row["total_commission_rate"]) + yuan(
            row["subsidy_rate"]
        )
        fees = row["alimm_share_info_dto"]
        assert yuan(row["alimama_rate"]) == yuan(fees["alimm_tech_service_rate"]) + yuan(
            fees["alimm_agent_service_rate"]
        )
        kind = "" if row["tk_status"] == 3 else "pre_"
        service = (fees[f"alimm_{who}_service_{kind}fee"] for who in ("tech", "agent"))
        assert yuan(row["alimama_share_fee"]) == sum(map(yuan, service))
    assert checked > 2000


def test_what_is_asked_first_makes_no_difference() -> None:
    def asked(world: World, *days: int) -> dict[int, Any]:
        return {
            day: [
                rows(world.window(-day * DAY, -day * DAY + HOUR, query_type=query_type))
                for query_type in (1, 4, 2)
            ]
            for day in days
        }

    one, other = World(Book(rate=3)), World(Book(rate=3))
    other.clock.set("2026-11-20 00:00:00")
    other.window(-HOUR, 0)
    other.clock.set("2026-11-26 10:00:00")
    days = (1, 3, 30, 60)
    assert asked(one, *days) == dict(sorted(asked(other, *reversed(days)).items()))


def test_the_longest_lives_are_there_when_a_first_call_asks_for_their_end() -> None:
    many = lives(90 * 24, rate=6)

    def ages(life: Life) -> tuple[int, int]:
        """From creation to the last change of the order, and to that of its refunds."""
        ends = [refund.updated for refund in life.refunds]
        return (
            life.versions[-1].since - life.order.created,
            max(ends, default=0) - life.order.created,
        )

    life = max(many, key=lambda life: ages(life)[0])
    assert ages(life)[0] > 30 * DAY
    world = World(Book(rate=6), start=written(life.versions[-1].since))
    changed = world.window(-HOUR, 0, query_type=4, order_scene=life.order.scene)
    assert life.order.trade_id in ids(changed)

    life = max(many, key=lambda life: ages(life)[1])
    assert ages(life)[1] > 35 * DAY
    moment = written(life.refunds[-1].updated)
    world = World(Book(rate=6), start=moment)
    option = {"start_time": moment, "end_time": moment, "query_type": 5}
    answer = world.ask(
        "taobao.tbk.order.refund.get", publisher_refund_order_query_option=json.dumps(option)
    )
    (refund,) = answer["data"]["result"]["publisher_refund_order_d_t_o"]
    assert refund["refund_suit_id"] == str(life.order.id)


def test_true_refunds_are_those_of_ninety_days() -> None:
    world = World(Book(rate=3))
    started = [row["tk_refund_time"] for row in world.orders.refunds()]
    assert "2026-08-28 10:00:00" <= min(started) < "2026-09-01"
    assert max(started) <= "2026-11-26 10:00:00"


def test_no_orders_are_made_for_hours_that_have_not_come() -> None:
    world = World(Book(rate=1))
    world.window(-HOUR, HOUR)
    ((first, last),) = world.book.filled
    assert last == world.now // HOUR
    assert first <= last - 1


def test_orders_are_made_for_the_days_that_are_asked_for_alone() -> None:
    world = World(Book(rate=1))
    world.window(-30 * DAY, -30 * DAY + HOUR)
    ((first, last),) = world.book.filled
    assert (first % 24, last) == (0, first + 23)
    assert first <= (world.now - 30 * DAY) // HOUR <= last


def test_filled_stretches_grow_together() -> None:
    world = World()
    made: list[int] = []

    def make(hour: int) -> list[Life]:
        made.append(hour)
        return []

    for first, last in ((10, 12), (20, 22), (11, 21), (10, 22), (22, 23)):
        world.book.fill(first, last, make)
    assert made == [10, 11, 12, 20, 21, 22, *range(13, 20), 23]
    assert world.book.filled == [(10, 23)]
