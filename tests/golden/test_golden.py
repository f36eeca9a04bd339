"""What two small spec trees are rendered to, as files that a review can read.

The old specs of tests/frozen, and those of tests/full that use every key of the language. What the
latter must show is stated there, in plain words; this is all of it, for the eye.

After an intended change, take over the new output and look at its diff:

    make golden
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from full.building import full_project
from project import REPOSITORY, frozen_project, tree

from generator.output.publish import publish
from generator.pipeline import Pipeline
from generator.project import Project

HERE = Path(__file__).parent
CI = "golden files are what people have reviewed: record them at home, not in CI"


def rendered(project: Project) -> dict[str, bytes]:
    """Everything that depends on the specs: plain files of the templates need no second copy."""
    files = Pipeline(project).render()
    plain = {*tree(REPOSITORY / "templates").values(), (REPOSITORY / "LICENSE").read_bytes()}
    return {path: content for path, content in files.items() if content not in plain}


@pytest.mark.parametrize(
    ("project_at", "folder"), [(frozen_project, "generated"), (full_project, "full/generated")]
)
def test_the_output_is_the_reviewed_one(
    project_at: Callable[[Path], Project], folder: str, tmp_path: Path
) -> None:
    files = rendered(project_at(tmp_path))
    if os.environ.get("UPDATE_GOLDEN"):
        assert not os.environ.get("CI"), CI
        publish(HERE / folder, files)
    expected = {path: text for path, text in tree(HERE / folder).items() if path != ".files"}
    assert sorted(files) == sorted(expected)
    for path, content in files.items():
        if content != expected[path]:
            assert content.decode() == expected[path].decode(), path


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
def test_nothing_is_recorded_in_ci() -> None:
    """Neither by `make golden` nor by the variable that it sets."""
    before = {path: path.stat().st_mtime_ns for path in HERE.rglob("*")}
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
    assert {path: path.stat().st_mtime_ns for path in HERE.rglob("*")} == before
