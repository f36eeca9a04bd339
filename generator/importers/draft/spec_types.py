"""Types and values of documents → those of the spec language; whether they fit each other."""

import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from generator.importers.read.apidoc import RawMember
from generator.importers.read.documented_types import documented_kind, element
from generator.spec import build, values
from generator.spec.language import SCALARS, TIME_FORMATS, USUAL_FORMATS, Wire
from generator.spec.names import pascal_case
from generator.spec.text import Scalar

UNSURE_WIRES = frozenset({"date", "decimal", "csv"})
"""Documented types that do not tell the JSON kind on the wire."""

_GENERIC = frozenset(
    {"mapdata", "map", "json", "list", "data", "object", "result", "results", "dto"}
)
_SUFFIX = re.compile(r"(?:MapData|DTO|Dto)$")
_CLASS = re.compile(r"[A-Z][A-Za-z0-9]{0,49}")
_ID = re.compile(r"(?:^|_|[a-z0-9])(?:ids?|Ids?|IDs?)(?:_new)?$")
_NO_ID = re.compile(r"(?:paid|valid|void|grid|bid)s?$")
_FRACTION = re.compile(r"(?:^|_)(?:price|fee|amount|amt|rate|rebate|ratio|score|commission)(?:_|$)")
_TIME = re.compile(r"(?:^|_)(?:\w*time|\w*timestamp|date|day)$|Time$")
_EPOCH = re.compile(r"1[0-9]{12}")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_INTEGER = re.compile(r"-?[0-9]{1,30}")
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
_RATIOS = frozenset({"元", "分", "百分之一", "万分之一"})
"""Units of amounts and rates: text in these is a decimal."""


def scalar_type(
    row: RawMember, formats: Collection[str], units: Collection[str], *, is_joined: bool
) -> tuple[dict[str, Any], str]:
    """Type, wire and format as keys of the spec language, and what is doubtful about them."""
    kind, doubt = documented_kind(row.type) or "string", ""
    is_id = _ID.search(row.name) and not _NO_ID.search(row.name)
    found: dict[str, Any] = {"type": {"date": "datetime", "number": "integer"}.get(kind, kind)}
    if kind == "number":
        found["wire"] = "number"
    if is_id and kind in ("number", "decimal"):
        found["type"] = "string"
    elif kind == "number" or (kind == "string" and not row.from_sample):
        news, doubt = _closer(row, formats, is_number=kind == "number")
        found |= news
    if found == {"type": "string"} and is_joined and not row.is_list:
        found, doubt = {"type": "csv"}, ""
    elif found["type"] in ("string", "decimal") and not is_id and not _RATIOS.isdisjoint(units):
        found, doubt = found | {"type": "decimal"}, ""
    if found.get("wire") == SCALARS[found["type"]].wire:
        del found["wire"]
    return found, doubt if row.type else "文档没有写类型，按文本记"


def _closer(
    row: RawMember, formats: Collection[str], *, is_number: bool
) -> tuple[dict[str, Any], str]:
    """What description, name and example tell about a text or a number: a moment, a fraction."""
    fitting = [name for name in formats if TIME_FORMATS[name].per_second or not is_number]
    if fitting:
        return _moment(fitting[0]), ""
    if _TIME.search(row.name):
        usual = () if is_number else USUAL_FORMATS.values()
        names = [form.name for form in usual if re.fullmatch(form.pattern, row.example)]
        for name in names or ["epoch_ms"] * bool(_EPOCH.fullmatch(row.example)):
            return _moment(name), "由名称与示例判断为时间"
    is_amount = _FRACTION.search(row.name)
    if _NUMBER.fullmatch(row.example) and ("." in row.example if is_number else is_amount):
        return {"type": "decimal"}, "" if is_number else "由名称与示例判断为小数"
    is_doubtful = is_number and is_amount and not row.from_sample
    return {}, "名称像金额或比率，核对是否有小数" if is_doubtful else ""


def _moment(name: str) -> dict[str, Any]:
    """The type of a text in this format; the usual format of a type is not written."""
    format_ = TIME_FORMATS[name]
    type_ = "datetime" if format_.per_second or "%H" in (format_.strptime or "") else "date"
    return {"type": type_} | ({} if USUAL_FORMATS[type_] is format_ else {"format": name})


def wire_of(member: Mapping[str, Any]) -> Wire:
    """How a scalar is written in JSON."""
    given: Wire | None = member.get("wire")
    return given or SCALARS[member["type"]].wire


def class_name(row: RawMember) -> str:
    """The class of an object: its documented type, or its name where the type says nothing."""
    bare = _SUFFIX.sub("", element(row.type))
    bare = bare[:1].upper() + bare[1:]
    if _CLASS.fullmatch(bare) and bare.lower() not in _GENERIC and not documented_kind(row.type):
        return bare
    singular = re.sub(r"_?list$|(?<=[a-z])s$", "", row.name) or row.name
    return member_class_name(singular)


def member_class_name(name: str) -> str:
    """`page_info` → `PageInfo`: a class for what a member of this name holds."""
    found = _CLASS.match(pascal_case(name.strip("_0123456789")))
    return found[0] if found else "Data"


def inferred_wrapper(row: RawMember) -> str:
    """The naming rule of list wrappers: `PublisherOrderDto` → `publisher_order_dto`."""
    type_ = element(row.type)
    named = type_ if re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", type_) else row.name
    return _CAPITAL.sub("_", named).lower()[:80]


def typed(text: str, type_: str) -> Scalar | None:
    """A documented value as the spec language writes it; None if it is none of this type."""
    match type_:
        case "boolean":
            return {"true": True, "false": False}.get(text.lower())
        case "integer":
            return int(text) if _INTEGER.fullmatch(text) else None
        case "decimal":
            return text if values.number(text) is not None else None
    return text or None


def broken_fact(value: Scalar, member: Mapping[str, Any]) -> str | None:
    """The key of the member that a scalar contradicts; None if it fits."""
    text, type_ = values.scalar_text(value), build.scalar_type(member)
    if values.mismatch(text, type_) or values.unusable(text, type_):
        return "type"
    parts = values.parts(type_, text)
    if "enum" in member and any(part.strip() not in member["enum"] for part in parts):
        return "enum"
    number, length, count = values.number(text) or Decimal(0), len(text), len(parts)
    for low, high, size in (
        ("minimum", "maximum", number),
        ("min_length", "max_length", length),
        ("min_items", "max_items", count),
    ):
        if low in member and size < Decimal(str(member[low])):
            return low
        if high in member and size > Decimal(str(member[high])):
            return high
    return None
