"""One catalogue: the same item has the same facts wherever it is told of."""

import json
from decimal import Decimal
from typing import Any

import pytest
from taobaoke_mock.state.goods import add_item
from taobaoke_mock.state.items import coupon_days
from taobaoke_mock.times import parsed, written

from mock.state.stand import Stand

SEARCH = "tbk.dg.material.optional.upgrade"
ADZONE = "111112234455"


def search(state: Stand, **arguments: str) -> Any:
    return state.ask(SEARCH, adzone_id=ADZONE, **arguments)


def first(state: Stand, **arguments: str) -> Any:
    return search(state, **arguments)["result_list"][0]


def test_a_search_finds_what_the_query_says(state: Stand) -> None:
    found = search(state, q="连衣裙", page_size="100")
    names = {item["item_basic_info"]["category_name"] for item in found["result_list"]}
    assert names == {"连衣裙"}
    assert found["total_results"] == len(found["result_list"]) == 20


def test_a_search_finds_nothing_without_a_list(state: Stand) -> None:
    assert search(state, q="量子计算机") == {"total_results": 0}


def test_pages_follow_each_other_and_keep_their_order(state: Stand) -> None:
    whole = search(state, q="女装", page_size="100")["result_list"]
    pages = [search(state, q="女装", page_size="7", page_no=str(n)) for n in range(1, 8)]
    parts = [item["item_id"] for page in pages for item in page.get("result_list", ())]
    assert parts == [item["item_id"] for item in whole]
    assert len(parts) == len({*parts}) == 40
    assert {page["total_results"] for page in pages} == {40}


@pytest.mark.parametrize(
    ("sort", "fact", "falling"),
    [
        ("final_promotion_price_asc", "final_promotion_price", False),
        ("final_promotion_price_des", "final_promotion_price", True),
        ("total_sales_des", "volume", True),
        ("tk_rate_asc", "income_rate", False),
    ],
)
def test_a_search_is_sorted(state: Stand, sort: str, fact: str, *, falling: bool) -> None:
    rows = search(state, cat="16", sort=sort, page_size="100")["result_list"]
    values = [Decimal(value(row, fact)) for row in rows]
    assert values == sorted(values, reverse=falling)
    assert values[0] != values[-1]


def value(row: Any, name: str) -> Any:
    """A fact in one of the groups of a row."""
    (found,) = [group[name] for group in row.values() if isinstance(group, dict) and name in group]
    return found


def test_filters_leave_only_what_they_say(state: Stand) -> None:
    rows = search(
        state,
        cat="16,30",
        start_price="50",
        end_price="150.5",
        is_tmall="true",
        has_coupon="true",
        start_tk_rate="500",
        page_size="100",
    )["result_list"]
    assert rows
    for row in rows:
        assert Decimal("50") <= Decimal(value(row, "final_promotion_price")) <= Decimal("150.5")
        assert value(row, "user_type") == 1
        assert value(row, "coupon_share_url").startswith(
            "https://uland.taobao.com/coupon/edetail?e="
        )
        assert Decimal(value(row, "income_rate")) >= 5
        assert value(row, "level_one_category_id") in (16, 30)


def test_switches_that_are_off_filter_nothing(state: Stand) -> None:
    off = search(state, q="女装", is_tmall="false", has_coupon="false", is_overseas="false")
    assert off["total_results"] == search(state, q="女装")["total_results"]
    assert search(state, q="女装", is_overseas="true")["total_results"] == 0


def test_an_item_has_the_same_facts_everywhere(state: Stand) -> None:
    row = first(state, q="煮茶器", has_coupon="true")
    id_, basic = row["item_id"], row["item_basic_info"]
    price = row["price_promotion_info"]["zk_final_price"]
    details = state.ask("tbk.item.details.upgrade.get", item_id=id_)["results"][0]
    brief = state.ask("tbk.item.info.upgrade.get", item_id=id_)["results"][0]
    old = state.ask("tbk.item.info.get", num_iids=id_)["results"][0]
    coupon = state.ask("tbk.itemid.coupon.get", pid="mm_1_2_3", num_iids=id_)["results"][0]
    for other in (details["item_basic_info"], brief["item_basic_info"], old, coupon):
        assert other["title"] == basic["title"]
        assert other["shop_title" if "shop_title" in other else "nick"] == basic["shop_title"]
        assert other["volume"] == basic["volume"]
    assert details["price_promotion_info"]["zk_final_price"] == price
    assert old["zk_final_price"] == coupon["zk_final_price"] == price
    assert details["item_id"] == brief["item_id"] == old["num_iid"] == coupon["num_iid"] == id_


def test_the_price_with_coupon_and_the_commission_add_up(state: Stand) -> None:
    row = first(state, q="女装", has_coupon="true")
    prices, income = row["price_promotion_info"], row["publish_info"]["income_info"]
    (coupon,) = prices["final_promotion_path_list"]
    final = Decimal(prices["final_promotion_price"])
    assert Decimal(prices["zk_final_price"]) - Decimal(coupon["promotion_fee"]) == final
    exact = final * Decimal(income["commission_rate"]) / 100
    assert 0 <= exact - Decimal(income["commission_amount"]) < Decimal("0.01")
    both = Decimal(income["commission_rate"]) + Decimal(income["subsidy_rate"])
    assert Decimal(row["publish_info"]["income_rate"]) == both


def test_methods_of_old_tell_the_rate_in_basis_points(state: Stand) -> None:
    new = first(state, q="煮茶器")
    old = state.ask("tbk.dg.material.optional", adzone_id=ADZONE, q="煮茶器")["result_list"][0]
    assert old["item_id"] == new["item_id"]
    percent = Decimal(new["publish_info"]["income_info"]["commission_rate"])
    assert Decimal(old["commission_rate"]) == 100 * percent


def test_details_come_for_known_ids_only_and_echo_them(state: Stand) -> None:
    rows = state.ask("tbk.item.info.get", num_iids="123,no-such-item,456")["results"]
    assert [row["input_num_iid"] for row in rows] == ["123", "456"]
    assert state.ask("tbk.item.info.get", num_iids="no-such-item") == {}


def test_an_old_id_is_turned_into_the_new_one(state: Stand) -> None:
    (row,) = state.ask("tbk.itemid.transform", item_ids="123,x")["results"]
    assert row["original_item_id"] == "123"
    details = state.ask("tbk.item.info.upgrade.get", item_id="123")["results"][0]
    assert row["item_id"] == details["item_id"]


def test_coupons_are_told_by_item_by_id_and_by_link(state: Stand) -> None:
    row = first(state, q="女装", has_coupon="true")
    coupon = state.ask("tbk.coupon.get", item_id=row["item_id"])["data"]
    id_ = coupon["coupon_activity_id"]
    assert state.ask("tbk.coupon.get", activity_id=id_)["data"] == coupon
    link = row["publish_info"]["coupon_share_url"]
    assert state.ask("tbk.coupon.get", me=link.partition("?e=")[2])["data"] == coupon
    (path,) = row["price_promotion_info"]["final_promotion_path_list"]
    assert (path["promotion_fee"], path["promotion_id"]) == (coupon["coupon_amount"], id_)


def test_a_coupon_that_there_is_not_is_refused_as_documented(state: Stand) -> None:
    refusal = state.refusal
    assert refusal("tbk.coupon.get", activity_id="x") == ("10", "优惠券不存在")
    assert refusal("tbk.coupon.get", me="x") == ("1001", "非法的me参数值")
    unknown = refusal("tbk.coupon.get", item_id="no-such-item")
    assert unknown == ("10000", "该itemId对应的宝贝已下架或非淘客宝贝")
    other = state.ask("tbk.coupon.get", item_id="456")["data"]["coupon_activity_id"]
    wrong = refusal("tbk.coupon.get", item_id="123", activity_id=other)
    assert wrong == ("13", "该优惠券不适用该商品")


def test_a_material_always_holds_the_same_items(state: Stand) -> None:
    ids = state.ask("tbk.optimus.tou.material.ids.get", material_query='{"subject": 5}')
    material = str(ids["data"][0]["material_id"])
    asked = {"adzone_id": ADZONE, "material_id": material, "page_size": "20"}
    page = state.ask("tbk.dg.material.recommend", **asked)
    assert state.ask("tbk.dg.material.recommend", **asked) == page
    assert page["total_count"] == 240
    assert page["is_default"] == "false"
    other = state.ask("tbk.dg.material.recommend", **asked | {"material_id": "28026"})
    assert other["result_list"] != page["result_list"]
    by_provider = state.ask("tbk.sc.material.recommend", site_id="1", **asked)
    assert [item["item_id"] for item in by_provider["result_list"]] == [
        item["item_id"] for item in page["result_list"]
    ]


@pytest.mark.parametrize(
    ("subject", "ids"),
    [
        (1, [28026, 28027]),
        (2, [27446]),
        (3, [31519]),
        (4, [28017]),
        (5, [80309, 17004, 13256]),
    ],
)
def test_materials_are_told_by_their_subject(state: Stand, subject: int, ids: list[int]) -> None:
    asked = json.dumps({"subject": subject})
    rows = state.ask("tbk.optimus.tou.material.ids.get", material_query=asked)["data"]
    assert [row["material_id"] for row in rows] == ids
    assert {row["subject"] for row in rows} == {subject}


def test_similar_items_are_of_the_same_category(state: Stand) -> None:
    asked = {"adzone_id": ADZONE, "material_id": "13256", "item_id": "123", "page_size": "100"}
    rows = state.ask("tbk.dg.material.recommend", **asked)["result_list"]
    (pattern,) = state.ask("tbk.item.info.upgrade.get", item_id="123")["results"]
    category = pattern["item_basic_info"]["category_name"]
    assert {row["item_basic_info"]["category_name"] for row in rows} == {category}
    assert pattern["item_id"] not in [row["item_id"] for row in rows]


def test_a_query_may_be_an_id_or_a_link(state: Stand) -> None:
    id_ = first(state, q="123")["item_id"]
    link = first(state, q="123")["publish_info"]["click_url"]
    for query in (id_, link, f"https://item.taobao.com/item.htm?id={id_}"):
        assert [row["item_id"] for row in search(state, q=query)["result_list"]] == [id_]


def test_benefits_are_the_coupons_of_items(state: Stand) -> None:
    asked = {"adzone_id": ADZONE, "promotion_id": "37104", "page_size": "5"}
    rows = state.ask("tbk.dg.optimus.promotion", **asked)["result_list"]
    assert len(rows) == 5
    for row in rows:
        (item,) = row["promotion_extend"]["recommend_item_list"]
        coupon = state.ask("tbk.coupon.get", item_id=str(item["item_id"]))["data"]
        (entry,) = row["promotion_list"]
        assert entry["entry_discount"] == coupon["coupon_amount"]
        assert row["remain_count"] == coupon["coupon_remain_count"]


def test_what_has_no_coupon_says_so(state: Stand) -> None:
    add_item(state, "1001", coupon=0)
    assert state.refusal("tbk.coupon.get", item_id="1001") == ("10", "优惠券不存在")
    assert state.ask("tbk.sku.best.coupon", item_id="1001", sku_id="1") == {}
    (row,) = state.ask("tbk.itemid.coupon.get", pid="mm_1_2_3", num_iids="1001")["results"]
    assert not [name for name in row if name.startswith("coupon")]


def test_only_unknown_items_are_refused_where_a_code_is_documented(state: Stand) -> None:
    refusal = state.refusal("tbk.itemid.coupon.get", pid="mm_1_2_3", num_iids="x,y")
    assert refusal == ("4", "查询不到宝贝")


def test_gifts_left_for_an_item_are_told_if_asked_for(state: Stand) -> None:
    def told(**asked: str) -> bool:
        (row,) = state.ask("tbk.item.info.upgrade.get", item_id="123", **asked)["results"]
        return "tlj_remain_num" in row["publish_info"]

    assert (told(), told(get_tlj_info="0"), told(get_tlj_info="1")) == (False, False, True)


@pytest.mark.parametrize("hour", [0, 7, 8, 23])
def test_coupons_run_from_yesterday_of_beijing_on(state: Stand, hour: int) -> None:
    state.time = parsed(f"2026-11-26 {hour:02}:30:00")
    start, end = coupon_days(state)
    assert (written(start), written(end)) == ("2026-11-25 00:00:00", "2026-12-24 23:59:59")
