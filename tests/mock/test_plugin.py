"""The fixture that comes with the package."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
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


FAILING = """
import urllib.request

def test_it(taobaoke_mock):
    taobaoke_mock.fail("*", "timeout-0", times=1)
    urllib.request.urlopen(taobaoke_mock.url + "?method=taobao.tbk.shop.gte&app_key=12345678")
"""


def run(tmp_path: Path, text: str) -> str:
    (tmp_path / "test_it.py").write_text(text, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "taobaoke_mock.plugin"]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tmp_path)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


def test_a_test_that_fails_shows_its_refused_calls(tmp_path: Path) -> None:
    told = run(tmp_path, FAILING)
    assert "1 failed" in told
    assert "taobaoke_mock: 未成功的调用 (calls that failed) call" in told
    assert "GET taobao.tbk.shop.gte → drop (ordered: timeout-0)" in told


def test_a_failed_verification_shows_the_line_of_the_test(tmp_path: Path) -> None:
    told = run(tmp_path, "def test_it(taobaoke_mock):\n    taobaoke_mock.verify('*')\n")
    assert "test_it.py:2: AssertionError" in told
    assert "journal.py" not in told
    assert "calls that failed" not in told


@pytest.mark.slow
def test_each_test_has_a_state_of_its_own_and_all_share_a_server(tmp_path: Path) -> None:
    told = run(tmp_path, TESTS)
    assert "3 passed" in told, told


def test_the_package_does_not_need_pytest() -> None:
    code = "import sys, taobaoke_mock; print('pytest' in sys.modules, 'yaml' in sys.modules)"
    environment = os.environ | {"PYTHONPATH": str(SOURCE)}
    told = subprocess.check_output([sys.executable, "-c", code], env=environment, text=True)
    assert told == "False False\n"
