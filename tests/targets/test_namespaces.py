"""Final names are legal, free and unique."""

import pytest
from edits import Case, assert_reported
from project import CATALOG, ORDERS, TinyProject

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
    ("name", "rule"), [("import", "python-keyword"), ("call", "reserved-name")]
)
def test_a_method_whose_python_name_is_taken_is_reported(
    tiny: TinyProject, name: str, rule: str
) -> None:
    _add(tiny, f"taobao.{name}")
    assert [(problem.rule, problem.line) for problem in tiny.problems()] == [(rule, 2)]
