"""The fields of orders as tests give them: by the names of the wire, refused if they are wrong."""

import functools
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from .. import times
from ..suggestions import meant
from . import money, orders
from .lives import CLOSED, PAID, RECEIVED, SETTLED, UNPAID, Version
from .rows import sample_row

Moment = datetime | str | float

STATUSES = {
    UNPAID: "拍下未付款",
    PAID: "已付款",
    CLOSED: "已关闭",
    RECEIVED: "已收货",
    SETTLED: "已结算",
}
OF_ORDER = {
    "trade_id",
    "trade_parent_id",
    "order_scene",
    "relation_id",
    "special_id",
    "tk_order_role",
    "tk_create_time",
    "click_time",
    "item_num",
    "item_price",
    "pub_share_rate",
    "subsidy_rate",
    "platform_special_service_rate",
    "deposit_price",
    "tk_deposit_time",
}
"""What is fixed when an order is added, and has a place of its own in the book."""
OF_VERSION = {
    "tk_status": "status",
    "tk_paid_time": "paid",
    "tk_earning_time": "settled",
    "modified_time": "updated",
    "refund_tag": "tag",
    "alipay_total_price": "price",
    "pay_price": "pay",
    "total_commission_rate": "rate",
}
"""What changes, and where it stands in a version."""
_MONEY = ("fee", "price", "rate")
"""Words in the names of decimals."""


@functools.cache
def _samples() -> Mapping[str, Any]:
    """What the documents show of every field."""
    shown: dict[str, Any] = dict.fromkeys((*OF_ORDER, *OF_VERSION), "")
    for method in orders.METHODS:
        shown.update(sample_row(method))
    return shown


def check_names(fields: Mapping[str, Any]) -> None:
    known = _samples()
    for name, value in fields.items():
        if name not in known:
            zh, en = meant(name, known)
            raise ValueError(f"订单没有字段 {name}{zh} (no such field{en})")
        if isinstance(value, float) and not name.endswith("_time"):
            money.read(name, value)
        if name in ("trade_id", "trade_parent_id") and value is not None:
            _text(name, value)


def check_extra(extra: Any) -> None:
    """ValueError if what was kept as it is shown has not the form for that."""
    if not isinstance(extra, dict):
        raise ValueError("extra：应为对象 (an object is expected)")
    for name, value in extra.items():
        if name in _samples():
            _shown_value(name, value, _samples()[name])


def changed_version(version: Version, fields: Mapping[str, Any]) -> Version:
    """A version with other values; those without a place in it are kept as they are shown."""
    placed: dict[str, Any] = {}
    extra = json.loads(version.extra) if version.extra else {}
    for name, value in fields.items():
        match OF_VERSION.get(name):
            case None:
                extra[name] = _shown_value(name, value, _samples()[name])
            case "status":
                placed["status"] = one_of(name, value, STATUSES)
            case "tag":
                placed["tag"] = one_of(name, value, (0, 1))
            case "paid" | "settled" as place:
                placed[place] = None if value is None else moment_in(name, value)
            case "updated":
                placed["updated"] = moment_in(name, value)
            case place:
                placed[place] = money.read(name, value)
    text = json.dumps(extra, ensure_ascii=False, separators=(",", ":")) if extra else None
    return version._replace(**placed, extra=text)


def _shown_value(name: str, value: Any, shown: Any) -> Any:
    """A value as rows hold it, if it has the form of what the documents show."""
    if value is None:
        return value
    if isinstance(shown, Mapping):
        elements = [each for each in shown.values() if isinstance(each, list)]
        return _listed(name, value, elements[0][0]) if elements else _object(name, value, shown)
    if isinstance(shown, int):
        return _number(name, value)
    if name.endswith("_time"):
        return value if value == "--" else times.written(moment_in(name, value))
    if any(word in _MONEY for word in name.rpartition(".")[2].split("_")):
        return money.written(money.read(name, value))
    return _text(name, value)


def _text(name: str, value: Any) -> str | int:
    if isinstance(value, (str, int)):
        return value
    raise ValueError(
        f"{name}：应为文本，不能是 {type(value).__name__} "
        "(text is expected: cannot be of this type)"
    )


def _listed(name: str, value: Any, element: Mapping[str, Any]) -> list[Any]:
    if not isinstance(value, (list, tuple)):
        raise ValueError(f"{name}：应为对象的列表：{value!r:.80} (a list of objects is expected)")
    return [_object(f"{name}[{index}]", each, element) for index, each in enumerate(value)]


def _object(name: str, value: Any, shown: Mapping[str, Any]) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{name}：应为对象：{value!r:.80} (an object is expected)")
    for key in value:
        if key not in shown:
            zh, en = meant(str(key), shown)
            raise ValueError(f"{name} 没有字段 {key}{zh} (no such field{en})")
    return {key: _shown_value(f"{name}.{key}", each, shown[key]) for key, each in value.items()}


def moment_in(name: str, value: Moment) -> int:
    try:
        return int(times.moment_of(value))
    except ValueError as error:
        raise ValueError(f"{name}：{error}") from error


def amount_in(fields: Mapping[str, Any], name: str, default: int | None) -> Any:
    return money.read(name, fields[name]) if name in fields else default


def count_in(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 10**6:
        raise ValueError(f"{name}：应为正整数：{value!r} (must be a positive whole number)")
    return value


def id_in(fields: Mapping[str, Any], name: str) -> int | None:
    value = fields.get(name)
    return None if value is None else _number(name, value)


def _number(name: str, value: Any) -> int:
    text = str(value)
    if isinstance(value, bool) or not (text.isascii() and text.isdecimal()) or len(text) > 18:
        raise ValueError(f"{name}：应为数字：{value!r} (must be a number)")
    return int(text)


def one_of(name: str, value: Any, allowed: Iterable[int]) -> int:
    values = list(allowed)
    if isinstance(value, bool) or str(value) not in map(str, values):
        raise ValueError(
            f"{name}：只有 {', '.join(map(str, values))}，没有 {value!r} (no such value)"
        )
    return int(value)
