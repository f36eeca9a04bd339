"""Refunds and punishments of the same orders."""

from collections.abc import Mapping
from typing import Any, Final

from ..reply import LARGEST_PAGE
from ..times import DAY, parsed
from ..times import written as time_text
from . import cursors
from .book import Place
from .calls import Call
from .cursors import Cursor, cursor_of
from .facts import facts, returned
from .ledger import Ledger
from .lives import CHANNEL, FIRST, MEMBER, SHARING, Order, Punishment, Refund, Version
from .money import written as text
from .shapes import Facts
from .windows import OLDEST

REFUNDS: Final = ("taobao.tbk.order.refund.get", "taobao.tbk.sc.order.refund.get")
RELATION_REFUNDS: Final = ("taobao.tbk.relation.refund", "taobao.tbk.sc.relation.refund")
PUNISHMENTS: Final = ("taobao.tbk.dg.punish.order.get", "taobao.tbk.sc.punish.order.get")

TIMES = {
    1: "refunds.started",
    2: "versions.settled",
    3: "refunds.finished",
    4: "orders.created",
    5: "refunds.updated",
}
"""Query type → the time that it asks for."""
ROLES = {FIRST: "二方", SHARING: "三方"}
MOST_OFFSET = 1 << 40
NO_START = ("101", "开始时间不能为空")
OK = 200


# Refunds of all orders


def refunds(ledger: Ledger, call: Call) -> Mapping[str, Any]:
    """A page of refunds."""
    prefix = "publisher_refund_order_query_option."
    if not call.parameters.get(prefix[:-1]):
        prefix = ""  # the method of service providers has them outside
    start_text, end_text = call.text(f"{prefix}start_time"), call.text(f"{prefix}end_time")
    if not start_text:
        code, message = NO_START
        return call.answer({"biz_error_code": code, "biz_error_desc": message})
    now = ledger.now()
    start, end = parsed(start_text), parsed(end_text) if end_text else now
    number, size, _ = _numbered(call, prefix)
    query_type = call.number(f"{prefix}query_type", 1)
    time_ = TIMES.get(query_type, TIMES[1])
    role = {1: FIRST, 2: SHARING}.get(call.number(f"{prefix}member_type", 4))
    filters = {"role": role} if role else {}
    query = f"{start_text} {end_text} {query_type} {role}"
    position = call.text(f"{prefix}position_index")
    cursors.note_ignored(call, number, position)
    cursor = cursor_of(call.api["method"], query, number, position)
    back = cursor is not None and call.number(f"{prefix}jump_type", 1) == -1
    place = None if cursor is None else cursor.first if back else cursor.last
    ledger.fill(max(start, now - OLDEST), end, created=query_type == 4)
    found = ledger.book.refunds(
        time_, start, end, now, size + 1, filters=filters, after=place, back=back
    )
    more = len(found) > size
    found = found[:size][::-1] if back else found[:size]
    rows = [refund_facts(ledger, *each) for each in found]
    places = [_place(query_type, *each) for each in found]
    ends = cursors.written(query, Cursor(places[0], places[-1])) if places else None
    return call.answer(
        {
            "result": rows or None,
            "pre_page": max(number - 1, 1),
            "next_page": number + 1,
            "page_no": number,
            "page_size": size,
            "has_next": more or back,
            "has_pre": more if back else cursor is not None,
            "position_index": ends,
            "result_code": OK,
            "result_msg": "ok",
        }
    )


def _place(query_type: int, order: Order, version: Version, refund: Refund) -> Place:
    times = {1: refund.started, 2: version.settled, 3: refund.finished, 4: order.created}
    return Place(times.get(query_type) or refund.updated, refund.id)


def refund_facts(ledger: Ledger, order: Order, version: Version, refund: Refund) -> Facts:
    """All that is told of a refund, whichever method tells it."""
    shown = facts(order, version, ledger.settings.account)
    back = returned(order, version, refund.fee)
    first = order.role == FIRST
    none = text(0)
    commission, subsidy, all_ = text(back["commission"]), text(back["subsidy"]), text(back["all"])
    return {
        "refund_suit_id": str(refund.id),
        "tb_trade_id": order.trade_id,
        "tb_trade_parent_id": order.parent_id,
        "tb_trade_create_time": shown["tk_create_time"],
        "earning_time": shown.get("tk_earning_time"),
        "tk_refund_time": time_text(refund.started),
        "tk_refund_suit_time": None if refund.finished is None else time_text(refund.finished),
        "modified_time": time_text(refund.updated),
        "item_title": shown["item_title"],
        "tb_auction_title": shown["item_title"],
        "tk_order_role": ROLES[order.role],
        "refund_type": 1 if first else 2,
        "refund_status": refund.status,
        "tb_trade_finish_price": shown["pay_price"],
        "refund_fee": text(refund.fee),
        "pub_share_fee": shown["pub_share_fee"],
        "tk_commission_fee_refund": commission,
        "tk_subsidy_fee_refund": subsidy,
        "tk_commission_alimm_refund_fee": text(back["tech"]),
        "tk_subsidy_alimm_refund_fee": none,
        "tk_commission_agent_refund_fee": text(back["agent"]),
        "tk_subsidy_agent_refund_fee": none,
        "show_return_fee": all_,
        "tk_commission_fee_refund_pub": commission if first else none,
        "tk_subsidy_fee_refund_pub": subsidy if first else none,
        "tk_pub_show_return_fee": all_ if first else none,
        "tk_commission_fee_refund3rd_pub": none if first else commission,
        "tk_subsidy_fee_refund3rd_pub": none if first else subsidy,
        "tk3rd_pub_show_return_fee": none if first else all_,
        "tk_pub_id": ledger.settings.account.publisher if first else None,
        "tk3rd_pub_id": None if first else ledger.settings.account.publisher,
        "relation_id": order.relation_id,
        "special_id": order.special_id,
        "alsc_id": None,
        "alsc_pid": None,
    }


# Refunds of channels and members


def relation_refunds(ledger: Ledger, call: Call) -> Mapping[str, Any]:
    """Refunds of orders with a relation id or a special id, from a moment on."""
    option = "search_option."
    start_text = call.text(f"{option}start_time")
    if not start_text:
        return _failed(call, *NO_START)
    now = ledger.now()
    start = parsed(start_text)
    number, size, offset = _numbered(call, option)
    scene = MEMBER if call.number(f"{option}biz_type", 1) == 2 else CHANNEL
    role = {1: FIRST, 2: SHARING}.get(call.number(f"{option}refund_type", 0))
    filters = {"scene": scene} | ({"role": role} if role else {})
    time_ = TIMES.get(call.number(f"{option}search_type", 1), TIMES[1])
    ledger.fill(max(start, now - OLDEST), now, created=False)
    book = ledger.book
    found = book.refunds(time_, start, now, now, size, filters=filters, offset=offset)
    rows = [refund_facts(ledger, *each) for each in found]
    total = book.count_refunds(time_, start, now, now, filters)
    return _result(call, rows, number, size, total)


# Punishments


def punishments(ledger: Ledger, call: Call) -> Mapping[str, Any]:
    """Punished orders by their creation, over some days: without a start, the last ones."""
    option = "af_order_option."
    now = ledger.now()
    start_text = call.text(f"{option}start_time")
    length = min(max(call.number(f"{option}span", 1), 1), 30) * DAY
    start = parsed(start_text) if start_text else now + 1 - length
    end = start + length - 1
    number, size, offset = _numbered(call, option)
    ledger.fill(max(start, now - OLDEST), end, created=True)
    given: dict[str, Any] = {}
    if trade_id := call.text(f"{option}tb_trade_id"):
        given["trade_id"] = trade_id
    if relation_id := call.text(f"{option}relation_id"):
        given["relation_id"] = relation_id
    account = ledger.settings.account
    site, zone = call.text(f"{option}site_id"), call.text(f"{option}adzone_id")
    if zone:
        given["adzone"] = next((n for n, id_ in enumerate(account.zones) if str(id_) == zone), -1)
    if site and site != str(account.site):
        given["adzone"] = -1
    found, total = ledger.book.punishments(start, end, now, given, offset=offset, limit=size)
    rows = [punishment_facts(ledger, *each) for each in found]
    return _result(call, rows, number, size, total)


def punishment_facts(
    ledger: Ledger, order: Order, version: Version, punishment: Punishment
) -> Facts:
    """All that is told of a punished order."""
    account = ledger.settings.account
    settled = version.settled
    return {
        "relation_id": order.relation_id,
        "special_id": order.special_id,
        "settle_month": (None if settled is None else time_text(settled, "%Y%m")),
        "punish_status": punishment.status,
        "violation_type": punishment.violation,
        "tk_trade_create_time": time_text(order.created),
        "tb_trade_id": order.trade_id,
        "tb_trade_parent_id": order.parent_id,
        "tk_adzone_id": account.zones[order.adzone % len(account.zones)],
        "tk_site_id": account.site,
        "tk_pub_id": account.publisher,
    }


def _numbered(call: Call, option: str) -> tuple[int, int, int]:
    """Number, size and offset of a page."""
    number = max(call.number(f"{option}page_no", 1), 1)
    size = min(max(call.number(f"{option}page_size", 20), 1), LARGEST_PAGE)
    return number, size, min((number - 1) * size, MOST_OFFSET)


def _result(call: Call, rows: list[Facts], number: int, size: int, total: int) -> Mapping[str, Any]:
    return call.answer(
        {
            "results": rows or None,
            "page_no": number,
            "page_size": size,
            "total_count": total,
            "result_code": OK,
            "result_msg": "ok",
        }
    )


def _failed(call: Call, code: str, message: str) -> Mapping[str, Any]:
    return call.answer({"results": None, "biz_error_code": code, "biz_error_desc": message})
