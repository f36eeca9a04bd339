"""Turn seller ids into shop promotion links for a publisher:
`taobao.tbk.sc.shop.convert`.
"""

from __future__ import annotations

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import NTbkShop


class TbkScShopConvertResponse(Response):
    """代推广者把卖家 ID 换成店铺推广链接：返回内容"""

    results: list[NTbkShop] = wire(wrapper="n_tbk_shop")
    """参加淘宝客的店铺"""


METHOD = Method(
    "taobao.tbk.sc.shop.convert",
    TbkScShopConvertResponse,
    Object(
        {
            "adzone_id": Text(number=True),
            "fields": Csv(),
            "platform": Integer(),
            "site_id": Text(number=True),
            "unid": Text(max_length=12),
            "user_ids": Csv(),
        },
        required=("adzone_id", "fields", "site_id", "user_ids"),
    ),
    needs_session=True,
    idempotent=True,
    packages=(
        PermissionPackage(
            "16403", "https://open.taobao.com/api.htm?docId=43878&docType=2&scopeId=16403"
        ),
    ),
)
