"""What goes wrong, and what the user is told."""

import copy
import html
import pickle
import socket
from typing import Any

import pytest
from taobaoke import (
    BusinessError,
    Client,
    GatewayError,
    InvalidAppKey,
    InvalidMethod,
    InvalidSession,
    InvalidSignature,
    InvalidTimestamp,
    MissingArguments,
    Model,
    OldItemId,
    PermissionDenied,
    RateLimited,
    RejectedArguments,
    RetryPolicy,
    ServiceUnavailable,
    TaobaokeError,
    TransportError,
)
from taobaoke._runtime.models import wire
from taobaoke._runtime.outcomes import ItemOutcome, ReplyOutcome
from taobaoke._runtime.replies import decode_json
from taobaoke.platform import SUB_ERRORS

from client.conftest import SECRET, Caller, Callers
from client.server import Gateway, Reply, refusal

ONCE = RetryPolicy(attempts=1)
REFUNDS: dict[str, Any] = {
    "session": "s",
    "order_scene": 1,
    "page_size": 20,
    "query_type": 1,
    "page_no": 1,
    "member_type": 2,
    "start_time": "2026-01-01 00:00:00",
    "end_time": "2026-01-01 01:00:00",
}


def fails(caller: Caller) -> TaobaokeError:
    with pytest.raises(TaobaokeError) as caught:
        caller.tbk_shop_get(fields="user_id", q="x")
    return caught.value


@pytest.mark.parametrize(
    ("code", "sub_code", "kind"),
    [
        (7, "accesscontrol.limited-by-api-access-count", RateLimited),
        (10, "", ServiceUnavailable),
        (11, "isv.permission-api-package-limit", PermissionDenied),
        (15, "isv.item-not-exist", BusinessError),
        (50, "isv.invalid-parameter", BusinessError),
        (15, "-4003", OldItemId),
        (15, "9100", RateLimited),
        (22, "", InvalidMethod),
        (25, "", InvalidSignature),
        (27, "invalid-sessionkey", InvalidSession),
        (29, "isv.appkey-not-exists", InvalidAppKey),
        (31, "", InvalidTimestamp),
        (40, "", MissingArguments),
        (41, "", RejectedArguments),
        (999, "", GatewayError),
    ],
)
def test_every_meaning_has_its_class(
    gateway: Gateway, callers: Callers, code: int, sub_code: str, kind: type[GatewayError]
) -> None:
    gateway.answers(refusal(code, msg="m", sub_code=sub_code, sub_msg="s"))
    error = fails(callers(retries=ONCE))
    assert type(error) is kind
    assert (error.code, error.sub_code) == (str(code), sub_code or None)
    assert error.request_id == "req1"
    assert bool(error.solution) == (code != 999)


def test_the_text_tells_everything(gateway: Gateway, callers: Callers) -> None:
    reply = refusal(
        27,
        msg="Invalid session",
        sub_code="sessionkey-not-generated-by-server",
        sub_msg="RealSession don&apos;t belong app and user",
    )
    gateway.answers(reply)
    text = str(fails(callers(retries=ONCE)))
    assert text.startswith(
        "taobao.tbk.shop.get: invalid session / 用户授权无效：code=27 Invalid session"
    )
    assert "sub_code=sessionkey-not-generated-by-server RealSession don't belong" in text
    assert "request_id=req1" in text
    assert "请用本应用重新授权" in text


def test_advice_of_the_method_comes_before_that_of_the_platform(
    gateway: Gateway, callers: Callers
) -> None:
    gateway.answers(refusal(15, sub_code="isp.tbkapi-service-unavailable"))
    own = fails(callers(retries=ONCE))
    assert isinstance(own, GatewayError)
    assert "平台侧的短暂故障" in own.solution
    gateway.answers(refusal(15, sub_code="isp.other-service-unavailable"))
    general = fails(callers(retries=ONCE))
    assert isinstance(general, GatewayError)
    assert general.solution == "后端服务出错，稍候重试"


def test_facts_inside_the_messages(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(
        refusal(11, msg="Insufficient isv permissions", sub_msg="scope ids is 381 11655 13168"),
        refusal(7, msg="App Call Limited", sub_msg="This ban will last for 31062 more seconds"),
        refusal(40, msg="Missing required arguments:nicks"),
    )
    caller = callers(retries=ONCE)
    denied, limited, missing = fails(caller), fails(caller), fails(caller)
    assert isinstance(denied, PermissionDenied)
    assert denied.held == ("381", "11655", "13168")
    assert isinstance(limited, RateLimited)
    assert limited.retry_after == 31062
    assert isinstance(missing, MissingArguments)
    assert missing.argument == "nicks"


@pytest.mark.parametrize("body", [None, "x", [], {}, {"code": None, "sub_code": {"a": 1}}])
def test_a_deformed_error_is_still_an_error(
    gateway: Gateway, callers: Callers, body: object
) -> None:
    gateway.answers({"error_response": body})
    assert isinstance(fails(callers(retries=ONCE)), GatewayError)


@pytest.mark.parametrize(
    ("reply", "status", "says"),
    [
        (Reply(b"Bad Gateway", status=502), 502, "502"),
        (Reply(b"", status=302, headers={"Location": "https://login.example/"}), 302, "302"),
        (Reply(b"<html>login</html>"), 200, "<html>login"),
        (Reply(b"[1]"), 200, "不是 JSON 对象"),
        (Reply(b"\xff\xfe"), 200, "不是 JSON"),
    ],
)
def test_what_is_no_reply_of_the_gateway(
    gateway: Gateway, callers: Callers, reply: Reply, status: int, says: str
) -> None:
    gateway.answers(reply)
    error = fails(callers(retries=ONCE))
    assert isinstance(error, TransportError)
    assert error.status == status
    assert error.sent
    assert says in str(error)
    assert "taobao.tbk.shop.get" in str(error)


def test_a_wrong_signature_is_explained(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(refusal(25, msg="Invalid signature"))
    error = fails(callers(retries=ONCE, session="very-private"))
    assert isinstance(error, InvalidSignature)
    assert "error.explanation" in str(error)
    (form,) = gateway.forms
    assert form["sign"] in error.explanation
    assert f"timestamp = {form['timestamp']}" in error.explanation
    assert "very-private" not in error.explanation
    assert SECRET not in error.explanation


def test_an_unknown_app_key_names_the_gateway(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(refusal(29, msg="Invalid app Key"))
    assert f"gateway={gateway.url}" in str(fails(callers(retries=ONCE)))


def test_a_failed_transport_tells_whether_the_request_left(
    gateway: Gateway, callers: Callers
) -> None:
    gateway.answers(Reply(b"", status=502))
    assert "请求没有发出" not in str(fails(callers(retries=ONCE)))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
    assert "请求没有发出" in str(fails(callers(retries=ONCE, gateway=url)))


@pytest.mark.parametrize("missing", ["", None])
def test_forgotten_app_settings_are_named(missing: Any) -> None:
    for key, secret in ((missing, "s"), ("1", missing)):
        with pytest.raises(ValueError, match=r"app_(key|secret)：(不能为空|应为文字)"):
            Client(key, secret)


def test_a_timeout(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(Reply({}, delay=1.0))
    caller = callers(retries=ONCE, timeout=0.1)
    error = fails(caller)
    assert isinstance(error, TransportError)
    assert error.sent
    assert "0.1 秒" in str(error)


def test_a_reply_that_breaks_off(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(Reply({"tbk_shop_get_response": {}}, cut=True))
    error = fails(callers(retries=ONCE))
    assert isinstance(error, TransportError)
    assert error.sent


def test_nobody_listens(callers: Callers) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    error = fails(callers(retries=ONCE, gateway=f"http://127.0.0.1:{port}/"))
    assert isinstance(error, TransportError)
    assert not error.sent


def test_a_reply_that_reports_a_failure(gateway: Gateway, caller: Caller) -> None:
    result = {"success": False, "msg_code": "13", "msg_info": "余额不足"}
    gateway.answers({"tbk_dg_vegas_tlj_create_response": {"result": result, "request_id": "r9"}})
    with pytest.raises(BusinessError) as caught:
        caller.tbk_dg_vegas_tlj_create(
            item_id="1",
            name="礼金",
            per_face=1,
            total_num=1,
            adzone_id=1,
            security_switch=True,
            user_total_win_num_limit=1,
            send_start_time="2026-01-01 00:00:00",
        )
    error = caught.value
    assert (error.sub_code, error.sub_msg, error.request_id) == ("13", "余额不足", "r9")
    assert error.response is not None
    assert error.response["result"] == result


def test_a_strange_code_without_content_is_a_failure(gateway: Gateway, caller: Caller) -> None:
    refused = {"biz_error_code": 101, "biz_error_desc": "开始时间不能为空", "result_code": 200}
    gateway.answers({"tbk_sc_order_refund_get_response": refused})
    with pytest.raises(BusinessError, match="开始时间不能为空"):
        caller.tbk_sc_order_refund_get(**REFUNDS)
    gateway.answers({"tbk_sc_order_refund_get_response": {**refused, "data": {"page_no": 1}}})
    assert caller.tbk_sc_order_refund_get(**REFUNDS).data.page_no == 1


ODD_CODES = [
    (b'"NO_RIGHT"', "NO_RIGHT"),
    (b"true", "true"),
    (b"false", "false"),
    (b"1.5", "1.5"),
    (b"101", "101"),
]


@pytest.mark.parametrize(("raw", "code"), ODD_CODES)
def test_a_code_of_another_type_is_a_failure_still(
    gateway: Gateway, caller: Caller, raw: bytes, code: str
) -> None:
    content = b'{"biz_error_code": %s, "biz_error_desc": "refused"}' % raw
    gateway.answers(b'{"tbk_sc_order_refund_get_response": %s}' % content)
    with pytest.raises(BusinessError, match="refused") as caught:
        caller.tbk_sc_order_refund_get(**REFUNDS)
    assert (caught.value.code, caught.value.sub_code) == ("15", code)


@pytest.mark.parametrize("raw", [b"0", b'"0"', b"200", b'""', b"null", b"{}", b"0.0"])
def test_no_code_and_the_usual_ones_are_no_failure(
    gateway: Gateway, caller: Caller, raw: bytes
) -> None:
    gateway.answers(b'{"tbk_sc_order_refund_get_response": {"biz_error_code": %s}}' % raw)
    assert caller.tbk_sc_order_refund_get(**REFUNDS).data is None


class Inner(Model):
    code: int | None = wire(name="err-code")
    why: str | None


class Outer(Model):
    inner: Inner | None
    rows: list[Inner]


@pytest.mark.parametrize(("raw", "code"), ODD_CODES)
def test_a_code_of_another_type_is_found_under_its_wire_name(raw: bytes, code: str) -> None:
    inner = decode_json(b'{"err-code": %s, "why": "x"}' % raw)
    whole = ReplyOutcome(code="inner.code", message="inner.why", ok=("0",))
    assert whole.failure(Outer.from_raw({"inner": inner})) == (code, "x")
    for inside in (None, {}, {"err-code": None}, {"err-code": "0"}):
        assert whole.failure(Outer.from_raw({"inner": inside})) is None
    assert whole.failure(Outer.from_raw({})) is None
    items = ItemOutcome(("rows",), "code", "why")
    judged = items.judge(Outer.from_raw({"rows": [inner, {"err-code": 0}, {"why": "y"}]}))
    assert [failed for _, failed in judged] == [(code, "x"), None, None]


def test_no_error_shows_a_secret(gateway: Gateway, callers: Callers) -> None:
    session = "very-private-session"
    caller = callers(session=session, retries=ONCE)
    leak = f"you sent {SECRET} and {session}"
    gateway.answers(refusal(25, msg=leak, sub_msg=leak), Reply(leak.encode(), status=500))
    for error in (fails(caller), fails(caller)):
        chain = [error, error.__cause__, error.__context__]
        told = "".join(f"{e}{e!r}{e.args}" for e in chain if e) + str(vars(error))
        assert SECRET not in told
        assert session not in told
        assert "you sent" in told
    assert SECRET not in repr(caller.client)
    assert session not in repr(caller.client)


def test_a_message_inside_of_a_reply_shows_no_secret(gateway: Gateway, callers: Callers) -> None:
    session = "very-private-session"
    leak = f"you sent {SECRET} and {session}"
    refused = {"biz_error_code": 101, "biz_error_desc": leak}
    gateway.answers(*[{"tbk_sc_order_refund_get_response": refused}] * 2)
    for caller, own in ((callers(session=session), {}), (callers(), {"session": session})):
        with pytest.raises(BusinessError) as caught:
            caller.tbk_sc_order_refund_get(**{**REFUNDS, "session": None, **own})
        assert caught.value.sub_msg == "you sent ****** and ******"
        told = f"{caught.value}{caught.value!r}{caught.value.args}"
        assert SECRET not in told
        assert session not in told


def test_a_secret_that_comes_back_escaped_is_not_shown(gateway: Gateway, callers: Callers) -> None:
    session = "<very>&private's"
    gateway.answers(refusal(27, msg=html.escape(session), sub_msg=f"{html.escape(session)}!"))
    error = fails(callers(session=session))
    assert isinstance(error, InvalidSession)
    assert (error.msg, error.sub_msg) == ("******", "******!")
    assert "private" not in f"{error!r}{error}{vars(error)}"


@pytest.mark.parametrize("session", ["381", "isv", "1", "scope", "will", "1234567"])
def test_a_short_secret_is_a_word_like_any_other(
    gateway: Gateway, callers: Callers, session: str
) -> None:
    ban = "This ban will last for 1 more seconds"
    gateway.answers(
        refusal(11, sub_code="isv.permission-api-package-limit", sub_msg="scope ids is 381 1"),
        refusal(7, msg=f"1234567 {session}", sub_msg=ban),
        refusal(15, sub_code="isv.item-not-exist", sub_msg=session),
    )
    caller = callers(session=session, retries=ONCE)
    denied, limited, missing = fails(caller), fails(caller), fails(caller)
    assert isinstance(denied, PermissionDenied)
    assert (denied.held, denied.retry) == (("381", "1"), "never")
    assert isinstance(limited, RateLimited)
    assert (limited.retry_after, limited.retry) == (1, "ban")
    assert type(missing) is BusinessError
    assert (missing.error_class, missing.sub_msg) == ("not_found", session)
    assert "***" not in f"{denied}{limited}{missing}"


def test_a_secret_of_eight_characters_is_no_such_word(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(refusal(27, msg="no session 12345678"))
    assert fails(callers(session="12345678")).msg == "no session ******"


@pytest.mark.parametrize(
    ("sub_code", "kind"),
    [("session-expired", InvalidSession), ("isp.remote-service-timeout", BusinessError)],
)
def test_errors_are_classified_before_they_are_masked(
    gateway: Gateway, callers: Callers, sub_code: str, kind: type[GatewayError]
) -> None:
    """A session that is spelt like a code."""
    gateway.answers(refusal(15, sub_code=sub_code))
    error = fails(callers(session=sub_code, retries=ONCE))
    assert type(error) is kind
    assert isinstance(error, GatewayError)
    assert error.sub_code == "******"
    assert error.retry == SUB_ERRORS[sub_code].retry
    assert error.solution == SUB_ERRORS[sub_code].solution


def test_errors_can_be_pickled_and_copied(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(refusal(11, sub_msg="scope ids is 381"), Reply(b"x", status=502))
    caller = callers(retries=ONCE)
    for error in (fails(caller), fails(caller)):
        for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
            assert type(twin) is type(error)
            assert str(twin) == str(error)
            assert vars(twin) == vars(error)
