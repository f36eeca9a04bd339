"""Each branch of what judges specs has a case: branches are counted, not the names of rules."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from project import REPOSITORY

JUDGES = ("generator/spec/lint/*", "generator/spec/resolve.py", "generator/spec/build.py")
CASES = ("tests/spec", "tests/test_rules.py", "--ignore=tests/spec/test_files.py")


@pytest.mark.slow
@pytest.mark.skipif(
    not importlib.util.find_spec("coverage"), reason="needs coverage.py, which `make test` installs"
)
def test_every_branch_is_taken_by_the_cases_of_its_module(tmp_path: Path) -> None:
    """A new branch without a case is named with its lines, from → to."""
    report = tmp_path / "report.json"
    options = ("--branch", f"--include={','.join(JUDGES)}")
    quiet = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist")
    cases = ("-m", "pytest", *quiet, *CASES, "-m", "not slow")
    for arguments in (("run", *options, *cases), ("json", "-q", "-o", str(report))):
        run = subprocess.run(
            [sys.executable, "-m", "coverage", *arguments],
            cwd=REPOSITORY,
            env=os.environ | {"COVERAGE_FILE": str(tmp_path / "data"), "COVERAGE_RCFILE": ""},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
    files = json.loads(report.read_text("utf-8"))["files"]
    missing = {
        file: (found["missing_lines"], found["missing_branches"])
        for file, found in files.items()
        if found["missing_lines"] or found["missing_branches"]
    }
    assert missing == {}
    assert sum(found["summary"]["num_branches"] for found in files.values()) > 600
    assert len(files) == 12
