"""Pages end, and every result comes once."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from real import SAMPLES
from tables import every
from taobaoke_mock import MockServer
from taobaoke_mock.reply import page_of, without_results
from targets.ir import an_object, member, scalar

from generator.spec.ir import Api, ArrayType, Member, Members, ObjectType, Pagination, Spec
from generator.spec.text import Name, SpecData, SpecText
from mock.calls import call
from mock.made_up import Serve, serve

__all__ = ["serve"]

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
        elif paging.style == "offset":
            arguments = with_argument(arguments, paging.offset, SIZE * len(contents))
        elif contents:
            assert paging.read
            arguments = with_argument(arguments, paging.send, at(contents[-1], paging.read))
        content = call(server, api.method, **arguments).json[api.root]
        contents.append(content)
        if not any(at(content, path) for path in paging.items):
            break
    return contents


def items(content: dict[str, Any], path: str) -> list[Any]:
    ((_, found),) = at(content, path).items()
    return list(found)


def test_all_paged_methods_end(start: Start, spec: Spec) -> None:
    server = start(results=RESULTS)
    for api, paging in paged(spec):
        contents = pages(server, api, paging)
        for path in paging.items:
            lengths = [len(items(content, path)) for content in contents[:-1]]
            assert lengths == [3, 3, 1], (api.method, path)
            assert at(contents[-1], path) is None
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
    ids = [order[field] for content in contents for order in items(content, paging.items[0])]
    assert len(set(ids)) == RESULTS


def test_an_id_that_the_sample_does_not_have_stays_absent(start: Start) -> None:
    server = start(results=3)
    answer = call(
        server, "taobao.tbk.dg.punish.order.get", af_order_option='{"page_size": 5, "page_no": 1}'
    )
    found = answer.json["tbk_dg_punish_order_get_response"]["result"]["data"]["results"]["result"]
    assert [(row["special_id"], row["union_id"]) for row in found] == [(None, "")] * 3
    assert [row["tk_pub_id"] for row in found] == ["114469792", "114469793", "114469794"]


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


@every("results", [None, 3])
@every(
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
    paging = {"items": ["data.results"], "more": "data.more", "first": 1, "default_size": 2}
    api: Any = {"response": sample, "pagination": {**paging, "ids": []}}
    assert page_of(api, {}, results) == told
    assert without_results(api)["data"]["more"] == told["data"]["more"]


# Methods that no spec has


ROW = an_object("Row", member("row_id"), member("title"), side="response")
OTHER = an_object("Other", member("other_id"), side="response")


def rows(name: str, element: ObjectType = ROW) -> Member:
    return member(name, ArrayType(element, Name("row"), False, SpecText(",")))


def paging_of(style: Any, *items: str, **more: str) -> dict[str, Any]:
    names: dict[str, Any] = {key: Name(value) for key, value in more.items()}
    return {"pagination": Pagination(style, tuple(map(Name, items)), size=Name("limit"), **names)}


OFFSET = (member("offset", "integer"), member("limit", "integer", default=4))


def content(server: MockServer, api: Api, **arguments: str) -> dict[str, Any]:
    found = call(server, api.method, **arguments).json[api.root]
    assert isinstance(found, dict)
    return found


def shown(content: dict[str, Any], name: str, key: str = "row_id") -> list[str]:
    return [row[key] for row in content[name]["row"]] if name in content else []


@pytest.mark.parametrize(
    ("arguments", "numbers", "more"),
    [
        ({}, [0, 1, 2, 3], True),
        ({"offset": "0", "limit": "3"}, [0, 1, 2], True),
        ({"offset": "1", "limit": "3"}, [1, 2, 3], True),
        ({"offset": "5", "limit": "1"}, [5], True),
        ({"offset": "5", "limit": "2"}, [5, 6], False),
        ({"offset": "6", "limit": "3"}, [6], False),
        ({"offset": "7", "limit": "3"}, [], False),
        ({"offset": "700"}, [], False),
    ],
)
def test_an_offset_skips_results(
    start: Start, serve: Serve, arguments: dict[str, str], numbers: list[int], more: bool
) -> None:
    """Also one that is no multiple of the size."""
    server = start(results=RESULTS)
    fields = [rows("list"), member("total", "integer"), member("more", "boolean")]
    fields += [member("offset", "integer"), member("limit", "integer")]
    paging = paging_of("offset", "list", offset="offset", total="total", more="more")
    api = serve(*OFFSET, fields=Members(fields), **paging)
    found = content(server, api, **arguments)
    ids = [str(123456789 + number) for number in numbers]
    assert shown(found, "list") == ids
    assert (found["total"], found["more"]) == (RESULTS, more)
    for name, value in arguments.items():
        assert found[name] == int(value)


@pytest.mark.parametrize("style", ["page", "offset", "cursor"])
def test_every_list_of_a_page_is_paged(start: Start, serve: Serve, style: str) -> None:
    server = start(results=RESULTS)
    fields = [rows("a"), rows("b", OTHER), member("total", "integer"), member("next")]
    told = {
        "page": {"page": "page"},
        "offset": {"offset": "offset"},
        "cursor": {"send": "cursor", "read": "next"},
    }
    parameters = (*OFFSET, member("page", "integer"), member("cursor"))
    paging = paging_of(style, "a", "b", total="total", **told[style])
    api = serve(*parameters, fields=Members(fields), **paging)
    first = [str(123456789 + number) for number in range(RESULTS)]
    found: dict[str, list[str]] = {"a": [], "b": []}
    cursor = "mock-0"
    for number in range(4):
        sent = {"page": str(number + 1), "offset": str(number * SIZE), "cursor": cursor}
        name = {"page": "page", "offset": "offset", "cursor": "cursor"}[style]
        page = content(server, api, limit=str(SIZE), **{name: sent[name]})
        cursor = page["next"]
        assert page["total"] == RESULTS
        assert len(shown(page, "a")) == len(shown(page, "b", "other_id")) == (3, 3, 1, 0)[number]
        found["a"] += shown(page, "a")
        found["b"] += shown(page, "b", "other_id")
    assert found == {"a": first, "b": first}


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_lists_of_unequal_length_end_one_after_the_other(
    server: MockServer, serve: Serve, order: str
) -> None:
    sample = {
        "a": {"row": [{"row_id": "1"}]},
        "b": {"row": [{"row_id": "1"}, {"row_id": "2"}, {"row_id": "3"}]},
        "more": "true",
    }
    fields = Members([rows("a"), rows("b"), member("more", scalar("boolean", "string"))])
    paging = paging_of("offset", *order, offset="offset", more="more")
    api = serve(*OFFSET, fields=fields, sample=SpecData(sample), **paging)
    seen = []
    for offset in ("0", "2", "4"):
        found = content(server, api, offset=offset, limit="2")
        seen.append((shown(found, "a"), shown(found, "b"), found["more"]))
    assert seen == [(["1"], ["1", "2"], "true"), ([], ["3"], "false"), ([], [], "false")]


def test_an_empty_result_has_none_of_the_lists(server: MockServer, serve: Serve) -> None:
    fields = Members([rows("a"), rows("b"), member("total", "integer")])
    api = serve(
        *OFFSET, fields=fields, **paging_of("offset", "a", "b", offset="offset", total="total")
    )
    server.fail(api.method, "empty")
    assert content(server, api) == {"total": 0, "request_id": "mock00000001"}


def test_the_specs_have_pages_of_every_kind(spec: Spec) -> None:
    assert {paging.style for _, paging in paged(spec)} == {"page", "cursor", "offset"}
    assert any(len(paging.items) > 1 for _, paging in paged(spec))
