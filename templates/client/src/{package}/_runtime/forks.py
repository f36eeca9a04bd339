"""What must not be shared with a forked process: connections and locks."""

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Protocol
from weakref import WeakSet


class Forkable(Protocol):
    """Something that a forked process has to make anew."""

    def after_fork(self) -> None:
        """Leave to the parent what is the parent's; called in the child, which has one thread."""
        ...


_alive: "WeakSet[Forkable]" = WeakSet()
_NEEDED = (".call", ".retry", ".urllib3_transport")
_MOST_ROUNDS = 20
"""A module that the forking thread itself imports stays begun."""


def made_anew_by_forks(thing: Forkable) -> None:
    """From now on, tell a thing when it finds itself in a forked process."""
    _alive.add(thing)


def _before_fork() -> None:
    """Import what calls need, and wait for what other threads import, as a first call does.

    The lock of a module that is being imported would be held in the child for ever.
    """
    for name in _NEEDED if _alive else ():
        with suppress(Exception):
            import_module(name, __package__)
    for _ in range(_MOST_ROUNDS):
        modules = list(sys.modules.items())
        begun = [name for name, module in modules if _is_begun(module)]
        if not begun:
            return
        for name in begun:
            with suppress(Exception):  # whoever began it is told
                import_module(name)


def _is_begun(module: object) -> bool:
    return getattr(getattr(module, "__spec__", None), "_initializing", False)


def _after_fork() -> None:
    for thing in list(_alive):
        thing.after_fork()


if hasattr(os, "register_at_fork"):  # not on Windows, where nothing forks
    os.register_at_fork(before=_before_fork, after_in_child=_after_fork)
