"""A page saved as HTML → the lines that the same page has as text, with the lines of the file."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.importers.read.apidoc import Line
from generator.importers.rules import CUT_OFF
from generator.problems import Problem

_HIDDEN = frozenset({"script", "style", "template", "noscript", "svg"})
_BLOCKS = frozenset(
    "address article aside blockquote body dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 "
    "h6 header hr li main nav ol p pre section table tbody thead tfoot title ul option br tr td "
    "th".split()
)
_LOOKS_LIKE_HTML = re.compile(r"\s*<(?:!--|!doctype\s|\?xml\s|[a-z][a-z0-9]*[\s/>])", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")


def is_html(text: str) -> bool:
    """Whether the text starts as HTML does."""
    return _LOOKS_LIKE_HTML.match(text) is not None


@dataclass(slots=True)
class _Row:
    """A row that is being read; `cells` are its cells that have ended."""

    line: int
    cells: list[str] = field(default_factory=list)
    headings: int = 0


class _Reducer(HTMLParser):
    """Writes rows as pipe tables and everything else as lines.

    Under a row of headings stand facts: what a cell holds is its text, tables included. A cell of
    any other table may hold half of the page; such a table is layout, and only its content counts.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.open_tables = 0
        self._text: list[str] = []
        self._text_line = 1
        self._row: _Row | None = None
        self._cell: list[str] | None = None
        self._has_headings = False
        self._inside_cell = 0
        """Tables that are open inside a cell of facts."""
        self._hidden = 0
        self._verbatim = 0

    @property
    def _in_facts(self) -> bool:
        return self._cell is not None and self._has_headings

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open_tables += tag == "table"
        if tag in _HIDDEN:
            self._hidden += 1
        elif self._inside_cell or (tag in ("table", "pre") and self._in_facts):
            self._inside_cell += tag == "table"
            self._break()
        elif tag in ("table", "pre"):
            self._leave_layout()
            self._has_headings = False
            self._verbatim += tag == "pre"
        elif tag == "tr":
            self._end_row()
            self._break()
            self._row = _Row(self.getpos()[0])
        elif tag in ("td", "th") and self._row:
            self._end_cell()
            self._row.headings += tag == "th"
            self._cell = []
        elif tag in _BLOCKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        self.open_tables -= tag == "table"
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif self._inside_cell:
            self._inside_cell -= tag == "table"
            self._break()
        elif tag == "table":
            self._end_row()
            self._break()
            self._has_headings = False
            self.lines.append(Line(self.getpos()[0], ""))
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag in _BLOCKS:
            self._break()
            if tag == "pre":
                self._verbatim = max(0, self._verbatim - 1)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._cell is not None:
            self._cell.append(data)
            return
        if self._verbatim:
            first = self.getpos()[0]
            for offset, text in enumerate(data.split("\n")):
                self.lines.append(Line(first + offset, text))
            return
        if not self._text:
            self._text_line = self.getpos()[0]
        self._text.append(data)

    def close(self) -> None:
        super().close()
        self._end_row()
        self._break()

    def _break(self) -> None:
        """A block starts or ends: inside a cell it is a space, outside a new line."""
        if self._cell is not None:
            self._cell.append(" ")
            return
        text = _SPACE.sub(" ", "".join(self._text)).strip()
        self._text = []
        if text:
            self.lines.append(Line(self._text_line, text))

    def _leave_layout(self) -> None:
        """The open row belongs to a table that only places things: its texts are lines."""
        self._end_cell()
        if self._row:
            self.lines += [Line(self._row.line, text) for text in self._row.cells if text]
            self._row = None
        self._break()

    def _end_cell(self) -> None:
        if self._cell is not None and self._row:
            self._row.cells.append(_SPACE.sub(" ", "".join(self._cell)).strip(" "))
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row and (cells := self._row.cells):
            row = "".join(text.replace("|", "\\|") + " | " for text in cells).rstrip(" ")
            self.lines.append(Line(self._row.line, row))
            if self._row.headings == len(cells):
                self._has_headings = True
                self.lines.append(Line(self._row.line, "---|" * len(cells)))
        self._row = None


def read(file: str, text: str) -> tuple[list[Line], list[Problem]]:
    """The page as lines of text and pipe tables, and what is wrong with it."""
    reducer = _Reducer()
    reducer.feed(text)
    reducer.close()
    problems = []
    if reducer.open_tables > 0:
        last = text.count("\n") + 1
        problems.append(Problem(CUT_OFF, "the page ends inside a table", file, line=last))
    return reducer.lines, problems
