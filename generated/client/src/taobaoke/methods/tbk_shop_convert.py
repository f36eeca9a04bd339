"""Turn seller ids into shop promotion links: `taobao.tbk.shop.convert`."""

from __future__ import annotations

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import NTbkShop


class TbkShopConvertResponse(Response):
    """把卖家 ID 换成店铺推广链接：返回内容"""

    results: list[NTbkShop] = wire(wrapper="n_tbk_shop")
    """参加淘宝客的店铺"""


METHOD = Method(
    "taobao.tbk.shop.convert",
    TbkShopConvertResponse,
    Object(
        {
            "adzone_id": Text(number=True),
            "fields": Csv(),
            "platform": Integer(),
            "unid": Text(max_length=12),
            "user_ids": Csv(),
        },
        required=("adzone_id", "fields", "user_ids"),
    ),
    idempotent=True,
    packages=(
        PermissionPackage(
            "11653",
            "https://open.taobao.com/api.htm?docId=24523&docType=2&scopeId=11653",
            legacy=True,
        ),
    ),
)
