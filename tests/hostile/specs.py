"""The tiny specs with a hostile text in every place that takes text."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from project import (
    CATALOG,
    ENUMS,
    ERRORS,
    FILES,
    LINKS,
    ORDERS,
    PLATFORM,
    PRODUCT,
    SHOP_FIELDS,
    SHOPS,
    TYPES,
)

from generator.spec.layout import dump
from generator.spec.lint.texts import not_english
from generator.spec.load import parse
from hostile.texts import HOSTILE

_PROSE = ("description", "solution", "message", "note", "title", "zh", "en", "source", "evidence")
_LISTS = ("sources", "notes")
_SHORT = ("title", "zh", "en", "value", "code")
_FEW_WORDS = 60
"""The longest text that the product's schema takes for a title or a word."""
_LATER = "replaced by a hostile text"

Placed = dict[str, list[str]]
"""The texts of a spec tree by the file and the key where they stand: `specs/….yaml solution`."""


class Poison:
    """Puts texts into data, each time the next one, and remembers where."""

    def __init__(self, first: int) -> None:
        self._numbers = count(first)
        self._file = ""
        self.placed: Placed = {}

    def file(self, name: str) -> str:
        """A spec file of the tiny project, poisoned."""
        self._file = name
        data: Any = parse(name, FILES[name].encode()).data
        self._values(data)
        return dump(self._spread(data))

    def _text(self, key: str) -> str:
        number = next(self._numbers)
        text = HOSTILE[number % len(HOSTILE)].strip()
        # A number makes it one of a kind, and leaves both of its ends hostile once.
        forms = [f"{text} {number}", f"{number} {text}", f"{text} {number} {text}"]
        text = forms[number % (2 if key in _SHORT else 3)].strip()
        is_short = self._file in (PRODUCT, LINKS) and key in _SHORT
        too_long = is_short and len(text) > _FEW_WORDS
        if too_long or (key == "en" and not_english(text)):
            return self._text(key)
        self.placed.setdefault(f"{self._file} {key}", []).append(text)
        return text

    def _spread(self, value: Any, key: str = "") -> Any:
        """The same data with every piece of prose replaced."""
        if isinstance(value, dict):
            spread = {name: self._spread(inner, name) for name, inner in value.items()}
            if key == "items" and "description" in value:
                # The description of a list's element is known apart from that of a member.
                self.placed.setdefault(f"{self._file} item", []).append(spread["description"])
                self.placed[f"{self._file} description"].remove(spread["description"])
            return spread
        if isinstance(value, list):
            return [self._spread(inner, key) for inner in value]
        return self._text(key) if isinstance(value, str) and key in _PROSE + _LISTS else value

    def _values(self, data: Any) -> None:
        """Places in which a text is a value of the wire, or a key."""
        text = self._text
        if self._file == PLATFORM:
            data["parameters"]["format"]["enum"] = {"json": text("meaning"), "xml": text("meaning")}
            data["parameters"]["app_key"]["example"] = text("value")
            vector = {"name": text("vector"), "parameters": {text("vector"): text("vector")}}
            data["signing"]["md5"]["vectors"][0] |= vector
            data["sub_errors"][f"isv.{text('code')}"] = _error()
        elif self._file == ENUMS:
            data["Status"]["values"] = {"1": text("meaning"), "2": text("meaning")}
        elif self._file == ERRORS:
            data["busy"]["codes"] = {text("code"): _error()}
        elif self._file == SHOP_FIELDS:
            data["title"]["deprecated"] = text("deprecated")
        elif self._file == TYPES:
            data["Shop"]["fields"]["shop_id"]["deprecated"] = text("deprecated")
        elif self._file == SHOPS:
            data["request"]["pattern"] = _member(enum={text("value"): text("meaning")})
            data["request"]["title"] |= {
                "example": text("value"),
                "taken_from": {"example": "ours"},
            }
        elif self._file == ORDERS:
            self._orders(data)

    def _orders(self, data: Any) -> None:
        text = self._text
        request, value = data["request"], text("value")
        del request["title"]["max_length"]
        request["title"]["example"] = text("value")
        enum = {value: text("meaning"), text("value"): text("meaning")}
        request["kind"] = _member(default=value, example=value, enum=enum, note=_LATER)
        request["fields"] = _member(type="csv", separator='"|\\', example=text("value"))
        request["more"] = _member(type="object", example={text("unseen"): [text("unseen")]})
        data["errors"] = {"use": ["busy"], text("code"): _error()}
        fields = data["response"]["results"]["items"]["fields"]
        fields["fee"]["placeholders"] = [text("placeholder")]
        fields["is_first"]["truth"] = {"yes": [text("truth")], "no": [text("truth")]}
        order = {"order_id": text("sample"), "fee": "1.50", "tags": {"string": [text("sample")]}}
        data["example"] = {"response": {"results": {"order": [order]}}, "note": _LATER}


def _member(**keys: Any) -> dict[str, Any]:
    return {"type": "string", "description": _LATER} | keys


def _error() -> dict[str, str]:
    return {"message": _LATER, "solution": _LATER, "class": "business", "retry": "never"}


def hostile_files(first: int) -> tuple[dict[str, str], Placed]:
    """Spec files, and the texts in them."""
    poison = Poison(first)
    files = {file: poison.file(file) for file in FILES}
    # A title stands in the spec and in the catalog, and has to be the same.
    catalog: Any = parse(CATALOG, files[CATALOG].encode()).data
    for entry, file in ((catalog["titles"][0], ORDERS), (catalog["beyond"][0], SHOPS)):
        (entry["title"],) = poison.placed[f"{file} title"]
    return files | {CATALOG: dump(catalog)}, poison.placed


def starts() -> Iterator[int]:
    """Numbers with which every text comes to stand in many places."""
    yield from range(0, 2 * len(HOSTILE), 31)
