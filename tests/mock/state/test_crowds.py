"""Crowds count their members."""

import json
from typing import Any

from mock.state.stand import NOON, Stand


def create(state: Stand) -> str:
    made = state.ask("tbk.sc.ucrowd.create", ucrowd_type="1", ucrowd_name="测试人群")
    return str(made["data"]["ucrowd_id"])


def add(state: Stand, crowd: str, accounts: list[str], edit_type: str = "1") -> bool:
    asked = {"account_type": "1", "ucrowd_id": crowd, "edit_type": edit_type}
    told = state.ask("tbk.sc.ucrowd.member.add", account_list=json.dumps(accounts), **asked)
    success: bool = told["data"]["success"]
    return success


def clicks(state: Stand, crowd: str, date: str) -> int:
    report: Any = state.ask("tbk.sc.ucrowd.report.get", ucrowd_id=crowd, report_date=date)
    count: int = report["data"]["ucrowd_report"]["click_uv_union"]
    return count


def test_days_add_up_to_their_month(state: Stand) -> None:
    crowd = create(state)
    assert add(state, crowd, ["1", "2", "3"])
    state.time = NOON + 24 * 3600
    assert add(state, crowd, ["3", "4"])
    assert clicks(state, crowd, "2026-10-02") == 3
    assert clicks(state, crowd, "2026-10-03") == 1
    assert clicks(state, crowd, "2026-10") == 4
    assert clicks(state, crowd, "2026-11") == clicks(state, crowd, "2026-10-01") == 0


def test_a_whole_list_takes_the_place_of_the_members(state: Stand) -> None:
    crowd = create(state)
    add(state, crowd, ["1", "2", "3"])
    add(state, crowd, ["9"], edit_type="2")
    assert clicks(state, crowd, "2026-10") == 1


def test_one_of_ten_pays(state: Stand) -> None:
    crowd = create(state)
    add(state, crowd, [str(number) for number in range(25)])
    asked = {"ucrowd_id": crowd, "report_date": "2026-10-02"}
    report = state.ask("tbk.sc.ucrowd.report.get", **asked)["data"]["ucrowd_report"]
    assert report == {
        "alipay_user_num_in_ucrowd": 2,
        "alipay_user_num": 2,
        "pre_pub_share_fee": "20.00",
        "alipay_amt": "200.00",
        "alipay_num": 2,
        "click_uv_union": 25,
        "click_pv_union": 25,
    }


def test_nobody_joins_a_crowd_that_there_is_not(state: Stand) -> None:
    assert not add(state, "1", ["1"])
    assert clicks(state, "1", "2026-10") == 0


def test_the_documented_crowd_is_always_there(state: Stand) -> None:
    assert add(state, "123456", ["1"])
    assert add(state, "123456", ["2"])
    assert clicks(state, "123456", "2026-10") == 2
    made = create(state)
    assert clicks(state, made, "2026-10") == 0


def test_every_crowd_has_members_of_its_own(state: Stand) -> None:
    one, other = create(state), create(state)
    add(state, one, ["1"])
    assert (clicks(state, one, "2026-10"), clicks(state, other, "2026-10")) == (1, 0)
