"""All errors of the package."""

# ruff: noqa: N818 - every class here is an error; the names say which

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from .._product import RootError
from .._words import ErrorClass, LimitScope, LimitSpan, Retry
from .advice import Limit, PermissionPackage

if TYPE_CHECKING:
    from .models import Response

_BAN = re.compile(r"ban will last for (\d{1,9})(?!\d)")
_HELD = re.compile(r"scope ids is ([\d\s]+)")
_NOT_ABOUT_PACKAGES = "permission-ip-whitelist-limit"


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

    平台拒绝了调用，或业务处理失败；应答本身成功而内容报告失败时，`response` 是该应答。
    """

    response: Response | None = None
    see: tuple[str, ...] = ()
    """规范指出的公开文档：标题与网址。"""

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
        error_class: ErrorClass | None = None,
    ) -> None:
        super().__init__(
            method, code, sub_code, msg, sub_msg, request_id, solution, retry, error_class
        )
        self.method = method
        self.code = code
        self.sub_code = sub_code
        self.msg = msg
        self.sub_msg = sub_msg
        self.request_id = request_id
        """向平台反馈问题时要给出它。"""
        self.solution = solution
        """规范里写明的解决办法。"""
        self.retry: Retry = retry
        """重试类别。"""
        self.error_class: ErrorClass | None = error_class
        """错误的大类；None 表示规范没有收录这个错误。"""

    def __str__(self) -> str:
        parts = [
            f"{self.method}: code={self.code} {self.msg}".rstrip(),
            f"sub_code={self.sub_code} {self.sub_msg}".rstrip() if self.sub_code else self.sub_msg,
            f"request_id={self.request_id}" if self.request_id else "",
            f"解决办法：{self.solution}" if self.solution else "",
            *(f"参见 {document}" for document in self.see),
            self._hint(),
        ]
        return " | ".join(part for part in parts if part)

    def _hint(self) -> str:
        """What a class of errors adds to the text."""
        return ""


class PermissionDenied(GatewayError):
    """The app, user or partner lacks a permission.

    没有权限；应用有 `packages` 中任何一个权限包即可调用此 API，`held` 是它已经持有的权限包。
    """

    packages: tuple[PermissionPackage, ...] = ()
    """有其一即可的权限包，来自规范，旧包在后；空表示规范没有收录，或这次拒绝与权限包无关。"""
    page: str | None = None
    """此 API 在平台上的文档；`packages` 为空而文档编号已知时才有。"""

    @property
    def held(self) -> tuple[str, ...]:
        """应用已经持有的权限包的编号，来自 sub_msg；不必再申请。"""
        found = _HELD.search(self.sub_msg)
        return tuple(found[1].split()) if found else ()

    @property
    def is_about_packages(self) -> bool:
        """Whether the app lacks a package, and not some other right.

        是否因为缺少权限包；IP 不在白名单等其他原因为 False。
        """
        if "api-package" in (self.sub_code or "") or self.held:
            return True
        return self.code == "11" and _NOT_ABOUT_PACKAGES not in (self.sub_code or "")

    def _hint(self) -> str:
        if not self.is_about_packages:
            return ""
        others = [package for package in self.packages if package.id not in self.held]
        if others:
            told = f"{'有其一即可的' if len(others) > 1 else '要申请的'}权限包："
            told += "、".join(map(str, others))
        elif self.packages:
            told = "规范所知的权限包应用都已持有，资料可能已经过时，请在平台核对"
        else:
            place = self.page or "此 API 在平台上的文档"
            told = f"规范没有收录含此 API 的权限包，请查看 {place}"
        held = f"；应用已持有 {'、'.join(self.held)}，不必再申请" if self.held else ""
        return told + held


class RateLimited(GatewayError):
    """Too many calls.

    调用过于频繁或配额用尽。`scope` 是哪些调用合并计数：account 同一账号，app 同一应用，
    method 同一 API，user 同一授权用户，partner 同一合作方；None 表示不知道。
    """

    limit: Limit | None = None
    """规范写明的限流范围与时长。"""
    until: datetime | None = None
    """限流到什么时候为止，北京时间；None 表示不知道。"""

    @property
    def scope(self) -> LimitScope | None:
        """哪些调用合并计数。"""
        return self.limit.scope if self.limit else None

    @property
    def lasts(self) -> LimitSpan | None:
        """时长：told 见 retry_after，today 到次日为止，shortly 片刻，unknown 资料未说明。"""
        return self.limit.lasts if self.limit else None

    @property
    def retry_after(self) -> int | None:
        """平台要求等待的秒数；None 表示它没有说。"""
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

    业务处理失败，原因见 sub_code 与 sub_msg。
    """


class OldItemId(BusinessError):
    """A numeric item id where only the new text id works.

    请改用升级后的字符串商品 ID。
    """
