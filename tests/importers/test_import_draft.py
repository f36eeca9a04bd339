"""A saved document onto nothing gives a draft with the right facts, in whatever form it is."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from saved_pages import HERE, PAGES, SPEC
from tables import every

from generator.importers.draft.plain import plain_draft
from generator.importers.read import read
from generator.importers.run import import_files
from generator.spec.load import parse
from generator.spec.validate import Schemas

ROOT = HERE.parent.parent
EXPECTED = HERE / "expected" / "taobao.tbk.demo.parcel.list.yaml"
SUPPLIED = ROOT.parent / "shared" / "pages" / "tbk_api_page_57916.txt"


def plain_of(**document: Any) -> Any:
    """What the document JSON of a method tells."""
    text = json.dumps({"name": "taobao.tbk.demo.get", **document}, ensure_ascii=False)
    found, problems = read("x.json", text)
    assert problems == []
    return plain_draft(found).data


def response_of(rows: str, sample: str = "") -> Any:
    """The response that a table of a page tells."""
    table = f"名称 | 类型 | 示例值 | 描述 |\n---|---|---|---|\n{rows}"
    found, _ = read("x.txt", f"method=taobao.tbk.demo.get\n{table}\n\n{sample}")
    return plain_draft(found).data["response"]


def data_of(path: Path) -> Any:
    return parse(path.name, path.read_bytes()).data


def test_draft_of_a_text_page(project: Path) -> None:
    saved = [PAGES / "parcel_list.txt"]
    report = import_files(project, saved, write=True, today="2031-05-06")
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


def test_a_sample_is_without_the_request_id_that_the_gateway_adds() -> None:
    sample = {"tbk_demo_get_response": {"size": 1, "request_id": "4f9k"}}
    failure = {"error_response": {"code": 50, "request_id": "4f9k"}}
    rows = [{"name": "size", "type": "Number"}]
    plain = plain_of(
        responseParams=rows, rspSampleJson=json.dumps(sample), errorSampleJson=json.dumps(failure)
    )
    assert plain["example"] == {"response": {"size": 1}, "error": {"code": 50}}


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


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("淘宝客-推广者-服务商邀请", "publisher"),
        ("淘宝客-服务商-推广者邀请", "service_provider"),
        ("邮局报表", "other"),
    ],
)
def test_the_first_word_of_the_title_that_names_a_role_tells_it(
    project: Path, title: str, role: str
) -> None:
    saved = project / "doc.json"
    method = "taobao.tbk.dg.stamp.get"
    saved.write_text(json.dumps({"name": method, "apiChineseName": title, "requestParams": []}))
    import_files(project, [saved], write=True)
    assert data_of(project / f"specs/apis/{role}/{method}.yaml")["role"] == role


@pytest.mark.parametrize(
    ("method", "idempotent"),
    [
        ("x.get", True),
        (
            "tpwd.create",
            {"value": True, "reason": "待核对：口令每次重新生成，重复调用不改动任何数据"},
        ),
        ("tpwd.mix", True),
        ("x.save", False),
        ("x.spout", False),
        ("get.report", False),
    ],
)
def test_only_a_method_that_asks_may_be_repeated(
    project: Path, method: str, idempotent: object
) -> None:
    saved = project / "doc.json"
    saved.write_text(json.dumps({"name": f"taobao.tbk.{method}", "requestParams": []}))
    import_files(project, [saved], write=True)
    (spec,) = (project / "specs/apis").glob("*/*.yaml")
    assert data_of(spec)["idempotent"] == idempotent


def test_a_default_is_a_fact_of_parameters_only() -> None:
    row = {"name": "size", "type": "Number", "description": "条数，默认20"}
    plain = plain_of(requestParams=[row], responseParams=[row])
    assert plain["request"]["size"]["default"] == 20
    assert plain["response"]["size"] == {"type": "integer"}


@pytest.mark.parametrize("side", ["request", "response"])
@pytest.mark.parametrize(
    "description", ["默认1；单位：元", "最多10个；单位：元", "1.2345678（示例）；单位：元"]
)
def test_what_a_member_cannot_have_hides_nothing_behind_it(side: str, description: str) -> None:
    row = {"name": "pay", "type": "Price", "description": description}
    key = {"request": "requestParams", "response": "responseParams"}[side]
    assert plain_of(**{key: [row]})[side]["pay"]["unit"] == "元"


@pytest.mark.parametrize(
    ("type_", "description"),
    [
        ("Boolean", "默认20；已废弃"),  # a default that is no such value
        ("String", "多个用,分隔；已废弃"),  # the usual separator
        ("Number", "A：甲店，B：乙店；已废弃"),  # values that are no numbers
    ],
)
def test_what_is_no_fact_hides_nothing_behind_it(type_: str, description: str) -> None:
    row = {"name": "x", "type": type_, "description": description}
    assert plain_of(requestParams=[row])["request"]["x"]["deprecated"] is True


def test_an_id_that_goes_as_a_number_has_no_letters_for_values() -> None:
    row = {"name": "item_id", "type": "Number", "description": "A：甲店，B：乙店"}
    assert plain_of(responseParams=[row])["response"]["item_id"] == {
        "type": "string", "wire": "number"
    }  # fmt: skip


def test_of_two_rows_of_one_name_the_first_is_taken() -> None:
    rows = [{"name": "size", "type": "Number"}, {"name": "size", "type": "String"}]
    assert plain_of(requestParams=rows)["request"]["size"]["type"] == "integer"


def test_elements_of_lists_keep_their_time_format() -> None:
    row = {"name": "create_time", "type": "Number[]", "demoValue": "1700000000000"}
    assert plain_of(responseParams=[row])["response"]["create_time"]["items"] == {
        "type": "datetime", "wire": "number", "format": "epoch_ms"
    }  # fmt: skip


def test_a_name_that_the_sample_has_at_two_depths_belongs_to_the_inner_object() -> None:
    rows = (
        "data | MapData | 结果 |\n└ box | Box | 盒子 |\n└ lid | Lid | 盖子 |\n"
        "└ code | String | x1 | 编号 |"
    )
    sample = '{"tbk_demo_get_response": {"data": {"box": {"code": "1", "lid": {"code": "2"}}}}}'
    box = response_of(rows, sample)["data"]["fields"]["box"]["fields"]
    assert list(box) == ["lid"]
    assert list(box["lid"]["fields"]) == ["code"]


def test_bars_of_the_drawing_are_levels() -> None:
    rows = (
        "a | A | 甲 |\n└ b | B | 乙 |\n│ └ c | C | 丙 |\n│ │ └ d | String | x | 丁 |\n"
        "└ e | String | x | 戊 |"
    )
    inner = response_of(rows)["a"]["fields"]
    assert list(inner) == ["b", "e"]
    assert list(inner["b"]["fields"]) == ["c"]
    assert list(inner["b"]["fields"]["c"]["fields"]) == ["d"]


def test_a_shared_field_of_the_same_name_and_another_meaning_is_not_taken(project: Path) -> None:
    saved = project / "doc.json"
    rows: list[dict[str, Any]] = [
        {"name": "keyword", "type": "String", "required": False, "description": "店铺里用的颜色"},
        {"name": "parcel_id", "type": "String", "description": "包裹编号"},
    ]
    saved.write_text(json.dumps({"name": "taobao.tbk.x.get", "requestParams": rows}))
    import_files(project, [saved], write=True)
    (spec,) = (project / "specs/apis").glob("*/*.yaml")
    request = data_of(spec)["request"]
    assert request["keyword"]["type"] == "string"
    assert request["parcel_id"]["type"] == "string"
    rows[0]["description"] = "搜索用的词"
    saved.write_text(json.dumps({"name": "taobao.tbk.y.get", "requestParams": rows}))
    import_files(project, [saved], write=True)
    (spec,) = (project / "specs/apis").glob("*/taobao.tbk.y.get.yaml")
    assert data_of(spec)["request"]["keyword"] == {"use": "keyword"}


def drafted(project: Path, **document: Any) -> Any:
    """The draft of one document JSON."""
    saved, method = project / "doc.json", "taobao.tbk.drafted.get"
    text = json.dumps({"name": method, "requestParams": [], **document}, ensure_ascii=False)
    saved.write_text(text, encoding="utf-8")
    import_files(project, [saved], write=True)
    (spec,) = (project / "specs/apis").glob(f"*/{method}.yaml")
    return data_of(spec)


def test_a_shared_field_is_taken_in_its_own_form_only(project: Path) -> None:
    """Beside `use`, nothing says that the member is of another type."""
    fields = project / "specs/_shared/fields/orders.yaml"
    fields.write_text(
        "made_at: {type: datetime, description: 订单的时间}\n"
        "made_at__day: {type: datetime, format: yyyy-MM-dd HH:mm, description: 订单的时间}\n"
        "count: {type: integer, wire: string, description: 订单的数量}\n"
        "count_of: {type: integer, description: 订单的数量}\n",
        encoding="utf-8",
    )
    rows = [
        {"name": "made_at", "type": "Date", "description": "订单的时间"},
        {"name": "count", "type": "Number", "description": "订单的数量", "defaultValue": 20},
        {"name": "count_of", "type": "Number", "description": "订单的数量", "defaultValue": 20},
    ]
    request = drafted(project, requestParams=rows)["request"]
    assert request["made_at"] == {"use": "made_at", "required": "unknown"}
    assert (request["count"]["type"], "use" in request["count"]) == ("integer", False)
    assert request["count_of"] == {"use": "count_of", "required": "unknown", "default": 20}


@every(
    ("code", "message", "expected"),
    [
        ("isv.x", "系统繁忙，请稍后重试", {"class": "temporary", "retry": "later"}),
        ("isp.x", "未知", {"class": "temporary", "retry": "later", "note": "class"}),
        ("isv.x", "调用次数超限，请稍后重试",
         {"class": "rate_limit", "limit": {"scope": "method", "lasts": "unknown"}, "retry": "later",
          "note": "class 与 limit"}),
        ("isv.call-limited", "", {"class": "rate_limit",
          "limit": {"scope": "method", "lasts": "unknown"}, "retry": "later",
          "note": "class 与 limit"}),
        ("isv.x", "没有权限", {"class": "permission", "retry": "never", "note": "class"}),
        ("isv.invalid-session", "", {"class": "session", "retry": "never", "note": "class"}),
        ("isv.x", "商品不存在", {"class": "not_found", "retry": "never", "note": "class"}),
        ("isv.missing-parameter:a", "", {"class": "argument", "retry": "never", "note": "class"}),
        ("isv.x", "已被占用", {"class": "business", "retry": "never", "note": "class"}),
    ],
)  # fmt: skip
def test_the_class_of_an_error_is_a_guess_that_is_told(
    code: str, message: str, expected: dict[str, Any]
) -> None:
    (error,) = plain_of(requestParams=[], errorCodes=[{"errorCode": code, "errorMsg": message}])[
        "errors"
    ].values()
    if "note" in expected:
        expected = expected | {"note": f"待核对：{expected['note']} 为推断"}
    told = {"message": message} if message else {}
    assert error == told | {"solution": "待写"} | expected


def test_one_code_in_two_spellings_has_one_class(project: Path) -> None:
    codes = [("isp.busy", "系统繁忙，请稍后重试"), ("isv.parcel-missing", "没有这个包裹"),
             ("parcel-missing", "已拒收"), ("x", "系统繁忙"), ("isv.x", "没有权限")]  # fmt: skip
    rows = [{"errorCode": code, "errorMsg": message} for code, message in codes]
    errors = drafted(project, errorCodes=rows)["errors"]
    assert errors.pop("use") == ["parcel_common"]
    assert {code: (error["class"], error["retry"]) for code, error in errors.items()} == {
        "parcel-missing": ("not_found", "never"),
        "x": ("temporary", "later"),
        "isv.x": ("temporary", "later"),
    }


@pytest.mark.parametrize(
    ("moment", "source"),
    [
        ("2031-05-06+07%3A08%3A09", {"date": "2031-05-06", "kind": "page"}),
        ("2031-02-30+07%3A08%3A09", {"kind": "page"}),
        ("2031-05-06", {"kind": "page"}),
        ("now", {"kind": "page"}),
    ],
)
def test_the_clock_of_the_code_sample_tells_the_age_of_a_page(
    project: Path, page: str, moment: str, source: dict[str, str]
) -> None:
    saved = project / "page.txt"
    old = "-d 'method=taobao.tbk.demo.parcel.list'"
    assert page.count(old) == 1
    saved.write_text(page.replace(old, f"{old} -d 'timestamp={moment}'"), encoding="utf-8")
    import_files(project, [saved], write=True)
    doc = data_of(project / SPEC)["doc"]
    assert doc["source"] == source
    assert list(doc)[:3] == ["id", "source", "verified"]
    told = "待核对：doc.source 的日期取自代码示例里的 timestamp"
    assert (told in doc["notes"]) == ("date" in source)


def test_addresses_in_sentences_are_told_unless_a_link_has_them(project: Path) -> None:
    links = project / "specs/_shared/links.yaml"
    links.write_text("known: {title: 甲, url: https://a.cn/known}\n", encoding="utf-8")
    row = {
        "name": "x",
        "type": "String",
        "description": "见https://a.cn/known。另见http://b.cn/c?d=1#e，http://b.cn/c?d=1#e。",
    }
    saved = project / "doc.json"
    saved.write_text(json.dumps({"name": "taobao.tbk.x.get", "requestParams": [row]}))
    (told,) = (
        n for n in import_files(project, [saved], write=False).notices if n.rule != "import-guess"
    )
    assert (told.rule, told.message) == (
        "import-link", "request.x: the document refers to http://b.cn/c?d=1#e"
    )  # fmt: skip
    assert told.warning


def saved_folder(project: Path, page: str, count: int) -> Path:
    """A folder with the pages of so many methods."""
    folder = project / f"saved{count}"
    folder.mkdir()
    for number in range(count):
        text = page.replace("parcel.list", f"parcel{number}.list")
        text = text.replace("parcel_list_response", f"parcel{number}_list_response")
        (folder / f"page{number}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.slow
def test_a_folder_is_read_in_time(project: Path, page: str) -> None:
    start = time.process_time()
    report = import_files(project, [saved_folder(project, page, 159)], write=True)
    assert time.process_time() - start < 20
    specs = [change.path for change in report.changes if "/apis/" in change.path]
    assert len(specs) == 159


@pytest.mark.skipif(not SUPPLIED.is_file(), reason="the platform's page is not at hand")
def test_the_platform_page_agrees_with_the_finished_spec() -> None:
    report = import_files(ROOT, [SUPPLIED], write=False)
    assert [imported.differences for imported in report.imported] == [()]
    assert report.changes == []
    assert report.notices == []
