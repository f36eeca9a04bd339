"""Save a parcel: `taobao.full.parcel.save`."""

from __future__ import annotations

from decimal import Decimal

from .._runtime.advice import Advice, Limit, PermissionPackage
from .._runtime.kinds import (
    Anything,
    Boolean,
    Csv,
    Day,
    Exact,
    Integer,
    JsonText,
    ListOf,
    Moment,
    Object,
    Text,
    Upload,
)
from .._runtime.method import Method, Rule
from .._runtime.models import Json, Model, SplitResponse, wire
from .._runtime.outcomes import ItemOutcome, ReplyOutcome
from ..models import Shelf


class FullParcelSaveSaveResult(Model):
    """一件的结果"""

    parcel_id: str | None = wire()
    """包裹编号"""
    code: str | None = wire()
    """此件的结果码"""
    reason: str | None = wire()
    """此件失败的缘由"""


class FullParcelSaveOtherResult(Model):
    """其余一件的结果"""

    parcel_id: str | None = wire()
    """其余包裹的编号"""
    code: str | None = wire()
    """其余的结果码"""
    reason: str | None = wire()
    """其余失败的缘由"""


class FullParcelSaveResponse(SplitResponse[FullParcelSaveSaveResult | FullParcelSaveOtherResult]):
    """保存一件包裹：返回内容"""

    _outcome = ReplyOutcome(success="success", code="code", message="message", ok=("0",))
    _items = ItemOutcome(("results", "others"), code="code", message="reason", ok=("OK", "100"))

    success: bool | None = wire()
    """是否成功"""
    code: str | None = wire(number=True)
    """结果码"""
    message: str | None = wire()
    """失败的原因；1–20 个字符"""
    results: list[FullParcelSaveSaveResult] = wire(wrapper="result")
    """各件的结果"""
    others: list[FullParcelSaveOtherResult] = wire(wrapper="other")
    """其余各件的结果"""
    shelf: Shelf | None = wire()
    """所在货架"""
    rest: Json = wire()
    """成员未知的对象"""


METHOD = Method(
    "taobao.full.parcel.save",
    FullParcelSaveResponse,
    Object(
        {
            "class_": Text(),
            "photo": Upload(),
            "weight": Exact(minimum=Decimal("0.5"), maximum=30, scale=2),
            "fee": Exact(number=True, minimum=Decimal("0.01"), maximum=Decimal("99.99"), scale=2),
            "count": Integer(text=True, minimum=1, maximum=99),
            "is_first": Boolean(text=True, yes=("Y", "1"), no=("N", "0")),
            "fragile": Boolean(yes=("1",), no=("0",)),
            "gift": Boolean(),
            "level": Integer(),
            "color": Text(),
            "sent_at": Moment(form="epoch_ms"),
            "made_at": Moment(form="epoch_s", number=True),
            "minute": Moment(form="yyyy-MM-dd HH:mm"),
            "stamp": Moment(form="yyyyMMddHHmmss"),
            "due": Day(),
            "day": Day(form="yyyyMMdd"),
            "month": Day(form="yyyyMM"),
            "season": Day(form="yyyy-MM"),
            "codes": Csv(separator=" ", min_items=1, max_items=3),
            "tags": ListOf(Text(), separator="|", min_items=1, max_items=2),
            "marks": ListOf(Integer(), separator="&"),
            "letters": Csv(separator=";"),
            "pieces": Csv(separator="##"),
            "extra": JsonText(),
            "remark": Text(min_length=2, max_length=10),
            "receiver_id": Text(),
            "from_place": Text(max_length=6),
            "uuid": Text(),
            "paid": Text(),
            "rows": ListOf(
                Object(
                    {
                        "sku_id": Text(number=True),
                        "number": Integer(minimum=1),
                        "class_": Text(),
                        "bought_at": Moment(),
                    },
                    required=("sku_id",),
                    renamed={"class_": "class"},
                )
            ),
            "address": Object(
                {"city": Text(), "floor": Integer(minimum=-3, maximum=200)}, required=("city",)
            ),
            "loose": Anything(),
            "old_code": Text(),
            "older_code": Text(),
        },
        required=("class_", "photo", "weight"),
        renamed={"class_": "class", "from_place": "from"},
    ),
    rules=(
        Rule("exactly_one_of", ("sent_at", "made_at")),
        Rule("at_least_one_of", ("codes", "tags")),
        Rule("at_most_one_of", ("day", "month")),
        Rule("together", ("remark", "extra")),
        Rule("at_least_one_of", ("level",), {"class": "bag", "is_first": "Y"}),
    ),
    needs_session=True,
    packages=(PermissionPackage("27939", "https://open.taobao.com/apply.htm?docId=902&id=27939"),),
    errors={
        "isp.busy": Advice("过几秒再发", "later", "temporary"),
        "9100": Advice("慢一些", "later", "rate_limit", Limit("account", "shortly")),
        "3000": Advice("明天再来", "never", "rate_limit", Limit("account", "today")),
        "isv.app-limit": Advice("减少调用", "later", "rate_limit", Limit("app", "unknown")),
        "isv.method-limit": Advice("等待所示秒数", "ban", "rate_limit", Limit("method", "told")),
        "isv.user-limit": Advice("换个用户", "later", "rate_limit", Limit("user", "shortly")),
        "isv.partner-limit": Advice(
            "联系合作方", "never", "rate_limit", Limit("partner", "unknown")
        ),
        "isv.no-right": Advice(
            "先签协议",
            "never",
            "permission",
            see=("收寄规则 https://open.taobao.com/rules.htm?id=1",),
        ),
        "isv.bad-session": Advice("重新登录", "never", "session"),
        "isv.bad-weight": Advice("改重量", "never", "argument"),
        "isv.closed-*": Advice("换个网点", "never", "business"),
    },
)
