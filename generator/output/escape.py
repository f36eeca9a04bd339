"""Escapers: the only way for spec text into the output, each named for the context it serves.

What comes out is `Safe`: a template prints nothing but this, names and whole numbers. Source that a
target composes itself goes through `compose`, whose template is a constant of ours and whose parts
are safe already.
"""

import re
from collections.abc import Iterable

from generator.spec.text import Name, SpecText, json_literal, reveal

_SAFE_URL = re.compile(r"https://[A-Za-z0-9._~/%+:@,;=&?#-]+")
_SAFE_CODE_SPAN = re.compile(r"[^`|<>&\\]+")
_MARKDOWN_SPECIAL = re.compile(
    r"[\\`*\[\]{}<>&|~$^]"  # wherever they stand
    r"|(?<![^\W_])_|_(?![^\W_])"  # emphasis; inside a word it is a letter
    r"|=(?==)"  # marked text
    r"|:(?=[a-z+-][\w+-]*:)"  # emoji
    r"|^[#+=:!?-]|^\d+[.)]"  # headings, lists and boxes, at the start only
)
_MARKDOWN_BACKSLASHED = frozenset("\\`*_{}#+-.!")
"""What every dialect of Markdown takes behind a backslash; all else becomes an HTML entity.

Brackets behind backslashes are formulas where a site shows formulas.
"""
_HTML_NAMES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


_PRAGMA = re.compile(
    r"(?<![A-Za-z0-9_])(?:"
    r"(?:type|fmt|yapf|mypy|pyright|pylint|ruff|flake8|isort|pytype|pyre|[a-z]*coding)(?=\s*[:=])"
    r"|noqa|nosec|nopycln|pragma"
    r")(?![A-Za-z0-9_])",
    re.IGNORECASE,
)
"""Words by which comments tell tools what to do, wherever in a comment they stand."""


class Safe(str):
    """Text that an escaper made, or that was composed of such text: a template may print it."""

    __slots__ = ()


Printable = Safe | Name | int


def printable(value: object) -> bool:
    """Whether a template may print a value as it is."""
    return isinstance(value, Safe | Name | int) and not isinstance(value, bool)


def compose(template: str, *parts: Printable) -> Safe:
    """A constant template with safe parts in its gaps."""
    for part in parts:
        if not printable(part):
            raise TypeError(f"{type(part).__name__} must be escaped before it is composed")
    return Safe(template.format(*parts))


def joined(separator: str, parts: Iterable[Printable]) -> Safe:
    """Safe parts with a constant between them."""
    return Safe(separator.join(compose("{}", part) for part in parts))


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


def literal(text: SpecText | str) -> Safe:
    """A Python string literal, quoted the way black prefers."""
    bare = _escape_unprintable(reveal(text).replace("\\", "\\\\"))
    if bare.count('"') > bare.count("'"):
        return Safe("'" + bare.replace("'", "\\'") + "'")
    return Safe('"' + bare.replace('"', '\\"') + '"')


def docstring(text: SpecText | str) -> Safe:
    """Text inside a triple-quoted docstring, on one line of the source."""
    bare = _escape_unprintable(reveal(text).replace("\\", "\\\\"))
    bare = re.sub(r'"{3,}|\A"+|"+\Z', lambda quotes: '\\"' * len(quotes[0]), bare)
    # A formatter would put a space behind a last quote, even behind one that is escaped.
    return Safe(f"{bare[:-2]}\\x22" if bare.endswith('"') else bare)


def comment(text: SpecText | str) -> Safe:
    """Text behind `#`, on one line; what would tell tools something stands in quotes."""
    bare = _PRAGMA.sub(r'"\g<0>"', reveal(text))
    return Safe(_escape_unprintable(bare.replace("\\", "\\\\")))


def md(text: SpecText | str) -> Safe:
    """Inline Markdown that shows the text itself."""
    bare = "".join(" " if char.isspace() else char for char in reveal(text)).strip()
    return Safe(_MARKDOWN_SPECIAL.sub(_markdown_escape, _escape_unprintable(bare)))


def _markdown_escape(special: re.Match[str]) -> str:
    number, char = special[0][:-1], special[0][-1]
    if char in _MARKDOWN_BACKSLASHED:
        return f"{number}\\{char}"
    return number + _HTML_NAMES.get(char, f"&#{ord(char)};")


def md_cell(text: SpecText | str) -> Safe:
    """Inline Markdown inside a table cell; `md` leaves nothing that ends a cell."""
    return md(text)


def md_code(text: SpecText | str) -> Safe:
    """A code span, also inside a table cell."""
    bare = reveal(text)
    if _SAFE_CODE_SPAN.fullmatch(bare) and bare.isprintable() and bare == bare.strip():
        return Safe(f"`{bare}`")
    shown = (
        char if char.isalnum() or char == " " else f"&#{ord(char)};"
        for char in _escape_unprintable(bare)
    )
    return Safe(f"<code>{''.join(shown)}</code>")


def md_link(title: SpecText | str, url: SpecText | str) -> Safe:
    """A link, also inside a table cell; an address that is none of the web's is shown as code."""
    bare = reveal(url)
    if not _SAFE_URL.fullmatch(bare):
        return Safe(f"{md(title)} {md_code(url)}")
    return Safe(f"[{md(title)}](<{bare.replace('&', '&amp;')}>)")


def json_string(text: SpecText | str) -> Safe:
    """A JSON string, which is a YAML or TOML double-quoted string as well."""
    return Safe(json_literal(text))
