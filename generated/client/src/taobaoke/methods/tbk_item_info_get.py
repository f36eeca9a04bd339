"""Read basic details of up to 40 items by id: `taobao.tbk.item.info.get`."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Batch, Method
from .._runtime.models import Json, Model, Response, wire


class TbkItemInfoGetNTbkItem(Model):
    """淘宝客商品"""

    cat_name: str | None = wire()
    """商品的一级类目名"""
    num_iid: str | None = wire()
    """商品 ID"""
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
    user_type: Literal[0, 1, 3] | int | None = wire()
    """卖家类型；已知取值：

    - 0：淘宝（集市）
    - 1：天猫（商城）
    - 3：特价版
    """
    provcity: str | None = wire()
    """宝贝所在的省市"""
    item_url: str | None = wire()
    """商品页面链接"""
    seller_id: str | None = wire(number=True)
    """卖家 ID"""
    volume: int | None = wire()
    """近 30 天销量；单位：件"""
    nick: str | None = wire()
    """店铺名称"""
    cat_leaf_name: str | None = wire()
    """商品的叶子类目名"""
    is_prepay: bool | None = wire()
    """卖家是否参加消费者保障"""
    shop_dsr: int | None = wire()
    """店铺的 DSR 评分"""
    ratesum: int | None = wire()
    """卖家的等级"""
    i_rfd_rate: bool | None = wire()
    """退款率是否低于同行业平均水平"""
    h_good_rate: bool | None = wire()
    """好评率是否超过同行业平均水平"""
    h_pay_rate30: bool | None = wire()
    """成交转化率是否超过同行业平均水平"""
    free_shipment: bool | None = wire()
    """卖家是否包邮"""
    material_lib_type: list[str] = wire(separator=",")
    """商品所属的库，为空表示都不属于；以英文逗号分隔；已知取值：

    - 1：营销商品主推库
    """
    presale_discount_fee_text: str | None = wire()
    """预售优惠的文案"""
    presale_tail_end_time: datetime | None = wire(form="epoch_ms", placeholders=("0",), number=True)
    """尾款支付截止时刻；格式：毫秒时间戳；0 表示没有值

    注：文档写作定金的截止，应为尾款
    """
    presale_tail_start_time: datetime | None = wire(
        form="epoch_ms", placeholders=("0",), number=True
    )
    """尾款支付起始时刻；格式：毫秒时间戳；0 表示没有值"""
    presale_end_time: datetime | None = wire(form="epoch_ms", placeholders=("0",), number=True)
    """定金支付截止时刻；格式：毫秒时间戳；0 表示没有值"""
    presale_start_time: datetime | None = wire(form="epoch_ms", placeholders=("0",), number=True)
    """定金支付起始时刻；格式：毫秒时间戳；0 表示没有值"""
    presale_deposit: Decimal | None = wire()
    """预售定金；单位：元"""
    ju_play_end_time: datetime | None = wire(form="epoch_ms", number=True)
    """聚划算满减结束时间；格式：毫秒时间戳"""
    ju_play_start_time: datetime | None = wire(form="epoch_ms", number=True)
    """聚划算满减开始时间；格式：毫秒时间戳"""
    play_info: str | None = wire()
    """聚划算满减满折或天猫限时抢的玩法文案"""
    tmall_play_activity_end_time: datetime | None = wire(
        form="epoch_ms", placeholders=("0",), number=True
    )
    """天猫限时抢购的截止时间；格式：毫秒时间戳；0 表示没有值"""
    tmall_play_activity_start_time: datetime | None = wire(
        form="epoch_ms", placeholders=("0",), number=True
    )
    """天猫限时抢购的开抢时间；格式：毫秒时间戳；0 表示没有值"""
    ju_online_start_time: datetime | None = wire(form="epoch_ms", placeholders=("0",))
    """聚划算活动开始时间；格式：毫秒时间戳；0 表示没有值"""
    ju_online_end_time: datetime | None = wire(form="epoch_ms", placeholders=("0",))
    """聚划算活动结束时间；格式：毫秒时间戳；0 表示没有值"""
    ju_pre_show_start_time: datetime | None = wire(form="epoch_ms", placeholders=("0",))
    """聚划算商品预热开始时间；格式：毫秒时间戳；0 表示没有值"""
    ju_pre_show_end_time: datetime | None = wire(form="epoch_ms", placeholders=("0",))
    """聚划算商品预热结束时间；格式：毫秒时间戳；0 表示没有值"""
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
    hot_flag: Literal["0", "1"] | None = wire()
    """是否热门商品；只能取：

    - 0：否
    - 1：是
    """
    input_num_iid: str | None = wire()
    """请求原样传入的商品 ID"""


class TbkItemInfoGetResponse(Response):
    """按商品 ID 批量读取商品的基本信息：返回内容"""

    results: list[TbkItemInfoGetNTbkItem] = wire(wrapper="n_tbk_item")
    """淘宝客商品"""


METHOD = Method(
    "taobao.tbk.item.info.get",
    TbkItemInfoGetResponse,
    Object(
        {
            "num_iids": Csv(max_items=40),
            "platform": Integer(),
            "ip": Text(),
            "biz_scene_id": Text(),
            "promotion_type": Text(),
            "relation_id": Text(),
            "manage_item_pub_id": Text(number=True),
        },
        required=("num_iids",),
    ),
    batch=Batch("num_iids", most=40, items="results", key="input_num_iid"),
    successor="tbk_item_info_upgrade_get",
    idempotent=True,
    packages=(
        PermissionPackage(
            "16189", "https://open.taobao.com/api.htm?docId=24518&docType=2&scopeId=16189"
        ),
        PermissionPackage(
            "11655",
            "https://open.taobao.com/api.htm?docId=24518&docType=2&scopeId=11655",
            legacy=True,
        ),
    ),
)
