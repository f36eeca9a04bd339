"""How names of the platform become names in programs."""

import difflib
from collections.abc import Iterable


def python_method(method: str, dropped_prefix: str) -> str:
    """`taobao.item.get` → `item_get`: the one naming rule; the platform's files say what drops."""
    return method.removeprefix(dropped_prefix).replace(".", "_")


def class_prefix(method: str, dropped_prefix: str) -> str:
    """`taobao.item.get` → `ItemGet`, as the official class names start."""
    words = python_method(method, dropped_prefix).split("_")
    return "".join(word.capitalize() for word in words)


def pascal_case(name: str) -> str:
    """`order_page` → `OrderPage`; inner capitals stay."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or nothing if none is near."""
    near = difflib.get_close_matches(wrong, sorted(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else ""
