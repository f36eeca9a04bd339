"""Create a crowd tag and return its id: `taobao.tbk.sc.ucrowd.create`."""

from __future__ import annotations

from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkScUcrowdCreateUcrowdCreateData(Model):
    """业务数据"""

    ucrowd_id: str | None = wire(number=True)
    """人群标签 ID"""


class TbkScUcrowdCreateResponse(Response):
    """新建一个人群标签并返回其 ID：返回内容"""

    data: TbkScUcrowdCreateUcrowdCreateData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.sc.ucrowd.create",
    TbkScUcrowdCreateResponse,
    Object(
        {
            "ucrowd_type": Integer(),
            "external_crowd_code": Text(max_length=128),
            "ucrowd_name": Text(max_length=32),
            "desc": Text(max_length=100),
        },
        required=("ucrowd_type", "ucrowd_name"),
    ),
    page="https://open.taobao.com/api.htm?docId=53867&docType=2",
)
