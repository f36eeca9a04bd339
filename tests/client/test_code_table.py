"""Every code of the platform: the exception, its class, and how often reads and writes are sent.

Written by hand from the error tables of the platform; tests/facts says whether the specs agree.
"""

import asyncio
import inspect
import json
import re
from collections.abc import Iterator
from email.utils import formatdate
from typing import Any, NamedTuple

import pytest
from facts.pinned import FACTS
from negative.samples import arguments, clock
from real import SAMPLES
from tables import every
from taobaoke import (
    BusinessError,
    GatewayError,
    InvalidAppKey,
    InvalidMethod,
    InvalidSession,
    InvalidSignature,
    InvalidTimestamp,
    MissingArguments,
    OldItemId,
    PermissionDenied,
    RateLimited,
    RejectedArguments,
    RetryPolicy,
    ServiceUnavailable,
)
from taobaoke._runtime.advice import Advice
from taobaoke._runtime.method import Method
from taobaoke._runtime.models import Response
from taobaoke._runtime.outcomes import ReplyOutcome
from taobaoke.platform import ERRORS, SUB_ERRORS

from client.conftest import Callers
from client.memory import async_client_and_memory, client_and_memory, nothing
from client.server import Gateway, refusal
from generator.spec.ir import Spec

NOW = 1_767_294_245.0
BAN = "This ban will last for {} more seconds"


class Row(NamedTuple):
    """An error of the platform."""

    exception: type[GatewayError]
    error_class: str
    reads: int = 1
    """Attempts of a read that is refused in this way each time."""
    writes: int | None = 1
    """None: the documents do not say whether a refused write was counted."""


ARGUMENT = Row(GatewayError, "argument")
LIMIT = Row(RateLimited, "rate_limit", 3, None)
PERMISSION = Row(PermissionDenied, "permission")
CODES: dict[str, Row] = {
    "3": ARGUMENT,
    "4": LIMIT,
    "5": LIMIT,
    "6": LIMIT,
    "7": Row(RateLimited, "rate_limit"),  # nobody told for how long
    "8": LIMIT,
    "9": ARGUMENT,
    "10": Row(ServiceUnavailable, "temporary", 3),
    "11": PERMISSION,
    "12": PERMISSION,
    "13": PERMISSION,
    "15": Row(BusinessError, "business"),
    "21": Row(InvalidMethod, "argument"),
    "22": Row(InvalidMethod, "argument"),
    "23": ARGUMENT,
    "24": Row(InvalidSignature, "argument"),
    "25": Row(InvalidSignature, "argument"),
    "26": Row(InvalidSession, "session"),
    "27": Row(InvalidSession, "session"),
    "28": Row(InvalidAppKey, "argument"),
    "29": Row(InvalidAppKey, "argument"),
    "30": Row(InvalidTimestamp, "argument"),
    "31": Row(InvalidTimestamp, "argument"),  # without a Date there is no clock to learn
    "32": ARGUMENT,
    "33": ARGUMENT,
    "34": ARGUMENT,
    "40": Row(MissingArguments, "argument"),
    "41": Row(RejectedArguments, "argument"),
    "42": PERMISSION,
    "43": Row(RejectedArguments, "argument"),
    "44": Row(InvalidSession, "session"),
    "47": ARGUMENT,
    "50": Row(BusinessError, "business"),
    "999": Row(GatewayError, "None"),
}
BUSINESS = Row(BusinessError, "business")
WRONG = Row(BusinessError, "argument")
PASSING = Row(BusinessError, "temporary", 3)
BANNED = Row(RateLimited, "rate_limit", 3, 3)
SUB_CODES: dict[str, Row] = {
    "isp.tbk-service-unavailable": PASSING,
    "isp.remote-service-error": PASSING,
    "isp.remote-service-timeout": PASSING,
    "isp.remote-connection-error": PASSING,
    "isp.null-pointer-exception": Row(BusinessError, "temporary"),
    "isp.top-parse-error": WRONG,
    "isp.top-remote-connection-timeout:x": PASSING,
    "isp.top-remote-connection-error": PASSING,
    "isp.top-mapping-parse-error": WRONG,
    "isp.unknown-error": PASSING,
    "isp.never-heard-of": PASSING,
    "isv.item-not-exist": Row(BusinessError, "not_found"),
    "isv.missing-parameter:q": WRONG,
    "isv.invalid-parameter:q": WRONG,
    "isv.invalid-permission": PERMISSION,
    "isv.parameters-mismatch:q": WRONG,
    "isv.trade-service-error:x": BUSINESS,
    "isv.permission-api-package-limit": PERMISSION,
    "isv.permission-api-package-empty": PERMISSION,
    "isv.permission-ip-whitelist-limit": PERMISSION,
    "isv.permission-api-package-not-allowed": PERMISSION,
    "isv.appkey-not-exists": Row(InvalidAppKey, "argument"),
    "isp.get-app-error": Row(InvalidAppKey, "argument"),
    "invalid-sessionkey": Row(InvalidSession, "session"),
    "sessionkey-not-generated-by-server": Row(InvalidSession, "session"),
    "session-expired": Row(InvalidSession, "session"),
    "accesscontrol.limited-by-app-access-count": BANNED,
    "accesscontrol.limited-by-api-access-count": BANNED,
    "accesscontrol.limited-by-app-api-access-count": BANNED,
    "accesscontrol.limited-by-dynamic-access-count": BANNED,
    "9100": LIMIT,
    "-4003": Row(OldItemId, "argument"),
    "isv.never-heard-of": BUSINESS,
    "never-heard-of": BUSINESS,
}


ROOTS = ("tbk_shop_get_response", "tbk_adzone_create_response")


def shops(client: Any) -> Any:
    """A read."""
    return client.tbk_shop_get(fields="user_id", q="x")


def zone(client: Any) -> Any:
    """A write."""
    return client.tbk_adzone_create(site_id="1", adzone_name="x")


def refused(call: Any, error: dict[str, Any], kind: str) -> tuple[GatewayError, int]:
    """The error that comes out in the end, and how often the call was sent."""
    body = json.dumps({"error_response": error}).encode()
    make: Any = client_and_memory if kind == "sync" else async_client_and_memory
    client, memory = make(lambda form: body, clock=lambda: NOW)
    waits: list[float] = []

    async def wait(seconds: float) -> None:
        waits.append(seconds)

    client.sleep = waits.append if kind == "sync" else wait
    with pytest.raises(GatewayError) as caught:
        finished(call(client))
    assert len(waits) == len(memory.requests) - 1
    return caught.value, len(memory.requests)


def finished(result: Any) -> Any:
    """The result of a call of either client."""
    return asyncio.run(result) if inspect.iscoroutine(result) else result


def disagreements(row: Row, error: dict[str, Any], kind: str) -> Iterator[str]:
    for call, expected in ((shops, row.reads), (zone, row.writes)):
        found, times = refused(call, error, kind)
        told = (type(found), str(found.error_class), times)
        right = (row.exception, row.error_class, times if expected is None else expected)
        if told != right:
            yield f"{error} of {call.__name__}: {told} instead of {right}"


both_kinds = pytest.mark.parametrize("kind", ["sync", "async"])


def test_the_tables_have_every_code_of_the_platform() -> None:
    pinned = {fact.path for fact in FACTS if fact.subject == "platform" and fact.key == "error"}
    codes = {code for code in pinned if code.isdigit() and code != "9100"}
    assert codes == {*ERRORS} == {*CODES} - {"999"}
    missing = [
        row
        for row in SUB_ERRORS
        if not any(re.fullmatch(row.replace("*", ".*"), code) for code in SUB_CODES)
    ]
    assert missing == []


@both_kinds
def test_codes(kind: str) -> None:
    wrong = [
        complaint
        for code, row in CODES.items()
        for complaint in disagreements(row, {"code": int(code), "msg": "m"}, kind)
    ]
    assert wrong == []


@both_kinds
@pytest.mark.parametrize("code", [15, 50])
def test_sub_codes(code: int, kind: str) -> None:
    wrong = [
        complaint
        for sub_code, row in SUB_CODES.items()
        for complaint in disagreements(
            row, {"code": code, "sub_code": sub_code, "sub_msg": BAN.format(1)}, kind
        )
    ]
    assert wrong == []


def test_the_tables_agree_with_the_pinned_facts() -> None:
    """Class and retry word of tests/facts/platform.yaml."""
    reads = {"never": (1,), "later": (3,), "ban": (1, 3), "clock": (1,), "sub_code": (1,)}
    for fact in FACTS:
        row = {**CODES, **SUB_CODES}.get(fact.path)
        if fact.subject == "platform" and fact.key == "error" and row:
            class_word, retry, *_ = str(fact.expected).split()
            assert row.error_class == class_word, fact.path
            assert row.reads in reads[retry], fact.path


# Waiting for the end of a ban, and for the clock


@pytest.mark.parametrize("call", [shops, zone])
@pytest.mark.parametrize(
    ("policy", "seconds", "waited"),
    [
        (RetryPolicy(), 0, True),
        (RetryPolicy(), 1, True),
        (RetryPolicy(), 5, True),  # exactly the longest
        (RetryPolicy(), 6, False),
        (RetryPolicy(longest_wait=2.5), 2, True),
        (RetryPolicy(longest_wait=2.5), 3, False),
        (RetryPolicy(longest_wait=0), 0, True),
        (RetryPolicy(longest_wait=0), 1, False),
        (RetryPolicy(attempts=1), 1, False),
    ],
)
def test_bans_are_waited_for_up_to_the_limit(
    gateway: Gateway, callers: Callers, call: Any, policy: RetryPolicy, seconds: int, waited: bool
) -> None:
    sub_code = "accesscontrol.limited-by-api-access-count"
    banned = refusal(7, sub_code=sub_code, sub_msg=BAN.format(seconds))
    gateway.answers(banned, {root: {"request_id": "r1"} for root in ROOTS})
    caller = callers(retries=policy)
    if waited:
        assert call(caller).request_id == "r1"
        assert caller.pauses == [seconds] * (seconds > 0)
    else:
        with pytest.raises(RateLimited) as caught:
            call(caller)
        assert caught.value.retry_after == seconds
        assert caller.pauses == []


@pytest.mark.parametrize("call", [shops, zone])
def test_a_wrong_clock_is_corrected_for_reads_and_writes(
    gateway: Gateway, callers: Callers, call: Any
) -> None:
    """The gateway did not let the call in, so a write may go out again."""
    late = refusal(31, msg="Invalid timestamp")
    late.headers["Date"] = formatdate(NOW + 3600, usegmt=True)
    gateway.answers(late, {root: {} for root in ROOTS})
    call(callers(clock=lambda: NOW))
    told = [form["timestamp"] for form in gateway.forms]
    assert told == ["2026-01-02 03:04:05", "2026-01-02 04:04:05"]


# Failures inside replies that look successful


class Told(Response):
    success: bool | None
    code: str | None
    message: str | None

    _outcome = ReplyOutcome(success="success", code="code", message="message")


OWN = {
    "isv.BUSY": Advice("等一等", "later", "temporary"),
    "WRONG": Advice("改一改", "never", "argument"),
    "15": Advice("自己的十五", "never", "not_found"),
}


@every("read", [True, False])
@every(
    ("code", "solution", "error_class", "retry"),
    [
        ("BUSY", "等一等", "temporary", "later"),
        ("isv.BUSY", "等一等", "temporary", "later"),
        ("isp.BUSY", "等一等", "temporary", "later"),
        ("WRONG", "改一改", "argument", "never"),
        ("15", "自己的十五", "not_found", "never"),
        ("4", None, "business", "never"),  # not the gateway's 4
        ("isp.remote-service-timeout", None, "temporary", "later"),
    ],
)
def test_failures_inside_replies(
    read: bool, code: str, solution: str | None, error_class: str, retry: str
) -> None:
    told = {"success": False, "code": code, "message": "为什么", "request_id": "r7"}
    body = json.dumps({"tbk_x_response": told}).encode()
    client, memory = client_and_memory(lambda form: body)
    client.sleep = lambda seconds: None
    method = Method("taobao.tbk.x", Told, idempotent=read, errors=OWN)
    with pytest.raises(BusinessError) as caught:
        client._call(method, {}, session=None, timeout=None)
    error = caught.value
    found = (error.code, error.sub_code, error.sub_msg, error.request_id)
    assert found == ("15", code, "为什么", "r7")
    assert (error.error_class, error.retry) == (error_class, retry)
    assert error.solution == solution if solution else error.solution not in OWN
    assert error.response is not None
    assert error.response.raw == told
    assert len(memory.requests) == (3 if read and retry == "later" else 1)


# Options of a call reach every method of both clients


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_time_and_session_of_a_call_reach_every_method(spec: Spec) -> None:
    told = {"now": 0.0}
    client, memory = client_and_memory(nothing, session="the-clients", clock=lambda: told["now"])
    twin, twins_memory = async_client_and_memory(nothing, clock=lambda: told["now"])
    options: dict[str, Any] = {"timeout": 1.25, "session": "the-calls"}

    async def call_all() -> None:
        for api in spec.typed:
            given = arguments(api, SAMPLES.request(api))
            now = clock(SAMPLES.request(api))
            told["now"] = now
            if any(isinstance(value, bytes) for value in given.values()):
                continue
            getattr(client, api.python_name)(**given, **options)
            await getattr(twin, api.python_name)(**given, **options)
            for requests in (memory.requests, twins_memory.requests):
                assert requests[-1].timeout == 1.25, api.method
            for forms in (memory.forms[-1], twins_memory.forms[-1]):
                assert forms["session"] == "the-calls", api.method
                assert forms["method"] == api.method
            memory.requests.clear()
            twins_memory.requests.clear()

    asyncio.run(call_all())


def test_the_usual_time_is_the_clients() -> None:
    client, memory = client_and_memory(nothing, timeout=4.5)
    client.call("taobao.x")
    client.call("taobao.x", timeout=0.5)
    assert [request.timeout for request in memory.requests] == [4.5, 0.5]


def test_pages_keep_time_and_session_of_their_call() -> None:
    def answer(form: dict[str, str]) -> bytes:
        rows = {"n_tbk_shop": [{"user_id": form.get("page_no", "1")}]}
        return json.dumps({"tbk_shop_get_response": {"results": rows, "total_results": 3}}).encode()

    client, memory = client_and_memory(answer, session="the-clients", timeout=9)
    page = client.tbk_shop_get(fields="user_id", q="x", page_size=1, session="s", timeout=0.75)
    assert [shop.user_id for shop in page.iter_all()] == ["1", "2", "3"]
    assert {request.timeout for request in memory.requests} == {0.75}
    assert {form["session"] for form in memory.forms} == {"s"}
