"""Get claims, use, refunds and sales of one Taolijin gift:
`taobao.tbk.dg.vegas.tlj.report`.
"""

from __future__ import annotations

from decimal import Decimal

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire
from .._runtime.outcomes import ReplyOutcome


class TbkDgVegasTljReportTljReport(Model):
    """淘礼金效果数据"""

    get_rate: Decimal | None = wire()
    """淘礼金领取率，领取数除以创建数；单位：百分之一（12.34 即 12.34%）

    注：单位按示例 50 推断
    """
    use_rate: Decimal | None = wire()
    """使用率，即使用个数除以领取个数；单位：百分之一（12.34 即 12.34%）

    注：文档未写单位，由示例 50 推断
    """
    alipay_num: int | None = wire()
    """红包引导的付款笔数；退款后红包被再次使用的，按两笔计"""
    alipay_amt: Decimal | None = wire()
    """红包引导的付款金额；退款后红包被再次使用的，两次都计入；单位：元"""
    pre_pub_share_fee_for_disp: Decimal | None = wire()
    """付款佣金；再次使用红包时记两次；单位：元"""
    cm_settle_amt: Decimal | None = wire()
    """确认收货后结算的佣金；红包被再次使用的，两次都计入；单位：元"""
    win_pv: int | None = wire()
    """已领取的淘礼金个数；单位：个"""
    win_sum_amt: Decimal | None = wire()
    """已领取的淘礼金金额；单位：元"""
    remaining_num: int | None = wire()
    """领取期过后或暂停后无人领取的淘礼金数；单位：个"""
    remaining_amt: Decimal | None = wire()
    """领取期过后或暂停后无人领取的红包金额；单位：元"""
    use_num: int | None = wire()
    """已使用的淘礼金个数，退款后红包再次使用会重复计入；单位：个"""
    use_sum_amt: Decimal | None = wire()
    """已使用的淘礼金金额；红包退回后再次使用会重复累计，可能高于消费者实际使用额；全部
    退款时仍保留该单金额，部分退款时保留部分退款订单的金额；单位：元
    """
    refund_num: int | None = wire()
    """用后因取消订单或退货退款退回的淘礼金数，多次退回重复计；单位：个"""
    refund_sum_amt: Decimal | None = wire()
    """用后因取消订单或退货退款退回的淘礼金金额；退回后再用再退的，金额重复计；单位：元

    注：文档称数量当日去重而跨天重复计
    """


class TbkDgVegasTljReportTljInstance(Model):
    """业务结果"""

    extra_: TbkDgVegasTljReportTljReport | None = wire(name="extra")
    """淘礼金效果数据"""


class TbkDgVegasTljReportResponse(Response):
    """查询一个淘礼金的领取、使用、退款和引导成交情况：返回内容"""

    _outcome = ReplyOutcome(success="result_success", code="msg_code", message="msg_info")

    model: TbkDgVegasTljReportTljInstance | None = wire()
    """业务结果"""
    msg_info: str | None = wire()
    """业务结果说明"""
    msg_code: str | None = wire()
    """业务结果码"""
    result_success: bool | None = wire()
    """接口调用成功与否"""


METHOD = Method(
    "taobao.tbk.dg.vegas.tlj.report",
    TbkDgVegasTljReportResponse,
    Object(
        {"rights_id": Text(), "adzone_id": Text(number=True)}, required=("rights_id", "adzone_id")
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=58736&docType=2",
)
