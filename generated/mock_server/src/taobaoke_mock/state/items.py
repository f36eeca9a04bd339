"""Items: their details, ids and coupons. The same item has the same facts in every reply."""

from collections.abc import Iterable, Mapping
from typing import Any

from ..reply import Content
from ..times import DAY, day_start
from . import links
from .calls import Call, Handler, State
from .goods import Item, all_items, find_item, items
from .links import Target
from .shapes import Facts, Moment, yuan

_COUPON_LASTS = 30 * DAY


def item_facts(state: State, call: Call, item: Item) -> dict[str, Any]:
    """Whatever any reply tells of an item, with links of the caller's own."""
    shop, category = item.shop, item.shop.category
    pid = call.text("pid") or links.pid_of(state, call)
    marks = links.marks_of(call)
    plain = Target("item", item.id, pid, "", marks).url
    with_coupon = Target("item", item.id, pid, item.coupon_id, marks).url if item.coupon else None
    return {
        "item_id": item.id,
        "num_iid": item.id,
        "title": item.title,
        "item_title": item.title,
        "short_title": item.title[:12],
        "sub_title": item.title[:8],
        "pict_url": item.picture,
        "img": item.picture,
        "white_image": item.picture,
        "small_images": [item.picture],
        "item_url": item.url,
        "user_type": int(shop.tmall),
        "shop_type": item.platform,
        "provcity": shop.province,
        "seller_id": shop.seller_id,
        "nick": shop.nick,
        "shop_title": shop.title,
        "shop_dsr": shop.dsr,
        "ratesum": shop.credit,
        "brand_name": item.brand,
        "superior_brand": False,
        "level_one_category_id": category.top_id,
        "level_one_category_name": category.top_name,
        "category_id": category.id,
        "category_name": category.name,
        "cat_name": category.top_name,
        "cat_leaf_name": category.name,
        "category": category.top_id,
        "volume": item.volume,
        "annual_vol": _about(item.volume * 12),
        "tk_total_sales": item.volume // 10,
        "tk_total_commi": yuan(item.volume // 10 * item.final_price * item.rate // 10_000),
        "two_hour_promotion_sales": item.volume // 3000,
        "daily_promotion_sales": item.volume // 300,
        "free_shipment": item.free_shipment,
        "real_post_fee": yuan(0 if item.free_shipment else 1000),
        "is_prepay": True,
        "i_rfd_rate": True,
        "h_good_rate": True,
        "h_pay_rate30": True,
        "material_lib_type": "1",
        "hot_flag": item.volume > 20_000,
        "quantity": 1000,
        "reserve_price": yuan(item.reserve_price),
        "zk_final_price": yuan(item.price),
        "sale_price": yuan(item.price),
        "final_promotion_price": yuan(item.final_price),
        "final_promotion_path_list": ([_promotion(state, item)] if item.has_valid_coupon else None),
        "commission_rate": yuan(item.rate),
        "commission_amount": item.commission,
        "subsidy_rate": yuan(item.subsidy_rate),
        "subsidy_amount": yuan(item.final_price * item.subsidy_rate // 10_000),
        "income_rate": yuan(item.rate + item.subsidy_rate),
        "commission_type": "MKT",
        "include_mkt": True,
        "include_dxjh": False,
        "click_url": plain,
        "cps_url": plain,
        "url": plain,
        "coupon_share_url": with_coupon,
        "coupon_click_url": with_coupon,
        "coupon_url": with_coupon,
        **coupon_facts(state, item),
    }


def coupon_facts(state: State, item: Item) -> dict[str, Any]:
    """What is told of the coupon of an item; without one, that there is none."""
    facts = {
        "coupon_id": item.coupon_id,
        "activity_id": item.coupon_id,
        "coupon_activity_id": item.coupon_id,
        "coupon": yuan(item.coupon),
        "coupon_amount": yuan(item.coupon),
        "coupon_start_fee": yuan(item.coupon_from),
        "coupon_info": item.coupon_text,
        "coupon_desc": item.coupon_text,
        "coupon_total_count": item.coupon_total,
        "coupon_remain_count": item.coupon_left,
        "coupon_start_time": coupon_days(state)[0],
        "coupon_end_time": coupon_days(state)[1],
        "coupon_type": 1,
        "coupon_src_scene": 1,
    }
    return facts if item.coupon else dict.fromkeys(facts)


def coupon_days(state: State) -> tuple[Moment, Moment]:
    """The first and the last second of all coupons: they run from yesterday on."""
    start = day_start(state.now()) - DAY
    return Moment(start), Moment(start + _COUPON_LASTS - 1)


def _promotion(state: State, item: Item) -> Facts:
    start, end = coupon_days(state)
    return {
        "promotion_title": "商品券",
        "promotion_desc": item.coupon_text,
        "promotion_fee": yuan(item.coupon),
        "promotion_start_time": start,
        "promotion_end_time": end,
        "promotion_id": item.coupon_id,
    }


def _about(number: int) -> str:
    """A number of sales as pages show it."""
    return f"{number // 10_000}万+" if number >= 10_000 else f"{number // 100 * 100}+"


def asked_items(state: State, call: Call, name: str) -> Iterable[tuple[str, Item]]:
    """The ids of a parameter, and their items; those that there are not are left out."""
    for id_ in call.listed(name):
        if item := find_item(state, id_):
            yield id_, item


# Handlers


def _details(state: State, call: Call) -> Content:
    ids = "num_iids" if call.text("num_iids") else "item_id"
    rows = []
    for id_, item in asked_items(state, call, ids):
        facts = item_facts(state, call, item) | _skus(item)
        facts |= {"input_num_iid": id_, "input_item_iid": id_}
        if call.flag("get_tlj_info"):
            facts["tlj_remain_num"] = 1000
        rows.append(facts)
    return call.answer({"results": rows or None})


def _skus(item: Item) -> dict[str, Any]:
    colours = [("白色", 28320), ("藏青色", 28866)]
    properties = [_property(name, value) for name, value in colours]
    skus = [
        {
            "sku_id": item.number * 10 + place,
            "quantity": 500,
            "property_list": [facts],
            "sku_zk_final_price": yuan(item.price),
            "sku_final_promotion_price": yuan(item.final_price),
        }
        for place, facts in enumerate(properties)
    ]
    return {"sku_list": skus, "property_list": properties}


def _property(value: str, value_id: int) -> Facts:
    return {
        "property_text": "颜色分类",
        "property_id": 1627207,
        "value_text": value,
        "value_alias_text": value,
        "value_id": value_id,
    }


def _ids(state: State, call: Call) -> Content:
    pairs = asked_items(state, call, "item_ids")
    rows = [{"original_item_id": id_, "item_id": item.id} for id_, item in pairs]
    return call.answer({"results": rows or None})


def _coupons(state: State, call: Call) -> Content:
    rows = []
    for id_, item in asked_items(state, call, "num_iids"):
        rows.append(item_facts(state, call, item) | {"input_num_iid": id_})
    if call.listed("num_iids") and not rows:
        call.refuse("4")
    return call.answer({"results": rows or None})


_DOCUMENTED_COUPON = "sdfwe3eefsdf"
_DOCUMENTED_ME = "nfr%2BYTo2k1PX18gaNN%2BIPkIG2PadNYbBnwEsv6mRavWieOoOE3L9OdmbDSSyHbGxBAXjHpLKvZbL"
"""Examples of the documents; they stand for the coupon of the first item."""


def _coupon(state: State, call: Call) -> Content:
    me, item_id, coupon = call.text("me"), call.text("item_id"), call.text("activity_id")
    item = find_item(state, item_id)
    if item_id and not item:
        call.refuse("10000")
    if me:
        item = _item_of_me(state, me)
        if not item:
            call.refuse("1001")
    elif coupon and coupon != _DOCUMENTED_COUPON:
        owner = next((each for each in all_items(state) if each.coupon_id == coupon), None)
        if not owner or not owner.coupon:
            call.refuse("10")
        if item and owner != item:
            call.refuse("13")
        item = owner
    elif coupon:
        item = item or items()[0]
    if not item or not item.coupon:
        call.refuse("10")
    assert item  # the code is documented
    return call.answer(coupon_facts(state, item))


def _item_of_me(state: State, me: str) -> Item | None:
    """The item of the parameter `e` of a coupon link, or of the whole link."""
    if me.startswith(_DOCUMENTED_ME):
        return items()[0]
    url = me if "://" in me else f"https://uland.taobao.com/coupon/edetail?e={me}"
    found = links.understood(state, url)
    return links.item_of(state, found.target) if found else None


def _sku_coupon(state: State, call: Call) -> Content:
    item = find_item(state, call.text("item_id"))
    if not item or not item.coupon:
        return call.answer({})
    return call.answer({"coupon_expire_time": coupon_days(state)[1]})


HANDLERS: Mapping[str, Handler] = {
    "taobao.tbk.item.info.get": _details,
    "taobao.tbk.item.info.upgrade.get": _details,
    "taobao.tbk.item.details.upgrade.get": _details,
    "taobao.tbk.itemid.transform": _ids,
    "taobao.tbk.itemid.private.transform": _ids,
    "taobao.tbk.itemid.ineffective.transform": _ids,
    "taobao.tbk.itemid.coupon.get": _coupons,
    "taobao.tbk.coupon.get": _coupon,
    "taobao.tbk.sku.best.coupon": _sku_coupon,
}
