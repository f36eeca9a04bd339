"""Hostile requests: every one gets an answer. `python -m mock.fuzz 50000` runs so many of them.

Most go to the core as values; some go over a connection as bytes, whole or broken. An answer is a
reply in the platform's form, or a clean 4xx. What is made depends on the seed alone.
"""

import argparse
import json
import random
import socket
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote_plus, urlencode
from xml.etree import ElementTree

import real
from real import SAMPLES
from taobaoke_mock import Mock, MockServer
from taobaoke_mock.http import HttpLimits, Reply, Request

from generator.spec.ir import Api
from mock.calls import multipart, public, signed

BUSINESS_FORMS = ("application/json", "text/javascript", "text/xml", "text/plain", "text/html")
"""What the mock may answer with."""
QUICK = HttpLimits(head_time=2.0, body_time=2.0, linger_time=0.2)
FEW = 2160
"""Orders of the book: the first call that looks back 90 days makes all of them."""

LONG = "9" * 5000
NUMBERS = [
    *"0 -1 1 100 101 1e999999999 1e-9999999999 0.1 0.30000000000000004 NaN -Infinity".split(),
    *"sNaN123 ² ١٢ 1_0 0x10 1. .5 -0 +1".split(),
    *(" 1", "9" * 30, LONG, f"-{LONG}"),
]
TEXTS = [
    *"x 女装 <&>'\" %E5%A5%B3 https%3A%2F%2Fa.b //s.click.taobao.com/x mock-² mock--1".split(),
    *"../../etc/passwd {q} ${q} 🙂 platform __class__ null true undefined".split(),
    *("", " ", "a" * 300, "\x00", "\r\nX-Injected: 1", "\ufffd", "\u202e", f"mock-{LONG}"),
]
DEEP = 5000
STRUCTURES = [
    *'{} [] [[]] { [1, [null] [{"x":null}] 1 "x" [true,false] {"a":NaN} {"a":1}'.split(),
    *('{"a":"\\ud800"}', '{"\\u0000":1}', '{"page_no":1e400}', '{"page_no":{"a":[]}}'),
    *("[" * DEEP, '{"a":' * DEEP, "[" * DEEP + "]" * DEEP),
    *(f'{{"page_size":{LONG}}}', f"[{'1,' * 3000}1]"),
]
TIMES = [
    *(f"{day} 00:00:00" for day in ("2024-06-18", "0000-00-00", "9999-12-31", "2024-02-30")),
    *("1" * 13, LONG),
]
WAYS = ("hmac-sha256", "hmac", "md5")
VERBS = ["POST", "GET", "PUT", "HEAD", "OPTIONS", "DELETE", "PATCH", "TRACE"]
FAULTS = [
    *"7 15:isv.invalid-parameter http-502 empty bad-json timeout-99999999999 delay- cut-0".split(),
    *"ban-30 isv.x http-999 7x delay-2+7+7 disconnect+delay-99999999".split(),
    *("", LONG, "\xff"),
]
PATHS = [
    *"/router/rest /router/batch /router/rest/ / // * /healthz /mock/ /mock/requests".split(),
    *"/mock/all /mock/replies/x /mock/faults/* /mock/replies/taobao.tbk.shop.get".split(),
    *("/mock/\x00", "/\ud83d"),
]
FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data"
KINDS = [
    *(FORM, "application/json", "text/plain", "", PARTS),
    *(f"{PARTS}; boundary={each}" for each in ("", "----boundary-of-the-tests", "x" * 5000)),
]


@dataclass(frozen=True)
class Failure:
    """A request without a proper answer."""

    number: int
    request: object
    what: str

    def __str__(self) -> str:
        return f"request {self.number}: {self.what}\n{self.request!r}"


class Fuzz:
    """Makes requests; the same ones for the same seed."""

    def __init__(self, seed: int = 0) -> None:
        self._chance = random.Random(seed)
        self._apis = list(real.spec().typed)
        self._samples = {api.method: SAMPLES.request(api) for api in self._apis}

    def request(self) -> Request:
        """A request as the core gets it."""
        chance = self._chance
        path = "/router/rest" if chance.random() < 0.85 else chance.choice(PATHS)
        headers = {
            "host": chance.choice(
                ["localhost", "127.0.0.1:80", "[::1]:80"] * 20 + ["evil.example", "", "[", "a:b:c"]
            )
        }
        if chance.random() < 0.1:
            headers["x-mock-error"] = chance.choice(FAULTS)
        if chance.random() < 0.05:
            headers["accept-encoding"] = chance.choice(
                ["gzip", "gzip;q=0", "br, gzip", "gzip;q=x", ",;,"]
            )
        if chance.random() < 0.05:
            headers["top-api-separator"] = chance.choice(["", "&", "=", "\xff", "-S-"])
        body, kind = self._body()
        headers["content-type"] = kind
        query = b""
        if chance.random() < 0.1:
            query, body = body, query
        verb = chance.choice(VERBS) if chance.random() < 0.1 else "POST"
        return Request(verb, path, query, headers, body)

    def _body(self) -> tuple[bytes, str]:
        chance = self._chance
        fields, files = self._fields()
        if chance.random() < 0.95 and fields.get("sign_method") in WAYS:
            fields = signed(fields)
        if files or chance.random() < 0.1:
            body, kind = multipart(fields, files)
        else:
            body, kind = urlencode(fields, errors="replace").encode(), FORM
        if chance.random() < 0.1:
            kind = chance.choice(KINDS)
        if chance.random() < 0.1:
            body = self._damaged(body)
        if chance.random() < 0.02:
            body = b"\r\n-S-\r\n".join([b"#PUBLIC#format=json", body, b"N", body])
        return body, kind

    def _fields(self) -> tuple[dict[str, str], dict[str, bytes]]:
        chance = self._chance
        api = chance.choice(self._apis)
        sample = self._samples[api.method]
        fields = {str(name): value for name, value in sample.items() if isinstance(value, str)}
        files = {str(name): value for name, value in sample.items() if isinstance(value, bytes)}
        fields |= public(api.method, format=chance.choice(["json", "json", "xml"]))
        for _ in range(chance.choice([0, 1, 1, 2, 3])):
            name = self._name(api, fields)
            fields[name] = self._value()
        if chance.random() < 0.05:
            fields.pop(chance.choice([*fields]))
        if chance.random() < 0.002:
            fields |= {f"p{number}": "x" for number in range(8000)}
        if chance.random() < 0.03:
            files[chance.choice(["", "pic_stream", "x", "q", *fields])] = b"\x00\xff"
        return fields, files

    def _name(self, api: Api, fields: dict[str, str]) -> str:
        chance = self._chance
        mine = [str(member.name) for member in api.parameters]
        others = [
            *fields,
            "simplify",
            "x",
            "",
            "search_option.page_size",
            "page_size",
            "a.b.c",
            "x" * 300,
        ]
        return chance.choice(mine if mine and chance.random() < 0.7 else others)

    def _value(self) -> str:
        chance = self._chance
        return chance.choice(chance.choice([NUMBERS, TEXTS, STRUCTURES, TIMES]))

    def _damaged(self, body: bytes) -> bytes:
        chance = self._chance
        data = bytearray(body)
        for _ in range(chance.choice([1, 1, 2, 10])):
            place = chance.randrange(len(data) + 1)
            match chance.randrange(4):
                case 0:
                    del data[place:]
                case 1:
                    data[place:place] = chance.randbytes(chance.randrange(1, 9))
                case 2:
                    del data[place : place + 3]
                case _:
                    data[place:place] = chance.choice(
                        [b"%", b"%ff", b"&&", b"=", b"+", b"\r\n", b"--", b";"]
                    )
        return bytes(data)

    def bytes(self) -> bytes:
        """A request as it goes over a connection, often a broken one."""
        chance = self._chance
        request = self.request()
        target = quote_plus(request.path, safe="/*", errors="replace").encode()
        if request.query:
            target += b"?" + request.query.replace(b" ", b"+").replace(b"\r\n", b"")
        lines = [b"%b %b HTTP/1.%d" % (request.verb.encode(), target, chance.random() < 0.9)]
        lines += [
            name.encode() + b": " + value.encode("latin-1", "replace").replace(b"\r\n", b"")
            for name, value in request.headers.items()
        ]
        length = len(request.body)
        strange: list[list[bytes]] = [
            [b"Content-Length: %d" % length] * 2,
            [b"Content-Length: %d" % length, b"Content-Length: %d" % (length + 1)],
            [b"Content-Length: %d" % length, b"Transfer-Encoding: chunked"],
            [b"Content-Length: -1"],
            [b"Content-Length: " + b"9" * 40],
            [b"Content-Length: 1x"],
            [b"Content-Length : %d" % length],
            [b"Transfer-Encoding: gzip, chunked"],
            [b"Transfer-Encoding: chunked, gzip"],
            [b"Content-Length: %d" % length, b" folded: yes"],
            [b"Content-Length: %d" % length, b"Host: other"],
            [b"Content-Length: %d" % length, b"X: " + b"x" * 70000],
            [b"Content-Length: %d" % length, *[b"X-%d: y" % number for number in range(120)]],
            [b"Content-Length: %d" % length, b"Expect: 100-continue"],
            [b"Content-Length: %d" % length, b"Expect: the-unexpected"],
            [b"Content-Length: %d" % length, b"Connection: Upgrade", b"Upgrade: h2c"],
            [b"Content-Length: %d" % length, b"\x00: y"],
            [b"Content-Length: %d" % length, b"X: a\x00b"],
        ]
        lines += (
            chance.choice(strange) if chance.random() < 0.4 else [b"Content-Length: %d" % length]
        )
        lines.append(b"Connection: close")
        whole = b"\r\n".join([*lines, b"", request.body])
        return self._damaged(whole) if chance.random() < 0.2 else whole


def check(reply: Reply) -> str | None:
    """What is wrong with a reply of the core; None if it is a proper one."""
    kind = dict(reply.headers).get("Content-Type", "")
    if not 200 <= reply.status < 600 or reply.status == 500:
        return f"status {reply.status}"
    if not kind.startswith(BUSINESS_FORMS):
        return f"content type {kind!r}"
    for name, value in reply.headers:
        if not (name + value).isascii() or not (name + value).isprintable():
            return f"header {name}: {value!r}"
    if reply.pace.drop or reply.status != 200 or "Content-Encoding" in dict(reply.headers):
        return None
    if kind.startswith(("text/javascript", "application/json")) and not reply.body.startswith(
        b"<html>"
    ):
        json.loads(reply.body)
    elif kind.startswith("text/xml") and not reply.body.startswith(b"<html>"):
        ElementTree.fromstring(reply.body)
    return None


def through_core(count: int, seed: int = 0) -> Iterator[tuple[int, Failure | None]]:
    """Requests as values; the time of each is looked at as well."""
    fuzz, mock = Fuzz(seed), Mock(orders=FEW)
    for number in range(count):
        request = fuzz.request()
        start = time.perf_counter()
        try:
            wrong = check(mock.answer(request))
        except Exception as error:
            wrong = f"{type(error).__name__}: {error}"
        if time.perf_counter() - start > 5:
            wrong = wrong or "took more than 5 seconds"
        yield number, Failure(number, request, wrong) if wrong else None
        if number % 500 == 0:
            mock.reset()


def through_connections(count: int, seed: int = 0) -> Iterator[tuple[int, Failure | None]]:
    """Requests as bytes, each over a connection of its own that is closed for writing behind it."""
    fuzz = Fuzz(seed)
    with MockServer(limits=QUICK, orders=FEW) as server:
        for number in range(count):
            data = fuzz.bytes()
            if b"timeout" in data or b"disconnect" in data:
                continue
            answer = exchange(server.port, data)
            wrong = None if _is_proper(answer, data) else f"answered {answer[:200]!r}"
            yield number, Failure(number, data, wrong) if wrong else None
            if number % 500 == 0:
                server.reset()


def exchange(port: int, data: bytes) -> bytes:
    """All that comes back for some bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        try:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # it was refused before it was sent
        answer = bytearray()
        try:
            while piece := connection.recv(65536):
                answer += piece
        except ConnectionResetError:
            pass
        return bytes(answer)


def _is_proper(answer: bytes, data: bytes) -> bool:
    if not data.strip(b"\r\n"):
        return answer == b""  # nothing was asked
    status = answer.removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n")[9:12]
    return answer.startswith(b"HTTP/1.1 ") and status.isdigit() and status != b"500"


def main() -> int:
    """Run until the end or the first failure."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("count", type=int, nargs="?", default=50_000)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    over_connections = given.count // 10
    runs = (
        ("over connections", through_connections, over_connections),
        ("as values", through_core, given.count - over_connections),
    )
    for name, run, count in runs:
        for number, failure in run(count, given.seed):
            if failure:
                print(failure, file=sys.stderr)
                return 1
            if number % 5000 == 0:
                print(f"{name}: {number} of {count}", flush=True)
        print(f"{name}: {count} answered")
    return 0


if __name__ == "__main__":
    sys.exit(main())
