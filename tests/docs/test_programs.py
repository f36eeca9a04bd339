"""Every program on the pages runs, as it stands, against the mock."""

import contextlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from client.limits.conftest import Server as Redis
from project import REPOSITORY
from real import SAMPLES, spec
from tables import every
from taobaoke_mock import MockServer, cli

from docs.sites import render
from generator.targets.docs.method import MOCK_URL
from generator.targets.samples import FILE_NAME, PNG

SPEC = spec()
REDIS_URL = "redis://localhost:6379/0"
GUIDES = (
    *("index", "errors", "mock", "models", "orders", "packages", "reliability", "signing"),
    "tour",
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return render(SPEC, tmp_path_factory.mktemp("docs")) / "docs"


@pytest.fixture(scope="module")
def mock() -> Iterator[MockServer]:
    with MockServer() as server:
        yield server


@pytest.fixture(scope="module")
def samples() -> Iterator[MockServer]:
    with MockServer(samples=True) as server:
        yield server


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    server = Redis(tmp_path_factory.mktemp("redis"))
    yield server
    server.kill()


def programs(page: Path) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```$", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def run(program: str, gateway: str) -> str:
    """What the program prints."""
    program = program.replace(MOCK_URL, gateway)
    if "multiprocessing" in program:
        return run_alone(program)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(program, "page", "exec"), {"__name__": "page"})
    return printed.getvalue()


def run_alone(program: str) -> str:
    """What the program prints in a process without the mock, whose event loop no fork may share."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONIOENCODING": "utf-8",
    }
    command = [sys.executable, "-W", "error", "-c", program]
    return subprocess.run(
        command, env=environment, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    ).stdout


def run_tests(program: str, mock: MockServer) -> int:
    """Run the tests of a program with the fixture that they ask for; how many there are."""
    defined: dict[str, Any] = {}
    exec(compile(program, "page", "exec"), defined)
    tests = [defined[name] for name in defined if name.startswith("test_")]
    for test in tests:
        mock.reset()
        test(taobaoke_mock=mock)
    return len(tests)


@pytest.mark.slow
def test_the_call_on_every_page_of_a_method(
    pages: Path,
    mock: MockServer,
    samples: MockServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(FILE_NAME).write_bytes(PNG)
    for api in SPEC.apis:
        (program,) = programs(pages / "methods" / f"{api.python_name}.md")
        samples.reset()
        assert run(program, samples.url), api.method
        (request,) = samples.requests
        assert request.method == api.method
        assert run(program, mock.url), api.method
        if api.typed:
            missing = {*SAMPLES.request(api)} - {*request.parameters, *request.files}
            assert missing == set(), api.method


def test_the_mock_that_pages_start_is_where_their_programs_call(pages: Path) -> None:
    port = str(urlsplit(MOCK_URL).port)
    command = SPEC.product.mock.distribution
    starts = [
        line
        for page in sorted(pages.rglob("*.md"))
        for line in re.findall(rf"^(?:\$ )?{command}\b.*$", page.read_text("utf-8"), re.MULTILINE)
    ]
    assert len(starts) >= 2
    assert {*starts} == {command}
    assert str(cli.PORT) == port


@every("name", GUIDES)
def test_programs_of_a_guide(name: str, pages: Path, mock: MockServer, redis: Redis) -> None:
    found = programs(pages / f"{name}.md")
    assert found
    for program in found:
        mock.reset()
        output = run(program.replace(REDIS_URL, redis.url), mock.url)
        assert output or run_tests(program, mock)
        for value in re.findall(r"^ *print\(.*  # (.+)$", program, re.MULTILINE):
            assert value in output


def test_the_scenario_of_the_guide(pages: Path, mock: MockServer) -> None:
    (scenario,) = re.findall(
        r"^```yaml\n(.*?)^```$", (pages / "mock.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    mock.reset()
    mock.play(scenario)
    assert {"1001", "1002"} <= {row["trade_id"] for row in mock.orders.truth()}
    assert mock.clock.speed == 60
    mock.reset()


def test_the_guide_names_every_exception(pages: Path) -> None:
    import taobaoke

    text = (pages / "errors.md").read_text("utf-8").split("## 重试")[0]
    rows = re.findall(r"^\| (`[A-Z].*?) \|", text, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    exported = {name: getattr(taobaoke, name) for name in taobaoke.__all__}
    classes = {name: each for name, each in exported.items() if isinstance(each, type)}
    errors = {name for name, each in classes.items() if issubclass(each, taobaoke.TaobaokeError)}
    assert named == errors


@every("name", ["README.md", "README.zh-CN.md"])
def test_the_first_program_prints_what_the_readme_says(name: str, mock: MockServer) -> None:
    text = (REPOSITORY / name).read_text("utf-8")
    program, printed = re.findall(
        r"^```python\n(.*?)^```$.*?^\$ \S+ first\.py\n(.*?)^```$", text, re.DOTALL | re.MULTILINE
    )[0]
    mock.reset()
    assert run(program, mock.url) == printed
