"""Facts about the gateway.

网关的地址、命名、签名算法与平台错误码。
"""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from ._runtime.advice import Advice, Limit

GATEWAYS: Mapping[str, str] = {
    "production": "https://eco.taobao.com/router/rest",  # 正式环境
    "sandbox": "https://gw.api.tbsandbox.com/router/rest",  # 沙箱环境
}
GatewayLike: TypeAlias = Literal["production", "sandbox"] | str
"""环境名，或网址。"""
DEFAULT_GATEWAY = "production"
UTC_OFFSET_MINUTES = -330
CLOCK_TOLERANCE_SECONDS = 90
DROPPED_PREFIX = "taobao."
RESPONSE_SUFFIX = "_response"
ERROR_ROOT = "error_response"
REQUEST_ID = "request_id"

SIGNING: Mapping[str, Literal["md5", "hmac_md5", "hmac_sha256"]] = {
    "md5": "md5",  # 首尾加密钥的 MD5
    "hmac": "hmac_md5",  # 以密钥做 HMAC-MD5
    "hmac-sha256": "hmac_sha256",  # 以密钥做 HMAC-SHA256
}
SignMethod: TypeAlias = Literal["hmac-sha256", "hmac", "md5"]
"""签名算法。"""
DEFAULT_SIGN_METHOD: SignMethod = "hmac-sha256"
"""The strongest one."""

ERRORS: Mapping[str, Advice] = {
    "7": Advice("稍候再调", "ban", "rate_limit", Limit("app", "told")),
    "11": Advice("申请权限包", "never", "permission"),
    "15": Advice(
        "看子错误码",
        "sub_code",
        "business",
        see=("收寄规则 https://open.taobao.com/rules.htm?id=1",),
    ),
    "21": Advice("补上方法名", "never", "argument"),
    "22": Advice("核对方法名", "never", "argument"),
    "23": Advice("核对格式", "never", "argument"),
    "25": Advice("核对签名", "never", "argument"),
    "26": Advice("补上授权码", "never", "session"),
    "27": Advice("重新授权", "never", "session"),
    "31": Advice("校准时钟", "clock", "argument"),
    "34": Advice("核对版本", "never", "argument"),
    "40": Advice("补上参数", "never", "argument"),
    "41": Advice("改正参数", "never", "argument"),
}
"""By `code`, the same for every method."""

SUB_ERRORS: Mapping[str, Advice] = {
    "isp.*-unavailable": Advice("片刻后再发", "later", "temporary"),
}
"""By `sub_code`, and by codes inside of replies; methods have more of their own."""
