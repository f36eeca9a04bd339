"""What templates show of the IR: labels, and the filters that the targets prepare for them.

A template has no condition longer than one attribute; whatever needs more is a filter. A module of
`generator.plan` adds its own with `@template_filter`; their names start with the target's name.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

_Filter = TypeVar("_Filter", bound=Callable[..., Any])

FILTERS: dict[str, Callable[..., Any]] = {}


def template_filter(function: _Filter) -> _Filter:
    """Make a function known to templates, as a filter of the same name."""
    if function.__name__ in FILTERS:
        raise ValueError(f"two template filters are named {function.__name__!r}")
    FILTERS[function.__name__] = function
    return function


TOPIC_TITLES: Mapping[str, str] = {
    "items": "商品详情",
    "materials": "物料搜索与推荐",
    "links": "链接转换与解析",
    "tpwd": "淘口令",
    "coupons": "优惠券",
    "orders": "订单",
    "refunds": "维权与处罚",
    "shops": "店铺",
    "activities": "官方活动与红包",
    "newusers": "拉新",
    "gifts": "淘礼金",
    "reports": "报表",
    "feed": "投放与种草",
    "content": "内容与达人",
    "publishers": "备案与推广位",
    "crowds": "人群与社群",
    "identity": "用户标识与匹配",
    "utilities": "其他工具",
}
"""The chapters, in the order in which the docs show them."""
