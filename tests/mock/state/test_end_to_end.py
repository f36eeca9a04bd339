"""The state as programs meet it: through the server, mostly with the real client."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import taobaoke_mock
from project import REPOSITORY
from taobaoke import Client, types
from taobaoke_mock import Mock, MockServer
from taobaoke_mock.errors import BookError
from taobaoke_mock.times import written

from mock.calls import call, public, send, signed
from mock.direct import Direct

SOURCE = Path(taobaoke_mock.__file__).parents[1]
ORDERS = "taobao.tbk.order.details.get"
MINUTES = timedelta(minutes=15)
"""A window that is short enough on sale days."""


@pytest.fixture
def server() -> Iterator[MockServer]:
    with MockServer(orders=0) as running:
        yield running


@pytest.fixture
def client(server: MockServer) -> Iterator[Client]:
    with connected(server) as made:
        yield made


def connected(server: MockServer, **options: Any) -> Client:
    return Client("12345678", "helloworld", session="test", gateway=server.url, **options)


def moment(server: MockServer) -> datetime:
    return datetime.fromtimestamp(int(server.clock.now()), UTC)


def seen(client: Client, start: datetime, end: datetime, **options: Any) -> list[Any]:
    return list(client.tbk_order_details_get(start_time=start, end_time=end, **options).iter_all())


def stopped(server: MockServer) -> datetime:
    """The moment at which the clock stands from now on."""
    now = moment(server)
    server.clock.set(now)
    return now


# The book


def test_a_newcomer_sees_orders_of_the_last_hour_whatever_hour_it_is() -> None:
    with MockServer() as server, connected(server) as client:
        now = moment(server).replace(hour=4, minute=30)
        for hours in range(24):
            end = now + timedelta(hours=hours)
            server.clock.set(end)
            found = [
                order
                for scene in (1, 2, 3)
                for step in range(4)
                for order in seen(
                    client,
                    end - (4 - step) * MINUTES,
                    end - (3 - step) * MINUTES,
                    order_scene=scene,
                )
            ]
            assert found, end


def test_the_same_seed_has_the_same_orders() -> None:
    def trades(**options: Any) -> list[str]:
        mock = Mock(**options)
        mock.clock.set("2026-06-01 12:00:00")
        return [row["trade_id"] for row in mock.orders.truth(since="2026-06-01 00:00:00")]

    assert trades(seed=5) == trades(seed=5) != trades(seed=6)
    assert len(trades(orders=2160)) < len(trades()) < len(trades(orders=100_000))
    assert trades(orders=0) == []


@pytest.mark.parametrize("orders", [4_320_001, 10**9])
def test_a_number_of_orders_that_no_book_has(orders: int) -> None:
    with pytest.raises(ValueError, match="from 0 to 4320000"):
        Mock(orders=orders)


def test_two_windows_have_orders_of_their_own() -> None:
    with MockServer(orders=100_000) as server, connected(server) as client:
        now = stopped(server)
        second = timedelta(seconds=1)  # both ends of a window count
        windows = [(now - 2 * MINUTES, now - MINUTES - second), (now - MINUTES, now)]
        ids = [{order.trade_id for order in seen(client, *window)} for window in windows]
        assert all(ids)
        assert not ids[0] & ids[1]
        for order in seen(client, now - MINUTES, now):
            assert now - MINUTES <= order.tk_create_time <= now


def test_the_clock_moves_statuses_and_refunds_are_seen(server: MockServer, client: Client) -> None:
    start = stopped(server)
    one = server.orders.add(tk_status=11, item_price="80.00", total_commission_rate="5.00")
    kept = []
    for number, happens in enumerate(("pay", "receive", "settle", "refund")):
        server.clock.advance(MINUTES)
        getattr(server.orders, happens)(one)
        begin = start + number * MINUTES
        (order,) = seen(client, begin + timedelta(seconds=1), begin + MINUTES, query_type=4)
        kept.append((order.tk_status, order.refund_tag))
    assert kept == [(12, 0), (14, 0), (3, 0), (3, 1)]
    assert seen(client, start, start + MINUTES, query_type=4) == []
    query = {"start_time": written(start.timestamp())}
    reply = client.tbk_order_refund_get(publisher_refund_order_query_option=query)
    (refund,) = reply.data.result
    assert (refund.tb_trade_id, str(refund.refund_fee)) == (one, "80.00")


def test_a_late_order_appears_behind_a_window_that_was_read(
    server: MockServer, client: Client
) -> None:
    now = stopped(server)
    server.orders.late(by=600, tk_create_time=now - timedelta(seconds=60))
    assert seen(client, now - MINUTES, now) == []
    server.clock.advance(540)
    assert len(seen(client, now - MINUTES, now)) == 1


def test_pages_hang_together(server: MockServer, client: Client) -> None:
    now = stopped(server)
    trades = [server.orders.add() for _ in range(45)]
    page = client.tbk_order_details_get(start_time=now - MINUTES, end_time=now)
    assert len(page.data.results) == 20
    assert [order.trade_id for order in page.iter_all()] == trades
    call = server.requests[-1]
    assert call.parameters["page_no"] == "3"
    assert re.fullmatch(r"\d+_\w{11}\|\d+_\w{11}", call.parameters["position_index"])
    assert server.orders.audit(seen(client, now - MINUTES, now))


def test_a_job_that_asks_one_scene_is_told(server: MockServer, client: Client) -> None:
    now = stopped(server)
    server.orders.add()
    server.orders.add(relation_id=2_500_000_001)
    audit = server.orders.audit(seen(client, now - MINUTES, now))
    assert not audit
    assert len(audit.lost) == 1
    assert "order_scene" in str(audit)


@pytest.mark.parametrize(
    ("start", "end", "given", "code"),
    [
        (0, 0, {}, "2001"),
        (60, 120, {}, "2002"),
        (-91 * 86400, -91 * 86400 + 60, {}, "2004"),
        (-86400, -86400 + 3 * 3600, {}, "2007"),
        (-60, 0, {"tk_status": "5"}, "1006"),
        (-60, 0, {"jump_type": "2"}, "1005"),
        (-60, 0, {"page_no": "2"}, "1008"),
        (-60, 0, {"page_no": "2", "position_index": "2222_334666"}, "1008"),
    ],
)
def test_wrong_queries_get_the_documented_codes(
    server: MockServer, start: int, end: int, given: dict[str, str], code: str
) -> None:
    server.clock.set("2026-05-05 12:00:00")
    answer = asked(server, ORDERS, **window(server, start, end), **given)
    assert (answer["error_response"]["code"], answer["error_response"]["sub_code"]) == (15, code)


def window(server: MockServer, start: int, end: int) -> dict[str, str]:
    now = server.clock.now()
    return {"start_time": written(now + start), "end_time": written(now + end)}


def asked(server: MockServer, method: str, **arguments: str) -> dict[str, Any]:
    body = urlencode(signed({**public(method), **arguments})).encode()
    answer: dict[str, Any] = send(server.url, body).json
    return answer


@pytest.mark.parametrize("form", [{}, {"simplify": "true"}, {"format": "xml"}])
def test_every_form_of_a_page(server: MockServer, form: dict[str, str]) -> None:
    trade_id = server.orders.add(item_title="a/b <c>")
    now = server.clock.now()
    times = {"start_time": written(now - 60), "end_time": written(now + 60)}
    body = urlencode(signed({**public(ORDERS), **times, **form})).encode()
    text = send(server.url, body).body.decode()
    assert trade_id in text
    assert text.count("request_id") == (2 if "format" in form else 1)
    title = "a/b &lt;c&gt;" if "format" in form else r"a\/b <c>"
    assert title in text


# What was created


def test_what_was_created_is_found_again(client: Client) -> None:
    code = client.tbk_sc_invitecode_get(relation_app="common", code_type=1).data.inviter_code
    saved = client.tbk_sc_publisher_info_save(inviter_code=code, info_type=1, note="门店").data
    found = client.tbk_sc_publisher_info_get(info_type=1, relation_app="common", page_size=100)
    assert saved.relation_id in [str(each.relation_id) for each in found.data.inviter_list]


def test_links_of_items_and_of_others(server: MockServer, client: Client) -> None:
    server.items.add("688401422805777", price="12.50", title="自备商品")
    reply = client.tbk_dg_general_link_convert(
        adzone_id=1, item_id_list="688401422805777,no-such-item", session="test"
    )
    good, bad = reply.data.item_url_list
    assert (good.code, bool(good.link_info_dto)) == (None, True)
    assert bad.code
    (row,) = client.tbk_item_info_get(num_iids="688401422805777").results
    assert (row.title, str(row.zk_final_price)) == ("自备商品", "12.50")


@pytest.mark.parametrize("facts", [{"price": 12.5}, {"volume": "7"}, {"prize": "1"}])
def test_wrong_facts_of_items_are_refused(server: MockServer, facts: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(facts))):
        server.items.add("1", **facts)


def test_a_rule_comes_before_the_state_and_samples_instead_of_it(server: MockServer) -> None:
    item = {"fields": "num_iid", "num_iids": "688401422805"}
    assert (
        "results" in asked(server, "taobao.tbk.item.info.get", **item)["tbk_item_info_get_response"]
    )
    server.reply("taobao.tbk.item.info.get", {"results": []})
    assert asked(server, "taobao.tbk.item.info.get", **item)["tbk_item_info_get_response"][
        "results"
    ] == {"n_tbk_item": []}
    with MockServer(samples=True) as other:
        times = {"start_time": "2019-04-05 12:18:22", "end_time": "2019-04-05 12:28:22"}
        assert "data" in asked(other, ORDERS, **times)["tbk_order_details_get_response"]


def test_the_state_is_made_when_it_is_needed() -> None:
    mock = Mock()
    assert mock._memory._state is None
    mock.reset()
    assert mock.orders
    assert mock._memory._state is not None


def test_reset_forgets_the_state(server: MockServer, client: Client) -> None:
    now = stopped(server)
    server.orders.add()
    server.reset()
    assert server.clock.setting is None
    server.clock.set(now)
    assert seen(client, now - MINUTES, now) == []


# Files


@contextlib.contextmanager
def running(*options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "taobaoke_mock", "--port", "0", *options],
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found, process.communicate()
        yield process, found[0].replace("router/rest", "mock/")
    finally:
        process.kill()
        process.communicate()


def ordered(url: str, verb: str, content: Any = None) -> Any:
    body = b"" if content is None else json.dumps(content).encode()
    answer = send(url, body, verb=verb, content_type="application/json")
    assert answer.status == 200, answer.body.decode()
    return answer.body.decode()


def test_a_file_outlives_the_process(tmp_path: Path) -> None:
    options = "--state", str(tmp_path / "book"), "--orders", "0"
    with running(*options, "--clock", "2026-05-05 12:00:00") as (process, url):
        made = json.loads(ordered(url + "orders/add", "POST", {"item_price": "9.90"}))
        ordered(url + "clock", "POST", {"advance": 3600})
        process.send_signal(signal.SIGKILL)
        process.wait(10)
    with running("--state", str(tmp_path / "book")) as (_, url):
        (order,) = json.loads(ordered(url + "orders", "GET"))
        assert (order["trade_id"], order["tk_create_time"]) == (
            made["trade_id"],
            "2026-05-05 12:00:00",
        )
        clock = json.loads(ordered(url + "clock", "GET"))
        assert clock["now"].startswith("2026-05-05 13:00:")
        ordered(url + "clock", "POST", {"reset": True})
        now = json.loads(ordered(url + "clock", "GET"))["now"]
        assert now[:13] in (written(time.time())[:13], written(time.time() - 60)[:13])


def test_a_file_that_cannot_be_used_ends_the_command(tmp_path: Path) -> None:
    file = tmp_path / "book"
    file.write_text("no book " * 100, "utf-8")
    command = [sys.executable, "-m", "taobaoke_mock", "--port", "0", "--state", str(file)]
    environment = os.environ | {"PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 1
    assert "damaged, or no state file" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert file.read_text("utf-8").startswith("no book")


@pytest.mark.slow
def test_a_file_is_let_go_and_kept_by_reset(tmp_path: Path) -> None:
    with MockServer(state=tmp_path / "book", orders=0) as server:
        trade_id = server.orders.add()
        server.reset()
        with pytest.raises(BookError, match="in use by another mock"):
            Mock(state=tmp_path / "book")
    server.clock.set("2026-05-05 12:00:00")
    again = Mock(state=tmp_path / "book")
    assert again.clock.setting is None
    assert [row["trade_id"] for row in again.orders.truth()] == [trade_id]
    again.close()
    with pytest.raises(BookError, match="orders=0"):
        Mock(state=tmp_path / "book", orders=10)


def test_a_model_made_by_hand_is_a_reply(server: MockServer, client: Client) -> None:
    server.reply(
        "taobao.tbk.shop.get",
        types.TbkShopGetResponse(results=[types.NTbkShopInfo(shop_title="一店")]),
    )
    page = client.tbk_shop_get(q="x", fields=["shop_title"])
    assert [shop.shop_title for shop in page] == ["一店"]


# A job of the documentation


def test_the_job_of_the_orders_page_loses_nothing(server: MockServer) -> None:
    page = (REPOSITORY / "generated/docs/docs/orders.md").read_text("utf-8")
    program = re.findall(r"^```python\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)[0]
    defined: dict[str, Any] = {}
    exec(program.split("\n\ngateway = ")[0], defined)
    stopped(server)
    orders = server.orders
    book: dict[str, Any] = {}
    tokens: dict[int, str] = {}
    one, two = orders.add(item_price="50.00", total_commission_rate="10.00"), orders.add()
    for number in range(45):
        orders.add(
            **[{}, {"relation_id": 2_500_000_001}, {"special_id": 3_500_000_001}][number % 3]
        )
    for happens in (
        lambda: orders.late(by=1200),
        lambda: orders.change(one, total_commission_rate="5.00"),
        lambda: (orders.settle(one), orders.close(two)),
        lambda: orders.refund(one, "20.00"),
    ):
        server.clock.advance(MINUTES)
        happens()
        with connected(server, clock=server.clock.now) as client:
            defined["catch_up"](client, book, tokens)
        audit = orders.audit(book.values())
        assert audit, str(audit)
    assert (book[one].tk_status, book[one].refund_tag, book[two].tk_status) == (3, 1, 13)


def test_a_file_in_the_place_of_a_text_is_as_if_it_were_missing() -> None:
    fields = signed({**public("taobao.tbk.itemid.transform"), "item_ids": "688401422805"})
    reply = Direct(samples=False).ask(fields, {"item_ids": b"\x00\xff"})
    assert "tbk_itemid_transform_response" in reply.json


def test_reset_comes_back_to_the_clock_of_the_start(tmp_path: Path) -> None:
    mock = Mock()
    mock.clock.set("2026-11-11 00:00:00")
    mock.keep()
    mock.clock.advance(3600)
    mock.reset()
    assert mock.clock.now() == 1794326400  # midnight in Beijing
    kept = Mock(state=tmp_path / "book", orders=0)
    kept.clock.set("2026-11-11 00:00:00")
    kept.reset()
    assert kept.clock.now() == 1794326400  # what a file keeps is left alone
    kept.close()


NOTHING_KNOWN = "nothing is known of what the call names"


@pytest.mark.parametrize(
    ("method", "given", "hint"),
    [
        (
            "taobao.tbk.privilege.get",
            {"item_id": "nope", "adzone_id": "1", "site_id": "2"},
            NOTHING_KNOWN,
        ),
        ("taobao.tbk.dg.vegas.tlj.report", {"rights_id": "x", "adzone_id": "1"}, NOTHING_KNOWN),
        (
            "taobao.tbk.sc.ucrowd.report.get",
            {"ucrowd_id": "99999", "report_date": "2026-11-01"},
            "no such crowd",
        ),
        (
            "taobao.tbk.sc.ucrowd.report.get",
            {"ucrowd_id": "123456", "report_date": "x"},
            "report_date is a day, or a month",
        ),
        (
            "taobao.tbk.sc.ucrowd.member.add",
            {"ucrowd_id": "99999", "account_list": "1", "account_type": "1", "edit_type": "1"},
            "no such crowd",
        ),
        ("taobao.tbk.dg.general.link.convert", {"adzone_id": "1"}, "nothing to convert"),
    ],
)
def test_what_the_state_does_not_know_is_told(
    server: MockServer, method: str, given: dict[str, str], hint: str
) -> None:
    answer = call(server, method, **given)
    assert hint in answer.headers.get("X-Mock-Hint", ""), answer.body


def test_a_cursor_that_is_none_is_told_each_time(server: MockServer) -> None:
    now = server.clock.now()
    span = {"start_time": written(now - 600), "end_time": written(now)}
    for method in ("taobao.tbk.order.details.get", "taobao.tbk.sc.order.details.get"):
        for _ in range(2):
            answer = call(server, method, position_index="rubbish", **span)
            assert "first page has ignored it" in answer.headers["X-Mock-Hint"]
        assert "X-Mock-Hint" not in call(server, method, position_index="", **span).headers
