"""Read the crowd package of a Weibo seeding task, in batches:
`taobao.tbk.seed.wb.crowd.get`.
"""

from __future__ import annotations

from datetime import datetime

from .._runtime.kinds import Csv, Integer, Object
from .._runtime.method import Method
from .._runtime.models import Model, Response, wire
from .._runtime.outcomes import ReplyOutcome
from ..models import PageInfo


class TbkSeedWbCrowdGetCpaEventInfo(Model):
    """CPA 任务信息"""

    b_task_id: str | None = wire(number=True)
    """联盟侧的任务 ID"""
    start_time: datetime | None = wire()
    """任务的开始时间；格式：yyyy-MM-dd HH:mm:ss"""
    end_time: datetime | None = wire()
    """任务结束时间；格式：yyyy-MM-dd HH:mm:ss"""


class TbkSeedWbCrowdGetWbCrowdInfo(Model):
    """业务数据"""

    event_info: TbkSeedWbCrowdGetCpaEventInfo | None = wire()
    """CPA 任务信息"""
    page_info: PageInfo | None = wire()
    """分页情况"""
    data_list: list[str] = wire(wrapper="string")
    """人群数据"""
    position_index: str | None = wire()
    """翻页位点"""


class TbkSeedWbCrowdGetResponse(Response):
    """按联盟任务分批读取微博种草的人群包：返回内容"""

    _outcome = ReplyOutcome(code="result_code", ok=("200",))

    data: TbkSeedWbCrowdGetWbCrowdInfo | None = wire()
    """业务数据"""
    result_code: int | None = wire()
    """结果码"""
    biz_error_code: int | None = wire()
    """业务错误码"""


METHOD = Method(
    "taobao.tbk.seed.wb.crowd.get",
    TbkSeedWbCrowdGetResponse,
    Object(
        {"page_no": Integer(), "page_size": Integer(), "filters": Csv()},
        required=("page_no", "page_size", "filters"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=62423&docType=2",
)
