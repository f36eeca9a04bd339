"""Bytes of a saved file → text, with what is to be said about them."""

from pathlib import Path

from generator.importers.rules import (
    CUT_OFF,
    ENCODING,
    NO_API_PAGE,
    TOO_LARGE,
    UNREADABLE,
    DocumentError,
)
from generator.problems import Problem

MAX_BYTES = 2 << 20


def read_text(path: Path, file: str) -> tuple[str, list[Problem]]:
    """The text of a saved file, which problems call `file`, and notices about its encoding."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise DocumentError([Problem(UNREADABLE, message, file)]) from error
    return decode(file, content)


def decode(file: str, content: bytes) -> tuple[str, list[Problem]]:
    """UTF-8 text; GB18030 is taken with a notice."""
    if len(content) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES >> 20} MiB"
        raise DocumentError([Problem(TOO_LARGE, message, file, line=1)])
    if b"\0" in content:
        line = content.count(b"\n", 0, content.index(b"\0")) + 1
        message = "a NUL byte: this is no text in UTF-8 or GB18030"
        raise DocumentError([Problem(ENCODING, message, file, line=line, hint="save it as UTF-8")])
    if not content.strip():
        raise DocumentError([Problem(NO_API_PAGE, "the file is empty", file, line=1)])
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        if error.reason == "unexpected end of data":
            message, hint = "the file ends inside a character: it is cut", "save the whole page"
            raise DocumentError([Problem(CUT_OFF, message, file, line=line, hint=hint)]) from None
        what = f"byte {content[error.start]:#04x} is not UTF-8"
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        hint = "save the page as UTF-8 text"
        raise DocumentError([Problem(ENCODING, what, file, line=line, hint=hint)]) from None
    notice = f"{what}; the file was read as GB18030"
    return text, [Problem(ENCODING, notice, file, line=line, warning=True)]
