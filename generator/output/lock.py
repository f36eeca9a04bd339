"""One writer at a time: a lock file in the written folder, freed by the system if we die."""

import contextlib
import errno
import os
import platform
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.problems import GeneratorError

LOCK = ".tbkgen-lock"
"""The file that is locked. It stands there while somebody writes, and after a killed run."""

PATIENCE = 120.0
"""Seconds to wait for another writer: most need one or two."""

_PAUSE = 0.05
_WITHOUT_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
_NOT_WRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS}

if sys.platform == "win32":
    import msvcrt

    _BEHIND_THE_TEXT = 1 << 30  # Windows lets nobody else read locked bytes.

    def _take(descriptor: int) -> bool:
        os.lseek(descriptor, _BEHIND_THE_TEXT, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in _WITHOUT_LOCKS:
                raise
        return True


@contextlib.contextmanager
def locked(folder: Path, tell: Callable[[str], None], patience: float = PATIENCE) -> Iterator[None]:
    """Write in the folder alone. Waits for another writer, tells so once, and gives up in the end.

    The lock is the system's, so nobody has to guess whether the process that left a file is alive.
    A folder in which we may not write needs none.
    """
    path = folder / LOCK
    _refuse_other_things(path)
    try:
        descriptor = _wait(path, tell, patience)
    except OSError as error:
        if error.errno not in _NOT_WRITABLE:
            raise
        yield
        return
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"process {os.getpid()} on {platform.node()}".encode())
        yield
    finally:
        # Removed while it is ours; who waited for this file sees that it is gone. Windows keeps it.
        with contextlib.suppress(OSError):
            path.unlink()
        os.close(descriptor)


def _refuse_other_things(path: Path) -> None:
    """A link would lead to a file of somebody else, a pipe would wait for ever.

    One look, because another writer may remove the file between two.
    """
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise GeneratorError(f"{path} is not a regular file, so it cannot be locked; remove it")


def _wait(path: Path, tell: Callable[[str], None], patience: float) -> int:
    """The descriptor of the lock file, locked."""
    deadline = time.monotonic() + patience
    told = False
    while (descriptor := _try(path)) is None:
        if time.monotonic() >= deadline:
            raise GeneratorError(
                f"{path.parent} is being written by {_holder(path)}; waited {patience:g} s for it: "
                "let it end, or end it, then run the command again"
            )
        if not told:
            tell(f"waiting for {_holder(path)}")
            told = True
        time.sleep(_PAUSE)
    return descriptor


def _try(path: Path) -> int | None:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        if _take(descriptor) and _is_still(path, descriptor):
            return descriptor
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the path is the file that we locked: the writer before us removed its own."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _holder(path: Path) -> str:
    """Who says to hold the lock, as far as it can be read."""
    try:
        text = path.read_bytes()[:200].decode("utf-8", "replace").strip()
    except OSError:
        text = ""
    return text if text.isprintable() and text else "another process"
