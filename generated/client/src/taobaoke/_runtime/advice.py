"""What the specs advise about an error code."""

from typing import Literal, NamedTuple

Retry = Literal["never", "later", "ban", "clock", "sub_code"]


class Advice(NamedTuple):
    """Solution and retry class of one documented error."""

    solution: str
    retry: Retry
