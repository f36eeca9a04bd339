"""The mock as an ASGI application.

A server of that kind cannot drop a connection: a dropped call ends as a reply that is cut short.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from .control import is_large, is_slow
from .http import HttpLimits, Reply, Request, plain

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_LIMITS = HttpLimits()


async def serve(
    answer: Callable[[Request], Reply], scope: Scope, receive: Receive, send: Send
) -> None:
    """One connection; ValueError if it is of a kind that the mock does not know."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
    elif scope["type"] == "http":
        reply = await _answer(answer, scope, receive)
        if reply is not None:
            await _send(reply, scope["method"], send)
    elif scope["type"] == "websocket":
        await send({"type": "websocket.close"})
    else:
        raise ValueError(f"不支持 {scope['type']!r} (this kind of connection is not served)")


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        if message["type"] in ("lifespan.startup", "lifespan.shutdown"):
            await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _answer(
    answer: Callable[[Request], Reply], scope: Scope, receive: Receive
) -> Reply | None:
    """The reply; None if the caller has gone before it had asked."""
    body = bytearray()
    path = _path(scope["path"], scope.get("root_path") or "")
    largest = _LIMITS.large_body if is_large(path) else _LIMITS.body
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body") or b""
        if len(body) > largest:
            return plain(f"正文超过 {largest} 字节 (the body is too large)\n", 413)
        if not message.get("more_body"):
            break
    headers = [
        (name.decode("latin-1").lower(), value.decode("latin-1"))
        for name, value in scope.get("headers") or ()
    ]
    if sum(name == "host" for name, _ in headers) > 1:
        return plain("有两个 Host 头 (two Host headers)\n", 400)
    query = scope.get("query_string") or b""
    request = Request(scope["method"], path, query, dict(headers), bytes(body))
    return await asyncio.to_thread(answer, request) if is_slow(request) else answer(request)


def _path(path: str, root: str) -> str:
    """The path below the one under which the mock is mounted."""
    root = root.rstrip("/")
    return path.removeprefix(root) or "/" if f"{path}/".startswith(f"{root}/") else path


async def _send(reply: Reply, verb: str, send: Send) -> None:
    pace = reply.pace
    if pace.delay:
        await asyncio.sleep(pace.delay)
    headers = [(name.lower().encode(), value.encode()) for name, value in reply.headers]
    # A dropped reply promises a body as well: only then can its end be missed.
    length = reply.length or int(pace.drop)
    headers.append((b"content-length", str(length).encode()))
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    pieces = pace.pieces(b"" if verb == "HEAD" else reply.body)
    for piece in pieces[:-1]:
        await send({"type": "http.response.body", "body": piece, "more_body": True})
        await asyncio.sleep(pace.dribble / len(pieces))
    await send({"type": "http.response.body", "body": pieces[-1]})
