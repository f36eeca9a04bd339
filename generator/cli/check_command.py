"""`tbkgen check`: fail if generated/ is not what the specs say."""

import argparse
from itertools import islice

from generator.cli import chosen_project
from generator.cli.terminal import OK, PROBLEMS, Terminal, shown
from generator.output.publish import Changes, diff
from generator.output.stamp import Stamp
from generator.pipeline import Pipeline

MAX_PATHS = 20
MAX_DIFF_LINES = 40


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Compare, and tell how to mend what differs."""
    project = chosen_project(options)
    pipeline = Pipeline(project, Stamp(project.cache.stamp_file), terminal)
    summary, files = pipeline.check()
    terminal.clear()
    changes, folder = summary.changes, shown(project.output)
    for warning in summary.warnings:
        terminal.problem(warning)
    if changes.only_line_ends:
        count = len(changes.line_ends)
        terminal.error(
            f"only line ends differ, in {count} file(s) of {folder}/; mend it with: "
            "git config core.autocrlf false, then git checkout ."
        )
        return PROBLEMS
    for file in summary.documents:
        terminal.say(f"differs: {shown(project.root / file)}")
    _say_changes(terminal, folder, changes)
    for line in islice(diff(project.output, files, changes), MAX_DIFF_LINES):
        terminal.say(line[:200])
    if changes or summary.documents:
        terminal.error(f"{folder}/ is out of date; mend it with: make generate")
    if summary.warnings:
        terminal.error("the specs have warnings (above); a layout is mended with: tbkgen fmt")
    if changes or summary.documents or summary.warnings:
        return PROBLEMS
    terminal.say(f"{folder}/ is what the specs say ({changes.unchanged} files)")
    return OK


def _say_changes(terminal: Terminal, folder: str, changes: Changes) -> None:
    for label, paths in (
        ("missing", changes.added),
        ("differs", changes.changed),
        ("stale", changes.removed),
        ("left by a killed run", changes.leftovers),
        ("perhaps not ours", changes.unproven),
    ):
        for path in paths[:MAX_PATHS]:
            terminal.say(f"{label}: {folder}/{path}")
        if len(paths) > MAX_PATHS:
            terminal.say(f"{label}: and {len(paths) - MAX_PATHS} more")
    if changes.manifest:
        terminal.say(f"damaged: {folder}/.files")
