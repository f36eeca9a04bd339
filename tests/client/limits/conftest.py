"""A clock that only moves when somebody sleeps, a record of permits, and a real Redis."""

import subprocess
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from redis import Redis
from redis.exceptions import RedisError
from taobaoke._runtime import windows
from taobaoke._runtime.limiter import Caller

SHOPS = "taobao.tbk.shop.get"
ORDERS = "taobao.tbk.order.details.get"


def caller(method: str = SHOPS, *, app: str = "12345678", account: str = "me") -> Caller:
    """One of the callers of these tests."""
    return Caller(app, account, method)


def shortest_span(moments: list[Any], calls: int) -> float:
    """The shortest time between a permit and the one that came so many permits later."""
    ordered = sorted(moments)
    return min((late - early for early, late in zip(ordered, ordered[calls:], strict=False)))


class Clock:
    """Seconds that pass when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.naps: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def permits(monkeypatch: pytest.MonkeyPatch) -> list[list[float]]:
    """The moments of all permits, a list for each window of the process."""
    kept: list[list[float]] = []

    class Kept(deque[float]):
        def __init__(self, *, maxlen: int) -> None:
            super().__init__(maxlen=maxlen)
            self.all: list[float] = []
            kept.append(self.all)

        def append(self, moment: float) -> None:
            super().append(moment)
            self.all.append(moment)

    monkeypatch.setattr(windows, "deque", Kept)
    return kept


class Server:
    """A Redis of its own, without anything on disk."""

    def __init__(self, folder: Path) -> None:
        socket = folder / "redis.sock"
        self.url = f"unix://{socket}"
        self.client = Redis.from_url(self.url, decode_responses=True)
        command = f"redis-server --port 0 --unixsocket {socket} --dir {folder} --save"
        self._process = subprocess.Popen([*command.split(), ""], stdout=subprocess.DEVNULL)
        while not self.answers():
            assert self._process.poll() is None, "redis-server does not start"

    def answers(self) -> bool:
        try:
            return bool(self.client.ping())
        except (RedisError, OSError):
            return False

    def kill(self) -> None:
        self.client.close()
        self._process.kill()
        self._process.wait()

    @contextmanager
    def recorded(self) -> Iterator[dict[str, list[int]]]:
        """The moments, in microseconds of its clock, that are put into each list meanwhile."""
        found: dict[str, list[int]] = defaultdict(list)
        with self.client.monitor() as monitor:
            yield found
            self.client.echo("enough")
            while (command := monitor.next_command()["command"]) != "ECHO enough":
                name, *words = command.split()
                if name == "RPUSH":
                    found[words[0]].append(int(words[1]))


@pytest.fixture(scope="session")
def server_of_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("redis"))
    yield server
    server.kill()


@pytest.fixture
def server(server_of_session: Server) -> Server:
    """An empty Redis."""
    server_of_session.client.flushall()
    return server_of_session


@pytest.fixture
def mortal_server(tmp_path: Path) -> Iterator[Server]:
    """A Redis that may be killed."""
    server = Server(tmp_path)
    yield server
    server.kill()
