"""Check whether uvids hit the crowd of a task: `taobao.tbk.dg.rta.uvid.match`."""

from __future__ import annotations

from typing import Literal

from .._runtime.kinds import Csv, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkDgRtaUvidMatchUvIdRtaMatchResult(Model):
    """各 uvid 的匹配结果"""

    uvid: str | None = wire()
    """联盟加密后的用户标识"""
    match_status: Literal[1, 0] | None = wire()
    """是否命中；只能取：

    - 1：命中
    - 0：不命中
    """
    ext_info: str | None = wire()
    """匹配结果的说明"""


class TbkDgRtaUvidMatchResponse(Response):
    """查询 uvid 是否命中任务的目标人群：返回内容"""

    data: list[TbkDgRtaUvidMatchUvIdRtaMatchResult] = wire(wrapper="uv_id_rta_match_result")
    """各 uvid 的匹配结果"""


METHOD = Method(
    "taobao.tbk.dg.rta.uvid.match",
    TbkDgRtaUvidMatchResponse,
    Object({"uvid": Csv(), "qmt_id": Text()}, required=("uvid", "qmt_id")),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=71718&docType=2",
)
