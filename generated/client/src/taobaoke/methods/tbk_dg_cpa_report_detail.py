"""Get the reward totals of a team campaign, with estimated and settled amounts per
strategy: `taobao.tbk.dg.cpa.report.detail`.
"""

from __future__ import annotations

from decimal import Decimal

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire
from .._runtime.outcomes import ReplyOutcome
from ..models import DisplayField


class TbkDgCpaReportDetailCpaCampaignResult(Model):
    """该策略的各条结果"""

    pre: str | None = wire()
    """预估明细

    注：同名字段在 taobao.tbk.dg.cpa.report.sub.detail 中为 JSON 文本，此处未说明
    """
    settle: str | None = wire()
    """结算明细

    注：同名字段在 taobao.tbk.dg.cpa.report.sub.detail 中为 JSON 文本，此处未说明
    """


class TbkDgCpaReportDetailCpaCampaignReport(Model):
    """各策略的报表数据"""

    campaign_code: str | None = wire()
    """策略名称"""
    settle_fee: Decimal | None = wire()
    """该策略的结算金额"""
    pre_fee: Decimal | None = wire()
    """该策略的预估金额"""
    result_list: list[TbkDgCpaReportDetailCpaCampaignResult] = wire(wrapper="resultlist")
    """该策略的各条结果"""
    display_list: list[DisplayField] = wire(wrapper="displaylist")
    """报表字段的释义"""


class TbkDgCpaReportDetailCpaReport(Model):
    """业务数据"""

    the_date: str | None = wire()
    """数据的更新时间

    注：没有示例，时间格式不明
    """
    settle_total: Decimal | None = wire()
    """奖励总额，按结算口径"""
    pre_total: Decimal | None = wire()
    """奖励总额，按预估口径"""
    campaign_reportdto_list: list[TbkDgCpaReportDetailCpaCampaignReport] = wire(
        wrapper="campaignreportdtolist"
    )
    """各策略的报表数据"""


class TbkDgCpaReportDetailCpaReportDetailResult(Model):
    """调用结果"""

    data: TbkDgCpaReportDetailCpaReport | None = wire()
    """业务数据"""
    success: bool | None = wire()
    """调用是否成功"""
    result_code: int | None = wire()
    """结果码"""
    biz_error_desc: str | None = wire()
    """业务错误说明"""
    result_msg: str | None = wire()
    """对结果码的说明"""
    biz_error_code: int | None = wire()
    """业务错误码"""


class TbkDgCpaReportDetailResponse(Response):
    """查看组团活动的奖励总额以及各策略的预估与结算金额：返回内容"""

    _outcome = ReplyOutcome(
        success="result.success", code="result.biz_error_code", message="result.biz_error_desc"
    )

    result: TbkDgCpaReportDetailCpaReportDetailResult | None = wire()
    """调用结果"""


METHOD = Method(
    "taobao.tbk.dg.cpa.report.detail",
    TbkDgCpaReportDetailResponse,
    Object({"event_id": Text(number=True)}, required=("event_id",)),
    idempotent=True,
)
