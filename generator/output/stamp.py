"""Nothing changed? What all inputs and outputs looked like when the last run ended.

A file whose size, times and inode are the remembered ones is not read again. This module is on the
way of the run that finds nothing to do: it imports nothing that takes long.
"""

import contextlib
import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.problems import Problem
from generator.spec.disk import read_regular

_TOOLS = ("jinja2-", "jsonschema-", "markupsafe-", "pyyaml-")
_LEFTOVER = ".tbkgen-"

_TICK = 50_000_000
_COARSE_TICK = 2_000_000_000
"""Nanoseconds in which two changes may get the same time: coarse disks count (two) seconds."""


class Stamp:
    """A file that remembers the last run. Lost or damaged, it says that something changed."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._last = _read(file)
        self._inputs: dict[str, str] = {}
        self._single: dict[str, str] = {}

    @property
    def extra(self) -> dict[str, int]:
        """Numbers of the last run that its summary tells."""
        extra: dict[str, int] = self._last["extra"]
        return extra

    @property
    def warnings(self) -> Iterator[Problem]:
        """What the last run warned of."""
        return (Problem(**told, warning=True) for told in self._last["warnings"])

    def look(self, inputs: Iterable[str]) -> None:
        """Look at everything that decides the output, before any of it is read."""
        self._inputs = _look(inputs, self._last["inputs"])
        self.look_at_single(self._last["single"])

    def look_at_single(self, paths: Iterable[str]) -> None:
        """Look at single files that decide the output, too, be they there or not.

        Which these are tells the run that reads the specs; until then it is those of the last run.
        """
        paths = [path for path in paths if path not in self._inputs]
        self._single = dict.fromkeys(paths, _MISSING) | _look(paths, self._last["single"])

    def digest(self, *folders: Path) -> str:
        """One digest of all inputs in these folders, their names below the folders included."""
        total = hashlib.sha256()
        for folder in map(os.fspath, folders):
            below = os.path.join(folder, "")
            for path in sorted(path for path in self._inputs if path.startswith(below)):
                name = path.removeprefix(below).replace(os.sep, "/")
                text = f"{name}\0{_digest_of(self._inputs[path])}\0"
                # Names need not be text.
                total.update(text.encode("utf-8", "surrogatepass"))
            total.update(b"\0")
        return total.hexdigest()

    def is_current(self, output: Path) -> bool:
        """Whether the inputs, the tools and everything in the output are those of the last run."""
        last = self._last
        if last["made_by"] != _made_by(output):
            return False
        if not (_same(self._inputs, last["inputs"]) and _same(self._single, last["single"])):
            return False
        outputs = _look(last["outputs"], last["outputs"])
        if not _same(outputs, last["outputs"]) or _is_littered(output):
            return False
        seen = (self._inputs, self._single, outputs)
        if seen != (last["inputs"], last["single"], last["outputs"]):
            self._write(output, outputs, self.extra, self._last["warnings"])
        return True

    def renew(
        self,
        output: Path,
        digests: Mapping[str, str],
        extra: Mapping[str, int],
        warnings: Iterable[Problem] = (),
    ) -> None:
        """Remember the run that ends: `digests` of all it published, by full path.

        If somebody changed a file in the meantime, there is nothing to remember.
        """
        outputs = _look(digests, self._last["outputs"])
        if {path: _digest_of(line) for path, line in outputs.items()} == digests:
            told = [{key: getattr(one, key) for key in _WARNING} for one in warnings]
            self._write(output, outputs, extra, told)

    def _write(
        self,
        output: Path,
        outputs: dict[str, str],
        extra: Mapping[str, int],
        warnings: list[dict[str, Any]],
    ) -> None:
        self._last = {
            "made_by": _made_by(output),
            "inputs": self._inputs,
            # What this run wrote looks otherwise now; it is among the outputs.
            "single": {path: line for path, line in self._single.items() if path not in outputs},
            "outputs": outputs,
            "extra": dict(extra),
            "warnings": warnings,
        }
        if self._file is None:
            return
        text = json.dumps(self._last, ensure_ascii=False).encode("utf-8", "surrogatepass")
        # A fixed name: a killed run leaves at most one, and two at once are found out when read.
        temporary = self._file.with_suffix(".tmp")
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            temporary.unlink(missing_ok=True)  # It may be a link, or a pipe that nobody reads.
            temporary.write_bytes(text + b"\n" + sha256(text).encode())
            os.replace(temporary, self._file)


_LINES = ("inputs", "single", "outputs")
_MISSING = "missing"
_NOTHING: dict[str, Any] = {
    "made_by": "",
    "inputs": {},
    "single": {},
    "outputs": {},
    "extra": {},
    "warnings": [],
}
_WARNING: Mapping[str, tuple[type, ...]] = {
    **dict.fromkeys(("rule", "message", "file", "hint"), (str,)),
    **dict.fromkeys(("line", "column"), (int, type(None))),
}
"""What is kept of a warning that has its place."""


def _read(file: Path | None) -> dict[str, Any]:
    try:
        text, _, digest = read_regular(file).rpartition(b"\n") if file else (b"", b"", b"")
    except OSError:
        return _NOTHING
    if digest != sha256(text).encode():
        return _NOTHING
    with contextlib.suppress(ValueError, RecursionError):
        read = json.loads(text.decode("utf-8", "surrogatepass"))
        if _is_well_formed(read):
            return dict(read)
    return _NOTHING


def _is_well_formed(read: Any) -> bool:
    """A stamp of another version may have another form."""
    return (
        isinstance(read, dict)
        and read.keys() == _NOTHING.keys()
        and all(isinstance(read[name], dict) for name in (*_LINES, "extra"))
        and all(isinstance(line, str) for name in _LINES for line in read[name].values())
        and all(type(number) is int for number in read["extra"].values())
        and isinstance(read["warnings"], list)
        and all(map(_is_warning, read["warnings"]))
    )


def _is_warning(told: Any) -> bool:
    return (
        isinstance(told, dict)
        and told.keys() == _WARNING.keys()
        and all(type(told[key]) in types for key, types in _WARNING.items())
    )


def files_below(folder: Path) -> Iterator[str]:
    """All files of a folder, except what Python and tools keep beside the code."""
    folders = [os.fspath(folder)]
    while folders:
        with contextlib.suppress(FileNotFoundError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    yield entry.path
                elif not entry.name.endswith(("__pycache__", "_cache")):
                    folders.append(entry.path)


def toolchain() -> str:
    """The versions that the output depends on, read from file names: importing costs too much."""
    found: dict[str, str] = {}
    for folder in sys.path:
        with contextlib.suppress(OSError):
            for name in sorted(os.listdir(folder or os.curdir)):
                lower = name.lower()
                if lower.startswith(_TOOLS) and lower.endswith((".dist-info", ".egg-info")):
                    found.setdefault(lower.partition("-")[0], lower)
    version = ".".join(map(str, sys.version_info[:3]))
    return " ".join([sys.implementation.name, version, *sorted(found.values())])


# A line a file: size, times and inode, or that it was too young for them to tell, and its digest


def _look(paths: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """The lines of the files that are there. The known ones spare reading."""
    now = time.time_ns()
    lines = {}
    for path in paths:
        with contextlib.suppress(OSError):
            # First its state, then its content: who changes it meanwhile is noticed next time.
            state = os.stat(path)
            looks = f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino} "
            line = known.get(path, "")
            if line.startswith(looks):
                lines[path] = line
            elif stat.S_ISREG(state.st_mode):
                looks = "young " if _is_young(state, now) else looks
                lines[path] = looks + sha256(Path(path).read_bytes())
    return lines


def _is_young(state: os.stat_result, now: int) -> bool:
    """Whether the file may change once more without looking different."""
    tick = _TICK if state.st_mtime_ns % 1_000_000_000 else _COARSE_TICK
    return max(state.st_mtime_ns, state.st_ctime_ns) >= now - tick


def _digest_of(line: str) -> str:
    return line.rpartition(" ")[2]


def _same(seen: dict[str, str], last: dict[str, str]) -> bool:
    """Whether the same files have the same content."""
    return seen == last or (
        seen.keys() == last.keys()
        and all(_digest_of(line) == _digest_of(last[path]) for path, line in seen.items())
    )


def _is_littered(output: Path) -> bool:
    """Whether a killed run left something, or another one is publishing."""
    try:
        return any(name.startswith(_LEFTOVER) for name in os.listdir(output))
    except OSError:
        return True


def _made_by(output: Path) -> str:
    return f"{toolchain()} for {output}"


def sha256(content: bytes) -> str:
    """The digest by which contents are compared."""
    return hashlib.sha256(content).hexdigest()
