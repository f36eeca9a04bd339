"""Words that are likely meant by others."""

import difflib
import re
from collections.abc import Collection, Iterable

from .knowledge import platform

ANY = "*"
"""Stands for every method."""

_METHOD = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)+")


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that is likely meant."""
    near = difflib.get_close_matches(word, list(words), n=1, cutoff=0.8)
    return near[0] if near else None


def meant(word: str, words: Iterable[str]) -> tuple[str, str]:
    """The question whether another word is meant, in Chinese and English; empty if none is near."""
    near = nearest(word, words)
    return (f"，是否想写 {near}？", f", did you mean {near}?") if near else ("", "")


def check_known(method: str, further: Collection[str] = ()) -> None:
    """ValueError if a method is neither documented nor among `further`."""
    known = platform()["methods"]
    if method in known or method in further:
        return
    zh, en = _question(method, [*known, *further])
    raise ValueError(
        f"没有方法 {method!r}{zh or '；新方法先用 reply() 给它一个回复'} (no such method{en})"
    )


def check_new(method: str, further: Collection[str] = ()) -> None:
    """ValueError if a method that no document has looks like a slip for one that they have."""
    known = platform()["methods"]
    if method in known or method in further:
        return
    zh, en = _question(method, [*known, *further])
    if zh:
        raise ValueError(
            f"没有方法 {method!r}{zh}确为新方法时加 new=True "
            f"(no such method{en} If it is new, say new=True)"
        )
    if not _METHOD.fullmatch(method):
        raise ValueError(f"{method!r} 不是 API 全名 (a full name is like taobao.time.get)")


def _question(method: str, known: Collection[str]) -> tuple[str, str]:
    """As `meant`; the method may be written with underscores, or without its first word."""
    dotted = method.replace("_", ".") if "." not in method else method
    prefix = platform()["dropped_prefix"]
    for spelling in (dotted, prefix + dotted):
        if spelling in known:
            return f"，是否想写 {spelling}？", f", did you mean {spelling}?"
    return meant(dotted, known)
