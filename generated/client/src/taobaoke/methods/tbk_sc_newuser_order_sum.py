"""Read daily totals of a publisher's acquisition campaign:
`taobao.tbk.sc.newuser.order.sum`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Day, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers


class TbkScNewuserOrderSumNewuserOrderSumResult(Model):
    """拉新数据明细"""

    activity_id: Literal["119013_2"] | str | None = wire()
    """拉新活动 ID；已知取值：

    - 119013_2：2 月手淘拉新
    """
    biz_date: date | None = wire(form="yyyyMMdd")
    """数据所属日期；格式：yyyyMMdd"""
    reg_user_cnt: int | None = wire()
    """新注册的用户数；单位：人"""
    login_user_cnt: int | None = wire()
    """新激活的用户数量；单位：人"""
    alipay_user_cnt: int | None = wire()
    """完成首购的用户数；单位：人"""
    rcv_valid_user_cnt: int | None = wire()
    """可结算的有效用户数；单位：人"""
    rcv_user_cnt: int | None = wire()
    """已确认收货的用户数；单位：人"""
    alipay_user_cpa_pre_amt: Decimal | None = wire()
    """已结算的 CPA 奖励，只在按 member 统计时有值；单位：元"""
    bind_buy_user_cpa_pre_amt: Decimal | None = wire()
    """当天激活并首购所结算的 CPA 金额，限八天乐活动且按 member 统计；单位：元"""
    bind_buy_valid_user_cnt: int | None = wire()
    """当天激活并首购的有效用户数，限八天乐活动，可按 member 或 adzone 统计；单位：人"""
    bind_card_valid_user_cnt: int | None = wire()
    """绑卡的有效用户数；单位：人"""
    re_buy_valid_user_cnt: int | None = wire()
    """复购的有效用户数；单位：人"""
    valid_num: int | None = wire()
    """有效数量"""
    relation_id: str | None = wire()
    """渠道关系 ID"""


class TbkScNewuserOrderSumNewuserOrderSumData(Model):
    """业务数据"""

    page_no: int | None = wire()
    """页码"""
    page_size: int | None = wire()
    """每页条数"""
    has_next: bool | None = wire()
    """后面是否还有数据页"""
    results: list[TbkScNewuserOrderSumNewuserOrderSumResult] = wire(wrapper="data")
    """拉新数据明细"""


class TbkScNewuserOrderSumNewuserOrderSumResults(Model):
    """结果数据"""

    data: TbkScNewuserOrderSumNewuserOrderSumData | None = wire()
    """业务数据"""


class TbkScNewuserOrderSumResponse(PagedResponse[TbkScNewuserOrderSumNewuserOrderSumResult]):
    """代推广者查询拉新活动的汇总数据：返回内容"""

    _paging = PageNumbers(
        lists=("results.data.results",),
        page="page_no",
        more="results.data.has_next",
        size="page_size",
        usual_size=20,
    )

    results: TbkScNewuserOrderSumNewuserOrderSumResults | None = wire()
    """结果数据"""


if TYPE_CHECKING:

    class AsyncTbkScNewuserOrderSumResponse(
        AsyncPagedResponse[TbkScNewuserOrderSumNewuserOrderSumResult], TbkScNewuserOrderSumResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkScNewuserOrderSumResponse = TbkScNewuserOrderSumResponse


METHOD = Method(
    "taobao.tbk.sc.newuser.order.sum",
    AsyncTbkScNewuserOrderSumResponse,
    Object(
        {
            "page_size": Integer(minimum=1, maximum=100),
            "adzone_id": Text(number=True),
            "page_no": Integer(),
            "site_id": Text(number=True),
            "activity_id": Text(),
            "settle_month": Day(form="yyyyMM"),
        },
        required=("page_size", "page_no", "activity_id"),
    ),
    needs_session=True,
    idempotent=True,
    packages=(
        PermissionPackage(
            "11655",
            "https://open.taobao.com/api.htm?docId=36837&docType=2&scopeId=11655",
            legacy=True,
        ),
    ),
)
