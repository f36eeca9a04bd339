"""What a mock remembers is let go of."""

from contextlib import nullcontext
from pathlib import Path

from taobaoke_mock.clock import Clock
from taobaoke_mock.memory import Memory, Told
from taobaoke_mock.state.book import Book


def test_a_file_that_was_let_go_of_is_free_whoever_still_holds_the_state(tmp_path: Path) -> None:
    memory = Memory(Told(tmp_path / "book"), Clock(), nullcontext())
    state = memory.open()
    state.book.remember("x", 1)
    memory.close()
    other = Book(tmp_path / "book")
    assert other.recall("x") == 1
    other.close()
    again = memory.open()
    assert again is not state
    assert again.book.recall("x") == 1
    memory.close()


def test_a_clock_is_no_longer_watched_by_what_was_forgotten() -> None:
    clock = Clock()
    memory = Memory(Told(), clock, nullcontext())
    before = memory.open()
    memory.close()
    assert memory.open() is before
    memory.clear()
    clock.set("2026-11-26 10:00:00")
    after = memory.open()
    assert after is not before
    assert after.book.recall("clock") is None
    clock.advance(1)
    assert after.book.recall("clock")["moment"] == clock.now()
    memory.clear()
