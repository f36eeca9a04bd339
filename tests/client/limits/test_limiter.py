"""The limiter in memory: settings, deadlines, bans, threads, tasks, forks."""

import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import taobaoke
from taobaoke._runtime.limiter import Caller, Limiter, NoPermit
from taobaoke._runtime.windows import Rate

from client.limits.conftest import ORDERS, SHOPS, Clock, caller, shortest_span

Settings = dict[str, object]


def run(code: str) -> str:
    """What a fresh interpreter prints."""
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", code]
    folder = Path(taobaoke.__file__).parents[1]
    result = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=folder, timeout=60
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def test_all_problems_of_the_settings_are_told_at_once() -> None:
    with pytest.raises(ValueError, match="invalid settings") as caught:
        Limiter(
            app=0,
            account=True,
            method=Rate(3, 0),
            methods={SHOPS: "5", ORDERS: Rate(1_000_001, float("nan"))},  # type: ignore[dict-item]
            redis=7,  # type: ignore[arg-type]
        )
    assert str(caught.value).splitlines()[1:] == [
        "- app: 次数应为 1 到 1000000 的整数，得到 0",
        "- account: 次数应为 1 到 1000000 的整数，得到 True",
        "- method: 秒数应大于 0，不超过 2678400，得到 0",
        f"- methods['{SHOPS}']: 次数应为 1 到 1000000 的整数，得到 '5'",
        f"- methods['{ORDERS}']: 次数应为 1 到 1000000 的整数，得到 1000001",
        f"- methods['{ORDERS}']: 秒数应大于 0，不超过 2678400，得到 nan",
        "- redis: 应为网址、redis.Redis 或 redis.asyncio.Redis，得到 int",
    ]


@pytest.mark.parametrize("rate", [1, 1_000_000, Rate(1, 2_678_400), Rate(1, 1e-6)])
def test_rates_up_to_their_bounds_are_good(rate: Rate | int) -> None:
    assert Limiter(app=rate).acquire(caller()) < 1


def test_a_plain_number_counts_per_second(clock: Clock) -> None:
    limiter = Limiter(app=2, clock=clock)
    waits = [limiter.acquire(caller(), sleep=clock.sleep) for _ in range(5)]
    assert waits == [0, 0, 1, 0, 1]


@pytest.mark.parametrize(
    ("settings", "other", "together"),
    [
        ({"app": 1}, caller(ORDERS, account="you"), True),
        ({"app": 1}, caller(app="87654321"), False),
        ({"account": 1}, caller(ORDERS, app="87654321"), True),
        ({"account": 1}, caller(account="you"), False),
        ({"method": 1}, caller(account="you"), True),
        ({"method": 1}, caller(ORDERS), False),
        ({"method": 1}, caller(app="87654321"), False),
        ({"methods": {SHOPS: 1}}, caller(account="you"), True),
        ({"method": 1, "methods": {SHOPS: 2}}, caller(), False),
        ({}, caller(), False),
    ],
)
def test_which_calls_a_rate_counts_together(
    settings: Settings, other: Caller, together: bool, clock: Clock
) -> None:
    limiter = Limiter(clock=clock, **settings)  # type: ignore[arg-type]
    limiter.acquire(caller())
    assert limiter.acquire(other, sleep=clock.sleep) == (1 if together else 0)


@pytest.mark.parametrize(
    ("scope", "stopped", "free"),
    [
        ("app", [caller(), caller(ORDERS, account="you")], [caller(app="87654321")]),
        ("account", [caller(), caller(ORDERS, app="87654321")], [caller(account="you")]),
        ("method", [caller(), caller(account="you")], [caller(ORDERS), caller(app="87654321")]),
        ("user", [caller(), caller(account="you")], [caller(ORDERS), caller(app="87654321")]),
        ("partner", [caller(), caller(account="you")], [caller(ORDERS), caller(app="87654321")]),
        (None, [caller(), caller(account="you")], [caller(ORDERS), caller(app="87654321")]),
    ],
)
def test_which_calls_a_ban_stops(
    scope: taobaoke.LimitScope | None, stopped: list[Caller], free: list[Caller], clock: Clock
) -> None:
    limiter = Limiter(clock=clock)
    limiter.ban(caller(), scope, 7)
    for each in free:
        assert limiter.acquire(each, sleep=clock.sleep) == 0
    for each in stopped:
        with pytest.raises(NoPermit) as caught:
            limiter.acquire(each, deadline=clock.now + 6.9, sleep=clock.sleep)
        assert (caught.value.scope, caught.value.retry_after) == (
            scope if scope in ("app", "account") else "method",
            7,
        )
        assert caught.value.banned
    assert clock.naps == [], "who cannot come in time does not wait in vain"
    assert limiter.acquire(caller(), deadline=clock.now + 7, sleep=clock.sleep) == 7
    assert clock.naps == [7]
    assert [limiter.acquire(each, sleep=clock.sleep) for each in stopped] == [0, 0]


def test_the_length_of_a_ban_has_a_limit_and_none_is_no_ban(clock: Clock) -> None:
    limiter = Limiter(clock=clock)
    limiter.ban(caller(), "app", 0)
    limiter.ban(caller(), "app", -3)
    assert limiter.acquire(caller(), sleep=clock.sleep) == 0
    limiter.ban(caller(), "app", 10**400)
    assert limiter.acquire(caller(), sleep=clock.sleep) == 31 * 86400


def test_a_call_that_waits_when_a_ban_comes_waits_on(clock: Clock) -> None:
    limiter = Limiter(app=1, clock=clock)
    limiter.acquire(caller())

    def sleep(seconds: float) -> None:
        if not clock.naps:
            limiter.ban(caller(ORDERS), "account", 5)
        clock.sleep(seconds)

    assert limiter.acquire(caller(), sleep=sleep) == 5
    assert clock.naps == [1, 4]


def test_a_ban_that_comes_meanwhile_may_pass_the_deadline(clock: Clock) -> None:
    limiter = Limiter(app=1, clock=clock)
    limiter.acquire(caller())

    def sleep(seconds: float) -> None:
        limiter.ban(caller(), "app", 5)
        clock.sleep(seconds)

    with pytest.raises(NoPermit) as caught:
        limiter.acquire(caller(), deadline=clock.now + 3, sleep=sleep)
    assert (caught.value.retry_after, caught.value.banned, clock.naps) == (4, True, [1])
    clock.now += 4
    assert limiter.acquire(caller()) == 0, "it left the line"


def test_a_refusal_says_what_and_when(clock: Clock) -> None:
    limiter = Limiter(account=Rate(1, 2.5), clock=clock)
    limiter.acquire(caller())
    with pytest.raises(NoPermit) as caught:
        limiter.acquire(caller(), deadline=clock.now + 2, sleep=clock.sleep)
    assert str(caught.value) == (
        "taobao.tbk.shop.get: no permit before the deadline / 截止之前轮不到，请求没有发出："
        "达到限流器的频率（范围 account），请在 2.5 秒之后再调，或放宽截止时间"
    )
    assert not caught.value.banned
    limiter.ban(caller(), "account", 5)
    with pytest.raises(NoPermit, match="平台要求暂停调用（范围 account），请在 5 秒之后再调"):
        limiter.acquire(caller(), deadline=clock.now, sleep=clock.sleep)


async def test_tasks_meet_the_same_windows_deadlines_and_bans(clock: Clock) -> None:
    limiter = Limiter(app=1, clock=clock)
    limiter.acquire(caller())
    assert await limiter.acquire_async(caller(), sleep=clock.sleep_async) == 1
    await limiter.ban_async(caller(), "account", 5)
    with pytest.raises(NoPermit):
        await limiter.acquire_async(caller(), deadline=clock.now + 4.9, sleep=clock.sleep_async)
    assert limiter.acquire(caller(), sleep=clock.sleep) == 5


async def test_a_cancelled_task_leaves_the_line() -> None:
    limiter = Limiter(app=Rate(1, 60))
    limiter.acquire(caller())
    task = asyncio.create_task(limiter.acquire_async(caller(), sleep=asyncio.sleep))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    with pytest.raises(NoPermit) as caught:
        limiter.acquire(caller(), deadline=0)
    assert caught.value.retry_after <= 60


def test_an_interrupted_wait_leaves_the_line(clock: Clock) -> None:
    limiter = Limiter(app=Rate(1, 60), clock=clock)
    limiter.acquire(caller())

    def sleep(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        limiter.acquire(caller(), sleep=sleep)
    assert limiter.acquire(caller(), sleep=clock.sleep) == 60


def test_a_long_wait_looks_again_for_those_before_it_may_leave(clock: Clock) -> None:
    limiter = Limiter(app=Rate(1, 2.5), clock=clock)
    limiter.acquire(caller())
    assert limiter.acquire(caller(), sleep=clock.sleep) == 2.5
    assert clock.naps == [1, 1, 0.5]


def in_threads(work: Callable[[], object], count: int = 12) -> None:
    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_twelve_threads_never_exceed_a_rate(permits: list[list[float]]) -> None:
    limiter = Limiter(app=Rate(9, 0.1), account=Rate(7, 0.05), method=Rate(5, 0.04))

    def work() -> None:
        for _ in range(3):
            limiter.acquire(caller())

    in_threads(work)
    app, account, method = permits
    assert len(app) == len(account) == len(method) == 36
    assert shortest_span(app, 9) >= 0.1
    assert shortest_span(account, 7) >= 0.05
    assert shortest_span(method, 5) >= 0.04


def test_twelve_tasks_never_exceed_a_rate(permits: list[list[float]]) -> None:
    limiter = Limiter(app=Rate(9, 0.1), method=Rate(5, 0.04))

    async def work() -> None:
        for _ in range(3):
            await limiter.acquire_async(caller(), sleep=asyncio.sleep)

    async def main() -> None:
        await asyncio.gather(*(work() for _ in range(12)))

    asyncio.run(main())
    app, method = permits
    assert len(app) == len(method) == 36
    assert shortest_span(app, 9) >= 0.1
    assert shortest_span(method, 5) >= 0.04


def test_threads_and_several_event_loops_share_a_limiter(permits: list[list[float]]) -> None:
    limiter = Limiter(app=Rate(4, 0.05))
    numbers = iter(range(6))

    async def tasks() -> None:
        calls = (limiter.acquire_async(caller(), sleep=asyncio.sleep) for _ in range(4))
        await asyncio.gather(*calls)

    def work() -> None:
        if next(numbers) % 2:
            asyncio.run(tasks())
        else:
            for _ in range(4):
                limiter.acquire(caller())

    in_threads(work, 6)
    (app,) = permits
    assert len(app) == 24
    assert shortest_span(app, 4) >= 0.05


def test_no_thread_starves_among_those_that_come_again_at_once() -> None:
    limiter = Limiter(app=Rate(1, 0.005))
    turns: list[int] = []
    done = time.monotonic() + 0.3

    def work() -> None:
        while time.monotonic() < done:
            limiter.acquire(caller())
            turns.append(threading.get_ident())

    in_threads(work, 6)
    counts = [turns.count(ident) for ident in set(turns)]
    assert len(counts) == 6
    assert min(counts) > max(counts) / 3


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="this system has no fork")
def test_a_fork_in_the_middle_of_everything_leaves_a_limiter_that_works() -> None:
    code = """
import os, signal, threading, time
from taobaoke._runtime.limiter import Caller, Limiter, NoPermit, Rate
limiter, caller = Limiter(app=Rate(1, 600)), Caller("1", "1", "m")
limiter.acquire(caller)
threading.Thread(target=limiter.acquire, args=[caller], daemon=True).start()
while not any(window.line for window in limiter._windows._windows.values()):
    time.sleep(0.001)
limiter._windows._lock.acquire()  # as another thread may
child = os.fork()
if child == 0:
    signal.alarm(5)
    try:
        limiter.acquire(caller, deadline=0)
    except NoPermit as refusal:
        # The thread that waited is not here: its place would double the wait.
        os._exit(0 if 500 < refusal.retry_after <= 600 else 1)
    os._exit(2)
print(os.waitpid(child, 0)[1], flush=True)
os._exit(0)
"""
    assert run(code) == "0"


def test_the_limiter_costs_little_at_import() -> None:
    heavy = ("asyncio", "dataclasses", "inspect", "redis", "hashlib", "msgspec", "urllib3")
    code = "import sys; from taobaoke._runtime.limiter import Limiter; Limiter(app=1)"
    assert run(f"{code}; print([m for m in {heavy} if m in sys.modules])") == "[]"
    assert run(f"{code}; print([m for m in sys.modules if 'redis' in m])") == "[]"


@pytest.mark.parametrize("name", ["tbk.shop.get", "tbk_shop_get", "", 7, "taobao.tbk\n.shop"])
def test_a_name_that_would_limit_nothing_is_refused(name: Any) -> None:
    with pytest.raises(ValueError, match="应为 API 全名"):
        Limiter(methods={name: 1})


def test_a_method_that_no_spec_knows_may_be_limited() -> None:
    Limiter(methods={"taobao.tbk.new.thing": 1, "alibaba.other.thing": 1})
