"""Times and memory of the generator beside openapi-python-client, in one run.

The yardstick renders a client alone from our generated/openapi.yaml, with its default settings.
Ours renders four targets. Every number is the median of RUNS whole processes; ratios compare
medians of the same run, because machines differ and are noisy. The table below is kept in
benchmarks/generator.md.
"""

import contextlib
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.spec.layout import flow
from generator.spec.load import parse

ROOT = Path(__file__).resolve().parent.parent
YARDSTICK = ROOT / ".venv" / "bench" / "bin" / "openapi-python-client"
RUNS = 5
SAMPLING = 0.02
"""Seconds between two looks at the memory of the processes."""
TIMES = 10
"""How many times the specs are multiplied for the test of growth."""


@dataclass
class Measure:
    """Seconds and peak memory of the largest process, one entry a run."""

    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def peak(self) -> float:
        return max(self.megabytes)


def measured(measure: Measure, command: list[str], folder: Path) -> None:
    """Run one whole process and note what it took."""
    # The yardstick formats with ruff if it finds it on the PATH.
    path = f"{YARDSTICK.parent}{os.pathsep}{os.environ['PATH']}"
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PATH": path},
            start_new_session=True,
        )
        largest = 0
        while process.poll() is None:
            largest = max(largest, largest_of_session(process.pid))
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(SAMPLING)
        measure.seconds.append(time.perf_counter() - start)
        measure.megabytes.append(largest / 1024)
        if process.returncode:
            output.seek(0)
            told = output.read().decode(errors="replace")[-3000:]
            raise SystemExit(f"{' '.join(command)} failed:\n{told}")


def largest_of_session(leader: int) -> int:
    """Peak memory, in kB, of the largest process of a session, workers of servers included."""
    largest = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        with contextlib.suppress(OSError, ValueError):
            if os.getsid(int(status.parent.name)) == leader:
                peak = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
                largest = max(largest, int(peak[1]) if peak else 0)
    return largest


@contextmanager
def project(copies: int = 1) -> Iterator[Path]:
    """A copy of the project in a folder that goes away, its specs multiplied."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("specs", "templates"):
            shutil.copytree(ROOT / name, root / name)
        for number in range(1, copies):
            multiply(root, number)
        yield root


def multiply(root: Path, number: int) -> None:
    """Every API once more, under another name."""
    entries = []
    for path in sorted((ROOT / "specs" / "apis").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        data: Any = parse(path.name, text.encode()).data
        name = f"{data['method']}.copy{number}"
        text = text.replace(f"method: {data['method']}", f"method: {name}", 1)
        text = re.sub(r"^idempotent: true$", "idempotent: false", text, flags=re.M)
        text = re.sub(r"^(status|replaced_by): .+\n", "", text, flags=re.M)
        target = root / path.relative_to(ROOT).with_name(f"{name}.yaml")
        target.write_text(text, encoding="utf-8")
        entry = {"title": data.get("title"), "method": name, "doc": data["doc"].get("id")}
        known = {key: value for key, value in entry.items() if value is not None}
        entries.append(f"  - {flow(known)}\n")
    with (root / "specs" / "catalog.yaml").open("a", encoding="utf-8") as catalog:
        catalog.writelines(entries)


def tbkgen(root: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "generator", "--root", str(root), "build", *options]


def edit_one_spec(root: Path, run: int) -> None:
    """One description of one API, another text in every run."""
    path = root / "specs/apis/publisher/taobao.tbk.order.details.get.yaml"
    text = path.read_text(encoding="utf-8")
    edited = re.sub(
        r"(summary: \{zh: )[^,]+", rf"\g<1>查询推广订单（第 {run} 次修改）", text, count=1
    )
    assert edited != text
    path.write_text(edited, encoding="utf-8")


def clear(root: Path) -> None:
    for name in ("generated", ".cache"):
        shutil.rmtree(root / name, ignore_errors=True)


def measure_all(say: Callable[[str], None]) -> dict[str, Measure]:
    measures = {name: Measure() for name in ("yardstick", "cold", "edited", "unchanged", "tenfold")}
    with project() as root, tempfile.TemporaryDirectory() as scratch:
        for run in range(RUNS):
            say(f"run {run + 1} of {RUNS}")
            output = Path(scratch) / f"client{run}"
            command = [str(YARDSTICK), "generate", "--path", str(ROOT / "generated/openapi.yaml")]
            measured(measures["yardstick"], [*command, "--output-path", str(output)], Path(scratch))
            clear(root)
            measured(measures["cold"], tbkgen(root), ROOT)
            edit_one_spec(root, run)
            measured(measures["edited"], tbkgen(root), ROOT)
            measured(measures["unchanged"], tbkgen(root), ROOT)
    with project(TIMES) as root:
        for run in range(3):
            say(f"ten times the specs, run {run + 1} of 3")
            clear(root)
            measured(measures["tenfold"], tbkgen(root), ROOT)
    return measures


def report(measures: dict[str, Measure]) -> str:
    base, cold = measures["yardstick"].median, measures["cold"].median
    rows = [
        ("openapi-python-client (a client alone)", "yardstick", base, "1"),
        ("tbkgen, cold, four targets", "cold", base, "≤ 1.5"),
        ("tbkgen, one spec edited", "edited", base, "≤ 0.25"),
        ("tbkgen, nothing changed", "unchanged", base, "≤ 0.1"),
        (f"tbkgen, cold, {TIMES} times the specs", "tenfold", cold, "≤ 11 × cold"),
    ]
    lines = [
        "| whole process | median s | ratio | target | peak MB of the largest process |",
        "|---|---|---|---|---|",
    ]
    for label, name, against, target in rows:
        measure = measures[name]
        ratio = f"{measure.median / against:.2f}"
        lines.append(
            f"| {label} | {measure.median:.2f} | {ratio} | {target} | {measure.peak:.0f} |"
        )
    specs = len(list((ROOT / "specs" / "apis").rglob("*.yaml")))
    lines += [
        "",
        f"{specs} specs · CPython {sys.version.split()[0]} · {os.cpu_count()} cores · "
        f"median of {RUNS} runs (3 for the last row) · ratio to the yardstick, "
        "in the last row to our own cold time",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    text = report(measure_all(lambda line: print(line, file=sys.stderr)))
    (ROOT / "benchmarks" / "generator.md").write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
