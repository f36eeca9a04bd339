"""The oracles know nothing of what they judge."""

import ast
import sys

import pytest
from project import REPOSITORY

ORACLES = ("signing", "values", "replies", "pages")
FOLDER = REPOSITORY / "tests" / "oracle"


@pytest.mark.parametrize("oracle", ORACLES)
def test_an_oracle_is_short_names_its_sources_and_imports_the_library_only(oracle: str) -> None:
    text = (FOLDER / f"{oracle}.py").read_text("utf-8")
    tree = ast.parse(text)
    modules = [
        name
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or "."] if isinstance(node, ast.ImportFrom) else []
        )
    ]
    assert {name.partition(".")[0] for name in modules} <= sys.stdlib_module_names
    assert "Source" in (ast.get_docstring(tree) or "")
    assert len(text.splitlines()) < 110


def test_no_oracle_is_forgotten() -> None:
    found = {path.stem for path in FOLDER.glob("*.py")}
    assert {name for name in found if not name.startswith(("_", "test_"))} == {*ORACLES}
