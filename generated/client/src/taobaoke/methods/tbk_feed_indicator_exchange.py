"""Query shop visits, favourites, carts and purchases brought by promoted content:
`taobao.tbk.feed.indicator.exchange`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.outcomes import ReplyOutcome
from .._runtime.paging import PageNumbers


class TbkFeedIndicatorExchangeDataExchange(Model):
    """查到的数据行"""

    ds: date | None = wire(form="yyyyMMdd")
    """数据日期；格式：yyyyMMdd"""
    event_id: str | None = wire(number=True)
    """星任务 ID"""
    campaign_id: str | None = wire()
    """广告计划 ID"""
    unit_id: str | None = wire()
    """广告单元 ID"""
    creative_id: str | None = wire()
    """广告创意 ID"""
    uv_num: int | None = wire()
    """进店 UV；单位：人"""
    clt_uv_num: int | None = wire()
    """收藏人数；单位：人"""
    add_uv_num: int | None = wire()
    """加购人数；单位：人"""
    new_visitor_uv_num: int | None = wire()
    """新访客人数；单位：人"""
    pay_buyer_uv: int | None = wire()
    """成交人数；单位：人"""
    se_lead_conv: int | None = wire()
    """经手淘搜索进店的 UV；单位：人"""
    order_id: str | None = wire()
    """知乎侧的订单 ID"""


class TbkFeedIndicatorExchangeFeedIndicatorExchangeData(Model):
    """业务数据"""

    page_no: int | None = wire()
    """页码"""
    page_size: int | None = wire()
    """每页条数"""
    total_count: int | None = wire()
    """满足条件的记录总数"""
    result: list[TbkFeedIndicatorExchangeDataExchange] = wire(wrapper="data_exchange_d_t_o")
    """查到的数据行"""


class TbkFeedIndicatorExchangeResponse(PagedResponse[TbkFeedIndicatorExchangeDataExchange]):
    """按日期查询种草投流带来的进店、收藏、加购和成交数据：返回内容"""

    _paging = PageNumbers(
        lists=("data.result",), page="page_no", size="page_size", total="data.total_count"
    )
    _outcome = ReplyOutcome(code="biz_error_code", message="biz_error_desc")

    data: TbkFeedIndicatorExchangeFeedIndicatorExchangeData | None = wire()
    """业务数据"""
    result_code: int | None = wire()
    """结果码"""
    biz_error_desc: str | None = wire()
    """业务错误说明"""
    result_msg: str | None = wire()
    """对结果码的说明

    注：文档类型写 Number，示例是文本
    """
    biz_error_code: int | None = wire()
    """业务错误码"""


if TYPE_CHECKING:

    class AsyncTbkFeedIndicatorExchangeResponse(
        AsyncPagedResponse[TbkFeedIndicatorExchangeDataExchange], TbkFeedIndicatorExchangeResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkFeedIndicatorExchangeResponse = TbkFeedIndicatorExchangeResponse


METHOD = Method(
    "taobao.tbk.feed.indicator.exchange",
    AsyncTbkFeedIndicatorExchangeResponse,
    Object(
        {
            "page_no": Integer(minimum=1),
            "page_size": Integer(),
            "filters": Csv(separator="&"),
            "dimensions": Text(),
        },
        required=("page_no", "page_size", "filters", "dimensions"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=66818&docType=2",
)
