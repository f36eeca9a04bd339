"""Create item links whose commission is shared with a third-party pid:
`taobao.tbk.item.share.convert`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from .._runtime.advice import Advice
from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkItemShareConvertNTbkItem(Model):
    """淘宝客商品"""

    click_url: str | None = wire()
    """商品推广链接"""
    num_iid: str | None = wire()
    """商品 ID"""
    commission_rate: Decimal | None = wire()
    """本次转链所用计划的佣金率；单位：百分之一（12.34 即 12.34%）"""
    coupon_amount: Decimal | None = wire(placeholders=("",))
    """优惠券的面额，无券时为空；空文本 表示没有值；单位：元"""
    coupon_click_url: str | None = wire()
    """优惠券推广链接，总是有值；按 coupon_amount 是否为空决定用它还是 click_url"""
    added_time: datetime | None = wire(form="epoch_ms", number=True)
    """定时上架商品的上架时间，已上架的为空；格式：毫秒时间戳"""
    item_status: Literal[0, 1] | int | None = wire()
    """商品的上架状态；已知取值：

    - 0：已上架
    - 1：定时上架
    """
    input_num_iid: str | None = wire()
    """请求原样传入的商品 ID"""


class TbkItemShareConvertResponse(Response):
    """为第三方 pid 生成商品的分成推广链接：返回内容"""

    results: list[TbkItemShareConvertNTbkItem] = wire(wrapper="n_tbk_item")
    """淘宝客商品"""


METHOD = Method(
    "taobao.tbk.item.share.convert",
    TbkItemShareConvertResponse,
    Object(
        {
            "adzone_id": Text(number=True),
            "fields": Csv(),
            "num_iids": Csv(),
            "platform": Integer(),
            "sub_pid": Text(),
            "unid": Text(),
            "dx": Text(),
            "coupon_id": Text(),
        },
        required=("adzone_id", "fields", "num_iids", "sub_pid"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=24519&docType=2",
    errors={
        "isp.tbkapi-service-unavailable": Advice(
            "平台侧的短暂故障，隔几秒再发同一请求；持续出现时记下 request_id 向平台反馈",
            "later",
            "temporary",
        ),
        "isv.invalid-parameter:adzone_id": Advice(
            "取 pid（mm_会员_网站_推广位）的第三段作 adzone_id，并确认该 pid 属于当前应用所绑定的联盟账号",
            "never",
            "argument",
        ),
        "isv.invalid-parameter:sub_pid": Advice(
            "sub_pid 要写成 mm_数字_数字_数字 的四段文本，并核对确为对方所有", "never", "argument"
        ),
    },
)
