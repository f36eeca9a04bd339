"""Gifts take money out of the purse, and give it back when they are over."""

from typing import Any

import pytest

from mock.state.stand import NOON, Stand

GIFT = {
    "security_switch": "true",
    "security_level": "0",
    "name": "淘礼金来啦",
    "item_id": "123",
    "adzone_id": "1",
    "per_face": "2.50",
    "total_num": "100",
    "user_total_win_num_limit": "1",
    "send_start_time": "2026-10-02 12:00:00",
    "send_end_time": "2026-10-09 12:00:00",
}


def create(state: Stand, **changes: str) -> Any:
    return state.ask("tbk.dg.vegas.tlj.create", **GIFT | changes)["result"]


def report(state: Stand, id_: str) -> Any:
    asked = {"rights_id": id_, "adzone_id": "1"}
    return state.ask("tbk.dg.vegas.tlj.report", **asked)["model"]["extra"]


def test_a_gift_is_made_reported_and_stopped(state: Stand) -> None:
    made = create(state)
    assert made["success"] is True
    model = made["model"]
    assert (model["available_fee"], model["item_today_num_left"]) == ("9750.00", 900)
    assert (report(state, model["rights_id"])["remaining_num"]) == 0
    stop = state.ask("tbk.dg.vegas.tlj.stop", rights_id=model["rights_id"], adzone_id="1")
    assert stop["model"] == {"update_success": True}
    after = report(state, model["rights_id"])
    assert (after["remaining_num"], after["remaining_amt"]) == (100, "250.00")
    assert create(state)["model"]["available_fee"] == "9750.00"


def test_a_gift_ends_by_the_clock(state: Stand) -> None:
    id_ = create(state)["model"]["rights_id"]
    state.time = NOON + 8 * 24 * 3600
    assert report(state, id_)["remaining_num"] == 100
    assert create(state, send_end_time="")["model"]["available_fee"] == "9750.00"


def test_every_gift_has_an_id_of_its_own(state: Stand) -> None:
    ids = [create(state)["model"]["rights_id"] for _ in range(3)]
    assert len({*ids}) == 3


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"security_switch": "false"}, "FAIL_BIZ_PARAMS_ERROR"),
        ({"security_level": "1"}, "FAIL_BIZ_PARAMS_ERROR"),
        ({"use_threshold": "2"}, "FAIL_BIZ_PARAMS_ERROR"),
        ({"use_end_time_mode": "1", "use_end_time": "8"}, "FAIL_BIZ_PARAMS_ERROR"),
        ({"name": "一二三四五六七八九十一"}, "NAME_LENGTH_EXCEED"),
        ({"per_face": "0.99"}, "FAIL_CHECK_TLJ_MIN_FACE_ERROR"),
        ({"total_num": "0"}, "TOTAL_NUM_BELOW_LIMIT"),
        ({"user_total_win_num_limit": "0"}, "USER_TOTAL_WIN_NUM_LIMIT"),
        ({"user_total_win_num_limit": "101"}, "USER_TOTAL_WIN_NUM_LIMIT_BELOW_TOTAL_NUM"),
        ({"send_end_time": "2026-11-02 12:00:00"}, "SEND_DATE_TIME_LIMIT"),
        ({"item_id": "no-such-item"}, "FAIL_BIZ_NOT_TK_ITEM"),
        ({"per_face": "101"}, "ASSET_ACCOUNT_BALANCE_NOT_ENOUGH"),
        ({"total_num": "1001"}, "FAIL_CHECK_ITEM_DAILY_SEND_NUM_CHECK_ERROR"),
    ],
)
def test_a_wrong_gift_fails_as_documented(state: Stand, changes: dict[str, str], code: str) -> None:
    result = create(state, **changes)
    assert (result["success"], result["msg_code"]) == (False, code)
    assert "model" not in result
    assert create(state)["model"]["available_fee"] == "9750.00"


def test_a_wrong_gift_tells_the_documented_message(state: Stand) -> None:
    told = [
        create(state, **change)["msg_info"] for change in ({"per_face": "0.99"}, {"name": "x" * 11})
    ]
    assert told == ["单个红包面额必须大于等于1元", "NAME_LENGTH_EXCEED"]


def test_what_is_just_allowed(state: Stand) -> None:
    most = {"use_threshold": "2.50", "use_end_time_mode": "1", "use_end_time": "7"}
    assert create(state, **most, send_end_time="2026-11-01 12:00:00")["success"] is True


def test_an_unknown_gift_is_not_stopped(state: Stand) -> None:
    stop = state.ask("tbk.dg.vegas.tlj.stop", rights_id="x", adzone_id="1")
    assert stop["model"] == {"update_success": False}


def test_a_gift_is_shared_through_ones_own_space(state: Stand) -> None:
    url = create(state)["model"]["send_url"]
    asked = {"adzone_id": "99", "origin_url": url}
    shared = state.ask("tbk.dg.vegas.tlj.share.convert", **asked)["result"]["model"]["send_url"]
    assert shared != url
    parsed = state.ask("tbk.item.click.extract", click_url=shared)
    assert parsed["item_id"] == state.ask("tbk.item.click.extract", click_url=url)["item_id"]
