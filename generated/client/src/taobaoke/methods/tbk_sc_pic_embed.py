"""Put a promotion code for an item on a picture and return its download address:
`taobao.tbk.sc.pic.embed`.
"""

from __future__ import annotations

from .._runtime.kinds import Object, Text, Upload
from .._runtime.method import Method
from .._runtime.models import Response, wire


class TbkScPicEmbedResponse(Response):
    """生成打上商品推广码的图片，返回其下载地址：返回内容"""

    embed_pic_url: str | None = wire()
    """打码后图片的下载地址，15 分钟后失效"""


METHOD = Method(
    "taobao.tbk.sc.pic.embed",
    TbkScPicEmbedResponse,
    Object(
        {
            "adzone_id": Text(number=True),
            "item_id": Text(number=True),
            "pic_stream": Upload(),
            "relation_id": Text(),
            "site_id": Text(number=True),
        },
        required=("adzone_id", "item_id", "site_id"),
    ),
    needs_session=True,
    idempotent=True,
)
