"""A saved document onto nothing gives a draft with the right facts, in whatever form it is."""

import time
from pathlib import Path
from typing import Any

import pytest
from saved_pages import HERE, PAGES, SPEC

from generator.importers.run import import_files
from generator.spec.load import parse
from generator.spec.validate import Schemas

ROOT = HERE.parent.parent
EXPECTED = HERE / "expected" / "taobao.tbk.demo.parcel.list.yaml"
SUPPLIED = ROOT.parent / "shared" / "pages" / "tbk_api_page_57916.txt"


def data_of(path: Path) -> Any:
    return parse(path.name, path.read_bytes()).data


def test_draft_of_a_text_page(project: Path) -> None:
    report = import_files(project, [PAGES / "parcel_list.txt"], write=True)
    assert report.written
    assert (project / SPEC).read_text(encoding="utf-8") == EXPECTED.read_text(encoding="utf-8")


def test_draft_satisfies_the_schema() -> None:
    document = parse(SPEC, EXPECTED.read_bytes())
    assert Schemas(ROOT / "specs" / "_schema").check(document) == []


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_every_form_tells_the_same(project: Path, form: str) -> None:
    import_files(project, [PAGES / f"parcel_list.{form}"], write=True)
    draft, expected = data_of(project / SPEC), data_of(EXPECTED)
    for key in ("method", "title", "role", "coverage", "request", "response", "errors"):
        assert draft[key] == expected[key], key
    assert draft["example"]["response"] == expected["example"]["response"]


def test_what_no_document_says_is_marked(project: Path) -> None:
    report = import_files(project, [PAGES / "parcel_list.txt"], write=True)
    draft = data_of(project / SPEC)
    assert draft["summary"] == {"zh": "待写", "en": "待写"}
    assert draft["request"]["state"]["description"] == "待写"
    assert draft["errors"]["isv.state-wrong"]["solution"] == "待写"
    assert any("sessionKey" in message.message for message in report.notices)


def test_sentences_of_the_document_are_not_copied(project: Path) -> None:
    import_files(project, [PAGES / "parcel_list.txt"], write=True)
    text = (project / SPEC).read_text(encoding="utf-8")
    for sentence in (
        "旧版参数",
        "寄出时间的下限",
        "查询一段时间内的包裹",
        "状态只能取文档所列的值",
    ):
        assert sentence not in text


def test_nested_and_flattened_tables_without_a_sample(project: Path, page: str) -> None:
    """Without the sample the place of a row is a guess, and the draft says so."""
    start = page.index("1 2 3 4 5 6 | < tbk_demo")
    end = page.index("1 2 3 4 5 6 | < error_response")
    saved = project / "parcel.txt"
    saved.write_text(page[:start] + page[end:], encoding="utf-8")
    import_files(project, [saved], write=True)
    parcels = data_of(project / SPEC)["response"]["data"]["fields"]["parcels"]
    assert parcels["wrapper"] == "parcel_d_t_o"
    assert parcels["wrapper_inferred"] is True
    assert "推断" in parcels["items"]["fields"]["stops"]["note"]


def test_the_curl_sample_gives_examples(project: Path, page: str) -> None:
    saved = project / "parcel.txt"
    saved.write_text(page.replace("易碎,生鲜 | 包裹的标签", "包裹的标签"), encoding="utf-8")
    import_files(project, [saved], write=True)
    assert data_of(project / SPEC)["request"]["labels"]["example"] == "易碎"


def test_a_method_without_title_gets_its_role_from_the_name(project: Path, page: str) -> None:
    saved = project / "page.txt"
    saved.write_text(page.replace("demo.parcel.list", "dg.parcel.send"), encoding="utf-8")
    text = saved.read_text(encoding="utf-8").replace("demo_parcel_list", "dg_parcel_send")
    saved.write_text(text, encoding="utf-8")
    import_files(project, [saved], write=True)
    draft = data_of(project / "specs/apis/publisher/taobao.tbk.dg.parcel.send.yaml")
    assert draft["role"] == "publisher"
    assert draft["idempotent"] is False
    assert "title" not in draft


def test_a_folder_is_read_in_time(project: Path, page: str) -> None:
    folder = project / "saved"
    folder.mkdir()
    for number in range(159):
        text = page.replace("parcel.list", f"parcel{number}.list")
        text = text.replace("parcel_list_response", f"parcel{number}_list_response")
        (folder / f"page{number}.txt").write_text(text, encoding="utf-8")
    start = time.perf_counter()
    report = import_files(project, [folder], write=True)
    assert time.perf_counter() - start < 5
    specs = [change.path for change in report.changes if "/apis/" in change.path]
    assert len(specs) == 159


@pytest.mark.skipif(not SUPPLIED.is_file(), reason="the platform's page is not at hand")
def test_the_platform_page_agrees_with_the_finished_spec() -> None:
    report = import_files(ROOT, [SUPPLIED], write=False)
    assert [imported.differences for imported in report.imported] == [()]
    assert report.changes == []
    assert report.notices == []
