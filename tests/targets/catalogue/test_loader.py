"""The loader in both packages: read on demand, and not before."""

import json
import subprocess
import sys
import zipfile
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from project import REPOSITORY

FOLDERS = {"taobaoke": "client", "taobaoke_mock": "mock_server"}
USES = {
    "taobaoke": "import taobaoke; taobaoke.Client('1', '2').close()",
    "taobaoke_mock": "import taobaoke_mock, urllib.request\n"
    "with taobaoke_mock.MockServer() as server:\n"
    "    urllib.request.urlopen(server.url, data=b'method=taobao.tbk.shop.get').read()",
}


@pytest.fixture(params=FOLDERS)
def package(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def printed(package: str, code: str) -> str:
    """What a fresh interpreter prints."""
    source = REPOSITORY / "generated" / FOLDERS[package] / "src"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=source, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_using_the_package_does_not_load_it(package: str) -> None:
    code = f"import sys\n{USES[package]}\nprint('{package}.catalogue' in sys.modules)"
    assert printed(package, code) == "False"


def test_importing_the_loader_reads_nothing_and_needs_nothing_of_the_package(package: str) -> None:
    code = f"""
import sys
from {package}.catalogue import catalogue
print(catalogue.cache_info().currsize, 'urllib3' in sys.modules, 'msgspec' in sys.modules)
"""
    assert printed(package, code) == "0 False False"


def test_it_is_read_once(package: str) -> None:
    loader: Any = import_module(f"{package}.catalogue")
    assert loader.catalogue() is loader.catalogue()
    assert loader.catalogue()["methods"]["taobao.tbk.shop.get"]["python_name"] == "tbk_shop_get"


def test_members_are_found_wherever_they_are_told(package: str) -> None:
    loader: Any = import_module(f"{package}.catalogue")
    told = loader.catalogue()
    method = told["methods"]["taobao.tbk.shop.get"]
    results = method["fields"]["results"]
    assert results["type"] == "array"
    assert "shop_title" in loader.members(results)
    assert loader.members(method["parameters"]["q"]) == {}
    user = next(
        field
        for method in told["methods"].values()
        for field in method.get("fields", {}).values()
        if "ref" in field
    )
    assert loader.members(user) is told["objects"][user["ref"]]["members"] != {}


@pytest.mark.slow
def test_the_wheel_ships_it(package: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(tmp_path)]
    project = REPOSITORY / "generated" / FOLDERS[package]
    subprocess.run([*command, str(project)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        told = json.loads(opened.read(f"{package}/catalogue.json"))
        assert f"{package}/catalogue.py" in opened.namelist()
    assert told["product"]["version"] == import_module(package).__version__
