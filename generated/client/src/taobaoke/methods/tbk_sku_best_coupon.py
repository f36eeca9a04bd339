"""Get the best coupon for one SKU of an item: `taobao.tbk.sku.best.coupon`."""

from __future__ import annotations

from datetime import datetime

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkSkuBestCouponBestCouponInfo(Model):
    """优惠券的详情"""

    coupon_expire_time: datetime | None = wire(form="epoch_ms", number=True)
    """优惠券的过期时间；格式：毫秒时间戳"""


class TbkSkuBestCouponResponse(Response):
    """查询一个 SKU 当前最划算的优惠券：返回内容"""

    coupon_info: TbkSkuBestCouponBestCouponInfo | None = wire()
    """优惠券的详情"""


METHOD = Method(
    "taobao.tbk.sku.best.coupon",
    TbkSkuBestCouponResponse,
    Object(
        {"sku_id": Text(number=True), "item_id": Text(number=True)}, required=("sku_id", "item_id")
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=54727&docType=2",
)
