"""Does the mock stay small? `python -m mock.soak 200000` sends so many calls, some of them hostile.

Meanwhile 300 connections send a request so slowly that it never ends, and others do not read their
replies. The memory of the process is told before, between and after; too much is exit code 1.
"""

import argparse
import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import taobaoke_mock

from mock.calls import public, signed

SLOW, BLOCKED = 300, 30
AT_ONCE = 40
MOST = 45.0
"""MB of resident memory."""
SHOPS = {"fields": "user_id,shop_title", "q": "女装"}


@contextmanager
def served() -> Iterator[tuple[int, int]]:
    """A mock as a process of its own: its number, and its port."""
    source = str(Path(taobaoke_mock.__file__).parents[1])
    process = subprocess.Popen(
        [sys.executable, "-m", "taobaoke_mock", "--port", "0", "--quiet"],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": source, "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
    )
    try:
        assert process.stdout
        url = next(word for line in process.stdout for word in line.split() if "://" in word)
        yield process.pid, urlsplit(url).port or 0
    finally:
        process.terminate()
        process.communicate()


def resident(process: int) -> float:
    """MB of memory that a process holds."""
    told = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=True
    )
    return int(told.stdout) / 1024


def request(number: int) -> bytes:
    """Calls that differ in what the mock might keep: pages, names, methods, sessions."""
    fields = {**public("taobao.tbk.shop.get"), **SHOPS}
    match number % 10:
        case 0:
            fields["page_no"] = str(number)
        case 1:
            fields["method"] = f"taobao.tbk.no.such.{number}"
        case 2:
            fields[f"unknown_{number}"] = "x" * 1000
        case 3:
            fields["session"] = f"stranger-{number}"
        case 4:
            fields |= {"page_size": str(number % 100 + 1), "platform": str(number)}
    body = urlencode(signed(fields)).encode()
    head = f"POST /router/rest HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def send(port: int, count: int) -> None:
    """Many calls over one connection, some at once."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        replies = connection.makefile("rb")
        for start in range(0, count, AT_ONCE):
            several = range(start, min(start + AT_ONCE, count))
            connection.sendall(b"".join(map(request, several)))
            for _ in several:
                _read_reply(replies)


def _read_reply(replies: socket.SocketIO) -> None:  # type: ignore[name-defined]
    status = replies.readline()
    assert status.startswith(b"HTTP/1.1 200"), status
    length = 0
    while (line := replies.readline()) not in (b"\r\n", b""):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    replies.read(length)


@contextmanager
def stalled(port: int) -> Iterator[None]:
    """Connections that never come to an end of their request, or never read a reply."""
    with contextlib.ExitStack() as stack:
        for number in range(SLOW):
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            body = b"Content-Length: 30000000\r\n\r\n" + b"x" * 20_000
            connection.sendall(
                b"POST /router/rest HTTP/1.1\r\nHost: localhost\r\n"
                + (body if number % 2 else b"X: ")
            )
        for _ in range(BLOCKED):
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            connection.setblocking(False)
            with contextlib.suppress(BlockingIOError):
                for _ in range(100):
                    connection.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" * 100)
        yield


def main() -> int:
    """Tell the memory; 1 if it is too much."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("count", type=int, nargs="?", default=200_000)
    count = parser.parse_args().count
    told: list[float] = []
    with served() as (process, port):

        def tell(what: str) -> None:
            told.append(resident(process))
            print(f"{told[-1]:6.1f} MB {what}", flush=True)

        send(port, 1000)
        tell("after 1000 calls")
        send(port, count)
        tell(f"after {count} more")
        with stalled(port):
            send(port, 1000)
            tell(f"with {SLOW} slow connections and {BLOCKED} that do not read")
        send(port, 1000)
        tell("when they are gone")
    return int(max(told[0], told[1]) > MOST)


if __name__ == "__main__":
    sys.exit(main())
