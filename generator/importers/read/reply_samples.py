"""JSON samples of replies inside a document, with the noise that saving leaves in them."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any
from urllib.parse import unquote_plus

from generator.importers.read.apidoc import Sample
from generator.importers.rules import BROKEN_SAMPLE
from generator.problems import Problem
from generator.spec.text import Json

ERROR_ROOT = "error_response"
MAX_DEPTH = 25
"""Deeper samples would give specs that are nested deeper than a spec may be."""

MAX_DIGITS = 30
"""A longer number is read as text from a spec."""

MAX_SAMPLES = 50
"""A page has half a dozen; in a file with more than this, nobody reads the rest."""

_ROOT = re.compile(r'\{\s*"(?P<root>[A-Za-z0-9_]+_response)"\s*:')
_CURL_PARAMETER = re.compile(r"-d\s+'(?P<name>[A-Za-z_]\w*)=(?P<value>[^']*)'")


def _integer(text: str) -> int:
    if len(text) > MAX_DIGITS:
        raise ValueError("a number is too long")
    return int(text)


def _fraction(text: str) -> Decimal:
    number = Decimal(text)
    if len(text) > MAX_DIGITS or abs(number.adjusted()) > MAX_DIGITS:
        raise ValueError("a number is too long")
    return number


def _refuse(text: str) -> None:
    raise ValueError(f"{text} is no JSON")


_DECODER = json.JSONDecoder(
    parse_float=_fraction, parse_int=_integer, parse_constant=_refuse, strict=False
)


def parse_json(text: str) -> Any:
    """JSON with exact numbers; raises ValueError on anything else."""
    try:
        return _sound(_DECODER.decode(text), 3 * MAX_DEPTH)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _sound(value: Json, levels: int) -> Json:
    """The value without halves of characters; raises ValueError if it is nested too deeply."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if not isinstance(value, dict | list):
        return value
    if levels == 0:
        raise ValueError("nested too deeply")
    if isinstance(value, list):
        return [_sound(inner, levels - 1) for inner in value]
    return {str(_sound(key, 1)): _sound(inner, levels - 1) for key, inner in value.items()}


class Samples:
    """All samples of one text; the full form stands before the simplified one."""

    def __init__(self, file: str, text: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        found = list(islice(self._samples(text), MAX_SAMPLES))
        self.failure = next((s for s in found if s.root == ERROR_ROOT), None)
        self.replies = [s for s in found if s.root != ERROR_ROOT]

    def reply(self, method: str | None) -> Sample | None:
        """The sample of the method's reply."""
        roots = response_roots(method) if method else ()
        return next((s for s in self.replies if not method or s.root in roots), None)

    def _samples(self, text: str) -> Iterator[Sample]:
        end = 0
        for start in _ROOT.finditer(text):
            if start.start() < end:
                continue
            if len(self.problems) >= MAX_SAMPLES:
                return
            line = _line(text, start.start())
            try:
                data, end = _DECODER.raw_decode(text, start.start())
                inner = _sound(data[start["root"]], MAX_DEPTH)
            except RecursionError:
                self._report("the JSON sample is nested too deeply", line)
            except ValueError as error:
                at = getattr(error, "pos", start.start())
                what = getattr(error, "msg", str(error))
                self._report(f"the JSON sample does not parse: {what}", _line(text, at))
            else:
                if isinstance(inner, dict) and len(data) == 1:
                    yield Sample(start["root"], inner, line)

    def _report(self, message: str, line: int) -> None:
        self.problems.append(Problem(BROKEN_SAMPLE, message, self._file, line=line))


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def response_roots(method: str) -> tuple[str, str]:
    """The names that the root of a reply may have: with and without the platform's prefix."""
    name = method.replace(".", "_") + "_response"
    return name.removeprefix("taobao_"), name


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
