"""Response types that several methods share.

多个 API 共用的返回类型。
"""

from __future__ import annotations

from ._runtime.models import Model, wire


class Shop(Model):
    """店铺"""

    shop_id: str | None = wire(number=True)
    """店铺编号"""
    title: str | None = wire()
    """店铺名称"""
