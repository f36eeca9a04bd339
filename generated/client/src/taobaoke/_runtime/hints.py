"""Names for annotations, imported when `typing.get_type_hints` asks for them.

It looks into the modules of functions, which import only what a client needs to be made.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ssl import SSLContext as SSLContext

    from .http import AsyncTransport as AsyncTransport
    from .http import Transport as Transport
    from .limiter import Limiter as Limiter
    from .many import AsyncMany as AsyncMany
    from .many import Many as Many
    from .models import Response as Response
    from .pulls import AsyncPull as AsyncPull
    from .pulls import Pull as Pull
    from .retry import RetryPolicy as RetryPolicy

_HOMES = {
    "AsyncMany": ".many",
    "AsyncPull": ".pulls",
    "AsyncTransport": ".http",
    "Limiter": ".limiter",
    "Many": ".many",
    "Pull": ".pulls",
    "Response": ".models",
    "RetryPolicy": ".retry",
    "SSLContext": "ssl",
    "Transport": ".http",
}

if not TYPE_CHECKING:  # or type checkers would take every name for good

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name], __package__), name)
