"""Titles and methods → specs/catalog.yaml: what came, what went, what was renamed."""

import difflib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from generator.importers.merge import Difference
from generator.importers.read.apidoc import Line
from generator.importers.rules import TITLE_LIST
from generator.problems import Problem

ALIKE = 0.75
"""Two titles at the same place that are at least so alike are one title, renamed."""

LEAST_KEPT = 0.8
"""A list without this share of the known titles is a part of the list, or none of ours."""

CUT_END = 2
"""So many titles do not go at once, and all from the end."""

_FAMILY = re.compile(r"淘宝客|淘宝联盟")
_HEADING = re.compile(r"^#|^\*\*.*\*\*$|[:：]$|(?:列表|目录|分类|大全|文档|API)$")


class Catalog:
    """The rows of the catalog, as this import has made them so far."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._rows = {key: list(data[key]) for key in ("titles", "beyond")}
        self._index()

    @property
    def data(self) -> dict[str, Any]:
        """What the file says."""
        return {key: list(rows) for key, rows in self._rows.items()}

    def row(self, method: str) -> Mapping[str, Any]:
        """What the catalog says about a method; empty if it does not know it."""
        key, index = self._places.get(method, ("titles", len(self._rows["titles"])))
        return self._rows[key][index] if method in self._places else {}

    def compare(
        self, titles: Sequence[Line], file: str, *, is_list: bool
    ) -> tuple[tuple[Difference, ...], tuple[Problem, ...]]:
        """Take over a list of titles, unless it has problems; in a mere menu, these only warn."""
        known = dict.fromkeys(row["title"] for row in self._rows["titles"] if "title" in row)
        titles = _trimmed(titles, known)
        problems = tuple(_problems(titles, known, file, is_list=is_list))
        if problems or not titles:
            return (), problems
        rows, differences = _merged(self._rows["titles"], titles, self._rows["beyond"])
        if differences:
            kept = {id(row) for row in rows}
            gone = [r for r in self._rows["titles"] if id(r) not in kept and not _lives_on(r, rows)]
            beyond = [row for row in self._rows["beyond"] if id(row) not in kept]
            self._rows = {"titles": rows, "beyond": beyond + gone}
            self._index()
        return tuple(differences), ()

    def register(self, method: str, title: str | None, doc_id: int | None) -> Difference | None:
        """Give a method with a spec its row; what the row says already stays."""
        told = {"title": title, "method": method, "doc": doc_id}
        row: dict[str, Any] = {key: value for key, value in told.items() if value}
        place = self._places.get(method) or self._untaken.get(title or "")
        if place is None:
            self._places[method] = "beyond", len(self._rows["beyond"])
            self._rows["beyond"].append(row)
            return Difference("added", "beyond", row)
        key, index = place
        held = self._rows[key][index]
        if not row.keys() - held.keys():
            return None
        self._rows[key][index] = {
            k: held.get(k, row.get(k)) for k in (*told, *held) if k in held | row
        }
        self._index()
        return Difference("added", key, self._rows[key][index])

    def _index(self) -> None:
        places = [(key, index) for key, rows in self._rows.items() for index in range(len(rows))]
        rows = [(self._rows[key][index], (key, index)) for key, index in places]
        self._places = {row["method"]: place for row, place in reversed(rows) if "method" in row}
        self._untaken = {row["title"]: place for row, place in rows if "method" not in row}


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


def _lives_on(entry: Mapping[str, Any], entries: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the entry lives on under another title."""
    bare = {key: value for key, value in entry.items() if key != "title"}
    return any(bare == {k: v for k, v in e.items() if k != "title"} for e in entries) and bool(bare)
