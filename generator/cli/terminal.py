"""What the command prints: colour and progress on a terminal, plain lines anywhere else."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.problems import Problem

OK, PROBLEMS, USAGE = 0, 1, 2
"""Exit codes: fine, problems found, wrong usage."""

MAX_PROBLEMS = 200


class Terminal:
    """Standard output and standard error."""

    def __init__(self) -> None:
        no_color = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        self._interactive = sys.stderr.isatty() and not os.environ.get("CI")
        self._colored = sys.stderr.isatty() and not no_color

    def say(self, text: str) -> None:
        """A line of the result."""
        self.clear()
        print(text)

    def tell(self, text: str) -> None:
        """A line about the run itself, beside the result."""
        self.clear()
        print(f"tbkgen: {text}", file=sys.stderr)

    def error(self, text: str) -> None:
        """Why there is no result."""
        self.clear()
        print(self._paint(f"tbkgen: {text}", "31"), file=sys.stderr)

    def progress(self, stage: str) -> None:
        """The stage that runs now, on a line that the next one replaces."""
        if self._interactive:
            sys.stderr.write(f"\r\033[K{stage} …")
            sys.stderr.flush()

    def clear(self) -> None:
        """End the line of progress."""
        if self._interactive:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()

    def problem(self, problem: Problem) -> None:
        """One problem: its place, and what is wrong."""
        self.clear()
        place, _, rest = str(problem).partition(": ")
        color = "33" if problem.warning else "31"
        print(f"{self._paint(place, '1')}: {self._paint(rest, color)}", file=sys.stderr)

    def problems(self, problems: Sequence[Problem], *, writes: bool = False) -> None:
        """All problems that stopped a run, and how to learn more.

        Of a run that `writes` otherwise, tell that it did not.
        """
        for problem in problems[:MAX_PROBLEMS]:
            self.problem(problem)
        if len(problems) > MAX_PROBLEMS:
            self.error(f"and {len(problems) - MAX_PROBLEMS} more")
        errors = [problem for problem in problems if not problem.warning]
        if errors:
            rule = min(problem.rule for problem in errors)
            unwritten = ", nothing written" if writes else ""
            self.error(f"{len(errors)} problem(s){unwritten}; why: tbkgen explain {rule}")

    def _paint(self, text: str, code: str) -> str:
        return f"\033[{code}m{text}\033[0m" if self._colored else text


def shown(path: Path) -> str:
    """A path as a reader finds it from where they stand."""
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)
