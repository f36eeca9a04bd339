"""The real specs say what their sources say, fact by fact, as people read them there."""

from collections import Counter
from dataclasses import replace

import pytest

from facts.pinned import FACTS, agrees, complaint, look
from generator.spec.ir import Spec

SUBJECTS = sorted({fact.subject for fact in FACTS})


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_specs_say_what_the_sources_say(subject: str, spec: Spec) -> None:
    complaints = []
    for fact in FACTS:
        if fact.subject == subject:
            actual, origin = look(fact, spec)
            if not agrees(fact.key, fact.expected, actual):
                complaints.append(complaint(fact, actual, origin))
    if complaints:
        pytest.fail("\n\n".join(complaints), pytrace=False)


def test_there_are_many_and_none_stands_twice() -> None:
    assert len(FACTS) > 7500
    assert [
        about for about, times in Counter(fact.about for fact in FACTS).items() if times > 1
    ] == []


def test_every_fact_has_a_source() -> None:
    assert [fact.about for fact in FACTS if len(fact.source) < 10] == []


def test_a_disagreement_tells_the_fact_both_sides_and_where_to_look(spec: Spec) -> None:
    about = "taobao.tbk.order.details.get request.tk_status enum"
    fact = next(fact for fact in FACTS if fact.about == about)
    swapped = replace(fact, expected=fact.expected | {"12": "已关闭", "13": "已付款"})
    actual, origin = look(swapped, spec)
    assert not agrees(swapped.key, swapped.expected, actual)
    told = complaint(swapped, actual, origin)
    for part in (about, "'12': '已付款' instead of '已关闭'", "apiId=43328", "orders.yaml"):
        assert part in told
    assert "specs/apis/publisher/taobao.tbk.order.details.get.yaml:" in told
