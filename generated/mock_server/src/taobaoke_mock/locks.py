"""A lock that a fork never finds held: the child would wait for a thread that it does not have."""

import os
import sys
import threading
from weakref import WeakSet

_LOCKS: WeakSet[threading.RLock] = WeakSet()
_FORKING = threading.Lock()
"""Held during a fork: then no locks are added."""
_HELD: list[threading.RLock] = []


def lock() -> threading.RLock:
    """A new lock; forks wait until it is free, and find what it guards whole."""
    made = threading.RLock()
    with _FORKING:
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
