"""Find discounted items that look like a picture, as an H5 page and a deep link:
`taobao.tbk.dg.image.ecognition.page.query`.
"""

from __future__ import annotations

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkDgImageEcognitionPageQueryPicSearchResult(Model):
    """识图结果页的链接"""

    url: str | None = wire()
    """识图推荐的 H5 跳转地址"""
    deeplink: str | None = wire()
    """识图推荐页的 deeplink，可直接唤起手淘"""


class TbkDgImageEcognitionPageQueryResponse(Response):
    """按图片生成相似优惠商品页的 H5 与手淘跳转链接：返回内容"""

    data: TbkDgImageEcognitionPageQueryPicSearchResult | None = wire()
    """识图结果页的链接"""
    result_msg: str | None = wire()
    """对结果码的说明"""


METHOD = Method(
    "taobao.tbk.dg.image.ecognition.page.query",
    TbkDgImageEcognitionPageQueryResponse,
    Object(
        {
            "img": Text(),
            "identifier_value": Text(),
            "adzone_id": Text(number=True),
            "identifier_type": Text(),
        },
        required=("img", "identifier_value", "adzone_id", "identifier_type"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=73468&docType=2",
)
