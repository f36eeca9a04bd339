"""Problems: what is wrong, where, and what to do; and the rules behind them."""

from collections.abc import Iterable
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Keys and indices from the root of a YAML document to a node."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a piece of a spec stands: the file and the path inside its document."""

    file: str
    path: Path = ()

    def at(self, *steps: str | int) -> "Origin":
        """The place below this one."""
        return Origin(self.file, self.path + steps)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the specs.

    Line and column count from 1; where they are None, `load.place` finds them by `path`.
    """

    rule: str
    message: str
    file: str
    path: Path = ()
    hint: str = ""
    on_key: bool = False
    line: int | None = None
    column: int | None = None
    warning: bool = False

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        level = "warning: " if self.warning else ""
        return f"{where}: {level}{self.rule}: {self.message}" + (
            f" — {self.hint}" if self.hint else ""
        )


def shortened(text: str, most: int = 60) -> str:
    """A text for a message; an ellipsis tells that something is cut."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


class SpecError(Exception):
    """The specs have problems; nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{len(self.problems)} problem(s)")


class GeneratorError(Exception):
    """The run itself cannot go on: a folder is read-only, the disk is full, a template is wrong."""


class UsageError(GeneratorError):
    """The command line names something that is not there."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the spec language, as `tbkgen explain` tells it."""

    name: str
    title: str
    why: str
    fix: str


RULES: dict[str, Rule] = {}


def rule(name: str, title: str, why: str, fix: str) -> str:
    """Declare a rule and return its name."""
    assert name not in RULES, name
    RULES[name] = Rule(name, title, why, fix)
    return name
