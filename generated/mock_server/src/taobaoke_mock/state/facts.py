"""What the gateway tells of an order: every field follows from what the book holds.

The rules are those of the fields' descriptions. Every amount is rounded half up to the 分 before it
is added to others, so sums agree with their parts.
"""

import functools
import json
from typing import Any

from ..times import written as time_text
from .account import Account
from .goods import Item, items
from .lives import CHANNEL, CLOSED, SETTLED, Order, Version
from .money import WHOLE, part
from .money import written as text

TECH, AGENT = 1000, 400
"""Rates of the platform's service fees: of every commission, and of that of channels."""
SUBSIDY_LIMIT, SUBSIDY_SHARE = 10_000, WHOLE
"""The most that an order is subsidised with, and the publisher's rate of it."""
NONE = "--"

Facts = dict[str, Any]


def facts(order: Order, version: Version, account: Account) -> Facts:
    """All fields of an order as one version shows them; those that it has not are absent."""
    rate, share, special = version.rate, order.share, order.special
    price = 0 if version.status == CLOSED else version.price
    pay = version.pay
    settled = version.status == SETTLED
    base = pay if settled else price
    total_rate = part(rate, share)
    agent = AGENT if order.scene == CHANNEL else 0
    fee, pre_fee = part(pay, total_rate), part(price, total_rate)
    subsidy, pre_subsidy = _subsidy(pay, order.subsidy), _subsidy(price, order.subsidy)
    earned, pre_earned = part(subsidy, SUBSIDY_SHARE), part(pre_subsidy, SUBSIDY_SHARE)
    commission, pre_commission = part(pay, rate), part(price, rate)
    tech, pre_tech = part(commission, TECH), part(pre_commission, TECH)
    agents, pre_agents = part(commission, agent), part(pre_commission, agent)
    specials, pre_specials = part(pay, special), part(price, special)
    zone = order.adzone % len(account.zones)
    found: Facts = {
        "trade_id": order.trade_id,
        "trade_parent_id": order.parent_id,
        "tk_status": version.status,
        "tk_order_role": order.role,
        "refund_tag": version.tag,
        "terminal_type": "无线" if order.wireless else "PC",
        "flow_source": NONE,
        "tk_create_time": time_text(order.created),
        "click_time": time_text(order.clicked),
        "modified_time": time_text(version.updated),
        "tk_deposit_time": NONE,
        "tb_deposit_time": NONE,
        "deposit_price": text(order.deposit or 0),
        **_of_item(order.item % len(items())),
        "item_num": order.num,
        "item_price": text(order.unit),
        "pub_id": account.publisher,
        "site_id": account.site,
        "site_name": account.site_name,
        "adzone_id": account.zones[zone],
        "adzone_name": account.zone_name(zone),
        "tb_gmv_total_price": text(order.unit * order.num),
        "alipay_total_price": text(version.price),
        "pay_price": text(pay),
        "total_commission_rate": text(rate),
        "total_commission_fee": text(commission if settled else pre_commission),
        "pub_share_rate": text(share),
        "tk_total_rate": text(total_rate),
        "income_rate": text(rate + order.subsidy),
        "pub_share_pre_fee_for_commission": text(pre_fee),
        "pub_share_fee_for_commission": text(fee),
        "subsidy_type": NONE,
        "subsidy_rate": text(order.subsidy),
        "subsidy_fee": text(_subsidy(base, order.subsidy)),
        "pub_share_rate_for_sdy": text(SUBSIDY_SHARE if order.subsidy else 0),
        "tk_total_rate_for_sdy": text(part(order.subsidy, SUBSIDY_SHARE)),
        "pub_share_pre_fee_for_sdy": text(pre_earned),
        "pub_share_fee_for_sdy": text(earned),
        "pub_share_pre_fee": text(pre_fee + pre_earned),
        "pub_share_fee": text(fee + earned),
        "alimama_rate": text(TECH + agent),
        "alimama_share_fee": text(tech + agents if settled else pre_tech + pre_agents),
        "alimm_share_info_dto": {
            "alimm_tech_service_rate": text(TECH),
            "alimm_tech_service_pre_fee": text(pre_tech),
            "alimm_tech_service_fee": text(tech),
            "alimm_agent_service_rate": text(agent),
            "alimm_agent_service_pre_fee": text(pre_agents),
            "alimm_agent_service_fee": text(agents),
        },
        "platform_special_service_rate": text(special),
        "platform_special_service_fee": text(specials if settled else pre_specials),
        "platform_special_share_info_dto": {
            "content_tech_service_rate": text(special),
            "content_tech_service_pre_fee": text(pre_specials),
            "content_tech_service_fee": text(specials),
            "traffic_tech_service_rate": text(0),
            "traffic_tech_service_pre_fee": text(0),
            "traffic_tech_service_fee": text(0),
        },
        "tk_commission_rate_for_media_platform": text(special),
        "tk_commission_pre_fee_for_media_platform": text(pre_specials),
        "tk_commission_fee_for_media_platform": text(specials),
    }
    if order.relation_id is not None:
        found["relation_id"] = order.relation_id
    if order.special_id is not None:
        found["special_id"] = order.special_id
    if version.paid is not None:
        found["tk_paid_time"] = found["tb_paid_time"] = time_text(version.paid)
    if version.settled is not None:
        found["tk_earning_time"] = time_text(version.settled)
    if order.deposit_paid is not None:
        found["tk_deposit_time"] = found["tb_deposit_time"] = time_text(order.deposit_paid)
    if order.subsidy:
        found["subsidy_type"] = "天猫补贴"
        found["subsidy_info_dto_list"] = [
            {
                "subsidy_type": "天猫补贴",
                "subsidy_rate": text(order.subsidy),
                "subsidy_fee": text(_subsidy(base, order.subsidy)),
                "subsidy_upper_limit": text(SUBSIDY_LIMIT),
                "subsidy_share_rate": text(SUBSIDY_SHARE),
            }
        ]
    for extra in (order.extra, version.extra):
        if extra:
            found.update(json.loads(extra))
    return found


@functools.cache
def _of_item(number: int) -> Facts:
    """What an order tells of its item."""
    return item_facts(items()[number])


def item_facts(item: Item) -> Facts:
    """What an order tells of an item."""
    category = item.shop.category
    return {
        "order_type": item.platform,
        "item_id": item.id,
        "item_title": item.title,
        "item_img": item.picture.removeprefix("https:"),
        "item_link": item.url,
        "item_category_name": category.top_name,
        "item_category_level2_name": category.name,
        "seller_nick": item.shop.nick,
        "seller_shop_title": item.shop.title,
    }


def returned(order: Order, version: Version, fee: int) -> dict[str, int]:
    """What the publisher gives back of a refund, in 分: commission and subsidy, and their parts."""
    agent = AGENT if order.scene == CHANNEL else 0
    commission = part(fee, part(version.rate, order.share))
    subsidy = part(_subsidy(fee, order.subsidy), SUBSIDY_SHARE)
    tech, agents = part(commission, TECH), part(commission, agent)
    return {
        "commission": commission - tech - agents,
        "tech": tech,
        "agent": agents,
        "subsidy": subsidy,
        "all": commission + subsidy,
    }


def _subsidy(amount: int, rate: int) -> int:
    return min(part(amount, rate), SUBSIDY_LIMIT)
