"""Orders out of nothing but a seed: the same hour of the same seed has the same orders, always.

Whole lives are made at once; nothing depends on when the mock starts or on what is asked first.
"""

import functools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ..times import DAY, HOUR
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
    Punishment,
    Refund,
    Version,
)
from .money import WHOLE, part

MOST_AN_HOUR = 2000
_IDS_AN_HOUR = 4096
_LONGEST_ID = 20
"""Digits of an id; the last hour of all times has fewer."""
_PAY, _FINAL, _RECEIVE, _SETTLE, _REFUND, _RETURN = 1, 12, 10, 2, 14, 5
"""The most days that each step of a life takes."""
LONGEST = (_PAY + _FINAL + _RECEIVE + _SETTLE + _REFUND + _RETURN + 1) * DAY
"""Nothing happens to an order later than this after its creation."""
RELATIONS = tuple(2_000_000_000 + 7919 * number for number in range(1, 9))
SPECIALS = tuple(3_000_000_000 + 6131 * number for number in range(1, 7))


def hour_of(trade_id: str) -> int | None:
    """The hour that has the seeded order with this id, if there is such an order."""
    if not (trade_id.isascii() and trade_id.isdecimal() and len(trade_id) <= _LONGEST_ID):
        return None
    return int(trade_id) // 10**8 // _IDS_AN_HOUR


def hour(seed: int, rate: float, number: int) -> Iterator[Life]:
    """The orders of hour `number` since 1970, `rate` of them an hour over any hours."""
    count = int(rate * (number + 1)) - int(rate * number)
    if not count:
        return
    draw = random.Random(f"{seed}/{number}").random  # noqa: S311
    index, second, parent = 0, 0, ""
    cart = 0
    while index < count:
        id_ = number * _IDS_AN_HOUR + index
        trade_id = f"{id_ * 10**8 + int(draw() * 10**8)}"
        if cart:
            cart -= 1  # one more item of the same purchase
        else:
            parent = trade_id
            cart = 1 + int(draw() * 2) if draw() < 0.10 else 0
            if index == 0 or draw() >= 0.05:  # else in the same second as the one before
                second = int(draw() * HOUR)
        yield _life(draw, id_, trade_id, parent, number * HOUR + second)
        index += 1


@functools.lru_cache(64)
def trade_ids(seed: int, rate: float, number: int) -> frozenset[str]:
    """The ids of the orders of an hour."""
    return frozenset(life.order.trade_id for life in hour(seed, rate, number))


@dataclass(slots=True)
class _Draft:
    """A life that is being made: what it looks like by now, and all that came before."""

    draw: Callable[[], float]
    time: int
    versions: list[Version] = field(default_factory=list)
    status: int = PAID
    paid: int | None = None
    settled: int | None = None
    tag: int = 0
    price: int = 0
    pay: int = 0
    rate: int = 0

    def after(self, least: float, most: float) -> None:
        """Let between so many seconds pass."""
        self.time += int(least + self.draw() * (most - least))

    def show(self) -> None:
        """The gateway shows how it is now."""
        now = self.time
        version = Version(
            now, self.status, self.paid, self.settled, now, self.tag,
            self.price, self.pay, self.rate, None,
        )  # fmt: skip
        if self.versions and self.versions[-1][0] == now:
            self.versions.pop()
        self.versions.append(version)


def _life(draw: Callable[[], float], id_: int, trade_id: str, parent: str, created: int) -> Life:
    number = int(draw() * len(items()))
    item = items()[number]
    chance = draw()
    scene = REGULAR if chance < 0.6 else CHANNEL if chance < 0.85 else MEMBER
    amount = 1 if draw() < 0.8 else 2 + int(draw() * 3)
    gross = item.price * amount
    total = gross - (part(gross, int(draw() * 20) * 100) if draw() < 0.5 else 0)
    presale = draw() < 0.05
    order = Order(
        id=id_,
        trade_id=trade_id,
        parent_id=parent,
        scene=scene,
        role=FIRST if draw() < 0.85 else SHARING,
        relation_id=RELATIONS[int(draw() * len(RELATIONS))] if scene == CHANNEL else None,
        special_id=SPECIALS[int(draw() * len(SPECIALS))] if scene == MEMBER else None,
        created=created,
        clicked=created - 10 - int(draw() * HOUR),
        item=number,
        unit=item.price,
        num=amount,
        share=WHOLE if draw() < 0.9 else 8000,
        subsidy=100 if draw() < 0.15 else 0,
        special=300 if draw() < 0.05 else 0,
        deposit=part(total, 1000) if presale else None,
        deposit_paid=created if presale else None,
        adzone=int(draw() * 3),
        wireless=1 if draw() < 0.9 else 0,
        extra=None,
    )
    draft = _Draft(draw, created, rate=item.rate)
    refunds: list[Refund] = []
    if _paid(draft, order, total):
        _go_on(draft, order, total, refunds)
    versions = draft.versions
    if draw() < 0.05:
        versions = _late(versions, created + 300 + int(draw() * 6 * HOUR))
    punishments = []
    if draw() < 0.01:
        frozen = versions[-1].since + int(draw() * DAY)
        punishments.append(
            Punishment(frozen, "0", "店铺淘宝客" if draw() < 0.5 else "订单虚假交易")
        )
        if draw() < 0.3:
            punishments.append(Punishment(frozen + DAY, "1", punishments[0].violation))
    return Life(order, versions, refunds, punishments)


def _paid(draft: _Draft, order: Order, total: int) -> bool:
    """How an order is paid for, and whether it is: at once, later, in two steps or never."""
    draw = draft.draw
    if order.deposit is not None:
        draft.paid, draft.price = draft.time, order.deposit
        draft.show()
        draft.after(3 * DAY, _FINAL * DAY)
        if draw() < 0.15:
            draft.status = CLOSED
            draft.show()
            return False
    elif draw() < 0.25:
        draft.status = UNPAID
        draft.show()
        if draw() < 0.25:
            draft.after(DAY, DAY)
            draft.status = CLOSED
            draft.show()
            return False
        draft.after(60, _PAY * DAY)
    draft.status, draft.paid, draft.price = PAID, draft.time, total
    draft.show()
    return True


def _go_on(draft: _Draft, order: Order, total: int, refunds: list[Refund]) -> None:
    """What happens to an order that was paid for."""
    draw = draft.draw
    if draw() < 0.08:
        draft.after(HOUR, 3 * DAY)
        draft.status = CLOSED
        draft.show()
        return
    if draw() < 0.05:  # the seller pays another commission; the status stays
        draft.after(HOUR, DAY)
        draft.rate = max(draft.rate // 2, 100)
        draft.show()
    draft.after(2 * DAY, (_RECEIVE - 1) * DAY)
    draft.status = RECEIVED
    draft.show()
    draft.after(60, _SETTLE * DAY)
    draft.status, draft.settled, draft.pay = SETTLED, draft.time, total
    draft.show()
    if draw() < 0.06:
        draft.after(HOUR, _REFUND * DAY)
        _refund(draft, order, total, refunds)


def _refund(draft: _Draft, order: Order, total: int, refunds: list[Refund]) -> None:
    """The buyer wants money back after the commission was paid out; the status stays."""
    draw = draft.draw
    fee = total if draw() < 0.5 else part(total, 1000 + int(draw() * 80) * 100)
    started = draft.time
    draft.tag = 1
    draft.show()
    refunds.append(Refund(order.id, started, 4, started, None, started, fee))
    draft.after(HOUR, 3 * DAY)
    done = draft.time
    if draw() < 0.15:
        refunds.append(Refund(order.id, done, 3, started, done, done, fee))
        return
    refunds.append(Refund(order.id, done, 12, started, done, done, fee))
    draft.after(HOUR, 2 * DAY)
    refunds.append(Refund(order.id, draft.time, 13, started, done, draft.time, fee))


def _late(versions: list[Version], arrival: int) -> list[Version]:
    """The versions of an order of which the gateway learns only at `arrival`."""
    earlier = [version for version in versions if version.since <= arrival]
    later = versions[len(earlier) :]
    return [earlier[-1]._replace(since=arrival, updated=arrival), *later]
