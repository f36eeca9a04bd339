"""What is remembered of calls, and what is said when a test expected others."""

from typing import Any

import pytest
from taobaoke_mock.journal import Journal, RecordedRequest
from taobaoke_mock.surface import Surface

SHOPS, INFO = "taobao.tbk.shop.get", "taobao.tbk.tbkinfo.get"


def recorded(method: str = SHOPS, **parameters: str) -> RecordedRequest:
    return RecordedRequest("POST", method, parameters, (), None, None)


def filled(*calls: RecordedRequest, **limits: int) -> Journal:
    journal = Journal(**limits)
    for call in calls:
        journal.add(call)
    return journal


def refusal(journal: Journal, method: str, times: int | None, **wanted: Any) -> str:
    with pytest.raises(AssertionError) as caught:
        journal.verify(method, times, {path: (value,) for path, value in wanted.items()})
    return str(caught.value)


def test_the_newest_calls_are_kept() -> None:
    journal = filled(*[recorded(q=str(number)) for number in range(2500)])
    assert [call.parameters["q"] for call in journal.requests] == [
        str(number) for number in range(1500, 2500)
    ]
    assert journal.counts == {SHOPS: 2500}


def test_big_calls_push_others_out_and_the_newest_is_always_there() -> None:
    journal = filled(*[recorded(q="x" * 600) for _ in range(10)], size=2200)
    assert len(journal.requests) == 3
    journal.add(recorded(q="y" * 5000))
    assert [len(call.parameters["q"]) for call in journal.requests] == [5000]
    journal.add(recorded(q="z"))
    assert [call.parameters["q"] for call in journal.requests] == ["z"]


def test_many_parameters_take_room_as_well() -> None:
    many = {str(number): "" for number in range(8000)}
    journal = filled(*[recorded(**many) for _ in range(50)])
    assert len(journal.requests) == 4


def test_long_values_are_not_shown_whole() -> None:
    told = refusal(filled(recorded(q="x" * 3_000_000)), SHOPS, 1, q="y" * 1000)
    assert len(told) < 1500


def test_names_of_methods_that_callers_make_up_are_not_counted_for_ever() -> None:
    journal = filled(
        *[recorded(f"no.such.{number}") for number in range(5000)], recorded("x" * 999)
    )
    journal.add(recorded(INFO))
    assert len(journal.counts) == 2001
    assert journal.counts[INFO] == 1
    journal.verify("no.such.1", 1, {})
    assert "无法判定" in refusal(journal, "no.such.3000", 1)


def test_counts() -> None:
    journal = filled(recorded(q="a"), recorded(q="b"), recorded(INFO))
    for method, times in ((SHOPS, None), (SHOPS, 2), (INFO, 1), ("*", 3), ("no.such", 0)):
        journal.verify(method, times, {})
    journal.verify(SHOPS, 1, {"q": ("a",)})
    journal.verify(SHOPS, 0, {"q": ("c",)})
    assert refusal(journal, SHOPS, 3) == f"{SHOPS}：期望 3 次，实际 2 次 (expected 3, got 2)"
    assert refusal(journal, SHOPS, 0) == f"{SHOPS}：期望 0 次，实际 2 次 (expected 0, got 2)"


def test_a_method_that_was_not_called() -> None:
    told = refusal(filled(recorded(INFO), recorded(INFO)), SHOPS, None)
    assert told.splitlines() == [
        f"{SHOPS}：期望 至少 1 次，实际 0 次 (expected at least 1, got 0)",
        f"  收到的是 (what came): {INFO} × 2",
    ]
    assert "没有收到任何调用 (no calls at all)" in refusal(filled(), SHOPS, 1)


def test_the_nearest_call_is_compared_parameter_by_parameter() -> None:
    journal = filled(
        recorded(q="男装", page_no="1", cat="16"),
        recorded(q="女装", page_no="2"),
        recorded(q="童装"),
    )
    told = refusal(journal, SHOPS, 1, q="女装", page_no=1, cat=None)
    assert told.splitlines() == [
        f"{SHOPS}（q='女装'，page_no=1，cat=没有 (absent)）："
        "期望 1 次，实际 0 次 (expected 1, got 0)",
        "  最接近的是第 2 次，共 3 次 (the nearest is call 2 of 3):",
        "    page_no: 期望 (expected) 1，实际 (got) '2'",
    ]
    told = refusal(journal, SHOPS, 1, q="女装", page_no="2", cat="16")
    assert told.splitlines()[2:] == ["    cat: 期望 (expected) '16'，实际 (got) 没有 (absent)"]


def test_nothing_false_is_said_of_calls_that_are_forgotten() -> None:
    journal = filled(*[recorded(q=str(number)) for number in range(10)], calls=4)
    journal.verify(SHOPS, 10, {})
    journal.verify(SHOPS, None, {"q": ("9",)})
    for times in (None, 0, 1):
        told = refusal(journal, SHOPS, times, q="2")
        assert "另有 6 次调用已被遗忘，无法判定" in told
    assert "无法判定" in refusal(journal, SHOPS, 1, q="9")
    assert "无法判定" not in refusal(filled(*[recorded(q="1")] * 9, calls=4), SHOPS, 1, q="1")


# The surface for tests


def test_slips_in_what_is_expected() -> None:
    orders = Surface(["test"])
    with pytest.raises(ValueError, match=r"是否想写 taobao\.tbk\.shop\.get"):
        orders.verify("taobao.tbk.shop.gte", times=0)
    with pytest.raises(ValueError, match="page_no"):
        orders.verify(SHOPS, parameters={"page_nu": 1})
    with pytest.raises(ValueError, match="times"):
        orders.verify(SHOPS, times=-1)
    with pytest.raises(ValueError, match="session"):
        orders.verify(SHOPS, parameters={"session": "test"})
    orders.verify(SHOPS, times=0, parameters={"session": None})
    orders.verify("*", times=0)
