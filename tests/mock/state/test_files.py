"""Damaged, misplaced and forbidden state files: each is told as what it is, and left alone."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from output.deaths import without_rights
from taobaoke_mock import Mock, cli
from taobaoke_mock.errors import BookError
from taobaoke_mock.state.book import Book
from taobaoke_mock.times import written

from mock.state.worlds import START, World

ADDS = """
import os, signal, sys
from mock.state.worlds import World
from taobaoke_mock.state.book import Book
World(Book(sys.argv[1])).orders.add(trade_id="1")
"""
DIES = "os.kill(os.getpid(), signal.SIGKILL)"
DAMAGED = "damaged, or no state file"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a bit of everything."""
    path = tmp_path_factory.mktemp("state") / "book"
    mock = Mock(state=path, seed=3, orders=4320)
    mock.clock.set(START)
    assert len(mock.orders.truth()) > 4000
    id_ = mock.orders.add(alipay_total_price="9.00")
    mock.orders.refund(id_, "1.00")
    mock.orders.punish(id_)
    mock.items.add("5", price="1.00")
    mock.close()
    return path


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "book"))


def told_of(path: Path) -> str:
    """What is told of a file, the same to Python and at the command line."""
    with pytest.raises(BookError) as caught:
        Mock(state=path)
    assert cli.main(["--state", str(path), "--port", "0"]) == 1
    return str(caught.value)


def execute(path: Path, *statements: str) -> None:
    db = sqlite3.connect(path)
    with db:
        for statement in statements:
            db.execute(statement)
    db.close()


def test_a_whole_file_is_opened_again_and_again(path: Path) -> None:
    first = held(path)
    assert held(path) == first
    mock = Mock(state=path)
    assert len(mock.orders.truth()) > 4000
    assert mock.items.all()[0].id == "5"
    assert written(mock.clock.now()) == START
    mock.close()


@pytest.mark.parametrize(
    "statement",
    [
        *(f"DELETE FROM meta WHERE name = '{name}'" for name in ("seed", "rate", "clock", "seal")),
        "DELETE FROM meta",
        "UPDATE meta SET value = '7' WHERE name = 'seed'",
        "UPDATE meta SET value = 'x' WHERE name = 'rate'",
        "UPDATE meta SET value = x'ff' WHERE name = 'seed'",
        *(
            f"DELETE FROM {table}"
            for table in ("orders", "versions", "refunds", "punishments", "things")
        ),
        "DELETE FROM versions WHERE order_id = (SELECT max(order_id) FROM versions)",
        "UPDATE versions SET price = price + 1 WHERE order_id = 1",
        "UPDATE orders SET parent_id = '1' WHERE id = 1",
        "UPDATE orders SET extra = '{' WHERE id = 1",
        "UPDATE things SET data = '{}' WHERE number = 1",
        "UPDATE things SET created = 'x' WHERE number = 1",
        "UPDATE things SET data = x'ff' WHERE number = 1",
        "UPDATE orders SET trade_id = x'ff' WHERE id = 1",
        "UPDATE versions SET price = 'x' WHERE order_id = 1",
        "UPDATE versions SET until = 9223372036854775807",
        *(
            f"DROP TABLE {table}"
            for table in ("meta", "orders", "versions", "refunds", "punishments", "things")
        ),
        "DROP INDEX versions_created",
        "ALTER TABLE versions ADD COLUMN more",
        "ALTER TABLE orders RENAME COLUMN unit TO units",
    ],
)
def test_what_is_damaged_or_missing_is_found_at_once(path: Path, statement: str) -> None:
    execute(path, statement)
    assert DAMAGED in told_of(path)


def held(path: Path) -> object:
    """All that a file holds."""
    mock = Mock(state=path)
    try:
        return mock.orders.export(), mock.items.all(), mock.clock.now()
    finally:
        mock.close()


def damage(data: bytes, draw: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(draw.choice((1, 3))):
        start, length = draw.randrange(100, len(data) - 512), draw.choice((1, 8, 512))
        damaged[start : start + length] = draw.randbytes(length)
    return bytes(damaged)


@pytest.mark.slow
def test_random_damage_is_found_unless_it_changes_nothing(path: Path) -> None:
    data, draw, whole = path.read_bytes(), random.Random(5), held(path)
    found = 0
    for _ in range(25):
        path.write_bytes(damage(data, draw))
        try:
            assert held(path) == whole
        except BookError as error:
            found += DAMAGED in str(error)
    assert found > 12, found


def run(program: str, path: Path) -> int:
    command = [sys.executable, "-c", program, str(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(command, env=environment, check=False).returncode


def test_a_file_that_lost_its_log_is_told(tmp_path: Path) -> None:
    path = tmp_path / "book"
    assert run(ADDS + DIES, path) == -signal.SIGKILL
    copy = Path(shutil.copy(path, tmp_path / "copy"))
    assert "copy-wal, which holds what was written last, is missing" in told_of(copy)
    assert Book(path).life("1")


def killed(path: Path) -> Path:
    """A book whose mock was killed after thirty orders, and its log."""
    assert run(MANY_ADDS + DIES, path) == -signal.SIGKILL
    return Path(f"{path}-wal")


MANY_ADDS = """
import os, signal, sys
from mock.state.worlds import World
from taobaoke_mock.state.book import Book
book = Book(sys.argv[1], seed=3, rate=0)
orders = World(book).orders
for number in range(30):
    orders.add(trade_id=str(number))
"""


@pytest.mark.parametrize("options", [{"seed": 9}, {"orders": 4}])
def test_a_refused_start_leaves_a_killed_book_as_it_was(
    tmp_path: Path, options: dict[str, int]
) -> None:
    path = tmp_path / "book"
    log = killed(path)
    before = path.read_bytes(), log.read_bytes()
    with pytest.raises(BookError, match="it was made with"):
        Mock(state=path, **options)  # type: ignore[arg-type]
    assert (path.read_bytes(), log.read_bytes()) == before
    assert len(Book(path).trade_ids()) == 30
    assert sorted(each.name for each in tmp_path.iterdir()) == ["book"]


def test_a_log_that_another_program_has_put_into_the_file_is_not_missing(tmp_path: Path) -> None:
    path = tmp_path / "book"
    log = killed(path)
    execute(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    assert not log.exists()
    assert len(Book(path).trade_ids()) == 30


@pytest.mark.parametrize(
    "damage_log",
    [
        lambda data: b"",
        lambda data: data[:20],
        lambda data: b"\1" + data[1:],
        lambda data: data[: len(data) // 2] + b"\xff" + data[len(data) // 2 + 1 :],
        lambda data: data[:60] + b"\xff" + data[61:],
    ],
    ids=["emptied", "cut short", "of another kind", "in the midst", "at the start"],
)
def test_a_damaged_log_is_told_and_left_alone(
    tmp_path: Path, damage_log: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "book"
    log = killed(path)
    log.write_bytes(damage_log(log.read_bytes()))
    before = path.read_bytes(), log.read_bytes()
    for _ in range(2):
        assert "book-wal, which holds what was written last, is damaged" in told_of(path)
    assert (path.read_bytes(), log.read_bytes()) == before


def test_a_transaction_that_was_not_written_to_its_end_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "book"
    log = killed(path)
    log.write_bytes(log.read_bytes()[:-100])
    assert len(Book(path).trade_ids()) == 29


def test_a_long_log_is_put_into_the_file_and_what_follows_is_still_missed(tmp_path: Path) -> None:
    path = tmp_path / "book"
    world = World(Book(path, seed=3, rate=1))
    assert len(world.orders.truth()) > 2000
    log = Path(f"{path}-wal")
    assert log.stat().st_size < 5_000_000
    world.orders.add(trade_id="1")
    copy = Path(shutil.copy(path, tmp_path / "copy"))
    assert "copy-wal, which holds what was written last, is missing" in told_of(copy)
    world.book.close()
    assert Book(path).life("1")


def test_a_book_that_nobody_closed_is_whole(path: Path) -> None:
    assert run(ADDS, path) == 0
    assert Book(path).life("1")


def no_folder(path: Path) -> Path:
    return path.parent / "no" / "book"


def below_a_file(path: Path) -> Path:
    return path / "book"


def folder(path: Path) -> Path:
    return path.parent


def nul(path: Path) -> Path:
    return Path(f"{path}\0")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (no_folder, "no such folder: make it first"),
        (below_a_file, "no such folder: make it first"),
        (folder, "a folder: tell a file in it"),
        (nul, "no name of a file has NUL"),
    ],
)
def test_a_place_where_no_file_can_be(
    path: Path, place: Callable[[Path], Path], words: str
) -> None:
    told = told_of(place(path))
    assert words in told
    assert DAMAGED not in told


@pytest.mark.parametrize(
    ("file", "above", "words"),
    [
        (0o444, 0o777, "not readable and writable"),
        (0o222, 0o777, "not readable and writable"),
        (0o666, 0o555, "its folder is not writable"),
    ],
)
def test_a_place_that_is_forbidden(
    open_folder: Path, path: Path, file: int, above: int, words: str
) -> None:
    kept = Path(shutil.copy(path, open_folder / "book"))
    kept.chmod(file)
    open_folder.chmod(above)

    def look() -> None:
        told = told_of(kept)
        assert words in told
        assert DAMAGED not in told

    without_rights(look)


def test_a_closed_book_is_told_as_closed(path: Path) -> None:
    mock = Mock(state=path)
    orders = mock.orders
    mock.close()
    with pytest.raises(BookError, match="it was closed"):
        orders.truth()
