"""The calls for any number of values, as they are rendered."""

import dataclasses

import pytest
from project import CATALOG, ORDERS, TinyProject

from generator.output import python
from generator.output.escape import Safe
from generator.spec.ir import Members, Spec
from generator.targets.client.batches import (
    many_arguments,
    many_element,
    many_members,
    many_values,
)


def test_the_values_stand_before_all_other_arguments(spec: Spec) -> None:
    api = spec.find("taobao.tbk.uvid.encrypt")
    assert api
    assert many_values(api).name == "source_values"
    names = [str(member.name) for member in many_members(api)]
    assert names == [
        *("tk_domain", "source_type", "main_accountid", "device_type", "device_value"),
        *("caid_version", "group_type"),
    ]
    arguments = "".join(python.statement(Safe(""), many_arguments(api)).split())
    assert arguments == "{" + ",".join(f'"{name}":{name}' for name in names) + ",}"


def test_old_parameters_are_left_out_unless_they_are_needed(spec: Spec) -> None:
    api = spec.find("taobao.tbk.uvid.encrypt")
    assert api
    old = [dataclasses.replace(member, deprecated=True) for member in api.parameters]
    names = [str(m.name) for m in many_members(dataclasses.replace(api, parameters=Members(old)))]
    assert names == ["tk_domain"]


def test_an_answer_has_the_name_of_its_method_or_the_shared_one(spec: Spec) -> None:
    own, shared = (spec.find(f"taobao.tbk.{name}") for name in ("item.convert", "uvid.encrypt"))
    assert own
    assert shared
    assert many_element(own) == "TbkItemConvertNTbkItem"
    assert many_element(shared) == "UvIdGenerateRes"


PAGES = (
    "pagination: {style: page, items: results, page: page_no, size: page_size, more: has_next}\n"
)
CODES = "  codes: {type: csv, max_items: 3, description: 码}\n"


@pytest.fixture
def batched(tiny: TinyProject) -> TinyProject:
    """A project whose method answers several values one by one."""
    tiny.edit(ORDERS, "request:\n", f"request:\n{CODES}")
    tiny.edit(ORDERS, PAGES, "batch: {values: codes, items: results, key: order_id}\n")
    return tiny


def test_names_that_a_call_for_many_values_takes_itself(batched: TinyProject) -> None:
    assert batched.problems() == ()
    batched.edit(ORDERS, CODES, f"{CODES}  concurrency: {{type: string, description: 并}}\n")
    (problem,) = batched.problems()
    assert "every call for many values" in problem.message


def test_another_method_may_not_have_the_name_of_such_a_call(batched: TinyProject) -> None:
    method = "taobao.tbk.order.get.many"
    other = batched.read(ORDERS).replace("method: taobao.tbk.order.get\n", f"method: {method}\n")
    batched.write(f"specs/apis/publisher/{method}.yaml", other)
    row = f"  - {{title: 订单查询, method: {method}, doc: 101}}\n"
    batched.edit(CATALOG, "beyond:\n", f"beyond:\n{row}")
    assert any("tbk_order_get_many" in problem.message for problem in batched.problems())
