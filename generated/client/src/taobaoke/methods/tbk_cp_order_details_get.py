"""List service-fee orders of a recruiting leader, by time span: `taobao.tbk.cp.order.details.get`."""

from __future__ import annotations

from .._runtime.kinds import Integer, Moment, Object, Text
from .._runtime.method import Method, Window
from .._runtime.models import Response


class TbkCpOrderDetailsGetResponse(Response):
    """按时间段拉取招商团长的服务费订单：返回内容"""


METHOD = Method(
    "taobao.tbk.cp.order.details.get",
    TbkCpOrderDetailsGetResponse,
    Object(
        {
            "query_type": Integer(),
            "position_index": Text(),
            "page_size": Integer(),
            "tk_status": Integer(),
            "end_time": Moment(),
            "start_time": Moment(),
            "jump_type": Integer(),
            "page_no": Integer(),
        },
        required=("end_time", "start_time"),
    ),
    window=Window("start_time", end="end_time", longest=10800),
    idempotent=True,
)
