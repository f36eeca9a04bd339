"""What is wrong with single settings and options: each check gives its problems as texts."""

from collections.abc import Iterator
from typing import Any

from .shown import shown

_LONGEST_SPAN = 86400
_LONGEST_SHOWN = 120


def text_problems(name: str, value: object, *, secret: bool = False) -> Iterator[str]:
    """What is wrong with a text that goes on the wire as it is."""
    if isinstance(value, bytes):
        yield f"{name}：应为文字，得到 bytes，请先 decode()"
    elif not isinstance(value, str):
        yield f"{name}：应为文字，得到 {type(value).__name__}"
    elif not value:
        yield f"{name}：不能为空（环境变量没有设置？）"
    elif not value.isprintable() or " " in value:
        told = "" if secret else f"，得到 {shown(value)}"
        yield f"{name}：不能含有空白、换行或控制字符（复制时多带了？）{told}"


def seconds_problems(name: str, value: object, *, zero: bool = False) -> Iterator[str]:
    """What is wrong with a span of time; whether it may be zero."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    span: Any = value if number else -1
    if not 0 <= span <= _LONGEST_SPAN or (span == 0 and not zero):
        least = "不小于 0" if zero else "大于 0"
        yield f"{name}：应为{least}、不超过 {_LONGEST_SPAN} 的秒数，得到 {shown(value)}"


def count_problems(name: str, value: object, most: int) -> Iterator[str]:
    """What is wrong with a number of things."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= most:
        yield f"{name}：应为 1 至 {most} 的整数，得到 {shown(value)}"


def choice_problems(name: str, value: object, known: tuple[object, ...]) -> Iterator[str]:
    """What is wrong with one of several words."""
    if not isinstance(value, str | bool) or value not in known:
        yield f"{name}：应为 {'、'.join(map(str, known))} 之一，得到 {shown(value)}"


def object_problems(name: str, value: object, wanted: str, *methods: str) -> Iterator[str]:
    """What is wrong with an object that needs some methods, if there is one."""
    is_one = all(callable(getattr(value, method, None)) for method in methods)
    if value is not None and (isinstance(value, type) or not is_one):
        yield f"{name}：应为{wanted}，得到 {shown(value, _LONGEST_SHOWN)}"
