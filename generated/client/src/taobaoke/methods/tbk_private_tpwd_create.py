"""Create an encrypted Taobao password from a promotion link:
`taobao.tbk.private.tpwd.create`.
"""

from __future__ import annotations

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import TpwdCreateData


class TbkPrivateTpwdCreateResponse(Response):
    """生成联盟推广链接的加密淘口令：返回内容"""

    data: TpwdCreateData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.private.tpwd.create",
    TbkPrivateTpwdCreateResponse,
    Object(
        {"url": Text(), "text": Text(), "logo": Text(), "ext": Text(), "user_id": Text()},
        required=("url",),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=57813&docType=2",
)
