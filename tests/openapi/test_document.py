"""The document is valid, complete, and says the same as the specs."""

import dataclasses
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hostile.texts import HOSTILE
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

import real
from generator.spec.ir import Api, Members, Spec
from generator.spec.load import parse
from generator.spec.text import SpecData, SpecText
from generator.spec.values import scalar_text
from generator.targets import openapi
from real import SAMPLES

SPEC = real.spec()
TYPED = SPEC.typed

Document = dict[str, Any]
typed_apis = pytest.mark.parametrize("api", TYPED, ids=lambda api: api.method)


def rendered(spec: Spec) -> str:
    (content,) = real.rendered(openapi.TARGET, spec).values()
    return content.decode()


@pytest.fixture(scope="module")
def text() -> str:
    return rendered(SPEC)


@pytest.fixture(scope="module")
def document(text: str) -> Document:
    found: Document = yaml.load(text, yaml.CSafeLoader)
    return found


def operation(document: Document, api: Api) -> Document:
    found: Document = document["paths"][f"/router/rest#{api.method}"]["post"]
    return found


def form(document: Document, api: Api) -> Document:
    """The business parameters and `method`."""
    (media,) = operation(document, api)["requestBody"]["content"].values()
    found: Document = media["schema"]["allOf"][1]
    return found


def validator(document: Document, schema: Document) -> Draft202012Validator:
    return Draft202012Validator({**schema, "components": document["components"]})


def without_nulls(value: Any) -> Any:
    """Some published samples show only the shape: null where a value would be."""
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_nulls(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


def test_document_is_valid(document: Document) -> None:
    OpenAPIV31SpecValidator(document).validate()


def test_no_key_stands_twice(text: str) -> None:
    parse("openapi.yaml", text.encode())


def test_every_typed_api_has_an_operation(document: Document) -> None:
    operations = [path["post"] for path in document["paths"].values()]
    assert [path.split("#")[1] for path in document["paths"]] == [api.method for api in TYPED]
    assert [found["operationId"] for found in operations] == [api.python_name for api in TYPED]
    for found, api in zip(operations, TYPED, strict=True):
        assert found["tags"] == [api.topic.name]
        assert found["summary"] == api.title.reveal()
        assert found["x-tbk-idempotent"] is api.idempotent
        assert found.get("deprecated", False) is api.deprecated
        assert found.get("x-tbk-errors", {}).keys() == {
            error.code.reveal() for error in api.errors
        }


def test_servers_and_tags_are_those_of_the_specs(document: Document) -> None:
    urls = [server["url"] + "/router/rest" for server in document["servers"]]
    assert urls == [gateway.url for gateway in SPEC.platform.gateways]
    assert {tag["name"] for tag in document["tags"]} == {api.topic.name for api in TYPED}


@typed_apis
def test_parameters_are_those_of_the_spec(api: Api, document: Document) -> None:
    schema = form(document, api)
    assert [*schema["properties"]] == ["method", *(member.name for member in api.parameters)]
    assert schema["required"] == ["method", *(m.name for m in api.parameters if m.required)]
    assert schema["properties"]["method"]["const"] == api.method
    for member in api.parameters:
        found = schema["properties"][member.name]
        assert member.description.reveal() in found["description"]
        if member.enum and "enum" in found:
            assert [str(value) for value in found["enum"]] == [
                v.value.reveal() for v in member.enum
            ]
            assert all(v.meaning.reveal() in found["description"] for v in member.enum)
        if member.default is not None:
            assert decoded(scalar_text(member.default.reveal()), found) == found["default"]


def decoded(text: str, schema: Document) -> Any:
    """A value of a form, as OpenAPI reads it."""
    match schema.get("type"):
        case "integer":
            return int(text)
        case "number":
            return float(text)
        case "boolean":
            return json.loads(text)
    return text


def problems(document: Document, schema: Document, sent: dict[str, str | bytes]) -> Iterator[str]:
    values = {
        name: decoded(value, schema["properties"][name])
        for name, value in sent.items()
        if isinstance(value, str)
    }
    files = [name for name, value in sent.items() if isinstance(value, bytes)]
    checked = {**schema, "required": [name for name in schema["required"] if name not in files]}
    for error in validator(document, checked).iter_errors(values):
        yield f"{error.json_path}: {error.message}"
    for name, value in values.items():
        if content := schema["properties"][name].get("contentSchema"):
            for error in validator(document, content).iter_errors(json.loads(value)):
                yield f"{name}, {error.json_path}: {error.message}"


@typed_apis
def test_sample_request_satisfies_its_schema(api: Api, document: Document) -> None:
    sent = {"method": api.method, **SAMPLES.request(api)}
    assert [*problems(document, form(document, api), sent)] == []


@typed_apis
def test_sample_reply_satisfies_its_schema(api: Api, document: Document) -> None:
    content = operation(document, api)["responses"]["200"]["content"]["application/json"]
    own, _ = content["schema"]["anyOf"]
    reply = {api.root: {**without_nulls(SAMPLES.response(api)), "request_id": "15m4n2qh8x7cd"}}
    assert [error.message for error in validator(document, own).iter_errors(reply)] == []


def test_a_wrong_reply_does_not_satisfy_the_schema(document: Document) -> None:
    check = validator(document, {"$ref": "#/components/schemas/TbkShopGetReply"})
    shop = {"user_id": "not a number"}
    wrong = {"tbk_shop_get_response": {"results": {"n_tbk_shop": [shop]}}}
    assert not check.is_valid(wrong)
    assert not check.is_valid({"other_response": {}})


def test_error_reply_is_told_from_a_reply(document: Document) -> None:
    error = {"error_response": {"code": 25, "msg": "Invalid signature", "request_id": "x"}}
    assert validator(document, {"$ref": "#/components/schemas/ErrorReply"}).is_valid(error)
    assert not validator(document, {"$ref": "#/components/schemas/TbkShopGetReply"}).is_valid(error)


def test_uploads_are_multipart(document: Document) -> None:
    api = next(api for api in TYPED if api.method == "taobao.tbk.sc.pic.embed")
    assert [*operation(document, api)["requestBody"]["content"]] == ["multipart/form-data"]
    assert form(document, api)["properties"]["pic_stream"]["format"] == "binary"


def test_equal_specs_give_equal_text(text: str) -> None:
    assert rendered(SPEC) == text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_spec_text_stays_text(hostile: str) -> None:
    api = next(api for api in TYPED if api.method == "taobao.tbk.spread.get")
    poison = SpecText(hostile)
    member = dataclasses.replace(
        api.parameters[0],
        description=poison,
        type=dataclasses.replace(SPEC.platform.parameters[0].type),
        default=SpecData(hostile),
        example=SpecData(hostile),
    )
    error = dataclasses.replace(SPEC.platform.errors[0], message=poison, solution=poison)
    bad = dataclasses.replace(
        api,
        title=poison,
        summary=poison,
        parameters=Members((member,)),
        errors=(dataclasses.replace(error, code=SpecText(hostile)),),
    )
    found = yaml.safe_load(rendered(dataclasses.replace(SPEC, apis=(bad,))))
    shown = operation(found, bad)
    assert shown["summary"] == hostile
    assert form(found, bad)["properties"][member.name]["default"] == hostile
    assert form(found, bad)["properties"][member.name]["examples"] == [hostile]
    assert shown["x-tbk-errors"][hostile]["message"] == hostile
