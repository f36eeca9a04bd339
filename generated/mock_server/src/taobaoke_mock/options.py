"""Options and counts that callers give, checked as soon as they are given."""

from typing import Any


def check_whole(name: str, value: Any, least: int) -> None:
    """ValueError if an option is no whole number, or less than it may be."""
    if type(value) is not int or value < least:
        wanted = "正整数" if least == 1 else f"不小于 {least} 的整数"
        raise ValueError(f"{name} 应为{wanted}，不是 {value!a} (a whole number, at least {least})")
