"""Calls of the mock as bytes, signed by a function of the tests' own."""

import http.client
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from oracle import signing as oracle
from real import SAMPLES
from taobaoke_mock import MockServer

from generator.spec.ir import Api
from generator.spec.text import Name

APP_KEY, APP_SECRET, SESSION = "12345678", "helloworld", "test"
FORM = "application/x-www-form-urlencoded;charset=utf-8"


@dataclass(frozen=True)
class Answer:
    """A response as it came."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def error(self) -> Any:
        return self.json["error_response"]


def signature(parameters: dict[str, str], secret: str = APP_SECRET) -> str:
    """By the documented rule; without sign_method it is md5."""
    return oracle.signature(parameters, secret.encode(), parameters.get("sign_method", "md5"))


def public(method: str, **changes: str | None) -> dict[str, str]:
    """The public parameters of a call; None leaves one out."""
    beijing = time.gmtime(time.time() + 8 * 3600)
    values: dict[str, str | None] = {
        "method": method,
        "app_key": APP_KEY,
        "timestamp": time.strftime("%Y-%m-%d %H:%M:%S", beijing),
        "v": "2.0",
        "format": "json",
        "sign_method": "hmac-sha256",
        "session": SESSION,
        **changes,
    }
    return {name: value for name, value in values.items() if value is not None}


def signed(parameters: dict[str, str], secret: str = APP_SECRET) -> dict[str, str]:
    return {**parameters, "sign": signature(parameters, secret)}


def send(
    url: str,
    body: bytes = b"",
    *,
    verb: str = "POST",
    query: str = "",
    headers: dict[str, str] | None = None,
    content_type: str = FORM,
) -> Answer:
    """One request, written by hand."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    try:
        target = parts.path + (f"?{query}" if query else "")
        fields = {"Content-Type": content_type, **(headers or {})}
        connection.request(verb, target, body or None, fields)
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()


def call(
    server: MockServer, method: str, *, headers: dict[str, str] | None = None, **arguments: str
) -> Answer:
    """A right call, everything in the body."""
    body = urlencode(signed({**public(method), **arguments})).encode()
    return send(server.url, body, headers=headers)


def ask_sample(
    server: MockServer, api: Api, *, headers: dict[str, str] | None = None, **changes: str
) -> Answer:
    """The sample call of a method."""
    return ask_with(server, api, SAMPLES.request(api), headers=headers, **changes)


def ask_with(
    server: MockServer,
    api: Api,
    request: Mapping[Name, str | bytes],
    *,
    headers: dict[str, str] | None = None,
    **changes: str,
) -> Answer:
    """A call with given arguments and files."""
    texts = {str(name): value for name, value in request.items() if isinstance(value, str)}
    files = {str(name): value for name, value in request.items() if isinstance(value, bytes)}
    body, content_type = multipart(signed({**texts, **public(api.method, **changes)}), files)
    return send(server.url, body, content_type=content_type, headers=headers)


def multipart(fields: dict[str, str], files: dict[str, bytes]) -> tuple[bytes, str]:
    """A body of multipart/form-data and its content type."""
    boundary = "----boundary-of-the-tests"
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    parts += [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="a.png"\r\n'
        f"Content-Type: application/octet-stream\r\n\r\n".encode() + content + b"\r\n"
        for name, content in files.items()
    ]
    return (
        b"".join(parts) + f"--{boundary}--\r\n".encode(),
        f"multipart/form-data; boundary={boundary}",
    )
