"""A request and the reply to it, as plain values: what the core takes and gives."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field

Headers = tuple[tuple[str, str], ...]

_STEP = 0.1
"""Seconds between the pieces of a body that dribbles."""
TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Request:
    """A request of HTTP, complete."""

    verb: str
    path: str
    """Decoded, without the query."""
    query: bytes = field(repr=False)
    headers: Mapping[str, str]
    """Names are in lower case."""
    body: bytes = field(repr=False)
    """Like the query it carries the session, which no log shall show."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How slowly or how badly a reply goes out; a server carries it out."""

    delay: float = 0.0
    """Seconds before anything is sent."""
    dribble: float = 0.0
    """Seconds over which the body is spread."""
    cut: int | None = None
    """After so many bytes of the body the connection is closed."""
    drop: bool = False
    """Nothing is sent at all: the connection is closed after the delay."""

    def pieces(self, body: bytes) -> list[bytes]:
        """What is sent of a body, in pieces that are spread evenly over `dribble`."""
        body = b"" if self.drop else body[: self.cut]
        count = max(1, min(round(self.dribble / _STEP), len(body)))
        edges = [len(body) * number // count for number in range(count + 1)]
        return [body[start:end] for start, end in itertools.pairwise(edges)]


NO_PACE = Pace()


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back."""

    status: int
    headers: Headers
    parts: tuple[bytes, ...]
    """Of the body: a large one is put together only where it is sent."""
    pace: Pace = NO_PACE

    @property
    def body(self) -> bytes:
        """What stands behind the headers."""
        return b"".join(self.parts)

    @property
    def length(self) -> int:
        """Bytes of the body."""
        return sum(map(len, self.parts))


def plain(text: str, status: int = 200) -> Reply:
    """A page of text."""
    return Reply(status, (("Content-Type", TEXT),), (text.encode("utf-8", "replace"),))


@dataclass(frozen=True, slots=True)
class HttpLimits:
    """How much a caller may ask of a server; each limit that is broken gets an answer."""

    head: int = 64 * 1024
    """Bytes of the request line and the headers."""
    headers: int = 100
    body: int = 32 * 1024 * 1024
    """Bytes; pictures are sent as text or as files."""
    large_body: int = 512 * 1024 * 1024
    """Bytes of a book, or of what a job has seen."""
    bodies: int = 256 * 1024 * 1024
    """Bytes of all bodies that are being received, large ones aside."""
    head_time: float = 10.0
    """Seconds for the whole head."""
    body_time: float = 10.0
    """Seconds without a byte of the body."""
    body_grace: float = 60.0
    """Seconds that any body may take."""
    body_rate: int = 16 * 1024
    """Bytes for which a body may take a second more."""
    read_time: float = 60.0
    """Seconds in which the caller reads nothing of its reply."""
    idle_time: float = 75.0
    """Seconds between two requests of a connection."""
    linger_time: float = 2.0
    """Seconds that a refused request may go on being sent, so that its sender sees the answer."""
    connections: int = 512
    pipelined: int = 64
    """Requests of a connection that wait for their turn."""
