"""Parse a passcode into the link behind it: `taobao.tbk.tpwd.parse`."""

from __future__ import annotations

from .._runtime.advice import Advice
from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkTpwdParseTpwdParseData(Model):
    """业务数据"""

    origin_url: str | None = wire()
    """口令所指的落地页链接"""


class TbkTpwdParseResponse(Response):
    """解析淘口令，得到它指向的原始链接：返回内容"""

    data: TbkTpwdParseTpwdParseData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.tpwd.parse",
    TbkTpwdParseResponse,
    Object({"password_content": Text()}, required=("password_content",)),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=42646&docType=2",
    errors={
        "isp.param-error": Advice(
            "逐项核对入参是否齐全、格式是否正确，改正后再调", "never", "argument"
        ),
        "isp.sys-error": Advice("平台侧的临时故障，稍等片刻重发", "later", "temporary"),
        "1": Advice(
            "“1”是笼统的码，原因写在 sub_msg 里（例如授权的用户尚未入驻），按它处理，不要原样重发；sub_msg 只说系统异常时保留 request_id 反馈",
            "never",
            "business",
        ),
        "20010": Advice("确认传入的文本里确有一段完整、未被截断的淘口令", "never", "argument"),
        "20011": Advice(
            "口令没有对应的内容，多半已过期，换一个再试；确认口令有效时可以稍后重发",
            "never",
            "not_found",
        ),
        "20012": Advice(
            "password_content 必须有内容，检查是否漏传或只传了空白", "never", "argument"
        ),
        "6": Advice("口令已过期或不是有效口令，换一个", "never", "not_found"),
    },
)
