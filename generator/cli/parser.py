"""The command line of `tbkgen`: its commands, options and help."""

import argparse
from importlib import import_module
from pathlib import Path
from typing import Any

DESCRIPTION = """\
Renders the YAML specs of APIs behind the Taobao gateway into a typed Python
client, a mock server, documentation, an OpenAPI document and a catalogue, all
below generated/.
"""
EPILOG = """\
examples:
  tbkgen build                   bring generated/ up to date
  tbkgen build --watch           the same whenever a spec is saved
  tbkgen check                   fail if generated/ is not what build writes
  tbkgen fmt                     lay out the specs, tidy up what they share
  tbkgen new taobao.tbk.x.get    start the spec of a new method
  tbkgen import page.html        draft or update a spec from a saved document
  tbkgen surface v1.2.0          what users of the client will notice since then
  tbkgen explain near-duplicate  why a lint rule exists and how to satisfy it

exit codes: 0 fine, 1 problems found, 2 wrong usage
"""

WIDTH = 80
"""The columns of DESCRIPTION and EPILOG."""


def parser() -> argparse.ArgumentParser:
    """All commands; the chosen one is `command`, a module of this package runs it."""
    top = argparse.ArgumentParser(
        "tbkgen",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=_as_written,
    )
    top.add_argument(
        "--root",
        type=Path,
        metavar="DIR",
        help="the project's folder (default: the one around you)",
    )
    top.add_argument("--version", action=_Version, nargs=0, help="tell the version and stop")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, summary: str, details: str) -> argparse.ArgumentParser:
        # The default formatter wraps the details as wide as the list of arguments.
        return commands.add_parser(name, help=summary, description=details)

    build = command(
        "build",
        "bring generated/ up to date",
        """
        Checks all specs and renders every target. If a spec has a problem, nothing is written.
        Files that did not change are not touched; files of ours that are not wanted any more are
        removed; all other files stay. Also written: specs/_schema/words.schema.json, and the
        numbers in the READMEs.
        """,
    )
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
    _add_run_options(build, "write here instead of generated/")
    check = command(
        "check",
        "fail if generated/ is not what the specs say",
        "Renders in memory and compares. Writes nothing. For CI.",
    )
    _add_run_options(check, "compare with this folder instead of generated/")
    lint = command(
        "lint",
        "check the specs only",
        """
        Reports every problem of every spec at once as file:line:col: rule: what — hint, and specs
        that were not compared with their sources for a year.
        """,
    )
    lint.add_argument("--strict", action="store_true", help="warnings count as problems")
    fmt = command(
        "fmt",
        "bring the specs to their canonical layout",
        """
        Orders keys, chooses between lines and blocks, keeps comments and one blank line between the
        blocks of a file. Declarations of specs/_shared with a single user move into it, and those
        without any go, so to retire a method is: delete its file and its row in specs/catalog.yaml,
        then run this. A broken file is reported and left; the others are done.
        """,
    )
    fmt.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="lay out these only, and move nothing (default: all specs)",
    )
    fmt.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if something would change"
    )
    new = command(
        "new",
        "start the spec of a new method",
        "Writes specs/apis/<role>/<method>.yaml with every key that is needed, to be filled in.",
    )
    new.add_argument("method", help="full name, for example taobao.tbk.shop.get")
    new.add_argument(
        "--role",
        help="who calls it, a role of specs/product.yaml (default: guessed from title or name)",
    )
    new.add_argument(
        "--title", help="the platform's title (default: the one in specs/catalog.yaml)"
    )
    surface = command(
        "surface",
        "what changed for users since a git revision",
        """
        Compares the specs of a git revision with those in the work tree and prints what is added,
        changed and breaking, as Markdown for the changelog.
        """,
    )
    surface.add_argument("revision", help="a commit, tag or branch")
    surface.add_argument(
        "--fail-on-breaking", action="store_true", help="exit 1 if anything breaks"
    )
    explain = command(
        "explain", "why a rule exists and how to satisfy it", "Without a rule: lists them all."
    )
    explain.add_argument("rule", nargs="?", help="the name that a problem shows")
    importer = command(
        "import",
        "draft or update specs from saved API documents",
        """
        Reads pages saved as text, Markdown or HTML, and the platform's document JSON. A method
        without a spec gets a draft; an existing spec gets the new facts, keeps what people wrote,
        and contradictions are listed. Shows a diff; nothing is written without --write. A document
        that cannot be read does not stop the others.
        """,
    )
    importer.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="saved documents, or folders of them"
    )
    importer.add_argument("--write", action="store_true", help="write the drafts and updates")
    importer.add_argument(
        "--partial", action="store_true", help="of a damaged page, show what was understood"
    )
    return top


def _as_written(prog: str) -> argparse.HelpFormatter:
    """Examples keep their lines, so the list of commands is as wide as these are."""
    return argparse.RawDescriptionHelpFormatter(prog, width=WIDTH)


def _add_run_options(command: argparse.ArgumentParser, output: str) -> None:
    command.add_argument("--output", type=_folder, metavar="DIR", help=output)
    command.add_argument(
        "--no-cache", action="store_true", help="remember nothing and trust nothing remembered"
    )


def _folder(text: str) -> Path:
    """A folder that is named; nothing would mean the current one."""
    if not text:
        raise argparse.ArgumentTypeError("the name of the folder is empty")
    return Path(text)


class _Version(argparse.Action):
    """Looks the version up when it is asked for: that takes longer than a run without changes."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        version = import_module("importlib.metadata").version("tbkgen")
        parser.exit(message=f"tbkgen {version}\n")
