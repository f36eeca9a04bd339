"""A document onto an existing spec: new facts come in, what people wrote stays."""

from pathlib import Path
from typing import Any

import pytest
from saved_pages import PAGES, SPEC

from generator.importers.merge import Difference
from generator.importers.run import import_files
from generator.spec.load import parse

PAGE = PAGES / "parcel_list.txt"
ERROR = """\
  isv.state-wrong:
    message: 状态不对
    solution: 待写
    class: business
    retry: never
    note: 待核对：class 为推断
"""
TODAY, TOMORROW = "2031-05-06", "2031-05-07"


@pytest.fixture
def spec(project: Path) -> Path:
    """The spec as a person left it: described, and with comments."""
    import_files(project, [PAGE], write=True, today=TODAY)
    path = project / SPEC
    text = path.read_text(encoding="utf-8").replace("description: 待写", "description: 人写的话")
    path.write_text(text.replace("summary:", "# 人写的注释\nsummary:", 1), encoding="utf-8")
    return path


def edit(spec: Path, old: str, new: str) -> None:
    text = spec.read_text(encoding="utf-8")
    assert old in text
    spec.write_text(text.replace(old, new, 1), encoding="utf-8")


def run(project: Path, saved: Path = PAGE) -> tuple[Difference, ...]:
    report = import_files(project, [saved], write=True, today=TODAY)
    return report.imported[0].differences


def data_of(spec: Path) -> Any:
    return parse(spec.name, spec.read_bytes()).data


def test_nothing_new_leaves_every_byte(project: Path, spec: Path) -> None:
    before = spec.read_bytes()
    assert run(project) == ()
    assert spec.read_bytes() == before


def test_a_new_parameter_comes_in_at_its_place(project: Path, spec: Path) -> None:
    edit(
        spec,
        '  sent_after: {type: datetime, example: "2031-05-06 07:08:09", description: 人写的话}\n',
        "",
    )
    (difference,) = run(project)
    assert (difference.kind, difference.path) == ("added", "request.sent_after")
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    assert lines[(difference.line or 0) - 1].startswith("sent_after")
    request = data_of(spec)["request"]
    assert list(request).index("sent_after") == list(request).index("labels") + 1
    assert request["labels"]["description"] == "人写的话"
    assert spec.read_text(encoding="utf-8").startswith("# yaml-language-server")


def test_a_new_field_comes_in_deep_inside(project: Path, spec: Path) -> None:
    edit(spec, "                  city: {type: string, example: 杭州, description: 人写的话}\n", "")
    (difference,) = run(project)
    assert difference.path == "response.data.parcels.stops.city"
    parcels = data_of(spec)["response"]["data"]["fields"]["parcels"]["items"]["fields"]
    assert list(parcels["stops"]["items"]["fields"]) == ["city", "arrived_at"]


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("maximum: 100", "maximum: 50", "request.page_no.maximum"),
        ("default: 1, example", "default: 7, example", "request.page_no.default"),
        ("insured: {type: boolean", "insured: {type: integer", "request.insured.type"),
        ("auth: {session: required}", "auth: {session: none}", "auth.session"),
        ("message: 状态不对", "message: 别的话", "errors.isv.state-wrong.message"),
        ("total: 2\n", "total: 3\n", "example.response.total"),
        ("unit: 元", "unit: 分", "response.data.parcels.fee.unit"),
    ],
)
def test_a_contradiction_is_listed_and_kept(
    project: Path, spec: Path, old: str, new: str, path: str
) -> None:
    edit(spec, old, new)
    before = spec.read_bytes()
    assert [(d.kind, d.path) for d in run(project)] == [("contradiction", path)]
    assert spec.read_bytes() == before


def test_what_the_document_says_itself_is_not_borrowed_any_more(project: Path, spec: Path) -> None:
    edit(
        spec,
        "default: 1, example: 1}",
        "default: 7, example: 1, taken_from: {default: taobao.tbk.x.get, example: ours}}",
    )
    edit(
        spec,
        'fee: {type: decimal, unit: 元, example: "12.50",',
        'fee: {type: decimal, unit: 元, scale: 2, example: "3.10", '
        "taken_from: {example: ours, scale: taobao.tbk.x.get},",
    )
    assert [str(difference) for difference in run(project)] == [
        "added request.page_no.default: 1",
        "added request.page_no.example: 1",
        'added response.data.parcels.fee.example: "12.50"',
    ]
    data = data_of(spec)
    assert data["request"]["page_no"] == {
        "use": "page_no", "minimum": 1, "maximum": 100, "default": 1, "example": 1
    }  # fmt: skip
    fee = data["response"]["data"]["fields"]["parcels"]["items"]["fields"]["fee"]
    assert (fee["example"], fee["taken_from"]) == ("12.50", {"scale": "taobao.tbk.x.get"})
    assert run(project) == ()


def test_what_is_borrowed_stays_where_the_document_says_nothing(project: Path, spec: Path) -> None:
    edit(
        spec,
        "photos: {type: array, max_items: 5",
        "photos: {type: array, min_items: 1, max_items: 5, taken_from: {min_items: taobao.tbk.x}",
    )
    before = spec.read_bytes()
    assert run(project) == ()
    assert spec.read_bytes() == before


def test_a_new_code_has_the_consequences_of_its_other_spelling(project: Path, spec: Path) -> None:
    edit(
        spec,
        ERROR,
        "  state-wrong: {solution: 改, class: argument, retry: never}\n",
    )
    (difference,) = run(project)
    assert difference.path == "errors.isv.state-wrong"
    assert data_of(spec)["errors"]["isv.state-wrong"]["class"] == "argument"


def test_every_contradiction_of_a_member_is_listed(project: Path, spec: Path) -> None:
    edit(
        spec,
        "page_no: {use: page_no, minimum: 1, maximum: 100, default: 1, example: 1}",
        "page_no: {type: boolean, required: true, minimum: 2, default: true, description: 页码}",
    )
    before = spec.read_bytes()
    found = run(project)
    assert [(d.kind, d.path, d.document, d.spec) for d in found] == [
        ("contradiction", "request.page_no.type", "integer", "boolean"),
        ("contradiction", "request.page_no.required", False, True),
        ("contradiction", "request.page_no.minimum", 1, 2),
        ("contradiction", "request.page_no.default", 1, True),
    ]
    assert spec.read_bytes() == before


def test_the_type_of_elements_is_compared(project: Path, spec: Path) -> None:
    edit(spec, "人写的话, items: {type: string}", "人写的话, items: {type: integer}")
    assert [(d.path, d.document, d.spec) for d in run(project)] == [
        ("request.photos.type", "array of string", "array of integer")
    ]


def test_what_comes_in_gets_legal_names(project: Path, spec: Path, tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8").replace("insured | Boolean", "class | Boolean")
    page = page.replace('"total" :2,', '"total" :2, "list" :{"a" :"x"}, "data_" :{"b" :"x"},')
    page = page.replace(
        "data | MapData |", "list | Data | 甲 |\ndata_ | Data | 乙 |\ndata | MapData |"
    )
    saved = tmp_path / "parcel.txt"
    saved.write_text(page, encoding="utf-8")
    run(project, saved)
    data = data_of(spec)
    assert data["request"]["class"]["python"] == "class_"
    added = data["response"]["list"], data["response"]["data_"]
    assert [(member.get("python"), member["name"]) for member in added] == [
        ("list_", "List"), (None, "Data2")
    ]  # fmt: skip


def test_a_python_name_that_is_taken_is_not_given_again(
    project: Path, spec: Path, page: str, tmp_path: Path
) -> None:
    edit(spec, "  insured:", "  class_: {type: string, description: 类别}\n  insured:")
    saved = tmp_path / "parcel.txt"
    saved.write_text(page.replace("insured | Boolean", "class | Boolean"), encoding="utf-8")
    run(project, saved)
    assert data_of(spec)["request"]["class"]["python"] == "class__"


@pytest.mark.parametrize(
    ("said", "told", "old", "new"),
    [
        ("重量，单位：件", "重量，0否，1是", "", ""),
        ("", "", "session: required", "session: optional"),
        (
            "fee | String",
            "fee | Price",
            "fee: {type: decimal,",
            "fee: {type: decimal, wire: number,",
        ),
    ],
    ids=["an unsure enum", "a sample with a session", "a type that tells no wire form"],
)
def test_a_guess_is_no_difference(
    project: Path, spec: Path, page: str, tmp_path: Path, said: str, told: str, old: str, new: str
) -> None:
    edit(spec, old, new)
    saved = tmp_path / "parcel.txt"
    saved.write_text(page.replace(said, told, 1), encoding="utf-8")
    assert run(project, saved) == ()


def test_two_documents_of_one_method_come_in_one_after_the_other(
    project: Path, page: str, tmp_path: Path
) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    for name in ("a", "b", "c"):
        text = page.replace("insured | Boolean", f"{name} | Boolean")
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    report = import_files(project, [folder], write=True)
    assert report.written == [SPEC]
    assert list(data_of(project / SPEC)["request"])[-3:] == ["c", "b", "a"]


def test_a_number_sign_inside_a_text_opens_no_comment(project: Path, spec: Path) -> None:
    edit(spec, "example: noMeaningValue}", 'example: "no #1"} # 人写的注释')
    whole = spec.read_text(encoding="utf-8")
    edit(spec, "maximum: 100, ", "")
    run(project)
    assert spec.read_text(encoding="utf-8") == whole


def test_a_new_sample_comes_in_as_far_as_it_agrees(project: Path, spec: Path) -> None:
    text = spec.read_text(encoding="utf-8")
    spec.write_text(text[: text.index("example:\n  response:")], encoding="utf-8")
    edit(spec, "total: {type: integer, example: 2,", "total: {type: boolean,")
    assert {d.path for d in run(project) if d.kind == "added"} == {
        "example.response",
        "example.error",
    }
    example = data_of(spec)["example"]
    assert list(example["response"]) == ["data"]
    assert example["note"] == "待核对：返回示例与字段不符，略去 total"


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("maximum: 100, ", "", "request.page_no.maximum"),
        ("max_items: 20, ", "", "request.labels.max_items"),
        ('      "3": 已签收\n', "", "request.state.enum"),
        ("auth: {session: required}", "auth: {session: unknown}", "auth.session"),
        (ERROR, "", "errors.isv.state-wrong"),
        ("unit: 元, ", "", "response.data.parcels.fee.unit"),
    ],
)  # fmt: skip
def test_a_new_fact_comes_in(project: Path, spec: Path, old: str, new: str, path: str) -> None:
    whole = data_of(spec)
    edit(spec, old, new)
    assert [(d.kind, d.path) for d in run(project)] == [("added", path)]
    assert data_of(spec) == whole
    assert run(project) == ()


def test_comments_stay_where_they_were(project: Path, spec: Path) -> None:
    edit(spec, "  insured:", "  # 保价\n  insured:")
    edit(spec, "role: service_provider", "role: service_provider # 角色")
    whole = spec.read_text(encoding="utf-8")
    edit(spec, "maximum: 100, ", "")
    run(project)
    assert spec.read_text(encoding="utf-8") == whole


def test_the_spec_shows_the_nesting_that_no_sample_shows(
    project: Path, spec: Path, page: str, tmp_path: Path
) -> None:
    start = page.index("1 2 3 4 5 6 | < tbk_demo")
    end = page.index("1 2 3 4 5 6 | < error_response")
    saved = tmp_path / "parcel.txt"
    saved.write_text(page[:start] + page[end:], encoding="utf-8")
    assert run(project, saved) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| 12.50 |", "| fee |"),
        ("| 12.50 |", f"| {'9' * 200} |"),
        ("| 2031-05-06 07:08:09 |", "| 2031-05-06  07:08:09 |"),
    ],
)
def test_an_example_that_is_none_does_not_come_in(
    project: Path, spec: Path, page: str, tmp_path: Path, old: str, new: str
) -> None:
    edit(spec, ', example: "12.50"', "")
    edit(spec, ', example: "2031-05-06 07:08:09"', "")
    assert page.count(old) == 1
    saved = tmp_path / "parcel.txt"
    saved.write_text(page.replace(old, new), encoding="utf-8")
    added = {difference.path for difference in run(project, saved)}
    other = {"response.data.parcels.fee.example", "request.sent_after.example"}
    assert len(added & other) == 1


def test_an_example_outside_of_the_enum_is_listed(
    project: Path, spec: Path, page: str, tmp_path: Path
) -> None:
    edit(spec, "    example: 2\n", "")
    saved = tmp_path / "parcel.txt"
    saved.write_text(page.replace("state | Number | 必须 | 2 |", "state | Number | 必须 | 9 |"))
    (difference,) = run(project, saved)
    assert (difference.kind, difference.path) == ("contradiction", "request.state.enum")


def test_numbers_in_front_of_known_values_are_no_values(
    project: Path, spec: Path, page: str, tmp_path: Path
) -> None:
    edit(
        spec,
        '      "1": 待揽收\n      "2": 运输中\n      "3": 已签收\n',
        "      A1: 甲\n      B2: 乙\n",
    )
    edit(spec, "    type: integer\n    required: true\n    default: 1\n    example: 2\n",
         "    type: string\n    required: true\n")  # fmt: skip
    saved = tmp_path / "parcel.txt"
    told = "state | String | 必须 | A1 | 包裹状态，1：A1，2：B2 |"
    saved.write_text(
        "\n".join(told if line.startswith("state |") else line for line in page.splitlines()),
        encoding="utf-8",
    )
    assert [difference.path for difference in run(project, saved)] == ["request.state.example"]


def test_a_closer_type_is_no_contradiction(project: Path, spec: Path) -> None:
    edit(spec, "weight: {type: string", "weight: {type: decimal")
    assert run(project) == ()


def test_a_member_of_which_the_document_does_not_speak(project: Path, spec: Path) -> None:
    edit(spec, "  insured:", "  fragile: {type: boolean, description: 易碎}\n  insured:")
    before = spec.read_bytes()
    assert [(d.kind, d.path) for d in run(project)] == [("undocumented", "request.fragile")]
    assert spec.read_bytes() == before


def test_a_shared_type_is_not_changed_by_one_import(
    project: Path, spec: Path, page: str, tmp_path: Path
) -> None:
    saved = tmp_path / "parcel.txt"
    saved.write_text(
        page.replace('"courier_phone" : "1"', '"courier_phone" : "1" , "courier_van" : "x"'),
        encoding="utf-8",
    )
    found = {d.path: d.kind for d in run(project, saved)}
    assert found["response.data.courier.courier_van"] == "contradiction"


def test_a_report_shows_a_diff_and_writes_nothing_unless_told(project: Path, spec: Path) -> None:
    edit(spec, "maximum: 100, ", "")
    before = spec.read_bytes()
    (change,) = import_files(project, [PAGE], write=False).changes
    assert any(line.startswith("+") and "maximum: 100" in line for line in change.diff())
    assert spec.read_bytes() == before


def test_the_report_tells_every_point_in_a_line(project: Path, spec: Path) -> None:
    edit(spec, "maximum: 100, ", "")
    edit(spec, "unit: 元", "unit: 分")
    lines = list(import_files(project, [PAGE], write=True).lines())
    assert any("added request.page_no.maximum: 100" in line for line in lines)
    assert any("kept response.data.parcels.fee.unit: 分" in line and "元" in line for line in lines)
    assert f"wrote {SPEC}" in lines


def test_a_guess_that_comes_in_is_told(project: Path) -> None:
    import_files(project, [PAGES / "parcel_list.json"], write=True)
    assert data_of(project / SPEC)["auth"] == {"session": "unknown"}
    report = import_files(project, [PAGES / "parcel_list.html"], write=True)
    guess = "待核对：文档的代码示例传入 sessionKey，故认为必须授权"
    assert [(told.rule, told.message) for told in report.notices] == [("import-guess", guess)]
    merged = data_of(project / SPEC)
    assert merged["auth"] == {"session": "required"}
    assert merged["doc"]["notes"] == ["待核对：topic 与 idempotent 由方法名推断", guess]


def test_only_a_merge_that_changes_facts_verifies(project: Path, spec: Path) -> None:
    before = spec.read_text(encoding="utf-8")
    import_files(project, [PAGE], write=True, today=TOMORROW)
    assert spec.read_text(encoding="utf-8") == before
    edit(spec, "maximum: 100, ", "")
    import_files(project, [PAGE], write=True, today=TOMORROW)
    verified = f'verified: "{TOMORROW}"'
    after = before.replace(f'verified: "{TODAY}"', verified)
    assert verified in after
    assert spec.read_text(encoding="utf-8") == after
