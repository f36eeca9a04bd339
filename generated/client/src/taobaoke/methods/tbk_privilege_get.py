"""Create coupon-aware item links on behalf of a publisher: `taobao.tbk.privilege.get`."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from .._runtime.advice import PermissionPackage
from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire
from ..models import MiniProgram, StepRate


class TbkPrivilegeGetMaterial(Model):
    """转链结果"""

    coupon_remain_count: int | None = wire()
    """优惠券余量；单位：个"""
    coupon_total_count: int | None = wire()
    """优惠券发放总数；单位：个"""
    coupon_info: str | None = wire()
    """优惠券满减说明，如满 16 元减 10 元"""
    coupon_end_time: str | None = wire()
    """优惠券失效时间

    注：各接口的示例不一：有的只有日期，有的带时分秒，因此按文本返回
    """
    coupon_start_time: str | None = wire()
    """优惠券生效时间

    注：各接口的示例不一：有的只有日期，有的带时分秒，因此按文本返回
    """
    coupon_type: Literal[1, 2, 3] | int | None = wire()
    """推广链接所带优惠券的类型；已知取值：

    - 1：公开券
    - 2：私有券
    - 3：妈妈券
    """
    coupon_click_url: str | None = wire()
    """领取商品优惠券的推广链接"""
    category_id: str | None = wire(number=True)
    """商品的后台一级类目 ID"""
    max_commission_rate: Decimal | None = wire()
    """常规佣金比例，仅在未传 special_id、relation_id、external_id 时返回；单位：百分之
    一（12.34 即 12.34%）
    """
    item_url: str | None = wire()
    """商品推广链接"""
    ysyl_click_url: str | None = wire()
    """预售有礼的推广链接"""
    ysyl_tlj_face: Decimal | None = wire()
    """预售有礼的预估淘礼金面额；单位：元"""
    ysyl_tlj_send_time: datetime | None = wire()
    """预售有礼淘礼金的发放时间；格式：yyyy-MM-dd HH:mm:ss"""
    ysyl_tlj_use_start_time: datetime | None = wire()
    """预售有礼淘礼金的可用起始时间；格式：yyyy-MM-dd HH:mm:ss"""
    ysyl_commission_rate: Decimal | None = wire()
    """预售有礼的佣金比例，分成规则特殊；单位：百分之一（12.34 即 12.34%）

    参见 预售有礼的分成规则
    <https://tbk.bbs.taobao.com/detail.html?appId=45301&postId=9334376>
    """
    ysyl_tlj_use_end_time: datetime | None = wire()
    """预售有礼淘礼金的使用截止时间；格式：yyyy-MM-dd HH:mm:ss"""
    min_commission_rate: Decimal | None = wire()
    """预计的最低佣金比例，仅在传入 special_id、relation_id、external_id 时返回；单位：
    百分之一（12.34 即 12.34%）
    """
    reward_info: Literal[0, 1] | None = wire()
    """该消费者购买此商品能否得到天天开彩蛋的彩蛋，仅比价场景可用；只能取：

    - 0：得不到
    - 1：能得到
    """
    topn_info: StepRate | None = wire()
    """前 N 件佣金，仅当 get_topn_rate=1 且其已生效并为最高佣金时返回"""
    mini_program: MiniProgram | None = wire()
    """小程序推广链接，尚未开放"""
    item_id: str | None = wire()
    """商品 ID，新旧两种格式都可能出现"""
    extra_info: str | None = wire()
    """转链成功时的附加提示"""


class TbkPrivilegeGetPrivilegeResult(Model):
    """调用结果"""

    data: TbkPrivilegeGetMaterial | None = wire()
    """转链结果"""


class TbkPrivilegeGetResponse(Response):
    """代推广者生成带券的单品推广链接：返回内容"""

    result: TbkPrivilegeGetPrivilegeResult | None = wire()
    """调用结果"""


METHOD = Method(
    "taobao.tbk.privilege.get",
    TbkPrivilegeGetResponse,
    Object(
        {
            "adzone_id": Text(number=True),
            "platform": Integer(),
            "site_id": Text(number=True),
            "relation_id": Text(),
            "special_id": Text(),
            "external_id": Text(),
            "xid": Text(),
            "ucrowd_id": Text(number=True),
            "get_topn_rate": Integer(),
            "mini_program_link": Integer(),
            "item_id": Text(),
            "promotion_type": Text(),
            "biz_scene_id": Text(),
            "manage_item_pub_id": Text(number=True),
            "sku_id": Text(number=True),
        },
        required=("adzone_id", "site_id"),
    ),
    needs_session=True,
    idempotent=True,
    packages=(
        PermissionPackage(
            "12403", "https://open.taobao.com/api.htm?docId=28625&docType=2&scopeId=12403"
        ),
    ),
)
