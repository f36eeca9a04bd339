"""Clients with a limiter: rates hold, bans of the platform hold for others, trouble is told."""

import asyncio
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from taobaoke import (
    Client,
    HeldBack,
    Limiter,
    Rate,
    RateLimited,
    RetryPolicy,
    TransportError,
)

from client.conftest import SECRET, Callers
from client.limits.conftest import ORDERS, Clock, Server, shortest_span
from client.memory import async_client_and_memory, client_and_memory, nothing
from client.server import Gateway, Reply, refusal

GOOD = {"tbk_shop_get_response": {"total_results": 7}}
ONCE = RetryPolicy(attempts=1)
WINDOW: dict[str, Any] = {"start_time": "2026-01-01 00:00:00", "end_time": "2026-01-01 01:00:00"}
NOW = 1_767_250_800  # 2026-01-01 15:00:00 in Beijing
TO_MIDNIGHT = 9 * 3600


def reads(client: Any) -> Any:
    return client.tbk_shop_get(fields="user_id", q="x")


# Rates


def test_threads_with_several_clients_never_exceed_a_rate(permits: list[list[float]]) -> None:
    limiter = Limiter(app=Rate(7, 0.05), method=Rate(5, 0.04))
    clients = [client_and_memory(nothing, limiter=limiter) for _ in range(3)]

    def work(client: Client) -> None:
        for _ in range(3):
            reads(client)

    threads = [threading.Thread(target=work, args=[clients[n % 3][0]]) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(len(memory.requests) for _, memory in clients) == 36
    app, method = permits
    assert len(app) == len(method) == 36
    assert shortest_span(app, 7) >= 0.05
    assert shortest_span(method, 5) >= 0.04


async def test_tasks_and_threads_with_one_limiter_never_exceed_a_rate(
    permits: list[list[float]],
) -> None:
    limiter = Limiter(app=Rate(5, 0.04))
    client, memory = client_and_memory(nothing, limiter=limiter)
    async_client, async_memory = async_client_and_memory(nothing, limiter=limiter)
    await asyncio.gather(
        *(asyncio.to_thread(reads, client) for _ in range(12)),
        *(reads(async_client) for _ in range(12)),
    )
    assert len(memory.requests) == len(async_memory.requests) == 12
    (app,) = permits
    assert len(app) == 24
    assert shortest_span(app, 5) >= 0.04


def test_every_attempt_needs_a_permit(gateway: Gateway, callers: Callers) -> None:
    clock = Clock()
    clock.now = time.monotonic()  # for that is what deadlines are told by
    gateway.answers(*[Reply(b"", status=503)] * 2, GOOD)
    limiter = Limiter(app=Rate(1, 2), clock=clock)
    caller = callers(limiter=limiter, retries=RetryPolicy(transient_pause=0))
    caller.client.sleep = clock.sleep if callers._loop is None else clock.sleep_async
    reply = caller.tbk_shop_get(fields="user_id", q="x")
    assert [attempt.waited for attempt in reply.attempts] == [0, 2, 2]
    assert clock.naps == [1, 1, 1, 1]


def test_who_would_come_too_late_is_told_at_once(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(GOOD)
    caller = callers(limiter=Limiter(account=Rate(1, 100)), account="me", timeout=3)
    caller.tbk_shop_get(fields="user_id", q="x")
    for options in ({}, {"timeout": 20}):
        with pytest.raises(HeldBack) as caught:
            caller.tbk_shop_get(fields="user_id", q="x", **options)
        error = caught.value
        assert error.scope == "account"
        assert 90 < (error.retry_after or 0) <= 100
        assert error.attempts == ()
        assert not error.may_have_taken_effect
        assert "请求没有发出" in str(error)
    assert caller.pauses == []
    assert len(gateway.requests) == 1


# Bans


def told(seconds: int) -> Reply:
    return refusal(7, sub_msg=f"This ban will last for {seconds} more seconds")


@pytest.fixture
def others(gateway: Gateway) -> Iterator[list[Any]]:
    """What makes other clients, which tests close by themselves."""
    made: list[Client] = []
    yield made
    for client in made:
        client.close()


def test_a_ban_of_an_app_stops_all_its_clients(
    gateway: Gateway, callers: Callers, others: list[Any]
) -> None:
    gateway.answers(told(3000), GOOD)
    limiter = Limiter()
    with pytest.raises(RateLimited):
        callers(limiter=limiter).tbk_shop_get(fields="user_id", q="x")
    same = callers(limiter=limiter, session="another")
    with pytest.raises(HeldBack) as caught:
        same.call(ORDERS, WINDOW)
    assert caught.value.scope == "app"
    assert 2990 < (caught.value.retry_after or 0) <= 3000
    assert caught.value.until
    assert len(gateway.requests) == 1
    other = Client("87654321", SECRET, gateway=gateway.url, limiter=limiter)
    others.append(other)
    assert reads(other).total_results == 7


def test_a_short_ban_is_waited_for_by_whoever_comes_next(
    gateway: Gateway, callers: Callers
) -> None:
    clock = Clock()
    clock.now = time.monotonic()  # for that is what deadlines are told by
    gateway.answers(told(3), GOOD)
    limiter = Limiter(clock=clock)
    with pytest.raises(RateLimited):
        callers(limiter=limiter, retries=ONCE).tbk_shop_get(fields="user_id", q="x")
    caller = callers(limiter=limiter)
    caller.client.sleep = clock.sleep if callers._loop is None else clock.sleep_async
    reply = caller.tbk_shop_get(fields="user_id", q="x")
    assert clock.naps == [3]
    assert [attempt.waited for attempt in reply.attempts] == [3]


def test_a_ban_until_tomorrow_stops_the_account(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(refusal(15, sub_code="3000", sub_msg="今日调用次数已达上限"), GOOD)
    limiter = Limiter()
    options = {"limiter": limiter, "account": "me", "clock": lambda: NOW}
    with pytest.raises(RateLimited) as caught:
        callers(**options).tbk_order_details_get(**WINDOW)
    assert (caught.value.scope, caught.value.lasts) == ("account", "today")
    with pytest.raises(HeldBack) as held:
        callers(**options).tbk_shop_get(fields="user_id", q="x")
    assert TO_MIDNIGHT - 9 < (held.value.retry_after or 0) <= TO_MIDNIGHT
    assert len(gateway.requests) == 1
    another = callers(limiter=limiter, account="you")
    assert another.tbk_shop_get(fields="user_id", q="x").total_results == 7


@pytest.mark.parametrize(
    ("row", "seconds"), [("3000", TO_MIDNIGHT), ("9100", 1)], ids=["until tomorrow", "a moment"]
)
def test_a_limit_that_orders_report_lasts_as_its_spec_says(
    gateway: Gateway, callers: Callers, row: str, seconds: int
) -> None:
    gateway.answers(refusal(15, sub_code=row))
    caller = callers(limiter=Limiter(), clock=lambda: NOW, retries=ONCE)
    with pytest.raises(RateLimited):
        caller.tbk_order_details_get(**WINDOW)
    with pytest.raises(HeldBack) as held:
        caller.tbk_order_details_get(**WINDOW, timeout=0.01)
    assert seconds - 1 < (held.value.retry_after or 0) <= seconds
    assert len(gateway.requests) == 1


def test_without_a_limiter_a_ban_is_forgotten(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(told(3000), GOOD)
    caller = callers()
    with pytest.raises(RateLimited):
        caller.tbk_shop_get(fields="user_id", q="x")
    assert caller.tbk_shop_get(fields="user_id", q="x").total_results == 7


# Redis


def unavailable(caller: Any) -> TransportError:
    with pytest.raises(TransportError, match="Redis 不可用") as caught:
        caller.tbk_shop_get(fields="user_id", q="x")
    return caught.value


def test_without_its_redis_nothing_is_sent(
    gateway: Gateway, callers: Callers, mortal_server: Server
) -> None:
    gateway.answers(GOOD)
    caller = callers(limiter=Limiter(app=9, redis=mortal_server.url))
    assert caller.tbk_shop_get(fields="user_id", q="x").total_results == 7
    mortal_server.kill()
    error = unavailable(caller)
    assert (error.sent, error.passing, error.attempts) == (False, True, ())
    assert len(caller.pauses) == 2
    with pytest.raises(TransportError, match="请求没有发出") as caught:
        caller.tbk_adzone_create(site_id="1", adzone_name="x")
    assert not caught.value.may_have_taken_effect
    assert len(gateway.requests) == 1


def test_what_the_platform_said_comes_out_though_redis_died_meanwhile(
    gateway: Gateway, callers: Callers, mortal_server: Server
) -> None:
    def answer(_: object) -> Reply:
        mortal_server.kill()
        return told(3000)

    gateway.answer = answer
    caller = callers(limiter=Limiter(app=9, redis=mortal_server.url))
    with pytest.raises(RateLimited) as caught:
        caller.tbk_shop_get(fields="user_id", q="x")
    assert caught.value.retry_after == 3000
    assert len(caught.value.attempts) == 1


def test_a_ban_is_known_to_all_processes(
    gateway: Gateway, callers: Callers, server: Server
) -> None:
    gateway.answers(told(3000))
    with pytest.raises(RateLimited):
        callers(limiter=Limiter(redis=server.url)).tbk_shop_get(fields="user_id", q="x")
    with pytest.raises(HeldBack) as caught:
        callers(limiter=Limiter(redis=server.url)).tbk_shop_get(fields="user_id", q="x")
    assert 2990 < (caught.value.retry_after or 0) <= 3001
    assert len(gateway.requests) == 1


async def test_the_redis_of_tasks_is_of_no_use_to_threads(server: Server) -> None:
    import redis.asyncio

    theirs = redis.asyncio.Redis.from_url(server.url)
    limiter = Limiter(app=9, redis=theirs)
    async_client, memory = async_client_and_memory(nothing, limiter=limiter)
    await reads(async_client)
    assert len(memory.requests) == 1
    client, _ = client_and_memory(nothing, limiter=limiter)
    with pytest.raises(TransportError, match="同步的 Client 用不了") as caught:
        reads(client)
    assert not caught.value.sent
    await theirs.aclose()


def test_an_own_limiter_may_fail_in_its_own_way(gateway: Gateway, callers: Callers) -> None:
    class Broken(Limiter):
        def acquire(self, *_: Any, **__: Any) -> float:
            raise KeyError("broken")

        async def acquire_async(self, *_: Any, **__: Any) -> float:
            raise KeyError("broken")

    with pytest.raises(TransportError, match="意外的 KeyError") as caught:
        callers(limiter=Broken()).tbk_shop_get(fields="user_id", q="x")
    assert not caught.value.sent
    assert gateway.requests == []
