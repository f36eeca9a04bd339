"""Get personalised items by uvid or community id: `taobao.tbk.dg.interest.items.get`."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers
from ..models import (
    FutureActivityPromotionPath,
    InterestItemsBasic,
    InterestItemsFinalPromotionPath,
    InterestItemsIncomeInfo,
    InterestItemsMorePromotion,
    PredictRoundingUpPath,
    PresaleInfo,
    PromotionTag,
    SpCampaign,
    TmallRankInfo,
)


class TbkDgInterestItemsGetMapPromotionInfo(Model):
    """商品的价格与促销"""

    reserve_price: Decimal | None = wire()
    """商品一口价，页面上多作划线价；单位：元"""
    zk_final_price: Decimal | None = wire()
    """在售价（有促销时即促销价）；预售商品在付定金期间为预售价；单位：元"""
    final_promotion_price: Decimal | None = wire()
    """预估到手价，预售付定金期间为定金加尾款的预估到手价；单位：元"""
    final_promotion_path_list: list[InterestItemsFinalPromotionPath] = wire(
        wrapper="final_promotion_path_map_data"
    )
    """得出预估到手价的各项优惠"""
    future_activity_promotion_price: Decimal | None = wire()
    """活动预热期预告的到手价（预估）；单位：元"""
    future_activity_promotion_path_list: list[FutureActivityPromotionPath] = wire(
        wrapper="future_activity_promotion_path_map_data"
    )
    """得出预热到手价的各项优惠"""
    promotion_tag_list: list[PromotionTag] = wire(wrapper="promotion_tag_map_data")
    """商品上的促销标签"""
    predict_rounding_up_price: Decimal | None = wire()
    """凑单并叠加优惠后预计的单件价格；单位：元"""
    predict_rounding_up_price_desc: str | None = wire()
    """怎样达到凑单价的说明，如要买几件"""
    more_promotion_list: list[InterestItemsMorePromotion] = wire(wrapper="more_promotion_map_data")
    """其他可享的活动优惠"""
    predict_rounding_up_path_list: list[PredictRoundingUpPath] = wire(
        wrapper="predict_rounding_up_path_map_data"
    )
    """达成预估凑单价所用的优惠"""


class TbkDgInterestItemsGetPublishInfo(Model):
    """商品的推广信息"""

    income_rate: Decimal | None = wire()
    """收入比率，即佣金比率与补贴比率之和；单位：百分之一（12.34 即 12.34%）"""
    click_url: str | None = wire()
    """商品推广链接"""
    coupon_share_url: str | None = wire()
    """商品与券合一页面的链接"""
    sp_campaign_list: list[SpCampaign] = wire(wrapper="sp_campaign_d_t_o")
    """商品的定向计划，字段权限须向商务或运营小二申请"""
    future_activity_commission_rate: Decimal | None = wire()
    """预热到手价适用的佣金率；单位：万分之一（1234 即 12.34%）"""
    future_activity_time: datetime | None = wire(form="epoch_ms")
    """预热价的生效时间；格式：毫秒时间戳"""
    income_info: InterestItemsIncomeInfo | None = wire()
    """佣金与补贴明细"""


class TbkDgInterestItemsGetInterestItemsStepRate(Model):
    """前 N 件佣金，预热或生效期间返回"""

    topn_quantity: int | None = wire()
    """前 N 件佣金的剩余件数"""
    topn_total_count: int | None = wire()
    """前 N 件佣金的初始件数"""
    topn_start_time: datetime | None = wire(form="epoch_ms")
    """前 N 件佣金的起始时间；格式：毫秒时间戳"""
    topn_end_time: datetime | None = wire(form="epoch_ms")
    """前 N 件佣金的截止时间；格式：毫秒时间戳"""
    topn_rate: Decimal | None = wire()
    """前 N 件佣金的比率；单位：百分之一（12.34 即 12.34%）

    注：文档未写单位，由示例 30 推断
    """


class TbkDgInterestItemsGetInterestItemsResult(Model):
    """返回的各条结果"""

    item_id: str | None = wire()
    """淘宝客新商品 ID

    参见 新商品 ID 升级白皮书
    <https://www.yuque.com/taobaolianmengguanfangxiaoer/zmig94/tfyt0pahmlpzu2ud>
    """
    item_basic_info: InterestItemsBasic | None = wire()
    """商品基本信息"""
    price_promotion_info: TbkDgInterestItemsGetMapPromotionInfo | None = wire()
    """商品的价格与促销"""
    publish_info: TbkDgInterestItemsGetPublishInfo | None = wire()
    """商品的推广信息"""
    tmall_rank_info: TmallRankInfo | None = wire()
    """所在天猫榜单"""
    presale_info: PresaleInfo | None = wire()
    """商品预售信息

    注：文档的说明误写为榜单描述
    """
    topn_info: TbkDgInterestItemsGetInterestItemsStepRate | None = wire()
    """前 N 件佣金，预热或生效期间返回"""


class TbkDgInterestItemsGetResponse(PagedResponse[TbkDgInterestItemsGetInterestItemsResult]):
    """按 uvid 或社群 ID 获取个性化推荐商品：返回内容"""

    _paging = PageNumbers(lists=("result_list",), page="page_no", size="page_size", usual_size=20)

    result_list: list[TbkDgInterestItemsGetInterestItemsResult] = wire(wrapper="map_data")
    """返回的各条结果"""
    uvid_msg: str | None = wire()
    """uvid 的处理结果；传了却没有用上时给出原因"""
    scd_id_msg: str | None = wire()
    """对 scd_id 处理结果的说明"""
    material_id_msg: str | None = wire()
    """本次推荐所用物料的描述"""


if TYPE_CHECKING:

    class AsyncTbkDgInterestItemsGetResponse(
        AsyncPagedResponse[TbkDgInterestItemsGetInterestItemsResult], TbkDgInterestItemsGetResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkDgInterestItemsGetResponse = TbkDgInterestItemsGetResponse


METHOD = Method(
    "taobao.tbk.dg.interest.items.get",
    AsyncTbkDgInterestItemsGetResponse,
    Object(
        {
            "material_id": Text(number=True),
            "adzone_id": Text(number=True),
            "page_size": Integer(minimum=1, maximum=100),
            "page_no": Integer(),
            "device_type": Text(),
            "device_value": Text(),
        },
        required=("adzone_id",),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=70231&docType=2",
)
