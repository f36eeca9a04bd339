"""List the new users that you won in an acquisition campaign:
`taobao.tbk.dg.newuser.order.get`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Integer, Moment, Object, Text
from .._runtime.method import Method, Window
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers
from ..models import OrderData


class TbkDgNewuserOrderGetNewuserOrderResult(Model):
    """拉新数据明细"""

    register_time: datetime | None = wire()
    """新用户的注册时间，淘宝拉新才有；格式：yyyy-MM-dd HH:mm:ss"""
    bind_time: datetime | None = wire()
    """淘宝拉新时为新激活时间，支付宝拉新时为绑定时间；格式：yyyy-MM-dd HH:mm:ss"""
    buy_time: datetime | None = wire()
    """用户首次购买的时间，仅淘宝与天猫拉新有值；格式：yyyy-MM-dd HH:mm:ss"""
    status: Literal[1, 2, 3, 4] | int | None = wire()
    """新人状态，各值含义随活动而变；已知取值：

    - 1：淘宝拉新：新注册；支付宝实名：已绑定
    - 2：淘宝拉新：激活；支付宝实名：拉新成功；天猫拉新：已领取
    - 3：淘宝拉新：首购；支付宝实名：无效用户；支付宝新登：手淘首购；天猫拉新：已首购
    - 4：淘宝拉新：确认收货；支付宝新登：手淘确认收货；天猫拉新：已收货
    """
    mobile: str | None = wire()
    """新用户的手机号，已脱敏"""
    order_tk_type: Literal[1, 2] | None = wire()
    """是否为淘客订单，仅限淘宝与天猫拉新；只能取：

    - 1：淘客订单
    - 2：非淘客订单
    """
    union_id: str | None = wire()
    """分享者的 unionid，只用于淘宝和天猫拉新"""
    member_id: str | None = wire(number=True)
    """来源媒体 ID，即 PID 的第一段数字"""
    member_nick: str | None = wire()
    """来源媒体的名称"""
    site_id: str | None = wire(number=True)
    """媒体（网站）ID，即 pid 的第二段数字"""
    site_name: str | None = wire()
    """来源站点的名称"""
    adzone_id: str | None = wire(number=True)
    """来源推广位 ID，PID（mm_1_2_3）的第三段"""
    adzone_name: str | None = wire()
    """来源推广位名称"""
    tb_trade_parent_id: str | None = wire(number=True)
    """淘宝订单 ID，只用于淘宝和天猫拉新"""
    accept_time: datetime | None = wire()
    """买家确认收货的时间，仅天猫拉新有值；格式：yyyy-MM-dd HH:mm:ss"""
    receive_time: datetime | None = wire()
    """红包的领取时间，天猫拉新才有；格式：yyyy-MM-dd HH:mm:ss"""
    success_time: datetime | None = wire()
    """拉新成功的时间，只用于支付宝拉新；格式：yyyy-MM-dd HH:mm:ss"""
    activity_type: Literal["taobao", "alipay", "tmall"] | str | None = wire()
    """拉新活动所属平台；已知取值：

    - taobao：淘宝
    - alipay：支付宝
    - tmall：天猫
    """
    activity_id: str | None = wire()
    """拉新活动 ID"""
    biz_date: date | None = wire(form="yyyyMMdd")
    """数据所属日期；格式：yyyyMMdd"""
    orders: list[OrderData] = wire(wrapper="order_data")
    """新用户的复购订单，只有手淘拉新才有"""
    bind_card_time: datetime | None = wire()
    """绑卡时间，仅手淘拉新有值；格式：yyyy-MM-dd HH:mm:ss"""
    login_time: datetime | None = wire()
    """新用户登录时间；格式：yyyy-MM-dd HH:mm:ss"""
    is_card_save: Literal[0, 1] | None = wire()
    """银行卡绑定状态；只能取：

    - 0：未绑卡
    - 1：已绑卡
    """
    use_rights_time: datetime | None = wire()
    """权益核销的时间；格式：yyyy-MM-dd HH:mm:ss"""
    get_rights_time: datetime | None = wire()
    """权益领取时间；格式：yyyy-MM-dd HH:mm:ss"""
    relation_id: str | None = wire()
    """渠道关系 ID"""


class TbkDgNewuserOrderGetNewuserOrderData(Model):
    """业务数据"""

    results: list[TbkDgNewuserOrderGetNewuserOrderResult] = wire(wrapper="map_data")
    """拉新数据明细"""
    page_no: int | None = wire()
    """页码"""
    page_size: int | None = wire()
    """每页条数"""
    has_next: bool | None = wire()
    """后面是否还有数据页"""


class TbkDgNewuserOrderGetNewuserOrderResults(Model):
    """结果数据"""

    data: TbkDgNewuserOrderGetNewuserOrderData | None = wire()
    """业务数据"""


class TbkDgNewuserOrderGetResponse(PagedResponse[TbkDgNewuserOrderGetNewuserOrderResult]):
    """查询自己拉新活动的新用户明细：返回内容"""

    _paging = PageNumbers(
        lists=("results.data.results",),
        page="page_no",
        more="results.data.has_next",
        size="page_size",
        usual_size=20,
    )

    results: TbkDgNewuserOrderGetNewuserOrderResults | None = wire()
    """结果数据"""


if TYPE_CHECKING:

    class AsyncTbkDgNewuserOrderGetResponse(
        AsyncPagedResponse[TbkDgNewuserOrderGetNewuserOrderResult], TbkDgNewuserOrderGetResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkDgNewuserOrderGetResponse = TbkDgNewuserOrderGetResponse


METHOD = Method(
    "taobao.tbk.dg.newuser.order.get",
    AsyncTbkDgNewuserOrderGetResponse,
    Object(
        {
            "page_size": Integer(minimum=1, maximum=100),
            "page_no": Integer(),
            "adzone_id": Text(number=True),
            "start_time": Moment(),
            "end_time": Moment(),
            "activity_id": Text(),
        },
        required=("activity_id",),
    ),
    window=Window("start_time", end="end_time", pull="tbk_dg_newuser_order_get_all"),
    idempotent=True,
    packages=(
        PermissionPackage(
            "16188", "https://open.taobao.com/api.htm?docId=33892&docType=2&scopeId=16188"
        ),
        PermissionPackage(
            "11655",
            "https://open.taobao.com/api.htm?docId=33892&docType=2&scopeId=11655",
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
