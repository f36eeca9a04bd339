"""Create an ad zone and get its pid: `taobao.tbk.adzone.create`."""

from __future__ import annotations

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import AdzoneCreateData


class TbkAdzoneCreateResponse(Response):
    """在自己的媒体下新建推广位并取得 pid：返回内容"""

    data: AdzoneCreateData | None = wire()
    """新建推广位的信息"""


METHOD = Method(
    "taobao.tbk.adzone.create",
    TbkAdzoneCreateResponse,
    Object(
        {"site_id": Text(number=True), "adzone_name": Text(max_length=64)},
        required=("site_id", "adzone_name"),
    ),
    page="https://open.taobao.com/api.htm?docId=31372&docType=2",
)
