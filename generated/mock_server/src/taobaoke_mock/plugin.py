"""The plugin for pytest: a fixture, named as the package, with a mock of each test's own.

One server serves all tests of a process: a test starts with a fresh state, not with a fresh server.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from .server import MockServer

_SERVER = f"{__package__}_server"


@pytest.fixture(scope="session", name=_SERVER)
def running() -> Iterator[MockServer]:
    """所有测试共用的模拟网关；单个测试用的是按包命名的那个 fixture。

    The server behind the fixture of the tests.
    """
    with MockServer() as server:
        yield server


@pytest.fixture(name=__package__)
def fresh(request: pytest.FixtureRequest) -> MockServer:
    """模拟网关，每个测试开始时都是全新的状态。

    A mock whose rules, limits, sessions, clock, state and journal are the test's own.
    """
    server: MockServer = request.getfixturevalue(_SERVER)
    server.reset()
    return server


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: "pytest.CallInfo[Any]") -> None:
    """Tell of a test that failed which of its calls were refused, and why."""
    server = getattr(item, "funcargs", {}).get(__package__)
    if call.when != "call" or call.excinfo is None or server is None:
        return
    refused = [request.told() for request in server.requests if request.error]
    if refused:
        item.add_report_section(
            "call", f"{__package__}: 未成功的调用 (calls that failed)", "\n".join(refused)
        )
