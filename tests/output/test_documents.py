"""Blocks in hand-written files: ours is filled, every other byte stays."""

import re
from pathlib import Path

import pytest
from tables import every

from generator.output.documents import fill_document, replace_blocks
from generator.problems import GeneratorError


@every(
    "text",
    [
        "Of <!-- n -->{}<!-- /n --> titles",
        "Of <!--n-->{}<!--/n--> titles",
        "<!-- n -->\n{}\n<!-- /n -->\nmore\n",
        "<!-- n -->{}<!-- /n -->, <!-- n -->{}<!-- /n -->",
        "<!-- speed --><!-- n -->{}<!-- /n -->\n",
        "\ufeff\t<!-- n -->{}<!-- /n --> \n\r\n\x0b\u2028x\r",
        "<!-- N --><!-- n-1 --> <!-- n -->{}<!-- /n --> <!-- /n-1 -->",
    ],
)
@every("before", ["1", "many\nlines", "", "155"])
def test_blocks_are_filled_and_all_else_stays(text: str, before: str) -> None:
    filled = replace_blocks(text.replace("{}", before), {"n": "155"}, "README.md")
    assert filled == text.replace("{}", "155")


def test_an_empty_block_on_two_lines_keeps_its_lines() -> None:
    assert replace_blocks("<!-- n -->\n<!-- /n -->", {"n": "155"}, "README.md") == (
        "<!-- n -->\n155\n<!-- /n -->"
    )


def test_several_blocks_and_several_lines() -> None:
    text = "# A\n<!-- b -->\nx\n<!-- /b -->\nin <!-- a -->?<!-- /a --> lines\n"
    filled = replace_blocks(text, {"a": "two", "b": "one\n\n\\1 \\g<0>\n"}, "README.md")
    assert filled == (
        "# A\n<!-- b -->\none\n\n\\1 \\g<0>\n<!-- /b -->\nin <!-- a -->two<!-- /a --> lines\n"
    )


def test_the_line_ends_are_those_of_the_document() -> None:
    text = "# A\r\n<!-- b -->\r\nx\r\n<!-- /b -->\r\n"
    filled = replace_blocks(text, {"b": "one\ntwo\n"}, "README.md")
    assert filled == "# A\r\n<!-- b -->\r\none\r\ntwo\r\n<!-- /b -->\r\n"


@every(
    ("text", "problems"),
    [
        ("", ["f.md:1: no block 'a'", "f.md:1: no block 'b'"]),
        ("<!-- A --><!-- /A --><!-- b --><!-- /b -->", ["f.md:1: no block 'a'"]),
        ("\n\n<!-- a -->\n<!-- b --><!-- /b -->", [
            "f.md:4: <!-- b --> stands inside the block 'a'", "f.md:3: <!-- a --> is never closed",
        ]),
        ("<!-- b --><!-- /b -->\n<!-- a -->\n\nx", ["f.md:2: <!-- a --> is never closed"]),
        ("<!-- b --><!-- /b -->\n<!-- a -->\n<!-- a -->\n<!-- /a -->", [
            "f.md:3: <!-- a --> opens the block a second time",
        ]),
        ("<!-- b --><!-- /b -->\n<!-- a -->\n<!-- a -->\n<!-- /a -->\n<!-- /a -->", [
            "f.md:3: <!-- a --> opens the block a second time",
        ]),
        ("<!-- b --><!-- /b -->\n<!-- /a -->\n<!-- a --><!-- /a -->", [
            "f.md:2: <!-- /a --> closes what is not open",
        ]),
        ("<!-- a --><!-- b --><!-- /a --><!-- /b -->", [
            "f.md:1: <!-- b --> stands inside the block 'a'",
        ]),
        ("<!-- /a -->", ["f.md:1: no block 'b'", "f.md:1: <!-- /a --> closes what is not open"]),
    ],
)  # fmt: skip
def test_all_problems_are_told_with_their_lines(text: str, problems: list[str]) -> None:
    with pytest.raises(GeneratorError) as caught:
        replace_blocks(text, {"a": "1", "b": "2"}, "f.md")
    lines = str(caught.value).splitlines()
    assert len(lines) == len(problems)
    for line, problem in zip(lines, problems, strict=True):
        assert line.startswith(problem)
        assert re.search(" — (put|remove|close|move) |which is written as a whole", line)


def test_a_filling_that_holds_a_mark_is_refused() -> None:
    """It would be a block of its own in the next run."""
    with pytest.raises(
        GeneratorError, match=r"f\.md: the text of the block 'a' holds '<!-- /a -->'"
    ):
        replace_blocks("<!-- a --><!-- /a -->", {"a": "x<!-- /a -->"}, "f.md")


def test_a_document_is_read_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "f.md").write_bytes("中\r\n<!-- a -->1<!-- /a -->\n\x0c".encode())
    assert fill_document(tmp_path, "f.md", {"a": "二"}) == (
        "中\r\n<!-- a -->二<!-- /a -->\n\x0c".encode()
    )


def test_documents_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match=r"cannot read .*gone\.md: No such file"):
        fill_document(tmp_path, "gone.md", {})
    (tmp_path / "f.md").write_bytes(b"\xff")
    with pytest.raises(GeneratorError, match=r"f\.md is not UTF-8"):
        fill_document(tmp_path, "f.md", {})
