"""`mock.orders`: what tests do with the book of orders."""

import functools
import itertools
import time
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from typing import Any, TypeVar

from .. import times
from ..ordering import OrderError
from ..suggestions import meant
from ..texts import printed
from . import exports, money, orders, refunds
from .audit import Audit, audit, keys
from .book import FORMAT, SEEDED_IDS, Book
from .drafts import life_of, problems
from .facts import facts, item_facts
from .fields import (
    OF_ORDER,
    STATUSES,
    Moment,
    carried,
    changed_version,
    check_names,
    check_sense,
    id_text,
    is_field,
    moment_in,
    seconds_in,
)
from .goods import find_item
from .ledger import Ledger
from .lives import CLOSED, PAID, RECEIVED, SETTLED, UNPAID, Life, Punishment, Refund, Version
from .rows import sample_row
from .shapes import filled
from .windows import OLDEST

T = TypeVar("T")
Row = dict[str, Any]
Later = Callable[[Version, Version, Version], Version]
"""What becomes of a version that was to come, when what was before it is another one now."""

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

    def add(self, /, **fields: Any) -> str:
        """Add an order with fields of a query's rows; those not told are made up. Its trade_id.

        It is paid, unless `tk_status` tells otherwise, and shown from the last of its moments on.
        """
        with self._lock:
            return self._add(fields, None)

    def late(self, /, by: timedelta | float, **fields: Any) -> str:
        """Add an order that the gateway shows only so many seconds after its creation: as from now,
        or from then after its `tk_create_time`. Its trade_id."""
        delay = seconds_in("by", by)
        with self._lock:
            created, shown = _late(fields, delay, self._ledger.now())
            return self._add({**fields, "tk_create_time": created}, shown)

    def planned(self, fields: Mapping[str, Any], now: int | None, number: int) -> Life:
        """An order of a scenario, of so many, at the time of its clock; nothing is written.

        OrderError tells all that is wrong. `late` is the argument of the method of this name.
        """
        told = {name: value for name, value in fields.items() if name != "late"}
        with self._lock:
            now = self._ledger.now() if now is None else now
            id_, shown = self._book.free_id() + number, None
            try:
                if "late" in fields:
                    delay = seconds_in("late", fields["late"])
                    created, shown = _late(told, delay, now)
                    told["tk_create_time"] = created
                life = life_of(self._with_item(told), id_=id_, spare_id="", now=now, shown=shown)
            except ValueError as error:
                alone = [((name,), text) for name, text in problems(told)]
                raise OrderError(alone or [((), str(error))]) from error
            if self._ledger.is_seeded(life.order.trade_id):
                raise OrderError([(("trade_id",), _taken(life.order.trade_id))])
            return life

    def have(self, lives: Iterable[Life]) -> None:
        """Write orders that were planned, instead of those with the same ids."""
        with self._lock:
            for life in lives:
                known = self._book.life(life.order.trade_id)
                id_ = known.order.id if known else self._book.free_id()
                self._book.replace(life._replace(order=life.order._replace(id=id_)))

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
        """The buyer has received the goods. What was to come later still comes."""

        def received(_: Life, last: Version, __: int) -> Version:
            _expect(last, "receive", PAID)
            return last._replace(status=RECEIVED)

        def later(version: Version, _: Version, __: Version) -> Version:
            return version._replace(status=RECEIVED) if version.status == PAID else version

        self._step(trade_id, at, received, later)

    def settle(self, trade_id: str, amount: Any = None, at: Moment | None = None) -> None:
        """The seller pays the commission, of `amount` or of what was paid and not refunded.

        What was to come later is given up, as it is when an order is paid or closed."""

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
        moment if it is not told. What was to come later still comes, with less to settle; only
        refunds that were to begin later are given up.
        """
        if not isinstance(failed, bool):
            raise ValueError(f"failed 只能是 True 或 False：{printed(failed)} (either of them)")
        made: list[str] = []
        money_back = [0]

        def refunded(life: Life, last: Version, moment: int) -> tuple[Life, Version]:
            _expect(last, "refund", PAID, RECEIVED, SETTLED)
            whole = last.pay if last.status == SETTLED else last.price
            left = max(whole - _refunded(life, last), 0)
            fee = left if amount is None else money.read("amount", amount)
            if not fee:
                raise ValueError(
                    "amount：应大于 0，或已没有可退的 (more than 0 is needed, or nothing is left)"
                )
            if fee > left:
                raise ValueError(
                    f"amount：{money.written(fee)} 多于还未退的 {money.written(left)} "
                    "(more than can be refunded)"
                )
            end = moment if finished is None else moment_in("finished", finished)
            if end < moment:
                raise ValueError("finished 早于 at (finished before it began)")
            if last.status == PAID and fee == whole and end == moment and not failed:
                return life, last._replace(status=CLOSED)
            id_, money_back[0] = self._book.free_refund(), fee
            made.append(str(id_))
            done = FAILED if failed else AFTER_SETTLEMENT if last.status == SETTLED else DONE
            versions = [Refund(id_, end, done, moment, end, end, fee)]
            if end > moment:
                versions.insert(0, Refund(id_, moment, OPEN, moment, None, moment, fee))
            life = life._replace(refunds=[*life.refunds, *versions])
            back = _all_back(life, last)
            status = last.status if back is None or back > moment else CLOSED
            return life, last._replace(tag=1, status=status)

        def later(version: Version, _: Version, now: Version) -> Version:
            pay = version.pay
            if version.status == SETTLED and now.status != SETTLED and not failed:
                pay = max(pay - money_back[0], 0)
            return version._replace(tag=1, pay=pay)

        self._step(trade_id, at, refunded, later, keeps_refunds=False)
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

    def change(self, /, trade_id: str, at: Moment | None = None, **fields: Any) -> None:
        """Fields get other values while all else stays: a fee, for example, at the same status.

        What was to come later still comes, unless the status is changed; it has the new values
        where it would have had the old ones.
        """
        check_names(fields)
        if fixed := sorted(fields.keys() & OF_ORDER):
            raise ValueError(f"{'、'.join(fixed)} 不会改变 (fixed when the order is added)")

        def changed(_: Life, last: Version, __: int) -> Version:
            return changed_version(last, fields)

        later = None if "tk_status" in fields else carried
        self._step(trade_id, at, changed, later)

    # What is true

    def truth(self, now: Moment | None = None, since: Moment | None = None) -> list[Row]:
        """The rows that a job should have by now: all orders that the gateway shows, or those
        created since a moment; of seeded ones those of the last 90 days."""
        return [row for rows in self.truth_by_day(now, since) for row in rows]

    def truth_by_day(
        self, now: Moment | None = None, since: Moment | None = None
    ) -> Iterator[list[Row]]:
        """The same a day after the other; in between calls are answered."""
        for rows in self._truth(_seconds(self._ledger, now), since):
            yield [row for row, _ in rows]

    def audit(
        self, seen: Iterable[Any], now: Moment | None = None, since: Moment | None = None
    ) -> Audit:
        """What a job lost, doubled or left stale; true if nothing.

        Its rows may be mappings or objects, with all fields or a few. Orders from before `since`
        may be among them, and are compared as well.
        """
        rows, moment = _rows(seen), _seconds(self._ledger, now)
        ids = keys(rows, "trade_id")
        with self._lock:
            self._ledger.meet(ids)
        found = [each for day in self._truth(moment, since, ids) for each in day]
        late = [row["trade_id"] for row, waited in found if waited > _LATE]
        return audit(rows, [row for row, _ in found], late=late, now=moment)

    def refunds(self, now: Moment | None = None) -> list[Row]:
        """The refunds that a job should have by now, as the query of all refunds gives them; of
        seeded ones those of the last 90 days."""
        return self._refunds(_seconds(self._ledger, now))

    def audit_refunds(self, seen: Iterable[Any], now: Moment | None = None) -> Audit:
        """As `audit`, of refunds."""
        rows, key = _rows(seen), "refund_suit_id"
        found = self._refunds(_seconds(self._ledger, now), keys(rows, key))
        return audit(rows, found, key=key)

    # Books

    def export(self) -> dict[str, Any]:
        """The whole book as JSON. Moments are seconds since 1970, amounts 分, rates 万分之一."""
        told, orders = self._export(nullcontext())
        if told["changes"] != self._book.changes:
            told, orders = self._export(self._lock)  # nobody shall change it this time
        del told["changes"]
        return {**told, "orders": orders}

    def _export(self, held: AbstractContextManager[Any]) -> tuple[Row, list[Row]]:
        """What a book was when it began to be read, and its orders."""
        orders: list[Row] = []
        book, last = self._book, -1
        with held:
            with self._lock:
                told = {
                    "format": FORMAT,
                    "seed": book.seed,
                    "rate": book.rate,
                    "filled": [list(stretch) for stretch in book.filled],
                    "changes": book.changes,
                }
            while lives := self._read(functools.partial(book.lives, last)):
                orders += map(exports.exported, lives)
                last = lives[-1].order.id
        return told, orders

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

    def _add(self, fields: Mapping[str, Any], shown: int | None) -> str:
        book = self._book
        id_ = book.free_id()
        spare_id = next(spare for spare in _trade_ids(id_) if not self._is_taken(spare))
        fields, now = self._with_item(fields), self._ledger.now()
        life = life_of(fields, id_=id_, spare_id=spare_id, now=now, shown=shown)
        trade_id = life.order.trade_id
        if self._is_taken(trade_id):
            raise ValueError(_taken(trade_id))
        with book.writing():
            book.put([life])
        return trade_id

    def _with_item(self, fields: Mapping[str, Any]) -> Mapping[str, Any]:
        """The fields of a new order, with those that follow from the item that they name."""
        if fields.get("item_id") is None:
            return fields
        id_ = id_text("item_id", fields["item_id"])
        if item := find_item(self._book, id_):
            rate, price = money.written(item.rate), money.written(item.price)
            of_item = {name: fact for name, fact in item_facts(item).items() if is_field(name)}
            known = {**of_item, "item_price": price, "total_commission_rate": rate}
        else:
            known = {"item_link": f"https://item.taobao.com/item.htm?id={id_}"}
        return {**known, **fields}

    def _step(
        self,
        trade_id: str,
        at: Moment | None,
        change: Callable[[Life, Version, int], Version | tuple[Life, Version]],
        later: Later | None = None,
        *,
        keeps_refunds: bool = True,
    ) -> None:
        """A new version from a moment on. What was to come later is given up, unless `later` says
        what becomes of it."""
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
            planned = [refund for refund in life.refunds if refund.started > moment]
            coming = [version for version in life.versions if version.since > moment]
            life = life._replace(refunds=begun)
            changed = change(life, before[-1], moment)
            life, version = (life, changed) if isinstance(changed, Version) else changed
            if version.updated == before[-1].updated:
                version = version._replace(updated=moment)
            last = before[-1]
            if last.since == moment:
                before.pop()
            versions = [*before, version._replace(since=moment)]
            back = _all_back(life, version)
            if later is not None and version.status != CLOSED:
                coming = [each for each in coming if back is None or each.since < back]
                versions += _without_repeats(
                    version, [later(each, last, version) for each in coming]
                )
                if keeps_refunds and back is None:
                    life = life._replace(refunds=[*begun, *planned])
            if back is not None and back > moment:
                versions.append(versions[-1]._replace(since=back, updated=back, status=CLOSED))
            for each in versions[len(before) :]:
                check_sense(life.order, each)
            self._book.replace(life._replace(versions=versions))

    def _is_taken(self, trade_id: str) -> bool:
        return self._book.life(trade_id) is not None or self._ledger.is_seeded(trade_id)

    def _life(self, trade_id: str) -> Life:
        trade_id = id_text("trade_id", trade_id)
        self._ledger.meet([trade_id])
        life = self._book.life(trade_id)
        if life is None:
            zh, en = meant(trade_id, self._book.trade_ids()[:2000])
            raise ValueError(f"没有订单 {trade_id}{zh} (no such order{en})")
        return life

    def _truth(
        self, now: int, since: Moment | None, ids: Iterable[str] = ()
    ) -> Iterator[list[tuple[Row, int]]]:
        """Rows by day, and how many seconds after their creation they were shown first; those with
        the ids are among them, however old. Calls are answered in between: this may take long."""
        start = now - OLDEST if since is None else moment_in("since", since)
        self._fill(start, now, created=True)
        sample, account = sample_row(orders.METHODS[0]), self._ledger.settings.account
        added_since, asked = 0 if since is None else start, sorted(ids)
        for day in self._read(self._book.days):
            shown = functools.partial(self._book.shown, day, now, start)
            found = self._read(functools.partial(shown, added_since=added_since, ids=asked))
            yield [
                (filled(sample, facts(order, version, account)), first - order.created)
                for order, version, first in found
            ]

    def _refunds(self, now: int, ids: Container[str] = ()) -> list[Row]:
        """Rows; those with the ids are among them, however old."""
        oldest = now - OLDEST
        self._fill(oldest, now, created=False)
        found = self._read(lambda: self._book.refunds("refunds.started", 0, now, now, -1))
        sample = sample_row(refunds.REFUNDS[0])
        return [
            filled(sample, refunds.refund_facts(self._ledger, *each))
            for each in found
            if each[2].started >= oldest or each[2].id < SEEDED_IDS or str(each[2].id) in ids
        ]

    def _fill(self, start: int, end: int, *, created: bool) -> None:
        """Have the seeded orders; whoever waits gets a turn after each day."""
        with self._lock:
            days = self._ledger.days(start, end, created=created)
        for day in days:
            self._read(functools.partial(self._ledger.fill_day, day))

    def _read(self, look: Callable[[], T]) -> T:
        """A short look at the book, after which whoever waits for it gets a turn."""
        with self._lock:
            found = look()
        time.sleep(0)
        return found


# Orders that are added


def _late(fields: Mapping[str, Any], delay: float, now: int) -> tuple[int, int]:
    """When a late order was created, and from when on it is shown."""
    created = moment_in("tk_create_time", fields.get("tk_create_time", now - delay))
    return created, moment_in("late", created + int(delay))


def _trade_ids(id_: int) -> Iterator[str]:
    """Ids for an order that is told none, which no test would think of first."""
    return map(str, itertools.count(id_ * 10**8 + 10**17))


def _taken(trade_id: str) -> str:
    return (
        f"trade_id：已有订单 {trade_id}，换一个或不写 "
        "(there is such an order: take another id, or tell none)"
    )


# States


def _expect(version: Version, what: str, *statuses: int) -> None:
    if version.status not in statuses:
        wanted = "、".join(STATUSES[status] for status in statuses)
        raise ValueError(
            f"{what}：订单{STATUSES[version.status]}，应为{wanted} "
            f"(status {version.status}, should be {', '.join(map(str, statuses))})"
        )


def _without_repeats(first: Version, versions: Iterable[Version]) -> list[Version]:
    """Versions behind another one, without those that look like the one before."""
    kept = [first]
    for version in versions:
        if version != kept[-1]._replace(since=version.since, updated=version.updated):
            kept.append(version)
    return kept[1:]


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


def _rows(seen: Iterable[Any]) -> list[Any]:
    if isinstance(seen, (str, Mapping)) or not isinstance(seen, Iterable):
        raise ValueError(
            f"audit：seen 应为程序得到的行的列表，不是 {printed(seen)} "
            "(a list of the rows that a job has)"
        )
    return list(seen)


def _seconds(ledger: Ledger, now: Moment | None) -> int:
    return ledger.now() if now is None else moment_in("now", now)
