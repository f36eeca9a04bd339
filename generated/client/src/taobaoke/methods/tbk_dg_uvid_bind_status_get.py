"""Check whether a uvid is matched to a consumer and authorised:
`taobao.tbk.dg.uvid.bind.status.get`.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkDgUvidBindStatusGetUvidBindStatusResult(Model):
    """返回的各条结果"""

    matched_user: bool | None = wire()
    """是否匹配到消费者"""
    uvid_domain: str | None = wire()
    """uvid 所属的业务域，如社群"""
    user_permission: bool | None = wire()
    """用户是否已授权，返利业务专用"""
    bind_time: date | None = wire(form="yyyyMMdd")
    """用户授权日期，仅返利业务有值；格式：yyyyMMdd"""
    create_taoke_type: Literal[1, 2] | int | None = wire()
    """绑定淘客的维度；已知取值：

    - 1：按 member
    - 2：按 member 组
    """
    uvid: str | None = wire()
    """联盟加密后的用户标识"""
    msg: str | None = wire()
    """匹配情况的说明"""


class TbkDgUvidBindStatusGetResponse(Response):
    """查询 uvid 是否匹配到消费者、用户是否授权：返回内容"""

    result_list: list[TbkDgUvidBindStatusGetUvidBindStatusResult] = wire(wrapper="map_data")
    """返回的各条结果"""


METHOD = Method(
    "taobao.tbk.dg.uvid.bind.status.get",
    TbkDgUvidBindStatusGetResponse,
    Object({"uvid": Text()}, required=("uvid",)),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=70587&docType=2",
)
