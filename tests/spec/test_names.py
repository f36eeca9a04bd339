"""One rule makes every Python name."""

import pytest

from generator.spec import names


@pytest.mark.parametrize(
    ("method", "python", "prefix"),
    [
        ("taobao.tbk.shop.get", "tbk_shop_get", "TbkShopGet"),
        (
            "taobao.tbk.dg.cpa.activity.report",
            "tbk_dg_cpa_activity_report",
            "TbkDgCpaActivityReport",
        ),
        ("qimen.taobao.tbk.x.get", "qimen_taobao_tbk_x_get", "QimenTaobaoTbkXGet"),
        ("tmall.a_b.c2", "tmall_a_b_c2", "TmallABC2"),
    ],
)
def test_methods(method: str, python: str, prefix: str) -> None:
    assert names.python_method(method, "taobao.") == python
    assert names.class_prefix(method, "taobao.") == prefix


def test_the_dropped_prefix_is_a_fact_of_the_specs() -> None:
    assert names.python_method("taobao.tbk.shop.get", "taobao.tbk.") == "shop_get"
    assert names.class_prefix("taobao.tbk.shop.get", "") == "TaobaoTbkShopGet"


@pytest.mark.parametrize(
    ("name", "pascal"), [("order_page", "OrderPage"), ("nTbkShop", "NTbkShop"), ("x2_y", "X2Y")]
)
def test_class_names_of_snake_case(name: str, pascal: str) -> None:
    assert names.pascal_case(name) == pascal


def test_hints_name_the_nearest_word_or_nothing() -> None:
    assert names.did_you_mean("exmaple", ["example", "enum"]) == "did you mean 'example'?"
    assert names.did_you_mean("zzz", ["example", "enum"]) == ""
