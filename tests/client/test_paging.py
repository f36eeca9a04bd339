"""From page to page: never further than asked, never for ever."""

import copy
import json
import pickle
from typing import Any

import pytest
from tables import every
from taobaoke import GatewayError, Model, PagingError, TaobaokeError, types
from taobaoke._runtime.paging import Cursor, Offset, PageNumbers

from client.conftest import Caller, Callers
from client.server import Gateway, refusal

WINDOW = {"start_time": "2026-01-01 00:00:00", "end_time": "2026-01-01 01:00:00"}
NOW = 1767261600.0


def shops(*ids: int, total: int | None = None) -> dict[str, Any]:
    content: dict[str, Any] = {"results": {"n_tbk_shop": [{"user_id": n} for n in ids]}}
    if total is not None:
        content["total_results"] = total
    return {"tbk_shop_get_response": content}


def orders(*ids: str, more: bool, position: str | None) -> dict[str, Any]:
    page = {
        "results": {"publisher_order_dto": [{"trade_id": n} for n in ids]},
        "has_next": more,
        "position_index": position,
    }
    return {"tbk_order_details_get_response": {"data": page}}


def first_shops(caller: Caller, **options: Any) -> Any:
    return caller.tbk_shop_get(fields="user_id", q="x", **options)


def ids(caller: Caller, page: Any) -> list[str]:
    return [shop.user_id for shop in caller.all(page.iter_all())]


def test_reading_a_page_costs_nothing_more(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(shops(1, 2, total=100))
    page = first_shops(caller, page_size=2)
    assert [shop.user_id for shop in page.results] == ["1", "2"]
    assert [shop.user_id for shop in page] == ["1", "2"]
    assert len(page) == 2
    assert len(gateway.requests) == 1


def test_pages_until_the_total_is_reached(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(shops(1, 2, total=5), shops(3, 4, total=5), shops(5, total=5))
    page = first_shops(caller, page_size=2, sort="x", session="s1")
    assert ids(caller, page) == ["1", "2", "3", "4", "5"]
    assert [form.get("page_no") for form in gateway.forms] == [None, "2", "3"]
    assert all(form["q"] == "x" and form["session"] == "s1" for form in gateway.forms)


def test_a_full_last_page_needs_no_further_call(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(shops(1, 2, total=4), shops(3, 4, total=4))
    assert ids(caller, first_shops(caller, page_size=2)) == ["1", "2", "3", "4"]
    assert len(gateway.requests) == 2


def test_pages_until_a_short_one_where_no_total_is_told(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(shops(1, 2), shops(3))
    assert ids(caller, first_shops(caller, page_size=2)) == ["1", "2", "3"]


def test_the_documented_page_size_is_assumed(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(shops(*range(20)), shops(20))
    assert len(ids(caller, first_shops(caller))) == 21


def test_an_empty_page_is_the_last(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(shops(1, 2, total=100), shops(total=100))
    assert ids(caller, first_shops(caller, page_size=2)) == ["1", "2"]


def test_no_page_beyond_the_documented_maximum(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(shops(1, total=1000), shops(2, total=1000))
    assert ids(caller, first_shops(caller, page_size=1, page_no=99)) == ["1", "2"]


def test_whole_pages(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(shops(1, 2, total=3), shops(3, total=3))
    page = first_shops(caller, page_size=2)
    pages = caller.all(page.iter_pages())
    assert [len(each.results) for each in pages] == [2, 1]
    assert pages[0] is page


def test_a_cursor_is_sent_back(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(
        orders("a", more=True, position="p1"),
        orders("b", more=True, position="p2"),
        orders("c", more=False, position="p3"),
    )
    caller = callers(clock=lambda: NOW)
    page = caller.tbk_order_details_get(**WINDOW, query_type=2)
    assert [order.trade_id for order in caller.all(page.iter_all())] == ["a", "b", "c"]
    sent = [(form.get("position_index"), form.get("page_no")) for form in gateway.forms]
    assert sent == [(None, None), ("p1", "2"), ("p2", "3")]
    assert all(form["query_type"] == "2" for form in gateway.forms)


def test_a_cursor_that_stands_still_is_an_error(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(orders("a", more=True, position="p1"), orders("b", more=True, position="p1"))
    caller = callers(clock=lambda: NOW)
    page = caller.tbk_order_details_get(**WINDOW)
    with pytest.raises(PagingError, match=r"翻页中断.*'p1'"):
        caller.all(page.iter_all())
    assert len(gateway.requests) == 2


def test_more_without_a_position_is_an_error(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(orders("a", more=True, position=""))
    caller = callers(clock=lambda: NOW)
    page = caller.tbk_order_details_get(**WINDOW)
    with pytest.raises(PagingError, match="应答没有给出 data"):
        caller.all(page.iter_all())


def test_more_pages_than_have_numbers_are_an_error(gateway: Gateway, callers: Callers) -> None:
    gateway.answers(
        orders("a", more=True, position="p1"),
        orders("b", more=True, position="p2"),
    )
    caller = callers(clock=lambda: NOW)
    page = caller.tbk_order_details_get(**WINDOW, page_no=99, position_index="p0")
    with pytest.raises(PagingError, match="page_no 最大只能是 100"):
        caller.all(page.iter_all())
    assert [form["page_no"] for form in gateway.forms] == ["99", "100"]


def test_an_empty_page_is_not_the_last_if_more_are_announced(
    gateway: Gateway, callers: Callers
) -> None:
    gateway.answers(
        orders("a", more=True, position="p1"),
        orders(more=True, position="p2"),
        orders("b", more=False, position="p3"),
    )
    caller = callers(clock=lambda: NOW)
    page = caller.tbk_order_details_get(**WINDOW)
    assert [order.trade_id for order in caller.all(page.iter_all())] == ["a", "b"]


def test_a_page_number_inside_an_object(gateway: Gateway, caller: Caller) -> None:
    def punished(*numbers: int) -> dict[str, Any]:
        rows = {"publisher_order_dto": [{"tb_trade_id": n} for n in numbers]}
        content = {"result": {"data": {"results": rows, "total_count": 3}}}
        return {"tbk_dg_punish_order_get_response": content}

    gateway.answers(punished(1, 2), punished(3))
    option = {"start_time": "2026-01-01 00:00:00", "page_size": 2}
    page = caller.tbk_dg_punish_order_get(af_order_option=option)
    assert len(caller.all(page.iter_all())) == 3
    first, second = (json.loads(form["af_order_option"]) for form in gateway.forms)
    assert first == option
    assert second == {**option, "page_no": 2}
    assert "page_no" not in option


def test_an_error_on_the_way_comes_out(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(shops(1, 2, total=5), refusal(27))
    page = first_shops(caller, page_size=2)
    with pytest.raises(GatewayError):
        caller.all(page.iter_all())


@pytest.mark.parametrize("detach", [copy.copy, lambda page: pickle.loads(pickle.dumps(page))])
def test_a_detached_page_says_so(gateway: Gateway, caller: Caller, detach: Any) -> None:
    gateway.answers(shops(1, total=5))
    page = detach(first_shops(caller, page_size=1))
    assert page.total_results == 5
    with pytest.raises(TaobaokeError, match="不能请求后面的页"):
        caller.all(page.iter_all())
    assert len(caller.all(page.iter_all(limit=1))) == 1


def test_a_page_made_by_hand_gives_its_elements(caller: Caller) -> None:
    """For tests of what goes over the pages of a client, of either kind."""
    order = types.TbkOrderDetailsGetPublisherOrder(trade_id="1")
    for more in (False, None):
        data = types.TbkOrderDetailsGetOrderPage(results=[order], has_next=more)
        page = types.TbkOrderDetailsGetResponse(data=data)
        assert caller.all(page.iter_all()) == [order]
        assert caller.all(page.iter_pages()) == [page]


def test_the_wrong_loop_is_named(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(shops(1, total=5))
    pages = first_shops(caller, page_size=1).iter_all()
    if caller.client.asynchronous:
        with pytest.raises(TypeError, match=r"请改用 async for$"):
            list(pages)
    else:
        with pytest.raises(TypeError, match=r"请改用 for$"):
            pages.__aiter__().__anext__().send(None)


def at_risk(*pids: str) -> dict[str, Any]:
    rows = {"data_map": [{"pid": pid} for pid in pids]}
    return {"tbk_dg_tpwd_risk_report_response": {"result": {"status_list": rows}}}


def test_pages_that_begin_behind_a_number_of_results(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(at_risk("a", "b"), at_risk("c", "d"), at_risk("e"))
    page = caller.tbk_dg_tpwd_risk_report(offset=10, limit=2)
    assert [row.pid for row in caller.all(page.iter_all())] == ["a", "b", "c", "d", "e"]
    assert [form["offset"] for form in gateway.forms] == ["10", "12", "14"]
    assert {form["limit"] for form in gateway.forms} == {"2"}


def test_an_empty_page_behind_an_offset_is_the_last(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(at_risk("a", "b"), at_risk())
    page = caller.tbk_dg_tpwd_risk_report(offset=0, limit=2)
    assert [row.pid for row in caller.all(page.iter_all())] == ["a", "b"]


def red_packets(*, pids: tuple[str, ...], relations: tuple[str, ...]) -> dict[str, Any]:
    model = {
        "pid_rpt_list": {"rights_send_relation_rpt_dto": [{"pid": pid} for pid in pids]},
        "relation_rpt_list": {
            "rights_send_relation_rpt_dto": [{"relation_id": n} for n in relations]
        },
    }
    return {"tbk_dg_vegas_send_report_response": {"result": {"success": True, "model": model}}}


def test_a_page_may_hold_several_lists(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(
        red_packets(pids=("a", "b"), relations=("1",)),
        red_packets(pids=(), relations=("2", "3")),
        red_packets(pids=(), relations=("4",)),
    )
    page = caller.tbk_dg_vegas_send_report(biz_date="20260101", page_size=2)
    rows = [row.raw.get("pid", row.raw.get("relation_id")) for row in caller.all(page.iter_all())]
    assert rows == ["a", "b", "1", "2", "3", "4"]
    assert [form.get("page_no") for form in gateway.forms] == [None, "2", "3"]
    assert [type(row).__name__ for row in page._paging.elements(page)] == [
        *["RightsSendPidRpt"] * 2,
        "TbkDgVegasSendReportRightsSendRelationRpt",
    ]


class Rows(Model):
    left: list[str]
    right: list[str]
    total: int | None
    more: bool | None


def following(rule: Any, raw: dict[str, Any], arguments: dict[str, Any]) -> Any:
    return rule.following(Rows.from_raw(raw), arguments)


BOTH = ("left", "right")
OFFSET = Offset(BOTH, "skip", "size", usual_size=3, total="total", more="more")


@every(
    ("raw", "arguments", "skip"),
    [
        ({"left": ["a"], "right": ["b", "c"]}, {}, 2),  # full by default; none is left out
        ({"left": ["a"], "right": ["b"]}, {}, None),  # short
        ({"left": [], "right": ["b", "c", "d"]}, {"skip": 6}, 9),  # one list is empty
        ({"left": [], "right": []}, {"skip": 6}, None),  # all are
        ({"left": ["a"], "total": 5}, {"skip": 3, "size": 9}, 4),  # less than asked for
        ({"left": ["a"], "total": 4}, {"skip": 3}, None),
        ({"left": ["a"], "more": True}, {"skip": "3"}, 4),
        ({"left": ["a", "b", "c"], "more": False, "total": 99}, {}, None),
    ],
)
def test_where_the_next_offset_is(
    raw: dict[str, Any], arguments: dict[str, Any], skip: int | None
) -> None:
    found = following(OFFSET, raw, arguments)
    assert found == (None if skip is None else {**arguments, "skip": skip})


NUMBERS = PageNumbers(BOTH, "page", size="size", total="total", more="more")


@pytest.mark.parametrize(
    ("raw", "page"),
    [
        # A total of 0 beside results is none: it would end the walk after the first page.
        ({"left": ["a", "b"], "total": 0}, 2),
        ({"left": ["a"], "total": 0}, None),
        ({"left": ["a", "b"], "total": 2}, None),
        ({"left": ["a"], "total": 3}, 2),
    ],
)
def test_a_total_of_nothing_beside_results_does_not_count(
    raw: dict[str, Any], page: int | None
) -> None:
    found = following(NUMBERS, raw, {"size": 2})
    assert found == (None if page is None else {"size": 2, "page": page})
    found = following(OFFSET, raw, {"size": 2})
    assert found == (None if page is None else {"size": 2, "skip": len(raw["left"])})


class Holder(Model):
    rows: Rows | None


@pytest.mark.parametrize("raw", [{}, {"rows": None}, {"rows": ""}, {"rows": {}}])
def test_a_list_whose_parent_is_absent_is_empty(raw: dict[str, Any]) -> None:
    lists = ("rows.left", "rows.right")
    page = Holder.from_raw(raw)
    for rule in (
        PageNumbers(lists, "page", size="size", total="rows.total"),
        Offset(lists, "skip", "size", total="rows.total"),
        Cursor(lists, send="at", read="rows.total"),
    ):
        assert rule.elements(page) == []
        assert rule.following(page, {"size": 2}) is None
    assert Offset(lists, "skip", "size").longest(page) == 0


def test_one_of_two_lists_may_lack_its_parent() -> None:
    class Two(Model):
        first: Rows | None
        second: Rows | None

    page = Two.from_raw({"second": {"left": ["a", "b"]}})
    rule = PageNumbers(("first.left", "second.left"), "page", size="size")
    assert rule.elements(page) == ["a", "b"]
    assert rule.following(page, {"size": 2}) == {"size": 2, "page": 2}


def test_both_lists_count_for_numbers_and_cursors() -> None:
    numbers = PageNumbers(BOTH, "page", size="size")
    assert following(numbers, {"left": ["a"], "right": ["b"]}, {"size": 2}) == {
        "size": 2,
        "page": 2,
    }
    assert following(numbers, {"right": ["b"]}, {"size": 2}) is None
    cursor = Cursor(BOTH, send="at", read="total")
    assert following(cursor, {"right": ["b"], "total": 7}, {}) == {"at": 7}
    assert following(cursor, {"total": 7}, {}) is None


def test_an_empty_page_with_more_behind_it_is_no_last_one() -> None:
    numbers = PageNumbers(BOTH, "page", size="size", total="total", more="more")
    assert following(numbers, {"left": [], "more": True}, {"page": 2}) == {"page": 3}
    assert following(numbers, {"left": []}, {"page": 2}) is None
    with pytest.raises(PagingError, match="这一页却是空的"):
        following(OFFSET, {"left": [], "more": True, "total": 99}, {})


def test_what_is_null_still_fills_a_page(gateway: Gateway, caller: Caller) -> None:
    full: dict[str, Any] = shops(1, 2)
    full["tbk_shop_get_response"]["results"]["n_tbk_shop"][1] = None
    gateway.answers(full, shops(3))
    assert ids(caller, first_shops(caller, page_size=2)) == ["1", "3"]


def test_pages_say_whose_they_are() -> None:
    page = types.TbkShopGetResponse()
    assert repr(page.iter_all()) == "Pages(TbkShopGetResponse)"
    assert repr(page.iter_pages(limit=3)) == "Pages(TbkShopGetResponse, limit=3)"


# In a circle


def test_a_gateway_that_ignores_the_number_is_noticed(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(*[shops(1, 2, total=10**6)] * 5)
    with pytest.raises(PagingError, match="给的却连续 3 页相同"):
        ids(caller, first_shops(caller, page_size=2))
    assert len(gateway.requests) == 3


def test_a_page_that_moved_on_is_no_circle(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(shops(1), shops(1), shops(2), shops(2), shops())
    assert ids(caller, first_shops(caller, page_size=1)) == ["1", "1", "2", "2"]


def test_a_cursor_that_comes_back_is_noticed(gateway: Gateway, callers: Callers) -> None:
    caller = callers(clock=lambda: NOW)
    gateway.answers(*(orders(name, more=True, position=name) for name in ("a", "b", "a", "b")))
    with pytest.raises(PagingError, match="游标却又回到 'a'"):
        caller.all(caller.tbk_order_details_get(**WINDOW).iter_all())
    assert len(gateway.requests) == 3


@every(
    "data",
    [
        {"results": "<html>busy</html>", "has_next": False},
        {"results": [1, 2], "has_next": False},
        {"results": {"publisher_order_dto": ["x", None]}, "has_next": False},
        "<html>busy</html>",
    ],
)
def test_a_list_that_nobody_can_read_is_no_end(
    data: Any, gateway: Gateway, callers: Callers
) -> None:
    gateway.answers({"tbk_order_details_get_response": {"data": data}})
    caller = callers(clock=lambda: NOW)
    page = caller.tbk_order_details_get(**WINDOW)
    with pytest.raises(PagingError, match=r"这一页的列表读不懂，见 unreadable\(\)"):
        caller.all(page.iter_all())
    assert page.unreadable()


# What further pages ask, and how many


def test_further_pages_ask_what_the_first_one_asked(gateway: Gateway, caller: Caller) -> None:
    """A list that is changed meanwhile, or a generator that is used up, must not ask for others."""
    gateway.answers(shops(1, total=3), shops(2, total=3), shops(3, total=3))
    fields = ["user_id", "shop_title"]
    page = caller.tbk_shop_get(fields=(each for each in fields), q="x", page_size=1)
    fields.clear()
    assert ids(caller, page) == ["1", "2", "3"]
    assert {form["fields"] for form in gateway.forms} == {"user_id,shop_title"}
    assert [form.get("page_no") for form in gateway.forms] == [None, "2", "3"]


@pytest.mark.parametrize(("limit", "calls"), [(0, 1), (1, 1), (2, 1), (3, 2), (9, 3), (None, 3)])
def test_no_more_is_asked_for_than_is_wanted(
    gateway: Gateway, caller: Caller, limit: int | None, calls: int
) -> None:
    gateway.answers(shops(1, 2, total=5), shops(3, 4, total=5), shops(5, total=5))
    page = first_shops(caller, page_size=2)
    found = [shop.user_id for shop in caller.all(page.iter_all(limit=limit))]
    assert found == ["1", "2", "3", "4", "5"][:limit]
    assert len(gateway.requests) == calls


def test_pages_are_counted_as_well(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(shops(1, 2, total=5), shops(3, 4, total=5))
    page = first_shops(caller, page_size=2)
    assert len(caller.all(page.iter_pages(limit=2))) == 2
    assert len(gateway.requests) == 2
    for wrong in (-1, 1.5, "1", True):
        with pytest.raises(ValueError, match="limit"):
            page.iter_all(limit=wrong)
