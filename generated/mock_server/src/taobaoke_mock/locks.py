"""A lock that a fork never finds held: the child would wait for a thread that it does not have."""

import os
import sys
import threading
from weakref import WeakSet

_LOCKS: WeakSet[threading.RLock] = WeakSet()  # type: ignore[valid-type, unused-ignore]
_FORKING = threading.Lock()
_HELD: list[threading.RLock] = []  # type: ignore[valid-type, unused-ignore]


def lock() -> threading.RLock:  # type: ignore[valid-type, unused-ignore]
    """A new lock; forks wait until it is free, and find what it guards whole."""
    made = threading.RLock()
    _LOCKS.add(made)
    return made


def _take() -> None:
    _FORKING.acquire()
    _HELD.extend(_LOCKS)
    for each in _HELD:
        each.acquire()


def _release() -> None:
    while _HELD:
        _HELD.pop().release()
    _FORKING.release()


if sys.platform != "win32":
    os.register_at_fork(before=_take, after_in_parent=_release, after_in_child=_release)
