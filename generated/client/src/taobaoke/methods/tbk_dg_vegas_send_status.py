"""Check whether a consumer still holds unused red packets:
`taobao.tbk.dg.vegas.send.status`.
"""

from __future__ import annotations

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire
from ..models import VegasSendStatusResult


class TbkDgVegasSendStatusVegasSendStatusData(Model):
    """业务数据"""

    result_list: list[VegasSendStatusResult] = wire(wrapper="map_data")
    """查询结果"""


class TbkDgVegasSendStatusResponse(Response):
    """判断一名消费者手里是否还有没用掉的红包：返回内容"""

    result_msg: str | None = wire()
    """对结果码的说明"""
    data: TbkDgVegasSendStatusVegasSendStatusData | None = wire()
    """业务数据"""
    biz_error_desc: str | None = wire()
    """业务错误说明"""


METHOD = Method(
    "taobao.tbk.dg.vegas.send.status",
    TbkDgVegasSendStatusResponse,
    Object(
        {
            "relation_id": Text(),
            "special_id": Text(),
            "device_value": Text(),
            "device_type": Text(),
            "thor_biz_code": Text(),
            "pid": Text(),
            "activity_category": Integer(),
        }
    ),
    idempotent=True,
    packages=(
        PermissionPackage(
            "21226", "https://open.taobao.com/api.htm?docId=52958&docType=2&scopeId=21226"
        ),
    ),
)
