"""What stands on disk: where links lead, and that only regular files are opened.

To open a named pipe would wait for ever.
"""

import errno
import os
import stat
from pathlib import Path

from generator.problems import GeneratorError


class NotRegularError(OSError):
    """A pipe, a socket or a device stands where a file is looked for."""


def read_regular(path: Path) -> bytes:
    """The content of a regular file, or of one that a link leads to; OSError for anything else."""
    mode = os.stat(path).st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # The system refuses folders by itself.
        raise NotRegularError(errno.EINVAL, "not a regular file", os.fspath(path))
    return path.read_bytes()


def read_input(path: Path) -> bytes:
    """The content of a file that a run needs."""
    try:
        return read_regular(path)
    except OSError as error:
        raise GeneratorError(f"cannot read {path}: {error.strerror}") from error


def real(path: Path) -> Path:
    """Where a path leads, links followed; `Path.resolve` stumbles over links in a circle."""
    return Path(os.path.realpath(path))


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path leads into a folder, or to the folder itself, links followed."""
    return real(path).is_relative_to(real(folder))
