"""`tbkgen lint`: check the specs only."""

import argparse
import datetime
from collections import Counter
from collections.abc import Iterable

from generator.cli import find_root
from generator.cli.terminal import OK, PROBLEMS, Terminal
from generator.output.stamp import Stamp
from generator.pipeline import Pipeline
from generator.problems import Problem
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
        f"{len(warnings)} warning(s){_by_rule(warnings)}"
    )
    wrong = warnings if options.strict else pipeline.summary.warnings
    return PROBLEMS if wrong else OK


def _by_rule(warnings: Iterable[Problem]) -> str:
    """How many warnings each rule gave: ` (old-source 98, stale 2)`."""
    counts = Counter(warning.rule for warning in warnings).most_common()
    told = ", ".join(f"{rule} {count}" for rule, count in counts)
    return f" ({told})" if told else ""
