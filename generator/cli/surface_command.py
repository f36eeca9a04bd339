"""`tbkgen surface`: what users of the client will notice since a git revision."""

import argparse
import contextlib
import io
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.cli import find_root
from generator.cli.terminal import OK, PROBLEMS, Terminal
from generator.output.stamp import Stamp
from generator.pipeline import Pipeline
from generator.problems import SpecError, UsageError
from generator.project import Project
from generator.spec.files import PRODUCT
from generator.spec.surface import compare, markdown

GIT = shutil.which("git") or "git"


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Compare the specs of a revision with those in the work tree."""
    root = find_root(options.root)
    after = Pipeline(Project.at(root), Stamp(None), terminal).spec()
    with _specs_at(root, options.revision) as folder:
        project = Project.at(folder, cached=False)
        try:
            before = Pipeline(project, Stamp(None), terminal).unlinted_spec()
        except SpecError as error:
            terminal.problems(error.problems)
            terminal.error(f"the specs at {options.revision} cannot be read (problems above)")
            return PROBLEMS
    changes = compare(before, after)
    terminal.say(markdown(changes, options.revision).rstrip("\n"))
    breaking = any(change.level == "breaking" for change in changes)
    return PROBLEMS if breaking and options.fail_on_breaking else OK


@contextlib.contextmanager
def _specs_at(root: Path, revision: str) -> Iterator[Path]:
    """The spec tree of a git revision, in a folder that goes away."""
    with tempfile.TemporaryDirectory() as name:
        archive = subprocess.run(
            [GIT, "-C", str(root), "archive", "--end-of-options", revision, "specs"],
            capture_output=True,
            check=False,
        )
        if archive.returncode:
            reason = archive.stderr.decode("utf-8", "replace").strip().splitlines()
            raise UsageError(
                f"git knows no specs at {revision!r}: {reason[-1] if reason else 'no reason given'}"
            )
        with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
            tar.extractall(name, filter="data")
        folder = Path(name)
        if not (folder / PRODUCT).exists():
            # Specs of before there was a file for the product's words are read with today's.
            shutil.copyfile(root / PRODUCT, folder / PRODUCT)
        yield folder
