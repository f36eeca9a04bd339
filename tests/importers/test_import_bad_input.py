"""Whatever is wrong with a saved file: a message with its line, and no file touched."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from saved_pages import PAGES, SPEC, files_of

from generator.importers.read import read
from generator.importers.read.encoding import MAX_BYTES, decode
from generator.importers.run import import_files
from generator.problems import Problem, SpecError


def problems_of(project: Path, content: bytes, name: str = "saved.txt") -> tuple[Problem, ...]:
    """The problems of an import that must fail and must touch nothing."""
    saved = project.parent / name
    saved.write_bytes(content)
    before = files_of(project)
    report = import_files(project, [saved], write=True)
    assert files_of(project) == before
    assert report.changes == []
    assert report.problems
    assert all(problem.line for problem in report.problems)
    return tuple(report.problems)


def test_no_api_page(project: Path) -> None:
    (problem,) = problems_of(project, "今天天气不错。\n我们去散步。\n".encode())
    assert problem.rule == "import-not-api"


@pytest.mark.parametrize("content", [b"", b"  \n", b"\x89PNG\r\n\x1a\n\0\0\0"])
def test_empty_and_binary_files(project: Path, content: bytes) -> None:
    (problem,) = problems_of(project, content)
    assert problem.rule in ("import-not-api", "import-encoding")


def test_an_html_page_without_tables(project: Path) -> None:
    (problem,) = problems_of(project, b"<html><body><p>404</p></body></html>", "page.html")
    assert problem.rule == "import-not-api"


def test_a_file_that_is_too_large_is_not_read_whole(project: Path) -> None:
    (problem,) = problems_of(project, b"x" * (MAX_BYTES + 10))
    assert (problem.rule, problem.line) == ("import-size", 1)


@pytest.mark.parametrize(
    "marker", ["错误码 |", "1 2 3 4 5 6 7 8 |", "└ parcels", "名称 | 类型 | 示例值"]
)
def test_a_page_cut_in_the_middle(project: Path, page: str, marker: str) -> None:
    problems = problems_of(project, page[: page.index(marker)].encode())
    assert "import-cut-off" in {problem.rule for problem in problems}


@pytest.mark.parametrize(
    ("name", "marker", "message"),
    [
        ("parcel_list.html", "<span>检查编号", "the page ends inside a table"),
        ("parcel_list.md", "状态只能取文档所列的值", "no end of the last row"),
        ("parcel_list.txt", "状态只能取文档所列的值", "no end of the last row"),
    ],
)
def test_a_page_cut_inside_its_last_table(
    project: Path, name: str, marker: str, message: str
) -> None:
    text = (PAGES / name).read_text(encoding="utf-8")
    (problem,) = problems_of(project, text[: text.index(marker) + 2].encode(), name)
    assert problem.rule == "import-cut-off"
    assert message in problem.message


def test_a_page_cut_inside_a_character(project: Path, page: str) -> None:
    content = page.encode()
    inside = content.index("名称".encode()) + 1
    (problem,) = problems_of(project, content[:inside])
    assert problem.rule == "import-cut-off"
    assert problem.line == content.count(b"\n", 0, inside) + 1


def test_a_sample_cut_in_the_middle(project: Path, page: str) -> None:
    cut = page.replace(' "request_id" : "4f9k" } } |', " |")
    (problem,) = problems_of(project, cut.encode())
    line = next(n for n, text in enumerate(cut.splitlines(), start=1) if '"courier_name"' in text)
    assert problem.rule == "import-sample"
    assert line <= (problem.line or 0) <= line + 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("insured | Boolean | 可选", "insured | Boolean | 也许"),
        ("insured | Boolean", "参数名 | Boolean"),
        ("insured | Boolean | 可选 | true | 是否保价 |", "insured | | 可选 | true | 是否保价 |"),
        ("| 是否保价 |", "| 是 | 否 | 保 | 价 |"),
        ("isv.state-wrong | 状态不对 |", "isv.state-wrong | 状态 | 不对 |"),
        ("包裹状态，1：待揽收", "包裹状态，\n1：待揽收"),
    ],
)
def test_a_broken_row_is_named_by_its_line(project: Path, page: str, old: str, new: str) -> None:
    assert old in page
    broken = page.replace(old, new)
    problems = problems_of(project, broken.encode())
    expected = broken[: broken.index(new)].count("\n") + 1
    assert {problem.rule for problem in problems} == {"import-table-row"}
    assert min(problem.line or 0 for problem in problems) in range(expected, expected + 3)


def test_a_gbk_page_is_taken_with_a_notice(project: Path, page: str) -> None:
    saved = project.parent / "gbk.txt"
    saved.write_bytes(page.encode("gb18030"))
    report = import_files(project, [saved], write=True)
    notice = report.notices[0]
    assert (notice.rule, notice.line, notice.warning) == ("import-encoding", 1, True)
    assert "GB18030" in notice.message
    assert len(report.changes) == 1


def test_an_unknown_encoding_names_the_line(project: Path) -> None:
    (problem,) = problems_of(project, b"line\nline\n\xff\xff\xff")
    assert (problem.rule, problem.line) == ("import-encoding", 3)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('{\n "name": "taobao.tbk.x",\n "requestParams": [}', 3),
        ('{"hello": 1}', 1),
        (
            '{"name": "taobao.tbk.x",\n "requestParams": [\n {"name": "a b"}]}',
            3,
        ),
        (
            '{"name": "taobao.tbk.x", "requestParams": [\n'
            ' {"name": "a", "type": "String", "required": "maybe"}]}',
            2,
        ),
        ('[{"name": "taobao.tbk.x", "requestParams": []}]', 1),
    ],
)
def test_a_bad_document_json(project: Path, content: str, line: int) -> None:
    (problem,) = problems_of(project, content.encode(), "doc.json")
    assert problem.line == line


def test_one_bad_file_does_not_stop_the_good_ones(project: Path, page: str) -> None:
    folder = project.parent / "saved"
    (folder / "deep").mkdir(parents=True)
    (folder / "a_good.txt").write_text(page, encoding="utf-8")
    (folder / "._a_good.txt").write_bytes(b"\0\5\x16\7")  # What macOS leaves on foreign disks.
    (folder / "deep" / "bad.txt").write_text("no page\n", encoding="utf-8")
    (folder / "cut.txt").write_text(
        page.replace("parcel.list", "other.list")[: page.index("错误码 |")], encoding="utf-8"
    )
    (folder / "z_good.txt").write_text(
        page.replace("parcel.list", "last.list").replace("parcel_list_", "last_list_")
    )
    report = import_files(project, [folder, project / "nowhere.txt"], write=True)
    bad = folder / "cut.txt", folder / "deep" / "bad.txt", project / "nowhere.txt"
    assert {problem.file for problem in report.problems} == {path.as_posix() for path in bad}
    apis = sorted(path.stem for path in (project / "specs" / "apis").glob("*/*.yaml"))
    assert apis == ["taobao.tbk.demo.last.list", "taobao.tbk.demo.parcel.list"]


def test_partial_shows_what_was_understood_and_writes_nothing(project: Path, page: str) -> None:
    saved = project.parent / "cut.txt"
    saved.write_text(page[: page.index("错误码 |")], encoding="utf-8")
    before = files_of(project)
    report = import_files(project, [saved], write=True, partial=True)
    assert [message.rule for message in report.problems] == ["import-cut-off"]
    assert [row.name for row in report.damaged[0].request or ()][-1] == "insured"
    assert [change.path for change in report.changes] == [SPEC]
    assert report.written == []
    assert files_of(project) == before
    lines = list(report.lines())
    assert f"understood of {saved.as_posix()}: taobao.tbk.demo.parcel.list, " in "\n".join(lines)
    assert lines[-1] == "nothing was written"


def test_partial_writes_the_good_page_of_the_same_method(project: Path, page: str) -> None:
    folder = project.parent / "saved"
    folder.mkdir()
    (folder / "1_cut.txt").write_text(page[: page.index("错误码 |")], encoding="utf-8")
    (folder / "2_whole.txt").write_text(page, encoding="utf-8")
    report = import_files(project, [folder], write=True, partial=True)
    assert report.written == [SPEC]
    assert "isv.state-wrong" in (project / SPEC).read_text(encoding="utf-8")


def test_a_project_without_the_products_words(project: Path) -> None:
    (project / "specs" / "product.yaml").unlink()
    with pytest.raises(SpecError) as caught:
        import_files(project, [PAGES / "parcel_list.txt"], write=True)
    (problem,) = caught.value.problems
    assert (problem.rule, problem.file) == ("file-name", "specs/product.yaml")


def test_a_spec_that_is_wrong_itself_is_named(project: Path) -> None:
    import_files(project, [PAGES / "parcel_list.txt"], write=True)
    spec = project / SPEC
    spec.write_text(spec.read_text(encoding="utf-8").replace("auth:", "oauth:"), encoding="utf-8")
    report = import_files(project, [PAGES / "parcel_list.txt"], write=True)
    assert {problem.file for problem in report.problems} == {SPEC}
    assert {problem.rule for problem in report.problems} == {"unknown-key", "missing-key"}


def test_a_spec_that_refers_to_nothing_is_named(project: Path) -> None:
    import_files(project, [PAGES / "parcel_list.txt"], write=True)
    spec = project / SPEC
    text = spec.read_text(encoding="utf-8").replace("use: page_no", "use: nowhere")
    spec.write_text(text, encoding="utf-8")
    (problem,) = import_files(project, [PAGES / "parcel_list.txt"], write=True).problems
    line = next(n for n, told in enumerate(text.splitlines(), 1) if "use: nowhere" in told)
    assert (problem.rule, problem.file, problem.line) == ("undefined-reference", SPEC, line)


@pytest.mark.parametrize("name", ["../../../outside", "taobao", "taobao.tbk." + "x" * 100, "TB.x"])
def test_a_document_json_with_another_name_than_that_of_a_method(project: Path, name: str) -> None:
    content = json.dumps({"name": name, "requestParams": []}).encode()
    (problem,) = problems_of(project, content, "doc.json")
    assert problem.rule == "import-not-api"


def test_the_progress_tells_every_file(project: Path, page: str) -> None:
    told: list[str] = []
    import_files(project, [PAGES / "parcel_list.txt"], write=True, progress=told.append)
    assert told == ["import 1/1 parcel_list.txt"]


# Whatever comes, the only complaint is ours.

CELLS = st.text(st.sampled_from("ab_1└│ 名称类型必须可选|\\-{}<>\"':：。,0"), max_size=12)
ROWS = st.lists(st.lists(CELLS, max_size=8).map(" | ".join), max_size=12)
HEADS = st.sampled_from(
    [
        "名称 | 类型 | 是否必须 | 示例值 | 更多限制 | 描述 |",
        "名称 | 类型 | 示例值 | 描述 |",
        "错误码 | 错误描述 |",
    ]
)
SAMPLES = st.sampled_from(
    [
        "",
        "method=taobao.tbk.a.get",
        '{"tbk_a_get_response": {"a": [{"b": 1}]}}',
        "<tbk_a_get_response><a>",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(HEADS, ROWS, SAMPLES), max_size=4))
def test_random_tables(parts: list[tuple[str, list[str], str]]) -> None:
    lines = ["method=taobao.tbk.a.get"]
    for head, rows, sample in parts:
        lines += [head, "---|---|", *rows, sample]
    document, problems = read("x.txt", "\n".join(lines))
    assert all(problem.line for problem in problems)
    assert document.method in ("taobao.tbk.a.get", None)


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
def test_random_bytes(content: bytes) -> None:
    for prefix in (b"", b"<html><table><tr><td>", b"{"):
        with contextlib.suppress(SpecError):
            text, _ = decode("x", prefix + content)
            read("x", text)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
@pytest.mark.slow
def test_a_page_with_any_line_spoilt(project: Path, page: str, data: st.DataObject) -> None:
    lines = page.splitlines()
    index = data.draw(st.integers(0, len(lines) - 1))
    lines[index] = data.draw(st.text(max_size=30)) + lines[index][data.draw(st.integers(0, 40)) :]
    saved = project.parent / "spoilt.txt"
    saved.write_bytes("\n".join(lines).encode("utf-8", "replace"))
    before = files_of(project)
    import_files(project, [saved], write=False)
    assert files_of(project) == before


def test_deep_json_does_not_crash(project: Path) -> None:
    deep = '{"name": "taobao.tbk.x", "requestParams": ' + "[" * 100_000
    assert problems_of(project, deep.encode(), "deep.json")


def test_pages_are_fixtures() -> None:
    assert sorted(path.suffix for path in PAGES.iterdir()) == [".html", ".json", ".md", ".txt"]
