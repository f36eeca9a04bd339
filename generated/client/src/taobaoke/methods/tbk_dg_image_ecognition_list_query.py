"""Find discounted items that look like a picture, with promotion links:
`taobao.tbk.dg.image.ecognition.list.query`.
"""

from __future__ import annotations

from decimal import Decimal

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkDgImageEcognitionListQueryItemInfo(Model):
    """识图匹配到的商品"""

    item_id: str | None = wire()
    """商品 ID，新旧两种格式都可能出现"""
    img: str | None = wire()
    """商品图片地址"""
    item_title: str | None = wire()
    """商品标题"""
    sale_price: Decimal | None = wire()
    """商品售价"""
    zk_final_price: Decimal | None = wire()
    """到手价"""
    cps_url: str | None = wire()
    """点击后的跳转地址"""
    coupon_url: str | None = wire()
    """领券页面的地址"""
    shop_type: str | None = wire()
    """店铺类型"""
    provcity: str | None = wire()
    """所在地区"""
    coupon: str | None = wire()
    """优惠券的信息

    注：示例为 5，文档没有写是否为面额
    """
    icon_list: list[str] = wire(wrapper="string")
    """商品的营销标签"""


class TbkDgImageEcognitionListQueryPicSearchResult(Model):
    """识图结果"""

    item_infos: list[TbkDgImageEcognitionListQueryItemInfo] = wire(wrapper="item_info")
    """识图匹配到的商品"""


class TbkDgImageEcognitionListQueryResponse(Response):
    """按图片查找相似的优惠商品，并取得推广链接：返回内容"""

    data: TbkDgImageEcognitionListQueryPicSearchResult | None = wire()
    """识图结果"""
    result_msg: str | None = wire()
    """对结果码的说明"""


METHOD = Method(
    "taobao.tbk.dg.image.ecognition.list.query",
    TbkDgImageEcognitionListQueryResponse,
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
    page="https://open.taobao.com/api.htm?docId=73442&docType=2",
)
