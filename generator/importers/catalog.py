"""The platform's list of titles → specs/catalog.yaml: what came, what went, what was renamed."""

import difflib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from generator.importers.document import TITLE_LIST, Line
from generator.importers.merge import Difference
from generator.problems import Problem

ALIKE = 0.75
"""Two titles at the same place that are at least so alike are one title, renamed."""

LEAST_KEPT = 0.8
"""A list without this share of the known titles is a part of the list, or none of ours."""

CUT_END = 2
"""So many titles do not go at once, and all from the end."""

_FAMILY = re.compile(r"淘宝客|淘宝联盟")
_HEADING = re.compile(r"^#|^\*\*.*\*\*$|[:：]$|(?:列表|目录|分类|大全|文档|API)$")


@dataclass(frozen=True, slots=True)
class CatalogNews:
    """The new data of the catalog, None if it stays, and what changed."""

    data: dict[str, Any] | None
    differences: tuple[Difference, ...]
    problems: tuple[Problem, ...]


def compare(
    catalog: Mapping[str, Any], titles: Sequence[Line], file: str, *, is_list: bool
) -> CatalogNews:
    """Compare the catalog with a list of titles. Unless the file is a list, problems warn only."""
    known = dict.fromkeys(entry["title"] for entry in catalog["titles"] if "title" in entry)
    titles = _trimmed(titles, known)
    problems = tuple(_problems(titles, known, file, is_list=is_list))
    if problems or not titles:
        return CatalogNews(None, (), problems)
    entries, differences = _merged(catalog["titles"], titles, catalog["beyond"])
    if not differences:
        return CatalogNews(None, (), ())
    kept = {id(entry) for entry in entries}
    gone = [e for e in catalog["titles"] if id(e) not in kept and not _renamed(e, entries)]
    beyond = [e for e in catalog["beyond"] if id(e) not in kept]
    return CatalogNews({"titles": entries, "beyond": beyond + gone}, tuple(differences), ())


def _trimmed(titles: Sequence[Line], known: Collection[str]) -> Sequence[Line]:
    """Without the lines of other menus around the list."""
    ours = [i for i, line in enumerate(titles) if line.text in known or _FAMILY.search(line.text)]
    return titles[ours[0] : ours[-1] + 1] if ours else ()


def _problems(
    titles: Sequence[Line], known: Collection[str], file: str, *, is_list: bool
) -> Iterator[Problem]:
    def problem(message: str, line: int, hint: str) -> Problem:
        return Problem(TITLE_LIST, message, file, hint=hint, line=line, warning=not is_list)

    seen: dict[str, int] = {}
    for line in titles:
        if line.text in seen:
            message = f"the title {line.text!r} stands here again"
            yield problem(message, line.number, f"it stands first in line {seen[line.text]}")
        elif line.text not in known and _HEADING.search(line.text):
            yield problem(f"{line.text!r} is a heading, no title", line.number, "remove the line")
        seen.setdefault(line.text, line.number)
    kept = len(seen.keys() & known)
    if known and kept < LEAST_KEPT * len(known):
        message = (
            f"the list holds {kept} of the {len(known)} known titles, so it is not the whole list"
        )
        where = titles[0].number if titles else 1
        yield problem(message, where, "the catalog stays as it is; save the whole list")
    elif titles and (cut := _cut(titles[-1].text, seen, known)):
        hint = "save the whole list; titles that are gone for good leave specs/catalog.yaml by hand"
        yield problem(cut, titles[-1].number, hint)


def _cut(last: str, listed: Collection[str], known: Collection[str]) -> str:
    """Why the list seems to end too early; empty if it does not."""
    missing = list(takewhile(lambda title: title not in listed, reversed([*known])))
    if last not in known and any(title.startswith(last) for title in missing):
        return f"the list ends inside a title: {last!r}"
    if last in known and len(missing) >= CUT_END:
        return f"the last {len(missing)} known titles are missing, so the list seems to be cut"
    return ""


def _merged(
    entries: Sequence[Mapping[str, Any]],
    titles: Sequence[Line],
    beyond: Sequence[Mapping[str, Any]],
) -> tuple[list[Mapping[str, Any]], list[Difference]]:
    """The entries in the order of the list; entries that stay are the same objects."""
    before = [entry.get("title", "") for entry in entries]
    after = [line.text for line in titles]
    by_title = {title: entry for title, entry in zip(before, entries, strict=True) if title}
    waiting = {entry["title"]: entry for entry in beyond if "title" in entry}
    renamed = _renames(before, after)
    result: list[Mapping[str, Any]] = []
    differences: list[Difference] = []
    for line in titles:
        title = line.text
        if title in by_title:
            result.append(by_title[title])
        elif title in renamed:
            old = by_title[renamed[title]]
            result.append({**old, "title": title})
            differences.append(Difference("renamed", "titles", title, old["title"], line.number))
        else:
            result.append(waiting.get(title, {"title": title}))
            differences.append(Difference("added", "titles", title, None, line.number))
    lost = set(by_title) - set(after) - set(renamed.values())
    differences += [Difference("gone", "titles", None, title) for title in before if title in lost]
    return result, differences


def _renames(before: list[str], after: list[str]) -> dict[str, str]:
    """New title → old title, where one stands in the place of the other and looks like it."""
    renames: dict[str, str] = {}
    for tag, low, high, low2, high2 in difflib.SequenceMatcher(
        None, before, after, False
    ).get_opcodes():
        if tag != "replace":
            continue
        old, new = before[low:high], after[low2:high2]
        for title in new:
            free = [o for o in old if o not in renames.values() and o not in after]
            near = difflib.get_close_matches(title, free, n=1, cutoff=ALIKE)
            if near and title not in before:
                renames[title] = near[0]
    return renames


def _renamed(entry: Mapping[str, Any], entries: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the entry lives on under another title."""
    bare = {key: value for key, value in entry.items() if key != "title"}
    return any(bare == {k: v for k, v in e.items() if k != "title"} for e in entries) and bool(bare)
