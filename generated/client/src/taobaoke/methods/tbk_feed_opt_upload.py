"""Upload single user actions (play, exposure) on promoted content:
`taobao.tbk.feed.opt.upload`.
"""

from __future__ import annotations

from .._runtime.advice import Advice
from .._runtime.kinds import Integer, Moment, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from .._runtime.outcomes import ReplyOutcome


class TbkFeedOptUploadResponse(Response):
    """上传种草投流中单个用户的播放或曝光明细：返回内容"""

    _outcome = ReplyOutcome(success="data", code="biz_error_code", message="biz_error_desc")

    data: bool | None = wire()
    """是否写入成功"""
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


METHOD = Method(
    "taobao.tbk.feed.opt.upload",
    TbkFeedOptUploadResponse,
    Object(
        {
            "device_type": Integer(),
            "event_id": Text(number=True),
            "campaign_id": Text(),
            "content_id": Text(),
            "device_id": Text(),
            "creative_id": Text(),
            "account_id": Text(),
            "indicator_type": Integer(),
            "unit_id": Text(),
            "indicator_value": Integer(),
            "behavior_time_stamp": Moment(),
            "request_id": Text(),
            "exp_id": Text(),
            "rta_switch": Integer(),
            "ad_consume": Integer(),
            "rta_extra_info": Text(),
        },
        required=(
            "device_type",
            "event_id",
            "campaign_id",
            "content_id",
            "device_id",
            "creative_id",
            "account_id",
            "indicator_type",
            "unit_id",
            "indicator_value",
            "behavior_time_stamp",
            "request_id",
            "exp_id",
            "rta_switch",
            "ad_consume",
            "rta_extra_info",
        ),
    ),
    page="https://open.taobao.com/api.htm?docId=66773&docType=2",
    errors={
        "1001": Advice(
            "平台内部出错，过一会儿再试；上传类请求先确认上次是否已写入，再决定是否补传",
            "later",
            "temporary",
        )
    },
)
