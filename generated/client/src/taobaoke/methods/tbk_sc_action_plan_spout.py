"""Get a promotion plan and its actions by identity and Taobao passwords:
`taobao.tbk.sc.action.plan.spout`.
"""

from __future__ import annotations

from .._runtime.advice import Advice
from .._runtime.kinds import ListOf, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, SplitResponse, wire
from .._runtime.outcomes import ItemOutcome


class TbkScActionPlanSpoutActionExtend(Model):
    """操作的扩展信息，含错误码与错误说明"""

    error_code: int | None = wire()
    """操作失败时的错误码"""
    error_msg: str | None = wire()
    """操作失败时的错误说明"""


class TbkScActionPlanSpoutSfAction(Model):
    """计划明细"""

    action_id: str | None = wire()
    """操作的唯一标识"""
    action_x_info: str | None = wire()
    """操作的内容"""
    action_extend: TbkScActionPlanSpoutActionExtend | None = wire()
    """操作的扩展信息，含错误码与错误说明"""


class TbkScActionPlanSpoutSfPlanDetail(Model):
    """计划的内容"""

    plan_detail: list[TbkScActionPlanSpoutSfAction] = wire(wrapper="sf_action_d_t_o")
    """计划明细"""
    plan_id: str | None = wire()
    """计划 ID"""
    plan_name: str | None = wire()
    """计划的名称"""


class TbkScActionPlanSpoutResponse(SplitResponse[TbkScActionPlanSpoutSfAction]):
    """按身份标识和口令获取推广计划及其操作：返回内容"""

    _items = ItemOutcome(
        ("data.plan_detail",), code="action_extend.error_code", message="action_extend.error_msg"
    )

    data: TbkScActionPlanSpoutSfPlanDetail | None = wire()
    """计划的内容"""
    biz_error_desc: str | None = wire()
    """业务错误说明"""


METHOD = Method(
    "taobao.tbk.sc.action.plan.spout",
    TbkScActionPlanSpoutResponse,
    Object(
        {
            "target_identity": Text(),
            "plan_id": Text(),
            "params": Object({"tao_token_list": ListOf(Object({"tao_token": Text()}))}),
        },
        required=("target_identity",),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=73431&docType=2",
    errors={
        "1001": Advice(
            "口令没有对应的可推广商品，核对口令是否完整、是否过期，或换一个口令",
            "never",
            "not_found",
        )
    },
)
