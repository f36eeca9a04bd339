import pytest

from mock.state.stand import Stand


@pytest.fixture
def state() -> Stand:
    return Stand()
