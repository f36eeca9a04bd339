"""Which texts a reply can carry in JSON and in XML alike, and how values are told in errors."""

import re
from typing import Any

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML has no way to write."""
_SHOWN = 80


def flaw(text: str) -> str | None:
    """Why a text cannot be sent."""
    found = NOT_XML.search(text)
    if not found:
        return None
    code = ord(found[0])
    if 0xD800 <= code <= 0xDFFF:
        return "含有不成对的代理字符 (a lone surrogate cannot be sent)"
    return (
        f"含有 XML 不能传的字符 U+{code:04X}，去掉它 (XML cannot carry U+{code:04X}: leave it away)"
    )


def sendable(text: str) -> str:
    """A text of a call, which may hold anything."""
    return NOT_XML.sub("?", text)


def printed(value: Any) -> str:
    """A value in an error, cut; Python refuses to write numbers of thousands of digits."""
    try:
        text = repr(value)
    except ValueError:
        return type(value).__name__
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
