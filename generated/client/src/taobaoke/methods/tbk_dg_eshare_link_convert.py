"""Convert items, links and Taobao passwords into exclusive links for key accounts:
`taobao.tbk.dg.eshare.link.convert`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from .._runtime.advice import Advice
from .._runtime.kinds import Anything, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, SplitResponse, wire
from .._runtime.outcomes import ItemOutcome


class TbkDgEshareLinkConvertMaterialLinkInfo(Model):
    """链接信息"""

    coupon_long_url: str | None = wire()
    """商品与券合一的长链接"""
    coupon_short_url: str | None = wire()
    """商品与券合一的短链接"""
    coupon_short_tpwd: str | None = wire()
    """商品与券合一链接的短口令"""
    coupon_full_tpwd: str | None = wire()
    """商品与券合一链接的长口令"""
    material_type: Literal[1] | int | None = wire()
    """链接指向的物料类型；已知取值：

    - 1：单品
    """
    tk_biz_type: Literal[1, 2] | int | None = wire()
    """淘口令来源，物料不是淘口令时为 null；已知取值：

    - 1：联盟口令
    - 2：主站口令
    """


class TbkDgEshareLinkConvertMaterialPromotionInfo(Model):
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


class TbkDgEshareLinkConvertMaterialUrl(Model):
    """各链接或口令的转链结果"""

    msg: str | None = wire()
    """该条物料处理失败的原因"""
    code: int | None = wire()
    """该物料的错误码"""
    link_info_dto: TbkDgEshareLinkConvertMaterialLinkInfo | None = wire()
    """链接信息"""
    input_material_url: str | None = wire()
    """请求传入的物料链接"""
    promotion_info_dto: TbkDgEshareLinkConvertMaterialPromotionInfo | None = wire()
    """佣金等营销信息"""


class TbkDgEshareLinkConvertItemLinkInfo(Model):
    """链接信息"""

    coupon_long_url: str | None = wire()
    """商品与券合一的长链接"""
    item_id: str | None = wire()
    """商品 ID，新旧两种格式都可能出现"""
    material_type: Literal[1] | int | None = wire()
    """链接指向的物料类型；已知取值：

    - 1：单品
    """
    coupon_short_url: str | None = wire()
    """商品与券合一的短链接"""
    coupon_short_tpwd: str | None = wire()
    """商品与券合一链接的短口令"""
    coupon_full_tpwd: str | None = wire()
    """商品与券合一链接的长口令"""


class TbkDgEshareLinkConvertItemPromotionInfo(Model):
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


class TbkDgEshareLinkConvertItemUrl(Model):
    """各商品的转链结果"""

    msg: str | None = wire()
    """该条物料处理失败的原因"""
    code: int | None = wire()
    """该物料的错误码"""
    link_info_dto: TbkDgEshareLinkConvertItemLinkInfo | None = wire()
    """链接信息"""
    input_item_id: str | None = wire()
    """请求传入的商品 ID"""
    promotion_info_dto: TbkDgEshareLinkConvertItemPromotionInfo | None = wire()
    """佣金等营销信息"""


class TbkDgEshareLinkConvertTbkLink(Model):
    """转链结果，按商品、店铺、会场、物料分组"""

    material_url_list: list[TbkDgEshareLinkConvertMaterialUrl] = wire(wrapper="material_url_list")
    """各链接或口令的转链结果"""
    item_url_list: list[TbkDgEshareLinkConvertItemUrl] = wire(wrapper="item_url_list")
    """各商品的转链结果"""


class TbkDgEshareLinkConvertResponse(
    SplitResponse[TbkDgEshareLinkConvertMaterialUrl | TbkDgEshareLinkConvertItemUrl]
):
    """把商品、链接或口令转成 KA 私域专享的推广链接和淘口令：返回内容"""

    _items = ItemOutcome(
        ("data.material_url_list", "data.item_url_list"), code="code", message="msg"
    )

    data: TbkDgEshareLinkConvertTbkLink | None = wire()
    """转链结果，按商品、店铺、会场、物料分组"""
    biz_error_desc: str | None = wire()
    """业务错误说明"""
    result_msg: str | None = wire()
    """对结果码的说明

    注：文档误写为错误码，按字段名是说明文字
    """


METHOD = Method(
    "taobao.tbk.dg.eshare.link.convert",
    TbkDgEshareLinkConvertResponse,
    Object(
        {
            "adzone_id": Text(number=True),
            "relation_id": Text(),
            "item_dto": Anything(),
            "material_dto": Anything(),
        }
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=72949&docType=2",
    errors={
        "1001": Advice(
            "没有转换或解析这类物料的权限：核对物料类型，联盟推广链接、淘宝天猫复制链接的权限要分别向平台申请",
            "never",
            "permission",
        )
    },
)
