"""Create a web address or deep link that opens the Pailitao widget, for an authorised
publisher: `taobao.tbk.sc.pailitao.widget.convert`.
"""

from __future__ import annotations

from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire


class TbkScPailitaoWidgetConvertResponse(Response):
    """生成打开拍立淘插件的网址或 deeplink，供授权推广者使用：返回内容"""

    url: str | None = wire()
    """转换得到的拍立淘插件地址或 deeplink 链接"""


METHOD = Method(
    "taobao.tbk.sc.pailitao.widget.convert",
    TbkScPailitaoWidgetConvertResponse,
    Object(
        {
            "adzone_id": Text(number=True),
            "relation_id": Text(number=True),
            "site_id": Text(number=True),
            "type": Integer(),
        },
        required=("adzone_id", "site_id"),
    ),
    needs_session=True,
    idempotent=True,
)
