"""Sessions that calls create, and how long they hold."""

import json
import re
from typing import Any

import pytest
from taobaoke_mock.errors import GatewayError
from taobaoke_mock.tokens import CREATE, REFRESH, Lifetimes, Sessions

NOW = 1_700_000_000.0


def create(sessions: Sessions, code: str, now: float = NOW) -> dict[str, Any]:
    content = sessions.answer(CREATE, {"code": code}, now)
    return dict(json.loads(content["token_result"]))


def refresh(sessions: Sessions, token: str, now: float) -> dict[str, Any]:
    content = sessions.answer(REFRESH, {"refresh_token": token}, now)
    return dict(json.loads(content["token_result"]))


def test_a_token_has_every_documented_member() -> None:
    token = create(Sessions(frozenset(), Lifetimes(3600, 7200)), "a")
    assert re.fullmatch("mock-session-[0-9a-f]{16}-[0-9]+", token.pop("access_token"))
    assert re.fullmatch("mock-refresh-[0-9a-f]{16}-[0-9]+", token.pop("refresh_token"))
    assert token == {
        "token_type": "Bearer",
        "expires_in": 3600,
        "re_expires_in": 7200,
        "r1_expires_in": 3600,
        "r2_expires_in": 3600,
        "w1_expires_in": 3600,
        "w2_expires_in": 3600,
        "taobao_user_id": "1000000001",
        "taobao_user_nick": "%E6%A8%A1%E6%8B%9F%E7%94%A8%E6%88%B7",
    }


def test_sessions_expire() -> None:
    sessions = Sessions(frozenset(["test"]), Lifetimes(3600))
    session = create(sessions, "a")["access_token"]
    assert sessions.state("test", NOW + 10**9) == "valid"
    assert sessions.state("other", NOW) == "unknown"
    assert sessions.state(session, NOW + 3599) == "valid"
    assert sessions.state(session, NOW + 3600) == "expired"
    sessions.clear()
    assert sessions.state(session, NOW) == "unknown"
    assert sessions.state("test", NOW) == "valid"


def test_refreshing_gives_a_new_session_until_its_own_end() -> None:
    sessions = Sessions(frozenset(), Lifetimes(3600, 7200))
    token = create(sessions, "a")
    newer = refresh(sessions, token["refresh_token"], NOW + 3600)
    assert newer["access_token"] != token["access_token"]
    assert sessions.state(newer["access_token"], NOW + 3600 + 3599) == "valid"
    assert newer["re_expires_in"] == 3600
    with pytest.raises(GatewayError, match="15") as caught:
        refresh(sessions, token["refresh_token"], NOW + 7200)
    assert caught.value.sub_code == "isv.invalid-parameter:refresh_token"
    assert "过期" in str(caught.value.hint)


def test_a_code_is_good_for_one_token() -> None:
    sessions = Sessions(frozenset())
    create(sessions, "a")
    create(sessions, "b")
    with pytest.raises(GatewayError) as caught:
        create(sessions, "a")
    assert (caught.value.code, caught.value.sub_code) == ("15", "isv.invalid-parameter:code")


def test_the_refresh_token_of_the_examples_is_always_good() -> None:
    sessions = Sessions(frozenset(), Lifetimes(3600, 7200))
    for now in (NOW, NOW + 10**6):
        token = refresh(sessions, "demo_refresh_token", now)
        assert token["re_expires_in"] == 7200
        assert sessions.state(token["access_token"], now) == "valid"


def test_the_code_of_the_examples_is_always_good() -> None:
    sessions = Sessions(frozenset())
    names = [create(sessions, "demo_code")["access_token"] for _ in range(2)]
    assert len(set(names)) == 2


def test_refresh_tokens_are_known() -> None:
    with pytest.raises(GatewayError, match="Remote service error"):
        refresh(Sessions(frozenset()), "made-up", NOW)


def test_only_so_many_are_remembered() -> None:
    sessions = Sessions(frozenset())
    names = [create(sessions, str(number))["access_token"] for number in range(10_001)]
    assert sessions.state(names[0], NOW) == "unknown"
    assert sessions.state(names[1], NOW) == "valid"
    assert sessions.state(names[-1], NOW) == "valid"


def test_no_token_is_given_twice() -> None:
    first, second = Sessions(frozenset()), Sessions(frozenset())
    names = []
    for sessions in (first, second, first, second):
        token = create(sessions, "a")
        names += [token["access_token"], token["refresh_token"]]
        sessions.clear()
    assert len(set(names)) == 8
    assert [first.state(name, NOW) for name in names[::2]] == ["unknown"] * 4
    with pytest.raises(GatewayError):
        refresh(first, names[1], NOW)
