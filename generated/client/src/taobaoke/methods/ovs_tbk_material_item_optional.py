"""Search materials for overseas affiliates: `taobao.ovs.tbk.material.item.optional`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from .._runtime.kinds import Boolean, Exact, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class OvsTbkMaterialItemOptionalOverseasIncomeInfo(Model):
    """佣金与补贴明细"""

    commission_rate: Decimal | None = wire()
    """商品的佣金率

    注：来源没有写单位
    """
    commission_amount: Decimal | None = wire()
    """商品佣金额"""
    subsidy_rate: Decimal | None = wire()
    """补贴比率"""
    subsidy_amount: Decimal | None = wire()
    """补贴金额"""


class OvsTbkMaterialItemOptionalPublishInfo(Model):
    """商品的推广信息"""

    income_rate: Decimal | None = wire()
    """收入比率；单位：百分之一（12.34 即 12.34%）"""
    click_url: str | None = wire()
    """商品推广链接"""
    coupon_share_url: str | None = wire()
    """商品与券合一页面的链接"""
    commission_type: Literal["MKT", "SP", "COMMON", "ZX"] | str | None = wire()
    """佣金所属的计划类型；已知取值：

    - MKT：营销计划
    - SP：定向计划
    - COMMON：通用计划
    - ZX：自选计划
    注：来源列出 ZX 而没有写含义，含义取自其他接口
    """
    income_info: OvsTbkMaterialItemOptionalOverseasIncomeInfo | None = wire()
    """佣金与补贴明细

    注：来源只有成员名，含义与类型取自其他接口的同名字段
    """


class OvsTbkMaterialItemOptionalOverseasMaterial(Model):
    """搜到的商品"""

    item_id: str | None = wire()
    """淘宝客新商品 ID

    参见 新商品 ID 升级白皮书
    <https://www.yuque.com/taobaolianmengguanfangxiaoer/zmig94/tfyt0pahmlpzu2ud>
    """
    publish_info: OvsTbkMaterialItemOptionalPublishInfo | None = wire()
    """商品的推广信息"""


class OvsTbkMaterialItemOptionalResponse(Response):
    """搜索海外淘宝客的物料：返回内容"""

    total_results: int | None = wire()
    """满足条件的结果总数

    注：来源没有写类型，与其他接口的同名字段一致
    """
    next_page: int | None = wire()
    """后一页的页码

    注：来源没有写类型，与其他接口的同名字段一致
    """
    has_next: bool | None = wire()
    """后面是否还有数据页

    注：来源没有写类型，与其他接口的同名字段一致
    """
    result_list: list[OvsTbkMaterialItemOptionalOverseasMaterial] = wire(wrapper="map_data")
    """搜到的商品

    注：来源没有写列表的内层键，取物料搜索升级版的 map_data
    """


METHOD = Method(
    "taobao.ovs.tbk.material.item.optional",
    OvsTbkMaterialItemOptionalResponse,
    Object(
        {
            "adzone_id": Text(number=True),
            "language": Text(),
            "site": Text(),
            "material_id": Text(number=True),
            "start_price": Exact(number=True),
            "end_price": Exact(number=True),
            "is_tmall": Boolean(),
            "unid": Text(),
            "need_similar_recommendation": Boolean(),
        },
        required=("adzone_id", "language", "site"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=72807&docType=2",
)
