"""All errors of the package."""

# ruff: noqa: N818 - every class here is an error; the names say which

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from .._product import NAME, RootError
from .._words import LIMIT_SCOPES, ErrorClass, LimitScope, LimitSpan, Retry
from .advice import Limit, PermissionPackage
from .attempt import Attempt

if TYPE_CHECKING:
    from .models import Response

_HELD = re.compile(r"scope ids is ([\d\s]+)")
_NOT_ABOUT_PACKAGES = "permission-ip-whitelist-limit"
_NO_SOLUTION = "规范没有收录这个错误；按 msg 与 sub_msg 处理，或凭 request_id 向平台查询"
_LONGEST_PART = 1000
_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))}


def loggable(text: str) -> str:
    """A part of an error as one line: what a server says must not forge a line of a log."""
    if len(text) > _LONGEST_PART:
        text = f"{text[:_LONGEST_PART]}…（共 {len(text)} 字符）"
    return text.translate(_CONTROLS)


class InvalidSettings(RootError, ValueError):
    """Wrong settings of a client, a retry policy or a limiter.

    客户端、重试策略或限流器的设置有误；`problems` 列出全部问题。
    """

    def __init__(self, of: str, problems: tuple[str, ...]) -> None:
        super().__init__(of, problems)
        self.problems = problems

    def __str__(self) -> str:
        of, problems = self.args
        return _listed(f"{of}: invalid settings / 设置有误", problems)


class InvalidArguments(RootError, ValueError):
    """Wrong arguments; nothing was sent.

    参数有误，请求没有发出；`problems` 列出全部问题。
    """

    def __init__(self, method: str, problems: tuple[str, ...]) -> None:
        super().__init__(method, problems)
        self.method = method
        self.problems = problems

    def __str__(self) -> str:
        return _listed(f"{self.method}: invalid arguments / 参数有误，请求未发送", self.problems)


def _listed(title: str, problems: Iterable[str]) -> str:
    return "\n".join([title, *(f"- {problem}" for problem in problems)])


class Gap(NamedTuple):
    """A window that could not be read, and why.

    没有取到的时段，以及原因。
    """

    start: datetime
    end: datetime
    error: Exception


class IncompletePull(RootError):
    """Some windows could not be read; everything else was given.

    有的时段没有取到，其余的都已给出；`gaps` 是这些时段与各自的原因，`token` 里也记着它们。
    """

    def __init__(self, method: str, gaps: tuple[Gap, ...]) -> None:
        super().__init__(method, gaps)
        self.method = method
        self.gaps = gaps

    def __str__(self) -> str:
        told = "windows are missing / 有的时段没有取到，其余已给出；下次带着 token 会先补上能补的"
        spans = (f"{gap.start:%F %T} 至 {gap.end:%F %T}：{gap.error}" for gap in self.gaps)
        return _listed(f"{self.method}: {told}", spans)


class Unanswered(RootError):
    """The reply holds no answer for a value.

    调用成功，应答里却没有回答这个值的元素；`value` 是这个值的写法。
    """

    def __init__(self, method: str, value: str) -> None:
        super().__init__(method, value)
        self.method = method
        self.value = value

    def __str__(self) -> str:
        told = "核对这个值；平台给不出的值，有的 API 不报错而只是略去"
        return f"{self.method}: unanswered / 应答里没有回答 {loggable(self.value)} 的元素；{told}"


class WrongEventLoop(RootError, RuntimeError):
    """The connections belong to another event loop.

    异步客户端的连接属于另一个事件循环。
    """

    def __str__(self) -> str:
        return (
            "wrong event loop / AsyncClient 的连接属于另一个事件循环：请在每个循环里新建客户端，"
            "或在前一个循环结束之前先 await client.close()"
        )


class MissingPackage(RootError, ImportError):
    """A package is missing that an optional part needs.

    缺少可选功能所需的包。
    """

    def __init__(self, part: str, package: str, extra: str) -> None:
        super().__init__(part, package, extra)

    def __str__(self) -> str:
        part, package, extra = self.args
        return f"missing package / {part} 需要 {package}，请安装：pip install '{NAME}[{extra}]'"


class CallError(RootError):
    """A call that was begun and failed.

    调用已经开始而失败。`attempts` 是各次发送，空表示没有发送；`is_write` 表示这个 API 不幂等。
    """

    method: str
    is_write = False
    """API 是否会改变数据（规范标为非幂等，或规范没有收录）。"""
    attempts: tuple[Attempt, ...] = ()
    retry_after: float | None = None
    """平台要求等待的秒数；None 表示它没有说。"""

    @property
    def may_have_taken_effect(self) -> bool:
        """Whether a write may have been done although this error came.

        写操作是否可能已生效；为 True 时，重发前请先核实。
        """
        return False

    @property
    def summary(self) -> str:
        """The failure in a few words.

        一句话的失败原因。
        """
        return type(self).__name__

    def _told(self, parts: Iterable[str]) -> str:
        """The whole text: what the error says, and what all failed calls have in common."""
        fate = "写操作可能已生效，重发前请先核实" if self.may_have_taken_effect else ""
        times = f"共发送 {len(self.attempts)} 次" if len(self.attempts) > 1 else ""
        return " | ".join(loggable(part) for part in (*parts, fate, times) if part)


class TransportError(CallError):
    """No usable reply: connection, timeout, HTTP status, or a body that is no reply of the gateway.

    没有得到可用的应答：连接失败、超时、HTTP 状态码异常，或正文不是网关的应答。
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

    @property
    def summary(self) -> str:
        return self.reason

    @property
    def may_have_taken_effect(self) -> bool:
        return self.sent and self.is_write

    def __str__(self) -> str:
        return self._told(
            (
                f"{self.method}: no usable reply / 没有可用的应答：{self.reason}",
                f"正文开头：{self.excerpt}" if self.excerpt else "",
                self._what_to_do(),
                "" if self.sent else "请求没有发出",
            )
        )

    def _what_to_do(self) -> str:
        if not self.passing:
            return "原样重发多半无用，请先处理上述原因"
        return "" if self.may_have_taken_effect else "可能自行恢复，稍后再试"


class GatewayError(CallError):
    """The platform refused the call, or the call failed there.

    平台拒绝了调用，或业务处理失败；应答本身成功而内容报告失败时，`response` 是该应答。
    """

    response: Response | None = None
    see: tuple[str, ...] = ()
    """规范指出的公开文档：标题与网址。"""
    is_documented = True
    """规范或平台的资料是否收录了这个错误码。"""
    _headline = "refused by the platform / 平台拒绝"

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

    @property
    def summary(self) -> str:
        codes = f"code={self.code}", self.sub_code and f"sub_code={self.sub_code}"
        return " ".join(filter(None, codes))

    @property
    def may_have_taken_effect(self) -> bool:
        # One that may pass by itself happened on the way, and of an unknown one nobody can tell.
        doubtful = self.error_class == "temporary" or not self.is_documented
        return self.is_write and doubtful

    def __str__(self) -> str:
        return self._told(
            (
                f"{self.method}: {self._headline}：code={self.code} {self.msg}".rstrip(),
                (
                    f"sub_code={self.sub_code} {self.sub_msg}".rstrip()
                    if self.sub_code
                    else self.sub_msg
                ),
                f"request_id={self.request_id}" if self.request_id else "",
                f"解决办法：{self.solution or _NO_SOLUTION}",
                *(f"参见 {document}" for document in self.see),
                self._hint(),
            )
        )

    def _hint(self) -> str:
        """What a class of errors adds to the text."""
        return ""


class PermissionDenied(GatewayError):
    """The app, user or partner lacks a permission.

    没有权限；应用有 `packages` 中任何一个权限包即可调用此 API，`held` 是它已经持有的权限包。
    """

    _headline = "no permission / 没有权限"

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

    调用过于频繁或配额用尽，不论由谁报告。`scope` 是哪些调用合并计数：account 同一账号，
    app 同一应用，method 同一 API，user 同一授权用户，partner 同一合作方；None 表示不知道。
    """

    limit: Limit | None = None
    """规范写明的限流范围与时长。"""
    until: datetime | None = None
    """限流到什么时候为止，北京时间；None 表示不知道。"""
    _headline = "rate limited / 被限流"

    @property
    def scope(self) -> LimitScope | None:
        """哪些调用合并计数。"""
        return self.limit.scope if self.limit else None

    @property
    def lasts(self) -> LimitSpan | None:
        """时长：told 见 retry_after，today 到次日为止，shortly 片刻，unknown 资料未说明。"""
        return self.limit.lasts if self.limit else None

    def _hint(self) -> str:
        parts = (
            f"限流范围：{LIMIT_SCOPES[self.scope]}" if self.scope else "",
            f"{self.retry_after:g} 秒后解除" if self.retry_after is not None else "",
            f"到北京时间 {self.until:%Y-%m-%d %H:%M:%S} 为止" if self.until else "",
        )
        return "，".join(part for part in parts if part)


class HeldBack(RateLimited):
    """The client's own limiter held the call back; nothing was sent.

    被客户端自己的限流器拦下，请求没有发出：在期限之内轮不到它，或平台的封禁还没有结束。
    """

    _headline = "held back by the limiter / 被限流器拦下"

    def __init__(self, method: str, limit: Limit | None, retry_after: float | None) -> None:
        super().__init__(method, "")
        self.args = (method, limit, retry_after)
        self.limit = limit
        self.retry_after = retry_after

    @property
    def may_have_taken_effect(self) -> bool:
        return False

    def __str__(self) -> str:
        before = self.attempts[-1].failure if self.attempts else None
        fate = f"重发没有发出，之前的发送：{before}" if before else "请求没有发出"
        return self._told((f"{self.method}: {self._headline}，{fate}", self._hint()))


class InvalidSignature(GatewayError):
    """The signature is wrong.

    签名不对；`explanation` 逐步说明这次请求的签名过程，密钥与 session 以星号代替。
    """

    _headline = "invalid signature / 签名不对"

    explanation = ""

    def _hint(self) -> str:
        return "签名过程见 error.explanation" if self.explanation else ""


class InvalidAppKey(GatewayError):
    """The app key is unknown to this environment.

    AppKey 不存在，或与环境不符；`gateway` 是这次请求的地址。
    """

    _headline = "invalid app key / AppKey 不对"

    gateway = ""

    def _hint(self) -> str:
        return f"gateway={self.gateway}" if self.gateway else ""


class InvalidMethod(GatewayError):
    """No such method.

    API 不存在或已下线。
    """

    _headline = "no such method / 没有这个 API"


class InvalidSession(GatewayError):
    """The user's authorisation is missing, wrong or expired.

    用户授权缺失、无效或已过期。
    """

    _headline = "invalid session / 用户授权无效"


class InvalidTimestamp(GatewayError):
    """The caller's clock is off.

    时间戳与网关相差过大。
    """

    _headline = "invalid timestamp / 时间戳不对"


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

    _headline = "missing arguments / 缺少参数"


class RejectedArguments(_ArgumentError):
    """The gateway does not accept an argument.

    网关认为参数不合法。
    """

    _headline = "arguments refused / 参数不被接受"


class ServiceUnavailable(GatewayError):
    """The gateway itself is unavailable for a moment.

    网关暂时不可用。
    """

    _headline = "service unavailable / 网关暂时不可用"


class BusinessError(GatewayError):
    """The call reached the business service and failed there.

    业务处理失败，原因见 sub_code 与 sub_msg。
    """

    _headline = "failed in the business / 业务处理失败"


class OldItemId(BusinessError):
    """A numeric item id where only the new text id works.

    请改用升级后的字符串商品 ID。
    """

    _headline = "old item id / 商品 ID 是旧的"


ABOUT_EVERY_CALL = (
    *(RateLimited, PermissionDenied, InvalidSession, InvalidSignature, InvalidAppKey),
    *(InvalidMethod, InvalidTimestamp, MissingArguments),
)
"""Errors that other calls of the same kind would meet as well."""
