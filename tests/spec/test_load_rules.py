"""What is no sound YAML is reported at its place."""

import pytest
from edits import Case, assert_reported
from project import ORDERS, TinyProject

CASES = [
    Case(
        "yaml-syntax",
        ORDERS,
        "sources: [a page]",
        "sources: [a page",
        "[a page\n",
        "this [ is never closed",
        "]",
    ),
    Case("yaml-syntax", ORDERS, "topic: orders", "topic: orders: x", ": x", "a colon", "quote"),
    Case("yaml-syntax", ORDERS, "按时间查询", '"\\q"', "\\q", "unknown escape"),
    Case("yaml-syntax", ORDERS, "按时间查询", "*none", "*none", "starts with *", "quote it"),
    Case("yaml-strict", ORDERS, "按时间查询", "&a text", "&a", "an anchor", "write the value"),
    Case("yaml-strict", ORDERS, "按时间查询", "!!str text", "!!str", "the tag", "remove the tag"),
    Case("yaml-strict", ORDERS, "topic:", "? [a]\n: b\ntopic:", "[a]", "a key that is not text"),
    Case(
        "yaml-strict",
        ORDERS,
        "topic:",
        f"{'k' * 161}: 1\ntopic:",
        "kkk",
        "a key of 161 characters",
        "at most 160",
    ),
    Case(
        "duplicate-key",
        ORDERS,
        "topic:",
        "role: common\ntopic:",
        "role: common",
        "'role' stands here again",
        "first in line 6",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)


def test_a_file_of_more_than_a_megabyte_is_refused(tiny: TinyProject) -> None:
    tiny.write(ORDERS, "x: " + "y" * 2_000_000)
    (problem,) = tiny.problems()
    assert (problem.rule, problem.file, problem.line) == ("file-size", ORDERS, 1)
    assert "2,000,003 bytes" in problem.message


def test_a_file_in_another_encoding_is_refused(tiny: TinyProject) -> None:
    tiny.write(ORDERS, "a: b\ntitle: 订单\n".encode("gb18030"))
    (problem,) = tiny.problems()
    assert (problem.rule, problem.line) == ("file-encoding", 2)
