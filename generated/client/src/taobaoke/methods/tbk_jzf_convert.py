"""Create a welfare-page link from an item title, passcode or link:
`taobao.tbk.jzf.convert`.
"""

from __future__ import annotations

from .._runtime.advice import Advice
from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkJzfConvertJzfData(Model):
    """业务数据"""

    url: str | None = wire()
    """与 content 中商品对应的找福利页地址"""


class TbkJzfConvertResponse(Response):
    """由商品标题、淘口令或链接生成找福利页链接：返回内容"""

    data: TbkJzfConvertJzfData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.jzf.convert",
    TbkJzfConvertResponse,
    Object(
        {
            "content": Text(),
            "type": Integer(),
            "adzone_id": Text(number=True),
            "relation_id": Text(number=True),
        },
        required=("content", "adzone_id"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=43914&docType=2",
    errors={
        "isv.invalid-param": Advice("逐项核对 content、type 与 adzone_id", "never", "argument"),
        "isp.sys-error": Advice("平台侧的临时故障，稍等重发", "later", "temporary"),
        "isv.param-content-empty": Advice("content 要有内容，检查是否漏传", "never", "argument"),
        "isv.param-type-invalid": Advice(
            "type 只能是 1（标题）或 2（口令、链接）", "never", "argument"
        ),
        "isv.item-not-found": Advice("换更完整的标题，或改用口令、链接", "never", "not_found"),
        "isv.invalid-adzone-id": Advice("adzone_id 是 pid 的第三段，只含数字", "never", "argument"),
        "isv.invalid-pid": Advice("推广位与账号对不上，换成自己名下的推广位", "never", "argument"),
    },
)
