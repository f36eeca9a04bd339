"""Convert invalid item ids into upgraded ones:
`taobao.tbk.itemid.ineffective.transform`.
"""

from __future__ import annotations

from .._runtime.kinds import Csv, Object
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import ItemIdTransform


class TbkItemidIneffectiveTransformResponse(Response):
    """把失效的商品 ID 批量换成升级后的商品 ID：返回内容"""

    results: list[ItemIdTransform] = wire(wrapper="item_id_transform_d_t_o")
    """商品 ID 的转换结果"""


METHOD = Method(
    "taobao.tbk.itemid.ineffective.transform",
    TbkItemidIneffectiveTransformResponse,
    Object({"item_ids": Csv()}, required=("item_ids",)),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=65372&docType=2",
)
