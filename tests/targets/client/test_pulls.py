"""The calls that give everything of a period, as they are rendered."""

from project import ORDERS, TinyProject

from generator.output import python
from generator.output.escape import Safe
from generator.spec.ir import Spec
from generator.targets.client.pulls import pull_arguments, pull_elements, pull_members


def shown(spec: Spec, method: str) -> tuple[list[str], str]:
    """The parameters, and the arguments of a call."""
    (api,) = [api for api in spec.apis if api.method == method]
    arguments = python.statement(Safe(""), pull_arguments(api))
    return [str(member.name) for member in pull_members(api)], "".join(arguments.split())


def test_window_and_pages_are_no_parameters(spec: Spec) -> None:
    names, arguments = shown(spec, "taobao.tbk.dg.newuser.order.get")
    assert names == ["adzone_id", "activity_id"]
    assert arguments == (
        '{"adzone_id":adzone_id,"activity_id":activity_id,' '"page_size":100,"page_no":1}'
    )


def test_the_object_that_holds_the_window_is_spread(spec: Spec) -> None:
    names, arguments = shown(spec, "taobao.tbk.relation.refund")
    assert names == ["page_size", "search_type", "refund_type", "biz_type"]
    assert arguments == (
        '{"search_option":{"page_size":page_size,"search_type":search_type,'
        '"refund_type":refund_type,"biz_type":biz_type,"page_no":1,}}'
    )


def test_elements_of_several_methods_have_names_of_their_own(spec: Spec) -> None:
    (own,) = [api for api in spec.apis if api.method == "taobao.tbk.order.details.get"]
    (shared,) = [api for api in spec.apis if api.method == "taobao.tbk.relation.refund"]
    assert [*pull_elements(own)] == ["TbkOrderDetailsGetPublisherOrder"]
    assert [*pull_elements(shared)] == ["RelationRefundOrder"]


def test_names_that_a_pull_takes_itself(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "request:\n", "request:\n  step: {type: string, description: 步}\n")
    assert any("every pull" in problem.message for problem in tiny.problems())
