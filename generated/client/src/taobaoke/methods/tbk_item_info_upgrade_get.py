"""Get basic information, estimated prices, commission and presale data of items:
`taobao.tbk.item.info.upgrade.get`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from .._runtime.advice import Advice, Limit, PermissionPackage
from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Batch, Method
from .._runtime.models import Model, Response, wire
from ..models import (
    ActivityTag,
    FinalIncomeInfo,
    FinalPromotionPath,
    GovSubsidy,
    ItemDetailsMorePromotion,
    PresaleInfo,
    PromotionTag,
    TopNInfo,
)


class TbkItemInfoUpgradeGetPublishInfo(Model):
    """商品的推广信息"""

    income_rate: Decimal | None = wire()
    """收入比率，即佣金比率与补贴比率之和；单位：百分之一（12.34 即 12.34%）"""
    topn_info: TopNInfo | None = wire()
    """前 N 件佣金，预热或生效期间返回"""
    tlj_remain_num: int | None = wire()
    """该商品今日还能创建的淘礼金数；单位：个"""
    two_hour_promotion_sales: int | None = wire()
    """近两小时的推广销量，约每 30 分钟更新；单位：件"""
    daily_promotion_sales: int | None = wire()
    """商品当天的推广销量，约每小时更新；单位：件"""
    cpa_reward_type: list[str] = wire(separator=" ")
    """商品参加的额外奖励活动；以空格分隔；已知取值：

    - 0：预售单单奖励
    - 1：618 超级 U 选单单补
    注：文档示例里还有 2，但没有写含义
    """
    cpa_reward_amount: list[str] = wire(separator=" ")
    """额外奖励的金额，与 cpa_reward_type 逐个对应；以空格分隔"""
    income_info: FinalIncomeInfo | None = wire()
    """佣金与补贴明细"""
    future_activity_commission_rate: Decimal | None = wire()
    """预热到手价适用的佣金率；单位：万分之一（1234 即 12.34%）"""
    future_activity_time: datetime | None = wire(form="epoch_ms")
    """预热价的生效时间；格式：毫秒时间戳"""


class TbkItemInfoUpgradeGetFuturePromotionPath(Model):
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


class TbkItemInfoUpgradeGetTbkItemDetailPromotionInfo(Model):
    """商品的价格与促销"""

    reserve_price: Decimal | None = wire()
    """商品一口价，页面上多作划线价；单位：元"""
    zk_final_price: Decimal | None = wire()
    """在售价（有促销时即促销价）；预售商品在付定金期间为预售价；单位：元"""
    final_promotion_price: Decimal | None = wire()
    """预估到手价，预售付定金期间取尾款的预估到手价；单位：元"""
    final_promotion_path_list: list[FinalPromotionPath] = wire(
        wrapper="final_promotion_path_map_data"
    )
    """得出预估到手价的各项优惠"""
    promotion_tag_list: list[PromotionTag] = wire(wrapper="promotion_tag_map_data")
    """商品上的促销标签"""
    predict_rounding_up_price: Decimal | None = wire()
    """凑单并叠加优惠后预计的单件价格；单位：元"""
    predict_rounding_up_price_desc: str | None = wire()
    """怎样达到凑单价的说明，如要买几件"""
    more_promotion_list: list[ItemDetailsMorePromotion] = wire(wrapper="more_promotion_map_data")
    """其他可享的活动优惠"""
    activity_tag_list: list[ActivityTag] = wire(wrapper="activity_tag_map_data")
    """货品要展示的标识"""
    gov_subsidy: GovSubsidy | None = wire()
    """国家补贴信息"""
    future_activity_promotion_price: Decimal | None = wire()
    """活动预热期预告的到手价（预估）；单位：元"""
    future_activity_promotion_path_list: list[TbkItemInfoUpgradeGetFuturePromotionPath] = wire(
        wrapper="string"
    )
    """得出预热到手价的各项优惠

    注：文档类型为 String LIST，但列有子字段
    """


class TbkItemInfoUpgradeGetItemInfoBasic(Model):
    """商品基本信息"""

    title: str | None = wire()
    """商品标题"""
    pict_url: str | None = wire()
    """商品主图链接"""
    small_images: list[str] = wire(wrapper="string")
    """商品小图的地址"""
    level_one_category_name: str | None = wire()
    """商品一级类目名"""
    category_name: str | None = wire()
    """商品的叶子类目名"""
    provcity: str | None = wire()
    """宝贝所在的省市"""
    item_url: str | None = wire()
    """商品页面链接"""
    user_type: Literal[0, 1, 3] | int | None = wire()
    """卖家类型；已知取值：

    - 0：淘宝（集市）
    - 1：天猫（商城）
    - 3：特价版
    """
    ratesum: int | None = wire()
    """卖家的等级，需要 SA 级字段权限"""
    shop_dsr: int | None = wire()
    """店铺的 DSR 评分，需要 SA 级字段权限"""
    i_rfd_rate: bool | None = wire()
    """退款率是否低于同行业平均水平，SA 级字段"""
    h_good_rate: bool | None = wire()
    """好评率是否超过同行业平均水平，SA 级字段"""
    h_pay_rate30: bool | None = wire()
    """成交转化率是否超过同行业平均水平，SA 级字段"""
    volume: int | None = wire()
    """近 30 天销量，统计到昨日为止；单位：件"""
    is_prepay: bool | None = wire()
    """卖家是否参加消费者保障"""
    superior_brand: Literal["0", "1"] | None = wire()
    """是否为品牌精选；只能取：

    - 0：否
    - 1：是
    """
    material_lib_type: list[str] = wire(separator=",")
    """商品所属的库，为空表示都不属于；以英文逗号分隔；已知取值：

    - 1：营销商品主推库
    - 2：内容商品库
    """
    tmall_desc_url: str | None = wire()
    """PC 版商品详情地址（S 级字段）"""
    taobao_desc_url: str | None = wire()
    """H5 版商品详情地址（S 级字段）"""
    shop_title: str | None = wire()
    """店铺名称"""
    free_shipment: bool | None = wire()
    """卖家是否包邮"""
    brand_name: str | None = wire()
    """商品的品牌名"""
    short_title: str | None = wire()
    """商品的短标题"""
    white_image: str | None = wire()
    """商品白底图地址"""
    seller_id: str | None = wire(number=True)
    """卖家 ID，需要 C 级字段权限"""
    annual_vol: str | None = wire()
    """商品年销量，为概数文字"""


class TbkItemInfoUpgradeGetTbkItemDetail(Model):
    """淘宝客商品的信息，能看到哪些字段取决于 API 权限等级"""

    item_id: str | None = wire()
    """商品 ID，新旧两种格式都可能出现"""
    publish_info: TbkItemInfoUpgradeGetPublishInfo | None = wire()
    """商品的推广信息"""
    price_promotion_info: TbkItemInfoUpgradeGetTbkItemDetailPromotionInfo | None = wire()
    """商品的价格与促销"""
    input_item_iid: str | None = wire()
    """请求传入的新商品 ID"""
    item_basic_info: TbkItemInfoUpgradeGetItemInfoBasic | None = wire()
    """商品基本信息"""
    presale_info: PresaleInfo | None = wire()
    """商品预售信息"""


class TbkItemInfoUpgradeGetResponse(Response):
    """批量查询商品的基本信息、到手价、佣金和预售信息：返回内容"""

    results: list[TbkItemInfoUpgradeGetTbkItemDetail] = wire(wrapper="tbk_item_detail")
    """淘宝客商品的信息，能看到哪些字段取决于 API 权限等级"""


METHOD = Method(
    "taobao.tbk.item.info.upgrade.get",
    TbkItemInfoUpgradeGetResponse,
    Object(
        {
            "item_id": Csv(max_items=20),
            "ip": Text(),
            "biz_scene_id": Text(),
            "promotion_type": Text(),
            "relation_id": Text(),
            "manage_item_pub_id": Text(number=True),
            "get_tlj_info": Integer(),
        },
        required=("item_id",),
    ),
    batch=Batch("item_id", most=20, items="results", key="input_item_iid"),
    idempotent=True,
    packages=(
        PermissionPackage(
            "16189", "https://open.taobao.com/api.htm?docId=64763&docType=2&scopeId=16189"
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
