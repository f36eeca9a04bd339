"""Upload, extend or delete an item set of your own: `taobao.tbk.material.upload`."""

from __future__ import annotations

from .._runtime.kinds import ListOf, Object, Text
from .._runtime.method import Method, Rule
from .._runtime.models import Response


class TbkMaterialUploadResponse(Response):
    """上传、追加或删除自己的商品集合：返回内容"""


METHOD = Method(
    "taobao.tbk.material.upload",
    TbkMaterialUploadResponse,
    Object(
        {
            "param0": Object(
                {
                    "mode": Text(),
                    "material_id": Text(),
                    "items": ListOf(Object({"item_id": Text()}, required=("item_id",))),
                },
                required=("mode",),
            )
        },
        required=("param0",),
    ),
    rules=(Rule("at_least_one_of", ("param0.material_id", "param0.items")),),
)
