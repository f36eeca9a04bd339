"""Blocks in hand-written files: what stands from `<!-- name -->` to `<!-- /name -->` is ours."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.problems import GeneratorError
from generator.spec.disk import read_input

_MARK = re.compile(r"<!--[ \t]*(?P<close>/?)(?P<name>[a-z][a-z0-9-]*)[ \t]*-->")
_Mark = re.Match[str]


def fill_document(root: Path, file: str, blocks: Mapping[str, str]) -> bytes:
    """The content that a hand-written file below the project should have."""
    try:
        text = read_input(root / file).decode("utf-8")
    except UnicodeDecodeError as error:
        raise GeneratorError(f"{file} is not UTF-8; save it as UTF-8") from error
    return replace_blocks(text, blocks, file).encode()


def replace_blocks(text: str, blocks: Mapping[str, str], file: str) -> str:
    """The text with every named block filled; a name may stand in several places.

    A block whose first mark ends its line keeps its marks on lines of their own, another one stays
    inside its sentence. Line ends are the document's. `file` is for the messages.
    """
    for name, filling in blocks.items():
        if mark := _MARK.search(filling):
            raise GeneratorError(f"{file}: the text of the block {name!r} holds {mark[0]!r}")
    marks = [mark for mark in _MARK.finditer(text) if mark["name"] in blocks]
    problems = [
        f"{file}:1: no block {name!r} — put <!-- {name} --><!-- /{name} --> where it belongs"
        for name in sorted(blocks.keys() - {mark["name"] for mark in marks})
    ]
    pairs = list(_pairs(marks, problems, file))
    if problems:
        raise GeneratorError("\n".join(problems))
    line_end = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    pieces, last = [], 0
    for first, second in pairs:
        before = text[first.end() : second.start()]
        pieces += [text[last : first.end()], _framed(blocks[first["name"]], before, line_end)]
        last = second.start()
    return "".join([*pieces, text[last:]])


def _framed(filling: str, before: str, line_end: str) -> str:
    """The filling in the form that the block had."""
    lines = filling.strip("\n").split("\n")
    if before.startswith(("\n", "\r\n")):
        lines = ["", *lines, ""]
    return line_end.join(lines)


def _pairs(marks: list[_Mark], problems: list[str], file: str) -> Iterator[tuple[_Mark, _Mark]]:
    """The marks that open and close a block; adds what is wrong with the others."""
    opened: _Mark | None = None
    reported: list[str] = []
    for mark in marks:
        name = mark["name"]
        if not mark["close"]:
            if opened:
                problems.append(_place(mark, file) + _inside(name, opened["name"]))
                reported.append(name)
            opened = opened or mark
        elif opened and opened["name"] == name:
            yield opened, mark
            opened = None
        elif name in reported:
            reported.remove(name)
        else:
            problems.append(
                f"{_place(mark, file)} closes what is not open — "
                f"remove it, or put <!-- {name} --> before it"
            )
    if opened:
        problems.append(
            f"{_place(opened, file)} is never closed — "
            f"put <!-- /{opened['name']} --> behind the block"
        )


def _place(mark: _Mark, file: str) -> str:
    line = mark.string.count("\n", 0, mark.start()) + 1
    return f"{file}:{line}: {mark[0]}"


def _inside(name: str, around: str) -> str:
    if name == around:
        return f" opens the block a second time — close the first with <!-- /{name} -->"
    return f" stands inside the block {around!r}, which is written as a whole — move it out"
