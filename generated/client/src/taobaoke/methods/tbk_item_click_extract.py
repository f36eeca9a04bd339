"""Extract the item id from a promotion link: `taobao.tbk.item.click.extract`."""

from __future__ import annotations

from typing import Literal

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire


class TbkItemClickExtractResponse(Response):
    """从推广链接还原商品 ID：返回内容"""

    item_id: str | None = wire()
    """商品 ID，新旧两种格式都可能出现"""
    open_iid: str | None = wire()
    """混淆后的商品 ID"""
    biz_scene_id: Literal["1", "2", "3"] | str | None = wire()
    """业务场景；已知取值：

    - 1：动态 ID 转链
    - 2：消费者比价
    - 3：商品库导购
    注：文档说缺省为 1，但这是返回字段
    """


METHOD = Method(
    "taobao.tbk.item.click.extract",
    TbkItemClickExtractResponse,
    Object({"click_url": Text()}, required=("click_url",)),
    idempotent=True,
    packages=(
        PermissionPackage(
            "12316", "https://open.taobao.com/api.htm?docId=28156&docType=2&scopeId=12316"
        ),
    ),
)
