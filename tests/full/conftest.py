"""The product of this folder, built once a session."""

from collections.abc import Iterator

import pytest

from full.building import Full, built


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Full]:
    with built(tmp_path_factory.mktemp("full")) as output:
        yield output
