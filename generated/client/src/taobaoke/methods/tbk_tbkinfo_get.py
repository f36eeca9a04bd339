"""Check whether a pid is valid: `taobao.tbk.tbkinfo.get`."""

from __future__ import annotations

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkTbkinfoGetTbkinfoResult(Model):
    """调用结果"""

    data: bool | None = wire()
    """PID 是否通过校验"""


class TbkTbkinfoGetResponse(Response):
    """校验一个 pid 是否正确：返回内容"""

    result: TbkTbkinfoGetTbkinfoResult | None = wire()
    """调用结果"""


METHOD = Method(
    "taobao.tbk.tbkinfo.get",
    TbkTbkinfoGetResponse,
    Object({"pid": Text()}, required=("pid",)),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=39869&docType=2",
)
