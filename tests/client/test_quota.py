"""The policy of retries in numbers: jitter, the quota, what `Retry-After` asks for."""

import asyncio
import random
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate
from typing import Any

import pytest
from taobaoke import (
    AsyncClient,
    CallError,
    Client,
    HttpFailure,
    HttpReply,
    HttpRequest,
    RateLimited,
    RetryPolicy,
    TransportError,
)
from taobaoke._runtime.retry import RetryQuota

from client.conftest import APP_KEY, SECRET, Caller, Callers
from client.server import Gateway, Reply, refusal
from client.test_retries import CREATED, GIFT, GOOD, ban, reads

LOST = TransportError("taobao.some.thing", "lost", sent=False)
BUSY = TransportError("taobao.some.thing", "busy", status=429)


def throttled() -> RateLimited:
    """A limit of which nobody says how long it lasts."""
    return RateLimited("taobao.some.thing", "15", retry="later")


def pause(policy: RetryPolicy, error: CallError, attempt: int) -> float:
    retry = policy.retry(error, attempt=attempt)
    assert retry
    return retry.pause


# Jitter


@pytest.mark.parametrize(
    ("error", "attempt", "most"),
    [
        (LOST, 1, 0.05),
        (LOST, 2, 0.1),
        (LOST, 5, 0.8),
        (LOST, 10, 20),
        (throttled(), 1, 1),
        (throttled(), 2, 2),
        (throttled(), 5, 16),
        (throttled(), 6, 20),
        (throttled(), 99, 20),
        (BUSY, 1, 1),
    ],
)
def test_pauses_are_anything_up_to_a_bound_that_doubles(
    error: CallError, attempt: int, most: float
) -> None:
    policy = RetryPolicy(attempts=100)
    pauses = [pause(policy, error, attempt) for _ in range(4000)]
    assert 0 <= min(pauses) < most * 0.05
    assert most * 0.95 < max(pauses) <= most
    assert most * 0.45 < sum(pauses) / len(pauses) < most * 0.55


def test_three_attempts_are_usual() -> None:
    policy = RetryPolicy()
    assert [policy.retry(LOST, attempt=attempt) is None for attempt in (1, 2, 3)] == [
        *(False, False, True)
    ]


def test_what_a_retry_takes_from_the_quota() -> None:
    for error, cost in ((LOST, 14), (throttled(), 5), (BUSY, 5)):
        retry = RetryPolicy().retry(error, attempt=1)
        assert retry
        assert retry.cost == cost


# The quota


def test_the_quota_holds_500_and_never_more() -> None:
    quota = RetryQuota()
    assert [quota.take(14) for _ in range(36)] == [True] * 35 + [False]
    assert quota.take(5)
    assert quota.take(5)
    assert not quota.take(5)
    for _ in range(4):
        quota.give_back(0)
    assert not quota.take(5)
    quota.give_back(0)
    assert quota.take(5)
    quota.give_back(14)
    assert quota.take(14)
    for _ in range(600):
        quota.give_back(14)
    assert [quota.take(14) for _ in range(36)] == [True] * 35 + [False]


class Dead:
    """A gateway that does not answer, until it comes to life."""

    def __init__(self) -> None:
        self.requests = 0
        self.lives = False

    def send(self, request: HttpRequest) -> HttpReply:
        self.requests += 1
        if self.lives:
            return HttpReply(200, b'{"tbk_shop_get_response":{"total_results":7}}')
        raise HttpFailure("dead", sent=False)

    def close(self) -> None:
        pass


class AsyncDead(Dead):
    async def send(self, request: HttpRequest) -> HttpReply:  # type: ignore[override]
        await asyncio.sleep(0)
        return super().send(request)

    async def close(self) -> None:  # type: ignore[override]
        pass


def fails(client: Client) -> int:
    """How often a call is sent that fails."""
    with pytest.raises(TransportError) as caught:
        client.tbk_shop_get(fields="user_id", q="x")
    return len(caught.value.attempts)


NO_PAUSES = RetryPolicy(transient_pause=0)


def test_a_dead_gateway_gets_few_requests_more_than_there_are_calls() -> None:
    dead = Dead()
    client = Client(APP_KEY, SECRET, transport=dead, retries=NO_PAUSES)
    attempts = [fails(client) for _ in range(200)]
    assert dead.requests == sum(attempts) == 235
    assert attempts[:17] == [3] * 17
    assert attempts[17:] == [2] + [1] * 182


def test_threads_and_copies_share_the_quota() -> None:
    dead = Dead()
    client = Client(APP_KEY, SECRET, transport=dead, retries=NO_PAUSES)
    copies = [client, client.with_options(timeout=3), client.with_options(session="s")] * 67
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(fails, copies[:200]))
    assert dead.requests == 235


async def test_tasks_share_the_quota() -> None:
    dead = AsyncDead()
    client = AsyncClient(APP_KEY, SECRET, transport=dead, retries=NO_PAUSES)
    calls = [client.tbk_shop_get(fields="user_id", q="x") for _ in range(200)]
    failures = await asyncio.gather(*calls, return_exceptions=True)
    assert {type(failure) for failure in failures} == {TransportError}
    assert dead.requests == 235


def test_successes_earn_retries_slowly() -> None:
    dead = Dead()
    client = Client(APP_KEY, SECRET, transport=dead, retries=NO_PAUSES)
    for _ in range(50):
        fails(client)  # 10 of 500 are left
    for successes, attempts in ((3, 1), (1, 2), (14, 2)):
        dead.lives = True
        for _ in range(successes):
            client.tbk_shop_get(fields="user_id", q="x")
        dead.lives = False
        assert fails(client) == attempts


def test_a_retry_that_succeeds_costs_nothing(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(*[Reply(b"", status=503), GOOD] * 60)
    caller = callers()
    for _ in range(60):
        assert reads(caller) == 7
    assert len(gateway.requests) == 120


def test_another_client_has_a_quota_of_its_own() -> None:
    for _ in range(2):
        dead = Dead()
        client = Client(APP_KEY, SECRET, transport=dead, retries=NO_PAUSES)
        assert sum(fails(client) for _ in range(50)) == 85


# Other options for a copy


def test_a_copy_may_have_another_policy(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(*[Reply(b"", status=503)] * 7)
    caller = callers()
    for policy, attempts in ((RetryPolicy(attempts=1), 1), (None, 3), (RetryPolicy(attempts=2), 2)):
        copy = caller.client.with_options(retries=policy)
        with pytest.raises(TransportError) as caught:
            caller._finished(copy.tbk_shop_get(fields="user_id", q="x"))
        assert len(caught.value.attempts) == attempts
    assert len({request.connection for request in gateway.requests}) == 1


# What the platform asks for


@pytest.mark.parametrize(
    ("told", "pauses"),
    [
        ("2", [2]),
        ("0", [0]),
        ("5", [5]),
        (formatdate(1_700_000_003, usegmt=True), [3]),
        (formatdate(1_600_000_000, usegmt=True), [0]),
        ("6", []),
        ("999999999", []),
        (formatdate(1_700_000_006, usegmt=True), []),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_kept_up_to_the_longest_wait(
    gateway: Gateway, callers: Callers, told: str, pauses: list[float], status: int
) -> None:
    gateway.answers(Reply(b"", status=status, headers={"Retry-After": told}), GOOD)
    caller = callers(clock=lambda: 1_700_000_000)
    if pauses:
        assert reads(caller) == 7
    else:
        with pytest.raises(TransportError) as caught:
            reads(caller)
        assert (caught.value.retry_after or 0) >= 6
    assert caller.pauses == [seconds for seconds in pauses if seconds]


@pytest.mark.parametrize("told", ["soon", "-1", "1e3", "²", "1.5", "9" * 5000, "Fri, 31 Dec 9999"])
def test_what_no_retry_after_can_be_is_ignored(gateway: Gateway, caller: Caller, told: str) -> None:
    gateway.answers(
        Reply(b"", status=503, headers={"Retry-After": told.encode().decode("latin-1")}), GOOD
    )
    assert reads(caller) == 7
    (only,) = caller.pauses
    assert 0 <= only <= 0.05


def test_retry_after_with_an_error_of_the_gateway(gateway: Gateway, caller: Caller) -> None:
    busy = refusal(15, sub_code="isp.remote-service-error")
    gateway.answers(Reply(busy.body, status=503, headers={"Retry-After": "2"}), GOOD)
    assert reads(caller) == 7
    assert caller.pauses == [2]


def test_a_ban_tells_more_than_retry_after(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(Reply(ban(2).body, headers={"Retry-After": "4"}), GOOD)
    assert reads(caller) == 7
    assert caller.pauses == [2]


@pytest.mark.parametrize("status", [429, 503])
def test_a_write_does_not_go_out_again_because_of_retry_after(
    gateway: Gateway, caller: Caller, status: int
) -> None:
    gateway.answers(Reply(b"", status=status, headers={"Retry-After": "1"}), CREATED)
    with pytest.raises(TransportError) as caught:
        caller.tbk_dg_vegas_tlj_create(**GIFT)
    assert caught.value.may_have_taken_effect
    assert caught.value.retry_after == 1
    assert len(gateway.requests) == 1


def test_throttling_without_a_time_waits_longer(
    gateway: Gateway, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(random, "uniform", lambda least, most: most)
    gateway.answers(Reply(b"", status=429), Reply(b"", status=503), GOOD)
    reads(caller)
    assert caller.pauses == [1, 0.1]


def test_a_policy_may_be_ones_own(gateway: Gateway, callers: Callers) -> None:
    asked: list[tuple[str, int]] = []

    class Never(RetryPolicy):
        def retry(self, error: CallError, *, attempt: int) -> Any:
            asked.append((error.summary, attempt))

    gateway.answers(Reply(b"", status=503))
    with pytest.raises(TransportError):
        reads(callers(retries=Never()))
    assert asked == [("HTTP 状态码 503", 1)]
