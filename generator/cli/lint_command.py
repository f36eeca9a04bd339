"""`tbkgen lint`: check the specs only."""

import argparse
import datetime

from generator.cli import find_root
from generator.cli.terminal import OK, PROBLEMS, Terminal
from generator.output.stamp import Stamp
from generator.pipeline import Pipeline
from generator.project import Project
from generator.spec.lint.origins import stale
from generator.spec.load import place


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Report every problem, and what is old."""
    root = find_root(options.root)
    project = Project.at(root)
    pipeline = Pipeline(project, Stamp(project.cache.stamp_file), terminal)
    spec = pipeline.spec()
    old = place(stale(spec, datetime.date.today()), root)
    warnings = (*pipeline.summary.warnings, *old)
    for warning in warnings:
        terminal.problem(warning)
    terminal.say(
        f"{len(spec.apis)} methods, {spec.member_count} parameters and fields: "
        f"{len(warnings)} warning(s)"
    )
    wrong = warnings if options.strict else pipeline.summary.warnings
    return PROBLEMS if wrong else OK
