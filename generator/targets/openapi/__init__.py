"""The output generated/openapi.yaml: OpenAPI 3.1, one path for every API with a typed call.

Operations stand in templates; this module prepares their schemas. Requests are forms, so nested
objects are strings that hold JSON; replies are described in the full JSON form.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.spec.build import element_type
from generator.spec.layout import scalar
from generator.spec.ir import (
    Api,
    ArrayType,
    Constraint,
    ErrorCode,
    Member,
    ObjectType,
    Platform,
    Scalar,
    ScalarType,
    Spec,
    Type,
)
from generator.output.outputs import Output, Part, Row
from generator.targets import words as labels
from generator.targets.samples import sample_value, scalar_text
from generator.spec.text import json_literal, reveal
from generator.targets.view import TOPIC_TITLES, template_filter

Schema = dict[str, Any]

_PATTERNS = {
    "yyyy-MM-dd HH:mm:ss": r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$",
    "yyyy-MM-dd HH:mm": r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$",
    "yyyy-MM-dd": r"^\d{4}-\d{2}-\d{2}$",
    "yyyyMMddHHmmss": r"^\d{14}$",
    "yyyyMMdd": r"^\d{8}$",
    "yyyyMM": r"^\d{6}$",
    "yyyy-MM": r"^\d{4}-\d{2}$",
    "epoch_ms": r"^\d{1,13}$",
    "epoch_s": r"^\d{1,10}$",
}
_BLOCKS = frozenset({"properties", "x-tbk-errors"})
"""Keys whose content is written one entry a line."""


def outputs(spec: Spec, templates: Path) -> Iterator[Output]:
    """The one file; every API and every shared type is a part of its own."""
    apis = [api for api in spec.apis if api.typed]
    used = {api.topic for api in apis}
    topics = {topic: title for topic, title in TOPIC_TITLES.items() if topic in used}
    platform = {"platform": spec.platform}
    reply = {"request_id": spec.platform.request_id}
    yield Row(
        "openapi.yaml",
        (
            Part("openapi/head.yaml.jinja", {**platform, "topics": topics}),
            *(Part("openapi/operation.yaml.jinja", {"api": api}) for api in apis),
            Part("openapi/components.yaml.jinja", platform),
            *(Part("openapi/type.yaml.jinja", {"type": type_}) for type_ in spec.types),
            *(Part("openapi/reply.yaml.jinja", {"api": api, **reply}) for api in apis),
        ),
    )


# What the templates ask for


@template_filter
def openapi_block(schema: Schema, indent: int) -> str:
    """A schema as YAML: members one a line, everything that has members as a block."""
    return "\n".join(_lines(schema, " " * indent))


@template_filter
def openapi_origin(url: str) -> str:
    """The part of a gateway's address that OpenAPI calls the server."""
    return url.removesuffix("/router/rest")


@template_filter
def openapi_summary(api: Api) -> str:
    """Both summaries, and what a caller must know beyond them."""
    texts = (api.summary, api.summary_en, api.description)
    return "\n\n".join(reveal(text) for text in texts if text)


@template_filter
def openapi_media(api: Api) -> str:
    """The content type of the request."""
    if any(_is_file(member) for member in api.parameters):
        return "multipart/form-data"
    return "application/x-www-form-urlencoded"


def _is_file(member: Member) -> bool:
    inner = element_type(member.type)
    return isinstance(inner, ScalarType) and inner.kind == "bytes"


@template_filter
def openapi_form(api: Api) -> Schema:
    """The parameters of one method, as an object."""
    method = {"type": "string", "const": api.method, "description": "API 全名"}
    required = [member.name for member in api.parameters if member.required]
    parameters = {member.name: _parameter(member) for member in api.parameters}
    return {"required": ["method", *required], "properties": {"method": method, **parameters}}


@template_filter
def openapi_object(type_: ObjectType) -> Schema:
    """A shared type."""
    return {"description": reveal(type_.description), **_members(type_)}


@template_filter
def openapi_reply(api: Api, request_id: str) -> Schema:
    """The content of the response root."""
    members = {member.name: _field(member, sent=False) for member in api.fields}
    members[request_id] = {"type": "string", "description": "请求编号，向平台反馈问题时使用"}
    return {"title": "Content", "type": "object", "properties": members}


@template_filter
def openapi_facts(api: Api) -> Schema:
    """What OpenAPI has no words for."""
    facts: Schema = {
        "x-tbk-role": api.role,
        "x-tbk-session": api.auth.session,
        "x-tbk-idempotent": api.idempotent,
        "x-tbk-coverage": api.coverage,
        "x-tbk-confidence": api.doc.confidence,
    }
    if api.doc.id:
        facts["x-tbk-doc-id"] = api.doc.id
    if api.replaced_by:
        facts["x-tbk-replaced-by"] = api.replaced_by
    if api.constraints:
        facts["x-tbk-constraints"] = [_constraint(constraint) for constraint in api.constraints]
    if api.errors:
        facts["x-tbk-errors"] = {error.code: _error(error) for error in api.errors}
    return facts


@template_filter
def openapi_public(platform: Platform) -> Schema:
    """The parameters of every call; `method` is left to the operations."""
    members = [member for member in platform.parameters if member.name != "method"]
    return _object({member.name: _parameter(member) for member in members}, members)


@template_filter
def openapi_codes(platform: Platform) -> str:
    """The error codes of the gateway with their names."""
    named = [(error.code, error.message) for error in platform.errors]
    return "错误码：" + "、".join(f"{code} {reveal(name)}" for code, name in named if name)


# Schemas


def _parameter(member: Member) -> Schema:
    """A member of a form: text, except that single numbers and booleans keep their type."""
    if isinstance(member.type, ScalarType):
        return _scalar(member, member.type, sent=True)
    inner = element_type(member.type)
    if isinstance(inner, ObjectType):
        text: Schema = {"type": "string", "contentMediaType": "application/json"}
        return {**text, **_described(member), "contentSchema": _shape(member.type)}
    if _is_file(member):
        return {**_described(member), **_shape(member.type)}
    assert isinstance(member.type, ArrayType), member.name
    joined = labels.separator_words(member.type.separator, reveal)
    return {"type": "string", **_described(member, joined)}


def _field(member: Member, *, sent: bool) -> Schema:
    """A member of a JSON object."""
    if isinstance(member.type, ScalarType):
        return _scalar(member, member.type, sent=sent)
    return {**_described(member), **_shape(member.type)}


def _shape(type_: Type) -> Schema:
    """A type inside JSON. The lists of a reply stand in their wrapper."""
    if isinstance(type_, ScalarType):
        return {"type": _json_type(type_), **_format(type_)}
    if isinstance(type_, ObjectType):
        if type_.shared:
            return {"$ref": f"#/components/schemas/{type_.name}"}
        title = {"title": type_.name} if type_.name else {}
        return {**title, **_members(type_)}
    items = {"type": "array", "items": _shape(type_.items)}
    return {"type": "object", "properties": {type_.wrapper: items}} if type_.wrapper else items


def _members(type_: ObjectType) -> Schema:
    sent = type_.side == "request"
    return _object({m.name: _field(m, sent=sent) for m in type_.members}, type_.members)


def _object(properties: Schema, members: Iterable[Member]) -> Schema:
    required = [member.name for member in members if member.required]
    return {
        "type": "object",
        **({"required": required} if required else {}),
        **({"properties": properties} if properties else {}),
    }


def _scalar(member: Member, type_: ScalarType, *, sent: bool) -> Schema:
    """A value. What is sent is checked strictly; what is read may hold more than is documented."""
    schema: Schema = {"type": _json_type(type_)}
    if sent:
        schema |= _format(type_) | _limits(member, type_)
        if member.enum and type_.kind != "csv":
            schema["enum"] = [_cast(value.value, schema["type"]) for value in member.enum]
        if member.default is not None:
            schema["default"] = _cast(scalar_text(member.default), schema["type"])
    schema |= _described(member)
    if member.example is not None and type_.kind != "bytes":
        schema["examples"] = [sample_value(member)]
    return schema


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
        return {"pattern": _PATTERNS[type_.format]}
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


def _described(member: Member, *more: str) -> Schema:
    words = [reveal(member.description)] if member.description else []
    if member.enum:
        words.append(labels.enum_words(member, reveal, reveal))
    if member.unit:
        words.append(labels.unit_words(member.unit))
    words += [*labels.form_words(member.type, reveal), *more]
    if not isinstance(member.type, ScalarType) or member.type.kind == "csv":
        words += labels.limit_words(member.limits)
    if member.deprecation:
        words.append(reveal(member.deprecation))
    schema: Schema = {"description": "；".join(words)} if words else {}
    return {**schema, "deprecated": True} if member.deprecated else schema


def _constraint(constraint: Constraint) -> Schema:
    when = {"when": dict(constraint.when)} if constraint.when else {}
    return {constraint.kind: list(constraint.names), **when}


def _error(error: ErrorCode) -> Schema:
    message = {"message": reveal(error.message)} if error.message else {}
    return {**message, "solution": reveal(error.solution), "retry": error.retry}


# YAML


def _lines(schema: Schema, pad: str) -> Iterator[str]:
    for key, value in schema.items():
        if key in _BLOCKS or (isinstance(value, dict) and not _is_flat(value)):
            yield f"{pad}{_text(key)}:"
            yield from _lines(value, pad + "  ")
        else:
            yield f"{pad}{_text(key)}: {_flow(value)}"


def _is_flat(schema: Schema) -> bool:
    """Whether no member of any object is described inside."""
    inner = [value for value in schema.values() if isinstance(value, dict)]
    return _BLOCKS.isdisjoint(schema) and all(map(_is_flat, inner))


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(k)}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _text(value) if isinstance(value, str) else scalar(value)


def _text(text: str) -> str:
    """Words stay bare; all else is quoted, which every reader of YAML understands alike."""
    return scalar(text) if text.isascii() and text.isidentifier() else json_literal(text)
