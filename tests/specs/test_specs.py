"""The real specs satisfy every rule, and hold what can be counted from outside."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from formatting import assert_black
from project import REPOSITORY

from generator.pipeline import Pipeline, Project
from generator.spec.files import PRODUCT
from generator.spec.ir import Spec
from generator.spec.load import parse
from generator.spec.validate import Schemas

SPECS = sorted((REPOSITORY / "specs").rglob("*.yaml"))
APIS = sorted((REPOSITORY / "specs" / "apis").rglob("*.yaml"))
WORDING = REPOSITORY.parent / "shared" / "tools" / "wording.py"


@pytest.fixture(scope="module")
def schemas() -> Schemas:
    product = parse(PRODUCT, (REPOSITORY / PRODUCT).read_bytes()).data
    return Schemas(REPOSITORY / "specs" / "_schema", product)


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_it_is_yaml_that_its_schema_accepts(path: Path, schemas: Schemas) -> None:
    file = path.relative_to(REPOSITORY).as_posix()
    assert [str(problem) for problem in schemas.check(parse(file, path.read_bytes()))] == []


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_its_first_line_names_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found, first
    assert (path.parent / found[1]).resolve().parent == REPOSITORY / "specs" / "_schema"
    assert (path.parent / found[1]).is_file()


@pytest.mark.slow
def test_black_leaves_all_generated_python_unchanged(tmp_path: Path) -> None:
    files = Pipeline(Project.at(REPOSITORY, cached=False)).render()
    python = {path: content for path, content in files.items() if path.endswith(".py")}
    assert len(python) > len(APIS)
    for path, content in python.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    assert_black(tmp_path)


def test_every_file_is_a_method_under_its_own_name(spec: Spec) -> None:
    assert {api.method for api in spec.apis} == {path.stem for path in APIS}
    assert {api.role.name for api in spec.apis} <= {path.parent.name for path in APIS}


if WORDING.is_file():  # The documents that the facts were collected from are not published here.

    def test_no_sentence_is_copied_from_the_documents() -> None:
        run = subprocess.run(
            [sys.executable, str(WORDING), "specs"],
            capture_output=True,
            encoding="utf-8",
            cwd=REPOSITORY,
            check=False,
        )
        assert run.returncode == 0, run.stdout
