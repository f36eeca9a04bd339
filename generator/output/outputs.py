"""Stage 7: which files there will be, and what each is made of. Only this package knows paths.

A target is a module of this package with a function `rows(spec)`; a further target is one more
module, one more folder in templates/, and one more line in TARGETS.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from generator.problems import GeneratorError

Language = Literal["python", "text"]


@dataclass(frozen=True, slots=True)
class Part:
    """One rendering of a template. Equal parts render to equal text, so they are remembered."""

    template: str
    """Path below templates/."""
    context: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One file of the output: the parts joined, then formatted if it is Python."""

    path: str
    """Path below generated/, with slashes."""
    parts: tuple[Part, ...]
    language: Language = "text"


@dataclass(frozen=True, slots=True)
class Copy:
    """One file of the output that is a plain file of templates/, byte for byte."""

    path: str
    source: str
    """Path below templates/."""


@dataclass(frozen=True, slots=True)
class Twin:
    """One file of the output that is another one, formatted, with words of its code replaced.

    An asynchronous module is the synchronous one with `async`, `await` and another base class.
    """

    path: str
    of: str
    """Path of the row that it follows."""
    words: Mapping[str, str] = field(default_factory=dict)


Output = Row | Copy | Twin


def copies(templates: Path, folder: str, target: str) -> Iterator[Copy]:
    """Every file of templates/`folder`, to the same place below `target`."""
    base = templates / folder
    for path in sorted(base.rglob("*")):
        relative = path.relative_to(base).as_posix()
        if path.is_file() and not _is_litter(relative):
            yield Copy(f"{target}/{relative}", f"{folder}/{relative}")


def _is_litter(path: str) -> bool:
    """Caches that tools leave beside the code."""
    return any(step == "__pycache__" or step.endswith("_cache") for step in path.split("/"))


def check_paths(outputs: Iterable[Output]) -> None:
    """No output twice, none outside of the output folder."""
    seen: set[str] = set()
    for output in outputs:
        steps = output.path.split("/")
        bad = any(step in ("", ".", "..") or "\\" in step or "\0" in step for step in steps)
        if bad or output.path.lower() in seen:
            raise GeneratorError(f"unsafe or repeated output path {output.path!r}")
        seen.add(output.path.lower())
