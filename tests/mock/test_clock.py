"""The time of the mock."""

import time

import pytest
from taobaoke_mock.clock import Clock


def test_it_is_the_time_of_the_machine_until_it_is_moved() -> None:
    clock = Clock()
    assert abs(clock.now() - time.time()) < 1
    clock.advance(3600)
    clock.advance(0.5)
    assert abs(clock.now() - time.time() - 3600.5) < 1
    clock.reset()
    assert abs(clock.now() - time.time()) < 1


@pytest.mark.parametrize("seconds", [-1, float("inf"), float("nan")])
def test_time_only_moves_forward(seconds: float) -> None:
    with pytest.raises(ValueError, match="forward"):
        Clock().advance(seconds)
