"""Pieces of the client's source: annotations, wire hints, parameter tables, imports."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from generator.spec.build import element_type
from generator.spec.ir import Api, ArrayType, Limits, Member, ObjectType, ScalarType, Type
from generator.spec.text import literal

_DEFAULT_FORMS = {"datetime": "yyyy-MM-dd HH:mm:ss", "date": "yyyy-MM-dd"}
_ANNOTATIONS = {
    "string": "str",
    "integer": "int",
    "decimal": "Decimal",
    "boolean": "bool",
    "datetime": "datetime",
    "date": "date",
    "json": "Json",
    "csv": "list[str]",
    "bytes": "str",
}
"""What a field reads as."""

_ACCEPTED = {
    "string": "str",
    "integer": "int",
    "decimal": "NumberLike",
    "boolean": "bool",
    "datetime": "MomentLike",
    "date": "DayLike",
    "json": "JsonLike",
    "csv": "CsvLike",
    "bytes": "FileLike",
}
"""What a parameter takes."""

_KINDS = {
    "string": "Text",
    "integer": "Integer",
    "decimal": "Exact",
    "boolean": "Boolean",
    "datetime": "Moment",
    "date": "Day",
    "json": "JsonText",
    "csv": "Csv",
    "bytes": "Upload",
}
_NEVER_ABSENT = ("Json", "list[str]")

STANDARD = {
    "collections.abc": ("Iterable", "Mapping"),
    "datetime": ("date", "datetime"),
    "decimal": ("Decimal",),
    "typing": ("TYPE_CHECKING", "Required", "TypedDict"),
}
RUNTIME = {
    "_runtime.advice": ("Advice",),
    "_runtime.arguments": (
        "CsvLike",
        "DayLike",
        "FileLike",
        "IdLike",
        "JsonLike",
        "MomentLike",
        "NumberLike",
    ),
    "_runtime.kinds": (*sorted({*_KINDS.values(), "Anything", "ListOf", "Object"}),),
    "_runtime.method": ("Method", "Rule", "Window"),
    "_runtime.models": ("Json", "Model", "PagedResponse", "Response", "SplitResponse", "wire"),
    "_runtime.outcomes": ("ItemOutcome", "ReplyOutcome"),
    "_runtime.paging": ("Cursor", "PageNumbers"),
}
_TAKEN = frozenset({"False", "METHOD", "None", "True"}.union(*STANDARD.values(), *RUNTIME.values()))
"""Names that a generated class cannot have."""


# Python source


def call(name: str, /, *positional: str, **options: str | int | bool | None) -> str:
    """The source of a call; what is None, False, empty or zero is left out."""
    named = (f"{key}={value}" for key, value in options.items() if value)
    return f"{name}({', '.join([*positional, *named])})"


def optional_literal(value: str | None) -> str | None:
    """A string literal, or nothing."""
    return None if value is None else literal(value)


def tuple_source(values: Iterable[str]) -> str:
    """A tuple of string literals; nothing if there are none."""
    items = [literal(value) for value in values]
    return f"({', '.join(items)}{',' if len(items) == 1 else ''})" if items else ""


def dict_source(items: Iterable[tuple[str, str]]) -> str:
    """A dict from strings to source; nothing if there is none."""
    inner = ", ".join(f"{literal(key)}: {value}" for key, value in items)
    return f"{{{inner}}}" if inner else ""


def import_lines(
    sources: Iterable[str], parent: str, own: Mapping[str, Iterable[str]]
) -> tuple[str, ...]:
    """The imports that some pieces of source need: of `own` names by module, and of known ones."""
    words = {word for source in sources for word in re.findall(r"\w+", source)}

    def used(modules: Mapping[str, Iterable[str]], prefix: str) -> dict[str, list[str]]:
        found = {
            prefix + module: [name for name in names if name in words]
            for module, names in modules.items()
        }
        return {module: names for module, names in sorted(found.items()) if names}

    standard = [_import(*item) for item in used(STANDARD, "").items()]
    local = [_import(*item) for item in used({**RUNTIME, **own}, parent).items()]
    return (*standard, *([""] if standard and local else []), *local)


def _import(module: str, names: Iterable[str]) -> str:
    ordered = sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    return f"from {module} import {', '.join(ordered)}"


# Types


def class_name(name: str) -> str:
    """The class of an object type; a name that means something else already gives way."""
    return name + "Object" if name in _TAKEN else name


def request_class(api: Api, type_: ObjectType) -> str:
    """The class of a request object; the name of a method's own ones starts like the method."""
    name = class_name(type_.name or "")
    return name if type_.shared else api.class_prefix + name


def object_types(members: Iterable[Member]) -> dict[str, ObjectType]:
    """All object types with a class below some members, inner ones first."""
    found: dict[str, ObjectType] = {}
    for member in members:
        inner = element_type(member.type)
        if isinstance(inner, ObjectType) and inner.name:
            found |= object_types(inner.members)
            found.setdefault(inner.name, inner)
    return found


def shared_types(members: Iterable[Member]) -> dict[str, ObjectType]:
    """The shared ones among them, with everything inside: what does not belong to one method."""
    found: dict[str, ObjectType] = {}
    for type_ in object_types(members).values():
        if type_.shared:
            found |= object_types(type_.members)
            found[type_.name or ""] = type_
    return found


def field_annotation(type_: Type) -> str:
    """The type of a field of a model."""
    plain = element_annotation(type_)
    optional = not isinstance(type_, ArrayType) and plain not in _NEVER_ABSENT
    return f"{plain} | None" if optional else plain


def element_annotation(type_: Type) -> str:
    """The type of a value that is there."""
    if isinstance(type_, ArrayType):
        return f"list[{element_annotation(type_.items)}]"
    if isinstance(type_, ObjectType):
        return class_name(type_.name) if type_.name else "Json"
    return _ANNOTATIONS[type_.kind]


def argument_annotation(api: Api, name: str, type_: Type) -> str:
    """The type of a parameter of a method, or of a member of a request object."""
    if isinstance(type_, ArrayType):
        inner = argument_annotation(api, name, type_.items)
        if isinstance(type_.items, ObjectType):
            return f"Iterable[{inner}]"
        return f"FileLike | Iterable[{inner}]" if inner == "FileLike" else "CsvLike"
    if isinstance(type_, ObjectType):
        known = f"{request_class(api, type_)} | " if type_.name and type_.members else ""
        return f"{known}Mapping[str, object]"
    is_id = type_.kind == "string" and (type_.wire == "number" or name.endswith("_id"))
    return "IdLike" if is_id else _ACCEPTED[type_.kind]


# Wire forms


def wire_hint(member: Member) -> str:
    """` = wire(…)`, if the wire form of a field does not follow from its annotation."""
    type_: Type = member.type
    wrapper: str | None = None
    if isinstance(type_, ArrayType):
        wrapper, type_ = type_.wrapper, type_.items
    hints: dict[str, str | bool | None] = {
        "name": None if member.name == member.python_name else literal(member.name),
        "wrapper": optional_literal(wrapper),
    }
    if isinstance(type_, ScalarType):
        hints |= {"form": _odd_form(type_), "separator": optional_literal(type_.separator)}
        hints |= {**_odd_json_kind(type_), "json": type_.kind == "json"}
    return f" = {call('wire', **hints)}" if any(hints.values()) else ""


def kind(type_: Type, limits: Limits | None = None) -> str:
    """The kind of a parameter."""
    limits = limits or Limits()
    counts = {"min_items": limits.min_items, "max_items": limits.max_items}
    if isinstance(type_, ArrayType):
        return call(
            "ListOf", kind(type_.items), separator=_odd_separator(type_.separator), **counts
        )
    if isinstance(type_, ObjectType):
        return object_kind(type_.members) if type_.members else "Anything()"
    options: dict[str, str | int | bool | None] = {
        "form": _odd_form(type_),
        **_odd_json_kind(type_),
    }
    match type_.kind:
        case "string":
            options |= {"min_length": limits.min_length, "max_length": limits.max_length}
        case "integer" | "decimal":
            options |= {"minimum": _bound(limits.minimum), "maximum": _bound(limits.maximum)}
        case "csv":
            options |= {"separator": _odd_separator(type_.separator), **counts}
    return call(_KINDS[type_.kind], **options)


def object_kind(members: Iterable[Member]) -> str:
    """The kind of a request object, or of a whole request."""
    members = list(members)
    return call(
        "Object",
        dict_source((m.python_name, kind(m.type, m.limits)) for m in members) or "{}",
        required=tuple_source(m.python_name for m in members if m.required),
        renamed=dict_source(
            (m.python_name, literal(m.name)) for m in members if m.python_name != m.name
        ),
    )


def _odd_form(type_: ScalarType) -> str | None:
    usual = type_.format == _DEFAULT_FORMS.get(type_.kind)
    return None if usual else optional_literal(type_.format)


def _odd_json_kind(type_: ScalarType) -> dict[str, str | bool | None]:
    """Whether JSON carries the value as a number or as text, against the habit of its type."""
    if type_.kind in ("integer", "boolean"):
        return {"text": type_.wire == "string"}
    return {"number": type_.wire == "number" and type_.kind not in ("json", "csv", "bytes")}


def _odd_separator(separator: str | None) -> str | None:
    return None if separator in (None, ",") else optional_literal(separator)


def _bound(value: Decimal | None) -> str | None:
    if value is None:
        return None
    return str(int(value)) if value == value.to_integral_value() else f'Decimal("{value}")'
