"""Query hot-deal items with the copy and pictures for sharing them:
`taobao.tbk.sc.content.material`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .._runtime.kinds import Csv, Exact, Integer, Moment, Object, Text
from .._runtime.method import Method, Window
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers


class TbkScContentMaterialContentMaterialResult(Model):
    """返回的各条结果"""

    item_id: str | None = wire()
    """主商品的 ID"""
    material_price: Decimal | None = wire()
    """爆料价，至多两位小数；单位：元；至多 2 位小数"""
    material_desc_list: list[str] = wire(wrapper="string")
    """素材文案，分导购文案与推广文案两类"""
    material_pic_list: list[str] = wire(wrapper="string")
    """素材图片，分导购图与推广图两类"""


class TbkScContentMaterialResponse(PagedResponse[TbkScContentMaterialContentMaterialResult]):
    """查询爆料商品及其分享文案与图片：返回内容"""

    _paging = PageNumbers(lists=("result_list",), page="page_num", size="page_size", usual_size=20)

    result_list: list[TbkScContentMaterialContentMaterialResult] = wire(wrapper="map_data")
    """返回的各条结果"""


if TYPE_CHECKING:

    class AsyncTbkScContentMaterialResponse(
        AsyncPagedResponse[TbkScContentMaterialContentMaterialResult], TbkScContentMaterialResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkScContentMaterialResponse = TbkScContentMaterialResponse


METHOD = Method(
    "taobao.tbk.sc.content.material",
    AsyncTbkScContentMaterialResponse,
    Object(
        {
            "adzone_id": Text(number=True),
            "site_id": Text(number=True),
            "page_num": Integer(minimum=1),
            "page_size": Integer(minimum=1, maximum=100),
            "start_time": Moment(),
            "end_time": Moment(),
            "item_ids": Csv(),
            "scene_id": Text(),
            "price_floor": Exact(),
            "price_ceiling": Exact(),
            "use_scene": Csv(),
        },
        required=("adzone_id", "site_id"),
    ),
    window=Window("start_time", end="end_time", pull="tbk_sc_content_material_all"),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=64408&docType=2",
)
