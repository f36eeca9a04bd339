"""Channels, members and advertising spaces are found again."""

import json
from typing import Any

from taobaoke_mock.state.publishers import enroll

from mock.state.stand import NOON, Stand

EVERYTHING = {"relation_app": "common", "page_no": "0", "page_size": "10"}


def invitation(state: Stand, code_type: str) -> str:
    asked = {"relation_app": "common", "code_type": code_type}
    code: str = state.ask("tbk.sc.invitecode.get", **asked)["data"]["inviter_code"]
    return code


def save(state: Stand, code: str, **arguments: str) -> Any:
    asked = {"inviter_code": code, "info_type": "1", "session": "test", **arguments}
    return state.ask("tbk.sc.publisher.info.save", **asked)["data"]


def registered(state: Stand, info_type: str, **arguments: str) -> Any:
    asked = {"info_type": info_type, **EVERYTHING, **arguments}
    return state.ask("tbk.sc.publisher.info.get", **asked)["data"]


def test_a_channel_that_was_saved_is_found(state: Stand) -> None:
    saved = save(state, invitation(state, "1"), note="小蜜蜂", online_scene="2")
    assert (saved["desc"], "special_id" in saved) == ("绑定成功", False)
    reply = registered(state, "1", relation_id=str(saved["relation_id"]))
    (channel,) = reply["inviter_list"]
    assert reply["total_count"] == 1
    assert channel["relation_id"] == saved["relation_id"]
    assert channel["account_name"] == saved["account_name"]
    assert (channel["note"], channel["online_scene"]) == ("小蜜蜂", "2")
    assert (channel["relation_app"], channel["create_date"]) == ("common", "2026-10-02 12:00:00")
    assert reply["root_pid_channel_list"] == [channel["root_pid"]]


def test_an_invitation_of_members_makes_members(state: Stand) -> None:
    saved = save(state, invitation(state, "3"))
    assert "relation_id" not in saved
    (member,) = registered(state, "2", special_id=str(saved["special_id"]))["inviter_list"]
    assert member["special_id"] == saved["special_id"]
    assert registered(state, "1") == {"total_count": 0}


def test_the_same_call_again_registers_nobody(state: Stand) -> None:
    code = invitation(state, "1")
    first, again = save(state, code, note="a"), save(state, code, note="a")
    other = save(state, code, note="b")
    assert (again["relation_id"], again["desc"]) == (first["relation_id"], "重复绑定")
    assert other["relation_id"] != first["relation_id"]
    assert save(state, code, note="a", session="another")["desc"] == "绑定成功"
    assert registered(state, "1")["total_count"] == 3


def test_what_was_told_of_a_shop_is_found(state: Stand) -> None:
    info = {"phoneNumber": "1590000000", "province": "浙江省", "city": "杭州市", "shopName": "百货"}
    save(state, invitation(state, "1"), register_info=json.dumps(info))
    (channel,) = registered(state, "1")["inviter_list"]
    assert channel["offline_info"] == {
        "shop_name": "百货",
        "phone_number": "1590000000",
        "location": "浙江省 杭州市",
    }


def test_pages_count_from_zero(state: Stand) -> None:
    code = invitation(state, "1")
    ids = [save(state, code, note=str(number))["relation_id"] for number in range(5)]
    pages = [registered(state, "1", page_no=str(n), page_size="2") for n in range(3)]
    found = [row["relation_id"] for page in pages for row in page["inviter_list"]]
    assert found == ids
    assert {page["total_count"] for page in pages} == {5}
    assert "inviter_list" not in registered(state, "1", page_no="3", page_size="2")


def test_an_unknown_kind_is_refused(state: Stand) -> None:
    asked = {"inviter_code": "x", "info_type": "9"}
    refusal = state.refusal("tbk.sc.publisher.info.save", **asked)
    assert refusal == ("30501", "输入参数info_type非法")


def test_a_query_of_an_unknown_kind_is_refused(state: Stand) -> None:
    asked = {"info_type": "9", **EVERYTHING}
    refusal = state.refusal("tbk.sc.publisher.info.get", **asked)
    assert refusal == ("30501", "输入参数info_type非法")


def test_an_update_of_a_member_keeps_the_id(state: Stand) -> None:
    asked = {"external_id": "u", "external_type": "1", "redirect_url": "https://a.example/"}
    first = state.ask("tbk.sc.relation.record", **asked, op_type="1")
    again = state.ask("tbk.sc.relation.record", **asked, op_type="2")
    assert again == first
    assert registered(state, "2")["total_count"] == 1


def test_the_session_is_not_kept(state: Stand) -> None:
    save(state, invitation(state, "1"), session="a-secret-session")
    assert not [line for line in state.book._db.iterdump() if "a-secret-session" in line]


def test_a_member_of_ones_own_is_found_by_the_own_mark(state: Stand) -> None:
    crowd = state.ask("tbk.sc.ucrowd.create", ucrowd_type="1", ucrowd_name="群")["data"]
    asked = {
        "external_id": "user_001",
        "external_type": "1",
        "op_type": "1",
        "redirect_url": "https://www.example.com/",
        "ucrowd_id": str(crowd["ucrowd_id"]),
    }
    first, again = (state.ask("tbk.sc.relation.record", **asked)["data"] for _ in range(2))
    assert first == again
    found = registered(state, "2", external_id="user_001", external_type="1")
    (member,) = found["inviter_list"]
    assert str(member["special_id"]) in first["url"]
    assert registered(state, "2", external_id="user_001", external_type="2")["total_count"] == 0
    report = state.ask(
        "tbk.sc.ucrowd.report.get", ucrowd_id=asked["ucrowd_id"], report_date="2026-10"
    )
    assert report["data"]["ucrowd_report"]["click_uv_union"] == 1
    state.ask("tbk.sc.relation.record", **{**asked, "external_id": "user_002"})
    report = state.ask(
        "tbk.sc.ucrowd.report.get", ucrowd_id=asked["ucrowd_id"], report_date="2026-10"
    )
    assert report["data"]["ucrowd_report"]["click_uv_union"] == 2


def test_links_of_a_new_space_carry_its_pid(state: Stand) -> None:
    pids = [
        state.ask(f"tbk.{method}", site_id="4711", adzone_name="频道")["data"]["model"]
        for method in ("adzone.create", "sc.adzone.create")
    ]
    assert len({*pids}) == 2
    member, site, adzone = pids[0].split("_")[1:]
    assert (member, site) == ("98836808", "4711")
    assert state.ask("tbk.tbkinfo.get", pid=pids[0]) == {"result": {"data": True}}
    made = state.ask("tbk.item.convert", adzone_id=adzone, num_iids="123", fields="click_url")
    parsed = state.ask(
        "tbk.dg.general.link.parse",
        adzone_id=adzone,
        material_dto=json.dumps({"material_url": made["results"][0]["click_url"]}),
        fields="origin_pid",
    )["data"]["material_url_list"][0]
    assert parsed["link_info_dto"]["origin_pid"] == pids[0]


def test_a_pid_of_another_form_is_none(state: Stand) -> None:
    for text in ("mm_1_1", "1", "mm_a_1_1"):
        assert state.ask("tbk.tbkinfo.get", pid=text) == {"result": {"data": False}}


def test_groups_are_made_read_and_replaced(state: Stand) -> None:
    made = state.ask("tbk.sc.membergroup.optional", tb_num_ids="1,2")["data"]
    id_ = str(made["member_group_id"])
    assert state.ask("tbk.sc.membergroup.optional", member_group_id=id_)["data"] == made
    state.time = NOON + 60
    asked = {"member_group_id": id_, "tb_num_ids": "3"}
    other = state.ask("tbk.sc.membergroup.optional", **asked)["data"]
    assert (other["tb_num_ids"], other["create_time"]) == ("3", made["create_time"])
    assert other["update_time"] == "2026-10-02 12:01:00"


def test_those_in_orders_can_be_enrolled(state: Stand) -> None:
    enroll(state, [2_000_000_001, 2_000_000_002], [3_000_000_001])
    enroll(state, [2_000_000_001], [])
    channels = registered(state, "1")["inviter_list"]
    assert [row["relation_id"] for row in channels] == [2_000_000_001, 2_000_000_002]
    assert registered(state, "2", special_id="3000000001")["total_count"] == 1
    assert save(state, invitation(state, "1"))["relation_id"] not in (2_000_000_001, 2_000_000_002)
