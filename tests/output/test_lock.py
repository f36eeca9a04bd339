"""One writer at a time; a dead one does not count."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from project import REPOSITORY

from generator.output import lock
from generator.output.lock import LOCK, locked
from generator.problems import GeneratorError

HOLD = """
import sys, time
from pathlib import Path
from generator.output.lock import locked
with locked(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_holder(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that holds the folder's lock until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_the_lock_stands_there_only_while_it_is_held(tmp_path: Path) -> None:
    with locked(tmp_path, pytest.fail):
        assert (tmp_path / LOCK).read_text().startswith(f"process {os.getpid()} on ")
    assert list(tmp_path.iterdir()) == []


def test_it_is_free_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path, pytest.fail):
        raise ZeroDivisionError
    with locked(tmp_path, pytest.fail):
        pass


def test_who_waits_in_vain_is_told_for_whom(tmp_path: Path) -> None:
    words: list[str] = []
    with another_holder(tmp_path) as holder:
        start = time.monotonic()
        with (
            pytest.raises(GeneratorError, match=rf"process {holder.pid} on .*waited 0\.3 s"),
            locked(tmp_path, words.append, patience=0.3),
        ):
            pytest.fail("two writers at once")
        assert 0.3 <= time.monotonic() - start < 60
    assert len(words) == 1
    assert words[0].startswith(f"waiting for process {holder.pid} on ")


def test_who_waits_goes_on_when_the_other_ends(tmp_path: Path) -> None:
    words: list[str] = []
    with another_holder(tmp_path) as holder:
        assert holder.stdin
        end = threading.Timer(0.3, holder.stdin.close)
        end.start()
        with locked(tmp_path, words.append, patience=30):
            assert (tmp_path / LOCK).read_text().startswith(f"process {os.getpid()} on ")
    assert len(words) == 1


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    with another_holder(tmp_path) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait(10)
        assert (tmp_path / LOCK).exists()
        with locked(tmp_path, pytest.fail):
            pass
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_was_removed_while_we_waited_for_it_is_not_taken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise the second holds a file that the third does not see."""
    take, opened = lock._take, []

    def removing(descriptor: int) -> bool:
        opened.append(descriptor)
        if len(opened) == 1:
            (tmp_path / LOCK).unlink()
        return take(descriptor)

    monkeypatch.setattr(lock, "_take", removing)
    with locked(tmp_path, lambda word: None, patience=5):
        assert len(opened) == 2
        assert (tmp_path / LOCK).exists()


def test_many_writers_never_meet(tmp_path: Path) -> None:
    inside, most = 0, 0

    def write() -> None:
        nonlocal inside, most
        for _ in range(10):
            with locked(tmp_path, lambda word: None, patience=30):
                inside += 1
                most = max(most, inside)
                time.sleep(0.001)
                inside -= 1

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_goes_while_it_is_looked_at_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another writer removes its lock between two looks at it."""
    lock = tmp_path / LOCK
    exists = Path.exists

    def exists_and_goes(path: Path) -> bool:
        found = exists(path)
        if path == lock:
            lock.unlink(missing_ok=True)
        return found

    lock.touch()
    monkeypatch.setattr(Path, "exists", exists_and_goes)
    with locked(tmp_path, lambda word: None, patience=1):
        pass


def test_a_link_in_the_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    folder, precious = tmp_path / "out", tmp_path / "precious"
    folder.mkdir()
    precious.write_text("mine")
    (folder / LOCK).symlink_to(precious)
    told = r"out/\.tbkgen-lock is not a regular file"
    with pytest.raises(GeneratorError, match=told), locked(folder, pytest.fail):
        pytest.fail("followed")
    assert precious.read_text() == "mine"


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_in_the_place_of_the_lock_is_named(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / LOCK)
    told = rf"{tmp_path}/\.tbkgen-lock is not a regular file"
    with pytest.raises(GeneratorError, match=told), locked(tmp_path, pytest.fail):
        pytest.fail("locked")


@pytest.mark.parametrize("reason", ["EACCES", "EROFS"])
def test_a_folder_in_which_we_may_not_write_needs_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    def refuse(*arguments: object) -> int:
        raise OSError(getattr(lock.errno, reason), "no")

    monkeypatch.setattr(lock.os, "open", refuse)
    with locked(tmp_path, pytest.fail):
        pass


@pytest.mark.parametrize(("reason", "goes_on"), [("ENOLCK", True), ("EIO", False)])
def test_a_disk_that_knows_no_locks_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str, *, goes_on: bool
) -> None:
    def refuse(*arguments: object) -> None:
        raise OSError(getattr(lock.errno, reason), "no")

    monkeypatch.setattr(lock.fcntl, "flock", refuse)
    entered = False
    try:
        with locked(tmp_path, pytest.fail):
            entered = True
    except OSError:
        assert not entered
    assert entered == goes_on


def test_text_of_others_in_the_lock_is_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / LOCK).write_bytes(b"\x1b[31m" + b"x" * 5000)
    monkeypatch.setattr(lock, "_take", lambda descriptor: False)
    with (
        pytest.raises(GeneratorError, match="written by another process; waited 0 s"),
        locked(tmp_path, lambda word: None, patience=0),
    ):
        pass
