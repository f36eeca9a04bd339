"""The package tells type checkers, editors and `get_type_hints` what it promises users."""

import ast
import json
import os
import re
import subprocess
import sys
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
import taobaoke
from taobaoke import AsyncClient, Client, types
from taobaoke._runtime.models import Model

from generator.output.python import width

PACKAGE = Path(taobaoke.__file__).parent
TYPING = Path(__file__).parent / "typing"
PROGRAM, MISTAKES = TYPING / "user_program.py", TYPING / "mistakes.py"
MARKED = {
    number
    for number, line in enumerate(MISTAKES.read_text(encoding="utf-8").splitlines(), 1)
    if re.search(r"\S  # ", line)
}


TOUR = PACKAGE.parents[2] / "docs" / "docs" / "tour.md"
SOURCES = os.pathsep.join([str(PACKAGE.parent), str(PACKAGE.parents[2] / "mock_server" / "src")])


def check(*command: str | Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "MYPYPATH": SOURCES, "PYTHONPATH": SOURCES}
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
    config.write_text("[mypy]\nstrict = true\nenable_error_code = deprecated\n")
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


def tour(folder: Path) -> list[Path]:
    """The programs of the docs that show everything, as files."""
    text = TOUR.read_text("utf-8")
    found = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert len(found) == 2
    paths = [folder / f"tour_{number}.py" for number in range(2)]
    for path, program in zip(paths, found, strict=True):
        path.write_text(f"# pyright: strict\n{program}", "utf-8")
    return paths


@pytest.fixture(scope="module")
def mypy_result(tmp_path_factory: pytest.TempPathFactory) -> "subprocess.CompletedProcess[str]":
    folder = tmp_path_factory.mktemp("mypy")
    return mypy(PACKAGE, PROGRAM, MISTAKES, *tour(folder), folder=folder)


@pytest.mark.slow
def test_mypy_accepts_package_and_program_and_finds_the_mistakes(
    mypy_result: "subprocess.CompletedProcess[str]",
) -> None:
    found = re.findall(r"^(\S+?):(\d+): error: (.*)$", mypy_result.stdout, re.MULTILINE)
    elsewhere = [error for error in found if not error[0].endswith(MISTAKES.name)]
    assert elsewhere == [], mypy_result.stdout + mypy_result.stderr
    assert {int(line) for _, line, _ in found} == MARKED


@pytest.mark.slow
def test_pyright_accepts_package_and_program_and_finds_the_mistakes(tmp_path: Path) -> None:
    found = pyright(PACKAGE, PROGRAM, MISTAKES, *tour(tmp_path), folder=tmp_path)
    assert [error for error in found if error[0] != MISTAKES.name] == []
    assert {line for _, line, _ in found} == MARKED


# At run time


def public(client: type) -> Iterator[tuple[str, Any]]:
    yield "__init__", client.__init__  # type: ignore[misc]
    for name in dir(client):
        if not name.startswith("_"):
            yield name, getattr(client, name)


@pytest.mark.parametrize("client", [Client, AsyncClient])
def test_the_hints_of_every_method_resolve(client: type) -> None:
    hints = {name: typing.get_type_hints(it) for name, it in public(client) if callable(it)}
    assert hints["tbk_shop_get"]["return"] is types.TbkShopGetResponse
    assert hints["tbk_shop_get"]["platform"] == Literal[1, 2] | int | None
    assert types.AsyncTbkShopGetResponse is types.TbkShopGetResponse
    assert hints["tbk_order_details_get"]["jump_type"] == Literal[-1, 1] | None
    option = hints["tbk_dg_punish_order_get"]["af_order_option"]
    assert option == types.TbkDgPunishOrderGetTopApiAfOrderOption | None
    assert len(hints) > 140


def test_the_hints_of_every_model_and_request_object_resolve() -> None:
    for name in types.__all__:
        assert typing.get_type_hints(getattr(types, name)), name


def test_all_types_stand_in_one_module() -> None:
    assert sorted(types.__all__) == types.__all__
    assert set(types.__all__) <= set(dir(types))
    response, request = types.TbkShopGetResponse, types.TbkDgGeneralLinkConvertLkShop
    assert issubclass(response, Model)
    assert typing.is_typeddict(request)
    with pytest.raises(AttributeError, match="TbkOrderDetailsGetPublisherOrder"):
        types.PublisherOrder  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(AttributeError, match=r"has no attribute 'Nothing'$"):
        types.Nothing  # type: ignore[attr-defined]  # noqa: B018


def test_deprecated_methods_carry_the_mark() -> None:
    for client in (Client, AsyncClient):
        marked = {name for name, it in public(client) if hasattr(it, "__deprecated__")}
        assert {"tbk_dg_material_optional", "tbk_item_info_get"} <= marked
        assert "tbk_shop_get" not in marked
        old = client.tbk_dg_material_optional  # type: ignore[attr-defined]
        assert old.__deprecated__ == "已废弃，请改用 tbk_dg_material_optional_upgrade"


UNBREAKABLE = re.compile(" *[!-~]+[^!-~]?")
"""An address, say, and the sign behind it."""


def test_docstrings_fit_a_screen() -> None:
    modules = [PACKAGE / "client.py", PACKAGE / "async_client.py", PACKAGE / "types.py"]
    modules += [PACKAGE / "models.py", PACKAGE / "params.py"]
    for folder in ("topics", "async_topics", "methods"):
        modules += sorted((PACKAGE / folder).glob("*.py"))
    lines = [line for path in modules for line in told(ast.parse(path.read_text("utf-8")))]
    assert [s for s in lines if width(s) > 88 and not UNBREAKABLE.fullmatch(s)] == []
    assert len(lines) > 15_000


def told(tree: ast.Module) -> Iterator[str]:
    """The lines of texts that stand as statements of their own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield from str(node.value.value).splitlines()
