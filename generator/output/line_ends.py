"""Line ends: text reads alike on every machine, also where git turns line feeds into CR LF."""

from pathlib import Path

from generator.spec.disk import read_input


def with_line_feeds(content: bytes) -> bytes:
    """Content in which every CR LF is a line feed."""
    return content.replace(b"\r\n", b"\n")


def read_text_file(path: Path) -> bytes:
    """The content of a plain file: text with line feeds, anything else byte for byte."""
    content = read_input(path)
    return with_line_feeds(content) if _is_text(content) else content


def _is_text(content: bytes) -> bool:
    if b"\0" in content:
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
