"""Stage 9: Python text → formatted Python text. Only this module imports black.

Formatting is most of a cold run's time. So each text is formatted once: results are remembered by
the hash of black's version, the mode and the text; what is not remembered goes to worker processes
while the next texts are still being rendered.
"""

import gc
import hashlib
import os
from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from generator.output.stamp import toolchain
from generator.problems import GeneratorError

LINE_LENGTH = 100
_CHUNK = 16_000
"""Characters that go to a worker at once."""

_WORTH_WORKERS = 80_000
"""Characters from which on starting workers pays."""


def format_text(text: str) -> str:
    """Format one module."""
    import black
    from black.mode import TargetVersion
    from black.report import NothingChanged

    mode = black.Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311})
    try:
        return black.format_file_contents(text, fast=True, mode=mode)
    except NothingChanged:
        return text
    except Exception as error:
        raise GeneratorError(f"rendered code is not Python: {error}") from error


def _format_chunk(texts: list[str]) -> list[str]:
    return [format_text(text) for text in texts]


def _prepare_worker() -> None:
    # black's trees are circular; collecting them less often saves a tenth of the time.
    gc.set_threshold(50_000)


class Formatter:
    """Formats the texts that are added, and remembers."""

    def __init__(self, remembered: Mapping[str, str], workers: int | None = None) -> None:
        self._remembered = remembered
        self._workers = workers or min(os.cpu_count() or 1, 8)
        self._tools = toolchain()
        self._keys: dict[str, str] = {}
        self._waiting: dict[str, str] = {}
        self._running: list[tuple[list[str], Future[list[str]]]] = []
        self._pool: ProcessPoolExecutor | None = None

    def add(self, path: str, text: str) -> None:
        """Format this text by the time `results` is asked for."""
        key = hashlib.sha256(f"{self._tools} {LINE_LENGTH}\0{text}".encode()).hexdigest()
        if key not in self._remembered and key not in self._keys.values():
            self._waiting[key] = text
        self._keys[path] = key
        size = sum(map(len, self._waiting.values()))
        if self._workers > 1 and size >= (_CHUNK if self._pool else _WORTH_WORKERS):
            self._submit()

    def _submit(self) -> None:
        if self._pool is None:
            # Never a plain fork: `build --watch` has threads.
            context = get_context("forkserver" if hasattr(os, "fork") else "spawn")
            self._pool = ProcessPoolExecutor(self._workers, context, _prepare_worker)
        chunk: list[str] = []
        size = 0
        for key, text in self._waiting.items():
            chunk.append(key)
            size += len(text)
            if size >= _CHUNK:
                self._run(chunk)
                chunk, size = [], 0
        if chunk:
            self._run(chunk)
        self._waiting.clear()

    def _run(self, keys: list[str]) -> None:
        assert self._pool is not None
        texts = [self._waiting[key] for key in keys]
        self._running.append((keys, self._pool.submit(_format_chunk, texts)))

    def results(self) -> tuple[dict[str, str], dict[str, str]]:
        """The formatted texts by path, and everything worth remembering by key."""
        if self._pool is not None and self._waiting:
            self._submit()
        done = dict(zip(self._waiting, _format_chunk([*self._waiting.values()]), strict=True))
        for keys, future in self._running:
            done.update(zip(keys, future.result(), strict=True))
        if self._pool is not None:
            self._pool.shutdown()
        done |= {key: self._remembered[key] for key in self._keys.values() if key not in done}
        return {path: done[key] for path, key in self._keys.items()}, done
