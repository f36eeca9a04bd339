"""Shops are found, sorted and turned into links."""

from typing import Any

from mock.state.stand import Stand

FIELDS = "user_id,shop_title,shop_type,seller_nick,pict_url,shop_url"


def search(state: Stand, **arguments: str) -> Any:
    return state.ask("tbk.shop.get", fields=FIELDS, q="女装", **arguments)


def test_a_search_finds_shops_and_pages_them(state: Stand) -> None:
    whole = search(state, page_size="100")
    assert whole["total_results"] == len(whole["results"]) == 4
    pages = [search(state, page_size="3", page_no=number)["results"] for number in ("1", "2")]
    assert pages[0] + pages[1] == whole["results"]
    assert "results" not in search(state, page_size="3", page_no="3")


def test_only_the_fields_that_are_asked_for_come(state: Stand) -> None:
    reply = state.ask("tbk.shop.get", fields="user_id,shop_title", q="女装")
    assert {key for row in reply["results"] for key in row} == {"user_id", "shop_title"}


def test_filters_and_sorting(state: Stand) -> None:
    tmall = search(state, is_tmall="true")["results"]
    assert {row["shop_type"] for row in tmall} == {"B"}
    rising = search(state, sort="commission_rate_asc")["results"]
    falling = search(state, sort="commission_rate_des")["results"]
    assert rising == falling[::-1]
    assert search(state, start_credit="99")["total_results"] == 0
    by_sales = search(state, sort="total_auction_des")["results"]
    assert by_sales == search(state, sort="total_auction_asc")["results"][::-1]


def test_half_of_a_query_is_enough(state: Stand) -> None:
    whole = search(state)["results"]
    half = state.ask("tbk.shop.get", fields=FIELDS, q="女装 没有")
    assert half["results"] == whole
    assert "results" not in state.ask("tbk.shop.get", fields=FIELDS, q="女装 没有 也没有")


def test_ranges_have_both_ends_in_them(state: Stand) -> None:
    """Each shop has ten items."""
    for name in ("auction_count", "total_action"):
        for low, high, total in (("10", "10", 4), ("11", "", 0), ("", "9", 0), ("9", "11", 4)):
            given = {f"start_{name}": low, f"end_{name}": high}
            assert search(state, **given)["total_results"] == total, (name, low, high)


def test_other_shops_are_recommended(state: Stand) -> None:
    reply = state.ask("tbk.shop.recommend.get", fields=FIELDS, user_id="123", count="5")
    assert len(reply["results"]) == 5


def test_a_shop_that_was_found_is_converted(state: Stand) -> None:
    seller = search(state)["results"][0]["user_id"]
    asked = {"adzone_id": "77", "fields": "user_id,click_url", "user_ids": f"{seller},1"}
    (row,) = state.ask("tbk.shop.convert", **asked)["results"]
    assert row["user_id"] == seller
    parsed = state.ask(
        "tbk.dg.general.link.parse",
        adzone_id="77",
        material_dto=f'{{"material_url": "{row["click_url"]}"}}',
        fields="origin_pid",
    )["data"]["material_url_list"][0]["link_info_dto"]
    assert parsed["material_type"] == 2
    assert parsed["material_id"] == str(seller)
    assert parsed["origin_pid"] == "mm_98836808_45598009_77"
