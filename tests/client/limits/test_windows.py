"""The logic of windows, on a clock that tests move."""

import heapq
from collections import defaultdict
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from taobaoke._runtime import windows
from taobaoke._runtime.windows import FOREVER, MemoryWindows, Need, Needs, Place, Rate

from client.limits.conftest import Clock


def need(key: str, calls: int = 1, seconds: float = 1.0) -> Need:
    return Need("app", key, Rate(calls, seconds))


@dataclass(order=True)
class Visit:
    """A call on its way to a permit."""

    at: float
    number: int
    needs: Needs = field(compare=False)
    place: Place = field(compare=False, default_factory=Place)


def served(visits: list[Visit], clock: Clock) -> list[tuple[float, Visit]]:
    """Every visit with the moment of its permit, in the order of permits."""
    made = MemoryWindows(clock)
    waiting, done = sorted(visits), []
    while waiting:
        visit = heapq.heappop(waiting)
        clock.now = visit.at
        wait = made.take(visit.needs, visit.place, FOREVER)
        if wait is None:
            done.append((clock.now, visit))
        else:
            visit.at = clock.now + wait.nap
            heapq.heappush(waiting, visit)
    assert all(not window.line for window in made._windows.values())
    return done


SPANS = st.floats(min_value=0.01, max_value=3, allow_nan=False)
RATES = st.fixed_dictionaries(
    {key: st.builds(Rate, st.integers(min_value=1, max_value=4), SPANS) for key in "abc"}
)
ARRIVALS = st.lists(
    st.tuples(
        st.floats(min_value=0, max_value=5, allow_nan=False),
        st.sets(st.sampled_from("abc"), min_size=1),
    ),
    max_size=25,
)


@given(RATES, ARRIVALS)
def test_no_span_holds_more_permits_than_its_rate_and_everybody_is_served(
    rates: dict[str, Rate], arrivals: list[tuple[float, set[str]]]
) -> None:
    visits = [
        Visit(at, number, tuple(Need("app", key, rates[key]) for key in sorted(keys)))
        for number, (at, keys) in enumerate(arrivals)
    ]
    moments = defaultdict(list)
    for moment, visit in served(visits, Clock()):
        for _, key, _ in visit.needs:
            moments[key].append(moment)
    assert sum(map(len, moments.values())) == sum(len(keys) for _, keys in arrivals)
    for key, (calls, seconds) in rates.items():
        ordered = moments[key]
        assert all(
            late - early >= seconds for early, late in zip(ordered, ordered[calls:], strict=False)
        )


@given(st.builds(Rate, st.integers(min_value=1, max_value=4), SPANS), ARRIVALS)
def test_one_window_serves_in_the_order_of_arrival_and_as_early_as_it_may(
    rate: Rate, arrivals: list[tuple[float, set[str]]]
) -> None:
    visits = [
        Visit(at, number, (Need("app", "a", rate),)) for number, (at, _) in enumerate(arrivals)
    ]
    came = sorted((visit.at, visit.number) for visit in visits)
    moments = {visit.number: moment for moment, visit in served(visits, Clock())}
    expected: list[float] = []
    for at, _ in came:
        free = expected[-rate.calls] + rate.seconds if len(expected) >= rate.calls else at
        expected.append(max(at, free))
    assert [moments[number] for _, number in came] == pytest.approx(expected, abs=1e-3)


def test_a_call_with_two_windows_does_not_starve_among_calls_with_one_of_them() -> None:
    crowd = [Visit(0.01 * number, number, (need("a"),)) for number in range(20)]
    late = Visit(0.015, 99, (need("a"), need("b", seconds=4.5)))
    first = Visit(0.0, -1, (need("b", seconds=4.5),))
    moments = {visit.number: moment for moment, visit in served([*crowd, late, first], Clock())}
    # Until 4.5 it waits for b; then it is the first in line for a, before 15 that came later.
    assert moments[99] == pytest.approx(5.0, abs=0.001)
    assert max(moments.values()) == pytest.approx(20.0, abs=0.001)


def test_who_waits_for_one_window_keeps_nobody_from_another(clock: Clock) -> None:
    made = MemoryWindows(clock)
    both, place = (need("a"), need("b", seconds=60)), Place()
    assert made.take(both[1:], Place(), FOREVER) is None
    assert made.take(both, place, FOREVER) == (60.0, "app", False)
    for _ in range(3):
        assert made.take(both[:1], Place(), FOREVER) is None
        clock.now += 1


def test_a_call_takes_all_permits_or_none(clock: Clock) -> None:
    made = MemoryWindows(clock)
    assert made.take((need("b", seconds=60),), Place(), FOREVER) is None
    for _ in range(3):
        assert made.take((need("a"), need("b", seconds=60)), Place(), 0.0)
    assert made.take((need("a"),), Place(), FOREVER) is None


def test_those_in_line_are_counted(clock: Clock) -> None:
    made = MemoryWindows(clock)
    needs = (need("a", calls=2, seconds=10),)
    for moment in (0, 1):
        clock.now = moment
        assert made.take(needs, Place(), FOREVER) is None
    clock.now = 4
    waits = [made.take(needs, Place(), FOREVER) for _ in range(5)]
    assert [wait.seconds for wait in waits if wait] == [6, 7, 16, 17, 26]


def test_who_leaves_or_has_no_patience_keeps_no_place(clock: Clock) -> None:
    made, needs, place = MemoryWindows(clock), (need("a"),), Place()
    made.take(needs, Place(), FOREVER)
    assert made.take(needs, place, FOREVER) == (1.0, "app", False)
    assert made.take(needs, Place(), 1.9) == (2.0, "app", False)
    made.leave(place)
    made.leave(place)
    assert made.take(needs, Place(), FOREVER) == (1.0, "app", False)


def test_nobody_overtakes_those_in_line(clock: Clock) -> None:
    made, needs, place = MemoryWindows(clock), (need("a"),), Place()
    made.take(needs, Place(), FOREVER)
    made.take(needs, place, FOREVER)
    clock.now += 5
    assert made.take(needs, Place(), FOREVER) == (1.0, "app", False)
    assert made.take(needs, place, FOREVER) is None


def test_the_span_is_open_at_its_end(clock: Clock) -> None:
    made, needs = MemoryWindows(clock), (need("a", seconds=0.25),)
    assert made.take(needs, Place(), FOREVER) is None
    clock.now += 0.25 - 2**-40
    assert made.take(needs, Place(), 0.0) == (2**-40, "app", False)
    clock.now += 2**-40
    assert made.take(needs, Place(), 0.0) is None


def test_the_longest_wait_tells_the_reason(clock: Clock) -> None:
    made = MemoryWindows(clock)
    needs = (Need("app", "a", Rate(1, 2)), Need("account", "b", None), need("c"))
    made.take(needs, Place(), FOREVER)
    assert made.take(needs, Place(), 0.0) == (2.0, "app", False)
    made.ban("b", 3)
    assert made.take(needs, Place(), 0.0) == (3.0, "account", True)
    made.ban("b", 1)
    assert made.take(needs, Place(), 0.0) == (3.0, "account", True), "a longer ban stays"
    made.ban("b", 4)
    assert made.take(needs, Place(), 0.0) == (4.0, "account", True)
    clock.now += 4
    assert made.take(needs, Place(), 0.0) is None


def test_what_no_longer_counts_is_forgotten(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "_MANY", 10)
    made, place = MemoryWindows(clock), Place()
    for _ in range(2):
        made.take((need("waited for", seconds=0.5),), place, FOREVER)
    for number in range(100):
        made.take((need(f"{number}"),), Place(), FOREVER)
        made.ban(f"{number}", 0.5)
        clock.now += 0.1
        assert len(made._windows) <= 21
        assert len(made._bans) <= 6
    assert "waited for" in made._windows


def test_a_window_keeps_no_more_moments_than_it_needs(clock: Clock) -> None:
    made = MemoryWindows(clock)
    for _ in range(20):
        made.take((need("a", calls=3, seconds=0.1),), Place(), FOREVER)
        clock.now += 1
    assert len(made._windows["a"].moments) == 3
