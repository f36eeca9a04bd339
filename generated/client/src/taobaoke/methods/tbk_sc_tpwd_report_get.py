"""Get the visits that a Taobao password brought back, for an authorised publisher:
`taobao.tbk.sc.tpwd.report.get`.
"""

from __future__ import annotations

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire


class TbkScTpwdReportGetResponse(Response):
    """查询授权推广者一条淘口令的回流 PV、UV：返回内容"""

    hour_uv: int | None = wire()
    """查询时刻之前 1 小时的回流 UV；单位：人"""
    hour_pv: int | None = wire()
    """查询时刻之前 1 小时的回流 PV；单位：次"""
    pv: int | None = wire()
    """淘口令的 PV；单位：次"""


METHOD = Method(
    "taobao.tbk.sc.tpwd.report.get",
    TbkScTpwdReportGetResponse,
    Object(
        {"adzone_id": Text(number=True), "site_id": Text(number=True), "pwd_content": Text()},
        required=("adzone_id", "site_id", "pwd_content"),
    ),
    idempotent=True,
)
