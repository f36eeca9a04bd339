"""JSON samples of replies inside a document, with the noise that saving leaves in them."""

import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

from generator.spec.text import Json

MAX_DEPTH = 25
"""Deeper samples would give specs that are nested deeper than a spec may be."""

MAX_DIGITS = 30
"""A longer number is read as text from a spec."""

MAX_SAMPLES = 50
"""A page has half a dozen; in a file with more than this, nobody reads the rest."""

_ERROR_ROOT = "error_response"
_ROOT = re.compile(r'\{\s*"(?P<root>[A-Za-z0-9_]+_response)"\s*:')


def _number(text: str) -> Decimal | int:
    if len(text) > MAX_DIGITS or abs(Decimal(text).adjusted()) > MAX_DIGITS:
        raise ValueError("a number is too long")
    return Decimal(text) if set(text) & set(".eE") else int(text)


def _refuse(text: str) -> None:
    raise ValueError(f"{text} is no JSON")


_DECODER = json.JSONDecoder(
    parse_float=_number, parse_int=_number, parse_constant=_refuse, strict=False
)


def parse_json(text: str) -> Any:
    """JSON with exact numbers; raises ValueError or RecursionError on anything else."""
    return _sound(_DECODER.decode(text), 3 * MAX_DEPTH)


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


def reply_and_failure(
    text: str, method: str | None, report: Callable[[str, int], None]
) -> tuple[dict[str, Json] | None, dict[str, Json] | None]:
    """The first sample of the method's reply (the full form stands before the simplified one) and
    that of an error. `report` is told what is wrong with a sample, and at which character."""
    name = f"{method}_response".replace(".", "_")
    found: dict[str, dict[str, Json]] = {}
    for root, sample in _samples(text, report):
        found.setdefault(root, sample)
    failure = found.pop(_ERROR_ROOT, None)
    roots = (name.removeprefix("taobao_"), name) if method else found
    return next((sample for root, sample in found.items() if root in roots), None), failure


def _samples(
    text: str, report: Callable[[str, int], None]
) -> Iterator[tuple[str, dict[str, Json]]]:
    end = 0
    for start in islice(_ROOT.finditer(text), MAX_SAMPLES):
        if start.start() < end:
            continue
        try:
            data, end = _DECODER.raw_decode(text, start.start())
            inner = _sound(data[start["root"]], MAX_DEPTH)
        except (ValueError, RecursionError) as error:
            what = getattr(error, "msg", str(error))
            report(f"the JSON sample does not parse: {what}", getattr(error, "pos", start.start()))
        else:
            if isinstance(inner, dict) and len(data) == 1:
                yield start["root"], inner
