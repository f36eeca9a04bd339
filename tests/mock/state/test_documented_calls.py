"""Every method that answers from the state keeps the documented form, whatever it is asked."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
import real
import yaml
from jsonschema import Draft202012Validator
from taobaoke_mock.errors import GatewayError
from taobaoke_mock.knowledge import find_api
from taobaoke_mock.state.answers import HANDLERS
from taobaoke_mock.state.calls import Call

from generator.spec.ir import Api, Member, ScalarType
from generator.targets import openapi
from mock.requests import Request, documented, with_value
from mock.state.stand import Stand

APIS = [real.api(method) for method in HANDLERS]
MADE_UP = (
    "x",
    "",
    "0",
    "[]",
    "{}",
    "null",
    "9" * 30,
    "😀,，",
    "￥x￥",
    "https://",
    "//[",
    "a" * 9999,
)
"""Arguments that nobody has documented."""
NESTED = ("x", "{}", "[]", "null", "1", "[1]", "[[]]", "[null]", "[" * 5000, '{"a": ' * 5000)
"""Likewise, where JSON is expected."""
HALF = r"\ud800"
"""Half of a character, as JSON writes it."""


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    (content,) = real.rendered(openapi.TARGET, real.spec()).values()
    found: dict[str, Any] = yaml.load(content.decode(), yaml.CSafeLoader)
    return found


def answer(state: Stand, api: Api, request: Request) -> dict[str, Any]:
    known = find_api(api.method)
    assert known
    arguments = {str(name): value for name, value in request.items() if isinstance(value, str)}
    return HANDLERS[api.method](state, Call(known, arguments))


def wrong(document: dict[str, Any], api: Api, content: dict[str, Any]) -> list[str]:
    """What a reply breaks of the schema: its own one, that of errors aside."""
    operation = document["paths"][f"/router/rest#{api.method}"]["post"]
    media = operation["responses"]["200"]["content"]["application/json"]
    schema = {**media["schema"]["anyOf"][0], "components": document["components"]}
    reply = {api.root: {**content, "request_id": "15m4n2qh8x7cd"}}
    told = json.loads(json.dumps(reply))
    return [error.message for error in Draft202012Validator(schema).iter_errors(told)]


def strange_keys(sample: Any, content: Any, path: str = "") -> list[str]:
    """What a reply has that the sample has not."""
    if isinstance(sample, dict) and isinstance(content, dict):
        return [
            problem
            for key, value in content.items()
            for problem in (
                strange_keys(sample[key], value, f"{path}.{key}") if key in sample else [path + key]
            )
        ]
    if isinstance(sample, list) and isinstance(content, list):
        return [problem for item in content for problem in strange_keys(sample[0], item, path)]
    return [] if type(sample) is type(content) else [f"{path}: {content!r}, not as {sample!r}"]


@pytest.mark.parametrize("api", APIS, ids=lambda api: api.python_name)
def test_the_documented_example_is_answered_in_the_documented_form(
    document: dict[str, Any], state: Stand, api: Api
) -> None:
    content = answer(state, api, documented(api))
    assert wrong(document, api, content) == []
    known = find_api(api.method)
    assert known
    assert strange_keys(known["response"], content) == []


@pytest.mark.parametrize("api", APIS, ids=lambda api: api.python_name)
def test_every_documented_example_of_what_is_optional_is_answered(
    document: dict[str, Any], state: Stand, api: Api
) -> None:
    for visit in api.parameters.walk():
        if visit.member.example is not None and not visit.member.required:
            request = with_value(api, visit, visit.member.example.reveal())
            assert wrong(document, api, answer(state, api, request)) == [], visit.path


@pytest.mark.slow
@pytest.mark.parametrize("api", APIS, ids=lambda api: api.python_name)
def test_what_is_made_up_is_answered_or_refused_with_a_documented_code(
    document: dict[str, Any], state: Stand, api: Api
) -> None:
    codes = {error.code.reveal() for error in api.errors}
    for member in api.parameters:
        for text in made_up(member):
            request = {**documented(api), member.name: text}
            code, content = outcome(state, api, request)
            assert code is None or code in codes, (member.name, text)
            assert wrong(document, api, content) == [], (member.name, text)


def made_up(member: Member) -> Sequence[str]:
    """Arguments for a parameter; numbers and moments of a wrong form do not pass the gateway."""
    if not isinstance(member.type, ScalarType) or member.type.kind == "json":
        halves = json.dumps({str(inner.name): "?" for inner in member.members}).replace("?", HALF)
        return [*NESTED, halves, f"[{halves}]", f'["{HALF}"]']
    return MADE_UP if member.type.kind in ("string", "csv") else ()


def outcome(state: Stand, api: Api, request: Request) -> tuple[str | None, dict[str, Any]]:
    """The sub code of a refusal, or the content of the reply."""
    try:
        return None, answer(state, api, request)
    except GatewayError as refusal:
        return refusal.sub_code, {}
