"""No secret is shown by an error, the frames that it went through, or a log."""

import asyncio
import base64
import contextlib
import html
import logging
import pickle
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote_plus

import pytest
from taobaoke import HttpFailure, HttpReply, Limiter, RetryPolicy, TaobaokeError

from client.conftest import SECRET, Caller, Callers
from client.server import Gateway, Reply, refusal
from client.sockets import Act, breaking, deaf, http, nobody

OF_CLIENT, OF_CALL = "session+of/the=client", "session<of>&the'call"
PASSWORD = "proxy-password"
ACCOUNT = f"someone:{PASSWORD}"
BASIC = base64.b64encode(ACCOUNT.encode()).decode()
SPELLINGS = {
    spelling
    for secret in (SECRET, OF_CLIENT, OF_CALL, PASSWORD)
    for spelling in (secret, quote_plus(secret), html.escape(secret), repr(secret)[1:-1])
} | {BASIC, "&sign="}
"""Also of the signed body, which holds a session in clear."""
ONCE = RetryPolicy(attempts=1)
LEAK = f"you sent {SECRET} {OF_CLIENT} {OF_CALL} {quote_plus(OF_CLIENT)} {html.escape(OF_CALL)}"


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and all that it comes from, also what a plain traceback leaves out."""
    if error is not None:
        yield error
        yield from chain(error.__cause__)
        yield from chain(error.__context__)


def told_by(error: BaseException) -> Iterator[tuple[str, str]]:
    """Whatever an error shows, with the place."""
    for one in chain(error):
        name = type(one).__name__
        yield f"{name}, text", f"{one} {one!r} {one.args!r}"
        yield f"{name}, attributes", repr(vars(one))
        for attribute in vars(one):
            yield f"{name}.{attribute}", str(getattr(one, attribute))
        traceback = one.__traceback__
        while traceback:
            frame = traceback.tb_frame
            if "/tests/" not in frame.f_code.co_filename:  # the caller's own frames know it all
                for local, value in frame.f_locals.items():
                    place = f"{frame.f_code.co_filename}:{frame.f_code.co_name}:{local}"
                    with contextlib.suppress(Exception):
                        yield place, f"{value!r}"
                    yield place, f"{getattr(value, '__dict__', None)!r}"
            traceback = traceback.tb_next


def leaks(error: BaseException) -> list[str]:
    return [place for place, text in told_by(error) if any(one in text for one in SPELLINGS)]


Calls = Callable[[Caller], Any]
CALLS: dict[str, Calls] = {
    "typed": lambda caller: caller.tbk_shop_get(fields="a", q="x", session=OF_CALL),
    "by name": lambda caller: caller.call("taobao.x", {"p": "x"}, session=OF_CALL),
    "write": lambda caller: caller.tbk_adzone_create(site_id="1", adzone_name="x", session=OF_CALL),
    "upload": lambda caller: caller.call("taobao.x", {"p": b"file"}, session=OF_CALL),
}
OWN_CODE = {"success": False, "msg_code": "13", "msg_info": LEAK}
REPLIES: dict[str, Reply] = {
    "refused": refusal(15, msg=LEAK, sub_code="isv.x", sub_msg=LEAK),
    "wrong signature": refusal(25, msg=LEAK, sub_msg=LEAK),
    "wrong session": refusal(27, msg=LEAK, sub_code="invalid-sessionkey", sub_msg=LEAK),
    "unknown app": refusal(29, msg=LEAK),
    "limited": refusal(7, msg="m", sub_msg=f"This ban will last for 99 more seconds {LEAK}"),
    "no permission": refusal(11, sub_msg=f"scope ids is 1 2 {LEAK}"),
    "missing": refusal(40, msg=f"Missing required arguments:{LEAK}"),
    "a number as code": refusal(LEAK, request_id=LEAK),  # type: ignore[arg-type]
    "a page": Reply(LEAK.encode()),
    "an error page": Reply(LEAK.encode(), status=502),
    "cut": Reply(LEAK.encode(), cut=True),
    "dropped": Reply(hang_up=True),
    "no gzip": Reply(LEAK.encode(), headers={"Content-Encoding": "br"}),
    "slow": Reply(b"", delay=0.3),
}


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Callable[[], str]:
    """Everything that anybody logs, as text."""
    caplog.set_level(logging.DEBUG)
    for name in ("asyncio", "aiohttp", "urllib3"):
        caplog.set_level(logging.DEBUG, logger=name)
    return lambda: "".join(f"{r.getMessage()} {r.args!r} {r.exc_info!r}" for r in caplog.records)


def failing(caller: Caller, call: Calls, kind: type[BaseException] = TaobaokeError) -> Any:
    with pytest.raises(kind) as caught:
        call(caller)
    assert leaks(caught.value) == []
    if isinstance(caught.value, TaobaokeError) and caught.value.__cause__ is None:
        stored = pickle.dumps(caught.value)
        assert not any(spelling.encode() in stored for spelling in SPELLINGS)
    return caught.value


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("reply", REPLIES)
def test_replies(
    gateway: Gateway, callers: Callers, log: Callable[[], str], call: str, reply: str
) -> None:
    gateway.answers(REPLIES[reply])
    if callers._loop:
        callers._loop.set_debug(True)
    timeout = 0.1 if reply == "slow" else 9.0
    caller = callers(session=OF_CLIENT, retries=ONCE, timeout=timeout)
    failing(caller, CALLS[call])
    assert not any(spelling in log() for spelling in SPELLINGS)
    assert len(gateway.requests) == 1


def test_a_failure_inside_of_a_reply(gateway: Gateway, callers: Callers) -> None:
    refused = {"biz_error_code": 101, "biz_error_desc": LEAK}
    gateway.answers({"tbk_sc_order_refund_get_response": refused})
    caller = callers(session=OF_CLIENT)
    error = failing_refunds(caller)
    assert LEAK not in f"{error}{error!r}"


def failing_refunds(caller: Caller) -> Any:
    hour = {"start_time": "2026-01-01 00:00:00", "end_time": "2026-01-01 01:00:00"}
    numbers = {"order_scene": 1, "page_size": 20, "query_type": 1, "page_no": 1, "member_type": 2}
    with pytest.raises(TaobaokeError) as caught:
        caller.tbk_sc_order_refund_get(session=OF_CALL, **hour, **numbers)
    return caught.value


@pytest.mark.parametrize("call", CALLS)
def test_connections_that_do_not_come_about(
    callers: Callers, log: Callable[[], str], call: str
) -> None:
    with deaf() as silent, breaking(tls=True) as untrusted:
        for gateway, proxy in (
            (nobody(), None),
            (silent, None),
            ("http://no-such-host.invalid/", None),
            (untrusted.url.replace("http:", "https:"), None),
            *(("https://a.invalid/", with_account(url)) for url in (nobody(), silent)),
            *(("http://a.invalid/", with_account(url)) for url in (nobody(), silent)),
        ):
            caller = callers(
                gateway=gateway, proxy=proxy, session=OF_CLIENT, retries=ONCE, timeout=0.2,
                allow_http=True,
            )  # fmt: skip
            failing(caller, CALLS[call])
    assert not any(spelling in log() for spelling in SPELLINGS)


def with_account(url: str) -> str:
    return url.removesuffix("router/rest").replace("http://", f"http://{ACCOUNT}@")


@pytest.mark.parametrize("call", ["typed", "upload"])
@pytest.mark.parametrize("end", ["close", "reset", "hang"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_proxies_that_fail(
    callers: Callers, log: Callable[[], str], call: str, end: Any, scheme: str
) -> None:
    echo = f"{LEAK} {PASSWORD} {BASIC}".encode()
    for sends in (b"", http(echo, "407 Who are you"), http(echo, f"502 {ACCOUNT}")):
        with breaking() as proxy:
            proxy.acts.append(Act(sends, end))
            if scheme == "https":  # CONNECT has no body that the server could read
                proxy.greeting = sends or b"\r\n"
            caller = callers(
                gateway=f"{scheme}://a.invalid/", proxy=with_account(proxy.url), retries=ONCE,
                session=OF_CLIENT, timeout=0.2, allow_http=True,
            )  # fmt: skip
            error = failing(caller, CALLS[call])
            assert (scheme == "https") == (not error.sent)
    assert not any(spelling in log() for spelling in SPELLINGS)


class Own:
    """A transport of a caller, which breaks."""

    failure: Exception = ZeroDivisionError(LEAK)

    def send(self, request: Any) -> Any:
        raise self.failure

    def close(self) -> None:
        pass


class AsyncOwn(Own):
    async def send(self, request: Any) -> Any:
        raise self.failure

    async def close(self) -> None:  # type: ignore[override]
        pass


@pytest.mark.parametrize("call", CALLS)
def test_own_transports(callers: Callers, call: str) -> None:
    own = Own() if callers._loop is None else AsyncOwn()
    caller = callers(transport=own, session=OF_CLIENT, retries=ONCE)
    own.failure = HttpFailure(LEAK)
    failing(caller, CALLS[call])
    own.failure = ZeroDivisionError("no secret of its own")
    error = failing(caller, CALLS[call])
    assert error.__cause__ is own.failure
    own.failure = ZeroDivisionError(LEAK)
    with pytest.raises(TaobaokeError) as caught:
        CALLS[call](caller)
    assert not any(spelling in f"{caught.value}{caught.value!r}" for spelling in SPELLINGS)


def test_wrong_arguments_and_options(callers: Callers) -> None:
    caller = callers(session=OF_CLIENT, timeout=5)
    failing(caller, lambda caller: caller.tbk_shop_get(fields="", q=1.5, session=OF_CALL))
    failing(caller, lambda caller: caller.call("taobao.x", {"v": 1}, session=OF_CALL))
    failing(caller, lambda caller: caller.call("taobao.x", session=f"{OF_CALL}\n"))
    failing(caller, lambda caller: caller.tbk_shop_get(fields="a", q="b", session=f"{OF_CALL}\n"))
    with pytest.raises(TaobaokeError) as caught:
        caller.client.explain_signature("taobao.x", {"v": 1}, session=OF_CALL)
    assert leaks(caught.value) == []
    assert OF_CALL not in caller.client.explain_signature("taobao.x", {}, session=OF_CALL)


def test_calls_that_are_held_back(gateway: Gateway, callers: Callers) -> None:
    gateway.answers({"x_response": {"request_id": "r"}})
    caller = callers(session=OF_CLIENT, limiter=Limiter(app=1), deadline=0.5)
    CALLS["by name"](caller)
    error = failing(caller, CALLS["by name"])
    assert type(error).__name__ == "HeldBack"


def test_a_clock_and_a_pause_that_raise(gateway: Gateway, callers: Callers) -> None:
    def broken() -> float:
        raise KeyError("no time")

    failing(callers(session=OF_CLIENT, clock=broken), CALLS["typed"])
    caller = callers(session=OF_CLIENT)
    gateway.answers(Reply(b"", status=503))

    def no_pause(seconds: float) -> Any:
        raise KeyboardInterrupt

    caller.client.sleep = no_pause
    failing(caller, CALLS["typed"], KeyboardInterrupt)


async def test_cancelled_tasks(gateway: Gateway, log: Callable[[], str]) -> None:
    from taobaoke import AsyncClient

    gateway.answers(Reply(b"", delay=0.3))
    asyncio.get_running_loop().set_debug(True)
    async with AsyncClient("1", SECRET, gateway=gateway.url, session=OF_CLIENT) as client:
        task = asyncio.create_task(client.tbk_shop_get(fields="a", q="x", session=OF_CALL))
        while not gateway.requests:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError) as caught:
            await task
        assert leaks(caught.value) == []
        shown = f"{task!r} {client!r} {client._settings!r} {client._shared!r}"
    assert not any(spelling in shown + log() for spelling in SPELLINGS)


def test_another_event_loop() -> None:
    from taobaoke import AsyncClient

    class Quick(AsyncOwn):
        async def send(self, request: Any) -> Any:
            return HttpReply(200, b'{"x_response":{"request_id":"r"}}')

    with breaking() as breaker, asyncio.Runner() as owner:
        breaker.acts.append(Act(http(b'{"x_response":{"request_id":"r"}}')))
        client = AsyncClient("1", SECRET, gateway=breaker.url, session=OF_CLIENT)

        async def call() -> None:
            await client.call("taobao.x", session=OF_CALL)

        owner.run(call())
        with pytest.raises(TaobaokeError) as caught:
            asyncio.run(call())
        assert leaks(caught.value) == []
        owner.run(client.close())


def test_the_walk_finds_what_is_shown() -> None:
    """The tests above would pass for nothing if it were blind."""
    for error in (ValueError(SECRET), ValueError(quote_plus(OF_CLIENT)), KeyError(PASSWORD)):
        assert leaks(error)
    noted = ValueError("own")
    noted.__context__ = KeyError("inner")
    noted.__context__.add_note(OF_CALL)
    assert any("__notes__" in place for place in leaks(noted))
    below = "import json\ndef f(session):\n    json.loads(session)\nf(SESSION)"
    with pytest.raises(ValueError, match="Expecting") as caught:
        exec(compile(below, "elsewhere", "exec"), {"SESSION": OF_CALL})
    assert any("elsewhere:f:session" in place for place in leaks(caught.value))
