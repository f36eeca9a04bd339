"""Sample calls, changed in one place or filled with what the documents show."""

import json
from collections.abc import Mapping
from typing import Any

from real import SAMPLES

from generator.spec.ir import Api, ArrayType, Member, Members, Visit
from generator.spec.text import Json, Name
from generator.spec.values import scalar_text
from generator.targets.samples import sent

Request = dict[Name, str | bytes]


def with_value(api: Api, visit: Visit, value: Json) -> Request:
    """The sample call with one more value anywhere; what excludes it is left out."""
    request = SAMPLES.request(api)
    name, *steps = visit.path.split(".")
    top = api.parameters.find(name)
    assert top
    if steps:
        given = request.get(top.name)
        content = json.loads(given) if isinstance(given, str) else _least(top)
        _put(top, content, steps, value)
        value = content
    request[top.name] = sent(top.type, value)
    for rival in _rivals(api, request, visit.path):
        request.pop(rival, None)
    return request


def _rivals(api: Api, request: Request, path: str) -> set[Name]:
    """The parameters that must not stand beside one."""
    return {
        name
        for rule in api.constraints
        if path in rule.names and rule.kind.name in ("exactly_one_of", "at_most_one_of")
        if all(request.get(given) == scalar_text(value.reveal()) for given, value in rule.when)  # type: ignore[arg-type]
        for name in rule.names
        if name != path
    }


def _least(member: Member) -> Json:
    """An object, or a list of one, with what it requires."""
    needed = {str(inner.name): SAMPLES.value(inner) for inner in member.members if inner.required}
    return [needed] if isinstance(member.type, ArrayType) else needed


def _put(member: Member, content: Any, steps: list[str], value: Json) -> None:
    """Put a value into an object, or into the first one of a list."""
    inside = content[0] if isinstance(content, list) else content
    name, *rest = steps
    inner = member.members.find(name)
    assert inner
    if rest:
        _put(inner, inside.setdefault(name, _least(inner)), rest, value)
    else:
        inside[name] = value


def documented(api: Api) -> Request:
    """The sample call, in which every required parameter has its documented example."""
    request = SAMPLES.request(api)
    for member in api.parameters:
        if member.required and member.name in request:
            if member.example is not None:
                request[member.name] = sent(member.type, member.example.reveal())
            elif member.members:
                content = json.loads(request[member.name])
                request[member.name] = sent(member.type, _with_examples(member.members, content))
    return request


def _with_examples(members: Members, content: Any) -> Json:
    if isinstance(content, list):
        return [_with_examples(members, item) for item in content]
    assert isinstance(content, Mapping)
    filled = dict(content)
    for member in members:
        if member.required and member.example is not None:
            filled[member.name] = member.example.reveal()
        elif member.required and member.members and member.name in filled:
            filled[member.name] = _with_examples(member.members, filled[member.name])
    return filled
