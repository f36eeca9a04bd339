"""Turn item ids into promotion links for one of your ad zones:
`taobao.tbk.item.convert`.
"""

from __future__ import annotations

from .._runtime.advice import Advice, PermissionPackage
from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Batch, Method
from .._runtime.models import Model, Response, wire


class TbkItemConvertNTbkItem(Model):
    """淘宝客商品"""

    click_url: str | None = wire()
    """推广链接"""
    num_iid: str | None = wire()
    """商品 ID"""
    input_num_iid: str | None = wire()
    """请求原样传入的商品 ID"""


class TbkItemConvertResponse(Response):
    """把一批商品 ID 换成自己推广位的推广链接：返回内容"""

    results: list[TbkItemConvertNTbkItem] = wire(wrapper="n_tbk_item")
    """淘宝客商品"""


METHOD = Method(
    "taobao.tbk.item.convert",
    TbkItemConvertResponse,
    Object(
        {
            "adzone_id": Text(number=True),
            "fields": Csv(),
            "num_iids": Csv(max_items=40),
            "platform": Integer(),
            "unid": Text(max_length=12),
            "dx": Text(),
        },
        required=("adzone_id", "fields", "num_iids"),
    ),
    batch=Batch("num_iids", most=40, items="results", key="input_num_iid"),
    idempotent=True,
    packages=(
        PermissionPackage(
            "11653",
            "https://open.taobao.com/api.htm?docId=24516&docType=2&scopeId=11653",
            legacy=True,
        ),
    ),
    errors={
        "isp.tbkapi-service-unavailable": Advice(
            "平台侧的短暂故障，隔几秒再发同一请求；持续出现时记下 request_id 向平台反馈",
            "later",
            "temporary",
        ),
        "isv.invalid-parameter:adzone_id": Advice(
            "取 pid（mm_会员_网站_推广位）的第三段作 adzone_id，并确认该 pid 属于当前应用所绑定的联盟账号",
            "never",
            "argument",
        ),
        "isv.invalid-parameter:platform": Advice(
            "platform 只有 1（PC）与 2（无线）两个取值", "never", "argument"
        ),
        "isv.invalid-parameter:unid": Advice(
            "unid 只能用字母和数字，最长 12 个字符", "never", "argument"
        ),
    },
)
