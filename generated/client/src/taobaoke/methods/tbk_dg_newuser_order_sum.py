"""Read daily totals of your acquisition campaign: `taobao.tbk.dg.newuser.order.sum`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Day, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers


class TbkDgNewuserOrderSumNewuserOrderSumResult(Model):
    """拉新数据明细"""

    activity_id: str | None = wire()
    """拉新活动 ID"""
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


class TbkDgNewuserOrderSumNewuserOrderSumData(Model):
    """业务数据"""

    page_no: int | None = wire()
    """页码"""
    page_size: int | None = wire()
    """每页条数"""
    has_next: bool | None = wire()
    """后面是否还有数据页"""
    results: list[TbkDgNewuserOrderSumNewuserOrderSumResult] = wire(wrapper="data")
    """拉新数据明细"""


class TbkDgNewuserOrderSumNewuserOrderSumResults(Model):
    """结果数据"""

    data: TbkDgNewuserOrderSumNewuserOrderSumData | None = wire()
    """业务数据"""


class TbkDgNewuserOrderSumResponse(PagedResponse[TbkDgNewuserOrderSumNewuserOrderSumResult]):
    """查询自己拉新活动的汇总数据：返回内容"""

    _paging = PageNumbers(
        lists=("results.data.results",),
        page="page_no",
        more="results.data.has_next",
        size="page_size",
        usual_size=20,
    )

    results: TbkDgNewuserOrderSumNewuserOrderSumResults | None = wire()
    """结果数据"""


if TYPE_CHECKING:

    class AsyncTbkDgNewuserOrderSumResponse(
        AsyncPagedResponse[TbkDgNewuserOrderSumNewuserOrderSumResult], TbkDgNewuserOrderSumResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkDgNewuserOrderSumResponse = TbkDgNewuserOrderSumResponse


METHOD = Method(
    "taobao.tbk.dg.newuser.order.sum",
    AsyncTbkDgNewuserOrderSumResponse,
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
    idempotent=True,
    packages=(
        PermissionPackage(
            "16188", "https://open.taobao.com/api.htm?docId=36836&docType=2&scopeId=16188"
        ),
        PermissionPackage(
            "11655",
            "https://open.taobao.com/api.htm?docId=36836&docType=2&scopeId=11655",
            legacy=True,
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
    },
)
