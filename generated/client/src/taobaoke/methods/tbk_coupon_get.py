"""Read a coupon's amount, threshold, stock and validity: `taobao.tbk.coupon.get`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Object, Text
from .._runtime.method import Method, Rule
from .._runtime.models import Model, Response, wire


class TbkCouponGetCouponData(Model):
    """业务数据"""

    coupon_start_fee: Decimal | None = wire()
    """优惠券的使用门槛金额；单位：元"""
    coupon_remain_count: int | None = wire()
    """优惠券余量；单位：个"""
    coupon_total_count: int | None = wire()
    """优惠券发放总数；单位：个"""
    coupon_end_time: str | None = wire()
    """优惠券失效时间

    注：各接口的示例不一：有的只有日期，有的带时分秒，因此按文本返回
    """
    coupon_start_time: str | None = wire()
    """优惠券生效时间

    注：各接口的示例不一：有的只有日期，有的带时分秒，因此按文本返回
    """
    coupon_amount: Decimal | None = wire()
    """优惠券的面额；单位：元"""
    coupon_src_scene: Literal[1, 4] | int | None = wire()
    """券的来源；已知取值：

    - 1：全网公开券
    - 4：妈妈渠道券
    """
    coupon_type: Literal[0, 1] | int | None = wire()
    """优惠券的适用范围；已知取值：

    - 0：店铺券
    - 1：单品券
    """
    coupon_activity_id: str | None = wire()
    """券 ID"""


class TbkCouponGetResponse(Response):
    """查询一张推广券的面额、门槛、余量与有效期：返回内容"""

    data: TbkCouponGetCouponData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.coupon.get",
    TbkCouponGetResponse,
    Object({"me": Text(), "item_id": Text(), "activity_id": Text()}),
    rules=(Rule("at_least_one_of", ("me", "item_id", "activity_id")),),
    idempotent=True,
    packages=(
        PermissionPackage(
            "16189", "https://open.taobao.com/api.htm?docId=31106&docType=2&scopeId=16189"
        ),
        PermissionPackage(
            "11655",
            "https://open.taobao.com/api.htm?docId=31106&docType=2&scopeId=11655",
            legacy=True,
        ),
    ),
    errors={
        "1001": Advice("me 应是完整的加密串，检查是否截断或重复做了 URL 编码", "never", "argument"),
        "10000": Advice("商品已不可推广，换商品再查", "never", "not_found"),
        "1002": Advice("至少给出 me，或者给出商品 ID 与券 ID", "never", "argument"),
        "10": Advice("核对券 ID，或换一张券", "never", "not_found"),
        "11": Advice("券没有余量，换一张券", "never", "business"),
        "13": Advice("券与商品不配套，改正其中之一", "never", "business"),
        "14": Advice("这类券不能用本接口查，换一张推广券", "never", "business"),
        "15": Advice("该券不能用于推广，换一张券", "never", "business"),
        "17": Advice("等券生效后再查，或换一张已生效的券", "never", "business"),
        "1": Advice(
            "“1”是笼统的码，原因写在 sub_msg 里，按它处理，不要原样重发；sub_msg 只说内部错误时保留 request_id 反馈",
            "never",
            "business",
        ),
        "12": Advice("券已失效，换一张有效的券", "never", "business"),
        "16": Advice("等开放领取后再查，或换一张券", "never", "business"),
        "1912": Advice(
            "纯数字的旧 ID 已不受理，改用新格式的商品 ID；疑难可到钉钉群 44965410 询问",
            "never",
            "argument",
        ),
    },
)
