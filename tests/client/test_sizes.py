"""Replies that are too large, or that would become so: refused with little memory."""

import gzip
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest
from taobaoke import TransportError

from client.conftest import Caller, Callers
from client.sockets import Act, Breaker, breaking, http

KB, MB = 1 << 10, 1 << 20
GZIP = "Content-Encoding: gzip\r\n"
GOOD = b'{"tbk_shop_get_response":{"total_results":7}}'
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.fixture
def breaker() -> Iterator[Breaker]:
    with breaking() as breaker:
        yield breaker


def bomb(megabytes: int) -> bytes:
    """A gzip stream of so many megabytes, a thousandth of them long."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    # Nothing behind a full flush refers to what is before it: the second piece may be repeated.
    first, second = (packer.compress(bytes(MB)) + packer.flush(zlib.Z_FULL_FLUSH) for _ in "ab")
    return first + second * (megabytes - 1)


def spaced(size: int) -> bytes:
    """A good reply of exactly so many bytes."""
    return GOOD + b" " * (size - len(GOOD))


def chunked(*chunks: bytes) -> bytes:
    return CHUNKED + b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in [*chunks, b""])


def reads(caller: Caller) -> int | None:
    return caller.tbk_shop_get(fields="user_id", q="x").total_results


def refusal(caller: Caller) -> TransportError:
    with pytest.raises(TransportError, match="max_reply_bytes") as caught:
        reads(caller)
    assert not caught.value.passing
    assert len(caught.value.attempts) == 1
    return caught.value


@pytest.mark.parametrize(("limit", "most"), [(MB, 15 * MB), (None, 100 * MB)])
def test_a_bomb_is_given_up(
    breaker: Breaker, callers: Callers, limit: int | None, most: int
) -> None:
    body = bomb(400)
    assert len(body) < 450 * KB
    breaker.acts.extend([Act(http(body, headers=GZIP)), Act(http(GOOD))])
    caller = callers(gateway=breaker.url, **({"max_reply_bytes": limit} if limit else {}))
    tracemalloc.start()
    try:
        error = refusal(caller)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < most
    assert f"应答超过 {limit or 32 * MB} 字节" in str(error)
    assert reads(caller) == 7


LIMIT = 64 * KB
BEYOND = {
    "announced": http(b"", missing=LIMIT + 1),
    "announced by far": http(b"", missing=10**17),
    "chunks": chunked(bytes(LIMIT), *[bytes(LIMIT)] * 3),
    "a chunk by far": CHUNKED + b"ffffffffff\r\n" + bytes(3 * LIMIT),
    "until the end": b"HTTP/1.1 200 OK\r\n\r\n" + bytes(3 * LIMIT),
    "packed": http(gzip.compress(bytes(LIMIT + 1)), headers=GZIP),
    "packed in two parts": http(gzip.compress(bytes(LIMIT)) + gzip.compress(b"x"), headers=GZIP),
}


@pytest.mark.parametrize("what", BEYOND)
def test_a_reply_beyond_the_limit_is_refused(breaker: Breaker, callers: Callers, what: str) -> None:
    caller = callers(gateway=breaker.url, max_reply_bytes=LIMIT, pool_size=1)
    breaker.acts.extend([Act(BEYOND[what]), Act(http(GOOD))])
    refusal(caller)
    assert reads(caller) == 7
    if "packed" not in what:  # what was read to its end leaves a connection that can be used
        assert [number for number, _ in breaker.requests] == [1, 2]


@pytest.mark.parametrize(
    "reply",
    [
        http(spaced(LIMIT)),
        chunked(spaced(LIMIT)),
        chunked(*(bytes([byte]) for byte in GOOD)),
        http(gzip.compress(spaced(LIMIT)), headers=GZIP),
        http(gzip.compress(spaced(LIMIT)) + gzip.compress(b""), headers=GZIP),
        http(b"".join(gzip.compress(bytes([byte])) for byte in GOOD), headers=GZIP),
    ],
)
def test_a_reply_up_to_the_limit_is_read(breaker: Breaker, callers: Callers, reply: bytes) -> None:
    breaker.acts.append(Act(reply))
    assert reads(callers(gateway=breaker.url, max_reply_bytes=LIMIT)) == 7


def test_a_stream_of_thousands_of_parts_is_refused(breaker: Breaker, callers: Callers) -> None:
    """Every part would cost a copy of all that is behind it."""
    breaker.acts.append(Act(http(gzip.compress(b"") * 50_000, headers=GZIP)))
    with pytest.raises(TransportError, match="超过 99 段") as caught:
        reads(callers(gateway=breaker.url))
    assert not caught.value.passing


def test_a_reply_that_lies_about_its_length(breaker: Breaker, callers: Callers) -> None:
    for length in (b"-1", b"9" * 20, b"5, 6", b"x"):
        lie = b"HTTP/1.1 200 OK\r\nContent-Length: %b\r\n\r\n" % length
        breaker.acts.extend([Act(lie, "close")] * 3)
        with pytest.raises(TransportError):
            reads(callers(gateway=breaker.url))
        breaker.acts.clear()
