"""A private copy of the project that takes one fault after the other."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

_UNWATCHED = {"__pycache__", ".pytest_cache", ".hypothesis", ".mypy_cache", ".ruff_cache"}
_FAILED = re.compile(r"^(?:FAILED|ERROR) (?:tests/)?([^\s\[]+(?:\[.*?\](?= - |$))?)", re.MULTILINE)
_OPTIONS = ("-x", "-q", "-rfE", "-p", "no:cacheprovider", "-p", "no:xdist", "--tb=no")
_MOST = 500
"""How much of a path or a name is kept."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program ended."""

    code: int | None
    """None: it took too long and was ended."""
    told: str

    @property
    def failed_test(self) -> str:
        """The first test that failed."""
        return next(iter(self.failed_tests), "")

    @property
    def failed_tests(self) -> list[str]:
        """All tests that failed."""
        return [name[:_MOST] for name in _FAILED.findall(self.told)]


class Copy:
    """A copy of the project beside a pristine one, from which it is mended after each fault."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        self._pristine = folder / "pristine"
        self._temporary = folder / "tmp"
        self._state: dict[str, tuple[int, int]] = {}
        self._running: subprocess.Popen[str] | None = None
        self.stopped = False

    @classmethod
    @contextmanager
    def of(cls, project: Path, files: Sequence[str]) -> Iterator["Copy"]:
        """A warm copy of some files of a project, in a folder that goes away."""
        with tempfile.TemporaryDirectory(prefix="mutants-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            folder.chmod(0o755)  # tests make folders in it that everybody may enter
            copy = cls(folder)
            for file in files:
                if (project / file).is_file():
                    (copy.root / file).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy2(project / file, copy.root / file)
            yield copy

    def warm_up(self) -> Ran:
        """Build once, and remember how everything is then."""
        ran = self.build()
        shutil.copytree(self.root, self._pristine, symlinks=True)
        self._state = dict(self._files())
        return ran

    def build(self, command: str = "build") -> Ran:
        """Make generated/ from what the copy holds."""
        return self.run([sys.executable, "-m", "generator", command], limit=120)

    def pytest(self, modules: Sequence[str], limit: float, *options: str) -> Ran:
        """Run modules of tests, or single ones, paths below tests/, as far as the first failure."""
        paths = [f"tests/{module}" for module in modules]
        command = [sys.executable, "-m", "pytest", *_OPTIONS, *options, *paths]
        return self.run(command, limit=limit)

    def seconds(self, limit: float) -> tuple[Ran, dict[str, float]]:
        """All tests without any fault: how it ended, and seconds by module."""
        report = self._temporary.with_name("report.xml")
        ignored = [f"--ignore=tests/{name}" for name in ("golden", "frozen", "mutants")]
        options = ("--maxfail=20", "-m", "not slow", f"--junitxml={report}", *ignored)
        ran = self.pytest(("",), limit, *options)
        if ran.code == 1 and self.pytest(ran.failed_tests, limit).code == 0:
            ran = Ran(0, "")  # a busy machine: what failed by chance passes alone
        spent: dict[str, float] = {}
        if report.is_file():
            for case in ElementTree.parse(report).iter("testcase"):
                path = case.get("classname", "").removeprefix("tests.").replace(".", "/") + ".py"
                spent[path] = spent.get(path, 0.0) + float(case.get("time", 0))
        return ran, spent

    def run(self, command: Sequence[str], *, limit: float) -> Ran:
        """Run a program in the copy; whatever it starts ends with it."""
        self._temporary.mkdir(exist_ok=True)
        self._temporary.chmod(0o755)
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
            self._running = process = subprocess.Popen(
                command,
                cwd=self.root,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                text=True,
            )
            code: int | None
            try:
                code = process.wait(limit)
            except subprocess.TimeoutExpired:
                code = None
            finally:
                _end(process)
                self._running = None
            output.seek(0)
            told = output.read()
        shutil.rmtree(self._temporary, ignore_errors=True)
        return Ran(code, told)

    def stop(self) -> None:
        """End what runs, from another thread."""
        self.stopped = True
        if self._running:
            _end(self._running)

    def _environment(self) -> Mapping[str, str]:
        sources = ("generated/client/src", "generated/mock_server/src", "tests", "")
        return os.environ | {
            "PYTHONPATH": os.pathsep.join(str(self.root / source) for source in sources),
            "PYTHONHASHSEED": "0",
            "TMPDIR": str(self._temporary),
            "CI": "1",  # the same examples every time
            "PYTHONDONTWRITEBYTECODE": "",
        }

    @contextmanager
    def changed(self, file: str, change: Callable[[str], str]) -> Iterator[None]:
        """Have one file changed for a while."""
        path = self.root / file
        try:
            path.write_bytes(change(path.read_bytes().decode()).encode())
            _forget_bytecode(path)
            yield
        finally:
            self.mend()

    def forget_changed(self) -> None:
        """Have no bytecode of what a build has changed: two texts of one second look alike."""
        for path, state in self._files():
            if self._state.get(path) != state:
                _forget_bytecode(self.root / path)

    def mend(self) -> None:
        """Make everything as it was before the fault."""
        now = dict(self._files())
        for path in now.keys() - self._state.keys():
            (self.root / path).unlink(missing_ok=True)
        for path, state in self._state.items():
            if now.get(path) != state:
                (self.root / path).parent.mkdir(parents=True, exist_ok=True)
                with contextlib.suppress(FileNotFoundError):
                    (self.root / path).unlink()
                shutil.copy2(self._pristine / path, self.root / path, follow_symlinks=False)
                _forget_bytecode(self.root / path)
        self._state = dict(self._files())

    def _files(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """Size and time of all files but those that any run may write."""
        for folder, names, files in os.walk(self.root):
            names[:] = sorted(set(names) - _UNWATCHED)
            for name in files:
                path = Path(folder, name)
                found = path.lstat()
                yield path.relative_to(self.root).as_posix(), (found.st_size, found.st_mtime_ns)


def _end(process: subprocess.Popen[str]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _forget_bytecode(path: Path) -> None:
    if path.suffix == ".py":
        for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
            compiled.unlink(missing_ok=True)
