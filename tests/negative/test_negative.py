"""Every typed parameter: OpenAPI, mock and client refuse what its spec forbids, each in its way."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from client.memory import client_and_memory
from jsonschema import Draft202012Validator
from mock.calls import Answer, public
from mock.direct import Direct
from mock.requests import with_value
from oracle.signing import signature
from project import REPOSITORY
from real import SAMPLES
from taobaoke import InvalidArguments

from generator.spec.ir import Api, ArrayType, ObjectType, ScalarType, Spec, Visit
from negative.samples import (
    NOTHING,
    Wrong,
    arguments,
    call_with,
    clock,
    put,
    right_value,
    wrong_values,
)

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def visits(spec: Spec) -> Iterator[tuple[Api, Visit]]:
    for api in spec.typed:
        for visit in api.parameters.walk():
            yield api, visit


def tell(complaints: list[str]) -> None:
    """One failure that lists everything."""
    if complaints:
        shown = "\n".join(complaints[:60])
        pytest.fail(f"{len(complaints)} wrong values\n{shown}", pytrace=False)


def named(api: Api, path: str, wrong: Wrong, value: Any, what: str) -> str:
    return f"{api.method} {path} ({wrong.reason}) {value!r:.60}: {what}"


# OpenAPI


@pytest.fixture(scope="module")
def document() -> Any:
    return yaml.load((REPOSITORY / "generated/openapi.yaml").read_bytes(), yaml.CSafeLoader)


def form(document: Any, api: Api) -> Any:
    operation = document["paths"][f"/router/rest#{api.method}"]["post"]
    (media,) = operation["requestBody"]["content"].values()
    return media["schema"]["allOf"][1]


def resolved(document: Any, schema: Any) -> Any:
    while "$ref" in schema:
        step = schema["$ref"].rpartition("/")[2]
        schema = document["components"]["schemas"][step]
    return schema


def schema_at(document: Any, api: Api, path: str) -> Any:
    """The schema of a parameter; that of an object, or of a list of them, tells its content."""
    name, *steps = path.split(".")
    schema = form(document, api)["properties"][name]
    schema = schema.get("contentSchema", schema)
    for step in steps:
        schema = resolved(document, schema)
        if "items" in schema:
            schema = resolved(document, schema["items"])
        schema = schema["properties"][step]
    return schema


def is_valid(document: Any, schema: Any, value: Any) -> bool:
    whole = {**schema, "components": document["components"]}
    return Draft202012Validator(whole).is_valid(value)


def test_openapi_refuses_wrong_values(spec: Spec, document: Any) -> None:
    complaints, total = [], 0
    for api, visit in visits(spec):
        schema, tried = schema_at(document, api, visit.path), 0
        right = seen_by_openapi(visit, right_value(visit), schema)
        if not is_valid(document, schema, right):
            complaints.append(f"{api.method} {visit.path}: the right value {right!r} is refused")
        for wrong in wrong_values(visit):
            if wrong.openapi is not NOTHING:
                tried += 1
                if is_valid(document, schema, wrong.openapi):
                    complaints.append(named(api, visit.path, wrong, wrong.openapi, "passes"))
        if not tried and not is_upload(visit):
            complaints.append(f"{api.method} {visit.path}: nothing was tried")
        total += tried
    tell(complaints)
    assert total > 2000


def is_upload(visit: Visit) -> bool:
    element = visit.member.element
    return isinstance(element, ScalarType) and element.kind == "bytes"


def seen_by_openapi(visit: Visit, value: Any, schema: Any) -> Any:
    """A right value as a reader of the document has it."""
    if isinstance(visit.member.type, ArrayType) and schema.get("type") == "string":
        return visit.member.type.separator.reveal().join(map(str, value))
    return json.loads(json.dumps(value, default=float))


def test_openapi_misses_what_is_required(spec: Spec, document: Any) -> None:
    complaints = []
    for api, visit in visits(spec):
        if not visit.member.required:
            continue
        steps = visit.path.split(".")
        outer = ".".join(steps[:-1])
        schema = schema_at(document, api, outer) if outer else form(document, api)
        schema = resolved(document, schema)
        schema = resolved(document, schema["items"]) if "items" in schema else schema
        if steps[-1] not in schema.get("required", ()):
            complaints.append(f"{api.method} {visit.path}: may be left out")
    tell(complaints)


# The mock


def ask(gateway: Direct, api: Api, request: Any) -> Answer:
    texts = {str(name): value for name, value in request.items() if isinstance(value, str)}
    files = {str(name): value for name, value in request.items() if isinstance(value, bytes)}
    call = {**texts, **public(api.method)}
    return gateway.ask({**call, "sign": signature(call, b"helloworld")}, files)


INVALID = "41 Invalid arguments:{}"
OWN_CODES = {"jump_type": "1005", "tk_status": "1006"}
"""Sub codes that documents have for a value that a parameter cannot have."""


def error(answer: Answer) -> str | None:
    found = answer.json.get("error_response")
    return f"{found['code']} {found['msg']}" if found else None


def test_the_mock_refuses_wrong_values(spec: Spec) -> None:
    gateway, complaints, reasons = Direct(), [], Counter[str]()
    for api, visit in visits(spec):
        answer = ask(gateway, api, call_with_right(api, visit))
        if told := error(answer):
            complaints.append(f"{api.method} {visit.path}: a right value is refused: {told}")
        for wrong in wrong_values(visit):
            if wrong.mock is NOTHING:
                continue
            answer = ask(gateway, api, call_with(api, visit, wrong.mock))
            path = visit.path
            own = wrong.reason == "closed" and answer.json["error_response"].get("sub_code")
            right = OWN_CODES.get(path) == own if own else error(answer) == INVALID.format(path)
            if not right or not answer.headers["X-Mock-Hint"]:
                complaints.append(named(api, path, wrong, wrong.mock, f"{error(answer)}"))
            reasons[wrong.reason] += 1
    tell(complaints)
    assert {*reasons} == {"type", "element", "count", "limit", "scale", "form", "length", "closed"}


def call_with_right(api: Api, visit: Visit) -> Any:
    return with_value(api, visit, right_value(visit))


def test_the_mock_misses_what_is_required(spec: Spec) -> None:
    gateway, complaints, tried = Direct(), [], 0
    for api, visit in visits(spec):
        if not visit.member.required:
            continue
        request: Any = call_with_right(api, visit)
        name, *steps = visit.path.split(".")
        if steps:
            content = json.loads(request[name])
            put(api, {name: content}, ".".join([name, *steps]), NOTHING)
            request[name] = json.dumps(content)
        else:
            del request[name]
        tried += 1
        told = error(ask(gateway, api, request))
        if told != f"40 Missing required arguments:{visit.path}":
            complaints.append(f"{api.method} {visit.path} is missing: {told}")
    tell(complaints)
    assert tried > 200


def test_the_mock_hints_at_names_that_nobody_documents(spec: Spec) -> None:
    """What it cannot refuse: any text is a text. A slip in the name of each parameter is told."""
    gateway, complaints = Direct(), []
    for api in spec.typed:
        request = dict(SAMPLES.request(api))
        for member in api.parameters:
            slip = f"{member.name}x"
            answer = ask(gateway, api, {**request, slip: "1"})
            hint = answer.headers["X-Mock-Hint"] or ""
            if error(answer) or f"no parameter '{slip}' is documented, did you mean" not in hint:
                complaints.append(f"{api.method} {slip}: {error(answer)} {hint}")
    tell(complaints)


# The client


def refusals(api: Api, given: dict[str, Any], now: float) -> tuple[str, ...] | None:
    """What the client says before anything is sent; None if it sends."""
    client, memory = client_and_memory(lambda form: b"{}", session="s", clock=lambda: now)
    memory.send = lambda request: pytest.fail("sent")  # type: ignore[method-assign]
    try:
        getattr(client, api.python_name)(**given)
    except InvalidArguments as refused:
        assert not memory.requests
        return refused.problems
    except pytest.fail.Exception:
        return None
    raise AssertionError


def place(api: Api, path: str) -> str:
    """A path as the client tells it: Python's name first."""
    top = api.parameters.find(path.partition(".")[0])
    assert top
    return str(top.python_name) + path[len(top.name) :]


def without_indices(problem: str) -> str:
    return "".join(part.rpartition("]")[2] for part in problem.split("["))


def test_the_client_refuses_wrong_values_before_sending(spec: Spec) -> None:
    complaints, reasons = [], Counter[str]()
    for api, visit in visits(spec):
        request = call_with_right(api, visit)
        now, tried = clock(request), 0
        told = refusals(api, arguments(api, request), now) or ()
        # The sample of an end alone is the moment at which the sample of the start is.
        if told := tuple(problem for problem in told if "应晚于" not in problem):
            complaints.append(f"{api.method} {visit.path}: a right value is refused: {told}")
        for wrong in wrong_values(visit):
            if wrong.client is NOTHING:
                continue
            given = arguments(api, request)
            put(api, given, visit.path, wrong.client)
            told = refusals(api, given, now) or ()
            where = place(api, visit.path)
            if not any(without_indices(problem).startswith(where) for problem in told):
                complaints.append(named(api, visit.path, wrong, wrong.client, f"{told}"))
            reasons[wrong.reason] += 1
            tried += 1
        if not tried:
            complaints.append(f"{api.method} {visit.path}: nothing was tried")
    tell(complaints)
    expected = {"type", "element", "count", "limit", "scale", "form", "length", "separator"}
    assert {*reasons} == expected


def test_the_client_misses_what_is_required(spec: Spec) -> None:
    complaints = []
    for api, visit in visits(spec):
        if visit.member.required:
            request = call_with_right(api, visit)
            for nothing in (NOTHING, None, [] if isinstance(visit.member.type, ArrayType) else ""):
                given = arguments(api, request)
                put(api, given, visit.path, nothing)
                if nothing is NOTHING and not visit.depth:
                    with pytest.raises(TypeError, match="required keyword-only argument"):
                        refusals(api, given, clock(request))
                    continue
                told = refusals(api, given, clock(request)) or ()
                where = place(api, visit.path)
                if not any(without_indices(problem).startswith(where) for problem in told):
                    complaints.append(f"{api.method} {visit.path} is {nothing!r}: {told}")
    tell(complaints)


def test_the_client_knows_no_other_names(spec: Spec) -> None:
    complaints = []
    for api in spec.typed:
        request = SAMPLES.request(api)
        with pytest.raises(TypeError, match="unexpected keyword argument"):
            refusals(api, {**arguments(api, request), "no_such_name": 1}, 0)
        for visit in api.parameters.walk():
            if isinstance(visit.member.element, ObjectType) and visit.member.members:
                request = call_with_right(api, visit)
                given = arguments(api, request)
                slip = f"{visit.member.members[0].name}x"
                put(api, given, f"{visit.path}.{slip}", 1)
                told = refusals(api, given, clock(request)) or ()
                if not any(slip in problem and "没有这个参数" in problem for problem in told):
                    complaints.append(f"{api.method} {visit.path}.{slip}: {told}")
    tell(complaints)
