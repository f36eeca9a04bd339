"""List users whose cart coupons are about to expire, with their items, by rule id:
`taobao.tbk.cart.coupon.expire.user.query`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers


class TbkCartCouponExpireUserQueryCartCouponItem(Model):
    """该用户的各件商品"""

    sku_id_list: list[str] = wire(wrapper="number", number=True)
    """该商品的各个 SKU ID"""
    item_id: str | None = wire(number=True)
    """商品 ID，新旧两种格式都可能出现"""


class TbkCartCouponExpireUserQueryUserRuleInfo(Model):
    """各用户的规则信息"""

    open_id: str | None = wire()
    """用户的 TOP 开放 ID"""
    version: int | None = wire()
    """规则版本，即离线任务产出该记录时的时间戳

    注：文档没有写明时间戳的单位，因此按整数返回
    """
    item_list: list[TbkCartCouponExpireUserQueryCartCouponItem] = wire(wrapper="map_data")
    """该用户的各件商品"""


class TbkCartCouponExpireUserQueryResponse(PagedResponse[TbkCartCouponExpireUserQueryUserRuleInfo]):
    """按规则 ID 分页列出购物车里有券快到期的用户及其商品：返回内容"""

    _paging = PageNumbers(
        lists=("user_rule_info_list",), page="page_num", first=0, size="page_size"
    )

    user_rule_info_list: list[TbkCartCouponExpireUserQueryUserRuleInfo] = wire(
        wrapper="user_rule_info"
    )
    """各用户的规则信息"""


if TYPE_CHECKING:

    class AsyncTbkCartCouponExpireUserQueryResponse(
        AsyncPagedResponse[TbkCartCouponExpireUserQueryUserRuleInfo],
        TbkCartCouponExpireUserQueryResponse,
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkCartCouponExpireUserQueryResponse = TbkCartCouponExpireUserQueryResponse


METHOD = Method(
    "taobao.tbk.cart.coupon.expire.user.query",
    AsyncTbkCartCouponExpireUserQueryResponse,
    Object(
        {"rule_id": Text(), "page_num": Integer(minimum=0), "page_size": Integer()},
        required=("rule_id",),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=54059&docType=2",
)
