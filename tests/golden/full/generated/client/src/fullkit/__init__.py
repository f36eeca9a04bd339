"""Typed client of the Every key gateway.

全项开放平台的 Python 客户端：`Client` 同步，`AsyncClient` 异步。
名称在第一次用到时才导入，`import fullkit` 本身几乎不花时间。
"""

from importlib import import_module
from typing import TYPE_CHECKING

from ._product import VERSION as __version__

if TYPE_CHECKING:
    from . import types
    from ._runtime.advice import Limit, PermissionPackage
    from ._runtime.attempt import Attempt
    from ._runtime.errors import (
        BusinessError,
        CallError,
        Gap,
        GatewayError,
        HeldBack,
        IncompletePull,
        InvalidAppKey,
        InvalidArguments,
        InvalidMethod,
        InvalidSession,
        InvalidSettings,
        InvalidSignature,
        InvalidTimestamp,
        MissingArguments,
        MissingPackage,
        OldItemId,
        PermissionDenied,
        RateLimited,
        RejectedArguments,
        ServiceUnavailable,
        TransportError,
        Unanswered,
        WrongEventLoop,
    )
    from ._runtime.http import (
        AsyncTransport,
        HttpFailure,
        HttpReply,
        HttpRequest,
        Transport,
    )
    from ._runtime.file import File
    from ._runtime.limiter import Limiter
    from ._runtime.many import Answer, AsyncMany, Many
    from ._runtime.models import (
        Failed,
        Model,
        PagedResponse,
        Response,
        SplitResponse,
    )
    from ._runtime.paging import PagingError
    from ._runtime.pid import Pid
    from ._runtime.pulls import AsyncPull, Pull
    from ._runtime.retry import RetryPolicy
    from ._runtime.windows import Rate
    from ._product import FullError
    from ._words import ErrorClass, LimitScope, LimitSpan, Retry
    from .async_client import AsyncClient
    from .client import Client
    from .platform import GATEWAYS

__all__ = [
    "GATEWAYS",
    "Answer",
    "AsyncClient",
    "AsyncMany",
    "AsyncPull",
    "AsyncTransport",
    "Attempt",
    "BusinessError",
    "CallError",
    "Client",
    "ErrorClass",
    "Failed",
    "File",
    "Gap",
    "GatewayError",
    "HeldBack",
    "HttpFailure",
    "HttpReply",
    "HttpRequest",
    "IncompletePull",
    "InvalidAppKey",
    "InvalidArguments",
    "InvalidMethod",
    "InvalidSession",
    "InvalidSettings",
    "InvalidSignature",
    "InvalidTimestamp",
    "Limit",
    "LimitScope",
    "LimitSpan",
    "Limiter",
    "Many",
    "MissingArguments",
    "MissingPackage",
    "Model",
    "OldItemId",
    "PagedResponse",
    "PagingError",
    "PermissionDenied",
    "PermissionPackage",
    "Pid",
    "Pull",
    "Rate",
    "RateLimited",
    "RejectedArguments",
    "Response",
    "Retry",
    "RetryPolicy",
    "ServiceUnavailable",
    "SplitResponse",
    "FullError",
    "Transport",
    "TransportError",
    "Unanswered",
    "WrongEventLoop",
    "__version__",
    "types",
]

_HOMES = {
    "Answer": "_runtime.many",
    "AsyncClient": "async_client",
    "AsyncMany": "_runtime.many",
    "AsyncPull": "_runtime.pulls",
    "AsyncTransport": "_runtime.http",
    "Attempt": "_runtime.attempt",
    "Client": "client",
    "ErrorClass": "_words",
    "Failed": "_runtime.models",
    "File": "_runtime.file",
    "GATEWAYS": "platform",
    "HttpFailure": "_runtime.http",
    "HttpReply": "_runtime.http",
    "HttpRequest": "_runtime.http",
    "Limit": "_runtime.advice",
    "LimitScope": "_words",
    "LimitSpan": "_words",
    "Limiter": "_runtime.limiter",
    "Many": "_runtime.many",
    "Model": "_runtime.models",
    "PagedResponse": "_runtime.models",
    "PagingError": "_runtime.paging",
    "PermissionPackage": "_runtime.advice",
    "Pid": "_runtime.pid",
    "Pull": "_runtime.pulls",
    "Rate": "_runtime.windows",
    "Response": "_runtime.models",
    "Retry": "_words",
    "RetryPolicy": "_runtime.retry",
    "SplitResponse": "_runtime.models",
    "FullError": "_product",
    "Transport": "_runtime.http",
}
"""Modules by name; every other name is an error."""

if not TYPE_CHECKING:  # or type checkers would take every name for good

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        if name == "types":
            return import_module(".types", __name__)
        module = import_module(f".{_HOMES.get(name, '_runtime.errors')}", __name__)
        value = globals()[name] = getattr(module, name)
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
