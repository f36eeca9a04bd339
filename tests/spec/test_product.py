"""The words of the product, and what it guesses from the name of a method."""

from typing import Any

import pytest
from project import FILES, PRODUCT
from tables import every

from generator.spec.load import parse
from generator.spec.product import guesses, product, unknown_guesses
from generator.spec.text import SpecText

WRITTEN: Any = parse(PRODUCT, FILES[PRODUCT].encode()).data


def test_a_product_says_what_its_file_says() -> None:
    built = product(WRITTEN, "abc")
    assert (built.version, built.class_prefix, built.extension_prefix) == (
        *("0.1.0", "Taobaoke", "x-tbk"),
    )
    assert built.words.zh == SpecText("淘宝客")
    assert (built.licence.name, built.licence.file) == ("MIT", "LICENSE")
    assert (built.client.distribution, built.client.package) == ("taobaoke", "taobaoke")
    assert (built.mock.distribution, built.mock.package) == ("taobaoke-mock", "taobaoke_mock")
    assert [role.name for role in built.roles] == ["publisher", "service_provider", "common"]
    assert [topic.name for topic in built.topics] == ["orders", "shops", "utilities"]
    assert built.first_call is None
    assert built.guides == {}
    assert built.digest == "abc"


def test_the_first_call_and_the_guides() -> None:
    call = {"method": "a.b", "arguments": {"x": 1}, "show": ["y.z"]}
    built = product({**WRITTEN, "first_call": call, "guides": {"orders": "c.d"}}, "abc")
    assert built.first_call
    assert (built.first_call.method, built.first_call.show) == ("a.b", ("y.z",))
    assert built.first_call.arguments.reveal() == {"x": 1}
    assert built.guides == {"orders": "c.d"}


@every(
    ("method", "title", "role"),
    [
        ("taobao.tbk.sc.order.get", None, "service_provider"),
        ("taobao.tbk.dg.sc.x", None, "service_provider"),
        ("taobao.tbk.dg.x", None, "publisher"),
        ("taobao.tbk.scx.get", None, "common"),
        ("taobao.tbk.dg.x", "淘宝客-服务商-订单查询", "service_provider"),
        ("taobao.tbk.dg.x", "推广者和服务商的订单", "publisher"),
        ("taobao.tbk.dg.x", "订单查询", "common"),
    ],
)
def test_roles_are_guessed(method: str, title: str | None, role: str) -> None:
    assert guesses(WRITTEN).role(method, title) == role


@pytest.mark.parametrize(
    ("method", "topic"),
    [
        ("taobao.tbk.order.get", "orders"),
        ("taobao.tbk.shop.order.get", "orders"),
        ("taobao.tbk.shop.get", "shops"),
        ("taobao.tbk.orders.get", "utilities"),
        ("taobao.tbk.nothing", "utilities"),
    ],
)
def test_topics_are_guessed_by_whole_words_the_most_telling_first(method: str, topic: str) -> None:
    assert guesses(WRITTEN).topic(method) == topic


def test_titles_are_told_by_the_product_and_its_chinese_keywords() -> None:
    told = {**WRITTEN, "title": {"zh": "包裹", "en": "parcels"}, "keywords": ["parcel", "快递"]}
    assert guesses(told).families == ("包裹", "快递")


def test_guesses_that_name_nothing_are_found() -> None:
    wrong = {
        "role": {"sc": "nobody"},
        "topic": {"order": "orders", "shop": "markets"},
        "otherwise": {"role": "all", "topic": "rest"},
    }
    assert [*unknown_guesses({**WRITTEN, "guesses": wrong})] == [
        (("guesses", "role", "sc"), "nobody", "roles"),
        (("guesses", "otherwise", "role"), "all", "roles"),
        (("guesses", "topic", "shop"), "markets", "topics"),
        (("guesses", "otherwise", "topic"), "rest", "topics"),
    ]
    assert [*unknown_guesses(WRITTEN)] == []
