"""The clock: what it shows, and what it refuses."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from taobaoke_mock.clock import Clock, Setting
from taobaoke_mock.times import HOUR, LAST, day_start, parsed, written

MOMENT = 1795658400
"""2026-11-26 10:00:00 in Beijing."""


def test_it_is_that_of_the_machine_until_it_is_set() -> None:
    clock = Clock()
    assert abs(clock.now() - time.time()) < 1
    clock.set("2026-11-26 10:00:00")
    assert clock.now() == MOMENT
    clock.reset()
    assert abs(clock.now() - time.time()) < 1


@pytest.mark.parametrize(
    "moment",
    ["2026-11-26 10:00:00", MOMENT, float(MOMENT), datetime(2026, 11, 26, 2, tzinfo=UTC)],
)
def test_moments_are_named_in_several_ways(moment: datetime | str | float) -> None:
    clock = Clock()
    clock.set(moment)
    assert clock.now() == MOMENT


@pytest.mark.parametrize(
    "moment", [datetime(2026, 11, 26, 10), "10:00", float("nan"), float("inf"), True, None]
)
def test_other_moments_are_refused(moment: object) -> None:
    with pytest.raises(ValueError, match=r"\(no |a moment in Beijing"):
        Clock().set(moment)  # type: ignore[arg-type]


def test_it_stands_moves_and_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = [100.0]
    monkeypatch.setattr(time, "time", lambda: machine[0])
    clock = Clock()
    clock.advance(5)
    machine[0] = 110
    assert clock.now() == 115
    clock.stop()
    machine[0] = 200
    assert clock.now() == 115
    clock.advance(timedelta(hours=1))
    assert clock.now() == 3715
    clock.run(speed=60)
    machine[0] = 201
    assert clock.now() == 3775
    clock.advance(25)
    machine[0] = 202
    assert clock.now() == 3860


@pytest.mark.parametrize("seconds", [-1, float("inf"), float("nan"), 1e300, 10**400])
def test_time_only_moves_forward(seconds: float) -> None:
    with pytest.raises(ValueError, match="time only moves forward"):
        Clock().advance(seconds)


def test_it_ends_with_the_last_second(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = [100.0]
    monkeypatch.setattr(time, "time", lambda: machine[0])
    clock = Clock()
    clock.set(LAST - 5)
    clock.run(1e9)
    machine[0] = 1e10
    assert clock.now() == LAST
    assert written(clock.now()) == "9999-12-31 23:59:59"
    assert repr(clock) == "<Clock 9999-12-31 15:59:59Z, 1e+09 s/s>"
    with pytest.raises(ValueError, match="no time after the year 9999"):
        clock.advance(1)


@pytest.mark.parametrize("speed", [0, -1, float("inf"), float("nan"), 1e300, 10**400])
def test_a_speed_is_positive(speed: float) -> None:
    with pytest.raises(ValueError, match="must be positive"):
        Clock().run(speed)


def test_its_setting_is_told_and_restored() -> None:
    told: list[Setting | None] = []
    clock = Clock()
    clock.watch(told.append)
    clock.set(MOMENT)
    clock.reset()
    assert [setting and setting.moment for setting in told] == [MOMENT, None]
    assert told[0]
    other = Clock()
    other.restore(told[0])
    assert other.now() == MOMENT


def test_what_ran_has_gone_on_when_it_is_restored(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = [100.0]
    monkeypatch.setattr(time, "time", lambda: machine[0])
    clock = Clock()
    clock.set(MOMENT)
    clock.run(speed=60)
    machine[0] = 110
    other = Clock()
    other.restore(clock.setting)
    assert other.now() == clock.now() == MOMENT + 600


@pytest.mark.parametrize(
    "moment", [MOMENT, MOMENT + 0.5, MOMENT + 14 * HOUR - 1, MOMENT - 10 * HOUR]
)
def test_a_day_begins_at_midnight_in_beijing(moment: float) -> None:
    assert day_start(moment) == MOMENT - 10 * HOUR


def test_times_are_those_of_the_platform() -> None:
    assert parsed("2026-11-26 10:00:00") == MOMENT
    assert written(MOMENT) == "2026-11-26 10:00:00"
    assert parsed("1970-01-01 08:00:00") == 0
    for text in ("2026-11-26", "2026-W48-4 10:00:00", "2026-11-26T10:00:00", "2026-13-01 00:00:00"):
        with pytest.raises(ValueError, match=r"time data|month"):
            parsed(text)
