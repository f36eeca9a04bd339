"""Request objects.

请求中的对象参数；也可以直接传内容相同的 dict。
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Required, TypedDict

from ._runtime.arguments import CsvLike, IdLike, MomentLike, NumberLike


class LkMaterial(TypedDict, total=False):
    """待处理的链接或淘口令"""

    material_url: str
    """物料的链接或淘口令"""


class MaterialUcrowdRankItem(TypedDict, total=False):
    """物料评估的一件商品"""

    item_id: IdLike
    """待评估物料的商品 ID，material_id=41377 时必填"""
    commirate: NumberLike
    """待评估商品的佣金率，material_id 为 41377 时可传；单位：万分之一（1234 即 12.34%）"""
    price: NumberLike
    """待评估商品的价格，material_id 为 41377 时可填；单位：元"""


class TbkDgGeneralLinkConvertGeneralLinkLkMaterial(TypedDict, total=False):
    """待处理的链接或淘口令"""

    material_url: CsvLike
    """物料的链接或淘口令；邀约制，联盟推广链接与天猫/淘宝复制链接的权限分开申请；以英文
    逗号分隔
    """
    is_target_coupon: Literal[0, 1]
    """是否指定优惠券，仅定向开放给 KA 淘宝客；默认 0；只能取：

    - 0：不指定
    - 1：指定
    """
    coupon_id: IdLike
    """优惠券 ID，仅定向开放给 KA 淘宝客"""


class TbkDgGeneralLinkConvertLkItem(TypedDict, total=False):
    """商品转链参数"""

    item_id: IdLike
    """商品 ID，新旧两种格式都可能出现"""
    sku_id: IdLike
    """入参商品的 SKU ID，会带进转链得到的 URL"""
    is_target_coupon: Literal[0, 1]
    """是否指定优惠券，仅定向开放给 KA 淘宝客；默认 0；只能取：

    - 0：不指定
    - 1：指定
    """
    coupon_id: IdLike
    """优惠券 ID，仅定向开放给 KA 淘宝客"""
    external_id: IdLike
    """淘宝客为自有用户设定的外部标识，如账户 ID、微信 ID"""
    dx: Literal["1"] | str
    """转链计划，不传或取其他值时取佣金率最优的计划，含营销计划；已知取值：

    - 1：转为通用计划链接
    """
    manage_pub_id: IdLike
    """商品库所属账号 ID"""


class TbkDgGeneralLinkConvertLkPage(TypedDict, total=False):
    """待转链的会场页面"""

    page_id: IdLike
    """会场 ID"""
    target_item_list: CsvLike
    """页面固定坑位的商品 ID，用来还原素材坑位"""


class TbkDgGeneralLinkConvertLkShop(TypedDict, total=False):
    """要转链的店铺"""

    shop_id: IdLike
    """店铺 ID"""


class TbkDgGeneralLinkConvertTargetItem(TypedDict, total=False):
    """会场页内固定坑位的商品"""

    item_id_list: CsvLike
    """页面固定坑位的商品 ID，供素材坑位还原"""


class TbkDgPunishOrderGetTopApiAfOrderOption(TypedDict, total=False):
    """查询条件"""

    relation_id: IdLike
    """渠道关系 ID"""
    tb_trade_id: IdLike
    """淘宝子订单号"""
    tb_trade_parent_id: IdLike
    """父订单号；已废弃，已停用，不要传"""
    page_size: int
    """每页条数"""
    page_no: int
    """页码"""
    span: int
    """查询的时间跨度；单位：天；不大于 30"""
    start_time: MomentLike
    """查询时段的起点，按淘客订单的创建时间计；格式：yyyy-MM-dd HH:mm:ss"""
    special_id: IdLike
    """会员运营 ID；已废弃，已停用，不要传"""
    adzone_id: IdLike
    """推广位 ID，PID（mm_1_2_3）的第三段"""
    site_id: IdLike
    """媒体（网站）ID，即 pid 的第二段数字"""
    violation_type: int
    """处罚类型；已废弃，已停用，不要传"""
    punish_status: int
    """处罚状态；已废弃，已停用，不要传"""


class TbkDspRtaConsumerMatchDevice(TypedDict, total=False):
    """要匹配的设备；IMEI、IDFA、OAID 传 32 位小写 MD5，CAID 传原始值"""

    device_type: Literal["IMEI", "IDFA", "OAID", "CAID"] | str
    """设备号类别；已知取值：

    - IMEI：安卓设备 IMEI
    - IDFA：苹果设备 IDFA
    - OAID：安卓匿名标识 OAID
    - CAID：广协匿名标识 CAID
    """
    device_value: str
    """设备号取值"""
    device_version: str
    """设备号的版本，CAID 时必填"""


class TbkMaterialUploadMaterialUpload(TypedDict, total=False):
    """上传内容，以 JSON 文本传入"""

    mode: Required[Literal["overwrite", "add", "delete"] | str]
    """上传方式；已知取值：

    - overwrite：覆盖
    - add：追加
    - delete：删除
    """
    material_id: IdLike
    """商品集 ID，与 items 至少填一个"""
    items: Iterable[TbkMaterialUploadMaterialUploadItem]
    """商品列表，与 material_id 至少给一项"""


class TbkMaterialUploadMaterialUploadItem(TypedDict, total=False):
    """商品列表，与 material_id 至少给一项"""

    item_id: Required[IdLike]
    """商品 ID，新旧两种格式都可能出现"""


class TbkOptimusTouMaterialIdsGetMaterialQuery(TypedDict, total=False):
    """查询条件"""

    page_no: int
    """页码；取值 1–100；默认 1"""
    subject: Literal[1, 2, 3, 4, 5] | int
    """物料所属主题；默认 1；已知取值：

    - 1：促销活动
    - 2：热门主题
    - 3：精选榜单
    - 4：行业频道等
    - 5：其他
    """
    material_type: Literal[1, 2] | int
    """物料类型；默认 1；已知取值：

    - 1：商品
    - 2：权益
    """
    page_size: int
    """每页条数；取值 1–100；默认 20"""


class TbkOrderRefundGetPublisherRefundOrderQueryOption(TypedDict, total=False):
    """维权订单的查询条件"""

    jump_type: Literal[-1, 1]
    """翻页方向，翻页时必填；只能取：

    - -1：向前翻页
    - 1：向后翻页
    """
    order_scene: Literal[1] | int
    """订单场景筛选；已知取值：

    - 1：全部订单
    注：存疑：最新文档写 1 为所有订单，十个公开程序中有九个把 1 当作常规订单、2 当作渠道
    订单、3 当作会员运营订单
    """
    page_size: int
    """每页条数；取值 1–100"""
    query_type: Literal[1, 2, 3, 4, 5]
    """按哪种时间查询；start_time 早于 2022-12-20 00:00:00 时只能取 1、2、3；只能取：

    - 1：维权发起时间
    - 2：正向订单的结算时间
    - 3：维权完成时间
    - 4：订单创建时间
    - 5：订单更新时间
    """
    page_no: int
    """页码"""
    position_index: str
    """翻页位点，原样传入上一页返回的值；首页之外必填"""
    start_time: MomentLike
    """查询时段的起点；格式：yyyy-MM-dd HH:mm:ss"""
    member_type: Literal[1, 2, 4] | int
    """推广者角色；已知取值：

    - 1：二方
    - 2：三方
    - 4：不限
    """
    end_time: MomentLike
    """查询时段的终点；格式：yyyy-MM-dd HH:mm:ss"""


class TbkRelationRefundTopApiRefundRptOption(TypedDict, total=False):
    """查询条件"""

    page_size: int
    """每页条数"""
    search_type: Literal[1, 2, 3, 4, 5] | int
    """按哪种时间查询；已知取值：

    - 1：维权发起时间
    - 2：正向订单的结算时间
    - 3：维权完成时间
    - 4：订单创建时间
    - 5：订单更新时间
    """
    refund_type: Literal[0, 1, 2] | int
    """维权订单的参与方数；已知取值：

    - 0：不限
    - 1：二方
    - 2：三方
    """
    start_time: MomentLike
    """查询时段的起点；格式：yyyy-MM-dd HH:mm:ss"""
    page_no: int
    """页码"""
    biz_type: Literal[1, 2] | int
    """按哪种关系 ID 查询；已知取值：

    - 1：渠道关系 ID
    - 2：会员关系 ID
    """


class TbkRtaConsumerMatchOffer(TypedDict, total=False):
    """待匹配的活动"""

    offer_id: IdLike
    """活动 ID"""
    tlj_url: str
    """淘礼金的领取地址，不能用短链"""
    item_id: IdLike
    """商品 ID，新旧两种格式都可能出现"""


class TbkScActionPlanSpoutSfPlanQueryParams(TypedDict, total=False):
    """其余查询条件"""

    tao_token_list: Iterable[TbkScActionPlanSpoutTaoTokenMaterial]
    """推广口令集合"""


class TbkScActionPlanSpoutTaoTokenMaterial(TypedDict, total=False):
    """推广口令集合"""

    tao_token: str
    """推广所用口令"""


class TbkScGeneralLinkConvertGeneralLinkLkMaterial(TypedDict, total=False):
    """待处理的链接或淘口令"""

    material_url: str
    """物料的链接或淘口令"""
    is_target_coupon: Literal[0, 1]
    """是否指定优惠券，仅定向开放给 KA 自用型工具服务商；默认 0；只能取：

    - 0：不指定
    - 1：指定
    """
    coupon_id: IdLike
    """优惠券 ID，仅定向开放给自用型 KA 工具服务商"""


class TbkScGeneralLinkConvertLkItem(TypedDict, total=False):
    """商品转链参数"""

    item_id: IdLike
    """商品 ID，新旧两种格式都可能出现"""
    sku_id: IdLike
    """入参商品的 SKU ID，会带进转链得到的 URL"""
    is_target_coupon: Literal[0, 1]
    """是否指定优惠券，仅定向开放给 KA 自用型工具服务商；默认 0；只能取：

    - 0：不指定
    - 1：指定
    """
    coupon_id: IdLike
    """优惠券 ID，仅定向开放给自用型 KA 工具服务商"""
    external_id: IdLike
    """淘宝客为自有用户设定的外部标识，如账户 ID、微信 ID"""
    dx: Literal["1"] | str
    """转链计划，不传或取其他值时取佣金率最优的计划，含营销计划；已知取值：

    - 1：转为通用计划链接
    """
    manage_pub_id: IdLike
    """商品库所属账号 ID"""


class TbkScGeneralLinkConvertLkPage(TypedDict, total=False):
    """待转链的会场页面"""

    page_id: IdLike
    """会场 ID"""
    target_item_list: CsvLike
    """页面固定坑位的商品 ID，用来还原素材坑位"""


class TbkScGeneralLinkConvertLkShop(TypedDict, total=False):
    """要转链的店铺"""

    shop_id: IdLike
    """店铺 ID"""


class TbkScGeneralLinkConvertTargetItem(TypedDict, total=False):
    """会场页内固定坑位的商品"""

    item_id_list: CsvLike
    """页面固定坑位的商品 ID，供素材坑位还原"""


class TbkScPunishOrderGetTopApiAfOrderOption(TypedDict, total=False):
    """查询条件"""

    relation_id: IdLike
    """渠道关系 ID"""
    tb_trade_id: IdLike
    """淘宝子订单号"""
    tb_trade_parent_id: IdLike
    """父订单号；已废弃，已停用，不要传"""
    page_size: int
    """每页条数"""
    page_no: int
    """页码"""
    span: int
    """查询的时间跨度；单位：天；不大于 30"""
    start_time: MomentLike
    """查询时段的起点，按淘客订单的创建时间计；格式：yyyy-MM-dd HH:mm:ss"""
    special_id: IdLike
    """会员运营 ID；已废弃，已停用，不要传"""
    adzone_id: IdLike
    """推广位 ID，PID（mm_1_2_3）的第三段"""
    site_id: IdLike
    """媒体（网站）ID，即 pid 的第二段数字"""
    violation_type: int
    """处罚类型；已废弃，已停用，不要传"""
    punish_status: int
    """处罚状态；已废弃，已停用，不要传"""


class TbkScRelationRefundTopApiRefundRptOption(TypedDict, total=False):
    """查询条件"""

    page_size: Required[int]
    """每页条数"""
    search_type: Required[Literal[1, 2, 3, 4, 5] | int]
    """按哪种时间查询；已知取值：

    - 1：维权发起时间
    - 2：正向订单的结算时间
    - 3：维权完成时间
    - 4：订单创建时间
    - 5：订单更新时间
    """
    refund_type: Required[Literal[0, 1, 2] | int]
    """维权订单的参与方数；已知取值：

    - 0：不限
    - 1：二方
    - 2：三方
    """
    start_time: Required[MomentLike]
    """查询时段的起点；格式：yyyy-MM-dd HH:mm:ss"""
    page_no: Required[int]
    """页码"""
    biz_type: Required[Literal[1, 2] | int]
    """按哪种关系 ID 查询；已知取值：

    - 1：渠道关系 ID
    - 2：会员关系 ID
    """


class TbkScRidReportGetRidReportOption(TypedDict, total=False):
    """查询条件"""

    biz_date: str
    """要查询的日期，按天

    注：文档没有写日期格式
    """
    relation_id: IdLike
    """渠道关系 ID"""
    biz_month: str
    """要查询的月份，暂不支持

    注：文档没有写月份格式
    """
    site_id: IdLike
    """媒体（网站）ID，即 pid 的第二段数字"""


class TbkSpreadGetTbkSpreadRequest(TypedDict, total=False):
    """待转换的各个链接"""

    url: str
    """要转换的原始链接，域名只能是 uland.taobao.com、s.click.taobao.com、ai.taobao.com
    或 temai.taobao.com，其余报错
    """


class TbkThorCreativeLaunchCreativeRequest(TypedDict, total=False):
    """创意投放请求"""

    id: Required[str]
    """本次请求的 ID"""
    version: int
    """版本号；默认 1"""
    device: Required[TbkThorCreativeLaunchDevice]
    """设备信息"""
    adzone_id: Required[IdLike]
    """推广位 ID，PID（mm_1_2_3）的第三段"""


class TbkThorCreativeLaunchDevice(TypedDict, total=False):
    """设备信息"""

    osv: str
    """操作系统版本"""
    os: Literal["android", "ios"] | str
    """操作系统；已知取值：

    - android：安卓
    - ios：iOS
    """
    ip: str
    """设备的 IP 地址"""
    idfa: str
    """iOS 设备的 IDFA"""
    imei: str
    """设备的 IMEI"""
    oaid: str
    """安卓设备的 OAID"""
    mac: str
    """设备 MAC 地址"""
    network: Literal[0, 1, 2, 3, 4] | int
    """网络类型；已知取值：

    - 0：未知
    - 1：Wi-Fi
    - 2：2G
    - 3：3G
    - 4：4G
    注：取值来自一个客户端的代码
    """
    imei_md5: str
    """设备 IMEI 的 MD5"""
    device_type: int
    """设备类型"""


class UcrowdRankItem(TypedDict, total=False):
    """参与物料评估的一个商品"""

    commirate: NumberLike
    """待评估商品的佣金率，material_id 为 41377 时可传；单位：万分之一（1234 即 12.34%）"""
    price: NumberLike
    """待评估商品的价格，material_id 为 41377 时可填；单位：元"""
    item_id: IdLike
    """待评估物料的商品 ID，material_id=41377 时必填"""
