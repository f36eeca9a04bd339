"""Request a change of the fees of a seeding subtask:
`taobao.tbk.seed.event.fee.update`.
"""

from __future__ import annotations

from .._runtime.advice import Advice
from .._runtime.kinds import Exact, Integer, Moment, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire
from .._runtime.outcomes import ReplyOutcome


class TbkSeedEventFeeUpdateMediaEventInfo(Model):
    """已登记的改价信息"""

    media_event_id: str | None = wire()
    """媒体侧订单 ID"""


class TbkSeedEventFeeUpdateResponse(Response):
    """申请调高或调低种草子任务的金额：返回内容"""

    _outcome = ReplyOutcome(code="biz_error_code", message="biz_error_desc")

    data: TbkSeedEventFeeUpdateMediaEventInfo | None = wire()
    """已登记的改价信息"""
    result_code: int | None = wire()
    """结果码"""
    biz_error_desc: str | None = wire()
    """业务错误说明，例如子任务当前状态不能改价，或已有改价未完成"""
    result_msg: str | None = wire()
    """对结果码的说明

    注：文档误写为返回码，按字段名与示例是说明文字
    """
    biz_error_code: int | None = wire()
    """业务错误码，已知 40132 与 40133"""


METHOD = Method(
    "taobao.tbk.seed.event.fee.update",
    TbkSeedEventFeeUpdateResponse,
    Object(
        {
            "change_request_id": Text(),
            "change_type": Integer(),
            "media_platform_fee": Exact(),
            "change_request_time": Moment(),
            "kox_commission_fee": Exact(),
            "media_event_id": Text(),
            "advertising_campaign_id": Text(number=True),
            "change_kox_commission_fee": Exact(),
            "media_total_fee": Exact(),
            "change_media_total_fee": Exact(),
            "change_media_platform_fee": Exact(),
        },
        required=(
            "change_request_id",
            "change_type",
            "change_request_time",
            "media_event_id",
            "advertising_campaign_id",
            "media_total_fee",
            "change_media_total_fee",
        ),
    ),
    page="https://open.taobao.com/api.htm?docId=68039&docType=2",
    errors={
        "40132": Advice(
            "子任务当前的状态不能改价：先查询子任务状态，确认可改再申请", "never", "business"
        ),
        "40133": Advice("上一次改价还没有结束：查到它的结果后再提交新的申请", "never", "business"),
    },
)
