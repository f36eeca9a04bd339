"""The command, as a process of its own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
import taobaoke_mock
from taobaoke_mock import cli

from generator.spec.ir import Spec
from mock.calls import call, public, send, signed

SOURCE = Path(taobaoke_mock.__file__).parents[1]
COMMAND = [sys.executable, "-m", "taobaoke_mock"]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"}
SHOPS, INFO = "taobao.tbk.shop.get", "taobao.tbk.tbkinfo.get"


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        encoding="utf-8",
        env=ENVIRONMENT,
        timeout=20,
        check=False,
    )


def take_ctrl_c() -> None:
    """In the child: whoever runs the tests with nohup ignores the signal."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def running(*arguments: str) -> Iterator[tuple["subprocess.Popen[str]", SimpleNamespace]]:
    """The process, and something with the address that it prints."""
    process = subprocess.Popen(
        [*COMMAND, "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=ENVIRONMENT,
        preexec_fn=take_ctrl_c,
    )
    try:
        assert process.stdout
        line = process.stdout.readline()
        assert line.startswith("模拟网关已就绪 (mock gateway is ready): http://127.0.0.1:")
        yield process, SimpleNamespace(url=line.split()[-1])
    finally:
        process.kill()
        process.communicate()


def test_it_tells_the_account() -> None:
    with running("--app-key", "1", "--app-secret", "a-secret", "--session", "s-1") as (process, _):
        assert process.stdout
        assert process.stdout.readline() == "  AppKey 1  AppSecret a-secret  session s-1\n"


def test_the_port_of_the_documents_is_the_default() -> None:
    assert cli.parser().parse_args([]).port == 8321


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1"])
def test_a_console_without_chinese(encoding: str) -> None:
    process = subprocess.Popen(
        [*COMMAND, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT | {"PYTHONIOENCODING": encoding},
    )
    try:
        assert process.stdout
        line = process.stdout.readline().decode("ascii")
        assert line.startswith("\\u6a21\\u62df")
        assert "(mock gateway is ready): http://127.0.0.1:" in line
        call(SimpleNamespace(url=line.split()[-1]), "taobao.tbk.x", 女="装")  # type: ignore[arg-type]
        process.terminate()
        _, log = process.communicate(timeout=5)
        assert process.returncode == 0
        assert b"Traceback" not in log
        assert b"POST taobao.tbk.x" in log
    finally:
        process.kill()
        process.communicate()


def test_limits_and_a_scenario(tmp_path: Path) -> None:
    scenario = tmp_path / "s.yaml"
    scenario.write_text(
        f"limits: {{per_day: 2}}\nrules: [{{method: {INFO}, reply: {{}}}}]", "utf-8"
    )
    with running("--scenario", str(scenario), "--content-type", "application/json") as (_, server):
        answers = [call(server, INFO, pid="mm_1_2_3") for _ in range(3)]
        assert answers[0].headers["Content-Type"] == "application/json"
        assert [*answers[0].json["tbk_tbkinfo_get_response"]] == ["request_id"]
        assert answers[2].error["code"] == 7
    with running("--qps", "1") as (_, server):
        codes = {
            call(server, INFO, pid="mm_1_2_3").json.get("error_response", {}).get("code")
            for _ in range(5)
        }
        assert codes == {None, 7}


def test_a_scenario_with_mistakes(tmp_path: Path) -> None:
    scenario = tmp_path / "s.yaml"
    scenario.write_text("rules:\n  - {method: taobao.tbk.shop.gte, fail: 7}\n", "utf-8")
    result = run("--port", "0", "--scenario", str(scenario))
    assert result.returncode == 2
    assert (
        "s.yaml:2:14: 没有方法 'taobao.tbk.shop.gte'，是否想写 taobao.tbk.shop.get？"
        in result.stderr
    )
    missing = run("--port", "0", "--scenario", str(tmp_path / "none.yaml"))
    assert missing.returncode == 2
    assert "读不了场景文件" in missing.stderr
    assert "none.yaml：No such file or directory (cannot be read)" in missing.stderr
    assert "Traceback" not in missing.stderr


def test_names_that_are_served() -> None:
    with running("--allow-host", "mock.test") as (_, server):
        hosts = {"localhost": 200, "mock.test:99": 200, "evil.test": 421}
        for host, status in hosts.items():
            health = server.url.replace("router/rest", "healthz")
            assert send(health, verb="GET", headers={"Host": host}).status == status
        origins = {
            "http://localhost:3000": 200,
            "http://[::1]": 200,
            "https://mock.test": 200,
            "https://evil.test": 403,
            "null": 403,  # a page that tells no origin, such as one of a file
        }
        for origin, status in origins.items():
            assert send(health, verb="GET", headers={"Origin": origin}).status == status, origin


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_a_signal(number: signal.Signals) -> None:
    with running("--fail", f"{SHOPS}=7") as (process, server):
        assert call(server, SHOPS, fields="user_id", q="x").error["code"] == 7
        assert "tbk_tbkinfo_get_response" in call(server, INFO, pid="mm_1_2_3").json
        process.send_signal(number)
        assert process.wait(5) == 0
        assert process.stderr
        log = process.stderr.read()
    assert f"POST {SHOPS} → 7" in log
    assert f"POST {INFO} → ok" in log


def test_options_and_secrets() -> None:
    options = ["--app-key", "1", "--app-secret", "a-secret", "--session", "s-1", "--session", "s-2"]
    with running(*options, "--any-timestamp", "--simplify-root", "--samples", "--results", "2") as (
        process,
        server,
    ):
        parameters = {
            **public(
                SHOPS, app_key="1", session="s-2", timestamp="2015-01-01 12:00:00", simplify="true"
            ),
            "fields": "user_id",
            "q": "x",
        }
        query = "&".join(
            f"{k}={v}".replace(" ", "%20") for k, v in signed(parameters, "a-secret").items()
        )
        assert (
            send(server.url, query=query, verb="GET").json["tbk_shop_get_response"]["total_results"]
            == 2
        )
        wrong = query.replace("q=x", "q=y")
        assert send(server.url, query=wrong, verb="GET").error["code"] == 25
        process.terminate()
        assert process.wait(5) == 0
        assert process.stderr
        log = process.stderr.read()
    assert "the server signed" in log
    assert "a-secret" not in log
    assert "s-2" not in log


def test_pages_for_people(spec: Spec) -> None:
    with running("--quiet") as (_, server):
        base = server.url.removesuffix("/router/rest")
        index = send(f"{base}/", verb="GET")
        assert index.headers["Content-Type"] == "text/plain; charset=utf-8"
        for api in spec.apis:
            assert f"{api.method}  {api.title.reveal()}\n" in index.body.decode()
        assert send(f"{base}/healthz", verb="GET").body == b"ok\n"
        assert send(f"{base}/router", verb="GET").status == 404


def test_help_names_options_faults_and_exit_codes() -> None:
    result = run("--help")
    assert result.returncode == 0
    words = (
        "--session --allow-host --content-type --scenario --qps --per-day --token-lifetime "
        "X-Mock-Error bad-json delay-1-3 ban-today timeout-3 /mock/requests 退出码"
    )
    for word in words.split():
        assert word in result.stdout


def test_a_taken_port() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run("--port", str(taken.getsockname()[1]))
    assert result.returncode == 1
    assert "无法监听 127.0.0.1:" in result.stderr
    assert "--port 0" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--port", "x"],
        ["--port", "70000"],
        ["--results", "-1"],
        ["--qps", "0"],
        ["--per-day", "many"],
        ["--token-lifetime", "0"],
        ["--fail", "7"],
        ["--port", "0", "--fail", f"{SHOPS}=sorry"],
        ["--port", "0", "--fail", "taobao.no.such=7"],
        ["--orders", "-1"],
        ["--port", "0", "--orders", "999999999"],
        ["--clock", "tomorrow"],
        ["--speed", "0"],
        ["--speed", "fast"],
        ["--samples", "--orders", "0"],
        ["--unknown"],
        ["--content-type", "a\r\nb"],
        ["--app-secret", "\udcff"],
        ["--allow-host", "http://x/"],
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert "usage: taobaoke-mock" in result.stderr
    assert "invalid _" not in result.stderr
    assert "Traceback" not in result.stderr


def test_a_reset_over_http_comes_back_to_the_options(tmp_path: Path) -> None:
    scenario = tmp_path / "s.yaml"
    scenario.write_text(f"limits: {{qps: 1}}\nrules: [{{method: {INFO}, fail: 10}}]", "utf-8")
    options = ["--scenario", str(scenario), "--fail", "a.new.get=9", "--new", "a.new.get"]
    with running(*options, "--per-day", "3") as (_, server):
        base = server.url.removesuffix("/router/rest")
        for _ in range(2):
            send(f"{base}/mock/faults/*", b"11", verb="PUT")
            assert send(f"{base}/mock/all", verb="DELETE").status == 200
            codes = [call(server, INFO, pid="mm_1_2_3").error["code"] for _ in range(2)]
            assert codes == [10, 10], "no limit of calls in a second: options come first"
            assert call(server, "a.new.get").error["code"] == 9
            assert call(server, INFO, pid="mm_1_2_3").error["code"] == 7


@pytest.mark.parametrize("number", ["x", "0", "1.5", "99999999999"])
def test_numbers_that_are_no_limit(number: str) -> None:
    assert "应为正整数 (a whole number, at least 1)" in run("--qps", number).stderr


def test_a_fault_of_a_method_that_no_document_has_says_how() -> None:
    told = run("--port", "0", "--fail", "a.new.get=7").stderr
    assert "确为新方法时加 --new METHOD" in told


def test_every_option_is_told_in_english_as_well() -> None:
    for option in cli.parser()._actions:
        if option.dest not in ("help", "version"):
            assert "(" in (option.help or ""), option.option_strings


def test_a_scenario_with_a_clock_and_orders(tmp_path: Path) -> None:
    scenario = tmp_path / "s.yaml"
    scenario.write_text(
        "clock: {set: 2030-01-01 00:00:00}\norders: [{trade_id: 5, late: 60}]", "utf-8"
    )

    def told(address: str, what: str) -> str:
        url = address.replace("/router/rest", f"/mock/{what}")
        return send(url, verb="GET").body.decode()

    options = ["--scenario", str(scenario), "--orders", "0"]
    with running(*options) as (_, server):
        assert '"2030-01-01 00:00:00", "speed": 0' in told(server.url, "clock")
        url = server.url.replace("/router/rest", "/mock/all")
        for _ in range(2):
            assert '"tk_create_time": "2029-12-31 23:59:00"' in told(server.url, "orders")
            assert send(url, verb="DELETE").status == 200
    with running(*options, "--clock", "2031-01-01 00:00:00") as (_, server):
        assert '"2031-01-01 00:00:0' in told(server.url, "clock")
        assert '"tk_create_time": "2030-12-31 23:59:0' in told(server.url, "orders")
