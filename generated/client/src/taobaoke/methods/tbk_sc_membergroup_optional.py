"""Look up or add a member group of a service provider:
`taobao.tbk.sc.membergroup.optional`.
"""

from __future__ import annotations

from datetime import datetime

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkScMembergroupOptionalMemberGroup(Model):
    """业务数据"""

    member_group_id: str | None = wire(number=True)
    """member 分组 ID"""
    tb_num_ids: str | None = wire()
    """组内成员的 ID

    注：字段名为复数，文档未写分隔符
    """
    create_time: datetime | None = wire()
    """分组的创建时间；格式：yyyy-MM-dd HH:mm:ss"""
    update_time: datetime | None = wire()
    """分组的更新时间；格式：yyyy-MM-dd HH:mm:ss"""


class TbkScMembergroupOptionalResponse(Response):
    """查询或新增服务商的 member 组：返回内容"""

    data: TbkScMembergroupOptionalMemberGroup | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.sc.membergroup.optional",
    TbkScMembergroupOptionalResponse,
    Object({"member_group_id": Text(number=True), "tb_num_ids": Text()}),
    page="https://open.taobao.com/api.htm?docId=63718&docType=2",
)
