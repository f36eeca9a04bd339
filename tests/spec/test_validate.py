"""What the schemas say is found, with line, column and a hint."""

import pytest
from edits import Case, assert_reported
from project import CATALOG, ERRORS, FIELDS, LINKS, ORDERS, PLATFORM, PRODUCT, SHOPS, TinyProject

from generator.problems import SpecError

CASES = [
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
        SHOPS,
        "weight: {type",
        "weight: {exmaple: 1, type",
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
        "'yes' is not true or false or a mapping",
    ),
    Case(
        "missing-key",
        ORDERS,
        "idempotent: true",
        "idempotent: {value: true}",
        "idempotent",
        "'reason' is missing",
    ),
    Case(
        "wrong-value",
        ORDERS,
        "idempotent: true",
        "idempotent: {value: yes, reason: 再试}",
        "yes",
        "'yes' is not true or false",
    ),
    *(
        Case("unknown-key", file, before, f"{added}{before}", key, f"unknown key '{key}'")
        for file, before, added, key in [
            (FIELDS, "page_no: {type: integer", "a: {type: string, default: x}\n", "default"),
            (FIELDS, "page_no: {type: integer", "a: {type: string, example: x}\n", "example"),
            (FIELDS, "page_no: {type: integer", "a: {type: string, maximum: 1}\n", "maximum"),
            (SHOPS, "  shop: {type", "  y: {type: string, default: x}\n", "default"),
            (SHOPS, "  detail:", '  y: {type: string, placeholders: ["0"]}\n', "placeholders"),
            (
                SHOPS,
                "  detail:",
                "  y: {type: date, further_formats: [epoch_s]}\n",
                "further_formats",
            ),
        ]
    ),
    *(
        Case("missing-key", file, old, new, at, f"'{key}' is missing")
        for file, old, new, at, key in [
            (PLATFORM, "limit: {scope: app, lasts: told}, ", "", '"7"', "limit"),
            (ORDERS, "class: not_found, ", "", "isv.none", "class"),
            (PLATFORM, "scope: app, ", "", "limit: {", "scope"),
            (PLATFORM, ", lasts: told", "", "limit: {", "lasts"),
            (ERRORS, "  description: 忙时的错误\n", "", "busy", "description"),
            (LINKS, "title: 使用说明, ", "", "guide", "title"),
            (ORDERS, ", kind: page", "", "source: {", "kind"),
            (ORDERS, '{"yes": ["1", "Y"], ', "{", "truth", "yes"),
        ]
    ),
    Case(
        "missing-key",
        ORDERS,
        "{style: page, items: results, page: page_no, size: page_size,",
        "{style: offset, items: results, offset: page_no,",
        "pagination",
        "'size' is missing",
    ),
    Case("missing-key", ORDERS, "page: page_no, ", "", "pagination", "'page' is missing"),
    Case(
        "missing-key",
        ORDERS,
        "{style: page, items: results,",
        "{style: cursor, items: results,",
        "pagination",
        "'cursor' is missing",
    ),
    Case(
        "wrong-value",
        ORDERS,
        "items: results,",
        "items: [results],",
        "[results]",
        "needs at least 2 element(s)",
    ),
    *(
        Case("wrong-value", ORDERS, '"2026-10"', date, date, "does not have the form")
        for date in (
            '"2025-13-40"',
            '"2025-13"',
            '"2025-00"',
            '"25-10"',
            '"2025-10-32"',
            '"2025-1"',
        )
    ),
    *(
        Case(
            "wrong-value",
            LINKS,
            '"https://open.taobao.com/doc.htm?docId=1"',
            url,
            url,
            "does not fit: its address: https",
        )
        for url in (
            '"http://open.taobao.com"',
            '"javascript:alert(1)"',
            '"https://a.cn/<b>"',
            '"https://a.cn/a b"',
            '"https://user@a.cn/"',
            '"https://A.cn\\\\x"',
            '"https://a.cn/\\n"',
        )
    ),
    *(
        Case(
            "wrong-value",
            PLATFORM,
            '"https://open.taobao.com/apply.htm?doc={doc}&id={package}"',
            page,
            page,
            "does not fit: the https address where an app applies",
        )
        for page in (
            '"http://a.cn/x?id={package}"',
            '"https://a.cn/x"',
            '"https://a.cn/x?id=1"',
            '"https://a.cn/x?id={doc}"',
            '"https://a.cn/x?id={method}"',
            '"https://a.cn/x?id=<b>"',
        )
    ),
    *(
        Case(
            "wrong-value",
            PLATFORM,
            '"https://open.taobao.com/doc.htm?id={doc}"',
            page,
            page,
            "does not fit: the https address of a method's document, with {doc} for its id",
        )
        for page in (
            '"https://a.cn/x?id=1"',
            '"https://a.cn/x?id={package}"',
            '"https://a.cn/{doc}"',
            '"http://a.cn/x?id={doc}"',
        )
    ),
    Case("wrong-value", ORDERS, '["27939", "381"]', '["a1"]', '"a1"', "does not have the form"),
    *(
        Case("wrong-value", file, old, new, new[new.index("[") :], "an element stands twice")
        for file, old, new in [
            (ORDERS, 'packages: ["27939", "381"]', 'packages: ["1", "1"]'),
            (ORDERS, "items: results, page", "items: [results, results], page"),
            (ORDERS, 'placeholders: ["--"]', 'placeholders: ["--", "--"]'),
            (ORDERS, "further_formats: [epoch_ms]", "further_formats: [epoch_ms, epoch_ms]"),
            (ORDERS, '"no": ["0"]', '"no": ["0", "0"]'),
            (ORDERS, "use: [busy]", "use: [busy, busy]"),
            (ORDERS, "errors:", "outcome: {items: {in: [results, results], code: fee}}\nerrors:"),
            (ORDERS, "errors:", "see: [a, a]\nerrors:"),
        ]
    ),
    *(
        Case("wrong-value", ORDERS, old, new, "[]", "needs at least 1 element")
        for old, new in [
            ('placeholders: ["--"]', "placeholders: []"),
            ("further_formats: [epoch_ms]", "further_formats: []"),
            ('"no": ["0"]', '"no": []'),
            ("use: [busy]", "use: []"),
            ("errors:", "see: []\nerrors:"),
        ]
    ),
    Case(
        "wrong-value",
        SHOPS,
        "taken_from: {example: taobao.tbk.order.get}",
        "taken_from: {example: mine}",
        "mine",
        "does not have the form",
    ),
    Case(
        "wrong-value",
        ORDERS,
        "default: 20,",
        "default: 20, taken_from: {default: ours},",
        "ours",
        "does not have the form",
    ),
    *(
        Case("wrong-value", ORDERS, old, new, at, "is not one of", hint)
        for old, new, at, hint in [
            ("class: not_found", "class: notfound", "notfound", "'not_found'"),
            ("[epoch_ms]", "[epoch_m]", "epoch_m]", "'epoch_ms'"),
            ("kind: page", "kind: pages", "pages}", "'page'"),
            ("      b: 乙", "      b: 乙\n    closed: state", "state\n", "'stated'"),
            ("style: page,", "style: pages,", "pages,", "'page'"),
        ]
    ),
    *(
        Case("wrong-value", PLATFORM, old, new, at, "is not one of", hint)
        for old, new, at, hint in [
            ("scope: app", "scope: apps", "apps", "'app'"),
            ("lasts: told", "lasts: toll", "toll", "'told'"),
        ]
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
        "specs/_shared/field.yaml",
        "",
        "a: 1\n",
        "a",
        "no file is looked for here",
        "_shared/fields",
    ),
    *(
        Case("wrong-value", file, old, new, "https://" if file == PLATFORM else new, message)
        for file, old, new, message in [
            (PRODUCT, "MIT,", '"MIT-",', "'MIT-' does not have the form"),
            (PRODUCT, "LICENSE}", '"LICENSE-"}', "'LICENSE-' does not have the form"),
            (PLATFORM, "router/rest,", "router/rest/,", "does not fit: The address"),
            (PLATFORM, "https://eco.taobao.com", "https://-..-", "does not fit: The address"),
            (PLATFORM, "router/rest,", "router//rest,", "does not fit: The address"),
        ]
    ),
    Case(
        "wrong-value",
        PLATFORM,
        "secret: helloworld, ",
        "",
        "{name: sample",
        "needs exactly one of secret, secret_hex",
    ),
    Case("unknown-key", ERRORS, "isv.busy: {", "use: {", "use", "not allowed here"),
    *(
        Case("wrong-value", SHOPS, 'minimum: "0.5"', f"minimum: {number}", at, message)
        for number, at, message in [
            ('"NaN"', '"NaN"', "'NaN' does not have the form"),
            ('"abc"', '"abc"', "'abc' does not have the form"),
            (f'"{"9" * 5000}"', '"9', "does not have the form"),
        ]
    ),
    *(
        Case("wrong-value", file, old, new, at, message)
        for file, old, new, at, message in [
            (ORDERS, "longest: 3h", "longest: 100000d", "100000d", "does not have the form"),
            (
                ORDERS,
                "max_length: 20",
                "min_length: 10001",
                "10001",
                "10001 is greater than the maximum of 10000",
            ),
            (
                ORDERS,
                '    example: "a,b"',
                '    min_items: 101\n    example: "a,b"',
                "101\n    ex",
                "101 is greater than the maximum of 100",
            ),
        ]
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)


def test_a_file_that_its_schema_refuses_is_not_told_to_be_laid_out(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "description: 按时间查询", "descripton: 按时间查询")
    with pytest.raises(SpecError) as caught:
        tiny.spec()
    assert {problem.rule for problem in caught.value.problems} == {"unknown-key"}


LONGEST = [
    # a file, what stands there, what comes before a text of which so many characters fit
    (ORDERS, "description: 按时间查询", "description: ", 2000),
    (ORDERS, "summary: {zh: 查询订单,", "summary: {zh: ", 120),
    (ORDERS, "sources: [a page]", "sources: [", 200),
    (ORDERS, "notes: [有一处存疑]", "notes: [", 2000),
    (ORDERS, "message: 没有结果", "message: ", 500),
    (ORDERS, "solution: 换个条件", "solution: ", 2000),
    (ORDERS, "      a: 甲", "      a: ", 2000),
    (CATALOG, "title: 尚无文档", "title: ", 100),
    (PLATFORM, "sources: [a page]", "sources: [", 300),
    (LINKS, "title: 使用说明", "title: ", 60),
]


@pytest.mark.parametrize(("file", "old", "start", "most"), LONGEST, ids=str)
def test_texts_are_as_long_as_readers_take_and_no_longer(
    tiny: TinyProject, file: str, old: str, start: str, most: int
) -> None:
    end = old[-1] if old[-1] in "]," else ""
    tiny.edit(file, old, f"{start}{'文' * most}{end}")
    assert [p for p in tiny.problems() if p.rule == "wrong-value"] == []
    tiny.edit(file, "文" * most, "文" * (most + 1))
    (problem,) = (p for p in tiny.problems() if p.rule == "wrong-value")
    assert problem.message == f"{most + 1} characters are more than {most}"


def test_the_least_that_may_stand_there(tiny: TinyProject) -> None:
    tiny.edit(PLATFORM, 'checks: ["21", "25", "40"]', 'checks: ["21"]')
    tiny.edit(PLATFORM, ', legacy: ["381"]', ", legacy: []")
    tiny.edit(ORDERS, 'packages: ["27939", "381"]', 'packages: ["27939"]')
    tiny.edit(ORDERS, "      b: 乙\n", "")
    tiny.edit(ORDERS, 'example: "a,b"', "example: a")
    tiny.edit(ORDERS, '{"yes": ["1", "Y"], "no": ["0"]}', '{"yes": ["1"], "no": ["0"]}')
    tiny.edit(ORDERS, "summary: {zh: 查询订单, en: List orders}", "summary: {zh: 查询, en: Go}")
    assert tiny.problems() == ()
