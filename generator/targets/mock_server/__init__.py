"""The outputs of generated/mock_server: the runtime as it stands, and one data file per method."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import asdict, replace
from pathlib import Path

from generator.spec.build import element_type, find_member
from generator.spec.ir import (
    Api,
    ArrayType,
    EnumValue,
    ErrorCode,
    Json,
    Limits,
    Member,
    ObjectType,
    Pagination,
    Platform,
    ScalarType,
    Spec,
    Type,
)
from generator.output.outputs import Output, Part, Row, copies
from generator.targets.samples import (
    json_text,
    sample_response,
    sample_value,
    scalar_text,
)
from generator.spec.values import EPOCH_UNITS, TIME_FORMATS

FOLDER = "mock_server"
DATA = f"{FOLDER}/src/taobaoke_mock/data"
TEMPLATE = "mock_server/data.json.jinja"
DEFAULT_PAGE_SIZE = 20


def outputs(spec: Spec, templates: Path) -> Iterator[Output]:
    """Everything below generated/mock_server."""
    yield from copies(templates, f"{FOLDER}/runtime", FOLDER)
    yield _data("platform", _platform(spec))
    for api in spec.apis:
        yield _data(api.method, _api(api))


def _data(name: str, content: dict[str, Json]) -> Row:
    return Row(f"{DATA}/{name}.json", (Part(TEMPLATE, {"text": json_text(content)}),))


def _platform(spec: Spec) -> dict[str, Json]:
    platform = spec.platform
    sign, hours, minutes = platform.utc_offset[0], *platform.utc_offset[1:].split(":")
    offset = int(hours) * 3600 + int(minutes) * 60
    return {
        "checks": list(platform.checks),
        "errors": _messages(platform.errors),
        "sub_errors": _messages(platform.sub_errors),
        "signing": {method.name: method.algorithm for method in platform.signing},
        "parameters": [member.name for member in platform.parameters],
        "formats": _allowed(platform, "format"),
        "versions": _allowed(platform, "v"),
        "utc_offset": -offset if sign == "-" else offset,
        "clock_tolerance": platform.clock_tolerance,
        "error_root": platform.error_root,
        "request_id": platform.request_id,
        "dropped_prefix": platform.dropped_prefix,
        "response_suffix": platform.response_suffix,
        "methods": {api.method: api.title.reveal() for api in spec.apis},
    }


def _allowed(platform: Platform, name: str) -> list[Json]:
    """The documented values of a public parameter; empty: any."""
    enums = (member.enum for member in platform.parameters if member.name == name)
    return _values(next(enums, ()))


def _values(enum: Sequence[EnumValue]) -> list[Json]:
    return [value.value for value in enum]


def _messages(errors: Sequence[ErrorCode]) -> dict[str, Json]:
    """Codes and messages; the empty text where no message is documented."""
    return {error.code: error.message.reveal() if error.message else "" for error in errors}


def _api(api: Api) -> dict[str, Json]:
    data: dict[str, Json] = {
        "method": api.method,
        "root": api.root,
        "session": api.auth.session,
        "parameters": None if api.coverage == "name" else _parameters(api.parameters),
        "constraints": [
            {
                "kind": constraint.kind,
                "names": list(constraint.names),
                "when": {path: scalar_text(value) for path, value in constraint.when},
            }
            for constraint in api.constraints
        ],
    }
    window = api.window
    if window and window.end:
        start = find_member(api.parameters, window.start)
        data["window"] = _present(
            start=window.start,
            end=window.end,
            format=_strptime(start.type) if start else None,
            longest=window.longest,
        )
    if api.pagination:
        data["pagination"] = _pagination(api, api.pagination)
    data["wrappers"] = dict(_wrappers(api.fields, ""))
    data["errors"] = _messages(api.errors)
    data["response"] = _response(api)
    return data


def _present(**values: Json) -> dict[str, Json]:
    return {name: value for name, value in values.items() if value is not None}


# Parameters


def _parameters(members: Sequence[Member]) -> list[Json]:
    return [{"name": member.name, **_parameter(member, member.type)} for member in members]


def _parameter(member: Member, type_: Type) -> dict[str, Json]:
    data = _present(required=member.required or None) | _limits(member.limits)
    if isinstance(type_, ArrayType):
        items = _parameter(replace(member, limits=Limits(), required=False), type_.items)
        separator = type_.separator if isinstance(type_.items, ScalarType) else None
        return {"type": "array", **data, **_present(separator=separator), "items": items}
    if isinstance(type_, ObjectType):
        return {"type": "object", **data, "members": _parameters(type_.members)}
    return {
        "type": type_.kind,
        **data,
        **_present(
            format=_strptime(type_), separator=type_.separator, enum=_values(member.enum) or None
        ),
    }


def _strptime(type_: Type) -> str | None:
    if not isinstance(type_, ScalarType) or type_.format is None:
        return None
    return type_.format if type_.format in EPOCH_UNITS else TIME_FORMATS[type_.format]


def _limits(limits: Limits) -> dict[str, Json]:
    return _present(**asdict(limits))


# Replies


def _pagination(api: Api, paging: Pagination) -> dict[str, Json]:
    size = find_member(api.parameters, paging.size) if paging.size else None
    items = find_member(api.fields, paging.items)
    element = element_type(items.type) if items else None
    fields = element.members if isinstance(element, ObjectType) else ()
    default = size.default if size and size.default is not None else DEFAULT_PAGE_SIZE
    return {
        "items": paging.items,
        "first": paging.first,
        "default_size": int(default),
        **_present(
            page=paging.page,
            size=paging.size,
            total=paging.total,
            more=paging.more,
            send=paging.send,
            read=paging.read,
        ),
        "ids": [field.name for field in fields if _is_id(field)],
    }


def _is_id(field: Member) -> bool:
    """Whether results differ in this field; the specs write all ids as strings."""
    is_string = isinstance(field.type, ScalarType) and field.type.kind == "string"
    return is_string and field.name.endswith("id") and not field.enum


def _wrappers(members: Sequence[Member], prefix: str) -> Iterator[tuple[str, Json]]:
    for member in members:
        path = prefix + member.name
        if isinstance(member.type, ArrayType) and member.type.wrapper:
            yield path, member.type.wrapper
        inner = element_type(member.type)
        if isinstance(inner, ObjectType):
            yield from _wrappers(inner.members, path + ".")


def _response(api: Api) -> dict[str, Json]:
    """The sample, in which the fields of pagination are never left out."""
    response = deepcopy(sample_response(api))
    paging = api.pagination
    if paging:
        for path in (paging.items, paging.total, paging.more, paging.read):
            if path is not None:
                _complete(response, api.fields, path)
    return response


def _complete(content: dict[str, Json], members: Sequence[Member], path: str) -> None:
    name, _, rest = path.partition(".")
    member = next(member for member in members if member.name == name)
    inner = content.setdefault(name, sample_value(member))
    if rest and isinstance(inner, dict) and isinstance(member.type, ObjectType):
        _complete(inner, member.type.members, rest)
