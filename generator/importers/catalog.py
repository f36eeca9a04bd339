"""Titles and methods → specs/catalog.yaml: what came, what went, what was renamed."""

import difflib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from generator.importers.merge import Difference
from generator.importers.read.apidoc import Line
from generator.importers.rules import TITLE_LIST, problem
from generator.problems import Problem

ALIKE = 0.75
"""Two titles at the same place that are at least so alike are one title, renamed."""

LEAST_KEPT = 0.8
"""A list without this share of the known titles is a part of the list, or none of ours."""

CUT_END = 2
"""So many titles do not go at once, and all from the end."""

_HEADING = re.compile(r"^#|^\*\*.*\*\*$|[:：]$|(?:列表|目录|分类|大全|文档|API)$")

Row = Mapping[str, Any]


class Catalog:
    """The rows of the catalog, as this import has made them so far."""

    def __init__(self, data: Mapping[str, Sequence[Row]]) -> None:
        self._rows = {key: list(data.get(key, ())) for key in ("titles", "beyond")}
        self._index()

    @property
    def data(self) -> dict[str, Any]:
        """What the file says."""
        return {key: list(rows) for key, rows in self._rows.items()}

    def row(self, method: str) -> Row:
        """What the catalog says about a method; empty if it does not know it."""
        place = self._places.get(method)
        return self._rows[place[0]][place[1]] if place else {}

    def compare(
        self, titles: Sequence[Line], families: Sequence[str], file: str, *, is_list: bool
    ) -> tuple[tuple[Difference, ...], list[Problem]]:
        """Take over a list of titles, unless it has problems; in a mere menu, these only warn.

        `families` are words by which our titles are told from those of other menus.
        """
        known = {row["title"]: row for row in self._rows["titles"] if "title" in row}
        # Around the list stand lines of other menus.
        ours = [
            i
            for i, line in enumerate(titles)
            if line.text in known or any(family in line.text for family in families)
        ]
        titles = titles[ours[0] : ours[-1] + 1] if ours else ()
        wrong = list(_problems(titles, known))
        if wrong or not titles:
            return (), [
                problem(TITLE_LIST, message, file, line, warning=not is_list)
                for message, line in wrong
            ]
        return tuple(self._take_over(titles, known)), []

    def _take_over(self, titles: Sequence[Line], known: Mapping[str, Row]) -> Iterator[Difference]:
        """Make the rows those of the list, in its order."""
        waiting = {row["title"]: row for row in self._rows["beyond"] if "title" in row}
        after = {line.text for line in titles}
        if after == known.keys():
            return
        renamed = _renames([*known], [line.text for line in titles])
        rows: list[Row] = []
        for line in titles:
            title = line.text
            if title in known:
                rows.append(known[title])
            elif title in renamed:
                rows.append({**known[renamed[title]], "title": title})
                yield Difference("renamed", "titles", title, renamed[title], line.number)
            else:
                rows.append(waiting.pop(title, {"title": title}))
                yield Difference("added", "titles", title, None, line.number)
        kept = after.union(renamed.values())
        gone = [row for row in self._rows["titles"] if row.get("title") not in kept]
        for row in gone:
            yield Difference("gone", "titles", None, row.get("title"))
        beyond = [row for row in self._rows["beyond"] if row.get("title") not in after]
        self._rows = {"titles": rows, "beyond": beyond + gone}
        self._index()

    def register(self, method: str, title: str | None, doc_id: int | None) -> Difference | None:
        """Give a method with a spec its row; what the row says already stays."""
        told = {"title": title, "method": method, "doc": doc_id}
        row: dict[str, Any] = {key: value for key, value in told.items() if value}
        key, index = self._places.get(method) or self._places.get(title or "") or ("beyond", None)
        if index is None:
            index = len(self._rows[key])
            self._rows[key].append({})
        held = self._rows[key][index]
        if row.keys() <= held.keys():
            return None
        row = {k: held.get(k, row.get(k)) for k in (*told, *held) if k in held or k in row}
        self._rows[key][index] = row
        self._places.pop(title or "", None)
        self._places[method] = key, index
        return Difference("added", key, row)

    def _index(self) -> None:
        """Rows by their methods, and those without one by their titles."""
        self._places: dict[str, tuple[str, int]] = {}
        for key, rows in self._rows.items():
            for index, row in enumerate(rows):
                self._places.setdefault(row.get("method") or row["title"], (key, index))


def _problems(titles: Sequence[Line], known: Collection[str]) -> Iterator[tuple[str, int]]:
    """What is wrong with a list, and in which lines."""
    seen: dict[str, int] = {}
    for line in titles:
        if line.text in seen:
            message = f"the title {line.text!r} stands here again, after line {seen[line.text]}"
            yield message, line.number
        elif line.text not in known and _HEADING.search(line.text):
            yield f"{line.text!r} is a heading, no title", line.number
        seen.setdefault(line.text, line.number)
    kept = len(seen.keys() & known)
    if known and kept < LEAST_KEPT * len(known):
        what = (
            f"the list holds {kept} of the {len(known)} known titles, so it is not the whole list"
        )
        yield what, titles[0].number if titles else 1
    elif titles and (cut := _cut(titles[-1].text, seen, known)):
        yield cut, titles[-1].number


def _cut(last: str, listed: Collection[str], known: Collection[str]) -> str:
    """Why the list seems to end too early; empty if it does not."""
    missing = list(takewhile(lambda title: title not in listed, reversed([*known])))
    if last not in known and any(title.startswith(last) for title in missing):
        return f"the list ends inside a title: {last!r}"
    if last in known and len(missing) >= CUT_END:
        return f"the last {len(missing)} known titles are missing, so the list seems to be cut"
    return ""


def _renames(before: list[str], after: list[str]) -> dict[str, str]:
    """New title → old title, where one stands in the place of the other and looks like it."""
    renames: dict[str, str] = {}
    changes = difflib.SequenceMatcher(None, before, after, False).get_opcodes()
    for tag, low, high, low2, high2 in changes:
        for title in after[low2:high2] if tag == "replace" else ():
            free = [o for o in before[low:high] if o not in renames.values() and o not in after]
            near = difflib.get_close_matches(title, free, n=1, cutoff=ALIKE)
            if near and title not in before:
                renames[title] = near[0]
    return renames
