"""Response types that several methods share.

多个 API 共用的返回类型。
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from ._runtime.models import Model, wire


class ActivityTag(Model):
    """货品的一个展示标识"""

    tag_name: str | None = wire()
    """显示在商品标题前的活动标识"""


class AdzoneCreateData(Model):
    """新建推广位的信息"""

    model: str | None = wire()
    """完整的三段式 PID"""


class AlimmShareInfo(Model):
    """平台技术服务费的分项明细"""

    alimm_tech_service_rate: Decimal | None = wire()
    """技术服务费的费率"""
    alimm_tech_service_pre_fee: Decimal | None = wire()
    """技术服务费，预估值"""
    alimm_tech_service_fee: Decimal | None = wire()
    """技术服务费，结算值"""
    alimm_agent_service_rate: Decimal | None = wire()
    """渠道专项服务费的费率"""
    alimm_agent_service_pre_fee: Decimal | None = wire()
    """渠道专项服务费，预估值"""
    alimm_agent_service_fee: Decimal | None = wire()
    """渠道专项服务费，结算值"""


class BybtInfo(Model):
    """百亿补贴相关信息"""

    bybt_brand_logo: str | None = wire()
    """百亿补贴品牌标志图地址"""
    bybt_pic_url: str | None = wire()
    """百亿补贴白底图地址"""
    bybt_item_tags: list[str] = wire(wrapper="string")
    """百亿补贴商品的特征标签，如当日发货、限购"""
    bybt_coupon_amount: Decimal | None = wire()
    """百亿补贴专属券的面额，其他场景不返回；单位：元"""
    bybt_show_price: Decimal | None = wire()
    """百亿补贴页面上的实时价格；单位：元"""
    bybt_lowest_price: Decimal | None = wire()
    """用于对比的全网参考价；单位：元"""
    bybt_end_time: datetime | None = wire(form="epoch_ms")
    """百亿补贴结束时间；格式：毫秒时间戳

    注：文档的说明写成开始时间，疑与 bybt_start_time 写反，此处以字段名为准
    """
    bybt_start_time: datetime | None = wire(form="epoch_ms")
    """百亿补贴开始时间；格式：毫秒时间戳

    注：文档的说明写成结束时间，疑与 bybt_end_time 写反，此处以字段名为准
    """


class CouponInfo(Model):
    """优惠券信息"""

    coupon_end_time: str | None = wire()
    """优惠券失效时间

    注：各接口的示例不一：有的只有日期，有的带时分秒，因此按文本返回
    """
    activity_id: str | None = wire()
    """券 ID"""
    coupon_remain_count: int | None = wire()
    """优惠券余量；单位：个"""
    coupon_amount: Decimal | None = wire()
    """优惠券的面额；单位：元"""
    coupon_start_time: str | None = wire()
    """优惠券生效时间

    注：各接口的示例不一：有的只有日期，有的带时分秒，因此按文本返回
    """
    coupon_desc: str | None = wire()
    """优惠券的满减说明，按满多少元计"""
    coupon_type: Literal[0, 1] | int | None = wire()
    """优惠券的适用范围；已知取值：

    - 0：店铺券
    - 1：单品券
    """


class DisplayField(Model):
    """报表一个字段的释义"""

    field_name: str | None = wire()
    """字段名"""
    display_name: str | None = wire()
    """字段的展示名"""
    desc: str | None = wire()
    """字段含义"""


class EventUrl(Model):
    """一个会场的转链结果"""

    msg: str | None = wire()
    """该条物料处理失败的原因"""
    code: int | None = wire()
    """该物料的错误码"""
    link_info_dto: EventUrlLinkInfo | None = wire()
    """链接信息"""
    input_page_id: str | None = wire()
    """请求传入的会场 ID"""


class EventUrlLinkInfo(Model):
    """会场的推广链接与口令"""

    material_type: Literal[1, 2, 3] | int | None = wire()
    """链接指向的物料类型；已知取值：

    - 1：单品
    - 2：店铺
    - 3：会场
    """
    page_id: str | None = wire()
    """会场 ID"""
    cps_long_url: str | None = wire()
    """会场的 CPS 长链接"""
    cps_short_tpwd: str | None = wire()
    """会场 CPS 短口令"""
    cps_short_url: str | None = wire()
    """会场的 CPS 短链接"""
    cps_full_tpwd: str | None = wire()
    """会场 CPS 长口令"""


class FavoritesDetail(Model):
    """一个选品库"""

    favorites_id: str | None = wire(number=True)
    """选品库 ID"""
    favorites_title: str | None = wire()
    """选品库名称"""


class FavoritesInfo(Model):
    """选品库概况"""

    total_count: int | None = wire()
    """选品库（收藏夹）的总数"""
    favorites_list: list[FavoritesDetail] = wire(wrapper="favorites_detail")
    """商品所在的各选品库"""


class FinalIncomeInfo(Model):
    """佣金与补贴明细"""

    commission_rate: Decimal | None = wire()
    """商品的佣金率

    注：文档没有写单位，示例为 55
    """
    commission_amount: Decimal | None = wire()
    """商品佣金额"""
    subsidy_rate: Decimal | None = wire()
    """补贴比率"""
    subsidy_amount: Decimal | None = wire()
    """补贴金额"""
    subsidy_upper_limit: Decimal | None = wire(placeholders=("",))
    """补贴上限，单笔订单达到上限才返回；空文本 表示没有值"""
    subsidy_type: str | None = wire()
    """补贴类型名称"""


class FinalPromotionPath(Model):
    """得出预估到手价的一项优惠"""

    promotion_title: str | None = wire()
    """优惠的名称，例如跨店满减"""
    promotion_desc: str | None = wire()
    """优惠的利益点文案，如每 200 减 20"""
    promotion_fee: Decimal | None = wire()
    """优惠掉的金额；单位：元"""
    promotion_start_time: datetime | None = wire(further=("epoch_ms",))
    """优惠起始时刻；格式：yyyy-MM-dd HH:mm:ss；也可能是 毫秒时间戳

    注：示例多为毫秒时间戳，也有 yyyy-MM-dd HH:mm:ss
    """
    promotion_end_time: datetime | None = wire(further=("epoch_ms",))
    """优惠截止时刻；格式：yyyy-MM-dd HH:mm:ss；也可能是 毫秒时间戳

    注：示例多为毫秒时间戳，也有 yyyy-MM-dd HH:mm:ss
    """
    promotion_id: str | None = wire()
    """优惠 ID"""


class FutureActivityPromotionPath(Model):
    """得出预热到手价的一项优惠"""

    promotion_title: str | None = wire()
    """预热期优惠的名称，例如跨店满减"""
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


class GovSubsidy(Model):
    """国家补贴信息"""

    tag_name: str | None = wire()
    """国家补贴标签名称"""
    state_subsidy_info: StateSubsidyInfo | None = wire()
    """国家补贴详情"""


class IncomeInfo(Model):
    """佣金与补贴明细"""

    commission_rate: Decimal | None = wire()
    """商品的佣金率

    注：文档没有写单位，示例为 55
    """
    commission_amount: Decimal | None = wire()
    """商品佣金额"""
    subsidy_rate: Decimal | None = wire()
    """补贴比率"""
    subsidy_amount: Decimal | None = wire()
    """补贴金额"""
    subsidy_upper_limit: Decimal | None = wire(placeholders=("",))
    """补贴上限，单笔订单达到上限才返回；空文本 表示没有值"""
    subsidy_type: str | None = wire()
    """补贴类型名称"""


class InterestItemsBasic(Model):
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
    """近 30 天销量，统计到昨日为止；单位：件"""
    sub_title: str | None = wire()
    """商品副标题"""
    brand_name: str | None = wire()
    """商品的品牌名"""
    annual_vol: str | None = wire()
    """商品年销量，为概数文字"""


class InterestItemsFinalPromotionPath(Model):
    """得出预估到手价的一项优惠"""

    promotion_title: str | None = wire()
    """优惠的名称，例如跨店满减"""
    promotion_desc: str | None = wire()
    """优惠的利益点文案，如每 200 减 20"""
    promotion_fee: Decimal | None = wire()
    """优惠掉的金额；单位：元"""
    promotion_start_time: datetime | None = wire(form="epoch_ms", further=("yyyy-MM-dd HH:mm:ss",))
    """优惠起始时刻；格式：毫秒时间戳；也可能是 yyyy-MM-dd HH:mm:ss

    注：示例多为毫秒时间戳，也有 yyyy-MM-dd HH:mm:ss
    """
    promotion_end_time: datetime | None = wire(form="epoch_ms", further=("yyyy-MM-dd HH:mm:ss",))
    """优惠截止时刻；格式：毫秒时间戳；也可能是 yyyy-MM-dd HH:mm:ss

    注：示例多为毫秒时间戳，也有 yyyy-MM-dd HH:mm:ss
    """
    promotion_id: str | None = wire()
    """优惠 ID"""


class InterestItemsIncomeInfo(Model):
    """佣金与补贴明细"""

    commission_rate: Decimal | None = wire()
    """商品的佣金率

    注：文档没有写单位，示例为 55
    """
    commission_amount: Decimal | None = wire()
    """商品佣金额"""
    subsidy_rate: Decimal | None = wire()
    """补贴比率"""
    subsidy_amount: Decimal | None = wire()
    """补贴金额"""
    subsidy_upper_limit: Decimal | None = wire(placeholders=("",))
    """补贴上限，单笔订单达到上限才返回；空文本 表示没有值"""


class InterestItemsMorePromotion(Model):
    """其他可享的一项活动优惠"""

    promotion_title: str | None = wire()
    """预热期优惠的名称，例如跨店满减"""
    promotion_desc: str | None = wire()
    """预热优惠的利益点文案，如每 200 减 20"""
    promotion_start_time: datetime | None = wire(form="epoch_ms", further=("yyyy-MM-dd HH:mm:ss",))
    """优惠起始时刻；格式：毫秒时间戳；也可能是 yyyy-MM-dd HH:mm:ss

    注：示例多为毫秒时间戳，也有 yyyy-MM-dd HH:mm:ss
    """
    promotion_end_time: datetime | None = wire(form="epoch_ms", further=("yyyy-MM-dd HH:mm:ss",))
    """优惠截止时刻；格式：毫秒时间戳；也可能是 yyyy-MM-dd HH:mm:ss

    注：示例多为毫秒时间戳，也有 yyyy-MM-dd HH:mm:ss
    """
    promotion_id: str | None = wire()
    """优惠 ID"""


class ItemCouponInfo(Model):
    """优惠券信息"""

    coupon_end_time: str | None = wire()
    """优惠券失效时间

    注：各接口的示例不一：有的只有日期，有的带时分秒，因此按文本返回
    """
    activity_id: str | None = wire()
    """券 ID"""
    coupon_remain_count: int | None = wire()
    """优惠券余量；单位：个"""
    coupon_amount: Decimal | None = wire()
    """优惠券的面额；单位：元"""
    coupon_start_time: str | None = wire()
    """优惠券生效时间

    注：各接口的示例不一：有的只有日期，有的带时分秒，因此按文本返回
    """
    coupon_desc: str | None = wire()
    """优惠券的满减说明，按满多少元计"""


class ItemDetailsMorePromotion(Model):
    """其他可享的一项活动优惠"""

    promotion_title: str | None = wire()
    """预热期优惠的名称，例如跨店满减"""
    promotion_desc: str | None = wire()
    """预热优惠的利益点文案，如每 200 减 20"""
    promotion_start_time: datetime | None = wire(form="epoch_ms", further=("yyyy-MM-dd HH:mm:ss",))
    """优惠起始时刻；格式：毫秒时间戳；也可能是 yyyy-MM-dd HH:mm:ss

    注：示例多为毫秒时间戳，也有 yyyy-MM-dd HH:mm:ss
    """
    promotion_end_time: datetime | None = wire(form="epoch_ms", further=("yyyy-MM-dd HH:mm:ss",))
    """优惠截止时刻；格式：毫秒时间戳；也可能是 yyyy-MM-dd HH:mm:ss

    注：示例多为毫秒时间戳，也有 yyyy-MM-dd HH:mm:ss
    """
    promotion_id: str | None = wire()
    """优惠 ID"""
    promotion_total_count: int | None = wire()
    """该优惠当日的总库存，仅定向开放"""
    promotion_url: str | None = wire()
    """使用该优惠的入口地址，仅定向开放"""


class ItemIdTransform(Model):
    """一个商品 ID 的转换结果"""

    original_item_id: str | None = wire()
    """转换前的商品 ID"""
    item_id: str | None = wire()
    """升级后的新商品 ID（B 段）"""


class ItemMultiCouponPromotionInfo(Model):
    """买多件商品时可用的一张券"""

    coupon_title: str | None = wire()
    """优惠的名称"""
    coupon_desc: str | None = wire()
    """优惠的满减说明，按满多少元或多少件计"""
    coupoon_fee: Decimal | None = wire()
    """优惠的金额；单位：元"""
    coupon_start_time: datetime | None = wire()
    """优惠的生效时间；格式：yyyy-MM-dd HH:mm:ss"""
    coupon_end_time: datetime | None = wire()
    """优惠的失效时间；格式：yyyy-MM-dd HH:mm:ss"""
    activity_id: str | None = wire()
    """该条优惠的 ID"""
    coupon_remain_count: int | None = wire()
    """优惠的余量；单位：个"""


class MaifanPromotion(Model):
    """天猫超市买返卡活动"""

    maifan_promotion_end_time: datetime | None = wire(form="epoch_ms")
    """买返卡活动截止时刻；格式：毫秒时间戳"""
    maifan_promotion_start_time: datetime | None = wire(form="epoch_ms")
    """买返卡活动起始时刻；格式：毫秒时间戳"""
    maifan_promotion_discount: Decimal | None = wire()
    """单张买返卡的金额"""
    maifan_promotion_condition: int | None = wire(text=True)
    """买返卡发放总量，-1 为不限"""


class MaterialMultiCouponPromotionInfo(Model):
    """买多件物料商品时可用的一张券"""

    coupon_title: str | None = wire()
    """优惠的名称"""
    coupon_desc: str | None = wire()
    """优惠的满减说明，按满多少元或多少件计"""
    coupoon_fee: Decimal | None = wire()
    """优惠的金额；单位：元"""
    coupon_start_time: datetime | None = wire()
    """优惠的生效时间；格式：yyyy-MM-dd HH:mm:ss"""
    coupon_end_time: datetime | None = wire()
    """优惠的失效时间；格式：yyyy-MM-dd HH:mm:ss"""
    activity_id: str | None = wire()
    """该条优惠的 ID"""
    coupon_remain_count: int | None = wire()
    """优惠的余量；单位：个"""


class MgcInfo(Model):
    """商品的线报"""

    price: Decimal | None = wire()
    """线报中的价格；单位：元"""
    price_desc: str | None = wire()
    """线报价格的说明"""
    promotion_summary: str | None = wire()
    """线报文案"""
    publish_time: datetime | None = wire(form="epoch_ms")
    """发布时刻；格式：毫秒时间戳"""
    valid_time: datetime | None = wire(form="epoch_ms", placeholders=("0",))
    """线报生效时间，实时线报固定为 0；格式：毫秒时间戳；0 表示没有值

    注：0 是占位值，不代表 1970 年
    """


class MiniProgram(Model):
    """小程序推广链接，尚未开放"""

    mini_program_appid: str | None = wire()
    """小程序的 AppID"""
    mini_program_path: str | None = wire()
    """小程序内的页面路径"""
    mini_program_qrcode_url: str | None = wire()
    """小程序码图片链接"""


class MorePromotion(Model):
    """其他可享的一项活动优惠"""

    promotion_title: str | None = wire()
    """优惠的名称，例如跨店满减"""
    promotion_desc: str | None = wire()
    """优惠的利益点文案，如每 200 减 20"""
    promotion_start_time: datetime | None = wire(form="epoch_ms", further=("yyyy-MM-dd HH:mm:ss",))
    """优惠起始时刻；格式：毫秒时间戳；也可能是 yyyy-MM-dd HH:mm:ss

    注：示例多为毫秒时间戳，也有 yyyy-MM-dd HH:mm:ss
    """
    promotion_end_time: datetime | None = wire(form="epoch_ms", further=("yyyy-MM-dd HH:mm:ss",))
    """优惠截止时刻；格式：毫秒时间戳；也可能是 yyyy-MM-dd HH:mm:ss

    注：示例多为毫秒时间戳，也有 yyyy-MM-dd HH:mm:ss
    """
    promotion_id: str | None = wire()
    """优惠 ID"""
    promotion_total_count: int | None = wire()
    """该优惠当日的总库存，仅定向开放"""
    promotion_url: str | None = wire()
    """使用该优惠的入口地址，仅定向开放"""


class NTbkShop(Model):
    """店铺及其推广链接"""

    user_id: str | None = wire(number=True)
    """卖家 ID"""
    click_url: str | None = wire()
    """店铺的推广链接"""


class NTbkShopInfo(Model):
    """参加淘宝客的店铺"""

    shop_url: str | None = wire()
    """店铺主页地址"""
    seller_nick: str | None = wire()
    """卖家昵称"""
    shop_type: Literal["B", "C"] | str | None = wire()
    """店铺类型；已知取值：

    - B：天猫
    - C：淘宝
    """
    shop_title: str | None = wire()
    """店铺名称"""
    user_id: str | None = wire(number=True)
    """卖家 ID"""
    pict_url: str | None = wire()
    """店标图片链接"""


class OrderData(Model):
    """新用户的一笔复购订单"""

    commission: Decimal | None = wire()
    """预计的佣金；单位：元"""
    confirm_receive_time: date | None = wire(form="yyyyMMdd")
    """确认收货日期；格式：yyyyMMdd"""
    pay_time: date | None = wire(form="yyyyMMdd")
    """付款日期；格式：yyyyMMdd"""
    order_no: str | None = wire()
    """复购订单的单号"""


class PageInfo(Model):
    """分页情况"""

    total: int | None = wire()
    """记录总数"""
    page_no: int | None = wire()
    """页码"""
    page_size: int | None = wire()
    """每页条数"""


class PlatformSpecialShareInfo(Model):
    """各类专项服务费的名称、费率与金额"""

    content_tech_service_rate: Decimal | None = wire()
    """内容专项服务费的费率"""
    content_tech_service_pre_fee: Decimal | None = wire()
    """内容专项服务费，预估值"""
    content_tech_service_fee: Decimal | None = wire()
    """内容专项服务费，结算值"""
    traffic_tech_service_rate: Decimal | None = wire()
    """流量专项服务费的比率，仅定向开放"""
    traffic_tech_service_pre_fee: Decimal | None = wire()
    """预估的流量专项服务费，仅定向开放"""
    traffic_tech_service_fee: Decimal | None = wire()
    """已结算的流量专项服务费，仅定向开放"""


class PredictRoundingUpPath(Model):
    """达成预估凑单价的一项优惠"""

    promotion_title: str | None = wire()
    """优惠的名称，例如跨店满减"""
    promotion_desc: str | None = wire()
    """优惠的利益点文案，如每 200 减 20"""


class PresaleInfo(Model):
    """商品预售信息"""

    presale_start_time: datetime | None = wire(form="epoch_ms", number=True)
    """定金支付起始时刻；格式：毫秒时间戳"""
    presale_end_time: datetime | None = wire(form="epoch_ms", number=True)
    """定金支付截止时刻；格式：毫秒时间戳"""
    presale_tail_start_time: datetime | None = wire(form="epoch_ms", number=True)
    """尾款支付起始时刻；格式：毫秒时间戳"""
    presale_tail_end_time: datetime | None = wire(form="epoch_ms", number=True)
    """尾款支付截止时刻；格式：毫秒时间戳"""
    presale_deposit: Decimal | None = wire()
    """预售定金；单位：元"""
    presale_discount_fee_text: str | None = wire()
    """预售优惠的文案"""


class PromotionEntry(Model):
    """权益的有效期、门槛与面额"""

    entry_used_start_time: datetime | None = wire(form="epoch_ms")
    """权益生效时间；格式：毫秒时间戳"""
    entry_used_end_time: datetime | None = wire(form="epoch_ms")
    """权益失效时间；格式：毫秒时间戳"""
    entry_condition: Decimal | None = wire()
    """权益使用门槛，消费满该金额可用；单位：元；至多 2 位小数"""
    entry_discount: Decimal | None = wire()
    """权益面额，券为减免金额；单位：元；至多 2 位小数"""


class PromotionInfo(Model):
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


class PromotionTag(Model):
    """商品上的一个促销标签"""

    tag_name: str | None = wire()
    """标签名称，例如 88VIP、花呗免息"""


class RecommendItem(Model):
    """权益推荐的商品"""

    item_id: str | None = wire(number=True)
    """权益推荐的商品 ID"""
    url: str | None = wire()
    """商品地址"""


class RelationRefundOrder(Model):
    """渠道或会员的一笔维权退款订单"""

    tb_trade_parent_id: str | None = wire(number=True)
    """淘宝父订单号，与买家后台所见一致"""
    special_id: str | None = wire(number=True)
    """会员运营 ID"""
    relation_id: str | None = wire(number=True)
    """渠道关系 ID"""
    tk3rd_pub_id: str | None = wire(number=True)
    """三方推广者的会员 ID"""
    tk_pub_id: str | None = wire(number=True)
    """推广者的会员 ID"""
    tk_subsidy_fee_refund3rd_pub: Decimal | None = wire()
    """三方应退还的补贴"""
    tk_commission_fee_refund3rd_pub: Decimal | None = wire()
    """三方应退还的佣金"""
    tk_subsidy_fee_refund_pub: Decimal | None = wire()
    """二方应退还的补贴，技术服务费除外"""
    tk_commission_fee_refund_pub: Decimal | None = wire()
    """二方应退还的佣金，技术服务费除外"""
    tk_refund_suit_time: datetime | None = wire()
    """维权结束的时间；格式：yyyy-MM-dd HH:mm:ss"""
    tk_refund_time: datetime | None = wire()
    """维权发起的时间；格式：yyyy-MM-dd HH:mm:ss"""
    earning_time: datetime | None = wire()
    """订单的结算时间；格式：yyyy-MM-dd HH:mm:ss"""
    tb_trade_create_time: datetime | None = wire()
    """订单的创建时间；格式：yyyy-MM-dd HH:mm:ss"""
    refund_status: Literal[2, 3, 4, 11, 12, 13, 14, 15] | int | None = wire()
    """维权状态；已知取值：

    - 2：维权成功（淘客结算回执）
    - 3：维权失败（淘客结算回执）
    - 4：维权创建（淘客结算回执）
    - 11：多次维权，等待处理
    - 12：钱已结给淘客，待向淘客补扣
    - 13：钱已结给淘客，已向淘客补扣成功
    - 14：钱已结给卖家，待向卖家补扣
    - 15：钱已结给卖家，已向卖家补扣成功
    """
    tb_auction_title: str | None = wire()
    """商品标题"""
    tb_trade_id: str | None = wire(number=True)
    """淘宝子订单号"""
    refund_fee: Decimal | None = wire()
    """买家申请维权要求退还的金额；单位：元"""
    tb_trade_finish_price: Decimal | None = wire()
    """结算金额，即确认收货时的成交金额"""
    tk_pub_show_return_fee: Decimal | None = wire()
    """二方应返还给商家的金额"""
    tk3rd_pub_show_return_fee: Decimal | None = wire()
    """三方应返还给商家的金额"""
    refund_type: Literal[1, 2] | int | None = wire()
    """维权订单的参与方数；已知取值：

    - 1：二方
    - 2：三方
    """
    alsc_pid: str | None = wire()
    """口碑父订单号，仅口碑订单有"""
    alsc_id: str | None = wire()
    """口碑子订单号，仅口碑订单有"""
    modified_time: datetime | None = wire()
    """最近更新时间；格式：yyyy-MM-dd HH:mm:ss"""


class RightsSendPidRpt(Model):
    """一个 PID 的红包发放数据"""

    biz_date: date | None = wire(form="yyyyMMdd")
    """数据所属日期；格式：yyyyMMdd"""
    pid: str | None = wire()
    """推广位 PID，形如 mm_1_2_3"""
    fund_num: int | None = wire()
    """已发放的红包数；单位：个"""
    use_num: int | None = wire()
    """红包被使用的次数；单位：次"""


class RptPageInfo(Model):
    """分页情况"""

    page_size: int | None = wire()
    """每页条数"""
    page_no: int | None = wire()
    """页码"""
    total_cnt: int | None = wire()
    """记录总数"""


class ScopeInfo(Model):
    """商品所属的商品库范围"""

    superior_brand: Literal["0", "1"] | None = wire()
    """是否为品牌精选；只能取：

    - 0：否
    - 1：是
    """


class ServiceFee(Model):
    """一项专项服务费，已停用"""

    tk_share_role_type: Literal[122] | int | None = wire()
    """专项服务费的来源；已废弃；已知取值：

    - 122：渠道
    """
    share_relative_rate: Decimal | None = wire()
    """专项服务费的费率；已废弃

    注：示例 0.10，单位不明
    """
    share_fee: Decimal | None = wire()
    """结算的专项服务费；单位：元；已废弃"""
    share_pre_fee: Decimal | None = wire()
    """预估的专项服务费；单位：元；已废弃"""


class ShopUrl(Model):
    """一个店铺的转链结果"""

    msg: str | None = wire()
    """该条物料处理失败的原因"""
    code: int | None = wire()
    """该物料的错误码"""
    link_info_dto: ShopUrlLinkInfo | None = wire()
    """链接信息"""
    input_shop_id: str | None = wire()
    """请求传入的店铺 ID"""


class ShopUrlLinkInfo(Model):
    """店铺的推广链接与口令"""

    material_type: Literal[1, 2, 3] | int | None = wire()
    """链接指向的物料类型；已知取值：

    - 1：单品
    - 2：店铺
    - 3：会场
    """
    seller_id: str | None = wire()
    """卖家 ID"""
    cps_long_url: str | None = wire()
    """店铺的 CPS 长链接"""
    cps_short_tpwd: str | None = wire()
    """店铺 CPS 短口令"""
    cps_short_url: str | None = wire()
    """店铺的 CPS 短链接"""
    cps_full_tpwd: str | None = wire()
    """店铺 CPS 长口令"""


class SpCampaign(Model):
    """商品的一个定向计划"""

    sp_cid: str | None = wire()
    """定向计划的活动 ID"""
    sp_name: str | None = wire()
    """定向计划的名称"""
    sp_rate: Decimal | None = wire()
    """定向计划的佣金率；单位：万分之一（1234 即 12.34%）"""
    sp_lock_status: Literal["0", "1"] | None = wire()
    """定向计划锁佣与否；只能取：

    - 0：未锁佣
    - 1：已锁佣
    """
    sp_apply_link: str | None = wire()
    """申请该定向计划的地址"""
    sp_status: Literal["0", "1"] | None = wire()
    """定向计划能否使用；只能取：

    - 0：不可用
    - 1：可用
    """


class StateSubsidyInfo(Model):
    """国家补贴详情"""

    max_rebate: Decimal | None = wire(number=True)
    """优惠比例上限；指定 IP 时只算该 IP；单位：百分之一（12.34 即 12.34%）"""
    min_rebate: Decimal | None = wire(number=True)
    """优惠比例下限；指定 IP 时只算该 IP；单位：百分之一（12.34 即 12.34%）"""
    max_discount: Decimal | None = wire()
    """优惠金额上限；指定 IP 时只算该 IP；单位：元"""
    min_discount: Decimal | None = wire()
    """优惠金额下限；指定 IP 时只算该 IP；单位：元"""
    province_list: list[str] = wire(wrapper="string")
    """国补可用省份：传了 IP 时，区域可用的商品只列该 IP 所属省份，其余情况列全部可用省
    份
    """


class StepRate(Model):
    """前 N 件佣金，仅当 get_topn_rate=1 且其已生效并为最高佣金时返回"""

    topn_end_time: datetime | None = wire(form="epoch_ms", number=True)
    """前 N 件佣金的截止时间，失效后为空；格式：毫秒时间戳"""
    topn_start_time: datetime | None = wire(form="epoch_ms", number=True)
    """前 N 件佣金的起始时间，失效后为空；格式：毫秒时间戳"""
    topn_quantity: int | None = wire()
    """前 N 件佣金的剩余件数，失效后为空"""
    topn_total_count: int | None = wire()
    """前 N 件佣金的初始件数，失效后（发完、到期或商品下架）为空"""


class SubsidyDetail(Model):
    """一类补贴的明细"""

    subsidy_type: str | None = wire()
    """补贴类型名称"""
    subsidy_rate: Decimal | None = wire()
    """补贴比率"""
    subsidy_fee: Decimal | None = wire()
    """该类补贴的金额；单位：元"""
    subsidy_upper_limit: Decimal | None = wire()
    """该类补贴单笔订单的上限；单位：元"""
    subsidy_share_rate: Decimal | None = wire()
    """补贴的分成比率"""


class TmallRankInfo(Model):
    """所在天猫榜单"""

    tmall_rank_text: str | None = wire()
    """榜单名次文案"""
    tmall_rank_url: str | None = wire()
    """榜单页地址"""


class TopNInfo(Model):
    """前 N 件佣金，预热或生效期间返回"""

    topn_quantity: int | None = wire()
    """前 N 件佣金的剩余件数"""
    topn_total_count: int | None = wire()
    """前 N 件佣金的初始件数"""
    topn_end_time: datetime | None = wire(form="epoch_ms")
    """前 N 件佣金的截止时间；格式：毫秒时间戳"""
    topn_start_time: datetime | None = wire(form="epoch_ms")
    """前 N 件佣金的起始时间；格式：毫秒时间戳"""
    topn_rate: Decimal | None = wire()
    """前 N 件佣金的比率；单位：百分之一（12.34 即 12.34%）

    注：文档未写单位，由示例 30 推断
    """


class TpwdCreateData(Model):
    """生成的淘口令"""

    password_simple: str | None = wire()
    """短口令，供 iOS 14 以下及 Android 等设备使用"""
    model: str | None = wire()
    """长口令，供 iOS 14 及以上设备使用；须含数字、羊角符与链接，自行改写后应先在手淘验
    证能否识别
    """


class TpwdData(Model):
    """淘口令的解析与转链结果"""

    num_iid: str | None = wire()
    """商品 ID"""
    click_url: str | None = wire()
    """商品推广链接"""
    seller_id: str | None = wire()
    """卖家 ID"""
    origin_url: str | None = wire()
    """传入的口令所对应的原链接"""
    origin_pid: str | None = wire()
    """传入的口令所含 PID；不属于当前推广者时为 0"""
    biz_scene_id: Literal["1", "2", "3"] | str | None = wire()
    """业务场景；已知取值：

    - 1：动态 ID 转链
    - 2：消费者比价
    - 3：商品库导购
    """
    model: str | None = wire()
    """短口令"""
    password: str | None = wire()
    """长口令"""
    url_type: Literal["0", "1", "2", "3"] | str | None = wire()
    """链接指向的对象；已知取值：

    - 0：其他
    - 1：单品
    - 2：店铺
    - 3：活动
    """
    short_url: str | None = wire()
    """转换得到的短链接"""


class TpwdRiskStatus(Model):
    """一个 PID 或渠道的口令风险"""

    pid: str | None = wire()
    """账号名下的 PID，仅在请求未传 pid 时返回"""
    rid: str | None = wire()
    """与 pid 关联的渠道关系 ID，入参传了 pid 才返回"""
    status: Literal["0", "1"] | str | None = wire()
    """风险等级，同一淘客两种都有时按拦截处理；已知取值：

    - 0：预警
    - 1：拦截
    """


class UvIdGenerateRes(Model):
    """一个用户 ID 的加密结果"""

    error_message: str | None = wire()
    """出错说明"""
    encrypted_uvid: str | None = wire()
    """用户标识密文"""
    source_value: str | None = wire()
    """入参里的原始用户 ID"""


class VcLandingLinkInfo(Model):
    """转出的链接"""

    url: str | None = wire()
    """转换得到的链接"""


class VegasSendStatusResult(Model):
    """消费者的红包状况"""

    is_new_user: Literal["0", "1"] | None = wire()
    """用户红包的核销状况；只能取：

    - 0：有红包待核销
    - 1：无红包待核销
    """


class Word(Model):
    """商品的关联词"""

    url: str | None = wire()
    """关联词的落地页地址"""
    word: str | None = wire()
    """与商品相关的关联词"""


class YoujiaCouponInfo(Model):
    """有价券"""

    item_id: str | None = wire()
    """有价券的商品 ID"""
    url: str | None = wire()
    """商品地址"""
