"""Settings and options are checked where they are given: all at once, alike in both clients."""

import contextlib
import io
import ssl
import traceback
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from tables import every
from taobaoke import (
    AsyncClient,
    Client,
    File,
    InvalidArguments,
    InvalidSettings,
    Limiter,
    RetryPolicy,
    TaobaokeError,
)
from taobaoke._runtime.call import public_parameters
from taobaoke._runtime.method import PUBLIC_PARAMETERS

from client.memory import async_client_and_memory, client_and_memory, form_of, nothing

CLIENTS = [Client, AsyncClient]
HUGE = 10**5000
NAN, INFINITE = float("nan"), float("inf")
SECRET, SESSION = "the-app-secret", "the-session-of-somebody"


class Unprintable:
    """An object that breaks whoever shows it."""

    def __repr__(self) -> str:
        raise KeyError("no text")


class Half:
    """Half of a transport."""

    def send(self, request: Any) -> Any:
        raise NotImplementedError


def problems_of(make: Any) -> tuple[str, ...]:
    with pytest.raises(InvalidSettings) as caught:
        make()
    text = str(caught.value)
    assert "invalid settings / 设置有误" in text.partition("\n")[0]
    assert isinstance(caught.value, TaobaokeError | ValueError)
    assert all(problem in text for problem in caught.value.problems)
    text.encode()
    return caught.value.problems


NOT_SECONDS = [0, -1, -0.0, NAN, INFINITE, -INFINITE, "5", b"5", True, HUGE, -HUGE, 86401, [1]]
NOT_SECONDS += [Decimal(5), timedelta(seconds=5), Unprintable(), 1 + 2j]
NOT_TEXT = ["", " ", "a b", "a\n", "\ta", "a\x00", "\ud800", "a\u3000b", 123, b"abc", ["a"], True]
NOT_TEXT += [Unprintable()]
NOT_COUNTS = [0, -1, 1.0, "5", True, NAN, HUGE, -HUGE, Unprintable()]
NO_URL = [
    *(None, 5, "", "live", "ftp://a.cn/", "https://", "https:///a", "https:a.cn", "//a.cn/"),
    *("https://a.cn\\b", "https://a.cn:0/", "https://a.cn:65536/", "https://a.cn:x/"),
    *("https://a.cn/ b", " https://a", "https://a.cn/#x", "https://a.cn\n/", "http//a.cn"),
    *("https://a.cn\t.evil.cn/", "https://a_.cn/\u3002", "https://\u3002a.cn/", b"https://a.cn/"),
    *("https://a.cn" + "9" * 9999 + ":/", "https://[::1/", "https://a..b@/", Unprintable()),
    "https://a.cn?a=\ud800",
]  # fmt: skip
WRONG: dict[str, list[Any]] = {
    "app_key": [None, *NOT_TEXT],
    "app_secret": [None, *NOT_TEXT],
    "session": NOT_TEXT,
    "account": NOT_TEXT,
    "partner_id": NOT_TEXT,
    "gateway": [*NO_URL, "http://mock:8321/", "http://127.0.0.1.evil.cn@a.cn/", "http://10.0.0.1"],
    "allow_http": [None, 0, 1, "false", "no", Unprintable()],
    "sign_method": [None, "", "MD5", "sha1", 5, ["md5"], {}, HUGE, Unprintable()],
    "timeout": [None, *NOT_SECONDS],
    "deadline": NOT_SECONDS,
    "retries": [0, 3, "3", True, RetryPolicy, {"attempts": 3}, Unprintable()],
    "limiter": [5, "redis://x", Limiter, {}, Half(), Unprintable()],
    "pool_size": [None, *NOT_COUNTS, 10001],
    "max_reply_bytes": [None, *NOT_COUNTS, 2**64],
    "proxy": [
        *("", "127.0.0.1:8080", "socks5://127.0.0.1:1", "http://a b:c@d:1", "http://a@b@c:1"),
        *("http://", "http://a:99999", "http://a/path", "http://a\\b", 5, b"http://a:1", ["http://a"]),
        Unprintable(),
    ],
    "ssl_context": [True, "ca.pem", ssl, ssl.SSLContext, Unprintable()],
    "transport": [True, "http", Half, Half(), io.BytesIO(), Unprintable()],
    "clock": [None, 5, "now", datetime(2026, 1, 1)],
}  # fmt: skip


def with_setting(client: Any, name: str, value: Any) -> Any:
    given = {"app_key": "1", "app_secret": SECRET, name: value}
    return client(given.pop("app_key"), given.pop("app_secret"), **given)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("name", WRONG)
def test_each_wrong_setting_is_named_once(client: Any, name: str) -> None:
    for value in WRONG[name]:
        (problem,) = problems_of(lambda value=value: with_setting(client, name, value))
        assert problem.startswith(f"{name}：")
        assert len(problem) < 300


def test_all_wrong_settings_are_told_at_once_and_alike() -> None:
    given = {name: values[0] for name, values in WRONG.items()}
    key, secret = given.pop("app_key"), given.pop("app_secret")
    given |= {"pool_size": 0, "max_reply_bytes": 0, "timeout": 0}
    told, twins = (problems_of(lambda c=client: c(key, secret, **given)) for client in CLIENTS)
    assert told == twins
    assert sorted(problem.partition("：")[0] for problem in told) == sorted(WRONG)


RIGHT: list[dict[str, Any]] = [
    {"timeout": 0.001},
    {"timeout": 86400},
    {"deadline": 1},
    {"pool_size": 1},
    {"pool_size": 10000},
    {"max_reply_bytes": 1},
    {"gateway": "http://localhost:1"},
    {"gateway": "http://[::1]:8321/router/rest"},
    {"gateway": "http://127.9.9.9/"},
    {"gateway": "HTTPS://A.CN"},
    {"gateway": "https://a.cn:65535/b?c=d"},
    {"gateway": "http://mock:8321", "allow_http": True},
    {"proxy": "http://a:b%40c@d.cn:1"},
    {"proxy": "https://d.cn"},
    {"session": "6100e~._-+/="},
    {"ssl_context": ssl.create_default_context()},
    {"retries": RetryPolicy(attempts=1)},
    {"limiter": Limiter()},
]


@every("client", CLIENTS)
@every("options", RIGHT)
def test_right_settings_pass(client: Any, options: dict[str, Any]) -> None:
    assert client("1", SECRET, **options).app_key == "1"


POLICY_SECONDS = ("transient_pause", "throttled_pause", "longest_pause", "longest_wait")


def test_wrong_retry_policies_tell_all_their_problems() -> None:
    for value in [value for value in NOT_SECONDS if value != 0]:
        given: dict[str, Any] = dict.fromkeys(POLICY_SECONDS, value)
        problems = problems_of(lambda given=given: RetryPolicy(attempts=0, **given))
        assert [problem.partition("：")[0] for problem in problems] == ["attempts", *POLICY_SECONDS]
    for count in (*NOT_COUNTS, 101):
        (problem,) = problems_of(lambda count=count: RetryPolicy(attempts=count))
        assert problem.startswith("attempts：应为 1 至 100 的整数")


def test_right_retry_policies() -> None:
    for attempts in (1, 100):
        RetryPolicy(attempts, 0, 0.0, 86400, 86400.0)


def test_wrong_limiters_tell_all_their_problems() -> None:
    wrong: Any = {"app": HUGE, "account": 0, "method": NAN, "methods": 5, "clock": 7}
    problems = problems_of(lambda: Limiter(**wrong))
    assert sorted(problem.partition(":")[0] for problem in problems) == sorted(wrong)
    (problem,) = problems_of(lambda: Limiter(methods={"taobao.x": -HUGE}))
    assert problem.startswith("methods['taobao.x']")


@pytest.mark.parametrize("client", CLIENTS)
def test_wrong_options_of_a_copy(client: Any) -> None:
    whole = client("1", SECRET, session="of-the-client")
    wrong = {
        name: values[0]
        for name, values in WRONG.items()
        if name in ("session", "timeout", "deadline", "retries")
    } | {"timeout": -1}
    problems = problems_of(lambda: whole.with_options(**wrong))
    assert sorted(problem.partition("：")[0] for problem in problems) == sorted(wrong)
    for name in wrong:
        for value in WRONG[name]:
            if value is not None:
                (problem,) = problems_of(lambda: whole.with_options(**{name: value}))  # noqa: B023
                assert problem.startswith(f"{name}：")
    assert whole.with_options()._settings == whole._settings
    assert whole.with_options(session="other")._settings.session == "other"


# Options and arguments of a call

LATE = datetime.max.replace(tzinfo=timezone(timedelta(hours=-20)))


class BrokenText(str):
    __slots__ = ()

    def __str__(self) -> str:
        raise KeyError("no text")

    __repr__ = __str__


class BrokenList:
    def __iter__(self) -> Iterator[Any]:
        raise ZeroDivisionError


class BrokenDict(Mapping[str, Any]):
    def __getitem__(self, name: str) -> Any:
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        raise OSError("gone")

    def __len__(self) -> int:
        return 1


class BrokenKey:
    def __str__(self) -> str:
        raise KeyError("no text")

    def __hash__(self) -> int:
        return 1


def broken_generator() -> Iterator[int]:
    yield 1
    raise RuntimeError("half way")


IN_ITSELF: list[Any] = []
IN_ITSELF.append(IN_ITSELF)
ODD: list[Any] = [
    *(BrokenList(), Unprintable(), BrokenDict(), {BrokenKey(): 1}, IN_ITSELF, HUGE, -HUGE, [HUGE]),
    *(NAN, INFINITE, Decimal("sNaN"), Decimal("1e500"), LATE, [b"x"], object(), type, len, 1 + 2j),
    *("\ud800", ["\ud800"], {"a": "\ud800"}, {"\ud800": 1}, {"a": {"b": [object()]}}),
    *(File("text"), File(b"", "a\r\nb"), File(b"", ""), File(b"", "a", "b\r\nc: d"), File(b"", 5)),
    *(File(b"", "\ud800"), broken_generator),
]  # fmt: skip


class Both:
    """Both clients, which never get so far as to send anything, or send the same."""

    def __init__(self, **options: Any) -> None:
        options = {"clock": lambda: 1_767_294_245.0, **options}
        self.client, self.memory = client_and_memory(nothing, **options)
        self.twin, self.twins_memory = async_client_and_memory(nothing, **options)

    def refused(self, call: Any) -> tuple[str, ...]:
        """The problems of a call, told alike by both."""
        told = []
        for client in (self.client, self.twin):
            with pytest.raises(InvalidArguments) as caught:
                finished(call(client))
            text = str(caught.value)
            text.encode()
            assert ": invalid arguments / 参数有误，请求未发送\n- " in text
            told.append(caught.value.problems)
        assert self.memory.requests == self.twins_memory.requests == []
        assert told[0] == told[1]
        return told[0]


def finished(result: Any) -> Any:
    """The result of a coroutine that never waits."""
    if hasattr(result, "send"):
        try:
            result.send(None)
        except StopIteration as end:
            return end.value
    return result


def fresh(value: Any) -> Any:
    return value() if value is broken_generator else value


def test_odd_objects_in_a_call_by_name() -> None:
    both = Both()
    for value in ODD:
        (problem,) = both.refused(lambda client, v=value: client.call("taobao.x", {"p": fresh(v)}))
        assert problem.startswith("p：")
        assert len(problem) < 300


def test_odd_objects_in_typed_calls() -> None:
    both = Both()
    names, inner = ("page_no", "is_tmall", "start_credit"), ("span", "page_no")
    for value in ODD:
        given: Any = {name: fresh(value) for name in names}
        problems = both.refused(
            lambda client, given=given: client.tbk_shop_get(fields="a", q="b", **given)
        )
        assert {problem.partition("：")[0] for problem in problems} == {*names}
        option = {name: fresh(value) for name in inner}
        problems = both.refused(
            lambda client, option=option: client.tbk_dg_punish_order_get(af_order_option=option)
        )
        assert {problem.partition("：")[0] for problem in problems} >= {
            f"af_order_option.{name}" for name in inner
        }


def test_odd_objects_as_lists_texts_moments_and_numbers_are_refused_or_sent_as_text() -> None:
    both = Both()
    calls = (
        lambda client, v: client.tbk_shop_get(fields=v(), q=v(), sort=v()),
        lambda client, v: client.tbk_order_details_get(start_time=v(), end_time=v()),
        lambda client, v: client.tbk_dg_general_link_convert(
            adzone_id=v(), item_dto=v(), item_id_list=v(), material_list=v()
        ),
        lambda client, v: client.tbk_rta_consumer_match(adzone_id=1, offer_list=v()),
        lambda client, v: client.tbk_tpwd_create(url=v(), text=v()),
    )
    for value in [*ODD, BrokenText("a")]:
        for call in calls:
            for client in (both.client, both.twin):
                with contextlib.suppress(InvalidArguments):
                    finished(call(client, lambda v=value: fresh(v)))
    for request in (*both.memory.requests, *both.twins_memory.requests):
        assert all(type(text) is str for text in form_of(request).values())


@pytest.mark.parametrize("name", PUBLIC_PARAMETERS)
def test_public_parameters_are_no_arguments(name: str) -> None:
    (problem,) = Both().refused(lambda client: client.call("taobao.x", {name: "x", "a": 1}))
    assert problem.startswith(f"'{name}'：")
    assert ("session=" in problem) == (name == "session")


def test_the_refused_names_are_those_that_the_client_sends() -> None:
    settings = Client("1", SECRET, session="s", partner_id="p")._settings
    own = public_parameters(settings, "m", "s", datetime(2026, 1, 1))
    assert {*own, "sign"} == {*PUBLIC_PARAMETERS}


@every("arguments", [[], 0, "", "abc", [("a", 1)], 5, {"a"}, BrokenDict(), Unprintable()])
def test_arguments_are_a_dict(arguments: Any) -> None:
    assert len(Both().refused(lambda client: client.call("taobao.x", arguments))) == 1


@every("name", [1, None, "", "a b", "a\n", "\ud800", b"a", ("a",), BrokenKey(), Unprintable()])
def test_names_of_parameters_are_texts(name: Any) -> None:
    (problem,) = Both().refused(lambda client: client.call("taobao.x", {name: 1}))
    assert "参数名应为没有空白的文字" in problem


@every("name", [None, 1, "", "a b", "taobao.a\nb", "a\x00b", "\ud800", [], {}, b"a", Unprintable()])
def test_names_of_methods_are_texts(name: Any) -> None:
    for call in (
        lambda client: client.call(name),
        lambda client: client.explain_signature(name, {}),
    ):
        (problem,) = Both().refused(call)
        assert problem.startswith("method：应为 API 的全名，如 taobao.time.get，得到 ")


def test_texts_of_odd_classes_are_sent_as_they_are() -> None:
    both = Both()
    text = BrokenText("甲")
    for client in (both.client, both.twin):
        finished(client.call(BrokenText("taobao.x"), {"p": text, "l": [text]}, session=text))
    for memory in (both.memory, both.twins_memory):
        (form,) = memory.forms
        assert (form["method"], form["p"], form["l"], form["session"]) == ("taobao.x", *"甲甲甲")


@pytest.mark.parametrize("name", ["session", "timeout"])
def test_wrong_options_of_a_call(name: str) -> None:
    for value in WRONG[name]:
        if value is None:
            continue
        for call in (
            lambda client, v=value: client.call("taobao.x", **{name: v}),
            lambda client, v=value: client.tbk_shop_get(fields="a", q="b", **{name: v}),
        ):
            (problem,) = Both().refused(call)
            assert problem.startswith(f"{name}：")


def test_all_problems_of_a_call_are_told_at_once() -> None:
    problems = Both().refused(
        lambda client: client.tbk_shop_get(fields="", q="b", page_no=0, session=" ", timeout="5")
    )
    assert [problem.partition("：")[0] for problem in problems] == [
        "session", "timeout", "page_no", "fields",
    ]  # fmt: skip
    problems = Both().refused(lambda client: client.call("taobao.x", {"sign": 1}, timeout=-1))
    assert [problem.partition("：")[0] for problem in problems] == ["timeout", "'sign'"]
    problems = Both().refused(
        lambda client: client.explain_signature("taobao.x", {"sign": 1}, session="")
    )
    assert [problem.partition("：")[0] for problem in problems] == ["session", "'sign'"]


@every("told", [NAN, INFINITE, 1e300, -1e300, "now", None, HUGE, 1j])
def test_a_clock_that_tells_no_time_is_named(told: Any) -> None:
    both = Both(clock=lambda: told)
    for client in (both.client, both.twin):
        with pytest.raises(InvalidSettings, match="clock：应返回 Unix 秒数") as caught:
            finished(client.call("taobao.x"))
        assert caught.value.__context__ is None
    assert both.memory.requests == []


# Secrets

PASSWORD = "the-password"


def shows(error: Exception, frame: str) -> str:
    """Everything that a traceback with locals shows from a frame of the package on."""
    told = traceback.TracebackException.from_exception(error, capture_locals=True)
    return "".join(told.format()).partition(f"in {frame}\n")[2]


@pytest.mark.parametrize("client", CLIENTS)
def test_wrong_settings_show_no_secret(client: Any) -> None:
    proxy = f"http://me:{PASSWORD}@host:99999"
    with pytest.raises(InvalidSettings) as caught:
        client("1", f"{SECRET} ", session=f"{SESSION}\n", proxy=proxy)
    below = shows(caught.value, "__init__")
    assert "\n    app_key = " in below
    told = f"{caught.value}{caught.value!r}{vars(caught.value)}{below}"
    assert not any(secret in told for secret in (SECRET, SESSION, PASSWORD))


@pytest.mark.parametrize("client", CLIENTS)
def test_wrong_options_of_a_copy_show_no_secret(client: Any) -> None:
    whole = client("1", SECRET, session=SESSION)
    with pytest.raises(InvalidSettings) as caught:
        whole.with_options(session=f"{SESSION} ", timeout=-1)
    below = shows(caught.value, "with_options")
    assert "\n    timeout = -1" in below
    assert not any(secret in f"{caught.value!r}{below}" for secret in (SECRET, SESSION))


def test_a_password_in_the_address_of_a_gateway_is_not_told() -> None:
    (problem,) = problems_of(lambda: Client("1", SECRET, gateway=f"https://me:{PASSWORD}@a.cn/"))
    assert PASSWORD not in problem
