"""What calls have created, so that later calls find it again."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .tallies import checksum

TABLE = """
CREATE TABLE things (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    created REAL NOT NULL,
    data TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    UNIQUE (kind, id)
)
"""
_COLUMNS = "SELECT kind, id, created, data, checksum FROM things "


@dataclass(frozen=True, slots=True)
class Thing:
    """One of them; its id differs from those of its kind."""

    id: str
    created: float
    """Seconds since 1970."""
    data: Mapping[str, Any]


class Things:
    """All of them, in a database that others keep their tables in as well.

    Nothing is ever taken away, so a count gives the next id. Every change is a transaction: a
    killed process leaves a thing whole or not at all. sqlite3.DatabaseError: they are damaged.
    """

    def __init__(
        self, connection: sqlite3.Connection, written: Callable[[], None] = lambda: None
    ) -> None:
        """`written` is called after every change."""
        self._connection = connection
        self._written = written
        made = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'things'")
        kept = [*map(_thing, connection.execute(_COLUMNS))]
        if len(kept) != next(made, (0,))[0]:
            raise sqlite3.DatabaseError("things are missing")

    def add(self, kind: str, id_: str, data: Mapping[str, Any], now: float) -> Thing:
        """The thing with this id, which is made if there is none yet."""
        if found := self.find(kind, id_):
            return found
        now, text = float(now), _text(data)  # as it is read again
        with self._connection:
            self._connection.execute(
                "INSERT INTO things (kind, id, created, data, checksum) VALUES (?, ?, ?, ?, ?)",
                (kind, id_, now, text, _checksum(kind, id_, now, text)),
            )
        self._written()
        return Thing(id_, now, data)

    def change(self, kind: str, id_: str, data: Mapping[str, Any]) -> None:
        """Give a thing other data."""
        text = _text(data)
        found = self.find(kind, id_)
        if found is None:
            return
        with self._connection:
            self._connection.execute(
                "UPDATE things SET data = ?, checksum = ? WHERE kind = ? AND id = ?",
                (text, _checksum(kind, id_, found.created, text), kind, id_),
            )
        self._written()

    def find(self, kind: str, id_: str) -> Thing | None:
        """The thing with this id."""
        rows = self._connection.execute(_COLUMNS + "WHERE kind = ? AND id = ?", (kind, id_))
        return next(map(_thing, rows), None)

    def all(self, kind: str) -> list[Thing]:
        """The things of a kind, oldest first."""
        rows = self._connection.execute(_COLUMNS + "WHERE kind = ? ORDER BY number", (kind,))
        return [*map(_thing, rows)]

    def count(self, kind: str) -> int:
        """How many things of a kind there are."""
        rows = self._connection.execute("SELECT COUNT(*) FROM things WHERE kind = ?", (kind,))
        return int(rows.fetchone()[0])


def _thing(row: tuple[str, str, float, str, int]) -> Thing:
    kind, id_, created, data, told = row
    if told != _checksum(kind, id_, created, data):
        raise sqlite3.DatabaseError("a thing is damaged")
    return Thing(id_, created, json.loads(data))


def _checksum(kind: str, id_: str, created: float, data: str) -> int:
    return checksum(f"{kind} {id_} {created!r} {data}")


def _text(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
