"""Specs become the intermediate representation: complete, resolved and frozen."""

import dataclasses
from decimal import Decimal
from pathlib import Path

import pytest
from project import FIELDS, ORDERS, PLATFORM, SHOPS, TinyProject

from generator.spec.build import all_paths, find_member
from generator.spec.ir import (
    Api,
    ArrayType,
    Constraint,
    ObjectType,
    Pagination,
    ScalarType,
    Spec,
    Window,
)


@pytest.fixture
def tiny(tmp_path: Path) -> TinyProject:
    return TinyProject.create(tmp_path / "project")


def api(spec: Spec, method: str) -> Api:
    return next(api for api in spec.apis if api.method == method)


def test_an_api_says_what_its_spec_says(tiny: TinyProject) -> None:
    orders = api(tiny.spec(), "taobao.tbk.order.get")
    assert orders.python_name == "tbk_order_get"
    assert orders.class_prefix == "TbkOrderGet"
    assert orders.root == "tbk_order_get_response"
    assert orders.typed
    assert orders.response_complete
    assert orders.title.reveal() == "订单查询"
    assert (orders.auth.session, orders.auth.scopes) == ("optional", ("381",))
    assert orders.constraints == (Constraint("at_least_one_of", ("title", "status")),)
    assert orders.window == Window("start_time", "end_time", longest=3 * 3600)
    assert orders.pagination == Pagination(
        "page", "results", page="page_no", size="page_size", more="has_next"
    )
    assert [error.code for error in orders.errors] == ["isv.busy", "isv.none"]
    assert [member.name for member in orders.parameters][:3] == [
        "start_time",
        "end_time",
        "page_no",
    ]


def test_shared_fields_are_taken_and_overridden(tiny: TinyProject) -> None:
    orders = api(tiny.spec(), "taobao.tbk.order.get")
    title = find_member(orders.parameters, "title")
    status = find_member(orders.parameters, "status")
    assert title is not None
    assert status is not None
    assert (title.description.reveal(), title.limits.max_length) == ("店铺名称", 20)
    assert [(value.value, value.meaning.reveal()) for value in status.enum] == [
        ("1", "成功"),
        ("2", "失败"),
    ]
    assert status.example == 1


def test_shared_types_are_one_object(tiny: TinyProject) -> None:
    spec = tiny.spec()
    first = find_member(api(spec, "taobao.tbk.order.get").fields, "results.shop")
    second = find_member(api(spec, "taobao.tbk.sc.shop.save").fields, "shop")
    assert first is not None
    assert second is not None
    assert first.type is second.type is spec.types[0]
    assert isinstance(first.type, ObjectType)
    assert first.type.shared


def test_types_have_their_wire_form(tiny: TinyProject) -> None:
    fields = api(tiny.spec(), "taobao.tbk.order.get").fields
    found = {path: find_member(fields, path) for path in all_paths(fields)}
    types = {path: member.type for path, member in found.items() if member}
    assert types["has_next"] == ScalarType("boolean", "boolean")
    assert types["results.fee"] == ScalarType("decimal", "string")
    assert types["results.paid_at"] == ScalarType("datetime", "string", "yyyy-MM-dd HH:mm:ss")
    assert types["results.shop.shop_id"] == ScalarType("string", "number")
    assert types["results.tags"] == ArrayType(ScalarType("string", "string"), "string")
    assert find_member(fields, "results.nothing") is None


def test_numbers_are_exact(tiny: TinyProject) -> None:
    weight = find_member(api(tiny.spec(), "taobao.tbk.sc.shop.save").parameters, "detail.weight")
    assert weight is not None
    assert weight.limits.minimum == Decimal("0.5")
    assert repr(weight.example) == "Decimal('1.10')"


def test_nothing_can_be_changed(tiny: TinyProject) -> None:
    spec = tiny.spec()
    with pytest.raises(dataclasses.FrozenInstanceError):
        spec.apis[0].method = "x"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("file", "old", "new", "changed"),
    [
        (ORDERS, "佣金", "佣金的金额", {"taobao.tbk.order.get"}),
        (SHOPS, "重量", "分量", {"taobao.tbk.sc.shop.save"}),
        (FIELDS, "店铺名称", "店名", {"taobao.tbk.order.get", "taobao.tbk.sc.shop.save"}),
        (PLATFORM, "10m", "5m", {"taobao.tbk.order.get", "taobao.tbk.sc.shop.save"}),
    ],
)
def test_digests_change_with_whatever_an_api_is_made_of(
    tiny: TinyProject, file: str, old: str, new: str, changed: set[str]
) -> None:
    before = {one.method: one.digest for one in tiny.spec().apis}
    tiny.edit(file, old, new)
    after = {one.method: one.digest for one in tiny.spec().apis}
    assert {method for method in before if before[method] != after[method]} == changed


def test_members_are_counted_at_every_depth(tiny: TinyProject) -> None:
    spec = tiny.spec()
    expected = sum(
        len([*all_paths(one.parameters)]) + len([*all_paths(one.fields)]) for one in spec.apis
    )
    assert spec.member_count == expected == 24
