"""Pipe tables of a page: rows with line numbers, whatever the saving did to them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.importers.read import documented_types as types
from generator.importers.read.apidoc import Line, RawError, RawMember
from generator.importers.read.nesting import MAX_LEVELS
from generator.importers.rules import BROKEN_ROW, problem
from generator.problems import Problem

_CELL_END = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:\-—]*-{3}[\s|:\-]*")
_GUTTER = re.compile(r"[0-9]+(?:\s+[0-9]+)*")
_TREE = re.compile(r"[\s　│├└─╰┗|>·—-]*[│├└─╰┗][\s　│├└─╰┗|>·—-]*|(?:&nbsp;|[ 　])+")
_TYPE = re.compile(r"[A-Za-z][A-Za-z0-9_$. ]*(?:\[\])?")
_LIMITS = re.compile(r"\s*(?:最大值|最小值|默认值|最大列表长度|最大长度|最小长度)\s*[:：]")
_CHINESE = re.compile(r"[一-鿿]")
_EMPTY = frozenset({"", "-", "--", "无", "暂无", "N/A"})

NAME, TYPE, REQUIRED = "名称", "类型", "是否必须"
EXAMPLE, LIMITS, DESCRIPTION = "示例值", "更多限制", "描述"
CODE = "错误码"
_COLUMNS = {
    **dict.fromkeys(("参数名", "参数名称", "字段", "参数"), NAME),
    **dict.fromkeys(("数据类型", "参数类型"), TYPE),
    **dict.fromkeys(("是否必填", "必须", "必填", "必选"), REQUIRED),
    **dict.fromkeys(("说明", "参数描述"), DESCRIPTION),
    "示例": EXAMPLE,
    "限制": LIMITS,
    "错误代码": CODE,
}
"""Other titles of the columns."""


@dataclass(slots=True)
class Table:
    """A table with the names of its columns; names it does not know stay as they are."""

    columns: tuple[str, ...]
    line: int
    rows: list[tuple[int, list[str]]] = field(default_factory=list)

    @property
    def is_members(self) -> bool:
        """Whether it lists parameters or fields, and not the same public ones as every page."""
        names = {cells[0] for _, cells in self.rows if cells}
        is_public = EXAMPLE not in self.columns and {"app_key", "sign"} <= names
        return self.columns[:2] == (NAME, TYPE) and not is_public

    @property
    def is_errors(self) -> bool:
        return self.columns[0] == CODE


def cells_of(text: str) -> list[str]:
    """The cells of a row; a pipe at the start and one at the end belong to no cell."""
    text = text.strip().removeprefix("|")
    cells = [cell.strip(" \t").replace("\\|", "|") for cell in _CELL_END.split(text)]
    return cells[:-1] if cells and not cells[-1] and text.endswith("|") else cells


def is_row(line: Line) -> bool:
    """Whether a line is a row of a table and no sample behind its line numbers."""
    text = line.text.strip()
    return "|" in text and text != "|" and not _GUTTER.fullmatch(cells_of(text)[0])


def tables(lines: Sequence[Line], file: str, problems: list[Problem]) -> list[Table]:
    """The tables of a page; rows that belong to none are problems."""
    found: list[Table] = []
    is_open = False
    for line, following in pairwise([*lines, Line(0, "")]):
        if not is_row(line):
            is_open = False
        elif not _RULE.fullmatch(line.text):
            cells = cells_of(line.text)
            columns = tuple(_COLUMNS.get(cell, cell) for cell in cells)
            is_ruled = "|" in following.text and _RULE.fullmatch(following.text)
            if columns[:2] == (NAME, TYPE) or columns[0] == CODE or is_ruled:
                found.append(Table(columns, line.number))
                is_open = True
            elif is_open:
                found[-1].rows.append((line.number, cells))
            elif len(cells) >= 3 and types.is_name(cells[0]) and types.documented_kind(cells[1]):
                message = f"the row of {cells[0]!r} stands outside of any table"
                problems.append(problem(BROKEN_ROW, message, file, line.number))
    return found


def ends_inside_row(lines: Sequence[Line]) -> bool:
    """Whether the rows of the last table end with a pipe, but the last line, a row, does not."""
    if len(lines) < 2 or not is_row(lines[-1]):
        return False
    before, last = lines[-2].text.rstrip(), lines[-1].text.rstrip()
    return before.endswith("|") and not last.endswith("|")


def members(table: Table, file: str, problems: list[Problem]) -> list[RawMember]:
    """The rows of a parameter table; a row that cannot be read is a problem."""
    found = []
    levels = [*(_name(cells[0])[1] for _, cells in table.rows), 0]
    for (line, cells), level, next_level in zip(table.rows, levels, levels[1:], strict=False):
        try:
            found.append(_member(table, _with_type(cells) if next_level > level else cells, line))
        except ValueError as error:
            problems.append(problem(BROKEN_ROW, str(error), file, line))
    return found


def _with_type(cells: list[str]) -> list[str]:
    """The cells of a row with rows inside: where the type is left out, it is an object."""
    told = cells[1] if len(cells) > 1 else ""
    if _TYPE.fullmatch(told) and told.lower() not in types.REQUIRED_WORDS:
        return cells
    return [cells[0], types.SAMPLE_OBJECT, *cells[1 if told else 2 :]]


def _member(table: Table, cells: Sequence[str], line: int) -> RawMember:
    if len(cells) > len(table.columns):
        raise ValueError(f"{len(cells)} cells under {len(table.columns)} columns")
    name, level = _name(cells[0])
    if not types.is_name(name):
        raise ValueError(f"{name[:40]!r} is no parameter name")
    if level > MAX_LEVELS:
        raise ValueError(f"{name!r} is nested deeper than {MAX_LEVELS} levels")
    if len(cells) < 2 or not _TYPE.fullmatch(cells[1]):
        raise ValueError(f"the row of {name!r} has no type")
    required, first = None, 2
    if REQUIRED in table.columns:
        required, first = types.REQUIRED_WORDS.get("".join(cells[2:3]).lower()), 3
        if required is None:
            raise ValueError(f"the row of {name!r} does not say whether it is required")
    values = _values(table.columns[first:], [cell.strip() for cell in cells[first:]])
    example, limits, description = (values.get(key, "") for key in (EXAMPLE, LIMITS, DESCRIPTION))
    return RawMember(name, cells[1], line, required, example, limits, description, level)


def _name(cell: str) -> tuple[str, int]:
    """A name without the drawing in front of it, and the level that the drawing shows."""
    drawing = _TREE.match(cell)
    if not drawing:
        return cell.strip(), 0
    corners = len(re.findall("[└├╰┗]", drawing[0]))
    bars = drawing[0].count("│")
    indent = len(drawing[0]) - len(drawing[0].lstrip(" 　"))
    level = max(corners + bars, 1 + indent // 2) if corners else 0
    return cell[drawing.end() :].strip(), level


def _values(columns: Sequence[str], cells: list[str]) -> dict[str, str]:
    """The cells behind type and necessity.

    Saving a page as text drops empty cells, and the rest moves to the left. A description is what
    hardly any row lacks, so the last text is the description unless it stands in its place.
    """
    if len(cells) == len(columns) and cells[-1:] and cells[-1]:
        placed = dict(zip(columns, cells, strict=True))
        return {name: "" if text in _EMPTY else text for name, text in placed.items()}
    values = {LIMITS: "".join(text for text in cells if _LIMITS.match(text))}
    texts = [text for text in cells if text and not _LIMITS.match(text)]
    if len(texts) == 1 and not _CHINESE.search(texts[0]) and EXAMPLE in columns:
        values[EXAMPLE] = texts[0]
    elif texts:
        values[DESCRIPTION] = texts[-1]
        values[EXAMPLE] = texts[0] if len(texts) > 1 else ""
    return values


def errors(table: Table, file: str, problems: list[Problem]) -> Iterator[RawError]:
    """The rows of the table of error codes."""
    for line, cells in table.rows:
        if cells[0] and len(cells) <= len(table.columns):
            code, message, solution = [*cells, "", ""][:3]
            yield RawError(code, message, solution, line)
        else:
            wrong = f"{len(cells)} cells under {len(table.columns)} columns"
            problems.append(problem(BROKEN_ROW, wrong if cells[0] else "no code", file, line))
