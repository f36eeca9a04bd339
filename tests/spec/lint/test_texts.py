"""Rules about prose."""

import pytest
from edits import Case, assert_reported
from project import ENUMS, ERRORS, ORDERS, PLATFORM, PRODUCT, SHOPS, TinyProject

CASES = [
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
        "unfinished",
        ORDERS,
        "{solution: 换个条件",
        "{solution: 待写",
        "待写, retry",
        "a placeholder is left",
        "write the text",
    ),
    Case(
        "unfinished",
        PLATFORM,
        "solution: 补上方法名",
        "solution: 待写",
        "待写",
        "a placeholder is left",
    ),
    Case(
        "padded-text",
        ERRORS,
        "message: 系统忙",
        'message: "系统忙 "',
        "errors:",
        "'系统忙 ' has space around it",
        reported_in=ORDERS,
    ),
    Case(
        "padded-text",
        ENUMS,
        "失败",
        '" 失败"',
        "{use: status}",
        "' 失败' has space around it",
        reported_in=SHOPS,
    ),
    *(
        Case("padded-text", file, old, new, new if shown else "", "has space around it")
        for file, old, new, shown in [
            (PRODUCT, "en: orders", 'en: "orders "', False),
            (PRODUCT, "推广者", '" 推广者"', True),
            (PRODUCT, "zh: 淘宝客", 'zh: "淘宝客 "', False),
            (PRODUCT, "A stub", '" A stub"', True),
            (PLATFORM, "description: 摘要", 'description: " 摘要"', False),
        ]
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)
