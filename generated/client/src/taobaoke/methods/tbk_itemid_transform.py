"""Replace a batch of old item ids by the upgraded ones: `taobao.tbk.itemid.transform`."""

from __future__ import annotations

from .._runtime.kinds import Csv, Object
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import ItemIdTransform


class TbkItemidTransformResponse(Response):
    """把一批旧商品 ID 换成升级后的商品 ID：返回内容"""

    results: list[ItemIdTransform] = wire(wrapper="item_id_transform_d_t_o")
    """商品 ID 的转换结果

    注：来源只有元素的类；这一层和内层键都仿照 taobao.tbk.itemid.private.transform，那里
    用的是同一个类
    """


METHOD = Method(
    "taobao.tbk.itemid.transform",
    TbkItemidTransformResponse,
    Object({"item_ids": Csv()}, required=("item_ids",)),
    idempotent=True,
)
