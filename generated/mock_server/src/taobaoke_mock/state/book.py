"""The book of orders: SQLite, in memory or in a file.

An order has versions, each shown from a moment on. So a whole life is written at once, and what the
gateway shows follows from the time: nothing is changed when the clock moves, not even when it moves
back.
"""

import functools
import json
import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from ..errors import BookError
from ..times import DAY, HOUR
from . import files
from .lives import FOREVER, Life, Order, Punishment, Refund, Version
from .tallies import Tables, Tally, checksum, of_rows
from .things import TABLE as THINGS
from .things import Things
from .windows import OLDEST

FORMAT = 1
USUAL_RATE = 6.0
"""Orders an hour: a newcomer who asks for the last hour sees some."""
_HOURS_AT_ONCE = 24
TIMES = {1: "created", 2: "paid", 3: "settled", 4: "updated"}
"""Query type → the time that it asks for."""

_SCHEMA = (
    f"""{THINGS};"""
    + """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE orders (
  id INTEGER PRIMARY KEY, trade_id TEXT NOT NULL, parent_id TEXT NOT NULL,
  scene INTEGER NOT NULL, role INTEGER NOT NULL, relation_id INTEGER, special_id INTEGER,
  created INTEGER NOT NULL, clicked INTEGER NOT NULL, item INTEGER NOT NULL,
  unit INTEGER NOT NULL, num INTEGER NOT NULL, share INTEGER NOT NULL, subsidy INTEGER NOT NULL,
  special INTEGER NOT NULL, deposit INTEGER, deposit_paid INTEGER, adzone INTEGER NOT NULL,
  wireless INTEGER NOT NULL, extra TEXT
);
CREATE UNIQUE INDEX orders_trade_id ON orders (trade_id);
CREATE TABLE versions (
  order_id INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
  scene INTEGER NOT NULL, role INTEGER NOT NULL, created INTEGER NOT NULL,
  status INTEGER NOT NULL, paid INTEGER, settled INTEGER, updated INTEGER NOT NULL,
  tag INTEGER NOT NULL, price INTEGER NOT NULL, pay INTEGER NOT NULL, rate INTEGER NOT NULL,
  extra TEXT, PRIMARY KEY (order_id, since)
) WITHOUT ROWID;
CREATE TABLE refunds (
  order_id INTEGER NOT NULL, id INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
  status INTEGER NOT NULL, started INTEGER NOT NULL, finished INTEGER, updated INTEGER NOT NULL,
  fee INTEGER NOT NULL, PRIMARY KEY (id, since)
) WITHOUT ROWID;
CREATE INDEX refunds_order_id ON refunds (order_id);
CREATE INDEX refunds_started ON refunds (started);
CREATE INDEX refunds_finished ON refunds (finished);
CREATE INDEX refunds_updated ON refunds (updated);
CREATE TABLE punishments (
  order_id INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
  status TEXT NOT NULL, violation TEXT NOT NULL, PRIMARY KEY (order_id, since)
) WITHOUT ROWID;
"""
    + "".join(
        f"CREATE INDEX versions_{time} ON versions"
        f" ({time}, order_id, since, until, scene, role, status)"
        f"{f' WHERE {time} IS NOT NULL' if time in ('paid', 'settled') else ''};"
        for time in TIMES.values()
    )
)
_TABLES = {"orders": 20, "versions": 15, "refunds": 9, "punishments": 5}
"""Tables of orders, and how many columns each has."""
_IN_USE = "in use"
"""Whether a mock has the file open, and where what it writes goes."""
_IN_LOG, _READ_FROM_LOG = True, "log"
"""What the file itself says, and what its log says: if a file that nobody closed says the latter,
someone has put the whole log into it."""
_SEAL = "seal"
"""The row of `meta` that holds a checksum of all others."""
_HAPPENINGS: tuple[tuple[str, Any, int], ...] = (
    ("versions", Version, 1),
    ("refunds", Refund, 2),
    ("punishments", Punishment, 3),
)
"""Tables of what happens to orders, and where it stands in a life."""
_ORDER = f"{', '.join(Order._fields)}"
_VERSION = f"{', '.join(Version._fields)}"
_REFUND = f"{', '.join(Refund._fields)}"
_PUNISHMENT = f"{', '.join(Punishment._fields)}"


class Span(NamedTuple):
    """Which orders a call asks for."""

    query_type: int
    start: int
    end: int
    """Included, as the start is."""
    scene: int | None
    role: int | None
    status: int | None


class Place(NamedTuple):
    """Where a row stands in the order of a span: by time, then by id."""

    time: int
    id: int


class Found(NamedTuple):
    """A row of a page: the version of an order that is shown."""

    time: int
    id: int
    since: int


class Book:
    """Orders over time. `seed` and `rate` of a file are those that it was made with."""

    def __init__(
        self, path: str | Path | None = None, *, seed: int | None = None, rate: float | None = None
    ) -> None:
        self._path = None if path is None else Path(path)
        self.changes = 0
        """Grows with everything that is written."""
        self.rewrites = 0
        """Grows when something is written anew."""
        self._meta: dict[str, Any] = {}
        try:
            with self.reading():
                is_new = self._look(seed, rate)
                self._db = files.opened(self._path)
        except OSError as error:
            raise files.unusable(self._path, error) from error
        try:
            with self.reading():
                self._tables = Tables(self._db)
                if is_new:
                    self._make(1 if seed is None else seed, USUAL_RATE if rate is None else rate)
                if self._path:
                    files.keep_log(self._db)
                    _start_log(self._db, self._meta)
                tidy = functools.partial(_tidy_log, self._db, self._meta, self._path)
                self.things = Things(self._db, tidy)
                """What else is kept in the same file."""
        except BaseException:
            self._db.close()
            raise
        # Whoever forgets to close it leaves a whole file as well.
        self._closing = weakref.finalize(self, _close, self._db, self._meta)
        self.seed, self.rate = int(self._meta["seed"]), float(self._meta["rate"])

    def _make(self, seed: int, rate: float) -> None:
        """Tables and all that is remembered, or nothing: a killed process leaves no half a book."""
        self._db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} {files.mark(FORMAT)}")
        tallies = dict.fromkeys(_TABLES, Tally())
        self._meta |= {"seed": seed, "rate": rate, "filled": [], "tallies": tallies}
        self.remember(_IN_USE, False)
        self._db.execute("COMMIT")

    def _look(self, seed: int | None, rate: float | None) -> bool:
        """Whether there is no file yet. BookError if there is one that cannot be used, which is
        left as it is."""
        if self._path is None:
            return True
        files.check_place(self._path)
        if not self._path.exists():
            return True
        with files.read_only(self._path) as db:
            self._check(self._path, db)
        self._check_options(seed, rate)
        return False

    def _check(self, path: Path, db: sqlite3.Connection) -> None:
        """Read what is remembered; BookError if the file is not whole."""
        files.check(path, db, _SCHEMA, FORMAT)
        rows = dict(db.execute("SELECT name, value FROM meta"))
        if rows.pop(_SEAL, None) != _seal(rows):
            raise files.damaged(path, "meta 表的内容有误 (the table meta is damaged)")
        self._meta |= {name: json.loads(value) for name, value in rows.items()}
        files.check_log(path, needed=self._meta[_IN_USE] == _IN_LOG)
        tables = Tables(db)
        for table, told in self._meta["tallies"].items():
            if tables.tally(table) != Tally(*told):
                raise files.damaged(path, f"{table} 表的内容有误 (the table {table} is damaged)")
        Things(db)

    def _check_options(self, seed: int | None, rate: float | None) -> None:
        """BookError if the file was made with others."""
        made, hours = self._meta, OLDEST / HOUR
        if seed is not None and seed != made["seed"]:
            raise files.made_otherwise(self._path, "seed", made["seed"], seed)
        if rate is not None and float(rate) != made["rate"]:
            raise files.made_otherwise(self._path, "orders", made["rate"] * hours, rate * hours)

    def close(self) -> None:
        """Everything is written already."""
        with self.reading():
            self._closing()

    # What else is remembered

    def recall(self, name: str) -> Any:
        """What was remembered under a name."""
        return self._meta.get(name)

    def remember(self, name: str, value: Any) -> None:
        """Keep a JSON value."""
        with self.reading():
            _remember(self._db, self._meta, name, value)
            _tidy_log(self._db, self._meta, self._path)

    # Writing

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Everything inside is written, or nothing is."""
        before = dict(self._meta)
        with self.reading():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                self._meta.update(before)
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            _tidy_log(self._db, self._meta, self._path)
        self.changes += 1

    def put(self, lives: Iterable[Life]) -> None:
        """Write new orders; within `writing`."""
        rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _TABLES}
        orders, versions, refunds, punishments = rows.values()
        for life in lives:
            order = life.order
            orders.append(order)
            fixed = (order.scene, order.role, order.created)
            last = FOREVER
            for version in reversed(life.versions):
                versions.append((order.id, version[0], last, *fixed, *version[1:]))
                last = version[0]
            for id_ in {refund.id for refund in life.refunds}:
                last = FOREVER
                for refund in reversed([each for each in life.refunds if each.id == id_]):
                    refunds.append((order.id, id_, refund.since, last, *refund[2:]))
                    last = refund.since
            last = FOREVER
            for punishment in reversed(life.punishments):
                punishments.append((order.id, punishment.since, last, *punishment[1:]))
                last = punishment.since
        tallies: dict[str, Any] = dict(self._meta["tallies"])
        for table, columns in _TABLES.items():
            marks = ",".join("?" * columns)
            self._db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows[table])
            tallies[table] = Tally(*tallies[table]) + of_rows(rows[table])
        self.remember("tallies", tallies)

    def replace(self, life: Life) -> None:
        """Write an order that was written before, anew."""
        with self.writing():
            self._forget(life.order.id)
            self.put([life])
        self.rewrites += 1

    def remake(
        self, seed: int, rate: float, filled: list[tuple[int, int]], lives: Iterable[Life]
    ) -> None:
        """Have these orders instead of all that there are."""
        with self.writing():
            for table in _TABLES:
                self._db.execute(f"DELETE FROM {table}")
            self.remember("tallies", dict.fromkeys(_TABLES, Tally()))
            self.put(lives)
            self.remember("filled", filled)
            self.remember("seed", seed)
            self.remember("rate", rate)
        self.seed, self.rate = seed, rate
        self.rewrites += 1

    def _forget(self, order_id: int) -> None:
        tallies: dict[str, Any] = dict(self._meta["tallies"])
        for table in _TABLES:
            column = "id" if table == "orders" else "order_id"
            gone = self._tables.tally(table, column, order_id)
            tallies[table] = Tally(*tallies[table]) - gone
            self._db.execute(f"DELETE FROM {table} WHERE {column} = ?", (order_id,))
        self.remember("tallies", tallies)

    def fill(self, first: int, last: int, make: Callable[[int], Iterable[Life]]) -> None:
        """Write the seeded orders of the hours from the first to the last, unless there."""
        if self.has_hours(first, last):
            return
        hours = [hour for hour in range(first, last + 1) if not self.has_hour(hour)]
        for start in range(0, len(hours), _HOURS_AT_ONCE):
            made = hours[start : start + _HOURS_AT_ONCE]
            with self.writing():
                self.put(life for hour in made for life in make(hour))
                self.remember("filled", _merged([*self.filled, *((hour, hour) for hour in made)]))

    def has_hours(self, first: int, last: int) -> bool:
        """Whether the seeded orders of all hours from the first to the last are there."""
        return any(start <= first and last <= end for start, end in self._meta["filled"])

    def has_hour(self, hour: int) -> bool:
        """Whether the seeded orders of an hour are there."""
        return self.has_hours(hour, hour)

    @property
    def filled(self) -> list[tuple[int, int]]:
        """The stretches of hours whose seeded orders are there."""
        return [(first, last) for first, last in self._meta["filled"]]

    def free_id(self) -> int:
        """An id for an order that is added: below those of seeded ones."""
        row = self._one("SELECT max(id) FROM orders WHERE id < ?", (SEEDED_IDS,))
        return 1 + (row[0] or 0 if row else 0)

    def free_refund(self) -> int:
        """An id for a refund that is added."""
        row = self._one("SELECT max(id) FROM refunds WHERE id < ?", (SEEDED_IDS,))
        return 1 + (row[0] or 0 if row else 0)

    # Reading

    def page(
        self, span: Span, now: int, limit: int, *, after: Place | None = None, back: bool = False
    ) -> list[Found]:
        """The orders of a span behind a place – or before it, the nearest first."""
        time = TIMES[span.query_type]
        place, (sign, direction) = "", ("<", "DESC") if back else (">", "ASC")
        given: dict[str, Any] = {**span._asdict(), "now": now, "limit": limit}
        if after:
            place = f"AND {time} {sign}= :time AND ({time} {sign} :time OR order_id {sign} :id)"
            given |= {"time": after.time, "id": after.id}
        filters = "".join(
            f" AND {name} = :{name}"
            for name in ("scene", "role", "status")
            if given[name] is not None
        )
        rows = self._all(
            f"SELECT {time}, order_id, since FROM versions"
            f" WHERE {time} >= :start AND {time} <= :end AND since <= :now AND until > :now"
            f" {place}{filters}"
            f" ORDER BY {time} {direction}, order_id {direction} LIMIT :limit",
            given,
        )
        return list(map(Found._make, rows))

    def next_change(self, span: Span, now: int) -> int:
        """The next moment at which an order of a span begins or ends to look as it does."""
        time = TIMES[span.query_type]
        row = self._one(
            "SELECT min(CASE WHEN since > :now THEN since ELSE until END) FROM versions"
            f" WHERE {time} >= :start AND {time} <= :end AND until > :now",
            {"start": span.start, "end": span.end, "now": now},
        )
        return FOREVER if row[0] is None else int(row[0])

    def versions(self, found: Sequence[Found]) -> list[tuple[Order, Version]]:
        """The orders and versions that were found."""
        rows = self._all(
            f"SELECT {_of('orders', Order)}, {_of('versions', Version)} FROM json_each(?) AS asked"
            " JOIN orders ON orders.id = asked.value ->> 1"
            " JOIN versions ON order_id = orders.id AND since = asked.value ->> 2"
            " ORDER BY asked.key",
            (json.dumps(found),),
        )
        if len(rows) != len(found):
            raise BookError(f"{self._path} 缺少订单 (orders are missing)")
        return [(Order._make(row[:20]), Version._make(row[20:])) for row in rows]

    def days(self) -> list[int]:
        """The days since 1970, of UTC, on which orders were created."""
        rows = self._all(f"SELECT DISTINCT created / {DAY} FROM versions ORDER BY 1", ())
        return [row[0] for row in rows]

    def shown(
        self, day: int, now: int, since: int, *, added_since: int = 0, ids: Sequence[str] = ()
    ) -> list[tuple[Order, Version, int]]:
        """The orders of a day that the gateway shows, of those created since a moment – another one
        for those that were added – and of those with the ids; each with the moment from which on it
        is shown.
        """
        rows = self._all(
            f"SELECT {_of('orders', Order)}, {_of('versions', Version)},"
            " (SELECT min(since) FROM versions v WHERE v.order_id = orders.id)"
            " FROM versions JOIN orders ON id = order_id"
            " WHERE versions.created >= :start AND versions.created < :end"
            " AND since <= :now AND until > :now AND (versions.created >="
            " CASE WHEN id < :seeded THEN :added_since ELSE :since END"
            " OR trade_id IN (SELECT value FROM json_each(:ids)))"
            " ORDER BY versions.created, order_id",
            {
                "start": day * DAY,
                "end": day * DAY + DAY,
                "now": now,
                "since": since,
                "added_since": added_since,
                "seeded": SEEDED_IDS,
                "ids": json.dumps(ids if day * DAY < max(since, added_since) else ()),
            },
        )
        return [(Order._make(row[:20]), Version._make(row[20:30]), row[30]) for row in rows]

    def refunds(
        self,
        time: str,
        start: int,
        end: int,
        now: int,
        limit: int,
        *,
        filters: Mapping[str, int] = MappingProxyType({}),
        offset: int = 0,
        after: Place | None = None,
        back: bool = False,
    ) -> list[tuple[Order, Version, Refund]]:
        """Refunds by a time of theirs or of their order: those behind a place, or before it."""
        given: dict[str, Any] = {**filters, "start": start, "end": end, "now": now}
        place, (sign, direction) = "", ("<", "DESC") if back else (">", "ASC")
        if after:
            place = f"AND {time} {sign}= :time AND ({time} {sign} :time OR refunds.id {sign} :id)"
            given |= {"time": after.time, "id": after.id}
        rows = self._all(
            f"SELECT {_of('orders', Order)}, {_of('versions', Version)}, {_of('refunds', Refund)}"
            f" {_refunds(time, filters)} {place}"
            f" ORDER BY {time} {direction}, refunds.id {direction} LIMIT :limit OFFSET :offset",
            {**given, "limit": limit, "offset": offset},
        )
        return [
            (Order._make(row[:20]), Version._make(row[20:30]), Refund._make(row[30:]))
            for row in rows
        ]

    def count_refunds(
        self, time: str, start: int, end: int, now: int, filters: Mapping[str, int]
    ) -> int:
        """How many there are."""
        given = {**filters, "start": start, "end": end, "now": now}
        return int(self._one(f"SELECT count(*) {_refunds(time, filters)}", given)[0])

    def punishments(
        self, start: int, end: int, now: int, given: dict[str, Any], *, offset: int, limit: int
    ) -> tuple[list[tuple[Order, Version, Punishment]], int]:
        """Punished orders by their creation, and how many there are in all."""
        filters = "".join(f" AND orders.{name} = :{name}" for name in given)
        source = (
            "FROM punishments JOIN orders ON orders.id = punishments.order_id"
            " JOIN versions ON versions.order_id = orders.id"
            " WHERE orders.created BETWEEN :start AND :end"
            " AND punishments.since <= :now AND punishments.until > :now"
            f" AND versions.since <= :now AND versions.until > :now{filters}"
        )
        given = {**given, "start": start, "end": end, "now": now, "offset": offset, "limit": limit}
        rows = self._all(
            f"SELECT {_of('orders', Order)}, {_of('versions', Version)},"
            f" {_of('punishments', Punishment)}"
            f" {source} ORDER BY orders.created, orders.id LIMIT :limit OFFSET :offset",
            given,
        )
        total = self._one(f"SELECT count(*) {source}", given)
        found = [
            (Order._make(row[:20]), Version._make(row[20:30]), Punishment._make(row[30:]))
            for row in rows
        ]
        return found, total[0] if total else 0

    def life(self, trade_id: str) -> Life | None:
        """An order with all that happened and will happen."""
        row = self._one(f"SELECT {_ORDER} FROM orders WHERE trade_id = ?", (trade_id,))
        return None if row is None else self._life(Order._make(row))

    def lives(self, after: int = -1, limit: int = 500) -> list[Life]:
        """So many orders behind an id, with all that happens."""
        rows = self._all(
            f"SELECT {_ORDER} FROM orders WHERE id > ? ORDER BY id LIMIT ?", (after, limit)
        )
        found = [Life(Order._make(row), [], [], []) for row in rows]
        if not found:
            return []
        by_id: dict[int, Any] = {life.order.id: life for life in found}
        ends = (found[0].order.id, found[-1].order.id)
        for table, kind, place in _HAPPENINGS:
            for id_, *row in self._all(
                f"SELECT order_id, {', '.join(kind._fields)} FROM {table}"
                " WHERE order_id BETWEEN ? AND ? ORDER BY order_id, since",
                ends,
            ):
                by_id[id_][place].append(kind._make(row))
        return found

    def trade_ids(self) -> list[str]:
        """Of all orders."""
        return [row[0] for row in self._all("SELECT trade_id FROM orders", ())]

    def _life(self, order: Order) -> Life:
        def rows(fields: str, table: str) -> list[Any]:
            return self._all(
                f"SELECT {fields} FROM {table} WHERE order_id = ? ORDER BY since", (order.id,)
            )

        return Life(
            order,
            list(map(Version._make, rows(_VERSION, "versions"))),
            list(map(Refund._make, rows(_REFUND, "refunds"))),
            list(map(Punishment._make, rows(_PUNISHMENT, "punishments"))),
        )

    # SQLite

    @contextmanager
    def reading(self) -> Iterator[None]:
        """BookError if SQLite cannot make sense of the file."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise files.unusable(self._path, error) from error

    def _all(self, sql: str, given: Any) -> list[Any]:
        with self.reading():
            return self._db.execute(sql, given).fetchall()

    def _one(self, sql: str, given: Any) -> Any:
        with self.reading():
            return self._db.execute(sql, given).fetchone()


SEEDED_IDS = 1 << 30
"""Ids of seeded orders are above, those of added ones below."""


def _refunds(time: str, filters: Mapping[str, int]) -> str:
    wanted = "".join(f" AND orders.{name} = :{name}" for name in filters)
    return (
        "FROM refunds JOIN orders ON orders.id = refunds.order_id"
        " JOIN versions ON versions.order_id = orders.id"
        f" WHERE {time} >= :start AND {time} <= :end"
        " AND refunds.since <= :now AND refunds.until > :now"
        f" AND versions.since <= :now AND versions.until > :now{wanted}"
    )


def _of(table: str, kind: type[Any]) -> str:
    return ", ".join(f"{table}.{name}" for name in kind._fields)


def _merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


# What is remembered


def _remember(db: sqlite3.Connection, meta: dict[str, Any], name: str, value: Any) -> None:
    """Written in one statement, so that the seal always fits."""
    meta[name] = value
    rows = {each: json.dumps(told) for each, told in meta.items()}
    rows[_SEAL] = _seal(rows)
    marks = ",".join(["(?, ?)"] * len(rows))
    db.execute(
        f"INSERT OR REPLACE INTO meta VALUES {marks}",
        [part for row in rows.items() for part in row],
    )


def _seal(rows: Mapping[str, str]) -> str:
    return str(checksum(json.dumps(rows, sort_keys=True, default=repr)))


def _tidy_log(db: sqlite3.Connection, meta: dict[str, Any], path: Path | None) -> None:
    """Empty the log when it is long."""
    if path and not db.in_transaction and files.is_log_long(path):
        _start_log(db, meta)


def _start_log(db: sqlite3.Connection, meta: dict[str, Any]) -> None:
    """Have everything in the file itself, which then says that there is more in its log."""
    _remember(db, meta, _IN_USE, _IN_LOG)
    files.empty_log(db)
    _remember(db, meta, _IN_USE, _READ_FROM_LOG)


def _close(db: sqlite3.Connection, meta: dict[str, Any]) -> None:
    try:
        if meta[_IN_USE]:
            _remember(db, meta, _IN_USE, False)
    finally:
        db.close()
