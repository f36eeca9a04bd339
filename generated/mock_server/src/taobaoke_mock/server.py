"""The mock as a server in a thread."""

import logging
import socket
import threading
from collections.abc import Callable, Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote_to_bytes

from ._product import NAME, VERSION
from .checks import APP_KEY, APP_SECRET, SESSION, Settings
from .errors import ConnectionDropError
from .faults import parse_fault
from .gateway import Gateway, GatewayRequest
from .knowledge import platform
from .pages import PATH
from .recording import ANY, RecordedRequest, Recording

LOG = logging.getLogger(__package__)


class MockServer:
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
    ) -> None:
        """Bind the address; `start` or `with` begins to answer.

        Args:
            app_key: 唯一认识的 AppKey。
            app_secret: 它的 AppSecret。
            sessions: 有效的 session。
            host: 监听的地址。
            port: 监听的端口，0 表示任选一个空闲的。
            check_clock: 是否检查 timestamp 与本机时钟的差。
            simplify_root: 精简 JSON 是否保留最外层（真网关不保留）。
            results: 分页方法一共有几条结果；不给则与示例相同。
            keep_alive: 是否保持连接。
        """
        self._recording = Recording()
        settings = Settings(
            app_key, app_secret, frozenset(sessions), check_clock, simplify_root, results
        )
        gateway = Gateway(settings, self._recording)
        self._server = _Server((host, port), gateway, keep_alive=keep_alive)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.01,), daemon=True
        )

    @property
    def port(self) -> int:
        """端口。"""
        return self._server.server_port

    @property
    def url(self) -> str:
        """网关地址，交给客户端。"""
        host = str(self._server.server_address[0])
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}{PATH}"

    @property
    def requests(self) -> tuple[RecordedRequest, ...]:
        """到目前为止收到的调用，最早的在前；session 已隐去。"""
        return self._recording.requests

    def reply(self, method: str, content: dict[str, Any], *, times: int | None = None) -> None:
        """以后（或接下来 times 次）调用 method 时回复 content，即响应根之内的内容。

        列表可以不带外层；规范里没有的方法也可以。
        Lists may be bare, and the method may be one that no spec knows.
        """
        self._recording.replies.put(method, content, times)

    def fail(
        self, method: str, code: str, *, times: int | None = None, sub_msg: str | None = None
    ) -> None:
        """以后（或接下来 times 次）调用 method 时出错；"*" 表示所有方法。

        `code` is one of: 7 | 15:isv.invalid-parameter | 2007 | isv.CODE | CODE | http-502 |
        timeout | timeout-3 | disconnect | bad-json | empty. CODE is one of the method's own,
        which the gateway sends with its prefix or without.
        """
        known = method in (ANY, *platform()["methods"]) or self._recording.replies.knows(method)
        if not known:
            raise ValueError(f"没有方法 {method!r} (no such method); 先用 reply() 给它一个回复")
        self._recording.faults.put(method, parse_fault(code, sub_msg, method), times)

    def reset(self) -> None:
        """忘掉所有的回复、故障和记录。"""
        self._recording.clear()

    def start(self) -> Self:
        """开始应答。"""
        self._thread.start()
        return self

    def close(self) -> None:
        """停止应答，断开所有连接。"""
        if self._thread.is_alive():
            self._server.shutdown()
        self._server.server_close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class _Server(ThreadingHTTPServer):
    """Serves the gateway, and ends its connections when it is closed."""

    request_queue_size = 128

    def __init__(self, address: tuple[str, int], gateway: Gateway, *, keep_alive: bool) -> None:
        if ":" in address[0]:
            self.address_family = socket.AF_INET6
        self.gateway = gateway
        self.keep_alive = keep_alive
        self.closing = threading.Event()
        self._lock = threading.Lock()
        self._connections: set[socket.socket] = set()
        super().__init__(address, _Handler)

    def opened(self, connection: socket.socket) -> None:
        """Remember a connection until it is closed."""
        with self._lock:
            self._connections.add(connection)

    def closed(self, connection: socket.socket) -> None:
        """Forget a connection."""
        with self._lock:
            self._connections.discard(connection)

    def server_close(self) -> None:
        self.closing.set()
        super().server_close()
        with self._lock:
            for connection in self._connections:
                _hang_up(connection)

    def handle_error(self, request: Any, client_address: Any) -> None:
        LOG.exception("模拟网关内部出错，请报告 (a bug of the mock)")


class _Handler(BaseHTTPRequestHandler):
    """One connection. A body is always read to its end, so that the connection can be kept."""

    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = f"{NAME}/{VERSION}"
    sys_version = ""
    disable_nagle_algorithm = True
    wbufsize = -1

    def setup(self) -> None:
        super().setup()
        self.server.opened(self.connection)

    def handle(self) -> None:
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True

    def finish(self) -> None:
        self.server.closed(self.connection)
        try:
            super().finish()
        except ConnectionError:
            self.close_connection = True

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):
            return self._serve
        raise AttributeError(name)

    def _serve(self) -> None:
        length = self.headers.get("Content-Length", "0")
        if "Transfer-Encoding" in self.headers or not length.isdecimal():
            self.send_error(411, explain="Content-Length is needed")
            return
        if int(length) > GatewayRequest.max_content_length:
            self.send_error(413)
            return
        request = GatewayRequest(self._environ(self.rfile.read(int(length))))
        try:
            response = self.server.gateway.respond(request)
        except ConnectionDropError as fault:
            self.server.closing.wait(fault.seconds)
            _hang_up(self.connection)
            self.close_connection = True
            return
        body = response.get_data()
        self.send_response(response.status_code)
        response.headers["Content-Length"] = str(len(body))
        for name, value in response.headers.items():
            self.send_header(name, value)
        if not self.server.keep_alive:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _environ(self, body: bytes) -> dict[str, Any]:
        path, _, query = self.path.partition("?")
        headers = {
            f"HTTP_{name.upper().replace('-', '_')}": value for name, value in self.headers.items()
        }
        return headers | {
            "REQUEST_METHOD": self.command,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
            "QUERY_STRING": query,
            "SERVER_NAME": self.server.server_name,
            "SERVER_PORT": str(self.server.server_port),
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(body),
        }

    def log_message(self, format: str, *args: Any) -> None:
        LOG.debug(format, *args)


def _hang_up(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:  # the other side was quicker
        return
