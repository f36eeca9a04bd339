"""A page saved as HTML → the lines that the same page has as text, with the lines of the file."""

import re
from html.parser import HTMLParser

from generator.importers.document import Line

_HIDDEN = frozenset({"script", "style", "template", "noscript", "svg"})
_BLOCKS = frozenset(
    "address article aside blockquote body dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 "
    "h6 header hr li main nav ol p pre section table tbody thead tfoot title ul option".split()
)
_LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<!--|<!doctype\s+html|<html|<head|<body|<div|<table)", re.IGNORECASE
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
MAX_OPEN_ROWS = 50


def is_html(text: str) -> bool:
    """Whether the text starts as HTML does."""
    return _LOOKS_LIKE_HTML.match(text) is not None


class _Reducer(HTMLParser):
    """Writes rows as pipe tables and everything else as lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._text: list[str] = []
        self._text_line = 1
        self._rows: list[tuple[int, list[str], bool]] = []
        self._cells: list[list[str]] = []
        self._hidden = 0
        self._verbatim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "pre":
            self._break()
            self._verbatim += 1
        elif tag == "tr" and len(self._rows) < MAX_OPEN_ROWS:
            self._break()
            self._rows.append((self.getpos()[0], [], False))
        elif tag in ("td", "th") and self._rows:
            self._end_cell()
            line, cells, is_head = self._rows[-1]
            self._rows[-1] = (line, cells, is_head or tag == "th")
            self._cells.append([])
        elif tag in _BLOCKS or tag == "br":
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "pre":
            self._break()
            self._verbatim = max(0, self._verbatim - 1)
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr" and self._rows:
            self._end_row()
        elif tag == "table":
            self._break()
            self.lines.append(Line(self.getpos()[0], ""))
        elif tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._cells:
            self._cells[-1].append(data)
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
        while self._rows:
            self._end_row()
        self._break()

    def _break(self) -> None:
        """A block starts or ends: inside a cell it is a space, outside a new line."""
        if self._cells:
            self._cells[-1].append(" ")
            return
        text = _SPACE.sub(" ", "".join(self._text)).strip()
        self._text = []
        if text:
            self.lines.append(Line(self._text_line, text))

    def _end_cell(self) -> None:
        if self._cells and self._rows and len(self._cells) >= len(self._rows):
            text = _SPACE.sub(" ", "".join(self._cells.pop())).strip(" ")
            self._rows[-1][1].append(text.replace("|", "\\|"))

    def _end_row(self) -> None:
        self._end_cell()
        line, cells, is_head = self._rows.pop()
        if cells:
            self.lines.append(Line(line, " | ".join(cells) + " |"))
            if is_head:
                self.lines.append(Line(line, "---|" * len(cells)))


def lines_of(text: str) -> list[Line]:
    """The page as lines of text and pipe tables."""
    reducer = _Reducer()
    reducer.feed(text)
    reducer.close()
    return reducer.lines
