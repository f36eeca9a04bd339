"""The mock at the edges of its checks."""

import http.client
from types import SimpleNamespace
from typing import Any

import pytest
from tables import every
from taobaoke_mock import MockServer, cli
from taobaoke_mock.arguments import Arguments, broken, window_ends
from taobaoke_mock.checks import Settings

from generator.spec.ir import Spec
from mock.calls import call, public, signed
from mock.direct import Direct

SHOPS = "taobao.tbk.shop.get"
ORDERS = "taobao.tbk.order.details.get"


def refused(type_: str, text: str, **facts: Any) -> bool:
    parameter: Any = {"name": "p", "type": type_, **facts}
    arguments = Arguments([parameter])
    return arguments.check(arguments.read({"p": text}), []) is not None


@every(
    ("type_", "facts", "right", "wrong"),
    [
        ("integer", {"minimum": 1, "maximum": 100}, "1 100", "0 101 -1 1.0 1x ١"),
        ("integer", {"minimum": 0}, "0 999", "-1"),
        ("integer", {"maximum": 0}, "0 -9", "1"),
        ("decimal", {"minimum": "0.1", "maximum": "0.3"}, "0.1 0.30 1e-1", "0.09 0.31 0 1e0"),
        ("decimal", {"scale": 2}, "1 1.2 1.25 1.250", "1.255 0.001"),
        ("decimal", {"scale": 0}, "1 1.0", "1.5"),
        ("string", {"min_length": 2, "max_length": 3}, "ab abc 中文字", "a abcd 中文字符"),
        ("csv", {"separator": ",", "min_items": 2, "max_items": 3}, "a,b a,b,c", "a a,b,c,d"),
        ("csv", {"separator": ";", "max_items": 1}, "a a,b", "a;b"),
        ("boolean", {}, "true false", "True FALSE 0 1 yes"),
        ("boolean", {"truth": ["1", "0"]}, "1 0", "true false 2"),
        ("date", {"format": "%Y-%m-%d"}, "2024-02-29", "2026-02-29 20240229 2024-13-01 today"),
        ("date", {"format": "%Y%m%d"}, "20240229", "20260229 2024-02-29 202402"),
        ("datetime", {"format": "epoch_ms"}, "0 1718683200000", "now 1.5 2024-06-18"),
        ("json", {}, '{} [] {"a":1} null 0', "{ {'a':1} text"),
        ("integer", {"enum": ["1", "2"]}, "1 2", "3 0"),
        ("csv", {"separator": ",", "enum": ["a", "b"]}, "a b,a", "c a,c"),
    ],
)
def test_values_at_their_limits(type_: str, facts: dict[str, Any], right: str, wrong: str) -> None:
    assert [text for text in right.split() if refused(type_, text, **facts)] == []
    assert [text for text in wrong.split() if not refused(type_, text, **facts)] == []


GIVEN: list[dict[str, str]] = [{}, {"a": "1"}, {"b": "1"}, {"a": "1", "b": "1"}]


@pytest.mark.parametrize(
    ("kind", "right"),
    [
        ("at_least_one_of", [False, True, True, True]),
        ("exactly_one_of", [False, True, True, False]),
        ("at_most_one_of", [True, True, True, False]),
        ("together", [True, False, False, True]),
    ],
)
def test_rules_between_parameters(kind: Any, right: list[bool]) -> None:
    always: Any = {"kind": kind, "names": ["a", "b"], "when": {}}
    sometimes: Any = {**always, "when": {"c": "1"}}
    for given, passes in zip(GIVEN, right, strict=True):
        empty = {"a": "", "b": ""} | given
        for sent in (given, empty):
            assert (broken([always], sent) is None) is passes, sent
            assert (broken([sometimes], {**sent, "c": "1"}) is None) is passes, sent
            assert broken([sometimes], {**sent, "c": "2"}) is None
            assert broken([sometimes], sent) is None


@pytest.mark.parametrize("seconds", [0, 1, 3 * 3600 - 1, 3 * 3600, 3 * 3600 + 1])
def test_windows_at_their_edge(seconds: int) -> None:
    end = f"2024-06-18 {12 + seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    given = {"start_time": "2024-06-18 12:00:00", "end_time": end}
    answer = Direct().ask(signed({**public(ORDERS), **given}))
    sub_code = answer.json.get("error_response", {}).get("sub_code")
    assert sub_code == ("2007" if seconds >= 3 * 3600 else None)
    window: Any = {"start": "start_time", "end": "end_time", "format": "%Y-%m-%d %H:%M:%S"}
    start, last = window_ends(window, given)
    assert start == 1_718_683_200, "in Beijing it is noon when it is 4 o'clock in Greenwich"
    assert last == start + seconds


# Who is let in


def test_an_unknown_session_is_noticed_by_every_method(spec: Spec) -> None:
    gateway = Direct()
    for api in spec.typed:
        error = gateway.ask(signed(public(api.method, session="nobody's"))).error
        assert (error["code"], error["sub_code"]) == (27, "invalid-sessionkey"), api.method
        missing = gateway.ask(signed(public(api.method, session=None))).json
        code = missing.get("error_response", {}).get("code")
        assert (code == 26) is (api.auth.session.name == "required"), api.method


def test_the_clock_may_be_ten_minutes_off(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = signed({**public(SHOPS, timestamp="2026-01-02 03:04:05"), "fields": "x", "q": "x"})
    for off in (-601, -600, 0, 600, 601):
        monkeypatch.setattr("taobaoke_mock.checks.time.time", lambda off=off: 1767294245 + off)
        answer = Direct().ask(sent).json
        assert answer.get("error_response", {}).get("code") == (31 if abs(off) > 600 else None)
    assert "error_response" not in Direct(check_clock=False).ask(sent).json


def test_secrets_are_not_shown() -> None:
    assert "a-secret" not in repr(Settings("1", "a-secret"))


# Bodies, and the command


LIMIT = 32 * 1024 * 1024


@pytest.mark.parametrize(("size", "status"), [(LIMIT + 1, 413), (10**12, 413)])
def test_a_body_above_the_limit_is_refused_unread(
    server: MockServer, size: int, status: int
) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.putrequest("POST", "/router/rest")
    connection.putheader("Content-Length", str(size))
    connection.endheaders()
    assert connection.getresponse().status == status
    connection.close()


def test_a_big_body_below_the_limit_is_read(server: MockServer) -> None:
    answer = call(server, SHOPS, fields="user_id", q="x" * 1_000_000)
    assert "tbk_shop_get_response" in answer.json


@pytest.mark.parametrize(
    ("host", "warns"),
    [("127.0.0.1", False), ("::1", False), ("localhost", False), ("0.0.0.0", True)],
)
def test_only_other_machines_are_warned_of(
    host: str, warns: bool, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Server:
        url = "http://here"

        def __init__(self, *_: Any, **__: Any) -> None:
            pass

        def __enter__(self) -> None:
            pass

        def __exit__(self, *_: object) -> None:
            pass

        def keep(self) -> None:
            pass

    over = SimpleNamespace(wait=lambda: True, set=lambda: None)
    monkeypatch.setattr("taobaoke_mock.cli.MockServer", Server)
    monkeypatch.setattr("taobaoke_mock.cli.signal.signal", lambda *_: None)
    monkeypatch.setattr("taobaoke_mock.cli.threading", SimpleNamespace(Event=lambda: over))
    assert cli.main(["--host", host]) == 0
    out, err = capfd.readouterr()
    assert out.splitlines()[0].endswith("http://here")
    assert ("reachable from other machines" in err) is warns
    assert ("other machines need --allow-host NAME|IP" in err) is warns
