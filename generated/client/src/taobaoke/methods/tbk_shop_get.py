"""Search shops that take part in promotion: `taobao.tbk.shop.get`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Boolean, Csv, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, PagedResponse, wire
from .._runtime.paging import PageNumbers
from ..models import NTbkShopInfo


class TbkShopGetResponse(PagedResponse[NTbkShopInfo]):
    """按关键词与条件搜索参加推广的店铺：返回内容"""

    _paging = PageNumbers(
        lists=("results",),
        page="page_no",
        last=100,
        size="page_size",
        usual_size=20,
        total="total_results",
    )

    results: list[NTbkShopInfo] = wire(wrapper="n_tbk_shop")
    """参加淘宝客的店铺"""
    total_results: int | None = wire()
    """满足条件的结果总数"""


if TYPE_CHECKING:

    class AsyncTbkShopGetResponse(AsyncPagedResponse[NTbkShopInfo], TbkShopGetResponse):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkShopGetResponse = TbkShopGetResponse


METHOD = Method(
    "taobao.tbk.shop.get",
    AsyncTbkShopGetResponse,
    Object(
        {
            "end_auction_count": Integer(),
            "end_commission_rate": Integer(minimum=1, maximum=10000),
            "end_credit": Integer(minimum=1, maximum=20),
            "end_total_action": Integer(),
            "fields": Csv(),
            "is_tmall": Boolean(),
            "page_no": Integer(minimum=1, maximum=100),
            "page_size": Integer(minimum=1, maximum=100),
            "platform": Integer(),
            "q": Text(),
            "sort": Text(),
            "start_auction_count": Integer(),
            "start_commission_rate": Integer(minimum=1, maximum=10000),
            "start_credit": Integer(minimum=1, maximum=20),
            "start_total_action": Integer(),
        },
        required=("fields", "q"),
    ),
    idempotent=True,
    packages=(
        PermissionPackage(
            "16516", "https://open.taobao.com/api.htm?docId=24521&docType=2&scopeId=16516"
        ),
        PermissionPackage(
            "11655",
            "https://open.taobao.com/api.htm?docId=24521&docType=2&scopeId=11655",
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
