"""Convert media user ids or a device id into encrypted user ids (uvid):
`taobao.tbk.uvid.encrypt`.
"""

from __future__ import annotations

from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Batch, Method, Rule
from .._runtime.models import Response, wire
from ..models import UvIdGenerateRes


class TbkUvidEncryptResponse(Response):
    """把媒体用户 ID 或设备号转成加密用户标识（uvid）：返回内容"""

    result_list: list[UvIdGenerateRes] = wire(wrapper="uv_id_generate_res")
    """各用户 ID 的加密结果"""


METHOD = Method(
    "taobao.tbk.uvid.encrypt",
    TbkUvidEncryptResponse,
    Object(
        {
            "tk_domain": Integer(),
            "source_type": Integer(),
            "source_values": Csv(max_items=10),
            "main_accountid": Text(number=True),
            "device_type": Text(),
            "device_value": Text(),
            "caid_version": Text(),
            "group_type": Integer(),
        },
        required=("tk_domain",),
    ),
    rules=(Rule("together", ("device_value", "caid_version"), {"device_type": "4"}),),
    batch=Batch("source_values", most=10, items="result_list", key="source_value"),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=68029&docType=2",
)
