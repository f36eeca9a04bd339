"""Servers for the tests, and the specs that they were made from."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from taobaoke_mock import MockServer


@pytest.fixture
def start() -> Iterator[Callable[..., MockServer]]:
    """Starts servers with given options; they are closed after the test.

    They answer samples: what the state answers has tests of its own.
    """
    servers = []

    def start_one(**options: Any) -> MockServer:
        servers.append(MockServer(**{"samples": True, **options}).start())
        return servers[-1]

    yield start_one
    for server in servers:
        server.close()


@pytest.fixture
def server(start: Callable[..., MockServer]) -> MockServer:
    return start()
