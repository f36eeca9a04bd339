"""Report exposures, clicks and other user actions on items or ads:
`taobao.tbk.dg.uvid.behavior.report`.
"""

from __future__ import annotations

from .._runtime.kinds import Integer, Moment, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from .._runtime.outcomes import ReplyOutcome


class TbkDgUvidBehaviorReportResponse(Response):
    """上报用户对商品或广告的曝光、点击等行为：返回内容"""

    _outcome = ReplyOutcome(success="report_success")

    report_success: bool | None = wire()
    """上报成功与否"""


METHOD = Method(
    "taobao.tbk.dg.uvid.behavior.report",
    TbkDgUvidBehaviorReportResponse,
    Object(
        {
            "uvid": Text(),
            "item_id": Text(),
            "scd_id": Text(number=True),
            "action_time": Moment(form="epoch_ms", number=True),
            "action": Integer(),
            "task_id": Text(number=True),
            "channel": Text(),
            "call_back_url": Text(),
            "oaid": Text(),
            "oaid_md5": Text(),
            "idfa": Text(),
            "idfa_md5": Text(),
            "android_id": Text(),
            "android_id_md5": Text(),
            "caid": Text(),
            "caid_md5": Text(),
            "caid_version": Text(),
            "caid2": Text(),
            "caid2_md5": Text(),
            "caid2_version": Text(),
            "adzone_id": Text(number=True),
            "relation_id": Text(number=True),
        },
        required=("item_id", "action_time", "action"),
    ),
    page="https://open.taobao.com/api.htm?docId=70485&docType=2",
)
