"""Rules about where facts come from."""

import datetime

import pytest
from edits import Case, assert_reported, place_of
from project import ORDERS, SHOPS, TYPES, TinyProject

from generator.spec.lint.origins import stale
from generator.spec.load import place

ORDER, SHOP = "taobao.tbk.order.get", "taobao.tbk.sc.shop.save"
LENT = f"taken_from: {{example: {ORDER}}}"
WEIGHT = 'scale: 2, minimum: "0.5", example: 1.10'
SHOP_ID = 'example: "12"'

CASES = [
    *(
        Case("taken-from", SHOPS, LENT, f"taken_from: {{{written}}}", at, message, hint)
        for written, at, message, hint in [
            (
                "example: taobao.tbk.order.gets",
                "taobao.tbk.order.gets",
                "no method is named 'taobao.tbk.order.gets'",
                "did you mean 'taobao.tbk.order.get'?",
            ),
            (f"example: ours, max_length: {ORDER}", "max_length", "there is no `max_length`", ""),
            (
                f"example: {SHOP}",
                f"{SHOP}}}",
                "a method does not borrow from itself",
                "remove the entry",
            ),
        ]
    ),
    Case(
        "taken-from",
        SHOPS,
        "example: 小店",
        "example: 大店",
        ORDER,
        "`example` of 'title' is '小店' there",
    ),
    Case(
        "taken-from",
        SHOPS,
        WEIGHT,
        f"{WEIGHT}, taken_from: {{scale: {ORDER}}}",
        f"{ORDER}}}, desc",
        f"{ORDER} has no 'weight' in its request",
    ),
    Case(
        "taken-from",
        ORDERS,
        "max_length: 20, example: 小店",
        f"max_length: 20, example: 小店, taken_from: {{example: {SHOP}}}",
        SHOP,
        f"{SHOP} borrows this `example` itself, from {ORDER}",
    ),
    Case(
        "taken-from",
        TYPES,
        SHOP_ID,
        f"{SHOP_ID}, taken_from: {{example: taobao.tbk.nothing}}",
        "taobao.tbk.nothing",
        "no method is named 'taobao.tbk.nothing'",
    ),
    Case(
        "taken-from",
        SHOPS,
        "{use: page_no}",
        f"{{use: page_no, maximum: 9, taken_from: {{maximum: {ORDER}}}}}",
        ORDER + "}}\n  status",
        "`maximum` of 'page_no' is not given there",
    ),
    Case(
        "taken-from",
        SHOPS,
        "example: 小店, taken_from: {example: taobao.tbk.order.get}",
        "example: 小店, taken_from: {example: taobao.tbk.sc.shop.saves}",
        "taobao.tbk.sc.shop.saves",
        "no method is named 'taobao.tbk.sc.shop.saves'",
        "if the method was retired, remove the value as well as the entry",
    ),
    # A member of a shared type does not lend to itself, through a method that uses the type.
    Case(
        "taken-from",
        TYPES,
        SHOP_ID,
        f"{SHOP_ID}, taken_from: {{example: {ORDER}}}",
        ORDER,
        f"{ORDER} has no 'shop_id' in its response",
    ),
    Case(
        "required-example",
        SHOPS,
        f"required: true, example: 小店, {LENT}",
        "required: true",
        "title: {use",
        "the required parameter 'title' has no example",
    ),
    Case(
        "required-example",
        SHOPS,
        'type: decimal, scale: 2, minimum: "0.5", example: 1.10',
        "type: decimal, required: true",
        "weight",
        "the required parameter 'weight' has no example",
    ),
    Case(
        "required-example",
        SHOPS,
        "  detail:",
        "  marks: {type: array, required: true, items: {type: string}, description: 记}\n  detail:",
        "marks",
        "the required parameter 'marks' has no example",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (LENT, "taken_from: {example: ours}"),
        ("{use: page_no}", f"{{use: page_no, minimum: 1, taken_from: {{minimum: {ORDER}}}}}"),
        ("  detail:", "  picture: {type: bytes, required: true, description: 图}\n  detail:"),
        ("  detail:", "  more: {type: object, required: true, description: 余}\n  detail:"),
        ("    description: 细节", "    required: true\n    description: 细节"),
        ("page_no: {use: page_no}", "page_no: {use: page_no, required: unknown}"),
    ],
)  # fmt: skip
def test_values_whose_origin_is_clear(tiny: TinyProject, old: str, new: str) -> None:
    tiny.edit(SHOPS, old, new)
    assert tiny.problems() == ()


def test_all_that_a_method_gives_is_told(tiny: TinyProject) -> None:
    box = "{type: object, name: Box, description: 盒, fields: {title: {use: title, example: 中店}}}"
    tiny.edit(ORDERS, "constraints:", f"  box: {box}\nconstraints:")
    tiny.edit(SHOPS, "example: 小店", "example: 大店")
    (problem,) = tiny.problems()
    assert problem.message == "`example` of 'title' is '中店' or '小店' there"


def test_one_twin_that_gives_the_value_of_its_own_is_enough(tiny: TinyProject) -> None:
    title = "title: {use: title, example: 小店, taken_from: {example: ours}}"
    box = f"{{type: object, name: Box, description: 盒, fields: {{{title}}}}}"
    tiny.edit(ORDERS, "constraints:", f"  box: {box}\nconstraints:")
    assert tiny.problems() == ()


def test_a_shared_type_of_requests_borrows_from_requests(tiny: TinyProject) -> None:
    city = (
        f"city: {{type: string, example: 杭州, taken_from: {{example: {ORDER}}}, description: 市}}"
    )
    place = "Place:\n  description: 地\n  use_in: request\n  fields:\n"
    tiny.edit(TYPES, "Shop:\n", f"{place}    {city}\nShop:\n")
    for file, before in ((SHOPS, "  detail:"), (ORDERS, "constraints:")):
        tiny.edit(file, before, f"  place: {{type: Place, description: 所在}}\n{before}")
    (problem,) = tiny.problems()
    assert problem.message == f"{ORDER} has no 'city' in its request"
    own = "  city: {type: string, example: 杭州, description: 城市}\n"
    tiny.edit(ORDERS, "constraints:", f"{own}constraints:")
    assert tiny.problems() == ()


def test_a_required_member_of_a_shared_type_is_told_once(tiny: TinyProject) -> None:
    place_ = "Place:\n  description: 地\n  use_in: request\n  fields:\n"
    tiny.edit(
        TYPES,
        "Shop:\n",
        f"{place_}    city: {{type: string, required: true, description: 市}}\nShop:\n",
    )
    for file, before in ((SHOPS, "  detail:"), (ORDERS, "constraints:")):
        tiny.edit(file, before, f"  place: {{type: Place, description: 所在}}\n{before}")
    (problem,) = tiny.problems()
    assert (problem.rule, problem.file) == ("required-example", TYPES)


def test_what_is_borrowed_from_a_method_that_is_wrong_itself_is_not_told(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "coverage: full", "coverage: ful")
    assert [problem.rule for problem in tiny.problems()] == ["wrong-value"]


# Age

OLD = 'source: {date: "2026-10", kind: page}'


def ages(tiny: TinyProject, today: datetime.date) -> list[str]:
    return [f"{problem.rule}: {problem.message}" for problem in stale(tiny.spec(), today)]


@pytest.mark.parametrize(
    ("date", "last_good_day"),
    [
        ("2026-10", datetime.date(2027, 10, 31)),
        ("2026-10-01", datetime.date(2027, 10, 1)),
        ("2026", datetime.date(2027, 12, 31)),
        ("2023-02", datetime.date(2024, 2, 28)),  # 365 days, although the year is a leap year
        ("2024-02", datetime.date(2025, 2, 28)),
    ],
)
def test_a_source_is_old_after_a_year(
    tiny: TinyProject, date: str, last_good_day: datetime.date
) -> None:
    tiny.edit(ORDERS, OLD, f'source: {{date: "{date}", kind: announcement}}')
    tiny.edit(ORDERS, '  verified: "2026-11-01"\n', "")
    assert ages(tiny, last_good_day) == []
    (told,) = ages(tiny, last_good_day + datetime.timedelta(days=1))
    assert told == f"old-source: the newest source (announcement) is of {date}"


def test_a_source_without_a_date_has_no_age(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, OLD, "source: {kind: page}")
    tiny.edit(ORDERS, '  verified: "2026-11-01"\n', "")
    assert ages(tiny, datetime.date(2099, 1, 1)) == []


def test_a_spec_that_was_not_compared_for_a_year_is_a_warning(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, OLD, "source: {kind: page}")
    assert ages(tiny, datetime.date(2027, 11, 1)) == []  # 365 days
    assert ages(tiny, datetime.date(2027, 11, 2)) == ["stale: last compared 366 days ago"]


def test_what_is_old_is_told_where_it_stands(tiny: TinyProject) -> None:
    source, compared = place(stale(tiny.spec(), datetime.date(2028, 1, 1)), tiny.root)
    assert source.warning
    assert compared.warning
    text = tiny.read(ORDERS)
    assert (source.rule, source.line, source.column) == (
        "old-source", *place_of(text, '{date: "2026-10"')
    )  # fmt: skip
    assert (compared.rule, compared.line, compared.column) == (
        "stale", *place_of(text, '"2026-11-01"')
    )  # fmt: skip
