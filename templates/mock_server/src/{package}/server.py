"""The mock as a server in a thread."""

import os
import socket
import threading
from collections.abc import Collection, Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from ._product import NAME
from .checks import APP_KEY, APP_SECRET, SESSION
from .control import is_large, is_slow
from .http import HttpLimits
from .journal import CALLS
from .mock import Mock
from .pages import PATH
from .runner import Runner
from .tokens import LIFETIME, REFRESHABLE


class MockServer(Mock):
    """模拟网关，在线程里运行，用作上下文管理器。

    A stub of the gateway that runs in a thread::

        with MockServer() as server:
            server.fail("*", code="7", times=1)
            ...  # call server.url
            assert server.requests[0].error == "7"
    """

    def __init__(
        self,
        app_key: str = APP_KEY,
        app_secret: str = APP_SECRET,
        *,
        sessions: Iterable[str] = (SESSION,),
        host: str = "127.0.0.1",
        port: int = 0,
        check_clock: bool = True,
        simplify_root: bool = False,
        results: int | None = None,
        keep_alive: bool = True,
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
        limits: HttpLimits = HttpLimits(),  # noqa: B008 – frozen
    ) -> None:
        """Bind the address; `start` or `with` begins to answer.

        Args:
            app_key: 唯一认识的 AppKey。
            app_secret: 它的 AppSecret。
            sessions: 有效的 session。
            host: 监听的地址。
            port: 监听的端口，0 表示任选一个空闲的。
            check_clock: 是否检查 timestamp 与本机及 clock 的时间之差。
            simplify_root: 精简 JSON 是否保留最外层（真网关不保留）。
            results: 回复示例的分页方法一共有几条结果；不给则与示例相同。
            keep_alive: 是否保持连接。
            content_type: JSON 回复的 Content-Type；不给则与真网关相同。
            allow_hosts: 除本机的名字外，还允许用哪些主机名访问。
            qps: 每个方法每秒最多几次，超过就封禁 1 秒；不给则不限。
            per_day: 所有方法每天最多几次，超过就封禁到北京时间零点；不给则不限。
            token_lifetime: 由授权码换得的 session 有效几秒。
            refresh_lifetime: 刷新令牌有效几秒。
            journal: 记住最近几次调用。
            samples: 所有方法都回复文档的示例，而不是从状态里回答。
            orders: 最近 90 天里有几个订单，0 表示没有；不给则每小时几个。
            seed: 订单由它生成，相同的 seed 得到相同的订单。
            state: 把状态存进这个文件，下次启动时还在；不给则在内存里。
            limits: 对连接和请求的限制。
        """
        super().__init__(
            app_key,
            app_secret,
            sessions=sessions,
            check_clock=check_clock,
            simplify_root=simplify_root,
            results=results,
            content_type=content_type,
            allow_hosts=allow_hosts,
            qps=qps,
            per_day=per_day,
            token_lifetime=token_lifetime,
            refresh_lifetime=refresh_lifetime,
            journal=journal,
            samples=samples,
            orders=orders,
            seed=seed,
            state=state,
        )
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.create_server((host, port), family=family, backlog=1024)
        self._address = listener.getsockname()
        self._runner = Runner(
            self.answer,
            listener,
            limits,
            keep_alive=keep_alive,
            is_slow=is_slow,
            is_large=is_large,
        )
        self._listener = listener
        self._thread = threading.Thread(target=self._runner.run, name=NAME, daemon=True)
        self._process = os.getpid()
        self._changing = threading.RLock()
        """Held by who starts or closes."""
        self._has_started = self._is_closed = False

    @property
    def port(self) -> int:
        """端口。"""
        port: int = self._address[1]
        return port

    @property
    def url(self) -> str:
        """网关地址，交给客户端。"""
        host = str(self._address[0])
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}{PATH}"

    def start(self) -> Self:
        """开始应答；只能一次。"""
        if os.getpid() != self._process:
            raise RuntimeError(
                "模拟网关属于父进程；请在这个进程里新建一个 "
                "(this server is of the parent process: make a new one)"
            )
        with self._changing:
            if self._is_closed:
                raise RuntimeError("已经关闭，请新建一个 (it is closed: make a new one)")
            if self._has_started:
                raise RuntimeError("已经在应答 (it has been started)")
            self._has_started = True
            self._thread.start()
        return self

    def close(self) -> None:
        """停止应答，断开所有连接；可以多次，也可以在几个线程里。

        In a child process only the child's copy of the port is given back.
        """
        if os.getpid() != self._process:
            self._listener.close()
            return
        with self._changing:
            if self._is_closed:
                return
            self._is_closed = True
            if self._has_started:
                self._runner.stop()
                self._thread.join()
            self._runner.close()
            super().close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
