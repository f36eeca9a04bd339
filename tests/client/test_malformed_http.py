"""HTTP that no server should speak: an error of the package, in time, and in little memory."""

import gzip
import time
import tracemalloc
from typing import Any

import pytest
from taobaoke import RetryPolicy, TaobaokeError, TransportError

from client.conftest import Caller, Callers
from client.odd_values import judge
from client.sockets import Act, Breaker, http
from client.test_malformed import READ, WRITE, method_of

OK = b'{"tbk_shop_get_response":{"total_results":7},"tbk_adzone_create_response":{"data":{}}}'
ONCE = RetryPolicy(attempts=1)
LIMIT = 1_000_000
"""Of the body, in bytes."""
MOST_MEMORY = 12_000_000


def head(*lines: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode()


def encoded(body: bytes, encoding: str = "gzip") -> bytes:
    return http(body, headers=f"Content-Encoding: {encoding}\r\n")


CHUNKED = head("Transfer-Encoding: chunked")
ZIPPED = gzip.compress(OK)
ANSWERS: dict[str, bytes] = {
    "plain": http(OK),
    "chunks": CHUNKED + b"%x\r\n%s\r\n0\r\n\r\n" % (len(OK), OK),
    "chunks with extensions and trailers": (
        CHUNKED + b"%x;a=b\r\n%s\r\n0\r\nX: y\r\n\r\n" % (len(OK), OK)
    ),
    "until the end": head() + OK,
    "a reply on the way": head(status="100 Continue") * 3 + http(OK),
    "gzip": encoded(ZIPPED),
    "x-gzip": encoded(ZIPPED, "X-GZip "),
    "gzip in two members": encoded(gzip.compress(OK[:20]) + gzip.compress(OK[20:])),
    "gzip in 99 members": encoded(ZIPPED + gzip.compress(b"") * 98),
    "identity": encoded(OK, "identity"),
    "no length, gzip": head("Content-Encoding: gzip") + ZIPPED,
    "many headers": head(*(f"X-{n}: y" for n in range(60)), f"Content-Length: {len(OK)}") + OK,
}
FAILURES: dict[str, Act] = {
    name: Act(sends, "close")
    for name, sends in {
        "a negative length": head("Content-Length: -1") + OK[:9],
        "a length of 20 digits": head(f"Content-Length: {'9' * 20}") + OK,
        "a length of 5000 digits": head(f"Content-Length: {'9' * 5000}") + OK[:9],
        "no number as length": head("Content-Length: many") + OK[:9],
        "two lengths": head(f"Content-Length: {len(OK)}", "Content-Length: 5") + OK,
        "a negative chunk": CHUNKED + b"-5\r\n" + OK,
        "a chunk of minus one": CHUNKED + b"-1\r\n" + OK,
        "no number as chunk": CHUNKED + b"size\r\n" + OK,
        "a chunk of 99 digits": CHUNKED + b"f" * 99 + b"\r\n" + OK,
        "a chunk of 70000 digits": CHUNKED + b"0" * 70000 + b"\r\n" + OK,
        "a chunk that goes on": CHUNKED + b"5\r\n" + OK,
        "chunks without end": CHUNKED + b"5\r\n12345\r\n",
        "nothing but a line end": b"\r\n",
        "no status": b"HTTP/1.1\r\n\r\n",
        "a negative status": head(status="-200 OK"),
        "a status of words": head(status="OK OK"),
        "a status of 5000 digits": head(status="9" * 5000),
        "another protocol": b"FTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "a header of 100 kB": head("X: " + "y" * 100_000) + OK,
        "a status line of 100 kB": head(status="200 " + "y" * 100_000) + OK,
        "a thousand headers": head(*(f"X-{n}: y" for n in range(1000))) + OK,
        "gzip cut short": encoded(ZIPPED[:-9]),
        "gzip of nothing": encoded(ZIPPED[:5]),
        "gzip with a wrong checksum": encoded(ZIPPED[:-8] + b"12345678"),
        "gzip with something behind it": encoded(ZIPPED + b"behind"),
        "no gzip": encoded(OK),
        "a bomb": encoded(gzip.compress(bytes(50_000_000))),
        "a bomb in many members": encoded(gzip.compress(bytes(400_000)) * 9),
        "gzip in 100 members": encoded(ZIPPED + gzip.compress(b"") * 99),
        "a gzip of thousands of members": encoded(gzip.compress(b"") * 40_000),
        "too long": http(b" " * (LIMIT + 1)),
        "too long in chunks": CHUNKED + b"fffff\r\n%s\r\n" % (b" " * 0xFFFFF) * 2,
        "too long without a length": head() + b" " * (LIMIT * 3),
        "brotli": encoded(OK, "br"),
        "an encoding of 5000 letters": encoded(OK, "x" * 5000),
        "two encodings": encoded(ZIPPED, "gzip, gzip"),
        "unknown transfer": head("Transfer-Encoding: zip") + OK[:9],
        "status 101": head(status="101 Switching Protocols"),
        "status 204": head(status="204 No Content"),
        "status 205": http(status="205 Reset Content"),
        "status 206": http(OK[:50], "206 Partial Content"),
        "status 300": http(b"", "300 Multiple Choices"),
        "status 304": head("Content-Length: 99", status="304 Not Modified"),
        "status 600": http(OK, "600 ?"),
        "status 999": http(OK, "999 ?"),
        "an authority of a proxy": http(b"", "407 Proxy Authentication Required"),
        "a wait of 20 digits": http(
            b"", "503 Busy", headers="Retry-After: 99999999999999999999\r\n"
        ),
        "a negative wait": http(b"", "503 Busy", headers="Retry-After: -5\r\n"),
        "a wait of words": http(b"", "503 Busy", headers="Retry-After: \xb2 soon\r\n"),
        "a wait until the year 9999": http(
            b"", "429 Busy", headers="Retry-After: Fri, 31 Dec 9999 23:59:59 -2359\r\n"
        ),
        "a wait of 5000 digits in a date": http(
            b"", "429 Busy", headers=f"Retry-After: Fri, {'3' * 5000} Dec 2026 23:59:59 GMT\r\n"
        ),
    }.items()
}
FAILURES |= {
    "replies on the way for ever": Act(floods=head(status="100 Continue") * 99),
    "replies on the way for ever, other": Act(floods=head(status="103 Early Hints") * 99),
    "a head for ever": Act(b"HTTP/1.1 200 OK\r\n", floods=b"X: yyyyyyyyyyyyyyyyyyy\r\n" * 99),
    "a line for ever": Act(b"HTTP/1.1 200 OK\r\nX: ", floods=b"y" * 65536),
    "a body for ever": Act(head(), floods=b" " * 65536),
    "chunks for ever": Act(CHUNKED, floods=b"a\r\n0123456789\r\n" * 999),
    "a size of a chunk for ever": Act(CHUNKED, floods=b"0" * 65536),
    "a chunk of minus one, 40 MB": Act(CHUNKED + b"-1\r\n" + b" " * 40_000_000, "close"),
    "trailers for ever": Act(CHUNKED + b"0\r\n", floods=b"X: y\r\n" * 9999),
    "a length that lies, for ever": Act(head("Content-Length: 5"), floods=b"12345" * 9999),
    "silence": Act(end="hang"),
    "a body that does not come": Act(head("Content-Length: 99"), "hang"),
    "a chunk that does not come": Act(CHUNKED + b"9\r\n", "hang"),
    "a status line that does not end": Act(b"HTTP/1.1 200", "hang"),
}


def read(caller: Caller) -> Any:
    return caller.tbk_shop_get(fields="user_id", q="x")


def write(caller: Caller) -> Any:
    return caller.tbk_adzone_create(site_id="1", adzone_name="x")


CALLS = {READ: read, WRITE: write}


@pytest.mark.parametrize("answer", ANSWERS)
def test_odd_but_right(breaker: Breaker, callers: Callers, answer: str) -> None:
    breaker.acts.append(Act(ANSWERS[answer], "close"))
    assert read(callers(gateway=breaker.url, retries=ONCE)).total_results == 7


@pytest.mark.parametrize("name", FAILURES)
def test_odd_and_wrong(breaker: Breaker, callers: Callers, name: str) -> None:
    act = FAILURES[name]
    endless = act.floods or act.end == "hang"
    caller = callers(
        gateway=breaker.url, retries=ONCE, max_reply_bytes=LIMIT, timeout=0.15 if endless else 9
    )
    for method, call in CALLS.items():
        breaker.acts.append(act)
        started = time.monotonic()
        tracemalloc.start()
        try:
            with pytest.raises(TaobaokeError) as caught:
                call(caller)
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert time.monotonic() - started < 8
        assert isinstance(caught.value, TransportError)
        judge(caught.value, method_of(method))
        assert caught.value.may_have_taken_effect == (call is write)
        assert most < MOST_MEMORY
