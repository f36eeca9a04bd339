"""Pipe tables of a page: rows with line numbers, whatever the saving did to them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.importers.read.apidoc import Line, RawError, RawMember
from generator.importers.read.documented_types import SAMPLE_OBJECT, documented_kind, is_name
from generator.importers.read.nesting import MAX_LEVELS
from generator.importers.rules import BROKEN_ROW
from generator.problems import Problem

_CELL_END = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:\-—]*-{3}[\s|:\-]*")
_GUTTER = re.compile(r"[0-9]+(?:\s+[0-9]+)*")
_TREE = re.compile(r"[\s　│├└─╰┗|>·—-]*[│├└─╰┗][\s　│├└─╰┗|>·—-]*|(?:&nbsp;|[ 　])+")
_TYPE = re.compile(r"[A-Za-z][A-Za-z0-9_$. ]*(?:\[\])?")
_LIMITS = re.compile(r"\s*(?:最大值|最小值|默认值|最大列表长度|最大长度|最小长度)\s*[:：]")
_CHINESE = re.compile(r"[一-鿿]")
_EMPTY = frozenset({"", "-", "--", "无", "暂无", "N/A"})
_REQUIRED = {"必须": True, "必填": True, "是": True, "true": True, "可选": False, "否": False}
_REQUIRED |= {
    "false": False,
    "非必填": False,
    "非必须": False,
    "特殊可选": False,
    "条件可选": False,
}

NAME, TYPE, REQUIRED = "名称", "类型", "是否必须"
EXAMPLE, LIMITS, DESCRIPTION = "示例值", "更多限制", "描述"
_COLUMNS = {
    NAME: NAME, "参数名": NAME, "参数名称": NAME, "字段": NAME, "参数": NAME,
    TYPE: TYPE, "数据类型": TYPE, "参数类型": TYPE,
    REQUIRED: REQUIRED, "是否必填": REQUIRED, "必须": REQUIRED, "必填": REQUIRED, "必选": REQUIRED,
    EXAMPLE: EXAMPLE, "示例": EXAMPLE, LIMITS: LIMITS, "限制": LIMITS,
    DESCRIPTION: DESCRIPTION, "说明": DESCRIPTION, "参数描述": DESCRIPTION,
    "错误码": "错误码", "错误代码": "错误码", "错误描述": "错误描述", "错误信息": "错误描述",
    "解决方案": "解决方案", "解决办法": "解决方案",
}  # fmt: skip


@dataclass(slots=True)
class Table:
    """A table with the names of its columns; names it does not know stay as they are."""

    columns: tuple[str, ...]
    line: int
    rows: list[tuple[int, list[str]]] = field(default_factory=list)

    @property
    def is_members(self) -> bool:
        return self.columns[:2] == (NAME, TYPE)

    @property
    def is_errors(self) -> bool:
        return self.columns[0] == "错误码"

    @property
    def is_public(self) -> bool:
        """The table of the public parameters, which is the same on every page."""
        names = {cells[0] for _, cells in self.rows if cells}
        return EXAMPLE not in self.columns and {"app_key", "sign"} <= names


def cells_of(text: str) -> list[str]:
    """The cells of a row; a pipe at the start and one at the end belong to no cell."""
    text = text.strip()
    if text.startswith("|"):
        text = text[1:]
    cells = [cell.strip(" \t").replace("\\|", "|") for cell in _CELL_END.split(text)]
    return cells[:-1] if cells and not cells[-1] and text.endswith("|") else cells


def is_row(line: Line) -> bool:
    """Whether a line is a row of a table and no sample behind its line numbers."""
    text = line.text.strip()
    if "|" not in text or text == "|":
        return False
    return not _GUTTER.fullmatch(cells_of(text)[0])


def tables(lines: Sequence[Line], file: str, problems: list[Problem]) -> Iterator[Table]:
    """The tables of a page; rows that belong to none are problems."""
    table: Table | None = None
    for index, line in enumerate(lines):
        if not is_row(line):
            if table:
                yield table
            table = None
            continue
        if _RULE.fullmatch(line.text):
            continue
        cells = cells_of(line.text)
        columns = tuple(_COLUMNS.get(cell, cell) for cell in cells)
        following = lines[index + 1] if index + 1 < len(lines) else None
        is_header = columns[:2] == (NAME, TYPE) or columns[0] == "错误码"
        if is_header or (following and "|" in following.text and _RULE.fullmatch(following.text)):
            if table:
                yield table
            table = Table(columns, line.number)
        elif table:
            table.rows.append((line.number, cells))
        elif len(cells) >= 3 and is_name(cells[0]) and documented_kind(cells[1]):
            message = f"the row of {cells[0]!r} stands outside of any table"
            hint = "a row was broken by a line break above; put every row on one line"
            problems.append(Problem(BROKEN_ROW, message, file, hint=hint, line=line.number))
    if table:
        yield table


def ends_inside_row(lines: Sequence[Line]) -> bool:
    """Whether the rows of the last table end with a pipe, but the last line, a row, does not."""
    if len(lines) < 2 or not is_row(lines[-1]):
        return False
    before, last = lines[-2].text.rstrip(), lines[-1].text.rstrip()
    return before.endswith("|") and not last.endswith("|")


def members(table: Table, file: str, problems: list[Problem]) -> tuple[RawMember, ...]:
    """The rows of a parameter table; a row that cannot be read is a problem."""
    found = []
    levels = [*(_name(cells[0])[1] for _, cells in table.rows), 0]
    for index, (line, cells) in enumerate(table.rows):
        if levels[index + 1] > levels[index]:
            cells = _with_type(table, cells)
        try:
            found.append(_member(table, cells, line))
        except ValueError as error:
            hint = "write | inside a cell as \\|, and one row on one line"
            problems.append(Problem(BROKEN_ROW, str(error), file, hint=hint, line=line))
    return tuple(found)


def _with_type(table: Table, cells: list[str]) -> list[str]:
    """The cells of a row with rows inside: where the type is left out, it is an object."""
    told = cells[1] if len(cells) > 1 else ""
    is_need = REQUIRED in table.columns and told.lower() in _REQUIRED
    if _TYPE.fullmatch(told) and not is_need:
        return cells
    return [cells[0], SAMPLE_OBJECT, *cells[1 if told else 2 :]]


def _member(table: Table, cells: Sequence[str], line: int) -> RawMember:
    if len(cells) > len(table.columns):
        raise ValueError(f"{len(cells)} cells under {len(table.columns)} columns")
    name, level = _name(cells[0])
    if not is_name(name):
        raise ValueError(f"{name[:40]!r} is no parameter name")
    if level > MAX_LEVELS:
        raise ValueError(f"{name!r} is nested deeper than {MAX_LEVELS} levels")
    if len(cells) < 2 or not _TYPE.fullmatch(cells[1]):
        raise ValueError(f"the row of {name!r} has no type")
    required = None
    if REQUIRED in table.columns:
        word = cells[2].lower() if len(cells) > 2 else ""
        if word not in _REQUIRED:
            raise ValueError(f"the row of {name!r} does not say whether it is required")
        required = _REQUIRED[word]
    first = 3 if REQUIRED in table.columns else 2
    values = _values(table.columns[first:], [cell.strip() for cell in cells[first:]])
    return RawMember(
        name,
        cells[1],
        line,
        required,
        values.get(EXAMPLE, ""),
        values.get(LIMITS, ""),
        values.get(DESCRIPTION, ""),
        level,
    )


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
    texts = [cell for cell in cells if cell]
    if len(cells) == len(columns) and cells[-1:] and cells[-1]:
        placed = dict(zip(columns, cells, strict=True))
        return {name: "" if text in _EMPTY else text for name, text in placed.items()}
    values = {LIMITS: "".join(text for text in texts if _LIMITS.match(text))}
    texts = [text for text in texts if not _LIMITS.match(text)]
    if len(texts) == 1 and not _CHINESE.search(texts[0]) and EXAMPLE in columns:
        values[EXAMPLE] = texts[0]
    elif texts:
        values[DESCRIPTION] = texts[-1]
        values[EXAMPLE] = texts[0] if len(texts) > 1 else ""
    return values


def errors(table: Table, file: str, problems: list[Problem]) -> tuple[RawError, ...]:
    """The rows of the table of error codes."""
    found = []
    for line, cells in table.rows:
        if len(cells) > len(table.columns) or not cells[0]:
            message = (
                f"{len(cells)} cells under {len(table.columns)} columns" if cells[0] else "no code"
            )
            problems.append(Problem(BROKEN_ROW, message, file, line=line))
            continue
        padded = [*cells, "", ""]
        found.append(RawError(padded[0], padded[1], padded[2], line))
    return tuple(found)


def numbered(text: str) -> list[Line]:
    """Lines counted from 1; of several blank lines the first stands for all."""
    lines: list[Line] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() or not lines or lines[-1].text:
            lines.append(Line(number, line.rstrip()))
    return lines
