"""A server that gives every request the same answer, and counts: clients are measured, not it.

It reads no more of a request than its length. The answer, HTTP head included, is the content of a
file; an empty one resets the connection. The port is the first line of its output, the counts are
the second one, which comes when its input ends.
"""

import argparse
import contextlib
import json
import os
import re
import socket
import ssl
import struct
import sys
import threading
from pathlib import Path

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
RESET = struct.pack("ii", 1, 0)
"""For SO_LINGER: nothing lingers, the other side is told so."""


class Counts:
    """What came, from any thread."""

    def __init__(self) -> None:
        self.connections = 0
        self.requests = 0
        self.lock = threading.Lock()

    def request(self) -> None:
        with self.lock:
            self.requests += 1


def has_request(connection: socket.socket) -> bool:
    """Read one request; False at the end of the connection."""
    received = b""
    while b"\r\n\r\n" not in received:
        more = connection.recv(65536)
        if not more:
            return False
        received += more
    head, _, body = received.partition(b"\r\n\r\n")
    found = LENGTH.search(head)
    missing = int(found[1]) - len(body) if found else 0
    while missing > 0:
        missing -= len(connection.recv(65536))
    return True


def serve(
    connection: socket.socket, answer: bytes, context: ssl.SSLContext | None, counts: Counts
) -> None:
    with contextlib.suppress(OSError):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
        if context:
            connection = context.wrap_socket(connection, server_side=True)
        with connection:
            while has_request(connection):
                counts.request()
                if not answer:
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                    return
                connection.sendall(answer)


def listen(
    listener: socket.socket, answer: bytes, context: ssl.SSLContext | None, counts: Counts
) -> None:
    while True:
        connection, _ = listener.accept()
        counts.connections += 1
        arguments = (connection, answer, context, counts)
        threading.Thread(target=serve, args=arguments, daemon=True).start()


def main() -> None:
    options = argparse.ArgumentParser(description="Answer every request with the same bytes.")
    options.add_argument("answer", type=Path)
    options.add_argument("--tls", type=Path, help="a certificate and its key")
    given = options.parse_args()
    context = None
    if given.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(given.tls)
    counts = Counts()
    listener = socket.create_server(("127.0.0.1", 0), backlog=128)
    arguments = (listener, given.answer.read_bytes(), context, counts)
    threading.Thread(target=listen, args=arguments, daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    sys.stdin.read()
    told = {"connections": counts.connections, "requests": counts.requests}
    print(json.dumps(told), flush=True)
    os._exit(0)  # waits for no thread and no connection


if __name__ == "__main__":
    main()
