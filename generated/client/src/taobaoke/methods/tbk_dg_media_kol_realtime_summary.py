"""Get the current sales totals of one influencer, by member, site and ad zone:
`taobao.tbk.dg.media.kol.realtime.summary`.
"""

from __future__ import annotations

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Response


class TbkDgMediaKolRealtimeSummaryResponse(Response):
    """按会员、网站和广告位查询单个达人当前的销量汇总：返回内容"""


METHOD = Method(
    "taobao.tbk.dg.media.kol.realtime.summary",
    TbkDgMediaKolRealtimeSummaryResponse,
    Object(
        {
            "sub_adzone_id": Text(number=True),
            "sub_site_id": Text(number=True),
            "sub_pub_id": Text(number=True),
        },
        required=("sub_adzone_id", "sub_site_id", "sub_pub_id"),
    ),
    idempotent=True,
)
