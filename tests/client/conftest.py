"""Both clients, each against a server of its own."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from taobaoke import AsyncClient, Client

from client.server import Gateway, serving
from client.sockets import Breaker, breaking

APP_KEY = "12345678"
SECRET = "the-app-secret"


class Caller:
    """One of the clients, used in the same way: `caller.tbk_shop_get(…)` returns the response."""

    def __init__(self, client: Any, loop: asyncio.AbstractEventLoop | None) -> None:
        self.client = client
        self.pauses: list[float] = []
        self._loop = loop

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.client, name)
        return lambda *args, **options: self._finished(method(*args, **options))

    def all(self, pages: Any) -> list[Any]:
        """Everything that an iterator over pages gives."""

        async def collect() -> list[Any]:
            return [item async for item in pages]

        return list(pages) if self._loop is None else self._loop.run_until_complete(collect())

    def _finished(self, result: Any) -> Any:
        return result if self._loop is None else self._loop.run_until_complete(result)


class Callers:
    """Makes callers of one kind and closes them."""

    def __init__(self, kind: str, gateway: Gateway) -> None:
        self._loop = asyncio.new_event_loop() if kind == "async" else None
        self._gateway = gateway
        self._made: list[Caller] = []

    def __call__(self, **options: Any) -> Caller:
        options = {"gateway": self._gateway.url, **options}
        client_type = Client if self._loop is None else AsyncClient
        caller = Caller(client_type(APP_KEY, SECRET, **options), self._loop)

        async def pause(seconds: float) -> None:
            caller.pauses.append(seconds)

        caller.client.sleep = caller.pauses.append if self._loop is None else pause
        self._made.append(caller)
        return caller

    def close(self) -> None:
        for caller in self._made:
            caller.close()
        if self._loop is not None:
            self._loop.close()


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    with serving() as gateway:
        yield gateway


@pytest.fixture(params=["sync", "async"])
def callers(request: pytest.FixtureRequest, gateway: Gateway) -> Iterator[Callers]:
    """A maker of clients with options; pauses between attempts are noted, not slept."""
    callers = Callers(request.param, gateway)
    yield callers
    callers.close()


@pytest.fixture
def caller(callers: Callers) -> Caller:
    """A client as it comes."""
    return callers()


@pytest.fixture(scope="module")
def one_breaker() -> Iterator[Breaker]:
    """A server below HTTP, for all tests of a module."""
    with breaking() as breaker:
        yield breaker


@pytest.fixture
def breaker(one_breaker: Breaker) -> Breaker:
    """The same, with nothing told and nothing received."""
    one_breaker.acts.clear()
    one_breaker.requests.clear()
    one_breaker.greeting = b""
    return one_breaker
