"""Rules about types and values."""

import pytest
from edits import Case, assert_reported, place_of
from project import ENUMS, ORDERS, SHOPS, TYPES, TinyProject

FIELDS_OF_AN_OBJECT = (
    "{q: {type: integer, required: true, maximum: 5, description: 甲}, "
    "r: {type: array, items: {type: decimal}, description: 乙}, "
    "s: {type: object, name: Inner, description: 丙, fields: "
    "{t: {type: string, required: true, description: 丁}, u: {type: integer, description: 戊}}}}"
)

CASES = [
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
        "is number, not boolean",
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
        "enum",
        SHOPS,
        "status: {use: status}",
        "status: {use: status, default: 3}",
        "3}",
        "default '3' is not among the enum values",
    ),
    Case(
        "enum",
        ENUMS,
        '"2": 失败',
        '"01": 失败',
        "status: {use",
        "enum value '01' is the same as '1'",
        reported_in=ORDERS,
    ),
    Case(
        "enum",
        SHOPS,
        'weight: {type: decimal, scale: 2, minimum: "0.5", example: 1.10,',
        'weight: {type: decimal, enum: {"0.50": 半, "0.5": 半}, ',
        "半},  desc",
        "enum value '0.5' is the same as '0.50'",
    ),
    Case(
        "enum",
        SHOPS,
        "    name: Detail",
        '    name: Detail\n    enum: {"1": 甲}',
        "enum",
        "an enum means nothing to the type object",
    ),
    *(
        Case("limits", SHOPS, 'minimum: "0.5", example', f"{written}, example", at, message)
        for written, at, message in [
            ("max_length: 3", "max_length", "`max_length` means nothing to the type decimal"),
            ("min_items: 3", "min_items", "`min_items` means nothing to the type decimal"),
            ("minimum: 2, maximum: 1.5", "minimum", "2 to 1.5 leaves no value"),
        ]
    ),
    Case(
        "limits",
        ORDERS,
        "max_length: 20",
        "min_length: 21, max_length: 20",
        "min_length",
        "21 to 20 leaves no value",
    ),
    Case(
        "limits",
        ORDERS,
        "tags: {type: array,",
        "tags: {min_items: 2, max_items: 1, type: array,",
        "min_items",
        "2 to 1 leaves no value",
    ),
    Case(
        "limits",
        ORDERS,
        "title: {use: title, max_length: 20, example: 小店}",
        "title: {use: title, minimum: 1, example: 小店}",
        "minimum: 1, ex",
        "`minimum` means nothing to the type string",
    ),
    Case(
        "example",
        SHOPS,
        'minimum: "0.5", example: 1.10',
        "example: 0.4, minimum: 0.5",
        "0.4",
        "example Decimal('0.4') is below the minimum 0.5",
    ),
    Case("example", ORDERS, "default: 20", "default: many", "many", "is not a whole number"),
    Case(
        "upload",
        SHOPS,
        "      weight: {",
        "      file: {type: bytes, description: 文件}\n      weight: {",
        "file:",
        "an object cannot carry a file",
    ),
    Case(
        "upload",
        SHOPS,
        "  shop: {",
        "  file: {type: bytes, description: 文件}\n  shop: {",
        "file:",
        "a reply cannot carry a file",
    ),
    Case(
        "upload",
        SHOPS,
        "  shop: {",
        "  files: {type: array, wrapper: file, items: {type: bytes}, description: 文件}\n  shop: {",
        "files:",
        "a reply cannot carry a file",
    ),
    Case(
        "upload",
        TYPES,
        "title: {use: title}",
        "title: {use: title}\n    file: {type: bytes, description: 文件}",
        "file:",
        "an object cannot carry a file",
    ),
    Case(
        "id-type",
        ORDERS,
        "tags: {type: array, wrapper: string, description: 标签, items: {type: string}",
        "tag_ids: {type: array, wrapper: string, description: 标签, items: {type: integer}",
        "tag_ids",
        "the id 'tag_ids' is integer, not string",
    ),
    Case(
        "sample",
        ORDERS,
        "tags: {string: [新]}",
        "tags: [新]",
        "tags: [新]",
        "results.order.0.tags stands outside of its list wrapper 'string'",
    ),
    *(
        Case(
            rule,
            SHOPS,
            "  detail:",
            f"  zz: {{{written}, description: 值}}\n  detail:",
            at,
            message,
        )
        for rule, written, at, message in [
            (
                "limits",
                'type: integer, minimum: "0.5", maximum: "1.5"',
                '"0.5", maximum',
                "0.5 is no limit of whole numbers",
            ),
            (
                "limits",
                'type: integer, maximum: "1.5"',
                '"1.5"',
                "1.5 is no limit of whole numbers",
            ),
            (
                "enum",
                "type: string, max_length: 1, enum: {abc: 甲}",
                "甲",
                "enum value 'abc' is longer than 1",
            ),
            *(
                (
                    "enum",
                    f"type: integer, enum: {written}, closed: two_sided",
                    "two_sided",
                    f"{count} values are not two sides",
                )
                for count, written in [(1, '{"1": 甲}'), (3, '{"1": 甲, "2": 乙, "3": 丙}')]
            ),
            (
                "enum",
                "type: string, wire: number, enum: {abc: 甲}",
                "甲",
                "enum value 'abc' is not a whole number",
            ),
            (
                "enum",
                'type: integer, minimum: 5, enum: {"3": 甲}',
                "甲",
                "enum value '3' is below the minimum 5",
            ),
            (
                "example",
                "type: array, required: true, example: [], items: {type: string}",
                "[], items",
                "example [] shows no element",
            ),
            (
                "example",
                "type: string, wire: number, example: a1",
                "a1",
                "example 'a1' is not a whole number",
            ),
            *(
                (
                    "example",
                    f"type: datetime, example: '{moment}'",
                    f"'{moment}'",
                    "lies outside of the years 1971 to 2999",
                )
                for moment in ("9999-12-31 23:59:59", "0001-01-01 00:00:00")
            ),
            *(
                (
                    "example",
                    f"type: object, name: Zz, fields: {FIELDS_OF_AN_OBJECT}, example: {written}",
                    f"{written}, description: 值",
                    message,
                )
                for written, message in [
                    ("{x: 1}", "has x, which is not among the fields"),
                    ("{q: abc}", "has q, which is not a whole number"),
                    ("{q: 7}", "has a 'q' that is above the maximum 5"),
                    ("{r: [a], q: 1}", "has r.0, which is not a number"),
                    ("{r: 1, q: 1}", "has r, which is no list"),
                    ("{s: 1, q: 1}", "has s, which is no object"),
                    ("{s: {u: 1}, q: 1}", "has s, which lacks the required 't'"),
                    ("{r: [1]}", "lacks the required 'q'"),
                    ("[abc]", "is no object"),
                ]
            ),
            *(
                (
                    "example",
                    "type: array, items: {type: object, name: Zz, "
                    f"fields: {FIELDS_OF_AN_OBJECT}}}, example: {written}",
                    f"{written}, description: 值",
                    message,
                )
                for written, message in [
                    ("[abc]", "is no object"),
                    ("[{q: 1}, {q: abc}]", "has q, which is not a whole number"),
                ]
            ),
        ]
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)


def test_a_sample_with_what_the_gateway_adds_is_a_warning(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "    has_next: false\n", "    has_next: false\n    request_id: abc\n")
    pipeline = tiny.pipeline()
    pipeline.spec()
    (problem,) = pipeline.summary.warnings
    assert (problem.rule, problem.file) == ("sample", ORDERS)
    assert (problem.line, problem.column) == place_of(tiny.read(ORDERS), "request_id: abc")
    assert problem.message == "'request_id' is none of the fields: the gateway adds it"
    assert problem.hint == "remove it"


def test_the_example_of_a_file_is_its_name(tiny: TinyProject) -> None:
    tiny.edit(
        SHOPS, "  detail:", "  file: {type: bytes, example: 店.png, description: 图}\n  detail:"
    )
    assert tiny.problems() == ()


def test_a_file_in_a_shared_type_is_told_once_however_many_use_it(tiny: TinyProject) -> None:
    tiny.edit(
        TYPES,
        "title: {use: title}",
        "title: {use: title}\n    file: {type: bytes, description: 图}",
    )
    tiny.edit(SHOPS, "  detail:", "  kept: {type: Shop, description: 店}\n  detail:")
    uploads = [problem for problem in tiny.problems() if problem.rule == "upload"]
    assert [(problem.file, problem.message) for problem in uploads] == [
        (TYPES, "an object cannot carry a file")
    ]
