"""Create coupon-aware item links for one of your ad zones: `taobao.tbk.coupon.convert`."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire
from .._runtime.outcomes import ReplyOutcome
from ..models import MiniProgram, StepRate


class TbkCouponConvertMaterial(Model):
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
    coupon_click_url: str | None = wire()
    """领取商品优惠券的推广链接"""
    category_id: str | None = wire(number=True)
    """商品的后台一级类目 ID"""
    max_commission_rate: Decimal | None = wire()
    """常规佣金比例，仅在未传 special_id、relation_id、external_id 时返回；单位：百分之
    一（12.34 即 12.34%）
    """
    item_id: str | None = wire()
    """商品 ID，新旧两种格式都可能出现"""
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
    campaign_type: Literal[0, 1, 2, 3] | int | None = wire()
    """推广计划的类型；已知取值：

    - 0：通用计划
    - 1：定向计划
    - 2：鹊桥计划
    - 3：营销计划
    """
    coupon_type: Literal[1, 2, 3] | int | None = wire()
    """推广链接所带优惠券的类型；已知取值：

    - 1：公开券
    - 2：私有券
    - 3：妈妈券
    """
    topn_info: StepRate | None = wire()
    """前 N 件佣金，仅当 get_topn_rate=1 且其已生效并为最高佣金时返回"""
    mini_program: MiniProgram | None = wire()
    """小程序推广链接，尚未开放"""
    extra_info: str | None = wire()
    """转链成功时的附加提示"""


class TbkCouponConvertCouponResult(Model):
    """调用结果"""

    results: TbkCouponConvertMaterial | None = wire()
    """转链结果"""
    result_code: int | None = wire()
    """结果码"""
    result_msg: str | None = wire()
    """对结果码的说明"""


class TbkCouponConvertResponse(Response):
    """生成带券的单品推广链接：返回内容"""

    _outcome = ReplyOutcome(code="result.result_code", message="result.result_msg")

    result: TbkCouponConvertCouponResult | None = wire()
    """调用结果"""


METHOD = Method(
    "taobao.tbk.coupon.convert",
    TbkCouponConvertResponse,
    Object(
        {
            "adzone_id": Text(number=True),
            "item_id": Text(),
            "platform": Integer(),
            "relation_id": Text(),
            "special_id": Text(),
            "external_id": Text(),
            "xid": Text(),
            "ucrowd_id": Text(number=True),
            "get_topn_rate": Integer(),
            "mini_program_link": Integer(),
            "biz_scene_id": Text(),
            "promotion_type": Text(),
            "manage_item_pub_id": Text(number=True),
            "sku_id": Text(number=True),
        },
        required=("adzone_id",),
    ),
    idempotent=True,
    packages=(
        PermissionPackage(
            "12486", "https://open.taobao.com/api.htm?docId=29289&docType=2&scopeId=12486"
        ),
    ),
    errors={
        "isp.tbkapi-service-unavailable": Advice(
            "平台侧的短暂故障，隔几秒再发同一请求；持续出现时记下 request_id 向平台反馈",
            "later",
            "temporary",
        ),
        "35": Advice(
            "纯数字的旧 ID 已不受理，改传由搜索或推荐接口取得的新格式 ID（含连字符的字符串）；疑难可到钉钉群 44965410 询问",
            "never",
            "argument",
        ),
        "isp.special-campaign-error": Advice(
            "定向计划一侧的临时故障，间隔几秒自动重发", "later", "temporary"
        ),
        "isv.item-not-exist": Advice("换一个仍在推广的 item_id", "never", "not_found"),
        "isv.pid-not-correct": Advice(
            "推广位要属于当前应用对应的联盟账号，按自己的 pid 重填", "never", "argument"
        ),
        "isv.invalid-parameter:adzone_id": Advice(
            "adzone_id 是 pid 的第三段，检查是否传成了整个 pid 或别的段", "never", "argument"
        ),
        "isv.me_param_not_correct": Advice(
            "me 串残缺或被改动，改为直接传 item_id", "never", "argument"
        ),
        "isp.url_xid_not_match": Advice(
            "链接与 xid 不匹配或被改动，使用原样的官方链接", "never", "argument"
        ),
        "isv.coupon_not_exist": Advice("指定的券查不到，换券或不指定券", "never", "not_found"),
        "11": Advice("这张券没有余量了，换券或换商品", "never", "business"),
        "isp.url_item_get_error": Advice(
            "链接里认不出商品，改为直接传 item_id", "never", "argument"
        ),
        "isp.rebate-id-not-match": Advice(
            "这几个标识绑定的不是同一用户，只保留一个，或查备案记录后配成一套", "never", "argument"
        ),
        "isp.relation-id-not-corrent": Advice(
            "用备案查询接口确认该渠道关系 ID 存在且归自己", "never", "argument"
        ),
        "isp.special-id-not-corrent": Advice(
            "用备案查询接口确认该会员运营 ID 存在且归自己", "never", "argument"
        ),
        "isp.isp.mrc-service-unavailable": Advice(
            "先核对 item_id 等入参，没有问题就稍后重发", "later", "temporary"
        ),
        "isp.top-mapping-parse-error": Advice(
            "先核对 item_id 等入参，没有问题就稍后重发", "later", "temporary"
        ),
        "33": Advice("这个商品不能转链，换商品", "never", "business"),
        "36": Advice("item_id 无效或写法有误，换成从搜索、推荐接口取得的 ID", "never", "argument"),
        "25": Advice("平台内部的临时故障，重发一次", "later", "temporary"),
    },
)
