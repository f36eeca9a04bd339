"""Save a shop: `taobao.tbk.sc.shop.save`."""

from __future__ import annotations

from decimal import Decimal

from .._runtime.advice import Advice
from .._runtime.kinds import Exact, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import Shop


class TbkScShopSaveResponse(Response):
    """保存店铺：返回内容"""

    shop: Shop | None = wire()
    """保存后的店铺"""


METHOD = Method(
    "taobao.tbk.sc.shop.save",
    TbkScShopSaveResponse,
    Object(
        {
            "title": Text(),
            "page_no": Integer(minimum=1),
            "status": Integer(),
            "detail": Object({"weight": Exact(minimum=Decimal("0.5"))}),
        },
        required=("title",),
    ),
    needs_session=True,
    errors={"isv.busy": Advice("稍候重试", "later", "temporary")},
)
