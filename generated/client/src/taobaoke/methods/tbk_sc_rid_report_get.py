"""Query self-purchase and promoted sales of one channel relation id, by day:
`taobao.tbk.sc.rid.report.get`.
"""

from __future__ import annotations

from decimal import Decimal

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire
from .._runtime.outcomes import ReplyOutcome


class TbkScRidReportGetRidReportData(Model):
    """业务数据"""

    promo_uv: int | None = wire(text=True)
    """非自购的购买人数，所选时段内去重；单位：人"""
    promo_alipay_amt: Decimal | None = wire()
    """非自购订单的总额"""
    individual_uv: int | None = wire(text=True)
    """自购的购买人数，所选时段内去重；单位：人"""
    promo_alipay_num: int | None = wire(text=True)
    """非自购的订单数"""
    purchase_uv: int | None = wire(text=True)
    """购买人数，所选时段内去重；单位：人"""
    purchase_alipay_num: int | None = wire(text=True)
    """购买的订单数"""
    individual_alipay_num: int | None = wire(text=True)
    """自购的订单数"""
    purchase_alipay_amt: Decimal | None = wire()
    """购买订单的总额"""
    individual_alipay_amt: Decimal | None = wire()
    """自购订单的总额"""


class TbkScRidReportGetRidReportResult(Model):
    """调用结果"""

    data: TbkScRidReportGetRidReportData | None = wire()
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
    """业务错误码，已知 101、102、103"""


class TbkScRidReportGetResponse(Response):
    """按天查询一个渠道关系 ID 的自购与推广成交数据：返回内容"""

    _outcome = ReplyOutcome(
        success="result.success", code="result.biz_error_code", message="result.biz_error_desc"
    )

    result: TbkScRidReportGetRidReportResult | None = wire()
    """调用结果"""


METHOD = Method(
    "taobao.tbk.sc.rid.report.get",
    TbkScRidReportGetResponse,
    Object(
        {
            "search_option": Object(
                {"biz_date": Text(), "relation_id": Text(), "biz_month": Text(), "site_id": Text()}
            )
        }
    ),
    needs_session=True,
    idempotent=True,
)
