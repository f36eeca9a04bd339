"""Clients that talk to a function instead of a network."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from taobaoke import AsyncClient, Client, HttpReply, HttpRequest

from client.conftest import APP_KEY, SECRET

Answer = Callable[[dict[str, str]], bytes]
"""The body of the reply to a form."""


def nothing(form: dict[str, str]) -> bytes:
    """An empty answer of the method that is asked."""
    root = form["method"].removeprefix("taobao.").replace(".", "_") + "_response"
    return json.dumps({root: {}}).encode()


def form_of(request: HttpRequest) -> dict[str, str]:
    """The parameters of a request that uploads nothing."""
    pairs = parse_qsl(request.body.decode(), keep_blank_values=True, strict_parsing=True)
    assert len(dict(pairs)) == len(pairs), "a parameter was sent twice"
    return dict(pairs)


class Memory:
    """A transport of the synchronous client."""

    def __init__(self, answer: Answer) -> None:
        self.requests: list[HttpRequest] = []
        self._answer = answer

    @property
    def forms(self) -> list[dict[str, str]]:
        return [form_of(request) for request in self.requests]

    def send(self, request: HttpRequest) -> HttpReply:
        self.requests.append(request)
        return HttpReply(200, self._answer(form_of(request)))

    def close(self) -> None:
        pass


class AsyncMemory(Memory):
    """A transport of the asynchronous client."""

    async def send(self, request: HttpRequest) -> HttpReply:  # type: ignore[override]
        return super().send(request)

    async def close(self) -> None:  # type: ignore[override]
        pass


def client_and_memory(answer: Answer, **options: Any) -> tuple[Client, Memory]:
    """A client, and what it sends."""
    memory = Memory(answer)
    return Client(APP_KEY, SECRET, transport=memory, **options), memory


def async_client_and_memory(answer: Answer, **options: Any) -> tuple[AsyncClient, Memory]:
    """An asynchronous client, and what it sends."""
    memory = AsyncMemory(answer)
    return AsyncClient(APP_KEY, SECRET, transport=memory, **options), memory
