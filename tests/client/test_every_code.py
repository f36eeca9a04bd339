"""Every method with every code of the gateway, and with each of its own in all their spellings."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from real import spec as real_spec
from taobaoke import (
    BusinessError,
    GatewayError,
    InvalidSession,
    OldItemId,
    PermissionDenied,
    RateLimited,
)
from taobaoke._runtime.advice import Advice
from taobaoke._runtime.codes import bare
from taobaoke._runtime.method import Method
from taobaoke._runtime.models import Nested, Response

from client.memory import async_client_and_memory, client_and_memory
from client.odd_values import without_parameters
from client.test_code_table import CODES, NOW

METHODS = [without_parameters(api) for api in real_spec().typed]
UNKNOWN = Method("taobao.some.thing", Response)
KINDS = {"rate_limit": RateLimited, "permission": PermissionDenied, "session": InvalidSession}


class Asker:
    """A client whose gateway refuses everything in one way."""

    def __init__(self, kind: str) -> None:
        make: Any = client_and_memory if kind == "sync" else async_client_and_memory
        self._body = b""
        self._client, self._memory = make(lambda form: self._body, clock=lambda: NOW)
        self._loop = asyncio.new_event_loop() if kind == "async" else None
        if self._loop:
            self._client.sleep = self._no_pause
        else:
            self._client.sleep = lambda seconds: None

    async def _no_pause(self, seconds: float) -> None:
        pass

    def __call__(self, method: Method[Any], reply: Any) -> tuple[GatewayError, int]:
        """The error, and how often the call was sent."""
        self._body = json.dumps(reply).encode()
        self._memory.requests.clear()
        self._client._shared.quota = None  # thousands of failures would use it up
        with pytest.raises(GatewayError) as caught:
            self._call(method)
        assert caught.value.is_write == (not method.idempotent)
        assert len(caught.value.attempts) == len(self._memory.requests)
        return caught.value, len(self._memory.requests)

    def _call(self, method: Method[Any]) -> None:
        result = self._client._call(method, {}, session=None, timeout=None)
        if self._loop:
            self._loop.run_until_complete(result)

    def close(self) -> None:
        if self._loop:
            self._loop.close()


@pytest.fixture(params=["sync", "async"])
def ask(request: pytest.FixtureRequest) -> Iterator[Asker]:
    asker = Asker(request.param)
    yield asker
    asker.close()


def refused(**members: Any) -> Any:
    return {"error_response": {"msg": "m", "request_id": "r", **members}}


def test_there_are_reads_and_writes() -> None:
    assert len([method for method in METHODS if method.idempotent]) > 40
    assert len([method for method in METHODS if not method.idempotent]) > 10


@pytest.mark.slow
def test_every_code_of_the_gateway_with_every_method(ask: Asker) -> None:
    """The gateway's codes mean the same everywhere.

    A refused write was not done; of one that met no service, or an unknown code, nobody can tell.
    """
    wrong = []
    for method in [*METHODS, UNKNOWN]:
        for code, row in CODES.items():
            error, times = ask(method, refused(code=int(code)))
            expected = row.reads if method.idempotent else row.writes or 1
            unsure = code in ("10", "15", "50", "999") and not method.idempotent
            told = type(error), str(error.error_class), times, error.may_have_taken_effect
            right = row.exception, row.error_class, expected, unsure
            if told != right:
                wrong.append(f"{method.name}, {code}: {told} instead of {right}")
    assert wrong == []


def spellings(code: str) -> list[str]:
    return [code, *(f"{prefix}{bare(code)}" for prefix in ("", "isv.", "isp.", "isp.isv."))]


def meant(method: Method[Any], code: str, spelling: str) -> Advice:
    """What the spec says of a code; the very spelling comes first where it has two."""
    return method.errors.get(spelling, method.errors[code])


def right(method: Method[Any], advice: Advice, spelling: str) -> tuple[Any, ...]:
    """Class, solution, attempts, and whether a write may have taken effect."""
    usual = OldItemId if bare(spelling) == "-4003" else BusinessError
    kind = KINDS.get(str(advice.error_class), usual)
    again = advice.retry == "later" and method.idempotent
    unsure = advice.error_class == "temporary" and not method.idempotent
    return kind, advice.error_class, advice.solution, 3 if again else 1, unsure


def told(error: GatewayError, times: int) -> tuple[Any, ...]:
    unsure = error.may_have_taken_effect
    return type(error), error.error_class, error.solution, times, unsure


@pytest.mark.slow
def test_every_own_code_of_every_method_as_a_sub_code(ask: Asker) -> None:
    wrong, asked = [], 0
    for method in METHODS:
        for code in method.errors:
            for spelling in spellings(code):
                found = told(*ask(method, refused(code=15, sub_code=spelling)))
                expected = right(method, meant(method, code, spelling), spelling)
                # Two codes that differ in the prefix alone may have words of their own each.
                if found[:2] + found[3:] != expected[:2] + expected[3:]:
                    wrong.append(f"{method.name}, {spelling}: {found} instead of {expected}")
                if spelling in method.errors and found != expected:
                    wrong.append(f"{method.name}, {spelling}: {found[2]}, not {expected[2]}")
                asked += 1
    assert wrong == []
    assert asked > 1000


def with_failure(method: Method[Any], code: str) -> Any:
    """A reply that looks successful and reports a failure where the spec says; None if nowhere."""
    outcome = method.response._outcome
    if outcome is None or outcome.code is None or code in outcome.ok:
        return None
    content: dict[str, Any] = {"request_id": "r"}
    put(content, method.response, outcome.code, code)
    if outcome.success:
        put(content, method.response, outcome.success, False)
    if outcome.message:
        put(content, method.response, outcome.message, "为什么")
    return {method.root: content}


def put(content: dict[str, Any], model: Any, path: str, value: Any) -> None:
    """Put a value where a dotted path of attributes leads to."""
    name, _, rest = path.partition(".")
    field = model._members()[name]
    if rest:
        assert isinstance(field.kind, Nested)
        put(content.setdefault(field.wire_name, {}), field.kind.model, rest, value)
    else:
        content[field.wire_name] = value


@pytest.mark.slow
def test_every_own_code_inside_of_replies(ask: Asker) -> None:
    wrong, asked = [], 0
    for method in METHODS:
        for code in method.errors:
            for spelling in spellings(code):
                reply = with_failure(method, spelling)
                if reply is None:
                    continue
                error, times = ask(method, reply)
                asked += 1
                found = told(error, times)
                expected = right(method, meant(method, code, spelling), spelling)
                if found[:2] + found[3:] != expected[:2] + expected[3:]:
                    wrong.append(f"{method.name}, {spelling}: {found} instead of {expected}")
                assert (error.code, error.sub_code, error.request_id) == ("15", spelling, "r")
                assert error.response is not None
                assert error.response.raw == reply[method.root]
    assert wrong == []
    assert asked > 100


def test_no_own_code_is_told_by_a_number_of_the_gateway(ask: Asker) -> None:
    """`code` is never looked up among the codes of the business."""
    for method in METHODS:
        for code in method.errors:
            if bare(code).isdecimal() and bare(code) not in CODES:
                error, _ = ask(method, refused(code=int(bare(code))))
                assert (type(error), error.solution) == (GatewayError, ""), (method.name, code)
