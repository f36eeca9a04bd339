"""Sample bodies inside a document: JSON and XML, with the noise that saving leaves in them."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any
from urllib.parse import unquote_plus

from generator.importers.document import BROKEN_SAMPLE, Sample
from generator.problems import Problem
from generator.spec.text import Json

ERROR_ROOT = "error_response"
MAX_DEPTH = 40
MAX_SAMPLES = 50
"""A page has half a dozen; in a file with more than this, nobody reads the rest."""

_JSON_ROOT = re.compile(r'\{\s*"(?P<root>[A-Za-z0-9_]+_response)"\s*:')
_XML_ROOT = re.compile(r"<\s*(?P<root>[A-Za-z0-9_]+_response)\s*>")
_XML_TOKEN = re.compile(r"<\s*(?P<close>/?)\s*(?P<tag>[A-Za-z_][\w.]*)[^<>]*>|(?P<text>[^<]+)")
_CURL_PARAMETER = re.compile(r"-d\s+'(?P<name>[A-Za-z_]\w*)=(?P<value>[^']*)'")


class _Decoder(json.JSONDecoder):
    def __init__(self) -> None:
        super().__init__(parse_float=Decimal, strict=False)


def parse_json(text: str) -> Any:
    """JSON with exact numbers; raises ValueError on anything else."""
    try:
        return _Decoder().decode(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


class Samples:
    """All samples of one text: JSON is preferred to XML, the full form to the simplified one."""

    def __init__(self, file: str, text: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        found = [
            *islice(self._json(text), MAX_SAMPLES),
            *islice(self._xml(text), MAX_SAMPLES),
        ]
        self.failure = next((s for s in found if s.root == ERROR_ROOT), None)
        self.replies = [s for s in found if s.root != ERROR_ROOT]

    def reply(self, method: str | None) -> Sample | None:
        """The sample of the method's reply."""
        roots = response_roots(method) if method else ()
        return next((s for s in self.replies if not method or s.root in roots), None)

    def _json(self, text: str) -> Iterator[Sample]:
        end = 0
        for start in _JSON_ROOT.finditer(text):
            if start.start() < end:
                continue
            if len(self.problems) >= MAX_SAMPLES:
                return
            line = _line(text, start.start())
            try:
                data, end = _Decoder().raw_decode(text, start.start())
            except RecursionError:
                self._report("the JSON sample is nested too deeply", line)
                continue
            except ValueError as error:
                at = getattr(error, "pos", start.start())
                what = getattr(error, "msg", str(error))
                self._report(f"the JSON sample does not parse: {what}", _line(text, at))
                continue
            inner = data[start["root"]]
            if isinstance(inner, dict) and len(data) == 1:
                yield Sample(start["root"], inner, line)

    def _xml(self, text: str) -> Iterator[Sample]:
        for start in _XML_ROOT.finditer(text):
            if len(self.problems) >= MAX_SAMPLES:
                return
            element = _element(text, start)
            line = _line(text, start.start())
            if element is None:
                self._report("the XML sample does not parse", line)
            elif isinstance(element, dict):
                yield Sample(start["root"], element, line)

    def _report(self, message: str, line: int) -> None:
        self.problems.append(Problem(BROKEN_SAMPLE, message, self._file, line=line))


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def response_roots(method: str) -> tuple[str, str]:
    """The names that the root of a reply may have: with and without the platform's prefix."""
    name = method.replace(".", "_") + "_response"
    return name.removeprefix("taobao_"), name


def _element(text: str, start: re.Match[str]) -> Json:
    """The element that `start` opens: text, or a mapping with repeated children as lists."""
    stack: list[tuple[str, dict[str, Json], list[str]]] = [(start["root"], {}, [])]
    for token in _XML_TOKEN.finditer(text, start.end()):
        name, children, texts = stack[-1]
        if token["text"] is not None:
            texts.append(token["text"])
        elif not token["close"]:
            if len(stack) > MAX_DEPTH:
                return None
            stack.append((token["tag"], {}, []))
        elif token["tag"] != name:
            return None
        else:
            value: Json = children or "".join(texts).strip()
            stack.pop()
            if not stack:
                return value
            _put(stack[-1][1], name, value)
    return None


def _put(parent: dict[str, Json], name: str, value: Json) -> None:
    if name not in parent:
        parent[name] = value
        return
    present = parent[name]
    parent[name] = [*present, value] if isinstance(present, list) else [present, value]


def curl_parameters(text: str) -> dict[str, str]:
    """All parameters of the curl sample, public ones included."""
    return {found["name"]: unquote_plus(found["value"]) for found in _CURL_PARAMETER.finditer(text)}


def merged_element(value: Json) -> Mapping[str, Json]:
    """What an object looks like: itself, or the members of all elements of a list together."""
    if isinstance(value, dict):
        return value
    merged: dict[str, Json] = {}
    for element in value if isinstance(value, list) else ():
        if isinstance(element, dict):
            for name, inner in element.items():
                merged.setdefault(name, inner)
    return merged


def unwrapped(value: Json) -> tuple[Json, str | None]:
    """The list inside its wrapper, or the value as it is."""
    if isinstance(value, dict) and len(value) == 1:
        wrapper, inner = next(iter(value.items()))
        if isinstance(inner, list):
            return inner, wrapper
    return value, None
