"""Create a passcode with custom wording: `taobao.tbk.tpwd.mix.create`."""

from __future__ import annotations

from typing import Literal

from .._runtime.kinds import JsonText, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire
from .._runtime.outcomes import ReplyOutcome


class TbkTpwdMixCreateTpwdMixCreateData(Model):
    """业务数据"""

    status: Literal["1", "2", "3"] | str | None = wire()
    """口令生成结果；已知取值：

    - 1：成功
    - 2：失败，内容重复
    - 3：失败，文本不合规
    """
    password: str | None = wire()
    """由自定义内容与口令拼成的完整文本"""


class TbkTpwdMixCreateResponse(Response):
    """生成带自定义文字的文本淘口令：返回内容"""

    _outcome = ReplyOutcome(code="data.status", ok=("1",))

    data: TbkTpwdMixCreateTpwdMixCreateData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.tpwd.mix.create",
    TbkTpwdMixCreateResponse,
    Object(
        {
            "ext": JsonText(),
            "logo": Text(),
            "url": Text(),
            "text": Text(),
            "user_id": Text(),
            "password": Text(),
        },
        required=("url", "text", "password"),
    ),
    page="https://open.taobao.com/api.htm?docId=31728&docType=2",
)
