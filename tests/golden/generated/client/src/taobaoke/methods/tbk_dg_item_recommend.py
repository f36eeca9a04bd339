"""Recommend items: `taobao.tbk.dg.item.recommend`."""

from __future__ import annotations

from .._runtime.kinds import Integer, Object
from .._runtime.method import Method
from .._runtime.models import Response


class TbkDgItemRecommendResponse(Response):
    """推荐商品：返回内容"""


METHOD = Method(
    "taobao.tbk.dg.item.recommend",
    TbkDgItemRecommendResponse,
    Object({"page_no": Integer(minimum=1)}),
    successor="tbk_order_get",
    idempotent=True,
)
