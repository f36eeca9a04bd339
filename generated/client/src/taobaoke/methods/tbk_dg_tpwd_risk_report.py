"""List pids or channel relations of the own account whose Taobao passwords are warned
about or blocked: `taobao.tbk.dg.tpwd.risk.report`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import Offset
from ..models import TpwdRiskStatus


class TbkDgTpwdRiskReportTpwdRiskReportResult(Model):
    """调用结果"""

    status_list: list[TpwdRiskStatus] = wire(wrapper="data_map")
    """有风险的 PID 或渠道及其状态"""


class TbkDgTpwdRiskReportResponse(PagedResponse[TpwdRiskStatus]):
    """列出账号下口令被预警或拦截的 PID 或渠道：返回内容"""

    _paging = Offset(lists=("result.status_list",), offset="offset", size="limit")

    result: TbkDgTpwdRiskReportTpwdRiskReportResult | None = wire()
    """调用结果"""


if TYPE_CHECKING:

    class AsyncTbkDgTpwdRiskReportResponse(
        AsyncPagedResponse[TpwdRiskStatus], TbkDgTpwdRiskReportResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkDgTpwdRiskReportResponse = TbkDgTpwdRiskReportResponse


METHOD = Method(
    "taobao.tbk.dg.tpwd.risk.report",
    AsyncTbkDgTpwdRiskReportResponse,
    Object(
        {"pid": Text(), "offset": Integer(), "limit": Integer(maximum=1000)},
        required=("offset", "limit"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=59692&docType=2",
)
