"""Upload an image: `taobao.tbk.image.upload`."""

from __future__ import annotations

from decimal import Decimal

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Day, Exact, Integer, JsonText, ListOf, Moment, Object, Text, Upload
from .._runtime.method import Method, Rule
from .._runtime.models import Json, Model, SplitResponse, wire
from .._runtime.outcomes import ItemOutcome, ReplyOutcome


class TbkImageUploadFailure(Model):
    """一个失败"""

    code: str | None = wire()
    """失败码"""
    reason: str | None = wire()
    """失败的缘由"""


class TbkImageUploadResponse(SplitResponse[TbkImageUploadFailure]):
    """上传一张图片：返回内容"""

    _outcome = ReplyOutcome(success="success", code="code", message="message", ok=("0",))
    _items = ItemOutcome(("failures",), code="code", message="reason", ok=("OK",))

    success: bool | None = wire()
    """是否成功"""
    code: str | None = wire(number=True)
    """结果码"""
    message: str | None = wire()
    """失败的原因"""
    failures: list[TbkImageUploadFailure] = wire(wrapper="failure")
    """失败的条目"""
    rest: Json = wire()
    """成员未知的对象"""


METHOD = Method(
    "taobao.tbk.image.upload",
    TbkImageUploadResponse,
    Object(
        {
            "image": Upload(),
            "day": Day(),
            "at": Moment(form="epoch_ms"),
            "rate": Exact(minimum=Decimal("0.01"), maximum=1),
            "options": JsonText(),
            "ids": ListOf(Text(), separator=";", max_items=3),
            "class_": Text(),
            "places": ListOf(Object({"x": Integer(), "old": Text()}, required=("x",))),
        },
        required=("image",),
        renamed={"class_": "class"},
    ),
    rules=(
        Rule("exactly_one_of", ("day", "at")),
        Rule("together", ("rate", "options"), {"class": "cover"}),
    ),
    packages=(PermissionPackage("11"), PermissionPackage("27")),
    errors={"isv.*-too-big": Advice("压缩后再传", "never", "business")},
)
