"""The fields of orders as tests give them: by the names of the wire, refused if they are wrong."""

import functools
import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from .. import times
from ..suggestions import meant
from ..texts import flaw, printed
from . import money, orders
from .lives import CLOSED, PAID, RECEIVED, SETTLED, UNPAID, Order, Version
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
_LONGEST_ID, _LONGEST_NUMBER = 64, 18
_NUMBER = re.compile(f"[0-9]{{1,{_LONGEST_NUMBER}}}")
_MONEY = ("fee", "price", "rate")
"""Words in the names of decimals."""


@functools.cache
def _samples() -> Mapping[str, Any]:
    """What the documents show of every field."""
    shown: dict[str, Any] = dict.fromkeys((*OF_ORDER, *OF_VERSION), "")
    for method in orders.METHODS:
        shown.update(sample_row(method))
    return shown


def is_field(name: str) -> bool:
    """Whether rows of orders have a field of this name."""
    return name in _samples()


def check_names(fields: Mapping[str, Any]) -> None:
    known = _samples()
    for name, value in fields.items():
        if name not in known:
            zh, en = meant(name, known)
            raise ValueError(f"订单没有字段 {name}{zh} (no such field{en})")
        if isinstance(value, float) and _is_money(name):
            money.read(name, value)


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
    extra = _extra(version)
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
                placed[place] = decimal_in(name, value)
    return version._replace(**placed, extra=_extra_text(extra))


def carried(version: Version, before: Version, now: Version) -> Version:
    """A version that was to come, with what has changed since: where it was as before."""
    changes = {
        name: new
        for name, new in now._asdict().items()
        if name not in ("since", "updated", "extra")
        and getattr(version, name) == getattr(before, name)
    }
    if version.pay == before.price != now.price:
        changes["pay"] = now.price
    old, coming = _extra(before), _extra(version)
    coming |= {name: new for name, new in _extra(now).items() if coming.get(name) == old.get(name)}
    return version._replace(**changes, extra=_extra_text(coming))


def _extra(version: Version) -> dict[str, Any]:
    return json.loads(version.extra) if version.extra else {}


def _extra_text(extra: Mapping[str, Any]) -> str | None:
    return json.dumps(extra, ensure_ascii=False, separators=(",", ":")) if extra else None


_IN_TIME = (
    ("click_time", "tk_create_time"),
    ("tk_create_time", "tk_deposit_time"),
    ("tk_create_time", "tk_paid_time"),
    ("tk_create_time", "modified_time"),
    ("tk_create_time", "tk_earning_time"),
    ("tk_paid_time", "tk_earning_time"),
)
"""Of each pair the first comes no later than the second."""


def check_sense(order: Order, version: Version) -> None:
    """ValueError if times or amounts of an order contradict each other."""
    moments = {
        "click_time": order.clicked,
        "tk_create_time": order.created,
        "tk_deposit_time": order.deposit_paid,
        "tk_paid_time": version.paid,
        "tk_earning_time": version.settled,
        "modified_time": version.updated,
    }
    for first, second in _IN_TIME:
        before, after = moments[first], moments[second]
        if before is not None and after is not None and before > after:
            raise ValueError(
                f"{second} {times.written(after)} 早于 {first} {times.written(before)}，"
                "按点击、创建、付款、结算的先后写 "
                f"({second} is before {first}: click, creation, payment, settlement is the order)"
            )
    full = order.unit * order.num
    if order.deposit is not None and order.deposit > full:
        _refuse_more("deposit_price", order.deposit, "item_price × item_num", full)
    if version.status == SETTLED and version.pay > version.price:
        _refuse_more("pay_price", version.pay, "alipay_total_price", version.price)


def _refuse_more(name: str, amount: int, limit: str, most: int) -> None:
    raise ValueError(
        f"{name}：{money.written(amount)} 超过 {limit} 的 {money.written(most)}，改小它 "
        f"({name} is more than {limit}: make it smaller)"
    )


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
    if _is_money(name):
        return money.written(decimal_in(name, value))
    return _text(name, value)


def _is_money(name: str) -> bool:
    return any(word in _MONEY for word in name.rpartition(".")[2].split("_"))


def _text(name: str, value: Any) -> str | int:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise ValueError(
            f"{name}：应为文本，不能是 {type(value).__name__} "
            "(text is expected: cannot be of this type)"
        )
    if isinstance(value, int):
        return _number(name, value)
    if wrong := flaw(value):
        raise ValueError(f"{name}：{wrong}")
    return value


def id_text(name: str, value: Any) -> str:
    """An id that is text, which people write as a number as well."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise ValueError(
            f"{name}：应为文本或整数，不是 {printed(value)} (text or a whole number is expected)"
        )
    is_short = len(value) <= _LONGEST_ID if isinstance(value, str) else value < 10**_LONGEST_ID
    if not is_short or (isinstance(value, int) and value < 0):
        raise ValueError(
            f"{name}：至多 {_LONGEST_ID} 个字符，不能是负数 "
            f"(at most {_LONGEST_ID} characters, and not negative)"
        )
    text = str(value)
    if not text or text != text.strip():
        raise ValueError(f"{name}：不能是空白，两头也不能有空白 (blank, or with blanks around it)")
    if wrong := flaw(text):
        raise ValueError(f"{name}：{wrong}")
    return text


def _listed(name: str, value: Any, element: Mapping[str, Any]) -> list[Any]:
    if not isinstance(value, (list, tuple)):
        raise ValueError(
            f"{name}：应为对象的列表：{printed(value)} (a list of objects is expected)"
        )
    return [_object(f"{name}[{index}]", each, element) for index, each in enumerate(value)]


def _object(name: str, value: Any, shown: Mapping[str, Any]) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{name}：应为对象：{printed(value)} (an object is expected)")
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


def seconds_in(name: str, value: timedelta | float) -> float:
    """How long something takes."""
    seconds = value.total_seconds() if isinstance(value, timedelta) else value
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
        raise ValueError(
            f"{name} 应为秒数，不是 {printed(value)} (a number of seconds is expected)"
        )
    if not 0 < seconds <= times.LAST:
        raise ValueError(
            f"{name} 应大于 0，至多几千年：{printed(value)} "
            f"({name} must be positive, and not beyond all time)"
        )
    return seconds


def amount_in(fields: Mapping[str, Any], name: str, default: int | None) -> Any:
    return decimal_in(name, fields[name]) if name in fields else default


def decimal_in(name: str, value: Any) -> int:
    """Hundredths of money, or of a rate, which is a part of everything."""
    hundredths = money.read(name, value)
    if "rate" in name.rpartition(".")[2].split("_") and hundredths > money.WHOLE:
        raise ValueError(
            f"{name}：{money.written(hundredths)}% 超过 100%，5% 写作 5.00 "
            "(a rate above 100 %; 5 % is written as 5.00)"
        )
    return hundredths


def count_in(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 10**6:
        raise ValueError(
            f"{name}：应为正整数，小于一百万：{printed(value)} "
            "(must be a positive whole number below a million)"
        )
    return value


def id_in(fields: Mapping[str, Any], name: str) -> int | None:
    value = fields.get(name)
    return None if value is None else _number(name, value)


def _number(name: str, value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**_LONGEST_NUMBER:
        return value
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        raise ValueError(
            f"{name}：应为至多 {_LONGEST_NUMBER} 位的数字：{printed(value)} "
            f"(must be a number of at most {_LONGEST_NUMBER} digits)"
        )
    return int(value)


def one_of(name: str, value: Any, allowed: Iterable[int]) -> int:
    values = list(allowed)
    if type(value) not in (int, str) or value not in {*values, *map(str, values)}:
        raise ValueError(
            f"{name}：只有 {', '.join(map(str, values))}，没有 {printed(value)} (no such value)"
        )
    return int(value)
