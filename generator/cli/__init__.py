"""The command `tbkgen`. Only this package prints; each command is a module of it."""

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from generator.cli.parser import parser
from generator.cli.terminal import PROBLEMS, USAGE, Terminal
from generator.problems import GeneratorError, SpecError, UsageError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = parser().parse_args(arguments)
    terminal = Terminal()
    # Only the chosen command is imported: what finds nothing to do should not pay for the others.
    command = import_module(f"generator.cli.{options.command}_command")
    try:
        exit_code: int = command.run(options, terminal)
        return exit_code
    except SpecError as error:
        terminal.problems(error.problems, writes=options.command == "build")
        return PROBLEMS
    except GeneratorError as error:
        terminal.error(str(error))
        return USAGE if isinstance(error, UsageError) else PROBLEMS
    except KeyboardInterrupt:
        terminal.error("stopped; every file is either old or new, the next run completes")
        return PROBLEMS


def entry_point() -> None:
    """What the installed command calls."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has enough; what is left would be flushed, and fail again, at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = PROBLEMS
    sys.exit(code)


def find_root(given: Path | None) -> Path:
    """The project's folder: the given one, or the nearest around with specs/platform.yaml."""
    start = (given or Path.cwd()).resolve()
    if not given:
        for folder in (start, *start.parents):
            if (folder / "specs" / "platform.yaml").is_file():
                return folder
    if not (start / "specs" / "platform.yaml").is_file():
        raise UsageError(
            f"no specs/platform.yaml in {given or 'this folder or one above'}; "
            "name the project with --root"
        )
    return start
