"""CONTRIBUTING's recipes, followed to the letter in a copy of the project."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from project import REPOSITORY

RETIRED = ("taobao.tbk.sc.tpwd.convert", "taobao.tbk.coupon.get", "taobao.tbk.dg.cpa.report.detail")
ADDED = "taobao.tbk.demo.parcel.list"
PAGE = REPOSITORY / "tests" / "importers" / "pages" / "parcel_list.md"
ASKED = (
    *("tests/specs", "tests/openapi"),
    *("tests/wire/test_samples.py", "tests/docs/test_coverage.py"),
)
"""What asks all methods, whichever there are."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working copy of its own."""
    root = tmp_path_factory.mktemp("copy")
    left_out = shutil.ignore_patterns("__pycache__", ".*_cache", ".hypothesis")
    for name in ("generator", "specs", "templates", "tests", "generated"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=left_out)
    for name in ("README.md", "README.zh-CN.md", "LICENSE", "Makefile", "pyproject.toml"):
        shutil.copy(REPOSITORY / name, root)
    return root


def run(copy: Path, *arguments: str) -> str:
    """Python in the copy, whose modules come before the installed ones."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def tbkgen(copy: Path, *arguments: str) -> str:
    return run(copy, "-m", "generator", *arguments)


def assert_all_is_green(copy: Path) -> None:
    tbkgen(copy, "build")
    tbkgen(copy, "check", "--no-cache")
    run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not slow", *ASKED)


def numbers(copy: Path) -> list[str]:
    """The numbers in the first lines of both READMEs."""
    texts = [(copy / name).read_text("utf-8") for name in ("README.md", "README.zh-CN.md")]
    blocks = [re.search(r"<!-- counts -->(.*?)<!-- /counts -->", text, re.S) for text in texts]
    return [" ".join(re.findall(r"\d+", block[1])) for block in blocks if block]


def test_a_method_is_added_from_a_saved_page(copy: Path) -> None:
    before = numbers(copy)
    tbkgen(copy, "import", str(PAGE), "--write")
    (spec,) = (copy / "specs" / "apis").glob(f"*/{ADDED}.yaml")
    assert ADDED in (copy / "specs" / "catalog.yaml").read_text("utf-8")
    # What lint tells of a draft: what is to be written, to be compared, and not among the fields.
    draft = spec.read_text("utf-8").replace("en: 待写", "en: List parcels").replace("待核对：", "")
    draft = re.sub(r"(?m)^    request_id: .*\n", "", draft)
    for number in range(draft.count("待写")):
        draft = draft.replace("待写", f"写好 {number}", 1)
    spec.write_text(draft, "utf-8")
    tbkgen(copy, "fmt")
    assert_all_is_green(copy)
    assert (copy / "generated/docs/docs/methods/tbk_demo_parcel_list.md").is_file()
    after = numbers(copy)
    assert after[0] == after[1] != before[0] == before[1]


def test_methods_are_retired_by_deleting_file_and_row_and_fmt(copy: Path) -> None:
    catalog = copy / "specs" / "catalog.yaml"
    for method in RETIRED:
        (spec,) = (copy / "specs" / "apis").glob(f"*/{method}.yaml")
        spec.unlink()
        rows = catalog.read_text("utf-8").splitlines(keepends=True)
        kept = [row for row in rows if not re.search(rf"method: {re.escape(method)}[,}}]", row)]
        assert len(kept) == len(rows) - 1
        catalog.write_text("".join(kept), "utf-8")
    moved = tbkgen(copy, "fmt")
    assert "laid out: " in moved
    assert_all_is_green(copy)
    for method in RETIRED:
        name = method.removeprefix("taobao.").replace(".", "_")
        assert not list((copy / "generated").rglob(f"{name}.*"))
