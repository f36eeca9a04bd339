"""Upload members to a crowd tag, adding to it or replacing it:
`taobao.tbk.sc.ucrowd.member.add`.
"""

from __future__ import annotations

from .._runtime.kinds import Integer, ListOf, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire
from .._runtime.outcomes import ReplyOutcome


class TbkScUcrowdMemberAddUcrowdMemberAddData(Model):
    """业务数据"""

    success: bool | None = wire()
    """调用是否成功"""


class TbkScUcrowdMemberAddResponse(Response):
    """上传人群标签的成员，可追加也可整体覆盖：返回内容"""

    _outcome = ReplyOutcome(success="data.success")

    data: TbkScUcrowdMemberAddUcrowdMemberAddData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.sc.ucrowd.member.add",
    TbkScUcrowdMemberAddResponse,
    Object(
        {
            "account_type": Integer(),
            "ucrowd_id": Text(number=True),
            "account_list": ListOf(Text(), max_items=999),
            "edit_type": Integer(),
        },
        required=("account_type", "ucrowd_id", "account_list", "edit_type"),
    ),
    page="https://open.taobao.com/api.htm?docId=53886&docType=2",
)
