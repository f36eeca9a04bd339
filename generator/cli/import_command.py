"""`tbkgen import`: draft or update specs from saved API documents."""

import argparse

from generator.cli import find_root
from generator.cli.terminal import MAX_PROBLEMS, OK, PROBLEMS, Terminal
from generator.importers.run import SUFFIXES, import_files


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Report what every file tells; with --write, write what is sound."""
    report = import_files(
        find_root(options.root),
        options.files,
        write=options.write,
        partial=options.partial,
        progress=terminal.progress,
    )
    for line in report.lines():
        terminal.say(line)
    problems = report.problems
    if not (problems or report.imported or report.notices):
        terminal.error(f"no document was found; of a folder, *{', *'.join(sorted(SUFFIXES))} count")
        return PROBLEMS
    if not problems:
        return OK
    for problem in problems[:MAX_PROBLEMS]:
        terminal.problem(problem)
    files = len({problem.file for problem in problems})
    unseen = len(problems) - MAX_PROBLEMS
    more = f", {unseen} not shown" if unseen > 0 else ""
    terminal.error(
        f"{len(problems)} problem(s) in {files} file(s){more}, of which nothing was written; "
        f"why: tbkgen explain {problems[0].rule}"
    )
    return PROBLEMS
