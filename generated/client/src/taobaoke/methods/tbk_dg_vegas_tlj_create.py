"""Create a TLJ gift (Taobao red packet) for an item: `taobao.tbk.dg.vegas.tlj.create`."""

from __future__ import annotations

from decimal import Decimal

from .._runtime.advice import Advice, Limit, PermissionPackage
from .._runtime.kinds import Boolean, Exact, Integer, Moment, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire
from .._runtime.outcomes import ReplyOutcome


class TbkDgVegasTljCreateRightsInstanceCreateResult(Model):
    """业务结果"""

    rights_id: str | None = wire()
    """淘礼金 ID，创建时产生，每个唯一"""
    send_url: str | None = wire()
    """领取淘礼金的地址"""
    vegas_code: str | None = wire()
    """投放 code，供百川的商品详情页业务使用"""
    available_fee: Decimal | None = wire()
    """建好淘礼金后账户剩余的可用资金，两位小数；单位：元；至多 2 位小数"""
    item_today_num_left: int | None = wire()
    """媒体今日对该商品还可发放的淘礼金数；单位：个"""


class TbkDgVegasTljCreateVegasTljCreateResult(Model):
    """调用结果"""

    model: TbkDgVegasTljCreateRightsInstanceCreateResult | None = wire()
    """业务结果"""
    msg_code: str | None = wire()
    """业务结果码"""
    msg_info: str | None = wire()
    """业务结果说明"""
    success: bool | None = wire()
    """调用是否成功"""


class TbkDgVegasTljCreateResponse(Response):
    """为一件商品创建淘礼金：返回内容"""

    _outcome = ReplyOutcome(
        success="result.success", code="result.msg_code", message="result.msg_info"
    )

    result: TbkDgVegasTljCreateVegasTljCreateResult | None = wire()
    """调用结果"""


METHOD = Method(
    "taobao.tbk.dg.vegas.tlj.create",
    TbkDgVegasTljCreateResponse,
    Object(
        {
            "security_level": Integer(),
            "use_start_time": Text(),
            "use_end_time_mode": Integer(),
            "use_end_time": Text(),
            "send_end_time": Moment(),
            "send_start_time": Moment(),
            "per_face": Exact(minimum=1, scale=2),
            "security_switch": Boolean(),
            "user_total_win_num_limit": Integer(minimum=1),
            "name": Text(max_length=10),
            "total_num": Integer(minimum=1),
            "item_id": Text(),
            "campaign_type": Text(),
            "use_threshold": Exact(),
            "award_img_template_id": Text(),
            "adzone_id": Text(number=True),
        },
        required=(
            "send_start_time",
            "per_face",
            "security_switch",
            "user_total_win_num_limit",
            "name",
            "total_num",
            "item_id",
            "adzone_id",
        ),
    ),
    packages=(
        PermissionPackage(
            "15029", "https://open.taobao.com/api.htm?docId=40173&docType=2&scopeId=15029"
        ),
    ),
    errors={
        "isp.vegas-server-unavailable": Advice(
            "平台侧的临时故障，确认没有建成后再发一次", "later", "temporary"
        ),
        "isp.call-limited": Advice(
            "降低调用速率，等几秒再建", "later", "rate_limit", Limit("method", "shortly")
        ),
        "isv.FAIL_BIZ_HAS_NO_PRIVILEGE": Advice(
            "先申请淘礼金权限，通过后再调",
            "never",
            "permission",
            see=("淘礼金权限申请与规则 https://mo.re.taobao.com/page_201905042138222",),
        ),
        "isv.FAIL_BIZ_VIOLATION_POINT_EXCEED": Advice(
            "账号的淘礼金权限被停，只能走客服申诉", "never", "permission"
        ),
        "isv.FAIL_BIZ_ITEM_FORBIDDEN": Advice(
            "按淘礼金规则换一件可用的商品",
            "never",
            "business",
            see=("淘礼金权限申请与规则 https://mo.re.taobao.com/page_201905042138222",),
        ),
        "isv.FAIL_BIZ_NOT_TK_ITEM": Advice("换成参加推广的商品", "never", "business"),
        "isv.FAIL_CHECK_DAILY_SEND_AMOUNT_EXCEED": Advice(
            "在淘宝联盟 APP 的玩法钱包里调高当日限额，或等第二天", "never", "business"
        ),
        "isv.FAIL_CHECK_MEMBER_DAILY_SEND_ITEM_ABOVE_LIMIT_ERROR": Advice(
            "当天能建的商品个数用完了，第二天继续", "never", "business"
        ),
        "isv.FAIL_CHECK_MEMBER_ITEM_DAILY_SEND_TLJ_ABOVE_LIMIT_ERROR": Advice(
            "当天的红包个数用完了，第二天继续", "never", "business"
        ),
        "isv.FAIL_CHECK_SELLER_CREATE_ITEM_NUM_RULE_ERROR": Advice(
            "这家店的名额用完了，换别家商品", "never", "business"
        ),
        "isv.FAIL_CHECK_MEMBER_CREATE_ITEM_NUM_CHECK_ERROR": Advice(
            "这件商品的名额用完了，换商品", "never", "business"
        ),
        "isv.FAIL_CHECK_SELLER_DAILY_CREATE_NUM_ABOVE_LIMIT_ERROR": Advice(
            "这家店当天的名额用完了，第二天再建或换店铺", "never", "business"
        ),
        "isv.FAIL_CHECK_TLJ_MIN_FACE_ERROR": Advice("per_face 至少写 1 元", "never", "argument"),
        "isv.FAIL_BIZ_ASSET_ACCOUNT_NOT_EXISTS": Advice(
            "先在联盟后台的资金管理里充值开户", "never", "business"
        ),
        "isv.FAIL_BIZ_ACCOUNT_UN_PAID": Advice(
            "账户尚未充过值，先在联盟后台的资金管理里充值", "never", "business"
        ),
        "isv.ASSET_ACCOUNT_BALANCE_NOT_ENOUGH": Advice(
            "余额不够面额乘个数，充值或减少总额", "never", "business"
        ),
        "isv.FAIL_BIZ_PARAMS_ERROR": Advice(
            "逐项核对面额、个数、时间与 pid 等配置", "never", "argument"
        ),
        "isv.FAIL_BIZ_CREATE_FORBIDDEN": Advice(
            "接口没有对此账号开放，先向联盟申请", "never", "permission"
        ),
        "isv.FAIL_BIZ_EXTERNAL_SERVICE_EXCEPTION": Advice(
            "平台的外部服务出错，确认没有建成后再发一次", "later", "temporary"
        ),
        "isv.FAIL_BIZ_SYSTEM_ERROR": Advice(
            "平台系统出错，确认没有建成后再发一次", "later", "temporary"
        ),
        "isp.ACK_FREEZE_ASSET_ACCOUNT_ERROR": Advice(
            "资金冻结一步出错，核对余额没有变动后再发一次", "later", "temporary"
        ),
        "isv.FAIL_CHECK_ITEM_DAILY_SEND_NUM_CHECK_ERROR": Advice(
            "这件商品当天的名额用完了，第二天再建或换商品", "never", "business"
        ),
        "isv.PARAM_IS_EMPTY": Advice("有必填参数漏传，对照必填项补齐", "never", "argument"),
        "isv.FAIL_BIZ_SERVICE_TIMEOUT": Advice(
            "平台处理超时，稍后再发，之前先确认没有建成", "later", "temporary"
        ),
        "isv.MEMBER_DAILY_DRAW_ITEM_ABOVE_LIMIT": Advice(
            "当前账号在这件商品上的领取量已满，第二天再建", "never", "business"
        ),
        "isv.SELLER_DAILY_DRAW_ITEM_ABOVE_LIMIT": Advice(
            "这家店当天的领取量已满，第二天再建", "never", "business"
        ),
        "isv.DAILY_DRAW_ITEM_ABOVE_LIMIT": Advice(
            "这件商品当天的领取量已满，换商品", "never", "business"
        ),
        "isv.CREATE_INSTANCE_ERROR": Advice(
            "建立实例时出错，稍后再发，之前先确认没有建成", "later", "temporary"
        ),
        "isv.ACK_FREEZE_FAIL": Advice(
            "资金没能冻结，核对余额与账户状态后再建", "never", "business"
        ),
        "isv.NAME_LENGTH_EXCEED": Advice("name 缩到 10 个字符以内", "never", "argument"),
        "isv.SEND_DATE_TIME_LIMIT": Advice("缩短发放的起止间隔，最长 30 天", "never", "argument"),
        "isv.TOTAL_NUM_BELOW_LIMIT": Advice("total_num 至少为 1", "never", "argument"),
        "isv.USER_TOTAL_WIN_NUM_LIMIT": Advice(
            "user_total_win_num_limit 至少为 1", "never", "argument"
        ),
        "isv.USER_TOTAL_WIN_NUM_LIMIT_BELOW_TOTAL_NUM": Advice(
            "user_total_win_num_limit 不要超过 total_num", "never", "argument"
        ),
        "isv.ACCOUNT_STATUS_INVALID": Advice(
            "玩法钱包状态不正常，到联盟 APP 查看原因或问客服", "never", "business"
        ),
        "isv.invalid-argument": Advice("有参数不合要求，逐项核对后重建", "never", "argument"),
        "isv.SHIELD_ACCESS_RELATION_ERROR": Advice(
            "与违规账号有关联而被拒，重发无用，有异议找客服", "never", "permission"
        ),
        "isv.SHIELD_ACCESS_SELF_ERROR": Advice(
            "账号扣分已到 18 分，先处理处罚记录，再重新申请", "never", "permission"
        ),
        "-4003": Advice(
            "纯数字的旧 ID 已不受理，改用新格式的商品 ID；疑难可到钉钉群 44965410 询问",
            "never",
            "argument",
        ),
    },
)
