"""Rules about the project as a whole."""

import pytest
from edits import Case, assert_reported, place_of
from project import CATALOG, FIELDS, ORDERS, PRODUCT, SHOPS, TinyProject

CASES = [
    Case(
        "catalog-match",
        CATALOG,
        "title: 订单查询",
        "title: 订单",
        "{title: 订单,",
        "the title differs",
    ),
    Case(
        "catalog-match",
        CATALOG,
        "doc: 101",
        "doc: 102",
        "{title: 订单查询",
        "the document id differs",
    ),
    Case(
        "catalog-match",
        CATALOG,
        ", method: taobao.tbk.sc.shop.save",
        "",
        "taobao.tbk.sc.shop.save",
        "is not in the catalog",
        reported_in=SHOPS,
    ),
    Case(
        "catalog-match",
        CATALOG,
        "{title: 尚无文档}",
        "{method: taobao.tbk.new}",
        "{method: taobao.tbk.new",
        "no spec for 'taobao.tbk.new'",
        "tbkgen new",
    ),
    Case(
        "catalog-match",
        CATALOG,
        "{title: 店铺保存, method: taobao.tbk.sc.shop.save}",
        "{title: 店铺保存, method: taobao.tbk.sc.shop.save}\n"
        "  - {title: 订单查询, method: taobao.tbk.order.get, doc: 101}",
        "{title: 订单查询, method: taobao.tbk.order.get, doc: 101}\n  - {title: 尚",
        "'taobao.tbk.order.get' stands here more than once",
    ),
    Case(
        "catalog-match",
        CATALOG,
        "titles:\n  - {title: 订单查询,",
        "titles:\n  - {title: 也无文档}\n  - {title: 订单,",
        "{title: 订单,",
        "the title differs",  # also behind a title that no method belongs to
    ),
    *(
        Case("first-call", PRODUCT, "guesses:", f"first_call: {call}\nguesses:", at, message, hint)
        for call, at, message, hint in [
            (
                "{method: taobao.tbk.order.gt, arguments: {}, show: []}",
                "taobao.tbk.order.gt",
                "no method with a typed call is named 'taobao.tbk.order.gt'",
                "did you mean 'taobao.tbk.order.get'? or name another method, or remove the key "
                "`first_call`",
            ),
            (
                "{method: taobao.tbk.order.get, arguments: {}, show: []}",
                "arguments",
                "the required parameter 'start_time' is missing",
                "",
            ),
            (
                "{method: taobao.tbk.sc.shop.save, arguments: {title: x, nme: 1}, show: []}",
                "1}, show",
                "no parameter 'nme'",
                "",
            ),
            *(
                (
                    "{method: taobao.tbk.order.get, arguments: " f"{{{written}}}, show: []}}",
                    f"{at}}}, show",
                    message,
                    "",
                )
                for written, at, message in [
                    (
                        "start_time: a day",
                        "a day",
                        "'a day' for 'start_time' does not have the form",
                    ),
                    ("page_no: x", "x", "'x' for 'page_no' is not a whole number"),
                    ('page_no: "5"', '"5"', "'5' for 'page_no' is a string, not a number"),
                    ("page_size: 101", "101", "101 for 'page_size' is above the maximum 100"),
                    ("status: true", "true", "True for 'status' is not a whole number"),
                    ("status: 3", "3", "3 for 'status' has '3', which is not among the enum"),
                ]
            ),
            (
                "{method: taobao.tbk.sc.shop.save, arguments: {title: x}, show: [shop, shop.x]}",
                "shop.x]",
                "no field 'shop.x'",
                "",
            ),
        ]
    ),
    Case(
        "first-call",
        PRODUCT,
        "guesses:",
        "guides: {orders: taobao.tbk.nothing.get}\nguesses:",
        "taobao.tbk.nothing.get",
        "no method with a typed call is named 'taobao.tbk.nothing.get'",
        "name another method, or remove the key `orders`",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)


@pytest.mark.parametrize(
    ("slip", "pair"),
    [
        ("statsu", "'statsu' and 'status'"),
        ("statos", "'statos' and 'status'"),
        ("stattus", "'stattus' and 'status'"),
        ("staus", "'status' and 'staus'"),
    ],
    ids=["swapped", "another", "too many", "missing"],
)
def test_two_shared_fields_that_differ_by_a_letter_are_reported(
    tiny: TinyProject, slip: str, pair: str
) -> None:
    tiny.edit(FIELDS, "status:", f"{slip}: {{type: string, description: 状况}}\nstatus:")
    tiny.edit(ORDERS, "order_id: {type: string, description: 订单编号}", f"{slip}: {{use: {slip}}}")
    tiny.edit(ORDERS, 'order_id: "1"', f'{slip}: "1"')
    tiny.edit(SHOPS, "  shop: {", f"  {slip}: {{use: {slip}}}\n  shop: {{")
    (problem,) = tiny.problems()
    assert problem.rule == "near-duplicate"
    assert pair in problem.message
    second = pair.split("'")[3]
    place = (FIELDS, *place_of(tiny.read(FIELDS), f"{second}: {{type"))
    assert (problem.file, problem.line, problem.column) == place


def test_a_row_without_a_title_leaves_it_to_the_spec(tiny: TinyProject) -> None:
    tiny.edit(CATALOG, "{title: 店铺保存, method", "{method")
    spec = tiny.spec()
    assert [title.title.reveal() for title in spec.titles] == ["订单查询", "尚无文档", "店铺保存"]
