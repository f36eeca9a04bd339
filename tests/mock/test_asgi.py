"""The mock inside a program: as an ASGI application."""

import asyncio
import time
from collections.abc import MutableMapping
from typing import Any

import pytest
from taobaoke_mock import Mock

from mock.wire import SHOPS, shops

RIGHT = b'"tbk_shop_get_response"'


async def ask(
    mock: Mock,
    *bodies: bytes,
    verb: str = "POST",
    path: str = "/router/rest",
    host: str = "localhost",
) -> tuple[int, dict[bytes, bytes], list[bytes]]:
    """Status, headers and the pieces of the body."""
    scope = {
        "type": "http",
        "method": verb,
        "path": path,
        "query_string": b"",
        "headers": [
            (b"host", host.encode()),
            (b"content-type", b"application/x-www-form-urlencoded"),
        ],
    }
    coming = [
        {"type": "http.request", "body": body, "more_body": number < len(bodies)}
        for number, body in enumerate(bodies, 1)
    ] or [{"type": "http.request"}]
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        return coming.pop(0)

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    await mock(scope, receive, send)
    start, *rest = sent
    assert [message.get("more_body", False) for message in rest] == [True] * (len(rest) - 1) + [
        False
    ]
    return start["status"], dict(start["headers"]), [message["body"] for message in rest]


async def test_a_call() -> None:
    body = shops()
    status, headers, pieces = await ask(Mock(), body[:10], body[10:])
    assert status == 200
    assert headers[b"content-type"] == b"text/javascript;charset=UTF-8"
    assert headers[b"content-length"] == b"%d" % len(pieces[0])
    assert RIGHT in pieces[0]


async def test_names_and_pages() -> None:
    assert (await ask(Mock(), host="evil.example"))[0] == 421
    assert (await ask(Mock(), verb="GET", path="/healthz"))[2] == [b"ok\n"]
    assert (await ask(Mock(), verb="HEAD", path="/healthz"))[2] == [b""]


async def test_faults() -> None:
    mock = Mock(samples=True)
    mock.fail(SHOPS, "delay-0.2", times=1)
    began = time.monotonic()
    assert RIGHT in (await ask(mock, shops()))[2][0]
    assert time.monotonic() - began >= 0.2
    mock.fail(SHOPS, "dribble-0.3", times=1)
    pieces = (await ask(mock, shops()))[2]
    assert len(pieces) == 3
    assert RIGHT in b"".join(pieces)
    mock.fail(SHOPS, "cut-5", times=1)
    _, headers, pieces = await ask(mock, shops())
    assert pieces == [b'{"tbk']
    assert int(headers[b"content-length"]) > 100


async def test_a_dropped_call_ends_as_a_reply_that_is_cut() -> None:
    mock = Mock()
    mock.fail(SHOPS, "disconnect", times=1)
    _, headers, pieces = await ask(mock, shops())
    assert (headers[b"content-length"], pieces) == (b"1", [b""])


async def test_a_body_above_the_limit() -> None:
    piece = b"x" * 8_000_000
    assert (await ask(Mock(), *[piece] * 5))[0] == 413


async def test_a_caller_who_has_gone() -> None:
    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        pytest.fail("nobody is there")

    await Mock()({"type": "http", "method": "GET", "path": "/", "headers": []}, receive, send)


async def test_starting_and_stopping() -> None:
    told: list[str] = []
    messages = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]

    async def receive() -> MutableMapping[str, Any]:
        return messages.pop(0)

    async def send(message: MutableMapping[str, Any]) -> None:
        told.append(message["type"])

    await asyncio.wait_for(Mock()({"type": "lifespan"}, receive, send), 5)
    assert told == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
    await Mock()({"type": "websocket"}, receive, send)
    assert told[-1] == "websocket.close"


async def pieces_of(scope: dict[str, Any], **message: Any) -> list[MutableMapping[str, Any]]:
    """What comes for a scope that may be odd."""
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", **message}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    await Mock()({"type": "http", "method": "GET", "path": "/healthz", **scope}, receive, send)
    return sent


HOST = [(b"host", b"localhost")]


@pytest.mark.parametrize(
    ("scope", "status"),
    [
        ({"headers": HOST}, 200),
        ({"headers": [(b"Host", b"localhost")]}, 200),
        ({"headers": iter([[b"host", b"localhost"]])}, 200),
        ({"headers": [(b"host", b"evil.example"), *HOST]}, 400),
        ({"headers": []}, 421),
        ({}, 421),
        ({"headers": HOST, "query_string": None}, 200),
        ({"headers": HOST, "path": "/below/healthz", "root_path": "/below"}, 200),
        ({"headers": HOST, "path": "/below/healthz", "root_path": "/below/"}, 200),
        ({"headers": HOST, "path": "/below", "root_path": "/below"}, 200),
        ({"headers": HOST, "root_path": "/below"}, 200),
        ({"headers": HOST, "path": "/belowhealthz", "root_path": "/below"}, 404),
    ],
)
async def test_scopes(scope: dict[str, Any], status: int) -> None:
    assert (await pieces_of(scope, body=None))[0]["status"] == status


async def test_other_kinds_of_connections_are_refused() -> None:
    with pytest.raises(ValueError, match="is not served"):
        await pieces_of({"type": "carrier-pigeon"})


async def test_what_a_server_tells_beside_starting_and_stopping_is_ignored() -> None:
    told: list[str] = []
    kinds = ["lifespan.startup", "lifespan.rest", "lifespan.shutdown"]

    async def receive() -> MutableMapping[str, Any]:
        return {"type": kinds.pop(0)}

    async def send(message: MutableMapping[str, Any]) -> None:
        told.append(message["type"])

    await Mock()({"type": "lifespan"}, receive, send)
    assert told == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
