"""The modules of the generator form a line: each imports only from those before it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import generator

FOLDER = Path(generator.__file__).parent


def line() -> list[str]:
    """The order that the package's docstring tells."""
    assert generator.__doc__
    told = generator.__doc__.partition(":\n\n")[2].partition("\n\n")[0]
    return told.replace("→", " ").split()


def module_of(path: Path) -> str:
    """`generator/plan/docs.py` belongs to `plan`."""
    return path.relative_to(FOLDER).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator"):
            steps = (node.module or "").split(".")
            yield from [steps[1]] if len(steps) > 1 else [name.name for name in node.names]


def test_every_module_stands_in_the_line() -> None:
    modules = {module_of(path) for path in FOLDER.rglob("*.py")}
    assert set(line()) == modules - {"__init__", "__main__"}


def test_modules_import_only_from_their_left() -> None:
    order = line()
    wrong = [
        (path.relative_to(FOLDER).as_posix(), name)
        for path in sorted(FOLDER.rglob("*.py"))
        if not module_of(path).startswith("__")
        for name in imported(path)
        if order.index(name) > order.index(module_of(path))
    ]
    assert wrong == []


def test_only_one_module_prints_and_only_one_imports_black() -> None:
    for path in FOLDER.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        roots = {
            (name.name if isinstance(node, ast.Import) else node.module or "").split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in node.names
        }
        assert "print" not in names or path.name == "cli.py", path
        assert "black" not in roots or path.name == "format.py", path
