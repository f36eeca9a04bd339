"""black as the judge of what is rendered."""

import subprocess
import sys
from pathlib import Path


def assert_black(folder: Path) -> None:
    """Every Python file of a folder is as black would write it."""
    options = ("--line-length", "100", "--target-version", "py311", "--workers", "1")
    run = subprocess.run(
        [sys.executable, "-m", "black", "--check", "--diff", *options, str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stdout) == (0, ""), run.stderr
