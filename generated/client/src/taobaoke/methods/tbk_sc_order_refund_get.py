"""List refunded orders of an authorised publisher in a time span:
`taobao.tbk.sc.order.refund.get`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.kinds import Integer, Moment, Object, Text
from .._runtime.method import Method, Window
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.outcomes import ReplyOutcome
from .._runtime.paging import Cursor


class TbkScOrderRefundGetPublisherRefundOrder(Model):
    """维权退款订单明细"""

    refund_suit_id: str | None = wire()
    """维权编号，不是订单编号；一笔订单多次维权就有多个"""
    tb_trade_parent_id: str | None = wire()
    """淘宝父订单号，与买家后台所见一致"""
    tb_trade_id: str | None = wire()
    """淘宝子订单号"""
    tb_trade_create_time: datetime | None = wire()
    """订单的创建时间；格式：yyyy-MM-dd HH:mm:ss"""
    earning_time: datetime | None = wire()
    """订单的结算时间；格式：yyyy-MM-dd HH:mm:ss"""
    tk_refund_time: datetime | None = wire()
    """维权发起的时间；格式：yyyy-MM-dd HH:mm:ss"""
    tk_refund_suit_time: datetime | None = wire()
    """维权结束的时间；格式：yyyy-MM-dd HH:mm:ss"""
    modified_time: datetime | None = wire()
    """订单最近更新的时间；格式：yyyy-MM-dd HH:mm:ss"""
    item_title: str | None = wire()
    """商品标题"""
    tk_order_role: Literal["二方", "三方"] | str | None = wire()
    """推广者身份；已知取值：

    - 二方：佣金的首个归属者
    - 三方：参与佣金分成者
    """
    refund_status: Literal[2, 3, 4, 11, 12, 13, 14, 15] | int | None = wire()
    """维权状态；已知取值：

    - 2：维权成功（淘客结算回执）
    - 3：维权失败（淘客结算回执）
    - 4：维权创建（淘客结算回执）
    - 11：多次维权，等待处理
    - 12：钱已结给淘客，待向淘客补扣
    - 13：钱已结给淘客，已向淘客补扣成功
    - 14：钱已结给卖家，待向卖家补扣
    - 15：钱已结给卖家，已向卖家补扣成功
    """
    tb_trade_finish_price: Decimal | None = wire()
    """结算金额，即确认收货时的成交金额；单位：元"""
    refund_fee: Decimal | None = wire()
    """买家申请维权要求退还的金额；单位：元"""
    pub_share_fee: Decimal | None = wire()
    """结算预估收入，按确认收货成交额乘提成估算；单位：元"""
    tk_commission_fee_refund: Decimal | None = wire()
    """应退还的佣金，技术与渠道专项服务费除外；单位：元"""
    tk_subsidy_fee_refund: Decimal | None = wire()
    """应退还的补贴，技术与渠道专项服务费除外；单位：元"""
    tk_commission_alimm_refund_fee: Decimal | None = wire()
    """退还佣金时相应的技术服务费；单位：元"""
    tk_subsidy_alimm_refund_fee: Decimal | None = wire()
    """退还补贴时相应的技术服务费；单位：元"""
    tk_commission_agent_refund_fee: Decimal | None = wire()
    """退还佣金时相应的渠道专项服务费；单位：元"""
    tk_subsidy_agent_refund_fee: Decimal | None = wire()
    """退还补贴时相应的渠道专项服务费；单位：元"""
    show_return_fee: Decimal | None = wire()
    """因维权退款应退回的预估收入，含佣金和补贴，并计入技术服务费与渠道专项服务费；单
    位：元
    """
    relation_id: str | None = wire(number=True)
    """渠道关系 ID"""
    special_id: str | None = wire(number=True)
    """会员运营 ID"""
    rights_id: str | None = wire()
    """淘礼金 ID，创建时产生，每个唯一"""


class TbkScOrderRefundGetOrderPage(Model):
    """一页维权订单"""

    result: list[TbkScOrderRefundGetPublisherRefundOrder] = wire(
        wrapper="publisher_refund_order_d_t_o"
    )
    """维权退款订单明细

    注：内层键有矛盾：repo mimicode/tksdk（2026）把 result 写成不带内层键的数组，推广者
    版的文档样例有 publisher_refund_order_d_t_o
    """
    pre_page: int | None = wire()
    """前一页的页码"""
    next_page: int | None = wire()
    """后一页的页码"""
    page_no: int | None = wire()
    """页码"""
    page_size: int | None = wire()
    """每页条数"""
    has_next: bool | None = wire()
    """后面是否还有数据页"""
    position_index: str | None = wire()
    """翻页位点，请求下一页时原样传入"""
    has_pre: bool | None = wire()
    """前面是否还有数据页"""


class TbkScOrderRefundGetResponse(PagedResponse[TbkScOrderRefundGetPublisherRefundOrder]):
    """按时间段分页查询已授权推广者的售后维权订单：返回内容"""

    _paging = Cursor(
        lists=("data.result",),
        page="page_no",
        more="data.has_next",
        send="position_index",
        read="data.position_index",
    )
    _outcome = ReplyOutcome(code="biz_error_code", message="biz_error_desc")

    data: TbkScOrderRefundGetOrderPage | None = wire()
    """一页维权订单"""
    result_code: int | None = wire()
    """结果码"""
    biz_error_desc: str | None = wire()
    """业务错误说明"""
    biz_error_code: int | None = wire()
    """业务错误码，已知 101、102、103"""
    result_msg: str | None = wire()
    """对结果码的说明"""


if TYPE_CHECKING:

    class AsyncTbkScOrderRefundGetResponse(
        AsyncPagedResponse[TbkScOrderRefundGetPublisherRefundOrder], TbkScOrderRefundGetResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkScOrderRefundGetResponse = TbkScOrderRefundGetResponse


METHOD = Method(
    "taobao.tbk.sc.order.refund.get",
    AsyncTbkScOrderRefundGetResponse,
    Object(
        {
            "order_scene": Integer(),
            "page_size": Integer(minimum=1, maximum=100),
            "query_type": Integer(),
            "page_no": Integer(),
            "start_time": Moment(),
            "member_type": Integer(),
            "end_time": Moment(),
            "jump_type": Integer(),
            "position_index": Text(),
        },
        required=(
            "order_scene",
            "page_size",
            "query_type",
            "page_no",
            "start_time",
            "member_type",
            "end_time",
        ),
    ),
    window=Window(
        "start_time",
        end="end_time",
        key="refund_suit_id",
        changed="modified_time",
        pull="tbk_sc_order_refund_get_all",
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=65381&docType=2",
)
