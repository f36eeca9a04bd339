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
        [*COMMAND, *arguments],
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
    with running(*options, "--any-timestamp", "--simplify-root", "--results", "2") as (
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
    for word in ("--session", "X-Mock-Error", "bad-json", "/mock/requests", "退出码"):
        assert word in result.stdout


def test_a_taken_port() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run("--port", str(taken.getsockname()[1]))
    assert result.returncode == 1
    assert "无法监听 127.0.0.1:" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--port", "x"],
        ["--port", "70000"],
        ["--results", "-1"],
        ["--fail", "7"],
        ["--fail", f"{SHOPS}=sorry"],
        ["--fail", "taobao.no.such=7"],
        ["--unknown"],
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert "usage: taobaoke-mock" in result.stderr
    assert "invalid _" not in result.stderr
    assert "Traceback" not in result.stderr
