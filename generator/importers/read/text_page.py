"""The page of a method, as text or Markdown with pipe tables."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate, groupby
from urllib.parse import unquote_plus

from generator.importers.read import pipe_tables as tables
from generator.importers.read.apidoc import ApiDocument, Line
from generator.importers.read.documented_types import is_method
from generator.importers.read.nesting import Known, nest
from generator.importers.read.reply_samples import reply_and_failure
from generator.importers.rules import BROKEN_SAMPLE, CUT_OFF, NO_API_PAGE, problem
from generator.problems import Problem
from generator.spec.ir import NO_MEMBERS

MIN_TITLES = 5
"""Fewer short lines in a row are no list of titles."""

_METHOD = r"((?:taobao|tmall|alibaba|qimen)(?:\.[a-z][a-z0-9_]*)+)"
_METHOD_IN_SAMPLE = re.compile(
    rf"method=[\"']?{_METHOD}|set_api_name\([^\"\n]{{0,80}}[\"']{_METHOD}|execute\(\s*[\"']{_METHOD}"
)
_ANY_METHOD = re.compile(rf"(?<![\w.]){_METHOD}(?![\w.])")
_DOC_ID = re.compile(r"(?:docId|apiId)=([1-9][0-9]{2,9})(?![0-9])")
_ID_IN_FILE_NAME = re.compile(r"(?<![0-9])([1-9][0-9]{4,5})(?![0-9])")
_SESSION_LABELS = {"需要授权": "required", "可选授权": "optional", "不需要授权": "none"}
_SESSION_SENT = re.compile(
    r"\.\s*execute\s*\([^();]*,\s*\$?session_?key\s*\)|getResponse\s*\(\s*session", re.IGNORECASE
)
_SESSION_UNSENT = re.compile(
    r"\.\s*execute\s*\(\s*\$?req\s*\)|getResponse\s*\(\s*\)", re.IGNORECASE
)
_CURL_PARAMETER = re.compile(r"-d\s+'(?P<name>[A-Za-z_]\w*)=(?P<value>[^']*)'")
_MOMENT = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")
_SENTENCE = re.compile(r"[。；;！？?|{}<>=]|,.*,|.{61}")
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.、])\s+")
_LINK = re.compile(r"\[([^\]]{0,200})\]\([^)]{0,500}\)")


def read(
    file: str, lines: Sequence[Line], problems: list[Problem], known: Known = lambda _: {}
) -> ApiDocument:
    """What the page states; `problems` learns everything that is wrong with it."""
    text = "\n".join(line.text for line in lines)
    starts = list(accumulate((len(line.text) + 1 for line in lines), initial=0))

    def report_sample(message: str, at: int) -> None:
        line = lines[min(bisect_right(starts, at), len(lines)) - 1].number
        problems.append(problem(BROKEN_SAMPLE, message, file, line))

    found = tables.tables(lines, file, problems)
    own = [table for table in found if table.is_members]
    request = next((t for t in own if tables.REQUIRED in t.columns), None)
    response = next((t for t in own if tables.REQUIRED not in t.columns), None)
    errors = next((t for t in found if t.is_errors), None)
    titles = _titles(lines, found[0].line if found else None)
    if request is None and response is None:
        if not titles or found:
            what = "no table of request parameters or response fields"
            problems.append(problem(NO_API_PAGE, what, file, lines[0].number if lines else 1))
            return ApiDocument(file)
        return ApiDocument(file, titles=titles)
    method, sent = _method(text), dict(_CURL_PARAMETER.findall(text))
    reply, failure = reply_and_failure(text, method, report_sample)
    places = known(method) if method else {}
    parameters = [
        # An example that the table leaves out is taken from the curl sample.
        replace(row, example=row.example or unquote_plus(sent.get(row.name, "")))
        for row in (tables.members(request, file, problems) if request else ())
    ]
    fields = tables.members(response, file, problems) if response else []
    document = ApiDocument(
        file=file,
        method=method,
        doc_id=_doc_id(file, text),
        date=_day(unquote_plus(sent.get("timestamp", ""))),
        request=nest(parameters, None, places.get("request", NO_MEMBERS)) if request else None,
        response=nest(fields, reply, places.get("response", NO_MEMBERS)) if response else None,
        errors=tuple(tables.errors(errors, file, problems)) if errors else None,
        reply=reply,
        failure=failure,
        session=_session(lines, text),
        titles=titles,
    )
    problems += (problem(CUT_OFF, what, file, lines[-1].number) for what in _lacks(document, lines))
    return document


def _method(text: str) -> str | None:
    """The method that the samples call, or the only one that the page names."""
    called = (next(filter(None, found.groups())) for found in _METHOD_IN_SAMPLE.finditer(text))
    names = set(_ANY_METHOD.findall(text))
    name = next(called, None) or (names.pop() if len(names) == 1 else None)
    return name if name and is_method(name) else None


def _doc_id(file: str, text: str) -> int | None:
    in_page = set(_DOC_ID.findall(text))
    in_name = set(_ID_IN_FILE_NAME.findall(file.rpartition("/")[2]))
    found = in_page if len(in_page) == 1 else in_name
    return int(found.pop()) if len(found) == 1 else None


def _day(moment: str) -> str | None:
    """The day of a moment in a curl sample, where the platform writes its own clock."""
    day = moment[: len("2025-10-31")]
    try:
        return date.fromisoformat(day).isoformat() if _MOMENT.fullmatch(moment) else None
    except ValueError:
        return None


def _session(lines: Sequence[Line], text: str) -> str | None:
    for line in lines:
        if label := _SESSION_LABELS.get(line.text.strip(" \t*`#-")):
            return label
    if _SESSION_SENT.search(text):
        return "sent"
    return "unsent" if _SESSION_UNSENT.search(text) else None


def _titles(lines: Sequence[Line], first_table: int | None) -> tuple[Line, ...]:
    """The longest run of short lines before the first table that are no sentences, if it is long
    enough."""
    texts = (
        Line(line.number, _LINK.sub(r"\1", _BULLET.sub("", line.text)).strip())
        for line in lines
        if first_table is None or line.number < first_table
    )
    runs = groupby(
        filter(lambda line: line.text, texts), lambda line: not _SENTENCE.search(line.text)
    )
    longest = max((tuple(run) for is_title, run in runs if is_title), key=len, default=())
    return longest if len(longest) >= MIN_TITLES else ()


def _lacks(document: ApiDocument, lines: Sequence[Line]) -> Iterator[str]:
    """What every complete page has, and this one has not."""
    parts = {
        "code sample that names the method": document.method,
        "table of request parameters": document.request,
        "table of response fields": document.response,
        "table of error codes": document.errors,
        "end of the last row": None if tables.ends_inside_row(lines) else "",
    }
    for part, content in parts.items():
        if content is None:
            yield f"no {part}: the page seems to be cut"
