"""Stage 9: Python text → formatted Python text. Only this module imports black.

Formatting is most of a cold run's time, so each text is formatted once: results are kept by the
hash of black's version, the mode and the text, and misses go to worker processes.
"""

import concurrent.futures
import hashlib
import os
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from multiprocessing import get_context

from generator.errors import GeneratorError

LINE_LENGTH = 100
_FEW = 3
"""Up to so many texts are formatted in this process: starting workers would take longer."""


def format_key(text: str) -> str:
    """Equal keys mean equal formatted text."""
    made_of = f"black {_black_version()} {LINE_LENGTH}\0{text}"
    return hashlib.sha256(made_of.encode()).hexdigest()


def _black_version() -> str:
    global _version
    if not _version:
        _version = version("black")
    return _version


_version = ""


def format_text(text: str) -> str:
    """Format one module."""
    import black

    mode = black.Mode(line_length=LINE_LENGTH, target_versions={black.TargetVersion.PY311})
    try:
        return black.format_str(text, mode=mode)
    except Exception as error:
        raise GeneratorError(f"rendered code is not Python: {error}") from error


def _format_chunk(texts: list[str]) -> list[str]:
    return [format_text(text) for text in texts]


def format_all(texts: Sequence[str], workers: int | None = None) -> list[str]:
    """Format many modules, the largest first, on as many cores as there are."""
    workers = workers or min(os.cpu_count() or 1, 8)
    if len(texts) <= _FEW or workers == 1:
        return _format_chunk(list(texts))
    chunks = list(_even_chunks(texts, workers * 8))
    context = get_context("fork" if hasattr(os, "fork") else "spawn")
    formatted: dict[str, str] = {}
    with concurrent.futures.ProcessPoolExecutor(workers, mp_context=context) as pool:
        for chunk, results in zip(chunks, pool.map(_format_chunk, chunks), strict=True):
            formatted.update(zip(chunk, results, strict=True))
    return [formatted[text] for text in texts]


def _even_chunks(texts: Iterable[str], count: int) -> Iterable[list[str]]:
    """Chunks of about the same size, each text in one of them, the largest texts first."""
    chunks: list[list[str]] = [[] for _ in range(count)]
    sizes = [0] * count
    for text in sorted(set(texts), key=lambda text: (-len(text), text)):
        smallest = sizes.index(min(sizes))
        chunks[smallest].append(text)
        sizes[smallest] += len(text)
    return [chunk for chunk in chunks if chunk]
