"""Search items by keyword, category, price and rate for an authorised publisher:
`taobao.tbk.sc.material.optional.upgrade`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Boolean, Csv, Exact, Integer, ListOf, Moment, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers
from ..models import (
    FinalIncomeInfo,
    FutureActivityPromotionPath,
    InterestItemsFinalPromotionPath,
    InterestItemsMorePromotion,
    MgcInfo,
    PresaleInfo,
    PromotionTag,
    SpCampaign,
    TmallRankInfo,
    TopNInfo,
)


class TbkScMaterialOptionalUpgradeMaterialOptionalPromotionInfo(Model):
    """商品的价格与促销"""

    final_promotion_path_list: list[InterestItemsFinalPromotionPath] = wire(
        wrapper="final_promotion_path_map_data"
    )
    """得出预估到手价的各项优惠"""
    predict_rounding_up_price: Decimal | None = wire()
    """凑单并叠加优惠后预计的单件价格；单位：元"""
    predict_rounding_up_price_desc: str | None = wire()
    """怎样达到凑单价的说明，如要买几件"""
    more_promotion_list: list[InterestItemsMorePromotion] = wire(wrapper="more_promotion_map_data")
    """其他可享的活动优惠"""
    reserve_price: Decimal | None = wire()
    """商品一口价，页面上多作划线价；单位：元"""
    zk_final_price: Decimal | None = wire()
    """在售价（有促销时即促销价）；预售商品在付定金期间为预售价；单位：元"""
    final_promotion_price: Decimal | None = wire()
    """预估到手价，预售付定金期间为定金加尾款的预估到手价；单位：元"""
    future_activity_promotion_price: Decimal | None = wire()
    """活动预热期预告的到手价（预估）；单位：元"""
    future_activity_promotion_path_list: list[FutureActivityPromotionPath] = wire(
        wrapper="future_activity_promotion_path_map_data"
    )
    """得出预热到手价的各项优惠"""
    promotion_tag_list: list[PromotionTag] = wire(wrapper="promotion_tag_map_data")
    """商品上的促销标签"""


class TbkScMaterialOptionalUpgradePublishInfo(Model):
    """商品的推广信息"""

    income_rate: Decimal | None = wire()
    """收入比率，即佣金比率与补贴比率之和；单位：百分之一（12.34 即 12.34%）"""
    topn_info: TopNInfo | None = wire()
    """前 N 件佣金，预热或生效期间返回"""
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
    future_activity_commission_rate: Decimal | None = wire()
    """预热到手价适用的佣金率；单位：万分之一（1234 即 12.34%）"""
    future_activity_time: datetime | None = wire(form="epoch_ms")
    """预热价的生效时间；格式：毫秒时间戳"""
    sp_campaign_list: list[SpCampaign] = wire(wrapper="sp_campaign")
    """商品的定向计划"""
    rank_page_url: str | None = wire()
    """榜单页地址"""
    commission_type: Literal["MKT", "SP", "COMMON"] | str | None = wire()
    """佣金所属的计划类型；已知取值：

    - MKT：营销计划
    - SP：定向计划
    - COMMON：通用计划
    """
    income_info: FinalIncomeInfo | None = wire()
    """佣金与补贴明细"""
    include_dxjh: bool | None = wire(text=True)
    """商品有无定向计划"""
    two_hour_promotion_sales: int | None = wire()
    """近两小时的推广销量，约每 30 分钟更新；单位：件"""
    daily_promotion_sales: int | None = wire()
    """商品当天的推广销量，约每小时更新；单位：件"""


class TbkScMaterialOptionalUpgradeMaterialOptionalBasic(Model):
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
    """近 30 天销量，统计到昨日为止；单位：件"""
    sub_title: str | None = wire()
    """商品副标题"""
    brand_name: str | None = wire()
    """商品的品牌名"""
    level_one_category_name: str | None = wire()
    """商品一级类目名"""
    tk_total_sales: int | None = wire(text=True)
    """近 30 天的淘客推广量

    注：文档类型为 String，示例是整数
    """
    provcity: str | None = wire()
    """宝贝所在的省市"""
    small_images: list[str] = wire(wrapper="string")
    """商品小图的地址"""
    annual_vol: str | None = wire()
    """商品年销量，为概数文字"""
    real_post_fee: Decimal | None = wire()
    """商品的邮费；单位：元"""


class TbkScMaterialOptionalUpgradeMaterialOptionalScopeInfo(Model):
    """商品所属的商品库范围"""

    superior_brand: Literal[0, 1] | None = wire()
    """是否为品牌精选；只能取：

    - 0：否
    - 1：是
    """


class TbkScMaterialOptionalUpgradeMaterialOptionalResult(Model):
    """返回的各条结果"""

    item_id: str | None = wire()
    """淘宝客新商品 ID

    参见 新商品 ID 升级白皮书
    <https://www.yuque.com/taobaolianmengguanfangxiaoer/zmig94/tfyt0pahmlpzu2ud>
    """
    price_promotion_info: TbkScMaterialOptionalUpgradeMaterialOptionalPromotionInfo | None = wire()
    """商品的价格与促销"""
    publish_info: TbkScMaterialOptionalUpgradePublishInfo | None = wire()
    """商品的推广信息"""
    item_basic_info: TbkScMaterialOptionalUpgradeMaterialOptionalBasic | None = wire()
    """商品基本信息"""
    tmall_rank_info: TmallRankInfo | None = wire()
    """所在天猫榜单"""
    presale_info: PresaleInfo | None = wire()
    """商品预售信息"""
    scope_info: TbkScMaterialOptionalUpgradeMaterialOptionalScopeInfo | None = wire()
    """商品所属的商品库范围"""
    mgc_info: MgcInfo | None = wire()
    """商品的线报"""
    match_score: Decimal | None = wire()
    """物料评估得出的匹配分数"""
    commi_score: Decimal | None = wire()
    """物料的收益评分"""
    isv_mktid: str | None = wire()
    """按工具服务商账号生成的新商品 ID"""
    similar_item: str | None = wire()
    """不参加 CPS 推广的商品的同款推荐

    注：存疑：只有一个手写客户端（2026-03）收有此字段并作 String，实际也可能是对象
    """


class TbkScMaterialOptionalUpgradeResponse(
    PagedResponse[TbkScMaterialOptionalUpgradeMaterialOptionalResult]
):
    """按关键词、类目、价格、佣金率等条件搜索推广商品，并取得推广链接：返回内容"""

    _paging = PageNumbers(
        lists=("result_list",),
        page="page_no",
        size="page_size",
        usual_size=20,
        total="total_results",
    )

    total_results: int | None = wire()
    """满足条件的结果总数"""
    result_list: list[TbkScMaterialOptionalUpgradeMaterialOptionalResult] = wire(wrapper="map_data")
    """返回的各条结果"""
    uvid_msg: str | None = wire()
    """uvid 的处理结果；传了却没有用上时给出原因"""


if TYPE_CHECKING:

    class AsyncTbkScMaterialOptionalUpgradeResponse(
        AsyncPagedResponse[TbkScMaterialOptionalUpgradeMaterialOptionalResult],
        TbkScMaterialOptionalUpgradeResponse,
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkScMaterialOptionalUpgradeResponse = TbkScMaterialOptionalUpgradeResponse


METHOD = Method(
    "taobao.tbk.sc.material.optional.upgrade",
    AsyncTbkScMaterialOptionalUpgradeResponse,
    Object(
        {
            "start_dsr": Integer(minimum=0, maximum=50000),
            "page_size": Integer(minimum=1, maximum=100),
            "page_no": Integer(),
            "end_tk_rate": Integer(),
            "start_tk_rate": Integer(),
            "end_price": Exact(number=True),
            "start_price": Exact(number=True),
            "is_overseas": Boolean(),
            "is_tmall": Boolean(),
            "sort": Text(),
            "itemloc": Text(),
            "cat": Csv(max_items=10),
            "q": Text(),
            "adzone_id": Text(number=True),
            "site_id": Text(number=True),
            "material_id": Text(number=True),
            "has_coupon": Boolean(),
            "ip": Text(),
            "npx_level": Integer(),
            "include_rfd_rate": Boolean(),
            "include_good_rate": Boolean(),
            "include_pay_rate_30": Boolean(),
            "need_prepay": Boolean(),
            "need_free_shipment": Boolean(),
            "device_value": Text(),
            "device_encrypt": Text(),
            "device_type": Text(),
            "relation_id": Text(),
            "special_id": Text(),
            "get_topn_rate": Integer(),
            "biz_scene_id": Text(),
            "promotion_type": Text(),
            "mgc_start_time": Moment(form="epoch_ms"),
            "mgc_end_time": Moment(form="epoch_ms"),
            "mgc_status": Text(),
            "ucrowd_id": Text(number=True),
            "ucrowd_rank_items": ListOf(
                Object({"commirate": Exact(number=True), "price": Exact(), "item_id": Text()})
            ),
        },
        required=("adzone_id", "site_id"),
    ),
    needs_session=True,
    idempotent=True,
    packages=(
        PermissionPackage(
            "13991", "https://open.taobao.com/api.htm?docId=64758&docType=2&scopeId=13991"
        ),
    ),
)
