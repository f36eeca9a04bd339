"""Parse a passcode and convert it for a publisher: `taobao.tbk.sc.tpwd.convert`."""

from __future__ import annotations

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import TpwdData


class TbkScTpwdConvertResponse(Response):
    """代推广者解析淘口令并转为推广链接：返回内容"""

    data: TpwdData | None = wire()
    """淘口令的解析与转链结果"""


METHOD = Method(
    "taobao.tbk.sc.tpwd.convert",
    TbkScTpwdConvertResponse,
    Object(
        {
            "password_content": Text(),
            "adzone_id": Text(number=True),
            "dx": Text(),
            "site_id": Text(number=True),
            "ucrowd_id": Text(number=True),
            "relation_id": Text(),
        },
        required=("password_content", "adzone_id", "site_id"),
    ),
    needs_session=True,
    idempotent=True,
    packages=(
        PermissionPackage(
            "16401", "https://open.taobao.com/api.htm?docId=43873&docType=2&scopeId=16401"
        ),
    ),
)
