"""Facts about the gateway.

网关的地址、命名、签名算法与平台错误码。
"""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from ._runtime.advice import Advice, Limit

GATEWAYS: Mapping[str, str] = {
    "production": "https://eco.taobao.com/router/rest",  # 正式环境
    "production_gw": "https://gw.api.taobao.com/router/rest",  # 正式环境，较新文档给出的地址
    "overseas": "https://api.taobao.com/router/rest",  # 海外环境
    "sandbox": "https://gw.api.tbsandbox.com/router/rest",  # 沙箱环境，需使用沙箱自己的 AppKey
}
GatewayLike: TypeAlias = Literal["production", "production_gw", "overseas", "sandbox"] | str
"""环境名，或网址。"""
DEFAULT_GATEWAY = "production"
UTC_OFFSET_MINUTES = 480
CLOCK_TOLERANCE_SECONDS = 600
DROPPED_PREFIX = "taobao."
RESPONSE_SUFFIX = "_response"
ERROR_ROOT = "error_response"
REQUEST_ID = "request_id"

SIGNING: Mapping[str, Literal["md5", "hmac_md5", "hmac_sha256"]] = {
    "md5": "md5",  # MD5（密钥 + 拼接串 + 密钥）
    "hmac": "hmac_md5",  # HMAC-MD5，密钥为 AppSecret
    "hmac-sha256": "hmac_sha256",  # HMAC-SHA256，密钥为 AppSecret
}
SignMethod: TypeAlias = Literal["hmac-sha256", "hmac", "md5"]
"""签名算法。"""
DEFAULT_SIGN_METHOD: SignMethod = "hmac-sha256"
"""The strongest one."""

ERRORS: Mapping[str, Advice] = {
    "3": Advice("检查文件的格式和大小，并用 POST 以 multipart 上传", "never", "argument"),
    "4": Advice("该用户的调用已到上限，稍候再调", "later", "rate_limit", Limit("user", "unknown")),
    "5": Advice("该授权的调用已到上限，稍候再调", "later", "rate_limit", Limit("user", "unknown")),
    "6": Advice(
        "该合作方的调用已到上限，稍候再调", "later", "rate_limit", Limit("partner", "unknown")
    ),
    "7": Advice(
        "按 sub_msg 给出的秒数等待后再调；日配额用尽要等到次日",
        "ban",
        "rate_limit",
        Limit("app", "told"),
    ),
    "8": Advice("降低调用频率，稍候再调", "later", "rate_limit", Limit("app", "unknown")),
    "9": Advice("用大写的 GET 或 POST；带文件时必须用 POST", "never", "argument"),
    "10": Advice("网关暂时不可用，稍候重试", "later", "temporary"),
    "11": Advice(
        "到开放平台控制台为应用申请含此 API 的权限包；申请哪个包看该 API 的文档，已知时本错误的说明里也会列出。sub_msg 中 scope ids 列的是应用已经持有的包，不必再申请",
        "never",
        "permission",
    ),
    "12": Advice("换用有此权限的用户授权", "never", "permission"),
    "13": Advice("换用有此权限的合作方身份", "never", "permission"),
    "15": Advice("业务错误，原因见 sub_code 与 sub_msg", "sub_code", "business"),
    "21": Advice("补上公共参数 method", "never", "argument"),
    "22": Advice("核对 API 全名；已下线的 API 也会得到这个错误", "never", "argument"),
    "23": Advice("format 只能是 json 或 xml", "never", "argument"),
    "24": Advice("补上公共参数 sign", "never", "argument"),
    "25": Advice(
        "核对 AppSecret 与环境；参与签名的值要与发送的值逐字相同，用 UTF-8，session 与 sign_method 也要参与",
        "never",
        "argument",
    ),
    "26": Advice("该 API 需要用户授权，请传入 session", "never", "session"),
    "27": Advice("授权无效或已过期，或不属于当前应用，请引导用户重新授权", "never", "session"),
    "28": Advice("补上公共参数 app_key", "never", "argument"),
    "29": Advice("核对 AppKey，以及它与所用环境是否一致", "never", "argument"),
    "30": Advice("补上公共参数 timestamp", "never", "argument"),
    "31": Advice("校准本机时钟；timestamp 用北京时间，误差不超过 10 分钟", "clock", "argument"),
    "32": Advice("补上公共参数 v", "never", "argument"),
    "33": Advice("v 必须是数字，填 2.0", "never", "argument"),
    "34": Advice("v 填 2.0", "never", "argument"),
    "40": Advice("补上 msg 里冒号之后的那个参数", "never", "argument"),
    "41": Advice("msg 里冒号之后的那个参数类型或格式不对，请按文档改正", "never", "argument"),
    "42": Advice("授权等级不够，请让用户以更高等级重新授权", "never", "permission"),
    "43": Advice("按文档核对各参数", "never", "argument"),
    "44": Advice("重新取得 access_token", "never", "session"),
    "47": Advice("请求须以 UTF-8 编码", "never", "argument"),
    "50": Advice("文档示例里业务错误的外壳，与 15 相同：看 sub_code", "sub_code", "business"),
}
"""By `code`, the same for every method."""

SUB_ERRORS: Mapping[str, Advice] = {
    "isp.*-service-unavailable": Advice("后端服务出错，稍候重试", "later", "temporary"),
    "isp.remote-service-error": Advice("网关连不上后端，稍候重试", "later", "temporary"),
    "isp.remote-service-timeout": Advice(
        "后端超时，稍候重试；写操作先查询是否已生效", "later", "temporary"
    ),
    "isp.remote-connection-error": Advice("网关连不上后端，稍候重试", "later", "temporary"),
    "isp.null-pointer-exception": Advice(
        "后端处理出错，核对参数；仍不行请联系平台", "never", "temporary"
    ),
    "isp.top-parse-error": Advice("网关解析失败，核对参数格式", "never", "argument"),
    "isp.top-remote-connection-timeout*": Advice(
        "后端超时，稍候重试；写操作先查询是否已生效", "later", "temporary"
    ),
    "isp.top-remote-connection-error": Advice("网关找不到后端服务，稍候重试", "later", "temporary"),
    "isp.top-mapping-parse-error": Advice(
        "参数格式转换失败，核对嵌套参数是否为合法 JSON", "never", "argument"
    ),
    "isp.unknown-error": Advice("后端返回未知异常，稍候重试", "later", "temporary"),
    "isp.*": Advice("平台一侧的错误，稍候重试", "later", "temporary"),
    "isv.*-not-exist*": Advice("按所给条件查不到对象，核对该参数", "never", "not_found"),
    "isv.missing-parameter*": Advice("缺少参数，冒号之后是参数名", "never", "argument"),
    "isv.invalid-parameter*": Advice("参数的值不合要求，冒号之后是参数名", "never", "argument"),
    "isv.invalid-permission": Advice("没有权限，先在联盟后台申请", "never", "permission"),
    "isv.parameters-mismatch*": Advice("两个参数彼此矛盾，冒号之后是参数名", "never", "argument"),
    "isv.*-service-error*": Advice("业务规则不允许，原因见 sub_msg", "never", "business"),
    "isv.permission-api-package-limit": Advice(
        "为应用申请含此 API 的权限包，申请哪个包看该 API 的文档，已知时本错误的说明里也会列出；sub_msg 中 scope ids 列的是应用已经持有的包",
        "never",
        "permission",
    ),
    "isv.permission-api-package-empty": Advice(
        "应用还没有任何权限包，到开放平台控制台申请含此 API 的包", "never", "permission"
    ),
    "isv.permission-ip-whitelist-limit": Advice(
        "把调用方 IP 加入应用的 IP 白名单", "never", "permission"
    ),
    "isv.permission-api-package-not-allowed": Advice(
        "该 API 所在的组不对此应用开放", "never", "permission"
    ),
    "isv.appkey-not-exists": Advice("AppKey 不存在，或与所用环境不符", "never", "argument"),
    "isp.get-app-error": Advice(
        "平台查不到这个 AppKey：核对 AppKey 有没有写错或漏传，以及它与所用环境是否一致",
        "never",
        "argument",
    ),
    "invalid-sessionkey": Advice("授权无效或已过期，请引导用户重新授权", "never", "session"),
    "sessionkey-not-generated-by-server": Advice(
        "授权不属于当前应用或用户，请用本应用重新授权", "never", "session"
    ),
    "session-expired": Advice("授权已过期，请引导用户重新授权", "never", "session"),
    "accesscontrol.limited-by-app-access-count": Advice(
        "应用的日调用量用尽，等到次日或申请提额", "ban", "rate_limit", Limit("app", "told")
    ),
    "accesscontrol.limited-by-api-access-count": Advice(
        "该 API 调用过快，按 sub_msg 的秒数等待", "ban", "rate_limit", Limit("method", "told")
    ),
    "accesscontrol.limited-by-app-api-access-count": Advice(
        "应用调用该 API 过快，或应用尚未上线；按 sub_msg 的秒数等待",
        "ban",
        "rate_limit",
        Limit("method", "told"),
    ),
    "accesscontrol.limited-by-dynamic-access-count": Advice(
        "平台动态限流，按 sub_msg 的秒数等待", "ban", "rate_limit", Limit("app", "told")
    ),
    "9100": Advice(
        "同一账号所有渠道合并限流，约每秒 200 次（其中 API 约 40 次）；请降低频率",
        "later",
        "rate_limit",
        Limit("account", "shortly"),
    ),
    "-4003": Advice("请改用升级后的字符串商品 ID", "never", "argument"),
    "isv.*": Advice("调用方的错误，原因见 sub_msg", "never", "business"),
}
"""By `sub_code`, and by codes inside of replies; methods have more of their own."""
