"""How hints reach people: in headers, which hold ASCII alone, and in the log."""

import logging
from collections.abc import Iterable
from urllib.parse import quote

from .errors import Hint
from .http import Headers, Reply, Request

LOG = logging.getLogger(__package__)
HINT_HEADER, SIGNED_HEADER = "X-Mock-Hint", "X-Mock-Signed"
ENCODING_HEADER = "X-Mock-Encoding"
LONGEST_HEADER = 4000
_LONGEST_LINE = 400
_PRINTABLE = "".join(map(chr, range(0x20, 0x7F))).replace("%", "")


def headers(hints: Iterable[Hint], signed: str | None) -> Headers:
    """The hints in English, and the text that was signed.

    A text that a header cannot hold as it is is percent-encoded; a further header names those.
    """
    told = {HINT_HEADER: "; ".join(hint.en for hint in hints), SIGNED_HEADER: signed or ""}
    told = {name: text[:LONGEST_HEADER] for name, text in told.items() if text}
    encoded = {name: _encoded(text) for name, text in told.items() if not _is_plain(text)}
    if encoded:
        told |= encoded
        told[ENCODING_HEADER] = f"percent-encoded UTF-8: {', '.join(encoded)}"
    return tuple(told.items())


def one_line(text: str) -> str:
    """A text for the log; what does not print is escaped."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def log_page(request: Request, reply: Reply) -> None:
    """A line for a request that is no call, and why it was refused."""
    if LOG.isEnabledFor(logging.INFO):
        told = f"{one_line(f'{request.verb} {request.path}'[:_LONGEST_LINE])} → {reply.status}"
        if reply.status >= 400 and reply.body:
            reason = reply.body[:_LONGEST_LINE].decode("utf-8", "replace").splitlines()[0]
            told += f"\n  {one_line(reason)}"
        LOG.info(told)


def _is_plain(text: str) -> bool:
    """Whether a text may stand in a header as it is."""
    return text.isascii() and text.isprintable() and text == text.strip()


def _encoded(text: str) -> str:
    return quote(text, safe=_PRINTABLE, errors="replace")[:LONGEST_HEADER].strip()
