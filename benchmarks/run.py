"""Times and memory of the generator beside openapi-python-client, in one run.

The yardstick renders a client alone from our generated/openapi.yaml, with its default settings.
Ours renders all targets. Every number is the median of several whole processes; ratios compare
medians of the same run, because machines differ and are noisy. The table is kept in
benchmarks/generator.md, its first rows in the READMEs.
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
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from processes import ROOT, machine, memory

from generator.output.documents import fill_document
from generator.output.publish import replace_file
from generator.spec.files import CATALOG
from generator.spec.fmt import format_specs
from generator.spec.layout import flow
from generator.spec.load import parse

YARDSTICK = ROOT / ".venv" / "bench" / "bin" / "openapi-python-client"
RUNS = 5
SAMPLING = 0.02
"""Seconds between two looks at the memory of the processes."""
TIMES = (10, 29)
"""How many times the specs are multiplied for the tests of growth; 29 times is 4,500 methods."""
GROWTH_RUNS = 3


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
        largest = 0.0
        while process.poll() is None:
            largest = max([largest, *memory(process.pid, "VmHWM")])
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(SAMPLING)
        measure.seconds.append(time.perf_counter() - start)
        measure.megabytes.append(largest)
        if process.returncode:
            output.seek(0)
            told = output.read().decode(errors="replace")[-3000:]
            raise SystemExit(f"{' '.join(command)} failed:\n{told}")


@contextmanager
def project(copies: int = 1) -> Iterator[Path]:
    """A copy of the project in a folder that goes away, its specs multiplied."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("specs", "templates"):
            shutil.copytree(ROOT / name, root / name)
        shutil.copy(ROOT / "LICENSE", root)
        for number in range(1, copies):
            multiply(root, number)
        for file, content in format_specs(root, [CATALOG]).changed.items():
            (root / file).write_bytes(content)
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


def tbkgen(root: Path, command: str = "build") -> list[str]:
    return [sys.executable, "-m", "generator", "--root", str(root), command]


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
    measures: dict[str, Measure] = defaultdict(Measure)
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
            clear(root)
            measured(measures["lint"], tbkgen(root, "lint"), ROOT)
            measured(measures["fmt"], tbkgen(root, "fmt"), ROOT)
    for times in TIMES:
        with project(times) as root:
            for run in range(GROWTH_RUNS):
                say(f"{times} times the specs, run {run + 1} of {GROWTH_RUNS}")
                clear(root)
                measured(measures[f"cold × {times}"], tbkgen(root), ROOT)
                measured(measures[f"unchanged × {times}"], tbkgen(root), ROOT)
    return measures


def report(measures: dict[str, Measure]) -> str:
    """The table of all measures, with what the project wants of them."""
    base, cold = measures["yardstick"].median, measures["cold"].median
    methods = len(list((ROOT / "specs" / "apis").rglob("*.yaml")))
    rows = [
        ("openapi-python-client (a client alone)", "yardstick", "", ""),
        ("tbkgen build, no caches, all targets", "cold", f"{cold / base:.2f} ×", "≤ 0.6 ×"),
        *(
            (f"tbkgen {label}", name, f"{measures[name].median / base:.2f} ×", target)
            for label, name, target in (
                ("build, one spec edited", "edited", "≤ 0.12 ×"),
                ("build, nothing changed", "unchanged", "≤ 0.02 ×"),
                ("lint, no caches", "lint", "≤ 1.5 s with fmt"),
                ("fmt", "fmt", "≤ 1.5 s with lint"),
            )
        ),
    ]
    for times, target, unchanged in ((10, "≤ 10 ×, 200 MB", ""), (29, "≤ 29 ×, 450 MB", "≤ 0.6 s")):
        name = f"cold × {times}"
        ratio = f"{measures[name].median / cold:.1f} × cold"
        rows.append((f"tbkgen build, no caches, {times * methods:,} methods", name, ratio, target))
        name = f"unchanged × {times}"
        rows.append(
            (f"tbkgen build, nothing changed, {times * methods:,} methods", name, "", unchanged)
        )
    lines = [
        "| whole process | median s | ratio | target | peak MB of the largest process |",
        "|---|---|---|---|---|",
    ]
    for label, name, ratio, target in rows:
        measure = measures[name]
        told = (label, f"{measure.median:.2f}", ratio, target, f"{measure.peak:.0f}")
        lines.append(f"| {' | '.join(told)} |")
    lines += [
        "",
        f"{methods} methods · {machine()} · median of {RUNS} runs "
        f"({GROWTH_RUNS} where the methods are multiplied) · ratio to the yardstick, or to our "
        "own cold time",
    ]
    return "\n".join(lines) + "\n"


READMES = {
    "README.md": (
        "Beside openapi-python-client (a client alone, default settings, from our `openapi.yaml`) "
        "in one run;\ntbkgen renders all targets. {cores} cores, median of {runs}:",
        ("whole process", "median", "ratio"),
        (
            "openapi-python-client (a client alone)",
            "tbkgen, no caches",
            "tbkgen, one spec edited",
            "tbkgen, nothing changed",
        ),
        "Ten times the specs take {growth:.1f} times as long; the largest process then needs "
        "{peak:.0f} MB.",
    ),
    "README.zh-CN.md": (
        "与 openapi-python-client（只生成客户端，用默认设置读我们的 `openapi.yaml`）"
        "在同一次运行里比较，tbkgen 生成全部目标；\n{cores} 核，{runs} 次的中位数：",
        ("整个进程", "中位数", "比值"),
        (
            "openapi-python-client（仅客户端）",
            "tbkgen，没有任何缓存",
            "tbkgen，改了一个规范",
            "tbkgen，什么都没改",
        ),
        "规范增至十倍时，用时是原来的 {growth:.1f} 倍，最大进程占内存 {peak:.0f} MB。",
    ),
}
"""The block `speed` of a README: introduction, heading, rows, and a sentence on growth."""


def tell_readmes(measures: dict[str, Measure]) -> None:
    base = measures["yardstick"].median
    growth = measures["cold × 10"]
    for file, (introduction, heading, labels, sentence) in READMES.items():
        lines = [
            introduction.format(cores=os.cpu_count(), runs=RUNS),
            "",
            f"| {' | '.join(heading)} |",
            "|---|---|---|",
        ]
        for label, name in zip(labels, ("yardstick", "cold", "edited", "unchanged"), strict=True):
            median = measures[name].median
            ratio = "1" if name == "yardstick" else f"{median / base:.2f}"
            lines.append(f"| {label} | {median:.2f} s | {ratio} |")
        told = {"growth": growth.median / measures["cold"].median, "peak": growth.peak}
        lines += ["", sentence.format(**told)]
        replace_file(ROOT, file, fill_document(ROOT, file, {"speed": "\n".join(lines)}))


def main() -> None:
    measures = measure_all(lambda line: print(line, file=sys.stderr))
    text = report(measures)
    (ROOT / "benchmarks" / "generator.md").write_text(text, encoding="utf-8")
    tell_readmes(measures)
    print(text, end="")


if __name__ == "__main__":
    main()
