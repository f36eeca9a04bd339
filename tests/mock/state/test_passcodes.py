"""Passcodes lead back to the link that they were made of."""

from typing import Any

import pytest

from mock.state.stand import Stand

LINK = "https://s.click.taobao.com/YI3Uopu"


def of_item(state: Stand) -> Any:
    """The links of an item."""
    data = state.ask("tbk.dg.general.link.convert", adzone_id="77", item_id_list="123")["data"]
    return data["item_url_list"][0]["link_info_dto"]


@pytest.mark.parametrize(
    "create", ["tbk.tpwd.create", "tbk.private.tpwd.create", "tbk.sc.private.tpwd.create"]
)
@pytest.mark.parametrize("form", ["password_simple", "model"])
def test_a_passcode_is_parsed_to_its_link(state: Stand, create: str, form: str) -> None:
    url = of_item(state)["coupon_long_url"]
    made = state.ask(create, url=url)["data"]
    text = f"复制这段话 {made[form]} 打开淘宝"
    assert state.ask("tbk.tpwd.parse", password_content=text)["data"]["origin_url"] == url


def test_the_same_link_has_the_same_passcode(state: Stand) -> None:
    one, same = (state.ask("tbk.tpwd.create", url=LINK)["data"] for _ in range(2))
    other = state.ask("tbk.tpwd.create", url="https://uland.taobao.com/other")["data"]
    assert one == same
    assert other["password_simple"] != one["password_simple"]


def test_providers_see_the_half_width_sign(state: Stand) -> None:
    made = state.ask("tbk.sc.private.tpwd.create", url=LINK)["data"]["password_simple"]
    assert made[0] == made[-1] == "¥"


def test_a_link_from_elsewhere_is_refused(state: Stand) -> None:
    refusal = state.refusal("tbk.tpwd.create", url="https://www.example.com/")
    assert refusal == ("26", "链接不属于联盟官方业务场景")


def test_an_unknown_passcode_is_refused(state: Stand) -> None:
    parse = state.refusal("tbk.tpwd.parse", password_content="￥NoSuchCode￥")
    assert parse == ("6", "当前淘口令无效，无法解析")
    convert = state.refusal("tbk.tpwd.convert", password_content="￥NoSuchCode￥", adzone_id="1")
    assert convert == ("isv.parse-result-invalid", "淘口令解析结果无效，当前淘口令无效")
    nothing = state.refusal("tbk.tpwd.convert", password_content="你好", adzone_id="1")
    assert nothing == ("20010", "淘口令解析失败")


def test_a_passcode_is_converted_to_ones_own(state: Stand) -> None:
    made = of_item(state)
    asked = {"password_content": made["coupon_full_tpwd"], "adzone_id": "88"}
    told = state.ask("tbk.tpwd.convert", **asked)["data"]
    assert (told["num_iid"], told["url_type"]) == (made["item_id"], "1")
    assert told["origin_url"] == made["coupon_long_url"]
    assert told["origin_pid"] == "mm_98836808_45598009_77"
    assert told["click_url"] != made["coupon_long_url"]
    again = state.ask("tbk.tpwd.convert", password_content=told["model"], adzone_id="88")["data"]
    assert again["origin_pid"] == "mm_98836808_45598009_88"
    assert again["click_url"] == told["click_url"]


def test_a_passcode_of_somebody_else_has_no_pid(state: Stand) -> None:
    asked = {"password_content": "￥asaff￥", "adzone_id": "1"}
    shared = state.ask("tbk.tpwd.share.convert", **asked, sub_pid="mm_5_6_7")["data"]
    made = state.ask("tbk.tpwd.create", url=shared["click_url"])["data"]["password_simple"]
    told = state.ask("tbk.tpwd.convert", password_content=made, adzone_id="1")["data"]
    assert (told["origin_pid"], told["num_iid"]) == ("0", shared["num_iid"])


def test_a_pid_of_another_form_is_refused(state: Stand) -> None:
    asked = {"password_content": "￥asaff￥", "adzone_id": "1", "sub_pid": "5"}
    refusal = state.refusal("tbk.tpwd.share.convert", **asked)
    assert refusal == ("20013", "淘口令解析输入subPid格式错误")


def test_a_page_that_is_no_item_is_told_as_such(state: Stand) -> None:
    url = "https://uland.taobao.com/sem/tbsearch"
    made = state.ask("tbk.tpwd.create", url=url)["data"]["model"]
    told = state.ask("tbk.tpwd.convert", password_content=made, adzone_id="1")["data"]
    assert told == {"origin_url": url, "origin_pid": "0", "url_type": "0"}


def test_words_of_ones_own_are_given_away_once(state: Stand) -> None:
    asked = {"url": LINK, "text": "新年快乐好礼相送", "password": "福到我家"}
    first = state.ask("tbk.tpwd.mix.create", **asked)["data"]
    assert first == {"status": "1", "password": "新年快乐好礼相送福到我家"}
    assert state.ask("tbk.tpwd.mix.create", **asked)["data"] == {"status": "2"}
    short = state.ask("tbk.tpwd.mix.create", **asked | {"text": "新年"})["data"]
    assert short == {"status": "3"}
    parsed = state.ask("tbk.tpwd.parse", password_content=first["password"])["data"]
    assert parsed["origin_url"] == LINK


def test_a_passcode_tells_the_title_of_an_item_and_of_nothing_else(state: Stand) -> None:
    def model(url: str) -> str:
        return str(state.ask("tbk.tpwd.create", url=url)["data"]["model"])

    assert model("https://uland.taobao.com/x").endswith(" 至浏.览览.器")
    (item,) = state.ask("tbk.item.info.get", num_iids="123")["results"]
    assert model("https://detail.tmall.com/item.htm?id=123").endswith(f"器【{item['title']}】")
