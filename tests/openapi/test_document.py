"""The document is valid, complete, and says the same as the specs."""

import dataclasses
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import real
import yaml
from hostile.texts import HOSTILE
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from project import SHOPS, TinyProject
from real import SAMPLES

from generator.spec.ir import Api, Link, Member, Members, ScalarType, Spec
from generator.spec.load import parse
from generator.spec.text import Name, SpecData, SpecText
from generator.spec.values import scalar_text
from generator.targets import openapi

SPEC = real.spec()
TYPED = SPEC.typed

Document = dict[str, Any]


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


def floats(value: Any) -> Any:
    """JSON as its readers usually see it."""
    if isinstance(value, dict):
        return {key: floats(item) for key, item in value.items()}
    if isinstance(value, list):
        return [floats(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


@pytest.mark.slow
def test_document_is_valid(document: Document) -> None:
    OpenAPIV31SpecValidator(document).validate()


@pytest.mark.slow
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
        assert found.get("x-tbk-errors", {}).keys() == {error.code.reveal() for error in api.errors}


def without_nothing(**facts: Any) -> Document:
    return {key: fact for key, fact in facts.items() if fact not in (None, False, [], {})}


def links_of(see: tuple[Link, ...]) -> list[dict[str, str]]:
    return [{"title": link.title.reveal(), "url": link.url.reveal()} for link in see]


def test_packages_sources_and_reasons_are_those_of_the_spec(document: Document) -> None:
    seen = set()
    for api in TYPED:
        found, doc = operation(document, api), api.doc
        packages = [
            without_nothing(id=one.id, page=one.page and one.page.reveal(), legacy=one.legacy)
            for one in api.auth.packages
        ]
        source = doc.source and without_nothing(kind=doc.source.kind.name, date=doc.source.date)
        reason = api.idempotent_reason and api.idempotent_reason.reveal()
        facts = {
            "packages": packages or None,
            "source": source,
            "verified": doc.verified and doc.verified.isoformat(),
            "idempotent-reason": reason,
            "notes": [note.reveal() for note in doc.notes] or None,
        }
        assert {name: found.get(f"x-tbk-{name}") for name in facts} == facts, api.method
        first = found.get("externalDocs", {}).get("url")
        assert first == next((link["url"] for link in links_of(api.see)), None)
        assert all(link["url"] in found["description"] for link in links_of(api.see))
        seen |= {name for name, fact in facts.items() if fact} | ({"see"} if api.see else set())
    assert seen == {"packages", "source", "verified", "idempotent-reason", "notes", "see"}


def test_errors_tell_class_limit_links_and_notes(document: Document) -> None:
    seen = set()
    for api in TYPED:
        for error in api.errors:
            limit = error.limit
            facts = without_nothing(
                message=error.message and error.message.reveal(),
                solution=error.solution.reveal(),
                retry=error.retry.name,
                limit=limit and {"scope": limit.scope.name, "lasts": limit.lasts.name},
                see=links_of(error.see),
                note=error.note and error.note.reveal(),
            ) | {"class": error.error_class.name}
            found = operation(document, api)["x-tbk-errors"][error.code.reveal()]
            assert found == facts, (api.method, error.code)
            seen |= {*found}
    assert seen >= {"limit", "see", "note"}


def test_required_parameters_show_an_example(document: Document) -> None:
    silent = [
        (api.method, str(member.name))
        for api in TYPED
        for member in api.parameters
        if member.required and "examples" not in form(document, api)["properties"][member.name]
    ]
    uploads = [(api.method, str(member.name)) for api in TYPED for member in files_of(api)]
    assert {*silent} <= {*uploads}


def files_of(api: Api) -> Iterator[Member]:
    for member in api.parameters:
        if isinstance(member.element, ScalarType) and member.element.kind == "bytes":
            yield member


def test_servers_and_tags_are_those_of_the_specs(document: Document) -> None:
    urls = [server["url"] + "/router/rest" for server in document["servers"]]
    assert urls == [gateway.url for gateway in SPEC.platform.gateways]
    assert {tag["name"] for tag in document["tags"]} == {api.topic.name for api in TYPED}


def test_parameters_are_those_of_the_spec(document: Document) -> None:
    for api in TYPED:
        schema = form(document, api)
        names = [str(member.name) for member in api.parameters]
        required = [str(member.name) for member in api.parameters if member.required]
        assert [*schema["properties"]] == ["method", *names], api.method
        assert schema["required"] == ["method", *required], api.method
        assert schema["properties"]["method"]["const"] == api.method
        for member in api.parameters:
            where = api.method, member.name
            found = schema["properties"][member.name]
            assert member.description.reveal() in found["description"], where
            assert found.get("deprecated", False) is member.deprecated, where
            if member.unit:
                assert f"单位：{member.unit.label}" in found["description"], where
            values, meanings = (
                [value.value.reveal() for value in member.enum],
                [value.meaning.reveal() for value in member.enum],
            )
            single = isinstance(member.type, ScalarType) and member.type.kind != "csv"
            assert ("enum" in found) == bool(member.closed and single), where
            if "enum" in found:
                assert [str(value) for value in found["enum"]] == values, where
            elif single:
                assert {*values} <= {str(shown) for shown in found.get("examples", [])}, where
            meaning_of = dict(zip(values, meanings, strict=True))
            assert found.get("x-tbk-values", {}) == meaning_of, where
            assert all(meaning in found["description"] for meaning in meanings), where
            if member.default is not None:
                text = scalar_text(member.default.reveal())
                assert decoded(text, found) == found["default"], where


def test_limits_are_those_of_the_spec_and_whole_numbers_are_whole(
    document: Document, text: str
) -> None:
    seen = 0
    for api in TYPED:
        for member in api.parameters:
            found = form(document, api)["properties"][member.name]
            if found["type"] in ("integer", "number"):
                limits = member.limits.minimum, member.limits.maximum
                assert (found.get("minimum"), found.get("maximum")) == limits, member.name
                seen += limits != (None, None)
            elif found["type"] == "string" and not member.members and "enum" not in found:
                lengths = member.limits.min_length, member.limits.max_length
                assert (found.get("minLength"), found.get("maxLength")) == lengths, member.name
                seen += lengths != (None, None)
    assert seen
    assert not re.search(r"(imum|default): -?[0-9]+\.0\b", text)


def test_wrong_arguments_do_not_satisfy_the_schema(document: Document) -> None:
    """What a lost keyword would let through: the opposite of every limit is tried."""
    let_through = []
    tried = 0
    for api in TYPED:
        schema = form(document, api)
        for member in api.parameters:
            found = schema["properties"][member.name]
            for wrong in wrong_values(member, found):
                tried += 1
                if validator(document, found).is_valid(wrong):
                    let_through.append((api.method, str(member.name), wrong))
    assert let_through == []
    assert tried


def wrong_values(member: Member, schema: Document) -> Iterator[Any]:
    """Values that the spec forbids, in the form in which the schema sees them."""
    limits, number = member.limits, schema["type"] in ("integer", "number")
    if number:
        yield "text"
        yield from (limits.minimum - 1,) if limits.minimum is not None else ()
        yield from (limits.maximum + 1,) if limits.maximum is not None else ()
        yield from (1.5,) if schema["type"] == "integer" else ()
    elif schema["type"] == "string":
        yield 5
        if isinstance(member.type, ScalarType) and member.type.kind == "string":
            yield from ("x" * (limits.max_length + 1),) if limits.max_length else ()
            yield from ("x" * (limits.min_length - 1),) if limits.min_length else ()
        if isinstance(member.type, ScalarType) and member.type.format:
            yield from ("yesterday", "2026-1-1")
    if member.closed and isinstance(member.type, ScalarType) and member.type.kind != "csv":
        yield 987_654 if number else "no such value"


def test_a_missing_argument_does_not_satisfy_the_schema(document: Document) -> None:
    for api in TYPED:
        schema = form(document, api)
        sent = {"method": api.method, **SAMPLES.request(api)}
        for name in schema["required"]:
            less = {key: value for key, value in sent.items() if key != name}
            files = [key for key, value in sent.items() if isinstance(value, bytes)]
            if name not in files:
                assert [*problems(document, schema, less)], (api.method, name)


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


def test_sample_requests_satisfy_their_schemas(document: Document) -> None:
    for api in TYPED:
        sent = {"method": api.method, **SAMPLES.request(api)}
        assert [*problems(document, form(document, api), sent)] == [], api.method


def test_sample_replies_satisfy_their_schemas(document: Document) -> None:
    for api in TYPED:
        content = operation(document, api)["responses"]["200"]["content"]["application/json"]
        own, _ = content["schema"]["anyOf"]
        reply = {api.root: {**floats(SAMPLES.response(api)), "request_id": "15m4n2qh8x7cd"}}
        wrong = [error.message for error in validator(document, own).iter_errors(reply)]
        assert wrong == [], api.method


def test_a_wrong_reply_does_not_satisfy_the_schema(document: Document) -> None:
    check = validator(document, {"$ref": "#/components/schemas/TbkShopGetReply"})
    shop = {"user_id": "not a number"}
    wrong = {"tbk_shop_get_response": {"results": {"n_tbk_shop": [shop]}}}
    assert not check.is_valid(wrong)
    assert not check.is_valid({"other_response": {}})


def test_a_reply_is_an_object_that_holds_the_root_alone(document: Document) -> None:
    for api in TYPED:
        content = operation(document, api)["responses"]["200"]["content"]["application/json"]
        check = validator(document, content["schema"])
        for wrong in ("text", [], {}, {api.root: []}, {api.root: "text"}, [{api.root: {}}]):
            assert not check.is_valid(wrong), (api.method, wrong)


@pytest.mark.parametrize(
    "wrong",
    ["text", [], {}, {"code": 25}, {"msg": "x"}, {"code": "x", "msg": "x"}, {"code": 2, "msg": 1}],
)
def test_an_error_reply_holds_a_code_and_a_message(document: Document, wrong: object) -> None:
    check = validator(document, {"$ref": "#/components/schemas/ErrorReply"})
    assert not check.is_valid({"error_response": wrong})
    assert not check.is_valid([{"error_response": {"code": 25, "msg": "x"}}])


def test_an_object_is_nothing_else(document: Document) -> None:
    for name, schema in document["components"]["schemas"].items():
        if "properties" in schema:
            check = validator(document, {"$ref": f"#/components/schemas/{name}"})
            assert not any(map(check.is_valid, ("text", [], 7))), name


def test_error_reply_is_told_from_a_reply(document: Document) -> None:
    error = {"error_response": {"code": 25, "msg": "Invalid signature", "request_id": "x"}}
    assert validator(document, {"$ref": "#/components/schemas/ErrorReply"}).is_valid(error)
    assert not validator(document, {"$ref": "#/components/schemas/TbkShopGetReply"}).is_valid(error)


def test_uploads_are_multipart(document: Document) -> None:
    api = next(api for api in TYPED if api.method == "taobao.tbk.sc.pic.embed")
    assert [*operation(document, api)["requestBody"]["content"]] == ["multipart/form-data"]
    assert form(document, api)["properties"]["pic_stream"]["format"] == "binary"


@pytest.mark.slow
def test_equal_specs_give_equal_text(text: str) -> None:
    assert rendered(SPEC) == text


def test_spec_text_stays_text() -> None:
    base = real.api("taobao.tbk.spread.get")
    error = SPEC.platform.errors[0]
    poisoned = []
    for number, hostile in enumerate(HOSTILE):
        poison = SpecText(hostile)
        member = dataclasses.replace(
            base.parameters[0],
            description=poison,
            type=SPEC.platform.parameters[0].type,
            default=SpecData(hostile),
            example=SpecData(hostile),
        )
        poisoned.append(
            dataclasses.replace(
                base,
                method=Name(f"taobao.x{number}"),
                class_prefix=Name(f"X{number}"),
                title=poison,
                summary=poison,
                parameters=Members((member,)),
                errors=(dataclasses.replace(error, code=poison, message=poison, solution=poison),),
            )
        )
    found = yaml.load(rendered(dataclasses.replace(SPEC, apis=tuple(poisoned))), yaml.CSafeLoader)
    for api, hostile in zip(poisoned, HOSTILE, strict=True):
        shown = operation(found, api)
        assert shown["summary"] == hostile
        parameter = form(found, api)["properties"][base.parameters[0].name]
        assert (parameter["default"], parameter["examples"]) == (hostile, [hostile])
        assert shown["x-tbk-errors"][hostile]["message"] == hostile


# A tiny project


def test_a_field_named_request_is_read_as_tolerantly_as_any_other(tiny: TinyProject) -> None:
    """The side is told, not guessed from a path."""
    tiny.edit(
        SHOPS,
        "  shop: {",
        "  request: {type: object, name: Request, description: 请求, fields: {status: "
        '{type: integer, enum: {"1": 成}, minimum: 1, maximum: 1, description: 状态}}}\n  shop: {',
    )
    found = yaml.load(tiny.pipeline().render()["openapi.yaml"], yaml.CSafeLoader)
    schema = found["components"]["schemas"]["TbkScShopSaveReply"]["properties"]
    content = schema["tbk_sc_shop_save_response"]["properties"]
    status = content["request"]["properties"]["status"]
    assert status == {
        "type": "integer",
        "description": "状态；已知取值：1 成；取值 1–1",
        "examples": [1],
        "x-tbk-values": {"1": "成"},
    }


def test_facts_that_openapi_has_no_words_for(tiny: TinyProject) -> None:
    found = yaml.load(tiny.pipeline().render()["openapi.yaml"], yaml.CSafeLoader)
    orders, shops = (path["post"] for path in found["paths"].values())
    own = {key: value for key, value in orders.items() if key.startswith("x-tbk-")}
    errors = own.pop("x-tbk-errors")
    assert own == {
        "x-tbk-role": "publisher",
        "x-tbk-session": "optional",
        "x-tbk-packages": [
            {"id": "27939", "page": "https://open.taobao.com/apply.htm?doc=101&id=27939"},
            {
                "id": "381",
                "page": "https://open.taobao.com/apply.htm?doc=101&id=381",
                "legacy": True,
            },
        ],
        "x-tbk-source": {"kind": "page", "date": "2026-10"},
        "x-tbk-verified": "2026-11-01",
        "x-tbk-notes": ["有一处存疑"],
        "x-tbk-idempotent": True,
        "x-tbk-coverage": "full",
        "x-tbk-confidence": "documented",
        "x-tbk-doc-id": 101,
        "x-tbk-constraints": [{"at_least_one_of": ["title", "status"]}],
    }
    assert errors == {
        "isv.busy": {
            "message": "系统忙",
            "solution": "稍候重试",
            "class": "temporary",
            "retry": "later",
        },
        "isv.none": {
            "message": "没有结果",
            "solution": "换个条件",
            "class": "not_found",
            "retry": "never",
        },
    }
    assert (shops["x-tbk-role"], shops["x-tbk-session"]) == ("service_provider", "required")
    assert (shops["x-tbk-idempotent"], shops["x-tbk-confidence"]) == (False, "sdk")
    assert found["info"]["version"] == "0.1.0"


def test_bounds_of_money_are_exact(tiny: TinyProject) -> None:
    text = tiny.pipeline().render()["openapi.yaml"].decode()
    found = yaml.load(text, yaml.CSafeLoader)
    _, shops = (path["post"] for path in found["paths"].values())
    (media,) = shops["requestBody"]["content"].values()
    detail = media["schema"]["allOf"][1]["properties"]["detail"]
    assert detail["contentSchema"]["properties"]["weight"] == {
        "type": "string",
        "description": "重量；不小于 0.5；至多 2 位小数",
        "examples": ["1.10"],
    }
