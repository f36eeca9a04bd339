"""Puts faults into copies of the project, one at a time, and keeps what came of them."""

import contextlib
import dataclasses
import hashlib
import json
import os
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mutants.areas import area_of
from mutants.copies import Copy
from mutants.faults import Fault
from mutants.trials import Trial, Verdict

UNDECIDING = ("benchmarks/", "tests/mutants/", ".ci/", "ARCHITECTURE", "CHANGELOG", "CONTRIBUTING")
"""What neither faults nor tests depend on."""


class CannotRunError(Exception):
    """Nothing can be said about the tests."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one fault."""

    fault: Fault
    verdict: Verdict
    seconds: float = 0.0

    def to_json(self) -> dict[str, Any]:
        return dataclasses.asdict(self) | {"name": self.fault.name}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Result":
        return cls(Fault(**data["fault"]), Verdict(**data["verdict"]), data["seconds"])


def project_files(root: Path) -> list[str]:
    """The files of the project, also those that git does not know yet."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    run = subprocess.run(command, cwd=root, capture_output=True, check=False)
    if run.returncode:
        raise CannotRunError("this is no git checkout, so nothing tells which files belong to it")
    found = sorted(set(run.stdout.decode().split("\0")) - {""})
    return [file for file in found if (root / file).is_file()]


def digest(root: Path, files: Sequence[str]) -> str:
    """What the results depend on: the contents of all files."""
    whole = hashlib.sha256()
    for file in files:
        if not file.startswith(UNDECIDING):
            whole.update(f"{file}\0".encode() + (root / file).read_bytes() + b"\0")
    return whole.hexdigest()[:16]


def commit(root: Path) -> str:
    """The commit, with a plus if the tree holds more than it."""
    told = [
        subprocess.run(["git", *command], cwd=root, capture_output=True, text=True, check=False)
        for command in (("rev-parse", "--short=10", "HEAD"), ("status", "--porcelain"))
    ]
    return told[0].stdout.strip() + ("+" if told[1].stdout.strip() else "")


class Kept:
    """Results in a file of JSON lines; its head tells what they are true of: a tree."""

    def __init__(self, path: Path, head: dict[str, Any]) -> None:
        self.path = path
        self.results: dict[str, Result] = {}
        self.seconds: dict[str, float] = {}
        self._lock = threading.Lock()
        lines = self._read()
        if not lines or {**lines[0], "commit": ""} != {**head, "commit": ""}:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(head) + "\n", "utf-8")
            return
        for line in lines[1:]:
            if "usual" in line:
                self.seconds = line["usual"]
            else:
                self.results[line["name"]] = Result.from_json(line)

    def _read(self) -> list[dict[str, Any]]:
        """All whole lines; one may be half written."""
        found = []
        if self.path.is_file():
            for line in self.path.read_text("utf-8").splitlines():
                with contextlib.suppress(ValueError):
                    found.append(json.loads(line))
        return found

    def knows(self, fault: Fault, *, nearest: bool = False) -> bool:
        """Whether a fault needs no trial; one that survived a first look may need another."""
        result = self.results.get(fault.name)
        return result is not None and (nearest or not result.verdict.first_look)

    def add(self, result: Result) -> None:
        """Keep a result at once."""
        with self._lock:
            self.results[result.fault.name] = result
            self._append(result.to_json())

    def usual(self, seconds: dict[str, float]) -> None:
        """Keep what the tests take without a fault."""
        self.seconds = seconds
        self._append({"usual": seconds})

    def _append(self, data: dict[str, Any]) -> None:
        with self.path.open("r+b") as file:
            file.seek(0, os.SEEK_END)
            if file.tell():
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    file.write(b"\n")
            file.write((json.dumps(data, ensure_ascii=False) + "\n").encode())


def modules_of_tests(files: Sequence[str]) -> list[str]:
    """The modules of tests, paths below tests/."""
    tests = [file.removeprefix("tests/") for file in files if file.startswith("tests/")]
    return [file for file in tests if Path(file).name.startswith("test_") and file.endswith(".py")]


def run(
    root: Path,
    faults: Sequence[Fault],
    kept: Kept,
    say: Callable[[str], None],
    *,
    workers: int = 1,
    slow: bool = False,
    nearest: bool = False,
) -> None:
    """Try all faults that have no result yet."""
    left = [fault for fault in faults if not kept.knows(fault, nearest=nearest)]
    if not left:
        return
    files = project_files(root)
    waiting: queue.SimpleQueue[Fault] = queue.SimpleQueue()
    for fault in left:
        waiting.put(fault)
    with ExitStack() as stack:
        copies = [stack.enter_context(Copy.of(root, files)) for _ in range(workers)]
        for copy in copies:
            if copy.warm_up().code != 0:
                raise CannotRunError("tbkgen build fails without any fault")
        if not kept.seconds and not nearest:
            say("running the tests once without any fault")
            ran, seconds = copies[0].seconds(limit=3600)
            if ran.code != 0:
                raise CannotRunError(f"the tests fail without any fault: {ran.failed_test}")
            copies[0].mend()
            kept.usual(seconds)
        trial = Trial(modules_of_tests(files), kept.seconds, slow, nearest)
        total = len(faults)

        def work(copy: Copy) -> None:
            for fault in _all(waiting):
                start = time.monotonic()
                verdict = trial.of(fault, copy)
                if copy.stopped:
                    return
                result = Result(fault, verdict, round(time.monotonic() - start, 1))
                kept.add(result)
                done = sum(kept.knows(fault, nearest=nearest) for fault in faults)
                say(f"{done}/{total} {line_of(result)}")

        _together(copies, work)


def _all(waiting: "queue.SimpleQueue[Fault]") -> Iterator[Fault]:
    while True:
        try:
            yield waiting.get_nowait()
        except queue.Empty:
            return


def _together(copies: Sequence[Copy], work: Callable[[Copy], None]) -> None:
    """Work in one thread a copy; an interrupt ends them all, and so does a mistake of one."""
    wrong: list[BaseException] = []

    def guarded(copy: Copy) -> None:
        try:
            work(copy)
        except BaseException as error:  # told by the main thread
            wrong.append(error)
            for other in copies:
                other.stop()

    threads = [threading.Thread(target=guarded, args=(copy,)) for copy in copies]
    for thread in threads:
        thread.start()
    try:
        for thread in threads:
            while thread.is_alive():
                thread.join(0.2)
    except KeyboardInterrupt:
        for copy in copies:
            copy.stop()
        for thread in threads:
            thread.join()
        raise
    if wrong:
        raise wrong[0]


def line_of(result: Result) -> str:
    """One result in a line."""
    fault, verdict = result.fault, result.verdict
    area = area_of(fault.file)
    told = f"killed by {verdict.test or verdict.by}" if verdict.by else "SURVIVED"
    name = area.name if area else ""
    return f"{result.seconds:5.1f} s  {name}: {fault.kind} {fault.place}  {told}"
