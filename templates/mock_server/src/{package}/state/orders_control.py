"""`mock.orders`: what tests do with the book of orders."""

from collections.abc import Callable, Container, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from typing import Any

from .. import times
from ..suggestions import meant
from . import exports, money, orders, refunds
from .audit import Audit, audit, keys
from .book import FORMAT, SEEDED_IDS, Book
from .facts import facts
from .fields import (
    OF_ORDER,
    STATUSES,
    Moment,
    amount_in,
    changed_version,
    check_names,
    count_in,
    id_in,
    moment_in,
    one_of,
)
from .goods import items
from .ledger import Ledger
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
from .rows import sample_row
from .shapes import filled
from .windows import OLDEST

Row = dict[str, Any]

VIOLATIONS = ("店铺淘宝客", "订单虚假交易")
OPEN, DONE, FAILED, AFTER_SETTLEMENT = 4, 2, 3, 13
"""States of refunds; the last one is that of a refund that began after its order was settled."""
_LATE = 60
"""Seconds after its creation from which on an order counts as late."""


class Orders:
    """Adds orders, lets things happen to them, and holds what a job has against what is true."""

    def __init__(self, ledger: Ledger, lock: AbstractContextManager[Any] | None = None) -> None:
        self._ledger = ledger
        self._lock = lock or nullcontext()

    @property
    def _book(self) -> Book:
        return self._ledger.book

    # What happens

    def add(self, **fields: Any) -> str:
        """Add an order with fields of a query's rows; those not told are made up. Its trade_id.

        It is paid, unless `tk_status` tells otherwise, and shown from the last of its moments on.
        """
        with self._lock:
            return self._add(fields, None)

    def late(self, by: timedelta | float, **fields: Any) -> str:
        """Add an order that the gateway shows only so many seconds after its creation: as from now,
        or from then after its `tk_create_time`. Its trade_id."""
        seconds = by.total_seconds() if isinstance(by, timedelta) else by
        if not 0 < seconds <= times.LAST:
            raise ValueError(
                f"by 应大于 0，至多几千年：{str(by)[:40]} "
                "(by must be positive, and not beyond all time)"
            )
        with self._lock:
            now = self._ledger.now()
            created = moment_in("tk_create_time", fields.get("tk_create_time", now - seconds))
            shown = moment_in("by", created + int(seconds))
            return self._add({**fields, "tk_create_time": created}, shown)

    def pay(self, trade_id: str, amount: Any = None, at: Moment | None = None) -> None:
        """The buyer pays: the whole price, or `amount`; of a deposit, the rest."""

        def paid(life: Life, last: Version, moment: int) -> Version:
            deposit = life.order.deposit is not None and last.price == life.order.deposit
            _expect(last, "pay", PAID if deposit else UNPAID)
            price = life.order.unit * life.order.num
            if amount is not None:
                price = money.read("amount", amount)
            elif last.status == UNPAID and last.price:
                price = last.price
            return last._replace(status=PAID, paid=moment, price=price)

        self._step(trade_id, at, paid)

    def receive(self, trade_id: str, at: Moment | None = None) -> None:
        """The buyer has received the goods."""

        def received(_: Life, last: Version, __: int) -> Version:
            _expect(last, "receive", PAID)
            return last._replace(status=RECEIVED)

        self._step(trade_id, at, received)

    def settle(self, trade_id: str, amount: Any = None, at: Moment | None = None) -> None:
        """The seller pays the commission, of `amount` or of what was paid and not refunded."""

        def settled(life: Life, last: Version, moment: int) -> Version:
            _expect(last, "settle", PAID, RECEIVED)
            pay = max(last.price - _refunded(life, last), 0)
            if amount is not None:
                pay = money.read("amount", amount)
            return last._replace(status=SETTLED, settled=moment, pay=pay)

        self._step(trade_id, at, settled)

    def close(self, trade_id: str, at: Moment | None = None) -> None:
        """The order ends without a commission."""

        def closed(_: Life, last: Version, __: int) -> Version:
            _expect(last, "close", UNPAID, PAID, RECEIVED)
            return last._replace(status=CLOSED)

        self._step(trade_id, at, closed)

    def refund(
        self,
        trade_id: str,
        amount: Any = None,
        at: Moment | None = None,
        *,
        finished: Moment | None = None,
        failed: bool = False,
    ) -> str | None:
        """The buyer gets `amount` back, or all that is left. The refund's id; None: there is none.

        Before the goods are received, everything back at once closes the order, without a refund
        of its own. Otherwise the order is marked as refunded. Unless it is settled, it is closed
        when everything is back. The refund is open from `at` until `finished`, which is the same
        moment if it is not told.
        """
        made: list[str] = []

        def refunded(life: Life, last: Version, moment: int) -> tuple[Life, Version]:
            _expect(last, "refund", PAID, RECEIVED, SETTLED)
            whole = last.pay if last.status == SETTLED else last.price
            left = max(whole - _refunded(life, last), 0)
            fee = left if amount is None else money.read("amount", amount)
            if not 0 < fee <= left:
                raise ValueError(
                    f"amount：{money.written(fee)} 不在 0 与还未退的 {money.written(left)} 之间 "
                    "(more than can be refunded)"
                )
            end = moment if finished is None else moment_in("finished", finished)
            if end < moment:
                raise ValueError("finished 早于 at (finished before it began)")
            if last.status == PAID and fee == whole and end == moment and not failed:
                return life, last._replace(status=CLOSED)
            id_ = self._book.free_refund()
            made.append(str(id_))
            done = FAILED if failed else AFTER_SETTLEMENT if last.status == SETTLED else DONE
            versions = [Refund(id_, end, done, moment, end, end, fee)]
            if end > moment:
                versions.insert(0, Refund(id_, moment, OPEN, moment, None, moment, fee))
            life = life._replace(refunds=[*life.refunds, *versions])
            back = _all_back(life, last)
            status = last.status if back is None or back > moment else CLOSED
            return life, last._replace(tag=1, status=status)

        self._step(trade_id, at, refunded)
        return made[0] if made else None

    def punish(
        self,
        trade_id: str,
        violation: str = VIOLATIONS[0],
        at: Moment | None = None,
        *,
        lifted: Moment | None = None,
    ) -> None:
        """The platform freezes an order for a violation, until `lifted`.

        What came before stays; what was to come later is given up.
        """
        if violation not in VIOLATIONS:
            raise ValueError(f"violation 只有 {'、'.join(VIOLATIONS)} (one of these)")
        with self._lock:
            life = self._life(trade_id)
            now = self._ledger.now()
            moment = now if at is None else moment_in("at", at)
            if any(moment < each.since <= now for each in life.punishments):
                raise ValueError(
                    f"订单 {trade_id} 在 {times.written(moment)} 之后已有处罚，只能接着往后 "
                    "(punished or freed after that moment: go on from there)"
                )
            before = [each for each in life.punishments if each.since < moment]
            punishments = [*before, Punishment(moment, "0", violation)]
            if lifted is not None:
                end = moment_in("lifted", lifted)
                if end <= moment:
                    raise ValueError("lifted 应晚于 at (lifted before it began)")
                punishments.append(Punishment(end, "1", violation))
            self._book.replace(life._replace(punishments=punishments))

    def change(self, trade_id: str, at: Moment | None = None, **fields: Any) -> None:
        """Fields get other values while all else stays: a fee, for example, at the same status."""
        check_names(fields)
        if fixed := sorted(fields.keys() & OF_ORDER):
            raise ValueError(f"{'、'.join(fixed)} 不会改变 (fixed when the order is added)")

        def changed(_: Life, last: Version, __: int) -> Version:
            return changed_version(last, fields)

        self._step(trade_id, at, changed)

    # What is true

    def truth(self, now: Moment | None = None, since: Moment | None = None) -> list[Row]:
        """The rows that a job should have by now: all orders that the gateway shows, or those
        created since a moment; of seeded ones those of the last 90 days."""
        with self._lock:
            return [row for row, _ in self._truth(_seconds(self._ledger, now), since)]

    def audit(
        self, seen: Iterable[Any], now: Moment | None = None, since: Moment | None = None
    ) -> Audit:
        """What a job lost, doubled or left stale; true if nothing.

        Its rows may be mappings or objects, with all fields or a few. Orders from before `since`
        may be among them, and are compared as well.
        """
        rows = list(seen)
        with self._lock:
            moment = _seconds(self._ledger, now)
            found = self._truth(moment, since, keys(rows, "trade_id"))
        late = [row["trade_id"] for row, waited in found if waited > _LATE]
        return audit(rows, [row for row, _ in found], late=late, now=moment)

    def refunds(self, now: Moment | None = None) -> list[Row]:
        """The refunds that a job should have by now, as the query of all refunds gives them; of
        seeded ones those of the last 90 days."""
        with self._lock:
            return self._refunds(_seconds(self._ledger, now))

    def audit_refunds(self, seen: Iterable[Any], now: Moment | None = None) -> Audit:
        """As `audit`, of refunds."""
        rows, key = list(seen), "refund_suit_id"
        with self._lock:
            found = self._refunds(_seconds(self._ledger, now), keys(rows, key))
        return audit(rows, found, key=key)

    # Books

    def export(self) -> dict[str, Any]:
        """The whole book as JSON. Moments are seconds since 1970, amounts 分, rates 万分之一."""
        with self._lock:
            book = self._book
            return {
                "format": FORMAT,
                "seed": book.seed,
                "rate": book.rate,
                "filled": [list(stretch) for stretch in book.filled],
                "orders": [exports.exported(life) for life in book.lives()],
            }

    def clear(self) -> None:
        """Have no orders but those that are added from now on."""
        with self._lock:
            self._book.remake(self._book.seed, 0, [], [])

    def load(self, exported: Mapping[str, Any]) -> None:
        """Have the orders of an export instead of those that there are."""
        found = exports.imported(exported)
        with self._lock:
            self._book.remake(*found)

    # Inside

    def _add(self, fields: dict[str, Any], shown: int | None) -> str:
        check_names(fields)
        ledger, book = self._ledger, self._book
        id_ = book.free_id()
        item_number = id_ % len(items())
        item = items()[item_number]
        created = moment_in("tk_create_time", fields.get("tk_create_time", ledger.now()))
        status = one_of("tk_status", fields.get("tk_status", PAID), STATUSES)
        trade_id = str(fields.get("trade_id") or id_ * 10**8 + 10**17)
        if book.life(trade_id):
            raise ValueError(f"已有订单 {trade_id} (there is such an order)")
        relation_id, special_id = id_in(fields, "relation_id"), id_in(fields, "special_id")
        scene = (
            CHANNEL if relation_id is not None else MEMBER if special_id is not None else REGULAR
        )
        deposit = amount_in(fields, "deposit_price", None)
        deposit_paid = fields.get("tk_deposit_time")
        order = Order(
            id=id_,
            trade_id=trade_id,
            parent_id=str(fields.get("trade_parent_id") or trade_id),
            scene=one_of("order_scene", fields.get("order_scene", scene), (1, 2, 3)),
            role=one_of("tk_order_role", fields.get("tk_order_role", FIRST), (FIRST, SHARING)),
            relation_id=relation_id,
            special_id=special_id,
            created=created,
            clicked=moment_in("click_time", fields.get("click_time", created - 60)),
            item=item_number,
            unit=amount_in(fields, "item_price", item.price),
            num=count_in("item_num", fields.get("item_num", 1)),
            share=amount_in(fields, "pub_share_rate", money.WHOLE),
            subsidy=amount_in(fields, "subsidy_rate", 0),
            special=amount_in(fields, "platform_special_service_rate", 0),
            deposit=deposit,
            deposit_paid=(
                None
                if deposit is None
                else moment_in("tk_deposit_time", created if deposit_paid is None else deposit_paid)
            ),
            adzone=0,
            wireless=1,
            extra=None,
        )
        price = order.unit * order.num if deposit is None else deposit
        if order.unit * order.num > money.MOST:
            raise ValueError(
                f"item_price × item_num：至多 {money.written(money.MOST)} "
                "(more than an amount can be)"
            )
        version = Version(
            since=created,
            status=status,
            paid=None if status in (UNPAID, CLOSED) else created,
            settled=created if status == SETTLED else None,
            updated=created,
            tag=0,
            price=0 if status == UNPAID else price,
            pay=0,
            rate=item.rate,
            extra=None,
        )
        version = changed_version(
            version, {key: fields[key] for key in fields if key not in OF_ORDER}
        )
        if status == SETTLED and "pay_price" not in fields:
            version = version._replace(pay=version.price)
        moments = (created, version.paid or 0, version.settled or 0, version.updated)
        since = max(moments) if shown is None else shown
        updated = version.updated if "modified_time" in fields else since
        version = version._replace(since=since, updated=updated)
        with book.writing():
            book.put([Life(order, [version], [], [])])
        return trade_id

    def _step(
        self,
        trade_id: str,
        at: Moment | None,
        change: Callable[[Life, Version, int], Version | tuple[Life, Version]],
    ) -> None:
        """A new version from a moment on; what was to come later is given up."""
        with self._lock:
            life = self._life(trade_id)
            now = self._ledger.now()
            moment = now if at is None else moment_in("at", at)
            before = [version for version in life.versions if version.since <= moment]
            if not before or any(moment < version.since <= now for version in life.versions):
                raise ValueError(
                    f"订单 {trade_id} 在 {times.written(moment)} 之后已有变化，只能接着往后 "
                    "(the order has changed after that moment: go on from there)"
                )
            begun = [refund for refund in life.refunds if refund.started <= moment]
            life = life._replace(refunds=begun)
            changed = change(life, before[-1], moment)
            life, version = (life, changed) if isinstance(changed, Version) else changed
            if version.updated == before[-1].updated:
                version = version._replace(updated=moment)
            if before[-1].since == moment:
                before.pop()
            versions = [*before, version._replace(since=moment)]
            back = _all_back(life, version)
            if back is not None and back > moment:
                versions.append(version._replace(since=back, updated=back, status=CLOSED))
            self._book.replace(life._replace(versions=versions))

    def _life(self, trade_id: str) -> Life:
        life = self._book.life(str(trade_id))
        if life is None:
            zh, en = meant(str(trade_id), self._book.trade_ids()[:2000])
            raise ValueError(f"没有订单 {trade_id}{zh} (no such order{en})")
        return life

    def _truth(
        self, now: int, since: Moment | None, ids: Iterable[str] = ()
    ) -> list[tuple[Row, int]]:
        """Rows, and how many seconds after their creation they were shown first; those with the ids
        are among them, however old."""
        start = now - OLDEST if since is None else moment_in("since", since)
        self._ledger.fill(start, now, created=True)
        sample, account = sample_row(orders.METHODS[0]), self._ledger.settings.account
        added_since = 0 if since is None else start
        found = self._book.shown(now, start, added_since=added_since, ids=sorted(ids))
        return [
            (filled(sample, facts(order, version, account)), first - order.created)
            for order, version, first in found
        ]

    def _refunds(self, now: int, ids: Container[str] = ()) -> list[Row]:
        """Rows; those with the ids are among them, however old."""
        oldest = now - OLDEST
        self._ledger.fill(oldest, now, created=False)
        found = self._book.refunds("refunds.started", 0, now, now, -1)
        sample = sample_row(refunds.REFUNDS[0])
        return [
            filled(sample, refunds.refund_facts(self._ledger, *each))
            for each in found
            if each[2].started >= oldest or each[2].id < SEEDED_IDS or str(each[2].id) in ids
        ]


# States


def _expect(version: Version, what: str, *statuses: int) -> None:
    if version.status not in statuses:
        wanted = "、".join(STATUSES[status] for status in statuses)
        raise ValueError(
            f"{what}：订单{STATUSES[version.status]}，应为{wanted} "
            f"(status {version.status}, should be {', '.join(map(str, statuses))})"
        )


def _outcomes(life: Life) -> list[Refund]:
    """How each refund ends, or will end."""
    return list({refund.id: refund for refund in sorted(life.refunds, key=_since)}.values())


def _since(refund: Refund) -> int:
    return refund.since


def _refunded(life: Life, last: Version) -> int:
    """What was given back of what was paid, and what is going to be; of a settled order, of what
    was settled: the refunds from before were taken off that."""
    apart = (FAILED, DONE) if last.status == SETTLED else (FAILED,)
    return sum(refund.fee for refund in _outcomes(life) if refund.status not in apart)


def _all_back(life: Life, last: Version) -> int | None:
    """When everything that was paid is given back; None: never, or the order has ended before."""
    done = [refund for refund in _outcomes(life) if refund.status in (DONE, AFTER_SETTLEMENT)]
    if last.status not in (PAID, RECEIVED) or sum(each.fee for each in done) < last.price:
        return None
    return max(map(_since, done), default=None)


# Rows


def _seconds(ledger: Ledger, now: Moment | None) -> int:
    return ledger.now() if now is None else moment_in("now", now)
