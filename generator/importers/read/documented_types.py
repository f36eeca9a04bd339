"""The types and names that documents write."""

import re
from collections.abc import Mapping

from generator.spec.text import Json

SAMPLE_OBJECT = "Object"
"""The type of what only a sample shows, and of an object whose type no document tells."""

_SCALARS = {
    "string": "string",
    "number": "number",
    "long": "number",
    "int": "number",
    "integer": "number",
    "boolean": "boolean",
    "bool": "boolean",
    "date": "date",
    "byte[]": "bytes",
    "filetype": "bytes",
    "file": "bytes",
    "price": "decimal",
    "bigdecimal": "decimal",
    "double": "decimal",
    "float": "decimal",
    "json": "json",
    "field list": "csv",
    "fieldlist": "csv",
}
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,79}")
_METHOD = re.compile(r"(?=.{1,100}\Z)[a-z][a-z0-9]*(\.[a-z][a-z0-9_]*)+")


def is_name(text: str) -> bool:
    """Whether this can be the name of a parameter."""
    return _NAME.fullmatch(text) is not None


def is_method(text: str) -> bool:
    """Whether this can be the full name of a method."""
    return _METHOD.fullmatch(text) is not None


def element(type_: str) -> str:
    """`String[]` → `String`; `byte[]` is one value."""
    return type_.removesuffix("[]").strip() if type_.lower() != "byte[]" else type_


def documented_kind(type_: str) -> str | None:
    """What a documented scalar type is on the wire; None for objects."""
    return _SCALARS.get(element(type_).lower())


def is_list_type(type_: str) -> bool:
    """Whether a documented type is a list; `byte[]` is none."""
    return type_.endswith("[]") and type_.lower() != "byte[]"


def is_container(type_: str) -> bool:
    """Whether members can stand below a row of this type."""
    return documented_kind(type_) in (None, "json")


def sample_type(value: Json) -> str:
    """The documented type that would give this sample value."""
    if isinstance(value, list):
        return (sample_type(value[0]) if value else "String") + "[]"
    if isinstance(value, Mapping):
        return SAMPLE_OBJECT
    if isinstance(value, bool):
        return "Boolean"
    return "String" if isinstance(value, str) or value is None else "Number"
