"""The catalogue stays as it is: books tell items by their place in it, programs keep its ids."""

import pytest
from taobaoke_mock.state.goods import CATEGORIES, items, relevance

CATALOGUE = {
    # category: its id, that of the level above, its cheapest and its dearest item in 分
    "连衣裙": (50010850, 16, 8300, 39690),
    "衬衫": (162104, 16, 6790, 29400),
    "T恤": (50000436, 30, 2900, 19790),
    "运动鞋": (50012027, 50012029, 10500, 68600),
    "护肤": (121474010, 1801, 6890, 45600),
    "坚果": (50008055, 50002766, 2100, 12400),
    "茶叶": (50025111, 124458005, 3700, 59300),
    "手机配件": (50005050, 50008090, 900, 14500),
    "小家电": (50012097, 50012100, 12990, 89700),
    "床上用品": (50001865, 50008163, 9290, 68890),
    "婴童用品": (50013618, 50014812, 5090, 24690),
    "清洁用品": (50016348, 50025705, 1890, 9300),
}


def test_a_release_keeps_the_catalogue_of_the_one_before() -> None:
    found = {}
    for category in CATEGORIES:
        prices = [item.price for item in items() if item.shop.category == category]
        assert len(prices) == 20
        found[category.name] = (category.id, category.top_id, min(prices), max(prices))
    assert list(found.items()) == list(CATALOGUE.items())
    assert {item.number // 100_000_000_000 for item in items()} == {6}


def test_a_coupon_is_valid_from_a_few_yuan_below_the_price() -> None:
    with_coupon = [item for item in items() if item.coupon]
    assert len(with_coupon) > 50
    assert all(item.price - 600 < item.coupon_from <= item.price for item in with_coupon)


@pytest.mark.parametrize(
    ("query", "share"),
    [
        ("连衣裙", 1),
        ("连衣裙 没有", 1 / 2),
        ("连衣裙 女装 没有", 2 / 3),
        ("碎花裙", 1 / 2),
        ("裙", 1),
        ("没有", 0),
        ("", 0),
    ],
)
def test_whole_words_are_relevant_then_pairs_of_characters(query: str, share: float) -> None:
    assert relevance(query, "碎花连衣裙 女装") == share
