"""The data files of the mock: what it knows of the gateway and of each method."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import fields
from datetime import timedelta
from decimal import Decimal
from typing import Any

from generator.spec import language
from generator.spec.ir import (
    Api,
    ArrayType,
    EnumValue,
    ErrorCode,
    Limits,
    Member,
    Members,
    ObjectType,
    Pagination,
    Platform,
    ScalarType,
    Spec,
    Visit,
    fold,
)
from generator.spec.text import Json, Name, Scalar, SpecData
from generator.spec.values import scalar_text, truth_texts
from generator.targets.samples import Samples

DEFAULT_PAGE_SIZE = 20

Content = dict[str, Json]


def platform(spec: Spec) -> Content:
    """What holds for every method."""
    platform = spec.platform
    formats = language.TIME_FORMATS.values()
    return {
        "checks": [*platform.checks],
        "errors": _messages(platform.errors),
        "sub_errors": _messages(platform.sub_errors),
        "signing": {method.name: method.algorithm for method in platform.signing},
        "parameters": [member.name for member in platform.parameters],
        "formats": _allowed(platform, "format"),
        "versions": _allowed(platform, "v"),
        "epochs": {form.name: form.per_second for form in formats if form.per_second},
        "utc_offset": platform.utc_offset // timedelta(seconds=1),
        "clock_tolerance": platform.clock_tolerance,
        "error_root": platform.error_root,
        "request_id": platform.request_id,
        "dropped_prefix": platform.dropped_prefix,
        "response_suffix": platform.response_suffix,
        "methods": {api.method: api.title.reveal() for api in spec.apis},
    }


def _allowed(platform: Platform, name: str) -> list[Json]:
    """The values of a public parameter if there are no others; empty: any."""
    member = platform.parameters.find(name)
    return _values(member.enum) if member and member.closed else []


def _values(enum: Sequence[EnumValue]) -> list[Json]:
    return [value.value.reveal() for value in enum]


def _messages(errors: Sequence[ErrorCode]) -> Content:
    """Codes and messages; the empty text where no message is documented."""
    return {
        error.code.reveal(): error.message.reveal() if error.message else "" for error in errors
    }


def method(api: Api, platform: Platform) -> Content:
    """One method."""
    content: Content = {
        "method": api.method,
        "root": api.root,
        "session": api.auth.session.name,
        "parameters": None if api.coverage.name == "name" else _parameters(api.parameters),
        "constraints": [
            {
                "kind": constraint.kind.name,
                "names": [*constraint.names],
                "when": {path: _text(value) for path, value in constraint.when},
            }
            for constraint in api.constraints
        ],
    }
    window = api.window
    if window and window.end:
        start = api.parameters.find(window.start)
        assert start, window.start
        content["window"] = _present(
            start=window.start,
            end=window.end,
            format=_form(start.element),
            longest=window.longest,
            peak=window.peak,
            peak_days=[*window.peak_days] or None,
            within=window.within,
        )
    samples = Samples(platform.utc_offset)
    if api.pagination:
        content["pagination"] = _pagination(api, api.pagination)
    content["packages"] = [package.id for package in api.auth.packages]
    content["wrappers"] = {
        visit.path: visit.member.type.wrapper
        for visit in api.fields.walk()
        if isinstance(visit.member.type, ArrayType) and visit.member.type.wrapper
    }
    content["errors"] = _messages(api.errors)
    content["fields"] = [member.name for member in api.fields]
    content["response"] = _response(api, samples)
    return content


def _text(value: SpecData) -> str:
    bare = value.reveal()
    assert isinstance(bare, Scalar), bare
    return scalar_text(bare)


def _present(**values: Json) -> Content:
    return {name: value for name, value in values.items() if value is not None}


# Parameters


def _parameters(members: Members) -> list[Json]:
    return [{"name": name, **built} for name, built in fold(members, _Checks()).items()]


class _Checks:
    """Builds what the mock checks of a parameter."""

    def wanted(self, visit: Visit) -> bool:
        return True

    def scalar(self, type_: ScalarType, visit: Visit) -> Content:
        separator = type_.separator.reveal() if type_.separator else None
        return {
            "type": type_.kind,
            **_own(visit.member, type_),
            **_present(format=_form(type_), separator=separator, truth=_truth(type_)),
            **_documented_values(visit.member),
        }

    def array(self, type_: ArrayType, items: Content, visit: Visit) -> Content:
        joins = isinstance(type_.items, ScalarType)
        separator = type_.separator.reveal() if joins else None
        own = _own(visit.member, type_)
        return {"type": "array", **own, **_present(separator=separator), "items": items}

    def object(self, type_: ObjectType, members: Mapping[Name, Content], visit: Visit) -> Content:
        inner: list[Json] = [{"name": name, **content} for name, content in members.items()]
        return {"type": "object", **_own(visit.member, type_), "members": inner}


def _own(member: Member, type_: Any) -> Content:
    """What belongs to the member itself, not to the elements of its lists."""
    if member.type is not type_:
        return {}
    return _present(required=member.required or None) | _limits(member.limits)


def _form(type_: ScalarType | ObjectType) -> str | None:
    """The form for strptime, or the name of a format that counts."""
    form = type_.format if isinstance(type_, ScalarType) else None
    return (form.strptime or form.name) if form else None


def _truth(type_: ScalarType) -> list[Json] | None:
    """What a boolean accepts; None: true and false."""
    return [*truth_texts(type_)] if type_.truth else None


def _documented_values(member: Member) -> Content:
    """The values of a list, and whether a source says that others are refused."""
    if not member.enum:
        return {}
    refused = member.closed is not None and member.closed.name == "refused"
    return {"enum" if refused else "known": _values(member.enum)}


def _limits(limits: Limits) -> Content:
    """Whole numbers as numbers, fractions as text: a reader of JSON would not keep them exact."""
    given = {field.name: getattr(limits, field.name) for field in fields(limits)}
    return _present(
        **{
            name: scalar_text(number) if isinstance(number, Decimal) else number
            for name, number in given.items()
        }
    )


# Replies


def _pagination(api: Api, paging: Pagination) -> Content:
    size = api.parameters.find(paging.size)
    lists = [api.fields.find(path) for path in paging.items]
    default = size.default.reveal() if size and size.default else DEFAULT_PAGE_SIZE
    return {
        "items": [*paging.items],
        "first": paging.first,
        "default_size": int(default) if isinstance(default, int | str) else DEFAULT_PAGE_SIZE,
        **_present(
            page=paging.page,
            offset=paging.offset,
            size=paging.size,
            total=paging.total,
            more=paging.more,
            send=paging.send,
            read=paging.read,
        ),
        "ids": [*dict.fromkeys(_ids(lists))],
    }


def _ids(lists: Iterable[Member | None]) -> Iterator[Name]:
    """The fields in which the elements of lists differ."""
    for list_ in lists:
        yield from (field.name for field in (list_.members if list_ else ()) if _is_id(field))


def _is_id(field: Member) -> bool:
    """Whether results differ in this field; the specs write all ids as strings."""
    is_string = isinstance(field.type, ScalarType) and field.type.kind == "string"
    return is_string and field.name.endswith("id") and not field.enum


def _response(api: Api, samples: Samples) -> Content:
    """The sample, in which the fields of pagination are never left out."""
    response = deepcopy(samples.response(api))
    paging = api.pagination
    if paging:
        for path in filter(None, (*paging.items, paging.total, paging.more, paging.read)):
            _complete(response, [*api.fields.along(path)], samples)
    return response


def _complete(content: Content, along: Sequence[Member], samples: Samples) -> None:
    """Put in what is missing on a path, down to the first list."""
    for member in along:
        inner = content.setdefault(member.name, samples.value(member))
        if not isinstance(inner, dict) or not isinstance(member.type, ObjectType):
            return
        content = inner
