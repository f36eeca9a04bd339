"""What the benchmarks know of the processes that they start."""

import contextlib
import os
import re
import sys
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
            told = re.search(rf"{kind}:\s+(\d+) kB", (folder / "status").read_text())
            found.append(int(told[1]) / 1024 if told else 0.0)
    return found


def cpu_seconds(leader: int) -> float:
    """What the processes of a session have computed, in the kernel, too."""
    total = 0
    for folder in of_session(leader):
        with contextlib.suppress(OSError):
            # The name of the program, in brackets, may hold blanks; two of the fields behind it.
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
    return total / TICKS


def machine() -> str:
    """What figures depend on."""
    return f"CPython {sys.version.split()[0]} · {os.cpu_count()} cores"
