"""Bytes of a saved file → text, with what is to be said about them."""

from pathlib import Path

from generator.importers import rules
from generator.problems import Problem, SpecError

MAX_BYTES = 2 << 20


def read_text(path: Path, file: str) -> tuple[str, list[Problem]]:
    """The text of a saved file, which problems call `file`, and notices about its encoding."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise SpecError([rules.problem(rules.UNREADABLE, message, file, None)]) from error
    return decode(file, content)


def decode(file: str, content: bytes) -> tuple[str, list[Problem]]:
    """UTF-8 text; GB18030 is taken with a notice. Raises SpecError on anything else."""

    def refusal(rule: str, message: str, at: int = 0) -> SpecError:
        return SpecError([rules.problem(rule, message, file, content.count(b"\n", 0, at) + 1)])

    if len(content) > MAX_BYTES:
        raise refusal(rules.TOO_LARGE, f"the file is larger than {MAX_BYTES >> 20} MiB")
    if b"\0" in content:
        message = "a NUL byte: this is no text in UTF-8 or GB18030"
        raise refusal(rules.ENCODING, message, content.index(b"\0"))
    if not content.strip():
        raise refusal(rules.NO_API_PAGE, "the file is empty")
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        at, reason = error.start, error.reason
    if reason == "unexpected end of data":
        raise refusal(rules.CUT_OFF, "the file ends inside a character", at)
    odd = refusal(rules.ENCODING, f"byte {content[at]:#04x} is not UTF-8", at)
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        raise odd from None
    (told,) = odd.problems
    message = f"{told.message}; the file was read as GB18030"
    return text, [rules.problem(rules.ENCODING, message, file, told.line, warning=True)]
