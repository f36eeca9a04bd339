"""What a run remembers for the next one. Everything here may be deleted at any time."""

import contextlib
import hashlib
import importlib.util
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

_TOOLS = ("black-", "jinja2-", "jsonschema-", "markupsafe-", "pyyaml-")


class Cache:
    """A folder of JSON files, each with the digest of its text in a last line.

    A file that is missing or damaged counts as empty.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def read(self, name: str) -> dict[str, Any]:
        """The remembered values of one kind."""
        if self._folder is None:
            return {}
        try:
            text, _, digest = (self._folder / f"{name}.json").read_bytes().rpartition(b"\n")
        except OSError:
            return {}
        if digest != sha256(text).encode():
            return {}
        remembered: dict[str, Any] = json.loads(text, parse_float=Decimal)
        return remembered

    def write(self, name: str, values: dict[str, Any]) -> None:
        """Replace the remembered values. A cache that cannot be written is no error."""
        if self._folder is None:
            return
        path = self._folder / f"{name}.json"
        temporary = path.with_suffix(f".{os.getpid()}.tmp")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            digest = hashlib.sha256()
            with temporary.open("wb") as file:
                for piece in _pieces(values):
                    digest.update(piece)
                    file.write(piece)
                file.write(b"\n" + digest.hexdigest().encode())
            os.replace(temporary, path)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


_MARK = "\udc00"
"""A lone surrogate, which no text has that was read as UTF-8."""
_MARKED = re.compile(f'"{_MARK}([^"]*)"')


def _pieces(values: dict[str, Any]) -> Iterator[bytes]:
    """JSON, one value after the other: the whole text would take much memory at once."""
    before = b"{"
    for key, value in values.items():
        yield before + _encode(key) + b": " + _encode(value)
        before = b",\n"
    yield b"}" if values else b"{}"


def _encode(value: Any) -> bytes:
    """JSON in which decimals are numbers with all their digits: json knows only floats."""

    def marked(value: Any) -> str:
        assert isinstance(value, Decimal), value
        return f"{_MARK}{value}"

    return _MARKED.sub(r"\1", json.dumps(value, ensure_ascii=False, default=marked)).encode()


def sha256(content: bytes) -> str:
    """The digest by which files are compared."""
    return hashlib.sha256(content).hexdigest()


def digest_files(root: Path, paths: Iterable[Path]) -> str:
    """One digest of many files, their names included."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.relative_to(root).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def toolchain() -> str:
    """The versions that the output depends on, read from folder names: importing costs too much."""
    found = importlib.util.find_spec("black")
    folder = Path(found.origin).parent.parent if found and found.origin else None
    names = os.listdir(folder) if folder else []
    tools = sorted(
        name for name in names if name.endswith(".dist-info") and name.lower().startswith(_TOOLS)
    )
    return f"python {sys.version_info[:2]} " + " ".join(tools)
