"""A page saved as HTML → the lines that the same page has as text, with the lines of the file."""

import re
from html.parser import HTMLParser

from generator.importers.read.apidoc import Line
from generator.importers.rules import CUT_OFF, problem
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
        """Of the block or cell that is being read."""
        self._line = 1
        """Where the block or row begins."""
        self._row: list[str] | None = None
        """The cells that have ended."""
        self._in_cell = False
        self._headings = 0
        self._has_headings = False
        self._inner_tables = 0
        """Tables that are open inside a cell of facts."""
        self._hidden = 0
        self._verbatim = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open_tables += tag == "table"
        if tag in _HIDDEN:
            self._hidden += 1
        elif self._inner_tables or (
            tag in ("table", "pre") and self._in_cell and self._has_headings
        ):
            self._inner_tables += tag == "table"
            self._break()
        elif tag in ("table", "pre"):
            self._leave_layout()
            self._has_headings = False
            self._verbatim = tag == "pre"
        elif tag == "tr":
            self._end_row()
            self._break()
            self._row, self._headings, self._line = [], 0, self.getpos()[0]
        elif tag in ("td", "th") and self._row is not None:
            self._end_cell()
            self._headings += tag == "th"
            self._in_cell, self._text = True, []
        elif tag in _BLOCKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        self.open_tables -= tag == "table"
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif self._inner_tables:
            self._inner_tables -= tag == "table"
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
            self._verbatim = self._verbatim and tag != "pre"

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        first = self.getpos()[0]
        if self._verbatim and not self._in_cell:
            self.lines += (
                Line(number, text) for number, text in enumerate(data.split("\n"), first)
            )
            return
        if not self._text and self._row is None:
            self._line = first
        self._text.append(data)

    def close(self) -> None:
        super().close()
        self._end_row()
        self._break()

    def _break(self) -> None:
        """A block starts or ends: inside a cell it is a space, outside a new line."""
        if self._in_cell:
            self._text.append(" ")
        elif text := self._take_text():
            self.lines.append(Line(self._line, text))

    def _take_text(self) -> str:
        text, self._text = _SPACE.sub(" ", "".join(self._text)).strip(" "), []
        return text

    def _leave_layout(self) -> None:
        """The open row belongs to a table that only places things: its texts are lines."""
        self._end_cell()
        self.lines += (Line(self._line, text) for text in self._row or () if text)
        self._row = None
        self._break()

    def _end_cell(self) -> None:
        if self._in_cell and self._row is not None:
            self._row.append(self._take_text())
        self._in_cell = False

    def _end_row(self) -> None:
        self._end_cell()
        if cells := self._row:
            row = "".join(text.replace("|", "\\|") + " | " for text in cells).rstrip(" ")
            self.lines.append(Line(self._line, row))
            if self._headings == len(cells):
                self._has_headings = True
                self.lines.append(Line(self._line, "---|" * len(cells)))
        self._row = None


def read(file: str, text: str) -> tuple[list[Line], list[Problem]]:
    """The page as lines of text and pipe tables, and what is wrong with it."""
    reducer = _Reducer()
    reducer.feed(text)
    reducer.close()
    last, message = text.count("\n") + 1, "the page ends inside a table"
    cut = [problem(CUT_OFF, message, file, last)] if reducer.open_tables > 0 else []
    return reducer.lines, cut
