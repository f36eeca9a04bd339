"""`tbkgen fmt`: one layout, no fact and no comment lost, nothing half done."""

import io
import os
import re
import shutil
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from project import REPOSITORY, TinyProject
from tables import every

from generator.cli import main
from generator.pipeline import Pipeline, Project
from generator.spec.files import spec_files
from generator.spec.fmt import canonical_text, format_specs, layout_problems, notes_of
from generator.spec.load import MAX_KEY, parse
from generator.spec.sharing import Sheet
from generator.spec.text import Json
from spec.yaml_texts import texts

API = "specs/apis/publisher/taobao.tbk.order.get.yaml"
SHOPS = "specs/apis/service_provider/taobao.tbk.sc.shop.save.yaml"
HEADER = "# yaml-language-server: $schema=../../_schema/api.schema.json\n"
PLACES = [API, "specs/_shared/fields.yaml", "specs/_shared/types.yaml", "specs/platform.yaml"]


def laid_out(text: str, file: str = API) -> str:
    data = parse(file, text.encode()).data
    return canonical_text(Sheet(file, data, notes_of(file, text)))


@given(texts(), st.sampled_from(PLACES))
@settings(max_examples=200)
@pytest.mark.slow
def test_no_fact_and_no_comment_is_lost_and_twice_is_once(
    drawn: tuple[dict[str, Json], str, int], file: str
) -> None:
    data, text, comments = drawn
    assert parse(file, text.encode()).data == data
    once = laid_out(text, file)
    assert parse(file, once.encode()).data == data
    told = sorted(re.findall(r"# note(\d+)\.", once), key=int)
    assert told == [str(number) for number in range(1, comments + 1)]
    assert laid_out(once, file) == once
    assert "\r" not in once
    assert "\n\n\n" not in once
    assert once.endswith("\n")
    assert not once.endswith("\n\n")


def test_keys_are_ordered_and_comments_and_blank_lines_stay_where_they_belong() -> None:
    assert (
        laid_out("""\
#  a word about the file

request:
  a: {description: 甲, type: string} # behind a

  # above b
  b:
    description: 乙
    # above its type
    type: array
    items: {description: 丙,
            use: c}

role: publisher   # who calls


# above the method
title: {a: [1,
  2]}
method: x
# at the end
""")
        == HEADER + """\
method: x

# above the method
title: {a: [1, 2]}

role: publisher # who calls
#  a word about the file

request:
  a: {type: string, description: 甲} # behind a
  # above b
  b:
    # above its type
    type: array
    description: 乙
    items: {use: c, description: 丙}
# at the end
"""
    )


def test_what_stands_in_an_object_of_its_own_is_ordered_at_every_depth() -> None:
    assert (
        laid_out("""\
response:
  a:
    items: {fields: {b: {unit: 元, type: decimal}}, name: A, type: object}
    type: array
example: {response: {name: m, type: o}}
unknown: 1
""")
        == HEADER + """\
response:
  a:
    type: array
    items:
      type: object
      name: A
      fields:
        b: {type: decimal, unit: 元}
example:
  response:
    name: m
    type: o
unknown: 1
"""
    )


def test_tables_of_the_platform_keep_a_row_a_line() -> None:
    rows = f'errors:\n  "7": {{message: m, solution: {"说" * 90}, retry: never}}\n'
    header = "# yaml-language-server: $schema=_schema/platform.schema.json\n"
    assert laid_out(rows, "specs/platform.yaml") == header + rows
    assert laid_out(rows, API).count("\n") == 6


@every(
    ("before", "rest"),
    [
        ("# yaml-language-server: $schema=../wrong.json\nmethod: x\n", "method: x\n"),
        ("method: x\n# yaml-language-server: $schema=wrong.json\n", "method: x\n"),
        ("# mine\nmethod: x", "# mine\nmethod: x\n"),
        ("\n\nmethod: x\n\n\n", "method: x\n"),
        ("--- # mine\nmethod: x\n...\n", "# mine\nmethod: x\n"),
        ("method: # mine\n  x\n", "method: x # mine\n"),
        ("method: |- # mine\n  x # not\n", 'method: "x # not" # mine\n'),
        ("method: x\nrequest:\n  # later\n", "method: x\nrequest: null\n# later\n"),
    ],
)  # fmt: skip
def test_the_first_line_names_the_schema(before: str, rest: str) -> None:
    assert laid_out(before) == HEADER + rest


# The rule


def problems(text: str) -> list[str]:
    return [str(p) for p in layout_problems(API, text, parse(API, text.encode()).data)]


def test_the_first_line_that_differs_is_told() -> None:
    assert problems(HEADER + "method: x\nrole: m\n") == []
    told = "warning: layout: not in the canonical layout — run tbkgen fmt"
    assert problems(HEADER + "method: x\nrole: 'm'\n") == [f"{API}:3:1: {told}"]
    assert problems("method: x\n") == [f"{API}:1:1: {told}"]
    assert problems(HEADER + "method: x") == [f"{API}:3:1: {told}"]
    assert problems(HEADER + "role: m\nmethod: x\n") == [f"{API}:2:1: {told}"]
    assert problems((HEADER + "method: x\n").replace("\n", "\r\n")) == [
        f"{API}:1:1: warning: layout: lines end as on Windows — run tbkgen fmt"
    ]


@pytest.mark.slow
def test_all_real_specs_have_the_layout() -> None:
    assert format_specs(REPOSITORY).changed == {}


# The command


@pytest.fixture
def project(tmp_path: Path) -> TinyProject:
    made = TinyProject.create(tmp_path)
    result = format_specs(tmp_path)
    assert (result.moves, result.problems) == ([], [])
    for file, content in result.changed.items():
        made.write(file, content)
    return made


@dataclass(frozen=True)
class Run:
    """A command that ended."""

    returncode: int
    stdout: str
    stderr: str


def run_in(project: TinyProject, *arguments: str) -> Run:
    """A command on the project, in this process, which takes no time to start."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(["--root", str(project.root), *arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Run(code, out.getvalue(), err.getvalue())


def test_a_broken_file_is_reported_and_the_others_are_done(project: TinyProject) -> None:
    project.write(API, "method: a: b\n")
    project.edit(SHOPS, "role: service_provider", "role:    service_provider")
    run = run_in(project, "fmt")
    assert run.returncode == 1
    assert f"{API}:1:10: yaml-syntax: " in run.stderr
    assert "Traceback" not in run.stderr
    assert project.read(API) == "method: a: b\n"
    assert "role: service_provider\n" in project.read(SHOPS)
    # A user of the shared declarations may stand in the broken file.
    assert "page_no:" in project.read("specs/_shared/fields.yaml")
    assert "{use: page_no}" in project.read(SHOPS)


def test_a_broken_shared_file_is_one_problem(project: TinyProject) -> None:
    project.write("specs/_shared/fields.yaml", "a: b: c\n")
    (problem,) = format_specs(project.root).problems
    assert (problem.rule, problem.line) == ("yaml-syntax", 1)


def test_check_writes_nothing(project: TinyProject) -> None:
    assert run_in(project, "fmt", "--check").returncode == 0
    project.edit(SHOPS, "role: service_provider", "role:    service_provider")
    before = project.read(SHOPS)
    run = run_in(project, "fmt", "--check")
    assert (run.returncode, project.read(SHOPS)) == (1, before)
    assert f"would change: {project.root / SHOPS}" in run.stdout
    assert "tbkgen fmt" in run.stderr
    assert run_in(project, "fmt").returncode == 0
    assert run_in(project, "fmt", "--check").returncode == 0


def test_named_files_are_done_alone(project: TinyProject) -> None:
    for file in (API, SHOPS):
        project.write(file, project.read(file).replace("\n", "\r\n"))
    run = project.run("fmt", SHOPS, cwd=project.root)
    assert run.returncode == 0, run.stderr
    assert b"\r" in (project.root / API).read_bytes()
    assert b"\r" not in (project.root / SHOPS).read_bytes()


@pytest.mark.parametrize("name", ["nothing.yaml", "specs/_schema/api.schema.json", "specs"])
def test_what_is_no_spec_cannot_be_named(project: TinyProject, name: str) -> None:
    with chdir(project.root):
        run = run_in(project, "fmt", name)
    assert run.returncode == 2
    assert "is no spec" in run.stderr


def test_a_file_is_replaced_as_a_whole(project: TinyProject, tmp_path: Path) -> None:
    """The old file stays complete for whoever has it open, and nothing is left behind."""
    project.write(SHOPS, project.read(SHOPS).replace("\n", "\r\n"))
    os.link(tmp_path / SHOPS, tmp_path / "old")
    assert run_in(project, "fmt").returncode == 0
    assert b"\r\n" in (tmp_path / "old").read_bytes()
    assert b"\r\n" not in (tmp_path / SHOPS).read_bytes()
    assert [path.name for path in (tmp_path / SHOPS).parent.iterdir()] == [Path(SHOPS).name]


@pytest.mark.parametrize("text", ["a: 1\n", "a: [\n", "a: true\n"])
def test_a_text_that_says_something_else_is_not_written(
    project: TinyProject, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """`1` for `true` would be another fact, too; both are equal to Python."""
    project.write(SHOPS, "a: true\n")
    monkeypatch.setattr("generator.spec.fmt.canonical_text", lambda sheet: text)
    result = format_specs(project.root, [SHOPS])
    same = text == "a: true\n"
    assert [problem.rule for problem in result.problems] == ([] if same else ["layout"])
    assert result.changed == {}


@pytest.mark.parametrize("sign", ["k", "😀", '"', "\\", "\x07"])
def test_the_longest_key_is_still_read(sign: str) -> None:
    data: Json = {"a": {sign * MAX_KEY: "1"}}
    text = canonical_text(Sheet(API, data, []))
    assert parse(API, text.encode()).data == data


@pytest.mark.parametrize(
    ("file", "above", "indent"),
    [
        (API, "errors:\n  use: [busy]\n", "  "),
        ("specs/_shared/errors.yaml", "busy:\n  codes:\n", "    "),
        ("specs/platform.yaml", "errors:\n", "  "),
        ("specs/platform.yaml", "sub_errors:\n", "  "),
    ],
)
def test_the_keys_of_errors_are_ordered(file: str, above: str, indent: str) -> None:
    keys = {
        "note": "庚",
        "see": "[己]",
        "retry": "戊",
        "limit": "{scope: 丁}",
        "class": "丙",
        "solution": "乙",
        "message": "甲",
    }
    text = ", ".join(f"{key}: {value}" for key, value in keys.items())
    ordered = ", ".join(f"{key}: {value}" for key, value in reversed(keys.items()))
    told = laid_out(f"{above}{indent}e: {{{text}}} # of e\n", file).partition("\n")[2]
    assert told == f"{above}{indent}e: {{{ordered}}} # of e\n"


def test_files_of_topics_and_links_are_laid_out(project: TinyProject) -> None:
    topic, links = "specs/_shared/fields/shops.yaml", "specs/_shared/links.yaml"
    kept = project.read(topic)
    project.write(topic, "title: {see: [guide], description: 店铺名称, type: string}\n")
    spare = "# nobody's\nspare: {title: 无, url: https://a.cn}\n"
    project.write(links, project.read(links) + spare)
    result = format_specs(project.root)
    assert result.moves == ["the link spare: removed, for nothing uses it"]
    assert result.changed[topic].decode() == kept
    assert b"spare" not in result.changed[links]
    assert b"nobody" not in result.changed[links]


def test_values_of_ones_own_are_not_closed_by_a_field_that_moves(project: TinyProject) -> None:
    own = '{use: status, enum: {"1": 成功, "9": 再来}}'
    project.edit(SHOPS, "{use: status}", own)
    project.edit(API, "{use: status, example: 1}", "{type: integer, description: 状态}")
    for file, content in format_specs(project.root).changed.items():
        project.write(file, content)
    assert b"status" not in (project.root / "specs/_shared/fields.yaml").read_bytes()
    status = project.spec().apis[1].parameters.find("status")
    assert status
    assert status.closed is None
    assert [value.value.reveal() for value in status.enum] == ["1", "9"]
    assert "closed" not in project.read(SHOPS)


def test_nothing_moves_while_a_key_is_misspelt(project: TinyProject) -> None:
    """What stands below a misspelt key uses things, too."""
    project.edit(SHOPS, "\nrequest:", "\nrequst:")
    result = format_specs(project.root)
    assert [problem.rule for problem in result.problems] == ["missing-key", "unknown-key"]
    assert result.moves == []


def test_nothing_moves_while_a_name_is_misspelt(project: TinyProject) -> None:
    project.edit(SHOPS, "{use: page_no}", "{use: page_on}")
    result = format_specs(project.root)
    assert [(p.rule, p.file) for p in result.problems] == [("undefined-reference", SHOPS)]
    assert (result.moves, result.changed) == ([], {})


# Retiring a method, as CONTRIBUTING tells it

RETIRED = [
    "taobao.tbk.adzone.create",
    "taobao.tbk.coupon.get",
    "taobao.tbk.dg.newuser.order.get",
    "taobao.tbk.dg.vegas.tlj.create",
    "taobao.tbk.order.details.get",
    "taobao.tbk.sc.cp.order.details.get",
    "taobao.tbk.sc.order.details.get",
    "taobao.tbk.sc.tpwd.convert",
    "taobao.tbk.shop.get",
    "taobao.tbk.tpwd.parse",
]


def retire(root: Path, method: str) -> None:
    (spec,) = (root / "specs/apis").rglob(f"{method}.yaml")
    spec.unlink()
    catalog = root / "specs/catalog.yaml"
    rows = re.split(r"(?m)^(?=  - )", catalog.read_text("utf-8"))
    row = re.compile(rf"method: {re.escape(method)}[,}}\n]")
    left = [part for part in rows if not row.search(part)]
    assert len(left) == len(rows) - 1
    catalog.write_text("".join(left), "utf-8")
    product = root / "specs/product.yaml"
    named = re.sub(rf"(?m)^ *\w+: {re.escape(method)}\n", "", product.read_text("utf-8"))
    product.write_text(named, "utf-8")


@pytest.mark.slow
def test_a_method_is_retired_by_deleting_it_and_fmt(tmp_path: Path) -> None:
    moves = 0
    for method in RETIRED:
        root = tmp_path / method
        shutil.copytree(REPOSITORY / "specs", root / "specs")
        shutil.copy(REPOSITORY / "LICENSE", root)
        retire(root, method)
        result = format_specs(root)
        assert result.problems == []
        moves += len(result.moves)
        for file, content in result.changed.items():
            (root / file).write_bytes(content)
        Pipeline(Project.at(root, cached=False)).spec()
        again = format_specs(root)
        assert (again.moves, again.changed) == ([], {})
    assert moves > 30


@pytest.mark.slow
def test_all_ten_can_be_retired_at_once(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "specs", tmp_path / "specs")
    shutil.copy(REPOSITORY / "LICENSE", tmp_path)
    for method in RETIRED:
        retire(tmp_path, method)
    result = format_specs(tmp_path)
    for file, content in result.changed.items():
        (tmp_path / file).write_bytes(content)
    Pipeline(Project.at(tmp_path, cached=False)).spec()


def test_every_spec_is_seen(project: TinyProject) -> None:
    found, _ = spec_files(project.root)
    assert format_specs(project.root).files == len(found) == 11
