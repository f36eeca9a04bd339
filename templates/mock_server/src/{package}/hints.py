"""How hints reach people: in headers, which hold ASCII alone, and in the log."""

from collections.abc import Iterable
from urllib.parse import quote

from .errors import Hint
from .http import Headers

HINT_HEADER, SIGNED_HEADER = "X-Mock-Hint", "X-Mock-Signed"
ENCODING_HEADER = "X-Mock-Encoding"
LONGEST_HEADER = 4000
_ENCODED = (ENCODING_HEADER, "percent-encoded UTF-8")
_PRINTABLE = "".join(map(chr, range(0x20, 0x7F))).replace("%", "")


def headers(hints: Iterable[Hint], signed: str | None) -> Headers:
    """The hints in English, and the text that was signed.

    A text that is not plain is percent-encoded, and a header of its own then says so for all.
    """
    told = {HINT_HEADER: "; ".join(hint.en for hint in hints), SIGNED_HEADER: signed or ""}
    told = {name: text[:LONGEST_HEADER] for name, text in told.items() if text}
    if all(map(_is_plain, told.values())):
        return tuple(told.items())
    encoded = {name: _encoded(text) for name, text in told.items()}
    return (*encoded.items(), _ENCODED)


def one_line(text: str) -> str:
    """A text for the log; what does not print is escaped."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def _is_plain(text: str) -> bool:
    """Whether a text may stand in a header as it is, and is not taken for an encoded one."""
    return text.isascii() and text.isprintable() and text == text.strip()


def _encoded(text: str) -> str:
    return quote(text, safe=_PRINTABLE, errors="replace")[:LONGEST_HEADER].strip()
