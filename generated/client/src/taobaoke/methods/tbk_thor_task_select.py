"""Get interactive tasks to show to a user, with texts, link and price per action:
`taobao.tbk.thor.task.select`.
"""

from __future__ import annotations

from decimal import Decimal

from .._runtime.kinds import Anything, Object
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkThorTaskSelectTaskInstance(Model):
    """可投放的互动任务"""

    task_type: str | None = wire()
    """互动任务的类型，如 LOGIN"""
    task_cost: Decimal | None = wire()
    """互动任务的 CPA 单价；单位：元

    注：文档未写单位，由示例 0.05 推断
    """
    task_button: str | None = wire()
    """任务按钮上的文案"""
    task_desc: str | None = wire()
    """任务的描述文案"""
    task_name: str | None = wire()
    """任务标题"""
    url: str | None = wire()
    """任务的跳转链接"""
    task_id: str | None = wire(number=True)
    """媒体投放任务 ID"""
    status: str | None = wire()
    """媒体投放任务的状态，如 ACCEPTED"""


class TbkThorTaskSelectResponse(Response):
    """取得可向用户投放的互动任务，含文案、链接和单价：返回内容"""

    data: list[TbkThorTaskSelectTaskInstance] = wire(wrapper="task_instance")
    """可投放的互动任务"""


METHOD = Method(
    "taobao.tbk.thor.task.select",
    TbkThorTaskSelectResponse,
    Object({"req": Anything()}, required=("req",)),
    page="https://open.taobao.com/api.htm?docId=55385&docType=2",
)
