"""Which methods give everything of a period in one call."""

import dataclasses
from typing import Any

import pytest
from project import TinyProject

from generator.spec.ir import Members, Spec, Window
from generator.spec.text import Name
from generator.targets.pulls import pull_name
from targets.ir import orders


def test_a_windowed_method_with_pages_has_one(tiny: TinyProject) -> None:
    assert pull_name(orders(tiny)) == "tbk_order_get_all"


@pytest.mark.parametrize(
    "lacking",
    [
        {"window": None},
        {"pagination": None},
        {"window": Window(Name("title"))},
        {"window": Window(Name("no_such"))},
        {"window": Window(Name("a.b.start_time"))},
    ],
)
def test_what_nobody_could_cut_or_find_has_none(tiny: TinyProject, lacking: dict[str, Any]) -> None:
    assert pull_name(orders(tiny, **lacking)) is None


def test_elements_that_are_no_models_cannot_be_told_apart(tiny: TinyProject) -> None:
    api = orders(tiny)
    (results,) = [member for member in api.fields if member.name == "results"]
    tags = dataclasses.replace(results, type=results.members.find("tags").type)
    assert pull_name(dataclasses.replace(api, fields=Members([tags]))) is None


def test_every_windowed_method_of_the_specs_has_one_but_for_those_without_a_reply(
    spec: Spec,
) -> None:
    windowed = {str(api.python_name): pull_name(api) for api in spec.typed if api.window}
    assert len(windowed) == 13
    assert [name for name, pull in windowed.items() if pull is None] == [
        "tbk_sc_cp_order_details_get"
    ]
