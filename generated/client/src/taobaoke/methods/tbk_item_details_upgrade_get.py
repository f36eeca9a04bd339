"""Get full details of items: SKUs, properties, estimated prices, subsidies and
commission: `taobao.tbk.item.details.upgrade.get`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from .._runtime.advice import Advice, Limit
from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Batch, Method
from .._runtime.models import Model, Response, wire
from ..models import (
    ActivityTag,
    FinalPromotionPath,
    ItemDetailsMorePromotion,
    PresaleInfo,
    PromotionTag,
    TopNInfo,
)


class TbkItemDetailsUpgradeGetTbkItemDetailSkuProp(Model):
    """SKU 的各项属性"""

    value_text: str | None = wire()
    """属性值的名称"""
    value_id: str | None = wire(number=True)
    """属性值 ID"""
    property_text: str | None = wire()
    """属性名称"""
    property_id: str | None = wire(number=True)
    """属性 ID"""
    value_alias_text: str | None = wire()
    """属性值的别名"""


class TbkItemDetailsUpgradeGetSkuFinalPromotionPath(Model):
    """得到 SKU 到手价的各项优惠"""

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


class TbkItemDetailsUpgradeGetSkuPricePromotionInfo(Model):
    """SKU 的价格与促销"""

    sku_zk_final_price: Decimal | None = wire()
    """SKU 售价：有促销取促销价，否则取一口价；预售付定金期间取预售价；单位：元"""
    sku_final_promotion_price: Decimal | None = wire()
    """SKU 的预估到手价；预售付定金期间为定金加尾款的到手价；单位：元"""
    sku_final_promotion_path_list: list[TbkItemDetailsUpgradeGetSkuFinalPromotionPath] = wire(
        wrapper="sku_final_promotion_path_map_data"
    )
    """得到 SKU 到手价的各项优惠"""


class TbkItemDetailsUpgradeGetTbkItemDetailSku(Model):
    """商品的各个 SKU"""

    property_list: list[TbkItemDetailsUpgradeGetTbkItemDetailSkuProp] = wire(
        wrapper="tbk_item_detail_sku_prop"
    )
    """SKU 的各项属性"""
    quantity: int | None = wire(text=True)
    """SKU 的库存

    注：文档类型为 String，示例为整数
    """
    sku_id: str | None = wire(number=True)
    """商品的 SKU ID"""
    sku_price_promotion_info: TbkItemDetailsUpgradeGetSkuPricePromotionInfo | None = wire()
    """SKU 的价格与促销"""


class TbkItemDetailsUpgradeGetPublishInfo(Model):
    """商品的推广信息"""

    income_rate: Decimal | None = wire()
    """收入比率，即佣金比率与补贴比率之和；单位：百分之一（12.34 即 12.34%）"""
    topn_info: TopNInfo | None = wire()
    """前 N 件佣金，预热或生效期间返回"""
    tlj_remain_num: int | None = wire()
    """该商品今日还能创建的淘礼金数；单位：个"""
    two_hour_promotion_sales: int | None = wire()
    """近两小时的推广销量，约每 15 分钟更新；单位：件"""
    daily_promotion_sales: int | None = wire()
    """商品当天的推广销量，约每小时更新，不足 5 件时不更新；单位：件"""


class TbkItemDetailsUpgradeGetMultiItemPromotion(Model):
    """买多件时可用的券"""

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


class TbkItemDetailsUpgradeGetItemStateSubsidyInfo(Model):
    """国家补贴详情"""

    max_rebate: Decimal | None = wire(number=True)
    """优惠比例上限；指定 IP 时只算该 IP；单位：百分之一（12.34 即 12.34%）"""
    min_rebate: Decimal | None = wire(number=True)
    """优惠比例下限；指定 IP 时只算该 IP；单位：百分之一（12.34 即 12.34%）"""
    max_discount: int | None = wire()
    """优惠金额上限；指定 IP 时只算该 IP；单位：分"""
    min_discount: int | None = wire()
    """优惠金额下限；指定 IP 时只算该 IP；单位：分"""
    province_list: list[str] = wire(wrapper="string")
    """国补可用省份：传了 IP 时，区域可用的商品只列该 IP 所属省份，其余情况列全部可用省
    份
    """


class TbkItemDetailsUpgradeGetItemGovSubsidy(Model):
    """国家补贴信息"""

    tag_name: str | None = wire()
    """国家补贴标签名称"""
    state_subsidy_info: TbkItemDetailsUpgradeGetItemStateSubsidyInfo | None = wire()
    """国家补贴详情"""


class TbkItemDetailsUpgradeGetPreheatPromotion(Model):
    """得出预热到手价的各项优惠"""

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


class TbkItemDetailsUpgradeGetTbkItemDetailPromotionInfo(Model):
    """商品的价格与促销"""

    real_post_fee: Decimal | None = wire()
    """按入参 IP 算出的邮费；单位：元"""
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
    multiple_items_coupon_list: list[TbkItemDetailsUpgradeGetMultiItemPromotion] = wire(
        wrapper="multi_item_promotion_map_data"
    )
    """买多件时可用的券"""
    unit_price_for_multiple_items: Decimal | None = wire()
    """购买多件时的单价；单位：元

    注：文档未写单位，由示例 56.1 推断
    """
    multiple_items_prices_count: int | None = wire()
    """享受多件价要买的件数；单位：件"""
    gov_subsidy: TbkItemDetailsUpgradeGetItemGovSubsidy | None = wire()
    """国家补贴信息"""
    future_activity_promotion_path_list: list[TbkItemDetailsUpgradeGetPreheatPromotion] = wire(
        wrapper="preheat_promotion_map_data"
    )
    """得出预热到手价的各项优惠"""
    future_activity_promotion_price: Decimal | None = wire()
    """活动预热期预告的到手价（预估）；单位：元"""


class TbkItemDetailsUpgradeGetTbkItemDetailPropImg(Model):
    """各属性值对应的商品图片"""

    image_url: str | None = wire()
    """商品属性的主图地址"""
    properties: str | None = wire()
    """属性 ID 与属性值 ID，以冒号相连"""


class TbkItemDetailsUpgradeGetTbkItemDetailProp(Model):
    """商品的各项属性"""

    value_text: str | None = wire()
    """属性值的名称"""
    value_id: str | None = wire(number=True)
    """属性值 ID"""
    property_text: str | None = wire()
    """属性名称"""
    property_id: str | None = wire(number=True)
    """属性 ID"""


class TbkItemDetailsUpgradeGetItemDetailsBasic(Model):
    """商品基本信息"""

    title: str | None = wire()
    """商品标题"""
    short_title: str | None = wire()
    """商品的短标题"""
    pict_url: str | None = wire()
    """商品主图链接"""
    white_image: str | None = wire()
    """商品白底图地址"""
    small_images: list[str] = wire(wrapper="string")
    """商品小图的地址"""
    level_one_category_name: str | None = wire()
    """商品一级类目名"""
    category_name: str | None = wire()
    """商品的叶子类目名"""
    brand_name: str | None = wire()
    """商品的品牌名"""
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
    seller_id: str | None = wire(number=True)
    """卖家 ID"""
    ratesum: int | None = wire()
    """卖家的等级，需要 SA 级字段权限，须向商务或运营小二申请"""
    shop_dsr: int | None = wire()
    """店铺的 DSR 评分，需要 SA 级字段权限，须向商务或运营小二申请"""
    i_rfd_rate: bool | None = wire()
    """退款率是否低于同行业平均水平，SA 级字段，仅定向开放"""
    h_good_rate: bool | None = wire()
    """好评率是否超过同行业平均水平，SA 级字段，仅定向开放"""
    h_pay_rate30: bool | None = wire()
    """成交转化率是否超过同行业平均水平，SA 级字段，仅定向开放"""
    volume: int | None = wire()
    """近 30 天销量，统计到昨日为止；单位：件"""
    quantity: int | None = wire(text=True)
    """商品的库存

    注：文档类型为 String，示例为整数
    """
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
    property_image_list: list[TbkItemDetailsUpgradeGetTbkItemDetailPropImg] = wire(
        wrapper="tbk_item_detail_prop_img"
    )
    """各属性值对应的商品图片"""
    property_list: list[TbkItemDetailsUpgradeGetTbkItemDetailProp] = wire(
        wrapper="tbk_item_detail_prop"
    )
    """商品的各项属性"""
    tmall_desc_url: str | None = wire()
    """PC 版商品详情地址（S 级字段），须向商务或运营小二申请"""
    taobao_desc_url: str | None = wire()
    """H5 版商品详情地址（S 级字段），须向商务或运营小二申请"""
    shop_title: str | None = wire()
    """店铺名称"""
    free_shipment: bool | None = wire()
    """卖家是否包邮"""
    annual_vol: str | None = wire()
    """商品年销量，为概数文字"""


class TbkItemDetailsUpgradeGetTbkItemDetail(Model):
    """淘宝客商品的信息，能看到哪些字段取决于 API 权限等级"""

    sku_list: list[TbkItemDetailsUpgradeGetTbkItemDetailSku] = wire(wrapper="tbk_item_detail_sku")
    """商品的各个 SKU"""
    item_id: str | None = wire()
    """商品 ID，新旧两种格式都可能出现"""
    publish_info: TbkItemDetailsUpgradeGetPublishInfo | None = wire()
    """商品的推广信息"""
    price_promotion_info: TbkItemDetailsUpgradeGetTbkItemDetailPromotionInfo | None = wire()
    """商品的价格与促销"""
    input_item_iid: str | None = wire()
    """请求传入的新商品 ID"""
    item_basic_info: TbkItemDetailsUpgradeGetItemDetailsBasic | None = wire()
    """商品基本信息"""
    presale_info: PresaleInfo | None = wire()
    """商品预售信息"""


class TbkItemDetailsUpgradeGetResponse(Response):
    """批量查询商品的完整详情，含 SKU、属性、预估到手价、国补和佣金：返回内容"""

    results: list[TbkItemDetailsUpgradeGetTbkItemDetail] = wire(wrapper="tbk_item_detail")
    """淘宝客商品的信息，能看到哪些字段取决于 API 权限等级"""


METHOD = Method(
    "taobao.tbk.item.details.upgrade.get",
    TbkItemDetailsUpgradeGetResponse,
    Object(
        {
            "item_id": Csv(max_items=20),
            "ip": Text(),
            "get_topn_rate": Integer(),
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
    page="https://open.taobao.com/api.htm?docId=64757&docType=2",
    errors={
        "50001": Advice("该商品没有可返回的数据，换一个商品 ID 再查", "never", "not_found"),
        "40001": Advice("平台侧的临时故障，隔几秒再调用", "later", "temporary"),
        "50002": Advice(
            "暂时无法查询，降低调用频率并过一会儿再调",
            "later",
            "rate_limit",
            Limit("method", "shortly"),
        ),
        "2": Advice(
            "推广位相关参数有误：核对 adzoneId 与 siteId 是否与自己的 pid 对应", "never", "argument"
        ),
        "4": Advice("推广位无效：到联盟后台核对 adzoneId", "never", "argument"),
        "5": Advice("pid 校验没有通过：先确认 pid 各段无误，无误则稍候再调", "later", "temporary"),
        "8": Advice(
            "参数不合要求：对照参数表检查商品 ID 的格式、个数（不超过 20）和场景取值",
            "never",
            "argument",
        ),
        "isp.tbkapi-service-unavailable": Advice(
            "淘宝客服务暂不可用，短暂等待后重发", "later", "temporary"
        ),
    },
)
