"""The package as it is installed: what it imports, what it ships."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import taobaoke
from taobaoke import TaobaokeError
from taobaoke._product import RootError

from generator.spec.ir import Spec

NO_CLASSES = {"GATEWAYS", "ErrorClass", "LimitScope", "LimitSpan", "Retry"}
"""Data and aliases: their docstrings stand beside them, where editors find them."""
ERRORS = [name for name in taobaoke.__all__ if name.endswith(("Error", "Arguments"))]
PACKAGE = Path(taobaoke.__file__).parent


def run(code: str) -> str:
    """What a fresh interpreter prints."""
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=PACKAGE.parent,
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


LOADED = "import sys; print(sorted(m for m in sys.modules if m.startswith({prefixes!r})))"


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import taobaoke", ("taobaoke.", "urllib3", "aiohttp", "msgspec")),
        ("from taobaoke import TaobaokeError, Pid", ("taobaoke.methods.", "urllib3", "aiohttp")),
        (
            "from taobaoke import Client; Client('1', '2').close()",
            ("taobaoke.methods.", "urllib3", "aiohttp", "asyncio"),
        ),
        ("from taobaoke import AsyncClient", ("taobaoke.methods.", "urllib3", "aiohttp")),
    ],
)
def test_nothing_is_imported_before_it_is_needed(code: str, absent: tuple[str, ...]) -> None:
    loaded = run(f"{code}; {LOADED.format(prefixes=absent)}")
    assert loaded in ("[]", "['taobaoke._product']")  # names and version, a dozen lines


def test_a_call_imports_its_own_method_only() -> None:
    code = """
from taobaoke import Client, InvalidArguments
try:
    Client("1", "2").tbk_shop_get(fields="", q="")
except InvalidArguments:
    pass
"""
    loaded = run(code + LOADED.format(prefixes=("taobaoke.methods.",)))
    assert loaded == "['taobaoke.methods.tbk_shop_get']"


def test_every_exported_name_is_there() -> None:
    for name in taobaoke.__all__:
        assert getattr(taobaoke, name).__doc__ or name in NO_CLASSES
        assert name in dir(taobaoke)
    with pytest.raises(AttributeError, match="nothing"):
        taobaoke.nothing  # noqa: B018


def test_the_package_tells_its_version() -> None:
    assert taobaoke.__version__ == "0.1.0"
    assert run("import taobaoke; print(taobaoke.__version__)") == "0.1.0"
    written = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text("utf-8"))
    assert written["project"]["version"] == "0.1.0"


def test_the_root_of_all_errors_stands_in_the_product_and_the_runtime_knows_no_name_of_it() -> None:
    assert TaobaokeError.__module__ == "taobaoke._product"
    assert RootError is TaobaokeError
    assert all(issubclass(getattr(taobaoke, name), TaobaokeError) for name in ERRORS)
    for path in (PACKAGE / "_runtime").rglob("*.py"):
        assert not re.search("(?i)taobaoke", path.read_text("utf-8")), path.name


def test_both_clients_have_every_typed_method(spec: Spec) -> None:
    public = {name for name in dir(taobaoke.Client) if not name.startswith("_")}
    assert public == {name for name in dir(taobaoke.AsyncClient) if not name.startswith("_")}
    assert {str(api.python_name) for api in spec.typed} <= public


@pytest.mark.slow
def test_the_wheel_holds_the_whole_package(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(tmp_path)]
    project = PACKAGE.parent.parent
    subprocess.run([*command, str(project)], check=True, capture_output=True, timeout=120)
    (wheel,) = tmp_path.glob("taobaoke-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    own = {f"taobaoke/{p.relative_to(PACKAGE).as_posix()}" for p in PACKAGE.rglob("*.py")}
    data = {"taobaoke/py.typed", "taobaoke/catalogue.json"}
    assert {name for name in names if ".dist-info/" not in name} == own | data


def test_types_are_there_without_an_import_of_their_own() -> None:
    program = "import taobaoke; print(taobaoke.types.TbkShopGetResponse.__name__)"
    assert run(program) == "TbkShopGetResponse"
