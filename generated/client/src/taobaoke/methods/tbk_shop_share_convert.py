"""Create shop links whose commission is shared with a third-party pid:
`taobao.tbk.shop.share.convert`.
"""

from __future__ import annotations

from .._runtime.advice import Advice
from .._runtime.kinds import Csv, Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response, wire
from ..models import NTbkShop


class TbkShopShareConvertResponse(Response):
    """为第三方 pid 生成店铺的分成推广链接：返回内容"""

    results: list[NTbkShop] = wire(wrapper="n_tbk_shop")
    """参加淘宝客的店铺"""


METHOD = Method(
    "taobao.tbk.shop.share.convert",
    TbkShopShareConvertResponse,
    Object(
        {
            "fields": Csv(),
            "user_ids": Csv(),
            "platform": Integer(),
            "adzone_id": Text(number=True),
            "sub_pid": Text(),
            "unid": Text(max_length=12),
        },
        required=("fields", "user_ids", "adzone_id", "sub_pid"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=24524&docType=2",
    errors={
        "isv.invalid-parameter:adzone_id": Advice(
            "取 pid（mm_会员_网站_推广位）的第三段作 adzone_id，并确认该 pid 属于当前应用所绑定的联盟账号",
            "never",
            "argument",
        )
    },
)
