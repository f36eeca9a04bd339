"""The mock without a server: what answers, beside what tests order and ask."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from . import asgi
from .arguments import UPLOADED
from .checks import APP_KEY, APP_SECRET, SESSION, Call, Settings
from .control import CONTROL, control
from .errors import BookError
from .gateway import Gateway, State
from .hints import log_page
from .hosts import checked_name, refusal
from .http import Reply, Request, plain
from .journal import CALLS
from .limits import Quota
from .memory import Told
from .surface import Surface
from .tokens import LIFETIME, METHODS, REFRESHABLE, Lifetimes


class Mock(Surface):
    """模拟网关本身，不开端口；也是 ASGI 应用，可交给任何 ASGI 服务器或进程内的客户端。

    The gateway without a server. It is an ASGI application.
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
        qps: int | None = None,
        per_day: int | None = None,
        token_lifetime: int = LIFETIME,
        refresh_lifetime: int = REFRESHABLE,
        journal: int = CALLS,
        samples: bool = False,
        orders: int | None = None,
        seed: int | None = None,
        state: str | Path | None = None,
    ) -> None:
        """See `MockServer`, which has the same options."""
        super().__init__(
            sessions,
            Quota(qps, per_day),
            Lifetimes(token_lifetime, refresh_lifetime),
            journal,
            Told(state, orders, seed, samples),
        )
        self._allowed = frozenset(map(checked_name, allow_hosts))
        settings = Settings(app_key, app_secret, check_clock, simplify_root, results, content_type)
        self._gateway = Gateway(
            settings,
            self._rules,
            self._journal,
            self._limits,
            self._sessions,
            self.clock,
            self._states(samples=samples),
        )

    def _states(self, *, samples: bool) -> Mapping[str, State]:
        """What answers methods that do not answer their sample."""
        tokens = dict.fromkeys(
            METHODS, lambda call: self._sessions.answer(call.method.name, call.given, call.now)
        )
        if samples:
            return tokens
        from .state.state import HANDLERS, answer  # takes a while to import

        def remembered(call: Call) -> Mapping[str, Any]:
            given = call.given
            if call.form.files:
                given = {name: given[name] for name in given if given[name] is not UPLOADED}
            return answer(call.method.name, given, self._memory.open(), call.notes)

        return dict.fromkeys(HANDLERS, remembered) | tokens

    def answer(self, request: Request) -> Reply:
        """对一个请求的回复。"""
        reply = refusal(request, self._allowed)
        if reply is None and request.path.startswith(CONTROL):
            reply = control(request, self)
        if reply is not None:
            log_page(request, reply)
            return reply
        try:
            with self._lock:
                return self._gateway.answer(request)
        except BookError as error:
            return plain(f"{error}\n", 500)

    async def __call__(self, scope: asgi.Scope, receive: asgi.Receive, send: asgi.Send) -> None:
        """ASGI."""
        await asgi.serve(self.answer, scope, receive, send)
