"""The mock as a command."""

import argparse
import errno
import io
import logging
import os
import signal
import sys
import threading
from collections.abc import Sequence

from ._product import EXAMPLE, NAME, TITLE, TITLE_EN, VERSION
from .checks import APP_KEY, APP_SECRET, SESSION
from .control import CONTROL
from .errors import BookError
from .faults import table
from .gateway import FAULT_HEADER
from .hints import HINT_HEADER
from .hosts import checked_name, is_loopback
from .server import MockServer
from .times import LAST, moment_of
from .tokens import LIFETIME

PORT = 8321
_NEW = "--new METHOD"
DESCRIPTION = f"""\
{TITLE}的模拟网关：像真网关一样检查每次调用，从记住的状态或文档的示例回答，并说明失败的原因。
A stub of the {TITLE_EN} gateway: checks calls like the real one, answers from what it
remembers or with the documented samples, and says why a call fails."""

EPILOG = f"""\
例子 (examples):
  {NAME}
  {NAME} --port 0 --samples --results 95
  {NAME} --fail {EXAMPLE}=7 --fail '*=delay-1-3'
  {NAME} --qps 5 --scenario scenario.yaml
  {NAME} --state book.db --orders 100000 --clock '2026-11-11 00:00:00' --speed 60
  {NAME} --host 0.0.0.0 --allow-host 192.168.1.5

失败的原因写在日志和响应头 {HINT_HEADER} 里。
故障的写法，也用于单次调用的请求头 {FAULT_HEADER} (faults):
{table()}

运行中还可以用 HTTP 控制，全部用法见 (control over HTTP, all of it at):
  curl http://127.0.0.1:{PORT}{CONTROL}
  curl -X PUT -d 7 'http://127.0.0.1:{PORT}{CONTROL}faults/{EXAMPLE}?times=1'
  curl -X PUT -d '{{"total_results":0}}' 'http://127.0.0.1:{PORT}{CONTROL}replies/{EXAMPLE}'
  curl http://127.0.0.1:{PORT}{CONTROL}requests
  curl -X DELETE http://127.0.0.1:{PORT}{CONTROL}all

退出码 (exit codes)：0 正常停止 (stopped)，1 无法监听或状态文件不能用 (cannot listen, or a bad state
file)，2 参数有误 (wrong usage)。"""


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    result = argparse.ArgumentParser(
        prog=NAME,
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    result.add_argument("--version", action="version", version=f"{NAME} {VERSION}", help="显示版本")
    _add_address(result.add_argument_group("监听 (address)"))
    _add_account(result.add_argument_group("账号 (account)"))
    _add_answers(result.add_argument_group("回复 (answers)"))
    _add_state(result.add_argument_group("状态 (state)"))
    return result


def _add_address(group: "argparse._ArgumentGroup") -> None:
    add = group.add_argument
    add(
        "--host",
        default="127.0.0.1",
        help="监听的地址，默认只限本机；0.0.0.0 供别的机器用，须与 --allow-host 同用 "
        "(address to listen on, default %(default)s)",
    )
    add(
        "--port",
        type=_port,
        default=PORT,
        help="监听的端口，0 任选一个空闲的 (port, 0: any free one, default %(default)s)",
    )
    add(
        "--allow-host",
        action="append",
        default=[],
        type=_host,
        metavar="NAME|IP",
        help="除本机的名字外，还可用这个主机名或 IP 访问，可重复 (a further name to be called by)",
    )
    add(
        "--no-keep-alive",
        action="store_true",
        help="每次回复后断开连接 (close after each reply)",
    )
    add("--quiet", action="store_true", help="不输出每次调用的日志 (no line for each call)")


def _add_account(group: "argparse._ArgumentGroup") -> None:
    add = group.add_argument
    add("--app-key", default=APP_KEY, help="认识的 AppKey (the only one, default %(default)s)")
    add("--app-secret", default=APP_SECRET, help="它的 AppSecret (default %(default)s)")
    add(
        "--session",
        action="append",
        help=f"有效的 session，可重复 (a valid one, repeatable, default {SESSION})",
    )
    add(
        "--token-lifetime",
        type=_positive,
        default=LIFETIME,
        metavar="SECONDS",
        help="由授权码换得的 session 有效几秒 (life of created sessions, default %(default)s)",
    )
    add(
        "--any-timestamp",
        action="store_true",
        help="不检查 timestamp 的时间 (accept any time)",
    )


def _add_answers(group: "argparse._ArgumentGroup") -> None:
    add = group.add_argument
    add(
        "--results",
        type=_count,
        metavar="N",
        help="回复示例的分页方法一共有几条结果，默认与示例相同 (results of paged samples)",
    )
    add(
        "--simplify-root",
        action="store_true",
        help="精简 JSON 保留最外层，真网关不保留 (keep the root of simplified JSON)",
    )
    add(
        "--content-type",
        metavar="TYPE",
        help="JSON 回复的类型，如 application/json；默认与真网关相同 "
        "(of JSON replies, default text/javascript)",
    )
    add(
        "--qps",
        type=_positive,
        metavar="N",
        help="每个方法每秒最多 N 次，超过就封禁 1 秒 (calls of each method in a second)",
    )
    add(
        "--per-day",
        type=_positive,
        metavar="N",
        help="所有方法每天最多 N 次，超过就封禁到零点 (calls of all methods in a day)",
    )
    add(
        "--scenario",
        metavar="FILE",
        help="YAML 场景文件：哪些调用得到什么回复，几点，有哪些订单；--qps、--per-day、--clock 与 "
        "--speed 代替里面的限流与时钟 (which calls get which replies, a clock, and orders)",
    )
    add(
        "--fail",
        action="append",
        default=[],
        type=_fault,
        metavar="METHOD=FAULT",
        help="该方法总是出这个故障，* 表示所有方法，可重复 (a fault of a method, *: of all)",
    )
    add(
        "--new",
        action="append",
        default=[],
        metavar="METHOD",
        help="--fail 里的这个方法文档没有，却是真的，可重复 (a method that no document has)",
    )


def _add_state(group: "argparse._ArgumentGroup") -> None:
    add = group.add_argument
    add(
        "--samples",
        action="store_true",
        help="不用状态，所有方法都回复文档的示例 (documented samples alone, no state)",
    )
    add(
        "--state",
        metavar="FILE",
        help="把状态存进这个文件，下次启动时还在，默认在内存里 (keep the state in this file)",
    )
    add(
        "--orders",
        type=_count,
        metavar="N",
        help="90 天里有几个订单，0 没有，默认每小时几个 (orders in 90 days; a few an hour)",
    )
    add(
        "--seed",
        type=_count,
        metavar="N",
        help="相同的数得到相同的订单 (the same number gives the same orders: 1)",
    )
    add(
        "--clock",
        type=_moment,
        metavar="TIME",
        help="从这一刻走起，如 '2026-11-11 00:00:00' (start at this moment)",
    )
    add("--speed", type=_speed, metavar="N", help="时间走得快 N 倍 (N seconds a second: 1)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until Ctrl-C or SIGTERM; the exit code."""
    _print_what_can_be_printed()
    options = parser()
    given = options.parse_args(arguments)
    logging.basicConfig(
        level=logging.WARNING if given.quiet else logging.INFO, format="%(message)s"
    )
    sessions = given.session or [SESSION]
    try:
        server = MockServer(
            given.app_key,
            given.app_secret,
            sessions=sessions,
            host=given.host,
            port=given.port,
            allow_hosts=given.allow_host,
            check_clock=not given.any_timestamp,
            simplify_root=given.simplify_root,
            results=given.results,
            content_type=given.content_type,
            qps=given.qps,
            per_day=given.per_day,
            token_lifetime=given.token_lifetime,
            keep_alive=not given.no_keep_alive,
            samples=given.samples,
            state=given.state,
            orders=given.orders,
            seed=given.seed,
        )
    except ValueError as error:
        options.error(str(error))
    except BookError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(_cannot_listen(given.host, given.port, error), file=sys.stderr)
        return 1
    try:
        _order(server, given)
    except ValueError as error:
        server.close()
        options.error(str(error))
    except BookError as error:
        server.close()
        print(error, file=sys.stderr)
        return 1
    if not is_loopback(given.host):
        print(
            "警告：本服务没有访问控制，现在别的机器也能连上 (reachable from other machines)",
            file=sys.stderr,
        )
        if not given.allow_host:
            print(
                "但只应答本机的名字：别的机器要用，再加 --allow-host 主机名或 IP "
                "(other machines need --allow-host NAME|IP)",
                file=sys.stderr,
            )
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    with server:
        print(f"模拟网关已就绪 (mock gateway is ready): {server.url}")
        print(f"  AppKey {given.app_key}  AppSecret {given.app_secret}  session {sessions[0]}")
        print("  Ctrl-C 停止 (to stop)", flush=True)
        stopped.wait()
    return 0


def entry_point() -> None:
    """The command."""
    sys.exit(main())


def _order(server: MockServer, given: argparse.Namespace) -> None:
    """What the options order, which is where a reset comes back to."""
    _set_clock(server, given)
    if given.scenario is not None:
        try:
            server.load(given.scenario, keep_clock=given.clock is not None)
        except OSError as error:
            reason = f"{given.scenario}：{error.strerror}"
            raise ValueError(f"读不了场景文件 {reason} (cannot be read)") from error
        if given.qps or given.per_day:
            server.limit(qps=given.qps, per_day=given.per_day)
        if given.speed is not None:
            server.clock.run(given.speed)
    for method, fault in given.fail:
        server.order({"method": method, "fail": fault, "new": method in given.new}, _NEW)
    server.keep()


def _set_clock(server: MockServer, given: argparse.Namespace) -> None:
    if given.clock is not None:
        server.clock.set(given.clock)
        server.clock.run(given.speed or 1)
    elif given.speed is not None:
        server.clock.run(given.speed)


def _print_what_can_be_printed() -> None:
    """A console that has no Chinese shows the characters' numbers, and the English beside them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _cannot_listen(host: str, port: int, error: OSError) -> str:
    is_taken = error.errno == errno.EADDRINUSE
    reason = os.strerror(errno.EADDRINUSE) if is_taken else error.strerror
    told = f"无法监听 {host}:{port}：{reason} (cannot listen)"
    if is_taken:
        told += (
            "\n端口已被占用，可能本程序已在运行；停掉它，或用 --port 0 任选一个空闲的端口"
            "\nThe port is taken, perhaps by another mock: stop that one, or use --port 0"
        )
    return told


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError("端口须在 0 到 65535 之间 (0 to 65535)")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or len(text) > 9:
        raise argparse.ArgumentTypeError(
            "应为不小于 0、至多 9 位的整数 (a whole number, at least 0, of at most 9 digits)"
        )
    return int(text)


def _positive(text: str) -> int:
    if not text.isdecimal() or len(text) > 9 or int(text) == 0:
        raise argparse.ArgumentTypeError("应为正整数 (a whole number, at least 1)")
    return int(text)


def _moment(text: str) -> float:
    try:
        return moment_of(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            "应如 2026-11-11 00:00:00，北京时间 (a moment in Beijing)"
        ) from error


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 0 < speed <= LAST:
        raise argparse.ArgumentTypeError(
            f"应大于 0，至多 {LAST} (above 0, and not beyond all time)"
        )
    return speed


def _host(text: str) -> str:
    try:
        return checked_name(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _fault(text: str) -> tuple[str, str]:
    method, equals, fault = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"写成 METHOD=FAULT，如 {EXAMPLE}=7")
    return method, fault
