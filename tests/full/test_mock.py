"""What the mock accepts, refuses and answers for every key, over real connections."""

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from mock.calls import Answer, multipart, send, signed
from tables import every

from full.building import Full

BEHIND_UTC = 5 * 3600 + 30 * 60
"""The gateway's clock is at -05:30."""

PARCELS, TRADES = "taobao.full.parcel.save", "taobao.full.trade.list"
STOCKS, GOODS = "taobao.full.stock.record", "taobao.full.goods.search"
PARCEL = {"class": "box", "weight": "1.25", "sent_at": "1718731800000", "codes": "a"}
HOUR = {"start_time": "2026-01-01 00:00:00", "end_time": "2026-01-01 01:00:00"}


@pytest.fixture(scope="module")
def server(full: Full) -> Iterator[Any]:
    with full.mock.MockServer() as running:
        yield running


def clock(ahead: float = 0) -> str:
    """The gateway's time, some seconds later."""
    moment = time.gmtime(time.time() - BEHIND_UTC + ahead)
    return time.strftime("%Y-%m-%d %H:%M:%S", moment)


def public(method: str, **changes: str) -> dict[str, str]:
    return {
        "method": method,
        "app_key": "12345678",
        "timestamp": clock(),
        "v": "2.0",
        "format": "json",
        "sign_method": "md5",
        **changes,
    }


def ask(server: Any, method: str, **arguments: str) -> Answer:
    return send(server.url, urlencode(signed(public(method, **arguments))).encode())


def save(server: Any, **changes: str | None) -> Answer:
    """A right call that saves a parcel, with changes; None leaves an argument out."""
    arguments = {**PARCEL, "session": "test", **changes}
    given = {name: value for name, value in arguments.items() if value is not None}
    body, kind = multipart(signed(public(PARCELS, **given)), {"photo": b"a picture"})
    return send(server.url, body, content_type=kind)


def content(answer: Answer) -> Any:
    (told,) = answer.json.values()
    return told


def hint(server: Any) -> str | None:
    """What the mock says to people about the last call."""
    explanation: str | None = server.requests[-1].explanation
    return explanation


# The gateway


@pytest.mark.parametrize(
    ("ahead", "code"), [(0, None), (60, None), (-60, None), (120, 31), (-120, 31)]
)
def test_the_clock_of_the_gateway_and_its_tolerance(
    server: Any, ahead: int, code: int | None
) -> None:
    answer = ask(server, STOCKS, since="1", timestamp=clock(ahead))
    assert answer.json.get("error_response", {}).get("code") == code


def test_the_clock_of_another_zone_is_wrong(server: Any) -> None:
    for ahead in (2 * BEHIND_UTC, BEHIND_UTC, BEHIND_UTC + 8 * 3600):  # +05:30, UTC, +08:00
        assert (
            ask(server, STOCKS, since="1", timestamp=clock(ahead)).error["msg"]
            == "Invalid timestamp"
        )


@pytest.mark.parametrize("way", ["md5", "hmac", "hmac-sha256"])
def test_the_signatures(server: Any, way: str) -> None:
    assert "full_stock_record_response" in ask(server, STOCKS, since="1", sign_method=way).json
    parameters = {**public(STOCKS, since="1", sign_method=way), "sign": "A" * 32}
    refused = send(server.url, urlencode(parameters).encode())
    assert (refused.error["code"], refused.error["msg"]) == (25, "Invalid signature")


@pytest.mark.parametrize(
    ("changes", "code", "message"),
    [
        ({"format": "yaml"}, 23, "Invalid format"),
        ({"v": "3.0"}, 34, "Unsupported version"),
        ({"method": "taobao.full.no.such"}, 22, "Invalid method"),
        ({"session": "stranger"}, 27, "Invalid session"),
        ({"since": ""}, 40, "Missing required arguments:since"),
    ],
)
def test_checks(server: Any, changes: dict[str, str], code: int, message: str) -> None:
    parameters = {**public(STOCKS, since="1"), **changes}
    answer = send(server.url, urlencode(signed(parameters)).encode())
    if changes.get("format"):
        assert f"<code>{code}</code><msg>{message}</msg>".encode() in answer.body
    else:
        assert (answer.error["code"], answer.error["msg"]) == (code, message)


def test_the_order_of_checks(server: Any) -> None:
    """As the platform's list says: the method before the signature, that before the session."""
    wrong = {**public("taobao.full.no.such", session="stranger"), "sign": "A"}
    codes = []
    for changes in ({}, {"method": STOCKS}):
        body = urlencode({**wrong, **changes}).encode()
        codes.append(send(server.url, body).error["code"])
    assert codes == [22, 25]
    assert ask(server, STOCKS, session="stranger").error["code"] == 27
    assert ask(server, STOCKS).error["code"] == 40


@pytest.mark.parametrize(
    ("method", "arguments", "code"),
    [
        (TRADES, HOUR, None),
        (STOCKS, {"since": "1"}, None),
        ("taobao.full.note.get", {}, None),
        ("taobao.full.secret.get", {"any": "thing"}, None),
    ],
)
def test_sessions_that_are_not_needed(
    server: Any, method: str, arguments: dict[str, str], code: int | None
) -> None:
    assert ask(server, method, **arguments).json.get("error_response") is code


def test_a_session_that_is_needed(server: Any) -> None:
    assert "full_parcel_save_response" in save(server).json
    assert save(server, session="").error["code"] == 26
    assert ask(server, GOODS, **HOUR).error["code"] == 26


# Values


@every(
    ("name", "good", "bad", "why"),
    [
        ("class", ["bag"], ["sack"], "没有值 sack，只有 bag、box"),
        ("weight", ["0.5", "30", "1.250"], ["0.4", "30.01"], "值须在 0.5 到 30 之间"),
        ("weight", ["1.25"], ["1.255"], "小数最多 2 位"),
        ("weight", ["1"], ["heavy", "NaN"], "应为数字"),
        ("fee", ["0.01", "99.99"], ["0.001", "100"], "值须在 0.01 到 99.99 之间"),
        ("fee", ["9.90"], ["9.905"], "小数最多 2 位"),
        ("count", ["1", "99"], ["0", "100"], "值须在 1 到 99 之间"),
        ("count", ["7"], ["7.0", "seven"], "应为整数"),
        ("is_first", ["Y", "1", "N", "0"], ["true", "y"], "应为 Y 或 1 或 N 或 0"),
        ("fragile", ["1", "0"], ["true", "2"], "应为 1 或 0"),
        ("gift", ["true", "false"], ["1", "yes"], "应为 true 或 false"),
        ("level", ["1", "4", "5"], ["x"], "应为整数"),
        ("sent_at", ["1718731800000"], ["2024-06-18 12:00:00"], "时间格式应为 epoch_ms"),
        ("minute", ["2026-01-02 03:04"], ["2026-01-02 03:04:05"], "时间格式应为 yyyy-MM-dd HH:mm"),
        ("stamp", ["20260102030405"], ["2026-01-02"], "时间格式应为 yyyyMMddHHmmss"),
        ("due", ["2026-01-02"], ["20260102", "2026-02-30"], "时间格式应为 yyyy-MM-dd"),
        ("day", ["20260102"], ["2026-01-02"], "时间格式应为 yyyyMMdd"),
        ("month", ["202601"], ["2026-01"], "时间格式应为 yyyyMM"),
        ("season", ["2026-01"], ["202601"], "时间格式应为 yyyy-MM"),
        ("codes", ["a", "a b c", "a,b,c,d"], ["a b c d"], "个数须在 1 到 3 之间"),
        ("tags", ["新", "新|急", "a,b,c"], ["a|b|c"], "个数须在 1 到 2 之间"),
        ("marks", ["1&2&3"], ["1&b", "1,2"], "应为整数"),
        (
            "remark",
            ["小心", "一二三四五六七八九十"],
            ["轻", "一二三四五六七八九十一"],
            "长度须在 2 到 10 之间",
        ),
        ("from", ["一二三四五六"], ["一二三四五六七"], "长度不能大于 6"),
        ("extra", ['{"a":1}', "[]", "null"], ["{a:1}"], "应为 JSON 文本"),
        ("loose", ['{"any":{"thing":1}}'], ["text", "[1]"], "应为 JSON 对象的文本"),
        ("rows", ['[{"sku_id":1}]', "[]"], ['{"sku_id":1}x', "1"], "应为 JSON 数组的文本"),
    ],
)
def test_values(server: Any, name: str, good: list[str], bad: list[str], why: str) -> None:
    together = {"remark": {"extra": "{}"}, "extra": {"remark": "小心"}}.get(name, {})
    for text in good:
        assert "full_parcel_save_response" in save(server, **{**together, name: text}).json, text
    for text in bad:
        refused = save(server, **{**together, name: text}).error
        assert (refused["code"], refused["msg"]) == (41, f"Invalid arguments:{name}"), text
        told = hint(server)
        assert told is not None
        assert told.startswith(f"{name}：{why} ("), told


@every(
    ("name", "text", "code", "path", "why"),
    [
        ("rows", '[{"sku_id":1},{"number":1}]', 40, "rows.sku_id", "缺少 rows.sku_id"),
        ("rows", '[{"sku_id":1,"number":0}]', 41, "rows.number", "值不能小于 1"),
        (
            "rows",
            '[{"sku_id":1,"class":"sack"}]',
            41,
            "rows.class",
            "没有值 sack，只有 bag、box",
        ),
        (
            "rows",
            '[{"sku_id":1,"bought_at":"2026-01-01"}]',
            41,
            "rows.bought_at",
            "时间格式应为 yyyy-MM-dd HH:mm:ss",
        ),
        ("address", '{"floor":1}', 40, "address.city", "缺少 address.city"),
        ("address", '{"city":"x","floor":-4}', 41, "address.floor", "值须在 -3 到 200 之间"),
    ],
)
def test_values_inside_objects(
    server: Any, name: str, text: str, code: int, path: str, why: str
) -> None:
    refused = save(server, **{name: text}).error
    what = {40: "Missing required arguments", 41: "Invalid arguments"}[code]
    assert (refused["code"], refused["msg"]) == (code, f"{what}:{path}")
    assert (hint(server) or "").startswith(why if code == 40 else f"{path}：{why}")


@pytest.mark.parametrize("name", ["class", "weight"])
def test_required_parameters(server: Any, name: str) -> None:
    refused = save(server, **{name: None}).error
    assert (refused["code"], refused["msg"]) == (40, f"Missing required arguments:{name}")


def test_a_required_file(server: Any) -> None:
    refused = ask(server, PARCELS, session="test", **PARCEL).error
    assert refused["msg"] == "Missing required arguments:photo"
    as_text = ask(server, PARCELS, session="test", photo="picture", **PARCEL).error
    assert as_text["msg"] == "Invalid arguments:photo"


def test_parameters_that_may_be_required_are_not_missed(server: Any) -> None:
    assert "full_note_get_response" in ask(server, "taobao.full.note.get").json
    assert "full_stock_record_response" in ask(server, STOCKS, since="1").json


def test_other_values_of_an_open_list_pass_with_a_hint(server: Any) -> None:
    assert "full_parcel_save_response" in save(server, color="blue").json
    assert (hint(server) or "").startswith("color 的值 blue 不在文档所列之中：red (")
    save(server, color="red")
    assert hint(server) is None
    assert "full_trade_list_response" in ask(server, TRADES, status="9", **HOUR).json
    assert (hint(server) or "").startswith("status 的值 9 不在文档所列之中：1、2 (")


# Rules between parameters


@every(
    ("changes", "sub_code", "why"),
    [
        ({"made_at": "1"}, "isv.parameters-mismatch:sent_at,made_at", "必须且只能传一个"),
        ({"sent_at": None}, "isv.parameters-mismatch:sent_at,made_at", "必须且只能传一个"),
        ({"codes": None}, "isv.missing-parameter:codes,tags", "至少要传一个"),
        ({"day": "20260102", "month": "202601"}, "isv.parameters-mismatch:day,month", "不能同时传"),
        ({"remark": "小心"}, "isv.missing-parameter:remark,extra", "要么都传，要么都不传"),
        ({"extra": "{}"}, "isv.missing-parameter:remark,extra", "要么都传，要么都不传"),
        ({"class": "bag", "is_first": "Y"}, "isv.missing-parameter:level", "至少要传一个"),
    ],
)
def test_broken_rules(server: Any, changes: dict[str, str | None], sub_code: str, why: str) -> None:
    refused = save(server, **changes).error
    assert (refused["code"], refused["sub_code"]) == (15, sub_code)
    names = sub_code.partition(":")[2]
    assert refused["sub_msg"] == f"{names} {why}"


@every(
    "changes",
    [
        {"sent_at": None, "made_at": "1"},
        {"tags": "新"},
        {"codes": None, "tags": "新"},
        {"day": "20260102"},
        {"month": "202601"},
        {"remark": "小心", "extra": "{}"},
        {"class": "bag"},
        {"class": "bag", "is_first": "N"},
        {"is_first": "Y"},
        {"class": "bag", "is_first": "Y", "level": "1"},
    ],
)
def test_kept_rules(server: Any, changes: dict[str, str | None]) -> None:
    assert "full_parcel_save_response" in save(server, **changes).json


@pytest.mark.parametrize(
    ("method", "end", "refused"),
    [
        (TRADES, "2026-01-01 02:59:59", False),
        (TRADES, "2026-01-01 03:00:00", True),  # exactly the limit
        (TRADES, "2025-12-31 23:59:59", True),
        (GOODS, "2026-01-02 23:59:59", False),
        (GOODS, "2026-01-03 00:00:00", True),
    ],
)
def test_windows(server: Any, method: str, end: str, refused: bool) -> None:
    start = "2026-01-01 00:00:00"
    answer = ask(server, method, session="test", start_time=start, end_time=end)
    assert ("error_response" in answer.json) is refused
    if refused:
        assert (answer.error["code"], answer.error["sub_code"]) == (15, "isv.invalid-parameter")


# Replies


def test_a_documented_reply(server: Any) -> None:
    told = content(ask(server, TRADES, **HOUR))
    assert told.pop("request_id")
    assert told == {
        "total": 2,
        "has_next": "false",
        "data": {
            "trades": {
                "trade": [
                    {
                        "trade_id": 7001,
                        "price": "9.90",
                        "fee": 12,
                        "rate": "12.34",
                        "share": 1234,
                        "status": 2,
                        "level": 3,
                        "paid_at": "2026-01-01 01:02:03",
                        "is_first": "Y",
                    },
                    {
                        "trade_id": 7002,
                        "price": "1.00",
                        "fee": 0,
                        "paid_at": "--",
                        "is_first": "0",
                    },
                ]
            },
            "refunds": {"refund": [{"refund_id": "R1", "price": "-"}]},
        },
    }


def test_a_made_reply(server: Any) -> None:
    told = content(save(server))
    assert told.pop("request_id")
    assert told == {
        "success": True,
        "code": 0,
        "message": "示例",
        "results": {"result": [{"parcel_id": "123456789", "code": "OK", "reason": "示例"}]},
        "others": {"other": [{"parcel_id": "123456789", "code": "OK", "reason": "示例"}]},
        "shelf": {"shelf_id": 12, "labels": "123456789", "seen_at": "1718731800"},
        "rest": {},
    }
    (stock,) = content(ask(server, STOCKS, since="1"))["data"]["stocks"]["stock"]
    assert {name: stock[name] for name in ("count", "price", "cost", "is_open", "moved_at")} == {
        "count": "1",
        "price": "3.5",
        "cost": 2.5,
        "is_open": False,
        "moved_at": 1718731800000,
    }


def test_replies_of_which_nothing_is_known(server: Any) -> None:
    assert [*content(ask(server, "taobao.full.note.get"))] == ["request_id"]
    assert [*content(ask(server, "taobao.full.secret.get"))] == ["request_id"]


def test_simplified_json_and_xml(server: Any) -> None:
    plain = ask(server, TRADES, simplify="true", **HOUR).json
    assert plain["data"]["refunds"] == [{"refund_id": "R1", "price": "-"}]
    xml = ask(server, TRADES, format="xml", **HOUR).body.decode()
    assert "<full_trade_list_response><total>2</total><has_next>false</has_next>" in xml
    assert "<refunds><refund><refund_id>R1</refund_id><price>-</price></refund></refunds>" in xml


# Pages


@pytest.fixture(scope="module")
def crowded(full: Full) -> Iterator[Any]:
    """A mock with ten results."""
    with full.mock.MockServer(results=10) as running:
        yield running


def test_pages_with_numbers_and_two_lists(crowded: Any) -> None:
    def page(**arguments: str) -> tuple[list[int], list[str], Any, Any]:
        told = content(ask(crowded, TRADES, **HOUR, **arguments))
        trades = told["data"].get("trades", {"trade": []})["trade"]
        refunds = told["data"].get("refunds", {"refund": []})["refund"]
        ids = [trade["trade_id"] for trade in trades]
        return ids, [it["refund_id"] for it in refunds], told["has_next"], told["total"]

    first = ([7001, 7002, 7003], ["R1", "R1-1", "R1-2"], "true", 10)
    assert page() == first  # three a page, as the spec says
    assert page(page_no="0") == first  # the first page is number 0
    assert page(page_no="1") == ([7004, 7005, 7006], ["R1-3", "R1-4", "R1-5"], "true", 10)
    assert page(page_no="3") == ([7010], ["R1-9"], "false", 10)
    assert page(page_no="4") == ([], [], "false", 10)
    assert page(page_no="4", page_size="2") == ([7009, 7010], ["R1-8", "R1-9"], "false", 10)


def test_pages_with_a_position(crowded: Any) -> None:
    def page(**arguments: str) -> tuple[list[str], Any, Any]:
        told = content(ask(crowded, STOCKS, since="1", **arguments))["data"]
        ids = [stock["stock_id"] for stock in told["stocks"]["stock"]]
        return ids, told["next"], told["more"]

    ids, position, more = page()
    assert (ids, more) == (["5", "6", "7", "8"], 1)  # four a page, as the spec says
    ids, position, more = page(position=position)
    assert (ids, more) == (["9", "10", "11", "12"], 1)
    ids, position, more = page(position=position)
    assert (ids, more) == (["13", "14"], 0)
    assert page(limit="6")[0] == ["5", "6", "7", "8", "9", "10"]


def test_pages_behind_a_number_of_results(crowded: Any) -> None:
    def page(**arguments: str) -> tuple[list[str], int]:
        told = content(ask(crowded, GOODS, session="test", **HOUR, **arguments))
        return [good["good_id"] for good in told["goods"]["good"]], told["total"]

    assert page() == (["123456789", "123456790", "123456791"], 10)
    assert page(skip="8") == (["123456797", "123456798"], 10)
    assert page(skip="1", page_size="2") == (["123456790", "123456791"], 10)


# Errors


@every(
    ("code", "sub_code", "message"),
    [
        ("isp.busy", "isp.busy", "系统忙"),
        ("9100", "9100", "太频繁"),
        ("3000", "3000", "今日已满"),
        ("isv.no-right", "isv.no-right", "无权"),
        ("bad-weight", "bad-weight", "重量不对"),
        ("isv.user-limit", "isv.user-limit", None),
    ],
)
def test_errors_of_a_method_have_its_messages(
    server: Any, code: str, sub_code: str, message: str | None
) -> None:
    server.fail(PARCELS, code, times=1)
    refused = save(server).error
    assert (refused["code"], refused["msg"]) == (15, "Remote service error")
    assert (refused["sub_code"], refused.get("sub_msg")) == (sub_code, message)


def test_errors_of_the_gateway_have_its_messages(server: Any) -> None:
    server.fail(STOCKS, "7", times=1)
    assert ask(server, STOCKS, since="1").error["msg"] == "App Call Limited"


def test_a_missing_package_is_not_told_but_those_that_are_held(server: Any) -> None:
    """One that would grant the method is not among them."""
    server.fail(TRADES, "11", times=1)
    refused = ask(server, TRADES, **HOUR).error
    assert refused["msg"] == "Insufficient isv permissions"
    assert refused["sub_code"] == "isv.permission-api-package-limit"
    assert refused["sub_msg"] == "scope ids is 11655 13168"


def test_the_index_names_every_method(server: Any) -> None:
    told = send(server.url.removesuffix("/router/rest") + "/", verb="GET").body.decode()
    assert "全项的模拟网关 · stub of the Every key gateway" in told
    assert "7 methods:\n" in told
    assert "taobao.full.trade.list  全项-交易查询\n" in told
