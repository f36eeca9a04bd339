"""The fixture that comes with the package."""

import os
import subprocess
import sys
from pathlib import Path

import taobaoke_mock

SOURCE = Path(taobaoke_mock.__file__).parents[1]

TESTS = """
import urllib.request

def ask(mock):
    return urllib.request.urlopen(mock.url.replace("router/rest", "healthz")).read()

def test_orders(taobaoke_mock):
    taobaoke_mock.fail("*", "7")
    taobaoke_mock.limit(qps=1)
    taobaoke_mock.clock.advance(60)
    taobaoke_mock.orders.clear()
    taobaoke_mock.orders.add()
    urllib.request.urlopen(taobaoke_mock.url)
    assert len(taobaoke_mock.requests) == 1
    assert ask(taobaoke_mock) == b"ok\\n"

def test_next(taobaoke_mock, request):
    assert taobaoke_mock.requests == ()
    assert not taobaoke_mock._rules
    assert not taobaoke_mock._limits
    assert taobaoke_mock.clock.setting is None
    assert len(taobaoke_mock.orders.truth()) > 1
    assert taobaoke_mock is request.getfixturevalue("taobaoke_mock_server")

def test_without():
    pass
"""


def test_each_test_has_a_state_of_its_own_and_all_share_a_server(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(TESTS, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "taobaoke_mock.plugin"]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tmp_path)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "3 passed" in done.stdout, done.stdout + done.stderr


def test_the_package_does_not_need_pytest() -> None:
    code = "import sys, taobaoke_mock; print('pytest' in sys.modules, 'yaml' in sys.modules)"
    environment = os.environ | {"PYTHONPATH": str(SOURCE)}
    told = subprocess.check_output([sys.executable, "-c", code], env=environment, text=True)
    assert told == "False False\n"
