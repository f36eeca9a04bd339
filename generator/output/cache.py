"""What a run remembers for the next one. Everything here may be deleted at any time."""

import contextlib
import hashlib
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.output.stamp import toolchain

try:
    import sqlite3
except ImportError:  # Some builds of Python come without it: they remember nothing.
    sqlite3 = None  # type: ignore[assignment]

_PATIENCE = 0.2
"""Seconds to wait while another process saves; after that this run does without."""

_COLUMNS = ["key", "content", "digest"]
_CREATE = "CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, content BLOB, digest BLOB)"


class Cache:
    """A folder with one small database a shelf; without a folder nothing is remembered."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @property
    def stamp_file(self) -> Path | None:
        """Where the last run is remembered as a whole."""
        return self._folder and self._folder / "stamp.json"

    def texts(self, name: str, made_by: str) -> "Shelf":
        """The remembered texts of one kind. `made_by` is a digest of the code that makes them."""
        return Shelf(self._folder and self._folder / f"{name}.sqlite", made_by)

    def values(self, name: str, made_by: str) -> "Values":
        """The remembered plain data of one kind."""
        return Values(self.texts(name, made_by))


class Shelf:
    """Texts by key; each is read from disk when it is asked for.

    Keys are bound to `made_by` and the tools: what others made is not found. What is missing,
    damaged, locked or forbidden counts as not remembered.
    """

    def __init__(self, file: Path | None, made_by: str) -> None:
        self._file = file if sqlite3 else None
        self._made_by = f"{toolchain()}\0{made_by}\0"
        self._connection: sqlite3.Connection | None = None
        self._used: set[bytes] = set()
        self._forgetful = False

    def get(self, key: str) -> str | None:
        """The text that an earlier run kept, or this one."""
        place = self._place(key)
        if connection := self._open():
            try:
                row = connection.execute(
                    "SELECT content, digest FROM entries WHERE key = ?", (place,)
                ).fetchone()
            except sqlite3.OperationalError:
                self._leave()
            except sqlite3.Error:
                self._remove()
            else:
                if row and isinstance(row[0], bytes) and row[1] == _digest(place, row[0]):
                    self._used.add(place)
                    return _text(row[0])
        return None

    def keep(self, key: str, text: str) -> None:
        """Remember a text, provided that this run comes to `save`."""
        place, content = self._place(key), _bytes(text)
        self._used.add(place)
        self._change(
            "INSERT OR REPLACE INTO entries VALUES (?, ?, ?)",
            [(place, content, _digest(place, content))],
        )

    def save(self) -> None:
        """Make what was kept last, and forget what this run did not use."""
        if connection := self._open():
            with contextlib.suppress(sqlite3.Error):
                known = {place for (place,) in connection.execute("SELECT key FROM entries")}
                if unused := known - self._used:
                    self._change(
                        "DELETE FROM entries WHERE key = ?", [(place,) for place in unused]
                    )
                if connection.in_transaction and not self._forgetful:
                    connection.execute("COMMIT")
        self.close()

    def close(self) -> None:
        """Let go of the file; what was kept after the last `save` is forgotten."""
        if self._connection:
            self._connection.close()
            self._connection = None
        self._used.clear()

    def _change(self, statement: str, rows: list[tuple[bytes, ...]]) -> None:
        if self._forgetful or not (connection := self._open()):
            return
        try:
            if not connection.in_transaction:
                connection.execute("BEGIN IMMEDIATE")
            connection.executemany(statement, rows)
        except sqlite3.OperationalError:  # Somebody else saves, the disk is full or read-only.
            self._forgetful = True
        except sqlite3.Error:
            self._remove()

    def _place(self, key: str) -> bytes:
        return hashlib.blake2b(_bytes(self._made_by + key), digest_size=20).digest()

    def _open(self) -> "sqlite3.Connection | None":
        if self._connection is None and self._file:
            try:
                self._connection = _connect(self._file)
            except (sqlite3.OperationalError, OSError):
                self._leave()
            except sqlite3.Error:
                self._remove()
        return self._connection

    def _leave(self) -> None:
        """This run does without the file."""
        self.close()
        self._file = None

    def _remove(self) -> None:
        """The file is damaged or not ours: the next run starts with a new one."""
        if self._file:
            with contextlib.suppress(OSError):
                self._file.unlink()
        self._leave()


class Values:
    """Plain data on a shelf, with all digits of its decimals."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.save, self.close = shelf.save, shelf.close

    def get(self, key: str) -> Any:
        """The value that was kept; None stands for nothing, too."""
        text = self._shelf.get(key)
        return None if text is None else json.loads(text, parse_float=Decimal)

    def keep(self, key: str, value: Any) -> None:
        """Remember a value, provided that this run comes to `save`."""
        self._shelf.keep(key, _json(value))


def _connect(file: Path) -> "sqlite3.Connection":
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.is_symlink() or (file.exists() and not file.is_file()):
        raise sqlite3.DatabaseError("what stands here is no file of ours")
    connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    try:
        # The system writes in its own time: what a power failure damages is found out.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(_CREATE)
        columns = [row[1] for row in connection.execute("PRAGMA table_info(entries)")]
        if columns != _COLUMNS:
            raise sqlite3.DatabaseError("the table has another form")
    except BaseException:
        connection.close()
        raise
    return connection


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(content: bytes) -> str:
    return content.decode("utf-8", "surrogatepass")


def _digest(place: bytes, content: bytes) -> bytes:
    """Binds the content to its key."""
    return hashlib.blake2b(content, digest_size=20, key=place).digest()


_MARK = "\udc00"
"""A lone surrogate, which no text has that was read as UTF-8."""
_MARKED = re.compile(f'"{_MARK}([^"]*)"')


def _json(value: Any) -> str:
    """JSON in which decimals are numbers with all their digits: json knows only floats."""

    def marked(value: Any) -> str:
        assert isinstance(value, Decimal), value
        return f"{_MARK}{value}"

    return _MARKED.sub(r"\1", json.dumps(value, ensure_ascii=False, default=marked))
