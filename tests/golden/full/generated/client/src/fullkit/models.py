"""Response types that several methods share.

多个 API 共用的返回类型。
"""

from __future__ import annotations

from datetime import datetime

from ._runtime.models import Model, wire


class Shelf(Model):
    """货架"""

    shelf_id: str | None = wire(number=True)
    """货架编号"""
    labels: list[str] = wire(separator="|")
    """旧标签；以竖线分隔；已废弃，改读 tags"""
    seen_at: datetime | None = wire(form="epoch_s", further=("yyyy-MM-dd",), placeholders=("0",))
    """最近见到；格式：秒级时间戳；也可能是 yyyy-MM-dd；0 表示没有值"""
