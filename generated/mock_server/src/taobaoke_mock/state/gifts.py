"""Gifts (Taolijin): made from a purse, reported, and stopped, which fills the purse again."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from ..errors import documented
from ..reply import Content
from ..times import DATE, DAY, FORMAT, written
from . import links
from .calls import Call, Handler, State
from .goods import find_item, short_code
from .links import Target
from .shapes import Facts, yuan
from .things import Thing

GIFT = "gift"
"""The kind of thing that a gift is."""

PURSE = 1_000_000
"""What there is to give away, in hundredths of a yuan."""
_PER_ITEM_AND_DAY = 1000
_LONGEST_NAME = 10
_LONGEST_TIME = 30 * DAY
_RELATIVE = "1"
_DONE = "1"
"""The result code of the documents' example."""


def _create(state: State, call: Call) -> Content:
    if code := _fault(state, call):
        return _failed(call, code)
    face, total = _cents(call.text("per_face")), call.number("total_num")
    item = find_item(state, call.text("item_id"))
    assert item
    id_ = short_code(f"{GIFT} {state.things.count(GIFT)}", 16)
    data = {
        "item_id": item.id,
        "adzone_id": call.text("adzone_id"),
        "name": call.text("name"),
        "face": face,
        "total": total,
        "day": written(state.now(), DATE),
        "end": call.text("send_end_time"),
        "stopped": False,
    }
    state.things.add(GIFT, id_, data, state.now())
    target = Target("item", item.id, links.pid_of(state, call), item.coupon_id, {"rights_id": id_})
    return call.answer(
        {
            "success": True,
            "msg_code": _DONE,
            "msg_info": "success",
            "rights_id": id_,
            "send_url": target.url,
            "vegas_code": short_code(f"vegas {id_}", 16),
            "available_fee": yuan(_left_in_purse(state)),
            "item_today_num_left": _left_today(state, item.id),
        }
    )


def _fault(state: State, call: Call) -> str | None:
    """The documented code of the first thing that is wrong."""
    face, total = _cents(call.text("per_face")), call.number("total_num")
    wins, item = call.number("user_total_win_num_limit"), find_item(state, call.text("item_id"))
    threshold = call.text("use_threshold")
    faults = {
        "FAIL_BIZ_PARAMS_ERROR": not call.flag("security_switch")
        or call.text("security_level") not in ("", "0")
        or bool(threshold and _cents(threshold) < face)
        or not _is_use_time(call),
        "NAME_LENGTH_EXCEED": len(call.text("name")) > _LONGEST_NAME,
        "FAIL_CHECK_TLJ_MIN_FACE_ERROR": face < 100,
        "TOTAL_NUM_BELOW_LIMIT": total < 1,
        "USER_TOTAL_WIN_NUM_LIMIT": wins < 1,
        "USER_TOTAL_WIN_NUM_LIMIT_BELOW_TOTAL_NUM": wins > total,
        "SEND_DATE_TIME_LIMIT": not _is_send_time(call),
        "FAIL_BIZ_NOT_TK_ITEM": item is None,
        "ASSET_ACCOUNT_BALANCE_NOT_ENOUGH": face * total > _left_in_purse(state),
        "FAIL_CHECK_ITEM_DAILY_SEND_NUM_CHECK_ERROR": item is not None
        and total > _left_today(state, item.id),
    }
    return next((code for code, is_wrong in faults.items() if is_wrong), None)


def _is_use_time(call: Call) -> bool:
    end = call.text("use_end_time")
    if call.text("use_end_time_mode") != _RELATIVE or not end:
        return True
    return end.isdecimal() and 1 <= int(end[:3]) <= 7


def _is_send_time(call: Call) -> bool:
    start, end = _moment(call.text("send_start_time")), _moment(call.text("send_end_time"))
    return not start or not end or 0 <= (end - start).total_seconds() <= _LONGEST_TIME


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, FORMAT)
    except ValueError:
        return None


def _cents(text: str) -> int:
    """Whole hundredths: the checks let no finer amount pass."""
    amount = Decimal(text or 0)
    return int(min(amount, Decimal(PURSE)) * 100)


def _failed(call: Call, code: str) -> Content:
    found = documented(call.api["errors"], code)
    assert found, code
    told = call.api["errors"][found]
    return call.answer(
        {"success": False, "model": None, "msg_code": code, "msg_info": told or code}
    )


def _left_in_purse(state: State) -> int:
    return PURSE - sum(_taken(state, gift) for gift in state.things.all(GIFT))


def _taken(state: State, gift: Thing) -> int:
    """What a gift holds of the purse: nothing any more, once it is over."""
    return 0 if _is_over(state, gift) else int(gift.data["face"] * gift.data["total"])


def _is_over(state: State, gift: Thing) -> bool:
    end = gift.data["end"]
    return bool(gift.data["stopped"] or (end and end < written(state.now())))


def _left_today(state: State, item_id: str) -> int:
    today = written(state.now(), DATE)
    made = [
        int(gift.data["total"])
        for gift in state.things.all(GIFT)
        if (gift.data["item_id"], gift.data["day"]) == (item_id, today)
    ]
    return max(_PER_ITEM_AND_DAY - sum(made), 0)


def _report(state: State, call: Call) -> Content:
    """Nobody draws a gift by himself here: all of it is left when it is over."""
    gift = state.things.find(GIFT, call.text("rights_id"))
    if not gift:
        return call.sample()
    left = gift.data["total"] if _is_over(state, gift) else 0
    nothing = yuan(0)
    facts: Facts = {
        "get_rate": nothing,
        "use_rate": nothing,
        "alipay_num": 0,
        "alipay_amt": nothing,
        "pre_pub_share_fee_for_disp": nothing,
        "cm_settle_amt": nothing,
        "win_pv": 0,
        "win_sum_amt": nothing,
        "remaining_num": left,
        "remaining_amt": yuan(left * gift.data["face"]),
        "use_num": 0,
        "use_sum_amt": nothing,
        "refund_num": 0,
        "refund_sum_amt": nothing,
        "msg_code": _DONE,
        "msg_info": "success",
        "result_success": True,
    }
    return call.answer(facts)


def _stop(state: State, call: Call) -> Content:
    gift = state.things.find(GIFT, call.text("rights_id"))
    if gift:
        state.things.change(GIFT, gift.id, {**gift.data, "stopped": True})
    return call.answer(
        {
            "update_success": gift is not None,
            "msg_code": _DONE,
            "msg_info": "success",
            "result_success": True,
        }
    )


def _share(state: State, call: Call) -> Content:
    """The same gift, reached through the caller's advertising space."""
    origin = call.text("origin_url")
    found = links.understood(state, origin)
    pid = links.pid_of(state, call)
    if found and found.target:
        target = found.target
        url = Target(target.kind, target.id, pid, target.coupon, target.marks).url
    else:
        url = f"{origin}{'&' if '?' in origin else '?'}pid={pid}"
    facts = {"success": True, "msg_code": _DONE, "msg_info": "success", "send_url": url}
    return call.answer(facts)


HANDLERS: Mapping[str, Handler] = {
    "taobao.tbk.dg.vegas.tlj.create": _create,
    "taobao.tbk.dg.vegas.tlj.report": _report,
    "taobao.tbk.dg.vegas.tlj.stop": _stop,
    "taobao.tbk.dg.vegas.tlj.share.convert": _share,
}
