"""The audit: rows of any kind are compared by what they mean."""

import sqlite3
from collections import namedtuple
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from enum import IntEnum
from types import SimpleNamespace
from typing import Any

import pytest
from taobaoke_mock.state.audit import audit
from taobaoke_mock.state.book import Book
from taobaoke_mock.times import parsed

from mock.state.worlds import DAY, HOUR, World

TRUE = {
    "trade_id": "1",
    "trade_parent_id": "1",
    "tk_status": 12,
    "tk_create_time": "2026-11-26 10:00:00",
    "pub_share_pre_fee": "1.10",
    "item_title": "1.10",
    "deposit_price": "0.00",
    "tk_deposit_time": "--",
    "relation_id": 5,
}


class Status(IntEnum):
    PAID = 12


@dataclass
class Kept:
    trade_id: int
    pub_share_pre_fee: Decimal
    note: str = "paid out"


@pytest.mark.parametrize(
    "row",
    [
        TRUE,
        {"trade_id": 1},
        {"trade_id": "1", "pub_share_pre_fee": Decimal("1.1"), "tk_status": "12"},
        {"trade_id": "1", "pub_share_pre_fee": 1.1, "tk_status": Status.PAID},
        {"trade_id": "1", "tk_create_time": datetime(2026, 11, 26, 10)},
        {"trade_id": "1", "tk_create_time": datetime(2026, 11, 26, 2, tzinfo=UTC)},
        {"trade_id": "1", "tk_create_time": "2026-11-26T10:00:00"},
        {"trade_id": "1", "tk_create_time": "2026-11-26T10:00:00.000+08:00"},
        {"trade_id": "1", "tk_create_time": "2026-11-26 02:00:00+00:00"},
        {"trade_id": "1", "tk_create_time": "2026-11-26T02:00:00Z"},
        {"trade_id": "1", "tk_deposit_time": float("nan"), "absent": Decimal("sNaN")},
        {"trade_id": "1", "tk_deposit_time": Decimal("sNaN")},
        {"trade_id": "1", "tk_deposit_time": None, "relation_id": "5", "payout": "0.30"},
        Kept(1, Decimal("1.10")),
        SimpleNamespace(trade_id="1", tk_status=12, relation_id=5, other=object()),
    ],
)
def test_the_same_is_the_same_however_it_is_kept(row: Any) -> None:
    result = audit([row], [TRUE])
    assert result, str(result)
    assert str(result) == "对账无误：1 行 (all 1 rows are right)"


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({"pub_share_pre_fee": "1.11"}, "pub_share_pre_fee"),
        ({"pub_share_pre_fee": 1.1000000000000003}, "pub_share_pre_fee"),
        ({"pub_share_pre_fee": None}, "pub_share_pre_fee"),
        ({"pub_share_pre_fee": "sNaN"}, "pub_share_pre_fee"),
        ({"pub_share_pre_fee": float("nan")}, "pub_share_pre_fee"),
        ({"pub_share_pre_fee": float("inf")}, "pub_share_pre_fee"),
        ({"pub_share_pre_fee": Decimal("sNaN")}, "pub_share_pre_fee"),
        ({"tk_status": Decimal("sNaN")}, "tk_status"),
        ({"relation_id": float("nan")}, "relation_id"),
        ({"tk_create_time": "2026-11-26T10:00:00Z"}, "tk_create_time"),
        ({"tk_create_time": "2026-11-26T10:00:01"}, "tk_create_time"),
        ({"tk_create_time": "0001-01-01T00:00:00+23:00"}, "tk_create_time"),
        ({"tk_create_time": datetime.max.replace(tzinfo=UTC)}, "tk_create_time"),
        ({"tk_status": 3}, "tk_status"),
        ({"tk_status": "paid"}, "tk_status"),
        ({"tk_create_time": datetime(2026, 11, 26, 10, tzinfo=UTC)}, "tk_create_time"),
        ({"tk_deposit_time": "2026-11-26 10:00:00"}, "tk_deposit_time"),
        ({"relation_id": ""}, "relation_id"),
    ],
)
def test_a_difference_is_told_by_field(row: dict[str, Any], name: str) -> None:
    result = audit([{"trade_id": "1", **row}], [TRUE])
    assert not result
    (stale,) = result.stale
    assert stale.differences.keys() == {name}
    assert stale.differences[name][0] is row[name]
    assert stale.differences[name][1] == TRUE[name]
    assert str(stale).startswith(f"1: {name} ")


def test_all_kinds_of_faults_are_told_apart() -> None:
    truth = [{**TRUE, "trade_id": id_, "trade_parent_id": id_} for id_ in ("1", "2", "3")]
    seen = [truth[0], truth[0], {**truth[1], "tk_status": 13}, {"trade_id": "9"}, "results", None]
    result = audit(seen, truth)
    assert [row["trade_id"] for row in result.lost] == ["3"]
    assert result.doubled == ["1"]
    assert [row.key for row in result.stale] == ["2"]
    assert result.unknown == seen[3:]
    assert "1 lost, 1 doubled, 1 stale, 3 unknown" in str(result)
    assert repr(result) == str(result)


def test_a_value_that_the_gateway_does_not_tell_is_a_difference() -> None:
    truth = [TRUE, {name: TRUE[name] for name in TRUE if name != "relation_id"} | {"trade_id": "2"}]
    (stale,) = audit([TRUE, {**truth[1], "relation_id": 5}], truth).stale
    assert (stale.key, stale.differences) == ("2", {"relation_id": (5, None)})
    assert audit([TRUE, {**truth[1], "relation_id": None}], truth)


def test_of_a_doubled_row_the_best_one_counts() -> None:
    old, older = {**TRUE, "tk_status": 13}, {**TRUE, "tk_status": 13, "relation_id": 6}
    for seen, stale in (((old, TRUE), []), ((older, old), [{"tk_status": (13, 12)}])):
        result = audit(seen, [TRUE])
        assert result.doubled == ["1"]
        assert [row.differences for row in result.stale] == stale


def told(seen: list[dict[str, Any]], truth: list[dict[str, Any]]) -> str:
    (mistake,) = audit(seen, truth).mistakes
    return mistake


def test_scenes_are_not_blamed_if_one_channel_was_read() -> None:
    rows = [{**TRUE, "trade_id": id_, "trade_parent_id": id_} for id_ in "123"]
    del rows[0]["relation_id"]
    assert "were never asked" in told(rows[:1], rows)
    assert "neighbours of lost ones were read" in told(rows[:2], rows)


@pytest.mark.parametrize(
    ("newest", "lost", "zone"),
    [
        ("05:00:00", ("06:00:00", "12:59:59"), True),
        ("04:00:00", ("04:00:01",), True),
        ("06:00:00", ("06:00:01",), True),
        ("03:59:59", ("06:00:00",), False),
        ("06:00:01", ("07:00:00",), False),
        ("05:00:00", ("04:00:00", "12:00:00"), False),
    ],
)
def test_the_zone_is_blamed_if_the_newest_eight_hours_are_lost(
    newest: str, lost: tuple[str, ...], *, zone: bool
) -> None:
    rows = [
        {"trade_id": id_, "trade_parent_id": id_, "tk_create_time": f"2026-11-26 {time}"}
        for id_, time in enumerate(("02:00:00", newest, *lost))
    ]
    result = audit(rows[:2], rows, now=parsed("2026-11-26 13:00:00"))
    assert ("local time was taken" in str(result)) == zone
    assert "local time was taken" not in str(audit(rows[:2], rows))


def test_a_gap_has_nothing_inside() -> None:
    rows = [
        {"trade_id": id_, "trade_parent_id": id_, "tk_create_time": f"2026-11-26 {hour}:00:00"}
        for id_, hour in enumerate((10, 11, 12, 13))
    ]
    assert "nothing was read from 2026-11-26 11:00:00 to 2026-11-26 12:00:00" in told(
        [rows[0], rows[3]], rows
    )
    assert "neighbours of lost ones were read" in told([rows[1], rows[3]], rows)


def test_refunds_are_not_blamed_for_what_was_settled_since() -> None:
    settled = {**TRUE, "tk_status": 3, "refund_tag": 0}
    assert "were not read again" in told([{**TRUE, "refund_tag": 0}], [settled])
    refunded = {**settled, "refund_tag": 1}
    assert "refunds after settlement" in told([{**TRUE, "refund_tag": 0}], [refunded])
    assert "updated only when the status" in told(
        [{**TRUE, "refund_tag": 0}], [{**TRUE, "refund_tag": 1}]
    )


def test_a_report_is_short() -> None:
    truth = [{**TRUE, "trade_id": str(id_)} for id_ in range(1000)]
    text = str(audit([], truth))
    assert "1000 lost" in text
    assert "… 995" in text
    assert len(text) < 1000


def of_a_database(rows: list[dict[str, Any]]) -> list[sqlite3.Row]:
    table = sqlite3.connect(":memory:")
    table.row_factory = sqlite3.Row
    query = " UNION ALL ".join("SELECT ? AS trade_id, ? AS tk_status" for _ in rows)
    values = [row[name] for row in rows for name in ("trade_id", "tk_status")]
    found: list[sqlite3.Row] = table.execute(query, values).fetchall()
    table.close()
    return found


def test_older_orders_may_be_among_those_of_a_job() -> None:
    world = World()
    world.orders.add(trade_id="1")
    world.clock.advance(HOUR)
    since = float(world.now)
    world.orders.add(trade_id="2")
    rows = world.orders.truth()
    assert world.orders.audit(rows, since=since)
    assert world.orders.audit(rows[1:], since=since)
    assert not world.orders.audit(rows[:1], since=since)
    for table in map(of_a_database, (rows, rows[1:])):
        assert world.orders.audit(table, since=since)
    world.orders.receive("1")
    assert [row.key for row in world.orders.audit(rows, since=since).stale] == ["1"]
    assert len(world.orders.audit([*rows, {"trade_id": "3"}, {}, "x"], since=since).unknown) == 3


def test_refunds_are_audited_by_their_own_key() -> None:
    world = World()
    for number in "12":
        world.orders.add(trade_id=number, tk_status=3)
        world.clock.advance(HOUR)
        world.orders.refund(number, "1.00", finished=float(world.now + HOUR))
    rows = world.orders.refunds()
    assert world.orders.audit_refunds(rows)
    lost = world.orders.audit_refunds(rows[:1])
    assert [row["refund_suit_id"] for row in lost.lost] == ["2"]
    assert "parent order number" not in str(lost)
    world.clock.advance(HOUR)
    assert [row.key for row in world.orders.audit_refunds(rows).stale] == ["2"]


def test_a_job_keeps_what_is_older_than_ninety_days() -> None:
    world = World(Book(rate=1))
    orders = {row["trade_id"]: row for row in world.orders.truth()}
    refunds = {row["refund_suit_id"]: row for row in world.orders.refunds()}
    world.clock.advance(20 * DAY)
    later = world.orders.refunds()
    assert len(refunds.keys() - {row["refund_suit_id"] for row in later}) > 10
    orders |= {row["trade_id"]: row for row in world.orders.truth()}
    refunds |= {row["refund_suit_id"]: row for row in later}
    assert world.orders.audit(orders.values())
    assert world.orders.audit_refunds(refunds.values())


def test_rows_of_a_database_and_named_tuples_are_read() -> None:
    table = sqlite3.connect(":memory:")
    table.row_factory = sqlite3.Row
    (row,) = table.execute("SELECT '1' AS trade_id, 12 AS tk_status, '1.1' AS pub_share_pre_fee")
    table.close()
    named = namedtuple("Order", "trade_id tk_status")
    assert audit([row], [TRUE])
    assert audit([named("1", 12)], [TRUE])
    assert not audit([named("1", 13)], [TRUE])
