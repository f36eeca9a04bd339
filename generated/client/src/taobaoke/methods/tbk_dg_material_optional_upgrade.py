"""Search items by keyword, category, price and rate, with promotion links:
`taobao.tbk.dg.material.optional.upgrade`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.advice import Advice, Limit, PermissionPackage
from .._runtime.kinds import Boolean, Csv, Exact, Integer, ListOf, Moment, Object, Text
from .._runtime.method import Method, Rule
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers
from ..models import (
    FinalIncomeInfo,
    GovSubsidy,
    InterestItemsFinalPromotionPath,
    MgcInfo,
    MorePromotion,
    PresaleInfo,
    PromotionTag,
    ScopeInfo,
    SpCampaign,
    TmallRankInfo,
    TopNInfo,
)


class TbkDgMaterialOptionalUpgradePublishInfo(Model):
    """商品的推广信息"""

    income_rate: Decimal | None = wire()
    """收入比率，即佣金比率与补贴比率之和；单位：百分之一（12.34 即 12.34%）"""
    topn_info: TopNInfo | None = wire()
    """前 N 件佣金，预热或生效期间返回"""
    click_url: str | None = wire()
    """商品推广链接"""
    coupon_share_url: str | None = wire()
    """商品与券合一页面的链接"""
    future_activity_commission_rate: Decimal | None = wire()
    """预热到手价适用的佣金率；单位：万分之一（1234 即 12.34%）"""
    future_activity_time: datetime | None = wire(form="epoch_ms")
    """预热价的生效时间；格式：毫秒时间戳"""
    sp_campaign_list: list[SpCampaign] = wire(wrapper="sp_campaign")
    """商品的定向计划，字段权限须向商务或运营小二申请"""
    rank_page_url: str | None = wire()
    """榜单页地址"""
    commission_type: Literal["MKT", "SP", "COMMON", "ZX"] | str | None = wire()
    """佣金所属的计划类型；已知取值：

    - MKT：营销计划
    - SP：定向计划
    - COMMON：通用计划
    - ZX：自选计划
    """
    income_info: FinalIncomeInfo | None = wire()
    """佣金与补贴明细"""
    cpa_reward_type: list[str] = wire(separator=" ")
    """商品参加的额外奖励活动；以空格分隔；已知取值：

    - 0：预售单单奖励
    - 1：618 超级 U 选单单补
    注：文档示例里还有 2，但没有写含义
    """
    cpa_reward_amount: list[str] = wire(separator=" ")
    """额外奖励的金额，与 cpa_reward_type 逐个对应；以空格分隔"""
    include_dxjh: bool | None = wire(text=True)
    """商品有无定向计划"""
    two_hour_promotion_sales: int | None = wire()
    """近两小时的推广销量，约每 30 分钟更新；单位：件"""
    daily_promotion_sales: int | None = wire()
    """商品当天的推广销量，约每小时更新；单位：件"""


class TbkDgMaterialOptionalUpgradeFuturePromotionPath(Model):
    """得出预热到手价的各项优惠"""

    promotion_title: str | None = wire()
    """优惠的名称，例如跨店满减"""
    promotion_desc: str | None = wire()
    """预热优惠的利益点文案，如每 200 减 20"""
    promotion_fee: Decimal | None = wire()
    """预热优惠掉的金额；单位：元"""
    promotion_start_time: datetime | None = wire(form="epoch_ms", further=("yyyy-MM-dd HH:mm:ss",))
    """优惠起始时刻；格式：毫秒时间戳；也可能是 yyyy-MM-dd HH:mm:ss

    注：示例多为毫秒时间戳，也有 yyyy-MM-dd HH:mm:ss
    """
    promotion_end_time: datetime | None = wire(form="epoch_ms", further=("yyyy-MM-dd HH:mm:ss",))
    """优惠截止时刻；格式：毫秒时间戳；也可能是 yyyy-MM-dd HH:mm:ss

    注：示例多为毫秒时间戳，也有 yyyy-MM-dd HH:mm:ss
    """


class TbkDgMaterialOptionalUpgradeMaterialOptionalPromotionInfo(Model):
    """商品的价格与促销"""

    predict_rounding_up_price: Decimal | None = wire()
    """凑单并叠加优惠后预计的单件价格；单位：元"""
    predict_rounding_up_price_desc: str | None = wire()
    """怎样达到凑单价的说明，如要买几件"""
    more_promotion_list: list[MorePromotion] = wire(wrapper="more_promotion_map_data")
    """其他可享的活动优惠"""
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
    future_activity_promotion_path_list: list[TbkDgMaterialOptionalUpgradeFuturePromotionPath] = (
        wire(wrapper="future_activity_promotion_path_map_data")
    )
    """得出预热到手价的各项优惠"""
    promotion_tag_list: list[PromotionTag] = wire(wrapper="promotion_tag_map_data")
    """商品上的促销标签"""
    gov_subsidy: GovSubsidy | None = wire()
    """国家补贴信息"""


class TbkDgMaterialOptionalUpgradeMaterialOptionalBasic(Model):
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


class TbkDgMaterialOptionalUpgradeMaterialOptionalResult(Model):
    """返回的各条结果"""

    item_id: str | None = wire()
    """淘宝客新商品 ID

    参见 新商品 ID 升级白皮书
    <https://www.yuque.com/taobaolianmengguanfangxiaoer/zmig94/tfyt0pahmlpzu2ud>
    """
    publish_info: TbkDgMaterialOptionalUpgradePublishInfo | None = wire()
    """商品的推广信息"""
    price_promotion_info: TbkDgMaterialOptionalUpgradeMaterialOptionalPromotionInfo | None = wire()
    """商品的价格与促销"""
    item_basic_info: TbkDgMaterialOptionalUpgradeMaterialOptionalBasic | None = wire()
    """商品基本信息"""
    tmall_rank_info: TmallRankInfo | None = wire()
    """所在天猫榜单"""
    presale_info: PresaleInfo | None = wire()
    """商品预售信息"""
    scope_info: ScopeInfo | None = wire()
    """商品所属的商品库范围"""
    mgc_info: MgcInfo | None = wire()
    """商品的线报"""
    match_score: Decimal | None = wire()
    """物料评估得出的匹配分数"""
    commi_score: Decimal | None = wire()
    """物料的收益评分"""
    similar_item: str | None = wire()
    """不参加 CPS 推广的商品的同款推荐

    注：存疑：只有一个手写客户端（2026-03）收有此字段并作 String，实际也可能是对象
    """


class TbkDgMaterialOptionalUpgradeResponse(
    PagedResponse[TbkDgMaterialOptionalUpgradeMaterialOptionalResult]
):
    """按关键词、类目、到手价、收入比率等条件搜索推广商品，并取得推广链接：返回内容"""

    _paging = PageNumbers(
        lists=("result_list",),
        page="page_no",
        size="page_size",
        usual_size=20,
        total="total_results",
    )

    total_results: int | None = wire()
    """满足条件的结果总数"""
    result_list: list[TbkDgMaterialOptionalUpgradeMaterialOptionalResult] = wire(wrapper="map_data")
    """返回的各条结果"""
    uvid_msg: str | None = wire()
    """uvid 的处理结果；传了却没有用上时给出原因"""


if TYPE_CHECKING:

    class AsyncTbkDgMaterialOptionalUpgradeResponse(
        AsyncPagedResponse[TbkDgMaterialOptionalUpgradeMaterialOptionalResult],
        TbkDgMaterialOptionalUpgradeResponse,
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkDgMaterialOptionalUpgradeResponse = TbkDgMaterialOptionalUpgradeResponse


METHOD = Method(
    "taobao.tbk.dg.material.optional.upgrade",
    AsyncTbkDgMaterialOptionalUpgradeResponse,
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
            "material_id": Text(number=True),
            "has_coupon": Boolean(),
            "ip": Text(),
            "adzone_id": Text(number=True),
            "need_free_shipment": Boolean(),
            "need_prepay": Boolean(),
            "include_pay_rate_30": Boolean(),
            "include_good_rate": Boolean(),
            "include_rfd_rate": Boolean(),
            "npx_level": Integer(),
            "device_encrypt": Text(),
            "device_value": Text(),
            "device_type": Text(),
            "special_id": Text(),
            "relation_id": Text(),
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
        required=("adzone_id",),
    ),
    rules=(Rule("at_least_one_of", ("q", "cat", "ucrowd_rank_items")),),
    idempotent=True,
    packages=(
        PermissionPackage(
            "27939", "https://open.taobao.com/api.htm?docId=64759&docType=2&scopeId=27939"
        ),
    ),
    errors={
        "1001": Advice("me 参数无效：换成同时带券 ID 和商品 ID 的 me 值", "never", "argument"),
        "10000": Advice("这个商品 ID 查不到结果，换一个有效的商品 ID", "never", "not_found"),
        "4": Advice(
            "推广位不存在：到联盟后台的推广位管理核对 adzone_id（pid 第三段）", "never", "argument"
        ),
        "30002": Advice("查询词 q 与类目 cat 至少填一个再查", "never", "argument"),
        "2": Advice(
            "pid 有误：核对 adzone_id 与 site_id 是否取自同一个 pid 的第三段和第二段",
            "never",
            "argument",
        ),
        "50001": Advice("当前条件下没有可返回的商品，调整条件后再查", "never", "not_found"),
        "40001": Advice("平台侧的临时故障，隔几秒再调用", "later", "temporary"),
        "30001": Advice(
            "material_id 无效：改用官方公布、且仍在有效期内的物料 id", "never", "argument"
        ),
        "5": Advice(
            "pid 校验没有通过：先确认 adzone_id、site_id 无误，无误则稍候再调", "later", "temporary"
        ),
        "isp.entry-sys-error": Advice("平台入口系统故障，短暂等待后重发", "later", "temporary"),
        "isp.pid-check-error": Advice(
            "平台校验 pid 时出错：核对 pid 各段，确认无误后过一会儿重发", "later", "temporary"
        ),
        "isp.sys-error": Advice("平台系统故障，短暂等待后重发", "later", "temporary"),
        "50002": Advice(
            "请求太密：降低每秒的调用次数，等一会儿再查",
            "later",
            "rate_limit",
            Limit("method", "shortly"),
        ),
        "1201": Advice("临时失败，直接重发即可；一直出现时联系平台", "later", "temporary"),
        "719": Advice(
            "重发一次；同时确认程序按字符串处理商品 ID（新商品 ID 含字母与横线，不能当数字存）",
            "later",
            "temporary",
            see=(
                "商品 ID 字段类型调整公告 https://mo.m.taobao.com/union/page_20220701_150002_297",
            ),
        ),
        "1911": Advice(
            "应用没有所传 biz_scene_id 的权限：向对接的商务或运营申请该场景，或改用已开通的场景",
            "never",
            "permission",
        ),
    },
)
