"""Upload creator content for recognition and item matching:
`taobao.tbk.content.daren.material.upload`.
"""

from __future__ import annotations

from typing import Literal

from .._runtime.kinds import Csv, ListOf, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, SplitResponse, wire
from .._runtime.outcomes import ItemOutcome


class TbkContentDarenMaterialUploadContentDarenMaterialUploadResult(Model):
    """上传结果，只看首个元素"""

    ret_code: Literal[1000] | int | None = wire()
    """物料上传的状态码；已知取值：

    - 1000：上传成功
    注：文档没有列出其余错误码，只说见说明
    """
    ret_desc: str | None = wire()
    """对状态码的说明"""


class TbkContentDarenMaterialUploadResponse(
    SplitResponse[TbkContentDarenMaterialUploadContentDarenMaterialUploadResult]
):
    """上传达人的图文内容，供平台识别并匹配商品：返回内容"""

    _items = ItemOutcome(("result_list",), code="ret_code", message="ret_desc", ok=("1000",))

    result_list: list[TbkContentDarenMaterialUploadContentDarenMaterialUploadResult] = wire(
        wrapper="map_data"
    )
    """上传结果，只看首个元素"""


METHOD = Method(
    "taobao.tbk.content.daren.material.upload",
    TbkContentDarenMaterialUploadResponse,
    Object(
        {
            "adzone_id": Text(number=True),
            "keywords": Csv(max_items=8),
            "keywords_weight": Csv(),
            "content_label": Csv(),
            "content_detail": Text(),
            "content_link": Text(),
            "content_id": Text(),
            "sub_pid": Text(),
            "picture_url": ListOf(Text(), max_items=20),
            "picture_label": ListOf(Text(), max_items=20),
            "content_title": Text(),
        },
        required=("adzone_id", "content_link", "content_id", "sub_pid", "picture_url"),
    ),
    page="https://open.taobao.com/api.htm?docId=42939&docType=2",
)
