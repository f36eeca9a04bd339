"""What the documents give as an example can be sent."""

from taobaoke_mock import MockServer

from generator.spec.ir import Api, Spec, Visit
from mock.calls import ask_with
from mock.requests import Request, documented, with_value


def refusal(server: MockServer, api: Api, request: Request, *what: str) -> list[tuple[object, ...]]:
    """Why a call fails; nothing if it succeeds."""
    answer = ask_with(server, api, request)
    if api.root in answer.json:
        return []
    error = answer.error
    told = error["msg"], error.get("sub_code"), answer.headers["X-Mock-Hint"]
    return [(api.method, *what, *told)]


def test_all_documented_examples_of_what_is_required_succeed(
    server: MockServer, spec: Spec
) -> None:
    refused = [each for api in spec.typed for each in refusal(server, api, documented(api))]
    assert refused == []
    examples = [visit for api in spec.typed for visit in api.parameters.walk() if is_shown(visit)]
    assert len(examples) > 100


def is_shown(visit: Visit) -> bool:
    return visit.member.required is True and visit.member.example is not None


def test_every_documented_example_can_be_added_to_the_sample_call(
    server: MockServer, spec: Spec
) -> None:
    """One at a time; what the method excludes beside it is left out."""
    refused, count = [], 0
    for api in spec.typed:
        for visit in api.parameters.walk():
            if visit.member.example is not None and not visit.member.required:
                request = with_value(api, visit, visit.member.example.reveal())
                refused += refusal(server, api, request, visit.path)
                count += 1
    assert refused == []
    assert count > 300, count
