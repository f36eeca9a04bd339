"""Make a Taobao passcode from an official promotion link: `taobao.tbk.tpwd.create`."""

from __future__ import annotations

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import TpwdCreateData


class TbkTpwdCreateResponse(Response):
    """把官方推广链接做成淘口令：返回内容"""

    data: TpwdCreateData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.tpwd.create",
    TbkTpwdCreateResponse,
    Object(
        {"url": Text(), "text": Text(), "logo": Text(), "ext": Text(), "user_id": Text()},
        required=("url",),
    ),
    idempotent=True,
    packages=(
        PermissionPackage(
            "11655",
            "https://open.taobao.com/api.htm?docId=31127&docType=2&scopeId=11655",
            legacy=True,
        ),
    ),
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
        "20000": Advice("换成 https 开头的官方推广链接", "never", "argument"),
        "20001": Advice("text 写满 5 个字符以上", "never", "argument"),
        "20002": Advice("补传 ext 参数再试", "never", "argument"),
        "24": Advice("链接里的 pid 查不到账号，重新从官方接口取链接", "never", "argument"),
        "25": Advice("临时失败，重发一次", "later", "temporary"),
        "23": Advice("链接不是官方下发的物料链接，或中途被改，重新获取", "never", "argument"),
        "26": Advice("只用联盟接口下发的原样链接，去掉自行附加的参数", "never", "argument"),
    },
)
