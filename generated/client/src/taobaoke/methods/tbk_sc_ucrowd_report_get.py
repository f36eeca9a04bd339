"""Query clicks, sales and estimated income of a crowd tag, by day or month:
`taobao.tbk.sc.ucrowd.report.get`.
"""

from __future__ import annotations

from decimal import Decimal

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkScUcrowdReportGetUcrowdReport(Model):
    """人群推广报表"""

    alipay_user_num_in_ucrowd: int | None = wire()
    """属于该人群的成交人数；单位：人"""
    alipay_user_num: int | None = wire()
    """付款的人数；单位：人"""
    pre_pub_share_fee: Decimal | None = wire()
    """付款口径的预估收入；退款等会使它与结算口径不一致"""
    alipay_amt: Decimal | None = wire()
    """付款总额"""
    alipay_num: int | None = wire()
    """付款订单数"""
    click_uv_union: int | None = wire()
    """联盟口径的点击人数；单位：人"""
    click_pv_union: int | None = wire()
    """联盟口径的点击次数；单位：次"""


class TbkScUcrowdReportGetUcrowdReportData(Model):
    """业务数据"""

    ucrowd_report: TbkScUcrowdReportGetUcrowdReport | None = wire()
    """人群推广报表"""


class TbkScUcrowdReportGetResponse(Response):
    """按日或按月查看一个人群标签的点击、成交与预估收入：返回内容"""

    data: TbkScUcrowdReportGetUcrowdReportData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.sc.ucrowd.report.get",
    TbkScUcrowdReportGetResponse,
    Object(
        {"ucrowd_id": Text(number=True), "report_date": Text()},
        required=("ucrowd_id", "report_date"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=54135&docType=2",
)
