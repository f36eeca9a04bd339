"""Requests and replies as bytes."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """How a reply is sent."""

    delay: float = 0.0
    dribble: float = 0.0
    cut: int | None = None
    drop: bool = False


NO_PACE = Pace()


@dataclass(frozen=True, slots=True)
class Request:
    """A request."""

    verb: str
    path: str
    query: bytes
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    pace: Pace = NO_PACE
