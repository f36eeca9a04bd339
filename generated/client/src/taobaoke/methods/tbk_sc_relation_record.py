"""Mark a private-domain member with an external id and return the link for
registration: `taobao.tbk.sc.relation.record`.
"""

from __future__ import annotations

from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkScRelationRecordRelationRecordData(Model):
    """业务数据"""

    url: str | None = wire()
    """备案链接，已带授权"""
    password_simple: str | None = wire()
    """短口令；已废弃，改用淘口令生成接口"""
    model: str | None = wire()
    """淘口令；已废弃，改用淘口令生成接口"""


class TbkScRelationRecordResponse(Response):
    """标记私域会员，并返回供其授权备案的链接：返回内容"""

    data: TbkScRelationRecordRelationRecordData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.sc.relation.record",
    TbkScRelationRecordResponse,
    Object(
        {
            "external_id": Text(),
            "external_type": Integer(),
            "op_type": Integer(),
            "redirect_url": Text(),
            "ucrowd_id": Text(number=True),
        },
        required=("external_id", "external_type", "op_type", "redirect_url"),
    ),
    page="https://open.taobao.com/api.htm?docId=53880&docType=2",
)
