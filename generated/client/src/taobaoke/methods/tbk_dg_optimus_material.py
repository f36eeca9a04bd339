"""Get recommended items of an official material id: `taobao.tbk.dg.optimus.material`."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.advice import Advice, Limit, PermissionPackage
from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Json, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers
from ..models import BybtInfo, FavoritesInfo, MaifanPromotion, SpCampaign, TopNInfo, Word


class TbkDgOptimusMaterialOptimusMaterialResult(Model):
    """返回的各条结果"""

    coupon_amount: Decimal | None = wire(number=True)
    """优惠券的面额；预售商品只能抵尾款，不能抵定金；单位：元"""
    small_images: list[str] = wire(wrapper="string")
    """商品小图的地址"""
    shop_title: str | None = wire()
    """店铺名称"""
    category_id: str | None = wire(number=True)
    """商品的叶子类目 ID"""
    coupon_start_fee: Decimal | None = wire()
    """优惠券的使用门槛金额；单位：元"""
    item_id: str | None = wire()
    """商品 ID，新旧两种格式都可能出现"""
    coupon_total_count: int | None = wire()
    """优惠券发放总数；单位：个"""
    user_type: Literal[0, 1, 3] | int | None = wire()
    """卖家类型；已知取值：

    - 0：淘宝（集市）
    - 1：天猫（商城）
    - 3：特价版
    """
    zk_final_price: Decimal | None = wire()
    """在售价（有促销时即促销价）；预售商品在付定金期间为预售价；单位：元"""
    coupon_remain_count: int | None = wire()
    """优惠券余量；单位：个"""
    commission_rate: Decimal | None = wire()
    """商品的佣金率；单位：百分之一（12.34 即 12.34%）"""
    coupon_start_time: date | None = wire(further=("epoch_ms",))
    """优惠券生效日期；格式：yyyy-MM-dd；也可能是 毫秒时间戳

    注：示例只有日期，未写明格式
    """
    title: str | None = wire()
    """商品标题"""
    item_description: str | None = wire()
    """商品推荐理由，可能没有"""
    seller_id: str | None = wire(number=True)
    """卖家 ID"""
    volume: int | None = wire()
    """近 30 天销量；单位：件"""
    coupon_end_time: date | None = wire(further=("epoch_ms",))
    """优惠券失效日期；格式：yyyy-MM-dd；也可能是 毫秒时间戳

    注：示例只有日期，未写明格式
    """
    coupon_click_url: str | None = wire()
    """商品与券合一页面的旧链接；已废弃，改读 coupon_share_url"""
    pict_url: str | None = wire()
    """商品主图链接"""
    click_url: str | None = wire()
    """商品推广链接"""
    stock: int | None = wire()
    """拼团商品的剩余库存"""
    sell_num: int | None = wire()
    """拼团商品的已售数量"""
    total_stock: int | None = wire()
    """拼团商品的总库存"""
    oetime: datetime | None = wire(form="epoch_ms")
    """拼团截止时刻；格式：毫秒时间戳"""
    ostime: datetime | None = wire(form="epoch_ms")
    """拼团起始时刻；格式：毫秒时间戳

    注：与 oetime 成对，平台就是这样拼写
    """
    jdd_num: int | None = wire()
    """拼团成团人数；单位：人"""
    jdd_price: Decimal | None = wire()
    """拼团成团价；单位：元"""
    orig_price: Decimal | None = wire()
    """拼团商品单独购买的价格；单位：元"""
    level_one_category_name: str | None = wire()
    """商品一级类目名"""
    level_one_category_id: str | None = wire(number=True)
    """商品一级类目 ID"""
    category_name: str | None = wire()
    """商品的叶子类目名"""
    white_image: str | None = wire()
    """商品白底图地址"""
    short_title: str | None = wire()
    """商品的短标题"""
    word_list: list[Word] = wire(wrapper="word_map_data")
    """商品的关联词"""
    tmall_play_activity_info: str | None = wire()
    """天猫营销玩法，如前 n 件 x 折"""
    uv_sum_pre_sale: int | None = wire()
    """预售数量；单位：件"""
    x_id: str | None = wire()
    """物料块 ID，尚在测试，不要使用"""
    new_user_price: Decimal | None = wire()
    """新人专享价；单位：元"""
    coupon_info: str | None = wire()
    """优惠券满减说明，如满 16 元减 10 元"""
    coupon_share_url: str | None = wire()
    """商品与券合一页面的链接"""
    nick: str | None = wire()
    """卖家昵称"""
    reserve_price: Decimal | None = wire()
    """商品一口价，页面上多作划线价；单位：元"""
    ju_online_end_time: datetime | None = wire(form="epoch_ms")
    """聚划算活动结束时间；格式：毫秒时间戳"""
    ju_online_start_time: datetime | None = wire(form="epoch_ms")
    """聚划算活动开始时间；格式：毫秒时间戳"""
    maochao_play_end_time: datetime | None = wire(form="epoch_ms")
    """猫超玩法截止时刻；格式：毫秒时间戳"""
    maochao_play_start_time: datetime | None = wire(form="epoch_ms")
    """猫超玩法起始时刻；格式：毫秒时间戳"""
    maochao_play_conditions: list[str] = wire(separator=",")
    """猫超玩法的门槛，按金额时为百分数、按件时为件数；与 maochao_play_discounts 逐项对
    应；以英文逗号分隔
    """
    maochao_play_discounts: list[str] = wire(separator=",")
    """猫超玩法的优惠值：打折时为百分数，其余以分计；以英文逗号分隔"""
    maochao_play_discount_type: Literal["2", "5"] | str | None = wire()
    """猫超玩法类型；已知取值：

    - 2：满件打折
    - 5：满额立减
    """
    maochao_play_free_post_fee: Literal["1", "0"] | None = wire()
    """猫超玩法当前是否包邮；只能取：

    - 1：包邮
    - 0：不包邮
    """
    multi_coupon_zk_rate: Decimal | None = wire()
    """多件券的优惠幅度"""
    price_after_multi_coupon: Decimal | None = wire()
    """用多件券后的单件价格；单位：元"""
    multi_coupon_item_count: int | None = wire(text=True)
    """多件券要求的件数；单位：件"""
    lock_rate: Decimal | None = wire()
    """锁定期内的佣金率

    注：示例 110，文档未说明单位
    """
    lock_rate_end_time: datetime | None = wire(form="epoch_ms", number=True)
    """佣金率锁定的结束时间；格式：毫秒时间戳"""
    lock_rate_start_time: datetime | None = wire(form="epoch_ms", number=True)
    """佣金率锁定的开始时间；格式：毫秒时间戳"""
    promotion_type: Literal["1", "2"] | str | None = wire()
    """满减满折的种类；已知取值：

    - 1：满减
    - 2：满折
    """
    promotion_info: str | None = wire()
    """满减满折文案"""
    promotion_discount: Decimal | None = wire()
    """满减满折的门槛：满 2 件 5 折时为 2，满 300 减 20 时为 300

    注：名为优惠，而文档说的是门槛；与 promotion_condition 疑似互换
    """
    promotion_condition: Decimal | None = wire()
    """满减满折的优惠值：满 2 件 5 折时为 5，满 300 减 20 时为 20

    注：名为条件，而文档说的是优惠值；与 promotion_discount 疑似互换
    """
    presale_discount_fee_text: str | None = wire()
    """预售优惠的文案"""
    presale_tail_end_time: datetime | None = wire(form="epoch_ms", number=True)
    """尾款支付截止时刻；格式：毫秒时间戳"""
    presale_tail_start_time: datetime | None = wire(form="epoch_ms", number=True)
    """尾款支付起始时刻；格式：毫秒时间戳"""
    presale_end_time: datetime | None = wire(form="epoch_ms", number=True)
    """定金支付截止时刻；格式：毫秒时间戳"""
    presale_start_time: datetime | None = wire(form="epoch_ms", number=True)
    """定金支付起始时刻；格式：毫秒时间戳"""
    presale_deposit: Decimal | None = wire()
    """预售定金；单位：元"""
    ysyl_tlj_use_start_time: datetime | None = wire()
    """预售有礼淘礼金的可用起始时间；格式：yyyy-MM-dd HH:mm:ss"""
    ysyl_commission_rate: Decimal | None = wire()
    """预售有礼的佣金比例，分成规则特殊；单位：万分之一（1234 即 12.34%）

    参见 预售有礼的分成规则
    <https://tbk.bbs.taobao.com/detail.html?appId=45301&postId=9334376>
    """
    ysyl_tlj_send_time: datetime | None = wire()
    """预售有礼淘礼金的发放时间；格式：yyyy-MM-dd HH:mm:ss"""
    ysyl_tlj_face: Decimal | None = wire()
    """预售有礼的预估淘礼金面额；单位：元"""
    ysyl_click_url: str | None = wire()
    """预售有礼的推广链接"""
    ysyl_tlj_use_end_time: datetime | None = wire()
    """预售有礼淘礼金的使用截止时间；格式：yyyy-MM-dd HH:mm:ss"""
    ju_play_end_time: datetime | None = wire(form="epoch_ms", number=True)
    """聚划算满减结束时间；格式：毫秒时间戳"""
    ju_play_start_time: datetime | None = wire(form="epoch_ms", number=True)
    """聚划算满减开始时间；格式：毫秒时间戳"""
    play_info: str | None = wire()
    """聚划算满减满折或天猫限时抢的玩法文案"""
    tmall_play_activity_end_time: datetime | None = wire(form="epoch_ms", number=True)
    """天猫限时抢购的截止时间；格式：毫秒时间戳"""
    tmall_play_activity_start_time: datetime | None = wire(form="epoch_ms", number=True)
    """天猫限时抢购的开抢时间；格式：毫秒时间戳"""
    ju_pre_show_end_time: datetime | None = wire(form="epoch_ms")
    """聚划算商品预热开始时间，含义与参数名相反；格式：毫秒时间戳

    注：文档说明与示例值都与参数名相反
    """
    ju_pre_show_start_time: datetime | None = wire(form="epoch_ms")
    """聚划算商品预热结束时间，含义与参数名相反；格式：毫秒时间戳

    注：文档说明与示例值都与参数名相反
    """
    favorites_info: FavoritesInfo | None = wire()
    """选品库概况"""
    sale_price: Decimal | None = wire()
    """商品的活动价"""
    kuadian_promotion_info: Json = wire(json=True)
    """跨店满减规则，文本数组

    注：JSON 格式按示例判断
    """
    sub_title: str | None = wire()
    """商品副标题"""
    jhs_price_usp_list: str | None = wire()
    """聚划算商品的价格卖点"""
    tqg_online_end_time: datetime | None = wire(form="epoch_ms")
    """淘抢购的结束时间；格式：毫秒时间戳"""
    tqg_online_start_time: datetime | None = wire(form="epoch_ms")
    """淘抢购的开团时间；格式：毫秒时间戳"""
    tqg_sold_count: int | None = wire()
    """淘抢购已售出的数量；单位：件"""
    tqg_total_count: int | None = wire()
    """淘抢购的总库存；单位：件"""
    superior_brand: Literal["0", "1"] | None = wire()
    """是否为品牌精选；只能取：

    - 0：否
    - 1：是
    """
    is_brand_flash_sale: Literal["0", "1"] | None = wire()
    """是否属于品牌快抢；只能取：

    - 0：否
    - 1：是
    """
    hot_flag: Literal["0", "1"] | None = wire()
    """是否热门商品；只能取：

    - 0：否
    - 1：是
    """
    topn_info: TopNInfo | None = wire()
    """前 N 件佣金，预热或生效期间返回"""
    bybt_info: BybtInfo | None = wire()
    """百亿补贴相关信息"""
    tt_sold_count: str | None = wire()
    """商品入驻淘特以来的累计销量量级，如 200+"""
    maifan_promotion: MaifanPromotion | None = wire()
    """天猫超市买返卡活动"""
    cpa_reward_type: list[str] = wire(separator=" ")
    """商品参加的额外奖励活动；以空格分隔；已知取值：

    - 0：单单奖励，已失效
    - 1：超级单单奖励，已失效
    - 2：年货节单单奖励
    """
    cpa_reward_amount: list[str] = wire(separator=" ")
    """额外奖励的金额，与 cpa_reward_type 逐个对应；以空格分隔"""
    activity_id: str | None = wire()
    """合作伙伴单单补 ID，年货节活动据此统计合作伙伴奖励"""
    sp_campaign_list: list[SpCampaign] = wire(wrapper="sp_campaign")
    """商品的定向计划"""


class TbkDgOptimusMaterialResponse(PagedResponse[TbkDgOptimusMaterialOptimusMaterialResult]):
    """按物料 ID 获取官方推荐商品：返回内容"""

    _paging = PageNumbers(
        lists=("result_list",), page="page_no", size="page_size", usual_size=20, total="total_count"
    )

    result_list: list[TbkDgOptimusMaterialOptimusMaterialResult] = wire(wrapper="map_data")
    """返回的各条结果"""
    is_default: bool | None = wire(text=True)
    """是否兜底推荐结果

    注：文档写作抄底，应为兜底；布尔类型按示例 false 判断
    """
    total_count: int | None = wire()
    """商品总数，仅全品库查询时返回"""


if TYPE_CHECKING:

    class AsyncTbkDgOptimusMaterialResponse(
        AsyncPagedResponse[TbkDgOptimusMaterialOptimusMaterialResult], TbkDgOptimusMaterialResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkDgOptimusMaterialResponse = TbkDgOptimusMaterialResponse


METHOD = Method(
    "taobao.tbk.dg.optimus.material",
    AsyncTbkDgOptimusMaterialResponse,
    Object(
        {
            "page_size": Integer(minimum=1, maximum=100),
            "page_no": Integer(),
            "adzone_id": Text(number=True),
            "material_id": Text(number=True),
            "device_value": Text(),
            "device_encrypt": Text(),
            "device_type": Text(),
            "content_id": Text(number=True),
            "content_source": Text(),
            "item_id": Text(),
            "favorites_id": Text(),
        },
        required=("adzone_id", "material_id"),
    ),
    successor="tbk_dg_material_recommend",
    idempotent=True,
    packages=(
        PermissionPackage(
            "16518", "https://open.taobao.com/api.htm?docId=33947&docType=2&scopeId=16518"
        ),
        PermissionPackage(
            "11655",
            "https://open.taobao.com/api.htm?docId=33947&docType=2&scopeId=11655",
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
        "50001": Advice("没有符合的商品，换物料 ID 或放宽条件", "never", "not_found"),
        "isp.sys-error": Advice("平台侧的临时故障，等几秒重发", "later", "temporary"),
        "30001": Advice("从官方物料清单里另选一个有效的 ID", "never", "argument"),
        "40001": Advice("临时失败，重发一次", "later", "temporary"),
        "50002": Advice(
            "降低速率，等一会儿再发", "later", "rate_limit", Limit("method", "shortly")
        ),
        "41": Advice("缩小 page_size，个别物料只允许 1 至 7", "never", "argument"),
        "isp.entry-sys-error": Advice("平台内部的临时故障，等几秒重发", "later", "temporary"),
        "1103": Advice("核对活动的物料 ID 是否抄错或活动已结束", "never", "argument"),
        "1201": Advice("核对与口令有关的入参取值", "never", "argument"),
    },
)
