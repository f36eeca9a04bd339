"""Create a web address or deep link that opens the Pailitao (image search) widget:
`taobao.tbk.dg.pailitao.widget.convert`.
"""

from __future__ import annotations

from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire


class TbkDgPailitaoWidgetConvertResponse(Response):
    """生成打开拍立淘插件的网址或 deeplink：返回内容"""

    url: str | None = wire()
    """转换得到的拍立淘插件地址或 deeplink 链接"""


METHOD = Method(
    "taobao.tbk.dg.pailitao.widget.convert",
    TbkDgPailitaoWidgetConvertResponse,
    Object(
        {"adzone_id": Text(number=True), "relation_id": Text(number=True), "type": Integer()},
        required=("adzone_id",),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=53760&docType=2",
)
