"""Links: converted for what is known, failing alone for what is not, and understood again."""

import json
from typing import Any

import pytest
from taobaoke_mock.knowledge import find_api

from mock.state.stand import Stand

ADZONE = "111112234455"


def convert(state: Stand, **arguments: str) -> Any:
    return state.ask("tbk.dg.general.link.convert", adzone_id=ADZONE, **arguments).get("data", {})


def parse(state: Stand, text: str, **arguments: str) -> Any:
    material = json.dumps({"material_url": text})
    asked = {"adzone_id": ADZONE, "material_dto": material, **arguments}
    (row,) = state.ask("tbk.dg.general.link.parse", **asked)["data"]["material_url_list"]
    return row


def test_a_known_item_gets_links_and_an_unknown_one_fails_alone(state: Stand) -> None:
    good, bad = convert(state, item_id_list="123,no-such-item")["item_url_list"]
    assert bad == {"code": 1001, "msg": "无权限", "input_item_id": "no-such-item"}
    assert "code" not in good
    assert good["input_item_id"] == "123"
    links = good["link_info_dto"]
    assert links["cps_long_url"].startswith("https://s.click.taobao.com/t?e=")
    assert links["cps_short_url"].startswith("https://s.click.taobao.com/")
    assert links["coupon_long_url"].startswith("https://uland.taobao.com/coupon/edetail?e=")
    assert links["material_type"] == 1


def test_every_kind_of_material_is_converted(state: Stand) -> None:
    data = convert(
        state,
        item_id_list="123",
        seller_id_list="123456,1",
        page_id_list="123456,1",
        material_list="https://s.click.taobao.com/pQBDhNu,￥asaff￥,https://www.example.com/",
    )
    codes = {name: [row.get("code", 0) for row in rows] for name, rows in data.items()}
    assert codes == {
        "item_url_list": [0],
        "shop_url_list": [0, 1001],
        "event_url_list": [0, 1001],
        "material_url_list": [0, 0, 1001],
    }


def test_nested_parameters_are_as_good_as_lists(state: Stand) -> None:
    listed = convert(state, item_id_list="123", seller_id_list="456")
    nested = convert(state, item_dto='{"item_id": "123"}', shop_dto='[{"shop_id": "456"}]')
    assert nested == listed
    listed = convert(state, page_id_list="123456", material_list="￥asaff￥,https://x.example/")
    nested = convert(
        state,
        page_dto='{"page_id": "123456"}',
        material_dto='{"material_url": "￥asaff￥, https://x.example/"}',
    )
    assert nested == listed
    assert listed.keys() == {"event_url_list", "material_url_list"}


def test_the_kinds_of_links_can_be_chosen(state: Stand) -> None:
    (usual,) = convert(state, item_id_list="123")["item_url_list"]
    assert not [name for name in usual["link_info_dto"] if "channel" in name or "super" in name]
    asked = "cps_short_tpwd,coupon_channel_url"
    (chosen,) = convert(state, item_id_list="123", required_link_type=asked)["item_url_list"]
    kinds = {name for name in chosen["link_info_dto"] if name.startswith(("cps_", "coupon_"))}
    assert kinds == {"cps_short_tpwd", "coupon_channel_url"}


@pytest.mark.parametrize(
    "kind",
    (
        "cps_long_url cps_short_url cps_short_tpwd cps_full_tpwd "
        "coupon_long_url coupon_short_url coupon_short_tpwd coupon_full_tpwd"
    ).split(),
)
def test_what_was_converted_is_understood_again(state: Stand, kind: str) -> None:
    (made,) = convert(state, item_id_list="123")["item_url_list"]
    links = made["link_info_dto"]
    row = parse(state, links[kind], fields="origin_pid")
    told = row["link_info_dto"]
    assert told["material_id"] == links["item_id"]
    assert told["origin_pid"] == f"mm_98836808_45598009_{ADZONE}"
    assert ("tk_biz_type" in told) == kind.endswith("tpwd")
    (again,) = convert(state, material_list=links[kind].replace(",", ""))["material_url_list"]
    assert again["link_info_dto"]["cps_long_url"] == links["cps_long_url"]


def test_a_pid_is_told_only_if_asked_for_and_ones_own(state: Stand) -> None:
    asked = {"adzone_id": ADZONE, "sub_pid": "mm_5_6_7", "fields": "click_url", "num_iids": "123"}
    (row,) = state.ask("tbk.item.share.convert", **asked)["results"]
    shared = parse(state, row["click_url"], fields="origin_pid")["link_info_dto"]
    assert "origin_pid" not in shared
    (own,) = state.ask("tbk.item.convert", **asked | {"sub_pid": ""})["results"]
    assert "origin_pid" not in parse(state, own["click_url"])["link_info_dto"]
    told = parse(state, own["click_url"], fields="origin_pid")["link_info_dto"]
    assert told["origin_pid"] == f"mm_98836808_45598009_{ADZONE}"


def test_what_cannot_be_parsed_fails_alone(state: Stand) -> None:
    row = parse(state, "https://www.example.com/")
    assert row == {"code": 1001, "msg": "无权限", "input_material_url": "https://www.example.com/"}


def test_the_same_link_is_made_for_the_same_marks(state: Stand) -> None:
    plain, again = convert(state, item_id_list="123"), convert(state, item_id_list="123")
    marked = convert(state, item_id_list="123", relation_id="7")
    assert plain == again
    assert marked != plain


def test_old_methods_echo_the_id_and_leave_out_unknown_items(state: Stand) -> None:
    asked = {"adzone_id": "1", "fields": "num_iid,click_url", "num_iids": "123,x,456"}
    rows = state.ask("tbk.item.convert", **asked)["results"]
    assert [row["input_num_iid"] for row in rows] == ["123", "456"]
    assert {key for row in rows for key in row} == {"num_iid", "click_url", "input_num_iid"}


def test_the_link_with_coupon_of_an_item(state: Stand) -> None:
    result = state.ask("tbk.coupon.convert", adzone_id="1", item_id="123")["result"]["results"]
    coupon = state.ask("tbk.coupon.get", item_id="123")["data"]
    assert result["coupon_remain_count"] == coupon["coupon_remain_count"]
    assert parse(state, result["coupon_click_url"])["link_info_dto"]["material_id"]
    assert "max_commission_rate" in result
    assert "min_commission_rate" not in result
    known = state.ask("tbk.coupon.convert", adzone_id="1", item_id="123", relation_id="7")
    assert "min_commission_rate" in known["result"]["results"]
    unknown = state.refusal("tbk.coupon.convert", adzone_id="1", item_id="x")
    assert unknown == ("isv.item-not-exist", "宝贝已下架或非淘客宝贝")


def test_links_are_shortened_one_by_one(state: Stand) -> None:
    long = convert(state, item_id_list="123")["item_url_list"][0]["link_info_dto"]["cps_long_url"]
    requests = json.dumps([{"url": long}, {"url": "https://www.example.com/"}])
    reply = state.ask("tbk.spread.get", requests=requests)
    good, bad = reply["results"]
    assert (good["err_msg"], bad) == ("OK", {"err_msg": "输入参数非法"})
    assert reply["total_results"] == 2
    extracted = state.ask("tbk.item.click.extract", click_url=good["content"])
    assert extracted["item_id"] == parse(state, long)["link_info_dto"]["material_id"]


def test_pages_of_campaigns(state: Stand) -> None:
    data = state.ask("tbk.activity.info.get", activity_material_id="123", adzone_id="1")["data"]
    assert parse(state, data["short_click_url"])["link_info_dto"]["material_type"] == 3
    refusal = state.refusal("tbk.activity.info.get", activity_material_id="x", adzone_id="1")
    assert refusal == ("isv.invalid-parameter-materialId", "入参物料id无效")


def test_the_page_of_benefits_is_found_by_title_and_link(state: Stand) -> None:
    title = "2019春季新款女装复古长袖格子衬衫女 韩版宽松"
    by_title = state.ask("tbk.jzf.convert", content=title, adzone_id="1", type="1")["data"]["url"]
    assert parse(state, by_title)["link_info_dto"]["material_type"] == 1
    by_link = state.ask("tbk.jzf.convert", content=by_title, adzone_id="1", type="2")
    assert by_link["data"]["url"] == by_title
    short = state.refusal("tbk.jzf.convert", content="衬衫", adzone_id="1", type="1")
    assert short == ("isv.invalid-param", "入参不合法")
    unknown = state.refusal("tbk.jzf.convert", content="￥none￥", adzone_id="1", type="2")
    assert unknown == ("isv.item-not-found", "未找到对应商品")


def test_a_page_of_several_items_is_reached_by_its_passcode(state: Stand) -> None:
    asked = {"item_ids": "123,456", "nubmbers": "2,3", "adzone_id": "1"}
    made = state.ask("tbk.dg.item.group.merge", **asked)
    assert state.ask("tbk.dg.item.group.merge", **asked) == made
    for passcode in (made["model"], made["password"]):
        parsed = state.ask("tbk.tpwd.parse", password_content=passcode)["data"]
        assert parsed["origin_url"] == made["page_url"]


def test_the_page_of_a_shop_is_converted_and_parsed(state: Stand) -> None:
    shop = state.ask("tbk.shop.get", q="女装", fields="shop_url,user_id")["results"][0]
    told = parse(state, shop["shop_url"])["link_info_dto"]
    assert (told["material_type"], told["material_id"]) == (2, str(shop["user_id"]))
    (row,) = convert(state, material_list=shop["shop_url"])["material_url_list"]
    assert row["link_info_dto"]["cps_long_url"].startswith("https://s.click.taobao.com/t?e=")
    unknown = parse(state, "https://shop1.taobao.com/")
    assert unknown["code"] == 1001


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("tbk.item.click.extract", {"click_url": "https://www.example.com/"}),
        ("tbk.privilege.get", {"adzone_id": "1", "site_id": "1", "item_id": "x"}),
        ("tbk.sc.activity.info.get", {"adzone_id": "1", "activity_material_id": "x"}),
        ("tbk.sc.tpwd.convert", {"adzone_id": "1", "password_content": "￥none￥"}),
    ],
)
def test_where_no_code_is_documented_the_unknown_gets_the_sample(
    state: Stand, method: str, arguments: dict[str, str]
) -> None:
    known = find_api(f"taobao.{method}")
    assert known
    assert state.content(method, **arguments) == known["response"]
