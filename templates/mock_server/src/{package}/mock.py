"""The mock as tests see it: what can be ordered, and what came."""

import threading
from collections.abc import Collection, Iterable
from typing import Any

from . import asgi
from .checks import APP_KEY, APP_SECRET, SESSION, Settings
from .clock import Clock
from .control import CONTROL, control
from .gateway import Gateway
from .hosts import refusal
from .http import Reply, Request
from .journal import Journal, RecordedRequest
from .knowledge import platform
from .limits import Limits
from .rules import ANY, Rules
from .tokens import Sessions


class Mock:
    """模拟网关本身：不开端口，也可以当作 ASGI 应用。

    The gateway without a server; it is an ASGI application.
    """

    def __init__(
        self,
        app_key: str = APP_KEY,
        app_secret: str = APP_SECRET,
        *,
        sessions: Iterable[str] = (SESSION,),
        check_clock: bool = True,
        simplify_root: bool = False,
        results: int | None = None,
        content_type: str | None = None,
        allow_hosts: Collection[str] = (),
    ) -> None:
        self._lock = threading.Lock()
        self._rules = Rules()
        self._journal = Journal()
        self._allowed = frozenset(name.lower() for name in allow_hosts)
        settings = Settings(app_key, app_secret, check_clock, simplify_root, results, content_type)
        self._gateway = Gateway(
            settings, self._rules, self._journal, Limits(), Sessions(sessions), Clock()
        )

    @property
    def requests(self) -> tuple[RecordedRequest, ...]:
        """到目前为止收到的调用，最早的在前；session 已隐去。"""
        with self._lock:
            return self._journal.requests

    def reply(self, method: str, content: dict[str, Any], *, times: int | None = None) -> None:
        """以后（或接下来 times 次）调用 method 时回复 content，即响应根之内的内容。

        列表可以不带外层；规范里没有的方法也可以。
        Lists may be bare, and the method may be one that no spec knows.
        """
        with self._lock:
            self._rules.replies.put(method, content, times)

    def fail(
        self, method: str, code: str, *, times: int | None = None, sub_msg: str | None = None
    ) -> None:
        """以后（或接下来 times 次）调用 method 时出错；"*" 表示所有方法。

        `code` is one of: 7 | 15:isv.invalid-parameter | 2007 | isv.CODE | CODE | http-502 |
        timeout | timeout-3 | disconnect | bad-json | empty. CODE is one of the method's own,
        which the gateway sends with its prefix or without.
        """
        known = method in (ANY, *platform()["methods"]) or self._rules.knows(method)
        if not known:
            raise ValueError(f"没有方法 {method!r} (no such method); 先用 reply() 给它一个回复")
        self.order_fault(method, code, times=times, sub_msg=sub_msg)

    def order_fault(
        self, method: str, code: str, *, times: int | None = None, sub_msg: str | None = None
    ) -> None:
        """The same for any method."""
        with self._lock:
            self._rules.faults.put(method, self._rules.fault(code, sub_msg, method), times)

    def reset(self) -> None:
        """忘掉所有的回复、故障和记录。"""
        with self._lock:
            self._rules.clear()
            self._journal.clear()

    def answer(self, request: Request) -> Reply:
        """对一个请求的回复。"""
        if (refused := refusal(request, self._allowed)) is not None:
            return refused
        if request.path.startswith(CONTROL):
            return control(request, self)
        with self._lock:
            return self._gateway.answer(request)

    async def __call__(self, scope: asgi.Scope, receive: asgi.Receive, send: asgi.Send) -> None:
        """ASGI."""
        await asgi.serve(self.answer, scope, receive, send)
