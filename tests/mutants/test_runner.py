"""How faults are chosen, tried and told, with a project of a few lines and with none at all."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from project import REPOSITORY
from tables import every

from mutants import report
from mutants.__main__ import main
from mutants.areas import AREAS, BLIND, NEAREST, aim, area_of, candidates, sample
from mutants.copies import Copy, Ran
from mutants.faults import Fault
from mutants.runner import (
    CannotRunError,
    Kept,
    Result,
    digest,
    modules_of_tests,
    project_files,
    run,
)
from mutants.trials import Trial, Verdict

LINT = "generator/spec/lint/values.py"
HEAD = {"commit": "a", "tree": "t", "seed": 1}


def fault(file: str = LINT, start: int = 0, kind: str = "boundary") -> Fault:
    return Fault(file, start + 1, kind, start, "<", "<=", "a < b", "a <= b")


@pytest.fixture(scope="module")
def faults() -> list[Fault]:
    """All faults of some files of several areas."""
    files = [LINT, "generator/problems.py", "specs/platform.yaml", "specs/_shared/errors.yaml"]
    files += ["templates/client/src/{package}/_runtime/retry.py", "generator/spec/disk.py"]
    return list(candidates(REPOSITORY, files))


# The sample


def test_the_same_seed_gives_the_same_sample_and_a_larger_one_begins_with_it(
    faults: list[Fault],
) -> None:
    first = sample(faults, 30, 1)
    assert sample(reversed(faults), 30, 1) == first
    assert sample(faults, 60, 1)[:30] == first
    assert sample(faults, 30, 2) != first
    assert len(set(first)) == 30


def test_every_area_and_every_kind_has_its_part(faults: list[Fault]) -> None:
    chosen = sample(faults, 50, 1)
    areas = Counter(area.name for item in chosen if (area := area_of(item.file)))
    assert areas.keys() == {"lint", "generator", "specs", "retry"}
    assert areas["specs"] > areas["lint"] > areas["retry"] > 5
    kinds = Counter(item.kind for item in chosen if item.file == LINT)
    assert max(kinds.values()) <= 2


def test_a_sample_is_no_larger_than_what_there_is() -> None:
    assert len(sample([fault(start=place) for place in range(3)], 10, 1)) == 3


@every(
    ("file", "name"),
    [
        (LINT, "lint"),
        ("generator/spec/values.py", "values"),
        ("generator/spec/build.py", "generator"),
        ("generator/targets/docs/method.py", "targets"),
        ("generator/importers/draft/plain.py", "importers"),
        ("specs/apis/publisher/taobao.tbk.shop.get.yaml", "specs"),
        ("specs/_schema/api.schema.json", "schemas"),
        ("templates/client/src/{package}/_runtime/codes.py", "errors"),
        ("templates/client/src/{package}/_runtime/paging.py", "client"),
        ("templates/mock_server/src/{package}/signing.py", "signing"),
        ("templates/mock_server/src/{package}/reply.py", "mock"),
        ("templates/docs/docs/errors.md.jinja", "docs"),
        ("templates/client/README.md.jinja", "templates"),
        ("tests/project.py", None),
        ("README.md", None),
    ],
)
def test_the_area_of_a_file(file: str, name: str | None) -> None:
    area = area_of(file)
    assert (area.name if area else None) == name


# The tests that a fault meets


def test_the_nearest_tests_come_first_and_those_that_see_nothing_never() -> None:
    modules = modules_of_tests(project_files(REPOSITORY))
    aimed = aim(LINT, modules, {})
    assert aimed.nearest == ("spec/lint/test_values.py",)
    assert aimed.others[0].startswith("spec/lint/")
    assert "test_cli.py" in aimed.others
    assert not [module for module in aimed.others if module.startswith(("golden", "mutants"))]
    assert not [module for module in aimed.others if module.startswith(("client/", "mock/"))]
    everything = aim("generator/spec/ir.py", modules, {})
    assert {*everything.nearest, *everything.others} == {
        module for module in modules if not module.startswith(("golden", "frozen", "mutants"))
    }
    seen = aim("templates/client/src/{package}/_runtime/retry.py", modules, {})
    assert seen.nearest == ("client/test_retries.py",)
    assert not [module for module in seen.others if module.startswith(("spec/", "importers/"))]
    assert aim("generator/cli/lint_command.py", modules, {}).nearest == ("test_cli.py",)
    folder = aim("generator/targets/docs/packages.py", modules, {}).nearest
    assert {Path(module).parent.as_posix() for module in folder} == {"targets/docs"}
    openapi = aim("templates/openapi/openapi.yaml.jinja", modules, {}).nearest
    assert openapi == ("openapi/test_document.py",)
    facts = aim("specs/platform.yaml", modules, {})
    assert facts.nearest == ("facts/test_facts.py",)


def test_all_files_and_tests_that_the_tables_name_exist() -> None:
    files = project_files(REPOSITORY)
    modules = modules_of_tests(files)
    assert [file for file in NEAREST if file not in files] == []
    assert [module for row in NEAREST.values() for module in row if module not in modules] == []
    for area in AREAS:
        for name in area.watchers:
            assert (REPOSITORY / "tests" / name).exists(), name
        assert any(area_of(file) is area for file in files), area.name
    for pattern, names in BLIND:
        assert any(fnmatchcase(file, pattern) for file in files), pattern
        assert [name for name in names if not (REPOSITORY / "tests" / name).exists()] == []


# Trials


class Played(Copy):
    """A copy in which programs end as the test says."""

    def __init__(self, folder: Path, ends: Sequence[int | None]) -> None:
        super().__init__(folder)
        self.ends = list(ends)
        self.ran: list[str] = []
        (self.root / LINT).parent.mkdir(parents=True)
        (self.root / LINT).write_text("<", "utf-8")
        (self.root / "specs").mkdir()
        (self.root / "specs/a.yaml").write_text("<", "utf-8")
        self._pristine.symlink_to(self.root)

    def run(self, command: Sequence[str], *, limit: float) -> Ran:
        del limit
        self.ran.append(" ".join(command[2:4]) if "-x" not in command else command[-1])
        return Ran(self.ends.pop(0), "FAILED tests/a/test_b.py::test_c - assert 1 == 2\n1 failed")


MODULES = ["spec/lint/test_values.py", "spec/test_build.py", "golden/test_golden.py"]
NEAR, FAR = "tests/spec/lint/test_values.py", "tests/spec/test_build.py"
TEST = "a/test_b.py::test_c"


@pytest.mark.parametrize(
    ("ends", "verdict", "ran"),
    [
        ([1], Verdict("build"), ["generator build"]),
        ([None], Verdict("time", "build"), ["generator build"]),
        ([0, 1], Verdict("test", TEST), ["generator build", NEAR]),
        ([0, None], Verdict("time", "spec/lint/test_values.py"), ["generator build", NEAR]),
        ([0, 0, 0], Verdict(""), ["generator build", NEAR, FAR]),
        ([0, 5, 5], Verdict(""), ["generator build", NEAR, FAR]),
        (
            [0, 0, 1, 1],
            Verdict("test", TEST),
            ["generator build", NEAR, FAR, f"tests/{TEST}"],
        ),
        (
            [0, 0, 1, 0, 0],
            Verdict(""),
            ["generator build", NEAR, FAR, f"tests/{TEST}", FAR],
        ),
    ],
)
def test_who_notices(
    tmp_path: Path, ends: list[int | None], verdict: Verdict, ran: list[str]
) -> None:
    copy = Played(tmp_path, ends)
    assert Trial(MODULES, {}).of(fault(), copy) == verdict
    assert copy.ran == ran


def test_a_spec_is_laid_out_first_and_refused_counts_as_noticed(tmp_path: Path) -> None:
    copy = Played(tmp_path, [0, 1])
    assert Trial(MODULES, {}).of(fault("specs/a.yaml"), copy) == Verdict("build")
    assert copy.ran == ["generator fmt", "generator build"]


def test_survivors_meet_the_slow_tests_if_asked_to(tmp_path: Path) -> None:
    copy = Played(tmp_path, [0, 0, 0, 1])
    assert Trial(MODULES, {}, slow=True).of(fault(), copy) == Verdict("test", TEST)


def test_a_first_look_ends_with_the_nearest_tests(tmp_path: Path) -> None:
    copy = Played(tmp_path, [0, 0])
    assert Trial(MODULES, {}, nearest_only=True).of(fault(), copy) == Verdict("", first_look=True)
    assert copy.ran == ["generator build", NEAR]


def test_a_limit_follows_what_tests_usually_take() -> None:
    trial = Trial(MODULES, {NEAR.removeprefix("tests/"): 100.0})
    assert trial.limit([MODULES[0]]) == 600
    assert trial.limit([MODULES[1]]) == 90


# Copies


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    made = Copy(tmp_path)
    (made.root / "a").mkdir(parents=True)
    (made.root / "a/b.py").write_text("x = 1\n", "utf-8")
    (made.root / "a/c.txt").write_text("c", "utf-8")
    made.build = lambda command="build": Ran(0, command)  # type: ignore[method-assign]
    made.warm_up()
    return made


def test_everything_is_as_before_after_a_fault(copy: Copy) -> None:
    with copy.changed("a/b.py", lambda text: text.replace("1", "2")):
        assert (copy.root / "a/b.py").read_text("utf-8") == "x = 2\n"
        (copy.root / "a/c.txt").unlink()
        (copy.root / "a/new.txt").write_text("new", "utf-8")
    names = {path.name: path.read_text("utf-8") for path in (copy.root / "a").iterdir()}
    assert names == {"b.py": "x = 1\n", "c.txt": "c"}


def test_python_sees_the_fault_and_not_what_it_compiled_before(copy: Copy) -> None:
    command = [sys.executable, "-c", "import sys; sys.path[:0] = ['a']; import b; print(b.x)"]
    assert copy.run(command, limit=60).told == "1\n"
    for digit in "23":
        with copy.changed("a/b.py", Fault("a/b.py", 1, "boundary", 4, "1", digit, "", "").apply):
            assert copy.run(command, limit=60).told == f"{digit}\n"
        assert copy.run(command, limit=60).told == "1\n"


def test_what_hangs_is_ended_with_all_that_it_started(copy: Copy) -> None:
    started = time.monotonic()
    assert copy.run(["sh", "-c", "sleep 9 & sleep 9"], limit=0.3).code is None
    assert time.monotonic() - started < 5


def test_the_first_failure_is_named() -> None:
    told = "...F\nFAILED tests/client/test_calls.py::test_a[x - y] - assert 1\n1 failed in 2 s"
    assert Ran(1, told).failed_test == "client/test_calls.py::test_a[x - y]"
    assert Ran(2, "ERROR tests/a.py - ImportError: b").failed_test == "a.py"
    assert Ran(3, "nothing").failed_test == ""


# Results


def test_results_are_kept_and_a_half_written_line_is_no_result(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    kept = Kept(path, HEAD)
    kept.usual({"a.py": 1.5})
    kept.add(Result(fault(), Verdict("test", TEST), 3.5))
    with path.open("a", encoding="utf-8") as file:
        file.write('{"name": "half')
    again = Kept(path, HEAD | {"commit": "b"})
    assert again.seconds == {"a.py": 1.5}
    assert list(again.results.values()) == [Result(fault(), Verdict("test", TEST), 3.5)]
    again.add(Result(fault(start=1), Verdict(""), 1.0))
    assert len(Kept(path, HEAD).results) == 2
    assert len(Kept(path, HEAD | {"tree": "another"}).results) == 0
    assert path.read_text("utf-8") == json.dumps(HEAD | {"tree": "another"}) + "\n"


def test_a_run_with_all_results_tries_nothing(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "results.jsonl", HEAD)
    kept.add(Result(fault(), Verdict("")))
    run(tmp_path, [fault()], kept, print)


def test_what_survived_a_first_look_is_tried_again_against_all_tests(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "results.jsonl", HEAD)
    kept.add(Result(fault(), Verdict("", first_look=True)))
    kept.add(Result(fault(start=1), Verdict("build")))
    kept = Kept(tmp_path / "results.jsonl", HEAD)
    assert kept.knows(fault(), nearest=True)
    assert not kept.knows(fault())
    assert kept.knows(fault(start=1))
    assert not kept.knows(fault(start=2), nearest=True)


def test_the_tree_is_what_decides(tmp_path: Path) -> None:
    for name in ("benchmarks", "specs"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a").write_text("a", "utf-8")
    files = ["benchmarks/a", "specs/a"]
    before = digest(tmp_path, files)
    (tmp_path / "benchmarks/a").write_text("b", "utf-8")
    assert digest(tmp_path, files) == before
    (tmp_path / "specs/a").write_text("b", "utf-8")
    assert digest(tmp_path, files) != before


# What is told


def results(survived: int, killed: int) -> list[Result]:
    alive = [Result(fault(start=place), Verdict("")) for place in range(survived)]
    return alive + [Result(fault(start=99 + n), Verdict("test", TEST)) for n in range(killed)]


def test_areas_have_floors() -> None:
    assert list(report.broken_floors(results(1, 9))) == []
    assert list(report.broken_floors(results(11, 89))) == ["lint: 11 % survive, 10 % may"]
    assert list(report.broken_floors(results(1, 1))) == [
        "lint: 50 % survive, 10 % may",
        "all: 50 % survive, 15 % may",
    ]


def test_the_document_tells_numbers_and_survivors() -> None:
    text = report.document(results(1, 3), [fault(start=7)], "the head")
    assert "| lint | 4 | 0 | 3 | 0 | 1 | 25 | 10 |" in text
    assert "| all | 4 | 0 | 3 | 0 | 1 | 25 | 15 |" in text
    assert f"1 faults of the sample change nothing and are not counted:\n`{LINT}:8`" in text
    assert text.endswith(f"- `{LINT}:1` boundary\n  - `a < b`\n  - `a <= b`\n")


def test_every_fault_that_is_said_to_change_nothing_exists_and_has_a_reason() -> None:
    known = report.equivalents()
    found = {
        (item.file, item.before, item.after)
        for item in candidates(REPOSITORY, {file for file, _, _ in known})
    }
    assert [row for row in known if row not in found] == []
    assert [row for row, reason in known.items() if len(reason) < 20] == []
    some = replace(fault(), before="x", after="y")
    assert report.is_equivalent(some, {(LINT, "x", "y"): "because"})
    assert not report.is_equivalent(some, {})


# The command


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A checkout with one module that faults can be put into."""
    module = tmp_path / LINT
    module.parent.mkdir(parents=True)
    module.write_text("x = a < b\n", "utf-8")
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    return tmp_path


def arguments(folder: Path, *more: str) -> list[str]:
    return ["--count", "2", "--results", str(folder / "results.jsonl"), *more]


def test_the_command_tells_by_its_exit_code(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def tried(by: str) -> int:
        def play(root: Path, faults: list[Fault], kept: Kept, *_: object, **__: object) -> None:
            del root
            for item in faults:
                kept.results[item.name] = Result(item, Verdict(by))

        monkeypatch.setattr("mutants.__main__.run", play)
        return main(arguments(tmp_path, "--output", str(tmp_path / "told.md")), project)

    assert tried("test") == 0
    assert "| all | 2 | 0 | 2 | 0 | 0 | 0 | 15 |" in (tmp_path / "told.md").read_text("utf-8")
    assert tried("") == 1
    told = capsys.readouterr()
    assert f"`{LINT}:1` boundary" in told.out
    assert "lint: 100 % survive, 10 % may" in told.err


def test_the_command_cannot_run(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(error: BaseException) -> int:
        def play(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr("mutants.__main__.run", play)
        return main(arguments(tmp_path), project)

    assert fail(CannotRunError("the tests fail without any fault: x")) == 2
    assert fail(KeyboardInterrupt()) == 2
    assert main(arguments(tmp_path, "--only", "README.md"), project) == 2
    assert main(arguments(tmp_path, "--only", LINT, "--only", "*.txt"), project) == 2
    told = capsys.readouterr().err.splitlines()
    assert told == [
        "the tests fail without any fault: x",
        "interrupted; the same command goes on",
        "README.md: no file that faults are put into",
        "*.txt: no file that faults are put into",
    ]
    with pytest.raises(SystemExit) as left:
        main(["--area", "nowhere"], project)
    assert left.value.code == 2


@pytest.mark.parametrize("only", [LINT, "generator/spec/lint/*.py", "*/values.py"])
def test_the_sample_can_be_looked_at(
    project: Path, capsys: pytest.CaptureFixture[str], only: str
) -> None:
    listed = ["--list", "--area", "lint", "--only", only, "--count", "9"]
    assert main(listed, project) == 0
    assert sorted(capsys.readouterr().out.splitlines()) == [
        f"{LINT}:1 boundary: x = a < b → x = a <= b",
        f"{LINT}:1 comparison: x = a < b → x = a > b",
    ]


def test_the_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    told = capsys.readouterr().out
    for option in ("--count", "--seed", "--area", "--only", "--workers", "--results", "signing"):
        assert option in told


def test_an_interrupt_ends_it_even_if_the_caller_ignores_it(tmp_path: Path) -> None:
    program = (
        "import runpy, sys, mutants.runner as r, time\n"
        "def play(*_, **__):\n"
        "    print('at it', flush=True)\n"
        "    time.sleep(30)\n"
        "r.run = play\n"
        "sys.argv[1:] = ['--only', 'generator/problems.py', '--results', sys.argv[1]]\n"
        "runpy.run_module('mutants', run_name='__main__')\n"
    )
    started = subprocess.Popen(
        ["sh", "-c", 'trap "" INT; exec "$0" -c "$1" "$2"', sys.executable, program, "results"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": f"{REPOSITORY / 'tests'}{os.pathsep}{REPOSITORY}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert started.stdout
    assert started.stdout.readline() == "at it\n"
    started.send_signal(signal.SIGINT)
    _, told = started.communicate(timeout=20)
    assert (started.returncode, told) == (2, "interrupted; the same command goes on\n")
