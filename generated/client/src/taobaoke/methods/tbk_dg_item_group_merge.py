"""Create a bundle page of several items and coupons, with link and Taobao passwords:
`taobao.tbk.dg.item.group.merge`.
"""

from __future__ import annotations

from .._runtime.kinds import Csv, Integer, JsonText, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire


class TbkDgItemGroupMergeResponse(Response):
    """上传多个商品和优惠券，生成凑单页的链接与口令：返回内容"""

    page_url: str | None = wire()
    """凑单页面的链接"""
    open_page_id: str | None = wire()
    """凑单页面 ID"""
    model: str | None = wire()
    """凑单页的短口令，供 iOS 14 以下及 Android 等设备使用"""
    password: str | None = wire()
    """凑单页的长口令，供 iOS 14 及以上设备使用；自行改写后应先在手淘验证能否识别"""


METHOD = Method(
    "taobao.tbk.dg.item.group.merge",
    TbkDgItemGroupMergeResponse,
    Object(
        {
            "super_red_envelope": Integer(),
            "nubmbers": Csv(),
            "coupons": JsonText(),
            "item_ids": Csv(max_items=10),
            "adzone_id": Text(),
            "relation_id": Text(),
            "page_id": Text(),
        },
        required=("nubmbers", "item_ids", "adzone_id"),
    ),
    page="https://open.taobao.com/api.htm?docId=66793&docType=2",
)
