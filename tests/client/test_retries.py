"""Which failures are tried again, and how long the client waits."""

import socket
from email.utils import formatdate
from typing import Any

import pytest
from taobaoke import GatewayError, InvalidTimestamp, RateLimited, RetryPolicy, TransportError

from client.conftest import Caller, Callers
from client.server import Gateway, Reply, refusal

GOOD = {"tbk_shop_get_response": {"total_results": 7}}
BUSY = refusal(15, sub_code="isp.remote-service-error")
CREATED = {"tbk_dg_vegas_tlj_create_response": {"result": {"success": True}}}
GIFT: dict[str, Any] = {
    "item_id": "1",
    "name": "礼金",
    "per_face": 1,
    "total_num": 1,
    "adzone_id": 1,
    "security_switch": True,
    "user_total_win_num_limit": 1,
    "send_start_time": "2026-01-01 00:00:00",
}


def reads(caller: Caller) -> Any:
    return caller.tbk_shop_get(fields="user_id", q="x").total_results


@pytest.mark.parametrize(
    "fault", [BUSY, Reply(b"", status=503), Reply(b"oops"), Reply({}, cut=True)]
)
def test_reads_are_tried_again(gateway: Gateway, caller: Caller, fault: Reply) -> None:
    gateway.answers(fault, fault, GOOD)
    assert reads(caller) == 7
    assert len(gateway.requests) == 3
    first, second = caller.pauses
    assert 0 <= first <= 0.05
    assert 0 <= second <= 0.1


def test_every_attempt_is_signed_afresh(gateway: Gateway, callers: Callers) -> None:
    seconds = iter(range(1_700_000_000, 1_800_000_000))
    gateway.answers(BUSY, GOOD)
    reads(callers(clock=lambda: next(seconds)))
    first, second = gateway.forms
    assert first["timestamp"] != second["timestamp"]
    assert first["sign"] != second["sign"]


def test_the_last_error_comes_out(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(BUSY, BUSY, BUSY)
    with pytest.raises(GatewayError, match=r"isp\.remote-service-error"):
        reads(caller)
    assert len(gateway.requests) == 3


@pytest.mark.parametrize("fault", [BUSY, Reply(b"", status=503), Reply({}, cut=True)])
def test_writes_are_never_tried_again_after_an_ambiguous_failure(
    gateway: Gateway, caller: Caller, fault: Reply
) -> None:
    gateway.answers(fault)
    with pytest.raises((GatewayError, TransportError)):
        caller.tbk_dg_vegas_tlj_create(**GIFT)
    assert len(gateway.requests) == 1
    assert caller.pauses == []


def test_a_call_by_name_counts_as_a_write(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(BUSY)
    with pytest.raises(GatewayError):
        caller.call("taobao.tbk.shop.get")
    assert len(gateway.requests) == 1


@pytest.mark.parametrize("code", [11, 22, 25, 27, 40, 41])
def test_final_refusals_are_not_tried_again(gateway: Gateway, caller: Caller, code: int) -> None:
    gateway.answers(refusal(code))
    with pytest.raises(GatewayError):
        reads(caller)
    assert caller.pauses == []


def ban(seconds: int) -> Reply:
    return refusal(
        7,
        sub_code="accesscontrol.limited-by-api-access-count",
        sub_msg=f"This ban will last for {seconds} more seconds",
    )


def test_a_short_ban_is_waited_for(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(ban(2), GOOD)
    assert reads(caller) == 7
    assert caller.pauses == [2.0]


def test_a_write_that_the_gateway_did_not_let_in_waits_too(
    gateway: Gateway, caller: Caller
) -> None:
    gateway.answers(ban(1), CREATED)
    assert caller.tbk_dg_vegas_tlj_create(**GIFT).result.success is True


def test_a_long_ban_is_told_at_once(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(ban(31062))
    with pytest.raises(RateLimited) as caught:
        reads(caller)
    assert caught.value.retry_after == 31062
    assert caller.pauses == []


def test_the_limits_can_be_set(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(ban(31062), GOOD)
    caller = callers(retries=RetryPolicy(attempts=2, longest_wait=40000))
    assert reads(caller) == 7
    assert caller.pauses == [31062.0]


def test_the_clock_is_learned_from_the_gateway(gateway: Gateway, callers: Callers) -> None:
    late = Reply(
        {"error_response": {"code": 31, "msg": "Invalid timestamp"}},
        headers={"Date": formatdate(1_700_003_600, usegmt=True)},
    )
    gateway.answers(late, GOOD, GOOD)
    caller = callers(clock=lambda: 1_700_000_000)
    assert reads(caller) == 7
    assert reads(caller) == 7
    assert [form["timestamp"] for form in gateway.forms] == [
        "2023-11-15 06:13:20",
        "2023-11-15 07:13:20",
        "2023-11-15 07:13:20",
    ]


def test_without_retries_the_clock_is_learned_for_the_next_call(
    gateway: Gateway, callers: Callers
) -> None:
    late = Reply(
        {"error_response": {"code": 31}}, headers={"Date": formatdate(1_700_003_600, usegmt=True)}
    )
    gateway.answers(late, GOOD)
    caller = callers(clock=lambda: 1_700_000_000, retries=RetryPolicy(attempts=1))
    with pytest.raises(GatewayError):
        reads(caller)
    assert reads(caller) == 7
    assert gateway.forms[1]["timestamp"] == "2023-11-15 07:13:20"


@pytest.mark.parametrize("headers", [{}, {"Date": "yesterday"}])
def test_without_a_date_the_clock_stays(
    gateway: Gateway, caller: Caller, headers: dict[str, str]
) -> None:
    gateway.answers(Reply({"error_response": {"code": 31}}, headers=headers))
    with pytest.raises(GatewayError):
        reads(caller)
    assert len(gateway.requests) == 1


def test_the_clock_is_corrected_only_once_in_a_call(gateway: Gateway, caller: Caller) -> None:
    late = Reply({"error_response": {"code": 31}}, headers={"Date": formatdate(usegmt=True)})
    gateway.answers(late, late)
    with pytest.raises(GatewayError):
        reads(caller)
    assert len(gateway.requests) == 2


def test_a_clock_that_did_not_help_is_forgotten(gateway: Gateway, callers: Callers) -> None:
    late = Reply(
        {"error_response": {"code": 31}}, headers={"Date": formatdate(1_900_000_000, usegmt=True)}
    )
    gateway.answers(late, late, GOOD)
    caller = callers(clock=lambda: 1_700_000_000)
    with pytest.raises(InvalidTimestamp):
        reads(caller)
    reads(caller)
    before, poisoned, after = (form["timestamp"] for form in gateway.forms)
    assert before == after == "2023-11-15 06:13:20"
    assert poisoned.startswith("2030")


@pytest.mark.parametrize("date", [formatdate(0, usegmt=True), "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_an_implausible_date_is_no_clock(gateway: Gateway, caller: Caller, date: str) -> None:
    gateway.answers(Reply({"error_response": {"code": 31}}, headers={"Date": date}))
    with pytest.raises(InvalidTimestamp):
        reads(caller)
    assert len(gateway.requests) == 1


def test_a_write_that_never_left_is_tried_again(callers: Callers) -> None:
    """Nobody listens at first: the connection is refused, so nothing was sent."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
    caller = callers(gateway=url)
    with pytest.raises(TransportError) as caught:
        caller.tbk_dg_vegas_tlj_create(**GIFT)
    assert not caught.value.sent
    assert len(caller.pauses) == 2
