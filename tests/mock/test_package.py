"""The distribution."""

import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.request import urlopen

import pytest
import taobaoke_mock

from generator.spec.ir import Spec

PACKAGE = Path(taobaoke_mock.__file__).parents[2]


def test_the_package_tells_its_version() -> None:
    assert taobaoke_mock.__version__ == "0.1.0"
    with (
        taobaoke_mock.MockServer() as server,
        urlopen(server.url.replace("router/rest", "")) as reply,
    ):
        assert reply.headers["Server"].split()[0] == "taobaoke-mock/0.1.0"


@pytest.mark.slow
def test_the_wheel_holds_code_types_and_data(spec: Spec, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=PACKAGE, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("taobaoke_mock-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "taobaoke_mock/py.typed" in names
    assert "taobaoke_mock/data/platform.json" in names
    assert {f"taobaoke_mock/data/{api.method}.json" for api in spec.apis} <= set(names)


@pytest.mark.slow
def test_the_code_is_strictly_typed(tmp_path: Path) -> None:
    check = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path)]
    result = subprocess.run(
        [*check, str(PACKAGE / "src" / "taobaoke_mock")],
        cwd=PACKAGE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout
