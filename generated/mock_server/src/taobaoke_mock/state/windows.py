"""The time that a call asks for, as the platform limits it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..checks import WINDOW_IN_FUTURE, WINDOW_REVERSED, WINDOW_TOO_LONG, WINDOW_TOO_OLD
from ..errors import BACKEND, GatewayError, Hint
from ..knowledge import find_api
from ..times import DAY, parsed, written

OLDEST = 90 * DAY
_MODEL = "taobao.tbk.order.details.get"
"""Its documents tell what its siblings share: messages of errors, and the limits of windows."""


def documented_sale_days() -> frozenset[str]:
    """Those of 618, 双11 and 年货节 that have a date."""
    return frozenset(_limits(_MODEL)["peak_days"])


def _limits(method: str) -> Mapping[str, Any]:
    """How the window of an order query is limited."""
    apis = (find_api(name) for name in (_MODEL, method))
    return {key: value for api in apis if api for key, value in api["window"].items()}


def refusal(method: str, sub_code: str, hint: Hint) -> GatewayError:
    """The error of an order query, with the message that is documented."""
    for name in (method, _MODEL):
        api = find_api(name)
        if api and api["errors"].get(sub_code):
            message = api["errors"][sub_code]
            return GatewayError(BACKEND, sub_code=sub_code, sub_msg=message, hint=hint)
    return GatewayError(BACKEND, sub_code=sub_code, hint=hint)


@dataclass(frozen=True, slots=True)
class Window:
    """A span of time, both ends included, in seconds since 1970."""

    start: int
    end: int


def window_of(
    method: str, given: Mapping[str, str], now: float, sale_days: frozenset[str]
) -> Window:
    """The window of an order query; GatewayError as documented if it cannot be asked for."""
    try:
        start, end = parsed(given.get("start_time", "")), parsed(given.get("end_time", ""))
    except ValueError as error:
        raise refusal(
            method, "2000", Hint("时间要写成 yyyy-MM-dd HH:mm:ss", "write yyyy-MM-dd HH:mm:ss")
        ) from error
    if start >= end:
        raise refusal(
            method, WINDOW_REVERSED, Hint("起点不早于终点", "the start is not before the end")
        )
    if start > now:
        raise refusal(
            method,
            WINDOW_IN_FUTURE,
            Hint("起点在模拟时钟之后", "the start is later than the mock's clock"),
        )
    api = find_api(method)
    if start < now - OLDEST and api and WINDOW_TOO_OLD in api["errors"]:
        raise refusal(
            method, WINDOW_TOO_OLD, Hint("起点早于 90 天前", "the start is more than 90 days ago")
        )
    limits = _limits(method)
    longest, kind = limits["longest"], Hint("平日", "on most days")
    if end - start < longest and not sale_days.isdisjoint(
        written(each, "%m-%d") for each in (start, end)
    ):
        longest, kind = limits["peak"], Hint("大促日", "on a sale day")
    if end - start >= longest:
        minutes = longest // 60
        zh = f"{kind.zh}的时间段要短于 {minutes} 分钟"
        raise refusal(
            method,
            WINDOW_TOO_LONG,
            Hint(zh, f"windows must be shorter than {minutes} minutes {kind.en}"),
        )
    return Window(start, end)
