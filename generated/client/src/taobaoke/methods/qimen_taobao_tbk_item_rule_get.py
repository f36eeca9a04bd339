"""Get the display rules of affiliate items, for a list of item ids:
`qimen.taobao.tbk.item.rule.get`.
"""

from __future__ import annotations

from .._runtime.kinds import Anything, Csv, ListOf, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response


class QimenTaobaoTbkItemRuleGetResponse(Response):
    """按商品 ID 列表取得媒体侧展示商品时要遵守的规则：返回内容"""


METHOD = Method(
    "qimen.taobao.tbk.item.rule.get",
    QimenTaobaoTbkItemRuleGetResponse,
    Object(
        {"itemIds": Csv(), "itemsData": ListOf(Anything()), "isvUserId": Text()},
        required=("itemIds", "itemsData"),
    ),
    idempotent=True,
)
