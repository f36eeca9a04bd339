"""The types, names and yes-or-no words that documents write."""

import re

from generator.spec.text import Json
from generator.spec.values import json_kind

SAMPLE_OBJECT = "Object"
"""The type of what only a sample shows, and of an object whose type no document tells."""

REQUIRED_WORDS = {
    **dict.fromkeys(("必须", "必填", "是", "true"), True),
    **dict.fromkeys(("可选", "非必填", "非必须", "特殊可选", "条件可选", "否", "false"), False),
}
"""What documents write for a parameter that a call needs, or does not need."""

_KINDS = {
    "string": ("string",),
    "number": ("number", "long", "int", "integer"),
    "boolean": ("boolean", "bool"),
    "date": ("date",),
    "bytes": ("byte[]", "filetype", "file"),
    "decimal": ("price", "bigdecimal", "double", "float"),
    "json": ("json",),
    "csv": ("field list", "fieldlist"),
}
_KIND = {word: kind for kind, words in _KINDS.items() for word in words}
_SAMPLE_TYPES = {"object": SAMPLE_OBJECT, "boolean": "Boolean", "number": "Number"}
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
    return _KIND.get(element(type_).lower())


def sample_type(value: Json) -> str:
    """The documented type that would give this sample value."""
    if isinstance(value, list):
        return (sample_type(value[0]) if value else "String") + "[]"
    return _SAMPLE_TYPES.get(json_kind(value), "String")
