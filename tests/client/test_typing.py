"""The package tells type checkers what it promises users."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import taobaoke

pytestmark = pytest.mark.slow

PACKAGE = Path(taobaoke.__file__).parent
TYPING = Path(__file__).parent / "typing"
PROGRAM, MISTAKES = TYPING / "user_program.py", TYPING / "mistakes.py"
MARKED = {
    number
    for number, line in enumerate(MISTAKES.read_text(encoding="utf-8").splitlines(), 1)
    if re.search(r"\S  # ", line)
}


def check(*command: str | Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "MYPYPATH": str(PACKAGE.parent), "PYTHONPATH": str(PACKAGE.parent)}
    return subprocess.run(
        [sys.executable, "-m", *map(str, command)],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env=environment,
        timeout=300,
    )


def mypy(*arguments: str | Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    config = folder / "mypy.ini"
    config.write_text("[mypy]\nstrict = true\n")
    return check("mypy", "--config-file", config, "--cache-dir", ".mypy", *arguments, folder=folder)


def pyright(*files: Path, folder: Path) -> list[tuple[str, int, str]]:
    options = ("--outputjson", "--pythonpath", sys.executable)
    result = json.loads(check("pyright", *options, *files, folder=folder).stdout)
    assert result["summary"]["filesAnalyzed"] >= len(files)
    return [
        (Path(found["file"]).name, found["range"]["start"]["line"] + 1, found["message"])
        for found in result["generalDiagnostics"]
        if found["severity"] == "error"
    ]


@pytest.fixture(scope="module")
def mypy_result(tmp_path_factory: pytest.TempPathFactory) -> "subprocess.CompletedProcess[str]":
    return mypy(PACKAGE, PROGRAM, MISTAKES, folder=tmp_path_factory.mktemp("mypy"))


def test_mypy_accepts_package_and_program_and_finds_the_mistakes(
    mypy_result: "subprocess.CompletedProcess[str]",
) -> None:
    found = re.findall(r"^(\S+?):(\d+): error: (.*)$", mypy_result.stdout, re.MULTILINE)
    elsewhere = [error for error in found if not error[0].endswith(MISTAKES.name)]
    assert elsewhere == [], mypy_result.stdout + mypy_result.stderr
    assert {int(line) for _, line, _ in found} == MARKED


def test_pyright_accepts_package_and_program_and_finds_the_mistakes(tmp_path: Path) -> None:
    found = pyright(PACKAGE, PROGRAM, MISTAKES, folder=tmp_path)
    assert [error for error in found if error[0] != MISTAKES.name] == []
    assert {line for _, line, _ in found} == MARKED
