"""Search and recommendations: the same catalogue, filtered, sorted and paged."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from ..reply import Content
from ..times import DAY, day_start
from . import links
from .calls import Call, Handler, State
from .goods import Item, all_items, find_item, relevance, short_code
from .items import coupon_days, item_facts
from .shapes import Facts, Moment, yuan

_RELEVANT = 0.5
"""How much of a query must be found."""
_SIMILAR = "13256"
"""The material of items like a given one."""

_MATERIALS = (
    ("80309", "综合商品库", 5),
    ("17004", "猜你喜欢", 5),
    ("13256", "相似推荐", 5),
    ("28026", "好券直播", 1),
    ("28027", "大额券", 1),
    ("27446", "品牌券", 2),
    ("31519", "实时热销榜", 3),
    ("28017", "女装尖货", 4),
)
"""Materials of the platform: id, name, subject."""


# Search


def _search(state: State, call: Call) -> Content:
    ranked = _by_query(state, call)
    chosen = [item for item in ranked if _wanted(call, item)]
    return call.page(_sorted(call, chosen), _row(state, call))


def _by_query(state: State, call: Call) -> list[Item]:
    """The items that a query finds, the best first; all if there is none."""
    query = call.text("q")
    if not query:
        return all_items(state)
    found = links.understood(state, query)
    if item := find_item(state, query) or (links.item_of(state, found.target) if found else None):
        return [item]
    scores = [(relevance(query, item.text), item) for item in all_items(state)]
    hits = [(score, item) for score, item in scores if score >= _RELEVANT]
    return [item for _, item in sorted(hits, key=lambda hit: -hit[0])]


_Test = Callable[[Item, str], bool]


def _category(item: Item, text: str) -> bool:
    category = item.shop.category
    ids = text.strip("[]").replace('"', "").split(",")
    return bool({str(category.id), str(category.top_id)} & {id_.strip() for id_ in ids})


def _only(fact: Callable[[Item], bool]) -> _Test:
    """A switch: false means that all items will do."""
    return lambda item, text: fact(item) or text not in ("true", "1")


_FILTERS: Mapping[str, _Test] = {
    "cat": _category,
    "itemloc": lambda item, text: text in item.shop.province,
    "seller_ids": lambda item, text: str(item.seller_id) in text.split(","),
    "is_tmall": _only(lambda item: item.shop.tmall),
    "is_overseas": _only(lambda item: False),
    "has_coupon": _only(lambda item: bool(item.coupon)),
    "need_free_shipment": _only(lambda item: item.free_shipment),
    "start_dsr": lambda item, text: item.shop.dsr >= Decimal(text),
    "start_tk_rate": lambda item, text: item.rate + item.subsidy_rate >= Decimal(text),
    "end_tk_rate": lambda item, text: item.rate + item.subsidy_rate <= Decimal(text),
}


def _wanted(call: Call, item: Item) -> bool:
    for name, test in _FILTERS.items():
        text = call.text(name)
        if text and not test(item, text):
            return False
    price = yuan(_price(call, item))
    low, high = call.text("start_price"), call.text("end_price")
    return not (low and price < Decimal(low)) and not (high and price > Decimal(high))


def _price(call: Call, item: Item) -> int:
    """The price that a search compares: one method says that it is that with the coupon."""
    upgraded = call.api["method"] == "taobao.tbk.dg.material.optional.upgrade"
    return item.final_price if upgraded else item.price


_ORDERS: Mapping[str, Callable[[Item], int]] = {
    "total_sales": lambda item: item.volume,
    "tk_rate": lambda item: item.rate + item.subsidy_rate,
    "tk_mkt_rate": lambda item: item.rate,
    "tk_total_sales": lambda item: item.volume // 10,
    "tk_total_commi": lambda item: item.volume // 10 * item.final_price * item.rate,
    "price": lambda item: item.price,
    "final_promotion_price": lambda item: item.final_price,
}


def _sorted(call: Call, found: list[Item]) -> list[Item]:
    name, _, direction = call.text("sort").rpartition("_")
    if name not in _ORDERS:  # match_des and the like: as found
        return found
    return sorted(found, key=_ORDERS[name], reverse=direction == "des")


# Recommendations


def _recommend(state: State, call: Call) -> Content:
    return call.page(_of_material(state, call), _row(state, call), is_default=False)


def _of_material(state: State, call: Call) -> list[Item]:
    """The items of a material: always the same ones in the same order."""
    material = call.text("material_id") or call.text("promotion_id")
    pattern = find_item(state, call.text("item_id"))
    everything = all_items(state)
    if pattern and material in (_SIMILAR, ""):
        category = pattern.shop.category
        return [item for item in everything if item.shop.category == category and item != pattern]
    return sorted(everything, key=lambda item: short_code(f"{material} {item.id}", 8))


def _materials(state: State, call: Call) -> Content:
    today = day_start(state.now())
    kind = call.number("material_query.material_type", 1)
    subject = call.number("material_query.subject", 1)
    rows: list[Facts] = [
        {
            "material_id": int(id_),
            "material_name": name,
            "material_type": 1,
            "subject": of_subject,
            "start_time": Moment(today - 30 * DAY),
            "end_time": Moment(today + 335 * DAY),
        }
        for id_, name, of_subject in _MATERIALS
        if kind == 1 and subject == of_subject
    ]
    return call.page(rows, lambda row: row, result_msg="success")


def _benefits(state: State, call: Call) -> Content:
    """The coupons of items, as benefits that are shown on their own."""
    found = [item for item in _of_material(state, call) if item.coupon]
    return call.page(found, lambda item: _benefit(state, call, item))


def _benefit(state: State, call: Call, item: Item) -> Facts:
    facts = item_facts(state, call, item)
    start, end = coupon_days(state)
    entry = {
        "entry_used_start_time": start,
        "entry_used_end_time": end,
        "entry_condition": yuan(item.coupon_from),
        "entry_discount": yuan(item.coupon),
    }
    return {
        "promotion_type": "2",
        "condition_type": "1",
        "discount_type": "1",
        "total_count": item.coupon_total,
        "remain_count": item.coupon_left,
        "display_start_time": start,
        "display_end_time": end,
        "promotion_list": [entry],
        "recommend_item_list": [{"item_id": item.number, "url": facts["click_url"]}],
        "promotion_url": facts["coupon_share_url"],
        "seller_id": item.seller_id,
        "nick": item.shop.nick,
        "shop_title": item.shop.title,
        "shop_picture_url": item.shop.logo,
    }


def _by_picture(state: State, call: Call) -> Content:
    everything = all_items(state)
    picture = call.text("img")
    chosen = sorted(everything, key=lambda item: short_code(f"{picture} {item.id}", 8))[:10]
    rows = [*map(_row(state, call), chosen)]
    return call.answer({"item_infos": rows, "result_msg": "success"})


def _overseas(state: State, call: Call) -> Content:
    chosen = [item for item in all_items(state) if _wanted(call, item)]
    rows = [*map(_row(state, call), chosen[:20])]
    return call.answer({"result_list": rows or None, "total_results": len(rows), "has_next": False})


# Rows


_IN_BASIS_POINTS = ("taobao.tbk.dg.material.optional", "taobao.tbk.sc.material.optional")
"""Methods of old that tell the commission's rate so."""


def _row(state: State, call: Call) -> Callable[[Item], Facts]:
    def row(item: Item) -> Facts:
        facts = item_facts(state, call, item)
        if call.api["method"] in _IN_BASIS_POINTS:
            facts["commission_rate"] = item.rate
        return facts

    return row


HANDLERS: Mapping[str, Handler] = {
    "taobao.tbk.dg.material.optional": _search,
    "taobao.tbk.dg.material.optional.upgrade": _search,
    "taobao.tbk.sc.material.optional": _search,
    "taobao.tbk.sc.material.optional.upgrade": _search,
    "taobao.tbk.dg.material.recommend": _recommend,
    "taobao.tbk.sc.material.recommend": _recommend,
    "taobao.tbk.dg.optimus.material": _recommend,
    "taobao.tbk.sc.optimus.material": _recommend,
    "taobao.tbk.dg.interest.items.get": _recommend,
    "taobao.tbk.interest.items.get": _recommend,
    "taobao.tbk.dg.optimus.promotion": _benefits,
    "taobao.tbk.sc.optimus.promotion": _benefits,
    "taobao.tbk.optimus.tou.material.ids.get": _materials,
    "taobao.tbk.dg.image.ecognition.list.query": _by_picture,
    "taobao.ovs.tbk.material.item.optional": _overseas,
}
