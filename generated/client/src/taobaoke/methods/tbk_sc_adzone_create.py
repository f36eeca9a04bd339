"""Create an ad zone for a publisher and get its pid: `taobao.tbk.sc.adzone.create`."""

from __future__ import annotations

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import AdzoneCreateData


class TbkScAdzoneCreateResponse(Response):
    """代推广者新建推广位并取得 pid：返回内容"""

    data: AdzoneCreateData | None = wire()
    """新建推广位的信息"""


METHOD = Method(
    "taobao.tbk.sc.adzone.create",
    TbkScAdzoneCreateResponse,
    Object(
        {"site_id": Text(number=True), "adzone_name": Text(max_length=64)},
        required=("site_id", "adzone_name"),
    ),
    needs_session=True,
    packages=(
        PermissionPackage(
            "13878", "https://open.taobao.com/api.htm?docId=34751&docType=2&scopeId=13878"
        ),
    ),
)
