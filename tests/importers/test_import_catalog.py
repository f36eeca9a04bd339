"""The platform's list of titles against specs/catalog.yaml."""

import json
from pathlib import Path
from typing import Any

import pytest
from saved_pages import files_of

from generator.importers.run import import_files
from generator.problems import SpecError
from generator.spec.load import parse

TITLES = [
    "淘宝客-推广者-信箱查询",
    "淘宝客-服务商-包裹列表查询",
    "淘宝客-公用-邮票列表查询",
    "淘宝客-公用-邮编解析",
    "邮局报表",
    "淘宝客-推广者-包裹创建",
]


def catalog_of(project: Path) -> Any:
    return parse("catalog", (project / "specs/catalog.yaml").read_bytes()).data


def run(project: Path, titles: list[str]) -> list[tuple[str, Any, Any]]:
    saved = project.parent / "titles.txt"
    saved.write_text("\n".join(titles) + "\n", encoding="utf-8")
    report = import_files(project, [saved], write=True)
    if report.problems:
        raise SpecError(report.problems)
    return [(d.kind, d.document, d.spec) for i in report.imported for d in i.differences]


def test_the_same_list_changes_nothing(project: Path) -> None:
    before = files_of(project)
    assert run(project, TITLES) == []
    assert files_of(project) == before


def test_an_added_title(project: Path) -> None:
    titles = [*TITLES[:2], "淘宝客-公用-明信片打印", *TITLES[2:]]
    assert run(project, titles) == [("added", "淘宝客-公用-明信片打印", None)]
    assert [entry["title"] for entry in catalog_of(project)["titles"]] == titles


def test_a_title_from_beyond_the_list_keeps_its_method(project: Path) -> None:
    run(project, [*TITLES, "淘宝客-公用-信封尺寸查询"])
    catalog = catalog_of(project)
    assert catalog["titles"][-1]["method"] == "taobao.tbk.demo.envelope.get"
    assert catalog["beyond"] == []


def test_a_title_that_is_gone_is_kept_beyond_the_list(project: Path) -> None:
    assert run(project, TITLES[:2] + TITLES[3:]) == [("gone", None, "淘宝客-公用-邮票列表查询")]
    catalog = catalog_of(project)
    assert catalog["beyond"][-1]["method"] == "taobao.tbk.demo.stamp.get"
    assert len(catalog["titles"]) == 5


def test_a_row_without_a_title_is_kept_beyond_the_list(project: Path) -> None:
    catalog = project / "specs/catalog.yaml"
    row = "titles:\n  - {method: taobao.tbk.demo.scale.get}\n"
    catalog.write_text(catalog.read_text(encoding="utf-8").replace("titles:\n", row))
    run(project, [*TITLES, "淘宝客-公用-明信片打印"])
    assert {"method": "taobao.tbk.demo.scale.get"} in catalog_of(project)["beyond"]


def test_the_same_titles_in_another_order_are_no_news(project: Path) -> None:
    before = files_of(project)
    assert run(project, [TITLES[1], TITLES[0], *TITLES[2:]]) == []
    assert files_of(project) == before


def test_a_drafted_method_gets_a_row(project: Path, page: str) -> None:
    folder = project.parent / "saved" / "12345"
    folder.mkdir(parents=True)
    text = page.replace("demo.parcel.list", "dg.parcel.list")
    (folder / "page.txt").write_text(text.replace("demo_parcel_list", "dg_parcel_list"))
    report = import_files(project, [folder.parent], write=True)
    row = {"method": "taobao.tbk.dg.parcel.list"}
    assert catalog_of(project)["beyond"][-1] == row
    assert ("added", "beyond", row) in [
        (d.kind, d.path, d.document) for i in report.imported for d in i.differences
    ]


def test_the_row_of_a_title_gets_its_method(project: Path) -> None:
    document = {"name": "taobao.tbk.zip.get", "id": 5, "requestParams": []}
    saved = project.parent / "doc.json"
    saved.write_text(json.dumps({**document, "apiChineseName": TITLES[3]}), encoding="utf-8")
    import_files(project, [saved], write=True)
    assert catalog_of(project)["titles"][3] == {
        "title": TITLES[3], "method": "taobao.tbk.zip.get", "doc": 5
    }  # fmt: skip


def test_a_renamed_title_keeps_method_and_id(project: Path) -> None:
    renamed = "淘宝客-服务商-包裹列表查询升级"
    found = run(project, [TITLES[0], renamed, *TITLES[2:]])
    assert found == [("renamed", renamed, "淘宝客-服务商-包裹列表查询")]
    catalog = catalog_of(project)
    assert catalog["titles"][1] == {
        "title": renamed, "method": "taobao.tbk.demo.parcel.list", "doc": 10002
    }  # fmt: skip
    assert len(catalog["beyond"]) == 1


@pytest.mark.parametrize(
    ("titles", "line"),
    [
        ([*TITLES[:3], TITLES[0], *TITLES[3:]], 4),
        ([TITLES[0], "# 推广者", *TITLES[1:]], 2),
        ([*TITLES[:2], "公用接口列表", *TITLES[2:]], 3),
        ([*TITLES[:5], "淘宝客-推广者-包"], 6),
        ([TITLES[0], "淘宝客-公用-甲", "淘宝客-公用-乙", "淘宝客-公用-丙", "淘宝客-公用-丁"], 1),
    ],
)
def test_a_doubtful_list_is_reported_and_not_applied(
    project: Path, titles: list[str], line: int
) -> None:
    before = files_of(project)
    with pytest.raises(SpecError) as caught:
        run(project, titles)
    assert [(p.rule, p.line) for p in caught.value.problems] == [("import-titles", line)]
    assert files_of(project) == before


def test_a_list_that_lacks_its_end_is_not_applied(project: Path) -> None:
    run(project, [*TITLES, *(f"淘宝客-公用-明信片{number}" for number in range(9))])
    before = files_of(project)
    with pytest.raises(SpecError) as caught:
        run(project, [*TITLES, *(f"淘宝客-公用-明信片{number}" for number in range(6))])
    (problem,) = caught.value.problems
    assert "the last 3 known titles are missing" in problem.message
    assert files_of(project) == before


def test_a_doubtful_menu_of_a_page_does_not_stop_the_page(project: Path, page: str) -> None:
    catalog = (project / "specs/catalog.yaml").read_bytes()
    saved = project.parent / "page.txt"
    saved.write_text(TITLES[1] + "\n" + page, encoding="utf-8")
    report = import_files(project, [saved], write=True)
    assert report.written
    assert [m.rule for m in report.notices if m.line == 3] == ["import-titles"]
    assert (project / "specs/catalog.yaml").read_bytes() == catalog
