"""List the results of fee change requests of seeding subtasks:
`taobao.tbk.seed.event.fee.update.result.get`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.kinds import Csv, Integer, Object
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.outcomes import ReplyOutcome
from .._runtime.paging import PageNumbers


class TbkSeedEventFeeUpdateResultGetMediaEventUpdateInfo(Model):
    """查到的数据行"""

    change_request_id: str | None = wire()
    """改价请求的 ID"""
    change_request_time: datetime | None = wire()
    """改价请求的发起时间；格式：yyyy-MM-dd HH:mm:ss"""
    change_type: Literal[-1, 1] | int | None = wire()
    """改价方向；已知取值：

    - -1：减少预算
    - 1：增加预算
    注：示例为 0，不在所列取值中
    """
    advertising_campaign_id: str | None = wire(number=True)
    """子任务 ID"""
    media_event_id: str | None = wire()
    """媒体侧订单 ID"""
    media_total_fee: Decimal | None = wire()
    """调整前的子任务总额；单位：元"""
    kox_commission_fee: Decimal | None = wire()
    """变更前的达人费用；单位：元

    注：单位按示例 1.00 推断
    """
    media_platform_fee: Decimal | None = wire()
    """调整前的平台服务费；单位：元"""
    change_media_total_fee: Decimal | None = wire()
    """改价后子任务的总金额；单位：元"""
    change_kox_commission_fee: Decimal | None = wire()
    """改价后的达人费用；单位：元"""
    change_media_platform_fee: Decimal | None = wire()
    """改价后的平台服务费；单位：元"""
    change_response_time: datetime | None = wire()
    """星任务受理改价的时间；格式：yyyy-MM-dd HH:mm:ss"""
    client_operate_time: datetime | None = wire()
    """客户处理改价的时间；格式：yyyy-MM-dd HH:mm:ss"""
    change_result: Literal[2, 3, 4, 5, -1] | int | None = wire()
    """改价的结果；已知取值：

    - 2：待审核
    - 3：已同意
    - 4：已拒绝
    - 5：处理中
    - -1：已失效
    """
    refuse_type: Literal[0, 1, 2] | int | None = wire()
    """拒绝的种类；已知取值：

    - 0：用户不同意变更
    - 1：订单遭拒绝
    - 2：子任务已取消
    """


class TbkSeedEventFeeUpdateResultGetSeedEventFeeUpdateResultData(Model):
    """业务数据"""

    page_no: int | None = wire()
    """页码"""
    page_size: int | None = wire()
    """每页条数"""
    total_count: int | None = wire()
    """满足条件的记录总数"""
    result: list[TbkSeedEventFeeUpdateResultGetMediaEventUpdateInfo] = wire(
        wrapper="media_event_update_info_d_t_o"
    )
    """查到的数据行"""


class TbkSeedEventFeeUpdateResultGetResponse(
    PagedResponse[TbkSeedEventFeeUpdateResultGetMediaEventUpdateInfo]
):
    """分页查询种草子任务改价申请的结果：返回内容"""

    _paging = PageNumbers(
        lists=("data.result",), page="page_no", size="page_size", total="data.total_count"
    )
    _outcome = ReplyOutcome(code="biz_error_code", message="biz_error_desc")

    data: TbkSeedEventFeeUpdateResultGetSeedEventFeeUpdateResultData | None = wire()
    """业务数据"""
    result_code: int | None = wire()
    """结果码"""
    biz_error_desc: str | None = wire()
    """业务错误说明"""
    result_msg: str | None = wire()
    """对结果码的说明"""
    biz_error_code: int | None = wire()
    """业务错误码"""


if TYPE_CHECKING:

    class AsyncTbkSeedEventFeeUpdateResultGetResponse(
        AsyncPagedResponse[TbkSeedEventFeeUpdateResultGetMediaEventUpdateInfo],
        TbkSeedEventFeeUpdateResultGetResponse,
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkSeedEventFeeUpdateResultGetResponse = TbkSeedEventFeeUpdateResultGetResponse


METHOD = Method(
    "taobao.tbk.seed.event.fee.update.result.get",
    AsyncTbkSeedEventFeeUpdateResultGetResponse,
    Object(
        {
            "advertising_campaign_id_list": Csv(),
            "page_no": Integer(),
            "page_size": Integer(),
            "request_status": Integer(),
        }
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=68040&docType=2",
)
