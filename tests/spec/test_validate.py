"""What the schemas say is found, with line, column and a hint."""

import pytest
from edits import Case, assert_reported
from project import ERRORS, FIELDS, ORDERS, PLATFORM, PRODUCT, SHOPS, TinyProject

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
            (PLATFORM, "router/rest,", "router/rest/,", "does not have the form"),
            (PLATFORM, "https://eco.taobao.com", "https://-..-", "does not have the form"),
            (PLATFORM, "router/rest,", "router//rest,", "does not have the form"),
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
    Case("unknown-key", ERRORS, "{isv.busy: {", "{use: {", "use", "not allowed here"),
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
                "101\n",
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
