"""The platform's document JSON: `name`, `requestParams`, `responseParams`, `errorCodes`, …"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.importers.read import documented_types as types
from generator.importers.read.apidoc import ApiDocument, RawError, RawMember
from generator.importers.read.nesting import MAX_LEVELS, nest
from generator.importers.read.reply_samples import parse_json, reply_and_failure
from generator.importers.rules import BROKEN_JSON, NO_API_PAGE, problem
from generator.problems import Problem
from generator.spec.text import Json
from generator.spec.values import scalar_text

_LIMITS = {
    "maxListSize": "最大列表长度",
    "maxLength": "最大长度",
    "minValue": "最小值",
    "maxValue": "最大值",
    "defaultValue": "默认值",
}
_REQUIRED = types.REQUIRED_WORDS | {"1": True, "0": False}
_SAMPLES = ("rspSampleJson", "rspSampleSimplifyJson", "errorSampleJson")
_PLACE = re.compile(r'"(?:name|errorCode)"\s*:\s*"?([^",\n]{1,80})|"(\w+)"\s*:\s*["\[]')


def read(file: str, text: str) -> tuple[ApiDocument, list[Problem]]:
    """What the document states, and everything that is wrong with it."""
    try:
        data = parse_json(text)
    except (ValueError, RecursionError) as error:
        message = f"the JSON does not parse: {getattr(error, 'msg', error)}"
        line = getattr(error, "lineno", 1)
        return ApiDocument(file), [problem(BROKEN_JSON, message, file, line)]
    if not isinstance(data, dict):
        wrong = f"the JSON is a list of {len(data)}, not the document of one method"
    elif not ("requestParams" in data or "responseParams" in data):
        wrong = "neither `requestParams` nor `responseParams`"
    elif not types.is_method(method := _text(data.get("name"))):
        wrong = f"`name` is no name of a method: {method[:60]!r}"
    else:
        reader = _Reader(file, text)
        return reader.document(method, data), reader.problems
    return ApiDocument(file), [problem(NO_API_PAGE, wrong, file)]


class _Reader:
    """Reads one document and gathers what is wrong with it."""

    def __init__(self, file: str, text: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._places = _places(text)

    def document(self, method: str, data: Mapping[str, Any]) -> ApiDocument:
        texts = "\n".join(_text(data.get(key)) for key in _SAMPLES)
        reply, failure = reply_and_failure(
            texts, method, lambda message, _: self._report(message, _SAMPLES[0])
        )
        errors, doc_id = data.get("errorCodes"), data.get("id", data.get("docId"))
        return ApiDocument(
            file=self._file,
            method=method,
            title=_text(data.get("apiChineseName")) or None,
            doc_id=doc_id if type(doc_id) is int and doc_id > 0 else None,
            request=self._members(data, "requestParams", None),
            response=self._members(data, "responseParams", reply),
            errors=tuple(self._errors(errors)) if isinstance(errors, list) else None,
            reply=reply,
            failure=failure,
        )

    def _members(
        self, data: Mapping[str, Any], key: str, sample: Mapping[str, Json] | None
    ) -> tuple[RawMember, ...] | None:
        if key not in data:
            return None
        return nest(self._rows(data[key], key), sample, levels_are_told=True)

    def _rows(self, items: Any, key: str, level: int = 0) -> Iterator[RawMember]:
        if not isinstance(items, list | None) or level > MAX_LEVELS:
            what = "nested too deeply" if isinstance(items, list) else "not a list of parameters"
            self._report(f"{key} is {what}", key)
            return
        for item in items or ():
            if row := self._row(item, key, level):
                yield row
                yield from self._rows(item.get("subParams"), key, level + 1)

    def _row(self, item: Any, key: str, level: int) -> RawMember | None:
        told: Mapping[str, Any] = item if isinstance(item, dict) else {}
        name, type_, need = told.get("name"), told.get("type") or "", told.get("required")
        if not isinstance(name, str) or not types.is_name(name) or not isinstance(type_, str):
            message = f"a parameter of {key} has no usable name or type: {str(item)[:60]}"
            self._report(message, str(name))
            return None
        required = None if need is None else _REQUIRED.get(str(need).lower())
        if required is None and need is not None:
            self._report(f"{name!r} is required: {str(need)[:40]!r}, which says nothing", name)
        type_ = type_.strip() or (types.SAMPLE_OBJECT if told.get("subParams") else "")
        limits = [f"{word}：{told[k]}" for k, word in _LIMITS.items() if _text(told.get(k))]
        example, description = _text(told.get("demoValue")), _text(told.get("description"))
        return RawMember(
            name, type_, self._line(name), required, example, "，".join(limits), description, level
        )

    def _errors(self, items: list[Any]) -> Iterator[RawError]:
        for item in items:
            told: Mapping[str, Any] = item if isinstance(item, dict) else {}
            code, message, solution = map(told.get, ("errorCode", "errorMsg", "solution"))
            if isinstance(code, str | int):
                yield RawError(str(code), _text(message), _text(solution), self._line(str(code)))
            else:
                self._report(f"an error without errorCode: {str(item)[:60]}", "errorCodes")

    def _line(self, name: str) -> int:
        return self._places.get(name, 1)

    def _report(self, message: str, place: str) -> None:
        self.problems.append(problem(BROKEN_JSON, message, self._file, self._line(place)))


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
    return "" if value is None or isinstance(value, dict | list) else scalar_text(value).strip()
