"""References lead somewhere, and shared declarations are shared."""

import pytest
from edits import Case, assert_reported
from project import (
    ERRORS,
    FIELDS,
    LINKS,
    ORDERS,
    PLATFORM,
    SHOP_FIELDS,
    SHOPS,
    TYPES,
    TinyProject,
)

CASES = [
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
        "use: [busy]",
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
        "use: [busy]",
        "{isv.x: {solution: 改, class: business, retry: never}}",
        "busy",
        "the error set 'busy' is used by specs/apis/publisher/",
        reported_in=ERRORS,
    ),
    Case(
        "circular-reference",
        TYPES,
        "title: {use: title}",
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
        "incomplete-type", ORDERS, ", items: {type: string}}", "}", "tags", "an array needs `items`"
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
        "circular-reference",
        TYPES,
        "title: {use: title}",
        "more: {type: array, wrapper: shop, items: {type: Shop}, description: 分店}",
        "Shop",
        "Shop → Shop",
    ),
    Case(
        "circular-reference",
        TYPES,
        "title: {use: title}",
        "more: {type: object, name: More, description: 分, "
        "fields: {shop: {type: Shop, description: 店}}}",
        "Shop",
        "Shop → Shop",
    ),
    Case(
        "circular-reference",
        SHOP_FIELDS,
        "title: {type: string,",
        "title: {type: Shop,",
        "Shop",
        "Shop → Shop",
        reported_in=TYPES,
    ),
    Case(
        "undefined-reference",
        FIELDS,
        "page_no: {type: integer,",
        "page_no: {type: Number,",
        "Number",
        "no shared type is named 'Number'",
    ),
    Case(
        "undefined-reference",
        PLATFORM,
        "session: {type: string,",
        "session: {type: Text,",
        "Text",
        "no shared type is named 'Text'",
    ),
    *(
        Case(
            "undefined-reference", file, old, new, "giude", "no shared link is named 'giude'", hint
        )
        for hint in ["did you mean 'guide'?"]
        for file, old, new in [
            (ORDERS, "topic:", "see: [giude]\ntopic:"),
            (ORDERS, "description: 结束时间", "description: 结束时间, see: [guide, giude]"),
            (ORDERS, "class: not_found", "see: [giude], class: not_found"),
            (ERRORS, "class: temporary", "see: [giude], class: temporary"),
            (PLATFORM, "[guide]", "[giude]"),
            (SHOP_FIELDS, "[guide]", "[giude]"),
            (TYPES, "description: 店铺编号", "description: 店铺编号, see: [giude]"),
        ]
    ),
    Case(
        "unused-declaration",
        LINKS,
        "guide: {",
        "spare: {title: 无人用, url: https://a.cn}\nguide: {",
        "spare",
        "the link 'spare' is never used",
    ),
    *(
        Case(
            "use-override",
            SHOPS,
            "{use: page_no}",
            f"{{use: page_no, {key}: {value}}}",
            key,
            f"`{key}` beside `use: page_no` makes this another member",
        )
        for key, value in [("type", "string"), ("wire", "string")]
    ),
    Case(
        "use-override",
        SHOPS,
        "{use: page_no}",
        "{use: page_no, format: yyyyMM}",
        "format",
        "`format` beside `use: page_no`",
    ),
    *(
        Case("shared-name", SHOPS, "  page_no: {use: page_no}", f"  {written}", at, message, hint)
        for written, at, message, hint in [
            (
                "page: {use: page_no}",
                "page_no}",
                "'page' takes what describes 'page_no'",
                "declare page__… for it",
            ),
            (
                "pages: {type: array, description: 页, items: {use: page_no}}",
                "page_no}}",
                "'pages' takes what describes 'page_no'",
                "",
            ),
            (
                "box: {type: object, name: Box, description: 盒, fields: {items: {use: page_no}}}",
                "page_no}}}",
                "'items' takes what describes 'page_no'",
                "",
            ),
        ]
    ),
    Case(
        "shared-name",
        SHOP_FIELDS,
        "title: {",
        "status: {type: string, description: 状态}\ntitle: {",
        "status",
        "'status' is declared in specs/_shared/fields.yaml as well",
    ),
    Case(
        "shared-name",
        "specs/_shared/fields/shop.yaml",
        "",
        "{}\n",
        "{}",
        "'shop' is none of the topics",
        "did you mean 'shops'?",
    ),
    *(
        Case(
            "incomplete-type",
            ORDERS,
            "items: {type: string}}",
            f"items: {{type: string, {written}}}}}",
            written,
            f"`{key}` is a key of the list, not of its elements",
            "write it beside `items`",
        )
        for key, written in [
            ("enum", "enum: {a: 甲}"),
            ("note", "note: 存疑"),
            ("see", "see: [guide]"),
            ("example", "example: a"),
            ("max_length", "max_length: 9"),
            ("deprecated", "deprecated: 不再用"),
        ]
    ),
    *(
        Case(
            "incomplete-type",
            ORDERS,
            "items: {type: string}}",
            f"items: {{type: string, {before}, {written}}}}}",
            written,
            f"`{key}` is a key of the list, not of its elements",
        )
        for key, before, written in [
            ("closed", "enum: {a: 甲}", "closed: stated"),
            ("taken_from", "example: a", "taken_from: {example: ours}"),
        ]
    ),
    *(
        Case(
            "incomplete-type",
            SHOPS,
            "  shop: {type: Shop",
            f"  zz: {{{written}, description: 值}}\n  shop: {{type: Shop",
            at,
            message,
        )
        for written, at, message in [
            ("type: string, closed: stated", "closed", "`closed` says of an `enum`"),
            (
                "type: object, placeholders: [x]",
                "placeholders",
                "`placeholders` belongs to scalars",
            ),
            (
                "type: integer, further_formats: [epoch_ms]",
                "further_formats",
                "`further_formats` belongs to type datetime or date",
            ),
            (
                'type: integer, truth: {yes: ["1"], no: ["0"]}',
                "truth",
                "`truth` belongs to type boolean, not integer",
            ),
            (
                'type: boolean, wire: boolean, truth: {yes: ["1"], no: ["0"]}',
                "boolean, truth",
                "a boolean cannot carry boolean",
            ),
        ]
    ),
    *(
        Case(
            "incomplete-type",
            SHOPS,
            "  detail:",
            f"  zz: {{{written}, description: 值}}\n  detail:",
            at,
            message,
        )
        for written, at, message in [
            ("type: integer, format: yyyyMM", "format", "`format` belongs to type datetime or"),
            ("type: string, format: yyyyMM", "format", "`format` belongs to type datetime or date"),
            ("type: object, format: yyyyMM", "format", "`format` belongs to type datetime or date"),
            ('type: string, separator: ";"', "separator", "belongs to type csv or array"),
            ("type: object, wire: number", "wire", "`wire` belongs to scalars, not object"),
            ("type: datetime, wire: number", "number,", "a number cannot carry datetime"),
            ("type: date, format: yyyy-MM, wire: number", "number,", "of the format yyyy-MM"),
            ("type: json, wire: number", "number,", "a number cannot carry json"),
            ("type: csv, wire: number", "number,", "a number cannot carry csv"),
            ("type: bytes, wire: number", "number,", "a number cannot carry bytes"),
            ("type: boolean, wire: number", "number,", "a number cannot carry boolean"),
            ("type: integer, wire: boolean", "boolean,", "a boolean cannot carry integer"),
            ("type: date, wire: boolean", "boolean,", "a boolean cannot carry date"),
            ("type: string, wire: boolean", "boolean,", "a boolean cannot carry string"),
            (
                'type: array, separator: "1", items: {type: integer}',
                '"1"',
                "'1' may stand inside of the values",
            ),
            (
                'type: array, separator: "-", items: {type: integer}',
                '"-"',
                "'-' may stand inside of the values",
            ),
            (
                'type: array, separator: " ", items: {type: datetime}',
                '" "',
                "' ' may stand inside of the values",
            ),
            ("type: csv, separator: x", "x, desc", "'x' may stand inside of the values"),
            (
                "type: array, items: {type: array, items: {type: integer}}",
                "items: {type: array",
                "a list cannot hold lists",
            ),
        ]
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)


def test_a_key_that_does_not_fit_a_shared_field_is_told_once(tiny: TinyProject) -> None:
    tiny.edit(FIELDS, "page_no: {type: integer", "page_no: {type: integer, format: yyyyMM")
    (problem,) = tiny.problems()
    assert (problem.rule, problem.file, problem.line) == ("incomplete-type", FIELDS, 2)


@pytest.mark.parametrize(
    "written",
    [
        "type: datetime, format: epoch_ms, wire: number",
        "type: date, format: yyyyMM, wire: number",
        "type: boolean, wire: string",
        'type: boolean, wire: number, truth: {yes: ["1"], no: ["0"]}',
        "type: decimal, wire: number",
        'type: array, separator: "|", items: {type: integer}',
    ],
)
def test_what_the_client_can_send_is_allowed(tiny: TinyProject, written: str) -> None:
    tiny.edit(SHOPS, "  detail:", f"  zz: {{{written}, description: 值}}\n  detail:")
    assert tiny.problems() == ()


@pytest.mark.parametrize(
    "written",
    [
        "items: {use: items}",
        "items: {type: array, items: {use: items}, description: 项}",
        "items: {use: items__inner}",
    ],
)
def test_a_member_takes_what_is_named_like_it(tiny: TinyProject, written: str) -> None:
    """`items` is a key of the language, too, and a name may say which of its meanings it has."""
    name = "items__inner" if "items__" in written else "items"
    tiny.edit(FIELDS, "status:", f"{name}: {{type: string, description: 项目}}\nstatus:")
    for file, before in ((SHOPS, "  detail:"), (ORDERS, "constraints:")):
        tiny.edit(file, before, f"  {written}\n{before}")
    assert tiny.problems() == ()


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("enum: {a: 甲}, closed: stated", ["closed", "enum"]),
        ("note: 存疑", ["note"]),
        ("see: [guide]", ["see"]),
        ("placeholders: [--]", []),
    ],
)
def test_a_shared_field_in_a_list_says_nothing_about_the_list(
    tiny: TinyProject, written: str, keys: list[str]
) -> None:
    tiny.edit(FIELDS, "status:", f"marks: {{type: string, {written}, description: 记号}}\nstatus:")
    new = "  marks: {type: array, wrapper: m, description: 记, items: {use: marks}}\n"
    tiny.edit(ORDERS, "  has_next: {type", f"{new}  has_next: {{type")
    tiny.edit(SHOPS, "  shop: {type: Shop", "  marks: {use: marks}\n  shop: {type: Shop")
    told = [
        (problem.rule, problem.file, problem.message)
        for problem in sorted(tiny.problems(), key=lambda problem: problem.message)
    ]
    assert told == [
        ("incomplete-type", ORDERS, f"`{key}` is a key of the list, not of its elements")
        for key in keys
    ]


def test_a_warning_leaves_the_specs_to_be_built(tiny: TinyProject) -> None:
    """Specs are older than the rule that a field is named like its users."""
    tiny.edit(SHOPS, "  page_no: {use: page_no}", "  page: {use: page_no}")
    pipeline = tiny.pipeline()
    assert pipeline.spec().apis[1].parameters.find("page")
    assert "shared-name" in [warning.rule for warning in pipeline.summary.warnings]
