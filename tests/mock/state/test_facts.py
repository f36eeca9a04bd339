"""The amounts of one order, by hand."""

from taobaoke_mock.state.account import Account

from mock.state.worlds import World

FACTS = {
    # 99.99 were paid, and 50.00 of them settled
    "item_price": "33.33",
    "tb_gmv_total_price": "99.99",
    "alipay_total_price": "99.99",
    "pay_price": "50.00",
    # 90 % of 7.77 % are 6.993 %
    "total_commission_rate": "7.77",
    "pub_share_rate": "90.00",
    "tk_total_rate": "6.99",
    "income_rate": "8.77",
    "total_commission_fee": "3.89",
    "pub_share_pre_fee_for_commission": "6.99",
    "pub_share_fee_for_commission": "3.50",
    "subsidy_rate": "1.00",
    "subsidy_fee": "0.50",
    "pub_share_rate_for_sdy": "100.00",
    "tk_total_rate_for_sdy": "1.00",
    "pub_share_pre_fee_for_sdy": "1.00",
    "pub_share_fee_for_sdy": "0.50",
    "pub_share_pre_fee": "7.99",
    "pub_share_fee": "4.00",
    # 10 % of the commission are tech's, 4 % of that of a channel the agent's
    "alimama_rate": "14.00",
    "alimama_share_fee": "0.55",
    "alimm_share_info_dto": {
        "alimm_tech_service_rate": "10.00",
        "alimm_tech_service_pre_fee": "0.78",
        "alimm_tech_service_fee": "0.39",
        "alimm_agent_service_rate": "4.00",
        "alimm_agent_service_pre_fee": "0.31",
        "alimm_agent_service_fee": "0.16",
    },
    "platform_special_service_rate": "3.00",
    "platform_special_service_fee": "1.50",
    "platform_special_share_info_dto": {
        "content_tech_service_rate": "3.00",
        "content_tech_service_pre_fee": "3.00",
        "content_tech_service_fee": "1.50",
        "traffic_tech_service_rate": "0.00",
        "traffic_tech_service_pre_fee": "0.00",
        "traffic_tech_service_fee": "0.00",
    },
    "subsidy_info_dto_list": {
        "subsidy_detail_d_t_o": [
            {
                "subsidy_type": "天猫补贴",
                "subsidy_rate": "1.00",
                "subsidy_fee": "0.50",
                "subsidy_share_rate": "100.00",
                "subsidy_upper_limit": "100.00",
            }
        ]
    },
}


def test_every_amount_of_a_settled_order() -> None:
    world = World()
    world.orders.add(
        trade_id="1",
        relation_id=5,
        item_price="33.33",
        item_num=3,
        total_commission_rate="7.77",
        pub_share_rate="90.00",
        subsidy_rate="1.00",
        platform_special_service_rate="3.00",
    )
    world.orders.settle("1", "50.00")
    (row,) = world.orders.truth()
    assert {name: row[name] for name in FACTS} == FACTS


def test_an_order_of_no_channel_has_no_agent() -> None:
    world = World()
    world.orders.add(item_price="100.00", total_commission_rate="10.00")
    (row,) = world.orders.truth()
    assert (row["alimama_rate"], row["alimama_share_fee"]) == ("10.00", "1.00")
    assert row["alimm_share_info_dto"]["alimm_agent_service_pre_fee"] == "0.00"
    assert (row["subsidy_fee"], row["pub_share_rate_for_sdy"]) == ("0.00", "0.00")
    assert (row["pub_share_pre_fee"], row["pub_share_fee"]) == ("10.00", "0.00")


def test_whose_order_it_is() -> None:
    world = World(account=Account(publisher=1, site=2, site_name="站点", zones=(3, 4)))
    world.orders.add()
    (row,) = world.orders.truth()
    told = {name: row[name] for name in row if name.startswith(("pub_id", "site_", "adzone_"))}
    assert told == {
        "pub_id": 1,
        "site_id": 2,
        "site_name": "站点",
        "adzone_id": 3,
        "adzone_name": "推广位1",
    }
