"""New orders as tests tell them, before the book has them."""

from collections.abc import Mapping
from typing import Any

from . import money
from .fields import (
    OF_ORDER,
    STATUSES,
    amount_in,
    changed_version,
    check_names,
    check_sense,
    count_in,
    id_in,
    id_text,
    moment_in,
    one_of,
)
from .goods import items
from .lives import (
    CHANNEL,
    CLOSED,
    FIRST,
    MEMBER,
    PAID,
    RECEIVED,
    REGULAR,
    SETTLED,
    SHARING,
    UNPAID,
    Life,
    Order,
    Version,
)

Fields = Mapping[str, Any]


def life_of(fields: Fields, *, id_: int, spare_id: str, now: int, shown: int | None = None) -> Life:
    """The life of a new order; ValueError tells what is wrong with its fields.

    `spare_id` is its trade_id unless they tell one, `shown` the moment from which on it is shown
    unless that is the last one of its moments.
    """
    life = _draft(fields, id_, spare_id, now, shown)
    check_sense(life.order, life.versions[0])
    _check_status(life.versions[0])
    return life


def _check_status(version: Version) -> None:
    """ValueError if a new order tells what its status excludes."""
    if version.status == UNPAID and version.paid is not None:
        raise ValueError(
            "tk_paid_time：拍下未付款（11）的订单还没有，去掉它或改 tk_status "
            "(an order that is not paid has none: leave it away, or tell another status)"
        )
    if version.status in (UNPAID, PAID, RECEIVED) and version.settled is not None:
        raise ValueError(
            "tk_earning_time：还没有结算的订单没有，去掉它或改 tk_status 为 3 "
            "(an order that is not settled has none: leave it away, or tell status 3)"
        )


def problems(fields: Fields) -> list[tuple[str, str]]:
    """What is wrong with each field by itself."""
    found = []
    for name, value in fields.items():
        try:
            _draft({name: value}, 1, "1", 0, None)
        except ValueError as error:
            found.append((name, str(error)))
    return found


def _draft(fields: Fields, id_: int, spare_id: str, now: int, shown: int | None) -> Life:
    check_names(fields)
    order = _order(fields, id_, spare_id, _creation(fields, now))
    version = _version(fields, order)
    last = max(order.created, version.paid or 0, version.settled or 0, version.updated)
    since = last if shown is None else shown
    updated = version.updated if "modified_time" in fields else since
    return Life(order, [version._replace(since=since, updated=updated)], [], [])


def _creation(fields: Fields, now: int) -> int:
    """When an order was created: now, unless it is told, or something happened to it before."""
    if "tk_create_time" in fields:
        return moment_in("tk_create_time", fields["tk_create_time"])
    later = ("tk_deposit_time", "tk_paid_time", "tk_earning_time", "modified_time")
    told = [moment_in(name, fields[name]) for name in later if fields.get(name) is not None]
    return min([now, *told])


def _order(fields: Fields, id_: int, spare_id: str, created: int) -> Order:
    number = id_ % len(items())
    trade_id, parent_id = fields.get("trade_id"), fields.get("trade_parent_id")
    trade_id = spare_id if trade_id is None else id_text("trade_id", trade_id)
    relation_id, special_id = id_in(fields, "relation_id"), id_in(fields, "special_id")
    scene = CHANNEL if relation_id is not None else MEMBER if special_id is not None else REGULAR
    deposit, deposit_paid = amount_in(fields, "deposit_price", None), None
    if deposit is not None:
        told = fields.get("tk_deposit_time")
        deposit_paid = moment_in("tk_deposit_time", created if told is None else told)
    order = Order(
        id=id_,
        trade_id=trade_id,
        parent_id=trade_id if parent_id is None else id_text("trade_parent_id", parent_id),
        scene=one_of("order_scene", fields.get("order_scene", scene), (1, 2, 3)),
        role=one_of("tk_order_role", fields.get("tk_order_role", FIRST), (FIRST, SHARING)),
        relation_id=relation_id,
        special_id=special_id,
        created=created,
        clicked=moment_in("click_time", fields.get("click_time", max(created - 60, 0))),
        item=number,
        unit=amount_in(fields, "item_price", items()[number].price),
        num=count_in("item_num", fields.get("item_num", 1)),
        share=amount_in(fields, "pub_share_rate", money.WHOLE),
        subsidy=amount_in(fields, "subsidy_rate", 0),
        special=amount_in(fields, "platform_special_service_rate", 0),
        deposit=deposit,
        deposit_paid=deposit_paid,
        adzone=0,
        wireless=1,
        extra=None,
    )
    if order.unit * order.num > money.MOST:
        raise ValueError(
            f"item_price × item_num：至多 {money.written(money.MOST)} (more than an amount can be)"
        )
    return order


def _version(fields: Fields, order: Order) -> Version:
    status = one_of("tk_status", fields.get("tk_status", PAID), STATUSES)
    price = order.unit * order.num if order.deposit is None else order.deposit
    version = Version(
        since=order.created,
        status=status,
        paid=None if status in (UNPAID, CLOSED) else order.created,
        settled=None,
        updated=order.created,
        tag=0,
        price=0 if status == UNPAID else price,
        pay=0,
        rate=items()[order.item].rate,
        extra=None,
    )
    version = changed_version(version, {key: fields[key] for key in fields if key not in OF_ORDER})
    if status == SETTLED and "pay_price" not in fields:
        version = version._replace(pay=version.price)
    if status == SETTLED and "tk_earning_time" not in fields:
        version = version._replace(settled=version.paid or order.created)
    return version
