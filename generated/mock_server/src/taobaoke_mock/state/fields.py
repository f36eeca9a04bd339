"""The fields of orders as tests give them: by the names of the wire, refused if they are wrong."""

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


def _names() -> set[str]:
    return {
        *(name for method in orders.METHODS for name in sample_row(method)),
        *OF_ORDER,
        *OF_VERSION,
    }


def check_names(fields: Mapping[str, Any]) -> None:
    known = _names()
    for name, value in fields.items():
        if name not in known:
            zh, en = meant(name, known)
            raise ValueError(f"订单没有字段 {name}{zh} (no such field{en})")
        if isinstance(value, float) and not name.endswith("_time"):
            money.read(name, value)


def changed_version(version: Version, fields: Mapping[str, Any]) -> Version:
    """A version with other values; those without a place in it are kept as they are shown."""
    placed: dict[str, Any] = {}
    extra = json.loads(version.extra) if version.extra else {}
    for name, value in fields.items():
        match OF_VERSION.get(name):
            case None:
                extra[name] = _shown_value(name, value)
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


def _shown_value(name: str, value: Any) -> Any:
    if isinstance(value, (dict, list)) or value is None:
        return value
    if name.endswith("_time"):
        return value if value == "--" else times.written(moment_in(name, value))
    if any(word in _MONEY for word in name.split("_")):
        return money.written(money.read(name, value))
    if isinstance(value, (str, int)):
        return value
    raise ValueError(f"{name}：不能是 {type(value).__name__} (cannot be of this type)")


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
    if value is None:
        return None
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
