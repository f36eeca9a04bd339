"""List a publisher's orders within a time window: `taobao.tbk.sc.order.details.get`."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.advice import Advice, Limit, PermissionPackage
from .._runtime.kinds import Integer, Moment, Object, Text
from .._runtime.method import Method, Window
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import Cursor
from ..models import AlimmShareInfo, PlatformSpecialShareInfo, ServiceFee, SubsidyDetail


class TbkScOrderDetailsGetPublisherOrder(Model):
    """推广订单明细"""

    tb_paid_time: datetime | None = wire()
    """订单在淘宝的付款时间；格式：yyyy-MM-dd HH:mm:ss"""
    tk_paid_time: datetime | None = wire()
    """付款时间，由淘宝同步，可能略有延迟；预售订单付尾款后改为尾款时间；格式：
    yyyy-MM-dd HH:mm:ss
    """
    pay_price: Decimal | None = wire()
    """结算金额：确认收货时的付款额，不含运费；单位：元"""
    pub_share_fee: Decimal | None = wire()
    """结算预估收入，等于结算预估的佣金与补贴之和"""
    trade_id: str | None = wire()
    """子订单号，购物车里每件商品各一个，淘宝买家后台不展示；口碑、饿了么等平台则为其自
    身的订单号
    """
    tk_order_role: Literal[2, 3] | int | None = wire()
    """推广者身份；已知取值：

    - 2：二方：佣金的首个归属者
    - 3：三方：从其他淘客的佣金中分成
    注：文档只写二方和三方，示例为 2；repo mimicode/tksdk（2026）也以 2 为二方、3 为三方
    """
    tk_earning_time: datetime | None = wire()
    """结算时间，即确认收货且商家付清佣金之时；格式：yyyy-MM-dd HH:mm:ss"""
    adzone_id: str | None = wire(number=True)
    """推广位 ID，PID（mm_1_2_3）的第三段"""
    pub_share_rate: Decimal | None = wire()
    """佣金的分成比率，含技术服务费比率；单位：百分之一（12.34 即 12.34%）

    注：单位由示例 100 推断
    """
    refund_tag: Literal[0, 1] | None = wire()
    """订单是否有维权退款；只能取：

    - 0：没有维权
    - 1：维权订单
    """
    subsidy_rate: Decimal | None = wire()
    """订单各类补贴比率之和；单位：百分之一（12.34 即 12.34%）"""
    tk_total_rate: Decimal | None = wire()
    """佣金提成，即佣金比率乘以分成比率，含平台技术服务费；单位：百分之一（12.34 即
    12.34%）
    """
    item_category_name: str | None = wire()
    """商品一级类目名"""
    seller_nick: str | None = wire()
    """掌柜的旺旺名"""
    pub_id: str | None = wire(number=True)
    """推广者账号 ID"""
    alimama_rate: Decimal | None = wire()
    """推广者须付给平台的技术服务费比率，各项相加"""
    subsidy_type: str | None = wire(placeholders=("--",))
    """各类补贴的文字说明，含类型、比率、金额、单笔上限和分成比率；-- 表示没有值"""
    item_img: str | None = wire()
    """商品图片地址"""
    pub_share_pre_fee: Decimal | None = wire()
    """付款预估收入，等于付款预估的佣金与补贴之和"""
    alipay_total_price: Decimal | None = wire()
    """买家付款金额，不含运费；预售订单付清尾款后才计入，为订单总额；单位：元"""
    item_title: str | None = wire()
    """商品标题"""
    site_name: str | None = wire()
    """媒体备案中的媒体名称"""
    item_num: int | None = wire()
    """购买件数；单位：件"""
    subsidy_fee: Decimal | None = wire()
    """订单各类补贴金额之和；每类为结算金额乘补贴比率，超过单笔上限时取上限；单位：元"""
    alimama_share_fee: Decimal | None = wire()
    """推广者须付给平台的技术服务费，含基础费与渠道专项费；按付款金额计算，结算后改按结
    算金额；2023-03-10 以后补贴部分不收此费
    """
    trade_parent_id: str | None = wire()
    """买家后台可见的订单号；饿了么等平台则为其自身的订单号"""
    order_type: str | None = wire()
    """订单所属平台的名称，如天猫、聚划算"""
    tk_create_time: datetime | None = wire()
    """订单创建时间，由淘宝同步，可能略有延迟；格式：yyyy-MM-dd HH:mm:ss"""
    flow_source: str | None = wire(placeholders=("--",))
    """订单所属推广产品，如品牌精选推广，普通订单为 --；-- 表示没有值"""
    terminal_type: Literal["PC", "无线"] | str | None = wire()
    """成交平台；已知取值：

    - PC：PC 端
    - 无线：无线端
    """
    click_time: datetime | None = wire()
    """用户经推广链接进入商品或店铺页的时间；格式：yyyy-MM-dd HH:mm:ss"""
    tk_status: Literal[3, 12, 13, 14] | int | None = wire()
    """订单状态；商家有实收货款时，即使交易关闭也按实收结算佣金，满返、买返等特殊订单除
    外；已知取值：

    - 3：已结算：买家已收货，佣金已由商家付清
    - 12：已付款，买家尚未收货
    - 13：已失效：订单关闭（逾期未付、付款前取消、售中退款成功、预售只付定金未付尾款）或
      佣金不足 0.01 元
    - 14：已收货，佣金待商家支付
    """
    item_price: Decimal | None = wire()
    """商品单价；单位：元"""
    item_id: str | None = wire()
    """商品 ID，新旧两种格式都可能出现"""
    adzone_name: str | None = wire()
    """推广位名称"""
    total_commission_rate: Decimal | None = wire()
    """佣金比率，包含技术服务费，专项服务费除外；加上专项服务费比率才是整体比率；单位：
    百分之一（12.34 即 12.34%）
    """
    item_link: str | None = wire()
    """商品页面链接"""
    site_id: str | None = wire(number=True)
    """媒体（网站）ID，即 pid 的第二段数字"""
    seller_shop_title: str | None = wire()
    """卖家的店铺名称"""
    income_rate: Decimal | None = wire()
    """收入比率，即佣金比率与补贴比率之和；单位：百分之一（12.34 即 12.34%）"""
    total_commission_fee: Decimal | None = wire()
    """佣金金额：结算前按付款金额、结算后按结算金额乘佣金比率；单位：元"""
    special_id: str | None = wire(number=True)
    """会员运营 ID，订单由会员购买产生时才有"""
    relation_id: str | None = wire(number=True)
    """渠道关系 ID，订单由渠道推广带来时才有"""
    tk_deposit_time: datetime | None = wire(placeholders=("--",))
    """预售定金的付款时间，由淘宝同步，可能略有延迟；格式：yyyy-MM-dd HH:mm:ss；-- 表示
    没有值
    """
    tb_deposit_time: datetime | None = wire(placeholders=("--",))
    """淘宝侧记录的预售定金付款时间；格式：yyyy-MM-dd HH:mm:ss；-- 表示没有值"""
    deposit_price: Decimal | None = wire()
    """预售订单已付的定金；单位：元"""
    app_key: str | None = wire()
    """发起调用的应用的 appkey"""
    tp_order_id: str | None = wire()
    """淘系非电商业务的子订单号"""
    service_fee_dto_list: list[ServiceFee] = wire(wrapper="service_fee_d_t_o")
    """服务费明细；已废弃

    注：列表的内层键按命名规则推得，repo mimicode/tksdk 作 service_fee_dto
    """
    marketing_type: str | None = wire()
    """订单命中的营销类型，可能有多个，如联盟超级活动-优品

    注：多个类型之间的分隔符没有说明
    """
    modified_time: datetime | None = wire()
    """订单最近更新的时间；格式：yyyy-MM-dd HH:mm:ss"""
    extra_mkt_id: str | None = wire()
    """管理账号对应的新商品 ID，取后半段（B 段）"""
    pub_share_pre_fee_for_commission: Decimal | None = wire()
    """付款预估佣金：买家付款额乘佣金提成；含平台技术服务费，不含专项服务费，可能与结算
    值有出入
    """
    pub_share_fee_for_commission: Decimal | None = wire()
    """结算预估佣金：确认收货的付款额乘佣金提成；含平台技术服务费，不含专项服务费，以月
    结实收为准
    """
    subsidy_info_dto_list: list[SubsidyDetail] = wire(wrapper="subsidy_detail_d_t_o")
    """各类补贴的明细

    注：内层键按命名规则推得；推广者版的样例和客户端都作 subsidy_detail_d_t_o
    """
    pub_share_rate_for_sdy: Decimal | None = wire()
    """补贴的分成比率"""
    tk_total_rate_for_sdy: Decimal | None = wire()
    """补贴提成，即补贴比率乘以分成比率"""
    pub_share_pre_fee_for_sdy: Decimal | None = wire()
    """付款预估补贴：各类补贴（付款额乘补贴率，超出该类单笔上限按上限计）之和，再乘补贴
    分成比率；可能与结算值有出入
    """
    pub_share_fee_for_sdy: Decimal | None = wire()
    """结算预估补贴：各类补贴（结算额乘补贴率，超出该类单笔上限按上限计）之和，再乘补贴
    分成比率；以月结实收为准
    """
    alimm_share_info_dto: AlimmShareInfo | None = wire()
    """平台技术服务费的分项明细"""
    platform_special_service_rate: Decimal | None = wire()
    """各专项服务费的费率之和"""
    platform_special_service_fee: Decimal | None = wire()
    """推广者要付给联盟的各专项服务费（内容、流量等）合计；以付款金额乘费率计，结算后改
    用结算金额
    """
    platform_special_share_info_dto: PlatformSpecialShareInfo | None = wire()
    """各类专项服务费的名称、费率与金额"""
    tk_commission_fee_for_media_platform: Decimal | None = wire()
    """内容专项服务费的结算金额，旧字段

    注：只见于 2021-08 的客户端，2023-10 的元数据里没有，可能已由
    platform_special_share_info_dto 的 content_tech_service_fee 取代
    """
    tk_commission_pre_fee_for_media_platform: Decimal | None = wire()
    """内容专项服务费的预估金额，旧字段

    注：只见于 2021-08 的客户端，2023-10 的元数据里没有，可能已由
    platform_special_share_info_dto 的 content_tech_service_pre_fee 取代
    """
    tk_commission_rate_for_media_platform: Decimal | None = wire()
    """内容专项服务费率，旧字段

    注：只见于 2021-08 的客户端，2023-10 的元数据里没有，可能已由
    platform_special_share_info_dto 的 content_tech_service_rate 取代
    """


class TbkScOrderDetailsGetOrderPage(Model):
    """一页订单"""

    results: list[TbkScOrderDetailsGetPublisherOrder] = wire(wrapper="publisher_order_dto")
    """推广订单明细"""
    has_pre: bool | None = wire()
    """前面是否还有数据页"""
    position_index: str | None = wire()
    """翻页位点，请求下一页时原样传入"""
    has_next: bool | None = wire()
    """后面是否还有数据页"""
    page_no: int | None = wire()
    """页码"""
    page_size: int | None = wire()
    """每页条数"""


class TbkScOrderDetailsGetResponse(PagedResponse[TbkScOrderDetailsGetPublisherOrder]):
    """代推广者按时间段查询推广订单：返回内容"""

    _paging = Cursor(
        lists=("data.results",),
        page="page_no",
        more="data.has_next",
        send="position_index",
        read="data.position_index",
        last=100,
    )

    data: TbkScOrderDetailsGetOrderPage | None = wire()
    """一页订单"""


if TYPE_CHECKING:

    class AsyncTbkScOrderDetailsGetResponse(
        AsyncPagedResponse[TbkScOrderDetailsGetPublisherOrder], TbkScOrderDetailsGetResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkScOrderDetailsGetResponse = TbkScOrderDetailsGetResponse


METHOD = Method(
    "taobao.tbk.sc.order.details.get",
    AsyncTbkScOrderDetailsGetResponse,
    Object(
        {
            "query_type": Integer(),
            "position_index": Text(),
            "page_size": Integer(minimum=1, maximum=100),
            "member_type": Integer(),
            "tk_status": Integer(),
            "end_time": Moment(),
            "start_time": Moment(),
            "jump_type": Integer(),
            "page_no": Integer(minimum=1, maximum=100),
            "order_scene": Integer(),
            "member_group_id": Text(number=True),
        },
        required=("end_time", "start_time"),
    ),
    window=Window(
        "start_time",
        end="end_time",
        longest=10800,
        peak=1200,
        peak_days=("06-18", "11-11"),
        within=7776000,
        too_long="2007",
        key="trade_id",
        changed="modified_time",
        pull="tbk_sc_order_details_get_all",
    ),
    needs_session=True,
    idempotent=True,
    packages=(
        PermissionPackage(
            "16322", "https://open.taobao.com/api.htm?docId=43755&docType=2&scopeId=16322"
        ),
    ),
    errors={
        "1005": Advice("jump_type 只能是 1（往后）或 -1（往前）", "never", "argument"),
        "1006": Advice("tk_status 只接受文档所列的状态值，要查全部状态就不传", "never", "argument"),
        "1008": Advice(
            "从第二页起把上一页返回的 position_index 一字不改地送回；换时间段时要从第一页重新开始",
            "never",
            "argument",
        ),
        "2001": Advice(
            "检查两个时间是否写反或相等；此外查看调用频次，请求过密有被当成爬虫的风险",
            "never",
            "argument",
        ),
        "2002": Advice(
            "起点落在了未来，检查本机时钟与时区（平台按 GMT+8）；此外查看调用频次，请求过密有被当成爬虫的风险",
            "never",
            "argument",
        ),
        "2004": Advice("起点最早只能到 90 天之前，更早的订单查不到", "never", "argument"),
        "2007": Advice(
            "把时间窗切小，平日短于 3 小时，大促日短于 20 分钟，不要贴着上限；切小后留意总调用量，请求过密有被当成爬虫的风险",
            "never",
            "argument",
        ),
        "3000": Advice(
            "当天不要再试；查清同一账号在 API、后台与第三方工具里的用量并降频，第二天恢复调用，仍受限时找联盟客服",
            "never",
            "rate_limit",
            Limit("account", "today"),
        ),
        "3001": Advice("后端忙，等几秒到几十秒后重发", "later", "temporary"),
        "9100": Advice(
            "同一账号的各渠道合计每秒约 200 次、API 约 40 次；停一会儿再调，并给客户端设更低的速率与并发。查订单的方式还须遵照 PC 后台推广明细报表（在效果报表之下）的第 3 条注意事项，否则同样会被限流",
            "later",
            "rate_limit",
            Limit("account", "shortly"),
        ),
    },
)
