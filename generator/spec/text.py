"""What a spec may contribute to the output: checked names, and text that nobody may print bare.

Everything that comes from a spec file is one of three types. A `Name` has a form that is harmless
wherever it is printed. `SpecText` (prose, and values that are text) and `SpecData` (samples) may
hold anything; they have no `str()` and leave only through an escaper of `output.escape`, so a spec
can never become code.
"""

import json
import re
from decimal import Decimal
from typing import NoReturn

Json = None | bool | int | Decimal | str | list["Json"] | dict[str, "Json"]
"""A YAML or JSON value; numbers with a fraction are exact."""

Scalar = bool | int | Decimal | str

_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_./:-]*[A-Za-z0-9_.])?")


class Name(str):
    """A name of a member, method, type or package, or an address: its form was checked at load."""

    __slots__ = ()

    def __new__(cls, value: str) -> "Name":
        """Refuses what the schema should have refused."""
        if not _NAME.fullmatch(value):
            raise ValueError(f"{value!r} is no name")
        return super().__new__(cls, value)


def _refuse(self: object, *_: object) -> NoReturn:
    raise TypeError(
        f"{type(self).__name__} needs an escaper: "
        "literal, docstring, comment, md, md_cell, md_code, json"
    )


class SpecText:
    """A piece of text from a spec. It has no `str()`: choose an escaper instead."""

    __slots__ = ("_value",)

    __str__ = _refuse
    __format__ = _refuse

    def __init__(self, value: str) -> None:
        self._value = str(value)

    def reveal(self) -> str:
        """The bare text, for comparisons and for data formats that escape by themselves."""
        return self._value

    def __repr__(self) -> str:
        return f"SpecText({self._value!r})"

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SpecText) and other._value == self._value

    def __lt__(self, other: "SpecText") -> bool:
        return self._value < other._value

    def __hash__(self) -> int:
        return hash(self._value)


class SpecData:
    """A JSON value from a spec: an example, a default, a whole sample. It has no `str()` either."""

    __slots__ = ("_value",)

    __str__ = _refuse
    __format__ = _refuse

    def __init__(self, value: Json) -> None:
        self._value = value

    def reveal(self) -> Json:
        """The bare value, for comparisons and for data formats that escape by themselves."""
        return self._value

    def __repr__(self) -> str:
        return f"SpecData({self._value!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SpecData) and other._value == self._value

    def __hash__(self) -> int:
        return hash(repr(self._value))


def reveal(text: "SpecText | str") -> str:
    """The bare text of either kind."""
    return text.reveal() if isinstance(text, SpecText) else text


_encode = json.JSONEncoder(ensure_ascii=False).encode


def json_literal(text: "SpecText | str") -> str:
    """A JSON string, which is a YAML double-quoted scalar as well."""
    encoded = _encode(reveal(text))
    if encoded.isprintable():
        return encoded
    return "".join(
        # Beyond the BMP JSON would need a surrogate pair, which YAML does not know.
        char if char.isprintable() or ord(char) > 0xFFFF else f"\\u{ord(char):04x}"
        for char in encoded
    )
