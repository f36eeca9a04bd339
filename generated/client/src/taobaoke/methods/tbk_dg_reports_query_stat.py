"""Query the summary report of creators: `taobao.tbk.dg.reports.query.stat`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from .._runtime.advice import Advice
from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers
from ..models import RptPageInfo


class TbkDgReportsQueryStatReportsQueryStatData(Model):
    """报表的各行"""

    ds: date | None = wire(form="yyyyMMdd")
    """数据日期；格式：yyyyMMdd"""
    cm_3rd_pub_share_fee: Decimal | None = wire()
    """达人的结算预估收入；单位：元"""
    cm_pub_share_fee: Decimal | None = wire()
    """平台的结算预估收入；单位：元"""
    pre_3rd_pub_share_fee: Decimal | None = wire()
    """达人的预估收入；单位：元"""
    pre_pub_share_fee: Decimal | None = wire()
    """平台的预估收入；单位：元"""
    alipay_amt: Decimal | None = wire()
    """成交总额"""
    alipay_num: int | None = wire()
    """成交订单笔数"""
    union_pv: int | None = wire()
    """按联盟口径统计的 PV；单位：次"""
    sub_adzone_id: str | None = wire(number=True)
    """达人 PID 中的推广位 ID"""
    sub_site_id: str | None = wire(number=True)
    """达人 PID 中的媒体 ID"""
    sub_pub_id: str | None = wire(number=True)
    """达人的会员 ID（pubid）"""
    name: str | None = wire()
    """达人名称"""
    pub_id: str | None = wire(number=True)
    """平台方的 pub_id

    注：文档写作 pud_id，按字段名理解为 pub_id
    """
    union_uv: int | None = wire()
    """按联盟口径统计的 UV；单位：人"""
    red_envelope_gmt: Decimal | None = wire()
    """优品推广中权益成交的支付金额"""
    red_envelope_num: int | None = wire()
    """超级红包的发放数"""
    activity_promotion_gmt: Decimal | None = wire()
    """优品推广带来的成交金额"""
    pre_red_envelope_media_share_fee: Decimal | None = wire()
    """超级红包带来的媒体预估收益"""


class TbkDgReportsQueryStatResponse(PagedResponse[TbkDgReportsQueryStatReportsQueryStatData]):
    """查询达人推广的汇总报表：返回内容"""

    _paging = PageNumbers(
        lists=("data_list",), page="page_no", size="page_size", total="page_info.total_cnt"
    )

    data_list: list[TbkDgReportsQueryStatReportsQueryStatData] = wire(wrapper="map_data")
    """报表的各行"""
    report_type_id: str | None = wire()
    """报表的名称"""
    page_info: RptPageInfo | None = wire()
    """分页情况"""


if TYPE_CHECKING:

    class AsyncTbkDgReportsQueryStatResponse(
        AsyncPagedResponse[TbkDgReportsQueryStatReportsQueryStatData], TbkDgReportsQueryStatResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkDgReportsQueryStatResponse = TbkDgReportsQueryStatResponse


METHOD = Method(
    "taobao.tbk.dg.reports.query.stat",
    AsyncTbkDgReportsQueryStatResponse,
    Object(
        {
            "page_size": Integer(),
            "page_no": Integer(),
            "dimensions": Text(),
            "filters": Csv(separator=";"),
            "return_fields": Csv(),
            "report_type_id": Text(),
        },
        required=("page_size", "page_no", "filters", "report_type_id"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=45095&docType=2",
    errors={
        "1001": Advice(
            "报表接口没有 me 参数，遇到时检查 filters 与 report_type_id 的写法", "never", "argument"
        ),
        "10000": Advice("涉及的商品已不可推广，调整条件后重查", "never", "not_found"),
        "4": Advice("条件里的推广位不存在或不归当前媒体，核对各 pid", "never", "argument"),
        "30002": Advice("报表接口没有 q 与 cat，遇到时检查查询条件是否写全", "never", "argument"),
        "2": Advice("pid 的第二、三段与账号不符，核对后重填", "never", "argument"),
        "40001": Advice(
            "平台内部出错，稍后重发一次；反复出现时把 request_id 交给平台的技术支持",
            "later",
            "temporary",
        ),
        "50001": Advice("没有符合条件的数据，放宽日期或其他条件", "never", "not_found"),
        "30001": Advice("检查 report_type_id 等标识是否抄写正确", "never", "argument"),
    },
)
