"""Whatever a document says, its draft satisfies the linter: only prose is left to write (G14)."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from project import product_without_calls
from saved_pages import PAGES, SPECS

from generator.importers.run import import_files
from generator.pipeline import Pipeline, Project
from generator.problems import SpecError
from generator.spec.load import parse

PROSE = {"unfinished", "description", "same-description", "required-example"}
"""What only people can write: sentences, and values that no document shows."""

FIELDS = """\
page_no: {type: integer, description: 第几页}
shop_title: {type: string, description: 店铺名称}
status: {type: integer, enum: Status, closed: stated, description: 状态}
create_time: {type: datetime, further_formats: [epoch_ms], placeholders: ["0"], description: 时间}
is_new: {type: boolean, wire: string, truth: {yes: ["1"], no: ["0"]}, description: 是否新}
is_new__other: {type: boolean, description: 是否新}
fee: {type: decimal, scale: 2, unit: 元, placeholders: ["--", "X"], description: 费用}
day: {type: date, format: yyyyMMdd, description: 日期}
raw: {type: string, python: class_, description: 原文}
photo: {type: bytes, description: 图片}
"""
TYPES = """\
PageInfo:
  description: 分页
  use_in: response
  fields:
    page_no: {use: page_no}
Entry:
  description: 条目
  use_in: request
  fields:
    status: {use: status}
"""
ENUMS = """\
Status:
  description: 状态
  values: {"1": 成功, "2": 失败}
"""
USER = """\
method: taobao.tbk.user{number}.get
summary: {{zh: 一个方法, en: A method}}
role: other
topic: utilities
coverage: full
doc: {{confidence: documented, sources: [a page]}}
auth: {{session: none}}
idempotent: true
request:
  photo: {{use: photo}}
  day: {{use: day}}
  entry: {{type: Entry, description: 条目}}
response:
  page: {{type: PageInfo, description: 分页}}
  shop_title: {{use: shop_title}}
  create_time: {{use: create_time}}
  is_new: {{use: is_new}}
  more: {{type: object, name: More, description: 余, fields: {{is_new: {{use: is_new__other}}}}}}
  fee: {{use: fee}}
  status: {{use: status}}
  raw: {{use: raw}}
  page_no: {{use: page_no}}
"""
"""A method that uses what is shared."""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project without any API that the linter can read."""
    folder = tmp_path_factory.mktemp("template")
    specs = folder / "specs"
    shutil.copytree(SPECS / "_schema", specs / "_schema")
    shutil.copy(SPECS / "platform.yaml", specs)
    shutil.copy(SPECS.parent / "LICENSE", folder)
    (specs / "product.yaml").write_text(product_without_calls(), encoding="utf-8")
    (specs / "_shared").mkdir()
    for name, text in (("fields", FIELDS), ("types", TYPES), ("enums", ENUMS)):
        (specs / "_shared" / f"{name}.yaml").write_text(text, encoding="utf-8")
    (specs / "apis" / "other").mkdir(parents=True)
    for number in range(2):
        path = specs / "apis" / "other" / f"taobao.tbk.user{number}.get.yaml"
        path.write_text(USER.format(number=number), encoding="utf-8")
    rows = "".join(f"- {{method: taobao.tbk.user{number}.get}}\n" for number in range(2))
    (specs / "catalog.yaml").write_text(f"titles: []\nbeyond:\n{rows}", encoding="utf-8")
    assert lint(folder) == []
    return folder


def lint(root: Path) -> list[str]:
    """The problems of a project, warnings included, but for missing prose and layout."""
    pipeline = Pipeline(Project.at(root, cached=False))
    try:
        pipeline.spec()
    except SpecError as error:
        found = error.problems
    else:
        found = pipeline.summary.warnings
    return [str(problem) for problem in found if problem.rule not in PROSE | {"layout"}]


def drafted(template: Path, documents: list[str], suffix: str = "json") -> tuple[Path, list[str]]:
    """A project with the drafts of these documents, and what importing them complained of."""
    root = template.parent / "project"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(template, root)
    saved = root / "saved"
    saved.mkdir()
    for number, text in enumerate(documents):
        (saved / f"{number:03}.{suffix}").write_text(text, encoding="utf-8")
    report = import_files(root, [saved], write=True)
    return root, [str(problem) for problem in report.problems]


def specs_of(root: Path) -> list[Path]:
    """The specs of a project that the template has not."""
    return list((root / "specs" / "apis").glob("*/taobao.tbk.demo*.yaml"))


def draft_of(template: Path, **document: Any) -> Any:
    """The draft of one document JSON, which must satisfy the linter."""
    text = json.dumps({"name": "taobao.tbk.demo.get", **document}, ensure_ascii=False)
    root, problems = drafted(template, [text])
    assert problems == []
    assert lint(root) == []
    (spec,) = specs_of(root)
    return parse(spec.name, spec.read_bytes()).data


# One case of each kind

ROW = {"name": "x", "type": "String"}


def test_an_object_without_a_type(template: Path) -> None:
    inner = {"name": "a", "type": "Number", "required": True}
    draft = draft_of(template, requestParams=[{"name": "query_vo", "subParams": [inner]}])
    query = draft["request"]["query_vo"]
    assert (query["type"], query["name"]) == ("object", "QueryVo")
    assert query["fields"]["a"]["required"] is True


def test_a_row_without_a_type_in_a_table(template: Path) -> None:
    page = (PAGES / "parcel_list.txt").read_text(encoding="utf-8")
    row = "query | 可选 | 查询条件 |\n└ city | String | 必须 | 杭州 | 城市 |\n"
    page = page.replace("insured | Boolean", row + "insured | Boolean")
    root, problems = drafted(template, [page], "txt")
    assert problems == []
    assert lint(root) == []
    (spec,) = specs_of(root)
    query = parse(spec.name, spec.read_bytes()).data["request"]["query"]  # type: ignore[index,call-overload]
    assert query["type"] == "object"  # type: ignore[index,call-overload]
    assert list(query["fields"]) == ["city"]  # type: ignore[index,call-overload,arg-type]


def test_members_named_like_what_the_client_uses(template: Path) -> None:
    def rows(*names: str) -> list[dict[str, str]]:
        return [{"name": name, "type": "String"} for name in names]

    draft = draft_of(
        template,
        requestParams=rows("class", "session", "items", "_hidden", "hidden", "None", "class_"),
        responseParams=[
            *rows("to_json", "list", "raw", "session", "to_json_"),
            {"name": "row", "type": "MapData", "subParams": rows("from_raw", "class", "fine")},
        ],
    )

    def python(members: Any) -> dict[str, str]:
        return {name: data["python"] for name, data in members.items() if "python" in data}

    assert python(draft["request"]) == {
        "class": "class__", "_hidden": "hidden_", "None": "none"
    }  # fmt: skip
    assert python(draft["response"]) == {"to_json": "to_json__", "list": "list_"}
    assert draft["response"]["raw"]["use"] == "raw"
    assert python(draft["response"]["row"]["fields"]) == {
        "from_raw": "from_raw_",
        "class": "class_",
    }


def test_two_objects_of_one_name(template: Path) -> None:
    def page_info(name: str, inner: str) -> dict[str, Any]:
        return {"name": name, "type": "PageInfo", "subParams": [{"name": inner, "type": "String"}]}

    draft = draft_of(
        template,
        responseParams=[
            page_info("shared", "page_no") | {"subParams": [{"name": "page_no", "type": "Number"}]},
            page_info("first_page", "a"),
            page_info("page_info", "b"),
            page_info("first_page_list", "c"),
            page_info("first_page_list_", "d"),
        ],
    )
    response = draft["response"]
    assert response["shared"]["type"] == "PageInfo"
    names = [response[name]["name"] for name in ("first_page", "page_info", "first_page_list")]
    assert names == ["FirstPage", "PageInfo2", "FirstPageList"]
    assert response["first_page_list_"]["name"] == "PageInfo3"


def test_an_object_named_like_what_the_client_imports(template: Path) -> None:
    draft = draft_of(
        template,
        responseParams=[{"name": "holiday", "type": "Day", "subParams": [ROW]},
                        {"name": "day", "type": "Day", "subParams": [{"name": "y"}]}],
    )["response"]  # fmt: skip
    assert (draft["holiday"]["name"], draft["day"]["name"]) == ("Holiday", "Day2")


def test_ids_that_the_document_calls_numbers(template: Path) -> None:
    draft = draft_of(
        template,
        requestParams=[
            {"name": "item_ids", "type": "Number"},
            {"name": "id", "type": "Long", "demoValue": "17"},
            {"name": "site_ids", "type": "Number[]"},
            {"name": "price_id", "type": "Price", "description": "单位元"},
        ],
    )["request"]
    assert (draft["item_ids"]["type"], draft["item_ids"]["wire"]) == ("string", "number")
    assert draft["id"]["example"] == "17"
    assert draft["site_ids"]["items"] == {"type": "string", "wire": "number"}
    assert draft["price_id"]["type"] == "string"


def test_values_outside_of_enum_limits_and_type(template: Path) -> None:
    draft = draft_of(
        template,
        requestParams=[
            {"name": "a", "type": "Number", "description": "1：甲，2：乙", "defaultValue": 7,
             "demoValue": "9"},
            {"name": "b", "type": "Number", "maxValue": 5, "demoValue": "6", "defaultValue": 5},
            {"name": "c", "type": "String", "maxLength": 2, "demoValue": "太长了"},
            {"name": "d", "type": "Number", "demoValue": "abc", "defaultValue": "x"},
            {"name": "e", "type": "Date", "demoValue": "2024-13-01 00:00:00"},
            {"name": "f", "type": "Number", "minValue": 9, "maxValue": 3},
            {"name": "page_no", "type": "Number", "maxValue": 10, "demoValue": "11"},
        ],
    )["request"]  # fmt: skip
    assert "默认值 7 不合 enum" in draft["a"]["note"]
    assert "示例 9 不合 enum" in draft["a"]["note"]
    assert not {"default", "example"} & draft["a"].keys()
    assert draft["b"]["default"] == 5
    assert "示例 6 不合 maximum" in draft["b"]["note"]
    assert "示例 太长了 不合 max_length" in draft["c"]["note"]
    assert "示例 abc 不合类型" in draft["d"]["note"]
    assert "示例 2024-13-01 00:00:00 不合类型" in draft["e"]["note"]
    assert "下限 9 大于上限 3" in draft["f"]["note"]
    assert not {"minimum", "maximum"} & draft["f"].keys()
    assert draft["page_no"]["use"] == "page_no"
    assert "示例 11 不合 maximum" in draft["page_no"]["note"]


def test_files_stand_in_the_request_only(template: Path) -> None:
    file = {"name": "picture", "type": "byte[]", "demoValue": "x"}
    draft = draft_of(
        template,
        requestParams=[file, {"name": "box", "type": "Box", "subParams": [file]},
                       {"name": "album", "type": "byte[][]"}],
        responseParams=[file],
    )  # fmt: skip
    assert draft["request"]["picture"]["type"] == "bytes"
    for member in (draft["request"]["box"]["fields"]["picture"], draft["response"]["picture"]):
        assert member["type"] == "string"
        assert "文件" in member["note"]
    assert draft["request"]["album"]["items"] == {"type": "string"}


def test_a_value_that_is_another_once_more_is_left_out(template: Path) -> None:
    row = {
        "name": "state",
        "type": "Number",
        "required": True,
        "description": "1：甲，01：乙，2：丙",
    }
    state = draft_of(template, requestParams=[row])["request"]["state"]
    assert state["enum"] == {"1": "甲", "2": "丙"}
    assert "枚举值 01（乙）与 1 相同，没有记入" in state["note"]


def test_a_sample_that_contradicts_the_fields_is_left_out_with_a_note(template: Path) -> None:
    sample = {"tbk_demo_get_response": {"total": "2", "name": "甲", "更多": 1, "rows": {"x": [1]}}}
    example = draft_of(
        template,
        responseParams=[{"name": "total", "type": "Number"}, {"name": "name", "type": "String"},
                        {"name": "rows", "type": "Row[]"}],
        rspSampleJson=json.dumps(sample),
    )["example"]  # fmt: skip
    assert example["response"] == {"name": "甲", "rows": {"x": [1]}}
    assert example["note"] == "待核对：返回示例与字段不符，略去 total、更多"


def test_the_request_id_that_the_gateway_adds_is_no_field(template: Path) -> None:
    sample = {"tbk_demo_get_response": {"request_id": 5, "x": "1"}}
    rows = [{"name": "request_id", "type": "String"}, ROW]
    draft = draft_of(template, responseParams=rows, rspSampleJson=json.dumps(sample))
    assert [*draft["response"]] == ["x"]
    assert draft["example"] == {"response": {"x": "1"}}


def test_half_a_character_in_a_sample(template: Path) -> None:
    draft = draft_of(template, responseParams=[ROW], rspSampleJson=r"""
        {"tbk_demo_get_response": {"x": "\ud800"}}""")  # fmt: skip
    assert draft["example"]["response"] == {"x": "?"}


def test_the_catalog_learns_the_method(template: Path) -> None:
    document = {
        "name": "taobao.tbk.demo.get",
        "id": 77,
        "apiChineseName": "甲",
        "requestParams": [],
    }
    root, _ = drafted(template, [json.dumps(document)])
    catalog = parse("catalog", (root / "specs/catalog.yaml").read_bytes()).data
    row = {"title": "甲", "method": "taobao.tbk.demo.get", "doc": 77}
    assert catalog["beyond"][2:] == [row]  # type: ignore[index,call-overload]


# Documents of all shapes

NAMES = st.sampled_from(
    "list items class session raw request_id self timeout None _hidden __ _1 class_ items_ page_no "
    "status item_id item_ids ids paid fee create_time data type name page_info shop_title day "
    "photo pageInfo str get_ Items datetime is_new".split()
)
TYPES_TOLD = st.sampled_from(
    ["", "String", "Number", "Boolean", "Date", "byte[]", "Price", "Json", "Field List", "MapData",
     "PageInfo", "PageInfo[]", "Method", "String[]", "Number[]", "Date[]", "byte[][]", "None",
     "List<String>", "String[][]", "Map<String,Object>[]", "Json[]", "Boolean[]", "Object"]
)  # fmt: skip
VALUES = st.sampled_from(
    [*["", "1", "3", "-5", "01", "abc", "true", "2024-01-01", "2024-01-01 00:00:00", "20240101"],
     *["2024-13-01", "1700000000000", "12.50", "[]", "{}", "1,2,9", "a b", "9" * 40, "PageInfo"],
     *[None, 5, 1.5, True, "X", "１", "1e5", "NaN", " 7", "\ud800", "\x00", "\x85"]]
)  # fmt: skip
SENTENCES = st.lists(
    st.sampled_from(
        "默认1 默认X 默认：2024 1：甲，2：乙 A：甲店，B：乙店 0否，1是 10：甲，11：乙 1~5 日期 "
        "最大长度：2 最大列表长度：1 英文逗号分隔 用分号隔开 单位元 单位：分 1550表示15.5% 图片 "
        "格式yyyy-MM-dd 格式yyyyMMdd 13位时间戳 已下线 时必填 第几页 店铺名称 最小值：5 最大值：3 "
        "1：一个很长很长很长很长很长很长很长很长的说明，2：乙 原文 状态".split()
    ),
    max_size=4,
).map("。".join)


def rows(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    row = st.fixed_dictionaries(
        {"name": NAMES, "type": TYPES_TOLD},
        optional={
            "required": st.sampled_from([True, False, "true", "0"]), "demoValue": VALUES,
            "description": SENTENCES, "defaultValue": VALUES, "maxLength": st.integers(0, 3),
            "minValue": VALUES, "maxValue": VALUES, "maxListSize": st.integers(0, 3),
            "subParams": inner,
        },
    )  # fmt: skip
    return st.lists(row, max_size=6)


@pytest.mark.parametrize(
    ("row", "doubt"),
    [
        ({"type": "Number", "description": "数。最小值：1.5"}, "文档的 minimum 1.5 不是整数"),
        ({"type": "Number", "description": "1：成功，2：失败。最小值：2"}, "与枚举值 1 不符"),
        ({"type": "Date", "demoValue": "0001-01-01 00:00:00"}, "示例 0001-01-01 00:00:00 不合类型"),
    ],
)
def test_a_fact_that_no_value_can_keep_is_a_doubt(
    template: Path, row: dict[str, Any], doubt: str
) -> None:
    draft = draft_of(template, requestParams=[{"name": "sum_of", **row}])
    assert doubt in draft["request"]["sum_of"]["note"]


ROWS = rows(rows(rows(st.just([]))))
SAMPLES = st.recursive(
    VALUES, lambda v: st.lists(v, max_size=3) | st.dictionaries(NAMES, v, max_size=4), max_leaves=12
)
ERRORS = st.lists(
    st.fixed_dictionaries(
        {"errorCode": st.sampled_from(
            ["isv.a", "isp.a", "a", "use", "7", 7, "", "isv b", "e" * 90, "中文"]),
         "errorMsg": st.sampled_from(["", "没有权限", "调用频繁", "系统繁忙", "长" * 600, None])}
    ),
    max_size=3,
)  # fmt: skip
DOCUMENTS = st.fixed_dictionaries(
    {"requestParams": ROWS},
    optional={
        "responseParams": ROWS,
        "rspSampleJson": st.dictionaries(NAMES, SAMPLES, max_size=4),
        "errorCodes": ERRORS,
        "apiChineseName": st.sampled_from(["标题", " 标题 ", "长" * 101, ""]),
        "id": st.sampled_from([0, 5, True, "7", None]),
    },
)


ANY = settings(
    max_examples=30,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # To shrink documents takes minutes.
    suppress_health_check=list(HealthCheck),
)


def assert_settled(root: Path) -> None:
    """The drafts satisfy the linter, and the same documents have no news for them."""
    assert lint(root) == []
    again = import_files(root, [root / "saved"], write=False)
    assert again.changes == []


def as_text(document: dict[str, Any], method: str) -> str:
    """The document JSON of a method."""
    if "rspSampleJson" in document:
        root = method.removeprefix("taobao.").replace(".", "_") + "_response"
        document = document | {"rspSampleJson": json.dumps({root: document["rspSampleJson"]})}
    return json.dumps({"name": method, **document})


@ANY
@given(st.lists(DOCUMENTS, min_size=1, max_size=8))
@pytest.mark.slow
def test_a_draft_of_any_document_json(template: Path, documents: list[dict[str, Any]]) -> None:
    texts = [as_text(data, f"taobao.tbk.demo{n}.get") for n, data in enumerate(documents)]
    root, problems = drafted(template, texts)
    assert problems == []
    assert_settled(root)
    assert len(specs_of(root)) == len(documents)


def table(document: dict[str, Any]) -> Iterator[str]:
    """The same rows as the tables of a page."""

    def lines(rows: list[dict[str, Any]], level: int, *, told: bool) -> Iterator[str]:
        for row in rows:
            drawing = "│ " * (level - 1) + "└ " * bool(level)
            need = ["必须" if row.get("required") else "可选"] if told else []
            values = [str(row.get(key) or "").strip() for key in ("demoValue", "description")]
            cells = [drawing + row["name"], row["type"] or "Object", *need, *values]
            yield " | ".join(cells).replace("\x00", "").replace("\x85", "") + " |"
            yield from lines(row.get("subParams", []), level + 1, told=told)

    yield "名称 | 类型 | 是否必须 | 示例值 | 描述 |\n---|---|---|---|---|"
    yield from lines(document["requestParams"], 0, told=True)
    yield "\n名称 | 类型 | 示例值 | 描述 |\n---|---|---|---|"
    yield from lines(document.get("responseParams", []), 0, told=False)
    yield "\n错误码 | 错误描述 | 解决方案 |\n---|---|---|\nisv.a | 甲 | 乙 |"


@ANY
@given(st.lists(DOCUMENTS, min_size=1, max_size=8))
@pytest.mark.slow
def test_a_draft_of_any_page(template: Path, documents: list[dict[str, Any]]) -> None:
    texts = [
        f"method=taobao.tbk.demo{number}.get\n" + "\n".join(table(data))
        for number, data in enumerate(documents)
    ]
    usable = [text.encode("utf-8", "replace").decode() for text in texts]
    root, _ = drafted(template, usable, "txt")
    assert_settled(root)
