"""List store visits, favourites, cart additions and deals of Weibo seeding content,
page by page: `taobao.tbk.seed.report.get`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.outcomes import ReplyOutcome
from .._runtime.paging import PageNumbers
from ..models import PageInfo


class TbkSeedReportGetWbReportData(Model):
    """报表的各行数据"""

    uv_num: int | None = wire()
    """进店 UV；单位：人"""
    new_visitor_uv_num: int | None = wire()
    """新访客人数；单位：人"""
    pay_buyer_uv: int | None = wire()
    """成交人数；单位：人"""
    clt_uv_num: int | None = wire()
    """收藏人数；单位：人"""
    obj_itm_se: int | None = wire()
    """经手淘搜索进店的人数；单位：人"""
    add_uv_num: int | None = wire()
    """加购人数；单位：人"""
    shop_follow_uv: int | None = wire()
    """关注店铺的 UV；单位：人"""
    dimensions: list[str] = wire(separator=",")
    """本条数据的各维度，每项写作 名=值；以英文逗号分隔"""
    search_pv: int | None = wire()
    """搜索的 PV；单位：次"""
    enter_shop_pv: int | None = wire()
    """进店 PV；单位：次"""
    collect_pv: int | None = wire()
    """收藏次数；单位：次"""
    add_shopping_cart_pv: int | None = wire()
    """加购次数；单位：次"""
    deal_pv: int | None = wire()
    """成交 PV；单位：次"""
    new_visitor_pv: int | None = wire()
    """新访客的浏览次数；单位：次"""
    follow_pv: int | None = wire()
    """关注 PV；单位：次"""


class TbkSeedReportGetWbReportInfo(Model):
    """业务数据"""

    data_list: list[TbkSeedReportGetWbReportData] = wire(wrapper="wb_report_data_d_t_o")
    """报表的各行数据"""
    page_info: PageInfo | None = wire()
    """分页情况"""
    report_type_id: str | None = wire()
    """报表的名称"""
    position_index: str | None = wire()
    """翻页位点，预留"""


class TbkSeedReportGetResponse(PagedResponse[TbkSeedReportGetWbReportData]):
    """分页查询微博内容种草的进店、收藏、加购和成交指标：返回内容"""

    _paging = PageNumbers(
        lists=("data.data_list",), page="page_no", size="page_size", total="data.page_info.total"
    )
    _outcome = ReplyOutcome(code="result_code", ok=("200",))

    data: TbkSeedReportGetWbReportInfo | None = wire()
    """业务数据"""
    result_code: int | None = wire()
    """结果码"""
    biz_error_code: int | None = wire()
    """业务错误码"""


if TYPE_CHECKING:

    class AsyncTbkSeedReportGetResponse(
        AsyncPagedResponse[TbkSeedReportGetWbReportData], TbkSeedReportGetResponse
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkSeedReportGetResponse = TbkSeedReportGetResponse


METHOD = Method(
    "taobao.tbk.seed.report.get",
    AsyncTbkSeedReportGetResponse,
    Object(
        {
            "page_no": Integer(),
            "report_type_id": Text(),
            "page_size": Integer(),
            "filters": Text(),
            "return_fields": Csv(),
            "dimensions": Text(),
        },
        required=("page_no", "report_type_id", "page_size", "filters"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=61677&docType=2",
)
