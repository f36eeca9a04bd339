"""Pages about more than one method."""

from datetime import timedelta

import pytest
from project import CATALOG, ORDERS, PLATFORM, PRODUCT, TinyProject

from generator.targets.docs import guides


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (timedelta(hours=8), "+08:00"),
        (timedelta(), "+00:00"),
        (timedelta(hours=5, minutes=30), "+05:30"),
        (-timedelta(hours=5, minutes=30), "-05:30"),
        (-timedelta(minutes=30), "-00:30"),
    ],
)
def test_offsets(offset: timedelta, words: str) -> None:
    assert guides._offset_words(offset) == words


def test_chapters_follow_the_order_of_the_product_and_leave_out_empty_ones(
    tiny: TinyProject,
) -> None:
    topics = [topic.name for topic, _ in guides.chapters(tiny.spec())]
    assert topics == ["orders", "shops"]
    first, second = "  orders: {zh: 订单, en: orders}\n", "  shops: {zh: 店铺, en: shops}\n"
    tiny.edit(PRODUCT, first + second, second + first)
    assert [topic.name for topic, _ in guides.chapters(tiny.spec())] == ["shops", "orders"]


def test_the_rule_about_names_shows_a_method_that_has_the_prefix(tiny: TinyProject) -> None:
    index, readme = "docs/docs/index.md", "client/README.md"
    files = tiny.pipeline().render()
    assert "例如 `taobao.tbk.order.get` 就是 `client.tbk_order_get()`" in files[index].decode()
    tiny.edit(PLATFORM, "dropped_prefix: taobao.\n", "dropped_prefix: qimen.\n")
    files = tiny.pipeline().render()
    assert "去掉 `qimen.`" in files[index].decode()
    assert "例如" not in files[index].decode().split("## 命名")[1]
    assert "去掉 `qimen.`" in files[readme].decode()


def test_titles_of_the_navigation_lose_the_usual_prefix(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "title: 订单查询", "title: 淘宝客-订单查询")
    tiny.edit(CATALOG, "title: 订单查询", "title: 淘宝客-订单查询")
    text = tiny.pipeline().render()["docs/zensical.toml"].decode()
    assert '{ "订单查询" = "methods/tbk_order_get.md" }' in text


def test_coverage_tells_every_title_once(tiny: TinyProject) -> None:
    spec = tiny.spec()
    view = guides.coverage(spec.titles, spec.apis)
    assert [(row.number, row.title, row.coverage, row.notes) for row in view.listed] == [
        (
            1,
            "订单查询<br>[`taobao.tbk.order.get`](methods/tbk_order_get.md)",
            "请求与返回",
            "a doubt",
        ),
        (2, "尚无文档", "无", ""),
    ]
    assert [(row.number, row.title, row.coverage) for row in view.beyond] == [
        (1, "店铺保存<br>[`taobao.tbk.sc.shop.save`](methods/tbk_sc_shop_save.md)", "请求与返回")
    ]
    assert view.beyond[0].notes == "资料来自公开的 SDK，未与平台文档核对"


def test_the_order_of_checks_is_told_with_the_platforms_words(tiny: TinyProject) -> None:
    spec = tiny.spec()
    view = guides.mock(spec.product, spec.platform, None)
    assert view.checks == (
        "`21` Missing method、`25` Invalid signature、`40` Missing required arguments"
    )
