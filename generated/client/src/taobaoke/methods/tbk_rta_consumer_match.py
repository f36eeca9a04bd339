"""Check whether a consumer qualifies for given activities or strategies, and get
promotion links: `taobao.tbk.rta.consumer.match`.
"""

from __future__ import annotations

from typing import Literal

from .._runtime.advice import Advice
from .._runtime.kinds import ListOf, Object, Text
from .._runtime.method import Method, Rule
from .._runtime.models import Model, SplitResponse, wire
from .._runtime.outcomes import ItemOutcome


class TbkRtaConsumerMatchRtaConsumerMatchResult(Model):
    """各活动的匹配结果"""

    offer_id: str | None = wire()
    """活动 ID"""
    status: Literal["1", "2", "3", "4", "5"] | str | None = wire()
    """活动的匹配结果；已知取值：

    - 1：符合要求
    - 2：淘客没有活动权限
    - 3：用户与活动不匹配
    - 4：系统异常
    - 5：活动不存在
    """
    click_url: str | None = wire()
    """推广链接"""
    wx_miniprogram_path: str | None = wire()
    """微信小程序页面路径"""
    wx_qrcode_url: str | None = wire()
    """微信小程序码图片地址"""


class TbkRtaConsumerMatchStrategyResult(Model):
    """各策略的匹配结果，传入 strategy_id_list 才返回"""

    strategy_id: str | None = wire()
    """策略 ID"""
    status: Literal["1", "3", "4", "6", "7"] | str | None = wire()
    """策略的匹配结果；已知取值：

    - 1：符合要求
    - 3：用户与活动不匹配
    - 4：系统异常
    - 6：策略 ID 不存在
    - 7：策略 ID 无效
    """


class TbkRtaConsumerMatchRtaConsumerMatchData(Model):
    """业务数据"""

    result_list: list[TbkRtaConsumerMatchRtaConsumerMatchResult] = wire(wrapper="resultlist")
    """各活动的匹配结果"""
    strategy_result_list: list[TbkRtaConsumerMatchStrategyResult] = wire(
        wrapper="strategy_result_list"
    )
    """各策略的匹配结果，传入 strategy_id_list 才返回"""


class TbkRtaConsumerMatchResponse(
    SplitResponse[TbkRtaConsumerMatchRtaConsumerMatchResult | TbkRtaConsumerMatchStrategyResult]
):
    """判断消费者能否参加指定活动或策略，符合时给出推广链接：返回内容"""

    _items = ItemOutcome(
        ("data.result_list", "data.strategy_result_list"), code="status", ok=("1", "3")
    )

    data: TbkRtaConsumerMatchRtaConsumerMatchData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.rta.consumer.match",
    TbkRtaConsumerMatchResponse,
    Object(
        {
            "adzone_id": Text(number=True),
            "offer_list": ListOf(
                Object({"offer_id": Text(), "tlj_url": Text(), "item_id": Text()}), max_items=100
            ),
            "special_id": Text(),
            "device_value": Text(),
            "device_type": Text(),
            "strategy_id_list": Text(),
        },
        required=("adzone_id",),
    ),
    rules=(Rule("exactly_one_of", ("offer_list", "strategy_id_list")),),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=55891&docType=2",
    errors={
        "1601": Advice(
            "核对会员 ID 有没有写错，以及该会员是不是在自己账号下备案的", "never", "argument"
        ),
        "1701": Advice("平台查活动时出错，隔一会儿重试即可", "later", "temporary"),
        "1702": Advice("检查 offer_list 里的活动 ID 是否存在、是否还在投放期", "never", "argument"),
        "2": Advice("核对 pid 第三段；推广位要属于调用方账号", "never", "argument"),
        "4": Advice("推广位没有找到；换用联盟后台里已有的推广位", "never", "argument"),
        "1803": Advice(
            "检查 device_type 是否在允许的取值内，并与 device_value 对应", "never", "argument"
        ),
        "1802": Advice("设备值应为 MD5 后的 32 位小写文本，重新计算后再传", "never", "argument"),
    },
)
