"""Convert user or device ids into encrypted user ids for an authorised publisher:
`taobao.tbk.sc.uvid.encrypt`.
"""

from __future__ import annotations

from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Batch, Method, Rule
from .._runtime.models import Response, wire
from ..models import UvIdGenerateRes


class TbkScUvidEncryptResponse(Response):
    """把媒体用户 ID 或设备号转成加密用户标识（uvid）：返回内容"""

    result_list: list[UvIdGenerateRes] = wire(wrapper="uv_id_generate_res")
    """各用户 ID 的加密结果"""


METHOD = Method(
    "taobao.tbk.sc.uvid.encrypt",
    TbkScUvidEncryptResponse,
    Object(
        {
            "tk_domain": Integer(),
            "source_type": Integer(),
            "source_values": Csv(max_items=10),
            "main_accountid": Text(number=True),
            "device_type": Text(),
            "device_value": Text(),
            "caid_version": Text(),
        },
        required=("tk_domain",),
    ),
    rules=(Rule("together", ("device_value", "caid_version"), {"device_type": "4"}),),
    batch=Batch("source_values", most=10, items="result_list", key="source_value"),
    needs_session=True,
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=70083&docType=2",
)
