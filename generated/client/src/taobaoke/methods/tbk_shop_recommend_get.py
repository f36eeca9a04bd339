"""List shops related to a given seller's shop: `taobao.tbk.shop.recommend.get`."""

from __future__ import annotations

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import NTbkShopInfo


class TbkShopRecommendGetResponse(Response):
    """查询与某个卖家的店铺相关的店铺：返回内容"""

    results: list[NTbkShopInfo] = wire(wrapper="n_tbk_shop")
    """参加淘宝客的店铺"""


METHOD = Method(
    "taobao.tbk.shop.recommend.get",
    TbkShopRecommendGetResponse,
    Object(
        {
            "count": Integer(maximum=40),
            "fields": Csv(),
            "platform": Integer(),
            "user_id": Text(number=True),
        },
        required=("fields", "user_id"),
    ),
    idempotent=True,
    packages=(
        PermissionPackage(
            "16292", "https://open.taobao.com/api.htm?docId=24522&docType=2&scopeId=16292"
        ),
        PermissionPackage(
            "11655",
            "https://open.taobao.com/api.htm?docId=24522&docType=2&scopeId=11655",
            legacy=True,
        ),
    ),
    errors={
        "isp.tbkapi-service-unavailable": Advice(
            "平台侧的短暂故障，隔几秒再发同一请求；持续出现时记下 request_id 向平台反馈",
            "later",
            "temporary",
        )
    },
)
