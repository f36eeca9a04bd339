"""Query the daily Kuaishou report by creator:
`taobao.tbk.dg.media.kuaishou.daily.report`.
"""

from __future__ import annotations

from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response


class TbkDgMediaKuaishouDailyReportResponse(Response):
    """查询快手达人维度的推广日报：返回内容"""


METHOD = Method(
    "taobao.tbk.dg.media.kuaishou.daily.report",
    TbkDgMediaKuaishouDailyReportResponse,
    Object(
        {
            "page_no": Integer(),
            "page_size": Integer(),
            "dimensions": Text(),
            "filters": Text(),
            "return_fields": Csv(),
            "report_type_id": Text(),
        },
        required=("filters",),
    ),
    idempotent=True,
)
