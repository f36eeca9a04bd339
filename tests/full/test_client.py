"""What the client sends, refuses and reads for every key, sync and async, against real servers."""

import asyncio
import inspect
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from email.utils import formatdate
from typing import Any

import pytest
from client.conftest import Caller
from client.server import Gateway, Reply, refusal, serving
from mock.calls import signature
from tables import every

from full.building import ACCOUNT, Full

NEW_YEAR = 1_767_225_600
"""2026-01-01 00:00 UTC; in the gateway's zone, the evening before."""

ZONE = timezone(-timedelta(hours=5, minutes=30))
PUBLIC = {"method", "app_key", "sign_method", "timestamp", "format", "v", "session", "sign"}
PARCEL: dict[str, Any] = {
    "class_": "box",
    "photo": b"a picture",
    "weight": "1.25",
    "sent_at": "1718731800000",
    "codes": "a",
}
HOUR = {"start_time": datetime(2026, 1, 1), "end_time": datetime(2026, 1, 1, 1)}

Make = Callable[..., Caller]


@pytest.fixture(scope="module")
def running() -> Iterator[Gateway]:
    with serving() as gateway:
        yield gateway


@pytest.fixture
def gateway(running: Gateway) -> Gateway:
    """A gateway that has heard nothing yet."""
    running.requests.clear()
    running.replies.clear()
    return running


@pytest.fixture(params=["sync", "async"])
def make(request: pytest.FixtureRequest, full: Full, gateway: Gateway) -> Iterator[Make]:
    """Makes clients whose clock stands still at the new year; pauses are noted, not slept."""
    loop = asyncio.new_event_loop() if request.param == "async" else None
    made: list[Caller] = []

    def make_one(**options: Any) -> Caller:
        usual = {"gateway": gateway.url, "session": "test", "clock": lambda: NEW_YEAR}
        kind = full.client.AsyncClient if loop else full.client.Client
        caller = Caller(kind(*ACCOUNT, **usual | options), loop)

        async def pause(seconds: float) -> None:
            caller.pauses.append(seconds)

        caller.client.sleep = pause if loop else caller.pauses.append
        made.append(caller)
        return caller

    yield make_one
    for caller in made:
        caller.close()
    if loop:
        loop.close()


@pytest.fixture
def caller(make: Make) -> Caller:
    return make()


def own(gateway: Gateway) -> dict[str, str]:
    """The arguments of the last request, files aside."""
    request = gateway.requests[-1]
    if request.headers["content-type"].startswith("multipart/"):
        form = {name: text.decode() for name, file, _, text in request.parts if file is None}
    else:
        form = request.form
    return {name: text for name, text in form.items() if name not in PUBLIC}


def save(gateway: Gateway, caller: Caller, **changes: Any) -> dict[str, str]:
    gateway.answers({"full_parcel_save_response": {}})
    caller.full_parcel_save(**{**PARCEL, **changes})
    return own(gateway)


def problems(full: Full, call: Callable[..., Any], **arguments: Any) -> list[str]:
    with pytest.raises(full.client.InvalidArguments) as refused:
        call(**arguments)
    return [*refused.value.problems]


# What is sent


def test_public_parameters(gateway: Gateway, caller: Caller) -> None:
    gateway.answers({"full_stock_record_response": {}})
    caller.full_stock_record(since="1767225600")
    (form,) = gateway.forms
    assert form.pop("sign") == signature(form, "helloworld")
    assert form == {
        "method": "taobao.full.stock.record",
        "app_key": "12345678",
        "sign_method": "hmac-sha256",
        "timestamp": "2025-12-31 18:30:00",
        "format": "json",
        "v": "2.0",
        "session": "test",
        "since": "1767225600",
    }
    assert gateway.requests[0].headers["user-agent"] == "full-kit/2.0.0rc1"


@pytest.mark.parametrize("way", ["md5", "hmac", "hmac-sha256"])
def test_signatures(gateway: Gateway, make: Make, way: str) -> None:
    gateway.answers({"full_stock_record_response": {}})
    make(sign_method=way).full_stock_record(since="1767225600")
    (form,) = gateway.forms
    assert form["sign_method"] == way
    assert form.pop("sign") == signature(form, "helloworld")


def test_the_gateways(full: Full) -> None:
    assert dict(full.client.GATEWAYS) == {
        "production": "https://eco.taobao.com/router/rest",
        "sandbox": "https://gw.api.tbsandbox.com/router/rest",
    }
    assert full.client.Client(*ACCOUNT).gateway == "https://eco.taobao.com/router/rest"


EVENING = datetime(2026, 1, 1, 20, 0, tzinfo=UTC)
"""14:30 of the same day in the gateway's zone."""

NIGHT = datetime(2026, 1, 1, 3, 0, tzinfo=UTC)
"""Still the day before there."""


@every(
    ("name", "value", "wire_name", "text"),
    [
        ("class_", "bag", "class", "bag"),
        ("weight", Decimal("1.25"), "weight", "1.25"),
        ("weight", 1.5, "weight", "1.5"),
        ("weight", "1.250", "weight", "1.25"),
        ("weight", 30, "weight", "30"),
        ("fee", Decimal("9.90"), "fee", "9.90"),
        ("fee", 0.01, "fee", "0.01"),
        ("count", 7, "count", "7"),
        ("is_first", True, "is_first", "Y"),
        ("is_first", False, "is_first", "N"),
        ("fragile", True, "fragile", "1"),
        ("fragile", False, "fragile", "0"),
        ("gift", True, "gift", "true"),
        ("gift", False, "gift", "false"),
        ("level", 3, "level", "3"),
        ("color", "blue", "color", "blue"),
        ("sent_at", datetime(2026, 1, 1), "sent_at", "1767245400000"),
        ("sent_at", datetime(2026, 1, 1, tzinfo=UTC), "sent_at", "1767225600000"),
        ("minute", EVENING, "minute", "2026-01-01 14:30"),
        ("minute", "2026-01-02 03:04", "minute", "2026-01-02 03:04"),
        ("stamp", datetime(2026, 1, 2, 3, 4, 5), "stamp", "20260102030405"),
        ("due", date(2026, 1, 2), "due", "2026-01-02"),
        ("due", NIGHT, "due", "2025-12-31"),
        ("day", date(2026, 1, 2), "day", "20260102"),
        ("month", date(2026, 1, 2), "month", "202601"),
        ("season", date(2026, 1, 2), "season", "2026-01"),
        ("codes", ["a", "b"], "codes", "a b"),
        ("codes", "a b", "codes", "a b"),
        ("tags", ["新", "急"], "tags", "新|急"),
        ("tags", "新|急", "tags", "新|急"),
        ("marks", [1, 2], "marks", "1&2"),
        ("letters", ["a,", "b"], "letters", "a,;b"),
        ("pieces", ["a#", "b"], "pieces", "a###b"),
        ("receiver_id", 12, "receiver_id", "12"),
        ("receiver_id", "a-12", "receiver_id", "a-12"),
        ("from_place", "杭州", "from", "杭州"),
        ("uuid", "u1", "uuid", "u1"),
        (
            "rows",
            [{"sku_id": "88", "number": 2, "class_": "bag", "bought_at": EVENING}],
            "rows",
            '[{"sku_id":88,"number":2,"class":"bag","bought_at":"2026-01-01 14:30:00"}]',
        ),
        ("rows", [{"sku_id": 8, "class": "bag"}], "rows", '[{"sku_id":8,"class":"bag"}]'),
        ("rows", [{"sku_id": "a-8"}], "rows", '[{"sku_id":"a-8"}]'),
        ("address", {"city": "杭州", "floor": -3}, "address", '{"city":"杭州","floor":-3}'),
        ("loose", {"any": [1, "一"]}, "loose", '{"any":[1,"一"]}'),
        ("old_code", "x", "old_code", "x"),
    ],
)
def test_values_on_the_wire(
    gateway: Gateway, caller: Caller, name: str, value: Any, wire_name: str, text: str
) -> None:
    usual = {"class": "box", "weight": "1.25", "sent_at": "1718731800000", "codes": "a"}
    assert save(gateway, caller, **{name: value}) == {**usual, wire_name: text}


def test_a_moment_in_seconds_instead(gateway: Gateway, caller: Caller) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    told = save(gateway, caller, sent_at=None, made_at=moment)
    assert told["made_at"] == "1767225600"
    assert "sent_at" not in told


@pytest.mark.parametrize("extra", [{"a": [1, None]}, '{"a":[1,null]}'])
def test_json_text(gateway: Gateway, caller: Caller, extra: Any) -> None:
    told = save(gateway, caller, extra=extra, remark="小心")
    assert (told["extra"], told["remark"]) == ('{"a":[1,null]}', "小心")


def test_a_file(gateway: Gateway, caller: Caller) -> None:
    save(gateway, caller)
    parts = gateway.requests[0].parts
    assert [part for part in parts if part[1] is not None] == [
        ("photo", "file", "application/octet-stream", b"a picture")
    ]
    form = {name: text.decode() for name, file, _, text in parts if file is None}
    assert form.pop("sign") == signature(form, "helloworld")
    assert "photo" not in form


def test_defaults_are_not_sent(gateway: Gateway, caller: Caller) -> None:
    gateway.answers({"full_trade_list_response": {}})
    caller.full_trade_list(**HOUR)
    assert own(gateway) == {
        "start_time": "2026-01-01 00:00:00",
        "end_time": "2026-01-01 01:00:00",
    }


# What is refused before it is sent


@every(
    ("changes", "told"),
    [
        ({"class_": None}, "class_：必填，不能缺少或为空"),
        ({"class_": 1.5}, "class_：应为文字，得到 float 1.5"),
        ({"photo": "picture"}, "photo：应为 bytes 或 File，得到 str 'picture'"),
        ({"weight": "0.4"}, "weight：不能小于 0.5，得到 0.4"),
        ({"weight": 31}, "weight：不能大于 30，得到 31"),
        ({"weight": "1.255"}, "weight：最多 2 位小数，得到 1.255"),
        ({"weight": "heavy"}, "weight：应为数（Decimal、int、float 或数字文本），得到 str 'heavy'"),
        ({"fee": 0}, "fee：不能小于 0.01，得到 0"),
        ({"fee": 100}, "fee：不能大于 99.99，得到 100"),
        ({"fee": 9.905}, "fee：最多 2 位小数，得到 9.905"),
        ({"count": 0}, "count：不能小于 1，得到 0"),
        ({"count": 100}, "count：不能大于 99，得到 100"),
        ({"count": "7"}, "count：应为整数，得到 str '7'"),
        ({"is_first": "Y"}, "is_first：应为 True 或 False，得到 str 'Y'"),
        ({"fragile": 1}, "fragile：应为 True 或 False，得到 int 1"),
        (
            {"made_at": "2026-01-01"},
            "made_at：应为 datetime 或 epoch_s 形式的文字，得到 str '2026-01-01'",
        ),
        (
            {"minute": "2026-01-01"},
            "minute：应为 datetime 或 yyyy-MM-dd HH:mm 形式的文字，得到 str '2026-01-01'",
        ),
        ({"due": "20260102"}, "due：应为 date 或 yyyy-MM-dd 形式的文字，得到 str '20260102'"),
        ({"month": "2026-01"}, "month：应为 date 或 yyyyMM 形式的文字，得到 str '2026-01'"),
        ({"codes": ["a", "b", "c", "d"]}, "codes：最多 3 个值，得到 4"),
        ({"codes": ["a b"]}, "codes[0]：不能含有分隔符 ' '"),
        ({"letters": ["a;b"]}, "letters[0]：不能含有分隔符 ';'"),
        ({"tags": ["a", "b", "c"]}, "tags：最多 2 个元素，得到 3"),
        ({"tags": []}, "tags：至少 1 个元素，得到 0"),
        ({"marks": ["x"]}, "marks[0]：应为整数，得到 str 'x'"),
        ({"extra": "{a", "remark": "小心"}, "extra：不是合法的 JSON 文本：'{a'"),
        ({"remark": "轻", "extra": "{}"}, "remark：至少 2 个字符，得到 1"),
        ({"remark": "轻" * 11, "extra": "{}"}, "remark：最多 10 个字符，得到 11"),
        ({"from_place": "州" * 7}, "from_place：最多 6 个字符，得到 7"),
        ({"rows": [{"number": 1}]}, "rows[0].sku_id：必填，不能缺少或为空"),
        ({"rows": [{"sku_id": 1, "number": 0}]}, "rows[0].number：不能小于 1，得到 0"),
        (
            {"rows": [{"sku_id": 1, "nummer": 1}]},
            "rows[0].nummer：没有这个参数，是否想写 number？",
        ),
        ({"address": {"floor": 1}}, "address.city：必填，不能缺少或为空"),
        ({"address": {"city": "x", "floor": 201}}, "address.floor：不能大于 200，得到 201"),
        ({"made_at": datetime(2026, 1, 1)}, "sent_at、made_at 要给且只能给一个，得到 2 个"),
        ({"sent_at": None}, "sent_at、made_at 要给且只能给一个，得到 0 个"),
        ({"codes": None}, "codes、tags 至少要给一个"),
        (
            {"day": date(2026, 1, 2), "month": date(2026, 1, 2)},
            "day、month 最多给一个，得到 2 个",
        ),
        ({"remark": "小心"}, "remark、extra 要么都给，要么都不给"),
        ({"class_": "bag", "is_first": True}, "当 class 为 bag、is_first 为 Y 时，level 必填"),
    ],
)
def test_wrong_arguments(full: Full, caller: Caller, changes: dict[str, Any], told: str) -> None:
    assert problems(full, caller.full_parcel_save, **{**PARCEL, **changes}) == [told]


@every(
    "changes",
    [
        {"class_": "bag"},
        {"class_": "bag", "is_first": False},
        {"is_first": True},
        {"class_": "bag", "is_first": True, "level": 1},
        {"remark": "小心", "extra": {}},
        {"tags": ["新"]},
        {"codes": None, "tags": "新"},
    ],
)
def test_kept_rules(gateway: Gateway, caller: Caller, changes: dict[str, Any]) -> None:
    assert save(gateway, caller, **changes)


def test_all_problems_are_told_at_once(full: Full, caller: Caller, gateway: Gateway) -> None:
    call = caller.full_parcel_save
    told = problems(full, call, **{**PARCEL, "weight": 31, "count": 0, "codes": None})
    assert told == [
        "weight：不能大于 30，得到 31",
        "count：不能小于 1，得到 0",
        "codes、tags 至少要给一个",
    ]
    assert gateway.requests == []


def test_a_session_that_is_needed(full: Full, make: Make, gateway: Gateway) -> None:
    caller = make(session=None)
    assert problems(full, caller.full_parcel_save, **PARCEL) == [
        "session：此 API 需要用户授权，请在调用或创建客户端时给出"
    ]
    gateway.answers({"full_parcel_save_response": {}}, {"full_trade_list_response": {}})
    caller.full_parcel_save(**PARCEL, session="mine")
    sent = {name: text for name, _, _, text in gateway.requests[0].parts}
    assert sent["session"] == b"mine"
    caller.full_trade_list(**HOUR)  # there it is optional
    assert "session" not in gateway.requests[1].form


START = datetime(2026, 1, 1)


@every(
    ("method", "start", "end", "told"),
    [
        ("full_trade_list", START, START + timedelta(hours=2, minutes=59), None),
        (
            "full_trade_list",
            START,
            START + timedelta(hours=3),
            "end_time：与 start_time 须相隔不到 3 小时；更长的时期用 full_trade_list_all",
        ),
        ("full_trade_list", START, START, "end_time：应晚于 start_time"),
        ("full_trade_list", datetime(2010, 1, 1), datetime(2010, 1, 1, 1), None),
        (
            "full_goods_search",
            START,
            START + timedelta(days=2),
            "end_time：与 start_time 须相隔不到 2 天；更长的时期用 full_goods_search_all",
        ),
        ("full_goods_search", datetime(2025, 10, 3), datetime(2025, 10, 4), None),
        (
            "full_goods_search",
            datetime(2025, 10, 2, 18, 29),
            datetime(2025, 10, 3),
            "start_time：最早只能到 90 天前",
        ),
    ],
)
def test_windows(
    full: Full,
    gateway: Gateway,
    caller: Caller,
    method: str,
    start: datetime,
    end: datetime,
    told: str | None,
) -> None:
    call = getattr(caller, method)
    if told:
        assert problems(full, call, start_time=start, end_time=end) == [told]
    else:
        gateway.answers({f"{method}_response": {}})
        call(start_time=start, end_time=end)
        assert own(gateway)["start_time"] == start.strftime("%Y-%m-%d %H:%M:%S")


def taken(full: Full, caller: Caller, method: str, **given: Any) -> list[Any]:
    """What the call gives that gives everything of a period."""
    pull = getattr(caller.client, method)(**given)
    assert type(pull).__name__ == ("AsyncPull" if caller.client.asynchronous else "Pull")
    return caller.all(pull)


def test_a_period_is_cut_short_on_days_of_sales_and_shorter_when_refused(
    full: Full, gateway: Gateway, make: Make
) -> None:
    caller = make(clock=lambda: NEW_YEAR + 2 * 86400)
    refused = refusal(15, sub_code="isv.none")
    gateway.answers(refused, *[{"full_trade_list_response": {}}] * 20)
    end = datetime(2026, 1, 2, 0, 30)
    assert (
        taken(full, caller, "full_trade_list_all", start=datetime(2026, 1, 1, 23, 30), end=end)
        == []
    )
    windows = [(form["start_time"][8:], form["end_time"][8:]) for form in gateway.forms]
    assert windows == [
        ("01 23:30:00", "01 23:59:59"),
        ("01 23:30:00", "01 23:48:20"),
        ("01 23:48:20", "01 23:59:59"),
        ("01 23:59:59", "02 00:18:19"),
        ("02 00:18:19", "02 00:30:00"),
    ]
    assert {(form["page_no"], form["page_size"]) for form in gateway.forms} == {("0", "50")}


def test_a_period_is_told_in_days_and_states_are_given_once(
    full: Full, gateway: Gateway, caller: Caller
) -> None:
    first, moved = {"stock_id": "5", "moved_at": 1}, {"stock_id": "5", "moved_at": 2}
    pages = ([first], [first, moved], [moved, {"stock_id": "6"}])
    gateway.answers(
        *(
            {"full_stock_record_response": {"code": "200", "data": {"stocks": {"stock": page}}}}
            for page in pages
        )
    )
    start = datetime(2025, 12, 16)
    found = taken(full, caller, "full_stock_record_all", start=start, rate=0)
    assert [
        (stock.stock_id, stock["moved_at"] if "moved_at" in stock.raw else 0) for stock in found
    ] == [("5", 1), ("5", 2), ("6", 0)]
    assert {form["way"] for form in gateway.forms} == {"1"}
    assert [form["days"] for form in gateway.forms] == ["7", "7", "2"]


class Many:
    """A call for any number of labels, and what its calls say."""

    def __init__(self, gateway: Gateway, caller: Caller) -> None:
        self._gateway, self._caller = gateway, caller

    def __call__(self, values: Any, *replies: Any, **given: Any) -> list[Any]:
        self._gateway.answers(*replies)
        many = self._caller.client.full_label_get_many(values, concurrency=1, **given)
        kind = "AsyncMany" if self._caller.client.asynchronous else "Many"
        assert type(many).__name__ == kind
        return self._caller.all(many)

    @property
    def asked(self) -> list[str]:
        return [form["numbers"] for form in self._gateway.forms]


@pytest.fixture
def many(gateway: Gateway, caller: Caller) -> Many:
    return Many(gateway, caller)


def labels(*numbers: int, **more: Any) -> Any:
    found = [{"asked": {"number": number}, "state": "OK", **more} for number in numbers]
    return {"full_label_get_response": {"data": {"labels": {"label": found}}}}


def test_any_number_of_values_in_calls_of_the_documented_size(many: Many, gateway: Gateway) -> None:
    answers = many(range(1, 6), labels(3, 2, 1), labels(5, 4), shelf_id="s")
    assert [answer.value for answer in answers] == [1, 2, 3, 4, 5]
    assert [answer.element.asked.number for answer in answers] == ["1", "2", "3", "4", "5"]
    assert many.asked == ["1|2|3", "4|5"]
    assert {form["shelf_id"] for form in gateway.forms} == {"s"}


def test_an_answer_that_tells_a_failure_is_the_error_of_its_value(full: Full, many: Many) -> None:
    refused = labels(1, 2)
    refused["full_label_get_response"]["data"]["labels"]["label"][1] |= {
        "state": "isv.no-label",
        "text": "no label for helloworld",
    }
    first, second = many([1, 2], refused)
    assert first.error is None
    assert isinstance(second.error, full.client.BusinessError)
    assert (second.error.sub_code, second.error.error_class) == ("isv.no-label", "not_found")
    assert second.error.solution == "换个编号"
    assert second.error.sub_msg == "no label for ******", "the secret of the app"
    assert len(second.error.attempts) == 1
    with pytest.raises(full.client.BusinessError):
        _ = second.element


def test_a_guilty_value_is_found_and_a_missing_one_told(full: Full, many: Many) -> None:
    refused = refusal(15, sub_code="isv.bad-label")
    answers = many([1, 2, 3], refused, labels(1), refused, refused, labels())
    kinds = [type(answer.error).__name__ for answer in answers]
    assert kinds == ["NoneType", "BusinessError", "Unanswered"]
    assert many.asked == ["1|2|3", "1", "2|3", "2", "3"]


def test_what_stands_in_another_list_is_no_answer(many: Many) -> None:
    hinted = labels(1)
    hint = {"asked": {"number": 2}, "state": "OK"}
    hinted["full_label_get_response"]["data"]["near"] = {"near_label": [hint]}
    assert [type(answer.error).__name__ for answer in many([1, 2], hinted)] == [
        "NoneType",
        "Unanswered",
    ]


def test_what_no_call_can_hold_is_not_sent(full: Full, many: Many) -> None:
    answers = many(["x", "1|2", 1.5, 7], labels(7))
    kinds = [type(answer.error).__name__ for answer in answers]
    assert kinds == [*["InvalidArguments"] * 3, "NoneType"]
    assert answers[0].error.problems == ("label_numbers：应为整数，得到 str 'x'",)
    assert many.asked == ["7"]


# What is read


def test_fields_of_trades(gateway: Gateway, caller: Caller) -> None:
    trade = {
        "trade_id": 7001,
        "price": "9.90",
        "fee": "12",
        "rate": "12.34",
        "share": 1234,
        "status": 9,
        "is_first": "Y",
    }
    gateway.answers(
        {
            "full_trade_list_response": {
                "total": "5",
                "has_next": "true",
                "data": {
                    "trades": {"trade": [trade, {"price": "--", "is_first": "0"}]},
                    "refunds": {"refund": [{"price": "-"}, {"price": "1.00"}]},
                },
            }
        }
    )
    reply = caller.full_trade_list(**HOUR)
    assert (reply.total, reply.has_next) == (5, True)
    first, second = reply.data.trades
    assert first.trade_id == "7001"
    assert first.price == Decimal("9.90")
    assert str(first.price) == "9.90"
    assert (first.fee, first.rate, first.share) == (12, Decimal("12.34"), 1234)
    assert (first.status, first.level, first.is_first) == (9, None, True)
    assert (second.price, second.is_first, second.trade_id) == (None, False, None)
    assert [refund.price for refund in reply.data.refunds] == [None, Decimal("1.00")]


@every(
    ("text", "moment"),
    [
        ("2026-01-01 01:02:03", datetime(2026, 1, 1, 1, 2, 3, tzinfo=ZONE)),
        ("1767225600000", datetime(2025, 12, 31, 18, 30, tzinfo=ZONE)),
        ("2026-01-01", datetime(2026, 1, 1, tzinfo=ZONE)),
        ("--", None),
        ("1970-01-01 00:00:00", None),
        ("0000-00-00", None),
    ],
)
def test_forms_of_a_moment(
    gateway: Gateway, caller: Caller, text: str, moment: datetime | None
) -> None:
    data = {"trades": {"trade": [{"paid_at": text}]}}
    gateway.answers({"full_trade_list_response": {"data": data}})
    (trade,) = caller.full_trade_list(**HOUR).data.trades
    assert trade.paid_at == moment
    assert moment is None or trade.paid_at.utcoffset() == -timedelta(hours=5, minutes=30)


@every(
    ("name", "raw", "value"),
    [
        ("stock_id", 5, "5"),
        ("class", "bag", "bag"),
        ("count", "12", 12),
        ("price", 3.5, Decimal("3.5")),
        ("cost", 2.5, Decimal("2.5")),
        ("is_open", False, False),
        ("is_open", "true", True),
        ("tags", {"string": ["a", "b"]}, ["a", "b"]),
        ("tags", ["a"], ["a"]),
        ("tags", None, []),
        ("seen_at", "1767225600", datetime(2025, 12, 31, 18, 30, tzinfo=ZONE)),
        ("seen_at", 1767225600, datetime(2025, 12, 31, 18, 30, tzinfo=ZONE)),
        ("seen_at", "2026-01-01", datetime(2026, 1, 1, tzinfo=ZONE)),
        ("seen_at", "0", None),
        ("seen_at", 0, None),
        ("moved_at", 1767225600000, datetime(2025, 12, 31, 18, 30, tzinfo=ZONE)),
        ("day", "2026-01-02", date(2026, 1, 2)),
        ("day", "2026-01-02 23:59:59", date(2026, 1, 2)),
        ("note", '{"k": [1]}', {"k": [1]}),
        ("note", "", None),
        ("words", "a,b", ["a", "b"]),
        ("old", "x", "x"),
        ("wait_ms", "20", 20),
    ],
)
def test_fields_of_stock(gateway: Gateway, caller: Caller, name: str, raw: Any, value: Any) -> None:
    data = {"stocks": {"stock": [{name: raw}]}}
    gateway.answers({"full_stock_record_response": {"data": data}})
    (stock,) = caller.full_stock_record(since="1767225600").data.stocks
    read = getattr(stock, {"class": "class_"}.get(name, name))
    assert (read, type(read)) == (value, type(value))


def test_objects_inside_of_objects(gateway: Gateway, caller: Caller) -> None:
    stock = {
        "shelf": {"shelf_id": 12, "labels": "a|b", "seen_at": "0"},
        "address": {"hall": "A", "class": "dry"},
    }
    data = {"more": 0, "next": "p2", "stocks": {"stock": [stock]}}
    gateway.answers({"full_stock_record_response": {"data": data}})
    reply = caller.full_stock_record(since="1767225600")
    assert (reply.data.more, reply.data.next) == (False, "p2")
    (read,) = reply.data.stocks
    assert (read.shelf.shelf_id, read.shelf.labels, read.shelf.seen_at) == ("12", ["a", "b"], None)
    assert (read.address.hall, read.address.class_name) == ("A", "dry")


def test_annotations_of_fields(full: Full) -> None:
    stock = full.module("methods.full_stock_record").FullStockRecordStock.__annotations__
    assert stock["stock_id"] == "str | None"
    assert stock["count"] == "int | None"
    assert stock["cost"] == "Decimal | None"
    assert stock["is_open"] == "bool | None"
    assert stock["tags"] == "list[str]"
    assert stock["moved_at"] == "datetime | None"
    assert stock["day"] == "date | None"
    assert stock["note"] == "Json"
    assert stock["words"] == "list[str]"
    assert stock["shelf"] == "Shelf | None"


def test_an_unknown_reply_is_raw(gateway: Gateway, caller: Caller) -> None:
    gateway.answers({"full_note_get_response": {"any": "thing", "request_id": "r1"}})
    reply = caller.full_note_get(note_id=5)
    assert own(gateway) == {"note_id": "5"}
    assert (reply["any"], reply.request_id) == ("thing", "r1")
    gateway.answers({"full_secret_get_response": {"x": 1}})
    assert caller.call("taobao.full.secret.get", {"y": [1, 2]})["x"] == 1
    assert own(gateway) == {"y": "1,2"}


# Success and failure


def test_a_reply_that_reports_a_failure(full: Full, gateway: Gateway, caller: Caller) -> None:
    gateway.answers(
        {"full_parcel_save_response": {"success": False, "code": 9100, "message": "太频繁了"}}
    )
    with pytest.raises(full.client.RateLimited) as failed:
        caller.full_parcel_save(**PARCEL)
    error = failed.value
    assert (error.code, error.sub_code, error.sub_msg) == ("15", "9100", "太频繁了")
    assert (error.solution, error.scope, error.lasts) == ("慢一些", "account", "shortly")
    assert error.response.success is False


@pytest.mark.parametrize(
    ("content", "failed"),
    [
        ({"success": True, "code": 7}, False),
        ({"code": 0}, False),
        ({"code": "0"}, False),
        ({}, False),
        ({"code": 7}, True),
        ({"code": "200"}, True),
    ],
)
def test_codes_of_success_of_a_reply(
    full: Full, gateway: Gateway, caller: Caller, content: dict[str, Any], failed: bool
) -> None:
    gateway.answers({"full_parcel_save_response": {**content, "results": {"result": [{}]}}})
    if failed:
        with pytest.raises(full.client.BusinessError):
            caller.full_parcel_save(**PARCEL)
    else:
        caller.full_parcel_save(**PARCEL)


@pytest.mark.parametrize(("code", "failed"), [("SUCCESS", False), ("200", False), ("0", True)])
def test_codes_of_success_without_a_flag(
    full: Full, gateway: Gateway, caller: Caller, code: str, failed: bool
) -> None:
    gateway.answers({"full_stock_record_response": {"code": code, "data": {"next": "p"}}})
    if failed:
        with pytest.raises(full.client.BusinessError) as told:
            caller.full_stock_record(since="1767225600")
        assert told.value.sub_code == code
    else:
        assert caller.full_stock_record(since="1767225600").data.next == "p"


def test_elements_that_fail(gateway: Gateway, caller: Caller) -> None:
    results = [
        {"parcel_id": "1", "code": "OK"},
        {"parcel_id": "2", "code": "isv.bad-weight", "reason": "太重"},
    ]
    others = [{"parcel_id": "3", "code": "100"}, {"parcel_id": "4", "code": "0"}]
    content = {"success": True, "results": {"result": results}, "others": {"other": others}}
    gateway.answers({"full_parcel_save_response": content})
    reply = caller.full_parcel_save(**PARCEL)
    assert [item.parcel_id for item in reply.ok] == ["1", "3"]
    assert [(it.item.parcel_id, it.code, it.message) for it in reply.failed] == [
        ("2", "isv.bad-weight", "太重"),
        ("4", "0", None),  # not among the documented codes of success
    ]


# Errors


@pytest.mark.parametrize(
    ("sub_code", "kind", "told"),
    [
        ("isp.busy", "BusinessError", ("temporary", "later", "过几秒再发")),
        ("busy", "BusinessError", ("temporary", "later", "过几秒再发")),
        ("9100", "RateLimited", ("rate_limit", "later", "慢一些", "account", "shortly")),
        ("3000", "RateLimited", ("rate_limit", "never", "明天再来", "account", "today")),
        ("isv.app-limit", "RateLimited", ("rate_limit", "later", "减少调用", "app", "unknown")),
        (
            "isv.method-limit",
            "RateLimited",
            ("rate_limit", "ban", "等待所示秒数", "method", "told"),
        ),
        ("isv.user-limit", "RateLimited", ("rate_limit", "later", "换个用户", "user", "shortly")),
        (
            "isv.partner-limit",
            "RateLimited",
            ("rate_limit", "never", "联系合作方", "partner", "unknown"),
        ),
        ("isv.no-right", "PermissionDenied", ("permission", "never", "先签协议")),
        ("isv.bad-session", "InvalidSession", ("session", "never", "重新登录")),
        ("isv.bad-weight", "BusinessError", ("argument", "never", "改重量")),
        ("isp.stock-unavailable", "BusinessError", ("temporary", "later", "片刻后再发")),
        ("isv.unheard-of", "BusinessError", ("business", "never", "看子错误码")),
    ],
)
def test_errors_of_a_method(
    full: Full, gateway: Gateway, caller: Caller, sub_code: str, kind: str, told: tuple[str, ...]
) -> None:
    gateway.answers(
        refusal(15, msg="Remote service error", sub_code=sub_code, sub_msg="&lt;坏&gt;")
    )
    with pytest.raises(full.client.GatewayError) as refused:
        caller.full_parcel_save(**PARCEL)
    error = refused.value
    assert type(error) is getattr(full.client, kind)
    assert (error.error_class, error.retry, error.solution) == told[:3]
    if told[3:]:
        assert (error.scope, error.lasts) == told[3:]
    assert error.sub_msg == "<坏>"
    assert len(gateway.requests) == 1  # a write is not repeated


def test_a_limit_of_today_ends_at_midnight_of_the_gateway(
    full: Full, gateway: Gateway, caller: Caller
) -> None:
    gateway.answers(refusal(15, sub_code="3000"))
    with pytest.raises(full.client.RateLimited) as refused:
        caller.full_parcel_save(**PARCEL)
    assert refused.value.until == datetime(2026, 1, 1, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("code", "kind", "told"),
    [
        (7, "RateLimited", ("rate_limit", "ban", "稍候再调")),
        (11, "PermissionDenied", ("permission", "never", "申请权限包")),
        (22, "InvalidMethod", ("argument", "never", "核对方法名")),
        (25, "InvalidSignature", ("argument", "never", "核对签名")),
        (26, "InvalidSession", ("session", "never", "补上授权码")),
        (31, "InvalidTimestamp", ("argument", "clock", "校准时钟")),
        (40, "MissingArguments", ("argument", "never", "补上参数")),
        (41, "RejectedArguments", ("argument", "never", "改正参数")),
    ],
)
def test_errors_of_the_gateway(
    full: Full, gateway: Gateway, caller: Caller, code: int, kind: str, told: tuple[str, ...]
) -> None:
    gateway.answers(refusal(code, msg="refused"))
    with pytest.raises(full.client.GatewayError) as refused:
        caller.full_stock_record(since="1767225600")
    assert type(refused.value) is getattr(full.client, kind)
    assert (refused.value.error_class, refused.value.retry, refused.value.solution) == told


def test_a_missing_package(full: Full, gateway: Gateway, caller: Caller) -> None:
    gateway.answers(refusal(11, msg="Insufficient isv permissions", sub_msg="scope ids is 5 6"))
    with pytest.raises(full.client.PermissionDenied) as refused:
        caller.full_trade_list(**HOUR)
    error = refused.value
    assert [(package.id, package.page, package.legacy) for package in error.packages] == [
        ("27939", "https://open.taobao.com/apply.htm?docId=901&id=27939", False),
        ("381", "https://open.taobao.com/apply.htm?docId=901&id=381", True),
    ]
    assert error.held == ("5", "6")
    assert (
        "有其一即可的权限包：27939（申请：https://open.taobao.com/apply.htm?docId=901&id=27939）、"
        "381（申请：https://open.taobao.com/apply.htm?docId=901&id=381，旧包，未必还能申请）"
    ) in str(error)
    gateway.answers(refusal(11, msg="Insufficient isv permissions"))
    with pytest.raises(full.client.PermissionDenied) as unknown:
        caller.full_stock_record(since="1767225600")
    assert unknown.value.page == "https://open.taobao.com/api.htm?docId=903"
    assert unknown.value.packages == ()


# Repeating


def busy() -> Reply:
    return refusal(15, sub_code="isp.busy")


def test_a_read_is_repeated_later(gateway: Gateway, caller: Caller) -> None:
    data = {"full_trade_list_response": {"total": 1}}
    gateway.answers(busy(), busy(), data)
    assert caller.full_trade_list(**HOUR).total == 1
    assert len(caller.pauses) == 2


def test_a_read_with_the_name_of_a_write_is_repeated_too(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(refusal(15, sub_code="isp.x-unavailable"), {"full_stock_record_response": {}})
    caller.full_stock_record(since="1767225600")
    assert len(gateway.requests) == 2


def test_a_read_for_a_user_is_repeated_too(gateway: Gateway, caller: Caller) -> None:
    gateway.answers(refusal(15, sub_code="isp.x-unavailable"), {"full_goods_search_response": {}})
    caller.full_goods_search(**HOUR)
    assert len(gateway.requests) == 2


def test_a_ban_is_waited_for_by_writes_too(gateway: Gateway, caller: Caller) -> None:
    told = "This ban will last for 2 more seconds"
    banned = refusal(15, sub_code="isv.method-limit", sub_msg=told)
    gateway.answers(banned, {"full_parcel_save_response": {}})
    caller.full_parcel_save(**PARCEL)
    assert caller.pauses == [2.0]


def test_a_clock_is_corrected_and_the_call_repeated(gateway: Gateway, caller: Caller) -> None:
    date_header = {"Date": formatdate(NEW_YEAR + 3600, usegmt=True)}
    late = Reply({"error_response": {"code": 31}}, headers=date_header)
    gateway.answers(late, {"full_parcel_save_response": {}})
    caller.full_parcel_save(**PARCEL)
    stamps = [
        text.decode()
        for request in gateway.requests
        for name, _, _, text in request.parts
        if name == "timestamp"
    ]
    assert stamps == ["2025-12-31 18:30:00", "2025-12-31 19:30:00"]


def test_the_timeout_of_a_call(full: Full, make: Make) -> None:
    with serving() as own:  # what is given up may arrive later, when another test listens
        caller = make(gateway=own.url, timeout=30, retries=full.client.RetryPolicy(attempts=1))
        own.answers(Reply({}, delay=0.3))
        with pytest.raises(full.client.TransportError):
            caller.full_note_get(note_id="1", timeout=0.05)


def test_a_deprecated_method_names_its_successor(gateway: Gateway, caller: Caller) -> None:
    gateway.answers({"full_goods_search_response": {}})
    told = "^taobao.full.goods.search 已废弃，请改用 full_stock_record$"
    with pytest.warns(DeprecationWarning, match=told):
        caller.full_goods_search(**HOUR)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        gateway.answers({"full_note_get_response": {}})
        caller.full_note_get(note_id="1")


# Pages, of the client's own mock


@pytest.fixture
def stocked(full: Full) -> Iterator[Any]:
    """A mock with ten results."""
    with full.mock.MockServer(results=10, check_clock=False) as server:
        yield server


def sent(server: Any, *names: str) -> list[tuple[str | None, ...]]:
    return [tuple(call.parameters.get(name) for name in names) for call in server.requests]


def test_pages_with_numbers_hold_two_lists(make: Make, stocked: Any) -> None:
    caller = make(gateway=stocked.url)
    items = caller.all(caller.full_trade_list(**HOUR).iter_all())
    kinds = [type(item).__name__ for item in items]
    trade, refund = "FullTradeListTrade", "FullTradeListRefund"
    whole_page = [trade] * 3 + [refund] * 3
    assert kinds == whole_page * 3 + [trade, refund]
    ids = [item.trade_id for item in items if type(item).__name__ == trade]
    assert ids == [str(number) for number in range(7001, 7011)]
    assert sent(stocked, "page_no", "page_size") == [
        (None, None),
        ("1", None),  # the first page is number 0
        ("2", None),
        ("3", None),
    ]


def test_the_last_page_that_the_platform_takes(gateway: Gateway, caller: Caller) -> None:
    data = {"trades": {"trade": [{"trade_id": 1}]}}
    gateway.answers({"full_trade_list_response": {"has_next": "true", "data": data}})
    pages = caller.all(caller.full_trade_list(**HOUR, page_no=9).iter_pages())
    assert len(pages) == len(gateway.requests) == 1


def test_pages_with_a_position(make: Make, stocked: Any) -> None:
    caller = make(gateway=stocked.url)
    items = caller.all(caller.full_stock_record(since="1767225600").iter_all())
    assert [item.stock_id for item in items] == [str(number) for number in range(5, 15)]
    (first, position, round_), (_, second, next_round), (_, third, last_round) = sent(
        stocked, "since", "position", "round"
    )
    assert (first, position, round_) == ("1767225600", None, None)
    assert second != third
    assert (next_round, last_round) == ("2", "3")


def test_pages_behind_a_number_of_results(make: Make, stocked: Any) -> None:
    caller = make(gateway=stocked.url)
    items = caller.all(caller.full_goods_search(**HOUR).iter_all())
    numbers = range(123456789, 123456799)
    assert [item.good_id for item in items] == [str(number) for number in numbers]
    assert sent(stocked, "skip") == [(None,), ("3",), ("6",), ("9",)]


def test_a_page_is_told_to_be_one(full: Full) -> None:
    trades = full.module("methods.full_trade_list").FullTradeListResponse
    assert [base.__name__ for base in inspect.getmro(trades)[1:3]] == ["PagedResponse", "Response"]
    (base,) = trades.__orig_bases__
    assert [kind.__name__ for kind in base.__args__[0].__args__] == [
        "FullTradeListTrade",
        "FullTradeListRefund",
    ]
    parcels = full.module("methods.full_parcel_save").FullParcelSaveResponse
    assert inspect.getmro(parcels)[1].__name__ == "SplitResponse"
