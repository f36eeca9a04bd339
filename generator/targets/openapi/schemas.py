"""Schemas of the OpenAPI document. Requests are forms, so objects are text that holds JSON."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from generator.output.phrases import Phrase
from generator.spec.ir import (
    NO_MEMBERS,
    Api,
    ArrayType,
    Member,
    Members,
    ObjectType,
    ScalarType,
    Visit,
    fold,
    fold_type,
)
from generator.spec.text import Name, Scalar, SpecText
from generator.spec.values import scalar_text
from generator.targets import words
from generator.targets.samples import Samples

Schema = dict[str, Any]


class Schemas:
    """Makes schemas, with the samples of one gateway."""

    def __init__(self, samples: Samples) -> None:
        self._samples = samples

    def form(self, members: Members) -> Schema:
        """Members of a form, by wire name."""
        return {member.name: self._parameter(member) for member in members}

    def fields(self, members: Members) -> Schema:
        """Members of a JSON object of a reply, by wire name."""
        return _properties(fold(members, _Shapes(self._samples, sent=False)), members)

    def object(self, type_: ObjectType) -> Schema:
        """An object with its description."""
        shapes = _Shapes(self._samples, sent=type_.side == "request")
        content = members_object(
            _properties(fold(type_.members, shapes), type_.members), type_.members
        )
        return {"description": type_.description.reveal(), **content}

    def _parameter(self, member: Member) -> Schema:
        """A member of a form: text, except that single numbers and booleans keep their type."""
        shapes = _Shapes(self._samples, sent=True)
        if isinstance(member.type, ScalarType):
            return shapes.value(member, member.type)
        shape = fold_type(member.type, shapes, Visit(member.name, member, NO_MEMBERS))
        if isinstance(member.element, ObjectType):
            text: Schema = {"type": "string", "contentMediaType": "application/json"}
            return {**text, **described(member), "contentSchema": shape}
        if is_file(member):
            return {**described(member), **shape}
        assert isinstance(member.type, ArrayType), member.name
        joined = words.separator_words(member.type.separator)
        return {"type": "string", **described(member, joined)}


class _Shapes:
    """Builds the types inside JSON. The lists of a reply stand in their wrapper.

    A scalar comes with what is said about its member, all else without.
    """

    def __init__(self, samples: Samples, *, sent: bool) -> None:
        self._samples = samples
        self._sent = sent

    def wanted(self, visit: Visit) -> bool:
        return True

    def scalar(self, type_: ScalarType, visit: Visit) -> Schema:
        if visit.member.type is type_:
            return self.value(visit.member, type_)
        return {"type": _json_type(type_), **_format(type_)}

    def array(self, type_: ArrayType, items: Schema, visit: Visit) -> Schema:
        shape: Schema = {"type": "array", "items": items}
        if type_.wrapper:
            shape = {"type": "object", "properties": {type_.wrapper: shape}}
        return shape

    def object(self, type_: ObjectType, members: Mapping[Name, Schema], visit: Visit) -> Schema:
        if type_.shared:
            return {"$ref": f"#/components/schemas/{type_.name}"}
        title: Schema = {"title": type_.name} if type_.name else {}
        content = members_object(_properties(members, type_.members), type_.members)
        return {**title, **content}

    def value(self, member: Member, type_: ScalarType) -> Schema:
        """A value. What is sent is checked; what is read may hold more than is documented."""
        schema: Schema = {"type": _json_type(type_)}
        if self._sent:
            schema |= _format(type_) | _limits(member, type_)
            if member.closed and type_.kind != "csv":
                values = [value.value.reveal() for value in member.enum]
                schema["enum"] = [_cast(value, schema["type"]) for value in values]
            if member.default is not None:
                default = member.default.reveal()
                assert isinstance(default, Scalar), member.name
                schema["default"] = _cast(scalar_text(default), schema["type"])
        schema |= described(member)
        if member.example is not None and type_.kind != "bytes":
            schema["examples"] = [self._samples.value(member)]
        return schema


def _properties(shapes: Mapping[Name, Schema], members: Members) -> Schema:
    """What the members are, with what is said about them; scalars tell it themselves."""
    return {
        member.name: (
            shapes[member.name]
            if isinstance(member.type, ScalarType)
            else {**described(member), **shapes[member.name]}
        )
        for member in members
    }


def members_object(properties: Schema, members: Iterable[Member]) -> Schema:
    """An object with these members."""
    required = [member.name for member in members if member.required]
    return {
        "type": "object",
        **({"required": required} if required else {}),
        **({"properties": properties} if properties else {}),
    }


def is_file(member: Member) -> bool:
    """Whether a parameter is an uploaded file, or several."""
    inner = member.element
    return isinstance(inner, ScalarType) and inner.kind == "bytes"


def has_file(api: Api) -> bool:
    """Whether any parameter is a file."""
    return any(map(is_file, api.parameters))


def _json_type(type_: ScalarType) -> str:
    if type_.wire != "number":
        return type_.wire
    return "number" if type_.kind == "decimal" else "integer"


def _format(type_: ScalarType) -> Schema:
    if type_.kind == "bytes":
        return {"format": "binary"}
    if type_.kind == "json":
        return {"contentMediaType": "application/json"}
    if type_.wire == "string" and type_.format:
        return {"pattern": f"^{type_.format.pattern}$"}
    return {}


def _limits(member: Member, type_: ScalarType) -> Schema:
    limits = member.limits
    if type_.wire == "number":
        bounds: Schema = {"minimum": limits.minimum, "maximum": limits.maximum}
    else:
        bounds = {"minLength": limits.min_length, "maxLength": limits.max_length}
    return {keyword: bound for keyword, bound in bounds.items() if bound is not None}


def _cast(text: str, json_type: str) -> Scalar:
    match json_type:
        case "integer":
            return int(text)
        case "number":
            return Decimal(text)
        case "boolean":
            return text == "true"
        case _:
            return text


def described(member: Member, *more: Phrase) -> Schema:
    """What is said about a member."""
    told: list[SpecText] = [member.description] if member.description else []
    if member.enum:
        told.append(words.enum_words(member).plain())
    told += [phrase.plain() for phrase in words.unit_words(member)]
    told += [phrase.plain() for phrase in (*words.form_words(member.type), *more)]
    if not isinstance(member.type, ScalarType) or member.type.kind == "csv":
        told += [phrase.plain() for phrase in words.limit_words(member)]
    if member.deprecation:
        told.append(member.deprecation)
    told += [phrase.plain() for phrase in words.see_words(member.see)]
    told += [phrase.plain() for phrase in words.note_words(member.note)]
    text = "；".join(part.reveal() for part in told)
    schema: Schema = {"description": text} if told else {}
    return {**schema, "deprecated": True} if member.deprecated else schema
