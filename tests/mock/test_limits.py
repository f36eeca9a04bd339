"""Quotas and bans, by a clock that the test holds."""

from datetime import UTC, datetime

import pytest
from taobaoke_mock.limits import Limits, Quota

SHOPS, INFO = "taobao.tbk.shop.get", "taobao.tbk.tbkinfo.get"
ORDERS, SERVICE_ORDERS = "taobao.tbk.order.details.get", "taobao.tbk.sc.order.details.get"
BY_METHOD = "accesscontrol.limited-by-api-access-count"
BY_APP = "accesscontrol.limited-by-app-access-count"

NOON = datetime(2026, 11, 26, 4, tzinfo=UTC).timestamp()
"""Twelve o'clock in Beijing: twelve hours until its midnight."""


def told(limits: Limits, method: str, now: float) -> tuple[str, str | None, str | None] | None:
    error = limits.refusal(method, now)
    return error and (error.code, error.sub_code, error.sub_msg)


def ban(seconds: int) -> str:
    return f"This ban will last for {seconds} more seconds"


def test_without_quota_and_bans_nothing_is_asked() -> None:
    limits = Limits()
    assert not limits
    assert limits.refusal(SHOPS, NOON) is None
    assert Limits(Quota(qps=1))
    limits.ban(SHOPS, 1, NOON)
    assert limits
    assert limits.refusal(SHOPS, NOON + 1) is None
    assert not limits, "a ban that is over is forgotten"


def test_calls_of_each_method_in_a_second() -> None:
    limits = Limits(Quota(qps=3))
    assert [told(limits, SHOPS, NOON + at / 10) for at in range(3)] == [None] * 3
    refused = ("7", BY_METHOD, ban(1))
    assert told(limits, SHOPS, NOON + 0.3) == refused
    assert told(limits, INFO, NOON + 0.3) is None, "each method has its own count"
    assert told(limits, SHOPS, NOON + 1.2) == refused, "the ban lasts a second from the refusal"
    assert [told(limits, SHOPS, NOON + 1.3) for _ in range(4)] == [None] * 3 + [refused]


def test_calls_that_keep_to_the_quota_are_never_refused() -> None:
    limits = Limits(Quota(qps=4))
    assert [told(limits, SHOPS, NOON + at / 4) for at in range(100)] == [None] * 100


def test_calls_of_all_methods_in_a_day() -> None:
    limits = Limits(Quota(per_day=2))
    assert [told(limits, method, NOON) for method in (SHOPS, INFO)] == [None, None]
    assert told(limits, ORDERS, NOON) == ("7", BY_APP, ban(12 * 3600))
    assert told(limits, SHOPS, NOON + 12 * 3600 - 0.5) == ("7", BY_APP, ban(1))
    midnight = NOON + 12 * 3600
    assert [told(limits, SHOPS, midnight) is None for _ in range(3)] == [True, True, False]


def test_a_ban_counts_down_and_is_not_made_longer() -> None:
    limits = Limits()
    limits.ban(SHOPS, 30, NOON)
    assert told(limits, SHOPS, NOON) == ("7", BY_METHOD, ban(30))
    limits.ban(SHOPS, 30, NOON + 20.5)
    assert told(limits, SHOPS, NOON + 20.5) == ("7", BY_METHOD, ban(10))
    assert told(limits, INFO, NOON + 20.5) is None
    assert told(limits, SHOPS, NOON + 30) is None


def test_a_name_never_bans_more_than_its_method() -> None:
    limits = Limits()
    for name in ("*", "3000"):
        limits.ban(name, 30, NOON)
    assert [told(limits, method, NOON) for method in (SHOPS, ORDERS)] == [None, None]


def test_bans_that_are_over_are_not_kept() -> None:
    limits = Limits()
    for number in range(10_000):
        limits.ban(f"method-{number}", 1, NOON + number)
    assert limits
    assert len(limits._bans) == 1


def test_a_ban_for_the_day() -> None:
    limits = Limits()
    limits.ban(SHOPS, None, NOON)
    assert told(limits, INFO, NOON) == ("7", BY_APP, ban(12 * 3600))
    limits.clear()
    limits.ban(ORDERS, None, NOON)
    assert told(limits, SHOPS, NOON) is None
    for method in (ORDERS, SERVICE_ORDERS):
        code, sub_code, message = told(limits, method, NOON) or ("", "", "")
        assert (code, sub_code) == ("15", "3000")
        assert message is not None
        assert message.startswith("您的账号因调用不符合要求，当前触发限流")
        refusal = limits.refusal(method, NOON)
        assert refusal
        assert str(refusal.hint) == (
            "限流，还剩 43200 秒；想提前结束：reset(), clock.advance(43200), DELETE /mock/all "
            "(limited for 43200 more seconds; "
            "to end it: reset(), clock.advance(43200), DELETE /mock/all)"
        )
    assert told(limits, ORDERS, NOON + 12 * 3600) is None


@pytest.mark.parametrize("wrong", [0, -1, 1.5, "3", True])
def test_quotas_are_positive(wrong: int) -> None:
    with pytest.raises(ValueError, match="per_day"):
        Quota(per_day=wrong)
