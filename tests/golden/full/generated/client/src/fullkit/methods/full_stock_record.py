"""Read the records of stock piece by piece: `taobao.full.stock.record`."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.kinds import Boolean, Exact, Integer, Moment, Object, Text
from .._runtime.method import Method, Window
from .._runtime.models import AsyncPagedResponse, Json, Model, PagedResponse, wire
from .._runtime.outcomes import ReplyOutcome
from .._runtime.paging import Cursor
from ..models import Shelf


class FullStockRecordPlace(Model):
    """位置"""

    hall: str | None = wire()
    """馆"""
    class_name: str | None = wire(name="class")
    """馆的类别"""


class FullStockRecordStock(Model):
    """一条记录"""

    stock_id: str | None = wire()
    """记录编号"""
    class_: Literal["bag", "box"] | None = wire(name="class")
    """包装；只能取：

    - bag：袋子
    - box：纸箱
    参见 尺寸表 <https://open.taobao.com/sizes.htm>
    注：文档两处写法不同
    """
    count: int | None = wire(text=True)
    """件数；单位：件；取值 0–1000"""
    price: Decimal | None = wire()
    """价格；单位：元；至多 2 位小数"""
    cost: Decimal | None = wire(number=True)
    """成本；至多 1 位小数"""
    weight: Decimal | None = wire()
    """重量；不小于 0.5（据 taobao.full.goods.search 的文档）"""
    shelf: Shelf | None = wire()
    """货架"""
    is_open: bool | None = wire()
    """是否开放；只能取：

    - true：开
    - false：关
    参见 尺寸表 <https://open.taobao.com/sizes.htm>
    """
    tags: list[str] = wire(wrapper="string")
    """标签"""
    seen_at: datetime | None = wire(form="epoch_s", further=("yyyy-MM-dd",), placeholders=("0",))
    """最近见到；格式：秒级时间戳；也可能是 yyyy-MM-dd；0 表示没有值"""
    moved_at: datetime | None = wire(form="epoch_ms", number=True)
    """移动时刻；格式：毫秒时间戳"""
    day: date | None = wire(further=("yyyy-MM-dd HH:mm:ss",))
    """入库日；格式：yyyy-MM-dd；也可能是 yyyy-MM-dd HH:mm:ss"""
    note: Json = wire(json=True)
    """备注

    注：偶有空文本
    """
    words: list[str] = wire(separator=",")
    """词语；以英文逗号分隔"""
    address: FullStockRecordPlace | None = wire()
    """位置"""
    old: str | None = wire()
    """旧编号；已废弃"""
    wait_s: int | None = wire()
    """等待秒数；单位：秒"""
    wait_ms: int | None = wire()
    """等待毫秒数；单位：毫秒"""
    wait_m: int | None = wire()
    """等待分钟数；单位：分钟"""
    wait_h: int | None = wire()
    """等待小时数；单位：小时"""
    wait_d: int | None = wire()
    """等待天数；单位：天"""
    visitors: int | None = wire()
    """来访人数；单位：人"""
    things: int | None = wire()
    """物件数；单位：个"""


class FullStockRecordStockPage(Model):
    """一段记录"""

    next: str | None = wire()
    """下一段的位置"""
    more: bool | None = wire(yes=("1",), no=("0",))
    """后面是否还有；1 为真，0 为假"""
    stocks: list[FullStockRecordStock] = wire(wrapper="stock")
    """记录的列表；1–100 个元素"""


class FullStockRecordResponse(PagedResponse[FullStockRecordStock]):
    """逐段读取库存记录：返回内容"""

    _paging = Cursor(
        lists=("data.stocks",), page="round", more="data.more", send="position", read="data.next"
    )
    _outcome = ReplyOutcome(code="code", ok=("SUCCESS", "200"))

    code: str | None = wire()
    """结果码"""
    data: FullStockRecordStockPage | None = wire()
    """一段记录"""


if TYPE_CHECKING:

    class AsyncFullStockRecordResponse(
        AsyncPagedResponse[FullStockRecordStock], FullStockRecordResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncFullStockRecordResponse = FullStockRecordResponse


METHOD = Method(
    "taobao.full.stock.record",
    AsyncFullStockRecordResponse,
    Object(
        {
            "since": Moment(form="epoch_s"),
            "limit": Integer(minimum=1),
            "position": Text(),
            "round": Integer(),
            "way": Integer(),
            "days": Integer(),
            "rate": Exact(minimum=0, maximum=Decimal("1.5")),
            "all": Boolean(),
        },
        required=("since",),
    ),
    window=Window(
        "since",
        longest=604800,
        within=3153600000,
        length="days",
        key="stock_id",
        changed="moved_at",
        pull="full_stock_record_all",
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=903",
)
