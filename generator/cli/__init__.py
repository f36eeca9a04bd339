"""The command `tbkgen`. Only this package prints; each command is a module of it."""

import argparse
import contextlib
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from generator.cli.parser import parser
from generator.cli.terminal import PROBLEMS, USAGE, Terminal
from generator.problems import GeneratorError, SpecError, UsageError
from generator.project import Project
from generator.spec.disk import is_inside, real


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    terminal = Terminal()
    try:
        options = parser().parse_args(arguments)
        # Only the chosen command is imported: what finds nothing to do should not pay for others.
        command = import_module(f"generator.cli.{options.command}_command")
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


_OBJECTS_BEFORE_COLLECTION = 200_000
"""What a run makes lives to its end: looking through it often finds nothing to collect."""


def entry_point() -> None:
    """What the installed command calls."""
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)
    _open_streams()
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # Whoever read has enough.
        _drop_output()
        code = PROBLEMS
    except OSError as error:
        _drop_output()
        code = PROBLEMS
        with contextlib.suppress(OSError):
            where = f"{error.filename}: " if error.filename else ""
            print(f"tbkgen: cannot go on: {where}{error.strerror}", file=sys.stderr)
    sys.exit(code)


def _open_streams() -> None:
    """Make both streams ones that can be written: started with `>&-`, Python has None for them."""
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - until we end
    if sys.stdout is None:
        sys.exit("tbkgen: standard output is closed, so there is no place for the result")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """What is left to print would be flushed, and fail again, at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def find_root(given: Path | None) -> Path:
    """The project's folder: the given one, or the nearest around with specs/platform.yaml."""
    start = real(given or Path.cwd())
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


def chosen_project(options: argparse.Namespace) -> Project:
    """The project, output folder and cache that the options of a run name."""
    root = find_root(options.root)
    output = real(options.output) if options.output else None
    project = Project.at(root, output=output, cached=not options.no_cache)
    for source in project.source_folders():
        if is_inside(project.output, source) or is_inside(source, project.output):
            raise UsageError(
                f"the output would mix with {source}: choose a folder that neither holds it "
                "nor lies in it"
            )
    return project
