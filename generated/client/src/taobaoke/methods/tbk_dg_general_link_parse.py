"""Parse links and Taobao passwords into material type, material id and original link:
`taobao.tbk.dg.general.link.parse`.
"""

from __future__ import annotations

from typing import Literal

from .._runtime.advice import Advice
from .._runtime.kinds import Csv, Object, Text
from .._runtime.method import Method
from .._runtime.models import Model, SplitResponse, wire
from .._runtime.outcomes import ItemOutcome


class TbkDgGeneralLinkParseMaterialLinkInfo(Model):
    """链接信息"""

    material_type: Literal[1, 2, 3, 4, 5, 6] | int | None = wire()
    """链接指向的物料类型；已知取值：

    - 1：商品
    - 2：店铺
    - 3：会场
    - 4：承接开放
    - 5：优惠券
    - 6：直播间
    """
    tpwd_origin_url: str | None = wire()
    """所传口令或链接还原出的原始地址"""
    material_id: str | None = wire()
    """物料 ID，按 material_type 可为商品、卖家或会场的 ID"""
    tk_biz_type: Literal[1, 2] | int | None = wire()
    """淘口令来源，物料不是淘口令时为 null；已知取值：

    - 1：联盟口令
    - 2：主站口令
    """
    origin_pid: str | None = wire()
    """传入的推广链接所含 PID，须在 fields 中指定；不属于当前推广者时不返回"""


class TbkDgGeneralLinkParseMaterialUrl(Model):
    """各链接或口令的解析结果"""

    msg: str | None = wire()
    """该条物料处理失败的原因"""
    code: int | None = wire()
    """该物料的错误码"""
    link_info_dto: TbkDgGeneralLinkParseMaterialLinkInfo | None = wire()
    """链接信息"""
    input_material_url: str | None = wire()
    """请求传入的物料链接"""
    extra_info: str | None = wire()
    """解析成功时的附加提示"""


class TbkDgGeneralLinkParseTbkLink(Model):
    """解析结果"""

    material_url_list: list[TbkDgGeneralLinkParseMaterialUrl] = wire(wrapper="material_url_list")
    """各链接或口令的解析结果"""


class TbkDgGeneralLinkParseResponse(SplitResponse[TbkDgGeneralLinkParseMaterialUrl]):
    """解析链接或淘口令，得到物料类型、物料 ID 和原始链接：返回内容"""

    _items = ItemOutcome(("data.material_url_list",), code="code", message="msg")

    data: TbkDgGeneralLinkParseTbkLink | None = wire()
    """解析结果"""
    biz_error_desc: str | None = wire(number=True)
    """业务错误说明

    注：文档类型为 Number，同名字段在别处都是文字
    """
    result_msg: str | None = wire()
    """对结果码的说明"""


METHOD = Method(
    "taobao.tbk.dg.general.link.parse",
    TbkDgGeneralLinkParseResponse,
    Object(
        {
            "relation_id": Text(),
            "adzone_id": Text(number=True),
            "material_dto": Object({"material_url": Text()}),
            "fields": Csv(),
        },
        required=("adzone_id",),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=70532&docType=2",
    errors={
        "1001": Advice(
            "没有转换或解析这类物料的权限：核对物料类型，联盟推广链接、淘宝天猫复制链接的权限要分别向平台申请",
            "never",
            "permission",
        )
    },
)
