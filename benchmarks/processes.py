"""What the benchmarks know of the processes that they start."""

import contextlib
import os
import platform
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")


def of_session(leader: int) -> Iterator[Path]:
    """The folders in /proc of the processes of a session, workers of servers included."""
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if os.getsid(int(folder.name)) == leader:
                yield folder


def memory(leader: int, kind: str) -> list[float]:
    """MB of each process of a session: resident now (VmRSS), or at most until now (VmHWM)."""
    found = []
    for folder in of_session(leader):
        with contextlib.suppress(OSError):
            found.append(megabytes((folder / "status").read_text(), kind))
    return found


def megabytes(status: str, kind: str) -> float:
    """What the status of a process tells of its memory."""
    told = re.search(rf"{kind}:\s+(\d+) kB", status)
    return int(told[1]) / 1024 if told else 0.0


def cpu_seconds(leader: int) -> float:
    """What the processes of a session have computed, in the kernel, too."""
    total = 0
    for folder in of_session(leader):
        with contextlib.suppress(OSError):
            # The name of the program, in brackets, may hold blanks; two of the fields behind it.
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
    return total / TICKS


def environment(*folders: Path, **variables: str) -> dict[str, str]:
    """In which a package runs that stands in one of the folders."""
    return os.environ | {
        "PYTHONPATH": os.pathsep.join(map(str, folders)),
        "PYTHONDONTWRITEBYTECODE": "",  # a package that somebody installed is compiled
        **variables,
    }


def two_cores() -> tuple[int, int]:
    """One for the server, one for the load."""
    usable = sorted(os.sched_getaffinity(0))
    if len(usable) < 2:
        raise LookupError("needs two cores, one for the server and one for the load; there is one")
    return usable[0], usable[1]


def machine(python: str = platform.python_version()) -> str:
    """What figures depend on."""
    return f"CPython {python} · {os.cpu_count()} cores"
