"""What each class of errors tells: an English first clause, the method, what to do; and copies."""

import copy
import inspect
import pickle
from datetime import datetime
from typing import Any

import pytest
import taobaoke
from taobaoke import (
    CallError,
    Gap,
    GatewayError,
    HeldBack,
    HttpFailure,
    IncompletePull,
    InvalidAppKey,
    InvalidArguments,
    InvalidSettings,
    InvalidSignature,
    PagingError,
    PermissionDenied,
    PermissionPackage,
    RateLimited,
    TaobaokeError,
    TransportError,
    Unanswered,
)
from taobaoke._runtime import errors as module
from taobaoke._runtime.advice import Limit
from taobaoke._runtime.attempt import Attempt
from taobaoke._runtime.codes import refusal
from taobaoke._runtime.errors import MissingPackage, WrongEventLoop
from taobaoke._runtime.limiter import Caller, NoPermit
from taobaoke._runtime.method import Method
from taobaoke._runtime.models import Response
from taobaoke._runtime.values import GATEWAY_ZONE
from taobaoke._runtime.windows import LimiterUnavailable, Wait

METHOD = "taobao.tbk.x"
GATEWAY_ERRORS = [
    kind
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, GatewayError) and kind is not HeldBack and not kind.__name__.startswith("_")
]


def gateway_error(kind: Any, **members: Any) -> GatewayError:
    error: GatewayError = kind(
        METHOD, "15", "isv.x", "msg", "sub msg", "req1", "改一改", "never", "business"
    )
    error.is_write = True
    error.attempts = (Attempt(0.0, 0.1, "code=15"), Attempt(0.5, 0.1, "code=15"))
    error.response = Response.from_raw({"request_id": "req1"})
    for name, value in members.items():
        setattr(error, name, value)
    return error


def written() -> TransportError:
    error = TransportError(METHOD, "为什么", status=502, excerpt="<h1>")
    error.is_write, error.retry_after = True, 2.0
    return error


SHORTLY = Limit("app", "told")
GAP = Gap(
    datetime(2026, 1, 1), datetime(2026, 1, 1, 3), HttpFailure("为什么", sent=False, passing=False)
)
ERRORS: list[tuple[Exception, list[str]]] = [
    *((gateway_error(kind), ["改一改", "req1", "共发送 2 次"]) for kind in GATEWAY_ERRORS),
    (
        gateway_error(RateLimited, limit=SHORTLY, retry_after=9, until=datetime(2026, 1, 2)),
        ["9 秒后解除", "2026-01-02 00:00:00"],
    ),
    (
        gateway_error(PermissionDenied, code="11", packages=(PermissionPackage("7"),)),
        ["权限包：7"],
    ),
    (gateway_error(InvalidSignature, explanation="1. 排序"), ["error.explanation"]),
    (gateway_error(InvalidAppKey, gateway="https://a.cn/"), ["https://a.cn/"]),
    (GatewayError(METHOD, "999"), ["规范没有收录这个错误"]),
    (HeldBack(METHOD, SHORTLY, 3.0), ["3 秒后解除"]),
    (HeldBack(METHOD, None, None), ["请求没有发出"]),
    (written(), ["为什么", "正文开头：<h1>", "写操作可能已生效，重发前请先核实"]),
    (TransportError(METHOD, "为什么", sent=False), ["请求没有发出", "稍后再试"]),
    (TransportError(METHOD, "为什么", passing=False), ["请先处理上述原因"]),
    (IncompletePull(METHOD, (GAP,)), ["\n- 2026-01-01 00:00:00 至 2026-01-01 03:00:00：为什么"]),
    (Unanswered(METHOD, "'1'"), ["应答里没有回答 '1' 的元素", "核对这个值"]),
    (InvalidArguments(METHOD, ("a：必填", "b：太大")), ["\n- a：必填\n- b：太大"]),
]
OTHERS: list[tuple[Exception, str]] = [
    (InvalidSettings("Client", ("timeout：不对",)), "Client: invalid settings / "),
    (WrongEventLoop(), "wrong event loop / "),
    (MissingPackage("AsyncClient", "aiohttp", "async"), "missing package / "),
    (PagingError("data.position_index 仍是 'p1'"), "pages break off / "),
    (LimiterUnavailable("down"), "limiter unavailable / "),
    (NoPermit(Caller("1", "1", METHOD), Wait(1.0, "app", True)), f"{METHOD}: no permit"),
    (HttpFailure("为什么", sent=False, passing=False), "为什么"),
]
NAMES = [f"{type(error).__name__} {index}" for index, (error, _) in enumerate(ERRORS)]


def test_every_class_of_errors_is_here() -> None:
    known = {type(error) for error, _ in (*ERRORS, *OTHERS)}
    for name, kind in inspect.getmembers(module, inspect.isclass):
        if issubclass(kind, TaobaokeError) and not name.startswith("_"):
            assert kind in known or kind in (TaobaokeError, CallError), name
    for name, kind in inspect.getmembers(taobaoke, inspect.isclass):
        if issubclass(kind, Exception):
            assert kind in known or kind in (TaobaokeError, CallError), name


@pytest.mark.parametrize(("error", "says"), ERRORS, ids=NAMES)
def test_errors_tell_where_what_and_what_to_do(error: Exception, says: list[str]) -> None:
    text = str(error)
    method, _, rest = text.partition(": ")
    english, slash, chinese = rest.partition(" / ")
    assert method == METHOD
    assert slash
    assert english.isascii()
    assert english
    assert not chinese.isascii()
    assert all(said in text for said in says)


@pytest.mark.parametrize("error", [error for error, _ in (*ERRORS, *OTHERS)], ids=repr)
def test_errors_can_be_pickled_and_copied(error: Exception) -> None:
    for twin in (
        *(pickle.loads(pickle.dumps(error, protocol)) for protocol in range(2, 6)),
        *(copy.copy(error), copy.deepcopy(error)),
    ):
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert repr(vars(twin)) == repr(vars(error))
        assert repr(twin.args) == repr(error.args)
        if isinstance(error, CallError):
            assert twin.may_have_taken_effect == error.may_have_taken_effect
            assert twin.summary == error.summary


@pytest.mark.parametrize(("error", "start"), OTHERS, ids=[type(e).__name__ for e, _ in OTHERS])
def test_other_errors_begin_in_english(error: Exception, start: str) -> None:
    assert str(error).startswith(start)


def test_what_a_server_says_forges_no_line_of_a_log_and_floods_none() -> None:
    said = "a\nERROR forged\x1b[2J\x00" + "x" * 50_000
    for error in (
        GatewayError(METHOD, "15", "sub\r\ncode", said, said),
        TransportError(METHOD, said, excerpt=said),
    ):
        text = str(error)
        assert text.isprintable(), "one line"
        assert len(text) < 5000
        assert "ERROR forged" in text


def test_a_call_held_back_later_tells_what_was_sent_before() -> None:
    error = HeldBack(METHOD, SHORTLY, 3.0)
    error.attempts = (Attempt(0.0, 0.1, "HTTP 状态码 503"),)
    assert "请求没有发出" not in str(error)
    assert "重发没有发出，之前的发送：HTTP 状态码 503" in str(error)


@pytest.mark.parametrize("sub_code", ["", "TIMEOUT", "SYSTEM_ERROR_NEW", "500", "9999"])
@pytest.mark.parametrize("code", [15, 50])
def test_nobody_can_tell_what_became_of_a_write_with_an_unknown_failure(
    code: int, sub_code: str
) -> None:
    body = {"code": code, "sub_code": sub_code, "sub_msg": "系统繁忙"}
    error = refusal(Method(METHOD, Response), body, datetime.now(GATEWAY_ZONE))
    assert not error.may_have_taken_effect
    error.is_write = True
    assert error.may_have_taken_effect
    known = {**body, "sub_code": "isv.item-not-exist"}
    error = refusal(Method(METHOD, Response), known, datetime.now(GATEWAY_ZONE))
    error.is_write = True
    assert not error.may_have_taken_effect
