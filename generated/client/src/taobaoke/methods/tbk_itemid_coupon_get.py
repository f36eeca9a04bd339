"""Look up coupons and coupon links for up to 40 item ids:
`taobao.tbk.itemid.coupon.get`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from .._runtime.advice import Advice
from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Batch, Method
from .._runtime.models import Model, Response, wire


class TbkItemidCouponGetTbkCoupon(Model):
    """各商品及其优惠券"""

    small_images: list[str] = wire(wrapper="string")
    """商品小图的地址"""
    coupon_total_count: int | None = wire()
    """优惠券发放总数；单位：个"""
    commission_rate: Decimal | None = wire()
    """商品的佣金率；单位：百分之一（12.34 即 12.34%）"""
    user_type: Literal[0, 1] | int | None = wire()
    """卖家类型；已知取值：

    - 0：淘宝（集市）
    - 1：天猫（商城）
    """
    title: str | None = wire()
    """商品标题"""
    coupon_info: str | None = wire()
    """优惠券满减说明，如满 16 元减 10 元"""
    shop_title: str | None = wire()
    """店铺名称"""
    category: str | None = wire(number=True)
    """商品的后台一级类目 ID"""
    num_iid: str | None = wire()
    """商品 ID"""
    coupon_remain_count: int | None = wire()
    """优惠券余量；单位：个"""
    zk_final_price: Decimal | None = wire()
    """商品的折后价；单位：元"""
    coupon_start_time: str | None = wire()
    """优惠券生效时间

    注：各接口的示例不一：有的只有日期，有的带时分秒，因此按文本返回
    """
    nick: str | None = wire()
    """卖家昵称"""
    seller_id: str | None = wire(number=True)
    """卖家 ID"""
    volume: int | None = wire()
    """近 30 天销量；单位：件"""
    coupon_end_time: str | None = wire()
    """优惠券失效时间

    注：各接口的示例不一：有的只有日期，有的带时分秒，因此按文本返回
    """
    coupon_click_url: str | None = wire()
    """领取商品优惠券的推广链接"""
    pict_url: str | None = wire()
    """商品主图链接"""
    item_url: str | None = wire()
    """商品页面链接"""
    input_num_iid: str | None = wire()
    """请求原样传入的商品 ID"""
    annual_vol: str | None = wire()
    """商品年销量，为概数文字"""


class TbkItemidCouponGetResponse(Response):
    """按商品 ID 批量查询优惠券并取得领券推广链接：返回内容"""

    results: list[TbkItemidCouponGetTbkCoupon] = wire(wrapper="tbk_coupon")
    """各商品及其优惠券"""


METHOD = Method(
    "taobao.tbk.itemid.coupon.get",
    TbkItemidCouponGetResponse,
    Object(
        {"platform": Integer(), "pid": Text(), "num_iids": Csv(max_items=40)}, required=("pid",)
    ),
    batch=Batch("num_iids", most=40, items="results", key="input_num_iid"),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=28111&docType=2",
    errors={
        "isp.tbkapi-service-unavailable": Advice(
            "后端一时没有响应，隔几秒重发即可；多次仍失败就带上 request_id 联系平台",
            "later",
            "temporary",
        ),
        "isv.invalid-parameter:start_price": Advice(
            "核对价格下限的类型与大小，应为数字且不高于上限；接口没有这个参数时检查其余入参",
            "never",
            "argument",
        ),
        "isv.invalid-parameter:end_price": Advice(
            "核对价格上限的类型与大小，应为数字且不低于下限；接口没有这个参数时检查其余入参",
            "never",
            "argument",
        ),
        "isv.invalid-parameter:end_tk_rate": Advice(
            "核对佣金比率上限，1234 代表 12.34%；接口没有这个参数时检查其余入参",
            "never",
            "argument",
        ),
        "35": Advice(
            "纯数字的旧 ID 已不受理，改传由搜索或推荐接口取得的新格式 ID（含连字符的字符串）；疑难可到钉钉群 44965410 询问",
            "never",
            "argument",
        ),
        "37": Advice("检查 num_iids 里是否混入了空值或错误的 ID，去掉后再查", "never", "argument"),
        "4": Advice("商品可能下架或未加入推广，换商品再查", "never", "not_found"),
    },
)
