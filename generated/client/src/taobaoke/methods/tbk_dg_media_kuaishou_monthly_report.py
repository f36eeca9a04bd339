"""Query the monthly promotion report of the Kuaishou channel, per influencer:
`taobao.tbk.dg.media.kuaishou.monthly.report`.
"""

from __future__ import annotations

from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response


class TbkDgMediaKuaishouMonthlyReportResponse(Response):
    """查询快手渠道按达人统计的月度推广报表：返回内容"""


METHOD = Method(
    "taobao.tbk.dg.media.kuaishou.monthly.report",
    TbkDgMediaKuaishouMonthlyReportResponse,
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
