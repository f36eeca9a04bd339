"""Get the live sales ranking of content-media influencers, for a range of ranks:
`taobao.tbk.dg.media.top.rank.report`.
"""

from __future__ import annotations

from .._runtime.kinds import Integer, Object
from .._runtime.method import Method
from .._runtime.models import Response


class TbkDgMediaTopRankReportResponse(Response):
    """按名次区间读取内容媒体达人的实时销量排行：返回内容"""


METHOD = Method(
    "taobao.tbk.dg.media.top.rank.report",
    TbkDgMediaTopRankReportResponse,
    Object({"rank_start": Integer(), "rank_end": Integer()}, required=("rank_start", "rank_end")),
    idempotent=True,
)
