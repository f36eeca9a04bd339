"""`mock.orders`: what tests let happen, and what is refused at once."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from taobaoke_mock.state.book import Book
from taobaoke_mock.state.goods import add_item, items
from taobaoke_mock.state.rows import row_json

from mock.state.worlds import DAY, HOUR, World, ids, rows

REFUND = "taobao.tbk.order.refund.get"


@pytest.fixture
def world() -> World:
    return World()


def only(world: World) -> dict[str, Any]:
    (row,) = world.orders.truth()
    return row


def test_an_order_is_what_is_told_and_the_rest_is_made_up(world: World) -> None:
    trade_id = world.orders.add(
        item_price=Decimal("12.50"),
        item_num=2,
        total_commission_rate="10",
        subsidy_rate="1.00",
        item_title="试",
        tk_create_time=datetime(2026, 11, 26, 1, 30, tzinfo=UTC),
        untts="x",
    )
    row = only(world)
    assert row["trade_id"] == row["trade_parent_id"] == trade_id
    told = {name: row[name] for name in ("item_title", "untts", "tk_create_time", "tk_paid_time")}
    assert told == {
        "item_title": "试",
        "untts": "x",
        "tk_create_time": "2026-11-26 09:30:00",
        "tk_paid_time": "2026-11-26 09:30:00",
    }
    assert (row["alipay_total_price"], row["pub_share_pre_fee"]) == ("25.00", "2.75")
    assert (row["pay_price"], row["pub_share_fee"]) == ("0.00", "0.00")


def test_a_life_goes_on_step_by_step(world: World) -> None:
    orders = world.orders
    one = orders.add(tk_status=11, item_price="10.00", total_commission_rate="5.00")
    assert only(world)["alipay_total_price"] == "0.00"
    seen = []
    for happens in (orders.pay, orders.receive, orders.settle):
        world.clock.advance(HOUR)
        happens(one)
        row = only(world)
        seen.append((row["tk_status"], row["modified_time"], row["alipay_total_price"]))
    assert seen == [
        (12, "2026-11-26 11:00:00", "10.00"),
        (14, "2026-11-26 12:00:00", "10.00"),
        (3, "2026-11-26 13:00:00", "10.00"),
    ]
    row = only(world)
    assert (row["tk_earning_time"], row["pay_price"]) == ("2026-11-26 13:00:00", "10.00")
    assert (row["pub_share_fee"], row["total_commission_fee"]) == ("0.50", "0.50")


def test_a_deposit_is_paid_up(world: World) -> None:
    one = world.orders.add(item_price="100.00", deposit_price="10.00")
    row = only(world)
    assert (row["alipay_total_price"], row["deposit_price"]) == ("10.00", "10.00")
    assert row["tk_deposit_time"] == row["tk_paid_time"] == "2026-11-26 10:00:00"
    world.clock.advance(DAY)
    world.orders.pay(one)
    row = only(world)
    assert (row["alipay_total_price"], row["tk_paid_time"]) == ("100.00", "2026-11-27 10:00:00")
    assert row["tk_deposit_time"] == "2026-11-26 10:00:00"
    with pytest.raises(ValueError, match="pay："):
        world.orders.pay(one)


def test_a_plan_is_seen_when_its_time_comes(world: World) -> None:
    one = world.orders.add()
    world.orders.receive(one, at=float(world.now + HOUR))
    assert only(world)["tk_status"] == 12
    world.clock.advance(HOUR)
    assert only(world)["tk_status"] == 14
    assert world.orders.truth(now="2026-11-26 10:59:59")[0]["tk_status"] == 12


def test_what_was_planned_is_given_up_when_something_else_happens(world: World) -> None:
    one = world.orders.add()
    world.orders.receive(one, at=float(world.now + HOUR))
    world.orders.close(one)
    world.clock.advance(DAY)
    assert only(world)["tk_status"] == 13
    assert only(world)["pub_share_pre_fee"] == "0.00"


def test_a_change_leaves_what_was_planned(world: World) -> None:
    one = world.orders.add(item_price="10.00", total_commission_rate="10.00")
    world.orders.settle(one, at=float(world.now + 2 * DAY))
    world.orders.refund(one, "1.00", at=float(world.now + 3 * DAY))
    world.orders.change(one, pub_share_pre_fee="0.77", alipay_total_price="8.00")
    assert only(world)["tk_status"] == 12
    world.clock.advance(2 * DAY)
    row = only(world)
    assert (row["tk_status"], row["pay_price"], row["refund_tag"]) == (3, "8.00", 0)
    assert (row["pub_share_pre_fee"], row["alipay_total_price"]) == ("0.77", "8.00")
    assert row["modified_time"] == "2026-11-28 10:00:00"
    world.clock.advance(DAY)
    assert only(world)["refund_tag"] == 1
    assert [each["refund_fee"] for each in world.orders.refunds()] == ["1.00"]


def test_a_change_of_the_status_gives_up_what_was_planned(world: World) -> None:
    one = world.orders.add()
    world.orders.settle(one, at=float(world.now + DAY))
    world.orders.change(one, tk_status=14)
    world.clock.advance(2 * DAY)
    assert only(world)["tk_status"] == 14


def test_goods_are_received_before_a_planned_settlement(world: World) -> None:
    one = world.orders.add()
    world.orders.settle(one, at=float(world.now + 2 * DAY))
    world.orders.receive(one, at=float(world.now + DAY))
    seen = []
    for _ in range(3):
        seen.append(only(world)["tk_status"])
        world.clock.advance(DAY)
    assert seen == [12, 14, 3]


def test_a_part_that_is_refunded_is_not_settled_later(world: World) -> None:
    one = world.orders.add(item_price="10.00")
    world.orders.receive(one, at=float(world.now + DAY))
    world.orders.settle(one, at=float(world.now + 2 * DAY))
    world.orders.refund(one, "4.00", at=float(world.now + HOUR))
    seen = []
    for _ in range(3):
        row = only(world)
        seen.append((row["tk_status"], row["refund_tag"], row["pay_price"]))
        world.clock.advance(DAY)
    assert seen == [(12, 0, "0.00"), (14, 1, "0.00"), (3, 1, "6.00")]


def test_nothing_follows_when_everything_is_refunded(world: World) -> None:
    one = world.orders.add(item_price="10.00")
    world.orders.settle(one, at=float(world.now + 2 * DAY))
    world.orders.refund(one, "10.00", finished=float(world.now + DAY))
    world.clock.advance(3 * DAY)
    assert (only(world)["tk_status"], only(world)["pay_price"]) == (13, "0.00")


def test_seeded_orders_live_on_after_a_change() -> None:
    world = World(Book(seed=3, rate=1))
    before = {row["trade_id"]: row for row in world.orders.truth()}
    paid = [id_ for id_, row in before.items() if row["tk_status"] == 12]
    untouched = World(Book(seed=3, rate=1))
    for id_ in paid:
        world.orders.change(id_, item_title="改了")
    for each in (world, untouched):
        each.clock.advance(30 * DAY)
    after, other = (
        {row["trade_id"]: row["tk_status"] for row in each.orders.truth()}
        for each in (world, untouched)
    )
    assert len(paid) > 100
    assert after == other


def test_an_order_tells_of_the_item_that_it_names(world: World) -> None:
    item = add_item(world.state, "777", title="自备商品", price=990, rate=500, coupon=0)
    world.orders.add(item_id="777")
    row = only(world)
    told = (row["item_id"], row["item_title"], row["item_price"], row["alipay_total_price"])
    assert told == ("777", "自备商品", "9.90", "9.90")
    assert row["item_link"].endswith("id=777")
    assert row["seller_shop_title"] == item.shop.title
    assert row["total_commission_rate"] == "5.00"


def test_what_is_told_beside_an_item_counts(world: World) -> None:
    world.orders.add(item_id=items()[7].id, item_price="1.00", item_title="另一个")
    row = only(world)
    assert (row["item_price"], row["item_title"]) == ("1.00", "另一个")
    assert row["item_link"] == items()[7].url


def test_an_unknown_item_has_its_own_link(world: World) -> None:
    world.orders.add(item_id="nobody-knows")
    assert only(world)["item_link"] == "https://item.taobao.com/item.htm?id=nobody-knows"


def test_the_past_stays(world: World) -> None:
    one = world.orders.add()
    world.clock.advance(HOUR)
    world.orders.receive(one)
    with pytest.raises(ValueError, match="has changed after that moment"):
        world.orders.settle(one, at="2026-11-26 10:30:00")
    with pytest.raises(ValueError, match="has changed after that moment"):
        world.orders.settle(one, at="2026-11-26 09:00:00")


def test_nothing_happens_to_an_order_before_it_is_there(world: World) -> None:
    one = world.orders.add(tk_create_time="2026-11-27 10:00:00")
    with pytest.raises(ValueError, match="has changed after that moment"):
        world.orders.receive(one)
    world.orders.receive(one, at="2026-11-27 10:00:00")
    world.clock.advance(DAY)
    assert only(world)["tk_status"] == 14


def test_the_largest_amount_is_accepted(world: World) -> None:
    world.orders.add(item_price="499999999999.99", item_num=2)
    assert only(world)["tb_gmv_total_price"] == "999999999999.98"


def test_what_cannot_follow_is_refused(world: World) -> None:
    one = world.orders.add()
    with pytest.raises(
        ValueError, match=r"pay：订单已付款，应为拍下未付款 \(status 12, should be 11"
    ):
        world.orders.pay(one)
    world.orders.close(one)
    for happens in (world.orders.receive, world.orders.settle, world.orders.refund):
        with pytest.raises(ValueError, match="status 13"):
            happens(one)
    with pytest.raises(ValueError, match=f"did you mean {one}"):
        world.orders.pay(one[:-1] + "7")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"pay_prise": "1"}, "did you mean pay_price"),
        ({"nonsense": "1"}, "no such field"),
        ({"pay_price": 1.5}, "a float cannot hold money"),
        ({"pub_share_fee": 1.0}, "a float cannot hold money"),
        ({"item_price": "1.234"}, "at most two decimals"),
        ({"item_price": "-1"}, "no number"),
        ({"item_price": "1e3"}, "no number"),
        ({"item_price": True}, "no number"),
        ({"item_price": Decimal("NaN")}, "no number"),
        ({"item_num": 0}, "positive whole number"),
        ({"item_num": "2"}, "positive whole number"),
        ({"tk_status": 5}, "no such value"),
        ({"tk_order_role": 1}, "no such value"),
        ({"refund_tag": 2}, "no such value"),
        ({"relation_id": "abc"}, "must be a number"),
        ({"relation_id": 1.0}, "must be a number"),
        ({"tk_status": 12.0}, "no such value"),
        ({"item_num": 1.0}, "positive whole number"),
        ({"trade_id": 12.0}, "text or a whole number"),
        ({"tk_status": 12, "tk_earning_time": "2026-11-26 10:00:00"}, "is not settled has none"),
        ({"tk_status": 11, "tk_paid_time": "2026-11-26 10:00:00"}, "is not paid has none"),
        ({"tk_create_time": "2026-13-01 00:00:00"}, "tk_create_time：.*a moment in Beijing"),
        ({"self": 1}, "no such field"),
        ({"tk_create_time": datetime(2026, 11, 26)}, "no zone"),
        ({"tk_paid_time": "26.11.2026"}, "tk_paid_time"),
        ({"item_title": object()}, "cannot be of this type"),
        ({"item_price": "999999999999", "item_num": 999999}, "more than an amount can be"),
        ({"item_price": "500000000.00", "item_num": 2000}, "more than an amount can be"),
        ({"item_title": [1]}, r"item_title：.*text is expected"),
        ({"item_title": {"a": 1}}, r"item_title：.*text is expected"),
        ({"trade_id": {"a": 1}}, r"trade_id：.*text or a whole number is expected"),
        ({"trade_parent_id": [1]}, r"trade_parent_id：.*text or a whole number is expected"),
        *(
            ({name: value}, rf"{name}：.*{reason}")
            for name in ("trade_id", "trade_parent_id")
            for value, reason in (
                ([], "text or a whole number is expected"),
                (True, "text or a whole number is expected"),
                (1.5, "text or a whole number is expected|a float"),
                ("", "blank"),
                (" \u3000", "blank"),
                (" 1", "blank"),
                ("1\0", r"U\+0000"),
                ("1\ud800", "a lone surrogate"),
                (-1, "not negative"),
                ("9" * 5000, "at most 64 characters"),
                (10**5000, "at most 64 characters"),
            )
        ),
        ({"item_title": "a\x0b"}, r"item_title：.*XML cannot carry U\+000B"),
        ({"item_title": True}, r"item_title：.*text is expected"),
        ({"relation_id": 10**5000}, "relation_id：.*at most 18 digits"),
        ({"item_num": 10**5000}, "item_num：.*below a million"),
        ({"tk_status": 10**5000}, "tk_status：.*no such value"),
        ({"tk_status": {}}, "tk_status：.*no such value"),
        ({"item_price": 10**5000}, "item_price：.*no number"),
        ({"item_price": Decimal("1E+999999")}, "item_price：.*no number"),
        ({"item_price": Decimal("sNaN")}, "item_price：.*no number"),
        ({"item_price": "1." + "0" * 40 + "1"}, "item_price：.*at most two decimals"),
        ({"item_price": "１"}, "item_price：.*no number"),
        ({"tk_create_time": 10**5000}, "tk_create_time"),
        ({"tk_create_time": "0001-01-01 00:00:00"}, "tk_create_time：.*from 1970 to 9999"),
        ({"total_commission_rate": "100.01"}, "total_commission_rate：.*above 100 %"),
        ({"pub_share_rate": 101}, "pub_share_rate：.*above 100 %"),
        ({"subsidy_rate": 101}, "subsidy_rate：.*above 100 %"),
        ({"platform_special_service_rate": 101}, "above 100 %"),
        ({"income_rate": 101}, "income_rate：.*above 100 %"),
        ({"alimm_share_info_dto": {"alimm_tech_service_rate": 101}}, "above 100 %"),
        ({"deposit_price": "9.01", "item_price": "9.00"}, r"deposit_price：9\.01.*make it smaller"),
        (
            {"tk_status": 3, "alipay_total_price": "9.00", "pay_price": "9.01"},
            r"pay_price：9\.01.*alipay_total_price.*make it smaller",
        ),
        *(
            (
                {"tk_create_time": "2026-11-26 09:00:00", name: "2026-11-26 08:59:59"},
                f"{name} is before tk_create_time",
            )
            for name in ("tk_paid_time", "tk_earning_time", "modified_time")
        ),
        (
            {"tk_create_time": "2026-11-26 09:00:00", "click_time": "2026-11-26 09:00:01"},
            "tk_create_time is before click_time",
        ),
        (
            {
                "tk_status": 3,
                "tk_paid_time": "2026-11-26 09:00:00",
                "tk_earning_time": "2026-11-26 08:59:59",
            },
            "tk_earning_time is before tk_paid_time",
        ),
        ({"site_id": "abc"}, r"site_id：.*must be a number"),
        ({"adzone_id": "1,2"}, r"adzone_id：.*must be a number"),
        ({"pub_id": ""}, r"pub_id：.*must be a number"),
        ({"pub_id": [1]}, r"pub_id：.*must be a number"),
        ({"pub_id": True}, r"pub_id：.*must be a number"),
        ({"alimm_share_info_dto": [1]}, "an object is expected"),
        ({"alimm_share_info_dto": 5}, "an object is expected"),
        ({"alimm_share_info_dto": {"alimm_tech": "1"}}, "no such field"),
        ({"alimm_share_info_dto": {"alimm_tech_service_fee": [1]}}, "no number"),
        ({"subsidy_info_dto_list": {"subsidy_detail_d_t_o": []}}, "a list of objects is expected"),
        ({"subsidy_info_dto_list": [1]}, r"subsidy_info_dto_list\[0\]：.*an object is expected"),
    ],
)
def test_wrong_fields_are_refused_at_once(
    world: World, fields: dict[str, Any], reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        world.orders.add(**fields)
    assert world.orders.truth() == []


@pytest.mark.parametrize(
    "fields",
    [
        {"item_price": Decimal("1E+2"), "total_commission_rate": Decimal("1E+2")},
        {"item_price": 100, "total_commission_rate": "100"},
        {"item_price": "100.000", "total_commission_rate": Decimal("100.0000")},
        {"item_price": "100", "deposit_price": Decimal("-0.00"), "total_commission_rate": 100},
    ],
)
def test_numbers_are_written_in_several_ways(world: World, fields: dict[str, Any]) -> None:
    world.orders.add(**fields)
    (row,) = world.orders.truth()
    assert (row["item_price"], row["total_commission_rate"]) == ("100.00", "100.00")


def test_an_id_of_a_tests_own_blocks_no_other_order(world: World) -> None:
    first, second = world.orders.add(), world.orders.add()
    step = int(second) - int(first)
    own = world.orders.add(trade_id=str(int(second) + 2 * step))
    ids = [first, second, own, *(world.orders.add() for _ in range(3))]
    assert len({*ids}) == 6
    assert {row["trade_id"] for row in world.orders.truth()} == {*ids}
    with pytest.raises(ValueError, match="take another id, or tell none"):
        world.orders.add(trade_id=own)


def test_what_happened_before_now_was_created_before(world: World) -> None:
    world.orders.add(trade_id="1", tk_status=3, tk_paid_time="2026-11-20 10:00:00")
    (row,) = world.orders.truth()
    times = ("tk_create_time", "tk_paid_time", "tk_earning_time")
    assert [row[name] for name in times] == ["2026-11-20 10:00:00"] * 3


def test_steps_make_sense(world: World) -> None:
    id_ = world.orders.add(alipay_total_price="9.00")
    with pytest.raises(ValueError, match=r"pay_price：9\.01 .*make it smaller"):
        world.orders.settle(id_, "9.01")
    with pytest.raises(ValueError, match="tk_paid_time is before tk_create_time"):
        world.orders.change(id_, tk_paid_time="2026-11-26 09:59:59")
    for odd in ({"a": 1}, True, None, 10**5000, "9" * 5000, "\0"):
        with pytest.raises(ValueError, match=r"^trade_id："):
            world.orders.receive(odd)
    with pytest.raises(ValueError, match="a number of seconds is expected"):
        world.orders.late({})
    (row,) = world.orders.truth()
    assert row["tk_status"] == 12


def seeded() -> tuple[World, str]:
    """A world that has read nothing yet, and the id of an order of its last hours."""
    start = "2026-11-26 10:00:00"
    rows = World(Book(seed=9), start).orders.truth()
    id_ = next(row["trade_id"] for row in reversed(rows) if row["tk_status"] == 12)
    return World(Book(seed=9), start), id_


def test_a_seeded_order_is_known_before_its_hour_was_read() -> None:
    world, id_ = seeded()
    world.orders.punish(id_)
    world, id_ = seeded()
    world.orders.refund(id_, "0.01", at=world.now)
    world, id_ = seeded()
    with pytest.raises(ValueError, match="there is such an order"):
        world.orders.add(trade_id=id_)


def test_a_seeded_order_that_is_older_than_what_is_read_is_audited() -> None:
    old = World(Book(seed=9), "2026-06-01 10:00:00").orders.truth()[-1]["trade_id"]
    world, _ = seeded()
    found = world.orders.audit([{"trade_id": old}], since=world.now)
    assert not found.unknown


def test_an_id_of_a_seeded_order_to_come_is_refused() -> None:
    later = World(Book(seed=9), "2026-11-27 10:00:00").orders.truth()[-1]["trade_id"]
    world, _ = seeded()
    with pytest.raises(ValueError, match="there is such an order"):
        world.orders.add(trade_id=later)
    with pytest.raises(ValueError, match="no such order"):
        world.orders.punish(later)


def test_changes_are_held_against_the_same_forms(world: World) -> None:
    one = world.orders.add()
    with pytest.raises(ValueError, match=r"site_id：.*must be a number"):
        world.orders.change(one, site_id="abc")
    world.orders.change(
        one,
        site_id="7",
        alimm_share_info_dto={"alimm_tech_service_fee": Decimal("1.5")},
        service_fee_dto_list=[{"tk_share_role_type": "122", "share_fee": "11.11"}],
    )
    (row,) = rows(world.window(-HOUR, 1))
    assert row == only(world)
    assert row["site_id"] == 7
    assert row["alimm_share_info_dto"] == {"alimm_tech_service_fee": "1.50"}
    assert row["service_fee_dto_list"] == {
        "service_fee_d_t_o": [{"tk_share_role_type": 122, "share_fee": "11.11"}]
    }


@pytest.mark.parametrize("told", ["--", "2026-11-26 09:00:00", 1795654800])
def test_times_of_any_field_may_be_told_or_be_none(world: World, told: Any) -> None:
    world.orders.add(tb_deposit_time=told)
    shown = "--" if told == "--" else "2026-11-26 09:00:00"
    assert only(world)["tb_deposit_time"] == shown


def test_what_has_no_form_is_left_out_of_a_row() -> None:
    sample = {"trade_id": "1", "site_id": 1, "pub_id": 1, "unid": "x"}
    facts = {"trade_id": "5", "site_id": "abc", "pub_id": "", "unid": "y"}
    assert row_json(sample, facts) == b'{"trade_id":"5","unid":"y"}'


def test_a_trade_id_is_there_once(world: World) -> None:
    world.orders.add(trade_id="1")
    with pytest.raises(ValueError, match="there is such an order"):
        world.orders.add(trade_id="1")


def test_what_an_order_is_does_not_change(world: World) -> None:
    one = world.orders.add()
    with pytest.raises(ValueError, match="fixed when the order is added"):
        world.orders.change(one, tk_create_time="2026-11-26 09:00:00")
    world.orders.change(one, pub_share_pre_fee="9.99", flow_source="品牌精选推广")
    world.clock.advance(1)
    world.orders.receive(one)
    row = only(world)
    assert (row["pub_share_pre_fee"], row["flow_source"]) == ("9.99", "品牌精选推广")


def test_late_orders_need_a_delay(world: World) -> None:
    with pytest.raises(ValueError, match="must be positive"):
        world.orders.late(0)
    for by in (float("inf"), 1e300):
        with pytest.raises(ValueError, match="not beyond all time"):
            world.orders.late(by, tk_create_time="2026-11-26 12:00:00")
    with pytest.raises(ValueError, match="no moment"):
        world.orders.late(2.52e11, tk_create_time="2026-11-26 12:00:00")
    world.orders.late(timedelta(hours=1), trade_id="1", tk_create_time="2026-11-26 12:00:00")
    world.clock.set("2026-11-26 12:59:59")
    assert world.orders.truth() == []
    world.clock.advance(1)
    assert only(world)["modified_time"] == "2026-11-26 13:00:00"


# Refunds


def settled(world: World, **fields: Any) -> str:
    one = world.orders.add(item_price="20.00", total_commission_rate="10.00", **fields)
    world.orders.receive(one)
    world.orders.settle(one)
    return one


def test_a_refund_after_settlement_leaves_the_status(world: World) -> None:
    one = settled(world)
    world.clock.advance(HOUR)
    suit = world.orders.refund(one, "5.00", finished=float(world.now + HOUR))
    row = only(world)
    assert (row["tk_status"], row["refund_tag"], row["pay_price"]) == (3, 1, "20.00")
    (refund,) = world.orders.refunds()
    assert (refund["refund_suit_id"], refund["refund_status"]) == (suit, 4)
    assert "tk_refund_suit_time" not in refund
    world.clock.advance(HOUR)
    (refund,) = world.orders.refunds()
    assert refund["refund_status"] == 13
    assert refund["tk_refund_suit_time"] == refund["modified_time"] == "2026-11-26 12:00:00"
    amounts = ("refund_fee", "show_return_fee", "tk_commission_fee_refund")
    assert [refund[name] for name in amounts] == ["5.00", "0.50", "0.45"]
    assert refund["tk_commission_alimm_refund_fee"] == "0.05"


def test_everything_back_before_receipt_closes_the_order(world: World) -> None:
    one = world.orders.add()
    assert world.orders.refund(one) is None
    assert (only(world)["tk_status"], only(world)["refund_tag"]) == (13, 0)
    assert world.orders.refunds() == []


def test_a_part_back_before_settlement_is_not_settled(world: World) -> None:
    one = world.orders.add(item_price="20.00")
    world.orders.refund(one, Decimal("5"))
    world.orders.receive(one)
    world.orders.settle(one)
    row = only(world)
    assert (row["tk_status"], row["refund_tag"], row["pay_price"]) == (3, 1, "15.00")


def test_no_more_can_be_given_back_than_was_paid(world: World) -> None:
    one = settled(world)
    world.orders.refund(one, "15.00")
    for amount, reason in (("5.01", "more than can be refunded"), ("0", "more than 0 is needed")):
        with pytest.raises(ValueError, match=reason):
            world.orders.refund(one, amount)
    world.orders.refund(one, "5.00", failed=True)
    world.orders.refund(one, "5.00")
    assert [row["refund_status"] for row in world.orders.refunds()] == [13, 3, 13]


def paid(world: World) -> str:
    return world.orders.add(item_price="100.00", total_commission_rate="10.00")


def told(world: World) -> tuple[Any, ...]:
    row = only(world)
    return row["tk_status"], row["refund_tag"], row["pay_price"]


def fees(world: World) -> list[str]:
    return [row["refund_fee"] for row in world.orders.refunds()]


@pytest.mark.parametrize("wait", [0, 10])
def test_what_was_settled_can_be_refunded_as_a_whole(world: World, wait: int) -> None:
    one = paid(world)
    world.orders.refund(one, "40")
    world.clock.advance(wait)
    world.orders.settle(one)
    assert told(world) == (3, 1, "60.00")
    with pytest.raises(ValueError, match=r"多于还未退的 60\.00"):
        world.orders.refund(one, "60.01")
    world.orders.refund(one)
    assert fees(world) == ["40.00", "60.00"]
    assert told(world) == (3, 1, "60.00")
    with pytest.raises(ValueError, match="nothing is left"):
        world.orders.refund(one)


@pytest.mark.parametrize("received", [False, True])
def test_everything_back_in_parts_closes_the_order(world: World, *, received: bool) -> None:
    one = paid(world)
    if received:
        world.orders.receive(one)
    world.orders.refund(one, "40")
    world.orders.refund(one, "10", failed=True)
    assert told(world)[0] == (14 if received else 12)
    assert world.orders.refund(one) == "3"
    assert fees(world) == ["40.00", "10.00", "60.00"]
    assert told(world) == (13, 1, "0.00")


def test_a_full_refund_that_fails_closes_nothing(world: World) -> None:
    one = paid(world)
    assert world.orders.refund(one, "100", failed=True) == "1"
    assert [row["refund_status"] for row in world.orders.refunds()] == [3]
    assert told(world)[0] == 12
    world.clock.advance(DAY)
    assert told(world)[0] == 12


@pytest.mark.parametrize("received", [False, True])
def test_a_full_refund_closes_the_order_when_it_is_finished(
    world: World, *, received: bool
) -> None:
    one = paid(world)
    if received:
        world.orders.receive(one)
    world.orders.refund(one, "100", finished="2026-11-28 00:00:00")
    assert told(world)[0] == (14 if received else 12)
    world.clock.set("2026-11-27 23:59:59")
    world.orders.change(one, flow_source="x")
    assert told(world)[0] == (14 if received else 12)
    world.clock.advance(1)
    assert told(world)[0] == 13
    assert only(world)["modified_time"] == "2026-11-28 00:00:00"


def test_parts_close_the_order_when_the_last_one_is_finished(world: World) -> None:
    one = paid(world)
    world.orders.refund(one, "40", finished="2026-11-28 00:00:00")
    world.orders.refund(one)
    assert told(world)[0] == 12
    world.clock.set("2026-11-28 00:00:00")
    assert told(world)[0] == 13


def test_what_is_going_to_fail_is_settled(world: World) -> None:
    one = paid(world)
    world.orders.refund(one, "40", finished="2026-11-28 00:00:00", failed=True)
    world.orders.settle(one)
    assert told(world) == (3, 1, "100.00")


def option(**members: Any) -> dict[str, str]:
    times = {"start_time": "2026-11-26 00:00:00", "end_time": "2026-11-27 00:00:00"}
    return {"publisher_refund_order_query_option": json.dumps({**times, **members})}


def refund_ids(content: Any) -> list[str]:
    found = content["data"].get("result", {}).get("publisher_refund_order_d_t_o", [])
    return [row["refund_suit_id"] for row in found]


def test_refunds_are_asked_by_page(world: World) -> None:
    for number in range(5):
        world.orders.refund(settled(world, tk_order_role=2 + number % 2), "1.00")
    first = world.ask(REFUND, **option(query_type=1, page_size=2, page_no=1))
    assert (refund_ids(first), first["data"]["has_next"]) == (["1", "2"], True)
    cursor = first["data"]["position_index"]
    second = world.ask(
        REFUND, **option(query_type=1, page_size=2, page_no=2, position_index=cursor)
    )
    assert (refund_ids(second), second["data"]["has_pre"]) == (["3", "4"], True)
    cursor = second["data"]["position_index"]
    third = world.ask(REFUND, **option(query_type=1, page_size=2, page_no=3, position_index=cursor))
    assert (refund_ids(third), third["data"]["has_next"]) == (["5"], False)
    cursor = third["data"]["position_index"]
    back = world.ask(
        REFUND,
        **option(query_type=1, page_size=2, page_no=2, position_index=cursor, jump_type=-1),
    )
    assert refund_ids(back) == ["3", "4"]
    assert refund_ids(world.ask(REFUND, **option(member_type=2))) == ["2", "4"]
    for query_type in (1, 2, 3, 4, 5):
        assert refund_ids(world.ask(REFUND, **option(query_type=query_type))) == list("12345")


def test_refunds_of_service_providers_have_their_options_outside(world: World) -> None:
    world.orders.refund(settled(world), "1.00")
    content = world.ask(
        "taobao.tbk.sc.order.refund.get",
        start_time="2026-11-26 00:00:00",
        end_time="2026-11-27 00:00:00",
        query_type=1,
        page_no=1,
        page_size=20,
        order_scene=1,
        member_type=4,
    )
    assert refund_ids(content) == ["1"]


@pytest.mark.parametrize("method", ["taobao.tbk.relation.refund", "taobao.tbk.sc.relation.refund"])
def test_relation_refunds_are_those_of_channels_or_members(world: World, method: str) -> None:
    one = settled(world, relation_id=5)
    for each in (settled(world), one, settled(world, special_id=6)):
        world.orders.refund(each, "1.00")

    def found(**members: Any) -> Any:
        search = {"start_time": "2026-11-26 00:00:00", "page_no": 1, "page_size": 20, **members}
        return world.ask(method, search_option=json.dumps(search))["result"]["data"]

    (row,) = found(biz_type=1)["results"]["result"]
    assert (row["tb_trade_id"], row["relation_id"], row["refund_type"]) == (int(one), 5, 1)
    assert row["tk_pub_show_return_fee"] == "0.10"
    assert int(found(biz_type=2)["total_count"]) == 1
    assert "results" not in found(biz_type=1, refund_type=2)
    assert "results" not in found(biz_type=1, page_no=2)


def test_a_start_is_needed(world: World) -> None:
    assert world.ask(REFUND, publisher_refund_order_query_option='{"page_no": 1}') == {
        "biz_error_code": 101,
        "biz_error_desc": "开始时间不能为空",
    }


def test_a_payout_job_that_asks_for_refunds_is_right(world: World) -> None:
    world.orders.refund(settled(world), "5.00")
    refunds = world.orders.refunds()
    assert world.orders.audit_refunds(refunds)
    assert not world.orders.audit_refunds([])


# Punishments


@pytest.mark.parametrize(
    "method", ["taobao.tbk.dg.punish.order.get", "taobao.tbk.sc.punish.order.get"]
)
def test_punished_orders_are_found_until_they_are_freed(world: World, method: str) -> None:
    one = world.orders.add(relation_id=5)
    world.orders.add()
    world.orders.punish(one, lifted=float(world.now + DAY))

    def found(**members: Any) -> list[dict[str, Any]]:
        asked = {"start_time": "2026-11-26 00:00:00", "span": 1, **members}
        data = world.ask(method, af_order_option=json.dumps(asked))["result"]["data"]
        rows_found: list[dict[str, Any]] = data.get("results", {}).get("result", [])
        assert data["total_count"] == len(rows_found)
        return rows_found

    (row,) = found()
    assert (row["tb_trade_id"], row["punish_status"]) == (int(one), "0")
    assert (row["violation_type"], row["tk_adzone_id"]) == ("店铺淘宝客", 111112234455)
    assert found(relation_id="5", tb_trade_id=one, site_id="45598009", adzone_id="111112234455")
    for miss in ({"relation_id": "6"}, {"site_id": "1"}, {"adzone_id": "1"}, {"tb_trade_id": "1"}):
        assert not found(**miss)
    assert not found(start_time="2026-11-25 00:00:00")
    world.clock.advance(DAY)
    assert found()[0]["punish_status"] == "1"
    with pytest.raises(ValueError, match="one of these"):
        world.orders.punish(one, "迟到")


@pytest.mark.parametrize(("span", "days"), [({}, 1), ({"span": 3}, 3), ({"span": 99}, 30)])
def test_without_a_start_the_last_days_are_asked_for(
    world: World, span: dict[str, int], days: int
) -> None:
    inside, outside = (
        world.orders.add(tk_create_time=world.now - days * DAY + late) for late in (1, 0)
    )
    for each in (inside, outside):
        world.orders.punish(each)
    reply = world.ask("taobao.tbk.sc.punish.order.get", af_order_option=json.dumps(span))
    (row,) = reply["result"]["data"]["results"]["result"]
    assert row["tb_trade_id"] == int(inside)


def test_a_second_punishment_leaves_the_first_one_in_the_past(world: World) -> None:
    one = world.orders.add()
    world.orders.punish(one, lifted="2026-11-27 10:00:00")
    world.clock.set("2026-11-28 10:00:00")
    world.orders.punish(one, "订单虚假交易")
    with pytest.raises(ValueError, match="go on from there"):
        world.orders.punish(one, at="2026-11-26 11:00:00")
    (order,) = world.orders.export()["orders"]
    first, second = "店铺淘宝客", "订单虚假交易"
    assert [(each["status"], each["violation"]) for each in order["punishments"]] == [
        ("0", first),
        ("1", first),
        ("0", second),
    ]


@pytest.mark.parametrize("lifted", ["2026-11-26 10:00:00", "2026-11-26 09:59:59"])
def test_nobody_is_freed_before_the_punishment(world: World, lifted: str) -> None:
    one = world.orders.add()
    with pytest.raises(ValueError, match="lifted before it began"):
        world.orders.punish(one, lifted=lifted)
    assert world.orders.export()["orders"][0]["punishments"] == []


# Truth and books


def test_truth_is_what_the_queries_show() -> None:
    world = World(Book(rate=2))
    world.orders.add(trade_id="1")
    data = [world.window(-2 * HOUR, 0, order_scene=scene, page_size=100) for scene in (1, 2, 3)]
    shown = sorted((row for page in data for row in rows(page)), key=lambda row: row["trade_id"])
    truth = world.orders.truth(since=float(world.now - 2 * HOUR))
    assert shown == sorted(truth, key=lambda row: row["trade_id"])
    assert "1" in ids(data[0])


def test_an_export_is_the_whole_book() -> None:
    world = World(Book(rate=1))
    one = world.orders.add()
    world.orders.punish(one)
    world.orders.receive(one)
    world.orders.refund(one, "1.00")
    truth, refunds = world.orders.truth(), world.orders.refunds()
    exported = json.loads(json.dumps(world.orders.export()))
    other = World()
    other.orders.add()
    other.orders.load(exported)
    assert other.orders.truth() == truth
    assert other.orders.refunds() == refunds
    assert other.orders.export() == exported


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("seed",), "x"),
        (("seed",), 1.5),
        (("rate",), float("nan")),
        (("rate",), -1),
        (("rate",), 1e9),
        (("filled",), {}),
        (("filled",), [[5, 4]]),
        (("filled",), [["1", "2"]]),
        (("filled",), [[0, 10**30]]),
        (("orders",), {}),
        (("orders", 0, "id"), "x"),
        (("orders", 0, "id"), 2**63),
        (("orders", 0, "trade_id"), 5),
        (("orders", 0, "created"), 10**12),
        (("orders", 0, "num"), 0),
        (("orders", 0, "unit"), 10**14),
        (("orders", 0, "unit"), -1),
        (("orders", 0, "scene"), 4),
        (("orders", 0, "relation_id"), True),
        (("orders", 0, "versions"), []),
        (("orders", 0, "versions", 0, "status"), 5),
        (("orders", 0, "versions", 0, "since"), "now"),
        (("orders", 0, "versions", 0, "since"), 253402271999),
        (("orders", 0, "versions", 0, "extra"), "{"),
        (("orders", 0, "versions", 0, "extra"), "[1]"),
        (("orders", 0, "versions", 0, "extra"), '{"site_id": "abc"}'),
        (("orders", 0, "refunds", 0, "fee"), None),
        (("orders", 0, "refunds", 0, "status"), 99),
        (("orders", 0, "punishments", 0, "status"), "2"),
        (("orders", 1, "id"), 1),
        (("orders", 1, "trade_id"), "1"),
    ],
)
def test_an_export_with_wrong_values_changes_nothing(
    world: World, where: tuple[Any, ...], value: Any
) -> None:
    world.orders.add(trade_id="1")
    world.orders.refund("1", "0.01")
    world.clock.advance(1)
    world.orders.change("1", site_id=7)
    world.orders.punish("1")
    world.orders.add(trade_id="2")
    before = world.orders.export()
    damaged = json.loads(json.dumps(before))
    target: Any = damaged
    for step in where[:-1]:
        target = target[step]
    target[where[-1]] = value
    with pytest.raises(ValueError, match="the export is damaged"):
        world.orders.load(damaged)
    assert world.orders.export() == before
    world.orders.load(before)
    assert world.orders.export() == before


@pytest.mark.parametrize(
    "exported",
    [
        {},
        [],
        {"format": 2},
        {"format": 1, "seed": 1, "rate": 0, "filled": []},
        {"format": 1, "seed": 1, "rate": 0, "filled": [], "orders": [{"id": 1}]},
        {"format": 1, "seed": 1, "rate": 0, "filled": [1], "orders": []},
        {"format": 1, "seed": 1, "rate": 0, "filled": [], "orders": [{"versions": [{"x": 1}]}]},
    ],
)
def test_a_damaged_export_changes_nothing(world: World, exported: Any) -> None:
    world.orders.add(trade_id="1")
    with pytest.raises(ValueError, match="export"):
        world.orders.load(exported)
    assert only(world)["trade_id"] == "1"


@pytest.mark.parametrize("part", ["orders", "versions"])
def test_an_export_with_a_misspelt_key_is_refused(world: World, part: str) -> None:
    world.orders.add(trade_id="1")
    exported = world.orders.export()
    (order,) = exported["orders"]
    (order if part == "orders" else order["versions"][0])["setled"] = 5
    with pytest.raises(ValueError, match=r"没有 \['setled'\] \(no such keys\)"):
        world.orders.load(exported)
    assert only(world)["trade_id"] == "1"


@pytest.mark.parametrize("format_", [2, 0, None, "1"])
def test_an_export_of_another_format_is_refused(world: World, format_: object) -> None:
    exported = {**world.orders.export(), "format": format_}
    with pytest.raises(ValueError, match="no export of this format"):
        world.orders.load(exported)
