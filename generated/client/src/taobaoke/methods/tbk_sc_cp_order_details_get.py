"""List orders of a recruiting leader for a service provider, by time span:
`taobao.tbk.sc.cp.order.details.get`.
"""

from __future__ import annotations

from .._runtime.kinds import Integer, Moment, Object, Text
from .._runtime.method import Method, Window
from .._runtime.models import Response


class TbkScCpOrderDetailsGetResponse(Response):
    """按时间段拉取团长的订单，供服务商工具使用：返回内容"""


METHOD = Method(
    "taobao.tbk.sc.cp.order.details.get",
    TbkScCpOrderDetailsGetResponse,
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
