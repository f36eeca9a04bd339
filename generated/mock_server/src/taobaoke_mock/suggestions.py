"""Words that are likely meant by others."""

import difflib
import re
from collections.abc import Collection, Iterable

from .knowledge import platform

ANY = "*"
"""Stands for every method."""

_METHOD = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)+")


_LONGEST = 128
"""Characters of a method; comparing takes long, and callers may send anything."""
_NEAR, _VERY_NEAR = 0.8, 0.9
"""How alike two words are; whoever may be right is only asked if they are very alike."""


def nearest(word: str, words: Iterable[str], least: float = _NEAR) -> str | None:
    """The word that is likely meant."""
    near = difflib.get_close_matches(word, list(words), n=1, cutoff=least)
    return near[0] if near else None


def meant(word: str, words: Iterable[str]) -> tuple[str, str]:
    """The question whether another word is meant, in Chinese and English; empty if none is near."""
    return _question(nearest(word, words))


def method_meant(method: str, further: Collection[str] = ()) -> tuple[str, str]:
    """The question whether another method is meant, as `meant` puts it."""
    return _question(_method_meant(method, further, _NEAR))


def check_known(method: str, further: Collection[str] = (), new: str = "") -> None:
    """ValueError if a method is neither documented nor among `further`.

    `new` is how the caller says that it is meant; empty: nothing can make it known.
    """
    if _is_known(method, further):
        return
    zh, en = method_meant(method, further)
    if new:
        zh, en = f"{zh or '；'}确为新方法时加 {new}", f"{en or '.'} If it is new, say {new}"
    raise ValueError(f"没有方法 {method!r}{zh} (no such method{en})")


def check_new(method: str, further: Collection[str], new: str) -> None:
    """ValueError if a method that no document has looks like a slip for one that they have."""
    if _method_meant(method, further, _VERY_NEAR):
        check_known(method, further, new)


def check_name(method: str, further: Collection[str] = ()) -> None:
    """ValueError if a text cannot be the name of a method."""
    if not _is_known(method, further) and not _METHOD.fullmatch(method):
        raise ValueError(f"{method!r} 不是 API 全名 (a full name is like taobao.time.get)")


def _is_known(method: str, further: Collection[str]) -> bool:
    return method in platform()["methods"] or method in further


def _method_meant(method: str, further: Collection[str], least: float) -> str | None:
    """The method that is likely meant, also if written with underscores or without its prefix.

    The prefix that nearly all names have would make them all alike.
    """
    if len(method) > _LONGEST:
        return None
    prefix = platform()["dropped_prefix"]
    dotted = method if "." in method else method.replace("_", ".")
    names = {name.removeprefix(prefix): name for name in (*platform()["methods"], *further)}
    near = nearest(dotted.removeprefix(prefix), names, least)
    return near and names[near]


def _question(near: str | None) -> tuple[str, str]:
    return (f"，是否想写 {near}？", f", did you mean {near}?") if near else ("", "")
