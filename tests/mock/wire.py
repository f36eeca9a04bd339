"""Connections as bytes: what goes out is written by hand, what comes back is not interpreted."""

import contextlib
import socket
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

from taobaoke_mock import MockServer

from mock.calls import public, signed

SHOPS = "taobao.tbk.shop.get"


def shops(**changes: str) -> bytes:
    """The body of a right call."""
    return urlencode(signed({**public(SHOPS, **changes), "fields": "user_id", "q": "x"})).encode()


def post(body: bytes, *headers: str, host: str = "localhost") -> bytes:
    """A whole request."""
    lines = [
        "POST /router/rest HTTP/1.1",
        f"Host: {host}",
        f"Content-Length: {len(body)}",
        *headers,
    ]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


class Wire:
    """A connection."""

    def __init__(self, server: MockServer) -> None:
        self.socket = socket.create_connection(("127.0.0.1", server.port), timeout=10)
        self._unread = b""

    def send(self, data: bytes) -> None:
        """Send bytes; whoever refuses them may have hung up before the last."""
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.socket.sendall(data)

    def until(self, end: bytes) -> bytes:
        """What comes, up to some bytes."""
        while end not in self._unread:
            piece = self.socket.recv(65536)
            assert piece, f"closed after {self._unread!r}"
            self._unread += piece
        found, _, self._unread = self._unread.partition(end)
        return found + end

    def answer(self) -> tuple[int, bytes]:
        """Status and body of the next answer."""
        head = self.until(b"\r\n\r\n")
        length = int(head.partition(b"Content-Length: ")[2].partition(b"\r\n")[0])
        while len(self._unread) < length:
            piece = self.socket.recv(65536)
            assert piece, "closed inside a body"
            self._unread += piece
        body, self._unread = self._unread[:length], self._unread[length:]
        return int(head[9:12]), body

    def so_far(self) -> bytes:
        """What has come and was not asked for yet."""
        data, self._unread = self._unread, b""
        return data

    def rest(self) -> bytes:
        """All that comes until the other side closes."""
        data = bytearray(self.so_far())
        try:
            while piece := self.socket.recv(65536):
                data += piece
        except ConnectionResetError:
            pass
        return bytes(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.socket.close()
