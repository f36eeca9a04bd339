"""Get one ad creative for a device and an ad zone, for smart delivery:
`taobao.tbk.thor.creative.launch`.
"""

from __future__ import annotations

from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkThorCreativeLaunchThorCreativeLaunchResult(Model):
    """要投放的创意"""

    click_through_url: str | None = wire()
    """点击跳转地址"""
    image_url4: str | None = wire()
    """第 4 张图片的地址"""
    impression_tracking_url: str | None = wire()
    """曝光监测地址"""
    deeplink_url: str | None = wire()
    """deeplink 地址"""
    pid: str | None = wire()
    """推广位 PID，形如 mm_1_2_3"""
    title: str | None = wire()
    """标题"""
    creative_id: str | None = wire()
    """广告创意 ID"""
    creative_type: int | None = wire()
    """创意的类型"""
    image_url2: str | None = wire()
    """第 2 张图片的地址"""
    image_url: str | None = wire()
    """图片地址"""
    image_url3: str | None = wire()
    """第 3 张图片的地址"""
    id: str | None = wire()
    """结果 ID"""
    desc: str | None = wire()
    """描述"""
    status: int | None = wire()
    """状态

    注：公开资料没有说明取值
    """


class TbkThorCreativeLaunchResponse(Response):
    """按设备信息为推广位取一条智能投放的广告创意：返回内容"""

    result: TbkThorCreativeLaunchThorCreativeLaunchResult | None = wire()
    """要投放的创意"""


METHOD = Method(
    "taobao.tbk.thor.creative.launch",
    TbkThorCreativeLaunchResponse,
    Object(
        {
            "req": Object(
                {
                    "id": Text(),
                    "version": Integer(),
                    "device": Object(
                        {
                            "osv": Text(),
                            "os": Text(),
                            "ip": Text(),
                            "idfa": Text(),
                            "imei": Text(),
                            "oaid": Text(),
                            "mac": Text(),
                            "network": Integer(),
                            "imei_md5": Text(),
                            "device_type": Integer(),
                        }
                    ),
                    "adzone_id": Text(),
                },
                required=("id", "device", "adzone_id"),
            )
        },
        required=("req",),
    ),
)
