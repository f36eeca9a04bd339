"""List the trades of a span of time: `taobao.full.trade.list`."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Integer, Moment, Object
from .._runtime.method import Method, Window
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers


class FullTradeListTrade(Model):
    """一笔交易"""

    trade_id: str | None = wire(number=True)
    """交易编号"""
    price: Decimal | None = wire()
    """价格；单位：元；至多 2 位小数"""
    fee: int | None = wire()
    """手续费；单位：分"""
    rate: Decimal | None = wire()
    """佣金率；单位：百分之一（12.34 即 12.34%）"""
    share: int | None = wire()
    """分成；单位：万分之一（1234 即 12.34%）"""
    status: Literal[1, 2] | int | None = wire()
    """交易的状态；已知取值：

    - 1：已付款
    - 2：已发货
    """
    level: Literal[1, 2, 3, 4] | int | None = wire()
    """保价；已知取值：

    - 1：不保价
    - 2：半保价
    - 3：全保价
    - 4：加倍保价
    """
    paid_at: datetime | None = wire(
        further=("epoch_ms", "yyyy-MM-dd"), placeholders=("--", "1970-01-01 00:00:00")
    )
    """付款时间；格式：yyyy-MM-dd HH:mm:ss；也可能是 毫秒时间戳 或 yyyy-MM-dd；--、
    1970-01-01 00:00:00 表示没有值
    """
    is_first: bool | None = wire(yes=("Y", "1"), no=("N", "0"), text=True)
    """是否首次；Y、1 为真，N、0 为假"""


class FullTradeListRefund(Model):
    """一笔退款"""

    refund_id: str | None = wire()
    """退款编号"""
    price: Decimal | None = wire(placeholders=("-",))
    """价格；- 表示没有值；单位：元；至多 2 位小数"""


class FullTradeListTradePage(Model):
    """一页交易"""

    trades: list[FullTradeListTrade] = wire(wrapper="trade")
    """交易的列表"""
    refunds: list[FullTradeListRefund] = wire(wrapper="refund")
    """退款的列表"""


class FullTradeListResponse(PagedResponse[FullTradeListTrade | FullTradeListRefund]):
    """按时间查询交易：返回内容"""

    _paging = PageNumbers(
        lists=("data.trades", "data.refunds"),
        page="page_no",
        more="has_next",
        first=0,
        last=9,
        size="page_size",
        usual_size=3,
        total="total",
    )

    total: int | None = wire()
    """总数；单位：次"""
    has_next: bool | None = wire(text=True)
    """是否还有"""
    data: FullTradeListTradePage | None = wire()
    """一页交易"""


if TYPE_CHECKING:

    class AsyncFullTradeListResponse(
        AsyncPagedResponse[FullTradeListTrade | FullTradeListRefund], FullTradeListResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncFullTradeListResponse = FullTradeListResponse


METHOD = Method(
    "taobao.full.trade.list",
    AsyncFullTradeListResponse,
    Object(
        {
            "start_time": Moment(),
            "end_time": Moment(),
            "page_no": Integer(minimum=0, maximum=9),
            "page_size": Integer(minimum=1, maximum=50),
            "status": Integer(),
        },
        required=("start_time", "end_time"),
    ),
    window=Window(
        "start_time",
        end="end_time",
        longest=10800,
        peak=1200,
        peak_days=("01-02",),
        too_long="isv.none",
        pull="full_trade_list_all",
    ),
    idempotent=True,
    packages=(
        PermissionPackage("27939", "https://open.taobao.com/apply.htm?docId=901&id=27939"),
        PermissionPackage("381", "https://open.taobao.com/apply.htm?docId=901&id=381", legacy=True),
    ),
    errors={
        "isp.busy": Advice("过几秒再发", "later", "temporary"),
        "isv.none": Advice("换一段时间", "never", "not_found"),
    },
)
