"""A tiny HTTP server on 127.0.0.1 that gives the replies a test asks for and keeps what it got."""

import contextlib
import email.parser
import email.policy
import gzip
import json
import socket
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl


@dataclass
class Reply:
    """What the server answers."""

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    cut: bool = False
    """Close the connection in the middle of the body."""
    hang_up: bool = False
    """Close the connection without a word."""

    @property
    def content(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


def refusal(code: int, **members: Any) -> Reply:
    """An error_response."""
    return Reply({"error_response": {"code": code, "request_id": "req1", **members}})


@dataclass
class Received:
    """One request."""

    headers: dict[str, str]
    body: bytes
    connection: int

    @property
    def form(self) -> dict[str, str]:
        pairs = parse_qsl(self.body.decode(), keep_blank_values=True, strict_parsing=True)
        assert len(dict(pairs)) == len(pairs), "a parameter was sent twice"
        return dict(pairs)

    @property
    def parts(self) -> list[tuple[str, str | None, str, bytes]]:
        """Name, file name, media type and content of the parts of a multipart body."""
        head = f"Content-Type: {self.headers['content-type']}\r\n\r\n".encode()
        message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + self.body)
        return [_described(part) for part in message.iter_parts()]


def _described(part: Any) -> tuple[str, str | None, str, bytes]:
    name = part.get_param("name", header="content-disposition")
    return name, part.get_filename(), part.get_content_type(), part.get_payload(decode=True)


class Gateway:
    """The server as a test sees it."""

    def __init__(self) -> None:
        self.requests: list[Received] = []
        self.replies: deque[Reply] = deque()
        self.answer: Callable[[Received], Reply] | None = None
        """Makes the replies, instead of queued ones."""
        self.url = ""

    def reply_to(self, request: Received) -> Reply:
        return self.answer(request) if self.answer else self.replies.popleft()

    def answers(self, *replies: Reply | dict[str, Any] | bytes) -> None:
        """Queue replies; a dict or bytes is the body of a good one."""
        self.replies.extend(
            reply if isinstance(reply, Reply) else Reply(reply) for reply in replies
        )

    @property
    def forms(self) -> list[dict[str, str]]:
        return [request.form for request in self.requests]


@contextmanager
def serving() -> Iterator[Gateway]:
    """A gateway that runs while the block does."""
    gateway = Gateway()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(length)
            request = Received(headers, body, self.client_address[1])
            gateway.requests.append(request)
            reply = gateway.reply_to(request)
            time.sleep(reply.delay)
            self.close_connection = reply.cut or reply.hang_up
            if not reply.hang_up:
                self._send(reply)

        def _send(self, reply: Reply) -> None:
            content = reply.content
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.headers.get("Content-Encoding") == "gzip":
                content = gzip.compress(content)
            self.send_header("Content-Type", "text/javascript;charset=UTF-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content[: len(content) // 2] if reply.cut else content)

        def send_response(self, code: int, message: str | None = None) -> None:
            self.send_response_only(code, message)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def verify_request(self, *_: Any) -> bool:
            return not closing.is_set()

        def handle_error(self, *details: Any) -> None:
            if not isinstance(sys.exception(), ConnectionError):  # clients may give up
                super().handle_error(*details)

    def serve() -> None:
        while not closing.is_set():
            server.handle_request()

    closing = threading.Event()
    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=serve)
    thread.start()
    gateway.url = f"http://127.0.0.1:{server.server_address[1]}/router/rest"
    try:
        yield gateway
    finally:
        # Hundreds of tests have a server of their own: a knock ends the waiting at once.
        closing.set()
        with contextlib.suppress(OSError):
            socket.create_connection(server.server_address[:2], timeout=9).close()
        thread.join()
        server.server_close()
