"""A server below HTTP: it breaks connections at the moment that a test chooses."""

import contextlib
import select
import socket
import ssl
import struct
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

SELF_SIGNED = Path(__file__).with_name("self_signed.pem")
"""A certificate for 127.0.0.1 that nobody trusts, and its key, which protects nothing."""

End = Literal["keep", "close", "reset", "hang"]


@dataclass(frozen=True)
class Act:
    """What the server does once it has read a request."""

    sends: bytes = b""
    end: End = "keep"
    floods: bytes = b""
    """Sent behind it, over and over, until the client goes."""


def http(
    body: bytes = b"", status: str = "200 OK", *, missing: int = 0, headers: str = ""
) -> bytes:
    """A reply; `missing` bytes of the announced body do not come."""
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body) + missing}\r\n{headers}\r\n"
    return head.encode() + body


class Breaker:
    """The server as a test sees it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.acts: deque[Act] = deque()
        """One for each request; behind the last one, every connection is closed."""
        self.requests: list[tuple[int, bytes]] = []
        """The connection's number and the body of every request."""
        self.connections = 0
        self.greeting = b""
        """Said to whatever comes, without reading it; then the connection is closed."""
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/router/rest"

    def serve(self, connection: socket.socket, number: int) -> None:
        with connection, connection.makefile("rb") as stream:
            if self.greeting:
                connection.recv(9999)
                connection.sendall(self.greeting)
                return
            while True:
                length = 0
                while line := stream.readline().strip():
                    name, _, value = line.partition(b":")
                    if name.lower() == b"content-length":
                        length = int(value)
                if not length:
                    return
                body = stream.read(length)
                self.requests.append((number, body))
                act = self.acts.popleft() if self.acts else Act(end="close")
                connection.sendall(act.sends)
                while act.floods and not self.closing.is_set():
                    connection.sendall(act.floods)
                if act.end == "hang":
                    self.closing.wait(10)
                if act.end == "reset":
                    linger = struct.pack("ii", 1, 0)
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                if act.end != "keep":
                    return


@contextmanager
def breaking(*, tls: bool = False) -> Iterator[Breaker]:
    """A server that runs while the block does."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        listener.settimeout(0.02)
        breaker = Breaker(listener.getsockname()[1])
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(SELF_SIGNED)

        def one(connection: socket.socket, number: int) -> None:
            with contextlib.suppress(OSError):
                connection.settimeout(10)
                if tls:
                    connection = context.wrap_socket(connection, server_side=True)
                breaker.serve(connection, number)

        def listen() -> None:
            while not breaker.closing.is_set():
                with contextlib.suppress(TimeoutError):
                    connection, _ = listener.accept()
                    breaker.connections += 1
                    arguments = (connection, breaker.connections)
                    threading.Thread(target=one, args=arguments, daemon=True).start()

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield breaker
        finally:
            breaker.closing.set()
            thread.join()


@contextmanager
def acting(act: Callable[[socket.socket], None], *, tls: bool = False) -> Iterator[int]:
    """The port of a server that does the same on every connection, until the client ends it."""
    closing = threading.Event()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(SELF_SIGNED)

    def one(connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            connection.settimeout(10)
            if tls:
                with context.wrap_socket(connection, server_side=True) as secure:
                    act(secure)
            else:
                act(connection)

    def listen() -> None:
        while not closing.is_set():
            with contextlib.suppress(TimeoutError):
                connection, _ = listener.accept()
                threading.Thread(target=one, args=[connection], daemon=True).start()

    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        listener.settimeout(0.02)
        # Small, so that whoever is not read notices.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            closing.set()
            thread.join()


def drips(first: bytes, piece: bytes) -> Callable[[socket.socket], None]:
    """Answer anything with the beginning of something that never ends, piece after piece."""

    def act(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(first)
        while True:
            time.sleep(0.02)
            connection.sendall(piece)

    return act


def reads_slowly(connection: socket.socket) -> None:
    """Take a request a few bytes at a time."""
    while connection.recv(512):
        time.sleep(0.02)


def reads_nothing(connection: socket.socket) -> None:
    """Take nothing of a request."""
    time.sleep(10)


def tunnels(port: int, *, at_once: int = 1 << 30) -> Callable[[socket.socket], None]:
    """Be a proxy to a port; from the reply, so many bytes come at once and all others drip."""

    def act(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        passed = 0
        with socket.create_connection(("127.0.0.1", port)) as onward:
            while True:
                if onward in select.select([connection, onward], [], [], 10)[0]:
                    data = onward.recv(65536)
                    connection.sendall(data[: max(at_once - passed, 0)])
                    for byte in data[max(at_once - passed, 0) :]:
                        time.sleep(0.02)
                        connection.sendall(bytes([byte]))
                    passed += len(data)
                else:
                    data = connection.recv(65536)
                    onward.sendall(data)
                if not data:
                    return

    return act


@contextmanager
def deaf() -> Iterator[str]:
    """The address of a machine that does not answer: no connection comes about."""
    with contextlib.ExitStack() as open_sockets:
        listener = open_sockets.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):  # the system takes a few, although nobody accepts them
            waiting = open_sockets.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/router/rest"


def nobody() -> str:
    """An address where nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/router/rest"
