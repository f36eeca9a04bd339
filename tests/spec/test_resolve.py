"""References lead somewhere, and shared declarations are shared."""

import pytest
from edits import Case, assert_reported
from project import ERRORS, FIELDS, ORDERS, PLATFORM, SHOPS, TYPES, TinyProject

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
        "title: {use: shop_title}",
        "more: {type: array, wrapper: shop, items: {type: Shop}, description: 分店}",
        "Shop",
        "Shop → Shop",
    ),
    Case(
        "circular-reference",
        TYPES,
        "title: {use: shop_title}",
        "more: {type: object, name: More, description: 分, "
        "fields: {shop: {type: Shop, description: 店}}}",
        "Shop",
        "Shop → Shop",
    ),
    Case(
        "circular-reference",
        FIELDS,
        "shop_title: {type: string,",
        "shop_title: {type: Shop,",
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
    tiny.edit(FIELDS, "{type: integer, minimum: 1", "{type: integer, format: yyyyMM, minimum: 1")
    (problem,) = tiny.problems()
    assert (problem.rule, problem.file, problem.line) == ("incomplete-type", FIELDS, 2)


@pytest.mark.parametrize(
    "written",
    [
        "type: datetime, format: epoch_ms, wire: number",
        "type: date, format: yyyyMM, wire: number",
        "type: boolean, wire: string",
        "type: decimal, wire: number",
        'type: array, separator: "|", items: {type: integer}',
    ],
)
def test_what_the_client_can_send_is_allowed(tiny: TinyProject, written: str) -> None:
    tiny.edit(SHOPS, "  detail:", f"  zz: {{{written}, description: 值}}\n  detail:")
    assert tiny.problems() == ()
