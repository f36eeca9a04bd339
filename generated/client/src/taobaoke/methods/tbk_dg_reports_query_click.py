"""Query the click report of creators: `taobao.tbk.dg.reports.query.click`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.advice import Advice
from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, Model, PagedResponse, wire
from .._runtime.paging import PageNumbers
from ..models import RptPageInfo


class TbkDgReportsQueryClickReportsQueryClickData(Model):
    """报表的各行"""

    click_id: str | None = wire()
    """点击 ID"""


class TbkDgReportsQueryClickResponse(PagedResponse[TbkDgReportsQueryClickReportsQueryClickData]):
    """查询达人推广的点击明细报表：返回内容"""

    _paging = PageNumbers(
        lists=("data_list",), page="page_no", size="page_size", total="page_info.total_cnt"
    )

    data_list: list[TbkDgReportsQueryClickReportsQueryClickData] = wire(wrapper="map_data")
    """报表的各行"""
    report_type_id: str | None = wire()
    """报表的名称"""
    page_info: RptPageInfo | None = wire()
    """分页情况"""


if TYPE_CHECKING:

    class AsyncTbkDgReportsQueryClickResponse(
        AsyncPagedResponse[TbkDgReportsQueryClickReportsQueryClickData],
        TbkDgReportsQueryClickResponse,
    ):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkDgReportsQueryClickResponse = TbkDgReportsQueryClickResponse


METHOD = Method(
    "taobao.tbk.dg.reports.query.click",
    AsyncTbkDgReportsQueryClickResponse,
    Object(
        {
            "page_size": Integer(),
            "page_no": Integer(),
            "dimensions": Text(),
            "filters": Text(),
            "return_fields": Csv(),
            "report_type_id": Text(),
        },
        required=("page_size", "page_no", "filters", "report_type_id"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=45096&docType=2",
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
