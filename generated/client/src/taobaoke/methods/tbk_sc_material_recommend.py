"""List recommended items with promotion links, by official material id or favourites
list, for an authorised publisher: `taobao.tbk.sc.material.recommend`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method, Rule
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers
from ..models import (
    FavoritesInfo,
    IncomeInfo,
    PresaleInfo,
    PromotionInfo,
    ScopeInfo,
    SpCampaign,
    TmallRankInfo,
    TopNInfo,
)


class TbkScMaterialRecommendMaterialRecommendBasic(Model):
    """商品基本信息"""

    title: str | None = wire()
    """商品标题"""
    short_title: str | None = wire()
    """商品的短标题"""
    pict_url: str | None = wire()
    """商品主图链接"""
    white_image: str | None = wire()
    """商品白底图地址"""
    level_one_category_id: str | None = wire(number=True)
    """商品一级类目 ID"""
    level_one_category_name: str | None = wire()
    """商品一级类目名"""
    category_id: str | None = wire(number=True)
    """商品的叶子类目 ID"""
    category_name: str | None = wire()
    """商品的叶子类目名"""
    seller_id: str | None = wire(number=True)
    """卖家 ID"""
    user_type: Literal[0, 1, 3] | int | None = wire()
    """卖家类型；已知取值：

    - 0：淘宝（集市）
    - 1：天猫（商城）
    - 3：特价版
    """
    shop_title: str | None = wire()
    """店铺名称"""
    volume: int | None = wire()
    """近 30 天销量；单位：件"""
    sub_title: str | None = wire()
    """商品副标题"""
    brand_name: str | None = wire()
    """商品的品牌名"""
    annual_vol: str | None = wire()
    """商品年销量，为概数文字"""
    small_images: list[str] = wire(wrapper="string")
    """商品小图的地址"""
    real_post_fee: Decimal | None = wire()
    """商品的邮费；单位：元"""


class TbkScMaterialRecommendPublishInfo(Model):
    """商品的推广信息"""

    commission_rate: Decimal | None = wire()
    """商品的佣金率；单位：百分之一（12.34 即 12.34%）"""
    click_url: str | None = wire()
    """商品推广链接"""
    coupon_share_url: str | None = wire()
    """商品与券合一页面的链接"""
    cpa_reward_type: list[str] = wire(separator=" ")
    """商品参加的额外奖励活动；以空格分隔；已知取值：

    - 0：预售单单奖励
    - 1：618 超级 U 选单单补
    注：文档示例里还有 2，但没有写含义
    """
    cpa_reward_amount: list[str] = wire(separator=" ")
    """额外奖励的金额，与 cpa_reward_type 逐个对应；以空格分隔"""
    sp_campaign_list: list[SpCampaign] = wire(wrapper="sp_campaign")
    """商品的定向计划"""
    future_activity_commission_rate: Decimal | None = wire()
    """预热到手价适用的佣金率；单位：万分之一（1234 即 12.34%）"""
    future_activity_time: datetime | None = wire(form="epoch_ms")
    """预热价的生效时间；格式：毫秒时间戳"""
    income_rate: Decimal | None = wire()
    """收入比率，即佣金比率与补贴比率之和；单位：百分之一（12.34 即 12.34%）"""
    income_info: IncomeInfo | None = wire()
    """佣金与补贴明细"""
    include_dxjh: bool | None = wire(text=True)
    """商品有无定向计划"""
    two_hour_promotion_sales: int | None = wire()
    """近两小时的推广销量，约每 30 分钟更新；单位：件"""
    daily_promotion_sales: int | None = wire()
    """商品当天的推广销量，约每小时更新；单位：件"""


class TbkScMaterialRecommendMaterialRecommendResult(Model):
    """推荐的商品"""

    item_id: str | None = wire()
    """商品 ID，新旧两种格式都可能出现"""
    item_basic_info: TbkScMaterialRecommendMaterialRecommendBasic | None = wire()
    """商品基本信息"""
    price_promotion_info: PromotionInfo | None = wire()
    """商品的价格与促销"""
    publish_info: TbkScMaterialRecommendPublishInfo | None = wire()
    """商品的推广信息"""
    tmall_rank_info: TmallRankInfo | None = wire()
    """所在天猫榜单"""
    presale_info: PresaleInfo | None = wire()
    """商品预售信息"""
    favorites_info: FavoritesInfo | None = wire()
    """选品库概况"""
    topn_info: TopNInfo | None = wire()
    """前 N 件佣金，预热或生效期间返回"""
    scope_info: ScopeInfo | None = wire()
    """商品所属的商品库范围"""
    isv_mktid: str | None = wire()
    """按工具服务商账号生成的新商品 ID"""


class TbkScMaterialRecommendResponse(PagedResponse[TbkScMaterialRecommendMaterialRecommendResult]):
    """按官方物料 ID 或选品库分页取推荐商品，链接归授权推广者：返回内容"""

    _paging = PageNumbers(
        lists=("result_list",), page="page_no", size="page_size", usual_size=20, total="total_count"
    )

    result_list: list[TbkScMaterialRecommendMaterialRecommendResult] = wire(wrapper="map_data")
    """推荐的商品"""
    is_default: bool | None = wire(text=True)
    """是否兜底推荐结果

    注：文档写作抄底，应为兜底；布尔类型按示例 false 判断
    """
    total_count: int | None = wire()
    """商品总数，仅全品库查询时返回"""
    uvid_msg: str | None = wire()
    """uvid 的处理结果；传了却没有用上时给出原因"""


if TYPE_CHECKING:

    class AsyncTbkScMaterialRecommendResponse(
        AsyncPagedResponse[TbkScMaterialRecommendMaterialRecommendResult],
        TbkScMaterialRecommendResponse,
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkScMaterialRecommendResponse = TbkScMaterialRecommendResponse


METHOD = Method(
    "taobao.tbk.sc.material.recommend",
    AsyncTbkScMaterialRecommendResponse,
    Object(
        {
            "page_size": Integer(minimum=1, maximum=100),
            "page_no": Integer(),
            "material_id": Text(number=True),
            "adzone_id": Text(number=True),
            "site_id": Text(number=True),
            "relation_id": Text(number=True),
            "device_type": Text(),
            "device_encrypt": Text(),
            "device_value": Text(),
            "favorites_id": Text(),
            "promotion_type": Text(),
            "special_id": Text(),
            "item_id": Text(),
        },
        required=("material_id", "adzone_id", "site_id"),
    ),
    rules=(Rule("at_least_one_of", ("item_id",), {"material_id": "13256"}),),
    needs_session=True,
    idempotent=True,
    packages=(
        PermissionPackage(
            "16287", "https://open.taobao.com/api.htm?docId=62191&docType=2&scopeId=16287"
        ),
    ),
)
