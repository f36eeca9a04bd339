"""Convert an official activity id into promotion links, mini-program path and material
address: `taobao.tbk.activity.info.get`.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkActivityInfoGetActivityInfoData(Model):
    """业务数据"""

    wx_qrcode_url: str | None = wire()
    """微信推广二维码图片地址，用于本地化业务"""
    click_url: str | None = wire()
    """活动推广长链接"""
    short_click_url: str | None = wire()
    """推广用的短链接"""
    terminal_type: Literal["1", "2"] | str | None = wire()
    """活动的投放平台；已知取值：

    - 1：PC
    - 2：无线
    """
    material_oss_url: str | None = wire()
    """推广素材的下载链接"""
    page_name: str | None = wire()
    """活动会场的名称"""
    page_start_time: date | None = wire()
    """活动起始日期；格式：yyyy-MM-dd"""
    page_end_time: date | None = wire()
    """活动截止日期；格式：yyyy-MM-dd"""
    wx_miniprogram_path: str | None = wire()
    """微信小程序页面路径，用于本地化业务"""


class TbkActivityInfoGetResponse(Response):
    """转换官方活动会场 ID，得到推广长短链、小程序路径和素材地址：返回内容"""

    data: TbkActivityInfoGetActivityInfoData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.activity.info.get",
    TbkActivityInfoGetResponse,
    Object(
        {
            "activity_material_id": Text(),
            "adzone_id": Text(number=True),
            "sub_pid": Text(),
            "relation_id": Text(number=True),
            "union_id": Text(max_length=12),
        },
        required=("activity_material_id", "adzone_id"),
    ),
    idempotent=True,
    packages=(
        PermissionPackage(
            "18294", "https://open.taobao.com/api.htm?docId=48340&docType=2&scopeId=18294"
        ),
    ),
    errors={
        "isp.invalid-parameter-adzone": Advice(
            "推广位不属于当前应用的账号；到联盟后台核对 pid 第三段，换成自己名下的推广位",
            "never",
            "argument",
        ),
        "4": Advice(
            "推广位没有找到；核对 pid 第三段是否抄错，或先在联盟后台新建推广位", "never", "argument"
        ),
        "isp.invalid-parameter-materialId": Advice(
            "会场 ID 已过期或来源不对；到联盟后台的活动推广页重新复制", "never", "argument"
        ),
        "1108": Advice("稍等再调用；连续失败时带上 request_id 找联盟客服", "later", "temporary"),
        "1107": Advice("稍等再调用；连续失败时带上 request_id 找联盟客服", "later", "temporary"),
        "isp.isp.get-activityinfo-unavailable": Advice(
            "后端暂时不可用，隔一会儿再试；仍失败时带上 request_id 找联盟客服", "later", "temporary"
        ),
        "isv.invalid-parameter-materialId": Advice(
            "会场 ID 已过期或来源不对；到联盟后台的活动推广页重新复制", "never", "argument"
        ),
        "isv.invalid-parameter-adzone": Advice(
            "推广位不属于当前应用的账号；到联盟后台核对 pid 第三段，换成自己名下的推广位",
            "never",
            "argument",
        ),
        "isv.empty-parameter-materialId": Advice(
            "activity_material_id 为空或写错；补上会场 ID 后再调用", "never", "argument"
        ),
    },
)
