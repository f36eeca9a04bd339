"""One rule makes every Python name, and names that are taken are written down."""

import keyword

import pytest
from taobaoke import Client
from taobaoke._runtime.base import BaseAsyncClient, BaseClient
from taobaoke._runtime.models import PagedResponse, SplitResponse

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
    assert names.python_method(method) == python
    assert names.class_prefix(method) == prefix


def test_every_keyword_of_this_python_is_known() -> None:
    assert set(keyword.kwlist) <= names.KEYWORDS
    assert all(names.is_keyword(word) for word in keyword.kwlist)
    assert not any(names.is_keyword(word) for word in keyword.softkwlist)


def _public(*classes: type) -> set[str]:
    """Every public name of the classes: methods, slots and annotated attributes."""
    bodies = [vars(base) for one in classes for base in one.__mro__]
    names = {name for body in bodies for name in (*body, *body.get("__annotations__", ()))}
    return {name for name in names if not name.startswith("_")}


def test_names_of_the_client_and_its_models_are_written_down() -> None:
    with Client("12345678", "helloworld") as client:
        attributes = {name for name in vars(client) if not name.startswith("_")}
    assert _public(BaseClient, BaseAsyncClient) | attributes <= names.CLIENT_MEMBERS
    assert _public(PagedResponse, SplitResponse) <= names.MODEL_MEMBERS


def test_hints_name_the_nearest_word_or_nothing() -> None:
    assert names.did_you_mean("exmaple", ["example", "enum"]) == "did you mean 'example'?"
    assert names.did_you_mean("zzz", ["example", "enum"]) == ""
