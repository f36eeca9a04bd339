"""Tests can bring items of their own."""

from typing import Any

import pytest
from taobaoke_mock.state.goods import add_item

from mock.state.stand import Stand


def test_an_item_of_ones_own_is_found_everywhere(state: Stand) -> None:
    add_item(state, "688401422805999", title="自备测试商品", price=12345, rate=1000, coupon=0)
    (row,) = state.ask("tbk.item.info.get", num_iids="688401422805999")["results"]
    assert (row["title"], row["zk_final_price"]) == ("自备测试商品", "123.45")
    found = state.ask("tbk.dg.material.optional.upgrade", adzone_id="1", q="自备测试商品")
    assert [item["item_id"] for item in found["result_list"]] == ["688401422805999"]
    links = state.ask("tbk.dg.general.link.convert", adzone_id="1", item_id_list="688401422805999")
    assert "code" not in links["data"]["item_url_list"][0]


def test_an_item_can_be_told_anew(state: Stand) -> None:
    add_item(state, "1001", price=100)
    add_item(state, "1001", price=200)
    (row,) = state.ask("tbk.item.info.get", num_iids="1001")["results"]
    assert row["zk_final_price"] == "2.00"


def test_an_id_of_digits_is_the_number_of_an_item_as_well(state: Stand) -> None:
    for id_ in ("1001", "of-letters"):
        add_item(state, id_)
    rows = state.ask("tbk.item.info.get", num_iids="1001,of-letters")["results"]
    first, second = (row["pict_url"].rpartition("/")[2].removesuffix(".jpg") for row in rows)
    assert first == "1001"
    assert second.isdecimal()
    assert len(second) == 12


def test_a_misspelt_fact_is_refused_with_a_guess(state: Stand) -> None:
    with pytest.raises(ValueError, match="是否想写 price"):
        add_item(state, "1001", prize=100)


def test_what_was_paid_for_an_item_follows_from_what_was_sold(state: Stand) -> None:
    """A tenth is sold by publishers: 100 at 100.00, of which 10 % are 1000.00."""
    facts = {"price": 10000, "coupon": 0, "rate": 1000, "volume": 1000}
    add_item(state, "1001", title="自备测试商品", **facts)
    asked = {"adzone_id": "1", "site_id": "2", "q": "自备测试商品"}
    (row,) = state.ask("tbk.sc.material.optional", **asked)["result_list"]
    assert (row["volume"], row["tk_total_sales"], row["tk_total_commi"]) == (1000, "100", "1000.00")


def test_ranges_of_rates_have_both_ends_in_them(state: Stand) -> None:
    add_item(state, "1001", title="自备测试商品", rate=800, subsidy_rate=200)
    asked = {"adzone_id": "1", "q": "自备测试商品"}
    for given, found in (
        ({"end_tk_rate": "1000"}, True),
        ({"end_tk_rate": "999"}, False),
        ({"start_tk_rate": "1000"}, True),
        ({"start_tk_rate": "1001"}, False),
    ):
        reply = state.ask("tbk.dg.material.optional.upgrade", **asked, **given)
        assert ("result_list" in reply) == found, given


def prices(state: Stand) -> Any:
    found = state.ask("tbk.dg.material.optional.upgrade", adzone_id="1", q="自备测试商品")
    (row,) = found["result_list"]
    return row


@pytest.mark.parametrize("id_", ["777", "778", "779", "1001", "of-letters"])
def test_a_cheap_item_inherits_no_coupon_that_does_not_fit(state: Stand, id_: str) -> None:
    item = add_item(state, id_, title="自备测试商品", price=990)
    assert (item.coupon, item.final_price, item.reserve_price) == (0, 990, 990)
    told = prices(state)["price_promotion_info"]
    assert (told["final_promotion_price"], told["reserve_price"]) == ("9.90", "9.90")


def test_a_coupon_of_ones_own_is_valid_from_the_price_on(state: Stand) -> None:
    item = add_item(state, "777", title="自备测试商品", price=990, coupon=100)
    assert (item.final_price, item.coupon_text) == (890, "满9.90元减1元")
    assert (item.coupon_total, item.coupon_left) == (10_000, 10_000)


def test_a_coupon_from_a_higher_price_on_takes_nothing_off(state: Stand) -> None:
    facts = {"price": 990, "coupon": 500, "coupon_from": 2000}
    assert add_item(state, "777", title="自备测试商品", **facts).final_price == 990
    told = prices(state)["price_promotion_info"]
    assert told["final_promotion_price"] == "9.90"
    assert "final_promotion_path_list" not in told


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"volume": -1}, "volume .*cannot be negative"),
        ({"number": -1}, "number .*cannot be negative"),
        ({"coupon": 100, "coupon_left": 5, "coupon_total": 1}, "more are left than there were"),
        ({"title": " "}, "title .*cannot be blank"),
        ({"price": 1000, "reserve_price": 900}, "below the price"),
        ({"price": 100, "coupon": 500, "coupon_from": 0}, "more than the price"),
        ({"price": 100, "coupon": 101}, "more than the price"),
        ({"coupon": 0, "coupon_left": 1, "coupon_total": 1}, "there is no coupon"),
    ],
)
def test_facts_that_cannot_be_are_refused(state: Stand, facts: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        add_item(state, "777", **facts)
    assert not state.things.all("item")
