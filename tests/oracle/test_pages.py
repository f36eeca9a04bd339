"""Every result comes once: the client asks for the right pages, the mock cuts them rightly."""

import asyncio
import json
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from client.memory import async_client_and_memory, client_and_memory
from hypothesis import given
from hypothesis import strategies as st
from mock.calls import public
from mock.direct import Direct
from real import SAMPLES

from generator.spec.ir import Api, Pagination, Spec
from oracle import pages, replies
from oracle.signing import signature

SIZES, LENGTHS = st.integers(1, 5), st.integers(0, 13)
NOW = 1_767_294_245.0
WINDOW = {"start_time": "2026-01-02 00:00:00", "end_time": "2026-01-02 02:00:00"}
Form = dict[str, str]


class Gateway(NamedTuple):
    """A method with results, answered as its document says."""

    method: str
    arguments: dict[str, Any]
    keys: dict[str, str]
    content: Callable[[Form, list[list[str]]], dict[str, Any]]
    announced: bool
    lists: int = 1

    def answer(self, form: Form, lists: list[list[str]]) -> bytes:
        return replies.json_body(self.method, self.content(form, lists), self.keys)


def by_number(form: Form, lists: list[list[str]], page: str, size: str) -> list[list[str]]:
    start = (int(form.get(page, 1)) - 1) * int(form[size])
    return [pages.cut(each, pages.Page(0, start, False, False), int(form[size])) for each in lists]


def shops(form: Form, lists: list[list[str]]) -> dict[str, Any]:
    (found,) = by_number(form, lists, "page_no", "page_size")
    return {"results": [{"user_id": one} for one in found], "total_results": len(lists[0])}


def orders(form: Form, lists: list[list[str]]) -> dict[str, Any]:
    """Only position_index tells where to go on; page_no must count along."""
    (everything,) = lists
    size = int(form["page_size"])
    start = int(form.get("position_index", "0_a").removesuffix("_a"))
    assert form.get("page_no", "1") == str(start // size + 1)
    found = everything[start : start + size]
    data = {
        "results": [{"trade_id": one} for one in found],
        "has_next": start + size < len(everything),
        "position_index": f"{start + size}_a",
    }
    return {"data": data}


def risks(form: Form, lists: list[list[str]]) -> dict[str, Any]:
    (everything,) = lists
    start = int(form["offset"])
    found = everything[start : start + int(form["limit"])]
    return {"result": {"status_list": [{"pid": one} for one in found]}}


def packets(form: Form, lists: list[list[str]]) -> dict[str, Any]:
    first, second = by_number(form, lists, "page_no", "page_size")
    model = {
        "pid_rpt_list": [{"pid": one} for one in first],
        "relation_rpt_list": [{"relation_id": one} for one in second],
    }
    return {"result": {"success": True, "model": model}}


def punished(form: Form, lists: list[list[str]]) -> dict[str, Any]:
    option = {name: str(value) for name, value in json.loads(form["af_order_option"]).items()}
    (found,) = by_number(option, lists, "page_no", "page_size")
    data = {"results": [{"tb_trade_id": one} for one in found], "total_count": len(lists[0])}
    return {"result": {"data": data}}


def newcomers(form: Form, lists: list[list[str]]) -> dict[str, Any]:
    (found,) = by_number(form, lists, "page_no", "page_size")
    behind = int(form.get("page_no", 1)) * int(form["page_size"])
    rows = [{"mobile": one} for one in found]
    return {"results": {"data": {"results": rows, "has_next": behind < len(lists[0])}}}


RELATIONS = "rights_send_relation_rpt_dto"
GATEWAYS = {
    "page numbers and a total": Gateway(
        "taobao.tbk.shop.get",
        {"fields": "user_id", "q": "x", "page_size": "SIZE"},
        {"results": "n_tbk_shop"},
        shops,
        announced=True,
    ),
    "page numbers, and whether more follows": Gateway(
        "taobao.tbk.dg.newuser.order.get",
        {"activity_id": "119013_2", "page_size": "SIZE"},
        {"results.data.results": "map_data"},
        newcomers,
        announced=True,
    ),
    "a cursor": Gateway(
        "taobao.tbk.order.details.get",
        {**WINDOW, "page_size": "SIZE"},
        {"data.results": "publisher_order_dto"},
        orders,
        announced=True,
    ),
    "an offset": Gateway(
        "taobao.tbk.dg.tpwd.risk.report",
        {"offset": 0, "limit": "SIZE"},
        {"result.status_list": "data_map"},
        risks,
        announced=False,
    ),
    "two lists": Gateway(
        "taobao.tbk.dg.vegas.send.report",
        {"biz_date": "20260101", "page_size": "SIZE"},
        {"result.model.pid_rpt_list": RELATIONS, "result.model.relation_rpt_list": RELATIONS},
        packets,
        announced=False,
        lists=2,
    ),
    "a page number inside an object": Gateway(
        "taobao.tbk.dg.punish.order.get",
        {"af_order_option": {"start_time": "2026-01-01 00:00:00", "page_size": "SIZE"}},
        {"result.data.results": "publisher_order_dto"},
        punished,
        announced=True,
    ),
}


def with_size(value: Any, size: int) -> Any:
    if isinstance(value, dict):
        return {name: with_size(inner, size) for name, inner in value.items()}
    return size if value == "SIZE" else value


def seen(row: Any) -> str:
    """The one value of a result."""
    ((_, value),) = row.raw.items()
    return str(value)


@pytest.mark.parametrize("style", GATEWAYS)
@given(size=SIZES, lengths=st.tuples(LENGTHS, LENGTHS))
def test_the_client_sees_every_result_once(style: str, size: int, lengths: tuple[int, int]) -> None:
    gateway = GATEWAYS[style]
    lists = [[f"{place}-{n}" for n in range(lengths[place])] for place in range(gateway.lists)]
    longest = max(map(len, lists))
    expected = [
        result
        for page in pages.pages(longest, size)
        for each in lists
        for result in pages.cut(each, page, size)
    ]
    arguments = with_size(gateway.arguments, size)
    name = gateway.method.removeprefix("taobao.").replace(".", "_")
    least = pages.calls(longest, size, announced=gateway.announced)

    client, memory = client_and_memory(lambda form: gateway.answer(form, lists), clock=lambda: NOW)
    found = [seen(row) for row in getattr(client, name)(**arguments).iter_all()]
    assert found == expected
    # With several lists, a page may look full although each of its lists has come to an end.
    assert least <= len(memory.requests) <= least + (gateway.lists > 1)

    async def everything() -> list[str]:
        client, _ = async_client_and_memory(
            lambda form: gateway.answer(form, lists), clock=lambda: NOW
        )
        return [seen(row) async for row in (await getattr(client, name)(**arguments)).iter_all()]

    assert asyncio.run(everything()) == expected


def test_the_oracle_counts_as_a_person_would() -> None:
    assert [*pages.pages(5, 2)] == [(1, 0, False, True), (2, 2, True, True), (3, 4, True, False)]
    assert [pages.calls(n, 3, announced=True) for n in (0, 1, 3, 4, 6)] == [1, 1, 1, 2, 2]
    assert [pages.calls(n, 3, announced=False) for n in (0, 1, 3, 4, 6)] == [1, 1, 2, 2, 3]


# The mock


def with_argument(arguments: Form, path: str | None, value: Any) -> Form:
    if path is None:
        return arguments
    name, _, rest = path.partition(".")
    inner = json.dumps({**json.loads(arguments.get(name, "{}")), rest: value}) if rest else value
    return {**arguments, name: str(inner)}


def at(content: Any, path: str | None) -> Any:
    for step in path.split(".") if path else ():
        content = content.get(step) if isinstance(content, dict) else None
    return content if path else None


def rows(content: Any, path: str) -> list[Any]:
    """A list without its inner key; an absent one is empty."""
    found = at(content, path)
    return next(iter(found.values())) if found else []


def truth(value: Any) -> bool | None:
    return None if value is None else str(value).lower() == "true"


def ask(gateway: Direct, api: Api, arguments: Form) -> Any:
    call = {**arguments, **public(api.method)}
    answer = gateway.ask({**call, "sign": signature(call, b"helloworld")})
    return answer.json[replies.root(api.method)]


@pytest.mark.parametrize(("longest", "size"), [(0, 3), (1, 1), (5, 5), (6, 3), (7, 3), (4, 8)])
def test_the_mock_cuts_pages_of_every_method(spec: Spec, longest: int, size: int) -> None:
    gateway = Direct(results=longest)
    for api in spec.typed:
        if paging := api.pagination:
            check_pages(gateway, api, paging, longest, size)


def check_pages(gateway: Direct, api: Api, paging: Pagination, longest: int, size: int) -> None:
    sample = {name: text for name, text in SAMPLES.request(api).items() if isinstance(text, str)}
    start = with_argument({str(name): text for name, text in sample.items()}, paging.size, size)
    if paging.size is None:
        return
    whole = ask(gateway, api, first_page(with_argument(start, paging.size, 8), paging))
    cursor: Any = None
    for page in pages.pages(max(longest, 1), size, paging.first):
        arguments = first_page(start, paging)
        if paging.style == "page":
            arguments = with_argument(start, paging.page, page.number)
        elif paging.style == "offset":
            arguments = with_argument(start, paging.offset, page.start)
        elif cursor is not None:
            arguments = with_argument(start, paging.send, cursor)
        content = ask(gateway, api, arguments)
        where = (api.method, page)
        for path in paging.items:
            everything = rows(whole, path)
            assert len(everything) == longest, where
            assert rows(content, path) == pages.cut(everything, page, size), where
        assert truth(at(content, paging.more)) in (None, page.has_next), where
        if paging.total:
            assert str(at(content, paging.total)) == str(longest), where
        for path in paging.items:
            beside = at(content, path.rpartition(".")[0]) or content
            assert truth(beside.get("has_pre")) in (None, page.has_previous), where
        cursor = at(content, paging.read)


def first_page(arguments: Form, paging: Pagination) -> Form:
    if paging.style == "offset":
        return with_argument(arguments, paging.offset, 0)
    return with_argument(arguments, paging.page, paging.first)


@pytest.mark.parametrize(
    ("method", "usual"),
    [
        ("taobao.tbk.shop.get", 20),
        ("taobao.tbk.order.details.get", 20),
        ("taobao.tbk.dg.vegas.send.report", 10),
    ],
)
def test_a_page_without_a_size_has_the_documented_one(spec: Spec, method: str, usual: int) -> None:
    api = spec.find(method)
    assert api
    assert api.pagination
    arguments = {
        str(name): str(text)
        for name, text in SAMPLES.request(api).items()
        if name != api.pagination.size
    }
    content = ask(Direct(results=50), api, arguments)
    assert {len(rows(content, path)) for path in api.pagination.items} == {usual}
