"""`tbkgen fmt`: bring the specs to their canonical layout."""

import argparse
import os
from pathlib import Path

from generator.cli import find_root
from generator.cli.terminal import OK, PROBLEMS, Terminal, shown
from generator.output.publish import replace_file
from generator.problems import UsageError
from generator.spec.fmt import format_specs
from generator.spec.load import place


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Lay out, or with --check tell what would be."""
    root = find_root(options.root)
    only = [_spec_file(root, path) for path in options.files] or None
    result = format_specs(root, only)
    for problem in place(result.problems, root):
        terminal.problem(problem)
    for file in sorted(result.changed):
        done = "would change" if options.check else "laid out"
        terminal.say(f"{done}: {shown(root / file)}")
    for move in result.moves:
        terminal.say(move)
    if not options.check:
        # First what takes in: a run that is stopped between leaves nothing undeclared.
        for file in sorted(result.changed, key=lambda file: file.startswith("specs/_shared/")):
            replace_file(root, file, result.changed[file])
    specs = "spec" if result.files == 1 else "specs"
    terminal.say(f"{result.files} {specs}, {len(result.changed)} changed")
    if options.check and result.changed:
        terminal.error("mend it with: tbkgen fmt")
        return PROBLEMS
    return PROBLEMS if result.problems else OK


def _spec_file(root: Path, given: Path) -> str:
    """A spec that the command line names, as a path below the project."""
    path = Path(os.path.abspath(given))
    if not path.is_relative_to(root / "specs") or path.suffix != ".yaml" or not path.is_file():
        raise UsageError(f"{given} is no spec: those are the files *.yaml below {root / 'specs'}")
    return path.relative_to(root).as_posix()
