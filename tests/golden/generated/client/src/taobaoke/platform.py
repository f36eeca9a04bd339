"""Facts about the gateway.

网关的地址、命名、签名算法与平台错误码。
"""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from ._runtime.advice import Advice, Limit

GATEWAYS: Mapping[str, str] = {
    "production": "https://eco.taobao.com/router/rest",  # 正式环境
}
GatewayLike: TypeAlias = Literal["production"] | str
"""环境名，或网址。"""
DEFAULT_GATEWAY = "production"
UTC_OFFSET_MINUTES = 480
CLOCK_TOLERANCE_SECONDS = 600
DROPPED_PREFIX = "taobao."
RESPONSE_SUFFIX = "_response"
ERROR_ROOT = "error_response"
REQUEST_ID = "request_id"

SIGNING: Mapping[str, Literal["md5"]] = {
    "md5": "md5",  # 摘要
}
SignMethod: TypeAlias = Literal["md5"]
"""签名算法。"""
DEFAULT_SIGN_METHOD: SignMethod = "md5"
"""The strongest one."""

ERRORS: Mapping[str, Advice] = {
    "7": Advice("稍候再调", "ban", "rate_limit", Limit("app", "told")),
    "21": Advice("补上方法名", "never", "business"),
    "25": Advice("核对签名", "never", "business"),
    "40": Advice("补上参数", "never", "business"),
}
"""By `code`, the same for every method."""

SUB_ERRORS: Mapping[str, Advice] = {
    "isp.*": Advice("稍候重试", "later", "temporary"),
}
"""By `sub_code`, and by codes inside of replies; methods have more of their own."""
