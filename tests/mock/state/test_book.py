"""The state file: it survives, and nothing else is taken for one."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from taobaoke_mock.state.book import Book, BookError

from mock.state.worlds import HOUR, World, ids

MANY_ADDS = """
import sys
from mock.state.worlds import World
from taobaoke_mock.state.book import Book
orders = World(Book(sys.argv[1], rate=0)).orders
for number in range(100_000):
    orders.add(trade_id=str(number), trade_parent_id=str(number))
    print(number, flush=True)
"""


def test_a_file_holds_everything(tmp_path: Path) -> None:
    path = tmp_path / "book"
    world = World(Book(path, seed=7, rate=1))
    world.orders.add(trade_id="1")
    world.clock.set("2026-11-26 11:00:00")
    world.orders.receive("1")
    truth = world.orders.truth()
    assert len(truth) > 2000
    world.book.close()
    book = Book(path)
    assert (book.seed, book.rate) == (7, 1)
    other = World(book, start="2026-11-26 11:00:00")
    assert other.orders.truth() == truth
    assert ids(other.window(-2 * HOUR, 0))


def test_the_clock_goes_on_where_it_stood(tmp_path: Path) -> None:
    from taobaoke_mock.clock import Clock
    from taobaoke_mock.state.state import State

    book = Book(tmp_path / "book")
    clock = Clock()
    State(book, clock)
    clock.set("2030-01-01 00:00:00")
    book.close()
    again = Clock()
    State(Book(tmp_path / "book"), again)
    assert again.now() == clock.now()


def test_a_killed_process_leaves_whole_orders(tmp_path: Path) -> None:
    path = tmp_path / "book"
    command = [sys.executable, "-c", MANY_ADDS, str(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout
        told = [int(process.stdout.readline()) for _ in range(50)]
        process.send_signal(signal.SIGKILL)
        told += [int(line) for line in process.stdout if line.endswith(b"\n")]
    rows = World(Book(path)).orders.truth()
    assert len(rows) in (len(told), len(told) + 1)
    assert all(row["trade_id"] == row["trade_parent_id"] for row in rows)


@pytest.mark.slow
def test_a_file_in_use_is_refused(tmp_path: Path) -> None:
    first = Book(tmp_path / "book")
    first.remember("x", 1)
    with pytest.raises(BookError, match="in use by another mock"):
        Book(tmp_path / "book")
    first.close()
    assert Book(tmp_path / "book").recall("x") == 1


def refused(path: Path, reason: str) -> None:
    """A file is refused and left alone."""
    before = path.read_bytes()
    with pytest.raises(BookError, match=reason):
        Book(path)
    assert path.read_bytes() == before


def test_files_of_others_are_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "text"
    text.write_text("no database, but important" * 100)
    refused(text, "damaged, or no state file")
    foreign = tmp_path / "foreign"
    with sqlite3.connect(foreign) as db:
        db.execute("CREATE TABLE orders (id INTEGER)")
    refused(foreign, "of another program")


@pytest.mark.parametrize(
    ("format_", "advice"), [(0, "export JSON with the old one"), (9, "upgrade")]
)
def test_other_formats_are_refused(tmp_path: Path, format_: int, advice: str) -> None:
    path = tmp_path / "book"
    Book(path).close()
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {format_}")
    db.close()
    refused(path, advice)


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.99])
def test_a_cut_file_is_refused(tmp_path: Path, kept: float) -> None:
    path = tmp_path / "book"
    world = World(Book(path, rate=1))
    world.orders.truth()
    world.book.close()
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    refused(path, "damaged, or no state file")


def test_a_file_that_is_damaged_inside_is_never_an_empty_book(tmp_path: Path) -> None:
    path = tmp_path / "book"
    world = World(Book(path, rate=1))
    world.orders.truth()
    world.book.close()
    data = bytearray(path.read_bytes())
    data[4096 : len(data) // 2] = b"\xff" * (len(data) // 2 - 4096)
    path.write_bytes(data)
    with pytest.raises(BookError, match="damaged, or no state file"):
        World(Book(path)).orders.truth()


def test_orders_that_are_missing_are_told() -> None:
    world = World()
    world.orders.add(trade_id="1")
    world.book._db.execute("DELETE FROM orders")
    with pytest.raises(BookError, match="orders are missing"):
        world.window(-HOUR, 0)


def test_an_empty_file_may_have_been_a_book(tmp_path: Path) -> None:
    path = tmp_path / "book"
    path.touch()
    refused(path, "the file is empty")
    assert path.read_bytes() == b""


def test_a_file_keeps_its_seed_and_rate(tmp_path: Path) -> None:
    path = tmp_path / "book"
    Book(path, seed=3, rate=2).close()
    Book(path, seed=3).close()
    with pytest.raises(BookError, match="made with seed=3"):
        Book(path, seed=4)
    with pytest.raises(BookError, match="made with orders=4320"):
        Book(path, rate=1)
