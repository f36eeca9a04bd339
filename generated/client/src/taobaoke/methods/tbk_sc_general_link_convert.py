"""Convert items, shops, venues, links and Taobao passwords for an authorised publisher:
`taobao.tbk.sc.general.link.convert`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Csv, Integer, ListOf, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, SplitResponse, wire
from .._runtime.outcomes import ItemOutcome
from ..models import (
    CouponInfo,
    EventUrl,
    ItemMultiCouponPromotionInfo,
    MaterialMultiCouponPromotionInfo,
    ShopUrl,
)


class TbkScGeneralLinkConvertMaterialIncomeInfo(Model):
    """佣金与补贴明细"""

    pure_commission_rate: Decimal | None = wire()
    """佣金比例；单位：百分之一（12.34 即 12.34%）"""
    pure_commission_amount: Decimal | None = wire()
    """佣金金额"""
    subsidy_rate: Decimal | None = wire()
    """补贴比率；单位：百分之一（12.34 即 12.34%）"""
    subsidy_amount: Decimal | None = wire()
    """补贴金额"""
    subsidy_upper_fee: Decimal | None = wire()
    """补贴上限，达到上限才返回"""
    subsidy_type: str | None = wire()
    """补贴类型名称"""


class TbkScGeneralLinkConvertMaterialPromotionInfo(Model):
    """佣金等营销信息"""

    commission_rate: Decimal | None = wire()
    """商品佣金率与补贴率之和，即物料接口的 income_rate；单位：百分之一（12.34 即
    12.34%）
    """
    commission_type: (
        Literal["MKT", "SP", "COMMON", "ZX", "BRAND_MARKET", "BRAND_EXCLUSIVE", "SUPER_LINK"]
        | str
        | None
    ) = wire()
    """佣金所属的计划类型；已知取值：

    - MKT：营销计划
    - SP：定向计划
    - COMMON：通用计划
    - ZX：自选计划
    - BRAND_MARKET：营销宝
    - BRAND_EXCLUSIVE：品牌U享计划
    - SUPER_LINK：超链计划
    """
    multiple_items_prices_count: int | None = wire()
    """享受多件价要买的件数；单位：件"""
    income_info: TbkScGeneralLinkConvertMaterialIncomeInfo | None = wire()
    """佣金与补贴明细"""


class TbkScGeneralLinkConvertMaterialLinkInfo(Model):
    """链接信息"""

    coupon_long_url: str | None = wire()
    """商品与券合一的长链接"""
    material_type: Literal[1, 2, 3, 4, 5, 6, 7] | int | None = wire()
    """链接指向的物料类型；已知取值：

    - 1：单品
    - 2：店铺
    - 3：会场
    - 4：承接开放
    - 5：优惠券
    - 6：直播间
    - 7：淘积木页
    """
    tpwd_origin_url: str | None = wire()
    """淘口令的原始地址，物料不是淘口令时为 null"""
    material_id: str | None = wire()
    """物料 ID，按 material_type 可为商品、卖家或会场的 ID"""
    cps_long_url: str | None = wire()
    """CPS 推广长链接"""
    cps_short_tpwd: str | None = wire()
    """CPS 推广链接的短口令"""
    tk_biz_type: Literal[1, 2] | int | None = wire()
    """淘口令来源，物料不是淘口令时为 null；已知取值：

    - 1：联盟口令
    - 2：主站口令
    """
    coupon_short_tpwd: str | None = wire()
    """商品与券合一链接的短口令"""
    cps_short_url: str | None = wire()
    """CPS 推广短链接"""
    coupon_short_url: str | None = wire()
    """商品与券合一的短链接

    注：文档写成长链，字段名与示例都是短链
    """
    coupon_full_tpwd: str | None = wire()
    """商品与券合一链接的长口令"""
    cps_full_tpwd: str | None = wire()
    """CPS 推广链接的长口令"""
    isv_mktid: str | None = wire()
    """按工具服务商账号生成的新商品 ID"""
    coupon_channel_url: str | None = wire()
    """频道页的商品与券合一链接，需 required_link_type 指定才返回，暂仅淘金币"""
    coupon_channel_tpwd: str | None = wire()
    """频道页的商品与券合一口令，需 required_link_type 指定才返回，暂仅淘金币"""
    cps_channel_url: str | None = wire()
    """频道页 CPS 链接，需 required_link_type 指定才返回，暂仅淘金币"""
    cps_channel_tpwd: str | None = wire()
    """频道页 CPS 口令，需 required_link_type 指定才返回，暂仅淘金币"""
    coupon_supered_long_url: str | None = wire()
    """超级红包版商品与券合一的长链接，活动期以外给普通链接

    注：把来源中的超红理解为超级红包
    """
    coupon_supered_short_url: str | None = wire()
    """超级红包版商品与券合一的短链接，活动期以外给普通链接"""
    coupon_supered_long_tpwd: str | None = wire()
    """超级红包版商品与券合一的长口令"""
    coupon_supered_short_tpwd: str | None = wire()
    """超级红包版商品与券合一的短口令"""
    cps_supered_long_url: str | None = wire()
    """超级红包版 CPS 长链接，活动期以外给普通链接"""
    cps_supered_short_url: str | None = wire()
    """超级红包版 CPS 短链接，活动期以外给普通链接"""
    cps_supered_long_tpwd: str | None = wire()
    """超级红包版 CPS 长口令"""
    cps_supered_short_tpwd: str | None = wire()
    """超级红包版 CPS 短口令"""


class TbkScGeneralLinkConvertMaterialUrl(Model):
    """各链接或口令的转链结果"""

    msg: str | None = wire()
    """该条物料处理失败的原因"""
    code: int | None = wire()
    """该物料的错误码"""
    promotion_info_dto: TbkScGeneralLinkConvertMaterialPromotionInfo | None = wire()
    """佣金等营销信息"""
    coupon_info_dto: CouponInfo | None = wire()
    """优惠券信息"""
    link_info_dto: TbkScGeneralLinkConvertMaterialLinkInfo | None = wire()
    """链接信息"""
    input_material_url: str | None = wire()
    """请求传入的物料链接"""
    extra_info: str | None = wire()
    """转链成功时的附加提示"""
    multiple_items_coupon_info_list: list[MaterialMultiCouponPromotionInfo] = wire(
        wrapper="material_multi_coupon_promotion_info_d_t_o"
    )
    """买多件时可用的券"""


class TbkScGeneralLinkConvertItemIncomeInfo(Model):
    """佣金与补贴明细"""

    pure_commission_rate: Decimal | None = wire()
    """佣金比例；单位：百分之一（12.34 即 12.34%）"""
    pure_commission_amount: Decimal | None = wire()
    """佣金金额"""
    subsidy_rate: Decimal | None = wire()
    """补贴比率；单位：百分之一（12.34 即 12.34%）"""
    subsidy_amount: Decimal | None = wire()
    """补贴金额"""
    subsidy_upper_fee: Decimal | None = wire()
    """补贴上限，达到上限才返回"""
    subsidy_type: str | None = wire()
    """补贴类型名称"""


class TbkScGeneralLinkConvertItemPromotionInfo(Model):
    """佣金等营销信息"""

    commission_rate: Decimal | None = wire()
    """商品佣金率与补贴率之和，即物料接口的 income_rate；单位：百分之一（12.34 即
    12.34%）
    """
    commission_type: (
        Literal["MKT", "SP", "COMMON", "ZX", "BRAND_MARKET", "BRAND_EXCLUSIVE", "SUPER_LINK"]
        | str
        | None
    ) = wire()
    """佣金所属的计划类型；已知取值：

    - MKT：营销计划
    - SP：定向计划
    - COMMON：通用计划
    - ZX：自选计划
    - BRAND_MARKET：营销宝
    - BRAND_EXCLUSIVE：品牌U享计划
    - SUPER_LINK：超链计划
    """
    promotion_price: int | None = wire()
    """商品到手价；单位：分"""
    multiple_items_prices_count: int | None = wire()
    """享受多件价要买的件数；单位：件"""
    income_info: TbkScGeneralLinkConvertItemIncomeInfo | None = wire()
    """佣金与补贴明细"""


class TbkScGeneralLinkConvertItemCouponInfo(Model):
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


class TbkScGeneralLinkConvertItemLinkInfo(Model):
    """链接信息"""

    coupon_long_url: str | None = wire()
    """商品与券合一的长链接"""
    material_type: Literal[1, 2, 3] | int | None = wire()
    """链接指向的物料类型；已知取值：

    - 1：单品
    - 2：店铺
    - 3：会场
    """
    item_id: str | None = wire()
    """商品 ID，新旧两种格式都可能出现"""
    cps_long_url: str | None = wire()
    """CPS 推广长链接"""
    cps_short_tpwd: str | None = wire()
    """CPS 推广链接的短口令"""
    coupon_short_tpwd: str | None = wire()
    """商品与券合一链接的短口令"""
    cps_short_url: str | None = wire()
    """CPS 推广短链接"""
    coupon_short_url: str | None = wire()
    """商品与券合一的短链接

    注：文档写成长链，字段名与示例都是短链
    """
    coupon_full_tpwd: str | None = wire()
    """商品与券合一链接的长口令"""
    cps_full_tpwd: str | None = wire()
    """CPS 推广链接的长口令"""
    isv_mktid: str | None = wire()
    """按工具服务商账号生成的新商品 ID"""
    coupon_channel_url: str | None = wire()
    """频道页的商品与券合一链接，需 required_link_type 指定才返回，暂仅淘金币"""
    coupon_channel_tpwd: str | None = wire()
    """频道页的商品与券合一口令，需 required_link_type 指定才返回，暂仅淘金币"""
    cps_channel_url: str | None = wire()
    """频道页 CPS 链接，需 required_link_type 指定才返回，暂仅淘金币"""
    cps_channel_tpwd: str | None = wire()
    """频道页 CPS 口令，需 required_link_type 指定才返回，暂仅淘金币"""
    coupon_supered_long_url: str | None = wire()
    """超级红包版商品与券合一的长链接，活动期以外给普通链接

    注：把来源中的超红理解为超级红包
    """
    coupon_supered_short_url: str | None = wire()
    """超级红包版商品与券合一的短链接，活动期以外给普通链接"""
    coupon_supered_long_tpwd: str | None = wire()
    """超级红包版商品与券合一的长口令"""
    coupon_supered_short_tpwd: str | None = wire()
    """超级红包版商品与券合一的短口令"""
    cps_supered_long_url: str | None = wire()
    """超级红包版 CPS 长链接，活动期以外给普通链接"""
    cps_supered_short_url: str | None = wire()
    """超级红包版 CPS 短链接，活动期以外给普通链接"""
    cps_supered_long_tpwd: str | None = wire()
    """超级红包版 CPS 长口令"""
    cps_supered_short_tpwd: str | None = wire()
    """超级红包版 CPS 短口令"""
    tk_biz_type: Literal[1, 2] | int | None = wire()
    """淘口令来源；已知取值：

    - 1：联盟口令
    - 2：主站口令
    """


class TbkScGeneralLinkConvertItemUrl(Model):
    """各商品的转链结果"""

    msg: str | None = wire()
    """该条物料处理失败的原因"""
    code: int | None = wire()
    """该物料的错误码"""
    promotion_info_dto: TbkScGeneralLinkConvertItemPromotionInfo | None = wire()
    """佣金等营销信息"""
    coupon_info_dto: TbkScGeneralLinkConvertItemCouponInfo | None = wire()
    """优惠券信息"""
    link_info_dto: TbkScGeneralLinkConvertItemLinkInfo | None = wire()
    """链接信息"""
    input_item_id: str | None = wire()
    """请求传入的商品 ID"""
    extra_info: str | None = wire()
    """转链成功时的附加提示"""
    multiple_items_coupon_info_list: list[ItemMultiCouponPromotionInfo] = wire(
        wrapper="item_multi_coupon_promotion_info_d_t_o"
    )
    """买多件时可用的券"""


class TbkScGeneralLinkConvertTbkLink(Model):
    """转链结果，按商品、店铺、会场、物料分组"""

    material_url_list: list[TbkScGeneralLinkConvertMaterialUrl] = wire(wrapper="material_url_list")
    """各链接或口令的转链结果"""
    shop_url_list: list[ShopUrl] = wire(wrapper="shop_url_list")
    """各店铺的转链结果"""
    event_url_list: list[EventUrl] = wire(wrapper="event_url_list")
    """各会场的转链结果"""
    item_url_list: list[TbkScGeneralLinkConvertItemUrl] = wire(wrapper="item_url_list")
    """各商品的转链结果"""


class TbkScGeneralLinkConvertResponse(
    SplitResponse[
        TbkScGeneralLinkConvertMaterialUrl | ShopUrl | EventUrl | TbkScGeneralLinkConvertItemUrl
    ]
):
    """批量把商品、店铺、会场、链接或口令转成推广链接和淘口令：返回内容"""

    _items = ItemOutcome(
        (
            "data.material_url_list",
            "data.shop_url_list",
            "data.event_url_list",
            "data.item_url_list",
        ),
        code="code",
        message="msg",
    )

    data: TbkScGeneralLinkConvertTbkLink | None = wire()
    """转链结果，按商品、店铺、会场、物料分组"""
    biz_error_desc: str | None = wire(number=True)
    """业务错误说明

    注：文档类型为 Number，同名字段在别处都是文字
    """
    result_msg: str | None = wire()
    """对结果码的说明"""


METHOD = Method(
    "taobao.tbk.sc.general.link.convert",
    TbkScGeneralLinkConvertResponse,
    Object(
        {
            "biz_scene_id": Text(),
            "promotion_type": Text(),
            "material_list": Csv(),
            "relation_id": Text(),
            "adzone_id": Text(number=True),
            "seller_id_list": Csv(),
            "site_id": Text(number=True),
            "item_id_list": Csv(),
            "page_id_list": Csv(),
            "target_item": Object({"item_id_list": ListOf(Text())}),
            "item_dto": ListOf(
                Object(
                    {
                        "item_id": Text(),
                        "sku_id": Text(number=True),
                        "is_target_coupon": Integer(),
                        "coupon_id": Text(),
                        "external_id": Text(),
                        "dx": Text(),
                        "manage_pub_id": Text(number=True),
                    }
                )
            ),
            "page_dto": ListOf(Object({"page_id": Text(), "target_item_list": ListOf(Text())})),
            "shop_dto": ListOf(Object({"shop_id": Text()})),
            "material_dto": ListOf(
                Object({"material_url": Text(), "is_target_coupon": Integer(), "coupon_id": Text()})
            ),
            "special_id": Text(),
            "uvid": Text(),
            "qmtid": Text(),
            "uvid_not_authorized": Integer(),
            "required_link_type": Csv(),
            "manage_pub_id": Text(number=True),
            "dx": Text(),
        },
        required=("adzone_id", "site_id"),
    ),
    needs_session=True,
    idempotent=True,
    packages=(
        PermissionPackage(
            "28320", "https://open.taobao.com/api.htm?docId=65412&docType=2&scopeId=28320"
        ),
    ),
    errors={
        "1001": Advice(
            "没有转换或解析这类物料的权限：核对物料类型，联盟推广链接、淘宝天猫复制链接的权限要分别向平台申请",
            "never",
            "permission",
        )
    },
)
