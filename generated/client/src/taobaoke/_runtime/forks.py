"""What must not be shared with a forked process: connections and locks."""

import os
from typing import Protocol
from weakref import WeakSet


class Forkable(Protocol):
    """Something that a forked process has to make anew."""

    def after_fork(self) -> None:
        """Leave to the parent what is the parent's; called in the child, which has one thread."""
        ...


_alive: "WeakSet[Forkable]" = WeakSet()


def made_anew_by_forks(thing: Forkable) -> None:
    """From now on, tell a thing when it finds itself in a forked process."""
    _alive.add(thing)


def _after_fork() -> None:
    for thing in list(_alive):
        thing.after_fork()


if hasattr(os, "register_at_fork"):  # not on Windows, where nothing forks
    os.register_at_fork(after_in_child=_after_fork)
