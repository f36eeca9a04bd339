"""Get the visits that a Taobao password brought back, in the last hour and today:
`taobao.tbk.dg.tpwd.report.get`.
"""

from __future__ import annotations

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkDgTpwdReportGetTpwdReportData(Model):
    """业务数据"""

    hour_pv: int | None = wire()
    """查询时刻之前 1 小时的回流 PV；单位：次"""
    hour_uv: int | None = wire()
    """查询时刻之前 1 小时的回流 UV；单位：人"""
    uv: int | None = wire()
    """当天截至查询时刻的 UV；单位：人"""
    pv: int | None = wire()
    """当天截至查询时刻的 PV；单位：次"""


class TbkDgTpwdReportGetResponse(Response):
    """查询一条淘口令近一小时和当天的回流 PV、UV：返回内容"""

    data: TbkDgTpwdReportGetTpwdReportData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.dg.tpwd.report.get",
    TbkDgTpwdReportGetResponse,
    Object({"tao_password": Text(), "adzone_id": Text()}, required=("tao_password", "adzone_id")),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=56693&docType=2",
)
