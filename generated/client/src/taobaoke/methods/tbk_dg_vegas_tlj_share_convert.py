"""Convert a two-party Taolijin link into a three-party profit-sharing link:
`taobao.tbk.dg.vegas.tlj.share.convert`.
"""

from __future__ import annotations

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire
from .._runtime.outcomes import ReplyOutcome


class TbkDgVegasTljShareConvertTljShareConvertResult(Model):
    """业务结果"""

    send_url: str | None = wire()
    """淘礼金的三方分成链接"""


class TbkDgVegasTljShareConvertVegasTljShareResult(Model):
    """调用结果"""

    success: bool | None = wire()
    """调用是否成功"""
    model: TbkDgVegasTljShareConvertTljShareConvertResult | None = wire()
    """业务结果"""
    msg_info: str | None = wire()
    """业务结果说明"""
    msg_code: str | None = wire()
    """业务结果码"""


class TbkDgVegasTljShareConvertResponse(Response):
    """转换二方分成的淘礼金链接，得到三方分成链接：返回内容"""

    _outcome = ReplyOutcome(
        success="result.success", code="result.msg_code", message="result.msg_info"
    )

    result: TbkDgVegasTljShareConvertVegasTljShareResult | None = wire()
    """调用结果"""


METHOD = Method(
    "taobao.tbk.dg.vegas.tlj.share.convert",
    TbkDgVegasTljShareConvertResponse,
    Object(
        {"adzone_id": Text(number=True), "origin_url": Text()}, required=("adzone_id", "origin_url")
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=60552&docType=2",
)
