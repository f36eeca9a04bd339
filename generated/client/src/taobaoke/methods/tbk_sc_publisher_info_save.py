"""Register a channel or member under a publisher: `taobao.tbk.sc.publisher.info.save`."""

from __future__ import annotations

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Integer, JsonText, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkScPublisherInfoSavePublisherInfoSaveData(Model):
    """业务数据"""

    relation_id: str | None = wire(number=True)
    """渠道关系 ID"""
    account_name: str | None = wire()
    """渠道的昵称"""
    special_id: str | None = wire(number=True)
    """会员运营 ID"""
    desc: str | None = wire()
    """备案结果提示，重复绑定渠道或粉丝时也在此说明"""


class TbkScPublisherInfoSaveResponse(Response):
    """把渠道或会员备案到淘宝客名下：返回内容"""

    data: TbkScPublisherInfoSavePublisherInfoSaveData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.sc.publisher.info.save",
    TbkScPublisherInfoSaveResponse,
    Object(
        {
            "relation_from": Text(),
            "offline_scene": Text(),
            "online_scene": Text(),
            "inviter_code": Text(),
            "info_type": Integer(),
            "note": Text(),
            "register_info": JsonText(),
        },
        required=("inviter_code", "info_type"),
    ),
    needs_session=True,
    packages=(
        PermissionPackage(
            "14474", "https://open.taobao.com/api.htm?docId=37988&docType=2&scopeId=14474"
        ),
    ),
    errors={
        "isp.tbkapi-service-unavailable": Advice(
            "后端一时没有响应，隔几秒重发即可；多次仍失败就带上 request_id 联系平台",
            "later",
            "temporary",
        ),
        "isv.invalid-parameter:start_price": Advice(
            "核对价格下限的类型与大小，应为数字且不高于上限；接口没有这个参数时检查其余入参",
            "never",
            "argument",
        ),
        "isv.invalid-parameter:end_price": Advice(
            "核对价格上限的类型与大小，应为数字且不低于下限；接口没有这个参数时检查其余入参",
            "never",
            "argument",
        ),
        "isv.invalid-parameter:end_tk_rate": Advice(
            "核对佣金比率上限，1234 代表 12.34%；接口没有这个参数时检查其余入参",
            "never",
            "argument",
        ),
        "4": Advice(
            "推广位不存在或不属于当前账号，到联盟后台核对 pid 的第三段", "never", "argument"
        ),
        "2": Advice(
            "adzone_id、site_id 与账号对不上，按同一个 pid 的第三段和第二段重新填写",
            "never",
            "argument",
        ),
        "30501": Advice("info_type 只接受文档列出的取值，渠道为 1、会员为 2", "never", "argument"),
        "1": Advice(
            "“1”是笼统的码，原因写在 sub_msg 里（例如授权的用户尚未入驻），按它处理，不要原样重发；sub_msg 只说平台故障时先查是否已备案成功",
            "never",
            "business",
        ),
        "isp.sys-error": Advice(
            "平台侧的临时故障，稍等重发；重发前可先查是否已备案成功", "later", "temporary"
        ),
    },
)
