"""Rules about how values are written."""

import pytest
from edits import Case, assert_reported
from project import ORDERS, SHOPS, TYPES, TinyProject

TRUTH = """          wire: string
          truth: {"yes": ["1", "Y"], "no": ["0"]}
"""
ADDED = "  shop: {type: Shop"


def field(written: str) -> str:
    """One more field of the response."""
    return f"  x: {{{written}, description: 甲}}\n{ADDED}"


CASES = [
    *(
        Case("ambiguous-form", ORDERS, TRUTH, new, at, message, hint)
        for new, at, message, hint in [
            (
                '          truth: {"yes": ["1"], "no": ["0"]}\n',
                '{"yes": ["1"]',
                "true and false themselves need no spelling",
                "say `wire: string` or `wire: number`",
            ),
            (
                '          wire: string\n          truth: {"yes": ["1", "0"], "no": ["0"]}\n',
                '{"yes": ["1"',
                "'0' means both",
                "",
            ),
            (
                '          wire: number\n          truth: {"yes": ["1"], "no": ["N"]}\n',
                '{"yes": ["1"',
                "'N' is not how JSON writes a number",
                "",
            ),
            *(
                (
                    f'          wire: number\n          truth: {{"yes": ["{yes}"], "no": ["0"]}}\n',
                    f'{{"yes": ["{yes}"',
                    f"'{yes}' is not how JSON writes a number",
                    "",
                )
                for yes in ("02", "-0", "+1", "1.0", "1e0", " 1")
            ),
            *(
                (f"          wire: string\n          truth: {written}\n", written, message, "")
                for written, message in [
                    ('{"yes": [""], "no": ["0"]}', "an empty text is never sent"),
                    ('{"yes": ["1"], "no": [""]}', "an empty text is never sent"),
                    ('{"yes": ["1", "false"], "no": ["0"]}', "'false' means true"),
                ]
            ),
            (
                f'{TRUTH}          placeholders: ["--", "0"]\n',
                '"0"]\n          description',
                "'0' means none and something else",
                "",
            ),
            (
                f'{TRUTH}          placeholders: ["Y"]\n',
                '"Y"]\n',
                "'Y' means none and something else",
                "",
            ),
        ]
    ),
    *(
        Case("ambiguous-form", SHOPS, ADDED, field(written), at, message)
        for written, at, message in [
            (
                "type: datetime, format: epoch_s, further_formats: [yyyyMMdd]",
                "yyyyMMdd",
                "'yyyyMMdd' and 'epoch_s' are digits, and look alike",
            ),
            (
                "type: datetime, further_formats: [epoch_s, epoch_ms]",
                "epoch_ms",
                "'epoch_ms' and 'epoch_s' are digits",
            ),
            (
                'type: datetime, further_formats: ["yyyy-MM-dd HH:mm:ss"]',
                '"yyyy-MM-dd HH',
                "'yyyy-MM-dd HH:mm:ss' is said already",
            ),
            (
                'type: string, enum: {"0": 无}, placeholders: ["--", "0"]',
                '"0"]',
                "'0' means none and something else",
            ),
            (
                'type: integer, enum: {"00": 无, "1": 有}, placeholders: ["0"]',
                '"0"]',
                "'0' means none and something else",
            ),
            (
                'type: decimal, enum: {"0.50": 半}, placeholders: ["--", "0.5"]',
                '"0.5"]',
                "'0.5' means none and something else",
            ),
            *(
                (
                    f'type: boolean, wire: {wire}, placeholders: ["{text}"]',
                    f'"{text}"]',
                    f"'{text}' means none and something else",
                )
                for wire, text in [("boolean", "false"), ("string", "true")]
            ),
            (
                'type: array, wrapper: x, items: {type: datetime, further_formats: [yyyy-MM-dd, '
                "yyyy-MM-dd HH:mm:ss]}",
                "yyyy-MM-dd HH",
                "'yyyy-MM-dd HH:mm:ss' is said already",
            ),
        ]
    ),
    Case(
        "ambiguous-form",
        TYPES,
        "    title: {use",
        '    x: {type: boolean, truth: {yes: ["1"], no: ["0"]}, description: 甲}\n    title: {use',
        '{yes: ["1"]',
        "true and false themselves need no spelling",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)


@pytest.mark.parametrize(
    "written",
    [
        "type: datetime, further_formats: [epoch_ms, yyyy-MM-dd]",
        "type: date, format: yyyyMMdd, further_formats: [yyyy-MM-dd]",
        'type: boolean, wire: number, truth: {yes: ["1"], no: ["0", "-1"]}',
        'type: integer, placeholders: ["0", "--", ""]',
        'type: integer, enum: {"00": 无}, placeholders: ["--", ""]',
        'type: string, enum: {"00": 无}, placeholders: ["0"]',
        'type: boolean, placeholders: ["", "--"]',
    ],
)
def test_forms_that_can_be_told_apart(tiny: TinyProject, written: str) -> None:
    tiny.edit(SHOPS, ADDED, field(written))
    assert tiny.problems() == ()
