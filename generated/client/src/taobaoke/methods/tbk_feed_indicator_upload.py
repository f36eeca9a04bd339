"""Upload exposure, click, play and cost totals of promoted content:
`taobao.tbk.feed.indicator.upload`.
"""

from __future__ import annotations

from .._runtime.advice import Advice
from .._runtime.kinds import Exact, Integer, Moment, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from .._runtime.outcomes import ReplyOutcome


class TbkFeedIndicatorUploadResponse(Response):
    """上传种草投流的曝光、点击、播放、消耗等汇总数据：返回内容"""

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
    "taobao.tbk.feed.indicator.upload",
    TbkFeedIndicatorUploadResponse,
    Object(
        {
            "event_id": Text(number=True),
            "evoke_pv": Integer(),
            "rpt_start_time": Moment(),
            "creative_name": Text(),
            "click_pv": Integer(),
            "play_pv": Integer(),
            "unit_name": Text(),
            "exposure_pv": Integer(),
            "account_name": Text(),
            "campaign_id": Text(),
            "content_id": Text(),
            "sclick_pv": Integer(),
            "rpt_end_time": Moment(),
            "creative_id": Text(),
            "content_name": Text(),
            "sclick_exposure_pv": Integer(),
            "account_id": Text(),
            "unit_id": Text(),
            "consume_amt": Integer(),
            "campaign_name": Text(),
            "play_uv": Integer(),
            "order_id": Text(),
            "order_name": Text(),
            "cpm": Integer(),
            "cpc": Integer(),
            "cpa": Integer(),
            "like_pv": Integer(),
            "collect_pv": Integer(),
            "comment_pv": Integer(),
            "read_rate": Exact(number=True, scale=0),
            "sclick_exposure_rate": Exact(number=True, scale=0),
            "sclick_click_rate": Exact(number=True, scale=0),
        },
        required=(
            "event_id",
            "rpt_start_time",
            "click_pv",
            "play_pv",
            "exposure_pv",
            "content_id",
            "sclick_pv",
            "rpt_end_time",
            "content_name",
            "sclick_exposure_pv",
            "consume_amt",
        ),
    ),
    page="https://open.taobao.com/api.htm?docId=66816&docType=2",
    errors={
        "1001": Advice(
            "平台内部出错，过一会儿再试；上传类请求先确认上次是否已写入，再决定是否补传",
            "later",
            "temporary",
        )
    },
)
