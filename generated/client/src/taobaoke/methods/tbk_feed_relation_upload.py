"""Write how a feed task relates to ad account, campaign, unit, creative and content:
`taobao.tbk.feed.relation.upload`.
"""

from __future__ import annotations

from .._runtime.kinds import Boolean, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from .._runtime.outcomes import ReplyOutcome


class TbkFeedRelationUploadResponse(Response):
    """写入星任务与广告账户、计划、单元、创意、稿件的对应关系：返回内容"""

    _outcome = ReplyOutcome(success="data", code="biz_error_code", message="biz_error_desc")

    data: bool | None = wire()
    """是否写入成功"""
    result_code: int | None = wire()
    """结果码"""
    biz_error_desc: str | None = wire()
    """业务错误说明"""
    result_msg: str | None = wire()
    """对结果码的说明"""
    biz_error_code: int | None = wire()
    """业务错误码"""


METHOD = Method(
    "taobao.tbk.feed.relation.upload",
    TbkFeedRelationUploadResponse,
    Object(
        {
            "event_id": Text(number=True),
            "creative_name": Text(),
            "unit_name": Text(),
            "account_name": Text(),
            "creative_url": Text(),
            "campaign_id": Text(),
            "content_id": Text(),
            "creative_id": Text(),
            "account_id": Text(),
            "seed_content": Boolean(),
            "unit_id": Text(),
            "campaign_name": Text(),
            "order_id": Text(),
            "order_name": Text(),
            "content_name": Text(),
            "content_url": Text(),
        },
        required=("event_id",),
    ),
    page="https://open.taobao.com/api.htm?docId=66796&docType=2",
)
