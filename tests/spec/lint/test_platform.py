"""Rules about the gateway."""

import pytest
from edits import Case, assert_reported
from project import PLATFORM, TinyProject

CASES = [
    *(
        Case("naming", PLATFORM, old, new, at, message)
        for old, new, at, message in [
            (
                "request_id: request_id",
                "request_id: has_next",
                "has_next",
                "'has_next' is a field of taobao.tbk.order.get",
            ),
            (
                "error_root: error_response",
                "error_root: shop",
                "shop",
                "'shop' is a field of taobao.tbk.sc.shop.save",
            ),
            (
                "error_root: error_response",
                "error_root: tbk_order_get_response",
                "tbk_order_get_response",
                "'tbk_order_get_response' is the root of taobao.tbk.order.get",
            ),
            (
                "error_root: error_response",
                "error_root: request_id",
                "request_id\n",
                "'request_id' is both the root of errors and the request's id",
            ),
        ]
    ),
    Case(
        "checked-code",
        PLATFORM,
        'checks: ["21", "25", "40"]',
        'checks: ["21", "999"]',
        '"999"',
        "no error has the code '999'",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)
