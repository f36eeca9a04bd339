"""What the codes of a failure mean: those of the gateway, and those of the business behind it."""

import functools
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from real import spec as real_spec
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
    PermissionPackage,
    RateLimited,
    RejectedArguments,
    RetryPolicy,
    ServiceUnavailable,
)
from taobaoke._runtime import codes
from taobaoke._runtime.advice import Advice
from taobaoke._runtime.codes import advise, bare, of_business, refusal
from taobaoke._runtime.method import Method, by_name
from taobaoke._runtime.models import Response
from taobaoke._runtime.values import GATEWAY_ZONE
from taobaoke.platform import ERRORS, SUB_ERRORS

from client.conftest import Caller, Callers
from client.server import Gateway, Reply
from client.server import refusal as refused

NOW = datetime(2026, 1, 2, 1, tzinfo=GATEWAY_ZONE)
CLASSES: dict[str, type[GatewayError]] = {
    **dict.fromkeys(("3", "9", "23", "32", "33", "34", "47"), GatewayError),
    **dict.fromkeys(("4", "5", "6", "7", "8"), RateLimited),
    "10": ServiceUnavailable,
    **dict.fromkeys(("11", "12", "13", "42"), PermissionDenied),
    **dict.fromkeys(("15", "50"), BusinessError),
    **dict.fromkeys(("21", "22"), InvalidMethod),
    **dict.fromkeys(("24", "25"), InvalidSignature),
    **dict.fromkeys(("26", "27", "44"), InvalidSession),
    **dict.fromkeys(("28", "29"), InvalidAppKey),
    **dict.fromkeys(("30", "31"), InvalidTimestamp),
    "40": MissingArguments,
    **dict.fromkeys(("41", "43"), RejectedArguments),
}
DEFERRING = ("15", "50")


@functools.cache
def methods() -> tuple[Any, ...]:
    names = (api.python_name for api in real_spec().typed)
    return tuple(import_module(f"taobaoke.methods.{name}").METHOD for name in names)


def own_codes() -> Iterator[tuple[Any, str]]:
    for method in methods():
        yield from ((method, code) for code in method.errors)


def told(error: GatewayError) -> tuple[Any, ...]:
    limit = error.limit if isinstance(error, RateLimited) else None
    return (error.solution, error.retry, error.error_class, limit, error.see)


def test_every_code_of_the_gateway_has_a_class() -> None:
    assert set(CLASSES) == set(ERRORS)
    assert {code for code, advice in ERRORS.items() if advice.retry == "sub_code"} == {*DEFERRING}


def test_a_code_of_the_gateway_means_the_same_for_every_method() -> None:
    for method in methods():
        for code, kind in CLASSES.items():
            error = refusal(method, {"code": code}, NOW)
            assert type(error) is kind, (method.name, code)
            if code not in DEFERRING:
                assert told(error) == ERRORS[code], (method.name, code)


def test_a_sub_code_of_the_method_does_not_change_what_the_gateway_says() -> None:
    hostile = 0
    for method, sub_code in own_codes():
        if not bare(sub_code).isdecimal() or sub_code in SUB_ERRORS:
            continue
        hostile += 1
        for code, kind in CLASSES.items():
            if code not in DEFERRING:
                error = refusal(method, {"code": code, "sub_code": sub_code}, NOW)
                assert type(error) is kind, (method.name, code, sub_code)
                assert told(error) == ERRORS[code], (method.name, code, sub_code)
    assert hostile > 100


@every("code", [code for code in CLASSES if code not in DEFERRING])
@every("sub_code", [key.replace("*", "x") for key in SUB_ERRORS])
def test_the_platform_may_tell_the_same_kind_of_failure_more_precisely(
    code: str, sub_code: str
) -> None:
    method = methods()[0]
    error = refusal(method, {"code": code, "sub_code": sub_code}, NOW)
    assert type(error) is CLASSES[code]
    assert error.error_class == ERRORS[code].error_class
    found = of_business(sub_code, {})
    same_kind = found and found.error_class == ERRORS[code].error_class and code != "31"
    if sub_code in ("isv.x", "isp.x") or not same_kind:
        assert told(error) == ERRORS[code]
    else:
        assert told(error) == found


def test_where_the_gateway_defers_the_sub_code_of_the_method_decides() -> None:
    kinds = {"rate_limit": RateLimited, "permission": PermissionDenied, "session": InvalidSession}
    for method, sub_code in own_codes():
        advice: Advice = method.errors[sub_code]
        for code in DEFERRING:
            error = refusal(method, {"code": code, "sub_code": sub_code}, NOW)
            usual = OldItemId if bare(sub_code) == "-4003" else BusinessError
            assert type(error) is kinds.get(advice.error_class or "", usual), sub_code
            assert told(error) == advice, (method.name, code, sub_code)


@given(st.data())
def test_the_prefix_of_a_code_does_not_matter(data: st.DataObject) -> None:
    method, known = data.draw(st.sampled_from([*own_codes()]))
    written = data.draw(st.sampled_from(["", "isv.", "isp."])) + bare(known)
    found = of_business(written, method.errors)
    assert found is not None
    # The same code with two prefixes has one meaning; only the words may differ.
    expected = method.errors.get(written, method.errors[known])
    assert found[1:] == expected[1:]


@every(
    ("code", "told"),
    [
        ("x", "x"),
        ("isv.x", "x"),
        ("isp.isp.x", "x"),
        ("isv.isp.x", "x"),
        ("isp.isv.isv.x", "x"),
        ("isp.isv.get-app-error", "get-app-error"),
        ("x.isv.y", "x.isv.y"),
        ("isvx", "isvx"),
        ("isx.y", "isx.y"),
        ("", ""),
    ],
)
def test_all_prefixes_are_left_out_and_nothing_else(code: str, told: str) -> None:
    assert bare(code) == told


@every("prefix", ["", "isv.", "isp.", "isp.isp.", "isv.isp.", "isp.isv."])
@every("known", ["x-error", "isv.x-error", "isp.isp.x-error", "isp.isv.x-error"])
def test_a_code_of_the_method_is_found_under_every_spelling(known: str, prefix: str) -> None:
    own = {known: Advice("mine", "never", "argument")}
    assert of_business(f"{prefix}x-error", own) is own[known]


@pytest.mark.parametrize("sub_code", ["isp.isv.get-app-error", "get-app-error"])
def test_an_app_key_is_unknown_under_every_spelling(sub_code: str) -> None:
    error = refusal(Method("m", Response), {"code": 1, "sub_code": sub_code}, NOW)
    assert type(error) is InvalidAppKey
    assert error.solution == SUB_ERRORS["isp.get-app-error"].solution


def test_the_code_itself_comes_before_the_same_one_with_another_prefix() -> None:
    bare_one, prefixed = (Advice(text, "never", "argument") for text in ("bare", "prefixed"))
    for own in (
        {"x": bare_one, "isv.x": prefixed},
        {"isv.x": prefixed, "x": bare_one},
    ):
        assert of_business("x", own) is bare_one
        assert of_business("isv.x", own) is prefixed


def test_a_row_of_the_platform_as_it_stands_comes_before_one_without_prefix(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    isv, isp = (Advice(text, "never", "argument") for text in ("isv", "isp"))
    for rows in ({"isv.x": isv, "isp.x": isp}, {"isp.x": isp, "isv.x": isv}):
        monkeypatch.setattr(codes, "SUB_ERRORS", rows)
        assert of_business("isv.x", {}) is isv
        assert of_business("isp.x", {}) is isp


@given(
    code=st.sampled_from([*CLASSES, "", "1", "999"]),
    sub_code=st.sampled_from(["", "isv.", "isp."]).flatmap(
        lambda prefix: st.text(max_size=30).map(lambda rest: prefix + rest)
    ),
    method=st.integers(0, 10**6),
)
def test_any_code_at_all_is_told(code: str, sub_code: str, method: int) -> None:
    chosen = methods()[method % len(methods())]
    error = refusal(chosen, {"code": code, "sub_code": sub_code, "sub_msg": sub_code}, NOW)
    assert error.retry in ("never", "later", "ban", "clock")
    assert (error.error_class is None) <= (code not in ERRORS)
    assert isinstance(error, CLASSES.get(code, GatewayError)) or code in DEFERRING


@every(
    ("sub_code", "row"),
    [
        ("isp.remote-service-timeout", "isp.remote-service-timeout"),
        ("remote-service-timeout", "isp.remote-service-timeout"),
        ("isp.order-service-unavailable", "isp.*-service-unavailable"),
        ("order-service-unavailable", "isp.*-service-unavailable"),
        ("isv.invalid-parameter:q", "isv.invalid-parameter*"),
        ("isv.item-not-exist-service-error:x", "isv.*-service-error*"),
        ("isv.session-expired", "session-expired"),
        ("isp.isp.remote-service-timeout", "isp.remote-service-timeout"),
        # A pattern of one side takes no code of the other; a whole code does.
        ("isv.order-service-unavailable", "isv.*"),
        ("isp.item-not-exist", "isp.*"),
        ("isp.invalid-parameter:q", "isp.*"),
        ("isv.remote-service-timeout", "isp.remote-service-timeout"),
        ("isv.invalid-parameter:first\nsecond", "isv.invalid-parameter*"),
        ("isv.first\nsecond-not-exist", "isv.*-not-exist*"),
        ("isv.never-heard-of", "isv.*"),
        ("isp.never-heard-of", "isp.*"),
    ],
)
def test_the_narrowest_row_of_the_platform_holds(sub_code: str, row: str) -> None:
    assert of_business(sub_code, {}) == SUB_ERRORS[row]


def test_a_whole_code_holds_before_a_longer_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, pattern = (Advice(text, "never", "argument") for text in ("whole", "pattern"))
    monkeypatch.setattr(codes, "SUB_ERRORS", {"isv.a-*b*": pattern, "isv.a-b": whole})
    assert of_business("isv.a-b", {}) is whole
    assert of_business("isv.a-bc", {}) is pattern


@pytest.mark.parametrize("sub_code", ["", "never-heard-of", "isvx", "4", "25"])
def test_no_row_holds_for_codes_that_nobody_documents(sub_code: str) -> None:
    """Least of all one of the gateway's own."""
    assert of_business(sub_code, {}) is None


def test_the_sub_code_comes_before_the_code() -> None:
    own = {"4": Advice("mine", "never", "argument")}
    assert advise("15", "4", own).solution == "mine"
    assert advise("15", "isp.remote-service-error", own).retry == "later"
    assert advise("4", "4", own) == ERRORS["4"]
    assert advise("999", "4", own).solution == "mine"
    assert advise("15", "", own).retry == "never"


# On the wire.

TLJ: dict[str, Any] = {
    "item_id": "1",
    "name": "礼金",
    "per_face": 1,
    "total_num": 1,
    "adzone_id": 1,
    "security_switch": True,
    "user_total_win_num_limit": 1,
    "send_start_time": "2026-01-01 00:00:00",
}


def shops(caller: Caller) -> Any:
    return caller.tbk_shop_get(fields="user_id", q="x")


def passcode(caller: Caller) -> Any:
    return caller.tbk_tpwd_create(url="https://s.click.taobao.com/x")


def material(caller: Caller) -> Any:
    return caller.tbk_dg_material_optional_upgrade(adzone_id=1, q="x")


def orders(caller: Caller) -> Any:
    hour = {"start_time": "2026-01-02 00:00:00", "end_time": "2026-01-02 01:00:00"}
    return caller.tbk_order_details_get(**hour)


def gift(caller: Caller) -> Any:
    return caller.tbk_dg_vegas_tlj_create(**TLJ)


def failed_gift(code: str, message: str = "m") -> Reply:
    result = {"success": False, "msg_code": code, "msg_info": message}
    return Reply({"tbk_dg_vegas_tlj_create_response": {"result": result, "request_id": "r9"}})


def fails(call: Any, caller: Caller) -> GatewayError:
    with pytest.raises(GatewayError) as caught:
        call(caller)
    return caught.value


@pytest.mark.parametrize(
    ("code", "kind"), [(25, InvalidSignature), (26, InvalidSession), (22, InvalidMethod)]
)
def test_a_wrong_secret_is_no_passing_fault_of_a_passcode(
    gateway: Gateway, caller: Caller, code: int, kind: type[GatewayError]
) -> None:
    gateway.answers(refused(code))
    error = fails(passcode, caller)
    assert type(error) is kind
    assert error.solution == ERRORS[str(code)].solution
    assert len(gateway.requests) == 1


def test_a_limit_of_the_gateway_is_no_unknown_ad_zone(gateway: Gateway, callers: Callers) -> None:
    caller = callers(retries=RetryPolicy(attempts=1))
    gateway.answers(refused(4), refused(15, sub_code="4"))
    limited, unknown = fails(material, caller), fails(material, caller)
    assert isinstance(limited, RateLimited)
    assert limited.scope == "user"
    assert type(unknown) is BusinessError
    assert "推广位不存在" in unknown.solution
    assert unknown.error_class == "argument"


def test_the_platform_tells_apart_packages_and_addresses(gateway: Gateway, caller: Caller) -> None:
    text = "scope ids is 11655 381"
    gateway.answers(
        refused(11, sub_code="isv.permission-api-package-limit", sub_msg=text),
        refused(11, sub_code="isv.permission-ip-whitelist-limit"),
    )
    package, address = fails(gift, caller), fails(gift, caller)
    assert "IP 白名单" in str(address)
    assert "权限包" not in str(address)
    assert "权限包" in package.solution
    assert isinstance(package, PermissionDenied)
    assert package.held == ("11655", "381")


def test_packages_to_apply_for_come_from_the_spec(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(refused(11, sub_msg="scope ids is 11655 381"))
    caller = callers(session="a-session")
    call = {"adzone_id": 1, "material_id": 1, "site_id": 1}
    with (
        pytest.warns(DeprecationWarning, match="已废弃"),
        pytest.raises(PermissionDenied) as caught,
    ):
        caller.tbk_sc_optimus_material(**call)
    error = caught.value
    page = "https://open.taobao.com/api.htm?docId=37884&docType=2&scopeId="
    assert error.packages == (
        PermissionPackage("16287", f"{page}16287", legacy=False),
        PermissionPackage("11655", f"{page}11655", legacy=True),
    )
    assert error.held == ("11655", "381")
    assert (
        f"要申请的权限包：16287（申请：{page}16287）；应用已持有 11655、381，不必再申请"
    ) in str(error)


def test_an_app_that_holds_all_known_packages_is_not_told_to_apply_for_them() -> None:
    error = PermissionDenied("m", "11", None, "", "scope ids is 1 2 381")
    error.packages = (PermissionPackage("1", legacy=True), PermissionPackage("2"))
    assert "要申请" not in str(error)
    assert "规范所知的权限包应用都已持有，资料可能已经过时" in str(error)


def test_packages_are_told_in_the_order_of_the_spec_and_legacy_ones_marked() -> None:
    error = PermissionDenied("m", "11")
    error.packages = (PermissionPackage("2"), PermissionPackage("1", legacy=True))
    assert "权限包：2、1（旧包，未必还能申请）" in str(error)


def test_without_a_known_package_the_page_of_the_platform_is_named(
    gateway: Gateway, caller: Caller
) -> None:
    api = next(api for api in real_spec().typed if not api.auth.packages and api.doc.id)
    method = import_module(f"taobaoke.methods.{api.python_name}").METHOD
    error = refusal(method, {"code": "11", "sub_msg": "scope ids is 381"}, NOW)
    page = f"https://open.taobao.com/api.htm?docId={api.doc.id}&docType=2"
    assert f"规范没有收录含此 API 的权限包，请查看 {page}；应用已持有 381" in str(error)
    gateway.answers(refused(11))
    unknown = fails(lambda caller: caller.call("taobao.some.thing"), caller)
    assert isinstance(unknown, PermissionDenied)
    assert (unknown.packages, unknown.held) == ((), ())
    assert "请查看 此 API 在平台上的文档" in str(unknown)


SEARCH = "taobao.tbk.dg.material.optional.upgrade"
PACKAGES = (PermissionPackage("2"), PermissionPackage("1", legacy=True))


def denied(body: dict[str, Any], *, page: str | None = None, own: Any = None) -> PermissionDenied:
    method = Method("m", Response, packages=PACKAGES, page=page, errors=own or {})
    error = refusal(method, body, NOW)
    assert type(error) is PermissionDenied
    return error


@pytest.mark.parametrize(
    "body",
    [
        {"code": 11, "sub_code": "permission-ip-whitelist-limit"},
        {"code": 11, "sub_code": "isv.permission-ip-whitelist-limit"},
        {"code": 11, "sub_code": "isp.isv.permission-ip-whitelist-limit"},
        {"code": 15, "sub_code": "1911"},
        {"code": 12},
    ],
)
def test_packages_are_told_only_where_one_is_missing(body: dict[str, Any]) -> None:
    own = {"1911": Advice("申请该场景", "never", "permission")}
    error = denied(body, own=own, page="https://a.cn/")
    assert (error.packages, error.page) == ((), None)
    assert not error.is_about_packages
    assert "权限包" not in str(error).removeprefix(error.solution)
    assert "a.cn" not in str(error)
    assert str(error).endswith(error.solution)


def test_a_scene_that_the_app_may_not_use_is_no_matter_of_packages(
    gateway: Gateway, caller: Caller
) -> None:
    gateway.answers(refused(15, sub_code="1911"))
    error = fails(material, caller)
    assert isinstance(error, PermissionDenied)
    assert (error.packages, error.page) == ((), None)
    assert "biz_scene_id" in error.solution
    assert "权限包" not in str(error)


@every(
    "body",
    [
        {"code": 11},
        {"code": 11, "sub_code": "isv.permission-api-package-limit"},
        {"code": 11, "sub_code": "isv.permission-api-package-empty"},
        {"code": 15, "sub_code": "isv.permission-api-package-limit"},
        {"code": 15, "sub_code": "permission-api-package-empty"},
        {"code": 12, "sub_msg": "scope ids is 381"},
    ],
)
def test_a_missing_package_is_known_from_code_sub_code_or_message(body: dict[str, Any]) -> None:
    error = denied(body)
    assert error.is_about_packages
    assert error.packages == PACKAGES
    assert "有其一即可的权限包：2、1（旧包，未必还能申请）" in str(error)


@pytest.mark.parametrize(
    ("held", "packages", "page", "hint"),
    [
        (
            "9",
            PACKAGES,
            None,
            "有其一即可的权限包：2、1（旧包，未必还能申请）；应用已持有 9，不必再申请",
        ),
        ("9 1", PACKAGES, None, "要申请的权限包：2；应用已持有 9、1，不必再申请"),
        (
            "1 2",
            PACKAGES,
            None,
            "规范所知的权限包应用都已持有，资料可能已经过时，请在平台核对；"
            "应用已持有 1、2，不必再申请",
        ),
        (
            "9",
            (),
            None,
            "规范没有收录含此 API 的权限包，请查看 此 API 在平台上的文档；应用已持有 9，不必再申请",
        ),
        (
            "9",
            (),
            "https://a.cn/",
            "规范没有收录含此 API 的权限包，请查看 https://a.cn/；应用已持有 9，不必再申请",
        ),
    ],
)
def test_which_package_to_apply_for(
    held: str, packages: tuple[PermissionPackage, ...], page: str | None, hint: str
) -> None:
    error = PermissionDenied("m", "11", None, "", f"scope ids is {held}")
    error.packages, error.page = packages, page
    assert str(error).endswith(f" | {hint}")


@pytest.mark.parametrize("code", [12, 13, 42])
def test_other_permissions_are_not_a_matter_of_packages(
    gateway: Gateway, caller: Caller, code: int
) -> None:
    gateway.answers(refused(code))
    error = fails(gift, caller)
    assert isinstance(error, PermissionDenied)
    assert "权限包" not in str(error)


def test_an_unknown_app_key_in_its_new_form(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(refused(1, sub_code="isp.get-app-error"))
    error = fails(shops, caller)
    assert type(error) is InvalidAppKey
    assert error.retry == "never"
    assert f"gateway={gateway.url}" in str(error)
    assert len(gateway.requests) == 1


def test_the_vague_one_is_a_matter_of_the_business(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(refused(15, sub_code="1", sub_msg="授权用户未入驻"))
    error = fails(passcode, caller)
    assert type(error) is BusinessError
    assert (error.retry, error.error_class) == ("never", "business")
    assert "授权用户未入驻" in str(error)
    assert len(gateway.requests) == 1


@pytest.mark.parametrize("prefix", ["", "isv.", "isp."])
def test_codes_inside_of_replies_are_known_without_their_prefix(
    gateway: Gateway, caller: Caller, prefix: str
) -> None:
    own = import_module("taobaoke.methods.tbk_dg_vegas_tlj_create").METHOD.errors
    known = next(code for code in own if code.startswith("isv.FAIL_"))
    written = prefix + bare(known)
    gateway.answers(failed_gift(written))
    error = fails(gift, caller)
    assert error.sub_code == written
    assert error.solution == own[known].solution
    assert error.solution in str(error)


@pytest.mark.parametrize(
    ("call", "reply", "scope", "lasts"),
    [
        (orders, refused(15, sub_code="3000"), "account", "today"),
        (orders, refused(50, sub_code="3000"), "account", "today"),
        (orders, refused(15, sub_code="9100"), "account", "shortly"),
        (shops, refused(15, sub_code="9100"), "account", "shortly"),
        (material, refused(15, sub_code="50002"), "method", "shortly"),
        (material, refused(15, sub_code="isv.50002"), "method", "shortly"),
        (gift, failed_gift("call-limited"), "method", "shortly"),
        (gift, failed_gift("9100"), "account", "shortly"),
        (shops, refused(7), "app", "told"),
        (shops, refused(7, sub_code="isv.whatever"), "app", "told"),
        (shops, refused(7, sub_code="accesscontrol.limited-by-api-access-count"), "method", "told"),
        (shops, refused(6), "partner", "unknown"),
    ],
)
def test_every_limit_has_one_class(
    gateway: Gateway, callers: Callers, call: Any, reply: Reply, scope: str, lasts: str
) -> None:
    gateway.answers(*[reply] * 3)
    caller = callers(clock=NOW.timestamp)
    error = fails(call, caller)
    assert isinstance(error, RateLimited)
    assert (error.error_class, error.scope, error.lasts) == ("rate_limit", scope, lasts)
    assert error.retry_after is None
    midnight = datetime(2026, 1, 3, tzinfo=GATEWAY_ZONE)
    assert error.until == (midnight if lasts == "today" else None)


def test_a_limit_that_lasts_today_is_not_tried_again(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(refused(15, sub_code="3000"))
    caller = callers(clock=NOW.timestamp)
    fails(orders, caller)
    assert caller.pauses == []


@pytest.mark.parametrize("reply", [refused, failed_gift])
def test_told_seconds_become_a_moment(gateway: Gateway, callers: Callers, reply: Any) -> None:
    text = "This ban will last for 31062 more seconds"
    gateway.answers(
        refused(7, sub_msg=text) if reply is refused else failed_gift("call-limited", text)
    )
    caller = callers(clock=NOW.timestamp, retries=None)
    caller.client._shared.clock_offset = 60.0
    error = fails(gift, caller)
    assert isinstance(error, RateLimited)
    assert error.retry_after == 31062
    assert error.until == NOW + timedelta(seconds=31062 + 60)
    assert error.until.utcoffset() == timedelta(hours=8)


@pytest.mark.parametrize("seconds", ["9" * 10, "9" * 5000])
def test_an_absurd_ban_is_no_number(gateway: Gateway, caller: Caller, seconds: str) -> None:
    gateway.answers(refused(7, sub_msg=f"This ban will last for {seconds} more seconds"))
    error = fails(shops, caller)
    assert isinstance(error, RateLimited)
    assert (error.retry_after, error.until) == (None, None)


def test_a_ban_may_be_told_beside_the_code(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(refused(7, msg="This ban will last for 60 more seconds", sub_msg="wait"))
    caller = callers(clock=NOW.timestamp)
    error = fails(shops, caller)
    assert isinstance(error, RateLimited)
    assert (error.retry_after, error.until) == (60, NOW + timedelta(seconds=60))


@pytest.mark.parametrize(
    ("code", "sub_code", "sub_msg"),
    [
        ("7", "", "This ban will last for 999999999 more seconds"),
        ("15", "3000", ""),
    ],
)
def test_what_ends_beyond_all_calendars_has_no_end(code: str, sub_code: str, sub_msg: str) -> None:
    late = datetime(9999, 12, 31, 23, 59, tzinfo=GATEWAY_ZONE)
    method = import_module("taobaoke.methods.tbk_order_details_get").METHOD
    body = {"code": code, "sub_code": sub_code, "sub_msg": sub_msg}
    error = refusal(method, body, late)
    assert isinstance(error, RateLimited)
    assert error.until is None
    assert refusal(method, body, NOW).until is not None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("call", "sub_code", "title"),
    [
        (material, "719", "参见 "),
        (
            gift,
            "isv.FAIL_BIZ_HAS_NO_PRIVILEGE",
            "参见 淘礼金权限申请与规则 https://mo.re.taobao.com/",
        ),
    ],
)
def test_documents_that_tell_more_are_named(
    gateway: Gateway, callers: Callers, call: Any, sub_code: str, title: str
) -> None:
    gateway.answers(refused(15, sub_code=sub_code))
    error = fails(call, callers(retries=RetryPolicy(attempts=1)))
    assert title in str(error)
    (document,) = error.see
    assert f" | 参见 {document}" in str(error)
    assert "https://" in document


@every(
    ("raw", "told"),
    [
        (7, "7"),
        ("7", "7"),
        (Decimal("7.0"), "7"),
        (False, "false"),
        (None, ""),
        ([], ""),
        ("&lt;7&gt;", "<7>"),
    ],
)
def test_a_member_of_an_error_may_be_of_any_type(raw: object, told: str) -> None:
    body = dict.fromkeys(("code", "sub_code", "msg", "sub_msg", "request_id"), raw)
    error = refusal(Method("m", Response), body, NOW)
    assert (error.code, error.msg, error.sub_msg) == (told, told, told)
    assert (error.sub_code, error.request_id) == (told or None, told or None)
    assert "None" not in str(error)


def test_null_is_no_code(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(
        Reply(b'{"error_response": {"code": 7.0, "sub_code": null, "msg": null, "sub_msg": null}}')
    )
    error = fails(shops, caller)
    assert type(error) is RateLimited
    assert (error.code, error.sub_code, error.msg, error.sub_msg) == ("7", None, "", "")
    assert "None" not in str(error)
    assert "null" not in str(error)


# By name.


def test_a_method_of_the_spec_that_is_called_by_name_knows_its_errors(
    gateway: Gateway, callers: Callers
) -> None:
    gateway.answers(refused(15, sub_code="50002"), refused(15, sub_code="isv.50002"))
    caller = callers(retries=RetryPolicy(attempts=1))
    own = import_module("taobaoke.methods.tbk_dg_material_optional_upgrade").METHOD.errors
    for _ in range(2):
        error = fails(lambda caller: caller.call(SEARCH, {"anything": 1}), caller)
        assert isinstance(error, RateLimited)
        assert error.solution == own["50002"].solution
        assert error.scope == "method"
    assert gateway.forms[0]["anything"] == "1"


def test_a_method_of_the_spec_that_is_called_by_name_knows_its_packages(
    gateway: Gateway, caller: Caller
) -> None:
    gateway.answers(refused(11))
    error = fails(lambda caller: caller.call("taobao.tbk.sc.optimus.material"), caller)
    assert isinstance(error, PermissionDenied)
    assert [package.id for package in error.packages] == ["16287", "11655"]


@every(
    "name",
    ["taobao.some.thing", "..", "__init__", "taobao.a/b", "tbk_shop_get", "taobao.tbk_shop.get",
     "taobao.", ".tbk.shop.get", "tbk.shop.get"],
)  # fmt: skip
def test_a_method_that_no_spec_knows_is_a_plain_one(name: str) -> None:
    plain = by_name(name)
    assert (plain.name, plain.response) == (name, Response)
    assert (plain.packages, plain.page, plain.errors) == ((), None, {})
    assert plain.parameters is None


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("FAIL_BIZ_HAS_NO_PRIVILEGE", PermissionDenied),
        ("session-expired", InvalidSession),
        ("-4003", OldItemId),
        ("no-such-code", BusinessError),
    ],
)
def test_a_failure_inside_of_a_reply_has_its_class_and_the_reply(
    gateway: Gateway, caller: Caller, code: str, kind: type[GatewayError]
) -> None:
    gateway.answers(failed_gift(code, "原因"))
    error = fails(gift, caller)
    assert type(error) is kind
    assert error.code == "15"
    assert (error.sub_code, error.sub_msg, error.request_id) == (code, "原因", "r9")
    assert error.response is not None
    assert error.response["result"]["msg_code"] == code


def test_an_undocumented_error_has_no_class_of_failures(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(refused(999), refused(999, sub_code="isv.some-thing"))
    unknown, guessed = fails(shops, caller), fails(shops, caller)
    assert (type(unknown), unknown.error_class, unknown.solution) == (GatewayError, None, "")
    assert (type(guessed), guessed.error_class) == (GatewayError, "business")
