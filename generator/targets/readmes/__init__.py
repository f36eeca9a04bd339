"""The blocks with numbers in the project's own READMEs: text around them is written by hand.

`<!-- coverage -->` in README.md holds what templates/readmes/README.md/coverage.jinja prints.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.output.outputs import View
from generator.spec.ir import Api, Spec

FOLDER = "readmes"
FILES = ("README.md", "README.zh-CN.md")
BLOCKS = ("counts", "coverage")


@dataclass(frozen=True, slots=True)
class NumbersView:
    """How much the specs hold."""

    listed: int
    """Titles of the platform's list."""
    beyond: int
    """Methods that the list does not show."""
    typed: int
    """Methods with a typed call."""
    members: int
    """Parameters and fields."""
    full: int
    request: int
    guessed: int
    """Methods of the list whose names are inferred, or known alone."""
    titles: int
    """Titles whose methods nobody knows."""
    beyond_full: int
    beyond_named: int
    permitted: int
    """Methods whose permission packages are known."""


def numbers(spec: Spec) -> NumbersView:
    """What both READMEs tell."""
    by_method = {api.method: api for api in spec.apis}
    levels: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for title in spec.titles:
        levels[title.listed][_level(by_method.get(title.method) if title.method else None)] += 1
    listed, beyond = levels[True], levels[False]
    return NumbersView(
        listed=listed.total(),
        beyond=beyond.total(),
        typed=len(spec.typed),
        members=spec.member_count,
        full=listed["full"],
        request=listed["request"],
        guessed=listed["name"],
        titles=listed["title"],
        beyond_full=beyond["full"],
        beyond_named=beyond.total() - beyond["full"],
        permitted=sum(bool(api.auth.packages) for api in spec.apis),
    )


def _level(api: Api | None) -> str:
    """How much a user can do with a title."""
    if api is None:
        return "title"
    return api.coverage.name if api.typed else "name"


def blocks(spec: Spec) -> Iterator[tuple[str, str, View]]:
    """The blocks: file, name and what prints it."""
    for file in FILES:
        for block in BLOCKS:
            yield file, block, View(f"{FOLDER}/{file}/{block}", numbers, (spec,))
