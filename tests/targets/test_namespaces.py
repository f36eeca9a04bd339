"""Final names are legal, free and unique."""

from typing import Any

import pytest
from edits import Case, assert_reported
from project import CATALOG, ORDERS, PRODUCT, SHOPS, TYPES, TinyProject
from tables import every

from generator.problems import Origin
from generator.targets.namespaces import Binding, Namespace, problems, taken

CASES = [
    Case(
        "python-keyword",
        ORDERS,
        "order_id: {",
        "class: {",
        "class",
        "'class' is a Python keyword",
        "add `python: class_`",
    ),
    Case(
        "reserved-name",
        ORDERS,
        "  has_next: {",
        "  raw: {type: string, description: 原文}\n  has_next: {",
        "raw",
        "'raw' is a name of every response, taken in the response of tbk_order_get",
        "python: raw_",
    ),
    Case(
        "reserved-name",
        ORDERS,
        "  fields:\n    type: csv",
        "  timeout:\n    type: csv",
        "timeout",
        "'timeout' is a name of every call, taken in the arguments of tbk_order_get",
    ),
    Case(
        "reserved-name",
        ORDERS,
        "order_id: {",
        "_id: {",
        "_id",
        "'_id' would be private",
        "python: id",
    ),
    Case(
        "same-python-name",
        ORDERS,
        "fee: {type",
        "fee: {python: order_id, type",
        "fee: {python",
        "two are named 'order_id' in the class Order of tbk_order_get",
        "add `python: order_id_`",
    ),
    Case(
        "reserved-name",
        ORDERS,
        "name: Order",
        "name: Shop",
        "items:\n",
        "'Shop' is a name of a shared type, taken in the module of tbk_order_get",
        "give the object another `name`",
    ),
    *(
        Case(
            "reserved-name",
            ORDERS,
            "  title: {use",
            f"  {name}: {{type: string, description: 名}}\n  title: {{use",
            f"{name}: {{type: string, description: 名",
            f"'{name}' is a name of {owner}, taken in the arguments of tbk_order_get",
            f"python: {name.lower()}_",
        )
        for name, owner in [
            ("METHOD", "the table of the method"),
            ("self", "every call"),
        ]
    ),
    *(
        Case(
            "reserved-name",
            ORDERS,
            "order_id: {",
            f"{name}: {{",
            f"{name}: {{",
            f"'{name}' is a name of {owner}, taken in the class Order of tbk_order_get",
            f"python: {name.lower()}_",
        )
        for name, owner in [
            ("Decimal", "an import"),
            ("wire", "every response"),
            ("str", "every response"),
            ("TbkOrderGetOrder", "a class of the module"),
            ("TbkOrderGetResponse", "a class of the module"),
            ("Shop", "a class of the module"),
            ("METHOD", "the table of the method"),
        ]
    ),
    Case(
        "same-python-name",
        SHOPS,
        "  detail:",
        "  more:\n    type: object\n    name: Detail\n    description: 更多\n"
        "    fields: {size: {type: decimal, description: 大小}}\n  detail:",
        "detail:",
        "two are named 'TbkScShopSaveDetail' in the module of request objects",
    ),
    Case(
        "reserved-name",
        TYPES,
        "title: {use: title}",
        "title: {use: title}\n    Shop: {type: string, description: 店}",
        "Shop: {type",
        "'Shop' is a name of a class of the module, taken in the class Shop",
    ),
    Case(
        "python-keyword",
        PRODUCT,
        "  utilities: {",
        "  import: {zh: 进口, en: imports}\n  utilities: {",
        "import:",
        "'import' is a Python keyword",
        "choose another word",
    ),
    Case(
        "same-python-name",
        PRODUCT,
        "  utilities: {",
        "  x1: {zh: 一, en: one}\n  x_1: {zh: 又一, en: other}\n  utilities: {",
        "x_1",
        "two are named 'X1Methods' in the client's base classes",
    ),
    Case(
        "same-python-name",
        PRODUCT,
        "package: taobaoke_mock",
        "package: taobaoke",
        "package: taobaoke, description: A stub",
        "two are named 'taobaoke' in the packages",
    ),
    Case(
        "python-keyword",
        PRODUCT,
        "package: taobaoke,",
        "package: class,",
        "package: class",
        "'class' is a Python keyword",
    ),
    Case(
        "reserved-name",
        PRODUCT,
        "package: taobaoke,",
        "package: json,",
        "package: json",
        "'json' is a name of the standard library, taken in the packages",
    ),
    Case(
        "reserved-name",
        PRODUCT,
        "package: taobaoke_mock,",
        "package: httptools,",
        "package: httptools",
        "'httptools' is a name of a dependency, taken in the packages",
    ),
    Case(
        "reserved-name",
        PRODUCT,
        "distribution: taobaoke,",
        "distribution: typing-extensions,",
        "distribution: typing",
        "'typing-extensions' is a name of a dependency, taken in the distributions",
    ),
    Case(
        "same-python-name",
        PRODUCT,
        "distribution: taobaoke-mock,",
        "distribution: taobaoke,",
        "distribution: taobaoke, package: taobaoke_mock",
        "two are named 'taobaoke' in the distributions",
    ),
    Case(
        "reserved-name",
        PRODUCT,
        "class_prefix: Taobaoke",
        "class_prefix: Gateway",
        "class_prefix",
        "'GatewayError' is a name of an error, taken in the package",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)


def _add(tiny: TinyProject, method: str, edit: tuple[str, str] = ("", "")) -> str:
    """One more method, made of the one that lists orders."""
    file = f"specs/apis/publisher/{method}.yaml"
    spec = tiny.read(ORDERS).replace("taobao.tbk.order.get", method)
    tiny.write(file, spec.replace(*edit) if edit[0] else spec)
    entry = f"  - {{title: 订单查询, method: {method}, doc: 101}}"
    tiny.edit(CATALOG, "beyond:", f"beyond:\n{entry}")
    return file


def test_two_methods_with_one_python_name_are_reported(tiny: TinyProject) -> None:
    twin = _add(tiny, "taobao.tbk.order_get")
    assert {(problem.rule, problem.file) for problem in tiny.problems()} == {
        ("same-python-name", twin)
    }


@pytest.mark.parametrize(
    ("name", "rule"),
    [("import", "python-keyword"), ("call", "reserved-name"), ("float", "reserved-name")],
)
def test_a_method_whose_python_name_is_taken_is_reported(
    tiny: TinyProject, name: str, rule: str
) -> None:
    _add(tiny, f"taobao.{name}")
    assert [(problem.rule, problem.line) for problem in tiny.problems()] == [(rule, 2)]


def test_a_shared_type_named_like_a_component_of_our_own_is_reported(tiny: TinyProject) -> None:
    for file, old in ((TYPES, "Shop:"), (ORDERS, "type: Shop"), (SHOPS, "type: Shop")):
        tiny.edit(file, old, old.replace("Shop", "PublicParameters"))
    (problem,) = tiny.problems()
    assert (problem.rule, problem.file, problem.line) == ("reserved-name", TYPES, 2)
    assert "taken in the components of the OpenAPI document" in problem.message


def test_a_shared_type_named_like_a_reply_is_reported(tiny: TinyProject) -> None:
    for file, old in ((TYPES, "Shop:"), (ORDERS, "type: Shop"), (SHOPS, "type: Shop")):
        tiny.edit(file, old, old.replace("Shop", "TbkOrderGetReply"))
    (problem,) = tiny.problems()
    assert (problem.rule, problem.file) == ("same-python-name", TYPES)
    assert "two are named 'TbkOrderGetReply' in the components" in problem.message


def test_a_shared_type_named_like_a_class_of_a_method_is_reported(tiny: TinyProject) -> None:
    for file, old in ((TYPES, "Shop:"), (ORDERS, "type: Shop"), (SHOPS, "type: Shop")):
        tiny.edit(file, old, old.replace("Shop", "TbkOrderGetOrder"))
    in_module, in_types = sorted(tiny.problems(), key=lambda problem: problem.rule)
    assert (in_module.rule, in_types.rule) == ("reserved-name", "same-python-name")
    assert "taken in the module of tbk_order_get" in in_module.message
    assert "two are named 'TbkOrderGetOrder' in the module of all types" in in_types.message


def test_classes_of_requests_are_judged_by_their_composed_names(tiny: TinyProject) -> None:
    """`tbk.sc.shop.save` + `Detail` and `tbk.sc.shop` + `SaveDetail` are one name."""
    method = "taobao.tbk.sc.shop"
    file = f"specs/apis/service_provider/{method}.yaml"
    text = tiny.read(SHOPS).replace("taobao.tbk.sc.shop.save", method)
    tiny.write(file, text.replace("name: Detail", "name: SaveDetail"))
    entry = f"  - {{title: 店铺保存, method: {method}}}"
    tiny.edit(CATALOG, "beyond:", f"beyond:\n{entry}")
    (problem,) = tiny.problems()
    assert (problem.rule, problem.file) == ("same-python-name", SHOPS)
    assert "two are named 'TbkScShopSaveDetail' in the module of request" in problem.message
    assert file in problem.message


def test_a_hint_can_be_followed(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "  title: {use", "  METHOD: {type: string, description: 名}\n  title: {use")
    (problem,) = tiny.problems()
    assert problem.hint == "add `python: method_`"
    tiny.edit(ORDERS, "  METHOD: {type", "  METHOD: {python: method_, type")
    assert tiny.problems() == ()


def test_names_of_members_beside_ours_are_free(tiny: TinyProject) -> None:
    """What only looks like a clash is none: side, place and case tell them apart."""
    tiny.edit(SHOPS, "  page_no: {use", "  raw: {type: string, description: 原}\n  page_no: {use")
    tiny.edit(SHOPS, "  shop: {", "  timeout: {type: integer, description: 时}\n  shop: {")
    tiny.edit(ORDERS, "order_id: {", "order: {")
    tiny.edit(ORDERS, 'order_id: "1"', 'order: "1"')
    assert tiny.problems() == ()


# The judge alone


def _namespace(*names: str, **more: Any) -> Namespace:
    bindings = tuple(
        Binding(name, Origin("x.yaml", (name, i)), "field") for i, name in enumerate(names)
    )
    return Namespace("here", bindings, **more)


@every(
    ("namespace", "found"),
    [
        (_namespace("a", "b"), []),
        (_namespace("a", "A"), []),
        (_namespace("a", "A", ignores_case=True), [("same-python-name", "A")]),
        (_namespace("a", "a", "a"), [("same-python-name", "a"), ("same-python-name", "a")]),
        (_namespace("None", "print"), [("python-keyword", "None")]),
        (_namespace("_a"), [("reserved-name", "_a")]),
        (_namespace("a", reserved=taken(["a"], "us")), [("reserved-name", "a")]),
    ],
)
def test_what_is_wrong_with_names(namespace: Namespace, found: list[tuple[str, str]]) -> None:
    told = [(problem.rule, problem.path[0]) for problem in problems([namespace])]
    assert told == found


def test_a_point_is_told_once() -> None:
    assert len([*problems([_namespace("_a"), _namespace("_a")])]) == 1
