"""Every reply of the mock is one that the document describes."""

from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from project import REPOSITORY
from real import SAMPLES

from generator.spec.ir import Api, Spec
from mock.calls import public, signed
from mock.direct import Direct

Document = dict[str, Any]


@pytest.fixture(scope="module")
def document() -> Document:
    text = (REPOSITORY / "generated" / "openapi.yaml").read_text("utf-8")
    found: Document = yaml.load(text, yaml.CSafeLoader)
    return found


def validator(document: Document, api: Api) -> Draft202012Validator:
    operation = document["paths"][f"/router/rest#{api.method}"]["post"]
    (media,) = operation["responses"]["200"]["content"].values()
    return Draft202012Validator({**media["schema"], "components": document["components"]})


def ask(gateway: Direct, api: Api, **changes: str) -> Any:
    sample = SAMPLES.request(api)
    texts = {str(name): value for name, value in sample.items() if isinstance(value, str)}
    files = {str(name): value for name, value in sample.items() if isinstance(value, bytes)}
    return gateway.ask(signed({**texts, **public(api.method), **changes}), files).json


@pytest.mark.parametrize("results", [None, 0, 3])
def test_samples_and_pages(document: Document, spec: Spec, results: int | None) -> None:
    gateway, complaints = Direct(results=results), []
    for api in spec.typed:
        reply = ask(gateway, api)
        assert api.root in reply, (api.method, reply)
        complaints += [
            f"{api.method} {error.json_path}: {error.message[:100]}"
            for error in validator(document, api).iter_errors(reply)
        ]
    assert complaints == []


def test_empty_results_and_errors(document: Document, spec: Spec) -> None:
    gateway = Direct()
    for fault in ("empty", "7", "15:isv.x", "11"):
        gateway.mock.fail("*", fault)
        for api in spec.typed:
            validator(document, api).validate(ask(gateway, api))
    gateway.mock.reset()
    api = next(iter(spec.typed))
    for wrong in ({"v": "x"}, {"session": "nobody"}, {"app_key": "1"}):
        reply = ask(gateway, api, **wrong)
        assert "error_response" in reply
        validator(document, api).validate(reply)


def test_answers_from_the_state(document: Document, spec: Spec) -> None:
    gateway = Direct(samples=False)
    answered = set()
    # Windows that are made up are of the one day, documented ones of the other.
    for moment in ("2024-06-19 00:00:00", "2019-04-05 13:00:00"):
        gateway.mock.clock.set(moment)
        for api in spec.typed:
            reply = ask(gateway, api)
            validator(document, api).validate(reply)
            if api.root in reply:
                answered.add(api.method)
    assert answered == {api.method for api in spec.typed}
    orders = ask(gateway, spec.find("taobao.tbk.order.details.get"))
    assert orders["tbk_order_details_get_response"]["data"]["results"]
