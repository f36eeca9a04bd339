"""Shops: search, recommendations, and links to them."""

from collections.abc import Callable, Mapping
from typing import Any

from ..reply import Content
from . import links
from .calls import Call, Handler, State
from .goods import Shop, find_shop, items, relevance, shops
from .links import Target
from .shapes import Facts

_RELEVANT = 0.5
"""How much of a query must be found."""


def shop_facts(shop: Shop) -> dict[str, Any]:
    """Whatever any reply tells of a shop."""
    return {
        "user_id": shop.seller_id,
        "seller_id": shop.seller_id,
        "shop_title": shop.title,
        "shop_type": "B" if shop.tmall else "C",
        "seller_nick": shop.nick,
        "pict_url": shop.logo,
        "shop_url": shop.url,
    }


def _count(shop: Shop) -> int:
    return sum(item.seller_id == shop.seller_id for item in items())


def _sales(shop: Shop) -> int:
    return sum(item.volume for item in items() if item.seller_id == shop.seller_id)


_RANGES: Mapping[str, Callable[[Shop], int]] = {
    "commission_rate": lambda shop: shop.rate,
    "auction_count": _count,
    "total_action": _count,
    "credit": lambda shop: shop.credit,
}
_ORDERS: Mapping[str, Callable[[Shop], int]] = {
    "commission_rate": lambda shop: shop.rate,
    "auction_count": _count,
    "total_auction": _sales,
}


def _search(state: State, call: Call) -> Content:
    query = call.text("q")
    scores = [(relevance(query, _text(shop)), shop) for shop in shops() if _wanted(call, shop)]
    hits = sorted((hit for hit in scores if hit[0] >= _RELEVANT), key=lambda hit: -hit[0])
    found = [shop for _, shop in hits]
    name, _, direction = call.text("sort").rpartition("_")
    if name in _ORDERS:
        found.sort(key=_ORDERS[name], reverse=direction == "des")
    return call.page(found, lambda shop: call.selected(shop_facts(shop)))


def _text(shop: Shop) -> str:
    return f"{shop.title} {shop.category.name} {shop.category.top_name}".lower()


def _wanted(call: Call, shop: Shop) -> bool:
    if call.flag("is_tmall") and not shop.tmall:
        return False
    for name, fact in _RANGES.items():
        low, high = call.text(f"start_{name}"), call.text(f"end_{name}")
        number = fact(shop)
        if (low and number < call.number(f"start_{name}")) or (
            high and number > call.number(f"end_{name}")
        ):
            return False
    return True


def _recommend(state: State, call: Call) -> Content:
    """The other shops, those of the same category first."""
    pattern = find_shop(call.text("user_id"))
    others = [shop for shop in shops() if shop != pattern]
    if pattern:
        others.sort(key=lambda shop: shop.category != pattern.category)
    rows = [call.selected(shop_facts(shop)) for shop in others[: call.number("count", 20)]]
    return call.answer({"results": rows or None})


def _convert(state: State, call: Call) -> Content:
    pid, marks = links.pid_of(state, call), links.marks_of(call)
    rows: list[Facts] = []
    for seller_id in call.listed("user_ids"):
        if shop := find_shop(seller_id):
            url = Target("shop", str(shop.seller_id), pid, "", marks).url
            rows.append(call.selected({**shop_facts(shop), "click_url": url}))
    return call.answer({"results": rows or None})


HANDLERS: Mapping[str, Handler] = {
    "taobao.tbk.shop.get": _search,
    "taobao.tbk.shop.recommend.get": _recommend,
    "taobao.tbk.shop.convert": _convert,
    "taobao.tbk.shop.share.convert": _convert,
    "taobao.tbk.sc.shop.convert": _convert,
}
