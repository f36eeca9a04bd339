"""Replies that no gateway should give: nothing but the package's own errors comes out of a call."""

import asyncio
import itertools
import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from real import SAMPLES
from real import spec as real_spec
from taobaoke import (
    AsyncClient,
    GatewayError,
    HttpReply,
    RetryPolicy,
    TaobaokeError,
    TransportError,
)
from taobaoke._runtime.method import Method
from taobaoke._runtime.models import Response

from client.memory import Memory, async_client_and_memory, client_and_memory, nothing
from client.odd_values import (
    HERE,
    NO_JSON,
    VALUES,
    judge,
    read_all,
    with_all_odd,
    with_one_odd,
    with_values,
    without_parameters,
)

ONCE = RetryPolicy(attempts=1)
READ, WRITE = "taobao.tbk.shop.get", "taobao.tbk.adzone.create"
UNKNOWN = Method("taobao.no.such.method", Response)


class Asker:
    """Both clients, of which each gets the same reply."""

    def __init__(self, loop: asyncio.AbstractEventLoop | None) -> None:
        """Without a loop, only the synchronous one."""
        self._body = b""
        options: Any = {"retries": ONCE, "clock": lambda: 1_767_294_245.0}
        self._client, self._memory = client_and_memory(lambda form: self._body, **options)
        self._twin, self._twins_memory = async_client_and_memory(lambda form: self._body, **options)
        self._loop = loop
        self.asked = 0

    def __call__(self, method: Method[Any], body: bytes) -> Response | TaobaokeError:
        """What becomes of a reply, after a look at all of it."""
        self._body = body
        told = {"session": None, "timeout": None}
        outcome = self._outcome(method, lambda: self._client._call(method, {}, **told))
        if loop := self._loop:
            twins = self._outcome(
                method, lambda: loop.run_until_complete(self._twin._call(method, {}, **told))
            )
            assert type(twins) is type(outcome)
        for memory in (self._memory, self._twins_memory):
            self.asked += len(memory.requests)
            memory.requests.clear()
        return outcome

    @staticmethod
    def _outcome(method: Method[Any], call: Callable[[], Response]) -> Response | TaobaokeError:
        try:
            response = call()
        except TaobaokeError as error:
            judge(error, method)
            return error
        read_all(response)
        return response


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture
def ask(loop: asyncio.AbstractEventLoop) -> Asker:
    return Asker(loop)


def method_of(name: str) -> Method[Any]:
    api = real_spec().find(name)
    assert api
    return without_parameters(api)


METHODS = [method_of(READ), method_of(WRITE), UNKNOWN]


@pytest.mark.parametrize("method", METHODS, ids=["read", "write", "unknown"])
@pytest.mark.parametrize("body", [*NO_JSON, *VALUES])
def test_what_is_no_answer_is_none(ask: Asker, method: Method[Any], body: str) -> None:
    error = ask(method, {**NO_JSON, **VALUES}[body])
    assert isinstance(error, TransportError)
    assert error.status == 200


ENVELOPES: dict[str, Any] = {
    "empty": {},
    "another root": {"tbk_other_get_response": {"request_id": "r"}},
    "a bare code": {"code": 10066, "msg": "system busy"},
    "a bare code as text": {"code": "0", "msg": "", "data": None},
    "anti-robot": {"ret": ["FAIL_SYS_USER_VALIDATE"], "data": {"url": "https://x.cn/punish"}},
    "anti-robot, other": {"rgv587_flag": "sm", "url": "https://x.cn/punish"},
    "a list in the root": HERE,
}


@pytest.mark.parametrize("method", METHODS, ids=["read", "write", "unknown"])
@pytest.mark.parametrize("name", ENVELOPES)
def test_what_lacks_the_root_is_no_answer(ask: Asker, method: Method[Any], name: str) -> None:
    body = ENVELOPES[name]
    if body is HERE:
        body = {method.root: [{"request_id": "r"}]}
    error = ask(method, json.dumps(body).encode())
    assert isinstance(error, TransportError)
    assert "这不是网关的应答" in error.reason


@pytest.mark.parametrize("method", METHODS, ids=["read", "write", "unknown"])
@pytest.mark.parametrize("value", VALUES)
def test_odd_values_in_every_part_of_an_answer(ask: Asker, method: Method[Any], value: str) -> None:
    for document in (
        {method.root: HERE},
        {method.root: {"request_id": HERE}},
        {method.root: {"anything": HERE, "request_id": "r"}},
        {method.root: {}, "error": HERE},
        {"request_id": HERE, "total_results": HERE, "results": HERE, "data": HERE},
    ):
        ask(method, with_values(document, VALUES[value]))


@pytest.mark.parametrize("method", METHODS, ids=["read", "write", "unknown"])
@pytest.mark.parametrize("value", VALUES)
def test_odd_values_in_every_part_of_an_error(ask: Asker, method: Method[Any], value: str) -> None:
    usual = {"code": 15, "sub_code": "isv.x", "msg": "m", "sub_msg": "s", "request_id": "r"}
    for document in (
        {"error_response": HERE},
        *({"error_response": {**usual, name: HERE}} for name in usual),
        *({"error_response": {name: HERE}} for name in usual),
        {"error_response": with_all_odd(usual)},
        {"error_response": {**usual, "code": 7, "sub_msg": HERE}},
        {"error_response": {**usual, "code": 41, "msg": HERE}},
        {"error_response": usual, method.root: HERE},
        {"error_response": {**usual, "more": HERE}},
    ):
        error = ask(method, with_values(document, VALUES[value]))
        assert isinstance(error, GatewayError), document


@pytest.mark.slow
def test_odd_values_in_every_member_of_every_method() -> None:
    """Each node of each sample in turn, and all its scalars at once; both clients read alike."""
    ask = Asker(None)
    values = itertools.cycle(VALUES.values())
    for api in real_spec().typed:
        method = without_parameters(api)
        sample = SAMPLES.response(api)
        for value in VALUES.values():
            ask(method, with_values({method.root: with_all_odd(sample)}, value))
        for content in with_one_odd(sample):
            ask(method, with_values({method.root: content}, next(values)))
    assert ask.asked > 5_000


FLOATS = st.floats(allow_nan=False, allow_infinity=False)
ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
NAMES = [*ENVELOPES, "code", "sub_code", "data", "result", "results", "success", "request_id"]


@given(body=st.binary() | ANY_JSON.map(lambda value: json.dumps(value).encode()))
@settings(max_examples=200)
def test_anything_at_all(loop: asyncio.AbstractEventLoop, body: bytes) -> None:
    for method in METHODS:
        Asker(loop)(method, body)


@given(content=st.dictionaries(st.sampled_from(NAMES), ANY_JSON), error=st.booleans())
@settings(max_examples=200)
def test_any_content_at_all(
    loop: asyncio.AbstractEventLoop, content: dict[str, Any], error: bool
) -> None:
    for method in METHODS:
        root = "error_response" if error else method.root
        outcome = Asker(loop)(method, json.dumps({root: content}).encode())
        assert isinstance(outcome, GatewayError) or not error


@given(data=st.data())
@settings(max_examples=300)
def test_damaged_samples(loop: asyncio.AbstractEventLoop, data: st.DataObject) -> None:
    api = data.draw(st.sampled_from(real_spec().typed))
    method = without_parameters(api)
    body = bytearray(json.dumps({method.root: SAMPLES.response(api)}).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        begin = data.draw(st.integers(0, len(body) - 1))
        end = begin + data.draw(st.integers(0, 9))
        body[begin:end] = data.draw(st.binary(max_size=9) | st.sampled_from([b"null", b"[", b'"']))
    Asker(loop)(method, bytes(body))


# Transports of callers


LATE = json.dumps({"error_response": {"code": 31}}).encode()
ODD_REPLIES: dict[str, Any] = {
    "nothing": None,
    "text": "{}",
    "bytes": b"{}",
    "a status of text": HttpReply("200", LATE),  # type: ignore[arg-type]
    "no status": HttpReply(None, b"{}"),  # type: ignore[arg-type]
    "a body of text": HttpReply(200, "{}"),  # type: ignore[arg-type]
    "no body": HttpReply(200, None),  # type: ignore[arg-type]
    "no headers": HttpReply(503, b"", None),  # type: ignore[arg-type]
    "no headers, late": HttpReply(200, LATE, None),  # type: ignore[arg-type]
    **{
        f"{name}, {value!r}"[:40]: HttpReply(200, LATE, {name: value})
        for name in ("Date", "date", "Retry-After")
        for value in (5, b"x", None, ["x"], "x" * 9999, "9" * 5000, "-1", "\ud800", "²", "", "nan")
    },
    **{
        f"Date: {date}"[:60]: HttpReply(200, LATE, {"Date": date})
        for date in (
            *("Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "Fri, 99 Foo"),
            *("Fri, 31 Dec 2026 23:59:59 +9999999", f"Fri, 31 Dec 2026 23:59:59 +{'9' * 4999}"),
            *("Fri, 31 Dec 2026 25:61:61 GMT", "Fri, 31 Dec -2026 00:00:00 GMT", "31 Dec 26 0:0 A"),
        )
    },
}


@pytest.mark.parametrize("method", METHODS, ids=["read", "write", "unknown"])
@pytest.mark.parametrize("name", ODD_REPLIES)
def test_odd_replies_of_own_transports(
    loop: asyncio.AbstractEventLoop, method: Method[Any], name: str
) -> None:
    client, memory = client_and_memory(nothing, retries=ONCE)
    twin, twins_memory = async_client_and_memory(nothing, retries=ONCE)

    async def answer(_request: Any) -> Any:
        return ODD_REPLIES[name]

    memory.send = lambda request: ODD_REPLIES[name]  # type: ignore[method-assign]
    twins_memory.send = answer  # type: ignore[method-assign]
    told = {"session": None, "timeout": None}
    for call in (
        lambda: client._call(method, {}, **told),
        lambda: loop.run_until_complete(twin._call(method, {}, **told)),
    ):
        with pytest.raises(TaobaokeError) as caught:
            call()
        judge(caught.value, method)
    assert abs(client.now().timestamp() - time.time()) < 60 * 86400 * 365


def test_a_transport_of_the_other_client(loop: asyncio.AbstractEventLoop) -> None:
    """What comes at once is nothing to wait for."""
    client = AsyncClient("1", "the-app-secret", transport=Memory(nothing), retries=ONCE)
    with pytest.raises(TransportError, match="意外的 TypeError") as caught:
        loop.run_until_complete(client.call("taobao.x"))
    judge(caught.value, Method("taobao.x", Response))
