"""List items recommended for a piece of creator content:
`taobao.tbk.content.recommend.material.get`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers


class TbkContentRecommendMaterialGetContentRecommendMaterialResult(Model):
    """返回的各条结果"""

    coupon_amount: Decimal | None = wire(number=True)
    """优惠券的面额；单位：元"""
    shop_title: str | None = wire()
    """店铺名称"""
    coupon_start_fee: Decimal | None = wire()
    """优惠券的使用门槛金额；单位：元"""
    coupon_total_count: int | None = wire()
    """优惠券发放总数；单位：个"""
    user_type: Literal[0, 1] | int | None = wire()
    """卖家类型；已知取值：

    - 0：淘宝（集市）
    - 1：天猫（商城）
    """
    zk_final_price: Decimal | None = wire()
    """商品的折后价；单位：元"""
    coupon_start_time: date | None = wire()
    """优惠券生效日期；格式：yyyy-MM-dd

    注：示例只有日期，未写明格式
    """
    title: str | None = wire()
    """商品标题"""
    volume: int | None = wire()
    """近 30 天销量；单位：件"""
    coupon_end_time: date | None = wire()
    """优惠券失效日期；格式：yyyy-MM-dd

    注：示例只有日期，未写明格式
    """
    coupon_share_url: str | None = wire()
    """商品与券合一页面的链接"""
    pict_url: str | None = wire()
    """商品主图链接"""
    click_url: str | None = wire()
    """商品推广链接"""
    orig_price: Decimal | None = wire()
    """商品原价"""
    nick: str | None = wire()
    """卖家昵称"""
    source_from: str | None = wire()
    """推荐图片的来源"""
    encrypt_item_id: str | None = wire()
    """商品 ID 的密文"""


class TbkContentRecommendMaterialGetResponse(
    PagedResponse[TbkContentRecommendMaterialGetContentRecommendMaterialResult]
):
    """查询为一篇达人内容匹配的推荐商品：返回内容"""

    _paging = PageNumbers(
        lists=("result_list",),
        page="page_num",
        size="page_size",
        usual_size=20,
        total="total_results",
    )

    result_list: list[TbkContentRecommendMaterialGetContentRecommendMaterialResult] = wire(
        wrapper="map_data"
    )
    """返回的各条结果"""
    total_results: int | None = wire()
    """审核通过的推荐商品数"""


if TYPE_CHECKING:

    class AsyncTbkContentRecommendMaterialGetResponse(
        AsyncPagedResponse[TbkContentRecommendMaterialGetContentRecommendMaterialResult],
        TbkContentRecommendMaterialGetResponse,
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkContentRecommendMaterialGetResponse = TbkContentRecommendMaterialGetResponse


METHOD = Method(
    "taobao.tbk.content.recommend.material.get",
    AsyncTbkContentRecommendMaterialGetResponse,
    Object(
        {
            "page_size": Integer(minimum=1, maximum=100),
            "page_num": Integer(),
            "adzone_id": Text(number=True),
            "content_id": Text(),
            "sub_pid": Text(),
        },
        required=("adzone_id", "content_id", "sub_pid"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=42937&docType=2",
)
