"""Every rule of the spec language, with the edit that breaks it and the place that is reported."""

import datetime
from dataclasses import dataclass
from pathlib import Path

import pytest
from project import CATALOG, ENUMS, ERRORS, FIELDS, ORDERS, PLATFORM, SHOPS, TYPES, TinyProject

from generator import importers  # noqa: F401 - importing declares the rules
from generator.spec import lint  # noqa: F401 - importing declares the rules
from generator.cli import main
from generator.problems import RULES
from generator.spec.load import place


@dataclass(frozen=True)
class Case:
    """An edit to the good specs, and the problem that it must give."""

    rule: str
    file: str
    old: str
    new: str
    at: str
    """The text in the edited file where the problem stands."""
    message: str
    hint: str = ""
    reported_in: str = ""
    """The file that is reported, if it is another one."""

    def __str__(self) -> str:
        return f"{self.rule}-{self.message[:24]}"


CASES = [
    Case("yaml-syntax", ORDERS, "[a page]", "[a page", "}\nauth:", "did not find", "flow"),
    Case("yaml-syntax", ORDERS, "topic: orders", "topic: orders: x", ": x", "mapping values"),
    Case("yaml-syntax", ORDERS, "按时间查询", '"\\q"', "\\q", "unknown escape"),
    Case("yaml-syntax", ORDERS, "按时间查询", "*none", "*none", "undefined alias"),
    Case("yaml-strict", ORDERS, "按时间查询", "&a text", "&a", "an anchor", "write the value"),
    Case("yaml-strict", ORDERS, "按时间查询", "!!str text", "!!str", "the tag", "remove the tag"),
    Case("yaml-strict", ORDERS, "topic:", "? [a]\n: b\ntopic:", "[a]", "a key that is not text"),
    Case(
        "duplicate-key",
        ORDERS,
        "topic:",
        "role: common\ntopic:",
        "role: common",
        "'role' stands here again",
        "first in line 5",
    ),
    Case(
        "unknown-key",
        ORDERS,
        "topic:",
        "topics:",
        "topics",
        "unknown key 'topics'",
        "did you mean 'topic'?",
    ),
    Case(
        "unknown-key",
        FIELDS,
        "{type: string,",
        "{exmaple: 1, type: string,",
        "exmaple",
        "unknown key",
        "'example'",
    ),
    Case("unknown-key", ORDERS, "coverage: full", "coverage: name", "request:", "not allowed here"),
    Case("missing-key", ORDERS, "idempotent: true\n", "", "method:", "'idempotent' is missing"),
    Case("missing-key", ERRORS, ", retry: later", "", "isv.busy", "'retry' is missing"),
    Case(
        "wrong-value",
        ORDERS,
        "idempotent: true",
        "idempotent: yes",
        "yes",
        "'yes' is not true or false",
    ),
    Case("wrong-value", ORDERS, "id: 101", 'id: "101"', '"101"', "'101' is not a whole number"),
    Case(
        "wrong-value",
        ORDERS,
        "order_id: {type: string, description: 订单编号}",
        "order_id: {type: string, description: 12}",
        "12",
        "12 is not text",
        "put it in quotes",
    ),
    Case(
        "wrong-value",
        ORDERS,
        "role: publisher",
        "role: publishers",
        "publishers",
        "not one of",
        "'publisher'",
    ),
    Case(
        "wrong-value",
        ORDERS,
        "description: 按时间查询",
        "description:",
        "",
        "nothing is not text",
        "leave the key out",
    ),
    Case(
        "wrong-value",
        ORDERS,
        "longest: 3h",
        "longest: 3 hours",
        "3 hours",
        "does not have the form",
    ),
    Case(
        "wrong-value",
        ORDERS,
        "  has_next: {",
        "  has-next: {",
        "has-next",
        "does not have the form",
    ),
    Case(
        "wrong-value",
        ORDERS,
        "  has_next: {",
        '  "has_next\\n": {',
        '"has_next\\n"',
        "does not have the form",
    ),
    Case(
        "wrong-value",
        ORDERS,
        "method: taobao.tbk.order.get",
        "method: ../../etc/passwd",
        "../../etc",
        "does not have the form",
    ),
    Case(
        "wrong-value",
        ORDERS,
        "{at_least_one_of: [title, status]}",
        "{note: x}",
        "{note",
        "needs exactly one of",
    ),
    Case(
        "unknown-type",
        ORDERS,
        "{type: boolean,",
        "{type: bolean,",
        "bolean",
        "unknown type 'bolean'",
        "'boolean'",
    ),
    Case(
        "file-name",
        ORDERS,
        "role: publisher",
        "role: common",
        "taobao.tbk.order.get",
        "should be specs/apis/common/taobao.tbk.order.get.yaml",
    ),
    Case(
        "file-name",
        "specs/_shared/field.yaml",
        "",
        "a: 1\n",
        "a",
        "no file is looked for here",
        "_shared/fields",
    ),
    Case(
        "undefined-reference",
        ORDERS,
        "{use: status, example: 1}",
        "{use: staus, example: 1}",
        "staus",
        "no shared field is named 'staus'",
        "did you mean 'status'?",
    ),
    Case(
        "undefined-reference",
        FIELDS,
        "enum: Status",
        "enum: State",
        "State,",
        "no shared enum is named 'State'",
    ),
    Case(
        "undefined-reference",
        SHOPS,
        "type: Shop",
        "type: Shopp",
        "Shopp",
        "no shared type is named 'Shopp'",
    ),
    Case(
        "undefined-reference",
        SHOPS,
        "{use: [busy]}",
        "{use: [bussy]}",
        "bussy",
        "no shared error set",
    ),
    Case(
        "unused-declaration",
        FIELDS,
        "page_no:",
        "spare: {type: string, description: 多余}\npage_no:",
        "spare",
        "the field 'spare' is never used",
    ),
    Case(
        "unused-declaration",
        SHOPS,
        "{use: [busy]}",
        "{isv.x: {solution: 改, retry: never}}",
        "busy",
        "the error set 'busy' is used by specs/apis/publisher/",
        reported_in=ERRORS,
    ),
    Case(
        "circular-reference",
        TYPES,
        "title: {use: shop_title}",
        "title: {type: Shop, description: 自身}",
        "Shop",
        "Shop → Shop",
    ),
    Case(
        "wrong-side",
        TYPES,
        "use_in: response",
        "use_in: request",
        "Shop, d",
        "Shop is a type of the request",
        reported_in=ORDERS,
    ),
    Case(
        "incomplete-type", ORDERS, "items: {type: string}, ", "", "tags", "an array needs `items`"
    ),
    Case("incomplete-type", ORDERS, "      name: Order\n", "", "items:\n", "needs a `name`"),
    Case(
        "incomplete-type",
        ORDERS,
        "{type: decimal, unit: 元",
        "{type: decimal, name: Fee, unit: 元",
        "name: Fee",
        "`name` belongs to type object",
    ),
    Case(
        "incomplete-type",
        SHOPS,
        "{use: page_no}",
        "{example: 1}",
        "page_no",
        "needs `type` or `use`",
    ),
    Case(
        "unknown-path",
        ORDERS,
        "items: results,",
        "items: result,",
        "result,",
        "no field has the path 'result'",
        "did you mean 'results'?",
    ),
    Case(
        "unknown-path",
        ORDERS,
        "start: start_time",
        "start: begin",
        "begin",
        "no parameter has the path",
    ),
    Case(
        "unknown-path",
        ORDERS,
        "[title, status]",
        "[title, state]",
        "state]",
        "no parameter has the path 'state'",
    ),
    Case(
        "python-keyword",
        ORDERS,
        "order_id: {",
        "class: {",
        "class",
        "'class' is a Python keyword",
        "add `python: class_`",
    ),
    Case(
        "reserved-name",
        ORDERS,
        "  has_next: {",
        "  raw: {type: string, description: 原文}\n  has_next: {",
        "raw",
        "'raw' is a name of the client",
        "python: raw_",
    ),
    Case(
        "reserved-name",
        ORDERS,
        "  fields: {",
        "  timeout: {",
        "timeout",
        "'timeout' is a name of the client",
    ),
    Case(
        "reserved-name",
        ORDERS,
        "order_id: {",
        "_id: {",
        "_id",
        "'_id' would be private",
        "python: id",
    ),
    Case(
        "same-python-name",
        ORDERS,
        "fee: {type",
        "fee: {python: order_id, type",
        "order_id: {",
        "two members are 'order_id' in Python",
    ),
    Case(
        "same-python-name",
        ORDERS,
        "name: Order",
        "name: Shop",
        "items:\n",
        "two object types are named 'Shop'",
    ),
    Case(
        "description",
        SHOPS,
        "type: object\n    name: Detail\n    description: 细节",
        "type: object\n    name: Detail",
        "detail",
        "'detail' has no description",
    ),
    Case(
        "description",
        SHOPS,
        "description: 重量",
        "description: Weight",
        "weight",
        "repeats the name 'weight'",
    ),
    Case(
        "same-description",
        ORDERS,
        "description: 结束时间",
        "description: 起点",
        "end_time",
        "'end_time' is described like 'start_time'",
    ),
    *(
        Case("prose-fact", SHOPS, "description: 细节", f"description: {text}", "detail", message)
        for text, message in [
            ("排序，默认为 1", "'默认为 1' in the description, but no default"),
            ("店铺，最多 20 个", "'最多 20 个' in the description, but no limit"),
            ("状态，1：甲，2：乙", "'1：甲，2：乙' in the description, but no enum"),
            ("运费，单位：元", "'单位：元' in the description, but no unit"),
        ]
    ),
    Case(
        "padded-text",
        ORDERS,
        "description: 按时间查询",
        'description: " 查询"',
        '" 查询"',
        "has space around it",
    ),
    Case("unfinished", ORDERS, "zh: 查询订单", "zh: 待写", "待写", "a placeholder is left"),
    Case(
        "example",
        ORDERS,
        '"2026-01-01 00:00:00"',
        '"2026-01-01"',
        '"2026-01-01"',
        "does not have the form",
    ),
    Case("example", ORDERS, "default: 20", "default: 200", "200", "above the maximum 100"),
    *(
        Case(
            "example",
            SHOPS,
            "  detail:",
            "  marks: {type: array, items: {type: integer}, description: 记, "
            f"{more}}}\n  detail:",
            more.rpartition(": ")[2],
            message,
        )
        for more, message in [
            ("max_items: 1, example: [1, 2]", "has 2 elements"),
            ("min_items: 3, example: [1, 2]", "has 2 elements"),
            ("example: [1, b]", "is not a whole number"),
            ("example: text", "is no list"),
        ]
    ),
    Case(
        "id-type",
        ORDERS,
        "order_id: {type: string",
        "order_id: {type: integer",
        "order_id: {",
        "the id 'order_id' is integer, not string",
    ),
    Case(
        "enum",
        ORDERS,
        "{use: status, example: 1}",
        "{use: status, example: 3}",
        "3}",
        "'3' is not among",
    ),
    Case(
        "enum",
        ENUMS,
        '"2": 失败',
        "two: 失败",
        "status",
        "enum value 'two' is not a whole number",
        reported_in=ORDERS,
    ),
    Case(
        "sample",
        ORDERS,
        "has_next: false\n",
        "has_next: 0\n",
        "has_next: 0",
        "is a number, not a boolean",
    ),
    Case(
        "sample",
        ORDERS,
        "      order: [{order_id",
        "      orders: [{order_id",
        "results:\n      orders",
        "no list wrapper 'order'",
    ),
    Case(
        "sample",
        ORDERS,
        'order_id: "1",',
        'order_id: "1", extra: 2,',
        "extra",
        "is not among the fields",
    ),
    Case(
        "path-type",
        ORDERS,
        "more: has_next",
        "more: results",
        "results}",
        "'results' is array, not boolean",
    ),
    Case(
        "path-type",
        ORDERS,
        "items: results,",
        "items: has_next,",
        "has_next, page",
        "'has_next' is boolean, not array",
    ),
    Case(
        "path-type",
        ORDERS,
        "{start: start_time",
        "{start: title",
        "title, end",
        "'title' is string, not datetime or date",
    ),
    Case(
        "not-idempotent",
        SHOPS,
        "idempotent: false",
        "idempotent: true",
        "true\nrequest",
        "'save' at the end",
    ),
    Case(
        "deprecated",
        ORDERS,
        "topic:",
        "replaced_by: taobao.tbk.sc.shop.safe\ntopic:",
        "taobao.tbk.sc.shop.safe",
        "no method is named",
        "did you mean 'taobao.tbk.sc.shop.save'?",
    ),
    Case(
        "deprecated",
        ORDERS,
        "topic:",
        "replaced_by: taobao.tbk.sc.shop.save\ntopic:",
        "taobao.tbk.sc.shop.save",
        "replaced, but not deprecated",
        "status: deprecated",
    ),
    Case(
        "list-wrapper",
        ORDERS,
        "    wrapper: order\n",
        "",
        "results:\n",
        "the list 'results' has no wrapper",
    ),
    Case(
        "catalog-match",
        CATALOG,
        "title: 订单查询",
        "title: 订单",
        "{title: 订单,",
        "the title differs",
    ),
    Case(
        "catalog-match",
        CATALOG,
        "doc: 101",
        "doc: 102",
        "{title: 订单查询",
        "the document id differs",
    ),
    Case(
        "catalog-match",
        CATALOG,
        ", method: taobao.tbk.sc.shop.save",
        "",
        "taobao.tbk.sc.shop.save",
        "is not in the catalog",
        reported_in=SHOPS,
    ),
    Case(
        "catalog-match",
        CATALOG,
        "{title: 尚无文档}",
        "{method: taobao.tbk.new}",
        "{method: taobao.tbk.new",
        "no spec for 'taobao.tbk.new'",
        "tbkgen new",
    ),
    Case("stale", ORDERS, '"2026-11-01"', '"2026-02-30"', '"2026-02-30"', "'2026-02-30' is no day"),
]


def _place_of(text: str, marker: str) -> tuple[int, int]:
    start = text.index(marker)
    return text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1


@pytest.fixture
def tiny(tmp_path: Path) -> TinyProject:
    return TinyProject.create(tmp_path / "project")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    if case.old:
        tiny.edit(case.file, case.old, case.new)
    else:
        tiny.write(case.file, case.new)
    file = case.reported_in or case.file
    line, column = _place_of(tiny.read(file), case.at) if case.at else (None, None)
    found = [
        problem
        for problem in tiny.problems()
        if problem.rule == case.rule and case.message in problem.message and problem.file == file
    ]
    assert found, [str(problem) for problem in tiny.problems()]
    assert case.hint in found[0].hint
    assert str(found[0]).startswith(f"{file}:{found[0].line}:{found[0].column}: {case.rule}: ")
    if case.at:
        assert (found[0].line, found[0].column) == (line, column)


def test_good_specs_have_no_problem(tiny: TinyProject) -> None:
    assert tiny.problems() == ()


def test_a_file_of_more_than_a_megabyte_is_refused(tiny: TinyProject) -> None:
    tiny.write(ORDERS, "x: " + "y" * 2_000_000)
    (problem,) = tiny.problems()
    assert (problem.rule, problem.file, problem.line) == ("file-size", ORDERS, 1)
    assert "2,000,003 bytes" in problem.message


def test_a_file_in_another_encoding_is_refused(tiny: TinyProject) -> None:
    tiny.write(ORDERS, "a: b\ntitle: 订单\n".encode("gb18030"))
    (problem,) = tiny.problems()
    assert (problem.rule, problem.line) == ("file-encoding", 2)


def test_two_shared_fields_that_differ_by_a_letter_are_reported(tiny: TinyProject) -> None:
    tiny.edit(FIELDS, "status:", "shop_titel: {type: string, description: 名称}\nstatus:")
    tiny.edit(ORDERS, "order_id: {type: string, description: 订单编号}", "x: {use: shop_titel}")
    tiny.edit(ORDERS, 'order_id: "1"', 'x: "1"')
    tiny.edit(SHOPS, "  shop: {", "  y: {use: shop_titel}\n  shop: {")
    (problem,) = tiny.problems()
    assert problem.rule == "near-duplicate"
    assert "'shop_titel' and 'shop_title'" in problem.message
    assert (problem.file, problem.line, problem.column) == (FIELDS, 2, 1)


def test_two_methods_with_one_python_name_are_both_reported(tiny: TinyProject) -> None:
    twin = "specs/apis/publisher/taobao.tbk.order_get.yaml"
    tiny.write(twin, tiny.read(ORDERS).replace("tbk.order.get", "tbk.order_get"))
    tiny.edit(
        CATALOG, "beyond:", "beyond:\n  - {title: 订单查询, method: taobao.tbk.order_get, doc: 101}"
    )
    problems = tiny.problems()
    assert {(problem.rule, problem.file) for problem in problems} == {
        ("same-python-name", ORDERS),
        ("same-python-name", twin),
    }


@pytest.mark.parametrize(
    ("name", "rule"), [("import", "python-keyword"), ("call", "reserved-name")]
)
def test_a_method_whose_python_name_is_taken_is_reported(
    tiny: TinyProject, name: str, rule: str
) -> None:
    method = f"taobao.{name}"
    spec = tiny.read(ORDERS).replace("taobao.tbk.order.get", method)
    tiny.write(f"specs/apis/publisher/{method}.yaml", spec)
    entry = f"  - {{title: 订单查询, method: {method}, doc: 101}}"
    tiny.edit(CATALOG, "beyond:", f"beyond:\n{entry}")
    assert [(problem.rule, problem.line) for problem in tiny.problems()] == [(rule, 1)]


def test_a_spec_that_was_not_compared_for_a_year_is_a_warning(tiny: TinyProject) -> None:
    spec = tiny.spec()
    assert not list(lint.stale(spec, datetime.date(2027, 10, 31)))
    (problem,) = place(lint.stale(spec, datetime.date(2027, 12, 1)), tiny.root)
    assert problem.warning
    assert problem.rule == "stale"
    assert problem.message == "last compared 395 days ago"
    assert (problem.line, problem.column) == _place_of(tiny.read(ORDERS), '"2026-11-01"')


def test_missing_files_are_reported(tiny: TinyProject) -> None:
    (tiny.root / CATALOG).unlink()
    (problem,) = tiny.problems()
    assert (problem.rule, problem.file, problem.line) == ("file-name", CATALOG, 1)


def test_problems_of_all_files_are_told_at_once_and_nothing_is_written(
    tiny: TinyProject, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny.edit(PLATFORM, "tolerance: 10m", "tolerance: ten")
    tiny.edit(FIELDS, "page_no: {type", "page_no: {tpye")
    tiny.edit(ORDERS, "topic: orders", "topic: order")
    tiny.edit(SHOPS, "auth: {session: required}\n", "")
    tiny.edit(ENUMS, "  values:", "  values: {}\n  values:")
    before = {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file()}
    assert main(["--root", str(tiny.root), "build", "--no-cache"]) == 1
    told = capsys.readouterr().err
    for file in (PLATFORM, FIELDS, ORDERS, SHOPS, ENUMS):
        assert f"{file}:" in told
    assert "nothing written" in told
    after = {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file()}
    assert after == before


def test_the_cases_break_every_rule() -> None:
    told_elsewhere = {"file-size", "file-encoding", "near-duplicate"}
    of_importers = {name for name in RULES if name.startswith("import-")}
    assert {case.rule for case in CASES} | told_elsewhere == set(RULES) - of_importers


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_is_explained(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", name]) == 0
    told = capsys.readouterr().out
    rule = RULES[name]
    for text in (name, rule.title, "Why: ", "Fix: ", rule.why.split()[0], rule.fix.split()[-1]):
        assert text in told
