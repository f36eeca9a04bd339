"""List registered channels or members: `taobao.tbk.sc.publisher.info.get`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers


class TbkScPublisherInfoGetRegisterInfo(Model):
    """线下备案的专有信息"""

    shop_name: str | None = wire()
    """线下店铺的名称，仅渠道有"""
    shop_type: str | None = wire()
    """线下店铺的类型，仅渠道有"""
    phone_number: str | None = wire()
    """渠道的电话号码"""
    detail_address: str | None = wire()
    """渠道的详细地址"""
    location: str | None = wire()
    """渠道所在地区"""
    shop_certify_type: str | None = wire()
    """线下店铺的证书类型，仅渠道有"""
    certify_number: str | None = wire()
    """认证编号，仅渠道有值"""
    career: str | None = wire()
    """经营类型，仅渠道有值"""


class TbkScPublisherInfoGetInviter(Model):
    """渠道或会员的列表"""

    relation_app: (
        Literal["common", "etao", "minietao", "offlineShop", "offlinePerson"] | str | None
    ) = wire()
    """备案场景；已知取值：

    - common：通用备案
    - etao：一淘备案
    - minietao：一淘小程序备案
    - offlineShop：线下门店备案
    - offlinePerson：线下个人备案
    """
    create_date: datetime | None = wire()
    """备案的时间，渠道与会员都有值；格式：yyyy-MM-dd HH:mm:ss

    注：文档称之为共享字段，这里理解为渠道与会员共有
    """
    account_name: str | None = wire()
    """渠道的昵称，仅渠道有值"""
    real_name: str | None = wire()
    """渠道的名称，仅渠道有"""
    relation_id: str | None = wire(number=True)
    """渠道关系 ID，仅渠道有"""
    offline_scene: Literal["1", "2", "3", "4"] | str | None = wire()
    """渠道的线下推广场景；已知取值：

    - 1：门店
    - 2：学校
    - 3：工厂
    - 4：其他
    注：示例返回的是中文名而不是代码
    """
    online_scene: Literal["1", "2", "3"] | str | None = wire()
    """渠道的线上推广场景；已知取值：

    - 1：微信群
    - 2：QQ 群
    - 3：其他
    注：示例返回的是中文名而不是代码
    """
    note: str | None = wire()
    """媒体自己对渠道的备注"""
    root_pid: str | None = wire()
    """渠道或会员的专属 pid"""
    rtag: str | None = wire()
    """渠道或会员最初的身份信息"""
    offline_info: TbkScPublisherInfoGetRegisterInfo | None = wire()
    """线下备案的专有信息"""
    special_id: str | None = wire(number=True)
    """会员运营 ID，仅会员有"""
    punish_status: str | None = wire()
    """渠道的处罚状态，仅渠道有"""
    external_id: str | None = wire()
    """淘宝客为自有用户设定的外部标识，如账户 ID、微信 ID"""
    external_type: Literal["0", "1", "2", "3", "4", "5"] | str | None = wire()
    """外部用户所在平台；已知取值：

    - 0：其他
    - 1：微信
    - 2：微博
    - 3：抖音
    - 4：快手
    - 5：QQ
    """


class TbkScPublisherInfoGetPublisherInfoData(Model):
    """业务数据"""

    total_count: int | None = wire()
    """满足条件的记录总数"""
    inviter_list: list[TbkScPublisherInfoGetInviter] = wire(wrapper="map_data")
    """渠道或会员的列表"""
    root_pid_channel_list: list[str] = wire(wrapper="string")
    """渠道专属 PID 的列表"""


class TbkScPublisherInfoGetResponse(PagedResponse[TbkScPublisherInfoGetInviter]):
    """查询已备案的渠道或会员：返回内容"""

    _paging = PageNumbers(
        lists=("data.inviter_list",),
        page="page_no",
        first=0,
        size="page_size",
        usual_size=10,
        total="data.total_count",
    )

    data: TbkScPublisherInfoGetPublisherInfoData | None = wire()
    """业务数据"""


if TYPE_CHECKING:

    class AsyncTbkScPublisherInfoGetResponse(
        AsyncPagedResponse[TbkScPublisherInfoGetInviter], TbkScPublisherInfoGetResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkScPublisherInfoGetResponse = TbkScPublisherInfoGetResponse


METHOD = Method(
    "taobao.tbk.sc.publisher.info.get",
    AsyncTbkScPublisherInfoGetResponse,
    Object(
        {
            "relation_id": Text(number=True),
            "page_no": Integer(minimum=0),
            "page_size": Integer(),
            "info_type": Integer(),
            "relation_app": Text(),
            "special_id": Text(),
            "external_id": Text(),
            "external_type": Integer(),
        },
        required=("info_type", "relation_app"),
    ),
    needs_session=True,
    idempotent=True,
    packages=(
        PermissionPackage(
            "14474", "https://open.taobao.com/api.htm?docId=37989&docType=2&scopeId=14474"
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
        "isp.sys-error": Advice("平台侧的临时故障，等几秒重发", "later", "temporary"),
    },
)
