"""Shorten a batch of promotion links: `taobao.tbk.spread.get`."""

from __future__ import annotations

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import ListOf, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, SplitResponse, wire
from .._runtime.outcomes import ItemOutcome


class TbkSpreadGetTbkSpread(Model):
    """各链接的转换结果"""

    content: str | None = wire()
    """传播内容，当前只有短链接"""
    err_msg: str | None = wire()
    """单条请求的处理信息，不是 OK 即表示对应 content 异常"""


class TbkSpreadGetResponse(SplitResponse[TbkSpreadGetTbkSpread]):
    """把一批推广长链接缩成短链接：返回内容"""

    _items = ItemOutcome(("results",), code="err_msg", message="err_msg", ok=("OK",))

    results: list[TbkSpreadGetTbkSpread] = wire(wrapper="tbk_spread")
    """各链接的转换结果"""
    total_results: int | None = wire()
    """返回的结果条数"""


METHOD = Method(
    "taobao.tbk.spread.get",
    TbkSpreadGetResponse,
    Object({"requests": ListOf(Object({"url": Text()}), max_items=20)}, required=("requests",)),
    idempotent=True,
    packages=(
        PermissionPackage(
            "12340", "https://open.taobao.com/api.htm?docId=27832&docType=2&scopeId=12340"
        ),
    ),
    errors={
        "isp.tbkapi-service-unavailable": Advice(
            "平台侧的短暂故障，隔几秒再发同一请求；持续出现时记下 request_id 向平台反馈",
            "later",
            "temporary",
        ),
        "isp.dependency-error": Advice("平台的下游服务一时故障，过几秒重发", "later", "temporary"),
        "isv.not-support-param-type": Advice(
            "检查 requests 是否为对象数组的 JSON 文本、每项是否有 url、域名是否受支持",
            "never",
            "argument",
        ),
    },
)
