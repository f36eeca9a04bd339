"""A new spec that is correct in form and marks what people must write (`tbkgen new`)."""

import difflib
import re
from collections.abc import Iterable

from generator.spec.files import header
from generator.spec.language import READING
from generator.spec.layout import dump
from generator.spec.lint.texts import PLACEHOLDER

HEADER = header("specs/apis/role/method.yaml")
"""The first line of the spec of a method."""

_NAME = re.compile(r"[a-z][a-z0-9]*(\.[a-z][a-z0-9_]*)+")


def check_method_name(method: str, dropped_prefix: str, known: Iterable[str]) -> str | None:
    """What is wrong with the name of a new method, if anything.

    Methods begin with `dropped_prefix`, or with the first word of one that is known.
    """
    if not _NAME.fullmatch(method):
        return f"{method!r} is no method name; it looks like {dropped_prefix}shop.get"
    firsts = {name.partition(".")[0] for name in (dropped_prefix, *known)}
    first, _, rest = method.partition(".")
    if first in firsts or not dropped_prefix:
        return None
    near = difflib.get_close_matches(first, sorted(firsts), n=1, cutoff=0.7)
    meant = f"{near[0]}.{rest}" if near else f"{dropped_prefix}{method}"
    return f"no method starts with {first!r}; did you mean {meant}?"


def only_reads(method: str) -> bool:
    """Whether the method's name says that it only asks."""
    return method.rpartition(".")[2] in READING


def spec_path(method: str, role: str) -> str:
    """Where the spec of a method stands."""
    return f"specs/apis/{role}/{method}.yaml"


def skeleton(method: str, role: str, topic: str, title: str, today: str) -> str:
    """The text of a new spec. Lint reports each placeholder until it is replaced."""
    return HEADER + dump(
        {
            "method": method,
            "title": title,
            "summary": {"zh": PLACEHOLDER, "en": PLACEHOLDER},
            "role": role,
            "topic": topic,
            "coverage": "full",
            "doc": {
                "source": {"kind": "page"},
                "verified": today,
                "confidence": "documented",
                "sources": [f"{PLACEHOLDER}: where the facts come from"],
            },
            "auth": {"session": "unknown"},
            "idempotent": only_reads(method),
            "request": {
                "name": {
                    "type": "string",
                    "required": True,
                    "example": PLACEHOLDER,
                    "description": PLACEHOLDER,
                },
            },
            "response": {
                "data": {
                    "type": "object",
                    "name": "Data",
                    "description": PLACEHOLDER,
                    "fields": {"id": {"type": "string", "description": PLACEHOLDER}},
                },
            },
        }
    )
