"""Rules about prose."""

import pytest
from edits import Case, assert_reported
from project import (
    CATALOG,
    ENUMS,
    ERRORS,
    LINKS,
    ORDERS,
    PLATFORM,
    PRODUCT,
    SHOPS,
    TYPES,
    TinyProject,
)

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
        "solution: 换个条件",
        "solution: 待写",
        "待写, class",
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
    *(
        Case(
            "unfinished", ORDERS, old, new, at, "a guess of the import is left: 必须授权", "source"
        )
        for old, new, at in [
            ("有一处存疑", "待核对：必须授权", "待核对：必须授权"),
            (
                "description: 结束时间",
                "description: 结束时间, note: 待核对：必须授权",
                "待核对：必须授权",
            ),
        ]
    ),
    Case(
        "unfinished",
        SHOPS,
        "example: 小店",
        "example: 待写",
        "待写",
        "a placeholder is left",
        "show a value",
    ),
    *(
        Case(
            "note-language",
            file,
            old,
            new,
            at,
            f"{at!r} is no Chinese",
            "say it in a short Chinese sentence",
        )
        for file, old, new, at in [
            (ORDERS, "有一处存疑", "a doubt", "a doubt"),
            (ORDERS, "description: 结束时间", "description: 结束时间, note: why", "why"),
            (SHOPS, "description: 重量", "description: 重量, note: a weight", "a weight"),
            (TYPES, "description: 店铺编号", "description: 店铺编号, note: digits", "digits"),
            (SHOPS, "description: 重量", "description: its mass", "its mass"),
            (ORDERS, "description: 标签", "description: some marks", "some marks"),
            (TYPES, "description: 店铺\n", "description: a seller\n", "a seller"),
            (ORDERS, "description: 按时间查询", "description: by time", "by time"),
            (ORDERS, "solution: 换个条件", "solution: ask again", "ask again"),
            (PLATFORM, "solution: 稍候再调", "solution: wait", "wait"),
            (PLATFORM, "solution: 稍候重试", "solution: wait a bit", "wait a bit"),
            (ERRORS, "solution: 稍候重试", "solution: 5 0 3", "5 0 3"),
            (CATALOG, "title: 尚无文档", "title: 尚无文档, note: lost", "lost"),
            (PRODUCT, "note: 店名以平台为准", "note: names", "names"),
            (ORDERS, "not_found, retry: never", "not_found, retry: never, note: x y", "x y"),
            (PLATFORM, "temporary, retry: later", "temporary, retry: later, note: x y", "x y"),
            (ORDERS, "example:\n  response:", "example:\n  note: mended\n  response:", "mended"),
            (
                SHOPS,
                "idempotent: false",
                "idempotent: {value: false, reason: it saves}",
                "it saves",
            ),
        ]
    ),
    *(
        Case("english-summary", ORDERS, "en: List orders", f"en: {text}", f"{text}}}", message)
        for text, message in [
            ("查询订单", "'查询订单' is no English"),
            ("List 订单", "'订单' is no English"),
            ("《订单》", "'《订单》' is no English"),
            ("1 / 2", "no English word"),
        ]
    ),
    Case(
        "padded-text",
        ERRORS,
        "message: 系统忙",
        'message: "系统忙 "',
        '"系统忙 "',
        "'系统忙 ' has space around it",
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
            (PRODUCT, "店名以平台为准", '" 店铺名称以平台为准"', True),
            (LINKS, "title: 使用说明", 'title: "使用说明 "', False),
        ]
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)


def test_a_long_sentence_is_shown_by_its_start(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "description: 按时间查询", f"description: {'word ' * 50}end")
    (problem,) = tiny.problems()
    assert problem.rule == "note-language"
    shown = problem.message.removesuffix("' is no Chinese")
    assert shown.startswith("'word word word")
    assert shown.endswith("…")
    assert len(shown) < 60


def test_an_english_summary_may_quote_a_chinese_term(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "en: List orders", "en: List “订单” of the gateway")
    assert tiny.problems() == ()


def test_placeholders_are_unfinished_and_nothing_else(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "description: 起点", "description: 待写")
    tiny.edit(ORDERS, "description: 结束时间", "description: 待写")
    tiny.edit(ORDERS, "en: List orders", "en: 待写")
    assert {problem.rule for problem in tiny.problems()} == {"unfinished"}


def test_a_word_that_looks_like_the_mark_of_a_guess_is_none(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "description: 付款时间", "description: 待核对的付款时间")
    assert tiny.problems() == ()


@pytest.mark.parametrize(
    ("guess", "shown"),
    [("必" * 40, "必" * 40), ("必" * 41, "必" * 39 + "…")],
    ids=["fits", "shortened"],
)
def test_a_guess_is_shown_as_far_as_it_fits(tiny: TinyProject, guess: str, shown: str) -> None:
    tiny.edit(ORDERS, "description: 结束时间", f"description: 结束时间, note: 待核对：{guess}")
    (problem,) = tiny.problems()
    assert problem.message == f"a guess of the import is left: {shown}"


def test_what_is_unfinished_hides_no_neighbours_that_look_alike(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "description: 起点", "description: 待写")
    tiny.edit(ORDERS, "description: 每页条数", "description: 结束时间")
    told = {(problem.rule, problem.message) for problem in tiny.problems()}
    assert told == {
        ("unfinished", "a placeholder is left"),
        ("same-description", "'page_size' is described like 'end_time'"),
    }
