"""Faults of Jinja templates: a line is lost, a condition is the wrong way round."""

import re
from collections.abc import Iterator

from mutants.faults import Fault, Source, distinct

_IF = re.compile(r"\{%-? (?:el)?if (?P<test>.+?) -?%\}")
_OPENING = re.compile(r"\{%-? (?:if|for|macro|call|filter|block) ")
_CLOSING = re.compile(r"\{%-? end")
_KEPT = re.compile(r"\{%-? (?:set|import|from|include|extends|elif|else|macro|call)\b|\{#|#\}")
"""A line with one of these is needed by others: without it nothing is rendered at all."""


def template_faults(file: str, text: str) -> Iterator[Fault]:
    """All faults that are known for a template."""
    return distinct(_faults(Source(file, text)))


def _faults(source: Source) -> Iterator[Fault]:
    for found in _IF.finditer(source.text):
        test = found["test"]
        yield source.fault("condition negated", *found.span("test"), f"not ({test})")
    for number, line in enumerate(source.lines[:-1]):
        if line.strip() and not _KEPT.search(line) and _is_whole(line):
            yield source.dropped_lines("line dropped", number, number)


def _is_whole(line: str) -> bool:
    """Whether neither a block nor a tag reaches over the end of the line."""
    return (
        len(_OPENING.findall(line)) == len(_CLOSING.findall(line))
        and line.count("{%") == line.count("%}")
        and line.count("{{") == line.count("}}")
    )
