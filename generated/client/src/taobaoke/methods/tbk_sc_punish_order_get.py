"""List a publisher's punished orders: `taobao.tbk.sc.punish.order.get`."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Integer, Moment, Object, Text
from .._runtime.method import Method, Window
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.outcomes import ReplyOutcome
from .._runtime.paging import PageNumbers


class TbkScPunishOrderGetPunishOrder(Model):
    """被处罚的订单"""

    union_id: str | None = wire()
    """淘宝联盟 unionid；已废弃"""
    special_id: str | None = wire(number=True)
    """会员运营 ID；已废弃"""
    relation_id: str | None = wire(number=True)
    """渠道关系 ID"""
    settle_month: date | None = wire(form="yyyyMM", number=True)
    """结算所在月份；格式：yyyyMM"""
    punish_status: Literal["0", "1"] | str | None = wire()
    """处罚状态；已知取值：

    - 0：冻结
    - 1：解冻
    """
    violation_type: Literal["1", "2"] | str | None = wire()
    """处罚类型，也可能直接返回名称；已知取值：

    - 1：店铺淘宝客
    - 2：订单虚假交易
    注：说明列出序号，示例却是文字“店铺淘宝客”
    """
    tk_trade_create_time: datetime | None = wire()
    """淘客订单的创建时间；格式：yyyy-MM-dd HH:mm:ss"""
    tb_trade_id: str | None = wire(number=True)
    """淘宝子订单号"""
    tb_trade_parent_id: str | None = wire(number=True)
    """父订单号；已废弃"""
    tk_adzone_id: str | None = wire(number=True)
    """PID 中的推广位 ID"""
    tk_site_id: str | None = wire(number=True)
    """PID 中的媒体 ID（siteid）"""
    tk_pub_id: str | None = wire(number=True)
    """PID 中的推广者 ID（pubid）"""


class TbkScPunishOrderGetPunishOrderData(Model):
    """一页业务数据"""

    results: list[TbkScPunishOrderGetPunishOrder] = wire(wrapper="result")
    """被处罚的订单"""
    page_no: int | None = wire()
    """页码"""
    page_size: int | None = wire()
    """每页条数"""
    total_count: int | None = wire()
    """满足条件的记录总数"""


class TbkScPunishOrderGetPunishOrderResult(Model):
    """调用结果"""

    data: TbkScPunishOrderGetPunishOrderData | None = wire()
    """一页业务数据"""
    biz_error_desc: str | None = wire()
    """业务错误说明"""
    biz_error_code: int | None = wire()
    """业务错误码"""
    result_msg: str | None = wire()
    """对结果码的说明"""
    result_code: int | None = wire()
    """结果码"""


class TbkScPunishOrderGetResponse(PagedResponse[TbkScPunishOrderGetPunishOrder]):
    """代推广者查询被处罚的订单：返回内容"""

    _paging = PageNumbers(
        lists=("result.data.results",),
        page="af_order_option.page_no",
        size="af_order_option.page_size",
        total="result.data.total_count",
    )
    _outcome = ReplyOutcome(code="result.biz_error_code", message="result.biz_error_desc")

    result: TbkScPunishOrderGetPunishOrderResult | None = wire()
    """调用结果"""


if TYPE_CHECKING:

    class AsyncTbkScPunishOrderGetResponse(
        AsyncPagedResponse[TbkScPunishOrderGetPunishOrder], TbkScPunishOrderGetResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkScPunishOrderGetResponse = TbkScPunishOrderGetResponse


METHOD = Method(
    "taobao.tbk.sc.punish.order.get",
    AsyncTbkScPunishOrderGetResponse,
    Object(
        {
            "af_order_option": Object(
                {
                    "relation_id": Text(number=True),
                    "tb_trade_id": Text(number=True),
                    "tb_trade_parent_id": Text(number=True),
                    "page_size": Integer(),
                    "page_no": Integer(),
                    "span": Integer(maximum=30),
                    "start_time": Moment(),
                    "special_id": Text(number=True),
                    "adzone_id": Text(number=True),
                    "site_id": Text(number=True),
                    "violation_type": Integer(),
                    "punish_status": Integer(),
                }
            )
        }
    ),
    window=Window(
        "af_order_option.start_time",
        longest=2592000,
        length="af_order_option.span",
        pull="tbk_sc_punish_order_get_all",
    ),
    needs_session=True,
    idempotent=True,
    packages=(
        PermissionPackage(
            "15738", "https://open.taobao.com/api.htm?docId=41942&docType=2&scopeId=15738"
        ),
    ),
)
