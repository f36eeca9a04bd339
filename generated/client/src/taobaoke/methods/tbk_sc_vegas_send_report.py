"""Count red packets sent and used on one day, for an authorised publisher:
`taobao.tbk.sc.vegas.send.report`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Day, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.outcomes import ReplyOutcome
from .._runtime.paging import PageNumbers
from ..models import RightsSendPidRpt


class TbkScVegasSendReportRightsSendRelationRpt(Model):
    """按渠道关系 ID 统计的发放数据"""

    biz_date: date | None = wire(form="yyyyMMdd")
    """数据所属日期；格式：yyyyMMdd"""
    relation_id: str | None = wire(number=True)
    """渠道关系 ID"""
    fund_num: int | None = wire()
    """已发放的红包数；单位：个"""
    pid: str | None = wire()
    """渠道关系所对应的 PID"""
    use_num: int | None = wire()
    """红包被使用的次数；单位：次"""


class TbkScVegasSendReportRightsSendRpt(Model):
    """业务结果"""

    relation_rpt_list: list[TbkScVegasSendReportRightsSendRelationRpt] = wire(
        wrapper="rights_send_relation_rpt_dto"
    )
    """按渠道关系 ID 统计的发放数据"""
    pid_rpt_list: list[RightsSendPidRpt] = wire(wrapper="rights_send_relation_rpt_dto")
    """按 PID 统计的发放数据"""


class TbkScVegasSendReportVegasSendReportResult(Model):
    """调用结果"""

    success: bool | None = wire()
    """调用是否成功"""
    model: TbkScVegasSendReportRightsSendRpt | None = wire()
    """业务结果"""
    msg_info: str | None = wire()
    """业务结果说明"""
    msg_code: str | None = wire()
    """业务结果码"""


class TbkScVegasSendReportResponse(
    PagedResponse[RightsSendPidRpt | TbkScVegasSendReportRightsSendRelationRpt]
):
    """统计授权推广者某一天各类红包的发放量与使用量：返回内容"""

    _paging = PageNumbers(
        lists=("result.model.pid_rpt_list", "result.model.relation_rpt_list"),
        page="page_no",
        size="page_size",
        usual_size=10,
    )
    _outcome = ReplyOutcome(
        success="result.success", code="result.msg_code", message="result.msg_info"
    )

    result: TbkScVegasSendReportVegasSendReportResult | None = wire()
    """调用结果"""


if TYPE_CHECKING:

    class AsyncTbkScVegasSendReportResponse(
        AsyncPagedResponse[RightsSendPidRpt | TbkScVegasSendReportRightsSendRelationRpt],
        TbkScVegasSendReportResponse,
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkScVegasSendReportResponse = TbkScVegasSendReportResponse


METHOD = Method(
    "taobao.tbk.sc.vegas.send.report",
    AsyncTbkScVegasSendReportResponse,
    Object(
        {
            "biz_date": Day(form="yyyyMMdd"),
            "relation_id": Text(number=True),
            "activity_id": Text(number=True),
            "page_no": Integer(),
            "page_size": Integer(),
            "pid": Text(),
            "rpt_dim": Text(),
            "activity_category": Integer(),
        },
        required=("biz_date",),
    ),
    needs_session=True,
    idempotent=True,
    packages=(
        PermissionPackage(
            "17875", "https://open.taobao.com/api.htm?docId=47590&docType=2&scopeId=17875"
        ),
    ),
)
