"""Get an invite code for channels or members: `taobao.tbk.sc.invitecode.get`."""

from __future__ import annotations

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkScInvitecodeGetInvitecodeData(Model):
    """业务数据"""

    inviter_code: str | None = wire()
    """邀请渠道或会员所用的邀请码"""


class TbkScInvitecodeGetResponse(Response):
    """取得邀请渠道、渠道裂变或邀请会员用的邀请码：返回内容"""

    data: TbkScInvitecodeGetInvitecodeData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.sc.invitecode.get",
    TbkScInvitecodeGetResponse,
    Object(
        {"relation_id": Text(number=True), "relation_app": Text(), "code_type": Integer()},
        required=("relation_app", "code_type"),
    ),
    needs_session=True,
    idempotent=True,
    packages=(
        PermissionPackage(
            "14474", "https://open.taobao.com/api.htm?docId=38046&docType=2&scopeId=14474"
        ),
    ),
    errors={
        "isp.tbkapi-service-unavailable": Advice(
            "后端一时没有响应，隔几秒重发即可；多次仍失败就带上 request_id 联系平台",
            "later",
            "temporary",
        ),
        "isv.invalid-parameter:start_price": Advice(
            "核对价格下限的类型与大小，应为数字且不高于上限；接口没有这个参数时检查其余入参",
            "never",
            "argument",
        ),
        "isv.invalid-parameter:end_price": Advice(
            "核对价格上限的类型与大小，应为数字且不低于下限；接口没有这个参数时检查其余入参",
            "never",
            "argument",
        ),
        "isv.invalid-parameter:end_tk_rate": Advice(
            "核对佣金比率上限，1234 代表 12.34%；接口没有这个参数时检查其余入参",
            "never",
            "argument",
        ),
        "4": Advice(
            "推广位不存在或不属于当前账号，到联盟后台核对 pid 的第三段", "never", "argument"
        ),
        "2": Advice(
            "adzone_id、site_id 与账号对不上，按同一个 pid 的第三段和第二段重新填写",
            "never",
            "argument",
        ),
    },
)
