"""All errors of the package."""

# ruff: noqa: N818 - every class here is an error; the names say which

from __future__ import annotations

import functools
import html
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from .._product import RootError
from .._words import Retry
from ..platform import ERRORS, SUB_ERRORS
from .advice import Advice

if TYPE_CHECKING:
    from .models import Response

_BAN = re.compile(r"ban will last for (\d+)")
_SCOPES = re.compile(r"scope ids is ([\d\s]+)")
_NO_ADVICE = Advice("", "never")


class InvalidArguments(RootError, ValueError):
    """Wrong arguments; nothing was sent.

    参数有误，请求没有发出；`problems` 列出全部问题。
    """

    def __init__(self, method: str, problems: tuple[str, ...]) -> None:
        super().__init__(method, problems)
        self.method = method
        self.problems = problems

    def __str__(self) -> str:
        lines = "\n".join(f"- {problem}" for problem in self.problems)
        return f"{self.method}: invalid arguments / 参数有误，请求未发送\n{lines}"


class TransportError(RootError):
    """No usable reply: connection, timeout, HTTP status, or a body that is not JSON.

    没有得到可用的应答：连接失败、超时、HTTP 状态码异常，或正文不是 JSON。
    """

    def __init__(
        self,
        method: str,
        reason: str,
        *,
        status: int | None = None,
        excerpt: str = "",
        sent: bool = True,
        passing: bool = True,
    ) -> None:
        super().__init__(method, reason)
        self.method = method
        self.reason = reason
        self.status = status
        """HTTP 状态码。"""
        self.excerpt = excerpt
        """正文的开头。"""
        self.sent = sent
        """请求是否可能已到达网关；False 表示一定没有。"""
        self.passing = passing
        """是否可能自行恢复。"""

    def __str__(self) -> str:
        shown = f"；正文开头：{self.excerpt}" if self.excerpt else ""
        fate = "请求可能已生效，重发写操作前请先核实" if self.sent else "请求没有发出"
        return f"{self.method}: transport failure / 传输失败：{self.reason}{shown}；{fate}"


class GatewayError(RootError):
    """The platform refused the call, or the call failed there.

    平台拒绝了调用，或业务处理失败。
    """

    def __init__(
        self,
        method: str,
        code: str,
        sub_code: str | None = None,
        msg: str = "",
        sub_msg: str = "",
        request_id: str | None = None,
        solution: str = "",
        retry: Retry = "never",
    ) -> None:
        super().__init__(method, code, sub_code, msg, sub_msg, request_id, solution, retry)
        self.method = method
        self.code = code
        self.sub_code = sub_code
        self.msg = msg
        self.sub_msg = sub_msg
        self.request_id = request_id
        """向平台反馈问题时要给出它。"""
        self.solution = solution
        """规范里写明的解决办法。"""
        self.retry = retry
        """重试类别。"""

    def __str__(self) -> str:
        parts = [
            f"{self.method}: code={self.code} {self.msg}".rstrip(),
            f"sub_code={self.sub_code} {self.sub_msg}".rstrip() if self.sub_code else self.sub_msg,
            f"request_id={self.request_id}" if self.request_id else "",
            f"解决办法：{self.solution}" if self.solution else "",
            self._hint(),
        ]
        return " | ".join(part for part in parts if part)

    def _hint(self) -> str:
        """What a class of errors adds to the text."""
        return ""


class PermissionDenied(GatewayError):
    """The app, user or partner lacks a permission.

    没有权限；`scopes` 是需要申请的权限包编号。
    """

    @property
    def scopes(self) -> tuple[str, ...]:
        found = _SCOPES.search(self.sub_msg)
        return tuple(found[1].split()) if found else ()


class RateLimited(GatewayError):
    """Too many calls.

    调用过于频繁或配额用尽；`retry_after` 是平台要求等待的秒数。
    """

    @property
    def retry_after(self) -> int | None:
        found = _BAN.search(self.sub_msg) or _BAN.search(self.msg)
        return int(found[1]) if found else None


class InvalidSignature(GatewayError):
    """The signature is wrong.

    签名不对；`explanation` 逐步说明这次请求的签名过程，密钥与 session 以星号代替。
    """

    explanation = ""

    def _hint(self) -> str:
        return "签名过程见 error.explanation" if self.explanation else ""


class InvalidAppKey(GatewayError):
    """The app key is unknown to this environment.

    AppKey 不存在，或与环境不符；`gateway` 是这次请求的地址。
    """

    gateway = ""

    def _hint(self) -> str:
        return f"gateway={self.gateway}" if self.gateway else ""


class InvalidMethod(GatewayError):
    """No such method.

    API 不存在或已下线。
    """


class InvalidSession(GatewayError):
    """The user's authorisation is missing, wrong or expired.

    用户授权缺失、无效或已过期。
    """


class InvalidTimestamp(GatewayError):
    """The caller's clock is off.

    时间戳与网关相差过大。
    """


class _ArgumentError(GatewayError):
    @property
    def argument(self) -> str | None:
        """网关点名的参数。"""
        _, colon, name = self.msg.partition(":")
        return name.strip() if colon else None


class MissingArguments(_ArgumentError):
    """The gateway misses an argument.

    网关认为缺少参数。
    """


class RejectedArguments(_ArgumentError):
    """The gateway does not accept an argument.

    网关认为参数不合法。
    """


class ServiceUnavailable(GatewayError):
    """The gateway itself is unavailable for a moment.

    网关暂时不可用。
    """


class BusinessError(GatewayError):
    """The call reached the business service and failed there.

    业务处理失败，原因见 sub_code 与 sub_msg；应答本身成功而内容报告失败时，`response` 是该应答。
    """

    response: Response | None = None


class OldItemId(BusinessError):
    """A numeric item id where only the new text id works.

    请改用升级后的字符串商品 ID。
    """


_BY_CODE: Mapping[str, type[GatewayError]] = {
    **dict.fromkeys(("4", "5", "6", "7", "8"), RateLimited),
    "10": ServiceUnavailable,
    **dict.fromkeys(("11", "12", "13", "42"), PermissionDenied),
    **dict.fromkeys(("15", "50"), BusinessError),
    **dict.fromkeys(("21", "22"), InvalidMethod),
    **dict.fromkeys(("24", "25"), InvalidSignature),
    **dict.fromkeys(("26", "27", "44"), InvalidSession),
    **dict.fromkeys(("28", "29"), InvalidAppKey),
    **dict.fromkeys(("30", "31"), InvalidTimestamp),
    "40": MissingArguments,
    **dict.fromkeys(("41", "43"), RejectedArguments),
}
_BY_SUB_CODE: Mapping[str, type[GatewayError]] = {"-4003": OldItemId, "9100": RateLimited}


def gateway_error(method: str, body: Mapping[str, str], own: Mapping[str, Advice]) -> GatewayError:
    """The error of an `error_response`, with the advice of the method (`own`) or the platform."""
    code, sub_code = _text(body.get("code")), _text(body.get("sub_code"))
    advice = advise(code, sub_code, own)
    kind = _BY_SUB_CODE.get(sub_code) or _BY_CODE.get(code, GatewayError)
    return kind(
        method,
        code,
        sub_code or None,
        _text(body.get("msg")),
        _text(body.get("sub_msg")),
        _text(body.get("request_id")) or None,
        advice.solution,
        advice.retry,
    )


def advise(code: str, sub_code: str, own: Mapping[str, Advice]) -> Advice:
    """The most specific advice: by the method, by the platform for the sub code, for the code."""
    for key in filter(None, (sub_code, code)):
        if key in own:
            return own[key]
    advice = _sub_code_advice(sub_code) if sub_code else None
    advice = advice or ERRORS.get(code, _NO_ADVICE)
    return advice if advice.retry != "sub_code" else Advice(advice.solution, "never")


def _sub_code_advice(sub_code: str) -> Advice | None:
    matching = [key for key in SUB_ERRORS if _pattern(key).fullmatch(sub_code)]
    return SUB_ERRORS[max(matching, key=len)] if matching else None


@functools.cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(part) for part in key.split("*")), re.DOTALL)


def _text(value: str | None) -> str:
    """The gateway escapes its messages for HTML, even in JSON."""
    return html.unescape(value or "")
