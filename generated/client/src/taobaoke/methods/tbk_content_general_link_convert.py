"""Convert items, venues, shops and links for a third-party content publisher:
`taobao.tbk.content.general.link.convert`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from .._runtime.advice import Advice
from .._runtime.kinds import Anything, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, SplitResponse, wire
from .._runtime.outcomes import ItemOutcome
from ..models import ItemCouponInfo


class TbkContentGeneralLinkConvertUrlLinkInfo(Model):
    """链接信息"""

    coupon_long_url: str | None = wire()
    """商品与券合一的长链接"""
    material_type: Literal[1, 2, 3, 4, 5] | int | None = wire()
    """链接指向的物料类型；已知取值：

    - 1：单品
    - 2：店铺
    - 3：会场
    - 4：承接开放
    - 5：优惠券
    """
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
    tk_biz_type: Literal[1, 2] | int | None = wire()
    """淘口令来源，物料不是淘口令时为 null；已知取值：

    - 1：联盟口令
    - 2：主站口令
    """


class TbkContentGeneralLinkConvertUrlCouponInfo(Model):
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


class TbkContentGeneralLinkConvertUrlPromotionInfo(Model):
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


class TbkContentGeneralLinkConvertMaterialUrl(Model):
    """各链接或口令的转链结果"""

    code: int | None = wire()
    """该物料的错误码"""
    msg: str | None = wire()
    """该条物料处理失败的原因"""
    extra_info: str | None = wire()
    """转链成功时的附加提示"""
    input_material_url: str | None = wire()
    """请求传入的物料链接"""
    link_info_dto: TbkContentGeneralLinkConvertUrlLinkInfo | None = wire()
    """链接信息"""
    coupon_info_dto: TbkContentGeneralLinkConvertUrlCouponInfo | None = wire()
    """优惠券信息"""
    promotion_info_dto: TbkContentGeneralLinkConvertUrlPromotionInfo | None = wire()
    """佣金等营销信息"""


class TbkContentGeneralLinkConvertShopLinkInfo(Model):
    """链接信息"""

    seller_id: str | None = wire()
    """卖家 ID"""
    cps_long_url: str | None = wire()
    """店铺的 CPS 长链接"""
    cps_short_url: str | None = wire()
    """店铺的 CPS 短链接"""
    cps_full_tpwd: str | None = wire()
    """店铺 CPS 长口令"""
    cps_short_tpwd: str | None = wire()
    """店铺 CPS 短口令"""


class TbkContentGeneralLinkConvertTbkLinkShopUrl(Model):
    """各店铺的转链结果"""

    code: int | None = wire()
    """该物料的错误码"""
    msg: str | None = wire()
    """该条物料处理失败的原因"""
    input_shop_id: str | None = wire()
    """卖家 ID

    注：名称指传入的店铺 ID，文档写作卖家 ID
    """
    link_info_dto: TbkContentGeneralLinkConvertShopLinkInfo | None = wire()
    """链接信息"""


class TbkContentGeneralLinkConvertEventLinkInfo(Model):
    """链接信息"""

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


class TbkContentGeneralLinkConvertTbkLinkEventUrl(Model):
    """各会场的转链结果"""

    code: int | None = wire()
    """该物料的错误码"""
    msg: str | None = wire()
    """该条物料处理失败的原因"""
    input_page_id: str | None = wire()
    """请求传入的会场 ID"""
    link_info_dto: TbkContentGeneralLinkConvertEventLinkInfo | None = wire()
    """链接信息"""


class TbkContentGeneralLinkConvertItemPromotionInfo(Model):
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


class TbkContentGeneralLinkConvertItemLinkInfo(Model):
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


class TbkContentGeneralLinkConvertItemUrl(Model):
    """各商品的转链结果"""

    input_item_id: str | None = wire()
    """请求传入的商品 ID"""
    extra_info: str | None = wire()
    """转链成功时的附加提示"""
    promotion_info_dto: TbkContentGeneralLinkConvertItemPromotionInfo | None = wire()
    """佣金等营销信息"""
    code: int | None = wire()
    """该物料的错误码"""
    msg: str | None = wire()
    """该条物料处理失败的原因"""
    link_info_dto: TbkContentGeneralLinkConvertItemLinkInfo | None = wire()
    """链接信息"""
    coupon_info_dto: ItemCouponInfo | None = wire()
    """优惠券信息

    注：文档把类型误写为 ItemLinkInfoDTO
    """


class TbkContentGeneralLinkConvertTbkLink(Model):
    """转链结果，按商品、店铺、会场、物料分组"""

    material_url_list: list[TbkContentGeneralLinkConvertMaterialUrl] = wire(
        wrapper="material_url_list"
    )
    """各链接或口令的转链结果"""
    shop_url_list: list[TbkContentGeneralLinkConvertTbkLinkShopUrl] = wire(wrapper="shop_url_list")
    """各店铺的转链结果"""
    event_url_list: list[TbkContentGeneralLinkConvertTbkLinkEventUrl] = wire(
        wrapper="event_url_list"
    )
    """各会场的转链结果"""
    item_url_list: list[TbkContentGeneralLinkConvertItemUrl] = wire(wrapper="item_url_list")
    """各商品的转链结果"""


class TbkContentGeneralLinkConvertResponse(
    SplitResponse[
        TbkContentGeneralLinkConvertMaterialUrl
        | TbkContentGeneralLinkConvertTbkLinkShopUrl
        | TbkContentGeneralLinkConvertTbkLinkEventUrl
        | TbkContentGeneralLinkConvertItemUrl
    ]
):
    """替内容三方推广者转换商品、会场、店铺和链接：返回内容"""

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

    data: TbkContentGeneralLinkConvertTbkLink | None = wire()
    """转链结果，按商品、店铺、会场、物料分组"""
    biz_error_desc: str | None = wire()
    """业务错误说明"""
    result_msg: str | None = wire()
    """对结果码的说明"""


METHOD = Method(
    "taobao.tbk.content.general.link.convert",
    TbkContentGeneralLinkConvertResponse,
    Object(
        {
            "sub_pid": Text(),
            "item_dto": Anything(),
            "page_dto": Anything(),
            "shop_dto": Anything(),
            "material_dto": Anything(),
            "adzone_id": Text(),
        },
        required=("sub_pid", "adzone_id"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=69454&docType=2",
    errors={
        "1001": Advice(
            "没有转换或解析这类物料的权限：核对物料类型，联盟推广链接、淘宝天猫复制链接的权限要分别向平台申请",
            "never",
            "permission",
        )
    },
)
