"""Check whether devices fit the target users of tasks:
`taobao.tbk.dsp.rta.consumer.match`.
"""

from __future__ import annotations

from typing import Literal

from .._runtime.advice import Advice
from .._runtime.kinds import Csv, ListOf, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, SplitResponse, wire
from .._runtime.outcomes import ItemOutcome


class TbkDspRtaConsumerMatchMatchRes(Model):
    """各任务是否命中"""

    task_id: str | None = wire()
    """任务 ID"""
    status: Literal[0, 1, 2, 3] | int | None = wire()
    """设备与任务的匹配结果；已知取值：

    - 0：不满足任务要求
    - 1：满足任务要求
    - 2：设备无法识别
    - 3：系统异常，可以重试
    """


class TbkDspRtaConsumerMatchDspRtaResult(Model):
    """各设备的匹配结果"""

    device_type: Literal["IMEI", "IDFA", "OAID", "CAID"] | str | None = wire()
    """设备号类别；已知取值：

    - IMEI：安卓设备 IMEI
    - IDFA：苹果设备 IDFA
    - OAID：安卓匿名标识 OAID
    - CAID：广协匿名标识 CAID
    """
    device_value: str | None = wire()
    """设备号取值"""
    match_result: list[TbkDspRtaConsumerMatchMatchRes] = wire(wrapper="match_res")
    """各任务是否命中

    注：说明与示例写成「任务 ID: 1」的映射，字段表则列出 task_id 与 status
    """


class TbkDspRtaConsumerMatchResponse(SplitResponse[TbkDspRtaConsumerMatchMatchRes]):
    """批量判断设备是否符合各任务的目标用户要求：返回内容"""

    _items = ItemOutcome(("data.match_result",), code="status", ok=("0", "1"))

    data: list[TbkDspRtaConsumerMatchDspRtaResult] = wire(wrapper="dsp_rta_result")
    """各设备的匹配结果"""


METHOD = Method(
    "taobao.tbk.dsp.rta.consumer.match",
    TbkDspRtaConsumerMatchResponse,
    Object(
        {
            "qmt_id_list": Csv(max_items=5),
            "device_d_t_o_list": ListOf(
                Object({"device_type": Text(), "device_value": Text(), "device_version": Text()}),
                max_items=10,
            ),
        },
        required=("qmt_id_list", "device_d_t_o_list"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=72399&docType=2",
    errors={
        "2": Advice(
            "核对设备类型与加密方式，CAID 还要核对 device_version；仍认不出就当作未命中处理",
            "never",
            "not_found",
        ),
        "3": Advice("平台临时出错，过一会儿只对这些设备和任务再查一次", "later", "temporary"),
    },
)
