"""The mock as a command."""

import argparse
import ipaddress
import logging
import signal
import sys
import threading
from collections.abc import Sequence

from ._product import EXAMPLE, NAME, TITLE, TITLE_EN, VERSION
from .checks import APP_KEY, APP_SECRET, SESSION
from .control import CONTROL
from .faults import FORMS
from .gateway import FAULT_HEADER
from .hints import HINT_HEADER
from .server import MockServer

DESCRIPTION = f"""\
{TITLE}的模拟网关：像真网关一样检查每次调用，回复文档里的示例，并说明失败的原因。
A stub of the {TITLE_EN} gateway: checks calls like the real one, answers with the
documented samples, and says why a call fails."""

EPILOG = f"""\
例子 (examples):
  {NAME} --port 8321
  {NAME} --fail {EXAMPLE}=7 --results 95

失败的原因写在日志和响应头 {HINT_HEADER} 里。
单次调用的故障用请求头 {FAULT_HEADER} 指定，写法：
  {FORMS}
运行中还可以用 HTTP 控制 (control over HTTP):
  curl -X PUT -d 7 'http://127.0.0.1:8321{CONTROL}faults/{EXAMPLE}?times=1'
  curl -X PUT -d '{{"total_results":0}}' 'http://127.0.0.1:8321{CONTROL}replies/{EXAMPLE}'
  curl http://127.0.0.1:8321{CONTROL}requests
  curl -X DELETE http://127.0.0.1:8321{CONTROL}all

退出码：0 正常停止，1 无法监听，2 参数有误。"""


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    result = argparse.ArgumentParser(
        prog=NAME,
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = result.add_argument
    add("--version", action="version", version=f"{NAME} {VERSION}", help="显示版本")
    add("--host", default="127.0.0.1", help="监听的地址，默认只限本机 (%(default)s)")
    add("--port", type=_port, default=0, help="监听的端口，默认任选一个空闲的")
    add("--app-key", default=APP_KEY, help="认识的 AppKey (%(default)s)")
    add("--app-secret", default=APP_SECRET, help="它的 AppSecret (%(default)s)")
    add("--session", action="append", help=f"有效的 session，可重复 ({SESSION})")
    add("--any-timestamp", action="store_true", help="不检查 timestamp 与本机时钟的差")
    add("--simplify-root", action="store_true", help="精简 JSON 保留最外层（真网关不保留）")
    add("--results", type=_count, help="分页方法一共有几条结果，默认与示例相同")
    add("--no-keep-alive", action="store_true", help="每次回复后断开连接")
    add(
        "--fail",
        action="append",
        default=[],
        type=_fault,
        metavar="METHOD=FAULT",
        help="该方法总是出这个故障，* 表示所有方法，可重复",
    )
    add("--quiet", action="store_true", help="不输出每次调用的日志")
    return result


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until Ctrl-C or SIGTERM; the exit code."""
    options = parser()
    given = options.parse_args(arguments)
    logging.basicConfig(
        level=logging.WARNING if given.quiet else logging.INFO, format="%(message)s"
    )
    try:
        server = MockServer(
            given.app_key,
            given.app_secret,
            sessions=given.session or [SESSION],
            host=given.host,
            port=given.port,
            check_clock=not given.any_timestamp,
            simplify_root=given.simplify_root,
            results=given.results,
            keep_alive=not given.no_keep_alive,
        )
    except OSError as error:
        where = f"{given.host}:{given.port}"
        print(f"无法监听 {where}：{error.strerror} (cannot listen)", file=sys.stderr)
        return 1
    try:
        for method, fault in given.fail:
            server.fail(method, fault)
    except ValueError as error:
        server.close()
        options.error(str(error))
    if not _is_loopback(given.host):
        print(
            "警告：本服务没有访问控制，现在别的机器也能连上 (reachable from other machines)",
            file=sys.stderr,
        )
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    with server:
        print(f"模拟网关已就绪 (mock gateway is ready): {server.url}", flush=True)
        stopped.wait()
    return 0


def entry_point() -> None:
    """The command."""
    sys.exit(main())


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError("端口须在 0 到 65535 之间 (0 to 65535)")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("应为不小于 0 的整数 (a whole number, at least 0)")
    return int(text)


def _fault(text: str) -> tuple[str, str]:
    method, equals, fault = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"写成 METHOD=FAULT，如 {EXAMPLE}=7")
    return method, fault


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
