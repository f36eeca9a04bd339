"""The command `tbkgen`. Only this module prints."""

import argparse
import contextlib
import datetime
import io
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.problems import RULES, GeneratorError, Problem, SpecError
from generator.pipeline import Pipeline, Project, Summary

if TYPE_CHECKING:
    from generator.spec.ir import Spec

OK, PROBLEMS, USAGE = 0, 1, 2
MAX_PROBLEMS = 200
MAX_DIFF_LINES = 40
GIT = shutil.which("git") or "git"

DESCRIPTION = """\
Renders the YAML specs of the Taobao affiliate APIs into a typed Python client, a mock server,
documentation and an OpenAPI document, all below generated/.
"""
EPILOG = """\
examples:
  tbkgen build                      bring generated/ up to date
  tbkgen build --watch              the same whenever a spec is saved
  tbkgen check                      fail if generated/ differs from what build would write
  tbkgen new taobao.tbk.x.get       start the spec of a new method
  tbkgen import page.html           draft or update a spec from a saved API document
  tbkgen surface v1.2.0             what users of the client will notice since then
  tbkgen explain near-duplicate     why a lint rule exists and how to satisfy it

exit codes: 0 fine, 1 problems found, 2 wrong usage
"""


class UsageError(GeneratorError):
    """The command line names something that is not there."""


class Terminal:
    """Colour and progress on a terminal; plain text, line by line, anywhere else."""

    def __init__(self) -> None:
        no_color = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        self.interactive = sys.stderr.isatty() and not os.environ.get("CI")
        self.colored = sys.stderr.isatty() and not no_color

    def paint(self, text: str, code: str) -> str:
        return f"\033[{code}m{text}\033[0m" if self.colored else text

    def progress(self, stage: str) -> None:
        """The stage that runs now, on a line that the next one replaces."""
        if self.interactive:
            sys.stderr.write(f"\r\033[K{stage} …")
            sys.stderr.flush()

    def clear(self) -> None:
        if self.interactive:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()

    def problem(self, problem: Problem) -> None:
        self.clear()
        text = str(problem)
        place, _, rest = text.partition(": ")
        print(
            f"{self.paint(place, '1')}: {self.paint(rest, '33' if problem.warning else '31')}",
            file=sys.stderr,
        )

    def error(self, text: str) -> None:
        self.clear()
        print(self.paint(f"tbkgen: {text}", "31"), file=sys.stderr)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(
        "tbkgen",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument(
        "--root",
        type=Path,
        metavar="DIR",
        help="the project's folder (default: the one around you)",
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, summary: str, details: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name, help=summary, description=textwrap.dedent(details).strip(),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )  # fmt: skip

    build = command(
        "build", "bring generated/ up to date",
        """
        Checks all specs and renders every target. If a spec has a problem, nothing is written.
        Files that did not change are not touched; files of ours that are not wanted any more are
        removed; all other files stay.
        """,
    )  # fmt: skip
    build.add_argument(
        "--try",
        action="store_true",
        dest="try_out",
        help="then make one call through the fresh client and mock",
    )
    build.add_argument(
        "--watch",
        action="store_true",
        help="stay, and run again whenever a spec or template is saved",
    )
    _add_run_options(build)
    check = command(
        "check", "fail if generated/ is not what the specs say",
        "Renders in memory and compares. Writes nothing. For CI.",
    )  # fmt: skip
    _add_run_options(check)
    lint = command(
        "lint", "check the specs only",
        """
        Reports every problem of every spec at once as file:line:col: rule: what — hint, and specs
        that were not compared with their sources for a year.
        """,
    )  # fmt: skip
    lint.add_argument("--strict", action="store_true", help="warnings count as problems")
    new = command(
        "new", "start the spec of a new method",
        "Writes specs/apis/<role>/<method>.yaml with every key that is needed, to be filled in.",
    )  # fmt: skip
    new.add_argument("method", help="full name, for example taobao.tbk.shop.get")
    new.add_argument("--role", choices=["publisher", "service_provider", "common", "other"],
                     help="who calls it (default: guessed from dg or sc in the name)")  # fmt: skip
    new.add_argument(
        "--title", help="the platform's title (default: the one in specs/catalog.yaml)"
    )
    surface = command(
        "surface", "what changed for users since a git revision",
        """
        Compares the specs of a git revision with those in the work tree and prints what is added,
        changed and breaking, as Markdown for the changelog.
        """,
    )  # fmt: skip
    surface.add_argument("revision", help="a commit, tag or branch")
    surface.add_argument(
        "--fail-on-breaking", action="store_true", help="exit 1 if anything breaks"
    )
    explain = command(
        "explain", "why a rule exists and how to satisfy it", "Without a rule: lists them all."
    )
    explain.add_argument("rule", nargs="?", help="the name that a problem shows")
    importer = command(
        "import", "draft or update specs from saved API documents",
        """
        Reads pages saved as text, Markdown or HTML, and the platform's document JSON. A method
        without a spec gets a draft and a row in the catalog; an existing spec gets the new facts,
        keeps what people wrote, and contradictions are listed. Shows a diff; nothing is written
        without --write. A file with a problem is reported and changes nothing; the others go on.
        """,
    )  # fmt: skip
    importer.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="saved documents, or folders of them"
    )
    importer.add_argument("--write", action="store_true", help="write the drafts and updates")
    importer.add_argument(
        "--partial", action="store_true", help="of a damaged page, show what was understood"
    )
    return top


def _add_run_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--output", type=Path, metavar="DIR", help="write here instead of generated/"
    )
    command.add_argument(
        "--no-cache", action="store_true", help="remember nothing and trust nothing remembered"
    )
    command.add_argument(
        "--workers", type=_positive, metavar="N", help="processes that format (default: one a core)"
    )


def _positive(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if not 1 <= number <= 64:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 64")
    return number


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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = parser().parse_args(arguments)
    terminal = Terminal()
    try:
        if options.command == "explain":
            return _explain(options.rule)
        root = find_root(options.root)
        run = {
            "build": _build, "check": _check, "lint": _lint, "new": _new,
            "surface": _surface, "import": _import,
        }[options.command]  # fmt: skip
        return run(root, options, terminal)
    except SpecError as error:
        _print_problems(error.problems, terminal)
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
    with contextlib.suppress(BrokenPipeError):
        sys.exit(main())


def _print_problems(problems: Sequence[Problem], terminal: Terminal) -> None:
    for problem in problems[:MAX_PROBLEMS]:
        terminal.problem(problem)
    if len(problems) > MAX_PROBLEMS:
        terminal.error(f"and {len(problems) - MAX_PROBLEMS} more")
    errors = sum(not problem.warning for problem in problems)
    if errors:
        names = sorted({problem.rule for problem in problems if not problem.warning})
        terminal.error(f"{errors} problem(s), nothing written; why: tbkgen explain {names[0]}")


def _project(root: Path, options: argparse.Namespace) -> Project:
    output = options.output.resolve() if options.output else None
    project = Project.at(root, output=output, cached=not options.no_cache)
    project.workers = options.workers
    return project


def _print_summary(summary: Summary, folder: Path) -> None:
    changes = summary.changes
    written = len(changes.added) + len(changes.changed)
    print(f"methods {summary.apis} · parameters and fields {summary.members}")
    print(
        f"files written {written} · unchanged {changes.unchanged} · removed {len(changes.removed)}"
        f"  ({_relative(folder)}/)"
    )
    spent = [
        f"{name} {seconds:.2f}" for name, seconds in summary.seconds.items() if seconds >= 0.005
    ]
    print(f"seconds {' · '.join(spent) or '0.00'} · total {sum(summary.seconds.values()):.2f}")


def _relative(path: Path) -> str:
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)


def _build(root: Path, options: argparse.Namespace, terminal: Terminal) -> int:
    project = _project(root, options)
    if not options.watch:
        return _build_once(project, terminal, try_out=options.try_out)
    from watchfiles import watch

    folders = [root / "specs", root / "templates"]
    print(
        f"watching {', '.join(_relative(folder) for folder in folders)}; stop with Ctrl-C",
        flush=True,
    )
    _build_reporting(project, terminal)
    with contextlib.suppress(KeyboardInterrupt):
        for _ in watch(*folders, raise_interrupt=True):
            _build_reporting(project, terminal)
    return OK


def _build_once(project: Project, terminal: Terminal, *, try_out: bool = False) -> int:
    summary = Pipeline(project, terminal.progress).build()
    terminal.clear()
    for warning in summary.warnings:
        terminal.problem(warning)
    if try_out:
        from generator.trial import one_call

        with summary.stage("try", terminal.progress):
            transcript = one_call(project.output)
        terminal.clear()
        print(transcript)
    _print_summary(summary, project.output)
    return OK


def _build_reporting(project: Project, terminal: Terminal) -> None:
    """One run of --watch: a wrong spec is reported, and watching goes on."""
    try:
        _build_once(project, terminal)
    except SpecError as error:
        _print_problems(error.problems, terminal)
    except GeneratorError as error:
        terminal.error(str(error))
    sys.stdout.flush()


def _check(root: Path, options: argparse.Namespace, terminal: Terminal) -> int:
    from generator.output.publish import diff

    project = _project(root, options)
    summary, files = Pipeline(project, terminal.progress).check()
    terminal.clear()
    changes = summary.changes
    if not changes:
        print(f"{_relative(project.output)}/ is what the specs say ({changes.unchanged} files)")
        return OK
    for label, paths in (
        ("missing", changes.added),
        ("differs", changes.changed),
        ("stale", changes.removed),
    ):
        for path in paths[:20]:
            print(f"{label}: {_relative(project.output)}/{path}")
        if len(paths) > 20:
            print(f"{label}: and {len(paths) - 20} more")
    for line in islice(diff(project.output, files, changes), MAX_DIFF_LINES):
        print(line[:200])
    terminal.error(f"{_relative(project.output)}/ is out of date; mend it with: make generate")
    return PROBLEMS


def _lint(root: Path, options: argparse.Namespace, terminal: Terminal) -> int:
    from generator.spec.lint import stale
    from generator.spec.load import place

    pipeline = Pipeline(Project.at(root), terminal.progress)
    spec = pipeline.spec()
    terminal.clear()
    old = place(stale(spec, datetime.date.today()), root)
    warnings = (*pipeline.summary.warnings, *old)
    for warning in warnings:
        terminal.problem(warning)
    print(
        f"{len(spec.apis)} methods, {spec.member_count} parameters and fields: "
        f"{len(warnings)} warning(s)"
    )
    return PROBLEMS if warnings and options.strict else OK


def _new(root: Path, options: argparse.Namespace, terminal: Terminal) -> int:
    import re

    from generator.spec.build import CATALOG
    from generator.spec.load import parse
    from generator.spec.skeleton import guess_role, skeleton, spec_path

    method: str = options.method
    if not re.fullmatch(r"[a-z][a-z0-9]*(\.[a-z][a-z0-9_]*)+", method):
        terminal.error(f"{method!r} is no method name; it looks like taobao.tbk.shop.get")
        return USAGE
    existing = sorted((root / "specs" / "apis").glob(f"*/{method}.yaml"))
    if existing:
        terminal.error(
            f"{_relative(existing[0])} exists; edit it, or compare it with tbkgen import"
        )
        return PROBLEMS
    role = options.role or guess_role(method)
    catalog: Any = parse(CATALOG, (root / CATALOG).read_bytes()).data
    rows: list[dict[str, str]] = [*catalog["titles"], *catalog["beyond"]]
    entries = [row for row in rows if row.get("method") == method]
    title = options.title or next((e["title"] for e in entries if "title" in e), method)
    path = root / spec_path(method, role)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        skeleton(method, role, title, datetime.date.today().isoformat()), encoding="utf-8"
    )
    print(f"wrote {_relative(path)}")
    if not entries:
        print(f"add it to specs/catalog.yaml:\n  - {{title: {title}, method: {method}}}")
    print("replace every 待写, then run: make generate")
    return OK


@contextlib.contextmanager
def _specs_at(root: Path, revision: str) -> Iterator[Path]:
    """The spec tree of a git revision, in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(
            [GIT, "-C", str(root), "archive", "--end-of-options", revision, "specs"],
            capture_output=True, check=False,
        )  # fmt: skip
        if archive.returncode:
            reason = archive.stderr.decode("utf-8", "replace").strip().splitlines()
            raise UsageError(
                f"git knows no specs at {revision!r}: {reason[-1] if reason else 'no reason given'}"
            )
        import tarfile

        with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
            tar.extractall(folder, filter="data")
        yield Path(folder)


def _surface(root: Path, options: argparse.Namespace, terminal: Terminal) -> int:
    from generator.spec.surface import compare, markdown

    after: Spec = Pipeline(Project.at(root), terminal.progress).spec()
    with _specs_at(root, options.revision) as folder:
        try:
            before = Pipeline(Project.at(folder, cached=False), terminal.progress).unlinted_spec()
        except SpecError as error:
            _print_problems(error.problems, terminal)
            terminal.error(f"the specs at {options.revision} cannot be read (problems above)")
            return PROBLEMS
    terminal.clear()
    changes = compare(before, after)
    print(markdown(changes, options.revision), end="")
    breaking = any(change.level == "breaking" for change in changes)
    return PROBLEMS if breaking and options.fail_on_breaking else OK


def _explain(name: str | None) -> int:
    # Importing the stages declares their rules.
    from generator.spec import build  # noqa: F401
    from generator import importers  # noqa: F401
    from generator.spec import lint  # noqa: F401
    from generator.spec import load  # noqa: F401
    from generator.spec import resolve  # noqa: F401
    from generator.spec import validate  # noqa: F401
    from generator.spec.names import did_you_mean

    if name is None:
        for known in sorted(RULES):
            print(f"{known:20} {RULES[known].title}")
        return OK
    if name not in RULES:
        hint = did_you_mean(name, RULES)
        print(
            f"tbkgen: no rule is named {name!r}; {hint or 'tbkgen explain lists them all'}",
            file=sys.stderr,
        )
        return USAGE
    rule = RULES[name]
    print(f"{rule.name}: {rule.title}\n")
    print(textwrap.fill(f"Why: {rule.why}", 88, subsequent_indent="     "))
    print(textwrap.fill(f"Fix: {rule.fix}", 88, subsequent_indent="     "))
    return OK


def _import(root: Path, options: argparse.Namespace, terminal: Terminal) -> int:
    from generator.importers.run import import_files

    report = import_files(
        root,
        options.files,
        write=options.write,
        partial=options.partial,
        progress=terminal.progress,
    )
    terminal.clear()
    for line in report.lines():
        print(line)
    for problem in report.problems[:MAX_PROBLEMS]:
        terminal.problem(problem)
    if report.problems:
        files = len({problem.file for problem in report.problems})
        more = len(report.problems) - MAX_PROBLEMS
        terminal.error(
            f"{len(report.problems)} problem(s) in {files} file(s)"
            f"{f', {more} not shown' if more > 0 else ''}, of which nothing was written; "
            f"why: tbkgen explain {report.problems[0].rule}"
        )
    return PROBLEMS if report.problems else OK
