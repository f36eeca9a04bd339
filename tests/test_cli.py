"""The command: exit codes, words that help, and no surprises."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO

import pytest
from project import CATALOG, ORDERS, PLATFORM, PRODUCT, REPOSITORY, SHOPS, TinyProject, tree

from generator import cli
from generator.cli import main

COMMANDS = ("build", "check", "lint", "fmt", "new", "surface", "explain", "import")


@dataclass(frozen=True)
class Run:
    """A command that ended."""

    returncode: int
    stdout: str
    stderr: str


Command = Callable[..., Run]


@pytest.fixture
def tbkgen(tiny: TinyProject, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command on the tiny project in this process, which takes no time to start."""

    def run(*arguments: str) -> Run:
        capsys.readouterr()
        try:
            code = main(["--root", str(tiny.root), *arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        told = capsys.readouterr()
        return Run(code, told.out, told.err)

    return run


def plain(run: "Run | subprocess.CompletedProcess[str]") -> str:
    """All that a command printed, which is text without escape codes or tracebacks."""
    told = run.stdout + run.stderr
    assert "\033" not in told
    assert "\r" not in told
    assert "Traceback" not in told
    return told


def _help(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    return capsys.readouterr().out


def test_help_names_every_command_and_its_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    told = _help(capsys)
    for word in (*COMMANDS, "examples:", "exit codes: 0", "--root"):
        assert word in told


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"usage: tbkgen {command}" in _help(capsys, command)


@pytest.mark.parametrize("command", [(), *((command,) for command in COMMANDS)], ids=str)
def test_help_keeps_to_the_width_of_the_terminal(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = _help(capsys, *command).splitlines()
    assert [line for line in lines if len(line) > 80] == []


def test_the_details_of_a_command_are_as_wide_as_its_arguments(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = _help(capsys, "fmt").splitlines()
    assert 50 < max(map(len, lines)) <= 60


def test_check_says_that_it_compares(capsys: pytest.CaptureFixture[str]) -> None:
    assert "compare with this folder instead of generated/" in _help(capsys, "check")
    assert "write here instead of generated/" in _help(capsys, "build")


def test_fmt_counts_in_words_that_agree(
    tiny: TinyProject, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(tiny.root), "fmt", str(tiny.root / ORDERS)]) == 0
    assert capsys.readouterr().out == "1 spec, 0 changed\n"
    assert main(["--root", str(tiny.root), "fmt"]) == 0
    assert " specs, " in capsys.readouterr().out


@pytest.mark.slow
def test_build_then_check_then_build(tiny: TinyProject) -> None:
    built = tiny.run("build")
    assert built.returncode == 0
    assert "methods 2 · parameters and fields" in plain(built)
    checked = tiny.run("check")
    assert checked.returncode == 0
    assert "is what the specs say" in plain(checked)
    again = tiny.run("build")
    assert again.returncode == 0
    assert "files written 0" in plain(again)


def test_check_tells_what_differs_and_how_to_mend_it_and_writes_nothing(
    tiny: TinyProject, tbkgen: Command
) -> None:
    tiny.pipeline().build()
    (tiny.root / "generated" / "openapi.yaml").write_text("scribble\n", encoding="utf-8")
    before = tree(tiny.root)
    run = tbkgen("check", "--no-cache")
    told = plain(run)
    assert run.returncode == 1
    assert "differs: " in told
    assert "openapi.yaml" in told
    assert "-scribble" in told
    assert "mend it with: make generate" in told
    assert tree(tiny.root) == before


@pytest.mark.parametrize("command", ["build", "check", "lint"])
def test_wrong_specs_exit_with_1_and_are_explained(
    tiny: TinyProject, tbkgen: Command, command: str
) -> None:
    tiny.edit(ORDERS, "topic: orders", "topic: order")
    run = tbkgen(command)
    told = plain(run)
    assert run.returncode == 1
    assert f"{ORDERS}:7:8: wrong-value: 'order' is not one of" in told
    assert "did you mean 'orders'?" in told
    assert "why: tbkgen explain wrong-value" in told
    assert ("nothing written" in told) == (command == "build")
    assert not (tiny.root / "generated").exists()


def test_lint_warns_of_stale_specs_and_strict_makes_it_an_error(
    tiny: TinyProject, tbkgen: Command
) -> None:
    tiny.edit(ORDERS, '"2026-11-01"', '"2020-01-01"')
    loose, strict = tbkgen("lint"), tbkgen("lint", "--strict")
    assert "warning: stale: last compared" in plain(loose)
    assert (loose.returncode, strict.returncode) == (0, 1)


def test_lint_counts_warnings_by_rule_the_most_frequent_first(
    tiny: TinyProject, tbkgen: Command
) -> None:
    assert tbkgen("lint").stdout.endswith(": 0 warning(s)\n")
    tiny.edit(ORDERS, '"2026-11-01"', '"2020-01-01"')
    tiny.edit(ORDERS, '"2026-10"', '"2020"')
    tiny.edit(SHOPS, "doc: {confidence", 'doc: {source: {date: "2019", kind: client}, confidence')
    run = tbkgen("lint")
    assert run.stdout.endswith(": 3 warning(s) (old-source 2, stale 1)\n")
    assert run.returncode == 0
    assert len(run.stderr.splitlines()) == 3


@pytest.mark.slow
def test_a_build_that_has_nothing_to_do_tells_the_warnings_again(tiny: TinyProject) -> None:
    assert plain(tiny.run("build")).count("warning: ") == 0
    tiny.edit(SHOPS, "summary: {", "summary:   {")
    first, second = tiny.run("build"), tiny.run("build")
    (warning,) = [line for line in first.stderr.splitlines() if "warning: layout: " in line]
    assert warning in second.stderr.splitlines()
    assert "files written 0" in plain(second)
    assert "render" not in plain(second)  # It did not read a spec.
    tiny.edit(SHOPS, "summary:   {", "summary: {")
    assert "warning" not in plain(tiny.run("build"))
    assert "warning" not in plain(tiny.run("build"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "required: COMMAND"),
        (("bild",), "invalid choice: 'bild'"),
        (("new",), "required: method"),
        (("new", "../../x"), "'../../x' is no method name; it looks like taobao.shop.get"),
        (("explain", "near-duplicat"), "did you mean 'near-duplicate'?"),
        (("build", "--output", ""), "the name of the folder is empty"),
        (("check", "--output", ""), "the name of the folder is empty"),
        (("build", "--output", "/"), "the output would mix with"),
        (("build", "--output", str(REPOSITORY / "generator" / "x")), "the output would mix with"),
    ],
)
def test_wrong_usage_exits_with_2(
    tiny: TinyProject, tbkgen: Command, arguments: tuple[str, ...], told: str
) -> None:
    before = tree(tiny.root)
    run = tbkgen(*arguments)
    assert run.returncode == 2
    assert told in plain(run)
    assert tree(tiny.root) == before


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("folder", [".", "..", "specs", "specs/apis/x", "templates", "generator"])
def test_output_that_would_mix_with_sources_is_refused(
    tiny: TinyProject, tbkgen: Command, command: str, folder: str
) -> None:
    before = tree(tiny.root)
    run = tbkgen(command, "--output", str(tiny.root / folder))
    assert run.returncode == 2
    assert "the output would mix with" in plain(run)
    assert tree(tiny.root) == before


def test_a_folder_without_specs_is_told(tmp_path: Path) -> None:
    run = TinyProject(tmp_path).run("build")
    assert run.returncode == 2
    assert "no specs/platform.yaml" in plain(run)
    assert "--root" in plain(run)


@pytest.mark.slow
def test_new_writes_a_spec_in_which_only_the_texts_are_missing(
    tiny: TinyProject, tbkgen: Command
) -> None:
    run = tbkgen("new", "taobao.tbk.dg.thing.get")
    assert run.returncode == 0
    file = "specs/apis/publisher/taobao.tbk.dg.thing.get.yaml"
    assert f"wrote {tiny.root / file}" in plain(run)
    assert "\n  - {method: taobao.tbk.dg.thing.get}\n" in tiny.read(CATALOG)
    assert "\ntitle: 待写\n" in tiny.read(file)
    assert {problem.rule for problem in tiny.problems()} == {"unfinished"}
    assert {problem.file for problem in tiny.problems()} == {file}
    written = tiny.read(file).replace("en: 待写", "en: Get a thing").replace("待写", "写好")
    tiny.write(file, written)
    assert tiny.problems() == ()
    again = tbkgen("new", "taobao.tbk.dg.thing.get")
    assert again.returncode == 1
    assert "exists" in plain(again)


def test_new_takes_the_title_of_the_catalog(tiny: TinyProject, tbkgen: Command) -> None:
    entry = "  - {title: 淘宝客-推广者-某事查询, method: taobao.tbk.dg.thing.get}"
    tiny.edit(CATALOG, "beyond:\n", f"beyond:\n{entry}\n")
    told = plain(tbkgen("new", "taobao.tbk.dg.thing.get"))
    assert "catalog" not in told
    file = "specs/apis/publisher/taobao.tbk.dg.thing.get.yaml"
    assert "\ntitle: 淘宝客-推广者-某事查询\n" in tiny.read(file)


def test_new_reads_the_role_from_the_title_as_the_import_does(tiny: TinyProject) -> None:
    told = plain(tiny.run("new", "taobao.tbk.thing.get", "--title", "淘宝客-服务商-某事查询"))
    assert "specs/apis/service_provider/taobao.tbk.thing.get.yaml" in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--title", "a\udcff"), "'a\\udcff' holds characters that no spec may hold"),
        (("--title", "a\nb"), "holds characters that no spec may hold"),
        (("--title", "a\u2028b"), ""),
        (("--title", "长" * 101), "title: 101 characters are more than 100"),
        (("--title", ""), "title: the text is empty"),
        (("--role", ""), "no role is named ''"),
        (("--role", "publishers"), "no role is named 'publishers'; did you mean 'publisher'?"),
    ],
)
def test_new_refuses_what_a_build_would_refuse_and_writes_nothing(
    tiny: TinyProject, tbkgen: Command, arguments: tuple[str, ...], told: str
) -> None:
    before = tree(tiny.root)
    run = tbkgen("new", "taobao.tbk.dg.thing.get", *arguments)
    if told:
        assert run.returncode == 2
        assert told in plain(run)
        assert tree(tiny.root) == before
    else:
        assert run.returncode == 0
        assert {problem.rule for problem in tiny.problems()} == {"unfinished"}


@pytest.mark.parametrize(
    ("method", "told"),
    [
        ("taobao.class", "'class' is a Python keyword"),
        ("taobao.close", "'close' is a name of the client"),
        ("taobao.tbk.order_get", "two are named 'tbk_order_get' in the client"),
        ("taobao." + "x" * 100, "method: 107 characters are more than 60"),
    ],
)
def test_new_refuses_names_that_the_client_cannot_have(
    tiny: TinyProject, tbkgen: Command, method: str, told: str
) -> None:
    before = tree(tiny.root)
    run = tbkgen("new", method)
    assert run.returncode == 2
    assert told in plain(run)
    assert tree(tiny.root) == before


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        (PRODUCT, None, "specs/product.yaml:1: file-name: this file cannot be read: No such file"),
        (CATALOG, None, "specs/catalog.yaml:1: file-name: this file cannot be read: No such file"),
        (CATALOG, "- 1\n", "specs/catalog.yaml:1:1: wrong-value: [1] is not a mapping"),
        (CATALOG, "titles: 5\n", "specs/catalog.yaml:1:9: wrong-value: 5 is not a list"),
        (PLATFORM, "sources: [a]\n", "'naming' is missing"),
        (PRODUCT, 'version: "1.0.0"\n', "'guesses' is missing"),
        (PRODUCT, "- 1\n", "specs/product.yaml:1:1: wrong-value: [1] is not a mapping"),
    ],
)
def test_new_in_a_damaged_project_reports_its_problems(
    tiny: TinyProject, tbkgen: Command, file: str, content: str | None, told: str
) -> None:
    if content is None:
        (tiny.root / file).unlink()
    else:
        tiny.write(file, content)
    before = tree(tiny.root)
    run = tbkgen("new", "taobao.tbk.dg.thing.get")
    assert run.returncode == 1
    assert told in plain(run)
    assert tree(tiny.root) == before


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_has_enough_is_no_failure_to_tell(unbuffered: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run(
        [sys.executable, "-m", "generator", "explain"],
        cwd=REPOSITORY,
        stdout=writing,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
        check=False,
    )
    os.close(writing)
    assert (run.returncode, run.stderr) == (1, "")


def _in_a_shell(redirected: str) -> "subprocess.CompletedProcess[str]":
    """`tbkgen explain` as a shell starts it."""
    return subprocess.run(
        ["sh", "-c", f'"$0" -m generator explain {redirected}', sys.executable],
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("redirected", "told"),
    [
        (">/dev/full", "tbkgen: cannot go on: No space left on device\n"),
        (">&-", "tbkgen: standard output is closed, so there is no place for the result\n"),
        (">/dev/full 2>/dev/full", ""),
        (">&- 2>&-", ""),
    ],
)
@pytest.mark.slow
def test_a_result_that_cannot_be_printed_is_told_on_one_line(redirected: str, told: str) -> None:
    run = _in_a_shell(redirected)
    assert (run.returncode, run.stdout, run.stderr) == (1, "", told)


@pytest.mark.slow
def test_errors_need_no_place_as_long_as_there_are_none() -> None:
    run = _in_a_shell("2>&-")
    assert run.returncode == 0
    assert "near-duplicate" in run.stdout


def test_an_output_that_cannot_be_written_is_told(tiny: TinyProject, tbkgen: Command) -> None:
    run = tbkgen("build", "--output", "/dev/null/out")
    assert run.returncode == 1
    assert "cannot write /dev/null/out: Not a directory" in plain(run)


def test_a_broken_template_is_told_with_its_line(tiny: TinyProject, tbkgen: Command) -> None:
    head = "templates/openapi/openapi.yaml.jinja"
    tiny.write(head, "a\n{{ nowhere }}\n")
    run = tbkgen("build")
    assert run.returncode == 1
    assert f"{head}:2: 'nowhere' is undefined" in plain(run)


@pytest.fixture(autouse=True)
def _as_under_nohup() -> Iterator[None]:
    """A parent that ignores Ctrl-C, as nohup and shells in the background do."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGINT, before)


def _take_ctrl_c() -> None:
    """In the child: what it would inherit is to ignore the signal."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _start(tiny: TinyProject, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "generator", "--root", str(tiny.root), *arguments],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=_take_ctrl_c,
    )


def _read_until(stream: IO[str] | None, word: str) -> None:
    assert stream is not None
    assert any(word in line for line in stream), f"{word!r} was never printed"


@pytest.mark.slow
def test_watch_reports_and_goes_on_and_stops_with_ctrl_c(tiny: TinyProject) -> None:
    process = _start(tiny, "build", "--watch")
    guard = Timer(60, process.kill)
    guard.start()
    try:
        _read_until(process.stdout, "seconds")
        time.sleep(1)  # The watch begins right after the first run.
        tiny.edit(PLATFORM, "tolerance: 10m", "tolerance: ten")
        _read_until(process.stderr, "wrong-value")
        tiny.edit(PLATFORM, "tolerance: ten", "tolerance: 5m")
        _read_until(process.stdout, "seconds")
        page = "templates/docs/docs/signing.md.jinja"
        good = tiny.read(page)
        tiny.write(page, good + "{{ nowhere }}")
        _read_until(process.stderr, "'nowhere' is undefined")
        tiny.write(page, good)
        _read_until(process.stdout, "seconds")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    finally:
        guard.cancel()
        process.kill()
    assert "Traceback" not in out + err
    assert process.returncode == 0
    assert not tiny.pipeline().check()[0].changes


def test_ctrl_c_while_a_command_is_imported_leaves_no_traceback(
    tbkgen: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(name: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "import_module", stopped)
    run = tbkgen("build")
    assert run.returncode == 1
    assert plain(run).startswith("tbkgen: stopped; ")


@pytest.mark.slow
def test_ctrl_c_ends_a_build_without_a_traceback(tiny: TinyProject) -> None:
    head = "templates/openapi/openapi.yaml.jinja"
    endless = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    tiny.write(head, endless + tiny.read(head))
    process = _start(tiny, "build")
    loaded = tiny.root / ".cache" / "tbkgen" / "documents.sqlite"
    try:
        while not loaded.exists() and process.poll() is None:
            time.sleep(0.02)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    finally:
        process.kill()
    assert (process.returncode, out) == (1, "")
    assert err == "tbkgen: stopped; every file is either old or new, the next run completes\n"
    assert not [*(tiny.root / "generated").iterdir()]
