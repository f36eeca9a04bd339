"""Get the link of a landing page for new users for an authorised publisher:
`taobao.tbk.sc.vc.landing.link.convert`.
"""

from __future__ import annotations

from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import VcLandingLinkInfo


class TbkScVcLandingLinkConvertResponse(Response):
    """生成拉新承接页的链接，如企微中转页、加好友二维码：返回内容"""

    data: VcLandingLinkInfo | None = wire()
    """转出的链接"""
    biz_error_desc: str | None = wire()
    """业务错误说明"""
    result_msg: str | None = wire()
    """对结果码的说明"""


METHOD = Method(
    "taobao.tbk.sc.vc.landing.link.convert",
    TbkScVcLandingLinkConvertResponse,
    Object(
        {"relation_id": Text(), "adzone_id": Text(number=True), "link_type": Integer()},
        required=("adzone_id", "link_type"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=72752&docType=2",
)
