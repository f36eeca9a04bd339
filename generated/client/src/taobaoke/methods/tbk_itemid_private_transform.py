"""Convert a batch of old item ids into the upgraded ones:
`taobao.tbk.itemid.private.transform`.
"""

from __future__ import annotations

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Csv, Object
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import ItemIdTransform


class TbkItemidPrivateTransformResponse(Response):
    """转换一批旧商品 ID，得到升级后的商品 ID：返回内容"""

    results: list[ItemIdTransform] = wire(wrapper="item_id_transform_d_t_o")
    """商品 ID 的转换结果"""


METHOD = Method(
    "taobao.tbk.itemid.private.transform",
    TbkItemidPrivateTransformResponse,
    Object({"item_ids": Csv()}, required=("item_ids",)),
    idempotent=True,
    packages=(
        PermissionPackage(
            "27337", "https://open.taobao.com/api.htm?docId=64171&docType=2&scopeId=27337"
        ),
    ),
)
