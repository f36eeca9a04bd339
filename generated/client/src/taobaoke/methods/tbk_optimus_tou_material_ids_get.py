"""List official material ids by subject and type:
`taobao.tbk.optimus.tou.material.ids.get`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Integer, Object
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers


class TbkOptimusTouMaterialIdsGetTouMaterial(Model):
    """官方物料列表"""

    material_name: str | None = wire()
    """物料名称"""
    material_id: str | None = wire(number=True)
    """官方物料 ID"""
    material_type: Literal[1, 2] | int | None = wire()
    """物料类型；已知取值：

    - 1：商品
    - 2：权益
    """
    subject: Literal[1, 2, 3, 4, 5] | int | None = wire()
    """物料所属主题；已知取值：

    - 1：促销活动
    - 2：热门主题
    - 3：精选榜单
    - 4：行业频道等
    - 5：其他
    """
    start_time: int | None = wire()
    """物料生效时间的 Unix 时间戳

    注：文档只写 Unix 时间戳，没有说明秒还是毫秒，也无示例，故不作 datetime
    """
    end_time: int | None = wire()
    """物料失效时间的 Unix 时间戳

    注：文档只写 Unix 时间戳，没有说明秒还是毫秒，也无示例，故不作 datetime
    """


class TbkOptimusTouMaterialIdsGetResponse(PagedResponse[TbkOptimusTouMaterialIdsGetTouMaterial]):
    """按主题和类型分页列出官方物料 ID：返回内容"""

    _paging = PageNumbers(
        lists=("data",),
        page="material_query.page_no",
        last=100,
        size="material_query.page_size",
        usual_size=20,
        total="total_count",
    )

    data: list[TbkOptimusTouMaterialIdsGetTouMaterial] = wire(wrapper="tou_materials")
    """官方物料列表"""
    total_count: int | None = wire()
    """物料 ID 的总数"""
    result_msg: str | None = wire()
    """对结果码的说明"""


if TYPE_CHECKING:

    class AsyncTbkOptimusTouMaterialIdsGetResponse(
        AsyncPagedResponse[TbkOptimusTouMaterialIdsGetTouMaterial],
        TbkOptimusTouMaterialIdsGetResponse,
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkOptimusTouMaterialIdsGetResponse = TbkOptimusTouMaterialIdsGetResponse


METHOD = Method(
    "taobao.tbk.optimus.tou.material.ids.get",
    AsyncTbkOptimusTouMaterialIdsGetResponse,
    Object(
        {
            "material_query": Object(
                {
                    "page_no": Integer(minimum=1, maximum=100),
                    "subject": Integer(),
                    "material_type": Integer(),
                    "page_size": Integer(minimum=1, maximum=100),
                }
            )
        }
    ),
    idempotent=True,
    packages=(
        PermissionPackage(
            "27939", "https://open.taobao.com/api.htm?docId=64333&docType=2&scopeId=27939"
        ),
    ),
)
