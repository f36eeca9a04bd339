"""Convert an official activity id into promotion links, for an authorised publisher:
`taobao.tbk.sc.activity.info.get`.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkScActivityInfoGetActivityInfoData(Model):
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
    """微信小程序推广地址，用于本地化业务"""


class TbkScActivityInfoGetResponse(Response):
    """转换官方活动会场 ID，得到授权推广者的长短链、小程序路径和素材地址：返回内容"""

    data: TbkScActivityInfoGetActivityInfoData | None = wire()
    """业务数据"""


METHOD = Method(
    "taobao.tbk.sc.activity.info.get",
    TbkScActivityInfoGetResponse,
    Object(
        {
            "activity_material_id": Text(),
            "adzone_id": Text(number=True),
            "site_id": Text(number=True),
            "relation_id": Text(number=True),
            "union_id": Text(max_length=12),
        },
        required=("activity_material_id", "adzone_id", "site_id"),
    ),
    needs_session=True,
    idempotent=True,
    packages=(
        PermissionPackage(
            "18353", "https://open.taobao.com/api.htm?docId=48417&docType=2&scopeId=18353"
        ),
    ),
)
