"""Get personalised items by material and device, edition for phone makers:
`taobao.tbk.interest.items.get`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers
from ..models import (
    FavoritesInfo,
    InterestItemsBasic,
    InterestItemsIncomeInfo,
    PresaleInfo,
    PromotionInfo,
    ScopeInfo,
    SpCampaign,
    TmallRankInfo,
    TopNInfo,
)


class TbkInterestItemsGetPublishInfo(Model):
    """商品的推广信息"""

    income_rate: Decimal | None = wire()
    """收入比率，即佣金比率与补贴比率之和；单位：百分之一（12.34 即 12.34%）"""
    click_url: str | None = wire()
    """商品推广链接"""
    coupon_share_url: str | None = wire()
    """商品与券合一页面的链接"""
    sp_campaign_list: list[SpCampaign] = wire(wrapper="sp_campaign")
    """商品的定向计划，字段权限须向商务或运营小二申请"""
    future_activity_commission_rate: Decimal | None = wire()
    """预热到手价适用的佣金率；单位：万分之一（1234 即 12.34%）"""
    future_activity_time: datetime | None = wire(form="epoch_ms")
    """预热价的生效时间；格式：毫秒时间戳"""
    income_info: InterestItemsIncomeInfo | None = wire()
    """佣金与补贴明细"""
    cpa_reward_type: list[str] = wire(separator=" ")
    """商品参加的额外奖励活动；以空格分隔；已知取值：

    - 0：预售单单奖励
    - 1：618 超级 U 选单单补
    注：文档示例里还有 2，但没有写含义
    """
    cpa_reward_amount: list[str] = wire(separator=" ")
    """额外奖励的金额，与 cpa_reward_type 逐个对应；以空格分隔"""


class TbkInterestItemsGetInterestItemsResult(Model):
    """返回的各条结果"""

    item_id: str | None = wire()
    """淘宝客新商品 ID

    参见 新商品 ID 升级白皮书
    <https://www.yuque.com/taobaolianmengguanfangxiaoer/zmig94/tfyt0pahmlpzu2ud>
    """
    item_basic_info: InterestItemsBasic | None = wire()
    """商品基本信息"""
    price_promotion_info: PromotionInfo | None = wire()
    """商品的价格与促销"""
    publish_info: TbkInterestItemsGetPublishInfo | None = wire()
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


class TbkInterestItemsGetResponse(PagedResponse[TbkInterestItemsGetInterestItemsResult]):
    """按物料和设备号获取个性化推荐商品（厂商版）：返回内容"""

    _paging = PageNumbers(
        lists=("result_list",), page="page_no", size="page_size", usual_size=20, total="total_count"
    )

    result_list: list[TbkInterestItemsGetInterestItemsResult] = wire(wrapper="map_data")
    """返回的各条结果"""
    is_default: bool | None = wire(text=True)
    """是否兜底推荐结果

    注：文档写作抄底，应为兜底；布尔类型按示例 false 判断
    """
    total_count: int | None = wire()
    """所查选品库或官方物料包含的商品总数"""
    uvid_msg: str | None = wire()
    """uvid 的处理结果；传了却没有用上时给出原因"""


if TYPE_CHECKING:

    class AsyncTbkInterestItemsGetResponse(
        AsyncPagedResponse[TbkInterestItemsGetInterestItemsResult], TbkInterestItemsGetResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkInterestItemsGetResponse = TbkInterestItemsGetResponse


METHOD = Method(
    "taobao.tbk.interest.items.get",
    AsyncTbkInterestItemsGetResponse,
    Object(
        {
            "page_size": Integer(minimum=1, maximum=100),
            "page_no": Integer(),
            "material_id": Text(number=True),
            "adzone_id": Text(number=True),
            "device_type": Text(),
            "device_value": Text(),
        },
        required=("material_id", "adzone_id"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=69446&docType=2",
)
