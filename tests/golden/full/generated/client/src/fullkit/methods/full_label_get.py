"""Read labels by number: `taobao.full.label.get`."""

from __future__ import annotations

from .._runtime.advice import Advice
from .._runtime.kinds import Integer, ListOf, Object, Text
from .._runtime.method import Batch, Method
from .._runtime.models import Model, SplitResponse, wire
from .._runtime.outcomes import ItemOutcome


class FullLabelGetAsked(Model):
    """所问的"""

    number: str | None = wire(number=True)
    """传入的编号"""


class FullLabelGetLabel(Model):
    """一个标签"""

    asked: FullLabelGetAsked | None = wire()
    """所问的"""
    text: str | None = wire()
    """标签上的字"""
    state: str | None = wire()
    """此标签的结果码"""


class FullLabelGetNear(Model):
    """相近的"""

    number: str | None = wire(number=True)
    """相近的编号"""


class FullLabelGetLabelHint(Model):
    """一个相近的标签"""

    asked: FullLabelGetNear | None = wire()
    """相近的"""
    text: str | None = wire()
    """相近标签上的字"""
    state: str | None = wire()
    """相近标签的结果码"""


class FullLabelGetLabelData(Model):
    """标签的数据"""

    labels: list[FullLabelGetLabel] = wire(wrapper="label")
    """各标签"""
    near: list[FullLabelGetLabelHint] = wire(wrapper="near_label")
    """相近的标签"""


class FullLabelGetResponse(SplitResponse[FullLabelGetLabel | FullLabelGetLabelHint]):
    """按编号读取标签：返回内容"""

    _items = ItemOutcome(("data.labels", "data.near"), code="state", message="text", ok=("OK",))

    data: FullLabelGetLabelData | None = wire()
    """标签的数据"""


METHOD = Method(
    "taobao.full.label.get",
    FullLabelGetResponse,
    Object(
        {"label_numbers": ListOf(Integer(), separator="|", max_items=3), "shelf_id": Text()},
        required=("label_numbers",),
        renamed={"label_numbers": "numbers"},
    ),
    batch=Batch("label_numbers", most=3, items="data.labels", key="asked.number"),
    idempotent=True,
    errors={
        "isv.bad-label": Advice("核对编号", "never", "argument"),
        "isv.no-label": Advice("换个编号", "never", "not_found"),
    },
)
