"""The limiter that processes share, with a real Redis."""

import asyncio
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import redis.asyncio
import taobaoke
from hypothesis import given, settings
from hypothesis import strategies as st
from taobaoke._runtime import redis_windows
from taobaoke._runtime.limiter import Limiter, NoPermit
from taobaoke._runtime.windows import FOREVER, LimiterUnavailable, MemoryWindows, Need, Place, Rate

from client.limits.conftest import ORDERS, Server, caller, shortest_span
from client.limits.test_limiter import in_threads

APP = "taobaoke:limiter:app:12345678"
METHOD = "taobaoke:limiter:method:taobao.tbk.shop.get:12345678"


def test_twelve_threads_never_exceed_a_rate_by_the_clock_of_redis(server: Server) -> None:
    limiter = Limiter(app=Rate(9, 0.1), method=Rate(5, 0.04), redis=server.url)

    def work() -> None:
        for _ in range(3):
            limiter.acquire(caller())

    with server.recorded() as moments:
        in_threads(work)
    assert {key: len(found) for key, found in moments.items()} == {APP: 36, METHOD: 36}
    assert shortest_span(moments[APP], 9) >= 100_000
    assert shortest_span(moments[METHOD], 5) >= 40_000


@pytest.mark.parametrize("native", [True, False])
async def test_twelve_tasks_never_exceed_a_rate_by_the_clock_of_redis(
    server: Server, native: bool
) -> None:
    client = redis.asyncio.Redis.from_url(server.url)
    limiter = Limiter(app=Rate(9, 0.1), redis=client if native else server.url)

    async def work() -> None:
        for _ in range(3):
            await limiter.acquire_async(caller(), sleep=asyncio.sleep)

    with server.recorded() as moments:
        await asyncio.gather(*(work() for _ in range(12)))
    await client.aclose()
    assert len(moments[APP]) == 36
    assert shortest_span(moments[APP], 9) >= 100_000


WORKER = """
import sys
from taobaoke._runtime.limiter import Caller, Limiter, Rate
limiter = Limiter(app=Rate(9, 0.1), account=Rate(6, 0.05), redis=sys.argv[1])
print("ready", flush=True)
input()
for _ in range(9):
    limiter.acquire(Caller("12345678", "me", "m"))
"""


@pytest.mark.slow
def test_four_processes_never_exceed_a_rate_by_the_clock_of_redis(server: Server) -> None:
    folder = Path(taobaoke.__file__).parents[1]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    command = [sys.executable, "-c", WORKER, server.url]
    workers = [subprocess.Popen(command, cwd=folder, text=True, **pipes) for _ in range(4)]
    with server.recorded() as moments:
        for worker in workers:
            assert worker.stdout
            assert worker.stdout.readline() == "ready\n"
        for worker in workers:
            worker.communicate("go\n", timeout=30)
    assert [worker.returncode for worker in workers] == [0] * 4
    assert {key: len(found) for key, found in moments.items()} == {
        APP: 36,
        "taobaoke:limiter:account:me": 36,
    }
    assert shortest_span(moments[APP], 9) >= 100_000
    assert shortest_span(moments["taobaoke:limiter:account:me"], 6) >= 50_000


NEEDS = {
    "a": Need("app", "a", Rate(2, 1000)),
    "b": Need("account", "b", Rate(3, 2500)),
    "c": Need("method", "c", Rate(1, 300)),
    "d": Need("method", "d", None),
}
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["take", "take", "take", "take", "leave", "ban"]),
        st.integers(min_value=0, max_value=5),
        st.sets(st.sampled_from("abcd"), min_size=1).map(sorted),
        st.sampled_from([0.0, 700.0, 3000.0, FOREVER]),
    ),
    max_size=25,
)


class Visitor:
    """A call that stands before both kinds of windows."""

    def __init__(self, keys: list[str]) -> None:
        self.needs = tuple(NEEDS[key] for key in keys)
        self.shared, self.alone = Place(), Place()


@settings(max_examples=60)
@given(STEPS)
def test_the_script_decides_as_the_windows_of_memory_do(
    server_of_session: Server, steps: list[tuple[str, int, list[str], float]]
) -> None:
    """Spans are long beside the time that passes, so waits differ by little."""
    server_of_session.client.flushall()
    shared = Limiter(redis=server_of_session.url)._windows
    alone = MemoryWindows(time.monotonic)
    visitors: dict[int, Visitor] = {}
    for action, number, keys, patience in steps:
        if action == "take":
            visitor = visitors.setdefault(number, Visitor(keys))
            told = shared.take(visitor.needs, visitor.shared, patience)
            expected = alone.take(visitor.needs, visitor.alone, patience)
            assert visitor.shared.line == visitor.alone.line
            if told is None or expected is None:
                assert told is expected
                del visitors[number]
            else:
                assert told.seconds == pytest.approx(expected.seconds, abs=5)
                assert (told.scope, told.banned) == (expected.scope, expected.banned)
        elif action == "ban":
            for key in keys:
                seconds = 400.0 * number + 10 * ord(key)
                shared.ban(key, seconds)
                alone.ban(key, seconds)
        elif leaving := visitors.pop(number, None):
            shared.leave(leaving.shared)
            alone.leave(leaving.alone)


def test_a_ban_holds_for_everybody_who_shares_the_limiter(server: Server) -> None:
    one, other = Limiter(redis=server.url), Limiter(redis=server.client)
    stranger = Limiter(redis=server.url, prefix="another")
    one.ban(caller(), "account", 60)
    one.ban(caller(), "account", 30)
    with pytest.raises(NoPermit) as caught:
        other.acquire(caller(ORDERS), deadline=time.monotonic() + 40)
    assert (caught.value.scope, caught.value.banned) == ("account", True)
    assert caught.value.retry_after == pytest.approx(60, abs=5)
    stranger.acquire(caller(), deadline=0)


def test_a_ban_of_redis_ends(server: Server) -> None:
    limiter, started = Limiter(redis=server.url), time.monotonic()
    limiter.ban(caller(), None, 0.05)
    limiter.acquire(caller())
    assert time.monotonic() - started >= 0.05


def test_the_length_of_a_ban_in_redis_has_a_limit_and_none_is_no_ban(server: Server) -> None:
    limiter = Limiter(redis=server.url)
    limiter.ban(caller(), "app", 0)
    limiter.acquire(caller(), deadline=0)
    limiter.ban(caller(), "app", 10**400)
    with pytest.raises(NoPermit) as caught:
        limiter.acquire(caller(), deadline=0)
    assert caught.value.retry_after == pytest.approx(31 * 86400, abs=5)


async def test_tasks_ban_and_are_banned(server: Server) -> None:
    client = redis.asyncio.Redis.from_url(server.url)
    limiter = Limiter(redis=client)
    await limiter.ban_async(caller(), "app", 60)
    await limiter.ban_async(caller(ORDERS), "method", -1)
    with pytest.raises(NoPermit):
        await limiter.acquire_async(caller(ORDERS), deadline=0, sleep=asyncio.sleep)
    await client.aclose()


def test_keys_expire_by_themselves(server: Server) -> None:
    limiter = Limiter(app=Rate(2, 30), method=Rate(1, 0.02), redis=server.url)
    for _ in range(2):
        limiter.acquire(caller())
    windows, needs = limiter._windows, limiter._needs(caller())
    windows.take(needs, Place(), FOREVER)
    limiter.ban(caller(), "app", 7)
    left = {key: server.client.pttl(key) for key in server.client.scan_iter()}
    left.pop(METHOD, None)
    assert {
        key.removeprefix("taobaoke:limiter:"): round(ms / 1000) for key, ms in left.items()
    } == {
        "app:12345678": 30,
        "line:app:12345678": 3,
        "due:app:12345678": 3,
        "ban:app:12345678": 7,
    }
    time.sleep(0.03)
    assert not server.client.exists(METHOD)


def test_a_list_holds_what_still_counts_and_no_more(server: Server) -> None:
    limiter = Limiter(app=Rate(2, 0.02), redis=server.url)
    for _ in range(6):
        limiter.acquire(caller())
    assert server.client.llen(APP) <= 2


def test_who_gives_up_or_dies_in_line_loses_its_place(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    limiter = Limiter(app=Rate(1, 600), redis=server.url)
    limiter.acquire(caller())
    windows, needs, place = limiter._windows, limiter._needs(caller()), Place()

    def wait() -> float:
        found = windows.take(needs, Place(), 0.0)
        assert found
        return round(found.seconds, -2)

    windows.take(needs, place, FOREVER)
    assert wait() == 1200
    windows.leave(place)
    assert wait() == 600
    windows.take(needs, Place(), FOREVER)
    monkeypatch.setattr(redis_windows, "_GRACE", 0.0)
    monkeypatch.setattr(redis_windows, "LONGEST_NAP", 0.01)
    windows.take(needs, Place(), FOREVER)
    time.sleep(0.03)
    assert wait() == 1200


async def test_a_cancelled_task_leaves_the_line(server: Server) -> None:
    client = redis.asyncio.Redis.from_url(server.url)
    limiter = Limiter(app=Rate(1, 60), redis=client)
    await limiter.acquire_async(caller(), sleep=asyncio.sleep)
    asleep = asyncio.Event()

    async def sleep(seconds: float) -> None:
        asleep.set()
        await asyncio.sleep(seconds)

    task = asyncio.create_task(limiter.acquire_async(caller(), sleep=sleep))
    await asleep.wait()
    assert server.client.zcard("taobaoke:limiter:line:app:12345678") == 1
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert server.client.zcard("taobaoke:limiter:line:app:12345678") == 0
    await client.aclose()


def test_those_in_line_are_counted(server: Server) -> None:
    limiter = Limiter(app=Rate(2, 600), redis=server.url)
    seconds, _ = server.client.time()
    server.client.rpush(APP, *((seconds - ago) * 1_000_000 for ago in (700, 500, 200)))
    windows, needs = limiter._windows, limiter._needs(caller())
    waits = [windows.take(needs, Place(), FOREVER) for _ in range(4)]
    told = [wait.seconds for wait in waits if wait]
    assert told == [pytest.approx(expected, abs=30) for expected in (100, 400, 700, 1000)]


def test_a_clock_of_redis_that_was_set_back_delays_by_one_span_only(server: Server) -> None:
    limiter = Limiter(app=Rate(2, 60), redis=server.url)
    seconds, microseconds = server.client.time()
    tomorrow = (seconds + 86400) * 1_000_000 + microseconds
    server.client.rpush(APP, tomorrow, tomorrow + 5)
    with pytest.raises(NoPermit) as caught:
        limiter.acquire(caller(), deadline=0)
    assert caught.value.retry_after == pytest.approx(60, abs=1)


def test_a_lower_rate_of_another_process_makes_nobody_forget(server: Server) -> None:
    high = Limiter(app=Rate(5, 60), redis=server.url)
    low = Limiter(app=Rate(2, 60), redis=server.url)
    for _ in range(2):
        low.acquire(caller())
    for _ in range(3):
        high.acquire(caller())
    for limiter in (low, high):
        with pytest.raises(NoPermit):
            limiter.acquire(caller(), deadline=0)


def test_a_redis_that_forgot_its_scripts_is_told_them_again(server: Server) -> None:
    limiter = Limiter(app=Rate(1, 60), redis=server.url)
    limiter.acquire(caller())
    server.client.script_flush()
    with pytest.raises(NoPermit):
        limiter.acquire(caller(), deadline=0)


def test_without_redis_there_is_an_error_and_no_permit(mortal_server: Server) -> None:
    limiter = Limiter(app=Rate(1, 60), redis=mortal_server.url)
    limiter.acquire(caller())

    def sleep(_: float) -> None:
        mortal_server.kill()

    with pytest.raises(LimiterUnavailable, match="Redis 不可用，不知道能否调用") as caught:
        limiter.acquire(caller(), sleep=sleep)
    assert "ConnectionError" in caught.value.reason
    with pytest.raises(LimiterUnavailable):
        limiter.ban(caller(), "app", 1)


async def test_without_redis_tasks_get_an_error_as_well(mortal_server: Server) -> None:
    client = redis.asyncio.Redis.from_url(mortal_server.url, retry=None)
    limiter = Limiter(app=1, redis=client)
    mortal_server.kill()
    with pytest.raises(LimiterUnavailable):
        await limiter.acquire_async(caller(), sleep=asyncio.sleep)
    with pytest.raises(LimiterUnavailable):
        await limiter.ban_async(caller(), "app", 1)
    await client.aclose()


def test_a_refusal_of_redis_is_no_permit_either(server: Server) -> None:
    server.client.set(APP, "no list")
    with pytest.raises(LimiterUnavailable, match="WRONGTYPE"):
        Limiter(app=1, redis=server.url).acquire(caller())


def test_secrets_of_the_url_are_shown_nowhere() -> None:
    url = "redis://user:the-password@127.0.0.1:1/0"
    limiter = Limiter(app=1, redis=url)
    with pytest.raises(LimiterUnavailable) as unavailable:
        limiter.acquire(caller())
    with pytest.raises(ValueError, match="网址应形如 redis://") as wrong:
        Limiter(redis=url.replace("redis", "http"))
    with pytest.raises(ValueError, match="网址应形如 redis://") as odd:
        Limiter(redis=url.replace(":1/", ":the-password/"))
    shown = [repr(limiter), *map(str, (unavailable.value, wrong.value, odd.value))]
    assert "the-password" not in " ".join(shown)


def test_a_client_for_tasks_is_refused_by_threads(server: Server) -> None:
    limiter = Limiter(redis=redis.asyncio.Redis.from_url(server.url))
    with pytest.raises(RuntimeError, match="请把网址或"):
        limiter.acquire(caller())


def test_threads_and_event_loops_share_a_limiter(server: Server) -> None:
    limiter = Limiter(app=Rate(4, 0.05), redis=server.url)

    def loop() -> None:
        asyncio.run(limiter.acquire_async(caller(), sleep=asyncio.sleep))

    with server.recorded() as moments:
        others = [threading.Thread(target=loop) for _ in range(4)]
        for other in others:
            other.start()
        in_threads(lambda: limiter.acquire(caller()), 8)
        for other in others:
            other.join()
    assert len(moments[APP]) == 12
    assert shortest_span(moments[APP], 4) >= 50_000
