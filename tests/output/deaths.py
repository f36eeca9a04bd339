"""Processes that die at a chosen change to the disk or inside a write, or that may not write."""

import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from typing import Any

_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def dies_at_step(step: int, work: Callable[[], object]) -> bool:
    """Run `work` in a process that is killed before its change to the disk of this number.

    Tells whether it came so far. The interpreter itself reports the changes, so it does not matter
    by which functions they are made.
    """

    def prepare() -> None:
        count = 0

        def watch(event: str, arguments: tuple[Any, ...]) -> None:
            nonlocal count
            writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
            if event in _CHANGES or writes:
                count += 1
                if count == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)

    return _killed_by(prepare, work) == signal.SIGKILL


def dies_inside_a_write(limit: int, work: Callable[[], object]) -> bool:
    """Run `work` in a process that the system kills when it writes byte `limit` of a file."""

    def prepare() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return _killed_by(prepare, work) == signal.SIGXFSZ


def _killed_by(prepare: Callable[[], None], work: Callable[[], object]) -> int:
    """The signal that ended the child; 0 if it came to its end."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            prepare()
            work()
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    _, ended = os.waitpid(child, 0)
    assert not os.WIFEXITED(ended) or os.WEXITSTATUS(ended) == 0, "the child failed"
    return os.WTERMSIG(ended) if os.WIFSIGNALED(ended) else 0


def without_rights(work: Callable[[], object]) -> None:
    """Run `work` as somebody who may not write what root may."""
    if os.geteuid() != 0:
        work()
        return

    def prepare() -> None:
        os.setgid(65534)
        os.setuid(65534)

    _killed_by(prepare, work)
