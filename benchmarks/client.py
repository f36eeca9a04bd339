"""Speed and size of the client beside bare libraries and the clients of others, in one run.

All send the same signed calls to a server that gives a canned answer: documented samples, repeated
to the size of a usual page. The server has one core, the process that calls the other one, and
contenders take turns in it. Ratios compare medians of the same run, because machines differ and are
noisy; targets are held against computing time, which other work on the machine disturbs less than
the clock. The tables are kept in benchmarks/client.md.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from contenders import IN_FLIGHT
from figures import Measure, verdict
from processes import ROOT, environment, machine, megabytes, two_cores

HERE = Path(__file__).parent
PYTHON = ROOT / ".venv" / "bench" / "bin" / "python"
PACKAGE = ROOT / "generated/client/src"
CERTIFICATE = ROOT / "tests/client/self_signed.pem"
PATH = "/router/rest"
ITEMS, ORDERS = 15, 100
ITEM_SPEC = "specs/apis/publisher/taobao.tbk.dg.material.optional.upgrade.yaml"
ORDER_SPEC = "specs/apis/publisher/taobao.tbk.order.details.get.yaml"
OFTEN = {
    "item_id": (),
    "item_basic_info": (),
    "price_promotion_info": ("reserve_price", "zk_final_price", "final_promotion_price"),
    "publish_info": ("income_rate", "income_info", "commission_type", "coupon_share_url"),
}
"""What an item has without a presale, campaigns, subsidies and other events; () is all of it."""
ROUNDS = 9
ENDURED = 1000
"""Calls before memory and connections are looked at."""
REFUSED = 200
"""Calls of a gateway that is out of order."""
STARTS = 4
"""Of each program, in a round."""
PATIENCE = 300
"""Seconds after which a program should have ended."""
OURS = "taobaoke"


@dataclass(frozen=True)
class Experiment:
    """Contenders that make calls in one process, see calls.py."""

    name: str
    title: str
    calls: int
    """In a turn."""
    base: str
    """The contender that ratios refer to."""
    target: str
    places: tuple[str, ...] = ("HTTP", "TLS")


EXPERIMENTS = (
    Experiment("call", "a typed call", 60, "urllib3", "≤ 1 ×"),
    Experiment("items", f"a call, 11 members of {ITEMS} items read", 60, "urllib3", "≤ 1.3 ×"),
    Experiment("async", f"an asynchronous call, {IN_FLIGHT} at a time", 300, "aiohttp", "≤ 1.15 ×"),
    Experiment(
        "orders", f"reading 3 members of {ORDERS} orders", 6, "urllib3", "≤ 300", places=("HTTP",)
    ),
)
LABELS = {
    "urllib3": "urllib3 + json.loads",
    "http_client": "http.client + MD5 + json.loads",
    "aiohttp": "aiohttp + json.loads",
}
"""Of contenders that are written by hand."""


@dataclass(frozen=True)
class Program:
    """A whole process."""

    title: str
    code: str
    target: str = ""


FIRST_CALL = "import sys, contenders; contenders.{}(sys.argv[1])()"
STARTED = (
    Program("import http.client, json, hashlib", "import http.client, json, hashlib"),
    Program("taobaoke: a client", "from taobaoke import Client; Client('1', '2')", "≤ 1.3 ×"),
    Program("taobaoke: the first call", FIRST_CALL.format("taobaoke"), "≤ 3 ×"),
    *(
        Program(f"{LABELS.get(name, name)}: the first call", FIRST_CALL.format(name))
        for name in ("http_client", "urllib3", "taobaopy", "topsdk")
    ),
)
MODELS = """
from time import process_time
import taobaoke.methods.tbk_shop_get  # with the first method comes what all of them need
start = process_time()
from taobaoke.methods.tbk_dg_material_optional_upgrade import TbkDgMaterialOptionalUpgradeResponse
print((process_time() - start) * 1e3)
"""
ENDURING = """
import sys, contenders
call = getattr(contenders, sys.argv[2])(sys.argv[1])
for _ in range(int(sys.argv[3])):
    call()
print(open("/proc/self/status").read())
"""
REFUSING = """
import contextlib, sys, contenders
from taobaoke import RetryPolicy, TaobaokeError
retries = RetryPolicy(transient_pause=0.001, longest_pause=0.001)
call = contenders.taobaoke(sys.argv[1], retries=retries)
for _ in range(int(sys.argv[2])):
    with contextlib.suppress(TaobaokeError):
        call()
"""
"""As often as by default, but without the long pauses."""
VERSIONS = """
import importlib.metadata, platform, sys
print(platform.python_version(), *map(importlib.metadata.version, sys.argv[1:]))
"""


@dataclass
class Server:
    """A canned server; once it has ended it knows its counts."""

    url: str
    counts: dict[str, int] = field(default_factory=dict)


class Bench:
    """Runs programs beside servers."""

    def __init__(self, python: Path, server_core: int, folder: Path) -> None:
        self.python = python
        self.server_core = server_core
        self.folder = folder

    @contextmanager
    def serving(self, answer: bytes, place: str = "HTTP") -> Iterator[Server]:
        file = self.folder / "answer"
        file.write_bytes(answer)
        command = [sys.executable, str(HERE / "canned.py"), str(file)]
        if place == "TLS":
            command += ["--tls", str(CERTIFICATE)]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdin
            assert process.stdout
            os.sched_setaffinity(process.pid, {self.server_core})
            scheme = {"HTTP": "http", "TLS": "https"}[place]
            server = Server(f"{scheme}://127.0.0.1:{int(process.stdout.readline())}{PATH}")
            try:
                yield server
                process.stdin.close()
                server.counts = json.loads(process.stdout.readline())
            finally:
                process.kill()

    def run(self, *arguments: object) -> str:
        """What a program writes that sees our client, and those of others."""
        variables = {
            "NO_PROXY": "*",
            "REQUESTS_CA_BUNDLE": str(CERTIFICATE),
            "SSL_CERT_FILE": str(CERTIFICATE),
        }
        ran = subprocess.run(
            [str(self.python), *map(str, arguments)],
            cwd=self.folder,
            env=environment(PACKAGE, HERE, **variables),
            stdout=subprocess.PIPE,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        if ran.returncode:
            raise SystemExit(f"{' '.join(map(str, arguments))} failed")
        return ran.stdout


def sample(spec: str) -> Any:
    """The content of the reply that the documents of a method show."""
    return yaml.load((ROOT / spec).read_bytes(), yaml.CSafeLoader)["example"]["response"]


def item_page() -> bytes:
    content = sample(ITEM_SPEC)
    (whole,) = content["result_list"]["map_data"]
    item = {
        name: {part: whole[name][part] for part in parts} if parts else whole[name]
        for name, parts in OFTEN.items()
    }
    content["result_list"]["map_data"] = [item] * ITEMS
    return body_of("tbk_dg_material_optional_upgrade", content)


def order_page() -> bytes:
    content = sample(ORDER_SPEC)
    content["data"]["results"]["publisher_order_dto"] *= ORDERS
    return body_of("tbk_order_details_get", content)


def body_of(name: str, content: dict[str, Any]) -> bytes:
    reply = {f"{name}_response": {**content, "request_id": "15rq3gp8c0bmg"}}
    return json.dumps(reply, ensure_ascii=False, separators=(",", ":")).encode()


def answer(body: bytes, status: str = "200 OK") -> bytes:
    head = (
        f"HTTP/1.1 {status}\r\n"
        "Content-Type: text/javascript;charset=UTF-8\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


@dataclass(frozen=True)
class Endured:
    """What a process has after many calls: resident MB, and connections that it made."""

    memory: float
    connections: int


@dataclass
class Findings:
    """All that was measured."""

    calls: dict[tuple[str, str], dict[str, Measure]] = field(default_factory=dict)
    """By experiment and place, then by contender."""
    starts: dict[str, Measure] = field(default_factory=dict)
    """By the title of the program."""
    models: Measure = field(default_factory=Measure)
    endured: dict[str, Endured] = field(default_factory=dict)
    """By contender."""
    refused: dict[str, int] = field(default_factory=dict)
    """Requests, by what the gateway does."""


def measure_calls(bench: Bench, experiment: Experiment, place: str, rounds: int) -> dict[str, Any]:
    page = order_page() if experiment.name == "orders" else item_page()
    with bench.serving(answer(page), place) as server:
        told = bench.run(HERE / "calls.py", experiment.name, server.url, rounds, experiment.calls)
    return {name: Measure(figures) for name, figures in json.loads(told).items()}


def measure_starts(bench: Bench, url: str, findings: Findings) -> None:
    for program in STARTED:
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        bench.run("-c", program.code, url)
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        findings.starts.setdefault(program.title, Measure()).add(cpu=cpu * 1e3, wall=wall * 1e3)
    findings.models.add(cpu=float(bench.run("-c", MODELS)))


def measure_endurance(bench: Bench, name: str) -> Endured:
    with bench.serving(answer(item_page())) as server:
        status = bench.run("-c", ENDURING, server.url, name, ENDURED)
    return Endured(megabytes(status, "VmRSS"), server.counts["connections"])


def measure_refusals(bench: Bench, reply: bytes) -> int:
    with bench.serving(reply) as server:
        bench.run("-c", REFUSING, server.url, REFUSED)
    return server.counts["requests"]


def measure_all(bench: Bench, rounds: int, say: Callable[[str], None]) -> Findings:
    findings = Findings()
    for experiment in EXPERIMENTS:
        for place in experiment.places:
            say(f"{experiment.title}, {place}")
            found = measure_calls(bench, experiment, place, rounds)
            findings.calls[experiment.name, place] = found
    with bench.serving(answer(item_page())) as server:
        measure_starts(bench, server.url, Findings())  # compiles
        for number in range(rounds):
            say(f"starts, round {number + 1} of {rounds}")
            for _ in range(STARTS):
                measure_starts(bench, server.url, findings)
    for name in (OURS, "http_client", "urllib3", "requests", "httpx", "taobaopy", "topsdk"):
        say(f"{ENDURED:,} calls, {name}")
        findings.endured[name] = measure_endurance(bench, name)
    for what, reply in (("answers 503", answer(b"", "503 Service Unavailable")), ("resets", b"")):
        say(f"{REFUSED} calls of a gateway that {what}")
        findings.refused[what] = measure_refusals(bench, reply)
    return findings


def row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def goals(findings: Findings) -> list[str]:
    """What the project wants of the client, and what it got."""
    lines = [row("the client", "figure", "target"), row("---", "---:", "---")]
    for experiment in EXPERIMENTS:
        for place in experiment.places:
            found = findings.calls[experiment.name, place]
            lines.append(call_goal(experiment, place, found))
    base = findings.starts[STARTED[0].title].median("cpu")
    for program in STARTED:
        if program.target:
            ratio = findings.starts[program.title].median("cpu") / base
            label = f"whole process, {program.title}, to `{STARTED[0].title}`"
            lines.append(row(label, f"{ratio:.2f} ×", verdict(program.target, ratio)))
    endured = findings.endured[OURS]
    counted = [
        ("import of one method's models, ms", findings.models.median("cpu"), ".1f", "≤ 5"),
        (f"resident after {ENDURED:,} calls, MB", endured.memory, ".1f", "≤ 30"),
        (f"connections of {ENDURED:,} calls", endured.connections, "d", "≤ 1"),
    ]
    for what, requests in findings.refused.items():
        label = f"requests of {REFUSED} calls, the gateway {what}"
        counted.append((label, requests, "d", "≤ 235"))
    for label, figure, digits, target in counted:
        lines.append(row(label, format(figure, digits), verdict(target, figure)))
    return lines


def call_goal(experiment: Experiment, place: str, found: dict[str, Measure]) -> str:
    ours = found[OURS].median("cpu")
    if "×" not in experiment.target:
        return row(f"{experiment.title}, µs", f"{ours:,.0f}", verdict(experiment.target, ours))
    ratio = ours / found[experiment.base].median("cpu")
    label = f"{experiment.title}, {place}, to {LABELS[experiment.base]}"
    return row(label, f"{ratio:.2f} ×", verdict(experiment.target, ratio))


def call_table(experiment: Experiment, findings: Findings) -> list[str]:
    """All contenders of an experiment; their ratios refer to its base."""
    heads = [
        cell
        for place in experiment.places
        for cell in (f"{place}: computing µs", "ratio", "clock µs", "ratio")
    ]
    lines = [row(experiment.title, *heads), row("---", *["---:"] * len(heads))]
    found = [findings.calls[experiment.name, place] for place in experiment.places]
    for name in found[0]:
        cells = []
        for measures in found:
            cells += call_cells(measures, name, experiment.base)
        lines.append(row(LABELS.get(name, name), *cells))
    return lines


def call_cells(measures: dict[str, Measure], name: str, base: str) -> list[str]:
    """Of a contender at a place, where not all of them come."""
    if name not in measures:
        return ["–"] * 4
    cells = []
    for kind in ("cpu", "wall"):
        median = measures[name].median(kind)
        cells += [f"{median:,.0f}", f"{median / measures[base].median(kind):.2f} ×"]
    return cells


def start_table(findings: Findings) -> list[str]:
    lines = [
        row("whole process", "computing ms", "ratio", "clock ms", "ratio"),
        row("---", *["---:"] * 4),
    ]
    base = findings.starts[STARTED[0].title]
    for title, measure in findings.starts.items():
        cells = []
        for kind in ("cpu", "wall"):
            median = measure.median(kind)
            cells += [f"{median:.1f}", f"{median / base.median(kind):.2f} ×"]
        lines.append(row(title, *cells))
    return lines


def endurance_table(findings: Findings) -> list[str]:
    lines = [
        row(f"after {ENDURED:,} calls", "resident MB", "connections"),
        row("---", "---:", "---:"),
    ]
    for name, endured in findings.endured.items():
        told = (f"{endured.memory:.1f}", f"{endured.connections:,}")
        lines.append(row(LABELS.get(name, name), *told))
    return lines


def report(bench: Bench, findings: Findings, rounds: int) -> str:
    tables = [
        goals(findings),
        *(call_table(experiment, findings) for experiment in EXPERIMENTS),
        start_table(findings),
        endurance_table(findings),
        [foot(bench, rounds)],
    ]
    return "\n\n".join("\n".join(lines) for lines in tables) + "\n"


def foot(bench: Bench, rounds: int) -> str:
    names = "msgspec urllib3 aiohttp requests httpx taobaopy topsdk".split()
    python, *versions = bench.run("-c", VERSIONS, *names).split()
    contenders = " · ".join(map(" ".join, zip(names, versions, strict=True)))
    return (
        f"{contenders} · {machine(python)}, one for the server and one for the "
        f"process that calls · medians of {rounds} rounds in turns, of {rounds * STARTS} starts · "
        f"pages of {ITEMS} items in {len(item_page()):,} bytes and {ORDERS} orders in "
        f"{len(order_page()):,} · targets are held against computing time (process_time, or what "
        "a whole process used; the kernel's is included) · what is written by hand signs its calls "
        "and decodes, too · taobaopy and topsdk connect anew for each call, topsdk knows no TLS · "
        "before a gateway that is out of order, the client keeps its number of attempts, and waits "
        "a millisecond between them"
    )


def main() -> int:
    options = argparse.ArgumentParser(description="Measure the client beside others.")
    options.add_argument("--quick", action="store_true", help="three rounds; keeps nothing")
    options.add_argument("--python", type=Path, default=PYTHON, help="with requirements/bench.txt")
    given = options.parse_args()
    try:
        server_core, load_core = two_cores()
        if not given.python.exists():
            raise LookupError("needs the clients of others: `make bench` installs them")
    except LookupError as error:
        print(f"the benchmark of the client {error}", file=sys.stderr)
        return 2
    os.sched_setaffinity(0, {load_core})  # the processes that call inherit it
    rounds = 3 if given.quick else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(given.python, server_core, Path(folder))
        findings = measure_all(bench, rounds, lambda line: print(line, file=sys.stderr))
        text = report(bench, findings, rounds)
    if not given.quick:
        (HERE / "client.md").write_text(text, encoding="utf-8")
    print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
