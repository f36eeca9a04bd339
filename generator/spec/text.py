"""Text of a spec is untrusted: it leaves only through an escaper named for its context."""

import json
import re
from typing import NoReturn

_SAFE_CODE_SPAN = re.compile(r"[^`|<>&\\]+")
_MARKDOWN_SPECIAL = re.compile(
    r"[\\`*\[\]{}<>&|~$^]"  # wherever they stand
    r"|(?<![^\W_])_|_(?![^\W_])"  # emphasis; inside a word it is a letter
    r"|=(?==)"  # marked text
    r"|:(?=[a-z+-][\w+-]*:)"  # emoji
    r"|^[#+=:!?-]|^\d+[.)]"  # headings, lists and boxes, at the start only
)
_MARKDOWN_BACKSLASHED = frozenset("\\`*_{}[]#+-.!")
"""What every dialect of Markdown takes behind a backslash; all else becomes an HTML entity."""
_HTML_NAMES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


class SpecText:
    """A piece of prose from a spec. It has no `str()`: choose an escaper instead."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The bare text, for comparisons and for data formats that escape by themselves."""
        return self._value

    def __str__(self) -> NoReturn:
        raise TypeError("SpecText needs an escaper: literal, docstring, comment, md, md_cell, json")

    def __format__(self, spec: str) -> NoReturn:
        raise TypeError("SpecText needs an escaper: literal, docstring, comment, md, md_cell, json")

    def __repr__(self) -> str:
        return f"SpecText({self._value!r})"

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SpecText) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)


def reveal(text: SpecText | str) -> str:
    """The bare text of either kind."""
    return text.reveal() if isinstance(text, SpecText) else text


def _escape_unprintable(text: str) -> str:
    """Controls, line separators, bidi marks and lone surrogates as \\x, \\u or \\U escapes."""
    if text.isprintable():
        return text
    out = []
    for char in text:
        if char.isprintable():
            out.append(char)
        elif char == "\n":
            out.append("\\n")
        elif char == "\t":
            out.append("\\t")
        elif char == "\r":
            out.append("\\r")
        elif (code := ord(char)) <= 0xFF:
            out.append(f"\\x{code:02x}")
        elif code <= 0xFFFF:
            out.append(f"\\u{code:04x}")
        else:
            out.append(f"\\U{code:08x}")
    return "".join(out)


def literal(text: SpecText | str) -> str:
    """A Python string literal, quoted the way black prefers."""
    bare = _escape_unprintable(reveal(text).replace("\\", "\\\\"))
    if bare.count('"') > bare.count("'"):
        return "'" + bare.replace("'", "\\'") + "'"
    return '"' + bare.replace('"', '\\"') + '"'


def docstring(text: SpecText | str) -> str:
    """Text inside a triple-quoted docstring, on one line of the source."""
    bare = _escape_unprintable(reveal(text).replace("\\", "\\\\"))
    return re.sub(r'"{3,}|"+\Z', lambda quotes: '\\"' * len(quotes[0]), bare)


def comment(text: SpecText | str) -> str:
    """Text behind `#`, on one line."""
    return _escape_unprintable(reveal(text).replace("\\", "\\\\"))


def md(text: SpecText | str) -> str:
    """Inline Markdown that shows the text itself."""
    bare = "".join(" " if char.isspace() else char for char in reveal(text)).strip()
    return _MARKDOWN_SPECIAL.sub(_markdown_escape, _escape_unprintable(bare))


def _markdown_escape(special: re.Match[str]) -> str:
    number, char = special[0][:-1], special[0][-1]
    if char in _MARKDOWN_BACKSLASHED:
        return f"{number}\\{char}"
    return number + _HTML_NAMES.get(char, f"&#{ord(char)};")


def md_cell(text: SpecText | str) -> str:
    """Inline Markdown inside a table cell; `md` leaves nothing that ends a cell."""
    return md(text)


def md_code(text: SpecText | str) -> str:
    """A code span, also inside a table cell."""
    bare = reveal(text)
    if _SAFE_CODE_SPAN.fullmatch(bare) and bare.isprintable() and bare == bare.strip():
        return f"`{bare}`"
    shown = (
        char if char.isalnum() or char == " " else f"&#{ord(char)};"
        for char in _escape_unprintable(bare)
    )
    return f"<code>{''.join(shown)}</code>"


def json_literal(text: SpecText | str) -> str:
    """A JSON string, which is a YAML double-quoted scalar as well."""
    encoded = json.dumps(reveal(text), ensure_ascii=False)
    if encoded.isprintable():
        return encoded
    return "".join(
        # Beyond the BMP JSON would need a surrogate pair, which YAML does not know.
        char if char.isprintable() or ord(char) > 0xFFFF else f"\\u{ord(char):04x}"
        for char in encoded
    )
