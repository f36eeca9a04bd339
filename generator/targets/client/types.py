"""Types in the client's source: annotations, wire hints, kinds of parameters."""

from collections.abc import Callable, Mapping

from generator.output.escape import Safe, compose, joined, literal
from generator.output.python import Expression, Group, call, dict_of, strings
from generator.spec import language
from generator.spec.ir import (
    Api,
    ArrayType,
    Limits,
    Member,
    Members,
    Number,
    ObjectType,
    ScalarType,
    Type,
    Visit,
    fold,
)
from generator.spec.language import ScalarKind
from generator.spec.text import Name, SpecText
from generator.spec.values import scalar_text
from generator.targets.client.imports import IMPORTED, Annotation, annotation, class_annotation

_READS: Mapping[ScalarKind, Annotation] = {
    "string": annotation("str"),
    "integer": annotation("int"),
    "decimal": annotation("Decimal", "Decimal"),
    "boolean": annotation("bool"),
    "datetime": annotation("datetime", "datetime"),
    "date": annotation("date", "date"),
    "json": annotation("Json", "Json"),
    "csv": annotation("list[str]"),
    "bytes": annotation("str"),
}
"""What a field reads as."""

_TAKES: Mapping[ScalarKind, Annotation] = {
    "string": annotation("str"),
    "integer": annotation("int"),
    "decimal": annotation("NumberLike", "NumberLike"),
    "boolean": annotation("bool"),
    "datetime": annotation("MomentLike", "MomentLike"),
    "date": annotation("DayLike", "DayLike"),
    "json": annotation("JsonLike", "JsonLike"),
    "csv": annotation("CsvLike", "CsvLike"),
    "bytes": annotation("FileLike", "FileLike"),
}
"""What a parameter takes."""

_KINDS: Mapping[ScalarKind, str] = {
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
_CSV = _TAKES["csv"]
_NEVER_ABSENT = ("Json", "list[str]")
_JSON = annotation("Json", "Json")


def class_name(type_: ObjectType) -> Name:
    """The class of an object type; a name that means something else already gives way."""
    assert type_.name
    return Name(f"{type_.name}Object") if type_.name in IMPORTED else type_.name


ClassNames = Callable[[ObjectType], Name]
"""What the classes of object types are called."""


def response_classes(api: Api) -> ClassNames:
    """The classes of a method's reply; the name of its own ones starts like the method."""
    shared = shared_types(api.fields)

    def name(type_: ObjectType) -> Name:
        own = class_name(type_)
        return own if type_.name in shared else Name(api.class_prefix + own)

    return name


def request_class(api: Api, type_: ObjectType) -> Name:
    """The class of a request object; the name of a method's own ones starts like the method."""
    name = class_name(type_)
    return name if type_.shared else Name(api.class_prefix + name)


def object_types(members: Members) -> dict[str, ObjectType]:
    """All object types with a class below some members, inner ones first."""
    found: dict[str, ObjectType] = {}
    for type_ in members.objects():
        found.setdefault(str(type_.name), type_)
    return found


def shared_types(members: Members) -> dict[str, ObjectType]:
    """The shared ones among them, with everything inside: what does not belong to one method."""
    found: dict[str, ObjectType] = {}
    for name, type_ in object_types(members).items():
        if type_.shared:
            found |= object_types(type_.members)
            found[name] = type_
    return found


# Annotations


def field_annotation(member: Member, name: ClassNames = class_name) -> Annotation:
    """The type of a field of a model."""
    plain = element_annotation(member.type, name)
    optional = not isinstance(member.type, ArrayType) and plain.text not in _NEVER_ABSENT
    listed = _listed(member, plain)
    return listed.inside("{} | None") if optional else listed


def element_annotation(type_: Type, name: ClassNames = class_name) -> Annotation:
    """The type of a value that is there."""
    if isinstance(type_, ArrayType):
        return element_annotation(type_.items, name).inside("list[{}]")
    if isinstance(type_, ObjectType):
        return class_annotation(name(type_)) if type_.name else _JSON
    return _READS[type_.kind]


def argument_annotation(api: Api, member: Member, owner: str = "") -> Annotation:
    """The type of a parameter of a method, or of a member of a request object.

    `owner` stands in front of the classes of request objects, if not in their own module.
    """
    taken = _argument(api, member.name, member.type, owner)
    return _listed_values(member, taken) if taken is _CSV else _listed(member, taken)


def _argument(api: Api, name: Name, type_: Type, owner: str) -> Annotation:
    if isinstance(type_, ArrayType):
        inner = _argument(api, name, type_.items, owner)
        if isinstance(type_.items, ObjectType):
            return inner.inside("Iterable[{}]", "Iterable")
        if inner is _TAKES["bytes"]:
            return inner.inside("FileLike | Iterable[{}]", "FileLike", "Iterable")
        return _CSV
    if isinstance(type_, ObjectType):
        if not type_.name or not type_.members:
            return annotation("Mapping[str, object]", "Mapping")
        name = request_class(api, type_)
        return Annotation(Safe(f"{owner}{name}")) if owner else class_annotation(name)
    is_id = type_.kind == "string" and (type_.wire == "number" or name.endswith("_id"))
    return annotation("IdLike", "IdLike") if is_id else _TAKES[type_.kind]


def _listed(member: Member, plain: Annotation) -> Annotation:
    """The documented values; where the list is open, whatever else the type allows as well."""
    type_ = member.type
    if not member.enum or not isinstance(type_, ScalarType) or type_.kind not in _LISTED:
        return plain
    values = _literals(member, type_.kind)
    if member.closed:
        return Annotation(compose("Literal[{}]", values), frozenset(["Literal"]))
    return Annotation(compose("Literal[{}] | {}", values, plain.text), plain.names | {"Literal"})


def _listed_values(member: Member, plain: Annotation) -> Annotation:
    """Several documented values, or their text, which no type can tell apart."""
    type_ = member.type.items if isinstance(member.type, ArrayType) else member.type
    assert isinstance(type_, ScalarType)
    if not member.enum or type_.kind not in {"csv", *_LISTED}:
        return plain
    others = annotation("str") if member.closed else plain
    values = _literals(member, type_.kind)
    text = compose("Iterable[Literal[{}]] | {}", values, others.text)
    return Annotation(text, others.names | {"Iterable", "Literal"})


def _literals(member: Member, kind: ScalarKind) -> Safe:
    write = _LISTED.get(kind, literal)
    return joined(", ", (write(value.value) for value in member.enum))


def _whole_number(text: SpecText) -> Safe:
    return compose("{}", int(text.reveal()))


_LISTED: Mapping[ScalarKind, Callable[[SpecText], Safe]] = {
    "string": literal,
    "integer": _whole_number,
}
"""Kinds whose values `Literal` can name, and how their values are written."""


# Wire forms


def wire_hint(member: Member) -> Group:
    """`wire(…)`, with what of a field's wire form does not follow from its annotation."""
    type_: Type = member.type
    wrapper: Name | None = None
    if isinstance(type_, ArrayType):
        wrapper, type_ = type_.wrapper, type_.items
    hints: dict[str, Expression | int | None] = {
        "name": None if member.name == member.python_name else literal(member.name),
        "wrapper": None if wrapper is None else literal(wrapper),
    }
    if isinstance(type_, ScalarType):
        hints |= {
            "form": _odd_form(type_),
            "further": strings(form.name for form in type_.further_formats),
            "separator": None if type_.separator is None else literal(type_.separator),
            **_odd_truth(type_),
            "placeholders": strings(type_.placeholders),
        }
        hints |= {**_odd_json_kind(type_), "json": type_.kind == "json"}
    return call("wire", **hints)


def object_kind(members: Members) -> Group:
    """The kind of a request object, or of a whole request."""
    return _object(members, fold(members, _Kinds()))


class _Kinds:
    """Builds the kinds of parameters."""

    def wanted(self, visit: Visit) -> bool:
        return True

    def scalar(self, type_: ScalarType, visit: Visit) -> Group:
        member = visit.member
        limits = member.limits if member.type is type_ else Limits()
        options: dict[str, Expression | int | None] = {
            "form": _odd_form(type_),
            **_odd_json_kind(type_),
        }
        match type_.kind:
            case "string":
                options |= {"min_length": limits.min_length, "max_length": limits.max_length}
            case "integer" | "decimal":
                options |= {"minimum": _bound(limits.minimum), "maximum": _bound(limits.maximum)}
                options["scale"] = _bound(limits.scale)
            case "boolean":
                options |= _odd_truth(type_)
            case "csv":
                options |= {"separator": _odd_separator(type_.separator), **_counts(limits)}
        return call(_KINDS[type_.kind], **options)

    def array(self, type_: ArrayType, items: Group, visit: Visit) -> Group:
        limits = visit.member.limits if visit.member.type is type_ else Limits()
        return call("ListOf", items, separator=_odd_separator(type_.separator), **_counts(limits))

    def object(self, type_: ObjectType, members: Mapping[Name, Group], visit: Visit) -> Group:
        return _object(type_.members, members) if type_.members else call("Anything")


def _object(members: Members, kinds: Mapping[Name, Group]) -> Group:
    return call(
        "Object",
        dict_of((member.python_name, kinds[member.name]) for member in members),
        required=strings(m.python_name for m in members if m.required),
        renamed=dict_of(
            (m.python_name, literal(m.name)) for m in members if m.python_name != m.name
        ),
    )


def _counts(limits: Limits) -> dict[str, Expression | int | None]:
    return {"min_items": limits.min_items, "max_items": limits.max_items}


def _odd_form(type_: ScalarType) -> Safe | None:
    if type_.format is None or type_.format is language.USUAL_FORMATS.get(type_.kind):
        return None
    return literal(type_.format.name)


def _odd_json_kind(type_: ScalarType) -> dict[str, bool]:
    """Whether JSON carries the value as a number or as text, against the habit of its type."""
    if type_.kind in ("integer", "boolean"):
        return {"text": type_.wire == "string"}
    return {"number": type_.wire == "number" and type_.kind not in ("json", "csv", "bytes")}


def _odd_truth(type_: ScalarType) -> dict[str, Group]:
    """The texts that mean true and false, if not these words themselves."""
    truth = type_.truth
    if truth is None or [text.reveal() for text in (*truth.yes, *truth.no)] == ["true", "false"]:
        return {}
    return {"yes": strings(truth.yes), "no": strings(truth.no)}


def _odd_separator(separator: SpecText | None) -> Safe | None:
    return None if separator is None or separator.reveal() == "," else literal(separator)


def _bound(value: Number | None) -> Expression | None:
    if value is None:
        return None
    if isinstance(value, int):
        return compose("{}", value)
    return call("Decimal", literal(scalar_text(value)))
