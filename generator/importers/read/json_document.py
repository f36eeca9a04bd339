"""The platform's document JSON: `name`, `requestParams`, `responseParams`, `errorCodes`, …"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.importers.read.apidoc import ApiDocument, RawError, RawMember
from generator.importers.read.documented_types import SAMPLE_OBJECT, is_method, is_name
from generator.importers.read.nesting import MAX_LEVELS, tree
from generator.importers.read.reply_samples import Samples, parse_json
from generator.importers.rules import BROKEN_JSON, NO_API_PAGE, DocumentError
from generator.problems import Problem

_LIMITS = (
    ("maxListSize", "最大列表长度"),
    ("maxLength", "最大长度"),
    ("minValue", "最小值"),
    ("maxValue", "最大值"),
    ("defaultValue", "默认值"),
)
_NEED = {
    "true": True,
    "1": True,
    "必须": True,
    "是": True,
    "false": False,
    "0": False,
    "可选": False,
    "否": False,
}
_SAMPLES = ("rspSampleJson", "rspSampleSimplifyJson", "errorSampleJson")
_PLACE = re.compile(r'"(?:name|errorCode)"\s*:\s*"?([^",\n]{1,80})|"(\w+)"\s*:\s*["\[]')


def is_json(text: str) -> bool:
    """Whether the text starts as JSON does."""
    return text.lstrip()[:1] in ("{", "[")


def read(file: str, text: str) -> tuple[ApiDocument, list[Problem]]:
    """What the document states, and everything that is wrong with it."""
    try:
        data = parse_json(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        message = f"the JSON does not parse: {getattr(error, 'msg', error)}"
        raise DocumentError([Problem(BROKEN_JSON, message, file, line=line)]) from None
    if not isinstance(data, dict):
        message = f"the JSON is a list of {len(data)}, not the document of one method"
        hint = "save every document as a file of its own"
        raise DocumentError([Problem(NO_API_PAGE, message, file, hint=hint, line=1)])
    if "data" in data and isinstance(data["data"], dict) and "name" not in data:
        data = data["data"]
    method = data.get("name")
    if not isinstance(method, str) or not ("requestParams" in data or "responseParams" in data):
        message = "no `name` with `requestParams` or `responseParams`"
        raise DocumentError([Problem(NO_API_PAGE, message, file, line=1)])
    if not is_method(method):
        message = f"{method[:60]!r} is no name of a method"
        raise DocumentError([Problem(NO_API_PAGE, message, file, line=1)])
    return _Reader(file, text).document(method, data)


class _Reader:
    """Reads one document and gathers what is wrong with it."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._places = _places(text)
        self._problems: list[Problem] = []

    def document(self, method: str, data: Mapping[str, Any]) -> tuple[ApiDocument, list[Problem]]:
        samples = Samples(self._file, "\n".join(_texts(data, _SAMPLES)))
        reply = samples.reply(method)
        for problem in samples.problems:
            self._report(problem.message, self._line_of("rspSampleJson"))
        errors = data.get("errorCodes")
        doc_id = data.get("id", data.get("docId"))
        document = ApiDocument(
            file=self._file,
            method=method,
            title=_text(data.get("apiChineseName")) or None,
            doc_id=doc_id if type(doc_id) is int and doc_id > 0 else None,
            request=self._members(data, "requestParams", None),
            response=self._members(data, "responseParams", reply.data if reply else None),
            errors=tuple(self._errors(errors)) if isinstance(errors, list) else None,
            reply=reply,
            failure=samples.failure,
        )
        return document, self._problems

    def _members(
        self, data: Mapping[str, Any], key: str, sample: Any
    ) -> tuple[RawMember, ...] | None:
        if key not in data:
            return None
        return tree(self._rows(data[key], key, 0), sample)

    def _rows(self, items: Any, key: str, depth: int) -> tuple[RawMember, ...]:
        if items is None:
            return ()
        if not isinstance(items, list) or depth > MAX_LEVELS:
            what = "nested too deeply" if isinstance(items, list) else "not a list of parameters"
            self._report(f"{key} is {what}", self._line_of(key))
            return ()
        return tuple(row for item in items if (row := self._row(item, key, depth)))

    def _row(self, item: Any, key: str, depth: int) -> RawMember | None:
        name = item.get("name") if isinstance(item, dict) else None
        type_ = (item.get("type") or "") if isinstance(item, dict) else None
        line = self._line_of(str(name))
        if not isinstance(name, str) or not is_name(name) or not isinstance(type_, str):
            self._report(f"a parameter of {key} has no usable name or type: {str(item)[:60]}", line)
            return None
        need = item.get("required")
        if need is not None and str(need).lower() not in _NEED:
            self._report(f"{name!r} is required: {str(need)[:40]!r}, which says nothing", line)
        return RawMember(
            name=name,
            type=type_.strip() or (SAMPLE_OBJECT if item.get("subParams") else ""),
            line=line,
            required=None if need is None else _NEED.get(str(need).lower()),
            example=_text(item.get("demoValue", item.get("example"))),
            limits="，".join(f"{told}：{item[k]}" for k, told in _LIMITS if _text(item.get(k))),
            description=_text(item.get("description")),
            children=self._rows(item.get("subParams"), key, depth + 1),
        )

    def _errors(self, items: Sequence[Any]) -> Iterator[RawError]:
        for item in items:
            code = item.get("errorCode") if isinstance(item, dict) else None
            if not isinstance(code, str | int):
                self._report(
                    f"an error without errorCode: {str(item)[:60]}", self._line_of("errorCodes")
                )
                continue
            line = self._line_of(str(code))
            yield RawError(
                str(code), _text(item.get("errorMsg")), _text(item.get("solution")), line
            )

    def _line_of(self, text: str) -> int:
        return self._places.get(text, 1)

    def _report(self, message: str, line: int) -> None:
        self._problems.append(Problem(BROKEN_JSON, message, self._file, line=line))


def _places(text: str) -> dict[str, int]:
    """The line in which every name, error code and key stands first."""
    places: dict[str, int] = {}
    line, seen = 1, 0
    for found in _PLACE.finditer(text):
        line += text.count("\n", seen, found.start())
        seen = found.start()
        places.setdefault(found[1] or found[2], line)
    return places


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None or isinstance(value, dict | list) else str(value).strip()


def _texts(data: Mapping[str, Any], keys: Sequence[str]) -> Iterator[str]:
    for key in keys:
        if isinstance(data.get(key), str):
            yield data[key]
