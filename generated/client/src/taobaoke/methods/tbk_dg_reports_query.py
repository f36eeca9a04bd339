"""Query a media report by name and filters: `taobao.tbk.dg.reports.query`."""

from __future__ import annotations

from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import RptPageInfo


class TbkDgReportsQueryResponse(Response):
    """按报表名称与条件查询媒体报表：返回内容"""

    page_info: RptPageInfo | None = wire()
    """分页情况"""
    row_list: str | None = wire()
    """各行的值

    注：文档类型为 Json，示例却是逗号相连的列名，结构不明
    """
    column_list: list[str] = wire(wrapper="string")
    """各列的列名与中文名

    注：示例的每项形如 pub_id 平台pubid
    """
    report_type_id: str | None = wire()
    """报表的名称"""


METHOD = Method(
    "taobao.tbk.dg.reports.query",
    TbkDgReportsQueryResponse,
    Object(
        {
            "report_type_id": Text(),
            "return_fields": Csv(),
            "filters": Text(),
            "dimensions": Text(),
            "page_no": Integer(),
            "page_size": Integer(),
        },
        required=("report_type_id", "filters", "page_no", "page_size"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=40305&docType=2",
)
