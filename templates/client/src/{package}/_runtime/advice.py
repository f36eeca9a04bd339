"""What the specs advise about an error code."""

from typing import NamedTuple

from .._words import Retry


class Advice(NamedTuple):
    """Solution and retry class of one documented error."""

    solution: str
    retry: Retry
