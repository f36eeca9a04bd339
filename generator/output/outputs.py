"""What a target gives: which files there will be, and from what each is made.

Nothing is made yet: an output names a function and what it is called with, so that everything whose
input did not change can be taken from the last run.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.problems import GeneratorError
from generator.spec.text import Json, Name

Names = Mapping[str, Name]
"""What stands for `{package}` and the like in a path."""


@dataclass(frozen=True, slots=True)
class View:
    """A file, or a part of one, that a template prints.

    The fields of what `make` returns (a dataclass) are the variables of the template.
    """

    template: str
    """Path below templates/, without `.jinja`: templates/client/src/{package}/client.py.jinja."""
    make: Callable[..., Any]
    inputs: tuple[Any, ...]
    names: Names = field(default_factory=dict)
    parts: Mapping[str, tuple["View", ...]] = field(default_factory=dict)
    """Variables of the template that hold renderings of other views."""


@dataclass(frozen=True, slots=True)
class Data:
    """A file of JSON; `make` returns its content."""

    path: str
    """Path below templates/, as if a template stood there."""
    make: Callable[..., Json]
    inputs: tuple[Any, ...]
    names: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that is copied byte for byte, line ends aside."""

    source: Path


Output = View | Data


@dataclass(frozen=True, slots=True)
class Planned:
    """An output and its path below generated/."""

    path: str
    output: Output | Copy


def check_path(path: str, seen: set[str]) -> None:
    """No output twice, not even where file systems do not tell case; none outside of the folder."""
    steps = path.split("/")
    unsafe = any(step in ("", ".", "..") or set(step) & set("\\\0:{}") for step in steps)
    if unsafe or path.lower() in seen:
        raise GeneratorError(f"unsafe or repeated output path {path!r}")
    seen.add(path.lower())
