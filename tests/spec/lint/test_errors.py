"""Rules about errors."""

import pytest
from edits import Case, assert_reported, place_of
from project import ERRORS, ORDERS, PLATFORM, TinyProject

from generator.spec.lint.registry import all_errors

OWN = "class: not_found, retry: never"
RATE = "class: rate_limit, limit: {scope: app, lasts: "

CASES = [
    *(
        Case("error-class", file, old, new, at, message)
        for file, old, new, at, message in [
            (
                ORDERS,
                OWN,
                "class: not_found, limit: {scope: app, lasts: told}, retry: never",
                "limit: {",
                "`limit` beside the class not_found",
            ),
            (
                ORDERS,
                OWN,
                "class: argument, retry: later",
                "later}",
                "what is wrong with argument does not pass by waiting",
            ),
            (
                ORDERS,
                OWN,
                "class: temporary, retry: ban",
                "ban}",
                "`retry: ban` waits for what sub_msg tells",
            ),
            (
                PLATFORM,
                "lasts: told}, retry: ban",
                "lasts: unknown}, retry: ban",
                "ban}",
                "`retry: ban` waits for what sub_msg tells",
            ),
            (
                PLATFORM,
                "lasts: told}, retry: ban",
                "lasts: told}, retry: later",
                "later}",
                "sub_msg tells how long to wait",
            ),
            (
                ORDERS,
                OWN,
                f"{RATE}today}}, retry: later",
                "later}",
                "what lasts until the next day is not retried",
            ),
            *(
                (
                    ORDERS,
                    OWN,
                    f"{RATE}shortly}}, retry: {retry}",
                    f"{retry}}}",
                    f"a limit does not pass by `retry: {retry}`",
                )
                for retry in ("clock", "sub_code")
            ),
            (
                PLATFORM,
                "class: temporary, retry: later",
                "class: business, retry: later",
                "later}",
                "what is wrong with business",
            ),
        ]
    ),
    *(
        Case(
            "same-code",
            ORDERS,
            "  isv.none: {message",
            f"  {code}: {{solution: 稍候, {written}}}\n  isv.none: {{message",
            "isv.none",
            f"'isv.none' and {code!r} are one code with two consequences",
        )
        for code, written in [
            ("none", "class: business, retry: never"),
            ("isp.none", "class: temporary, retry: later"),
            ("none", f"{RATE}unknown}}, retry: never"),
        ]
    ),
    Case(
        "same-code",
        ORDERS,
        "  isv.none: {message",
        "  busy: {solution: 稍候, class: business, retry: never}\n  isv.none: {message",
        "busy: {",
        "'busy' and 'isv.busy' are one code with two consequences",
    ),
]


TWINS = [
    ("class: temporary, retry: never", "class: temporary, retry: later"),
    (f"{RATE}shortly}}, retry: never", f"{RATE}shortly}}, retry: later"),
    (f"{RATE}shortly}}, retry: later", f"{RATE}unknown}}, retry: later"),
    (
        "class: rate_limit, limit: {scope: app, lasts: shortly}, retry: later",
        "class: rate_limit, limit: {scope: method, lasts: shortly}, retry: later",
    ),
    ("class: business, retry: never", "class: argument, retry: never"),
]
"""Consequences that differ in one thing alone."""


@pytest.mark.parametrize("code", ["isp.none", "none", "isp.isv.none", "isv.isv.none"])
def test_one_code_in_any_spelling(tiny: TinyProject, code: str) -> None:
    line = "换个条件, class: not_found, retry: never}\n"
    other = f"  {code}: {{solution: 等, class: business, retry: never}}\n"
    tiny.edit(ORDERS, line, line + other)
    (problem,) = tiny.problems()
    assert problem.message == f"{code!r} and 'isv.none' are one code with two consequences"


@pytest.mark.parametrize(("first", "second"), TWINS)
def test_one_code_has_one_class_one_limit_and_one_retry(
    tiny: TinyProject, first: str, second: str
) -> None:
    line = "  isv.none: {message: 没有结果, solution: 换个条件, class: not_found, retry: never}\n"
    tiny.edit(
        ORDERS,
        line,
        f"  isv.none: {{solution: 等, {first}}}\n  isp.none: {{solution: 等, {second}}}\n",
    )
    (problem,) = tiny.problems()
    assert (problem.rule, problem.warning) == ("same-code", True)
    assert "'isp.none' and 'isv.none'" in problem.message
    assert (problem.line, problem.column) == place_of(tiny.read(ORDERS), "isp.none")


@pytest.mark.parametrize(
    ("old", "new", "at", "rule"),
    [
        (
            "class: temporary, retry: later",
            "class: argument, retry: later",
            "later}",
            "error-class",
        ),
        ("solution: 稍候重试", "solution: try again", "try again", "note-language"),
        (
            "retry: later}",
            "retry: later}\n    busy: {solution: 等, class: business, retry: never}",
            "busy: {solution",
            "same-code",
        ),
    ],
)
def test_a_mistake_in_a_shared_set_is_told_where_it_stands(
    tiny: TinyProject, old: str, new: str, at: str, rule: str
) -> None:
    """Two methods use the set."""
    tiny.edit(ERRORS, old, new)
    found = {
        (problem.rule, problem.file, problem.line, problem.column) for problem in tiny.problems()
    }
    assert found == {(rule, ERRORS, *place_of(tiny.read(ERRORS), at))}
    assert len(tiny.problems()) == 1


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)


def test_a_shared_error_is_looked_at_once(tiny: TinyProject) -> None:
    found = [(error.code.reveal(), origin.file) for error, origin in all_errors(tiny.spec())]
    assert found == [
        *((code, PLATFORM) for code in ("7", "21", "25", "40", "isp.*")),
        ("isv.busy", ERRORS),
        ("isv.none", ORDERS),
    ]


@pytest.mark.parametrize(
    "written",
    [
        f"{RATE}unknown}}, retry: later",
        f"{RATE}shortly}}, retry: later",
        f"{RATE}today}}, retry: never",
        f"{RATE}told}}, retry: ban",
        "class: argument, retry: clock",
        "class: temporary, retry: never",
        "class: business, retry: sub_code",
    ],
)
def test_consequences_that_agree(tiny: TinyProject, written: str) -> None:
    tiny.edit(ORDERS, OWN, written)
    assert tiny.problems() == ()


def test_one_code_in_two_spellings_with_the_same_consequences(tiny: TinyProject) -> None:
    twin = "  none: {solution: 换个条件, class: not_found, retry: never}\n"
    tiny.edit(ORDERS, "  isv.none: {message", f"{twin}  isv.none: {{message")
    assert tiny.problems() == ()


def test_sets_of_former_years_are_their_codes(tiny: TinyProject) -> None:
    """Their own schemas knew neither `codes` nor `class`."""
    schemas = tiny.root / "specs" / "_schema"
    for name, old, new in [
        ("errors", '"required": ["description", "codes"],\n    "additionalProperties": false', ""),
        ("defs", '"required": ["solution", "class", "retry"]', '"required": ["solution", "retry"]'),
    ]:
        path = schemas / f"{name}.schema.json"
        text = path.read_text("utf-8")
        assert old in text
        if not new:
            text, old, new = text.replace(old, '"minProperties": 1'), "", ""
        path.write_text(text.replace(old, new) if old else text, "utf-8")
    tiny.write(
        ERRORS,
        "busy: {isv.busy: {solution: 稍候, retry: ban}, isp.x: {solution: 等, retry: later}}",
    )
    assert tiny.problems() == ()
    orders, _ = tiny.spec().apis
    busy, late, _ = orders.errors
    assert busy.limit is not None
    assert (busy.error_class.name, busy.limit.scope.name, busy.limit.lasts.name) == (
        "rate_limit", "app", "told"
    )  # fmt: skip
    assert late.error_class.name == "temporary"
