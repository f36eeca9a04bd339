"""Clients that nobody here wrote talk to the mock: what they show, and what the mock has seen."""

import json
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from project import REPOSITORY
from taobaoke_mock import MockServer, RecordedRequest

from interop.peers import PEERS, SESSION, Call, Peer, need_peers

SEARCH = Call("taobao.tbk.shop.get", {"fields": "shop_title,user_id", "q": "女装", "page_size": 1})
ORDERED = Call("taobao.tbk.tpwd.create", {"url": "https://uland.taobao.com/a?b=c&d=%E5%A5%B3"})
AWKWARD = "连衣裙 “新款” <5%> a=b&c+d \"'\\/ 🧧"
LINKS = json.dumps(
    [{"url": "https://uland.taobao.com/券"}, {"url": "https://s.click.taobao.com/1"}],
    ensure_ascii=False,
)
REGISTER = json.dumps({"phoneNumber": "13800000000", "city": "杭州", "shopName": "小蜜蜂"})
SAVE = Call(
    "taobao.tbk.sc.publisher.info.save",
    {"inviter_code": "ABC", "info_type": 1, "note": "小蜜蜂", "register_info": REGISTER},
    session=SESSION,
)
PICTURE = "89504e470d0a1a0a00ff0d0a2d2d"

CALLS = {
    "a query": SEARCH,
    "awkward text": replace(SEARCH, parameters={**SEARCH.parameters, "q": AWKWARD}),
    "an ordered reply": ORDERED,
    "a nested parameter": Call("taobao.tbk.spread.get", {"requests": LINKS}),
    "a write": SAVE,
    "an upload": Call(
        "taobao.tbk.sc.pic.embed",
        {"adzone_id": "1", "item_id": "2", "site_id": "3"},
        session=SESSION,
        files={"pic_stream": PICTURE},
    ),
    "a wrong secret": replace(SEARCH, secret="of-somebody-else"),
    "an unknown key": replace(SEARCH, app_key="87654321"),
    "a missing parameter": replace(SEARCH, parameters={"fields": "user_id"}),
    "a missing session": replace(SAVE, session=None),
    "a wrong session": replace(SAVE, session="of-somebody-else"),
    "an unknown method": Call("taobao.ju.items.search"),
}
ERRORS = {
    "a wrong secret": (25, None, "Invalid signature"),
    "an unknown key": (29, "isv.appkey-not-exists", "Invalid app Key"),
    "a missing parameter": (40, None, "Missing required arguments:q"),
    "a missing session": (26, None, "Missing session"),
    "a wrong session": (27, "invalid-sessionkey", "Invalid session"),
    "an unknown method": (22, None, "Invalid method"),
}
UPLOADING = [peer for peer in PEERS if peer.uploads]
name_of = attrgetter("name")


@dataclass(frozen=True)
class Talk:
    """What a client showed and what the mock recorded, by the name of the call."""

    shown: dict[str, dict[str, Any]]
    recorded: dict[str, RecordedRequest]


@pytest.fixture(scope="module", params=PEERS, ids=name_of)
def talk(request: pytest.FixtureRequest) -> Talk:
    need_peers()
    peer: Peer = request.param
    calls = {name: call for name, call in CALLS.items() if peer.uploads or not call.files}
    with MockServer(samples=True) as server:
        server.reply(ORDERED.method, {"data": {"model": AWKWARD, "password_simple": "￥红包￥"}})
        shown = peer.make([*calls.values()], server.url)
        recorded = server.requests
    return Talk(
        dict(zip(calls, shown, strict=True)),
        dict(zip(calls, recorded, strict=True)),
    )


def content(talk: Talk, name: str) -> Any:
    assert "content" in talk.shown[name], (talk.shown[name], talk.recorded[name].explanation)
    assert talk.recorded[name].error is None
    return talk.shown[name]["content"]


def test_a_query_gets_the_documented_sample(talk: Talk) -> None:
    told = content(talk, "a query")
    assert told["results"]["n_tbk_shop"][0]["shop_title"] == "女装店铺"
    assert told["results"]["n_tbk_shop"][0]["user_id"] == 123
    assert told["total_results"] == 1
    assert told["request_id"]


def test_what_is_sent_arrives(talk: Talk) -> None:
    for name, seen in talk.recorded.items():
        call = CALLS[name]
        assert (seen.verb, seen.method) == ("POST", call.method)
        sent = {parameter: str(value) for parameter, value in call.parameters.items()}
        assert {key: seen.parameters.get(key) for key in sent} == sent
        assert ("session" in seen.parameters) == (call.session is not None)
        assert seen.files == tuple(call.files)
        assert (seen.error is None) == (name not in ERRORS), seen.explanation


def test_an_ordered_reply_arrives_as_it_was_ordered(talk: Talk) -> None:
    told = content(talk, "an ordered reply")
    assert told["data"] == {"model": AWKWARD, "password_simple": "￥红包￥"}


def test_nested_parameters_are_understood(talk: Talk) -> None:
    told = content(talk, "a nested parameter")
    assert told["results"]["tbk_spread"][0]["err_msg"] == "OK"


def test_a_write_with_a_session_succeeds(talk: Talk) -> None:
    assert content(talk, "a write")["data"]["desc"] == "绑定成功"
    assert SESSION not in talk.recorded["a write"].parameters["session"]


@pytest.mark.parametrize("talk", UPLOADING, indirect=True, ids=name_of)
def test_an_upload_succeeds(talk: Talk) -> None:
    assert content(talk, "an upload")["embed_pic_url"]


@pytest.mark.parametrize("name", ERRORS)
def test_documented_errors_are_shown(talk: Talk, name: str) -> None:
    code, sub_code, text = ERRORS[name]
    shown = talk.shown[name]
    assert (shown.get("code"), shown.get("sub_code") or None) == (code, sub_code)
    assert text in shown["text"]
    assert talk.recorded[name].error == str(code)


def test_locks_name_no_registry() -> None:
    for path in (
        REPOSITORY / "requirements" / "peers.txt",
        Path(__file__).parent / "node" / "package-lock.json",
    ):
        text = path.read_text("utf-8")
        assert "resolved" not in text
        assert "index-url" not in text
