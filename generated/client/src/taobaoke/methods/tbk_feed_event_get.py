"""List feed tasks with status, period, parties and frozen amount:
`taobao.tbk.feed.event.get`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._runtime.kinds import Csv, Integer, Object
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.outcomes import ReplyOutcome
from .._runtime.paging import PageNumbers


class TbkFeedEventGetCooperationFeedEvent(Model):
    """查到的数据行"""

    event_id: str | None = wire(number=True)
    """星任务 ID"""
    secret_key: str | None = wire()
    """接单用的密钥"""
    sponsor_role_type: str | None = wire()
    """发单方的角色"""
    coop_role_type: str | None = wire()
    """接单方的角色，如 service_provider"""
    event_create_time: datetime | None = wire()
    """星任务的创建时间；格式：yyyy-MM-dd HH:mm:ss"""
    event_start_time: datetime | None = wire()
    """星任务的推广起始时间；格式：yyyy-MM-dd HH:mm:ss"""
    event_end_time: datetime | None = wire()
    """星任务的推广截止时间；格式：yyyy-MM-dd HH:mm:ss"""
    status_code: int | None = wire()
    """星任务的状态码"""
    shop_nick_name: str | None = wire()
    """所推广店铺的名称"""
    sponsor_member_id: str | None = wire(number=True)
    """星任务发单方的会员 ID"""
    coop_member_id: str | None = wire(number=True)
    """星任务接单方的 member ID"""
    sponsor_company_name: str | None = wire()
    """星任务发单方的公司"""
    sponsor_sign_time: datetime | None = wire()
    """星任务发单方的签约时间；格式：yyyy-MM-dd HH:mm:ss"""
    coop_company_name: str | None = wire()
    """星任务接单方的公司主体"""
    coop_sign_time: datetime | None = wire()
    """星任务接单方的签约时间；格式：yyyy-MM-dd HH:mm:ss"""
    total_freeze_fee: Decimal | None = wire()
    """父任务被冻结的金额；单位：元"""
    event_fee_update_time: datetime | None = wire(placeholders=("0",))
    """父任务金额的最近更新时间；格式：yyyy-MM-dd HH:mm:ss；0 表示没有值"""


class TbkFeedEventGetFeedEventData(Model):
    """业务数据"""

    page_no: int | None = wire()
    """页码"""
    page_size: int | None = wire()
    """每页条数"""
    total_count: int | None = wire()
    """满足条件的记录总数"""
    result: list[TbkFeedEventGetCooperationFeedEvent] = wire(wrapper="cooperation_feed_event_d_t_o")
    """查到的数据行"""


class TbkFeedEventGetResponse(PagedResponse[TbkFeedEventGetCooperationFeedEvent]):
    """分页查询投流星任务的状态、起止时间、双方主体和冻结金额：返回内容"""

    _paging = PageNumbers(
        lists=("data.result",), page="page_no", size="page_size", total="data.total_count"
    )
    _outcome = ReplyOutcome(code="biz_error_code", message="biz_error_desc")

    data: TbkFeedEventGetFeedEventData | None = wire()
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

    class AsyncTbkFeedEventGetResponse(
        AsyncPagedResponse[TbkFeedEventGetCooperationFeedEvent], TbkFeedEventGetResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkFeedEventGetResponse = TbkFeedEventGetResponse


METHOD = Method(
    "taobao.tbk.feed.event.get",
    AsyncTbkFeedEventGetResponse,
    Object({"page_no": Integer(), "page_size": Integer(), "event_id_list": Csv()}),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=67866&docType=2",
)
