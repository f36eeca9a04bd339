"""What went wrong when other clients read replies, by the number under which it was written down.

C40 to C42, about further pages, are in test_paging.py as well, and what C48 and C49 ask of type
checkers in test_typing.py.
"""

import io
import json
import logging
import typing
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from tables import every
from taobaoke import (
    Client,
    GatewayError,
    InvalidSession,
    InvalidSignature,
    PagingError,
    RetryPolicy,
    types,
)
from taobaoke._runtime.models import Model, wire

from client.memory import client_and_memory

Order = types.TbkOrderDetailsGetPublisherOrder
Material = types.TbkDgOptimusMaterialOptimusMaterialResult
Found = types.TbkDgMaterialOptionalResponse
NOON = datetime(2019, 4, 5, 4, 18, 22, tzinfo=UTC)
ORDERS = {"start_time": "2026-01-01 00:00:00", "end_time": "2026-01-01 00:20:00"}
HALF = "a\ud800b"


def asked(body: bytes, **options: Any) -> Client:
    """A client that gets this reply to everything."""
    clock = datetime(2026, 1, 1, tzinfo=UTC).timestamp
    once = RetryPolicy(attempts=1)
    return client_and_memory(lambda form: body, clock=clock, retries=once, **options)[0]


def answer(**content: Any) -> bytes:
    return json.dumps({"tbk_shop_get_response": content}).encode()


def shops(body: bytes) -> types.TbkShopGetResponse:
    return asked(body).tbk_shop_get(fields=["user_id"], q="x")


# C40 to C42: further pages


def test_c40_further_pages_ask_the_same_question() -> None:
    body = answer(results={"n_tbk_shop": [{"user_id": 1}]}, total_results=3)
    client, memory = client_and_memory(lambda form: body)
    page = client.tbk_shop_get(fields=(name for name in ("user_id", "title")), q="x", page_size=1)
    assert len(list(page.iter_all())) == 3
    assert [form["fields"] for form in memory.forms] == ["user_id,title"] * 3


def test_c41_a_position_that_stands_still_is_an_error() -> None:
    data = {"has_next": True, "position_index": "p", "results": {"publisher_order_dto": [{}]}}
    body = json.dumps({"tbk_order_details_get_response": {"data": data}}).encode()
    with pytest.raises(PagingError, match="'p'"):
        list(asked(body).tbk_order_details_get(**ORDERS).iter_all())


def test_c42_offsets_page_too() -> None:
    def page(form: dict[str, str]) -> bytes:
        rows = [{"pid": str(at)} for at in range(5)][int(form["offset"]) :][:2]
        result = {"status_list": {"data_map": rows}}
        return json.dumps({"tbk_dg_tpwd_risk_report_response": {"result": result}}).encode()

    client, memory = client_and_memory(page)
    found = client.tbk_dg_tpwd_risk_report(offset=0, limit=2, session="s").iter_all()
    assert [row["pid"] for row in found] == ["0", "1", "2", "3", "4"]
    assert [form["offset"] for form in memory.forms] == ["0", "2", "4"]


def test_c42_several_lists_page_too() -> None:
    def page(form: dict[str, str]) -> bytes:
        row = [{"send_num": form["page_no"]}] if form.get("page_no") in ("1", "2") else []
        lists = ("pid_rpt_list", "relation_rpt_list")
        model = {name: {"rights_send_relation_rpt_dto": row} for name in lists}
        result = {"success": True, "model": model}
        return json.dumps({"tbk_dg_vegas_send_report_response": {"result": result}}).encode()

    client, memory = client_and_memory(page)
    asked_for: dict[str, Any] = {"biz_date": date(2026, 1, 1), "page_no": 1, "page_size": 2}
    found = client.tbk_dg_vegas_send_report(**asked_for).iter_all()
    assert [row["send_num"] for row in found] == ["1", "1", "2", "2"]
    assert len(memory.forms) == 3


# C43 to C45: what the gateway writes otherwise than it says


@every(
    ("raw", "day"),
    [
        ("2017-10-29", date(2017, 10, 29)),
        (1509206400000, date(2017, 10, 29)),
        ("1509206400000", date(2017, 10, 29)),
        (1509206400, date(2017, 10, 29)),
        ("1509206400", date(2017, 10, 29)),
        ("2017-10-29 00:00:00.0", date(2017, 10, 29)),
        ("2017-10-28T16:00:00Z", date(2017, 10, 29)),
        (" 20171029 ", date(2017, 10, 29)),
    ],
)
def test_c43_a_coupon_tells_its_day_in_any_known_form(raw: object, day: date) -> None:
    material = Material.from_raw({"coupon_start_time": raw})
    assert material.coupon_start_time == day
    assert material.unreadable() == {}
    assert material.to_wire() == {"coupon_start_time": str(day)}


@every("raw", ["soon", "1_509_206_400", "99991231", "2017", 1, -1])
def test_c43_what_is_not_convertible_is_told_from_what_is_absent(raw: object) -> None:
    material = Material.from_raw({"coupon_start_time": raw, "coupon_end_time": None})
    assert (material.coupon_start_time, material.coupon_end_time) == (None, None)
    assert material.unreadable() == {"coupon_start_time": raw}


def test_c43_a_time_that_is_text_stays_text() -> None:
    raw = {"coupon_start_time": "1509206400000"}
    assert types.TbkCouponGetCouponData.from_raw(raw).coupon_start_time == "1509206400000"


class Times(Model):
    """Members whose documents say nothing of a time that is none, and one whose do."""

    at: datetime | None
    count: datetime | None = wire(form="epoch_ms", number=True)
    said: datetime | None = wire(form="epoch_ms", placeholders=("0",))


@every("raw", [0, "0", "1970-01-01 00:00:00", "1970-01-01 08:00:00", "0000-00-00 00:00:00"])
def test_c44_nothing_happened_in_1970(raw: object) -> None:
    times = Times.from_raw({"at": raw, "count": raw, "said": raw})
    assert (times.at, times.count, times.said) == (None, None, None)
    declared = raw in (0, "0")
    assert times.unreadable() == {"at": raw, "count": raw} | ({} if declared else {"said": raw})


def test_c44_the_specs_tell_what_means_none() -> None:
    item = types.TbkItemInfoGetNTbkItem.from_raw({"presale_end_time": 0, "ju_online_end_time": "0"})
    assert (item.presale_end_time, item.ju_online_end_time) == (None, None)
    assert item.unreadable() == {}


@every(
    ("raw", "value"),
    [
        ("false", False),
        ("FALSE", False),
        ("0", False),
        (0, False),
        (" true ", True),
        ("1", True),
    ],
)
def test_c45_a_text_that_says_false_is_false(raw: object, value: bool) -> None:
    page = Found.from_raw({"result_list": {"map_data": [{"include_mkt": raw}]}})
    assert page.result_list[0].include_mkt is value


def test_c45_text_stays_text() -> None:
    assert Order.from_raw({"item_title": "false"}).item_title == "false"


@every(
    "body",
    [
        answer(results={"n_tbk_shop": [{"user_id": 7}]}, total_results=1),
        b"\xef\xbb\xbf" + answer(results={"n_tbk_shop": [{"user_id": 7}]}, total_results=1),
        b'{"results":[{"user_id":7}],"total_results":1,"request_id":"r"}',
        b'{"results":[{"user_id":7}],"total_results":1}',
    ],
)
def test_c45_a_reply_without_root_or_behind_a_mark_is_read(body: bytes) -> None:
    page = shops(body)
    assert [shop.user_id for shop in page] == ["7"]
    assert page.total_results == 1


XML = (
    '<?xml version="1.0" encoding="utf-8" ?><error_response><code>{}</code><msg>a &lt; b</msg>'
    "<sub_code>isv.x</sub_code><sub_msg>中文<b>…</b></sub_msg><request_id>r7</request_id>"
    '<args list="true"><arg><key>code</key><value>1</value></arg></args>'
    "</error_response><!--top011-->"
)


@every(
    ("body", "code", "error"),
    [
        (XML.format(27).encode(), "27", InvalidSession),
        (b"\xef\xbb\xbf\r\n " + XML.format(25).encode(), "25", InvalidSignature),
        (XML.replace("utf-8", "GBK").format(999).encode("gbk"), "999", GatewayError),
    ],
)
def test_c45_an_error_in_xml_keeps_its_code(body: bytes, code: str, error: type) -> None:
    with pytest.raises(GatewayError) as caught:
        shops(body)
    assert isinstance(caught.value, error)
    told = caught.value
    assert (told.code, told.sub_code, told.request_id) == (code, "isv.x", "r7")
    assert told.msg == "a < b"


@every(
    "members",
    [
        "<code>27</code><msg>a & b</msg><sub_code>isv.x</sub_code>",
        "<code> 27\n</code><msg>\x01a &amp; b\x0b</msg><sub_code>isv.x</sub_code>",
        "<code>27</code><code>7</code><msg>a & b</msg><sub_code>isv.x</sub_code>",
        "<code>27</code><msg><![CDATA[a & b]]></msg><sub_code>isv.x</sub_code>",
        "<code>27</code><msg>a & b</msg><sub_code>isv.x</sub_code><sub_msg>&#0;</sub_msg>",
        "<code>27</code><msg>a & b</msg><sub_code>isv.x</sub_code><sub_msg>a<b</sub_msg>",
    ],
)
def test_c45_an_error_in_xml_with_slips_is_read(members: str) -> None:
    with pytest.raises(InvalidSession) as caught:
        shops(f"<error_response>{members}</error_response>".encode())
    told = caught.value
    assert (told.code, told.msg, told.sub_code) == ("27", "a & b", "isv.x")


@every(
    "body",
    [
        b"<error_response><code>27</code>",
        b"<error_response><code>27</code><msg>cut o",
        b"<error_response><code>27</code></error_response>{}",
    ],
)
def test_c45_of_a_broken_error_in_xml_its_code_stays(body: bytes) -> None:
    with pytest.raises(InvalidSession) as caught:
        shops(body)
    assert caught.value.code == "27"


@pytest.mark.parametrize("name", ["GBK", "gb2312", "GB18030", "utf-8"])
def test_c45_an_error_in_xml_is_read_in_the_encoding_that_it_declares(name: str) -> None:
    with pytest.raises(InvalidSession) as caught:
        shops(XML.replace("utf-8", name).replace("a &lt; b", "授权失效").format(27).encode(name))
    assert caught.value.msg == "授权失效"


def test_c45_half_a_character_breaks_nothing_later() -> None:
    told = rb'{"tbk_shop_get_response":{"results":{"n_tbk_shop":[{"shop_title":"a\ud800b",'
    page = shops(told + rb'"new\udc00":"\ud83d"}]},"request_id":"\ud800"}}')
    made = types.NTbkShopInfo.from_raw({"shop_title": HALF, HALF: {"a": [HALF]}})
    texts = [page.results[0].shop_title, page.request_id, *map(str, page.raw)]
    for shown in (page, page.results[0], made):
        texts += [str(shown), repr(shown), shown.to_json(), f"{shown}"]
    texts += [json.dumps(page.to_wire(), ensure_ascii=False), repr(page.results[0].extra)]
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="strict")
    logger = logging.Logger("replies")
    logger.addHandler(logging.StreamHandler(stream))
    for text in texts:
        print(text, file=stream)
        logger.warning(text)
    stream.flush()


def test_c45_half_a_character_in_an_error_breaks_nothing_later() -> None:
    with pytest.raises(GatewayError) as caught:
        shops(rb'{"error_response":{"code":15,"sub_msg":"\ud800","sub_code":"isv.\udc00"}}')
    assert f"{caught.value} {caught.value!r}".encode()


# C46 to C50: a model is one thing


def test_c46_a_reply_has_a_json_form() -> None:
    page = shops(b'{"tbk_shop_get_response":{"total_results":"3","new":{"rate":[1.10]}}}')
    assert page.to_json() == '{"total_results":3,"new":{"rate":[1.10]}}'
    assert page.to_dict() == {"total_results": 3, "new": {"rate": [Decimal("1.10")]}}
    assert json.dumps(page.raw, default=str) == '{"total_results": "3", "new": {"rate": ["1.10"]}}'


def test_c47_a_model_is_frozen_and_can_be_made() -> None:
    shop = types.NTbkShopInfo(shop_title="x")
    assert shop.shop_title == "x"
    for name in ("shop_title", "typo"):
        with pytest.raises(AttributeError, match="frozen"):
            setattr(shop, name, 1)
    with pytest.raises(TypeError, match="is no mapping"):
        list(shop)
    page = types.TbkShopGetResponse(results=[shop])
    assert [*page] == [shop]
    for wrong in (lambda: page[0], lambda: [*reversed(page)]):  # type: ignore[index,call-overload]
        with pytest.raises(TypeError, match="不能按位置取"):
            wrong()


def test_c48_hints_resolve() -> None:
    assert typing.get_type_hints(Client.tbk_shop_get)["return"] is types.TbkShopGetResponse


def test_c50_print_shows_content_and_is_bounded() -> None:
    order = Order(trade_id="7", item_title="长" * 9999, pay_price=Decimal("9.10"))
    page = types.TbkOrderDetailsGetOrderPage(results=[order] * 100)
    shown = str(types.TbkOrderDetailsGetResponse(data=page))
    assert "trade_id: '7'" in shown
    assert "pay_price: 9.10" in shown
    assert "共 100 个" in shown
    assert len(shown) < 3_000
    assert len(repr(page)) < 300
