"""One sending of a call, as results and errors tell it."""

from typing import NamedTuple


class Attempt(NamedTuple):
    """One sending of a call.

    一次发送：之前等了几秒，从发送到读完应答用了几秒，以及失败的原因（成功为 None）。
    """

    waited: float
    took: float
    failure: str | None = None
