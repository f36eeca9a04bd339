"""Types of documents → types of the spec language."""

import re
from collections.abc import Mapping

from generator.importers.document import RawMember
from generator.spec.names import pascal_case
from generator.spec.text import Json

SAMPLE_OBJECT = "Object"
"""The type of what only a sample shows."""

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
_GENERIC = frozenset(
    {"mapdata", "map", "json", "list", "data", "object", "result", "results", "dto"}
)
_SUFFIX = re.compile(r"(?:MapData|DTO|Dto)$")
_ID = re.compile(r"(?:^|_|[a-z0-9])(?:id|Id|ID)(?:_new)?$")
_NO_ID = re.compile(r"(?:paid|valid|void|grid|bid)$")
_FRACTION = re.compile(r"(?:^|_)(?:price|fee|amount|amt|rate|rebate|ratio|score|commission)(?:_|$)")
_TIME = re.compile(r"(?:^|_)(?:\w*time|\w*timestamp|date|day)$|Time$")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_EPOCH = re.compile(r"1[0-9]{12}")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


def element(type_: str) -> str:
    """`String[]` → `String`; `byte[]` is one value."""
    return type_.removesuffix("[]").strip() if type_.lower() != "byte[]" else type_


def documented_kind(type_: str) -> str | None:
    """What a documented scalar type is on the wire; None for objects."""
    return _SCALARS.get(element(type_).lower())


def is_list_type(type_: str) -> bool:
    """Whether a documented type is a list; `byte[]` is none."""
    return type_.endswith("[]") and documented_kind(type_) != "bytes"


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


def scalar(member: RawMember, formats: set[Json]) -> tuple[dict[str, Json], str]:
    """Type and wire of a scalar as keys of the spec language, and what is doubtful about them."""
    kind = documented_kind(member.type) or "string"
    name, example = member.name, member.example
    moment = next((str(f) for f in formats if f), None)
    if kind == "number":
        if _ID.search(name) and not _NO_ID.search(name):
            return {"type": "string", "wire": "number"}, ""
        if moment and moment.startswith("epoch"):
            return {"type": "datetime", "wire": "number", "format": moment}, ""
        if _TIME.search(name) and _EPOCH.fullmatch(example):
            doubt = "由示例判断为毫秒时间戳"
            return {"type": "datetime", "wire": "number", "format": "epoch_ms"}, doubt
        if "." in example and _NUMBER.fullmatch(example):
            return {"type": "decimal", "wire": "number"}, ""
        if _FRACTION.search(name) and not member.from_sample:
            return {"type": "integer"}, "名称像金额或比率，核对是否有小数"
        return {"type": "integer"}, ""
    if kind == "date":
        return {"type": "datetime"}, ""
    if kind == "json":
        return {"type": "json"}, ""
    if kind == "string" and not member.from_sample:
        return _text(member, moment)
    return {"type": kind}, ""


def _text(member: RawMember, moment: str | None) -> tuple[dict[str, Json], str]:
    name, example = member.name, member.example
    if moment:
        kind = "datetime" if "HH" in moment or moment.startswith("epoch") else "date"
        told: dict[str, Json] = {"type": kind}
        if moment not in ("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"):
            told["format"] = moment
        return told, ""
    if _TIME.search(name):
        for pattern, kind, format_ in (
            (_MOMENT, "datetime", None),
            (_DAY, "date", None),
            (_EPOCH, "datetime", "epoch_ms"),
        ):
            if pattern.fullmatch(example):
                facts: dict[str, Json] = {"type": kind}
                facts |= {"format": format_} if format_ else {}
                return facts, "由名称与示例判断为时间"
    if _FRACTION.search(name) and _NUMBER.fullmatch(example):
        return {"type": "decimal"}, "由名称与示例判断为小数"
    return {"type": "string"}, ""


def class_name(member: RawMember) -> str:
    """The class of an object: its documented type, or its name where the type says nothing."""
    bare = _SUFFIX.sub("", element(member.type))
    bare = bare[:1].upper() + bare[1:]
    if re.fullmatch(r"[A-Z][A-Za-z0-9]*", bare) and bare.lower() not in _GENERIC:
        return bare
    singular = re.sub(r"_?list$|(?<=[a-z])s$", "", member.name) or member.name
    return pascal_case(singular.strip("_") or "data")


def inferred_wrapper(type_: str) -> str:
    """The naming rule of list wrappers: `PublisherOrderDto` → `publisher_order_dto`."""
    return _CAPITAL.sub("_", element(type_)).lower()
