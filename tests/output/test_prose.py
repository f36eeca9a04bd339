"""Docstrings: wrapped by columns, and the same text when the lines are joined again."""

import ast

import pytest

from generator.output.escape import Safe
from generator.output.prose import Told, entry, opening, paragraph, whole_docstring
from generator.output.python import width
from generator.spec.text import SpecText


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("字" * 42, ["字" * 42]),
        ("字" * 43, ["字" * 42, "字"]),
        ("字" * 42 + "，再说", ["字" * 41, "字，再说"]),
        ("字" * 41 + "（再说", ["字" * 41, "（再说"]),
        ("字" * 41 + "，" + "a" * 50, ["字" * 41 + "，", "a" * 50]),
        ("a" * 84 + " b", ["a" * 84, "b"]),
        ("a" * 83 + "  b", ["a" * 83, "b"]),
        ("a" * 90 + " b", ["a" * 90, "b"]),
        ("ab " * 28 + "c", [" ".join(["ab"] * 28), "c"]),
        ("见 " + "x" * 90, ["见", "x" * 90]),
    ],
)
def test_lines_end_at_spaces_and_beside_wide_characters(text: str, lines: list[str]) -> None:
    assert paragraph(Told(text), depth=1).split("\n    ") == lines


def test_a_break_never_splits_an_escape() -> None:
    text = "字\\" * 60 + "\u3000" * 60
    source = whole_docstring(Told(SpecText(text)), depth=1)
    assert "".join(ast.literal_eval(source).split("\n    ")).strip() == text.strip()
    assert max(map(width, f"    {source}".splitlines())) <= 88 + 6 * 60


def test_an_entry_shows_its_values_and_remarks_below() -> None:
    told = Told(
        "种类；已知取值：", (SpecText("1：" + "一" * 40), SpecText("2：二")), (SpecText("注：疑"),)
    )
    assert entry(Safe("kind"), told, depth=3) == (
        "kind: 种类；已知取值：\n"
        f"                - 1：{'一' * 33}\n"
        f"                  {'一' * 7}\n"
        "                - 2：二\n"
        "                注：疑"
    )


def test_a_docstring_has_one_line_or_quotes_on_a_line_of_their_own() -> None:
    assert whole_docstring(Told("短"), depth=1) == '"""短"""'
    assert whole_docstring(Told("长" * 41), depth=1) == f'"""{"长" * 40}\n    长\n    """'
    one = Told("种类；已知取值：", (SpecText("1：一"),))
    assert whole_docstring(one, depth=1) == ('"""种类；已知取值：\n\n    - 1：一\n    """')
    assert opening("Do " + "a" * 80, depth=2) == f'"""Do\n        {"a" * 80}'
