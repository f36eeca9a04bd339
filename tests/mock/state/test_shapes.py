"""Facts take the form that a sample shows."""

from decimal import Decimal
from typing import Any

import pytest
from taobaoke_mock.state.shapes import Moment, filled

NOON = Moment(1_790_913_600)


@pytest.mark.parametrize(
    ("shown", "fact", "written"),
    [
        ("x", "text", "text"),
        ("1", 25, "25"),
        (1, "25", 25),
        ("9.90", Decimal("12.50"), "12.50"),
        (40, Decimal("15.00"), 15),
        (True, False, False),
        ("true", False, "false"),
        ("0", True, "1"),
        (1, True, 1),
        ("2019-11-10 21:59:59", NOON, "2026-10-02 12:00:00"),
        ("2019-11-10", NOON, "2026-10-02"),
        ("1661184000000", NOON, "1790913600000"),
        (1_661_184_000_000, NOON, 1_790_913_600_000),
        (1_661_184_000, NOON, 1_790_913_600),
    ],
)
def test_a_fact_is_written_as_the_sample_shows_it(shown: Any, fact: Any, written: Any) -> None:
    content = filled({"name": shown}, {"name": fact})
    assert content == {"name": written}
    assert type(content["name"]) is type(written)


def test_lists_stand_in_their_wrappers_and_groups_take_their_facts() -> None:
    sample = {"rows": {"row": [{"id": 1, "group": {"title": "x"}, "other": 5}]}, "total": "1"}
    rows = [{"id": "7", "title": "a"}, {"id": "8"}]
    assert filled(sample, {"rows": rows, "total": 2}) == {
        "rows": {"row": [{"id": 7, "group": {"title": "a"}}, {"id": 8}]},
        "total": "2",
    }


def test_what_is_not_told_or_not_there_is_left_out() -> None:
    sample = {"a": 1, "b": "x", "group": {"c": 1}, "list": {"string": ["x"]}}
    assert filled(sample, {"a": None, "unknown": 5}) == {}


def test_keys_come_in_the_order_of_the_sample() -> None:
    assert [*filled({"b": 1, "a": 1}, {"a": 1, "b": 2})] == ["b", "a"]


def test_a_text_that_is_no_number_is_left_out() -> None:
    assert filled({"a": 1, "b": 2}, {"a": "2024-06-18 00:00:00", "b": "7"}) == {"b": 7}
    assert filled({"a": 1}, {"a": "9" * 5000}) == {}
