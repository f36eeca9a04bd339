"""Schemas of the OpenAPI document. Requests are forms, so objects are text that holds JSON."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.output.phrases import Phrase, phrase
from generator.spec.ir import (
    NO_MEMBERS,
    Api,
    ArrayType,
    Link,
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
from generator.targets.openapi.nulls import NO_NULLS, Nulls
from generator.targets.samples import Samples

Schema = dict[str, Any]


class Schemas:
    """Makes schemas, with the samples of one gateway and the prefix of the product's own keys."""

    def __init__(self, samples: Samples, prefix: Name) -> None:
        self._samples = samples
        self._prefix = prefix

    def form(self, members: Members, sent: Mapping[Name, str | bytes]) -> Schema:
        """Members of a form, by wire name; `sent` is a call that has all that is required."""
        return {member.name: self._parameter(member, sent.get(member.name)) for member in members}

    def fields(self, members: Members, nulls: Nulls) -> Schema:
        """Members of a JSON object of a reply, by wire name; those at `nulls` may be null."""
        shapes = _Shapes(self._samples, self._prefix, sent=False, nulls=nulls)
        return shapes.properties(fold(members, shapes), members)

    def object(self, type_: ObjectType, nulls: Nulls) -> Schema:
        """An object with its description; its members at `nulls` may be null."""
        sent = type_.side == "request"
        shapes = _Shapes(self._samples, self._prefix, sent=sent, nulls=nulls)
        properties = shapes.properties(fold(type_.members, shapes), type_.members)
        content = members_object(properties, type_.members)
        return {"description": type_.description.reveal(), **content}

    def _parameter(self, member: Member, sent: str | bytes | None) -> Schema:
        """A member of a form: text, except that single numbers and booleans keep their type."""
        shapes = _Shapes(self._samples, self._prefix, sent=True)
        if isinstance(member.type, ScalarType):
            return shapes.value(member, member.type)
        shape = fold_type(member.type, shapes, Visit(member.name, member, NO_MEMBERS))
        example = sent if member.required and isinstance(sent, str) else _joined_example(member)
        shown: Schema = {} if example is None else {"examples": [example]}
        if isinstance(member.element, ObjectType):
            text: Schema = {"type": "string", "contentMediaType": "application/json"}
            return {**text, **shapes.about(member), "contentSchema": shape, **shown}
        if is_file(member):
            return {**shapes.about(member), **shape}
        assert isinstance(member.type, ArrayType), member.name
        joined = words.separator_words(member.type.separator)
        return {"type": "string", **shapes.about(member, joined), **shown}


class _Shapes:
    """Builds the types inside JSON. The lists of a reply stand in their wrapper.

    A scalar comes with what is said about its member, all else without.
    """

    def __init__(
        self, samples: Samples, prefix: Name, *, sent: bool, nulls: Nulls = NO_NULLS
    ) -> None:
        self._samples = samples
        self._prefix = prefix
        self._sent = sent
        self._nulls = nulls

    def wanted(self, visit: Visit) -> bool:
        return True

    def scalar(self, type_: ScalarType, visit: Visit) -> Schema:
        if visit.member.type is type_:
            return self._or_null(self.value(visit.member, type_), visit)
        return _sent_form(type_) if self._sent else {"type": _read_type(type_)}

    def array(self, type_: ArrayType, items: Schema, visit: Visit) -> Schema:
        shape: Schema = {"type": "array", "items": items}
        if type_.wrapper:
            shape = {"type": "object", "properties": {type_.wrapper: shape}}
        return self._or_null(shape, visit) if visit.member.type is type_ else shape

    def object(self, type_: ObjectType, members: Mapping[Name, Schema], visit: Visit) -> Schema:
        whole = visit.member.type is type_
        if type_.shared:
            shape: Schema = {"$ref": f"#/components/schemas/{type_.name}"}
        else:
            title: Schema = {"title": type_.name} if type_.name else {}
            content = members_object(self.properties(members, type_.members), type_.members)
            shape = {**title, **content}
        return self._or_null(shape, visit) if whole else shape

    def _or_null(self, shape: Schema, visit: Visit) -> Schema:
        """A shape that null fits as well, if a documented sample has a null there."""
        if visit.path not in self._nulls:
            return shape
        if "$ref" in shape:
            return {"anyOf": [shape, {"type": "null"}]}
        types = shape["type"] if isinstance(shape["type"], list) else [shape["type"]]
        return {**shape, "type": [*types, "null"]}

    def value(self, member: Member, type_: ScalarType) -> Schema:
        """A value. What is sent is checked; what is read may hold more than is documented."""
        schema: Schema = (
            self._sent_value(member, type_) if self._sent else {"type": _read_type(type_)}
        )
        schema |= self.about(member)
        if shown := self._examples(member, type_):
            schema["examples"] = shown
        return schema

    def _sent_value(self, member: Member, type_: ScalarType) -> Schema:
        schema: Schema = _sent_form(type_) | _limits(member, type_)
        kind = schema["type"]
        if member.closed and type_.kind != "csv":
            schema["enum"] = [_cast(value.value.reveal(), kind) for value in member.enum]
        if member.default is not None:
            default = member.default.reveal()
            assert isinstance(default, Scalar), member.name
            schema["default"] = _cast(scalar_text(default), kind)
        return schema

    def _examples(self, member: Member, type_: ScalarType) -> list[Scalar]:
        """The documented example, and the documented values of a list that is open."""
        shown: list[Scalar] = []
        if member.example is not None and type_.kind != "bytes":
            example = self._samples.value(member)
            assert isinstance(example, Scalar), member.name
            shown.append(example)
        if not member.closed and type_.kind != "csv":
            values = (_cast(value.value.reveal(), _json_type(type_)) for value in member.enum)
            shown += (value for value in values if value not in shown)
        return shown

    def about(self, member: Member, *more: Phrase) -> Schema:
        """What is said about a member, and what its documented values mean."""
        told = described(member, *more, sent=self._sent)
        if member.enum:
            meanings = {value.value.reveal(): value.meaning.reveal() for value in member.enum}
            told[f"{self._prefix}-values"] = meanings
        return told

    def properties(self, shapes: Mapping[Name, Schema], members: Members) -> Schema:
        """What the members are, with what is said about them; scalars tell it themselves."""
        return {
            member.name: (
                shapes[member.name]
                if isinstance(member.type, ScalarType)
                else {**self.about(member), **shapes[member.name]}
            )
            for member in members
        }


def _joined_example(member: Member) -> str | None:
    """The documented example of a list of scalars, as it is sent."""
    example = member.example.reveal() if member.example is not None else None
    if not isinstance(example, list) or not isinstance(member.type, ArrayType):
        return None
    texts = [scalar_text(item) for item in example if isinstance(item, Scalar)]
    return member.type.separator.reveal().join(texts) if len(texts) == len(example) else None


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


def _read_type(type_: ScalarType) -> str | list[str]:
    """What a reply may hold: numbers give way to texts that mean none, or that are times."""
    usual = _json_type(type_)
    texts = [text.reveal() for text in type_.placeholders]
    digits = all(form.digits for form in type_.further_formats)
    if usual == "string" or (digits and all(map(_is_number, texts))):
        return usual
    return [usual, "string"]


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", text, re.ASCII) is not None


def _sent_form(type_: ScalarType) -> Schema:
    """The type of what is sent, and the form of its text."""
    kind = _json_type(type_)
    if type_.truth:
        texts = [text.reveal() for text in (*type_.truth.yes, *type_.truth.no)]
        spoken = kind if kind != "boolean" or {*texts} <= {"true", "false"} else "string"
        return {"type": spoken, "enum": [_cast(text, spoken) for text in texts]}
    if type_.kind == "bytes":
        return {"type": kind, "format": "binary"}
    if type_.kind == "json":
        return {"type": kind, "contentMediaType": "application/json"}
    if type_.wire == "string" and type_.format:
        return {"type": kind, "pattern": f"^{type_.format.pattern}$"}
    return {"type": kind}


def _limits(member: Member, type_: ScalarType) -> Schema:
    limits = member.limits
    if type_.wire == "number":
        bounds: Schema = {
            "minimum": limits.minimum,
            "maximum": limits.maximum,
            # Steps below 1 fail in validators that count with floats; the description tells them.
            "multipleOf": 1 if limits.scale == 0 else None,
        }
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


def described(member: Member, *more: Phrase, sent: bool) -> Schema:
    """What is said about a member."""
    told = "；".join(text.reveal() for text in _remarks(member, more, sent=sent))
    return {
        **({"description": told} if told else {}),
        **({"deprecated": True} if member.deprecated else {}),
        **external_docs(member.see),
    }


def _remarks(member: Member, more: Iterable[Phrase], *, sent: bool) -> Iterator[SpecText]:
    """Description, values, unit, form, limits, sources and links of a member."""
    if member.description:
        yield member.description
    told = [
        *([words.enum_words(member)] if member.enum else []),
        *words.unit_words(member),
        *words.form_words(member.type),
        *more,
        *words.limit_words(_unsaid(member, sent=sent)),
        *_borrowed_words(member),
    ]
    yield from (one.plain() for one in told)
    if member.deprecation:
        yield member.deprecation
    for one in (*words.see_words(member.see), *words.note_words(member.note)):
        yield one.plain()


def _unsaid(member: Member, *, sent: bool) -> Member:
    """A member with those of its limits that no keyword tells, or of which the source is told."""
    if not sent or not isinstance(member.type, ScalarType):
        return member
    said = _SAID[member.type.wire == "number"] - member.taken_from.keys()
    return replace(member, limits=replace(member.limits, **dict.fromkeys(said)))


_SAID = {
    True: frozenset({"minimum", "maximum"}),
    False: frozenset({"min_length", "max_length"}),
}
"""The limits of what is sent that keywords tell: of numbers, and of texts."""


def _borrowed_words(member: Member) -> Iterator[Phrase]:
    """Of default and example, if they are not from the method's own documents."""
    if "default" in member.taken_from:
        yield from words.default_words(member)
    if "example" in member.taken_from:
        yield phrase("示例{}", words.borrowed_words(member, "example"))


def external_docs(see: tuple[Link, ...]) -> Schema:
    """OpenAPI has room for one document; descriptions name them all."""
    if not see:
        return {}
    link = see[0]
    return {"externalDocs": {"url": link.url.reveal(), "description": link.title.reveal()}}
