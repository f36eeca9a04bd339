"""Books as JSON: orders with everything that happens to them, checked before they are taken."""

import json
import math
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any, NamedTuple, get_type_hints

from ..times import HOUR, LAST
from .book import FORMAT
from .fields import STATUSES, check_extra, id_text
from .lives import FIRST, SHARING, Life, Order, Punishment, Refund, Version
from .money import MOST, WHOLE
from .seeding import MOST_AN_HOUR

_KEYS = frozenset(("format", "seed", "rate", "filled", "orders"))
_PARTS: Mapping[str, Any] = {"versions": Version, "refunds": Refund, "punishments": Punishment}
_MOMENTS = frozenset(
    "since created clicked deposit_paid paid settled updated started finished".split()
)
_AMOUNTS = frozenset("unit deposit price pay fee".split())
_RATES = frozenset("share subsidy special rate".split())
_CHOICES: Mapping[tuple[type, str], tuple[int | str, ...]] = {
    (Order, "scene"): (1, 2, 3),
    (Order, "role"): (FIRST, SHARING),
    (Order, "wireless"): (0, 1),
    (Version, "status"): tuple(STATUSES),
    (Version, "tag"): (0, 1),
    (Refund, "status"): (1, 2, 3, 4, 11, 12, 13),
    (Punishment, "status"): ("0", "1"),
}
_MOST = ((_MOMENTS, LAST), (_AMOUNTS, MOST), (_RATES, WHOLE))
_LARGEST = 2**63 - 1


class Exported(NamedTuple):
    """What an export holds."""

    seed: int
    rate: float
    filled: list[tuple[int, int]]
    lives: list[Life]


def exported(life: Life) -> dict[str, Any]:
    """An order as JSON."""

    def told(record: Any) -> dict[str, Any]:
        return {key: value for key, value in record._asdict().items() if value is not None}

    return {
        **told(life.order),
        "versions": [told(version) for version in life.versions],
        "refunds": [told(refund) for refund in life.refunds],
        "punishments": [told(punishment) for punishment in life.punishments],
    }


def imported(given: Mapping[str, Any]) -> Exported:
    """What an export holds; ValueError says what is wrong with it."""
    if not isinstance(given, Mapping) or given.get("format") != FORMAT:
        found = given.get("format") if isinstance(given, Mapping) else type(given).__name__
        raise ValueError(f"不是格式 {FORMAT} 的导出：{found!r:.80} (no export of this format)")
    if unknown := given.keys() - _KEYS:
        raise ValueError(f"导出里没有 {sorted(map(str, unknown))!r:.80} (no such keys)")
    try:
        seed, rate = given["seed"], given["rate"]
        if not _is_int(seed):
            raise ValueError(f"seed：{seed!r:.80}")
        if not (_is_int(rate) or (isinstance(rate, float) and math.isfinite(rate))):
            raise ValueError(f"rate：{rate!r:.80}")
        if not 0 <= rate <= MOST_AN_HOUR:
            raise ValueError(f"rate：{rate!r:.80}")
        filled = [_stretch(each) for each in _list("filled", given["filled"])]
        lives = [_life(each) for each in _list("orders", given["orders"])]
        _once("id", (life.order.id for life in lives))
        _once("trade_id", (life.order.trade_id for life in lives))
        _once("refunds", ((each.id, each.since) for life in lives for each in life.refunds))
        _once("filled", (first for first, _ in filled))
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise ValueError(f"导出有误：{error} (the export is damaged)") from error
    return Exported(seed, float(rate), filled, lives)


def _is_int(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _list(name: str, value: Any) -> list[Any]:
    if not isinstance(value, (list, tuple)):
        raise ValueError(f"{name}：应为列表 (a list is expected)")
    return list(value)


def _once(name: str, values: Iterable[Any]) -> None:
    seen = set()
    for value in values:
        if value in seen:
            raise ValueError(f"{name}：{value} 重复 (there twice)")
        seen.add(value)


def _stretch(value: Any) -> tuple[int, int]:
    first, last = value
    if not (_is_int(first) and _is_int(last) and 0 <= first <= last <= LAST // HOUR):
        raise ValueError(f"filled：{value!r:.80}")
    return first, last


def _life(given: Mapping[str, Any]) -> Life:
    order = _made(Order, {key: value for key, value in given.items() if key not in _PARTS})
    id_text("trade_id", order.trade_id)
    id_text("parent_id", order.parent_id)
    name = f"订单 {order.trade_id}"
    if not order.num or order.unit * order.num > MOST:
        raise ValueError(f"{name}：num 或 unit 有误 (wrong num or unit)")
    life = Life(
        order,
        *([_made(kind, each) for each in _list(key, given[key])] for key, kind in _PARTS.items()),
    )
    if not life.versions:
        raise ValueError(f"{name}：没有 versions (no versions)")
    of_refunds = [
        [each.since for each in life.refunds if each.id == id_]
        for id_ in {each.id for each in life.refunds}
    ]
    stretches = [[each.since for each in life.versions], [each.since for each in life.punishments]]
    for moments in (*stretches, *of_refunds):
        if any(first >= second for first, second in pairwise(moments)):
            raise ValueError(f"{name}：since 应递增 (must increase)")
    return life


def _made(kind: Any, record: Mapping[str, Any]) -> Any:
    if unknown := record.keys() - set(kind._fields):
        raise ValueError(f"没有 {sorted(unknown)} (no such keys)")
    for name, type_ in get_type_hints(kind).items():
        value = record.get(name)
        if isinstance(value, bool) or not isinstance(value, type_):
            raise ValueError(f"{name}：类型不对：{value!r:.80} (of the wrong type)")
        most = next((most for names, most in _MOST if name in names), _LARGEST)
        if isinstance(value, int) and not 0 <= value <= most:
            raise ValueError(f"{name}：超出范围：{str(value)[:40]} (out of range)")
        if (choices := _CHOICES.get((kind, name))) and value not in choices:
            raise ValueError(f"{name}：没有 {value!r:.80} (no such value)")
        if name == "extra" and value is not None:
            check_extra(json.loads(value))
    return kind(**({**dict.fromkeys(kind._fields), **record}))
