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
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)
