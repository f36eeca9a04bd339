"""What is told about a sample."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from mutants.areas import AREAS, area_of
from mutants.faults import Fault
from mutants.runner import Result

EQUIVALENT = Path(__file__).with_name("equivalent.yaml")
MOST_SURVIVE = 15
"""Percent of all faults that may survive."""


@dataclass(frozen=True, slots=True)
class Count:
    """Numbers of one area."""

    build: int = 0
    test: int = 0
    time: int = 0
    survived: int = 0

    @property
    def all(self) -> int:
        return self.build + self.test + self.time + self.survived

    @property
    def percent(self) -> float:
        """Of the faults that survived."""
        return 100 * self.survived / self.all if self.all else 0.0


def equivalents(path: Path = EQUIVALENT) -> Mapping[tuple[str, str, str], str]:
    """The reason by (file, before, after): people have seen that these change nothing."""
    rows = yaml.safe_load(path.read_text("utf-8")) or []
    return {(row["file"], row["before"], row["after"]): row["reason"] for row in rows}


def is_equivalent(fault: Fault, known: Mapping[tuple[str, str, str], str]) -> bool:
    """Whether a fault is among those that change nothing."""
    return (fault.file, fault.before, fault.after) in known


def count(results: Sequence[Result]) -> Count:
    """The numbers of some results."""
    by = [result.verdict.by for result in results]
    return Count(by.count("build"), by.count("test"), by.count("time"), by.count(""))


def by_area(results: Sequence[Result]) -> dict[str, Count]:
    """The numbers of each area that has any."""
    groups: dict[str, list[Result]] = {area.name: [] for area in AREAS}
    for result in results:
        area = area_of(result.fault.file)
        assert area
        groups[area.name].append(result)
    return {name: count(group) for name, group in groups.items() if group}


def broken_floors(results: Sequence[Result]) -> Iterator[str]:
    """Where more survive than may."""
    counts = by_area(results)
    for area in AREAS:
        if area.name in counts and counts[area.name].percent > area.floor:
            yield f"{area.name}: {counts[area.name].percent:.0f} % survive, {area.floor} % may"
    if (percent := count(results).percent) > MOST_SURVIVE:
        yield f"all: {percent:.0f} % survive, {MOST_SURVIVE} % may"


def table(results: Sequence[Result]) -> Iterator[str]:
    """The numbers as a table of Markdown."""
    yield "| area | faults | by build or lint | by a test | by time | survived | % | may |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    floors = {area.name: area.floor for area in AREAS} | {"all": MOST_SURVIVE}
    for name, found in {**by_area(results), "all": count(results)}.items():
        numbers = (found.all, found.build, found.test, found.time, found.survived)
        cells = " | ".join(map(str, numbers))
        yield f"| {name} | {cells} | {found.percent:.0f} | {floors[name]} |"


def survivors(results: Sequence[Result]) -> Iterator[str]:
    """The faults that nobody noticed, as a list of Markdown."""
    alive = [result.fault for result in results if result.verdict.survived]
    for fault in sorted(alive, key=lambda fault: (fault.file, fault.line)):
        yield f"- `{fault.place}` {fault.kind}"
        yield f"  - `{fault.before}`"
        yield f"  - `{fault.after}`" if fault.after else "  - (gone)"


def document(results: Sequence[Result], unchanged: Sequence[Fault], head: str) -> str:
    """What is kept of a run."""
    parts = [*table(results), "", head]
    if unchanged:
        parts += ["", f"{len(unchanged)} faults of the sample change nothing and are not counted:"]
        parts += [f"`{fault.place}`" for fault in unchanged]
    alive = list(survivors(results))
    parts += ["", "## Survivors", "", *alive] if alive else []
    return "\n".join(parts) + "\n"
