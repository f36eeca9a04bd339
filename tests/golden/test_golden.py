"""What a small spec tree is rendered to, as files that a review can read.

After an intended change, take over the new output and look at its diff:

    make golden
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from project import REPOSITORY, frozen_project, tree

from generator.output.publish import publish
from generator.pipeline import Pipeline

CI = "golden files are what people have reviewed: record them at home, not in CI"
EXPECTED = Path(__file__).parent / "generated"


def rendered(root: Path) -> dict[str, bytes]:
    """Everything that depends on the specs: plain files of the templates need no second copy."""
    files = Pipeline(frozen_project(root)).render()
    plain = {*tree(REPOSITORY / "templates").values(), (REPOSITORY / "LICENSE").read_bytes()}
    return {path: content for path, content in files.items() if content not in plain}


def test_the_output_is_the_reviewed_one(tmp_path: Path) -> None:
    files = rendered(tmp_path)
    if os.environ.get("UPDATE_GOLDEN"):
        assert not os.environ.get("CI"), CI
        publish(EXPECTED, files)
    expected = {path: text for path, text in tree(EXPECTED).items() if path != ".files"}
    assert sorted(files) == sorted(expected)
    for path, content in files.items():
        if content != expected[path]:
            assert content.decode() == expected[path].decode(), path


@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
def test_nothing_is_recorded_in_ci() -> None:
    """Neither by `make golden` nor by the variable that it sets."""
    before = {path: path.stat().st_mtime_ns for path in EXPECTED.rglob("*")}
    environment = os.environ | {"CI": "true", "UPDATE_GOLDEN": "1"}
    one = "tests/golden/test_golden.py::test_the_output_is_the_reviewed_one"
    for command in (
        ["make", "golden"],
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", one],
    ):
        run = subprocess.run(
            command,
            cwd=REPOSITORY,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert run.returncode != 0, command
        assert CI in run.stdout + run.stderr, command
    assert {path: path.stat().st_mtime_ns for path in EXPECTED.rglob("*")} == before
