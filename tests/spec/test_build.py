"""Specs become the intermediate representation: complete, resolved and frozen."""

import dataclasses
import datetime
from decimal import Decimal

import pytest
from edits import Case, assert_reported
from project import ORDERS, PLATFORM, PRODUCT, SHOP_FIELDS, SHOPS, TYPES, TinyProject
from tables import every

from generator.spec.ir import (
    Api,
    ArrayType,
    Constraint,
    ObjectType,
    Pagination,
    ScalarType,
    Source,
    Spec,
    Truth,
    Window,
)
from generator.spec.language import CONSTRAINTS, SOURCE_KINDS, TIME_FORMATS
from generator.spec.text import Name, SpecData, SpecText

CASES = [
    Case(
        "wrong-value",
        SHOPS,
        'minimum: "0.5"',
        "minimum: 1.5e300",
        "1.5e300",
        "'1.5E+300' is no number",
        "write digits",
    ),
    Case(
        "file-name",
        ORDERS,
        "role: publisher",
        "role: common",
        "taobao.tbk.order.get",
        "should be specs/apis/common/taobao.tbk.order.get.yaml",
    ),
    Case(
        "unknown-path",
        ORDERS,
        "items: results,",
        "items: result,",
        "result,",
        "no field has the path 'result'",
        "did you mean 'results'?",
    ),
    *(
        Case(
            "unknown-path",
            ORDERS,
            "{style: page, items: results, page: page_no, size: page_size, more: has_next}",
            f"{{{written}}}",
            at,
            f"no {kind} has the path {at.partition(',')[0].strip(']}')!r}",
        )
        for written, at, kind in [
            ("style: offset, items: results, offset: skip, size: page_size", "skip,", "parameter"),
            ("style: page, items: [results, rest], page: page_no", "rest]", "field"),
        ]
    ),
    Case(
        "wrong-value",
        ORDERS,
        '"2026-10"',
        '"2026-02-30"',
        '"2026-02-30"',
        "'2026-02-30' is no day of the calendar",
    ),
    Case(
        "unknown-path",
        ORDERS,
        "start: start_time",
        "start: begin",
        "begin",
        "no parameter has the path",
    ),
    Case(
        "unknown-path",
        ORDERS,
        "[title, status]",
        "[title, state]",
        "state]",
        "no parameter has the path 'state'",
    ),
    Case(
        "wrong-value",
        ORDERS,
        '"2026-11-01"',
        '"2026-02-30"',
        '"2026-02-30"',
        "'2026-02-30' is no day",
    ),
    Case(
        "unknown-path",
        ORDERS,
        "[title, status]",
        "[title], when: {stats: 1}",
        "1}}]\nresponse",
        "no parameter has the path 'stats'",
        "did you mean 'status'?",
    ),
    Case(
        "unknown-word",
        PRODUCT,
        "{order: orders,",
        "{order: ordres,",
        "ordres",
        "'ordres' is none of the topics",
        "did you mean 'orders'?",
    ),
    Case(
        "unknown-word",
        PRODUCT,
        "{sc: service_provider,",
        "{sc: provider,",
        "provider, dg",
        "'provider' is none of the roles",
        "did you mean 'service_provider'?",
    ),
    Case(
        "unknown-word",
        PRODUCT,
        "{role: common,",
        "{role: nobody,",
        "nobody",
        "'nobody' is none of the roles",
        "one of publisher, service_provider, common",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)


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
    assert orders.auth.session.name == "optional"
    assert [(package.id, package.legacy) for package in orders.auth.packages] == [
        ("27939", False),
        ("381", True),
    ]
    assert orders.doc.source == Source(SOURCE_KINDS["page"], Name("2026-10"))
    assert orders.constraints == (Constraint(CONSTRAINTS["at_least_one_of"], ("title", "status")),)
    assert orders.window == Window("start_time", "end_time", longest=3 * 3600)
    assert orders.pagination == Pagination(
        "page", ("results",), page="page_no", size="page_size", more="has_next"
    )
    assert [error.code.reveal() for error in orders.errors] == ["isv.busy", "isv.none"]
    assert [member.name for member in orders.parameters][:3] == [
        "start_time",
        "end_time",
        "page_no",
    ]


SHOP_ITSELF = """\
{type: object, name: Shop, description: 所在店铺, fields: \
{shop_id: {type: string, wire: number, description: 店铺编号}}}"""


def test_a_response_is_complete_if_it_is_documented_and_nothing_else_is_said(
    tiny: TinyProject,
) -> None:
    method = "taobao.tbk.sc.shop.save"
    assert api(tiny.spec(), method).response_complete is True
    tiny.edit(SHOPS, "response:\n", "response_complete: false\nresponse:\n")
    assert api(tiny.spec(), method).response_complete is False
    tiny.edit(SHOPS, "response_complete: false\n", "")
    tiny.edit(SHOPS, "response:\n  shop: {type: Shop, description: 保存后的店铺}\n", "")
    tiny.edit(SHOPS, "coverage: full", "coverage: request")
    tiny.edit(ORDERS, "{type: Shop, description: 所在店铺}", SHOP_ITSELF)
    tiny.write(TYPES, "{}\n")
    assert api(tiny.spec(), method).response_complete is False


def test_shared_fields_are_taken_and_overridden(tiny: TinyProject) -> None:
    orders = api(tiny.spec(), "taobao.tbk.order.get")
    title = orders.parameters.find("title")
    status = orders.parameters.find("status")
    assert title is not None
    assert status is not None
    assert (title.description.reveal(), title.limits.max_length) == ("店铺名称", 20)
    assert [(value.value.reveal(), value.meaning.reveal()) for value in status.enum] == [
        ("1", "成功"),
        ("2", "失败"),
    ]
    assert status.example == SpecData(1)
    assert (status.closed and status.closed.name, title.closed) == ("stated", None)
    assert [link.name for link in title.see] == ["guide"]


def test_own_values_are_as_open_as_they_say(tiny: TinyProject) -> None:
    """That the declaration's list is complete says nothing of another one."""
    tiny.edit(SHOPS, "{use: status}", '{use: status, enum: {"1": 成功, "3": 再来}}')
    status = api(tiny.spec(), "taobao.tbk.sc.shop.save").parameters.find("status")
    assert status is not None
    assert (len(status.enum), status.closed) == (2, None)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('["381", "27939"]', ["27939", "381"]),
        ('["381", "5", "99", "27939", "4"]', ["5", "27939", "4", "381", "99"]),
        ('["27939", "381"]', ["27939", "381"]),
    ],
)
def test_packages_of_former_years_come_last(
    tiny: TinyProject, written: str, told: list[str]
) -> None:
    tiny.edit(PLATFORM, 'legacy: ["381"]', 'legacy: ["99", "381"]')
    tiny.edit(ORDERS, '["27939", "381"]', written)
    packages = api(tiny.spec(), "taobao.tbk.order.get").auth.packages
    assert [package.id for package in packages] == told
    assert [package.legacy for package in packages] == [id_ in ("99", "381") for id_ in told]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("https://x.com/a?d={doc}&p={package}", ["https://x.com/a?d=101&p=381"]),
        ("https://x.com/a?p={package}", ["https://x.com/a?p=381", "https://x.com/a?p=7"]),
    ],
)
def test_where_to_apply_for_a_package(tiny: TinyProject, page: str, told: list[str]) -> None:
    """Without the id of its document, a method has no page that needs one."""
    tiny.edit(PLATFORM, "https://open.taobao.com/apply.htm?doc={doc}&id={package}", page)
    tiny.edit(ORDERS, '["27939", "381"]', '["381"]')
    tiny.edit(SHOPS, "{session: required}", '{session: required, packages: ["7"]}')
    packages = [package for one in tiny.spec().apis for package in one.auth.packages]
    assert [package.page.reveal() for package in packages if package.page] == told


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("https://x.com/a?d={doc}", ["https://x.com/a?d=101", None]),
        ("https://x.com/a?docType=2&d={doc}", ["https://x.com/a?docType=2&d=101", None]),
    ],
)
def test_where_the_platform_shows_a_document(
    tiny: TinyProject, page: str, told: list[str | None]
) -> None:
    tiny.edit(PLATFORM, "https://open.taobao.com/doc.htm?id={doc}", page)
    pages = [one.doc.page for one in tiny.spec().apis]
    assert [found and found.reveal() for found in pages] == told


@every(
    ("date", "latest"),
    [
        ("2025", datetime.date(2025, 12, 31)),
        ("2025-10", datetime.date(2025, 10, 31)),
        ("2025-11", datetime.date(2025, 11, 30)),
        ("2025-12", datetime.date(2025, 12, 31)),
        ("2025-01", datetime.date(2025, 1, 31)),
        ("2025-02", datetime.date(2025, 2, 28)),
        ("2024-02", datetime.date(2024, 2, 29)),
        ("2024-02-29", datetime.date(2024, 2, 29)),
        ("2025-10-07", datetime.date(2025, 10, 7)),
    ],
)
def test_a_date_means_its_last_day_at_most(date: str, latest: datetime.date) -> None:
    assert Source(SOURCE_KINDS["page"], Name(date)).latest == latest


def test_a_source_without_a_date_has_no_last_day() -> None:
    assert Source(SOURCE_KINDS["page"]).latest is None


def test_shared_types_are_one_object(tiny: TinyProject) -> None:
    spec = tiny.spec()
    first = api(spec, "taobao.tbk.order.get").fields.find("results.shop")
    second = api(spec, "taobao.tbk.sc.shop.save").fields.find("shop")
    assert first is not None
    assert second is not None
    assert first.type is second.type is spec.types[0]
    assert isinstance(first.type, ObjectType)
    assert first.type.shared


def test_types_have_their_wire_form(tiny: TinyProject) -> None:
    fields = api(tiny.spec(), "taobao.tbk.order.get").fields
    types = {visit.path: visit.member.type for visit in fields.walk()}
    assert types["has_next"] == ScalarType("boolean", "boolean")
    assert types["results.fee"] == ScalarType("decimal", "string", placeholders=(SpecText("--"),))
    assert types["results.paid_at"] == ScalarType(
        "datetime",
        "string",
        TIME_FORMATS["yyyy-MM-dd HH:mm:ss"],
        further_formats=(TIME_FORMATS["epoch_ms"],),
    )
    assert types["results.is_first"] == ScalarType(
        "boolean", "string", truth=Truth((SpecText("1"), SpecText("Y")), (SpecText("0"),))
    )
    assert types["results.shop.shop_id"] == ScalarType("string", "number")
    assert types["results.tags"] == ArrayType(
        ScalarType("string", "string"), "string", False, SpecText(",")
    )
    assert fields.find("results.nothing") is None


def test_numbers_are_exact(tiny: TinyProject) -> None:
    weight = api(tiny.spec(), "taobao.tbk.sc.shop.save").parameters.find("detail.weight")
    assert weight is not None
    assert weight.limits.minimum == Decimal("0.5")
    assert repr(weight.example) == "SpecData(Decimal('1.10'))"


def test_nothing_can_be_changed(tiny: TinyProject) -> None:
    spec = tiny.spec()
    with pytest.raises(dataclasses.FrozenInstanceError):
        spec.apis[0].method = "x"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("file", "old", "new", "changed"),
    [
        (ORDERS, "佣金", "佣金的金额", {"taobao.tbk.order.get"}),
        (SHOPS, "重量", "分量", {"taobao.tbk.sc.shop.save"}),
        (SHOP_FIELDS, "店铺名称", "店名", {"taobao.tbk.order.get", "taobao.tbk.sc.shop.save"}),
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
    assert [(one.parameters.total, one.fields.total) for one in spec.apis] == [(7, 10), (5, 3)]
    assert spec.member_count == 25
