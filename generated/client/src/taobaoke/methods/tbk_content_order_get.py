"""Get order amounts and details of one content id, from the start of the month to a
given hour: `taobao.tbk.content.order.get`.
"""

from __future__ import annotations

from decimal import Decimal

from .._runtime.kinds import Integer, Moment, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire


class TbkContentOrderGetContentPayment(Model):
    """订单明细"""

    tb_paid_times: list[str] = wire(separator=",")
    """订单在淘宝的付款时间，每单一个；以英文逗号分隔"""
    item_leaf_category_names: list[str] = wire(separator=",")
    """订单各商品的叶子类目名；以英文逗号分隔"""
    item_titles: list[str] = wire(separator=",")
    """订单各商品的标题；以英文逗号分隔"""
    item_id: str | None = wire()
    """商品 ID，视订单可能是营销 ID"""
    item_first_category_names: str | None = wire()
    """订单商品的一级类目名

    注：字段名为复数，文档未写分隔符
    """
    item_second_category_names: str | None = wire()
    """订单商品的二级类目名

    注：字段名为复数，文档未写分隔符
    """


class TbkContentOrderGetContentOrder(Model):
    """内容带来的订单数据"""

    cont_id: str | None = wire()
    """内容 ID"""
    alipay_amt: Decimal | None = wire()
    """该内容带来的买家付款总额，不含运费"""
    confirm_amt: Decimal | None = wire()
    """该内容的订单确认收货总额"""
    settle_amt: Decimal | None = wire()
    """该内容各笔订单的确认结算总额"""
    click_uv: int | None = wire(text=True)
    """查询期内该内容的点击人数，按联盟口径；单位：人"""
    payment_info: TbkContentOrderGetContentPayment | None = wire()
    """订单明细"""
    alipay_uv: int | None = wire(text=True)
    """该内容的成交人数；单位：人"""
    alipay_order_cnt: int | None = wire(text=True)
    """买家拍下的订单数"""


class TbkContentOrderGetContentOrderPage(Model):
    """一页按内容汇总的订单"""

    has_next: bool | None = wire()
    """后面是否还有数据页"""
    result: TbkContentOrderGetContentOrder | None = wire()
    """内容带来的订单数据"""


class TbkContentOrderGetContentOrderResult(Model):
    """调用结果"""

    data: TbkContentOrderGetContentOrderPage | None = wire()
    """一页按内容汇总的订单"""


class TbkContentOrderGetResponse(Response):
    """按内容 ID 汇总当月截至某一小时的订单金额与明细：返回内容"""

    result: TbkContentOrderGetContentOrderResult | None = wire()
    """调用结果"""


METHOD = Method(
    "taobao.tbk.content.order.get",
    TbkContentOrderGetResponse,
    Object(
        {
            "cont_id": Text(),
            "q_time": Moment(),
            "page_size": Integer(minimum=1, maximum=20),
            "page_no": Integer(minimum=1),
            "adzone_id": Text(),
        },
        required=("cont_id", "q_time"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=62658&docType=2",
)
