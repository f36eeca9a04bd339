"""What a job lost, doubled or left stale, and the mistake that it likely made.

A job's rows may be mappings or objects, hold all fields or a few, and have them as text, numbers,
Decimals or datetimes: only what is there is compared, by what it means.
"""

import math
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

from ..times import FORMAT, parsed, zone

Row = Mapping[str, Any]
SHOWN = 5
"""Rows of each kind in a report."""
_MISSING = object()
_TIME_LENGTH = 19
"""Of the platform's times as text."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A row that was kept as it is no longer."""

    key: str
    seen: Row
    truth: Row
    differences: Mapping[str, tuple[Any, Any]]
    """By field: what was seen, and what is true."""

    def __str__(self) -> str:
        told = ", ".join(f"{name} {a!r} → {b!r}" for name, (a, b) in self.differences.items())
        return f"{self.key}: {told}"


@dataclass(frozen=True, slots=True)
class Audit:
    """The result; true if nothing is wrong."""

    key: str
    count: int
    """How many rows there should be."""
    lost: list[Row] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    """Keys of rows that are there more than once."""
    stale: list[Stale] = field(default_factory=list)
    unknown: list[Any] = field(default_factory=list)
    """What is none of the rows that there are."""
    mistakes: list[str] = field(default_factory=list)
    """What the job likely does wrong."""

    @property
    def ok(self) -> bool:
        """Whether nothing is lost, doubled, stale or unknown."""
        return not (self.lost or self.doubled or self.stale or self.unknown)

    def __bool__(self) -> bool:
        return self.ok

    def __str__(self) -> str:
        if self.ok:
            return f"对账无误：{self.count} 行 (all {self.count} rows are right)"
        lines = [
            f"对账不符 (audit of {self.count} rows): {len(self.lost)} lost, "
            f"{len(self.doubled)} doubled, {len(self.stale)} stale, {len(self.unknown)} unknown"
        ]
        lines += _listed("少了 lost", (_brief(row, self.key) for row in self.lost), len(self.lost))
        lines += _listed("重复 doubled", self.doubled, len(self.doubled))
        lines += _listed("过时 stale", map(str, self.stale), len(self.stale))
        lines += _listed(
            "不明 unknown", (repr(row)[:100] for row in self.unknown), len(self.unknown)
        )
        lines += [f"  可能的原因 likely: {mistake}" for mistake in self.mistakes]
        return "\n".join(lines)

    __repr__ = __str__


def audit(
    seen: Iterable[Any],
    truth: Iterable[Row],
    *,
    key: str = "trade_id",
    late: Iterable[str] = (),
    now: float | None = None,
) -> Audit:
    """Compare what a job has with what is true.

    `late` are keys of rows that came later than they were created, `now` the moment of the truth:
    both only help to name the mistake.
    """
    right = {str(row[key]): row for row in truth}
    names = {name for row in right.values() for name in row}
    kept: dict[str, list[Row]] = {}
    unknown: list[Any] = []
    for each in seen:
        row = _row(each, names)
        id_ = None if row is None else row.get(key)
        if row is None or id_ is None or str(id_) not in right:
            unknown.append(each)
        else:
            kept.setdefault(str(id_), []).append(row)
    stale = []
    for id_, rows in kept.items():
        differing = [_differences(row, right[id_], names) for row in rows]
        least = min(range(len(rows)), key=lambda index: len(differing[index]))
        if differing[least]:
            stale.append(Stale(id_, rows[least], right[id_], differing[least]))
    found = Audit(
        key=key,
        count=len(right),
        lost=[row for id_, row in right.items() if id_ not in kept],
        doubled=[id_ for id_, rows in kept.items() if len(rows) > 1],
        stale=stale,
        unknown=unknown,
    )
    rows_kept = [right[id_] for id_ in kept]
    found.mistakes.extend(_mistakes(found, rows_kept, frozenset(late), now))
    return found


# Rows of any kind


def keys(seen: Iterable[Any], key: str) -> set[str]:
    """The keys of a job's rows; what has none is left out."""
    rows = (_row(each, (key,)) for each in seen)
    return {str(row[key]) for row in rows if row and key in row}


def _row(each: Any, names: Iterable[str]) -> Row | None:
    if isinstance(each, Mapping):
        return each
    if is_dataclass(each) and not isinstance(each, type):
        return {each_field.name: getattr(each, each_field.name) for each_field in fields(each)}
    if isinstance(each, tuple) and hasattr(each, "_asdict"):
        return dict(each._asdict())  # a namedtuple
    if isinstance(each, sqlite3.Row):
        return {name: each[name] for name in each.keys()}  # noqa: SIM118 – its elements are values
    if isinstance(each, (str, bytes, int, float, list, tuple)) or each is None:
        return None
    found = {name: getattr(each, name, _MISSING) for name in names}
    return {name: value for name, value in found.items() if value is not _MISSING} or None


def _differences(seen: Row, truth: Row, names: Iterable[str]) -> dict[str, tuple[Any, Any]]:
    found = {}
    for name in sorted(names & seen.keys()):
        value, right = seen[name], truth.get(name)
        if isinstance(right, (Mapping, list)) or isinstance(value, (Mapping, list)):
            continue  # objects inside have several forms, and repeat what the fields beside say
        if not _same(value, right):
            found[name] = (value, right)
    return found


def _same(value: Any, right: Any) -> bool:
    value = _plain(value)
    if value == right or str(value) == str(right):
        return True
    if value in (None, "", "--") or right in (None, "", "--"):
        return value in (None, "", "--") and right in (None, "", "--")
    first, second = _number(value), _number(right)
    if first is not None or not isinstance(right, str) or len(right) != _TIME_LENGTH:
        return first is not None and first == second
    moment = _local(value)
    return moment is not None and moment == _local(right)


def _plain(value: Any) -> Any:
    """A value as it comes over the wire; a moment without a zone is one of the platform's."""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, Decimal) and value.is_nan():
        return None
    if isinstance(value, (float, datetime)) and value != value:
        return None  # what tables have for nothing
    if isinstance(value, datetime):
        moment = _local(value.isoformat())
        return value if moment is None else moment.strftime(FORMAT)
    return value


def _local(value: Any) -> datetime | None:
    """The platform's time that an ISO text tells; one without a zone is such a time already."""
    try:
        moment = datetime.fromisoformat(str(value))
        local = moment.astimezone(zone()) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return None
    return local.replace(tzinfo=None, microsecond=0)


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool):
        return Decimal(value)
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


# Mistakes


def _mistakes(
    found: Audit, kept: list[Row], late: frozenset[str], now: float | None
) -> Iterator[str]:
    if found.unknown:
        yield from _unknown(found)
    if found.doubled:
        yield (
            f"插入时没有以 {found.key} 为键：同一行再次读到应覆盖旧的 "
            "(inserted without a key: a row that is read again replaces the one before)"
        )
    if found.lost:
        yield from _losses(found, kept, late, now)
    if found.stale:
        yield from _stale(found)


def _unknown(found: Audit) -> Iterator[str]:
    rows = [_row(each, (found.key,)) for each in found.unknown]
    if any(row is None or found.key not in row for row in rows):
        yield (
            f"有的元素没有 {found.key}：结果在 data.results 的内层键之下，多半取高了一层 "
            "(elements without the key: the list stands under the wrapper inside data.results, "
            "they were likely read one level too high)"
        )


def _losses(
    found: Audit, kept: list[Row], late: frozenset[str], now: float | None
) -> Iterator[str]:
    lost = found.lost
    parents = {row["trade_parent_id"] for row in kept if "trade_parent_id" in row}
    channel, member = "relation_id", "special_id"
    if not kept:
        if not found.unknown:
            yield "一行也没有留下：时间段不对，或结果取错了位置 (nothing was kept at all)"
    elif all(row.get("trade_parent_id") in parents for row in lost):
        yield (
            "以父订单号为键：购物车里的每件商品各有 trade_id，trade_parent_id 相同 "
            "(the parent order number is the key: each item of a cart has a trade_id of its own)"
        )
    elif all(channel in row or member in row for row in lost) and not any(
        channel in row or member in row for row in kept
    ):
        yield (
            "没有查渠道与会员订单：order_scene 2 和 3 要各查一遍 "
            "(orders of channels and members were never asked: order_scene 2 and 3)"
        )
    elif not any(channel in row for row in lost) and all(channel in row for row in kept):
        yield "丢掉了没有 relation_id 的订单 (orders without relation_id were dropped)"
    elif all(str(row[found.key]) in late for row in lost):
        yield (
            "漏掉的订单都是晚到的，创建时间早于已读过的时段："
            "按更新时间查（query_type=4），或回头重读 "
            "(all lost ones arrived late, into windows read before: ask by update time, "
            "query_type=4, or read windows again)"
        )
    elif all(_waited(row) > max(map(_waited, kept)) for row in lost):
        yield (
            "漏掉的订单都是过后才付款的：只按创建时间查一次看不到，"
            "按更新时间查（query_type=4） "
            "(all lost ones were paid long after their creation: ask by update time)"
        )
    elif _eight_hours(lost, kept, now):
        yield _NAIVE
    elif (gap := _gap(lost, kept)) is not None:
        yield (
            f"{gap[0]} 到 {gap[1]} 整段没有读到：出错前就记下了进度、"
            "任务间隔大于时间段，或跳过了第一段 "
            f"(nothing was read from {gap[0]} to {gap[1]}: progress was kept before the call "
            "succeeded, the job runs less often than its window is long, "
            "or the first step is skipped)"
        )
    else:
        yield (
            "同一时段里有的读到有的没有：多半只读了第一页，或没有带 position_index 翻页 "
            "(neighbours of lost ones were read: likely page 1 only, or no cursor was sent)"
        )


_NAIVE = (
    "时间差了整小时：把本机时间当成了北京时间（平台一律 GMT+8） "
    "(times are off by whole hours: local time was taken for that of the platform, GMT+8)"
)


def _eight_hours(lost: list[Row], kept: list[Row], now: float | None) -> bool:
    """Whether exactly the newest hours are lost: windows end at a clock of another zone."""
    newest = max(_created(row) for row in kept)
    if now is None or any(_created(row) <= newest for row in lost):
        return False
    offset = zone().utcoffset(None)
    missing = now - parsed(newest)
    return abs(missing - offset.total_seconds()) <= timedelta(hours=1).total_seconds()


def _waited(row: Row) -> int:
    """Seconds from creation to payment."""
    paid = row.get("tk_paid_time")
    return parsed(paid) - parsed(_created(row)) if paid else 0


def _gap(lost: list[Row], kept: list[Row]) -> tuple[str, str] | None:
    """The stretch in which all lost ones were created, if none that was kept is inside."""
    times = [_created(row) for row in lost]
    first, last = min(times), max(times)
    inside = any(first <= _created(row) <= last for row in kept)
    return None if inside else (first, last)


def _stale(found: Audit) -> Iterator[str]:
    slips = [row for row in found.stale if all(map(_is_float_slip, row.differences.values()))]
    stale = [row for row in found.stale if row not in slips]
    if slips:
        yield "金额用了浮点数：用 Decimal (money was kept as float: use Decimal)"
    if not stale:
        return
    shifts = {shift for row in stale for shift in _shifts(row)}
    if len(shifts) == 1 and all(shift and shift % 3600 == 0 for shift in shifts):
        yield _NAIVE
    elif all(row.truth.get("tk_status") == 3 and "refund_tag" in row.differences for row in stale):
        yield (
            "结算之后的维权没有看到：按更新时间继续查，或查售后退款订单，已付出去的要扣回 "
            "(refunds after settlement were not seen: go on asking by update time, "
            "or ask for refunds)"
        )
    elif not any("tk_status" in row.differences for row in stale):
        yield (
            "状态没变就没有更新：佣金、维权会在同一状态下改变，更新时间新就要覆盖 "
            "(updated only when the status changed: fees and refunds change at the same status)"
        )
    else:
        yield (
            "读过的订单没有再读：按更新时间查（query_type=4）才看得到后来的状态 "
            "(orders were not read again: ask by update time, query_type=4)"
        )


def _is_float_slip(pair: tuple[Any, Any]) -> bool:
    value, right = pair
    exact = _number(right)
    return (
        isinstance(value, float)
        and exact is not None
        and math.isfinite(value)
        and abs(Decimal(value) - exact) < Decimal("0.005")
    )


def _shifts(row: Stale) -> Iterator[int]:
    for name, (value, right) in row.differences.items():
        if name.endswith("_time"):
            first, second = _local(_plain(value)), _local(right)
            if first is not None and second is not None:
                yield int((first - second).total_seconds())


def _created(row: Row) -> str:
    """When an order was created, told by the order or by a refund of it."""
    return str(row.get("tk_create_time") or row.get("tb_trade_create_time") or "")


# Writing


def _brief(row: Row, key: str) -> str:
    return f"{row[key]} ({_created(row)}, {row.get('tk_status', '')})"


def _listed(title: str, rows: Iterable[str], count: int) -> list[str]:
    if not count:
        return []
    shown = [row for row, _ in zip(rows, range(SHOWN), strict=False)]
    more = [f"    … {count - SHOWN}"] if count > SHOWN else []
    return [f"  {title}:", *(f"    {row}" for row in shown), *more]
