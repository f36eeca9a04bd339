"""Parse a passcode and convert it to your own promotion link:
`taobao.tbk.tpwd.convert`.
"""

from __future__ import annotations

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import TpwdData


class TbkTpwdConvertResponse(Response):
    """解析淘口令并换成自己的推广链接：返回内容"""

    data: TpwdData | None = wire()
    """淘口令的解析与转链结果"""


METHOD = Method(
    "taobao.tbk.tpwd.convert",
    TbkTpwdConvertResponse,
    Object(
        {
            "password_content": Text(),
            "adzone_id": Text(number=True),
            "dx": Text(),
            "ucrowd_id": Text(number=True),
            "relation_id": Text(),
        },
        required=("password_content", "adzone_id"),
    ),
    idempotent=True,
    packages=(
        PermissionPackage(
            "16290", "https://open.taobao.com/api.htm?docId=32932&docType=2&scopeId=16290"
        ),
        PermissionPackage(
            "11653",
            "https://open.taobao.com/api.htm?docId=32932&docType=2&scopeId=11653",
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
        "20010": Advice("确认传入的文本里确有一段完整、未被截断的淘口令", "never", "argument"),
        "20011": Advice(
            "口令没有对应的内容，多半已过期，换一个再试；确认口令有效时可以稍后重发",
            "never",
            "not_found",
        ),
        "20012": Advice(
            "password_content 必须有内容，检查是否漏传或只传了空白", "never", "argument"
        ),
        "10000": Advice(
            "商品没有加入推广或已不在售，给不出链接与商品 ID，请在业务侧换商品或提示用户",
            "never",
            "not_found",
        ),
        "20013": Advice("第三方 pid 要写成 mm_数字_数字_数字 的四段文本", "never", "argument"),
        "20015": Advice(
            "口令能解析却得不到推广链接，换一个口令；也可稍后再试一次", "never", "not_found"
        ),
        "20016": Advice("转链环节出现异常，稍后重发；仍失败就换口令", "later", "temporary"),
        "4": Advice("推广位不存在或不属于当前账号，核对 pid 的第三段", "never", "argument"),
        "isv.parse-result-invalid": Advice(
            "口令已失效或内容不受支持，换成新的口令", "never", "not_found"
        ),
        "2": Advice("adzone_id 与账号不符，按自己的 pid 重填", "never", "argument"),
        "20014": Advice("检查口令文本与推广位等入参的格式", "never", "argument"),
        "20008": Advice("口令已失效或内容不受支持，换一个口令", "never", "not_found"),
        "0": Advice("平台内部的临时故障，稍等重发", "later", "temporary"),
    },
)
