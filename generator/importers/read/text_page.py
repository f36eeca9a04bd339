"""The page of a method, as text or Markdown with pipe tables."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.importers.read import pipe_tables as tables
from generator.importers.read.apidoc import ApiDocument, Line, RawMember
from generator.importers.read.documented_types import is_method
from generator.importers.read.nesting import Tree, nest
from generator.importers.read.reply_samples import Samples, curl_parameters
from generator.importers.rules import CUT_OFF, NO_API_PAGE
from generator.problems import Problem

Known = Callable[[str], Tree]
"""Members of the present spec of a method: `{"request": …, "response": …}`, empty without one."""

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
_SENTENCE = re.compile(r"[。；;！？?|{}<>=]|,.*,")
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.、])\s+")
_LINK = re.compile(r"\[([^\]]{0,200})\]\([^)]{0,500}\)")


def read(
    file: str, lines: Sequence[Line], known: Known = lambda _: {}
) -> tuple[ApiDocument, list[Problem]]:
    """What the page states, and everything that is wrong with it."""
    problems: list[Problem] = []
    text = "\n".join(line.text for line in lines)
    samples = Samples(file, text)
    found = list(tables.tables(lines, file, problems))
    request, response, errors = _parts(found)
    first_table = found[0].line if found else None
    titles = _titles(lines, first_table)
    method = _method(text)
    if request is None and response is None:
        if len(titles) >= MIN_TITLES and not found:
            return ApiDocument(file, titles=titles), problems
        line = lines[0].number if lines else 1
        hint = "save the whole page of the method"
        what = "no table of request parameters or response fields"
        problems.append(Problem(NO_API_PAGE, what, file, hint=hint, line=line))
        return ApiDocument(file), problems
    reply = samples.reply(method)
    places = known(method) if method else {}
    document = ApiDocument(
        file=file,
        method=method,
        doc_id=_doc_id(file, text),
        request=(
            nest(_request(request, file, text, problems), None, places.get("request", {}))
            if request
            else None
        ),
        response=(
            nest(
                tables.members(response, file, problems),
                reply.data if reply else None,
                places.get("response", {}),
            )
            if response
            else None
        ),
        errors=tables.errors(errors, file, problems) if errors else None,
        reply=reply,
        failure=samples.failure,
        session=_session(lines, text),
        titles=titles if len(titles) >= MIN_TITLES else (),
    )
    problems += [_at_source(problem, lines) for problem in samples.problems]
    problems += _cut_off(document, lines)
    return document, problems


def _request(
    table: tables.Table, file: str, text: str, problems: list[Problem]
) -> tuple[RawMember, ...]:
    """The parameters; an example that the table leaves out is taken from the curl sample."""
    sent = curl_parameters(text)
    return tuple(
        row if row.example else replace(row, example=sent.get(row.name, ""))
        for row in tables.members(table, file, problems)
    )


def _at_source(problem: Problem, lines: Sequence[Line]) -> Problem:
    """Samples count the lines of the joined text; the reader counts those of the file."""
    index = min(problem.line or 1, len(lines)) - 1
    return Problem(
        problem.rule, problem.message, problem.file, hint=problem.hint, line=lines[index].number
    )


def _parts(
    found: Sequence[tables.Table],
) -> tuple[tables.Table | None, tables.Table | None, tables.Table | None]:
    """The tables of the request, the response and the error codes."""
    own = [table for table in found if table.is_members and not table.is_public]
    request = next((t for t in own if tables.REQUIRED in t.columns), None)
    response = next((t for t in own if tables.REQUIRED not in t.columns), None)
    return request, response, next((t for t in found if t.is_errors), None)


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


def _session(lines: Sequence[Line], text: str) -> str | None:
    for line in lines:
        if label := _SESSION_LABELS.get(line.text.strip(" \t*`#-")):
            return label
    if _SESSION_SENT.search(text):
        return "sent"
    return "unsent" if _SESSION_UNSENT.search(text) else None


def _titles(lines: Sequence[Line], first_table: int | None) -> tuple[Line, ...]:
    """The longest run of short lines before the first table that are no sentences."""
    runs: list[list[Line]] = []
    run: list[Line] = []
    for line in lines:
        if first_table is not None and line.number >= first_table:
            break
        text = _LINK.sub(r"\1", _BULLET.sub("", line.text)).strip()
        if not text:
            continue
        if is_title(text):
            run.append(Line(line.number, text))
            continue
        runs.append(run)
        run = []
    longest = max([*runs, run], key=len)
    return tuple(longest)


def is_title(text: str) -> bool:
    """Whether a line may be a title or a heading between titles."""
    return len(text) <= 60 and not _SENTENCE.search(text)


def _cut_off(document: ApiDocument, lines: Sequence[Line]) -> list[Problem]:
    """What every complete page has, and this one has not."""
    parts = {
        "code sample that names the method": document.method,
        "table of request parameters": document.request,
        "table of response fields": document.response,
        "table of error codes": document.errors,
    }
    last = lines[-1].number if lines else 1
    missing = [f"no {part}" for part, content in parts.items() if content is None]
    if tables.ends_inside_row(lines):
        missing.append("no end of the last row")
    return [
        Problem(CUT_OFF, f"{what}: the page seems to be cut", document.file, line=last)
        for what in missing
    ]
