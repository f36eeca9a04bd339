"""Search items by keyword and filters: `taobao.tbk.dg.material.optional`."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Boolean, Csv, Exact, Integer, ListOf, Moment, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Json, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers
from ..models import BybtInfo, MaifanPromotion, SpCampaign, TopNInfo


class TbkDgMaterialOptionalMaterialOptionalResult(Model):
    """返回的各条结果"""

    coupon_start_time: date | None = wire(further=("yyyy-MM-dd HH:mm:ss",))
    """优惠券生效日期；格式：yyyy-MM-dd；也可能是 yyyy-MM-dd HH:mm:ss

    注：示例只有日期，未写明格式
    """
    coupon_end_time: date | None = wire(further=("yyyy-MM-dd HH:mm:ss",))
    """优惠券失效日期；格式：yyyy-MM-dd；也可能是 yyyy-MM-dd HH:mm:ss

    注：示例只有日期，未写明格式
    """
    info_dxjh: str | None = wire()
    """商品的定向计划信息"""
    tk_total_sales: int | None = wire(placeholders=("",), text=True)
    """近 30 天的淘客推广量；空文本 表示没有值

    注：文档类型为 String，示例是整数
    """
    tk_total_commi: Decimal | None = wire(placeholders=("",))
    """月支出佣金；空文本 表示没有值；已废弃"""
    coupon_id: str | None = wire()
    """优惠券 ID"""
    num_iid: str | None = wire()
    """商品 ID；已废弃"""
    title: str | None = wire()
    """商品标题"""
    pict_url: str | None = wire()
    """商品主图链接"""
    small_images: list[str] = wire(wrapper="string")
    """商品小图的地址"""
    reserve_price: Decimal | None = wire()
    """商品一口价，页面上多作划线价；单位：元"""
    zk_final_price: Decimal | None = wire()
    """在售价（有促销时即促销价）；预售商品在付定金期间为预售价；单位：元"""
    user_type: Literal[0, 1] | int | None = wire()
    """卖家类型；已知取值：

    - 0：淘宝（集市）
    - 1：天猫（商城）
    """
    provcity: str | None = wire()
    """宝贝所在的省市"""
    item_url: str | None = wire()
    """商品页面链接"""
    include_mkt: bool | None = wire(text=True)
    """商品有无营销计划；true 为真，false 为假"""
    include_dxjh: bool | None = wire(text=True)
    """商品有无定向计划"""
    commission_rate: Decimal | None = wire()
    """商品的佣金率；单位：万分之一（1234 即 12.34%）"""
    volume: int | None = wire()
    """近 30 天销量；饿了么卡券则为总销量；单位：件"""
    seller_id: str | None = wire(number=True)
    """卖家 ID"""
    shop_title: str | None = wire()
    """店铺名称"""
    coupon_total_count: int | None = wire()
    """优惠券发放总数；单位：个"""
    coupon_remain_count: int | None = wire()
    """优惠券余量；单位：个"""
    coupon_info: str | None = wire()
    """优惠券满减说明，如满 16 元减 10 元"""
    commission_type: Literal["MKT", "SP", "COMMON"] | str | None = wire()
    """佣金所属的计划类型；已知取值：

    - MKT：营销计划
    - SP：定向计划
    - COMMON：通用计划
    """
    shop_dsr: int | None = wire()
    """店铺的 DSR 评分"""
    coupon_share_url: str | None = wire()
    """商品与券合一页面的链接"""
    url: str | None = wire()
    """商品的推广链接"""
    level_one_category_name: str | None = wire()
    """商品一级类目名"""
    level_one_category_id: str | None = wire(number=True)
    """商品一级类目 ID"""
    category_name: str | None = wire()
    """商品的叶子类目名"""
    category_id: str | None = wire(number=True)
    """商品的叶子类目 ID"""
    short_title: str | None = wire()
    """商品的短标题"""
    white_image: str | None = wire()
    """商品白底图地址"""
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
    uv_sum_pre_sale: int | None = wire()
    """预售数量；单位：件"""
    x_id: str | None = wire()
    """物料块 ID，尚在测试，不要使用"""
    coupon_start_fee: Decimal | None = wire()
    """优惠券的使用门槛金额；单位：元"""
    coupon_amount: Decimal | None = wire()
    """优惠券的面额；预售商品只能抵尾款，不能抵定金；单位：元"""
    item_description: str | None = wire()
    """商品推荐理由，可能没有"""
    nick: str | None = wire()
    """卖家昵称"""
    orig_price: Decimal | None = wire()
    """拼团商品单独购买的价格；单位：元"""
    total_stock: int | None = wire()
    """拼团商品的总库存"""
    sell_num: int | None = wire()
    """拼团商品的已售数量"""
    stock: int | None = wire()
    """拼团商品的剩余库存"""
    tmall_play_activity_info: str | None = wire()
    """天猫营销玩法，如前 n 件 x 折"""
    item_id: str | None = wire()
    """商品 ID，新旧两种格式都可能出现"""
    real_post_fee: Decimal | None = wire()
    """商品的邮费；单位：元"""
    lock_rate: Decimal | None = wire()
    """锁定期内的佣金率

    注：示例 110，文档未说明单位
    """
    lock_rate_end_time: datetime | None = wire(form="epoch_ms", number=True)
    """佣金率锁定的结束时间；格式：毫秒时间戳"""
    lock_rate_start_time: datetime | None = wire(form="epoch_ms", number=True)
    """佣金率锁定的开始时间；格式：毫秒时间戳"""
    presale_discount_fee_text: str | None = wire()
    """预售优惠的文案"""
    presale_tail_end_time: datetime | None = wire(form="epoch_ms", placeholders=("0",), number=True)
    """尾款支付截止时刻；格式：毫秒时间戳；0 表示没有值"""
    presale_tail_start_time: datetime | None = wire(
        form="epoch_ms", placeholders=("0",), number=True
    )
    """尾款支付起始时刻；格式：毫秒时间戳；0 表示没有值"""
    presale_end_time: datetime | None = wire(form="epoch_ms", placeholders=("0",), number=True)
    """定金支付截止时刻；格式：毫秒时间戳；0 表示没有值"""
    presale_start_time: datetime | None = wire(form="epoch_ms", placeholders=("0",), number=True)
    """定金支付起始时刻；格式：毫秒时间戳；0 表示没有值"""
    presale_deposit: Decimal | None = wire(placeholders=("",))
    """预售定金；空文本 表示没有值；单位：元"""
    ysyl_tlj_send_time: datetime | None = wire()
    """预售有礼淘礼金的发放时间；格式：yyyy-MM-dd HH:mm:ss"""
    ysyl_commission_rate: Decimal | None = wire()
    """预售有礼的佣金比例，分成规则特殊；单位：万分之一（1234 即 12.34%）

    参见 预售有礼的分成规则
    <https://tbk.bbs.taobao.com/detail.html?appId=45301&postId=9334376>
    """
    ysyl_tlj_face: Decimal | None = wire()
    """预售有礼的预估淘礼金面额；单位：元"""
    ysyl_click_url: str | None = wire()
    """预售有礼的推广链接"""
    ysyl_tlj_use_end_time: datetime | None = wire()
    """预售有礼淘礼金的使用截止时间；格式：yyyy-MM-dd HH:mm:ss"""
    ysyl_tlj_use_start_time: datetime | None = wire()
    """预售有礼淘礼金的可用起始时间；格式：yyyy-MM-dd HH:mm:ss"""
    sale_begin_time: str | None = wire()
    """本地化商品的开售时间

    注：没有示例，时间格式不明
    """
    sale_end_time: str | None = wire()
    """本地化商品的停售时间

    注：没有示例，时间格式不明
    """
    distance: Decimal | None = wire()
    """本地化商品与门店的距离，以米计"""
    usable_shop_id: str | None = wire()
    """本地化业务的可用店铺 ID"""
    usable_shop_name: str | None = wire()
    """本地化业务的可用店铺名称"""
    sale_price: Decimal | None = wire()
    """商品的活动价"""
    kuadian_promotion_info: Json = wire(json=True)
    """跨店满减规则，文本数组

    注：JSON 格式按示例判断
    """
    superior_brand: Literal["0", "1"] | None = wire()
    """是否为品牌精选；只能取：

    - 0：否
    - 1：是
    """
    reward_info: Literal[0, 1] | None = wire()
    """该消费者购买此商品能否得到天天开彩蛋的彩蛋，仅比价场景可用；只能取：

    - 0：得不到
    - 1：能得到
    """
    is_brand_flash_sale: Literal["0", "1"] | None = wire()
    """是否属于品牌快抢；只能取：

    - 0：否
    - 1：是
    """
    localization_extend: str | None = wire()
    """本地化商品的扩展信息"""
    match_score: Decimal | None = wire()
    """物料评估得出的匹配分数"""
    commi_score: Decimal | None = wire()
    """物料的收益评分"""
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

    - 0：预售单单奖励
    - 1：618 超级 U 选单单补
    注：文档示例里还有 2，但没有写含义
    """
    cpa_reward_amount: list[str] = wire(separator=" ")
    """额外奖励的金额，与 cpa_reward_type 逐个对应；以空格分隔"""
    activity_id: str | None = wire()
    """合作伙伴单单补 ID，年货节活动据此统计合作伙伴奖励"""
    rank_page_url: str | None = wire()
    """榜单页地址"""
    item_search_type: str | None = wire()
    """商品的搜索类型"""
    sp_campaign_list: list[SpCampaign] = wire(wrapper="sp_campaign")
    """商品的定向计划"""


class TbkDgMaterialOptionalResponse(PagedResponse[TbkDgMaterialOptionalMaterialOptionalResult]):
    """按关键词与条件搜索商品：返回内容"""

    _paging = PageNumbers(
        lists=("result_list",),
        page="page_no",
        size="page_size",
        usual_size=20,
        total="total_results",
    )

    total_results: int | None = wire()
    """满足条件的结果总数"""
    result_list: list[TbkDgMaterialOptionalMaterialOptionalResult] = wire(wrapper="map_data")
    """返回的各条结果"""
    page_result_key: str | None = wire()
    """本地化搜索的翻页标识，请求下一页时原样传入"""


if TYPE_CHECKING:

    class AsyncTbkDgMaterialOptionalResponse(
        AsyncPagedResponse[TbkDgMaterialOptionalMaterialOptionalResult],
        TbkDgMaterialOptionalResponse,
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkDgMaterialOptionalResponse = TbkDgMaterialOptionalResponse


METHOD = Method(
    "taobao.tbk.dg.material.optional",
    AsyncTbkDgMaterialOptionalResponse,
    Object(
        {
            "start_dsr": Integer(minimum=0, maximum=50000),
            "page_size": Integer(minimum=1, maximum=100),
            "page_no": Integer(),
            "platform": Integer(),
            "end_tk_rate": Integer(),
            "start_tk_rate": Integer(),
            "end_price": Exact(number=True),
            "start_price": Exact(number=True),
            "is_overseas": Boolean(),
            "is_tmall": Boolean(),
            "sort": Text(),
            "itemloc": Text(),
            "cat": Csv(max_items=10),
            "q": Text(),
            "material_id": Text(number=True),
            "has_coupon": Boolean(),
            "ip": Text(),
            "adzone_id": Text(number=True),
            "need_free_shipment": Boolean(),
            "need_prepay": Boolean(),
            "include_pay_rate_30": Boolean(),
            "include_good_rate": Boolean(),
            "include_rfd_rate": Boolean(),
            "npx_level": Integer(),
            "device_encrypt": Text(),
            "device_value": Text(),
            "device_type": Text(),
            "end_ka_tk_rate": Integer(),
            "start_ka_tk_rate": Integer(),
            "lock_rate_end_time": Moment(form="epoch_ms", number=True),
            "lock_rate_start_time": Moment(form="epoch_ms", number=True),
            "longitude": Exact(),
            "latitude": Exact(),
            "city_code": Text(),
            "seller_ids": Csv(min_items=1, max_items=100),
            "special_id": Text(),
            "relation_id": Text(),
            "page_result_key": Text(),
            "ucrowd_id": Text(number=True),
            "ucrowd_rank_items": ListOf(
                Object({"item_id": Text(), "commirate": Exact(number=True), "price": Exact()}),
                max_items=1000,
            ),
            "get_topn_rate": Integer(),
            "biz_scene_id": Text(),
            "promotion_type": Text(),
        },
        required=("adzone_id",),
    ),
    successor="tbk_dg_material_optional_upgrade",
    idempotent=True,
    packages=(
        PermissionPackage(
            "16516", "https://open.taobao.com/api.htm?docId=35896&docType=2&scopeId=16516"
        ),
        PermissionPackage(
            "11655",
            "https://open.taobao.com/api.htm?docId=35896&docType=2&scopeId=11655",
            legacy=True,
        ),
    ),
)
