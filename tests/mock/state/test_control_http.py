"""The state over HTTP, for programs in any language."""

import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from taobaoke_mock import MockServer
from taobaoke_mock.http import HttpLimits

from mock.calls import Answer, send


@pytest.fixture(scope="module")
def running() -> Iterator[MockServer]:
    with MockServer(orders=0) as server:
        yield server


@pytest.fixture
def server(running: MockServer) -> MockServer:
    running.reset()
    return running


def order(server: MockServer, verb: str, path: str, content: Any = None) -> Answer:
    body = b"" if content is None else json.dumps(content).encode()
    path, _, query = path.partition("?")
    url = server.url.replace("router/rest", f"mock/{path}")
    return send(url, body, verb=verb, query=query, content_type="application/json")


def test_the_clock(server: MockServer) -> None:
    def now() -> Any:
        return order(server, "GET", "clock").json

    assert now()["speed"] == 1
    order(server, "POST", "clock", {"set": "2026-11-11 00:00:00", "advance": 90})
    assert now() == {"now": "2026-11-11 00:01:30", "speed": 0}
    order(server, "POST", "clock", {"run": 60})
    assert now()["speed"] == 60
    order(server, "POST", "clock", {"reset": True})
    assert server.clock.setting is None


@pytest.mark.parametrize(
    "content", [{"advance": "1"}, {"run": 0}, {"set": "yesterday"}, {"set": [1]}, {"sett": 1}]
)
def test_a_wrong_time_is_refused(server: MockServer, content: Any) -> None:
    assert order(server, "POST", "clock", content).status == 400
    assert server.clock.setting is None


def test_the_life_of_an_order(server: MockServer) -> None:
    order(server, "POST", "clock", {"set": "2026-05-05 12:00:00"})
    added = {"tk_status": 11, "item_price": "30.00", "total_commission_rate": "10.00"}
    made = order(server, "POST", "orders/add", added).json
    for step, more in (
        ("pay", {}),
        ("receive", {}),
        ("settle", {}),
        ("change", {"total_commission_rate": "5.00"}),
        ("refund", {"amount": "10.00"}),
        ("punish", {}),
    ):
        order(server, "POST", "clock", {"advance": 60})
        assert order(server, "POST", f"orders/{step}", {**made, **more}).status == 200, step
    (row,) = order(server, "GET", "orders").json
    assert (row["tk_status"], row["refund_tag"], row["pub_share_fee"]) == (3, 1, "1.50")
    (refund,) = order(server, "GET", "refunds").json
    assert (refund["tb_trade_id"], refund["refund_fee"]) == (made["trade_id"], "10.00")


def test_late_and_closed_orders(server: MockServer) -> None:
    made = order(server, "POST", "orders/late", {"by": 300, "tk_status": 11}).json
    assert order(server, "POST", "orders/close", made).body == b"ok\n"
    (row,) = server.orders.truth()
    assert (row["trade_id"], row["tk_status"]) == (made["trade_id"], 13)


def test_an_audit(server: MockServer) -> None:
    made = order(server, "POST", "orders/add", {}).json
    rows = order(server, "GET", "orders").json
    assert order(server, "POST", "orders/audit", {"seen": rows}).body == b"ok\n"
    assert order(server, "POST", "orders/audit", {"seen": rows * 2000}).status == 409
    told = order(server, "POST", "orders/audit", {"seen": []})
    assert told.status == 409
    assert made["trade_id"] in told.body.decode()


@pytest.mark.parametrize(
    ("path", "content", "reason"),
    [
        ("orders/add", {"item_prise": "1"}, "是否想写 item_price"),
        ("orders/add", {"item_price": 1.5}, "a float cannot hold money"),
        ("orders/late", {"by": "soon"}, "by 应为秒数"),
        ("orders/pay", {}, "trade_id"),
        ("orders/pay", {"trade_id": "1"}, "no such order"),
        ("orders/setle", {}, "是否想写 settle"),
        ("orders/_life", {}, "no such step"),
        ("orders/audit", {"seen": 1}, "audit："),
        ("orders/audit", {}, "audit：缺少 seen (seen is missing)"),
        ("orders/audit", {"seen": "x"}, "a list of the rows that a job has"),
        ("orders/late", {}, "late：缺少 by"),
        ("orders/settle", {"trade_id": "1", "amoutn": "1"}, "是否想写 amount"),
        ("orders/change", {}, "change：缺少 trade_id"),
        ("orders/add", {"self": 1}, "订单没有字段 self"),
        ("orders/refund", {"trade_id": "1", "failed": "yes"}, "failed 只能是 True 或 False"),
        ("refunds/audit", {"seen": None}, "a list of the rows that a job has"),
        ("refunds/add", {}, "only audit"),
        ("clock", {}, "one of them is needed"),
        ("clock", {"reset": False}, "reset is true, and stands alone"),
        ("clock", {"reset": True, "advance": 1}, "reset is true, and stands alone"),
        ("clock", {"run": True}, "run："),
        ("items", {"price": "1"}, "items：缺少 item_id"),
        ("items", {"item_id": "1", "prise": "1"}, "是否想写 price"),
    ],
)
def test_what_is_wrong_is_told(server: MockServer, path: str, content: Any, reason: str) -> None:
    answer = order(server, "POST", path, content)
    assert answer.status == 400
    assert reason in answer.body.decode()


def test_a_book_goes_out_and_in(server: MockServer) -> None:
    server.orders.add()
    book = order(server, "GET", "book").json
    assert order(server, "DELETE", "orders").status == 200
    assert order(server, "GET", "orders").json == []
    assert order(server, "PUT", "book", book).status == 200
    assert len(order(server, "GET", "orders").json) == 1
    assert order(server, "PUT", "book", {"format": 0}).status == 400


def test_an_item(server: MockServer) -> None:
    added = {"item_id": "77", "title": "自备商品", "price": "9.90"}
    assert order(server, "POST", "items", added).status == 200
    first = server.items.all()[0]
    assert (first.id, first.title, first.price) == ("77", "自备商品", 990)


def test_every_step_is_on_the_page_of_usage(server: MockServer) -> None:
    text = order(server, "GET", "").body.decode()
    for step in ("add", "late", "pay", "receive", "settle", "refund", "close", "change", "punish"):
        assert step in text


def test_samples_have_no_book_to_ask_or_to_fill() -> None:
    with MockServer(samples=True) as other:
        for verb, path, content in (
            ("GET", "orders", None),
            ("POST", "orders/add", {}),
            ("POST", "items", {"item_id": "1"}),
            ("PUT", "scenario", {"orders": [{"trade_id": "1"}]}),
        ):
            answer = order(other, verb, path, content)
            assert (answer.status, "samples have no state" in answer.body.decode()) == (400, True)
        with pytest.raises(ValueError, match="samples have no state"):
            other.orders.add()
        other.reset()
    with pytest.raises(ValueError, match="samples have no state"):
        MockServer(samples=True, orders=5)


def test_calls_are_answered_while_all_orders_are_written(server: MockServer) -> None:
    answers: list[Answer] = []
    with server._lock:  # as slow as can be
        asked = threading.Thread(target=lambda: answers.append(order(server, "GET", "orders")))
        asked.start()
        for _ in range(5):
            assert order(server, "GET", "").status == 200
        assert not answers
    asked.join(10)
    assert answers[0].json == []


def test_orders_are_told_day_by_day_with_the_lock_free_in_between() -> None:
    with MockServer(orders=4320) as other:
        free: list[bool] = []

        def look() -> None:
            if other._lock.acquire(blocking=False):
                free.append(True)
                other._lock.release()

        days = 0
        for _ in other.orders.truth_by_day():
            looks = threading.Thread(target=look)
            looks.start()
            looks.join()
            days += 1
        assert 90 <= days == len(free)


def test_orders_since_a_moment_and_as_of_one(server: MockServer) -> None:
    server.clock.set("2026-11-26 10:00:00")
    for moment in ("2026-11-20 00:00:00", "2026-11-25 00:00:00"):
        server.orders.add(trade_id=moment[8:10], tk_create_time=moment)

    def told(query: str) -> list[str]:
        rows = order(server, "GET", f"orders?{query}").json
        return [row["trade_id"] for row in rows]

    assert told("since=2026-11-24%2000:00:00") == ["25"]
    assert told("now=2026-11-21%2000:00:00") == ["20"]
    assert told("") == ["20", "25"]
    assert "since：" in order(server, "GET", "orders?since=monday").body.decode()
    assert order(server, "GET", "orders?until=monday").status == 400
    assert order(server, "GET", "clock?x=1").status == 400


def test_books_and_what_a_job_has_seen_may_be_larger_than_calls() -> None:
    rows = [{"trade_id": "1", "item_title": "x" * 3000}]
    with MockServer(orders=0, limits=HttpLimits(body=1000, large_body=5000)) as other:
        assert order(other, "POST", "orders/audit", {"seen": rows}).status == 409
        assert order(other, "POST", "orders/audit", {"seen": rows * 2}).status == 413
        assert order(other, "PUT", "book", {"x": "x" * 3000}).status == 400
        assert order(other, "POST", "orders/add", {"x": "x" * 3000}).status == 413


def test_an_export_is_of_one_moment(server: MockServer) -> None:
    for number in range(3):
        server.orders.add(trade_id=str(number))
    server.orders.refund("1", "1.00", finished=server.clock.now() + 60)
    server.orders.punish("2")
    book = order(server, "GET", "book").json
    assert [each["trade_id"] for each in book["orders"]] == ["0", "1", "2"]
    happened = [(len(each["refunds"]), len(each["punishments"])) for each in book["orders"]]
    assert happened == [(0, 0), (2, 0), (0, 1)]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"trade_id": "1", "trade_id": "2"}', "trade_id 写了两次"),
        (b'{"item_num": ' + b"9" * 5000 + b"}", "a number has too many digits"),
    ],
)
def test_json_that_says_two_things_or_too_much(
    server: MockServer, body: bytes, reason: str
) -> None:
    answer = send(server.url.replace("router/rest", "mock/orders/add"), body)
    assert answer.status == 400
    assert reason in answer.body.decode()
    assert server.orders.truth() == []


def test_refunds_are_audited(server: MockServer) -> None:
    one = server.orders.add(item_price="10.00")
    server.orders.receive(one)
    server.orders.refund(one, "1.00")
    rows = order(server, "GET", "refunds").json
    assert order(server, "POST", "refunds/audit", {"seen": rows}).status == 200
    assert order(server, "POST", "refunds/audit", {"seen": []}).status == 409


def test_an_export_with_keys_of_its_own_is_refused(server: MockServer) -> None:
    book = order(server, "GET", "book").json
    assert "no such keys" in order(server, "PUT", "book", {**book, "extra": 1}).body.decode()


def test_a_wrong_path_is_told_in_two_lines(server: MockServer) -> None:
    for verb, path in (("GET", "order"), ("DELETE", "clock")):
        assert len(order(server, verb, path).body.decode().splitlines()) == 2
