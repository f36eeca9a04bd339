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
SCHEMAS = REPOSITORY / "specs" / "_schema"
WORDING = REPOSITORY.parent / "shared" / "tools" / "wording.py"


@pytest.fixture(scope="module")
def schemas() -> Schemas:
    product = parse(PRODUCT, (REPOSITORY / PRODUCT).read_bytes()).data
    return Schemas(SCHEMAS, product)


def test_every_spec_is_yaml_that_its_schema_accepts(schemas: Schemas) -> None:
    assert len(SPECS) > len(APIS) > 100
    problems = [
        str(problem)
        for path in SPECS
        for problem in schemas.check(
            parse(path.relative_to(REPOSITORY).as_posix(), path.read_bytes())
        )
    ]
    assert problems == []


def test_the_first_line_of_every_spec_names_its_schema() -> None:
    wrong = []
    for path in SPECS:
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        schema = (path.parent / found[1]).resolve() if found else None
        if not (schema and schema.parent == SCHEMAS and schema.is_file()):
            wrong.append((path.name, first))
    assert wrong == []


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


@pytest.mark.skipif(
    not WORDING.is_file(),
    reason="the documents that the facts were collected from are not published with them",
)
def test_no_sentence_is_copied_from_the_documents() -> None:
    run = subprocess.run(
        [sys.executable, str(WORDING), "specs"],
        capture_output=True,
        encoding="utf-8",
        cwd=REPOSITORY,
        check=False,
    )
    assert run.returncode == 0, run.stdout
