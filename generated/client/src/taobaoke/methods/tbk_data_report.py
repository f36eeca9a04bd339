"""Report promotion or content logs: `taobao.tbk.data.report`."""

from __future__ import annotations

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Response


class TbkDataReportResponse(Response):
    """上报推广日志或内容日志：返回内容"""


METHOD = Method(
    "taobao.tbk.data.report",
    TbkDataReportResponse,
    Object({"type": Text(), "data": Text()}, required=("data",)),
)
