"""Stop handing out a Taolijin gift: `taobao.tbk.dg.vegas.tlj.stop`."""

from __future__ import annotations

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire
from .._runtime.outcomes import ReplyOutcome


class TbkDgVegasTljStopUpdateStatusResult(Model):
    """业务结果"""

    update_success: bool | None = wire()
    """淘礼金是否已暂停"""


class TbkDgVegasTljStopResponse(Response):
    """停止发放一个已创建的淘礼金：返回内容"""

    _outcome = ReplyOutcome(success="result_success", code="msg_code", message="msg_info")

    model: TbkDgVegasTljStopUpdateStatusResult | None = wire()
    """业务结果"""
    msg_info: str | None = wire()
    """业务结果说明"""
    msg_code: str | None = wire()
    """业务结果码"""
    result_success: bool | None = wire()
    """接口调用成功与否"""


METHOD = Method(
    "taobao.tbk.dg.vegas.tlj.stop",
    TbkDgVegasTljStopResponse,
    Object(
        {"rights_id": Text(), "adzone_id": Text(number=True)}, required=("rights_id", "adzone_id")
    ),
    page="https://open.taobao.com/api.htm?docId=58713&docType=2",
)
