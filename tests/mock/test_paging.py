"""Pages end, and every result comes once."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from real import SAMPLES
from taobaoke_mock import MockServer
from taobaoke_mock.reply import page_of, without_results

from generator.spec.ir import Api, Pagination, Spec
from mock.calls import call

Start = Callable[..., MockServer]
RESULTS, SIZE = 7, 3


def paged(spec: Spec) -> list[tuple[Api, Pagination]]:
    return [(api, api.pagination) for api in spec.apis if api.pagination]


def at(content: Any, path: str) -> Any:
    for step in path.split("."):
        content = content.get(step) if isinstance(content, dict) else None
    return content


def with_argument(arguments: dict[str, str], path: str | None, value: Any) -> dict[str, str]:
    """The arguments with one more, which may stand inside an object."""
    if path is None:
        return arguments
    name, _, rest = path.partition(".")
    if not rest:
        return {**arguments, name: str(value)}
    inner = {**json.loads(arguments.get(name, "{}")), rest: value}
    return {**arguments, name: json.dumps(inner)}


def pages(server: MockServer, api: Api, paging: Pagination) -> list[dict[str, Any]]:
    """The contents of all pages, up to the first one without a list."""
    arguments = {
        name: value for name, value in SAMPLES.request(api).items() if isinstance(value, str)
    }
    arguments = with_argument(arguments, paging.size, SIZE)
    contents: list[dict[str, Any]] = []
    while len(contents) < 10:
        if paging.style == "page":
            arguments = with_argument(arguments, paging.page, paging.first + len(contents))
        elif contents:
            assert paging.read
            arguments = with_argument(arguments, paging.send, at(contents[-1], paging.read))
        content = call(server, api.method, **arguments).json[api.root]
        contents.append(content)
        if at(content, paging.items) is None:
            break
    return contents


def items(content: dict[str, Any], paging: Pagination) -> list[Any]:
    ((_, found),) = at(content, paging.items).items()
    return list(found)


def test_all_paged_methods_end(start: Start, spec: Spec) -> None:
    server = start(results=RESULTS)
    for api, paging in paged(spec):
        contents = pages(server, api, paging)
        assert [len(items(content, paging)) for content in contents[:-1]] == [3, 3, 1], api.method
        assert at(contents[-1], paging.items) is None
        if paging.more:
            more = [str(at(content, paging.more)).lower() for content in contents]
            assert more == ["true", "true", "false", "false"], api.method
        if paging.total:
            assert {str(at(content, paging.total)) for content in contents} == {"7"}, api.method


@pytest.mark.parametrize("field", ["trade_id", "trade_parent_id"])
def test_results_have_ids_of_their_own(start: Start, spec: Spec, field: str) -> None:
    server = start(results=RESULTS)
    api, paging = next(
        pair for pair in paged(spec) if pair[0].method == "taobao.tbk.order.details.get"
    )
    contents = pages(server, api, paging)[:-1]
    ids = [order[field] for content in contents for order in items(content, paging)]
    assert len(set(ids)) == RESULTS


def test_without_an_option_there_are_the_results_of_the_sample(server: MockServer) -> None:
    arguments = {"fields": "user_id", "q": "x"}
    first = call(server, "taobao.tbk.shop.get", **arguments).json["tbk_shop_get_response"]
    assert first["total_results"] == len(first["results"]["n_tbk_shop"]) == 1
    second = call(server, "taobao.tbk.shop.get", **arguments, page_no="2")
    assert "results" not in second.json["tbk_shop_get_response"]


def test_no_results_at_all(start: Start) -> None:
    server = start(results=0)
    content = call(server, "taobao.tbk.shop.get", fields="user_id", q="x").json[
        "tbk_shop_get_response"
    ]
    assert content == {"total_results": 0, "request_id": "mock00000001"}


def test_a_page_tells_where_it_stands(start: Start) -> None:
    server = start(results=RESULTS)
    window = {"start_time": "2024-06-18 12:00:00", "end_time": "2024-06-18 12:20:00"}
    answer = call(
        server, "taobao.tbk.order.details.get", page_size="2", position_index="mock-2", **window
    )
    data = answer.json["tbk_order_details_get_response"]["data"]
    assert (data["page_size"], data["has_pre"], data["has_next"]) == (2, True, True)
    assert data["position_index"] == "mock-4"


@pytest.mark.parametrize("results", [None, 3])
@pytest.mark.parametrize(
    ("sample", "told"),
    [
        ({"data": {"results": {}, "more": None}}, {"data": {"more": False}}),
        ({"data": {"results": None, "more": "true"}}, {"data": {"more": "false"}}),
        ({"data": {"results": "", "more": True}}, {"data": {"more": False}}),
        ({"data": {"results": {"row": []}, "more": True}}, {"data": {"more": False}}),
        ({"data": None}, {"data": {"more": False}}),
        ({"data": ""}, {"data": {"more": False}}),
    ],
)
def test_a_sample_without_results_is_an_empty_page(
    sample: dict[str, Any], told: dict[str, Any], results: int | None
) -> None:
    paging = {"items": "data.results", "more": "data.more", "first": 1, "default_size": 2}
    api: Any = {"response": sample, "pagination": {**paging, "ids": []}}
    assert page_of(api, {}, results) == told
    assert without_results(api)["data"]["more"] == told["data"]["more"]
