"""What a mock remembers, made when a call or a test first asks for it: most tests need none."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .clock import Clock
from .options import check_whole
from .state.windows import OLDEST
from .times import HOUR

if TYPE_CHECKING:
    from .state.state import State

_HOURS = OLDEST // HOUR


@dataclass(frozen=True, slots=True)
class Told:
    """What whoever starts a mock tells of its state; None: as a file has it, or the usual."""

    file: str | Path | None = None
    """Where it is kept; None: in memory."""
    orders: int | None = None
    """So many in 90 days."""
    seed: int | None = None
    samples: bool = False
    """There is no state: all methods answer their documented sample."""

    def __post_init__(self) -> None:
        if self.samples and (self.file, self.orders, self.seed) != (None, None, None):
            raise ValueError(
                "samples 不用状态，与 state、orders、seed 矛盾 (samples have no state)"
            )
        if self.file is not None and not isinstance(self.file, (str, Path)):
            raise ValueError(f"state 应为文件名，不是 {self.file!a:.80} (the name of a file)")
        for name in ("orders", "seed"):
            if (value := getattr(self, name)) is not None:
                check_whole(name, value, 0)
        if self.orders is not None:
            from .state.seeding import MOST_AN_HOUR  # takes a while to import

            most = MOST_AN_HOUR * _HOURS
            if self.orders > most:
                raise ValueError(f"orders 应在 0 到 {most} 之间 (from 0 to {most})")


class Memory:
    """Has the state, and makes it. Whoever asks holds the lock."""

    def __init__(self, told: Told, clock: Clock, lock: AbstractContextManager[Any]) -> None:
        self._told = told
        self._clock = clock
        self._lock = lock
        self._state: State | None = None
        if told.file is not None:
            self.open()  # what is wrong with a file is told at once

    def open(self) -> "State":
        """The state; ValueError if there is none."""
        if self._told.samples:
            raise ValueError(
                "samples 没有状态，也就没有订单和商品：去掉 samples（命令行是 --samples） "
                "(samples have no state, no orders and no items: start the mock without them)"
            )
        if self._state is None:
            from .state.book import Book  # takes a while to import
            from .state.state import State

            told = self._told
            rate = None if told.orders is None else told.orders / _HOURS
            book = Book(told.file, seed=told.seed, rate=rate)
            self._state = State(book, self._clock, lock=self._lock)
        return self._state

    @property
    def is_kept(self) -> bool:
        """Whether it is kept in a file, the clock with it."""
        return self._told.file is not None

    def clear(self) -> None:
        """Forget it, unless it is kept in a file."""
        if not self.is_kept:
            self._drop()

    def close(self) -> None:
        """Let go of the file; whoever asks once more opens it again."""
        if self.is_kept:
            self._drop()

    def _drop(self) -> None:
        if self._state:
            self._state.book.close()
        self._state = None
        self._clock.watch(None)
