"""List coupons and other benefits of an official benefit material, page by page:
`taobao.tbk.dg.optimus.promotion`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers
from ..models import PromotionEntry, RecommendItem, YoujiaCouponInfo


class TbkDgOptimusPromotionPromotionExtend(Model):
    """权益的扩展内容"""

    recommend_item_list: list[RecommendItem] = wire(wrapper="recommend_item_list")
    """权益下的推荐商品"""
    youjia_coupon_info: YoujiaCouponInfo | None = wire()
    """有价券"""
    promotion_url: str | None = wire()
    """权益的链接地址"""


class TbkDgOptimusPromotionOptimusPromotion(Model):
    """物料下的各项权益"""

    promotion_type: Literal["1", "2", "3", "4"] | str | None = wire()
    """权益的种类；已知取值：

    - 1：有价券：要花钱买的店铺券或单品券
    - 2：公开券：可直接领的店铺券或单品券
    - 3：妈妈券：在妈妈渠道领的店铺券或单品券
    - 4：品类券：能跨店用，可同 1、2、3 叠加
    """
    condition_type: Literal["1", "2"] | str | None = wire()
    """优惠的门槛种类；已知取值：

    - 1：满若干元
    - 2：满若干件
    """
    discount_type: Literal["1", "2"] | str | None = wire()
    """优惠方式；已知取值：

    - 1：减钱
    - 2：打折
    """
    total_count: int | None = wire()
    """权益的初始库存量"""
    remain_count: int | None = wire()
    """权益还剩的库存量"""
    display_start_time: datetime | None = wire(form="epoch_ms")
    """权益开始展示的时间；格式：毫秒时间戳"""
    display_end_time: datetime | None = wire(form="epoch_ms")
    """权益停止展示的时间；格式：毫秒时间戳"""
    promotion_list: list[PromotionEntry] = wire(wrapper="promotion_list")
    """权益明细"""
    promotion_extend: TbkDgOptimusPromotionPromotionExtend | None = wire()
    """权益的扩展内容"""
    seller_id: str | None = wire()
    """卖家 ID"""
    nick: str | None = wire()
    """卖家昵称"""
    shop_title: str | None = wire()
    """店铺名称"""
    shop_picture_url: str | None = wire()
    """店铺 logo 图片地址"""


class TbkDgOptimusPromotionResponse(PagedResponse[TbkDgOptimusPromotionOptimusPromotion]):
    """按官方权益物料 ID 分页取优惠券类权益及其链接：返回内容"""

    _paging = PageNumbers(lists=("result_list",), page="page_num", size="page_size", usual_size=10)

    result_list: list[TbkDgOptimusPromotionOptimusPromotion] = wire(wrapper="map_data")
    """物料下的各项权益"""


if TYPE_CHECKING:

    class AsyncTbkDgOptimusPromotionResponse(
        AsyncPagedResponse[TbkDgOptimusPromotionOptimusPromotion], TbkDgOptimusPromotionResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkDgOptimusPromotionResponse = TbkDgOptimusPromotionResponse


METHOD = Method(
    "taobao.tbk.dg.optimus.promotion",
    AsyncTbkDgOptimusPromotionResponse,
    Object(
        {
            "page_size": Integer(maximum=10),
            "page_num": Integer(),
            "adzone_id": Text(number=True),
            "promotion_id": Text(number=True),
        },
        required=("adzone_id", "promotion_id"),
    ),
    idempotent=True,
    packages=(
        PermissionPackage(
            "16518", "https://open.taobao.com/api.htm?docId=52700&docType=2&scopeId=16518"
        ),
    ),
    errors={
        "50001": Advice(
            "该权益物料眼下没有可投内容；确认 promotion_id 没有写错，或换一个物料，仍为空再问联盟小二",
            "never",
            "not_found",
        ),
        "40001": Advice("平台内部偶发故障，等片刻后重新发起", "later", "temporary"),
    },
)
