"""Links are converted, shortened and understood; what is unknown fails alone among the others."""

from collections.abc import Mapping
from typing import Any

from ..reply import Content
from . import links
from .calls import Call, Handler, State
from .goods import Item, all_items, find_item, find_shop, relevance, short_code
from .items import coupon_facts, item_facts
from .links import DOCUMENTED_PAGES, Found, Target
from .shapes import Facts, yuan

_NO_PERMISSION = "1001"
"""The only code that is documented for a single failure."""
_TYPES = {"item": 1, "shop": 2, "page": 3}


# General conversion


def _general(state: State, call: Call) -> Content:
    item_ids = call.listed("item_id_list") + _members(call, "item_dto", "item_id")
    seller_ids = call.listed("seller_id_list") + _members(call, "shop_dto", "shop_id")
    page_ids = call.listed("page_id_list") + _members(call, "page_dto", "page_id")
    if not (item_ids or seller_ids or page_ids or _materials(call)):
        call.note(
            "没有要转的链接、商品、店铺或会场",
            "there is nothing to convert: no link, no item, no id",
        )
    return call.answer(
        {
            "item_url_list": [_of_item(state, call, id_) for id_ in item_ids] or None,
            "shop_url_list": [_of_shop(state, call, id_) for id_ in seller_ids] or None,
            "event_url_list": [_of_page(state, call, id_) for id_ in page_ids] or None,
            "material_url_list": [_of_material(state, call, text) for text in _materials(call)]
            or None,
        }
    )


def _materials(call: Call) -> list[str]:
    nested = _members(call, "material_dto", "material_url")
    return call.listed("material_list") + [
        text for joined in nested for part in joined.split(",") if (text := part.strip())
    ]


def _members(call: Call, name: str, member: str) -> list[str]:
    return [str(each[member]) for each in call.objects(name) if each.get(member)]


def _failed(call: Call, **given: str) -> Facts:
    return {"code": int(_NO_PERMISSION), "msg": call.api["errors"].get(_NO_PERMISSION), **given}


def _of_item(state: State, call: Call, id_: str) -> Facts:
    item = find_item(state, id_)
    if not item:
        return _failed(call, input_item_id=id_)
    return {"input_item_id": id_, **_item_links(state, call, item)}


def _of_shop(state: State, call: Call, id_: str) -> Facts:
    shop = find_shop(id_)
    if not shop:
        return _failed(call, input_shop_id=id_)
    target = _mine(state, call, Target("shop", str(shop.seller_id)))
    facts = {"seller_id": shop.seller_id, **_cps(state, target, shop.title)}
    return {"input_shop_id": id_, "link_info_dto": _asked(call, target, facts)}


def _of_page(state: State, call: Call, id_: str) -> Facts:
    if id_ not in DOCUMENTED_PAGES:
        return _failed(call, input_page_id=id_)
    target = _mine(state, call, Target("page", id_))
    facts = {"page_id": id_, **_cps(state, target, page_name(id_))}
    return {"input_page_id": id_, "link_info_dto": _asked(call, target, facts)}


def _of_material(state: State, call: Call, text: str) -> Facts:
    found = links.understood(state, text)
    if not found or not found.target:
        return _failed(call, input_material_url=text)
    given = {"input_material_url": text}
    item = links.item_of(state, found.target)
    if item:
        return {**given, **_item_links(state, call, item, _origin(found))}
    target = _mine(state, call, found.target)
    facts = _cps(state, target, "") | _origin(found)
    return {**given, "link_info_dto": _asked(call, target, facts)}


def _origin(found: Found) -> dict[str, Any]:
    """What is told of a passcode only."""
    if not found.is_passcode:
        return {}
    return {"tpwd_origin_url": found.url, "tk_biz_type": 1}


def _item_links(state: State, call: Call, item: Item, more: Facts | None = None) -> dict[str, Any]:
    target = _mine(state, call, Target("item", item.id))
    facts = {"item_id": item.id, **_cps(state, target, item.title), **(more or {})}
    if item.coupon:
        url = Target("item", item.id, target.pid, item.coupon_id, target.marks).url
        facts |= _spellings(state, "coupon", url, item.title)
    return {
        "link_info_dto": _asked(call, target, facts),
        "promotion_info_dto": {
            "commission_rate": yuan(item.rate + item.subsidy_rate),
            "commission_type": "COMMON" if call.text("dx") == "1" else "MKT",
            "income_info": {
                "pure_commission_rate": yuan(item.rate),
                "pure_commission_amount": item.commission,
                "subsidy_rate": yuan(item.subsidy_rate),
                "subsidy_amount": yuan(item.final_price * item.subsidy_rate // 10_000),
            },
        },
        "coupon_info_dto": coupon_facts(state, item) if item.coupon else None,
    }


def _mine(state: State, call: Call, target: Target) -> Target:
    """The same place, reached through the caller's advertising space."""
    return Target(target.kind, target.id, _pid(state, call), "", links.marks_of(call))


def _pid(state: State, call: Call) -> str:
    """Of a third party, if the proceeds are shared with one."""
    return call.text("sub_pid") or links.pid_of(state, call)


def _cps(state: State, target: Target, title: str) -> dict[str, Any]:
    return _spellings(state, "cps", target.url, title)


def _spellings(state: State, kind: str, url: str, title: str) -> dict[str, Any]:
    """One link in all the ways in which it is written."""
    short, code = links.short_url(state, url), links.short_passcode(state, url)
    full = links.full_passcode(state, url, title)
    return {
        f"{kind}_long_url": url,
        f"{kind}_short_url": short,
        f"{kind}_short_tpwd": code,
        f"{kind}_full_tpwd": full,
        # Without a campaign these are documented to be the usual links.
        f"{kind}_channel_url": url,
        f"{kind}_channel_tpwd": full,
        f"{kind}_supered_long_url": url,
        f"{kind}_supered_short_url": short,
        f"{kind}_supered_long_tpwd": full,
        f"{kind}_supered_short_tpwd": code,
    }


def _asked(call: Call, target: Target, facts: Facts) -> Facts:
    """The kinds of links that are asked for; without asking, all but those of channels."""
    asked = call.listed("required_link_type")
    chosen = {
        name: fact
        for name, fact in facts.items()
        if not name.startswith(("cps_", "coupon_"))
        or (name in asked if asked else "_channel_" not in name and "_supered_" not in name)
    }
    return {**chosen, "material_type": _TYPES.get(target.kind), "material_id": target.id}


# Parsing


def _parse(state: State, call: Call) -> Content:
    texts = _members(call, "material_dto", "material_url")
    rows = [_parsed(state, call, text) for text in texts]
    return call.answer({"material_url_list": rows or None})


def _parsed(state: State, call: Call, text: str) -> Facts:
    found = links.understood(state, text)
    if not found or not found.target:
        return _failed(call, input_material_url=text)
    target = found.target
    own_pid = links.is_own_pid(state, target.pid) and "origin_pid" in call.listed("fields")
    return {
        "input_material_url": text,
        "link_info_dto": {
            "material_type": _TYPES.get(target.kind),
            "material_id": target.id,
            "tpwd_origin_url": found.url,
            "tk_biz_type": 1 if found.is_passcode else None,
            "origin_pid": target.pid if own_pid else None,
        },
    }


def _extract(state: State, call: Call) -> Content:
    found = links.understood(state, call.text("click_url"))
    item = links.item_of(state, found.target) if found else None
    if not item:
        return call.sample()
    open_id = short_code(f"open {item.id}", 24)
    return call.answer({"item_id": item.id, "open_iid": open_id, "biz_scene_id": "1"})


# Items


def _items(state: State, call: Call) -> Content:
    pid, marks = _pid(state, call), links.marks_of(call)
    rows = []
    for id_ in call.listed("num_iids"):
        if item := find_item(state, id_):
            click = Target("item", item.id, pid, "", marks).url
            coupon = Target("item", item.id, pid, item.coupon_id, marks).url
            facts = item_facts(state, call, item) | {
                "click_url": click,
                "coupon_click_url": coupon,
                "item_status": 0,
                "input_num_iid": id_,
            }
            rows.append(call.selected(facts))
    return call.answer({"results": rows or None})


def _coupon(state: State, call: Call) -> Content:
    """A link to an item and its coupon; the same for publishers and service providers."""
    item = find_item(state, call.text("item_id"))
    if not item:
        if call.text("item_id"):
            call.refuse("isv.item-not-exist")
        return call.sample()
    facts = item_facts(state, call, item)
    rate, known = facts["commission_rate"], any(map(call.text, _CONSUMERS))
    facts |= {
        "category_id": item.shop.category.top_id,
        "item_url": facts["click_url"],
        "max_commission_rate": None if known else rate,
        "min_commission_rate": rate if known else None,
        "campaign_type": 3,
        "reward_info": 0,
        "result_code": 1,
        "result_msg": "success",
    }
    return call.answer(facts)


_CONSUMERS = ("special_id", "relation_id", "external_id")
"""With one of them the lowest rate is told instead of the highest."""


def _benefits(state: State, call: Call) -> Content:
    """The page of benefits of an item that is told by its title, its link or a passcode."""
    content = call.text("content")
    if call.text("type") == "2":
        found = links.understood(state, content)
        item = links.item_of(state, found.target) if found else None
    else:
        if len(content) <= _SHORT_TITLE:
            call.refuse("isv.invalid-param")
        item = max(all_items(state), key=lambda each: relevance(content, each.text))
        item = item if relevance(content, item.text) else None
    if not item:
        call.refuse("isv.item-not-found")
        return call.sample()
    target = Target("item", item.id, _pid(state, call), item.coupon_id, links.marks_of(call))
    return call.answer({"url": target.url})


_SHORT_TITLE = 10


# Short links and pages


def _shorten(state: State, call: Call) -> Content:
    rows: list[Facts] = []
    for request in call.objects("requests"):
        url = str(request.get("url", ""))
        if links.is_promotion_link(url):
            rows.append({"content": links.short_url(state, url), "err_msg": "OK"})
        else:
            rows.append({"err_msg": call.api["errors"].get("isv.not-support-param-type")})
    return call.answer({"results": rows or None, "total_results": len(rows)})


def page_name(id_: str) -> str:
    """The name of a page of a campaign."""
    return f"活动会场 {id_}"


def _activity(state: State, call: Call) -> Content:
    id_ = call.text("activity_material_id")
    if id_ not in DOCUMENTED_PAGES:
        call.refuse("isv.invalid-parameter-materialId")
        return call.sample()
    target = Target("page", id_, _pid(state, call), "", links.marks_of(call))
    return call.answer(
        {
            "click_url": target.url,
            "short_click_url": links.short_url(state, target.url),
            "terminal_type": "2",
            "page_name": page_name(id_),
        }
    )


def _together(state: State, call: Call) -> Content:
    """A page on which several items are bought together."""
    ids = call.listed("item_ids")
    found = [item for id_ in ids if (item := find_item(state, id_))]
    if len(found) < len(ids):
        return call.sample()
    order = f"{_pid(state, call)} {' '.join(item.id for item in found)} {call.text('nubmbers')}"
    page = short_code(order, 32)
    url = f"https://mo.m.taobao.com/union2/page_1671415704484?openPageId={page}"
    facts = {
        "page_url": url,
        "open_page_id": page,
        "model": links.short_passcode(state, url),
        "password": links.full_passcode(state, url, found[0].title if found else ""),
    }
    return call.answer(facts)


HANDLERS: Mapping[str, Handler] = {
    "taobao.tbk.dg.general.link.convert": _general,
    "taobao.tbk.sc.general.link.convert": _general,
    "taobao.tbk.content.general.link.convert": _general,
    "taobao.tbk.dg.eshare.link.convert": _general,
    "taobao.tbk.dg.general.link.parse": _parse,
    "taobao.tbk.sc.general.link.parse": _parse,
    "taobao.tbk.item.click.extract": _extract,
    "taobao.tbk.item.convert": _items,
    "taobao.tbk.item.share.convert": _items,
    "taobao.tbk.coupon.convert": _coupon,
    "taobao.tbk.privilege.get": _coupon,
    "taobao.tbk.dg.item.group.merge": _together,
    "taobao.tbk.jzf.convert": _benefits,
    "taobao.tbk.spread.get": _shorten,
    "taobao.tbk.activity.info.get": _activity,
    "taobao.tbk.sc.activity.info.get": _activity,
}
