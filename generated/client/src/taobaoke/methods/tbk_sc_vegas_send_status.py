"""Check whether a consumer still holds unused red packets, for an authorised publisher:
`taobao.tbk.sc.vegas.send.status`.
"""

from __future__ import annotations

from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire
from ..models import VegasSendStatusResult


class TbkScVegasSendStatusVegasSendStatusData(Model):
    """业务数据"""

    result_list: list[VegasSendStatusResult] = wire(wrapper="map_data")
    """查询结果"""


class TbkScVegasSendStatusResponse(Response):
    """判断消费者手里是否还有没用掉的红包，供授权推广者使用：返回内容"""

    result_msg: str | None = wire()
    """对结果码的说明"""
    data: TbkScVegasSendStatusVegasSendStatusData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.sc.vegas.send.status",
    TbkScVegasSendStatusResponse,
    Object(
        {
            "special_id": Text(),
            "relation_id": Text(),
            "device_value": Text(),
            "device_type": Text(),
            "activity_category": Integer(),
        }
    ),
    needs_session=True,
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=52957&docType=2",
)
