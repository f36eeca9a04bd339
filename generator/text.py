"""Text of a spec is untrusted: it leaves only through an escaper named for its context."""

import html
import json
import re
from typing import NoReturn

_SAFE_CODE_SPAN = re.compile(r"[^`|<>&\x00-\x1f\x7f\\]+")
_MARKDOWN_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~$^=:-])")
_NEEDS_MARKDOWN_ESCAPE = re.compile(r"[\\`*\[\]|~$^]|(?<!\w)_|_(?!\w)|^[#+=:!(){}-]|!\[|\{[{%:]")


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
    if '"' in bare and "'" not in bare:
        return f"'{bare}'"
    return '"' + bare.replace('"', '\\"') + '"'


def docstring(text: SpecText | str) -> str:
    """Text inside a triple-quoted docstring, on one line of the source."""
    bare = _escape_unprintable(reveal(text).replace("\\", "\\\\"))
    bare = bare.replace('"""', '\\"\\"\\"')
    return bare[:-1] + '\\"' if bare.endswith('"') and not bare.endswith('\\"') else bare


def comment(text: SpecText | str) -> str:
    """Text behind `#`, on one line."""
    return _escape_unprintable(reveal(text).replace("\\", "\\\\"))


def md(text: SpecText | str) -> str:
    """Inline Markdown that shows the text itself."""
    bare = reveal(text)
    shown = "".join(
        char if char.isprintable() else " " if char in "\n\r\t" else _escape_unprintable(char)
        for char in bare
    )
    if _NEEDS_MARKDOWN_ESCAPE.search(shown):
        shown = _MARKDOWN_SPECIAL.sub(r"\\\1", shown)
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def md_cell(text: SpecText | str) -> str:
    """Inline Markdown inside a table cell."""
    shown = md(text)
    return shown if "\\|" in shown else shown.replace("|", "\\|")


def md_code(text: SpecText | str) -> str:
    """A code span, also inside a table cell."""
    bare = reveal(text)
    if _SAFE_CODE_SPAN.fullmatch(bare) and bare == bare.strip():
        return f"`{bare}`"
    shown = html.escape(_escape_unprintable(bare))
    for char in "\\`*_[]|~$^{}":
        shown = shown.replace(char, f"&#{ord(char)};")
    return f"<code>{shown}</code>"


def json_literal(text: SpecText | str) -> str:
    """A JSON string, which is a YAML double-quoted scalar as well."""
    encoded = json.dumps(reveal(text), ensure_ascii=False)
    if encoded.isprintable():
        return encoded
    return "".join(
        char if char.isprintable() else json.dumps(char, ensure_ascii=True)[1:-1]
        for char in encoded
    )
