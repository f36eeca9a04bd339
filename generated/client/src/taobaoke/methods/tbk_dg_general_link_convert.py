"""Convert items, shops, venues, links and Taobao passwords into promotion links:
`taobao.tbk.dg.general.link.convert`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from .._runtime.advice import Advice
from .._runtime.kinds import Csv, Integer, ListOf, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, SplitResponse, wire
from .._runtime.outcomes import ItemOutcome
from ..models import (
    CouponInfo,
    EventUrl,
    ItemCouponInfo,
    ItemMultiCouponPromotionInfo,
    MaterialMultiCouponPromotionInfo,
    ShopUrl,
)


class TbkDgGeneralLinkConvertMaterialPromotionInfo(Model):
    """佣金等营销信息"""

    commission_rate: Decimal | None = wire()
    """商品佣金率与补贴率之和，即物料接口的 income_rate；单位：百分之一（12.34 即
    12.34%）
    """
    commission_type: Literal["MKT", "SP", "COMMON", "ZX"] | str | None = wire()
    """佣金所属的计划类型；已知取值：

    - MKT：营销计划
    - SP：定向计划
    - COMMON：通用计划
    - ZX：自选计划
    """
    multiple_items_prices_count: int | None = wire()
    """享受多件价要买的件数；单位：件"""


class TbkDgGeneralLinkConvertMaterialLinkInfo(Model):
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
    share_unit_url: str | None = wire()
    """种草页的链接，仅定向开放"""
    tao_brick_url: str | None = wire()
    """淘积木页面的地址，仅定向开放"""
    coupon_channel_url: str | None = wire()
    """频道页的商品与券合一链接，需 required_link_type 指定才返回，暂仅淘金币"""
    coupon_channel_tpwd: str | None = wire()
    """频道页的商品与券合一口令，需 required_link_type 指定才返回，暂仅淘金币"""
    cps_channel_url: str | None = wire()
    """频道页 CPS 链接，需 required_link_type 指定才返回，暂仅淘金币"""
    cps_channel_tpwd: str | None = wire()
    """频道页 CPS 口令，需 required_link_type 指定才返回，暂仅淘金币"""
    coupon_supered_long_url: str | None = wire()
    """超级红包版商品与券合一的长链接，需 required_link_type 指定才返回"""
    coupon_supered_short_url: str | None = wire()
    """超级红包版商品与券合一的短链接，需 required_link_type 指定才返回"""
    coupon_supered_long_tpwd: str | None = wire()
    """超级红包版商品与券合一的长口令，需 required_link_type 指定才返回

    注：文档写作超红，这里理解为超级红包
    """
    coupon_supered_short_tpwd: str | None = wire()
    """超级红包版商品与券合一的短口令，需 required_link_type 指定才返回"""
    cps_supered_long_url: str | None = wire()
    """超级红包版 CPS 长链接，需 required_link_type 指定才返回"""
    cps_supered_short_url: str | None = wire()
    """超级红包版 CPS 短链接，需 required_link_type 指定才返回"""
    cps_supered_long_tpwd: str | None = wire()
    """超级红包版 CPS 长口令，需 required_link_type 指定才返回"""
    cps_supered_short_tpwd: str | None = wire()
    """超级红包版 CPS 短口令，需 required_link_type 指定才返回"""


class TbkDgGeneralLinkConvertMaterialUrl(Model):
    """各链接或口令的转链结果"""

    msg: str | None = wire()
    """该条物料处理失败的原因"""
    code: int | None = wire()
    """该物料的错误码"""
    promotion_info_dto: TbkDgGeneralLinkConvertMaterialPromotionInfo | None = wire()
    """佣金等营销信息"""
    coupon_info_dto: CouponInfo | None = wire()
    """优惠券信息"""
    link_info_dto: TbkDgGeneralLinkConvertMaterialLinkInfo | None = wire()
    """链接信息"""
    input_material_url: str | None = wire()
    """请求传入的物料链接"""
    extra_info: str | None = wire()
    """转链成功时的附加提示"""
    multiple_items_coupon_info_list: list[MaterialMultiCouponPromotionInfo] = wire(
        wrapper="material_multi_coupon_promotion_info_d_t_o"
    )
    """买多件时可用的券"""


class TbkDgGeneralLinkConvertItemPromotionInfo(Model):
    """佣金等营销信息"""

    commission_rate: Decimal | None = wire()
    """商品佣金率与补贴率之和，即物料接口的 income_rate；单位：百分之一（12.34 即
    12.34%）
    """
    commission_type: Literal["MKT", "SP", "COMMON", "ZX"] | str | None = wire()
    """佣金所属的计划类型；已知取值：

    - MKT：营销计划
    - SP：定向计划
    - COMMON：通用计划
    - ZX：自选计划
    """
    promotion_price: int | None = wire()
    """商品到手价；单位：分"""
    multiple_items_prices_count: int | None = wire()
    """享受多件价要买的件数；单位：件"""


class TbkDgGeneralLinkConvertItemLinkInfo(Model):
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
    share_unit_url: str | None = wire()
    """种草页的链接，仅定向开放"""
    coupon_channel_url: str | None = wire()
    """频道页的商品与券合一链接，需 required_link_type 指定才返回，暂仅淘金币"""
    coupon_channel_tpwd: str | None = wire()
    """频道页的商品与券合一口令，需 required_link_type 指定才返回，暂仅淘金币"""
    cps_channel_url: str | None = wire()
    """频道页 CPS 链接，需 required_link_type 指定才返回，暂仅淘金币"""
    cps_channel_tpwd: str | None = wire()
    """频道页 CPS 口令，需 required_link_type 指定才返回，暂仅淘金币"""
    coupon_supered_long_url: str | None = wire()
    """超级红包版商品与券合一的长链接，需 required_link_type 指定才返回"""
    coupon_supered_short_url: str | None = wire()
    """超级红包版商品与券合一的短链接，需 required_link_type 指定才返回"""
    coupon_supered_long_tpwd: str | None = wire()
    """超级红包版商品与券合一的长口令，需 required_link_type 指定才返回

    注：文档写作超红，这里理解为超级红包
    """
    coupon_supered_short_tpwd: str | None = wire()
    """超级红包版商品与券合一的短口令，需 required_link_type 指定才返回"""
    cps_supered_long_url: str | None = wire()
    """超级红包版 CPS 长链接，需 required_link_type 指定才返回"""
    cps_supered_short_url: str | None = wire()
    """超级红包版 CPS 短链接，需 required_link_type 指定才返回"""
    cps_supered_long_tpwd: str | None = wire()
    """超级红包版 CPS 长口令，需 required_link_type 指定才返回"""
    cps_supered_short_tpwd: str | None = wire()
    """超级红包版 CPS 短口令，需 required_link_type 指定才返回"""


class TbkDgGeneralLinkConvertItemUrl(Model):
    """各商品的转链结果"""

    msg: str | None = wire()
    """该条物料处理失败的原因"""
    code: int | None = wire()
    """该物料的错误码"""
    promotion_info_dto: TbkDgGeneralLinkConvertItemPromotionInfo | None = wire()
    """佣金等营销信息"""
    coupon_info_dto: ItemCouponInfo | None = wire()
    """优惠券信息"""
    link_info_dto: TbkDgGeneralLinkConvertItemLinkInfo | None = wire()
    """链接信息"""
    input_item_id: str | None = wire()
    """请求传入的商品 ID"""
    extra_info: str | None = wire()
    """转链成功时的附加提示"""
    multiple_items_coupon_info_list: list[ItemMultiCouponPromotionInfo] = wire(
        wrapper="item_multi_coupon_promotion_info_d_t_o"
    )
    """买多件时可用的券"""


class TbkDgGeneralLinkConvertTbkLink(Model):
    """转链结果，按商品、店铺、会场、物料分组"""

    material_url_list: list[TbkDgGeneralLinkConvertMaterialUrl] = wire(wrapper="material_url_list")
    """各链接或口令的转链结果"""
    shop_url_list: list[ShopUrl] = wire(wrapper="shop_url_list")
    """各店铺的转链结果"""
    event_url_list: list[EventUrl] = wire(wrapper="event_url_list")
    """各会场的转链结果"""
    item_url_list: list[TbkDgGeneralLinkConvertItemUrl] = wire(wrapper="item_url_list")
    """各商品的转链结果"""


class TbkDgGeneralLinkConvertResponse(
    SplitResponse[
        TbkDgGeneralLinkConvertMaterialUrl | ShopUrl | EventUrl | TbkDgGeneralLinkConvertItemUrl
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

    data: TbkDgGeneralLinkConvertTbkLink | None = wire()
    """转链结果，按商品、店铺、会场、物料分组"""
    biz_error_desc: str | None = wire(number=True)
    """业务错误说明

    注：文档类型为 Number，同名字段在别处都是文字
    """
    result_msg: str | None = wire()
    """对结果码的说明"""


METHOD = Method(
    "taobao.tbk.dg.general.link.convert",
    TbkDgGeneralLinkConvertResponse,
    Object(
        {
            "biz_scene_id": Text(),
            "promotion_type": Text(),
            "material_list": Csv(),
            "relation_id": Text(),
            "adzone_id": Text(number=True),
            "seller_id_list": Csv(),
            "item_id_list": Csv(),
            "page_id_list": Csv(),
            "target_item": Object({"item_id_list": ListOf(Text())}),
            "item_dto": Object(
                {
                    "item_id": Text(),
                    "sku_id": Text(number=True),
                    "is_target_coupon": Integer(),
                    "coupon_id": Text(),
                    "external_id": Text(),
                    "dx": Text(),
                    "manage_pub_id": Text(number=True),
                }
            ),
            "page_dto": Object({"page_id": Text(), "target_item_list": ListOf(Text())}),
            "shop_dto": Object({"shop_id": Text()}),
            "material_dto": Object(
                {"material_url": Csv(), "is_target_coupon": Integer(), "coupon_id": Text()}
            ),
            "special_id": Text(),
            "uvid": Text(),
            "qmtid": Text(),
            "uvid_not_authorized": Integer(),
            "required_link_type": Csv(),
        },
        required=("adzone_id",),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=65409&docType=2",
    errors={
        "1001": Advice(
            "没有转换或解析这类物料的权限：核对物料类型，联盟推广链接、淘宝天猫复制链接的权限要分别向平台申请",
            "never",
            "permission",
        )
    },
)
