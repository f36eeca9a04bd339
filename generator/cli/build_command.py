"""`tbkgen build`: bring generated/ up to date, once or at every save."""

import argparse
import contextlib
import sys
import time
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from generator.cli import chosen_project
from generator.cli.terminal import OK, Terminal, shown
from generator.output.stamp import Stamp
from generator.problems import GeneratorError, SpecError
from generator.project import Project


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Build once, or until Ctrl-C."""
    project = chosen_project(options)
    if options.watch:
        return _watch(project, terminal)
    return _build(project, terminal, try_out=options.try_out)


def _build(project: Project, terminal: Terminal, *, try_out: bool = False) -> int:
    start = time.perf_counter()
    stamp = Stamp(project.cache.stamp_file)
    stamp.look(project.inputs())
    if not try_out and stamp.is_current(project.output):
        for warning in stamp.warnings:
            terminal.problem(warning)
        told = stamp.extra
        _say_summary(terminal, project, told["methods"], told["members"], 0, told["files"], 0)
        _say_seconds(terminal, {}, time.perf_counter() - start)
        return OK
    # Whatever renders takes long to import; the run that finds nothing to do needs none of it.
    pipeline = import_module("generator.pipeline").Pipeline(project, stamp, terminal)
    summary = pipeline.build()
    if try_out:
        terminal.say(pipeline.trial())
    for warning in summary.warnings:
        terminal.problem(warning)
    for notice in summary.notices:
        terminal.tell(notice)
    changes = summary.changes
    written = len(changes.added) + len(changes.changed)
    _say_summary(
        terminal,
        project,
        summary.methods,
        summary.members,
        written,
        changes.unchanged,
        len(changes.removed),
    )
    for file in summary.documents:
        terminal.say(f"updated {shown(project.root / file)}")
    _say_seconds(terminal, summary.seconds, time.perf_counter() - start)
    return OK


def _say_summary(
    terminal: Terminal,
    project: Project,
    methods: int,
    members: int,
    written: int,
    unchanged: int,
    removed: int,
) -> None:
    terminal.say(f"methods {methods} · parameters and fields {members}")
    terminal.say(
        f"files written {written} · unchanged {unchanged} · removed {removed}"
        f"  ({shown(project.output)}/)"
    )


def _say_seconds(terminal: Terminal, stages: Mapping[str, float], total: float) -> None:
    spent = [f"{name} {seconds:.2f}" for name, seconds in stages.items() if seconds >= 0.005]
    terminal.say(f"seconds {' · '.join([*spent, f'total {total:.2f}'])}")


def _watch(project: Project, terminal: Terminal) -> int:
    """Build at every save; what is wrong is reported, and watching goes on."""
    folders = [project.root / "specs", project.templates]
    told = ", ".join(shown(folder) for folder in folders)
    terminal.say(f"watching {told}; stop with Ctrl-C")
    sys.stdout.flush()
    _build_reporting(project, terminal)
    watch = import_module("watchfiles").watch
    with contextlib.suppress(KeyboardInterrupt):
        for changed in watch(*folders, raise_interrupt=True):
            # Our own file among the schemas would wake us for ever.
            if any(Path(path).name != "words.schema.json" for _, path in changed):
                _build_reporting(project, terminal)
    return OK


def _build_reporting(project: Project, terminal: Terminal) -> None:
    try:
        _build(project, terminal)
    except SpecError as error:
        terminal.problems(error.problems, writes=True)
    except GeneratorError as error:
        terminal.error(str(error))
    sys.stdout.flush()
